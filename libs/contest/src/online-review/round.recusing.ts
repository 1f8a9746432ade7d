import type { Work } from '@haishi/platform';
import { Recusals, recuses, ReviewQueries, type TieDecision } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { ProjectQueries } from '../project/project.queries.js';
import { ELSEWHERE } from '../involvement/interest.rules.js';
import { interestsOf } from './interests.rules.js';
import type { EntryBrief, ReviewRound } from './round.entity.js';
import { RoundParties } from './round.parties.js';
import { RoundQueries } from './round.queries.js';

const CHUNK = 200;

/** What came of looking for ties. */
export interface Sweep {
  /** How many recusals are new. */
  added: number;
  /**
   * Entries with a tie of who looked, which they have scored: nobody takes a sheet of their own back, so that somebody else has to
   * decide on them. All others are recused nevertheless.
   */
  left: string[];
}

/** A tie that was found. */
interface Found {
  entryId: string;
  personId: string;
  reason: string;
  declaredAt: Date | null;
}

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
   * Recuses every judge from what the record ties them to, and from what they are recused from elsewhere; of these entries alone
   * where they are named. Recusals that are there stay, and dismissed ones come back as `recuses` says.
   */
  async recuse(work: Work, round: ReviewRound, only?: readonly EntryBrief[]): Promise<Sweep> {
    const entries = only ?? (await this.rounds.entries(round.id));
    const decided = await this.review.decidedTies(round.id);
    const own = await this.review.sheetsOf(round.id, work.actor.id);
    const scored = new Set(own.map(({ entryId }) => entryId));
    const sweep: Sweep = { added: 0, left: [] };
    const elsewhere = await this.review.recusedElsewhere(round.id);
    for (const tie of [
      ...(await this.onRecord(round, entries)),
      ...elsewhere.map((one): Found => ({ ...one, reason: ELSEWHERE })),
    ]) {
      const { entryId, personId, reason } = tie;
      if (!recuses(decided.get(keyOf(tie)), tie.declaredAt)) continue;
      decided.set(keyOf(tie), 'recused' satisfies TieDecision);
      if (personId === work.actor.id && scored.has(entryId)) sweep.left.push(entryId);
      else {
        await this.recusals.add(work, { panelId: round.id, entryId, personId, kind: 'automatic', reason });
        sweep.added += 1;
      }
    }
    return sweep;
  }

  private async onRecord(round: ReviewRound, entries: readonly EntryBrief[]): Promise<Found[]> {
    const judges = await this.parties.involved(round);
    const { definition } = await this.editions.get(round.editionId);
    const found: Found[] = [];
    for (let start = 0; start < entries.length; start += CHUNK) {
      const part = entries.slice(start, start + CHUNK);
      const byProject = new Map(part.map((entry) => [entry.projectId, entry.id]));
      const briefs = await this.projects.briefs(
        part.map(({ projectId }) => projectId),
        definition,
      );
      for (const { projectId, personId, interest, declaredAt } of interestsOf(judges, briefs))
        found.push({ entryId: byProject.get(projectId)!, personId, reason: interest, declaredAt });
    }
    return found;
  }
}

const keyOf = ({ entryId, personId }: Pick<Found, 'entryId' | 'personId'>): string => `${entryId} ${personId}`;
