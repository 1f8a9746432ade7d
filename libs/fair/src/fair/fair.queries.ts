import { type Actor, failure } from '@haishi/contracts';
import { isId } from '@haishi/kernel';
import { Database, isAllowed } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { Fair } from './fair.entity.js';
import type { FairState } from './fair.rules.js';

/** What is counted of a fair's positions. */
export interface PositionTotals {
  /** Positions that the public can find. */
  listed: number;
  /** Persons wanted for them. */
  headcount: number;
}

/** Whether `actor` has staff work at the fair. */
export function isFairStaff(actor: Actor, fairId: string): boolean {
  const permissions = ['fair.manage', 'participation.vet', 'position.review', 'invitation.manage'] as const;
  return permissions.some((permission) => isAllowed(actor, permission, { fair: fairId }));
}

/** Named reads of fairs. */
@Injectable()
export class FairQueries {
  constructor(private readonly database: Database) {}

  /** Fails with `common.not_found`. */
  async get(id: string): Promise<Fair> {
    const fair = await this.database.manager.findOneBy(Fair, { id: Equal(id) });
    if (!fair) throw failure('common.not_found');
    return fair;
  }

  findByCode(code: string): Promise<Fair | null> {
    return this.database.manager.findOneBy(Fair, { code: Equal(code) });
  }

  /** By id or by code, as addresses name it; a draft for its staff alone. Fails with `common.not_found`. */
  async visible(actor: Actor, name: string): Promise<Fair> {
    const fair = isId(name) ? await this.get(name) : await this.findByCode(name);
    if (!fair || (fair.state === 'draft' && !isFairStaff(actor, fair.id))) throw failure('common.not_found');
    return fair;
  }

  /** Newest first. */
  inStates(states: readonly FairState[]): Promise<Fair[]> {
    return this.database.manager.find(Fair, { where: { state: In([...states]) }, order: { number: 'DESC' } });
  }

  async byIds(ids: readonly string[]): Promise<Map<string, Fair>> {
    const fairs = ids.length === 0 ? [] : await this.database.manager.findBy(Fair, { id: In([...new Set(ids)]) });
    return new Map(fairs.map((fair) => [fair.id, fair]));
  }

  /** Participations by state. */
  async participations(fairId: string): Promise<Record<string, number>> {
    return this.countByState('participations', fairId);
  }

  /** Positions by state, removed ones left out. */
  async positions(fairId: string): Promise<Record<string, number>> {
    const { removed: _removed, ...counts } = await this.countByState('positions', fairId);
    return counts;
  }

  /** On `today`, as `2026-06-30` in the fair's zone. */
  async positionTotals(fairId: string, today: string): Promise<PositionTotals> {
    const [row] = await this.database.query<{ listed: number; headcount: number | null }>(
      `SELECT COUNT(*) AS listed, SUM(headcount) AS headcount FROM positions WHERE fairId = ? AND state = 'approved' AND validUntil >= ?`,
      [fairId, today],
    );
    return { listed: Number(row?.listed ?? 0), headcount: Number(row?.headcount ?? 0) };
  }

  private async countByState(table: 'participations' | 'positions', fairId: string): Promise<Record<string, number>> {
    const rows = await this.database.query<{ state: string; amount: number }>(
      `SELECT state, COUNT(*) AS amount FROM ${table} WHERE fairId = ? GROUP BY state`,
      [fairId],
    );
    return Object.fromEntries(rows.map(({ state, amount }) => [state, Number(amount)]));
  }
}
