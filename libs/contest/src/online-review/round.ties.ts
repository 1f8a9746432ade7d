import type { Work } from '@haishi/platform';
import { type RecusalKind, Recusals, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { EntryBrief, ReviewRound } from './round.entity.js';
import { RoundQueries } from './round.queries.js';
import { type FoundTie, RoundRecusing, type Sweep } from './round.recusing.js';
import { notInRoundState } from './round.words.js';

/** A judge, an entry, and why. */
interface Tie {
  entryId: string;
  personId: string;
  reason: string;
}

/** A sheet that was in and counts no more. */
export type LostSheet = Tie & { number: string };

/** What came of looking for ties of judges whose sheets are in. */
export interface SheetSweep extends Pick<Sweep, 'left'> {
  /** Of what is still judged. */
  lost: LostSheet[];
}

/** Entries named by one statement. */
const AT_ONCE = 500;

/** Which judges are kept from which entries of a round. */
@Injectable()
export class RoundTies {
  constructor(
    private readonly recusing: RoundRecusing,
    private readonly recusals: Recusals,
    private readonly review: ReviewQueries,
    private readonly rounds: RoundQueries,
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

  /** As {@link sweepFound}; answers which sheets count no more by it. */
  async sweepSheets(work: Work, round: ReviewRound, found: readonly FoundTie[]): Promise<SheetSweep> {
    const { added, left } = await this.recusing.recuseFound(work, round, found);
    const lost: LostSheet[] = [];
    for (let start = 0; start < added.length; start += AT_ONCE) {
      const part = added.slice(start, start + AT_ONCE);
      const ids = part.map(({ entryId }) => entryId);
      const scored = new Set((await this.review.scoredAmong(ids)).map(keyOf));
      const gone = await this.rounds.withdrawn(round.id, ids);
      const ties = part.filter((tie) => scored.has(keyOf(tie)) && !gone.has(tie.entryId));
      const numbers = new Map(
        (await this.rounds.entriesByIds(round.id, ids)).map(({ id, number }) => [id, number] as const),
      );
      lost.push(...ties.map((tie) => ({ ...tie, number: numbers.get(tie.entryId)! })));
    }
    return { lost, left };
  }

  /**
   * Once a round is closed, and what its sheets come to may be read, nothing is decided of its judges any more but the ties that they
   * declared after a sheet. Fails with `online_review.action_not_allowed`.
   */
  async assertSettles({ state }: ReviewRound, { entryId, personId }: Omit<Tie, 'reason'>): Promise<void> {
    if (state !== 'closed') return;
    const waiting = await this.review.lateTiesAmong([entryId]);
    if (!waiting.some((one) => one.personId === personId)) throw notInRoundState(state);
  }

  /** The numbers of the entries, but withdrawn ones, to which a judge declared a tie after the sheet that nobody has decided on; one for each tie. */
  async waiting({ id }: ReviewRound): Promise<string[]> {
    const ids = (await this.review.lateTiesOf(id)).map(({ entryId }) => entryId);
    if (ids.length === 0) return [];
    const gone = await this.rounds.withdrawn(id, ids);
    const entries = await this.rounds.entriesByIds(id, [...new Set(ids)]);
    const numbers = new Map(entries.map((one) => [one.id, one.number] as const));
    return ids.flatMap((entryId) => (gone.has(entryId) ? [] : numbers.get(entryId)!));
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

const keyOf = ({ entryId, personId }: Pick<Tie, 'entryId' | 'personId'>): string => `${entryId} ${personId}`;
