import { divideHalfUp } from '@haishi/kernel';
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
import { type Interval, meanInterval } from '../statistics/interval.rules.js';
import type { RoundPlan } from './round.rules.js';

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
