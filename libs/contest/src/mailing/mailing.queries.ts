import { Database, LongReads, readCursor } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, type SelectQueryBuilder } from 'typeorm';
import { DELIVERY_STATES, type DeliveryState, type RecipientQuery } from './mailing.dto.js';
import { Mailing, MailingRecipient } from './mailing.entity.js';

/** Whoever was erased before their turn is passed over, and has no notice. */
const STATE = "COALESCE(notice.state, CASE WHEN one.orderedAt IS NULL THEN 'waiting' ELSE 'failed' END)";

/** Named reads of messages to many. */
@Injectable()
export class MailingQueries {
  constructor(
    private readonly database: Database,
    private readonly reads: LongReads,
  ) {}

  find(id: string): Promise<Mailing | null> {
    return this.database.manager.findOneBy(Mailing, { id: Equal(id) });
  }

  /** The latest first. */
  ofEdition(editionId: string): Promise<Mailing[]> {
    return this.database.manager.find(Mailing, { where: { editionId: Equal(editionId) }, order: { id: 'DESC' } });
  }

  /** How many of its recipients are how far, by message; but for these projects. */
  async counts(ids: readonly string[], except: readonly string[]): Promise<Map<string, Record<DeliveryState, number>>> {
    const counts = new Map(ids.map((id) => [id, none()]));
    if (ids.length === 0) return counts;
    const select = this.database.manager
      .createQueryBuilder(MailingRecipient, 'one')
      .leftJoin('notices', 'notice', "notice.noticeKey = one.noticeKey AND notice.channel = 'mail'")
      .select('one.mailingId', 'mailingId')
      .addSelect(STATE, 'state')
      .addSelect('COUNT(*)', 'count')
      .where('one.mailingId IN (:...ids)', { ids: [...ids] });
    const rows = await this.rows<{ mailingId: string; state: DeliveryState; count: string | number }>(
      butFor(select, except).groupBy('one.mailingId').addGroupBy(STATE),
    );
    for (const { mailingId, state, count } of rows) counts.get(mailingId)![state] = Number(count);
    return counts;
  }

  /** `limit + 1` of its recipients but for those of some projects, with what became of each. */
  async recipients(
    mailingId: string,
    { state, cursor, limit, except }: RecipientQuery & { limit: number; except: readonly string[] },
  ): Promise<(MailingRecipient & { state: DeliveryState; reason: string | null })[]> {
    const select = this.database.manager
      .createQueryBuilder(MailingRecipient, 'one')
      .leftJoin('notices', 'notice', "notice.noticeKey = one.noticeKey AND notice.channel = 'mail'")
      .select('one.id', 'id')
      .addSelect(STATE, 'state')
      .addSelect('notice.reason', 'reason')
      .where('one.mailingId = :mailingId', { mailingId });
    if (state) select.andWhere(`${STATE} = :state`, { state });
    if (cursor) select.andWhere('one.id > :id', { id: String(readCursor(cursor, 1)[0]) });
    const found = await this.rows<{ id: string; state: DeliveryState; reason: string | null }>(
      butFor(select, except)
        .orderBy('one.id', 'ASC')
        .limit(limit + 1),
    );
    const rows = await this.database.manager.findBy(MailingRecipient, { id: In(found.map(({ id }) => id)) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return found.map(({ id, state: now, reason }) => ({ ...byId.get(id)!, state: now, reason }));
  }

  /** A message goes to thousands, and desks look at how far it is every few seconds: nobody else waits for that. */
  private rows<Row>(select: SelectQueryBuilder<MailingRecipient>): Promise<Row[]> {
    return this.reads.rows<Row>(...(select.getQueryAndParameters() as [string, never[]]));
  }

  /** The next of those where it failed, who can still be written to, in their order. */
  failed(mailingId: string, after: string, limit: number): Promise<MailingRecipient[]> {
    return this.database.manager
      .createQueryBuilder(MailingRecipient, 'one')
      .innerJoin('notices', 'notice', "notice.noticeKey = one.noticeKey AND notice.channel = 'mail'")
      .where('one.mailingId = :mailingId AND one.id > :after', { mailingId, after })
      .andWhere("notice.state = 'failed'")
      .andWhere("one.mail <> ''")
      .orderBy('one.id', 'ASC')
      .limit(limit)
      .getMany();
  }

  /** The next of those whose turn has not come, in their order. */
  waiting(mailingId: string, after: string, limit: number): Promise<MailingRecipient[]> {
    return this.database.manager
      .createQueryBuilder(MailingRecipient, 'one')
      .where('one.mailingId = :mailingId AND one.id > :after AND one.orderedAt IS NULL', { mailingId, after })
      .orderBy('one.id', 'ASC')
      .limit(limit)
      .getMany();
  }

  /** What a person got, by account or by address. */
  ofPerson(personId: string, mail: string | null): Promise<MailingRecipient[]> {
    return this.database.manager.findBy(MailingRecipient, [
      { personId: Equal(personId) },
      ...(mail ? [{ mail: Equal(mail) }] : []),
    ]);
  }
}

const butFor = (select: SelectQueryBuilder<MailingRecipient>, projectIds: readonly string[]) =>
  projectIds.length === 0
    ? select
    : select.andWhere('(one.projectId IS NULL OR one.projectId NOT IN (:...projectIds))', { projectIds });

const none = (): Record<DeliveryState, number> =>
  Object.fromEntries(DELIVERY_STATES.map((state) => [state, 0])) as Record<DeliveryState, number>;
