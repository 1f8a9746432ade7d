import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { insertRows, inTurns, Jobs, UnitOfWork, updateRows } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import { MailingAccess } from './mailing.access.js';
import { MailingChoice } from './mailing.choice.js';
import type { SendMailingInput } from './mailing.dto.js';
import { Mailing, MailingRecipient } from './mailing.entity.js';
import { MailingQueries } from './mailing.queries.js';
import { MAILING_JOB } from './mailing.sender.js';
import { MailingSight } from './mailing.sight.js';

/** Of those where it failed, so many are sent again by one statement. */
const AT_ONCE = 500;

/** Messages to many as they are sent, and sent once more where they failed. */
@Injectable()
export class MailingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly choice: MailingChoice,
    private readonly access: MailingAccess,
    private readonly sight: MailingSight,
    private readonly queries: MailingQueries,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Sends it, once: who gets it is fixed now, those of whom the actor may not know included, and each is told in the background.
   * Answers its id. Fails as {@link MailingChoice.of} does, with `mailing.nobody`, and with `mailing.recipients_changed` where others would get it
   * than the preview said.
   */
  async send(actor: Actor, editionName: string, input: SendMailingInput): Promise<{ id: string }> {
    const { edition, all, seen } = await this.choice.of(actor, editionName, input);
    if (seen.length === 0) throw failure('mailing.nobody');
    if (seen.length !== input.recipients)
      throw failure('mailing.recipients_changed', { params: { before: input.recipients, now: seen.length } });
    const id = newId();
    const rows = await inTurns(all, (one) => {
      const own = newId();
      return { ...one, id: own, mailingId: id, noticeKey: `mailing:${own}`, tries: 1, orderedAt: null };
    });
    return this.unitOfWork.run(actor, async (work) => {
      const { audience, subject, text } = input;
      await work.manager.insert(Mailing, {
        id,
        editionId: edition.id,
        audience: { ...audience } as never,
        subject: { zh: subject.zh, en: subject.en },
        text: { zh: text.zh, en: text.en },
        recipients: all.length,
        createdAt: work.now,
        createdBy: actor.id,
      });
      await insertRows(work, MailingRecipient, rows);
      await this.jobs.enqueue(work, MAILING_JOB, { mailingId: id });
      await work.event({
        type: 'mailing.sent',
        subjectType: 'edition',
        subjectId: edition.id,
        scopes: editionScopes(edition.id),
        payload: { mailing: id, audience: { ...audience }, recipients: all.length },
      });
      return { id };
    });
  }

  /**
   * Sends it once more to every address where it failed, and to no other; asked twice at once, it goes out once. Answers to
   * how many of those whom the actor may know of. Fails with `common.not_found`, and with `mailing.none_failed`.
   */
  retry(actor: Actor, id: string): Promise<{ recipients: number }> {
    return this.unitOfWork.run(actor, async (work) => {
      const mailing = await this.access.mailing(actor, id);
      await work.lockRow(Mailing, id);
      const closed = new Set(await this.sight.closedTo(actor, mailing.editionId));
      let [all, seen] = [0, 0];
      for (let after = ''; ;) {
        const failed = await this.queries.failed(id, after, AT_ONCE);
        if (failed.length === 0) break;
        after = failed.at(-1)!.id;
        all += failed.length;
        seen += failed.filter(({ projectId }) => !closed.has(projectId ?? '')).length;
        await updateRows(
          work,
          { table: 'mailing_recipients', columns: { noticeKey: 'text', tries: 'int', orderedAt: 'text' } },
          failed.map(({ id: own, tries }) => [own, `mailing:${own}:${tries + 1}`, tries + 1, null]),
        );
      }
      if (seen === 0) throw failure('mailing.none_failed');
      await this.jobs.enqueue(work, MAILING_JOB, { mailingId: id });
      await work.event({
        type: 'mailing.retried',
        subjectType: 'edition',
        subjectId: mailing.editionId,
        scopes: editionScopes(mailing.editionId),
        payload: { mailing: id, recipients: all },
      });
      return { recipients: seen };
    });
  }
}
