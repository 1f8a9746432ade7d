import type { Work } from '@haishi/platform';
import { Recusals, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { ProjectQueries } from '../project/project.queries.js';
import { interestsOf } from './interests.rules.js';
import type { ReviewRound } from './round.entity.js';
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

  /** Recuses every judge from what the record ties them to. Recusals that are there stay. Answers how many are new. */
  async recuse(work: Work, round: ReviewRound): Promise<number> {
    const entries = await this.rounds.entries(round.id);
    const held = new Set(
      (await this.review.recusals(round.id)).map(({ entryId, personId }) => `${entryId} ${personId}`),
    );
    const judges = await this.parties.involved(round);
    const { definition } = await this.editions.get(round.editionId);
    let added = 0;
    for (let start = 0; start < entries.length; start += CHUNK) {
      const part = entries.slice(start, start + CHUNK);
      const briefs = await this.projects.briefs(
        part.map(({ projectId }) => projectId),
        definition,
      );
      for (const { projectId, personId, interest } of interestsOf(judges, briefs)) {
        const entryId = part.find((entry) => entry.projectId === projectId)!.id;
        if (held.has(`${entryId} ${personId}`)) continue;
        await this.recusals.add(work, { panelId: round.id, entryId, personId, kind: 'automatic', reason: interest });
        added += 1;
      }
    }
    return added;
  }
}
