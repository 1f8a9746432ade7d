import { createHash } from 'node:crypto';
import {
  advance,
  type Advancement,
  type AdvancementAnswer,
  type AdvancementPlan,
  type Aggregation,
  type PlaceAcross,
  type QuotaProblem,
  rankAcross,
  type RankedEntry,
  replaceWithdrawn,
  type TieBreaker,
  type TieRuling,
} from '@haishi/review';
import { divideHalfUp } from '@haishi/kernel';
import { type AdvancePlan, planOf } from '../edition/advance.rules.js';
import type { Advance, Carry, Margin } from '../edition/edition.definition.js';
import { compareNumbers } from '../project/number.rules.js';

/** How many advance from a stage, as the organiser sets it. */
export interface StagePlan extends AdvancePlan {
  /** Entries that a person ruled out, each with the reason. */
  excluded: { entryId: string; reason: string }[];
}

/** An entry of the stage, with what decides on it. */
export interface StageEntry extends RankedEntry {
  /** Of its project. */
  number: string;
  parts?: CombinedScore;
  region: string;
  division: string;
  withdrawn: boolean;
  /** Whether its project left the decision on an earlier stage after it was published. */
  leftEarlier?: boolean;
}

/** Why an entry cannot advance. */
export type Ineligibility =
  | { because: 'withdrawn' | 'left_earlier' | 'too_few_scores' | 'no_earlier_score' }
  | { because: 'excluded'; reason: string };

/** An entry as the decision met it. */
export interface Candidate {
  entryId: string;
  /** Of its project: equals that a cut line parts stand in the order of it. */
  number: string;
  region: string;
  division: string;
  /** What it is ranked by. */
  score: number | null;
  /** What that was made of, where an earlier stage counts: both at this stage's decimals. */
  parts?: CombinedScore;
  tieValues: number[];
  /** How it was told from others of the same score; absent where there are none, and in decisions from before all of these were told. */
  tie?: TieReason;
  /** Null where it is not ranked. */
  place: number | null;
  ineligible: Ineligibility | null;
}

/** What was compared of an entry that others share the score of, in the order of the chain; `decimals` are those of each value. */
export interface TieReason {
  decimals: number;
  /** `value` is null where the entry has no score of that earlier stage, and so stands after those that have one. */
  compared: { tie: TieBreaker; value: number | null; decimals: number }[];
  /** Others that all of this left equal. */
  sharing: number;
  /** Whether a person ruled their order. */
  ruled: boolean;
}

/** A score made of two stages', in units of the last of `decimals`. */
export interface CombinedScore {
  own: number | null;
  earlier: number | null;
  decimals: number;
}

/** Scores of an earlier stage, in units of the last of `decimals`. */
export interface EarlierScores {
  decimals: number;
  /** By the entries of this stage; a project that was not in the earlier one is absent. */
  scores: ReadonlyMap<string, number | null>;
}

export interface StageFacts {
  entries: StageEntry[];
  decimals: number;
  /** Of the stages that the plan carries, or that the tie chain names, by code; absent where such a one was not held. */
  earlier: ReadonlyMap<string, EarlierScores>;
  ties: Aggregation['ties'];
  /** Those that hold on the panel that they were made on. */
  rulings: TieRuling[];
}

export type Outcome =
  | { candidates: Candidate[]; answer: AdvancementAnswer; digest: string }
  | { candidates: Candidate[]; problems: QuotaProblem[] };

/** What the edition says of the stage, with nobody ruled out yet; everybody competes for one seat where it says nothing. */
export function defaultPlan(setting: Advance | undefined): StagePlan {
  return { ...planOf(setting ?? { total: 1, by: [] }), excluded: [] };
}

/** Ranks all entries of a stage and works out who advances; candidates by their numbers. The same facts and plan give the same digest. */
export function workOut(asJudged: StageFacts, plan: StagePlan): Outcome {
  const facts = plan.carry ? combined(asJudged, plan.carry) : asJudged;
  const ranked = rankAcross(
    facts.entries.filter(({ withdrawn, leftEarlier }) => !withdrawn && !leftEarlier),
    facts.ties,
    new Map([...facts.earlier].map(([stage, { scores }]) => [stage, scores])),
    facts.rulings,
  );
  const places = new Map(ranked.map((one) => [one.entryId, one]));
  const reasons = new Map(plan.excluded.map(({ entryId, reason }) => [entryId, reason]));
  const candidates = facts.entries
    .map(({ entryId, number, region, division, withdrawn, leftEarlier, result, parts }): Candidate => ({
      entryId,
      number,
      region,
      division,
      score: result.score,
      ...(parts ? { parts } : {}),
      tieValues: result.tieValues,
      ...tieReason(places.get(entryId), facts),
      place: places.get(entryId)?.place ?? null,
      ineligible: withdrawn
        ? { because: 'withdrawn' }
        : leftEarlier
          ? { because: 'left_earlier' }
          : result.score === null
            ? { because: parts && parts.own !== null ? 'no_earlier_score' : 'too_few_scores' }
            : reasons.has(entryId)
              ? { because: 'excluded', reason: reasons.get(entryId)! }
              : null,
    }))
    .sort((one, other) => compareNumbers(one.number, other.number));
  const answer = advance(
    candidates.map((one, order) => ({
      entryId: one.entryId,
      order,
      row: plan.mode === 'division' ? '' : one.region,
      column: plan.mode === 'region' ? '' : one.division,
      place: one.place ?? ranked.length + 1,
      eligible: one.ineligible === null,
    })),
    toEnginePlan(plan),
  );
  if ('problems' in answer) return { candidates, problems: answer.problems };
  // What a stage's own values part is told by values that the digest covers, so that decisions from before that was told keep theirs.
  const covered = facts.ties.some(({ by }) => by === 'earlier')
    ? candidates
    : candidates.map(({ tie: _tie, ...one }) => one);
  return { candidates, answer, digest: digestOf(plan, covered, answer) };
}

function tieReason(
  placed: PlaceAcross | undefined,
  { decimals, earlier }: StageFacts,
): Partial<Pick<Candidate, 'tie'>> {
  if (!placed || placed.explanation.tiedWith === 0) return {};
  const { compared, sharing, ruled } = placed.explanation;
  const told = compared.map(({ tie, value }) => ({
    tie,
    value,
    decimals: tie.by === 'earlier' ? (earlier.get(tie.code)?.decimals ?? decimals) : decimals,
  }));
  return { tie: { decimals, compared: told, sharing, ruled: ruled !== undefined } };
}

/**
 * Every score with its part of the earlier stage's: own × (1000 − permille) + earlier × permille, over 1000, in exact arithmetic,
 * rounded half up once at this stage's decimals. Without either there is none.
 */
function combined(facts: StageFacts, { permille, stage }: Carry): StageFacts {
  const { decimals } = facts;
  const { scores, decimals: theirs } = facts.earlier.get(stage)!;
  return {
    ...facts,
    entries: facts.entries.map((entry) => {
      const own = entry.result.score;
      const before = scores.get(entry.entryId) ?? null;
      const scale = 10 ** theirs;
      const score =
        own === null || before === null
          ? null
          : divideHalfUp(own * (1000 - permille) * scale + before * permille * 10 ** decimals, 1000 * scale);
      const earlier = before === null ? null : divideHalfUp(before * 10 ** decimals, scale);
      const tieValues = score === null ? [] : entry.result.tieValues;
      return { ...entry, parts: { own, earlier, decimals }, result: { score, tieValues } };
    }),
  };
}

/** SHA-256 of a decision; what is told of equals without a seat follows from the rest, so that decisions from before it was told keep theirs. */
export function digestOf(plan: StagePlan, candidates: readonly Candidate[], answer: AdvancementAnswer): string {
  const entries = answer.entries.map(({ explanation: { waitingTie: _tie, ...explanation }, ...one }) => ({
    ...one,
    explanation,
  }));
  return createHash('sha256')
    .update(JSON.stringify([plan, candidates, { ...answer, entries }]), 'utf8')
    .digest('hex');
}

/** An entry that left a decision, and who moved up for it; null where nobody did. */
export interface Replaced {
  withdrawnId: string;
  movedUpId: string | null;
}

/** Where everybody stands after those who left were taken out one after another, each replaced as it then was. */
export function standing({ entries }: AdvancementAnswer, replaced: readonly Replaced[]): Advancement[] {
  if (replaced.length === 0) return entries;
  // Of thousands most are out, which they stay whoever leaves: only the others are gone through each time.
  const out = new Set(entries.flatMap(({ entryId, status }) => (status === 'out' ? [entryId] : [])));
  let held = entries.filter(({ entryId }) => !out.has(entryId));
  for (const { withdrawnId, movedUpId } of replaced)
    if (!out.has(withdrawnId)) ({ entries: held } = replaceWithdrawn(held, withdrawnId, movedUpId !== null));
  const left = new Set(replaced.map(({ withdrawnId }) => withdrawnId));
  const now = new Map(held.map((one) => [one.entryId, one]));
  return entries.flatMap((one) => (left.has(one.entryId) ? [] : [now.get(one.entryId) ?? one]));
}

/** The entries that stand elsewhere: who left, who moved up, and whose number on the waiting list is another. */
export function movedBetween(before: readonly Advancement[], after: readonly Advancement[]): Set<string> {
  const now = new Map(after.map((one) => [one.entryId, one]));
  const stays = ({ entryId, status, waiting }: Advancement) =>
    now.get(entryId)?.status === status && now.get(entryId)!.waiting === waiting;
  return new Set(before.flatMap((one) => (stays(one) ? [] : [one.entryId])));
}

function toEnginePlan({ mode, size, permille, regions, divisions, caps, ...rest }: StagePlan): AdvancementPlan {
  const { wildcards, waiting, cutTies } = rest;
  const common = { wildcards, waiting, cutTies };
  if (mode === 'share') return { mode, permille: permille ?? 0, ...common };
  if (mode === 'total') return { mode, size: size ?? 0, ...common };
  const limits = { caps: caps.map(({ region, division, cap }) => ({ row: region, column: division, cap })) };
  const record = (margins: Margin[]) => Object.fromEntries(margins.map(({ code, seats }) => [code, seats]));
  if (mode === 'biproportional' && regions && divisions)
    return { mode, rows: record(regions), columns: record(divisions), ...limits, ...common };
  return { mode: 'biproportional', size: size ?? 0, ...(mode === 'biproportional' ? limits : {}), ...common };
}
