import { type Actor, failure } from '@haishi/contracts';
import { assertVersion, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Lockouts } from '../credential/lockouts.js';
import { assertPassword, hashPassword, Passwords } from '../credential/passwords.js';
import type { Person } from '../person/person.entity.js';
import { Persons } from '../person/persons.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import { Sessions } from '../session/sessions.js';
import type { AccountBody, PasswordBody } from './account.dto.js';
import { mayResetPassword } from './account.rules.js';

const lockKey = (personId: string) => `password:${personId}`;

/** What a signed-in person changes of their own account. */
@Injectable()
export class Accounts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly persons: Persons,
    private readonly passwords: Passwords,
    private readonly lockouts: Lockouts,
    private readonly sessions: Sessions,
    private readonly secondFactors: SecondFactors,
  ) {}

  /** Fails with `common.stale` unless `version` is the stored one. */
  async change(actor: Actor, input: AccountBody, version: number): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const person = await this.own(actor);
      assertVersion(person.version, version);
      await this.persons.change(work, person, input);
    });
  }

  /**
   * Sets a new password and ends the person's other sessions. Fails with `identity.current_password_wrong`,
   * `identity.locked`, a failure on the new password, or `common.second_factor_required` where one is enrolled and not passed.
   */
  async changePassword(actor: Actor, input: PasswordBody): Promise<void> {
    const person = await this.own(actor);
    assertPassword(input.password, [person.mail, person.phone]);
    await this.assertOwner(actor, input.current, 'current');
    const passwordHash = await hashPassword(input.password);
    await this.uow.run(actor, async (work) => {
      await this.passwords.set(work, person.id, passwordHash);
      await this.lockouts.clear(work, lockKey(person.id));
      await this.sessions.endAll(work, person.id, actor.sessionId);
    });
  }

  /** A stolen password must not be enough to change what guards the account. */
  async assertConfirmed(actor: Actor): Promise<void> {
    if (!actor.secondFactor && (await this.secondFactors.isEnrolled(actor.id)))
      throw failure('common.second_factor_required');
  }

  /**
   * Demands the password again, unless the person has none or has just signed in by code. Fails with
   * `identity.current_password_wrong`, `identity.locked` or `common.second_factor_required`.
   */
  async assertOwner(actor: Actor, password: string | undefined, field = 'password'): Promise<void> {
    await this.assertConfirmed(actor);
    const session = await this.sessions.byId(actor.sessionId!);
    if (session && mayResetPassword(session, new Date())) return;
    if (!(await this.passwords.has(actor.id))) return;
    if (!password) throw failure('common.required', { field });
    const { last } = await this.lockouts.begin(actor, lockKey(actor.id));
    if (await this.passwords.matches(actor.id, password)) return;
    throw last ? this.lockouts.locked() : failure('identity.current_password_wrong', { field });
  }

  private async own(actor: Actor): Promise<Person> {
    const person = await this.persons.byId(actor.id);
    if (!person) throw failure('common.not_found');
    return person;
  }
}
