import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull, Not } from 'typeorm';
import { EditionQueries } from '../edition/edition.queries.js';
import { ReviewEntry } from '../online-review/round.entity.js';
import { RoadshowEntry } from '../roadshow/session.entity.js';
import { AdvancementReplacement, StageAdvancement } from './advancement.entity.js';
import { standing } from './advancement.rules.js';

/** Ids asked for by one statement. */
const AT_ONCE = 1000;

/** Which projects go on to a stage. */
@Injectable()
export class Onward {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionQueries,
  ) {}

  /**
   * The projects that the nearest stage before this one lets advance, of those whose decision is published; who left since is
   * not among them, who moved up is. Null where no stage before it has a published decision: every accepted project may enter.
   */
  async into(editionId: string, stageCode: string): Promise<ReadonlySet<string> | null> {
    const stages = await this.editions.stages(editionId);
    const earlier = stages.slice(
      0,
      Math.max(
        0,
        stages.findIndex(({ code }) => code === stageCode),
      ),
    );
    const published = await this.database.manager.find(StageAdvancement, {
      where: { editionId: Equal(editionId), publishedAt: Not(IsNull()) },
      order: { number: 'DESC' },
    });
    for (const { code } of earlier.toReversed()) {
      const decision = published.find((one) => one.stageCode === code);
      if (decision) return this.advancing(decision);
    }
    return null;
  }

  private async advancing({ id, answer }: StageAdvancement): Promise<ReadonlySet<string>> {
    const left = await this.database.manager.find(AdvancementReplacement, {
      where: { advancementId: Equal(id) },
      order: { number: 'ASC' },
    });
    const { entries } = standing(
      answer,
      left.map(({ withdrawnId }) => withdrawnId),
    );
    const ids = entries
      .filter(({ status }) => status === 'advances' || status === 'wildcard')
      .map(({ entryId }) => entryId);
    const projects = new Set<string>();
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const where = { id: In(ids.slice(start, start + AT_ONCE)) };
      const select = { projectId: true } as const;
      for (const { projectId } of await this.database.manager.find(RoadshowEntry, { select, where }))
        projects.add(projectId);
      for (const { projectId } of await this.database.manager.find(ReviewEntry, { select, where }))
        projects.add(projectId);
    }
    return projects;
  }
}
