import { nameKey } from '@haishi/identity';
import { Database, escapeLike, readCursor } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Brackets, Equal, In, IsNull, MoreThan, Not, type SelectQueryBuilder } from 'typeorm';
import { type Reach, reachIncludes } from '../project/reach.js';
import { ARRIVING, CollectedProject, type CollectedState } from './collected.entity.js';
import type { CollectedFacts } from './collected-row.rules.js';

/** Who referred a project. */
export type Referral = Pick<CollectedProject, 'channel' | 'referrer'>;

const MAILS_AT_ONCE = 500;
/** What can be offered again. */
export const CLOSED_STATES: readonly CollectedProject['state'][] = ['declined', 'withdrawn'];

/** By what a list names the same project as another. */
export const keyOf = ({ leaderMail, titleKey }: Pick<CollectedProject, 'leaderMail' | 'titleKey'>): string =>
  `${leaderMail} ${titleKey}`;

/** Those of what was collected before that were declined or taken back and lie in the reach. */
export function closedOf<Held extends { one: Pick<CollectedProject, 'state' | 'region'> }>(
  held: readonly Held[],
  reach: Reach,
): Held[] {
  return held.filter(({ one: { state, region } }) => CLOSED_STATES.includes(state) && reachIncludes(reach, { region }));
}

/** Named reads of collected projects. */
@Injectable()
export class CollectedQueries {
  constructor(private readonly database: Database) {}

  /** Null also while the list that it came with is still being written. */
  find(id: string): Promise<CollectedProject | null> {
    return this.database.manager.findOneBy(CollectedProject, { id: Equal(id), state: Not(ARRIVING) });
  }

  /** Those that wait for an entrant with this address, oldest first. */
  openFor(mail: string): Promise<CollectedProject[]> {
    return this.database.manager.find(CollectedProject, {
      where: { leaderMail: Equal(mail), state: 'open' },
      order: { importedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Of an edition, by the leaders' addresses. */
  of(editionId: string, mails: readonly string[]): Promise<CollectedProject[]> {
    return this.database.manager.findBy(CollectedProject, { editionId: Equal(editionId), leaderMail: In([...mails]) });
  }

  /** Those of a list that were declined or taken back and lie in the reach, each with what the list says of it. */
  async closedAmong(
    editionId: string,
    reach: Reach,
    listed: readonly CollectedFacts[],
  ): Promise<{ one: CollectedProject; facts: CollectedFacts }[]> {
    return closedOf(await this.heldAmong(editionId, listed), reach);
  }

  /** Those of a list that were collected before, each with what the list says of it. */
  async heldAmong<Facts extends CollectedFacts>(
    editionId: string,
    listed: readonly Facts[],
  ): Promise<{ one: CollectedProject; facts: Facts }[]> {
    const said = new Map(listed.map((facts) => [keyOf({ ...facts, titleKey: nameKey(facts.title) }), facts]));
    const mails = [...new Set(listed.map(({ leaderMail }) => leaderMail))];
    const held: { one: CollectedProject; facts: Facts }[] = [];
    for (let start = 0; start < mails.length; start += MAILS_AT_ONCE)
      for (const one of await this.of(editionId, mails.slice(start, start + MAILS_AT_ONCE))) {
        const facts = one.state === ARRIVING ? undefined : said.get(keyOf(one));
        if (facts) held.push({ one, facts });
      }
    return held;
  }

  /** How many of those that an import showed were offered again by it. */
  reopenedByImport(importId: string): Promise<number> {
    return this.database.manager.countBy(CollectedProject, { importId: Equal(importId), reopenedAt: Not(IsNull()) });
  }

  /** How many an import brought in, once all of it is seen. */
  countOfImport(importId: string): Promise<number> {
    return this.database.manager.countBy(CollectedProject, { importId: Equal(importId), state: Not(ARRIVING) });
  }

  /** `limit` of those that an import brought in and nobody decided on, in the order of their ids. */
  openOfImport(importId: string, after: string, limit: number): Promise<CollectedProject[]> {
    return this.database.manager.find(CollectedProject, {
      where: { importId: Equal(importId), state: 'open', id: MoreThan(after) },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** `limit` of those that an import wrote and nobody sees. */
  arrivingOf(importId: string, limit: number): Promise<CollectedProject[]> {
    return this.database.manager.find(CollectedProject, {
      where: { importId: Equal(importId), state: ARRIVING },
      take: limit,
    });
  }

  /** What was collected from a person. */
  byMail(mail: string): Promise<CollectedProject[]> {
    return this.database.manager.findBy(CollectedProject, { leaderMail: Equal(mail) });
  }

  /** Who referred those of these projects that were collected, by project. */
  async referralsOf(projectIds: readonly string[]): Promise<Map<string, Referral>> {
    const found = await this.database.manager.find(CollectedProject, {
      select: { id: true, channel: true, referrer: true },
      where: { id: In([...projectIds]), state: 'claimed' },
    });
    return new Map(found.map((one) => [one.id, one]));
  }

  /** Those in the reach that became projects. */
  async claimed(editionId: string, reach: Reach): Promise<string[]> {
    const select = this.within(editionId, reach).andWhere("one.state = 'claimed'").select('one.id', 'id');
    return (await select.getRawMany<{ id: string }>()).map(({ id }) => id);
  }

  /** `limit + 1` of those in the reach but `except`, the latest first. */
  page(
    editionId: string,
    reach: Reach,
    filter: { state?: CollectedState | undefined; text?: string | undefined; except: readonly string[] },
    cursor: string | undefined,
    limit: number,
  ): Promise<CollectedProject[]> {
    const select = this.within(editionId, reach);
    if (filter.except.length > 0) select.andWhere('one.id NOT IN (:...except)', { except: filter.except });
    if (filter.state) select.andWhere('one.state = :state', { state: filter.state });
    else select.andWhere('one.state <> :arriving', { arriving: ARRIVING });
    if (filter.text) {
      const text = `%${escapeLike(nameKey(filter.text))}%`;
      const plain = `%${escapeLike(filter.text)}%`;
      select.andWhere(
        new Brackets((any) =>
          any
            .where("one.titleKey LIKE :text ESCAPE '!'", { text })
            .orWhere("one.leaderName LIKE :plain ESCAPE '!'", { plain })
            .orWhere("one.referrer LIKE :plain ESCAPE '!'", { plain }),
        ),
      );
    }
    if (cursor) select.andWhere('one.id < :id', { id: String(readCursor(cursor, 1)[0]) });
    return select
      .orderBy('one.id', 'DESC')
      .limit(limit + 1)
      .getMany();
  }

  private within(editionId: string, reach: Reach): SelectQueryBuilder<CollectedProject> {
    const select = this.database.manager
      .createQueryBuilder(CollectedProject, 'one')
      .where('one.editionId = :editionId', { editionId });
    if (!reach.all)
      select.andWhere(reach.regions.length > 0 ? 'one.region IN (:...regions)' : '1 = 0', { regions: reach.regions });
    return select;
  }
}
