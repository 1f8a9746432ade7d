import type { Actor } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { ProjectLoader } from '../project/project.loader.js';
import { RoundQueries } from '../online-review/round.queries.js';
import { SessionQueries } from '../roadshow/session.queries.js';
import type { StandingView } from './advancement.dto.js';
import { AdvancementQueries } from './advancement.queries.js';
import { standing } from './advancement.rules.js';
import { explanationOf, LEFT_WORDS, placeNames, STRUCK_WORDS } from './advancement.words.js';

/** What entrants learn of who advances: their own entry alone, and nothing before it is published. */
@Injectable()
export class StandingReader {
  constructor(
    private readonly loader: ProjectLoader,
    private readonly sessions: SessionQueries,
    private readonly rounds: RoundQueries,
    private readonly editions: EditionQueries,
    private readonly advancement: AdvancementQueries,
  ) {}

  /** Of a project whose team the actor belongs to, by stage. Fails with `common.not_found`. */
  async standings(actor: Actor, projectId: string): Promise<StandingView[]> {
    const project = await this.loader.ofTeam(actor, projectId);
    const { definition } = await this.editions.get(project.editionId);
    const stages = await this.editions.stages(project.editionId);
    const names = placeNames(definition, stages);
    const views: StandingView[] = [];
    const entries = [...(await this.rounds.entriesOf(project.id)), ...(await this.sessions.entriesOf(project))];
    for (const { id, stageCode } of entries) {
      const decision = await this.advancement.latest(project.editionId, stageCode);
      const candidate = decision?.candidates.find(({ entryId }) => entryId === id);
      if (!decision?.publishedAt || !candidate) continue;
      const left = await this.advancement.replacements(decision.id);
      const entry = standing(decision.answer, left).find(({ entryId }) => entryId === id);
      const struck = left.some(({ withdrawnId, struckBy }) => withdrawnId === id && struckBy);
      const ranked = decision.candidates.filter(({ place }) => place !== null).length;
      const stage = stages.find(({ code }) => code === stageCode)!;
      views.push({
        stage: { zh: stage.nameZh, en: stage.nameEn },
        status: entry?.status ?? (struck ? 'struck' : 'left'),
        waiting: entry?.waiting ?? null,
        explanation: entry ? explanationOf(entry, candidate, ranked, names) : struck ? STRUCK_WORDS : LEFT_WORDS,
        publishedAt: decision.publishedAt.toISOString(),
      });
    }
    return views;
  }
}
