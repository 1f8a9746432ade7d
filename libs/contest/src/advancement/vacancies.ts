import { Database, inTurns } from '@haishi/platform';
import { type Advancement, movesOf } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal, MoreThan } from 'typeorm';
import type { Edition } from '../edition/edition.entity.js';
import { Project } from '../project/project.entity.js';
import { AdvancementQueries, type DecisionHead } from './advancement.queries.js';
import { standing } from './advancement.rules.js';
import type { JudgedEntry, JudgedStage } from './judged-stages.js';

/** Vacancies worked out before others have a turn: each may move a long waiting list. */
const AT_ONCE = 20;

/** A place of a published decision whose project is gone: somebody has to take it out, so that the waiting list moves up. */
export interface Vacancy {
  stage: string;
  entryId: string;
  projectId: string;
  /** As its owner gave it; null where none was given, and where it left an earlier stage. */
  reason: string | null;
  /** The entries that it moves to take this one out, itself among them. */
  moves: JudgedEntry[];
}

type Held = Omit<Vacancy, 'moves'> & { holds: Advancement };

/** Seats, and numbers of waiting lists, that are held by who withdrew since, or left an earlier stage since. */
@Injectable()
export class Vacancies {
  constructor(
    private readonly database: Database,
    private readonly queries: AdvancementQueries,
  ) {}

  /**
   * Of all published decisions of an edition, by stage.
   *
   * @param projectId whose places alone, where it is given
   */
  async ofEdition(edition: Edition, projectId?: string): Promise<Vacancy[]> {
    const found: Vacancy[] = [];
    for (const decision of await this.queries.published(edition.id))
      found.push(...(await this.of(await this.queries.stage(edition, decision.stageCode), decision, projectId)));
    return found;
  }

  /** Of one decision; none before it is published. Others are answered between. */
  async of(place: JudgedStage, decision: DecisionHead, projectId?: string): Promise<Vacancy[]> {
    const vacant = (await this.held(place, decision)).filter((one) => (projectId ?? one.projectId) === one.projectId);
    if (vacant.length === 0) return [];
    const { answer } = await this.queries.whole(decision);
    const replaced = await this.queries.replacements(decision.id);
    const movesFor = movesOf(standing(answer, replaced).filter(({ status }) => status !== 'out'));
    const at = new Map(place.entries.map((one, index) => [one.id, index]));
    return inTurns(
      vacant,
      ({ holds, ...one }) => ({
        ...one,
        moves: movesFor(holds)
          .map((moved) => at.get(moved)!)
          .sort((former, later) => former - later)
          .map((index) => place.entries[index]!),
      }),
      AT_ONCE,
    );
  }

  /** {@link of}, without what each moves. */
  async held(place: JudgedStage, decision: DecisionHead): Promise<Held[]> {
    const { id, stageCode: stage, publishedAt } = decision;
    if (publishedAt === null) return [];
    const gone = new Map([...(await this.queries.leftEarlier(place))].map((one) => [one, null as string | null]));
    const withdrawn = await this.database.manager.find(Project, {
      select: { id: true, withdrawReason: true },
      where: { editionId: Equal(place.edition.id), state: Equal('withdrawn'), withdrawnAt: MoreThan(publishedAt) },
    });
    for (const one of withdrawn) gone.set(one.id, one.withdrawReason);
    const suspects = gone.size === 0 ? [] : place.entries.filter(({ projectId }) => gone.has(projectId));
    if (suspects.length === 0) return [];
    const { answer } = await this.queries.whole(decision);
    const standingBy = new Map(
      standing(answer, await this.queries.replacements(id)).map((one) => [one.entryId, one] as const),
    );
    return suspects.flatMap(({ id: entryId, projectId }) => {
      const holds = standingBy.get(entryId);
      return holds && holds.status !== 'out'
        ? [{ stage, entryId, projectId, reason: gone.get(projectId) ?? null, holds }]
        : [];
    });
  }
}
