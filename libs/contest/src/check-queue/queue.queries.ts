import type { Actor } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { EligibilityClaim } from '../eligibility-claim/claim.entity.js';
import type { Project } from '../project/project.entity.js';
import { type ProjectFilter, ProjectQueries } from '../project/project.queries.js';
import { Involvement } from '../involvement/involvement.js';

export const CLAIM_FILTERS = ['mine', 'free', 'others'] as const;
export type ClaimFilter = (typeof CLAIM_FILTERS)[number];

/** `unknown`: what a condition reads is not given. */
export const RULE_FILTERS = ['notMet', 'unknown'] as const;
export type RuleFilter = (typeof RULE_FILTERS)[number];

const DAY_MS = 86_400_000;

/** What the queue is narrowed to, besides where its projects lie. */
export interface QueueFilter extends ProjectFilter {
  claim?: ClaimFilter | undefined;
  /** What some condition of entry makes of it, as they are now. */
  conditions?: RuleFilter | undefined;
  /** Handed in at least so many days ago. */
  waitingDays?: number | undefined;
}

/** Named reads of what waits for the check. */
@Injectable()
export class QueueQueries {
  constructor(
    private readonly projects: ProjectQueries,
    private readonly involvement: Involvement,
  ) {}

  /** `limit + 1` of the queue from the cursor on, the longest waiting first. */
  page(actor: Actor, filter: QueueFilter, now: Date, cursor: string | undefined, limit: number): Promise<Project[]> {
    return this.projects.page(narrowed(actor, filter, now), 'submittedAt', cursor, limit);
  }

  count(actor: Actor, filter: QueueFilter, now: Date): Promise<number> {
    return this.projects.count(narrowed(actor, filter, now));
  }

  /** How many more wait that the actor is recused from. */
  recused(filter: QueueFilter): Promise<number> {
    return this.projects.recused(filter, ['submitted']);
  }

  /** At most `limit` that nobody checks, but those `passed`, each with whether the actor may check it. */
  async free(
    actor: Actor,
    filter: QueueFilter,
    now: Date,
    passed: readonly string[],
    limit: number,
  ): Promise<{ id: string; checkable: boolean }[]> {
    const free = narrowed(actor, { ...filter, claim: 'free' }, now);
    const also = (select: SelectQueryBuilder<Project>) => {
      free.narrow?.(select);
      if (passed.length > 0) select.andWhere('project.id NOT IN (:...passed)', { passed });
    };
    const found = (await this.projects.page({ ...free, narrow: also }, 'submittedAt', undefined, limit)).slice(
      0,
      limit,
    );
    const ids = found.map(({ id }) => id);
    const barred = await this.involvement.conflicts(actor, ids);
    return ids.map((id) => ({ id, checkable: !barred.has(id) }));
  }
}

function narrowed(actor: Actor, { claim, conditions, waitingDays, ...filter }: QueueFilter, now: Date): ProjectFilter {
  return {
    ...filter,
    states: ['submitted'],
    narrow: (select) => {
      if (claim) {
        select.leftJoin(EligibilityClaim, 'claim', 'claim.projectId = project.id AND claim.until > :now', { now });
        if (claim === 'free') select.andWhere('claim.projectId IS NULL');
        else select.andWhere(`claim.personId ${claim === 'mine' ? '=' : '<>'} :checker`, { checker: actor.id });
      }
      if (conditions) select.andWhere(`project.${conditions === 'notMet' ? 'unmetRules' : 'unknownRules'} > 0`);
      if (waitingDays) {
        const since = new Date(now.getTime() - waitingDays * DAY_MS);
        select.andWhere('project.submittedAt <= :since', { since });
      }
    },
  };
}
