/** What it costs to miss each kind of demand by one; a judge's further entries cost a little more each, to spread them. */
export interface MissPrices {
  coverage: number;
  composition: number;
  institution: number;
  above: number;
  below: number;
}

/** By how much the demands are missed. */
export interface Misses {
  coverage: { entry: number; by: number }[];
  composition: { entry: number; demand: number; by: number }[];
  institution: { entry: number; institution: number; by: number }[];
  above: { judge: number; by: number }[];
  below: { judge: number; by: number }[];
}

/** A column that says by how much one demand is missed. */
export interface Missing {
  column: number;
  kind: keyof Misses;
  entry?: number;
  judge?: number;
  demand?: number;
  institution?: number;
}

/** More than any exchange can save, so that a demand is missed only where it must be. */
export const NEVER = 1_000_000;
export const MISSED_NEVER: MissPrices = {
  coverage: NEVER,
  composition: NEVER,
  institution: NEVER,
  above: NEVER,
  below: NEVER,
};
/** The solver's tolerance: what is less is nothing. */
export const SMALL = 1e-6;

/** What a solution misses; the columns of one judge together. */
export function missesOf(missing: readonly Missing[], values: ArrayLike<number>): Misses {
  const misses: Misses = { coverage: [], composition: [], institution: [], above: [], below: [] };
  for (const { column, kind, ...where } of missing) {
    const by = values[column]!;
    if (by <= SMALL) continue;
    const list = misses[kind] as { by: number; judge?: number }[];
    const same = list.find(({ judge }) => judge !== undefined && judge === where.judge);
    if (same) same.by += by;
    else list.push({ ...where, by });
  }
  return misses;
}
