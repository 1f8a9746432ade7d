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
import type { EntryOutcome, LoggedEvent, SessionDefinition } from './log.rules.js';

/** A log that cannot have happened as it says: something is missing in it, or was changed. */
export class ReplayError extends Error {}

export interface Replayed {
  /** In the order of appearance. */
  entries: EntryOutcome[];
  /** Types of events that replay knows nothing of. */
  unknown: string[];
}

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

/** Events that change no result: who came, clocks, screens, looks, and words on the totals as they are. */
const WITHOUT_EFFECT = new Set([
  'roadshow.meeting_set',
  'roadshow.sign_in_opened',
  'roadshow.sign_in_suspended',
  'roadshow.signed_in',
  'roadshow.signed_out',
  'roadshow.witnessed',
  'roadshow.objected',
  'roadshow.signed',
  'roadshow.signature_taken_back',
  'roadshow.confirmed',
  'roadshow.started',
  'roadshow.phase_begun',
  'roadshow.timer_changed',
  'roadshow.planned',
  'roadshow.intermission_begun',
  'roadshow.intermission_ended',
  'roadshow.blanked',
  'roadshow.unblanked',
  'roadshow.audience_opened',
  'roadshow.audience_closed',
  'roadshow.stopped',
  'roadshow.resumed',
  'roadshow.nudged',
  'roadshow.paper_made',
  'score.reopened',
  'keying.made',
  'keying.voided',
  'ceremony.planned',
  'ceremony.begun',
  'ceremony.taken_over',
  'ceremony.automatic',
  'ceremony.by_hand',
  'link.created',
  'link.revoked',
]);

/**
 * Works a session out again from its log alone: order, sheets, what was shown, board, places and their explanations.
 * Throws {@link ReplayError} where the log contradicts itself, such as a draw that does not follow from its seed.
 */
export function replay(definition: SessionDefinition, events: readonly LoggedEvent[]): Replayed {
  const session = new ReplayedSession(definition);
  const unknown = new Set<string>();
  for (const { type, payload } of events) {
    if (WITHOUT_EFFECT.has(type)) continue;
    const apply = HANDLERS[type];
    if (apply) apply(session, payload);
    else unknown.add(type);
  }
  return { entries: session.outcome(), unknown: [...unknown] };
}

/** What differs between two outcomes, as `number: field`; empty where they are the same. */
export function differences(one: readonly EntryOutcome[], other: readonly EntryOutcome[]): string[] {
  const ids = [...new Set([...one, ...other].map(({ entryId }) => entryId))];
  return ids.flatMap((id) => {
    const [mine, theirs] = [one, other].map((list) => list.find(({ entryId }) => entryId === id));
    if (!mine || !theirs) return [`${(mine ?? theirs)!.number}: missing`];
    return (Object.keys(mine) as (keyof EntryOutcome)[])
      .filter((field) => canonical(mine[field]) !== canonical(theirs[field]))
      .map((field) => `${mine.number}: ${field}`);
  });
}

/** The same text for equal values, whatever the order of their keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

type Payload = Record<string, unknown>;
interface NewRecusal {
  entryId: string;
  seatNo: number;
}

const HANDLERS: Record<string, (session: ReplayedSession, payload: Payload) => void> = {
  'roadshow.created': (session, { commitment: committed }) => session.commit(committed as string),
  'roadshow.entries_added': (session, { entries, recusals }) => {
    session.add(entries as { id: string; number: string; group: string }[]);
    session.recuse(recusals as NewRecusal[]);
  },
  'roadshow.entry_removed': (session, { entryId }) => session.remove(entryId as string),
  'roadshow.judge_seated': (session, { recusals }) => session.recuse(recusals as NewRecusal[]),
  'roadshow.judge_unseated': (session, { seatNo }) => session.unseat(seatNo as number),
  'roadshow.drawn': (session, { seed, order }) => session.draw(seed as string, order as string[]),
  'roadshow.draw_taken_back': (session, { commitment: committed }) => session.commit(committed as string),
  'roadshow.called': (session, { entryId, absent }) => {
    if (absent) session.entry(absent).state = 'waiting';
    session.entry(entryId).state = 'onstage';
  },
  'roadshow.skipped': (session, { entryId }) => void (session.entry(entryId).state = 'waiting'),
  'roadshow.entry_withdrawn': (session, { entryId }) => session.withdraw(entryId as string),
  'roadshow.entry_reinstated': (session, { entryId }) => {
    const entry = session.entry(entryId);
    entry.state = entry.sheets.size > 0 ? 'locked' : 'waiting';
  },
  'roadshow.tie_ruled': (session, { entryIds, reason }) => session.rule(entryIds as string[], reason as string),
  'roadshow.tie_ruling_taken_back': (session, { entryIds }) => session.takeRulingBack(entryIds as string[]),
  'roadshow.locked': (session, { entryId, reason }) => {
    const entry = session.entry(entryId);
    entry.state = 'locked';
    entry.lockReason = (reason as string | undefined) ?? null;
  },
  'roadshow.shown': (session, { entryId }) => session.show([entryId as string]),
  'roadshow.shown_again': (session, { entryId }) => session.show([entryId as string]),
  'roadshow.closed': (session) => session.close(),
  'score.submitted': (session, payload) => session.submit(payload),
  'score.keyed': (session, payload) => session.submit(payload),
  'score.struck': (session, payload) => session.strike(payload, true),
  'score.strike_lifted': (session, payload) => session.strike(payload, false),
  'recusal.added': (session, payload) => session.recuse([payload as unknown as NewRecusal]),
  'recusal.lifted': (session, { entryId, seatNo }) => void session.entry(entryId).recused.delete(seatNo as number),
  'ceremony.frozen': (session) => void (session.frozen = true),
  'ceremony.unfrozen': (session) => session.unfreeze(),
  'ceremony.stepped': (session, { kind, entryId }) => {
    if (kind === 'tell') session.told.add(entryId as string);
  },
  'ceremony.ended': (session) => session.show([...session.told]),
};

class ReplayedSession {
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
    const values = rankValues(this.resultOf(this.entry(entryIds[0])));
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
