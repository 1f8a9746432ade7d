import { failure, type Locale } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Database, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import type { Address } from '../credential/address.js';
import { Password } from '../credential/credential.entity.js';
import { insertOnce } from '../insert-once.js';
import { SessionResolver } from '../session/session.resolver.js';
import { AddressHolders } from './address-holders.js';
import { nameKey } from './name-key.js';
import { Person } from './person.entity.js';

export interface NewPerson {
  /** Made here unless given. */
  id?: string;
  name: string;
  /** In normal form, and known to be theirs. */
  mail?: string | null;
  phone?: string | null;
  locale: Locale;
  demo?: boolean;
}

const mailTaken = () => failure('identity.mail_taken', { field: 'mail' });
const phoneTaken = () => failure('identity.phone_taken', { field: 'phone' });

/** The persons, as other rooms meet them. */
@Injectable()
export class Persons {
  constructor(
    private readonly database: Database,
    private readonly resolver: SessionResolver,
    private readonly holders: AddressHolders,
  ) {}

  /** The persons of these ids, by id; unknown ids are absent. */
  async byIds(ids: readonly string[]): Promise<Map<string, Person>> {
    const wanted = [...new Set(ids)];
    const found: Person[] = [];
    for (let start = 0; start < wanted.length; start += 500)
      found.push(...(await this.database.manager.findBy(Person, { id: In(wanted.slice(start, start + 500)) })));
    return new Map(found.map((person) => [person.id, person]));
  }

  byId(id: string): Promise<Person | null> {
    return this.database.manager.findOneBy(Person, { id: Equal(id) });
  }

  /** `mail` in normal form. */
  byMail(mail: string): Promise<Person | null> {
    return this.database.manager.findOneBy(Person, { mail: Equal(mail) });
  }

  /** `phone` in normal form. */
  byPhone(phone: string): Promise<Person | null> {
    return this.database.manager.findOneBy(Person, { phone: Equal(phone) });
  }

  byAddress(address: Address): Promise<Person | null> {
    return address.mail === null ? this.byPhone(address.phone) : this.byMail(address.mail);
  }

  /** Whether somebody has an account under the address: a person with a password, or one who may not sign in. */
  async registered(address: Address): Promise<boolean> {
    const person = await this.byAddress(address);
    if (!person) return false;
    return person.state !== 'active' || this.database.manager.existsBy(Password, { personId: Equal(person.id) });
  }

  /** Adds a person without any credential. Fails with `identity.mail_taken` or `identity.phone_taken`. */
  async create(work: Work, input: NewPerson): Promise<Person> {
    const { mail = null, phone = null } = input;
    if (mail !== null && (await this.byMail(mail))) throw mailTaken();
    if (phone !== null && (await this.byPhone(phone))) throw phoneTaken();
    const person = work.manager.create(Person, {
      id: input.id ?? newId(),
      name: input.name,
      nameKey: nameKey(input.name),
      mail,
      phone,
      locale: input.locale,
      state: 'active',
      demo: input.demo ?? false,
      createdAt: work.now,
    });
    await insertOnce(work, Person, person, () => (mail === null ? phoneTaken() : mailTaken()));
    await work.event({ type: 'person.created', subjectType: 'person', subjectId: person.id });
    if (mail !== null) await this.proved(work, mail, person.id);
    return person;
  }

  /** The address was proved to be the person's, whatever address their account has: whoever waits for its holder is told. */
  proved(work: Work, mail: string, personId: string): Promise<void> {
    return this.holders.tell(work, { mail, personId });
  }

  /** Changes what a person says of themselves. Fails with `common.stale` where somebody else was faster. */
  async change(work: Work, person: Person, values: { name: string; locale: Locale }): Promise<void> {
    const { affected } = await work.manager.update(
      Person,
      { id: Equal(person.id), version: Equal(person.version) },
      { name: values.name, nameKey: nameKey(values.name), locale: values.locale, version: person.version + 1 },
    );
    if (affected !== 1) throw failure('common.stale');
    await work.event({ type: 'person.changed', subjectType: 'person', subjectId: person.id });
    work.afterCommit(() => this.resolver.forgetPerson(person.id));
  }
}
