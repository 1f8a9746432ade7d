import type { Actor } from '@haishi/contracts';
import { UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { type Address, addressText, parseAddress } from '../credential/address.js';
import { AttemptLimits } from '../credential/attempt-limits.js';
import { OneTimeCodes } from '../credential/one-time-codes.js';
import { IdentityNotices } from '../identity.notices.js';
import { Persons } from '../person/persons.js';

/** Sends one-time codes. The answer is the same whether anybody has the address or not. */
@Injectable()
export class CodeRequests {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly persons: Persons,
    private readonly codes: OneTimeCodes,
    private readonly limits: AttemptLimits,
    private readonly notices: IdentityNotices,
  ) {}

  /** A code to sign up with; who has an account already is told so by mail instead. Fails with `common.too_many`. */
  async forSignUp(actor: Actor, login: string): Promise<void> {
    await this.limits.assertBelow('code', actor.ip);
    await this.limits.count('code', actor.ip);
    const address = parseAddress(login, 'address');
    await this.uow.run(actor, async (work) => {
      const code = await this.codes.issue(work, 'sign_up', addressText(address));
      if (await this.persons.registered(address)) await this.notices.alreadyRegistered(work, address, code.id);
      else await this.notices.code(work, address, code);
      await work.event({ type: 'code.requested', subjectType: 'code', subjectId: 'sign_up' });
    });
  }

  /** A code to sign in with, sent only where somebody has the address. Fails with `common.too_many`. */
  async forSignIn(actor: Actor, login: string): Promise<void> {
    await this.limits.assertBelow('code', actor.ip);
    await this.limits.count('code', actor.ip);
    const address = parseAddress(login, 'login');
    await this.uow.run(actor, async (work) => {
      const code = await this.codes.issue(work, 'sign_in', addressText(address));
      if (await this.isActive(address)) await this.notices.code(work, address, code);
      await work.event({ type: 'code.requested', subjectType: 'code', subjectId: 'sign_in' });
    });
  }

  private async isActive(address: Address): Promise<boolean> {
    return (await this.persons.byAddress(address))?.state === 'active';
  }
}
