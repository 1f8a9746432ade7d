import { type DivisorMethod, requireCounts } from './apportionment.rules.js';
import { apportionBiproportionally } from './biproportional.rules.js';
import { type ImpossibleDemand, type MarginProblem, proportionalMargins, total } from './margins.rules.js';

/** Quotas by row and column at once: of a size, in proportion to what is eligible; or with margins set by hand. */
export type QuotaPlan = (
  | { size: number }
  /** A row or column that is not named gets none. */
  | { rows: Record<string, number>; columns: Record<string, number> }
) & {
  /** Sainte-Laguë by default. */
  method?: DivisorMethod;
  /** The most a cell can get, where that is less than its eligible entries; where a cell is named twice, the lesser. */
  caps?: { row: string; column: string; cap: number }[];
};

/** Codes of rows and columns in ascending order; eligible entries and quotas by row and column. */
export interface QuotaTable {
  rows: string[];
  columns: string[];
  eligible: number[][];
  quotas: number[][];
  /** Cells whose last seat was decided by the published rule for ties. */
  tied: { row: string; column: string }[];
}

/** Why there are no such quotas; margins by code. */
export type QuotaProblem =
  | { kind: 'size_above_room'; size: number; possible: number }
  | {
      kind: 'margins_impossible';
      totals: MarginProblem['totals'];
      demands: (Omit<ImpossibleDemand, 'rows' | 'columns'> & { rows: string[]; columns: string[] })[];
      nearest: { rows: Record<string, number>; columns: Record<string, number> };
      change: number;
    };

/**
 * The quotas of every cell: each in proportion to its eligible entries, never more than these, and all margins met exactly.
 * Ties between equals go to the lower code, as `apportionBiproportionally` says.
 *
 * @throws RangeError that names a size, margin or cap that is not a count.
 */
export function quotaTable(
  entries: readonly { row: string; column: string }[],
  plan: QuotaPlan,
): QuotaTable | { problems: QuotaProblem[] } {
  const [named, also] = 'size' in plan ? [[], []] : [Object.keys(plan.rows), Object.keys(plan.columns)];
  const rows = codes([...entries.map(({ row }) => row), ...named]);
  const columns = codes([...entries.map(({ column }) => column), ...also]);
  const [rowAt, columnAt] = [positions(rows), positions(columns)];

  const eligible = rows.map(() => columns.map(() => 0));
  for (const { row, column } of entries) eligible[rowAt.get(row)!]![columnAt.get(column)!]! += 1;
  const caps = eligible.map((row) => [...row]);
  for (const { row, column, cap } of plan.caps ?? []) {
    requireCounts(`cap of ${row} ${column}`, [cap], 1);
    const [at, across] = [rowAt.get(row), columnAt.get(column)];
    if (at !== undefined && across !== undefined) caps[at]![across] = Math.min(cap, caps[at]![across]!);
  }

  const margins =
    'size' in plan
      ? proportionalMargins(plan.size, eligible, caps, plan.method)
      : {
          rows: rows.map((code) => marginOf('rows', plan.rows, code)),
          columns: columns.map((code) => marginOf('columns', plan.columns, code)),
        };
  if ('impossible' in margins) {
    const possible = total(caps.map(total));
    return { problems: [{ kind: 'size_above_room', size: margins.impossible.size, possible }] };
  }
  const outcome = apportionBiproportionally({ weights: eligible, ...margins, caps, method: plan.method });
  if ('impossible' in outcome) return { problems: [byCode(outcome.impossible, rows, columns)] };
  const tied = outcome.tied.map((cell) => ({ row: rows[cell.row]!, column: columns[cell.column]! }));
  return { rows, columns, eligible, quotas: outcome.seats, tied };
}

function marginOf(side: string, margins: Record<string, number>, code: string): number {
  const margin = Object.hasOwn(margins, code) ? margins[code]! : 0;
  requireCounts(`${side} ${code}`, [margin], 1);
  return margin;
}

const codes = (all: readonly string[]): string[] => [...new Set(all)].sort((one, other) => (one < other ? -1 : 1));
const positions = (all: readonly string[]): Map<string, number> => new Map(all.map((code, at) => [code, at]));

function byCode(problem: MarginProblem, rows: readonly string[], columns: readonly string[]): QuotaProblem {
  const record = (all: readonly string[], values: readonly number[]) =>
    Object.fromEntries(all.map((code, at) => [code, values[at]!]));
  return {
    kind: 'margins_impossible',
    totals: problem.totals,
    demands: problem.demands.map((demand) => ({
      ...demand,
      rows: demand.rows.map((at) => rows[at]!),
      columns: demand.columns.map((at) => columns[at]!),
    })),
    nearest: { rows: record(rows, problem.nearest.rows), columns: record(columns, problem.nearest.columns) },
    change: problem.change,
  };
}
