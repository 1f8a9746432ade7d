import { type Actor, failure } from '@haishi/contracts';
import type { Failure } from '@haishi/kernel';
import { Persons } from '@haishi/identity';
import { Database, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { EligibilityClaim } from './claim.entity.js';
import { claimAgainst, claimedUntil, liveClaim } from './claim.rules.js';

/** A claim as checkers see it. */
export interface ClaimView {
  by: string;
  mine: boolean;
  until: Date;
}

/** Who checks which project at present. Whoever changes a claim holds its project's row. */
@Injectable()
export class Claims {
  constructor(
    private readonly database: Database,
    private readonly persons: Persons,
  ) {}

  of(projectId: string): Promise<EligibilityClaim | null> {
    return this.database.manager.findOneBy(EligibilityClaim, { projectId: Equal(projectId) });
  }

  /** The claims that count, by project. */
  async live(actor: Actor, projectIds: readonly string[], now: Date): Promise<Map<string, ClaimView>> {
    if (projectIds.length === 0) return new Map();
    const found = await this.database.manager.findBy(EligibilityClaim, { projectId: In([...projectIds]) });
    const counting = found.filter((claim) => liveClaim(claim, now));
    const names = await this.persons.byIds(counting.map(({ personId }) => personId));
    return new Map(
      counting.map(({ projectId, personId, until }) => [
        projectId,
        { by: names.get(personId)?.name ?? '', mine: personId === actor.id, until },
      ]),
    );
  }

  /** Why `actor` may not decide on a project now: somebody else checks it. */
  async against(actor: Actor, projectId: string, now: Date): Promise<Failure | undefined> {
    return (await this.againstAmong(actor, [projectId], now)).get(projectId);
  }

  /** {@link against} for many, by project. */
  async againstAmong(actor: Actor, projectIds: readonly string[], now: Date): Promise<Map<string, Failure>> {
    const found = await this.database.manager.findBy(EligibilityClaim, { projectId: In([...projectIds]) });
    const others = found.flatMap((claim) => claimAgainst(claim, actor.id, now) ?? []);
    const names = await this.persons.byIds(others.map(({ personId }) => personId));
    return new Map(
      others.map(({ projectId, personId, until }) => {
        const name = names.get(personId)?.name ?? '';
        return [projectId, failure('eligibility.claimed', { params: { name }, data: { until: until.toISOString() } })];
      }),
    );
  }

  /** Gives the claim to the actor, or prolongs theirs; answers until when, and whether it is new to them. */
  async take(work: Work, projectId: string): Promise<{ until: Date; fresh: boolean }> {
    const until = claimedUntil(work.now);
    const held = await this.of(projectId);
    const fresh = liveClaim(held, work.now)?.personId !== work.actor.id;
    if (!held) await work.manager.insert(EligibilityClaim, { projectId, personId: work.actor.id, at: work.now, until });
    else
      await work.manager.update(
        EligibilityClaim,
        { projectId: Equal(projectId) },
        { personId: work.actor.id, until, ...(fresh ? { at: work.now } : {}) },
      );
    return { until, fresh };
  }

  async drop(work: Work, projectIds: readonly string[]): Promise<void> {
    const held = await this.database.manager.findBy(EligibilityClaim, { projectId: In([...projectIds]) });
    if (held.length > 0)
      await work.manager.delete(EligibilityClaim, { projectId: In(held.map(({ projectId }) => projectId)) });
  }
}
