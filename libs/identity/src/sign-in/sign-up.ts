import { type Actor, failure, type Locale } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { documentInForce } from '../consent/consent-documents.js';
import { Consents } from '../consent/consents.js';
import { addressText, parseAddress } from '../credential/address.js';
import { AttemptLimits } from '../credential/attempt-limits.js';
import { OneTimeCodes } from '../credential/one-time-codes.js';
import { assertPassword, hashPassword, Passwords } from '../credential/passwords.js';
import { Persons } from '../person/persons.js';
import { asPerson, type OpenedSession, Sessions } from '../session/sessions.js';

export interface SignUpInput {
  /** Mail address or phone, proved by `code`. */
  address: string;
  code: string;
  name: string;
  password: string;
  locale: Locale;
  /** The version of the privacy notice that was agreed to. */
  privacyVersion: string;
}

/** Making an account. */
@Injectable()
export class SignUp {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly persons: Persons,
    private readonly passwords: Passwords,
    private readonly codes: OneTimeCodes,
    private readonly consents: Consents,
    private readonly limits: AttemptLimits,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Makes the person and opens a session. A person known without a password, such as an invited graduate,
   * is taken over by who proves to hold the address. Fails with `identity.code_wrong`, `identity.already_registered`,
   * a failure on the password, or `identity.consent_version`.
   */
  async signUp(actor: Actor, input: SignUpInput, userAgent: string): Promise<OpenedSession> {
    await this.limits.assertBelow('signUp', actor.ip);
    await this.limits.assertBelow('failure', actor.ip);
    const address = parseAddress(input.address, 'address');
    assertPassword(input.password, [addressText(address)]);
    if (documentInForce('privacy')?.version !== input.privacyVersion)
      throw failure('identity.consent_version', { field: 'privacyVersion' });
    const codeId = await this.codes
      .check(actor, 'sign_up', addressText(address), input.code)
      .catch(async (error: unknown) => {
        await this.limits.count('failure', actor.ip);
        throw error;
      });
    if (await this.persons.registered(address)) throw failure('identity.already_registered', { field: 'address' });
    const known = await this.persons.byAddress(address);
    const person = { id: known?.id ?? newId(), name: input.name, locale: input.locale };
    const passwordHash = await hashPassword(input.password);
    const opened = await this.uow.run(asPerson(actor, person), async (work) => {
      await this.codes.use(work, codeId);
      if (known) await this.persons.change(work, known, person);
      else await this.persons.create(work, { ...person, ...address });
      await this.passwords.set(work, person.id, passwordHash);
      await this.consents.give(work, person.id, 'privacy', input.privacyVersion);
      return this.sessions.open(work, 'sign_up', userAgent);
    });
    await this.limits.count('signUp', actor.ip);
    return opened;
  }
}
