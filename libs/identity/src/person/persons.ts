import { failure, type Locale } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Database, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { nameKey } from './name-key.js';
import { Person } from './person.entity.js';

export interface NewPerson {
  name: string;
  /** In normal form, and known to be theirs. */
  mail?: string | null;
  phone?: string | null;
  locale: Locale;
  demo?: boolean;
}

/** The persons, as other rooms meet them. */
@Injectable()
export class Persons {
  constructor(private readonly database: Database) {}

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

  /** Adds a person without any credential. Fails with `identity.mail_taken` or `identity.phone_taken`. */
  async create(work: Work, input: NewPerson): Promise<Person> {
    const { mail = null, phone = null } = input;
    if (mail !== null && (await this.byMail(mail))) throw failure('identity.mail_taken', { field: 'mail' });
    if (phone !== null && (await this.byPhone(phone))) throw failure('identity.phone_taken', { field: 'phone' });
    const person = work.manager.create(Person, {
      id: newId(),
      name: input.name,
      nameKey: nameKey(input.name),
      mail,
      phone,
      locale: input.locale,
      state: 'active',
      demo: input.demo ?? false,
      createdAt: work.now,
    });
    await work.manager.insert(Person, person);
    await work.event({ type: 'person.created', subjectType: 'person', subjectId: person.id });
    return person;
  }
}
