import { Persons } from '@haishi/identity';
import type { NoticeRecipient } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { Project } from './project.entity.js';

/** To whom notices about projects go, with or without an account. */
@Injectable()
export class Recipients {
  constructor(private readonly persons: Persons) {}

  /** Null where there is no such account any more. */
  async byId(id: string): Promise<NoticeRecipient | null> {
    const person = await this.persons.byId(id);
    return person && { personId: person.id, mail: person.mail, locale: person.locale };
  }

  /** By a mail address in normal form. Who has no account is written to in the project's language. */
  async byMail(mail: string, { language }: Pick<Project, 'language'>): Promise<NoticeRecipient> {
    const person = await this.persons.byMail(mail);
    return { personId: person?.id, mail, locale: person?.locale ?? language };
  }
}
