import { type Actor, failure } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { insertRows, Jobs, Notices, UnitOfWork, updateRows } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { type Edition, editionScopes } from '../edition/edition.entity.js';
import type { Reach } from '../project/reach.js';
import { MailingAccess } from './mailing.access.js';
import { MailingAudience } from './mailing.audience.js';
import type { AudienceInput, MailingInput, MailingPreview, SendMailingInput } from './mailing.dto.js';
import { Mailing, MailingRecipient } from './mailing.entity.js';
import { MailingQueries } from './mailing.queries.js';
import { type Addressee, checkAudience, checkPlaceholders, told } from './mailing.rules.js';
import { MAILING_JOB, MAILING_TEMPLATE } from './mailing.sender.js';
import { MailingSight } from './mailing.sight.js';

const SAMPLES = 3;

/** Writing to many at once. */
@Injectable()
export class MailingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: MailingAccess,
    private readonly audience: MailingAudience,
    private readonly sight: MailingSight,
    private readonly queries: MailingQueries,
    private readonly persons: Persons,
    private readonly notices: Notices,
    private readonly jobs: Jobs,
  ) {}

  /** How many would get it of those whom the actor may know of, and how the first of them would read it. Fails with `common.invalid` that names every faulty field. */
  async preview(actor: Actor, editionName: string, input: MailingInput): Promise<MailingPreview> {
    const { edition, reach } = await this.access.edition(actor, editionName);
    assertSound(edition, input);
    const { seen, recused } = await this.recipients(actor, { edition, reach }, input.audience);
    return {
      recipients: seen.length,
      recused,
      samples: (await this.sight.named(seen.slice(0, SAMPLES))).map((one) => {
        const { subject, text } = told(input, one, nameOf(edition));
        const { name, mail, locale } = one;
        return { name, mail, locale, subject: subject[locale], text: text[locale] };
      }),
    };
  }

  /** Sends it to the actor alone, as the first of the recipients whom they may know of would read it. Fails with `mailing.nobody` and `mailing.no_address`. */
  async test(actor: Actor, editionName: string, input: MailingInput): Promise<void> {
    const { edition, reach } = await this.access.edition(actor, editionName);
    assertSound(edition, input);
    const { seen } = await this.recipients(actor, { edition, reach }, input.audience);
    const [first] = await this.sight.named(seen.slice(0, 1));
    if (!first) throw failure('mailing.nobody');
    const person = await this.persons.byId(actor.id);
    if (!person?.mail) throw failure('mailing.no_address');
    await this.unitOfWork.run(actor, async (work) => {
      const { subject, text } = told(input, first, nameOf(edition));
      await this.notices.send(work, {
        template: MAILING_TEMPLATE.name,
        to: { personId: person.id, mail: person.mail, locale: actor.locale },
        params: { subject, text },
        key: `mailing-test:${newId()}`,
      });
      await work.event({
        type: 'mailing.tested',
        subjectType: 'edition',
        subjectId: edition.id,
        scopes: editionScopes(edition.id),
      });
    });
  }

  /**
   * Sends it, once: who gets it is fixed now, those of whom the actor may not know included, and each is told in the background.
   * Answers its id. Fails as a preview does, with `mailing.nobody`, and with `mailing.recipients_changed` where others would get it
   * than the preview said.
   */
  async send(actor: Actor, editionName: string, input: SendMailingInput): Promise<{ id: string }> {
    const { edition, reach } = await this.access.edition(actor, editionName);
    assertSound(edition, input);
    const { all, seen } = await this.recipients(actor, { edition, reach }, input.audience);
    if (seen.length === 0) throw failure('mailing.nobody');
    if (seen.length !== input.recipients)
      throw failure('mailing.recipients_changed', { params: { before: input.recipients, now: seen.length } });
    return this.unitOfWork.run(actor, async (work) => {
      const id = newId();
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
      await insertRows(
        work,
        MailingRecipient,
        all.map((one) => {
          const own = newId();
          return { ...one, id: own, mailingId: id, noticeKey: `mailing:${own}`, tries: 1, orderedAt: null };
        }),
      );
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
      const failed = await this.queries.failed(id);
      const closed = new Set(await this.sight.closedTo(actor, mailing.editionId));
      const seen = failed.filter(({ projectId }) => !closed.has(projectId ?? ''));
      if (seen.length === 0) throw failure('mailing.none_failed');
      await updateRows(
        work,
        { table: 'mailing_recipients', columns: { noticeKey: 'text', tries: 'int', orderedAt: 'text' } },
        failed.map(({ id: own, tries }) => [own, `mailing:${own}:${tries + 1}`, tries + 1, null]),
      );
      await this.jobs.enqueue(work, MAILING_JOB, { mailingId: id });
      await work.event({
        type: 'mailing.retried',
        subjectType: 'edition',
        subjectId: mailing.editionId,
        scopes: editionScopes(mailing.editionId),
        payload: { mailing: id, recipients: failed.length },
      });
      return { recipients: seen.length };
    });
  }

  private async recipients(
    actor: Actor,
    { edition, reach }: { edition: Edition; reach: Reach },
    audience: AudienceInput,
  ): Promise<{ all: Addressee[]; seen: Addressee[]; recused: number }> {
    const all = await this.audience.of(edition, reach, audience);
    return { all, ...(await this.sight.of(actor, { editionId: edition.id, reach }, all)) };
  }
}

function assertSound({ definition }: Edition, input: MailingInput): void {
  const faults = [...checkAudience(input.audience, definition), ...checkPlaceholders(input, input.audience.kind)];
  if (faults.length > 0) throw failure('common.invalid', { fields: faults });
}

const nameOf = ({ nameZh, nameEn }: Edition) => ({ zh: nameZh, en: nameEn });
