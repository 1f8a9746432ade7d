import { type AssignmentPair, type AssignmentTask, grouped } from '@haishi/review/rules';
import { institutionsOf } from './institutions.rules.js';
import type { RoundPlan } from './round.rules.js';

/** A judge of a round, as far as it decides what they are given. */
export interface TaskJudge {
  personId: string;
  kind: string;
  fields: readonly string[];
  organisationName: string;
  creditCode: string | null;
  /** Other names of the organisation. */
  aliases: readonly string[];
  region: string | null;
  /** Declared in the pool; null for one who is not in it any more. */
  languages?: readonly string[] | null;
  /** The most entries of their own; null for the plan's. */
  capacity: number | null;
}

export interface TaskEntry {
  id: string;
  division: string;
  field: string | null;
  region: string;
  /** In which the project is written. */
  language?: string | undefined;
  /** Judges beyond those of the plan. */
  extra?: number | null;
}

export interface TaskPair {
  entryId: string;
  personId: string;
  /** Whether it has to stay: somebody decided so, or its sheet is in. */
  fixed: boolean;
}

/** The bounds of a judge's load where the plan names none: a fifth below and above the mean. */
export function usualLoad(entries: number, judges: number, judgesPerEntry: number): { min: number; max: number } {
  const mean = judges === 0 ? 0 : (entries * judgesPerEntry) / judges;
  return { min: Math.floor(mean * 0.8), max: Math.max(1, Math.ceil(mean * 1.2)) };
}

/** How many more entries somebody takes on: up to the most of their own, or where they named none up to that of the plan. */
export function roomOf({ capacity, assigned }: { capacity: number | null; assigned: number }, most: number): number {
  return Math.max(0, (capacity ?? most) - assigned);
}

/** How many judges an entry is to have. */
export function judgesOf({ plan }: { plan: RoundPlan }, { extra }: Pick<TaskEntry, 'extra'>): number {
  return plan.judgesPerEntry + (extra ?? 0);
}

/** The assignment that a round asks for: entries are compared within their division. */
export function taskOf(
  plan: RoundPlan,
  judges: readonly TaskJudge[],
  entries: readonly TaskEntry[],
  { pairs, barred }: { pairs: readonly TaskPair[]; barred: readonly { entryId: string; personId: string }[] },
): AssignmentTask {
  const load = plan.load ?? usualLoad(entries.length, judges.length, plan.judgesPerEntry);
  const shared = plan.sharedByPanels ?? 0;
  const listed = new Set(entries.map(({ id }) => id));
  const seated = new Set(judges.map(({ personId }) => personId));
  const known = <One extends { entryId: string; personId: string }>(list: readonly One[]) =>
    list.filter(({ entryId, personId }) => listed.has(entryId) && seated.has(personId));
  const asPair = ({ entryId, personId }: { entryId: string; personId: string }): AssignmentPair => ({
    entry: entryId,
    judge: personId,
  });
  const held = known(pairs);
  const staying = held.filter(({ fixed }) => fixed);
  const institutions = institutionsOf(judges);
  const fixedOf = grouped(staying, ({ personId }) => personId);
  const fixedAt = grouped(staying, ({ entryId }) => entryId);
  return {
    judges: [...judges]
      .sort((one, other) => (one.personId < other.personId ? -1 : 1))
      .map(({ personId, kind, fields, region, languages, capacity }) => {
        // Somebody gave them these: what is fixed is never above what they take on.
        const max = Math.max(capacity ?? load.max, fixedOf.get(personId)?.length ?? 0);
        return {
          id: personId,
          types: [kind],
          // Each is a panel of one: what two judges share, any two panels that they belong to share as well. Who left is none.
          ...(shared > 0 && capacity !== 0 ? { panel: personId } : {}),
          fields,
          institution: institutions.get(personId) ?? null,
          region,
          ...(plan.readLanguages && languages ? { languages } : {}),
          load: { min: Math.min(load.min, max), max },
        };
      }),
    entries: [...entries]
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ id, division, field, region, language, extra }) => {
        const wanted = judgesOf({ plan }, { extra });
        const fixed = fixedAt.get(id)?.length ?? 0;
        return {
          id,
          group: division,
          fields: field === null ? [division] : [field, division],
          region,
          ...(plan.readLanguages && language ? { language } : {}),
          ...(Math.max(fixed, wanted) === plan.judgesPerEntry ? {} : { judges: Math.max(fixed, wanted) }),
        };
      }),
    rules: {
      judgesPerEntry: plan.judgesPerEntry,
      load,
      mismatch: plan.mismatch,
      level: plan.level,
      keep: plan.keep,
      composition: plan.composition,
      onePerInstitution: plan.onePerInstitution,
      awayFromHome: plan.awayFromHome,
      ...(plan.readLanguages ? { readLanguages: true } : {}),
      overlap: { connected: plan.connected, sharedByPanels: shared },
    },
    barred: known(barred).map(asPair).sort(inOrder),
    locked: staying.map(asPair).sort(inOrder),
    existing: held.map(asPair).sort(inOrder),
  };
}

/**
 * Whether what was found for one task may be applied as things are by now: all is as it was, but for sheets that came in
 * meanwhile, whose pairs have to be among those found.
 */
export function stillAnswers(was: AssignmentTask, now: AssignmentTask, found: readonly AssignmentPair[]): boolean {
  const besides = ({ locked: _locked, ...rest }: AssignmentTask) => JSON.stringify(rest);
  if (besides(was) !== besides(now)) return false;
  return covers(now.locked, was.locked) && covers(found, now.locked);
}

function covers(list: readonly AssignmentPair[], part: readonly AssignmentPair[]): boolean {
  const keys = new Set(list.map(keyOf));
  return part.every((one) => keys.has(keyOf(one)));
}

const keyOf = ({ entry, judge }: AssignmentPair): string => `${entry} ${judge}`;
const inOrder = (one: AssignmentPair, other: AssignmentPair): number => (keyOf(one) < keyOf(other) ? -1 : 1);
