import { Database } from '@haishi/platform';
import { replaceWithdrawn } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull, MoreThan, Not } from 'typeorm';
import type { Edition } from '../edition/edition.entity.js';
import { Project } from '../project/project.entity.js';
import { StageAdvancement } from './advancement.entity.js';
import { AdvancementQueries } from './advancement.queries.js';
import { movedBetween, standing } from './advancement.rules.js';
import type { JudgedEntry, JudgedStage } from './judged-stages.js';

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

/** Seats, and numbers of waiting lists, that are held by who withdrew since, or left an earlier stage since. */
@Injectable()
export class Vacancies {
  constructor(
    private readonly database: Database,
    private readonly queries: AdvancementQueries,
  ) {}

  /** Of all published decisions of an edition, by stage. */
  async ofEdition(edition: Edition): Promise<Vacancy[]> {
    const published = await this.database.manager.find(StageAdvancement, {
      select: { id: true, stageCode: true, publishedAt: true },
      where: { editionId: Equal(edition.id), publishedAt: Not(IsNull()) },
    });
    const found: Vacancy[] = [];
    for (const decision of published)
      found.push(...(await this.of(await this.queries.stage(edition, decision.stageCode), decision)));
    return found;
  }

  /** Of one decision; none before it is published. */
  async of(
    place: JudgedStage,
    { id, stageCode, publishedAt }: Pick<StageAdvancement, 'id' | 'stageCode' | 'publishedAt'>,
  ): Promise<Vacancy[]> {
    if (publishedAt === null) return [];
    const gone = new Map([...(await this.queries.leftEarlier(place))].map((one) => [one, null as string | null]));
    const withdrawn = await this.database.manager.find(Project, {
      select: { id: true, withdrawReason: true },
      where: { editionId: Equal(place.edition.id), state: Equal('withdrawn'), withdrawnAt: MoreThan(publishedAt) },
    });
    for (const { id: projectId, withdrawReason } of withdrawn) gone.set(projectId, withdrawReason);
    const replaced = await this.queries.replacements(id);
    const left = new Set(replaced.map(({ withdrawnId }) => withdrawnId));
    const suspects = place.entries.filter((one) => gone.has(one.projectId) && !left.has(one.id));
    if (suspects.length === 0) return [];
    const { answer } = await this.database.manager.findOneByOrFail(StageAdvancement, { id: Equal(id) });
    const stood = standing(answer, replaced);
    const holding = new Set(stood.flatMap(({ entryId, status }) => (status === 'out' ? [] : [entryId])));
    return suspects
      .filter((one) => holding.has(one.id))
      .map(({ id: entryId, projectId }) => {
        const moved = movedBetween(stood, replaceWithdrawn(stood, entryId).entries);
        return {
          stage: stageCode,
          entryId,
          projectId,
          reason: gone.get(projectId) ?? null,
          moves: place.entries.filter((one) => moved.has(one.id)),
        };
      });
  }
}
