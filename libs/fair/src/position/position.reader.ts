import type { Actor } from '@haishi/contracts';
import { assertAllowed, readCursor, toPage } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { FairQueries } from '../fair/fair.queries.js';
import { ParticipationAccess } from '../participation/participation.access.js';
import type { OwnPositionsQuery, PositionPage, PositionView, QueueQuery } from './position.dto.js';
import type { Position } from './position.entity.js';
import { PositionQueries } from './position.queries.js';
import { contentOf, POSITION_MACHINE, type PositionAction } from './position.rules.js';

const PAGE = 50;
const EMPLOYER_ACTIONS: readonly PositionAction[] = ['edit', 'submit', 'take_back', 'remove'];

/** Positions as their employer and reviewers see them. */
@Injectable()
export class PositionReader {
  constructor(
    private readonly queries: PositionQueries,
    private readonly fairs: FairQueries,
    private readonly access: ParticipationAccess,
  ) {}

  /** Those of one participation, by their numbers; for its agents and for reviewers. */
  async ofParticipation(actor: Actor, participationId: string, query: OwnPositionsQuery): Promise<PositionPage> {
    const { participation, own } = await this.access.visible(
      actor,
      participationId,
      'position.review',
      'participation.vet',
    );
    const limit = query.limit ?? PAGE;
    const after = query.cursor === undefined ? 0 : Number(readCursor(query.cursor, 1)[0]);
    const rows = await this.queries.ofParticipation(participation.id, { state: query.state, after, limit });
    return toPage(
      rows,
      limit,
      (row) => [row.number],
      (row) => toView(row, participation.organisationName, own),
    );
  }

  /** One position, for its agents and for reviewers. */
  async one(actor: Actor, id: string): Promise<PositionView> {
    const position = await this.queries.get(id);
    const { participation, own } = await this.access.visible(actor, position.participationId, 'position.review');
    return toView(position, participation.organisationName, own);
  }

  /** The review queue of a fair: what has waited longest first, with how many there are. */
  async queue(actor: Actor, fairName: string, query: QueueQuery): Promise<PositionPage> {
    const fair = await this.fairs.visible(actor, fairName);
    assertAllowed(actor, 'position.review', { fair: fair.id });
    const limit = query.limit ?? PAGE;
    const filter = { state: query.state ?? 'submitted', flags: query.flags, zone: query.zone } as const;
    const [at, id] = query.cursor === undefined ? [] : readCursor(query.cursor, 2);
    const after = at === undefined ? undefined : { at: new Date(Number(at)), id: String(id) };
    const rows = await this.queries.queue(fair.id, { ...filter, after, limit });
    const [employers, total] = await Promise.all([
      this.queries.employers(rows.map((row) => row.participationId)),
      this.queries.queueLength(fair.id, filter),
    ]);
    const page = toPage(
      rows,
      limit,
      (row) => [row.submittedAt!.getTime(), row.id],
      (row) => toView(row, employers.get(row.participationId) ?? '', false),
    );
    return { ...page, total };
  }
}

function toView(row: Position, organisationName: string, own: boolean): PositionView {
  const {
    id,
    number,
    fairId,
    participationId,
    organisationId,
    state,
    stateReason,
    flags,
    submittedAt,
    updatedAt,
    version,
  } = row;
  return {
    ...contentOf(row),
    id,
    number,
    fairId,
    participationId,
    organisationId,
    organisationName,
    state,
    stateReason,
    flags,
    submittedAt,
    updatedAt,
    actions: POSITION_MACHINE.actions(state).filter((action) => EMPLOYER_ACTIONS.includes(action) === own),
    version,
  };
}
