import type { RoadshowEntryState } from '@haishi/contracts';
import {
  aggregate,
  type AggregateResult,
  rank,
  rankValues,
  type Scores,
  sheetTotal,
  type TieRuling,
} from '@haishi/review/rules';
import { commitment, drawOrder, type Lot } from '../roadshow/draw.rules.js';
import { shownResult } from '../roadshow/session.rules.js';
import type { EntryOutcome, SessionDefinition } from './log.rules.js';

/** A log that cannot have happened as it says: something is missing in it, or was changed. */
export class ReplayError extends Error {}

interface ReplayedSheet {
  total: number;
  scores: Scores;
  revision: number;
  /** Declared invalid. */
  struck: boolean;
}

type ReplayedEntry = Lot &
  Omit<EntryOutcome, 'entryId' | 'position' | 'result'> & {
    id: string;
    /** By seat. */
    sheets: Map<number, ReplayedSheet>;
    recused: Set<number>;
    finalPlace: EntryOutcome['result']['place'];
    finalExplanation: EntryOutcome['result']['explanation'];
  };

/** What an event of the log says of itself. */
export type Payload = Record<string, unknown>;

export interface NewRecusal {
  entryId: string;
  seatNo: number;
}

/** A session as its log makes it, step by step. Throws {@link ReplayError} where a step cannot follow from those before it. */
export class ReplayedSession {
  readonly told = new Set<string>();
  frozen = false;
  private rulings: TieRuling[] = [];
  private entries: ReplayedEntry[] = [];
  private committed: string | undefined;

  constructor(private readonly definition: SessionDefinition) {}

  entry(id: unknown): ReplayedEntry {
    const entry = this.entries.find((one) => one.id === id);
    if (!entry) throw new ReplayError(`no such entry: ${String(id)}`);
    return entry;
  }

  commit(committed: string): void {
    this.committed = committed;
  }

  add(entries: readonly { id: string; number: string; group: string }[]): void {
    for (const { id, number, group } of entries)
      this.entries.push({
        id,
        number,
        groupCode: group,
        state: 'waiting' satisfies RoadshowEntryState,
        lockReason: null,
        shown: null,
        shownTies: null,
        place: null,
        placeBefore: null,
        explanation: null,
        sheets: new Map(),
        recused: new Set(),
        finalPlace: null,
        finalExplanation: null,
      });
  }

  remove(entryId: string): void {
    const gone = this.entry(entryId);
    this.entries = this.entries.filter((entry) => entry !== gone);
  }

  recuse(recusals: readonly NewRecusal[]): void {
    for (const { entryId, seatNo } of recusals) this.entry(entryId).recused.add(seatNo);
  }

  /** Who left takes their recusals along; the seat may be another's then. */
  unseat(seatNo: number): void {
    for (const { recused } of this.entries) recused.delete(seatNo);
  }

  draw(seed: string, order: readonly string[]): void {
    if (commitment(seed) !== this.committed) throw new ReplayError('the seed is not the one committed to');
    this.entries = drawOrder(seed, this.entries, this.definition.groups);
    if (this.entries.some(({ number }, index) => number !== order[index]) || order.length !== this.entries.length)
      throw new ReplayError('the order does not follow from the seed');
  }

  submit({ entryId, seatNo, revision, scores }: Payload): void {
    const entry = this.entry(entryId);
    const held = entry.sheets.get(seatNo as number)?.revision ?? 0;
    if (!scores) throw new ReplayError(`${entry.number}, seat ${String(seatNo)}: the scores are missing`);
    if (revision !== held + 1)
      throw new ReplayError(`${entry.number}, seat ${String(seatNo)}: revision ${String(revision)} after ${held}`);
    const total = sheetTotal(this.definition.rubric, scores as Scores);
    entry.sheets.set(seatNo as number, { total, scores: scores as Scores, revision, struck: false });
  }

  /** Shows entries as their sheets stand now, then moves the board once. */
  show(entryIds: readonly string[]): void {
    const { decimals } = this.definition.aggregation;
    for (const id of entryIds) {
      const entry = this.entry(id);
      const result = this.resultOf(entry);
      const invalid = [...entry.sheets]
        .filter(([seatNo, { struck }]) => struck && !entry.recused.has(seatNo))
        .map(([seatNo]) => seatNo);
      entry.shown = shownResult(result, validSheets(entry), [...entry.recused], decimals, invalid);
      entry.shownTies = result.tieValues;
      entry.state = 'shown';
    }
    this.moveBoard();
  }

  /** What was shown of it leaves the board; its sheets stay. */
  withdraw(entryId: string): void {
    const nothing = { shown: null, shownTies: null, place: null, placeBefore: null, explanation: null };
    Object.assign(this.entry(entryId), nothing, { state: 'withdrawn' });
    if (!this.frozen) this.moveBoard();
  }

  unfreeze(): void {
    this.frozen = false;
    this.moveBoard();
  }

  strike({ entryId, seatNo }: Payload, struck: boolean): void {
    const entry = this.entry(entryId);
    const sheet = entry.sheets.get(seatNo as number);
    if (!sheet) throw new ReplayError(`${entry.number}, seat ${String(seatNo)}: no sheet to strike`);
    sheet.struck = struck;
  }

  /** An earlier ruling on any of these gives way. */
  rule(entryIds: string[], reason: string): void {
    const values = rankValues(this.resultOf(this.entry(entryIds[0])), this.definition.aggregation.ties);
    this.forgetRulings(entryIds);
    this.rulings.push({ entryIds, values, reason });
    if (!this.frozen) this.moveBoard();
  }

  takeRulingBack(entryIds: readonly string[]): void {
    this.forgetRulings(entryIds);
    if (!this.frozen) this.moveBoard();
  }

  private forgetRulings(entryIds: readonly string[]): void {
    this.rulings = this.rulings.filter((ruling) => !ruling.entryIds.some((id) => entryIds.includes(id)));
  }

  private moveBoard(): void {
    const onBoard = this.entries.filter(({ shown }) => shown !== null);
    const places = rank(
      onBoard.map(({ id, shown, shownTies }) => ({
        entryId: id,
        result: { score: shown!.score, tieValues: shownTies! },
      })),
      this.definition.aggregation.ties,
      this.rulings,
    );
    for (const entry of onBoard) {
      const place = places.find(({ entryId }) => entryId === entry.id);
      entry.placeBefore = entry.place;
      entry.place = place?.place ?? null;
      entry.explanation = place?.explanation ?? null;
    }
  }

  close(): void {
    const results = this.entries
      .filter(({ state }) => state !== 'withdrawn')
      .map((entry) => ({ entryId: entry.id, result: this.resultOf(entry) }));
    for (const { entryId, place, explanation } of rank(results, this.definition.aggregation.ties, this.rulings)) {
      const entry = this.entry(entryId);
      entry.finalPlace = place;
      entry.finalExplanation = explanation;
    }
  }

  outcome(): EntryOutcome[] {
    return this.entries.map((entry, index) => ({
      entryId: entry.id,
      number: entry.number,
      position: index + 1,
      state: entry.state,
      lockReason: entry.lockReason,
      shown: entry.shown,
      shownTies: entry.shownTies,
      place: entry.place,
      placeBefore: entry.placeBefore,
      explanation: entry.explanation,
      result: { ...this.resultOf(entry), place: entry.finalPlace, explanation: entry.finalExplanation },
    }));
  }

  private resultOf(entry: ReplayedEntry): AggregateResult {
    return aggregate(this.definition.aggregation, validSheets(entry));
  }
}

const validSheets = ({ sheets, recused }: ReplayedEntry) =>
  [...sheets]
    .filter(([seatNo, { struck }]) => !recused.has(seatNo) && !struck)
    .map(([seatNo, { total, scores }]) => ({ seatNo, total, scores }));
