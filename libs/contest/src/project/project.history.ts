import { Persons } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import type { ProjectAppeal } from '../appeal/appeal.entity.js';
import { AppealQueries } from '../appeal/appeal.queries.js';
import { toDecisionItem } from '../eligibility/decision-item.js';
import { DecisionQueries } from '../eligibility/decision.queries.js';
import { MoveQueries } from '../project-move/move.queries.js';
import { TransferQueries } from '../project-transfer/transfer.queries.js';
import type { HistoryItem } from './project.dto.js';
import type { Project } from './project.entity.js';
import { ProjectQueries } from './project.queries.js';

/** A project's way, step by step. */
@Injectable()
export class ProjectHistory {
  constructor(
    private readonly queries: ProjectQueries,
    private readonly decisions: DecisionQueries,
    private readonly transfers: TransferQueries,
    private readonly moves: MoveQueries,
    private readonly appeals: AppealQueries,
    private readonly persons: Persons,
  ) {}

  /** Oldest first. To its `own`er, and to who was that, staff are not named. */
  async of(project: Project, own: boolean): Promise<HistoryItem[]> {
    const submissions = await this.queries.submissions(project.id);
    const decisions = await this.decisions.of(project.id);
    const moves = new Map((await this.moves.of(project.id)).map((move) => [move.submission, move]));
    const transfers = await this.transfers.accepted(project.id);
    const appeal = await this.appeals.of(project.id);
    const names = await this.persons.byIds([
      ...[...submissions, ...decisions].map(({ byId }) => byId),
      ...(appeal ? [appeal.byId, appeal.decidedBy ?? ''] : []),
      ...transfers.flatMap(({ fromId, toId }) => [fromId, ...(toId ? [toId] : [])]),
    ]);
    const nameOf = (id: string | null) => (id && names.get(id)?.name) || '';
    const by = (id: string) => (own ? {} : { by: nameOf(id) });
    const items: HistoryItem[] = [
      { kind: 'created', at: project.createdAt },
      ...submissions.map(({ number, at, byId, late }): HistoryItem => ({
        kind: moves.has(number) ? 'moved' : 'submitted',
        at,
        submission: number,
        ...(moves.has(number) ? { text: moves.get(number)!.reason } : {}),
        ...(late ? { late } : {}),
        ...by(byId),
      })),
      ...decisions.map((decision): HistoryItem => ({ ...toDecisionItem(decision), ...by(decision.byId) })),
      ...transfers.map(({ fromId, toId, endedAt }): HistoryItem => ({
        kind: 'transferred',
        at: endedAt!,
        by: nameOf(fromId),
        to: nameOf(toId),
      })),
      ...(appeal ? appealItems(appeal, by) : []),
      ...(project.withdrawnAt ? [withdrawnItem(project.withdrawnAt, project.withdrawReason)] : []),
    ];
    return items.sort((one, other) => one.at.getTime() - other.at.getTime());
  }
}

const withdrawnItem = (at: Date, text: string | null): HistoryItem => ({
  kind: 'withdrawn',
  at,
  ...(text ? { text } : {}),
});

function appealItems(appeal: ProjectAppeal, by: (id: string) => { by?: string }): HistoryItem[] {
  const { submission, at, text, byId, state, answer, decidedBy, decidedAt } = appeal;
  const made: HistoryItem = { kind: 'appealed', at, submission, text, ...by(byId) };
  if (state === 'open') return [made];
  return [made, { kind: state, at: decidedAt!, submission, text: answer ?? '', ...by(decidedBy ?? '') }];
}
