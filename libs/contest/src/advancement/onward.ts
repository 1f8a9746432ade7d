import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { AdvancementQueries, type DecisionHead } from './advancement.queries.js';
import { standing } from './advancement.rules.js';

/** Which projects go on to a stage. */
@Injectable()
export class Onward {
  constructor(
    private readonly editions: EditionQueries,
    private readonly queries: AdvancementQueries,
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
    const published = await this.queries.published(editionId);
    for (const { code } of earlier.toReversed()) {
      const decision = published.find((one) => one.stageCode === code);
      if (decision) return this.advancing(decision);
    }
    return null;
  }

  private async advancing(head: DecisionHead): Promise<ReadonlySet<string>> {
    const { answer } = await this.queries.whole(head);
    const ids = standing(answer, await this.queries.replacements(head.id))
      .filter(({ status }) => status === 'advances' || status === 'wildcard')
      .map(({ entryId }) => entryId);
    return new Set((await this.queries.projectsOf(ids)).values());
  }
}
