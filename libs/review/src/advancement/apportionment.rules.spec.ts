import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, divisorOf, type DivisorMethod } from './apportionment.rules.js';

const seatsOf = (...input: Parameters<typeof apportion>): number[] => {
  const outcome = apportion(...input);
  if ('impossible' in outcome) throw new Error(JSON.stringify(outcome.impossible));
  return outcome.seats;
};

describe('apportion: published examples', () => {
  it.each([
    {
      source: "Wikipedia, D'Hondt method: 8 seats",
      votes: [100_000, 80_000, 30_000, 20_000],
      size: 8,
      method: 'dhondt' as const,
      seats: [4, 3, 1, 0],
    },
    {
      source: 'Wikipedia, Sainte-Laguë method: the same votes',
      votes: [100_000, 80_000, 30_000, 20_000],
      size: 8,
      method: 'sainte-lague' as const,
      seats: [3, 3, 1, 1],
    },
    {
      source: 'Austria in the European Parliament, 2019, official result (bmi.gv.at): 18 seats',
      votes: [1_305_956, 903_151, 650_114, 532_193, 319_024],
      size: 18,
      method: 'dhondt' as const,
      seats: [7, 5, 3, 2, 1],
    },
    {
      source: 'Miller, Election Inversions under Proportional Representation (2014), in Electowiki: 35 seats',
      votes: [503, 304, 193],
      size: 35,
      method: 'sainte-lague' as const,
      seats: [17, 11, 7],
    },
    {
      source: 'staatsrecht.honikel.de, worked solutions: 10 seats',
      votes: [6100, 5000, 900],
      size: 10,
      method: 'sainte-lague' as const,
      seats: [5, 4, 1],
    },
    {
      source: "staatsrecht.honikel.de, the same by d'Hondt",
      votes: [6100, 5000, 900],
      size: 10,
      method: 'dhondt' as const,
      seats: [6, 4, 0],
    },
  ])('$source', ({ votes, size, method, seats }) => {
    expect(apportion(size, votes, { method })).toEqual({ seats, tied: [] });
  });
});

describe('apportion: worked by hand', () => {
  it('gives equals the seat by the greater weight, then by the given order, and names who was tied', () => {
    // 9 ÷ 3 equals 3 ÷ 1.
    expect(apportion(2, [3, 9])).toEqual({ seats: [0, 2], tied: [0, 1] });
    expect(apportion(2, [5, 5, 5])).toEqual({ seats: [1, 1, 0], tied: [0, 1, 2] });
    expect(apportion(3, [5, 5, 5])).toEqual({ seats: [1, 1, 1], tied: [] });
  });

  it('keeps to minimums and caps', () => {
    expect(seatsOf(10, [90, 10], { caps: [6, 10] })).toEqual([6, 4]);
    expect(seatsOf(10, [98, 1, 1], { minimums: [0, 1, 1] })).toEqual([8, 1, 1]);
    expect(seatsOf(2, [5, 0], { minimums: [0, 1] })).toEqual([1, 1]);
  });

  it('says what cannot be given out', () => {
    expect(apportion(5, [1, 1], { minimums: [3, 3] })).toEqual({
      impossible: { kind: 'minimums_above_size', size: 5, bound: 6 },
    });
    expect(apportion(5, [1, 1, 0], { caps: [2, 2, 9] })).toEqual({
      impossible: { kind: 'caps_below_size', size: 5, bound: 4 },
    });
  });

  it('tells weights apart that floating point does not', () => {
    const near = Number.MAX_SAFE_INTEGER;
    // Third seats: near ÷ 5 against near − 1 over 5.
    expect(apportion(5, [near - 1, near])).toEqual({ seats: [2, 3], tied: [] });
  });

  it('names what is not a count', () => {
    expect(() => apportion(Number.NaN, [1])).toThrow('size: NaN is not a count');
    expect(() => apportion(1, [1e309])).toThrow('weights: Infinity is not a count');
    expect(() => apportion(1, [1], { caps: [-1] })).toThrow('caps: -1 is not a count');
    expect(() => apportion(1, [1, 1], { minimums: [0] })).toThrow('minimums: 1 values instead of 2');
  });
});

describe('apportion: promises', () => {
  const cell = fc.record({
    weight: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 1_000_000 })),
    minimum: fc.integer({ min: 0, max: 2 }),
    spare: fc.integer({ min: 0, max: 12 }),
  });
  const tasks = fc.record({
    cells: fc.array(cell, { minLength: 1, maxLength: 8 }),
    size: fc.integer({ min: 0, max: 40 }),
    method: fc.constantFrom<DivisorMethod>('sainte-lague', 'dhondt'),
  });
  const solve = (task: {
    cells: { weight: number; minimum: number; spare: number }[];
    size: number;
    method: DivisorMethod;
  }) =>
    apportion(
      task.size,
      task.cells.map(({ weight }) => weight),
      {
        minimums: task.cells.map(({ minimum }) => minimum),
        caps: task.cells.map(({ minimum, spare }) => minimum + spare),
        method: task.method,
      },
    );

  it('gives out every seat within the limits, and none could be moved to a greater claim', () => {
    fc.assert(
      fc.property(tasks, (task) => {
        const outcome = solve(task);
        const tops = task.cells.map(({ weight, minimum, spare }) => minimum + (weight === 0 ? 0 : spare));
        const [least, most] = [
          task.cells.reduce((sum, one) => sum + one.minimum, 0),
          tops.reduce((sum, one) => sum + one, 0),
        ];
        expect('impossible' in outcome).toBe(task.size < least || task.size > most);
        if ('impossible' in outcome) return;
        const { seats } = outcome;
        expect(seats.reduce((sum, value) => sum + value, 0)).toBe(task.size);
        const givers = seats.flatMap((value, at) => (value > task.cells[at]!.minimum ? [at] : []));
        const takers = seats.flatMap((value, at) => (value < tops[at]! ? [at] : []));
        seats.forEach((value, at) => {
          expect(value).toBeGreaterThanOrEqual(task.cells[at]!.minimum);
          expect(value).toBeLessThanOrEqual(tops[at]!);
        });
        for (const giver of givers)
          for (const taker of takers) {
            if (giver === taker) continue;
            const held = BigInt(task.cells[giver]!.weight) * BigInt(divisorOf(task.method, seats[taker]! + 1));
            const claimed = BigInt(task.cells[taker]!.weight) * BigInt(divisorOf(task.method, seats[giver]!));
            expect(held >= claimed).toBe(true);
            if (held === claimed) {
              expect(outcome.tied).toEqual(expect.arrayContaining([giver, taker]));
              const [above, below] = [task.cells[giver]!.weight, task.cells[taker]!.weight];
              expect(above > below || (above === below && giver < taker)).toBe(true);
            }
          }
      }),
      { numRuns: 500 },
    );
  });

  it('takes no seat away when there are more to give out', () => {
    fc.assert(
      fc.property(tasks, (task) => {
        const [now, then] = [solve(task), solve({ ...task, size: task.size + 1 })];
        if ('impossible' in now || 'impossible' in then) return;
        now.seats.forEach((value, at) => expect(then.seats[at]).toBeGreaterThanOrEqual(value));
      }),
    );
  });

  it('does not depend on the order, but between equals', () => {
    const shuffled = tasks.chain((task) =>
      fc.tuple(fc.constant(task), fc.shuffledSubarray([...task.cells.keys()], { minLength: task.cells.length })),
    );
    fc.assert(
      fc.property(shuffled, ([task, order]) => {
        const [given, moved] = [solve(task), solve({ ...task, cells: order.map((at) => task.cells[at]!) })];
        expect('impossible' in moved).toBe('impossible' in given);
        if ('impossible' in given || 'impossible' in moved) return;
        expect(new Set(moved.tied.map((at) => order[at]!))).toEqual(new Set(given.tied));
        order.forEach((at, now) => {
          if (!given.tied.includes(at)) expect(moved.seats[now]).toBe(given.seats[at]);
        });
      }),
    );
  });
});
