import { failure } from '@haishi/contracts';
import { isId } from '@haishi/kernel';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { activeKey, Participation } from './participation.entity.js';
import type { ParticipationState, ReadinessFacts } from './participation.rules.js';

export type PositionCounts = ReadinessFacts['positions'];

/** Named reads of participations. */
@Injectable()
export class ParticipationQueries {
  constructor(private readonly database: Database) {}

  /** Fails with `common.not_found`. */
  async get(id: string): Promise<Participation> {
    const found = isId(id) ? await this.database.manager.findOneBy(Participation, { id: Equal(id) }) : null;
    if (!found) throw failure('common.not_found');
    return found;
  }

  /** The organisation's standing participation in the fair. */
  active(fairId: string, organisationId: string): Promise<Participation | null> {
    return this.database.manager.findOneBy(Participation, { activeKey: Equal(activeKey(fairId, organisationId)) });
  }

  /** Of these organisations, newest first. */
  ofOrganisations(ids: readonly string[]): Promise<Participation[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.database.manager.find(Participation, {
      where: { organisationId: In([...ids]) },
      order: { appliedAt: 'DESC', id: 'DESC' },
    });
  }

  /** Since when the first application to a fair has waited. */
  async appliedSince(fairId: string): Promise<Date | undefined> {
    const oldest = await this.database.manager.findOne(Participation, {
      where: { fairId: Equal(fairId), state: 'applied' },
      order: { appliedAt: 'ASC' },
    });
    return oldest?.appliedAt;
  }

  /** Of a fair, those that have waited longest first; `limit + 1` of them. */
  page(
    fairId: string,
    query: { state?: ParticipationState | undefined; after?: string | undefined; limit: number },
  ): Promise<Participation[]> {
    const select = this.database.manager
      .createQueryBuilder(Participation, 'part')
      .where('part.fairId = :fairId', { fairId })
      .orderBy('part.id', 'ASC')
      .limit(query.limit + 1);
    if (query.state) select.andWhere('part.state = :state', { state: query.state });
    if (query.after) select.andWhere('part.id > :after', { after: query.after });
    return select.getMany();
  }

  /** How many positions of each state each participation has; removed ones left out. */
  async positionCounts(ids: readonly string[]): Promise<Map<string, PositionCounts>> {
    const counts = new Map(ids.map((id) => [id, { draft: 0, submitted: 0, returned: 0, approved: 0 }]));
    if (ids.length === 0) return counts;
    const rows = await this.database.query<{ participationId: string; state: string; amount: number }>(
      `SELECT participationId, state, COUNT(*) AS amount FROM positions
       WHERE participationId IN (${ids.map(() => '?').join(', ')}) GROUP BY participationId, state`,
      ids,
    );
    for (const { participationId, state, amount } of rows) {
      const held = counts.get(participationId);
      if (held && state in held) held[state as keyof PositionCounts] = Number(amount);
    }
    return counts;
  }
}
