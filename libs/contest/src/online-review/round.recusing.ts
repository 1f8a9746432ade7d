import type { Work } from '@haishi/platform';
import { Recusals, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { ProjectQueries } from '../project/project.queries.js';
import { ELSEWHERE } from '../roadshow/interest.rules.js';
import { interestsOf } from './interests.rules.js';
import type { EntryBrief, ReviewRound } from './round.entity.js';
import { RoundParties } from './round.parties.js';
import { RoundQueries } from './round.queries.js';

const CHUNK = 200;

/** Recusals that follow from the record. */
@Injectable()
export class RoundRecusing {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly editions: EditionQueries,
    private readonly projects: ProjectQueries,
    private readonly parties: RoundParties,
    private readonly review: ReviewQueries,
    private readonly recusals: Recusals,
  ) {}

  /**
   * Recuses every judge from what the record ties them to; of these entries alone where they are named. Recusals that are
   * there stay, and dismissed ones do not come back. Answers how many are new.
   */
  async recuse(work: Work, round: ReviewRound, only?: readonly EntryBrief[]): Promise<number> {
    const entries = only ?? (await this.rounds.entries(round.id));
    const held = await this.review.decidedTies(round.id);
    const judges = await this.parties.involved(round);
    const { definition } = await this.editions.get(round.editionId);
    let added = 0;
    for (let start = 0; start < entries.length; start += CHUNK) {
      const part = entries.slice(start, start + CHUNK);
      const byProject = new Map(part.map((entry) => [entry.projectId, entry.id]));
      const briefs = await this.projects.briefs(
        part.map(({ projectId }) => projectId),
        definition,
      );
      for (const { projectId, personId, interest } of interestsOf(judges, briefs)) {
        const entryId = byProject.get(projectId)!;
        if (held.has(`${entryId} ${personId}`)) continue;
        await this.recusals.add(work, { panelId: round.id, entryId, personId, kind: 'automatic', reason: interest });
        held.add(`${entryId} ${personId}`);
        added += 1;
      }
    }
    return added + (await this.takeOver(work, round.id, held));
  }

  /** Whoever was recused from a project elsewhere is here, too. */
  private async takeOver(work: Work, panelId: string, held: ReadonlySet<string>): Promise<number> {
    const found = await this.review.recusedElsewhere(panelId);
    const wanted = found.filter(({ entryId, personId }) => !held.has(`${entryId} ${personId}`));
    for (const { entryId, personId } of wanted)
      await this.recusals.add(work, { panelId, entryId, personId, kind: 'automatic', reason: ELSEWHERE });
    return wanted.length;
  }
}
