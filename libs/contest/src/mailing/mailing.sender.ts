import { Jobs, type NoticeTemplate, Notices, type RunningJob, systemActor, UnitOfWork } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { EditionQueries } from '../edition/edition.queries.js';
import { MailingRecipient } from './mailing.entity.js';
import { MailingQueries } from './mailing.queries.js';
import { filled } from './mailing.rules.js';

export const MAILING_JOB = 'mailing.send';
export const MAILING_TEMPLATE: NoticeTemplate = {
  name: 'mailing.message',
  channels: ['mail', 'inbox'],
  zh: { subject: '{subject}', text: '{text}' },
  en: { subject: '{subject}', text: '{text}' },
};

const AT_ONCE = 50;
const ACTOR = systemActor('mailing');

/** Orders the notices of a message, some at a time; where a server dies over it, another goes on, and nobody is told twice. */
@Injectable()
export class MailingSender implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly notices: Notices,
    private readonly queries: MailingQueries,
    private readonly editions: EditionQueries,
  ) {}

  onModuleInit(): void {
    this.notices.register(MAILING_TEMPLATE);
    this.jobs.register<{ mailingId: string }>({ kind: MAILING_JOB, run: (job) => this.send(job) });
  }

  private async send({ input: { mailingId }, progress }: RunningJob<{ mailingId: string }>): Promise<void> {
    const mailing = await this.queries.find(mailingId);
    if (!mailing) return;
    const { nameZh, nameEn } = await this.editions.get(mailing.editionId);
    let done = 0;
    for (;;) {
      const part = await this.queries.waiting(mailingId, AT_ONCE);
      if (part.length === 0) return;
      await this.unitOfWork.run(ACTOR, async (work) => {
        for (const one of part) {
          const { subject, text } = filled(mailing, one, { zh: nameZh, en: nameEn });
          const { personId, mail, locale, noticeKey } = one;
          await this.notices.send(work, {
            template: MAILING_TEMPLATE.name,
            to: { ...(personId ? { personId } : {}), mail, locale },
            params: { subject, text },
            key: noticeKey,
          });
        }
        await work.manager.update(MailingRecipient, { id: In(part.map(({ id }) => id)) }, { orderedAt: work.now });
      });
      done += part.length;
      await progress(done, mailing.recipients);
    }
  }
}
