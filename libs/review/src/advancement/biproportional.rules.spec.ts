import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divisorOf, type DivisorMethod } from './apportionment.rules.js';
import { apportionBiproportionally, improve } from './biproportional.rules.js';
import { marginProblem, type Margins, proportionalMargins, roomOf, total } from './margins.rules.js';

const turn = (table: readonly (readonly number[])[]): number[][] =>
  table[0]!.map((_, at) => table.map((row) => row[at]!));
const marginsOf = (seats: number[][]): Margins => ({ rows: seats.map(total), columns: turn(seats).map(total) });

function seatsOf(...task: Parameters<typeof apportionBiproportionally>): number[][] {
  const outcome = apportionBiproportionally(...task);
  if ('impossible' in outcome) throw new Error(JSON.stringify(outcome.impossible));
  return outcome.seats;
}

/** All tables within the caps that have these margins. */
function* tables(caps: number[][], rows: number[], columns: number[]): Generator<number[][]> {
  if (rows.length === 0) {
    if (columns.every((left) => left === 0)) yield [];
    return;
  }
  for (const row of lines(caps[0]!, rows[0]!, columns)) {
    const left = columns.map((value, at) => value - row[at]!);
    for (const rest of tables(caps.slice(1), rows.slice(1), left)) yield [row, ...rest];
  }
}

function* lines(caps: number[], size: number, most: number[]): Generator<number[]> {
  if (caps.length === 0) {
    if (size === 0) yield [];
    return;
  }
  for (let first = Math.min(caps[0]!, size, most[0]!); first >= 0; first -= 1)
    for (const rest of lines(caps.slice(1), size - first, most.slice(1))) yield [first, ...rest];
}

interface Small {
  weights: number[][];
  caps: number[][];
  rows: number[];
  columns: number[];
  method: DivisorMethod;
}

/** Weights with zeros and many equals, caps, and margins that some table within them has. */
const feasible = (most: number, greatest: number, seats: number): fc.Arbitrary<Small> =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
    .chain(([height, width]) => {
      const table = <T>(cell: fc.Arbitrary<T>) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height });
      return fc.record({
        weights: table(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: greatest }))),
        held: table(fc.integer({ min: 0, max: seats })),
        spare: table(fc.integer({ min: 0, max: seats })),
        method: fc.constantFrom<DivisorMethod>('sainte-lague', 'dhondt'),
      });
    })
    .map(({ weights, held, spare, method }) => {
      const seats = held.map((row, at) => row.map((value, column) => (weights[at]![column] === 0 ? 0 : value)));
      const caps = seats.map((row, at) => row.map((value, column) => value + spare[at]![column]!));
      return { weights, caps, ...marginsOf(seats), method };
    });

describe('biproportional apportionment: published examples', () => {
  // Wikipedia, "Biproportional apportionment", specific example: regions I to III by parties A to C, 20 seats.
  const regions = [
    [123, 45, 815],
    [912, 714, 414],
    [312, 255, 215],
  ];
  const parties = { rows: [5, 11, 4], columns: [7, 5, 8] };

  it('gives the regional seats of the textbook example', () => {
    expect(seatsOf({ weights: regions, ...parties })).toEqual([
      [1, 0, 4],
      [4, 4, 3],
      [2, 1, 1],
    ]);
  });

  it('derives both margins of that example from its 20 seats', () => {
    const unbounded = regions.map((row) => row.map(() => 20));
    expect(proportionalMargins(20, regions, unbounded)).toEqual(parties);
  });

  it('gives the constituency seats of the example of the Zurich method', () => {
    // Wikipedia (de), "Doppeltproportionales Zuteilungsverfahren": three lists by three constituencies of 4, 5 and 6 seats.
    const weights = [
      [51, 98, 45],
      [60, 100, 120],
      [63, 102, 144],
    ];
    expect(seatsOf({ weights, rows: [4, 5, 6], columns: [4, 5, 6] })).toEqual([
      [1, 2, 1],
      [1, 2, 2],
      [2, 1, 3],
    ]);
  });

  it('gives the seats of the cantonal council of Zug, 2018', () => {
    // Votes: wab.zug.ch/elections/kantonsratswahl-2018; seats of each list in the eleven communes as computed from them in
    // the documentation of the R package proporz (lists above the quorum).
    const weights = [
      [8108, 4687, 1584, 531, 279, 477, 2363, 3860, 1481, 91, 22023],
      [19389, 9334, 4807, 1946, 396, 2844, 3523, 4702, 3310, 812, 21343],
      [14814, 6691, 4005, 826, 379, 1654, 2842, 2624, 2713, 461, 33789],
      [4486, 2270, 621, 198, 0, 361, 728, 465, 925, 0, 10131],
      [15695, 4705, 1750, 84, 0, 51, 627, 1106, 1563, 302, 21794],
      [21298, 8178, 2875, 1336, 399, 1450, 3715, 2610, 4063, 344, 26798],
    ];
    const seats = [
      [2, 1, 1, 0, 0, 0, 1, 2, 1, 0, 3],
      [3, 3, 2, 1, 1, 2, 2, 2, 1, 1, 3],
      [2, 2, 1, 1, 0, 1, 2, 1, 1, 1, 5],
      [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      [3, 1, 1, 0, 0, 0, 0, 0, 1, 0, 3],
      [4, 2, 1, 1, 1, 1, 2, 1, 2, 0, 3],
    ];
    const magnitudes = [15, 10, 6, 3, 2, 4, 7, 6, 6, 2, 19];
    expect(seatsOf({ weights, rows: seats.map(total), columns: magnitudes })).toEqual(seats);
  });
});

describe('biproportional apportionment: promises', () => {
  it('meets every margin exactly, keeps to the caps and gives no seat without weight', () => {
    fc.assert(
      fc.property(feasible(6, 5000, 9), (task) => {
        const seats = seatsOf(task);
        expect(marginsOf(seats)).toEqual({ rows: task.rows, columns: task.columns });
        seats.forEach((row, at) =>
          row.forEach((value, column) => {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(task.weights[at]![column] === 0 ? 0 : task.caps[at]![column]!);
          }),
        );
      }),
    );
  });

  it('is, of all tables there are, the one with the least product; of equals, the one the rule for ties names', () => {
    fc.assert(
      fc.property(feasible(3, 6, 3), (task) => {
        const { weights, method } = task;
        const caps = task.caps.map((row, at) => row.map((cap, column) => (weights[at]![column] === 0 ? 0 : cap)));
        const product = (seats: number[][]) => {
          let [over, under] = [1n, 1n];
          seats.forEach((row, at) =>
            row.forEach((value, column) => {
              for (let seat = 1; seat <= value; seat += 1) {
                over *= BigInt(divisorOf(method, seat));
                under *= BigInt(weights[at]![column]!);
              }
            }),
          );
          return { over, under };
        };
        const byRule = weights
          .flatMap((row, at) => row.map((weight, column) => ({ at, column, weight })))
          .toSorted((one, other) => other.weight - one.weight);
        let best: { seats: number[][]; over: bigint; under: bigint }[] = [];
        for (const seats of tables(caps, task.rows, task.columns)) {
          const found = { seats, ...product(seats) };
          const side = best[0] === undefined ? -1n : found.over * best[0].under - best[0].over * found.under;
          if (side < 0n) best = [found];
          else if (side === 0n) best.push(found);
        }
        const [first] = best.toSorted((one, other) => {
          const cell = byRule.find(({ at, column }) => one.seats[at]![column] !== other.seats[at]![column])!;
          return other.seats[cell.at]![cell.column]! - one.seats[cell.at]![cell.column]!;
        });
        const outcome = apportionBiproportionally(task);
        expect(outcome).toMatchObject({ seats: first!.seats });
        const differ = byRule.filter(({ at, column }) => new Set(best.map(({ seats }) => seats[at]![column])).size > 1);
        const tied = 'tied' in outcome ? outcome.tied : [];
        expect(new Set(tied.map(({ row, column }) => `${row} ${column}`))).toEqual(
          new Set(differ.map(({ at, column }) => `${at} ${column}`)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is a divisor method along both margins: no exchange of seats around any four cells would be more proportional', () => {
    fc.assert(
      fc.property(feasible(7, 100_000, 20), (task) => {
        const { weights, caps, method } = task;
        const seats = seatsOf(task);
        const next = (row: number, column: number) =>
          seats[row]![column]! < caps[row]![column]! && weights[row]![column]! > 0
            ? { over: BigInt(divisorOf(method, seats[row]![column]! + 1)), under: BigInt(weights[row]![column]!) }
            : undefined;
        const last = (row: number, column: number) =>
          seats[row]![column]! > 0
            ? { over: BigInt(weights[row]![column]!), under: BigInt(divisorOf(method, seats[row]![column]!)) }
            : undefined;
        const rows = seats.map((_, at) => at);
        const columns = seats[0]!.map((_, at) => at);
        for (const one of rows)
          for (const other of rows)
            for (const left of columns)
              for (const right of columns) {
                if (one === other || left === right) continue;
                const moves = [next(one, left), last(one, right), next(other, right), last(other, left)];
                if (moves.includes(undefined)) continue;
                const over = moves.reduce((value, move) => value * move!.over, 1n);
                const under = moves.reduce((value, move) => value * move!.under, 1n);
                expect(over >= under).toBe(true);
              }
      }),
      { numRuns: 60 },
    );
  });

  it('settles a tie for the greatest weight, wherever it stands', () => {
    // 4 × 3 equals 2 × 6; and (18 ÷ 3) × 2 equals 12 × 1, where the second seat of the 18 is at stake.
    for (const [weights, seats] of [
      [
        [4, 2],
        [6, 3],
        [0, 1],
        [1, 0],
      ],
      [
        [18, 12],
        [1, 2],
        [2, 0],
        [0, 1],
      ],
    ].map(([first, second, ...rest]) => [[first!, second!], rest] as const)) {
      const outcome = apportionBiproportionally({ weights, ...marginsOf(seats) });
      expect(outcome).toMatchObject({ seats });
      expect('tied' in outcome && outcome.tied).toHaveLength(4);
    }
  });

  it('does not depend on the order of rows and columns, but where the rule for ties decides', () => {
    const shuffled = feasible(5, 30, 6).chain((task) =>
      fc.record({
        task: fc.constant(task),
        rows: fc.shuffledSubarray([...task.rows.keys()], { minLength: task.rows.length }),
        columns: fc.shuffledSubarray([...task.columns.keys()], { minLength: task.columns.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ task, rows, columns }) => {
        const pick = (table: number[][]) => rows.map((row) => columns.map((column) => table[row]![column]!));
        const given = apportionBiproportionally(task);
        const moved = apportionBiproportionally({
          weights: pick(task.weights),
          caps: pick(task.caps),
          rows: rows.map((row) => task.rows[row]!),
          columns: columns.map((column) => task.columns[column]!),
          method: task.method,
        });
        if ('impossible' in given || 'impossible' in moved) throw new Error('feasible by construction');
        const cells = moved.tied.map(({ row, column }) => `${rows[row]} ${columns[column]}`);
        expect(new Set(cells)).toEqual(new Set(given.tied.map(({ row, column }) => `${row} ${column}`)));
        const free = (row: number, column: number) => !cells.includes(`${row} ${column}`);
        pick(given.seats).forEach((line, at) =>
          line.forEach((value, to) => {
            if (free(rows[at]!, columns[to]!)) expect(moved.seats[at]![to]).toBe(value);
          }),
        );
      }),
    );
  });

  it('reaches the same table from wherever it starts', () => {
    fc.assert(
      fc.property(feasible(6, 100_000, 12), (task) => {
        const room = roomOf(task.weights, task.caps);
        const start = room.map((row, at) => {
          let left = task.rows[at]!;
          return row.map((cap) => {
            const value = Math.min(cap, left);
            left -= value;
            return value;
          });
        });
        expect(improve(start, { ...task, room })).toEqual(apportionBiproportionally(task));
      }),
    );
  });

  it('stays exact where the weights are too near for floating point', () => {
    const near = 2 ** 52;
    const weights = [
      [near + 1, near],
      [near, near],
    ];
    const room = [
      [1, 1],
      [1, 1],
    ];
    const apart = [
      [1, 0],
      [0, 1],
    ];
    const crossed = apart.toReversed();
    for (const start of [apart, crossed]) {
      const task = { room, columns: [1, 1], method: 'sainte-lague' as const };
      expect(improve(start, { ...task, weights })).toEqual({ seats: apart, tied: [] });
      expect(improve(start, { ...task, weights: weights.toReversed() })).toEqual({ seats: crossed, tied: [] });
    }
  });

  it('takes well under a second for 26 × 10 cells and 10,000 seats', () => {
    const weights = Array.from({ length: 26 }, (_, row) =>
      Array.from({ length: 10 }, (_, column) => ((row * 37 + column * 101 + 13) ** 3 % 4001) + 1),
    );
    const rows = Array.from({ length: 26 }, (_, row) => 100 + row * 20);
    rows[25]! += 10_000 - total(rows);
    const columns = Array.from({ length: 10 }, (_, column) => 550 + column * 100);
    const began = performance.now();
    const seats = seatsOf({ weights, rows, columns });
    expect(performance.now() - began).toBeLessThan(1000);
    expect(marginsOf(seats)).toEqual({ rows, columns });
  });

  it('names what is not a count', () => {
    const of = (weights: number[][], rows: number[], columns: number[]) => () =>
      apportionBiproportionally({ weights, rows, columns });
    expect(of([[1, Number.NaN]], [1], [1, 0])).toThrow('weights of row 0: NaN is not a count');
    expect(of([[1, -1]], [1], [1, 0])).toThrow('weights of row 0: -1 is not a count');
    expect(of([[1, 1]], [0.5], [1, 0])).toThrow('rows: 0.5 is not a count');
    expect(of([[1, 1]], [1], [1e309, 0])).toThrow('columns: Infinity is not a count');
    expect(of([[1, 1]], [1, 1], [1, 1])).toThrow('rows: 2 values instead of 1');
    expect(of([[1]], [1], [1, 0])).toThrow('weights of row 0: 1 values instead of 2');
  });
});

describe('impossible margins', () => {
  it('names the row that asks for more than its cells hold, and gives the seats elsewhere', () => {
    const caps = [
      [2, 1],
      [9, 9],
    ];
    expect(marginProblem(caps, { rows: [5, 5], columns: [5, 5] })).toEqual({
      totals: { rows: 10, columns: 10 },
      demands: [{ side: 'rows', rows: [0], columns: [], demanded: 5, possible: 3 }],
      nearest: { rows: [3, 7], columns: [5, 5] },
      change: 4,
    });
  });

  it('names the column, where that is the shorter way to say it', () => {
    const caps = [
      [1, 9, 9],
      [1, 9, 9],
    ];
    expect(marginProblem(caps, { rows: [4, 4], columns: [5, 2, 1] })).toMatchObject({
      demands: [{ side: 'columns', rows: [], columns: [0], demanded: 5, possible: 2 }],
      // Three seats for others, each to whoever has the fewest for its room.
      nearest: { rows: [4, 4], columns: [2, 3, 3] },
      change: 6,
    });
  });

  it('names each demand that fails, the shorter way', () => {
    const caps = [
      [3, 0],
      [9, 0],
      [9, 9],
    ];
    expect(marginProblem(caps, { rows: [5, 4, 1], columns: [5, 5] })?.demands).toEqual([
      { side: 'rows', rows: [0], columns: [], demanded: 5, possible: 3 },
      { side: 'columns', rows: [2], columns: [1], demanded: 5, possible: 1 },
    ]);
  });

  it('names rows that together ask for more than their one column gives', () => {
    const weights = [
      [5, 0, 0],
      [5, 0, 0],
      [5, 5, 5],
    ];
    const outcome = apportionBiproportionally({ weights, rows: [3, 3, 2], columns: [4, 2, 2] });
    expect(outcome).toMatchObject({
      impossible: { demands: [{ side: 'rows', rows: [0, 1], columns: [0], demanded: 6, possible: 4 }], change: 4 },
    });
  });

  it('gives no more elsewhere than was asked for', () => {
    const caps = [
      [9, 0],
      [9, 9],
    ];
    expect(marginProblem(caps, { rows: [5, 0], columns: [2, 3] })).toMatchObject({
      nearest: { rows: [2, 3], columns: [2, 3] },
      change: 6,
    });
  });

  it('says that the totals differ', () => {
    expect(marginProblem([[9, 9]], { rows: [5], columns: [2, 2] })).toMatchObject({
      totals: { rows: 5, columns: 4 },
      demands: [],
      change: 1,
    });
  });

  it('answers null exactly where some table has the margins, else true demands, and margins that nothing nearer has', () => {
    const counts = (length: number, max: number) =>
      fc.array(fc.integer({ min: 0, max }), { minLength: length, maxLength: length });
    const any = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([height, width]) =>
      fc.record({
        caps: fc.array(counts(width, 2), { minLength: height, maxLength: height }),
        rows: counts(height, 4),
        columns: counts(width, 4),
      }),
    );
    const everyTable = (caps: number[][]): number[][][] =>
      caps.reduce<number[][][]>(
        (all, row) => {
          const free = row.reduce<number[][]>(
            (lines, cap) => lines.flatMap((line) => Array.from({ length: cap + 1 }, (_, value) => [...line, value])),
            [[]],
          );
          return all.flatMap((above) => free.map((line) => [...above, line]));
        },
        [[]],
      );
    const far = (one: number[], other: number[]) => total(one.map((value, at) => Math.abs(value - other[at]!)));
    fc.assert(
      fc.property(any, ({ caps, rows, columns }) => {
        fc.pre(total(caps.flat()) <= 8);
        const found = marginProblem(caps, { rows, columns });
        const reachable = everyTable(caps).map(marginsOf);
        const least = Math.min(...reachable.map((one) => far(one.rows, rows) + far(one.columns, columns)));
        expect(found?.change ?? 0).toBe(least);
        if (found === null) return;
        expect(reachable).toContainEqual(found.nearest);
        expect(far(found.nearest.rows, rows) + far(found.nearest.columns, columns)).toBe(least);
        expect(found.demands.length > 0 || found.totals.rows !== found.totals.columns).toBe(true);
        for (const demand of found.demands) {
          const [limit, table, asked, within] =
            demand.side === 'rows'
              ? [columns, caps, demand.rows, demand.columns]
              : [rows, turn(caps), demand.columns, demand.rows];
          const possible = total(
            limit.map((most, at) => (within.includes(at) ? most : total(asked.map((one) => table[one]![at]!)))),
          );
          expect(demand.possible).toBe(possible);
          expect(demand.demanded).toBe(total(asked.map((one) => (demand.side === 'rows' ? rows : columns)[one]!)));
          expect(demand.demanded).toBeGreaterThan(demand.possible);
        }
      }),
      { numRuns: 300 },
    );
  });
});
