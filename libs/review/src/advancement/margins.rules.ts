import { apportion, type DivisorMethod, requireCounts } from './apportionment.rules.js';

/** How many seats each row and each column gets. */
export interface Margins {
  rows: number[];
  columns: number[];
}

/**
 * A demand that cannot be met. With `side` rows: the `rows` (indices) together ask for `demanded` seats, but have room for
 * `possible`, namely what the `columns` take at most by their own margins, and the caps of these rows in all other columns.
 * With `side` columns the same, the other way round.
 */
export interface ImpossibleDemand {
  side: 'rows' | 'columns';
  rows: number[];
  columns: number[];
  demanded: number;
  possible: number;
}

/** Why margins cannot be met. */
export interface MarginProblem {
  /** Seats asked for by all rows, and by all columns: these have to be equal. */
  totals: { rows: number; columns: number };
  /** Empty where only the totals differ. */
  demands: ImpossibleDemand[];
  /** Margins that can be met. No other that can differ less from those asked for. */
  nearest: Margins;
  /** Seats by which the nearest differ, rows and columns counted together. */
  change: number;
}

/**
 * The margins of `size` seats in proportion to `weights`, in both dimensions, each no more than its cells can hold; by the
 * rule of `apportion`, ties included.
 */
export function proportionalMargins(
  size: number,
  weights: readonly (readonly number[])[],
  caps: readonly (readonly number[])[],
  method?: DivisorMethod,
): Margins | { impossible: { size: number; bound: number } } {
  const room = roomOf(weights, caps);
  const rows = apportion(size, weights.map(total), { caps: room.map(total), method });
  const columns = apportion(size, turn(weights).map(total), { caps: turn(room).map(total), method });
  if ('impossible' in rows) return { impossible: { size, bound: rows.impossible.bound } };
  if ('impossible' in columns) return { impossible: { size, bound: columns.impossible.bound } };
  return { rows: rows.seats, columns: columns.seats };
}

/**
 * Whether a table within `caps` has these margins: null where one has; otherwise every demand that fails, and the nearest
 * margins. Decided by a maximum flow from rows to columns; the demands are its minimum cuts (Gale 1957, Ryser 1957).
 *
 * Nearest margins lower what cannot be had. Where it costs no further change the seats lost are given to others instead, to
 * keep the total: one by one, to whoever has the fewest for its room.
 *
 * @throws RangeError that names the margin that is not a count, or the list that is too short.
 */
export function marginProblem(caps: readonly (readonly number[])[], asked: Margins): MarginProblem | null {
  requireCounts('rows', asked.rows, caps.length);
  requireCounts('columns', asked.columns, caps[0]?.length ?? 0);
  const totals = { rows: total(asked.rows), columns: total(asked.columns) };
  const flow = new Flow(caps, asked);
  while (flow.push(flow.shortRows(), (column) => flow.lacks('columns', column) > 0)) continue;
  if (flow.shortRows().length === 0 && flow.shortColumns().length === 0) return null;

  const demands = totals.rows === totals.columns ? bothSides(caps, asked, flow) : oneSided(caps, asked);
  const nearest = giveElsewhere(caps, flow, Math.max(totals.rows, totals.columns));
  return { totals, demands, nearest, change: distance(asked, nearest) };
}

/** The caps, with none where there is no weight. */
export const roomOf = (weights: readonly (readonly number[])[], caps: readonly (readonly number[])[]): number[][] =>
  weights.map((row, at) => row.map((weight, column) => (weight === 0 ? 0 : caps[at]![column]!)));

export const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const turn = (table: readonly (readonly number[])[]): number[][] =>
  (table[0] ?? []).map((_, column) => table.map((row) => row[column]!));

const ascending = (one: number, other: number): number => one - other;

const distance = (one: Margins, other: Margins): number =>
  total(one.rows.map((value, at) => Math.abs(value - other.rows[at]!))) +
  total(one.columns.map((value, at) => Math.abs(value - other.columns[at]!)));

/** A table that grows along augmenting paths, never above its caps; margins may be raised on the way. */
class Flow {
  readonly seats: number[][];
  readonly rows: number[];
  readonly columns: number[];

  constructor(
    private readonly caps: readonly (readonly number[])[],
    margins: Margins,
  ) {
    this.rows = [...margins.rows];
    this.columns = [...margins.columns];
    this.seats = caps.map((row) => row.map(() => 0));
  }

  lacks(side: 'rows' | 'columns', at: number): number {
    return side === 'rows'
      ? this.rows[at]! - total(this.seats[at]!)
      : this.columns[at]! - total(this.seats.map((row) => row[at]!));
  }

  shortRows = (): number[] => this.rows.map((_, at) => at).filter((at) => this.lacks('rows', at) > 0);
  shortColumns = (): number[] => this.columns.map((_, at) => at).filter((at) => this.lacks('columns', at) > 0);

  /** Places what fits along one path from a row that lacks seats to a column that is accepted; false where none leads there. */
  push(from: readonly number[], accept: (column: number) => boolean): boolean {
    const { columns, cameFrom } = this.reach(from, accept);
    const end = columns.find(accept);
    if (end === undefined) return false;
    const steps: { row: number; column: number; by: 1 | -1 }[] = [];
    let row = cameFrom.columns.get(end)!;
    steps.push({ row, column: end, by: 1 });
    for (let back = cameFrom.rows.get(row)!; back !== -1; back = cameFrom.rows.get(row)!) {
      steps.push({ row, column: back, by: -1 });
      row = cameFrom.columns.get(back)!;
      steps.push({ row, column: back, by: 1 });
    }
    const room = steps.map((step) =>
      step.by === 1
        ? this.caps[step.row]![step.column]! - this.seats[step.row]![step.column]!
        : this.seats[step.row]![step.column]!,
    );
    const amount = Math.min(this.lacks('rows', row), this.lacks('columns', end), ...room);
    for (const step of steps) this.seats[step.row]![step.column]! += step.by * amount;
    return true;
  }

  /** Everything to which a further seat of the rows `from` could be passed on; stops at the first accepted column. */
  reach(from: readonly number[], accept: (column: number) => boolean = () => false) {
    const cameFrom = { rows: new Map(from.map((row) => [row, -1])), columns: new Map<number, number>() };
    const queue = [...from];
    for (let row = queue.shift(); row !== undefined; row = queue.shift()) {
      for (let column = 0; column < this.columns.length; column += 1) {
        if (cameFrom.columns.has(column) || this.seats[row]![column]! >= this.caps[row]![column]!) continue;
        cameFrom.columns.set(column, row);
        if (accept(column)) return { rows: [...cameFrom.rows.keys()], columns: [column], cameFrom };
        for (let other = 0; other < this.rows.length; other += 1) {
          if (cameFrom.rows.has(other) || this.seats[other]![column]! < 1) continue;
          cameFrom.rows.set(other, column);
          queue.push(other);
        }
      }
    }
    return { rows: [...cameFrom.rows.keys()], columns: [...cameFrom.columns.keys()], cameFrom };
  }
}

/** What fails, seen from the rows that lack seats and from the columns that do; each said on the side where it is shorter. */
function bothSides(caps: readonly (readonly number[])[], asked: Margins, flow: Flow): ImpossibleDemand[] {
  const fromRows = cuts(flow, flow.shortRows());
  const turned = new Flow(turn(caps), { rows: asked.columns, columns: asked.rows });
  turn(flow.seats).forEach((row, at) => row.forEach((value, column) => (turned.seats[at]![column] = value)));
  const fromColumns = cuts(turned, turned.shortRows()).map(({ rows, columns }) => ({ rows: columns, columns: rows }));
  const all = (values: readonly number[]) => values.map((_, at) => at);
  const without = (values: readonly number[], gone: readonly number[]) =>
    all(values).filter((at) => !gone.includes(at));
  const said = new Map<string, ImpossibleDemand>();
  for (const [side, sets] of [['rows', fromRows] as const, ['columns', fromColumns] as const]) {
    for (const { rows, columns } of sets) {
      const rest = { rows: without(asked.rows, rows), columns: without(asked.columns, columns) };
      const other = side === 'rows' ? ('columns' as const) : ('rows' as const);
      const more = rows.length + columns.length - rest.rows.length - rest.columns.length;
      const longer = more > 0 || (more === 0 && side === 'columns');
      const demand = longer ? demandOf(caps, asked, other, rest) : demandOf(caps, asked, side, { rows, columns });
      said.set(`${demand.side} ${demand.rows.join()} ${demand.columns.join()}`, demand);
    }
  }
  return [...said.values()];
}

/** Where the totals differ, only rows and columns that ask for more than they have room for are named. */
function oneSided(caps: readonly (readonly number[])[], asked: Margins): ImpossibleDemand[] {
  return [
    ...asked.rows.map((_, at) => demandOf(caps, asked, 'rows', { rows: [at], columns: [] })),
    ...asked.columns.map((_, at) => demandOf(caps, asked, 'columns', { rows: [], columns: [at] })),
  ].filter(({ demanded, possible }) => demanded > possible);
}

/** What each row that lacks seats competes with: all to which a seat of its could be passed on. */
const cuts = (flow: Flow, short: readonly number[]): Margins[] =>
  short.map((row) => {
    const { rows, columns } = flow.reach([row]);
    return { rows: rows.toSorted(ascending), columns: columns.toSorted(ascending) };
  });

function demandOf(
  caps: readonly (readonly number[])[],
  asked: Margins,
  side: 'rows' | 'columns',
  { rows, columns }: Margins,
): ImpossibleDemand {
  const sum = (at: readonly number[], values: readonly number[]) => total(at.map((one) => values[one]!));
  const outside = (row: readonly number[]) => total(row.filter((_, column) => !columns.includes(column)));
  if (side === 'rows') {
    const possible = sum(columns, asked.columns) + total(rows.map((row) => outside(caps[row]!)));
    return { side, rows, columns, demanded: sum(rows, asked.rows), possible };
  }
  const others = caps.filter((_, row) => !rows.includes(row));
  const possible = sum(rows, asked.rows) + total(others.map((row) => sum(columns, row)));
  return { side, rows, columns, demanded: sum(columns, asked.columns), possible };
}

/** Raises others for what cannot be had, as far as each seat kept raises one margin and lowers one. */
function giveElsewhere(caps: readonly (readonly number[])[], flow: Flow, size: number): Margins {
  const room = { rows: caps.map(total), columns: turn(caps).map(total) };
  const byNeed = (side: 'rows' | 'columns'): number[] =>
    flow[side]
      .map((_, at) => at)
      .sort((one, other) => {
        const claims = (at: number, by: number) => BigInt(room[side][at]!) * BigInt(2 * flow[side][by]! + 1);
        const difference = claims(other, one) - claims(one, other);
        return difference === 0n ? one - other : difference < 0n ? -1 : 1;
      });
  const raise = (side: 'rows' | 'columns'): boolean =>
    byNeed(side).some((at) => {
      flow[side][at]! += 1;
      const done =
        side === 'rows'
          ? flow.lacks('rows', at) === 1 && flow.push([at], (column) => flow.lacks('columns', column) > 0)
          : flow.lacks('columns', at) === 1 && flow.push(flow.shortRows(), (column) => column === at);
      if (!done) flow[side][at]! -= 1;
      return done;
    });
  const placed = () => total(flow.seats.map(total));
  for (const side of ['rows', 'columns'] as const) {
    let going = true;
    while (going && placed() < size) going = raise(side);
  }
  return { rows: flow.seats.map(total), columns: turn(flow.seats).map(total) };
}
