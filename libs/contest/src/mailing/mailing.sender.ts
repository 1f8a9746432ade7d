import { setImmediate as nextTurn } from 'node:timers/promises';
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

/** The same to who did not get it: what reached the inbox the first time stands there still. */
const AGAIN: NoticeTemplate = { ...MAILING_TEMPLATE, name: 'mailing.again', channels: ['mail'] };

/** Few enough that nobody who writes meanwhile notices. */
const AT_ONCE = 20;
const GIVE_WAY_MS = 20;
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
    this.notices.register(MAILING_TEMPLATE, AGAIN);
    this.jobs.register<{ mailingId: string }>({ kind: MAILING_JOB, run: (job) => this.send(job) });
  }

  private async send({ input: { mailingId }, progress }: RunningJob<{ mailingId: string }>): Promise<void> {
    const mailing = await this.queries.find(mailingId);
    if (!mailing) return;
    const { nameZh, nameEn } = await this.editions.get(mailing.editionId);
    let done = 0;
    for (let after = ''; ;) {
      await nextTurn();
      await this.unitOfWork.idle(GIVE_WAY_MS);
      const part = await this.unitOfWork.run(ACTOR, async (work) => {
        const next = await this.queries.waiting(mailingId, after, AT_ONCE);
        await this.notices.sendAll(
          work,
          next.map((one) => {
            const { subject, text } = filled(mailing, one, { zh: nameZh, en: nameEn });
            const { personId, mail, locale, noticeKey, tries } = one;
            return {
              template: tries > 1 ? AGAIN.name : MAILING_TEMPLATE.name,
              to: { personId, mail, locale },
              params: { subject, text },
              key: noticeKey,
            };
          }),
        );
        const ids = next.map(({ id }) => id);
        if (ids.length > 0) await work.manager.update(MailingRecipient, { id: In(ids) }, { orderedAt: work.now });
        return ids;
      });
      if (part.length === 0) return;
      after = part.at(-1)!;
      done += part.length;
      await progress(done, mailing.recipients);
    }
  }
}
