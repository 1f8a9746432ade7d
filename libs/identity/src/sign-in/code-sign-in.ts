import { type Actor, failure } from '@haishi/contracts';
import { UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { addressText, parseAddress } from '../credential/address.js';
import { OneTimeCodes } from '../credential/one-time-codes.js';
import { Persons } from '../person/persons.js';
import { asPerson, type OpenedSession, Sessions } from '../session/sessions.js';
import { SignInRefusals } from './sign-in-refusals.js';

/** Signing in with a one-time code instead of the password. */
@Injectable()
export class CodeSignIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly persons: Persons,
    private readonly codes: OneTimeCodes,
    private readonly refusals: SignInRefusals,
    private readonly sessions: Sessions,
  ) {}

  /** Opens a session. Fails with `identity.code_wrong`, and with `identity.account_disabled` only to who holds the address. */
  async signIn(actor: Actor, input: { login: string; code: string }, userAgent: string): Promise<OpenedSession> {
    await this.refusals.assertFew(actor);
    const address = parseAddress(input.login, 'login');
    const person = await this.persons.byAddress(address);
    const codeId = await this.codes
      .check(actor, 'sign_in', addressText(address), input.code)
      .catch(async (error: unknown) => {
        await this.refusals.record(actor, person?.id, 'code', 'wrong');
        throw error;
      });
    if (!person) throw failure('identity.code_wrong', { field: 'code' });
    if (person.state !== 'active') {
      await this.refusals.record(actor, person.id, 'code', person.state);
      throw failure('identity.account_disabled');
    }
    return this.uow.run(asPerson(actor, person), async (work) => {
      await this.codes.use(work, codeId);
      return this.sessions.open(work, 'code', userAgent);
    });
  }
}
