import type { Work } from '@haishi/platform';
import { type RecusalKind, Recusals, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { EntryBrief, ReviewRound } from './round.entity.js';
import { type FoundTie, RoundRecusing, type Sweep } from './round.recusing.js';

/** A judge, an entry, and why. */
interface Tie {
  entryId: string;
  personId: string;
  reason: string;
}

/** Which judges are kept from which entries of a round. */
@Injectable()
export class RoundTies {
  constructor(
    private readonly recusing: RoundRecusing,
    private readonly recusals: Recusals,
    private readonly review: ReviewQueries,
  ) {}

  /** Recuses every judge from what the record ties them to by now; of these entries alone where they are named. */
  sweep(work: Work, round: ReviewRound, entries?: readonly EntryBrief[]): Promise<Sweep> {
    return this.recusing.recuse(work, round, entries);
  }

  /** What the record ties the judges of a round to, for {@link sweepFound}: looked up before the unit of work, whom others wait for. */
  look(roundId: string): Promise<FoundTie[]> {
    return this.recusing.look(roundId);
  }

  sweepFound(work: Work, round: ReviewRound, found: readonly FoundTie[]): Promise<Sweep> {
    return this.recusing.recuseFound(work, round, found);
  }

  add(work: Work, panelId: string, kind: RecusalKind, tie: Tie): Promise<void> {
    const { entryId, personId, reason } = tie;
    return this.recusals.add(work, { panelId, entryId, personId, kind, reason });
  }

  /** Whether the judge is recused from the entry. */
  holds(entryId: string, personId: string): Promise<boolean> {
    return this.review.recusedFromEntry(entryId, personId);
  }

  lift(work: Work, panelId: string, { entryId, personId, reason }: Tie): Promise<{ tookPair: boolean }> {
    return this.recusals.lift(work, { panelId, entryId, personId, reason });
  }
}
