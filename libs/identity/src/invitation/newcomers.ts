import { failure, type Locale } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { documentInForce } from '../consent/consent-documents.js';
import { Consents } from '../consent/consents.js';
import { assertPassword, hashPassword, Passwords } from '../credential/passwords.js';
import type { Person } from '../person/person.entity.js';
import { Persons } from '../person/persons.js';
import { type OpenedSession, Sessions } from '../session/sessions.js';
import type { AcceptBody } from './invitation.dto.js';
import type { Invitation } from './invitation.entity.js';

/** A checked new account, its password already hashed. */
export interface Newcomer {
  name: string;
  locale: Locale;
  passwordHash: string;
  privacyVersion: string;
}

/** Makes the account of who accepts an invitation without having one. */
@Injectable()
export class Newcomers {
  constructor(
    private readonly persons: Persons,
    private readonly passwords: Passwords,
    private readonly consents: Consents,
    private readonly sessions: Sessions,
  ) {}

  /** Checks what the newcomer typed. Fails naming the field, or with `identity.consent_version`. */
  async prepare(invitation: Invitation, input: AcceptBody): Promise<Newcomer> {
    const { password, privacyVersion } = input;
    if (!password) throw failure('common.required', { field: 'password' });
    if (!privacyVersion) throw failure('identity.consent_required', { field: 'privacyVersion' });
    if (documentInForce('privacy')?.version !== privacyVersion)
      throw failure('identity.consent_version', { field: 'privacyVersion' });
    assertPassword(password, [invitation.mail, invitation.phone]);
    return {
      name: input.name || invitation.name,
      locale: input.locale ?? invitation.locale,
      passwordHash: await hashPassword(password),
      privacyVersion,
    };
  }

  /** Makes the account of `work.actor`, or completes the person already `known`, and signs them in. */
  async settle(
    work: Work,
    invitation: Invitation,
    known: Person | undefined,
    newcomer: Newcomer,
    userAgent: string,
  ): Promise<OpenedSession> {
    const { name, locale, passwordHash, privacyVersion } = newcomer;
    const { id } = work.actor;
    if (known) await this.persons.change(work, known, { name, locale });
    else
      await this.persons.create(work, {
        id,
        name,
        locale,
        mail: invitation.mail,
        phone: invitation.mail === null ? invitation.phone : null,
      });
    await this.passwords.set(work, id, passwordHash);
    await this.consents.give(work, id, 'privacy', privacyVersion);
    return this.sessions.open(work, 'invitation', userAgent);
  }
}
