import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull, Not } from 'typeorm';
import { EditionQueries } from '../edition/edition.queries.js';
import { AdvancementReplacement, StageAdvancement } from './advancement.entity.js';
import { standing } from './advancement.rules.js';
import { JudgedStages } from './judged-stages.js';

/** Which projects go on to a stage. */
@Injectable()
export class Onward {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionQueries,
    private readonly stages: JudgedStages,
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
    const ids = standing(answer, left)
      .filter(({ status }) => status === 'advances' || status === 'wildcard')
      .map(({ entryId }) => entryId);
    return new Set((await this.stages.projectsOf(ids)).values());
  }
}
