import { divisorOf, type DivisorMethod, requireCounts } from './apportionment.rules.js';
import { type MarginProblem, marginProblem, type Margins, roomOf, total } from './margins.rules.js';
import { startingTable } from './scaling.rules.js';

/** What is to be given out: a table of weights, and how many seats each row and each column gets. */
export interface BiproportionalTask extends Margins {
  weights: readonly (readonly number[])[];
  /** The most a cell can get; unbounded by default. */
  caps?: readonly (readonly number[])[];
  method?: DivisorMethod;
}

export type BiproportionalOutcome =
  | {
      seats: number[][];
      /** Cells that could have one seat more or less in a table as proportional as this one: the rule for ties decided. */
      tied: { row: number; column: number }[];
    }
  | { impossible: MarginProblem };

/**
 * Biproportional apportionment: the table that meets every row and column margin exactly and in which each cell has its
 * weight, times a multiplier of its row and one of its column, rounded as the method says and never above its cap. No
 * weight, no seat. It exists wherever a table within the caps has the margins, and is unique but for ties (Balinski and
 * Demange 1989); otherwise the answer names what is impossible.
 *
 * Equivalently it is the table with the least product of divisor ÷ weight over all seats. A table near it, found by
 * alternate scaling (Pukelsheim 2004), is improved by moving seats along cycles and paths with the least product, as in tie
 * and transfer (Balinski and Rachev 1997), until none is below 1; products are compared as fractions of integers, so that it
 * ends, and nothing is decided by a rounded number.
 *
 * **Ties**: of tables equally proportional, the one with more seats in the cell of the greatest weight; where the weights
 * are equal, in the earlier row, then in the earlier column; then in the next cell in this order, and so on.
 *
 * @throws RangeError that names what is not a count (safe integers from 0), or the list that is too short.
 */
export function apportionBiproportionally(task: BiproportionalTask): BiproportionalOutcome {
  const { weights, rows, columns, method = 'sainte-lague' } = task;
  requireCounts('rows', rows, weights.length);
  requireCounts('columns', columns, columns.length);
  const caps = task.caps ?? weights.map((row) => row.map(() => total(rows)));
  weights.forEach((row, at) => requireCounts(`weights of row ${at}`, row, columns.length));
  caps.forEach((row, at) => requireCounts(`caps of row ${at}`, row, columns.length));
  requireCounts('caps by row', caps.map(total), weights.length);

  const room = roomOf(weights, caps);
  const problem = marginProblem(room, { rows, columns });
  if (problem !== null) return { impossible: problem };
  return improve(startingTable(weights, room, { rows, columns }, method), { weights, room, columns, method });
}

/**
 * The apportionment reached from any table that has the row margins, gives no cell more than its room, and none to a cell
 * without weight; the margins have to be possible. Where it starts changes nothing but the time it takes.
 */
export function improve(
  start: readonly (readonly number[])[],
  task: { weights: Table; room: Table; columns: readonly number[]; method: DivisorMethod },
): { seats: number[][]; tied: { row: number; column: number }[] } {
  const exchange = new Exchange(
    task.weights,
    task.room,
    task.method,
    start.map((row) => [...row]),
  );
  exchange.cancelCycles();
  exchange.meet(task.columns);
  return { tied: exchange.settleTies(), seats: exchange.seats };
}

type Table = readonly (readonly number[])[];

interface Fraction {
  over: bigint;
  under: bigint;
}

/**
 * A table and what moving a seat multiplies its product by. Rows are nodes 0 …, columns follow; a step from a row to a
 * column gives its cell a seat, a step back takes one.
 */
class Exchange {
  private readonly exact: bigint[][];
  private readonly nodes: number[];

  constructor(
    private readonly weights: readonly (readonly number[])[],
    private readonly room: readonly (readonly number[])[],
    private readonly method: DivisorMethod,
    readonly seats: number[][],
  ) {
    this.exact = weights.map((row) => row.map(BigInt));
    this.nodes = Array.from({ length: weights.length + (weights[0]?.length ?? 0) }, (_, node) => node);
  }

  /** Moves seats around in cycles until no cycle makes the table more proportional. */
  cancelCycles(): void {
    for (let { cycle } = this.walk(this.nodes); cycle !== undefined; { cycle } = this.walk(this.nodes)) {
      this.move([...cycle, cycle[0]!]);
    }
  }

  /** Moves seats from columns that have too many to columns that lack some; the rows keep theirs. */
  meet(columns: readonly number[]): void {
    const first = this.weights.length;
    for (;;) {
      const over = columns.map((asked, at) => total(this.seats.map((row) => row[at]!)) - asked);
      const giving = over.flatMap((value, at) => (value > 0 ? [first + at] : []));
      if (giving.length === 0) return;
      const { reached, from } = this.walk(giving);
      const path = [over.findIndex((value, at) => value < 0 && reached[first + at] !== undefined) + first];
      while (from[path[0]!] !== undefined) path.unshift(from[path[0]!]!);
      this.move(path);
    }
  }

  /** Settles ties by the published rule; answers the cells that were tied. */
  settleTies(): { row: number; column: number }[] {
    const { reached } = this.walk(this.nodes);
    const first = this.weights.length;
    const equal = (one: Fraction, other: Fraction) => one.over * other.under === other.over * one.under;
    const steps = this.nodes.map(() => new Set<number>());
    const cells = this.weights.flatMap((row, at) => row.map((weight, column) => ({ row: at, column, weight })));
    for (const { row, column } of cells) {
      for (const [one, other] of [[row, first + column] as const, [first + column, row] as const]) {
        const factor = this.factor(one, other);
        if (factor !== undefined && equal(times(reached[one]!, factor), reached[other]!)) steps[one]!.add(other);
      }
    }
    const tied = cells.filter(
      ({ row, column }) =>
        (steps[row]!.has(first + column) && route(steps, first + column, row) !== undefined) ||
        (steps[first + column]!.has(row) && route(steps, row, first + column) !== undefined),
    );
    const inOrder = tied.toSorted((one, other) => other.weight - one.weight);
    for (const { row, column } of inOrder) {
      const path = steps[row]!.has(first + column) ? route(steps, first + column, row) : undefined;
      if (path !== undefined) {
        const cycle = [row, ...path];
        this.move(cycle);
        for (let at = 1; at < cycle.length; at += 1) {
          steps[cycle[at - 1]!]!.delete(cycle[at]!);
          steps[cycle[at]!]!.add(cycle[at - 1]!);
        }
      }
      steps[row]!.delete(first + column);
      steps[first + column]!.delete(row);
    }
    return tied.map(({ row, column }) => ({ row, column }));
  }

  /** What a step multiplies the product by; undefined where the cell has no seat to take or no room for one. */
  private factor(from: number, to: number): Fraction | undefined {
    const gives = from < this.weights.length;
    const [row, column] = gives ? [from, to - this.weights.length] : [to, from - this.weights.length];
    const seats = this.seats[row]![column]!;
    const weight = this.exact[row]![column]!;
    if (gives) {
      if (seats >= this.room[row]![column]!) return undefined;
      return { over: BigInt(divisorOf(this.method, seats + 1)), under: weight };
    }
    return seats === 0 ? undefined : { over: weight, under: BigInt(divisorOf(this.method, seats)) };
  }

  private move(path: readonly number[]): void {
    for (let at = 1; at < path.length; at += 1) {
      const [from, to] = [path[at - 1]!, path[at]!];
      if (from < this.weights.length) this.seats[from]![to - this.weights.length]! += 1;
      else this.seats[to]![from - this.weights.length]! -= 1;
    }
  }

  /** The least products from `starts` to every node (Bellman–Ford), or a cycle whose product is below 1. */
  private walk(starts: readonly number[]) {
    const reached: (Fraction | undefined)[] = this.nodes.map(() => undefined);
    const from: (number | undefined)[] = this.nodes.map(() => undefined);
    for (const node of starts) reached[node] = { over: 1n, under: 1n };
    const first = this.weights.length;
    const steps = this.weights.flatMap((row, at) =>
      row.flatMap((_, column) => [[at, first + column] as const, [first + column, at] as const]),
    );
    const factors = steps.flatMap(([one, other]) => {
      const factor = this.factor(one, other);
      return factor === undefined ? [] : [{ one, other, factor }];
    });
    for (let changed = true; changed;) {
      changed = false;
      for (const { one, other, factor } of factors) {
        if (reached[one] === undefined) continue;
        const product = times(reached[one], factor);
        if (reached[other] !== undefined && !less(product, reached[other])) continue;
        reached[other] = product;
        from[other] = one;
        changed = true;
      }
      const cycle = changed ? cycleIn(from) : undefined;
      if (cycle !== undefined) return { reached, from, cycle };
    }
    return { reached, from };
  }
}

const times = (one: Fraction, other: Fraction): Fraction => ({
  over: one.over * other.over,
  under: one.under * other.under,
});
const less = (one: Fraction, other: Fraction): boolean => one.over * other.under < other.over * one.under;

/** A cycle among predecessors, in walking order. */
function cycleIn(from: readonly (number | undefined)[]): number[] | undefined {
  const seen = new Map<number, number>();
  for (let start = 0; start < from.length; start += 1) {
    let node: number | undefined = start;
    while (node !== undefined && !seen.has(node)) {
      seen.set(node, start);
      node = from[node];
    }
    if (node === undefined || seen.get(node) !== start) continue;
    const cycle = [node];
    for (let back = from[node]!; back !== node; back = from[back]!) cycle.unshift(back);
    return cycle;
  }
  return undefined;
}

/** A way from one node to another along `steps`, both included. */
function route(steps: readonly Set<number>[], start: number, end: number): number[] | undefined {
  const from = new Map<number, number>([[start, -1]]);
  const queue = [start];
  for (const node of queue) {
    if (node === end) break;
    for (const next of steps[node]!) {
      if (from.has(next)) continue;
      from.set(next, node);
      queue.push(next);
    }
  }
  if (!from.has(end)) return undefined;
  const path = [end];
  while (path[0] !== start) path.unshift(from.get(path[0]!)!);
  return path;
}
