import { Persons } from '@haishi/identity';
import { parseMail } from '@haishi/kernel';
import type { NoticeRecipient } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Teammates } from '../project-team/teammates.js';
import type { Project } from './project.entity.js';
import type { MemberContent } from './project.snapshot.js';

/** To whom notices about projects go, with or without an account. */
@Injectable()
export class Recipients {
  constructor(
    private readonly persons: Persons,
    private readonly teammates: Teammates,
  ) {}

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

  /**
   * A project's team but for who was `told`: everybody who accepted to be a member, by their account, and core members who did not by
   * the address that `members` names. Each once, with what tells them apart.
   */
  async team(
    project: Pick<Project, 'id' | 'language'>,
    members: readonly Pick<MemberContent, 'isCore' | 'mail'>[],
    told: readonly NoticeRecipient[],
  ): Promise<{ to: NoticeRecipient; key: string }[]> {
    const persons = new Set(told.map(({ personId }) => personId));
    const mails = new Set(told.map(({ mail }) => mail));
    const found: { to: NoticeRecipient; key: string }[] = [];
    for (const { state, personId, mail } of await this.teammates.of(project.id)) {
      const to = state === 'accepted' && personId !== null ? await this.byId(personId) : null;
      if (!to) continue;
      if (!persons.has(to.personId)) found.push({ to, key: personId! });
      persons.add(to.personId);
      mails.add(mail).add(to.mail);
    }
    for (const [position, { isCore, mail: written }] of members.entries()) {
      const mail = parseMail(written);
      if (!isCore || !mail || mails.has(mail)) continue;
      mails.add(mail);
      found.push({ to: await this.byMail(mail, project), key: String(position) });
    }
    return found;
  }
}
