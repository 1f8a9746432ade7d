import { DEFAULT_AGGREGATION } from '@haishi/review/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divergentSheets, dueForReview, leftDivergent, type RoundSheet, workOut } from './counting.rules.js';
import { defaultPlan } from './round.rules.js';

const aggregation = { ...DEFAULT_AGGREGATION, dropHighest: 0, dropLowest: 0, minValid: 1, decimals: 2 };
const plan = defaultPlan(3);
const sheet = (entryId: string, judge: number, total: number): RoundSheet => ({
  entryId,
  personId: `j${judge}`,
  seatNo: judge,
  total,
  scores: {},
});
const entries = ['a', 'b', 'c', 'd'].map((id) => ({ id, division: 'EIT' }));
/** Every judge scores every entry; judge 3 gives ten points less. */
const whole = entries.flatMap(({ id }, at) =>
  [1, 2, 3].map((judge) => sheet(id, judge, 7000 + at * 500 - (judge === 3 ? 1000 : 0))),
);

describe('workOut', () => {
  it('ranks by the aggregate where nothing is adjusted', () => {
    const { results, places, judges } = workOut({ aggregation, plan }, entries, whole);
    expect(results.map(({ score, adjusted }) => [score, adjusted])).toEqual([
      [6667, null],
      [7167, null],
      [7667, null],
      [8167, null],
    ]);
    expect(places.map(({ entryId, place }) => [entryId, place])).toEqual([
      ['d', 1],
      ['c', 2],
      ['b', 3],
      ['a', 4],
    ]);
    expect(judges).toEqual([]);
  });

  it('clears scores of a harsh judge, whom it names', () => {
    const some = whole.filter(({ entryId, seatNo }) => entryId !== 'd' || seatNo !== 1);
    const { results, judges } = workOut(
      { aggregation, plan: { ...plan, normalisation: 'additive', minSheets: 2 } },
      entries,
      some,
    );
    expect(results.map(({ score }) => score).toSorted()).toEqual(results.map(({ score }) => score));
    const harsh = judges.find(({ personId }) => personId === 'j3')!;
    expect(harsh.effect).toBeLessThan(-600);
  });

  it.each(['additive', 'robust', 'z_score'] as const)(
    'says of %s between which bounds the effect of a judge lies, and of two sheets that they tell too little',
    (normalisation) => {
      const uneven = whole.map((one, at) => ({ ...one, total: one.total + ((at * 37) % 90) }));
      const last = uneven.filter(({ personId }) => personId === 'j2').at(-1)!;
      const few = uneven.filter(({ entryId, personId }) => personId !== 'j2' || ['a', last.entryId].includes(entryId));
      const { judges } = workOut({ aggregation, plan: { ...plan, normalisation, minSheets: 2 } }, entries, few);
      expect(judges.length).toBeGreaterThan(2);
      for (const { personId, effect, interval } of judges) {
        if (personId === 'j2') expect(interval).toBeNull();
        else {
          const { from, to } = interval!;
          expect(Math.abs(effect - from - (to - effect))).toBeLessThanOrEqual(1);
          expect(from).toBeLessThan(effect);
        }
      }
    },
  );

  it.each(['additive', 'robust', 'z_score'] as const)(
    'gives no adjusted score of a division where %s is refused',
    (normalisation) => {
      const both = [...entries, { id: 'x', division: 'BIO' }, { id: 'y', division: 'BIO' }];
      const sheets = [...whole, sheet('x', 8, 8000), sheet('y', 9, 8000)];
      const { refusals, results, places } = workOut(
        { aggregation, plan: { ...plan, normalisation, minSheets: 2 } },
        both,
        sheets,
      );
      expect(refusals.map(({ division }) => division)).toEqual(['BIO']);
      const unsound = results.filter(({ entryId }) => entryId === 'x' || entryId === 'y');
      expect(unsound.map(({ score, raw }) => [score, raw.score])).toEqual([
        [null, 8000],
        [null, 8000],
      ]);
      expect(places).toHaveLength(4);
    },
  );

  it.each(['additive', 'robust', 'z_score'] as const)(
    'compares no panels without a judge in common by %s',
    (normalisation) => {
      const apart = ['a', 'b', 'c', 'd'].flatMap((id, at) =>
        [1, 2, 3].map((judge) => sheet(id, judge + (at < 2 ? 0 : 3), 6000 + 500 * at + 300 * judge)),
      );
      const { refusals } = workOut({ aggregation, plan: { ...plan, normalisation, minSheets: 2 } }, entries, apart);
      expect(refusals).toMatchObject([{ division: 'EIT', refused: [{ kind: 'disconnected' }] }]);
    },
  );

  it.each(['additive', 'robust', 'z_score'] as const)(
    'rounds what %s adjusts once, to the decimals of the stage',
    (normalisation) => {
      const adjustedAt = (decimals: number) =>
        workOut(
          { aggregation: { ...aggregation, decimals }, plan: { ...plan, normalisation, minSheets: 2 } },
          entries,
          [...whole, sheet('a', 5, 7777), sheet('b', 5, 8123)],
        ).results.map(({ adjusted }) => adjusted!);
      const exact = adjustedAt(4);
      expect(exact.some((score) => score % 100 !== 0)).toBe(true);
      expect(adjustedAt(1)).toEqual(exact.map((score) => Math.floor(score / 1000 + 0.5)));
    },
  );

  it('says which sheets are far from the others', () => {
    expect(divergentSheets({ ...plan, divergence: 900 }, whole).map(({ judge }) => judge)).toEqual([
      'j3',
      'j3',
      'j3',
      'j3',
    ]);
  });

  it('is the same to the last digit whatever the order of sheets and entries', () => {
    const order = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(order, fc.constantFrom('none', 'additive', 'z_score', 'robust'), (keys, normalisation) => {
        const keyed = whole.map((one) => ({ one, key: keys.next().value! }));
        const shuffled = keyed.toSorted((one, other) => one.key - other.key).map(({ one }) => one);
        const rules = { aggregation, plan: { ...plan, normalisation, minSheets: 2 } };
        expect(workOut(rules, entries, shuffled)).toEqual(workOut(rules, entries, whole));
      }),
      { numRuns: 30 },
    );
  });
});

describe('another look at what diverges', () => {
  const strict = { ...plan, divergence: 900 };
  const looked = (extra: number | null) => entries.map(({ id }) => ({ id, extra: id === 'b' ? extra : null }));

  it('is opened by the plan of a new round, and by none from before it was asked', () => {
    expect(defaultPlan(3).reopensDivergent).toBe(true);
    expect(defaultPlan(3).readLanguages).toBe(true);
  });

  it('is due once for each entry, the furthest first', () => {
    const sheets = [...whole.filter(({ entryId }) => entryId !== 'c'), sheet('c', 1, 9000), sheet('c', 2, 1000)];
    expect(dueForReview(strict, looked(null), sheets)).toEqual(['c', 'a', 'b', 'd']);
    expect(dueForReview(strict, looked(1), sheets)).toEqual(['c', 'a', 'd']);
    expect(dueForReview(plan, looked(null), whole)).toEqual([]);
  });

  it('is over once all of its sheets are in, whether or not they still differ', () => {
    expect(leftDivergent(strict, looked(null), whole)).toEqual(['a', 'b', 'c', 'd']);
    expect(leftDivergent(strict, looked(1), whole)).toEqual(['a', 'b', 'c', 'd']);
    const fourth = [...whole, sheet('b', 4, 7500), sheet('c', 4, 8000)];
    expect(leftDivergent(strict, looked(1), fourth)).toEqual(['a', 'c', 'd']);
    expect(leftDivergent(strict, looked(2), fourth)).toContain('b');
  });
});
