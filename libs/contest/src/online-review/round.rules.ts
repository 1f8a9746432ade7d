import { divideHalfUp, StateMachine } from '@haishi/kernel';
import {
  additiveModel,
  aggregate,
  type AggregateResult,
  type Aggregation,
  divergence,
  type DivergentSheet,
  grouped,
  type NormalisationRefusal,
  type NormalisedSheet,
  type Place,
  rank,
  type Scores,
  type TieRuling,
  zScore,
} from '@haishi/review/rules';
import { withinDeadline } from '../edition/edition.rules.js';
import { type Interval, meanInterval } from '../statistics/interval.rules.js';

export const ROUND_STATES = ['preparing', 'open', 'closed', 'confirmed'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export type RoundAction =
  | 'prepare'
  | 'assign'
  | 'open'
  | 'judge'
  | 'remind'
  | 'close'
  | 'reopen'
  | 'rereview'
  | 'rule'
  | 'rescale'
  | 'confirm'
  | 'unconfirm';

/** A round's life. `prepare` is what has to stand before a judge is let in, such as the order of ties; who judges what, and how, may still change while it is open, when judges drop out. */
export const ROUND_MACHINE = new StateMachine<RoundState, RoundAction>(ROUND_STATES, {
  prepare: { from: ['preparing'], to: 'preparing' },
  assign: { from: ['preparing', 'open'], to: 'open' },
  open: { from: ['preparing'], to: 'open' },
  judge: { from: ['open'], to: 'open' },
  remind: { from: ['open'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
  rereview: { from: ['closed'], to: 'open' },
  rule: { from: ['closed'], to: 'closed' },
  rescale: { from: ['closed'], to: 'closed' },
  confirm: { from: ['closed'], to: 'confirmed' },
  unconfirm: { from: ['confirmed'], to: 'closed' },
});

export const NORMALISATIONS = ['none', 'z_score', 'additive', 'robust'] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

/** What becomes of a sheet that comes in after the review was due: taken and marked as late, or refused. */
export const LATE_SHEETS = ['marked', 'refused'] as const;
export type LateSheets = (typeof LATE_SHEETS)[number];

/** When the sheets of a round are due. */
export interface RoundDue {
  /** The end of its stage; null where it has none. */
  closesAt: Date | null;
  /** When an organiser first took sheets again after that end, else when they last did; null where nobody did. */
  reopenedAt: Date | null;
}

/**
 * Until when sheets are due: the end of the stage. Null where it has none, and where an organiser reopened the review after it; one
 * that was closed and reopened before it is due by it as any other.
 */
export function dueAt({ closesAt, reopenedAt }: RoundDue): Date | null {
  return closesAt !== null && reopenedAt !== null && !withinDeadline(closesAt, reopenedAt) ? null : closesAt;
}

/**
 * Whether a sheet that reached the server at `at` is late 逾期: after the second that the end of the stage names. What an organiser
 * reopened after it, or opened for another look then, is not late. It follows from the moments as they
 * stand: a stage whose end is put off has no late sheets until then. A late sheet counts as any other; whether one is taken at
 * all until the round is closed, its plan says.
 */
export function isLate(due: RoundDue, at: Date): boolean {
  const { closesAt, reopenedAt } = due;
  if (closesAt === null || withinDeadline(closesAt, at)) return false;
  return dueAt(due) !== null || at < reopenedAt!;
}

/** How a round is assigned and what becomes of its sheets. Costs are whole numbers of one scale. */
export interface RoundPlan {
  judgesPerEntry: number;
  /** Entries for each judge; null for a fifth below and above the mean. */
  load: { min: number; max: number } | null;
  composition: { type: string; atLeast: number }[];
  onePerInstitution: boolean;
  awayFromHome: boolean;
  /** Whether entries are kept from judges who did not declare their language; absent from what was planned before it was asked: no. */
  readLanguages?: boolean;
  /** Whether the judges and entries of a division have to be connected, so that harshness can be told apart. */
  connected: boolean;
  /** Entries of a division that any two judges of it have in common; absent from what was planned before it was asked. */
  sharedByPanels?: number;
  /** What a judge costs who knows the field, the division alone, or neither. */
  mismatch: [number, number, number];
  level: number;
  keep: number;
  normalisation: Normalisation;
  /** Sheets that a judge needs for their scores to be adjusted. */
  minSheets: number;
  /** Hundredths by which a sheet may differ from the other judges' mean before it is looked at again. */
  divergence: number;
  lateSheets: LateSheets;
  /** Whether closing it opens another look at what diverges; absent from what was planned before it was asked: no. */
  reopensDivergent?: boolean;
}

/** How a round's scores are cleared of how harsh judges are. */
export type Scaling = Pick<RoundPlan, 'normalisation' | 'minSheets'>;

/** That it was changed once all sheets were in. */
export interface Rescaling {
  from: Scaling;
  to: Scaling;
  reason: string;
  /** ISO 8601, in UTC. */
  at: string;
}

/** Whether scores come out alike by both whatever they are: of no adjustment, sheets that a judge needs say nothing. */
export function isSameScaling(one: Scaling, other: Scaling): boolean {
  if (one.normalisation !== other.normalisation) return false;
  return one.normalisation === 'none' || one.minSheets === other.minSheets;
}

export function defaultPlan(judgesPerEntry: number): RoundPlan {
  return {
    judgesPerEntry,
    load: null,
    composition: [],
    onePerInstitution: true,
    awayFromHome: true,
    readLanguages: true,
    connected: true,
    sharedByPanels: 0,
    mismatch: [0, 2, 10],
    level: 1,
    keep: 5,
    normalisation: 'none',
    minSheets: 5,
    divergence: 2000,
    lateSheets: 'marked',
    reopensDivergent: true,
  };
}

/** A valid sheet, as the results see it. */
export interface RoundSheet {
  entryId: string;
  personId: string;
  seatNo: number;
  /** In hundredths. */
  total: number;
  scores: Scores;
}

export interface RoundResult {
  entryId: string;
  raw: AggregateResult;
  /** In units of the last decimal; null where nothing is adjusted or the entry is not ranked. */
  adjusted: number | null;
  /** What it is ranked by. */
  score: number | null;
}

/** Why the scores of a division cannot be adjusted. */
export interface DivisionRefusal {
  division: string;
  refused: NormalisationRefusal[];
}

/** How a judge scores beside the others of a division. */
export interface RoundJudge {
  division: string;
  personId: string;
  sheets: number;
  /** In hundredths; below nought where harsh. */
  effect: number;
  /** Where the effect lies in the long run, with 95 % confidence. Null where there is too little to tell. */
  interval: Interval | null;
}

export interface RoundOutcome {
  results: RoundResult[];
  places: Place[];
  /** Empty where all could be adjusted, or nothing is to be. */
  refusals: DivisionRefusal[];
  judges: RoundJudge[];
}

/** By what a round's sheets are counted. */
export interface RoundRules {
  aggregation: Aggregation;
  plan: RoundPlan;
  /** On equals; none where it is absent. */
  rulings?: readonly TieRuling[];
}

/**
 * What a round's sheets come to, from nothing but these: the same to the last digit whatever their order. Scores are adjusted
 * within each division, whose entries are compared; where that is refused, no score of that division is given as adjusted. Equals
 * are parted by `rulings` that still hold.
 */
export function workOut(
  rules: RoundRules,
  entries: readonly { id: string; division: string }[],
  sheets: readonly RoundSheet[],
): RoundOutcome {
  const { resultOf, outcomeOf } = countedBy(rules, entries, sheets);
  return outcomeOf(entries.map(({ id }) => resultOf(id)));
}

/** {@link workOut} in its steps, for who has others to answer between the results of thousands. */
export function countedBy(
  { aggregation, plan, rulings = [] }: RoundRules,
  entries: readonly { id: string; division: string }[],
  sheets: readonly RoundSheet[],
): { resultOf: (entryId: string) => RoundResult; outcomeOf: (results: RoundResult[]) => RoundOutcome } {
  const byEntry = grouped(sheets, ({ entryId }) => entryId);
  const adjusted = new Map<string, number>();
  const refusals: DivisionRefusal[] = [];
  const judges: RoundJudge[] = [];
  for (const [division, members] of grouped(entries, (entry) => entry.division)) {
    if (plan.normalisation === 'none') continue;
    const own = members.flatMap(({ id }) => byEntry.get(id) ?? []).map(asNormalised);
    const answer = normalise(plan, own, aggregation.decimals);
    if ('refused' in answer) {
      refusals.push({ division, refused: answer.refused });
      continue;
    }
    for (const { entry, adjusted: value } of answer.entries) adjusted.set(entry, value);
    const ofJudge = grouped(own, ({ judge }) => judge);
    // By z-scores a judge's effect is how far their mean lies off that of all, whatever the entries are worth.
    const worth = (entry: string) =>
      plan.normalisation === 'z_score' ? 0 : divideHalfUp(adjusted.get(entry)! * 100, 10 ** aggregation.decimals);
    for (const { judge: personId, ...one } of answer.judges) {
      const off = ofJudge.get(personId)!.map(({ entry, total }) => total - worth(entry));
      judges.push({ division, personId, ...one, interval: effectInterval(one.effect, off) });
    }
  }
  return {
    resultOf: (entryId) => {
      const raw = aggregate(aggregation, byEntry.get(entryId) ?? []);
      const value = raw.score === null ? null : (adjusted.get(entryId) ?? null);
      return { entryId, raw, adjusted: value, score: plan.normalisation === 'none' ? raw.score : value };
    },
    outcomeOf: (results) => {
      const places = rank(
        results.map(({ entryId, score, raw }) => ({ entryId, result: { score, tieValues: raw.tieValues } })),
        aggregation.ties,
        rulings,
      );
      return { results, places, refusals, judges };
    },
  };
}

/** {@link meanInterval} about a judge's effect, by how much their totals, less what the entries are worth, vary from entry to entry. */
function effectInterval(effect: number, off: readonly number[]): Interval | null {
  const sum = off.reduce((so, one) => so + one, 0);
  const about = off.map((one) => BigInt(off.length * (one + effect) - sum));
  return meanInterval(about, BigInt(off.length));
}

/** The sheets that differ too much from the others of their entry, the furthest first. */
export function divergentSheets(plan: RoundPlan, sheets: readonly RoundSheet[]): DivergentSheet[] {
  return divergence(sheets.map(asNormalised), plan.divergence);
}

/** An entry as another look 复评 at it goes: with how many judges beyond those of the plan, null where none was opened. */
interface Looked {
  id: string;
  extra: number | null;
}

/** The entries with sheets that differ too much and of which no other look was opened, the furthest first. */
export function dueForReview(plan: RoundPlan, entries: readonly Looked[], sheets: readonly RoundSheet[]): string[] {
  const opened = new Set(entries.filter(({ extra }) => extra !== null).map(({ id }) => id));
  return divergentEntries(plan, sheets).filter((id) => !opened.has(id));
}

/**
 * The entries with sheets that differ too much and were not looked at again, the furthest first: another look was not opened, or
 * not all of the judges whom it asks for have a sheet that counts. Whether they still differ afterwards is no matter.
 */
export function leftDivergent(plan: RoundPlan, entries: readonly Looked[], sheets: readonly RoundSheet[]): string[] {
  const counts = grouped(sheets, ({ entryId }) => entryId);
  const looked = new Set(
    entries
      .filter(({ id, extra }) => extra !== null && (counts.get(id)?.length ?? 0) >= plan.judgesPerEntry + extra)
      .map(({ id }) => id),
  );
  return divergentEntries(plan, sheets).filter((id) => !looked.has(id));
}

function divergentEntries(plan: RoundPlan, sheets: readonly RoundSheet[]): string[] {
  return [...new Set(divergentSheets(plan, sheets).map(({ entry }) => entry))];
}

const asNormalised = ({ entryId, personId, total }: RoundSheet): NormalisedSheet => ({
  entry: entryId,
  judge: personId,
  total,
});

function normalise({ normalisation, minSheets }: RoundPlan, sheets: readonly NormalisedSheet[], decimals: number) {
  if (normalisation === 'z_score') {
    const answer = zScore(sheets, { minSheets, decimals });
    if ('refused' in answer) return answer;
    const { mean, entries, judges } = answer;
    return {
      entries,
      judges: judges.map((one) => ({ judge: one.judge, sheets: one.sheets, effect: one.mean - mean })),
    };
  }
  const robust = normalisation === 'robust';
  const answer = additiveModel(sheets, { minSheets, shrinkage: 'estimated', robust, decimals });
  if ('refused' in answer) return answer;
  return {
    entries: answer.entries,
    judges: answer.judges.map(({ judge, sheets: count, effect }) => ({ judge, sheets: count, effect })),
  };
}
