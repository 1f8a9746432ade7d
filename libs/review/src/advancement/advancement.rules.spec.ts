import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  type Advancement,
  type AdvancementAnswer,
  type AdvancementPlan,
  movesOf,
  type RankedCandidate,
  replaceWithdrawn,
} from './advancement.rules.js';

/** `a1 North Food` at place 1, and so on, equals in the order of the lines; a trailing `!` is not eligible. */
const field = (...lines: string[]): RankedCandidate[] =>
  lines.map((line, order) => {
    const [place, entryId, row = 'N', column = 'F'] = line.replace('!', '').split(' ');
    return { entryId: entryId!, row, column, place: Number(place), order, eligible: !line.endsWith('!') };
  });

const OPEN = { wildcards: 0, waiting: 0, cutTies: 'order' } as const;

function answer(candidates: RankedCandidate[], plan: AdvancementPlan): AdvancementAnswer {
  const outcome = advance(candidates, plan);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome;
}

const statuses = (entries: readonly Advancement[]) =>
  Object.fromEntries(
    entries.map(({ entryId, status, waiting }) => [entryId, waiting === null ? status : `${status} ${waiting}`]),
  );
const of = (entries: readonly Advancement[], id: string) => entries.find(({ entryId }) => entryId === id)!.explanation;

describe('advance: all together', () => {
  const five = field('1 a', '2 b', '2 c', '4 d', '5 e');

  it('takes the best, then wildcards, then the waiting list', () => {
    const { entries, quotas, unfilled } = answer(five, {
      ...OPEN,
      mode: 'total',
      size: 1,
      wildcards: 2,
      waiting: 1,
    });
    expect(statuses(entries)).toEqual({ a: 'advances', b: 'wildcard', c: 'wildcard', d: 'waiting 1', e: 'out' });
    expect({ quotas, unfilled }).toEqual({ quotas: null, unfilled: 0 });
    expect(of(entries, 'c')).toEqual({
      eligible: true,
      place: 2,
      cell: null,
      position: 2,
      cut: { quota: 1, eligible: 5, line: 1, tie: null },
      wildcards: { quota: 2, eligible: 4, line: 2, tie: null },
      replaces: null,
    });
  });

  it('passes over who may not advance', () => {
    const { entries } = answer(field('1 a!', '2 b', '3 c'), { ...OPEN, mode: 'total', size: 1, waiting: 1 });
    expect(statuses(entries)).toEqual({ a: 'out', b: 'advances', c: 'waiting 1' });
    expect(of(entries, 'a')).toMatchObject({ eligible: false, position: null, cut: null, wildcards: null });
    expect(of(entries, 'b')).toMatchObject({ place: 2, position: 1 });
  });

  it('cuts among equals in their order, whatever their ids, and says so', () => {
    const other = answer(field('1 a', '2 c', '2 b', '4 d', '5 e'), { ...OPEN, mode: 'total', size: 2, waiting: 2 });
    expect(statuses(other.entries)).toMatchObject({ c: 'advances', b: 'waiting 1', d: 'waiting 2' });
    expect(other.entries.map(({ entryId }) => entryId)).toEqual(['a', 'c', 'b', 'd', 'e']);

    const { entries } = answer(five, { ...OPEN, mode: 'total', size: 2 });
    expect(statuses(entries)).toMatchObject({ a: 'advances', b: 'advances', c: 'out' });
    expect(of(entries, 'c').cut).toEqual({
      quota: 2,
      eligible: 5,
      line: 2,
      tie: { sharing: 2, seated: 1, by: 'order' },
    });
    expect(of(entries, 'c').wildcards).toBeNull();
  });

  it('tells equals on the waiting list, and those that its end parts from it, how many they are', () => {
    const seven = field('1 a', '2 b', '3 c', '3 d', '5 e!', '5 f', '5 g', '5 h', '9 i');
    const { entries } = answer(seven, { ...OPEN, mode: 'total', size: 1, wildcards: 1, waiting: 4 });
    expect(statuses(entries)).toMatchObject({
      c: 'waiting 1',
      d: 'waiting 2',
      f: 'waiting 3',
      g: 'waiting 4',
      h: 'out',
    });
    for (const id of ['c', 'd']) expect(of(entries, id).waitingTie).toEqual({ sharing: 2, listed: 2 });
    for (const id of ['f', 'g', 'h']) expect(of(entries, id).waitingTie).toEqual({ sharing: 3, listed: 2 });
    for (const id of ['a', 'b', 'e', 'i']) expect(of(entries, id)).not.toHaveProperty('waitingTie');
    const short = answer(seven, { ...OPEN, mode: 'total', size: 1, waiting: 3 });
    for (const id of ['f', 'g', 'h']) expect(of(short.entries, id)).not.toHaveProperty('waitingTie');
  });

  it('lets all advance that share the cut line, where the plan says so', () => {
    const { entries } = answer(five, { ...OPEN, mode: 'total', size: 2, cutTies: 'all' });
    expect(statuses(entries)).toEqual({ a: 'advances', b: 'advances', c: 'advances', d: 'out', e: 'out' });
    expect(of(entries, 'c').cut!.tie).toEqual({ sharing: 2, seated: 2, by: 'all' });
    const wild = answer(five, { ...OPEN, mode: 'total', size: 1, wildcards: 1, cutTies: 'all' });
    expect(statuses(wild.entries)).toMatchObject({ b: 'wildcard', c: 'wildcard', d: 'out' });
  });

  it('sees no tie where the line falls between places', () => {
    const { entries } = answer(five, { ...OPEN, mode: 'total', size: 3, cutTies: 'all' });
    expect(of(entries, 'b').cut!.tie).toBeNull();
    expect(statuses(entries)).toMatchObject({ c: 'advances', d: 'out' });
  });

  it.each([
    [500, 3],
    [499, 2],
    [0, 0],
    [1000, 5],
  ])('%i thousandths of five are %i', (permille, advancing) => {
    const { entries } = answer(five, { ...OPEN, mode: 'share', permille });
    expect(entries.filter(({ status }) => status === 'advances')).toHaveLength(advancing);
  });

  it('counts the seats that nobody is left to take', () => {
    expect(answer(five, { ...OPEN, mode: 'total', size: 7, wildcards: 2 }).unfilled).toBe(4);
  });

  it('names a size that is not a count', () => {
    expect(() => advance(five, { ...OPEN, mode: 'total', size: -1 })).toThrow('size: -1 is not a count');
    expect(() => advance(five, { ...OPEN, mode: 'share', permille: 1001 })).toThrow('permille: 1001 is above 1000');
    expect(() => advance(five, { ...OPEN, mode: 'total', size: 1, waiting: 0.5 })).toThrow(
      'waiting: 0.5 is not a count',
    );
  });
});

describe('advance: by row and column', () => {
  const eight = field('1 a N F', '2 b N F', '3 c N F', '4 d N F', '5 e N G', '6 f N G', '7 g S F', '8 h S G');
  const four = { ...OPEN, mode: 'biproportional' as const, size: 4 };

  it('gives each cell its quota, and tells each entry of it', () => {
    const { entries, quotas } = answer(eight, { ...four, wildcards: 1, waiting: 2 });
    expect(quotas).toMatchObject({
      rows: ['N', 'S'],
      columns: ['F', 'G'],
      eligible: [
        [4, 2],
        [1, 1],
      ],
    });
    // 6 : 2 rows give 3 and 1, 5 : 3 columns 3 and 1 (5 ÷ 5 equals 3 ÷ 3: the greater weight has the last seat).
    expect(quotas!.quotas.map((row) => row.reduce((sum, value) => sum + value, 0))).toEqual([3, 1]);
    expect(quotas!.quotas).toEqual([
      [2, 1],
      [1, 0],
    ]);
    expect(statuses(entries)).toEqual({
      a: 'advances',
      b: 'advances',
      c: 'wildcard',
      d: 'waiting 1',
      e: 'advances',
      f: 'waiting 2',
      g: 'advances',
      h: 'out',
    });
    expect(of(entries, 'd')).toMatchObject({
      cell: { row: 'N', column: 'F' },
      position: 4,
      cut: { quota: 2, eligible: 4, line: 2, tie: null },
      wildcards: { quota: 1, line: 3 },
    });
    expect(of(entries, 'h')).toMatchObject({ position: 1, cut: { quota: 0, eligible: 1, line: null, tie: null } });
  });

  it('keeps a cell to its cap', () => {
    const plan = { ...four, caps: [{ row: 'N', column: 'F', cap: 1 }] };
    expect(answer(eight, plan).quotas!.quotas).toEqual([
      [1, 2],
      [1, 0],
    ]);
  });

  it('takes margins set by hand', () => {
    const plan: AdvancementPlan = {
      ...OPEN,
      mode: 'biproportional',
      rows: { N: 2, S: 2 },
      columns: { F: 2, G: 2 },
    };
    expect(answer(eight, plan).quotas!.quotas).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it('names margins that cannot be met and the nearest that can, instead of an answer', () => {
    const plan: AdvancementPlan = {
      ...OPEN,
      mode: 'biproportional',
      rows: { N: 1, S: 3 },
      columns: { F: 2, G: 2 },
    };
    expect(advance(eight, plan)).toEqual({
      problems: [
        {
          kind: 'margins_impossible',
          totals: { rows: 4, columns: 4 },
          demands: [{ side: 'rows', rows: ['S'], columns: [], demanded: 3, possible: 2 }],
          nearest: { rows: { N: 2, S: 2 }, columns: { F: 2, G: 2 } },
          change: 2,
        },
      ],
    });
    expect(advance(eight, { ...plan, rows: { N: 3, W: 1 } })).toMatchObject({
      problems: [{ demands: [{ rows: ['W'], demanded: 1, possible: 0 }], nearest: { rows: { W: 0 } } }],
    });
  });

  it('has an answer for nobody', () => {
    expect(answer([], { ...four, size: 0 })).toMatchObject({
      entries: [],
      quotas: { rows: [], columns: [] },
      unfilled: 0,
    });
    expect(advance([], four)).toEqual({ problems: [{ kind: 'size_above_room', size: 4, possible: 0 }] });
    expect(advance([], { ...OPEN, mode: 'biproportional', rows: { N: 1 }, columns: {} })).toMatchObject({
      problems: [{ totals: { rows: 1, columns: 0 }, nearest: { rows: { N: 0 }, columns: {} } }],
    });
  });

  it('names the margin that is not a count', () => {
    const plan = { ...OPEN, mode: 'biproportional' as const, rows: { N: 1.5 }, columns: { F: 1 } };
    expect(() => advance(eight, plan)).toThrow('rows N: 1.5 is not a count');
    expect(() => advance(eight, { ...four, caps: [{ row: 'N', column: 'F', cap: -1 }] })).toThrow(
      'cap of N F: -1 is not a count',
    );
  });

  it('takes codes that every object knows for what they are', () => {
    const odd = field('1 a constructor F', '2 b N F');
    expect(answer(odd, { ...OPEN, mode: 'biproportional', rows: { N: 1 }, columns: { F: 1 } }).quotas!.quotas).toEqual([
      [1],
      [0],
    ]);
  });

  it('says how many there is room for, where the size is above', () => {
    expect(advance(eight, { ...four, size: 9 })).toEqual({
      problems: [{ kind: 'size_above_room', size: 9, possible: 8 }],
    });
  });

  it('says that the rule for ties decided', () => {
    const even = field('1 a N F', '2 b N G', '3 c S F', '4 d S G');
    expect(answer(even, { ...four, size: 2 }).quotas).toMatchObject({
      quotas: [
        [1, 0],
        [0, 1],
      ],
      tied: [
        { row: 'N', column: 'F' },
        { row: 'N', column: 'G' },
        { row: 'S', column: 'F' },
        { row: 'S', column: 'G' },
      ],
    });
  });
});

const entriesOf = fc
  .array(
    fc.record({
      row: fc.constantFrom('N', 'S', 'W'),
      column: fc.constantFrom('F', 'G', 'H'),
      score: fc.integer({ min: 0, max: 12 }),
      eligible: fc.boolean(),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) =>
    all.map(({ row, column, score, eligible }, at): RankedCandidate => {
      const place = 1 + all.filter((other) => other.score > score).length;
      return { entryId: `e${at}`, row, column, place, order: (at * 17) % 31, eligible };
    }),
  );
const plans = fc
  .record({
    mode: fc.constantFrom('total' as const, 'biproportional' as const),
    size: fc.integer({ min: 0, max: 12 }),
    wildcards: fc.integer({ min: 0, max: 4 }),
    waiting: fc.integer({ min: 0, max: 5 }),
    cutTies: fc.constantFrom('all', 'order'),
  })
  .map((plan): AdvancementPlan =>
    plan.mode === 'total' ? { ...plan, mode: 'total' } : { ...plan, mode: 'biproportional' },
  );

describe('advance: promises', () => {
  it('never passes over a better place in the same group, and keeps every quota', () => {
    fc.assert(
      fc.property(entriesOf, plans, (candidates, plan) => {
        const outcome = advance(candidates, plan);
        if ('problems' in outcome) return;
        const by = new Map(outcome.entries.map((one) => [one.entryId, one]));
        const rank = { advances: 0, wildcard: 1, waiting: 2, out: 3 };
        const cellOf = (one: RankedCandidate) => (plan.mode === 'total' ? '' : `${one.row} ${one.column}`);
        const seated = (one: RankedCandidate) => by.get(one.entryId)!.status === 'advances';
        for (const one of candidates) {
          const mine = by.get(one.entryId)!;
          if (!one.eligible) expect(mine).toMatchObject({ status: 'out', waiting: null });
          for (const other of candidates) {
            if (!one.eligible || !other.eligible || other.place >= one.place) continue;
            const theirs = by.get(other.entryId)!;
            if (cellOf(one) === cellOf(other) || (!seated(one) && !seated(other)))
              expect(rank[theirs.status]).toBeLessThanOrEqual(rank[mine.status]);
          }
        }
        for (const cell of new Set(candidates.filter(({ eligible }) => eligible).map(cellOf))) {
          const members = candidates.filter((one) => one.eligible && cellOf(one) === cell);
          const { quota, tie } = of(outcome.entries, members[0]!.entryId).cut!;
          const taken = members.filter(seated).length;
          if (plan.cutTies === 'order' || tie === null) expect(taken).toBe(Math.min(quota, members.length));
          else expect(taken).toBeGreaterThan(quota);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('puts no equal of the same group before one that stands earlier in their order', () => {
    const rank = { advances: 0, wildcard: 1, waiting: 2, out: 3 };
    fc.assert(
      fc.property(entriesOf, plans, (candidates, plan) => {
        const outcome = advance(candidates, { ...plan, cutTies: 'order' });
        if ('problems' in outcome) return;
        const by = new Map(outcome.entries.map((one) => [one.entryId, one]));
        for (const one of candidates) {
          for (const other of candidates) {
            const alike = one.place === other.place && one.eligible && other.eligible;
            const together = plan.mode === 'total' || (one.row === other.row && one.column === other.column);
            if (!alike || !together || one.order >= other.order) continue;
            const [mine, theirs] = [by.get(one.entryId)!, by.get(other.entryId)!];
            expect(rank[mine.status]).toBeLessThanOrEqual(rank[theirs.status]);
            if (theirs.waiting !== null) expect(mine.waiting ?? 0).toBeLessThan(theirs.waiting);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says of a waiting tie exactly whom the list holds of those that share a place without a seat', () => {
    fc.assert(
      fc.property(entriesOf, plans, (candidates, plan) => {
        const outcome = advance(candidates, plan);
        if ('problems' in outcome) return;
        const { entries } = outcome;
        const waits = entries.filter(({ status, explanation }) => explanation.eligible && /waiting|out/.test(status));
        for (const { explanation } of entries) {
          const equals = waits.filter((other) => other.explanation.place === explanation.place);
          const listed = equals.filter(({ status }) => status === 'waiting').length;
          const own = equals.some((other) => other.explanation === explanation);
          const tie = own && equals.length > 1 && listed > 0 ? { sharing: equals.length, listed } : undefined;
          expect(explanation.waitingTie).toEqual(tie);
        }
      }),
    );
  });

  it('answers the same for any order of the entries', () => {
    const shuffled = entriesOf.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, plans, ([given, moved], plan) => {
        expect(advance(moved, plan)).toEqual(advance(given, plan));
      }),
      { numRuns: 300 },
    );
  });

  it('answers for 30,000 entries of 26 × 10 cells in well under a second', () => {
    const many = Array.from({ length: 30_000 }, (_, at): RankedCandidate => {
      const [row, column] = [String((at * 7919) % 26), String(((at * 104_729) % 9973) % 10)];
      return { entryId: String(at), row, column, place: at + 1, order: at, eligible: true };
    });
    const began = performance.now();
    const { entries } = answer(many, { ...OPEN, mode: 'biproportional', size: 10_000, wildcards: 50, waiting: 500 });
    expect(performance.now() - began).toBeLessThan(1000);
    expect(entries.filter(({ status }) => status === 'advances')).toHaveLength(10_000);
  });
});

describe('replaceWithdrawn', () => {
  const plan = { ...OPEN, mode: 'biproportional', rows: { N: 1, S: 1 }, columns: { F: 2 }, waiting: 3 } as const;
  const six = field('1 a N F', '2 b N F', '3 c S F', '4 d N F', '5 e S F', '6 f S F');

  it('moves up the first of the same cell, and closes the gap', () => {
    const { entries } = answer(six, plan);
    expect(statuses(entries)).toMatchObject({
      a: 'advances',
      c: 'advances',
      b: 'waiting 1',
      d: 'waiting 2',
      e: 'waiting 3',
    });
    const after = replaceWithdrawn(entries, 'c');
    expect(after.movedUp).toBe('e');
    expect(statuses(after.entries)).toEqual({ a: 'advances', b: 'waiting 1', d: 'waiting 2', e: 'advances', f: 'out' });
    expect(of(after.entries, 'e').replaces).toEqual({ entryId: 'c', cell: { row: 'S', column: 'F' }, quota: 1 });
  });

  it('moves up the first of all where the list holds none of the cell, who then holds that seat', () => {
    const first = replaceWithdrawn(answer(six, plan).entries, 'c');
    const second = replaceWithdrawn(first.entries, 'e');
    expect(second.movedUp).toBe('b');
    expect(of(second.entries, 'b').replaces).toEqual({ entryId: 'e', cell: { row: 'S', column: 'F' }, quota: 1 });
    const third = replaceWithdrawn(second.entries, 'b');
    expect(third.movedUp).toBe('d');
    expect(statuses(third.entries)).toEqual({ a: 'advances', d: 'advances', f: 'out' });
    expect(replaceWithdrawn(third.entries, 'd').movedUp).toBeNull();
  });

  it('gives a wildcard to the first of all', () => {
    const { entries } = answer(six, { ...plan, wildcards: 1, waiting: 2 });
    expect(statuses(entries)).toMatchObject({ b: 'wildcard', d: 'waiting 1', e: 'waiting 2' });
    const after = replaceWithdrawn(entries, 'b');
    expect(statuses(after.entries)).toMatchObject({ d: 'wildcard', e: 'waiting 1' });
    expect(of(after.entries, 'd').replaces).toEqual({ entryId: 'b', cell: null, quota: 1 });
  });

  it('moves nobody up for who had no seat, nor while equals beyond the quota still fill it', () => {
    const { entries } = answer(six, plan);
    expect(replaceWithdrawn(entries, 'f').movedUp).toBeNull();
    expect(statuses(replaceWithdrawn(entries, 'b').entries)).toMatchObject({
      d: 'waiting 1',
      e: 'waiting 2',
      f: 'out',
    });
    const shared = field('1 a', '1 b', '3 c');
    const all = answer(shared, { ...OPEN, mode: 'total', size: 1, waiting: 1, cutTies: 'all' });
    const once = replaceWithdrawn(all.entries, 'a');
    expect(once.movedUp).toBeNull();
    expect(replaceWithdrawn(once.entries, 'b').movedUp).toBe('c');
  });

  it('leaves a seat vacant that is not to be filled, also when another is filled after', () => {
    const seats = answer(field('1 a', '2 b', '3 c', '4 d'), { ...OPEN, mode: 'total', size: 2, waiting: 2 });
    const vacant = replaceWithdrawn(seats.entries, 'a', false);
    expect(vacant.movedUp).toBeNull();
    expect(statuses(vacant.entries)).toEqual({ b: 'advances', c: 'waiting 1', d: 'waiting 2' });
    const after = replaceWithdrawn(vacant.entries, 'b');
    expect(statuses(after.entries)).toEqual({ c: 'advances', d: 'waiting 1' });
  });

  it('names an entry that is not there', () => {
    expect(() => replaceWithdrawn([], 'x')).toThrow('withdrawn: no entry x');
  });

  it('keeps the number of seats taken as long as the list lasts', () => {
    fc.assert(
      fc.property(entriesOf, plans, fc.nat(), (candidates, plan, choice) => {
        const outcome = advance(candidates, { ...plan, cutTies: 'order' });
        if ('problems' in outcome) return;
        let { entries } = outcome;
        const held = () => entries.filter(({ status }) => status === 'advances' || status === 'wildcard');
        const seats = held().length;
        if (seats === 0) return;
        while (entries.some(({ status }) => status === 'waiting')) {
          ({ entries } = replaceWithdrawn(entries, held()[choice % seats]!.entryId));
          expect(held()).toHaveLength(seats);
          const numbers = entries.flatMap(({ waiting }) => (waiting === null ? [] : [waiting]));
          expect(numbers).toEqual(numbers.map((_, at) => at + 1));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('movesOf', () => {
  it('tells of each entry what taking it out changes, also after others were', () => {
    fc.assert(
      fc.property(
        entriesOf,
        plans,
        fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 3 }),
        (all, plan, taken) => {
          const outcome = advance(all, plan);
          if ('problems' in outcome) return;
          let { entries } = outcome;
          for (const [choice, fills] of taken)
            if (entries.length > 0)
              ({ entries } = replaceWithdrawn(entries, entries[choice % entries.length]!.entryId, fills));
          const moves = movesOf(entries);
          for (const leaving of entries) {
            const after = new Map(replaceWithdrawn(entries, leaving.entryId).entries.map((one) => [one.entryId, one]));
            const stays = ({ entryId, status, waiting }: Advancement) =>
              after.get(entryId)?.status === status && after.get(entryId)?.waiting === waiting;
            const moved = entries.flatMap((one) => (stays(one) ? [] : [one.entryId]));
            expect(moves(leaving).toSorted()).toEqual(moved.toSorted());
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
