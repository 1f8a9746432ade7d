import type { Actor, Grant, Locale } from '@haishi/contracts';
import { Consent, CONSENT_DOCUMENTS, nameKey, Person } from '@haishi/identity';
import type { Load } from './load.js';
import { demoMail, demoPhone } from './people.js';

/** A person of the demonstration, who has had an account for `days`. `login` stands before the `@` of the mail address. */
export function newPerson(load: Load, name: string, login: string, days = 60, locale: Locale = 'zh'): Person {
  const createdAt = load.ago(days);
  return {
    id: load.id(createdAt),
    name,
    nameKey: nameKey(name),
    mail: demoMail(login),
    phone: locale === 'zh' ? demoPhone(load.number()) : null,
    locale,
    state: 'active',
    demo: true,
    createdAt,
    version: 1,
  };
}

/** Stores persons who have agreed to the privacy notice in force. */
export async function storePersons(load: Load, persons: readonly Person[]): Promise<void> {
  const { version } = CONSENT_DOCUMENTS.find(({ purpose }) => purpose === 'privacy')!;
  const consents = persons.map(({ id, createdAt }): Consent => ({
    id: load.id(createdAt),
    personId: id,
    purpose: 'privacy',
    version,
    givenAt: createdAt,
    withdrawnAt: null,
  }));
  await load.insert(Person, persons);
  await load.insert(Consent, consents);
}

/** A person acting by one role. */
export const actor = ({ id, name, locale }: Person, grant: Grant): Actor => ({
  kind: 'person',
  id,
  name,
  grants: [grant],
  secondFactor: true,
  locale,
  ip: '',
  requestId: '',
});
