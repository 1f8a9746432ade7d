import { failure } from '@haishi/contracts';
import { isId } from '@haishi/kernel';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, MoreThan, Not } from 'typeorm';
import { Participation } from '../participation/participation.entity.js';
import { PositionImport } from './position-import.entity.js';
import { Position } from './position.entity.js';
import type { PositionState } from './position.rules.js';

export interface QueueFilter {
  state: PositionState;
  flags?: 'flagged' | 'clean' | undefined;
  zone?: string | undefined;
  after?: { at: Date; id: string } | undefined;
  limit: number;
}

/** Named reads of positions. */
@Injectable()
export class PositionQueries {
  constructor(private readonly database: Database) {}

  /** Fails with `common.not_found`, also for one that was removed. */
  async get(id: string): Promise<Position> {
    const found = isId(id)
      ? await this.database.manager.findOneBy(Position, { id: Equal(id), state: Not('removed') })
      : null;
    if (!found) throw failure('common.not_found');
    return found;
  }

  /** In the order of `ids`, removed and unknown ones left out. */
  async byIds(ids: readonly string[]): Promise<Position[]> {
    const found = await this.database.manager.findBy(Position, { id: In(ids.filter(isId)), state: Not('removed') });
    const byId = new Map(found.map((position) => [position.id, position]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** Of one participation, by their numbers; `limit + 1` of them. */
  ofParticipation(
    participationId: string,
    query: { state?: PositionState | undefined; after: number; limit: number },
  ): Promise<Position[]> {
    const select = this.database.manager
      .createQueryBuilder(Position, 'position')
      .where('position.participationId = :participationId AND position.number > :after', {
        participationId,
        after: query.after,
      })
      .orderBy('position.number', 'ASC')
      .limit(query.limit + 1);
    if (query.state) select.andWhere('position.state = :state', { state: query.state });
    else select.andWhere("position.state <> 'removed'");
    return select.getMany();
  }

  /** Those of one participation that an act can start from. */
  inStates(participationId: string, states: readonly PositionState[], ids?: readonly string[]): Promise<Position[]> {
    return this.database.manager.find(Position, {
      where: { participationId: Equal(participationId), state: In([...states]), ...(ids ? { id: In([...ids]) } : {}) },
      order: { number: 'ASC' },
    });
  }

  byKeys(participationId: string, keys: readonly string[]): Promise<Position[]> {
    return this.database.manager.findBy(Position, { participationId: Equal(participationId), rowKey: In([...keys]) });
  }

  /** The queue of a fair: what has waited longest first; `limit + 1` of them. */
  queue(fairId: string, filter: QueueFilter): Promise<Position[]> {
    const select = this.filtered(fairId, filter)
      .orderBy('position.submittedAt', 'ASC')
      .addOrderBy('position.id', 'ASC');
    if (filter.after)
      select.andWhere(
        '(position.submittedAt > :at OR (position.submittedAt = :at AND position.id > :id))',
        filter.after,
      );
    return select.limit(filter.limit + 1).getMany();
  }

  queueLength(fairId: string, filter: Omit<QueueFilter, 'after' | 'limit'>): Promise<number> {
    return this.filtered(fairId, filter).getCount();
  }

  /** Since when the first of the queue has waited. */
  async queueSince(fairId: string): Promise<Date | undefined> {
    const oldest = await this.filtered(fairId, { state: 'submitted' })
      .orderBy('position.submittedAt', 'ASC')
      .limit(1)
      .getOne();
    return oldest?.submittedAt ?? undefined;
  }

  private filtered(fairId: string, { state, flags, zone }: Omit<QueueFilter, 'after' | 'limit'>) {
    const select = this.database.manager
      .createQueryBuilder(Position, 'position')
      .where('position.fairId = :fairId AND position.state = :state', { fairId, state });
    if (flags) select.andWhere(flags === 'flagged' ? 'position.openFlags > 0' : 'position.openFlags = 0');
    if (zone) select.andWhere('position.zone = :zone', { zone });
    return select;
  }

  importById(id: string): Promise<PositionImport | null> {
    return this.database.manager.findOneBy(PositionImport, { id: Equal(id) });
  }

  /** Files of these participations that hold faulty rows and were not taken over. */
  faultyImports(participationIds: readonly string[]): Promise<PositionImport[]> {
    if (participationIds.length === 0) return Promise.resolve([]);
    return this.database.manager.find(PositionImport, {
      select: { id: true, participationId: true, fileName: true, faulty: true },
      where: { participationId: In([...participationIds]), state: 'checked', faulty: MoreThan(0) },
    });
  }

  /** What the employers of these participations are called. */
  async employers(participationIds: readonly string[]): Promise<Map<string, string>> {
    const ids = [...new Set(participationIds)];
    if (ids.length === 0) return new Map();
    const found = await this.database.manager.find(Participation, {
      where: { id: In(ids) },
      select: { id: true, organisationName: true },
    });
    return new Map(found.map(({ id, organisationName }) => [id, organisationName]));
  }
}
