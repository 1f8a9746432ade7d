import { type Actor, failure } from '@haishi/contracts';
import { SecretBox, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { addressText, parseAddress } from '../credential/address.js';
import { Lockouts } from '../credential/lockouts.js';
import { Passwords } from '../credential/passwords.js';
import { Persons } from '../person/persons.js';
import { asPerson, type OpenedSession, Sessions } from '../session/sessions.js';
import { SignInRefusals } from './sign-in-refusals.js';

/** Signing in with mail address or phone and password. */
@Injectable()
export class PasswordSignIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly persons: Persons,
    private readonly passwords: Passwords,
    private readonly lockouts: Lockouts,
    private readonly refusals: SignInRefusals,
    private readonly secrets: SecretBox,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Opens a session. Fails with `identity.sign_in_failed` whether login or password is wrong, with
   * `identity.locked` after five failures in a row, and with `identity.account_disabled` only to who knows the password.
   */
  async signIn(actor: Actor, input: { login: string; password: string }, userAgent: string): Promise<OpenedSession> {
    await this.refusals.assertFew(actor);
    const address = parseAddress(input.login, 'login');
    const person = await this.persons.byAddress(address);
    const lockKey = `password:${person?.id ?? this.secrets.fingerprint(addressText(address), 'unknown login')}`;
    const { last } = await this.lockouts.begin(actor, lockKey);
    if (!(await this.passwords.matches(person?.id, input.password)) || !person) {
      await this.refusals.record(actor, person?.id, 'password', last ? 'locked' : 'wrong');
      throw last ? this.lockouts.locked() : failure('identity.sign_in_failed');
    }
    if (person.state !== 'active') {
      await this.refusals.record(actor, person.id, 'password', person.state);
      throw failure('identity.account_disabled');
    }
    return this.uow.run(asPerson(actor, person), async (work) => {
      await this.lockouts.clear(work, lockKey);
      return this.sessions.open(work, 'password', userAgent);
    });
  }
}
