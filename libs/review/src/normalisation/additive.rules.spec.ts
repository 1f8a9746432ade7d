import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedPairs, joinedSheets, panelOf, reordered, sheetOf } from '../../../../test/support/normalisation.js';
import { additiveModel, type AdditiveOptions, type AdditiveScores } from './additive.rules.js';
import type { NormalisationComponent, NormalisedSheet } from './normalisation.model.js';

const PLAIN: AdditiveOptions = { minSheets: 1, shrinkage: 'none', robust: false };
const ROBUST: AdditiveOptions = { ...PLAIN, robust: true };
const everyKind: fc.Arbitrary<AdditiveOptions> = fc.record({
  minSheets: fc.constant(1),
  shrinkage: fc.constantFrom<AdditiveOptions['shrinkage']>('none', 'estimated', { ratio: 0.5 }),
  robust: fc.boolean(),
});

function scores(sheets: readonly NormalisedSheet[], options: AdditiveOptions): AdditiveScores {
  const outcome = additiveModel(sheets, options);
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused));
  return outcome;
}
const adjusted = (sheets: readonly NormalisedSheet[], options: AdditiveOptions): number[] =>
  scores(sheets, options).entries.map((entry) => entry.adjusted);

describe('additiveModel: its answer', () => {
  it('tells merit and harshness apart where there is no noise', () => {
    // Merits 80, 70, 60; judges +10, 0, −10. The middle entry has only the lenient judge and the harsh one.
    const sheets = [
      sheetOf(0, 0, 9000),
      sheetOf(0, 1, 8000),
      sheetOf(1, 0, 8000),
      sheetOf(1, 2, 6000),
      sheetOf(2, 1, 6000),
      sheetOf(2, 2, 5000),
    ];
    for (const options of [PLAIN, ROBUST])
      expect(scores(sheets, options)).toEqual({
        mean: 7000,
        deviations: null,
        entries: [
          { entry: 'e00000', sheets: 2, raw: 8500, adjusted: 8000 },
          { entry: 'e00001', sheets: 2, raw: 7000, adjusted: 7000 },
          { entry: 'e00002', sheets: 2, raw: 5500, adjusted: 6000 },
        ],
        judges: [
          { judge: 'j000', sheets: 2, effect: 1000, agreement: 100, spread: 0 },
          { judge: 'j001', sheets: 2, effect: 0, agreement: 100, spread: 0 },
          { judge: 'j002', sheets: 2, effect: -1000, agreement: 100, spread: 0 },
        ],
      });
  });

  it('finds any merits and effects exactly where there is no noise', () => {
    const whole = fc.integer({ min: -3000, max: 3000 });
    const exact = joinedPairs.chain((graph) =>
      fc.tuple(
        fc.constant(graph),
        fc.array(whole, { minLength: graph.entries, maxLength: graph.entries }),
        fc.array(whole, { minLength: graph.judges, maxLength: graph.judges }),
      ),
    );
    fc.assert(
      fc.property(exact, fc.boolean(), ([{ judges, pairs }, merits, drawn], robust) => {
        // Times their number, less their sum: whole numbers that sum to nought.
        const sum = drawn.reduce((all, value) => all + value, 0);
        const effects = drawn.map((value) => value * judges - sum);
        const sheets = pairs.map(([entry, judge]) => sheetOf(entry, judge, merits[entry]! + effects[judge]!));
        const answer = scores(sheets, { ...PLAIN, robust });
        expect(answer.entries.map((entry) => entry.adjusted)).toEqual(merits);
        expect(answer.judges.map(({ effect }) => effect)).toEqual(effects);
      }),
    );
  });

  it('leaves the raw means where judges are alike', () => {
    fc.assert(
      fc.property(
        joinedPairs,
        everyKind,
        fc.infiniteStream(fc.integer({ min: 0, max: 10_000 })),
        ({ entries, pairs }, options, stream) => {
          const merits = Array.from({ length: entries }, () => stream.next().value!);
          const outcome = additiveModel(
            pairs.map(([entry, judge]) => sheetOf(entry, judge, merits[entry]!)),
            options,
          );
          if ('refused' in outcome) {
            expect(outcome.refused).toMatchObject([{ kind: 'noise_unknown' }]);
            return;
          }
          for (const { raw, adjusted } of outcome.entries) expect(adjusted).toBe(raw);
          for (const { effect } of outcome.judges) expect(effect).toBe(0);
        },
      ),
    );
  });

  it('does not depend on the order of the sheets', () => {
    const any = joinedSheets.chain((sheets) => fc.tuple(fc.constant(sheets), reordered(sheets)));
    fc.assert(
      fc.property(any, everyKind, ([sheets, other], options) => {
        expect(additiveModel(other, options)).toEqual(additiveModel(sheets, options));
      }),
    );
  });

  it('ranks the same whatever one judge adds to all scores', () => {
    fc.assert(
      fc.property(joinedSheets, fc.nat(5), fc.integer({ min: -500, max: 500 }), (drawn, number, share) => {
        // High enough that half up is upwards before and after.
        const sheets = drawn.map((sheet) => ({ ...sheet, total: sheet.total + 50_000 }));
        const judges = new Set(sheets.map(({ judge }) => judge));
        const judge = [...judges][number % judges.size]!;
        const more = share * judges.size;
        const changed = sheets.map((sheet) =>
          sheet.judge === judge ? { ...sheet, total: sheet.total + more } : sheet,
        );
        // The judge's part in the mean of all judges moves every entry alike.
        expect(adjusted(changed, PLAIN)).toEqual(adjusted(sheets, PLAIN).map((score) => score + share));
        adjusted(changed, ROBUST).forEach((score, at) =>
          expect(Math.abs(score - share - adjusted(sheets, ROBUST)[at]!)).toBeLessThanOrEqual(1),
        );
      }),
    );
  });

  it('draws effects of judges towards nought by the ratio, and scores with them towards the raw means', () => {
    const { sheets } = panelOf(1, { entries: 60, judges: 12, each: 3, merit: 500, harshness: 500, noise: 300 });
    const sizes = [0, 1, 10, 1e12].map((ratio) => {
      const { entries, judges } = scores(sheets, { ...PLAIN, shrinkage: { ratio } });
      const moved = entries.reduce((sum, { raw, adjusted }) => sum + Math.abs(raw - adjusted), 0);
      return { moved, effects: judges.reduce((sum, { effect }) => sum + Math.abs(effect), 0) };
    });
    for (const [at, { moved, effects }] of sizes.slice(1).entries()) {
      expect(effects).toBeLessThan(sizes[at]!.effects);
      expect(moved).toBeLessThan(sizes[at]!.moved);
    }
    expect(sizes.at(-1)).toEqual({ moved: 0, effects: 0 });
    expect(scores(sheets, { ...PLAIN, shrinkage: { ratio: 0 } })).toEqual(scores(sheets, PLAIN));
  });

  it('tells a judge who marks by lot from those who agree', () => {
    const { sheets } = panelOf(2, { entries: 200, judges: 10, each: 4, merit: 500, harshness: 300, noise: 150 });
    const lots = sheets.map((sheet, at) =>
      sheet.judge === 'j003' ? { ...sheet, total: 6000 + ((at * 7919) % 3000) } : sheet,
    );
    const [by, ...others] = scores(lots, PLAIN).judges.sort((one, other) => one.agreement! - other.agreement!);
    expect(by!.judge).toBe('j003');
    for (const other of others) {
      expect(other.agreement).toBeGreaterThan(by!.agreement! + 20);
      expect(other.spread).toBeLessThan(by!.spread / 2);
    }
  });

  it('tells no agreement where there is nothing to agree on, and how far residuals spread', () => {
    expect(scores([sheetOf(0, 0, 5), sheetOf(1, 0, 5)], PLAIN).judges).toMatchObject([{ agreement: null, spread: 0 }]);
    // Each judge is for the other entry: both come out equal, and every residual is 5.00 either way.
    const opposed = [sheetOf(0, 0, 8000), sheetOf(0, 1, 7000), sheetOf(1, 0, 7000), sheetOf(1, 1, 8000)];
    expect(scores(opposed, PLAIN).judges).toEqual([
      { judge: 'j000', sheets: 2, effect: 0, agreement: null, spread: 500 },
      { judge: 'j001', sheets: 2, effect: 0, agreement: null, spread: 500 },
    ]);
    expect(scores([...opposed, sheetOf(2, 0, 9000)], PLAIN).judges).toMatchObject([
      { judge: 'j000', agreement: 87, spread: 408 },
      { judge: 'j001', agreement: null, spread: 500 },
    ]);
  });
});

describe('additiveModel: one wild sheet', () => {
  const panel = { entries: 24, judges: 6, each: 3, merit: 500, harshness: 400, noise: 200 };
  const movement = (sheets: readonly NormalisedSheet[], wild: readonly NormalisedSheet[], options: AdditiveOptions) => {
    const before = adjusted(sheets, options);
    return Math.max(...adjusted(wild, options).map((score, at) => Math.abs(score - before[at]!)));
  };

  it('moves no score by the robust variant as far as by the plain one', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.nat(),
        // From twenty times the noise: at ten, one panel in a thousand has the wild sheet mend what chance had put awry.
        fc.integer({ min: 4000, max: 100_000 }),
        fc.boolean(),
        (seed, number, size, down) => {
          const { sheets } = panelOf(seed, panel);
          fc.pre(!('refused' in additiveModel(sheets, PLAIN)));
          const wild = sheets.map((sheet, at) =>
            at === number % sheets.length ? { ...sheet, total: sheet.total + (down ? -size : size) } : sheet,
          );
          expect(movement(sheets, wild, ROBUST)).toBeLessThan(movement(sheets, wild, PLAIN));
        },
      ),
    );
  });

  it('moves by the robust variant no further however wild it is', () => {
    const { sheets } = panelOf(3, panel);
    const wild = (size: number) =>
      sheets.map((sheet, at) => (at === 10 ? { ...sheet, total: sheet.total + size } : sheet));
    const [far, further] = [movement(sheets, wild(5000), ROBUST), movement(sheets, wild(500_000), ROBUST)];
    expect(further).toBeLessThanOrEqual(far + 1);
    expect(movement(sheets, wild(500_000), PLAIN)).toBeGreaterThan(100 * far);
  });
});

describe('additiveModel: what it refuses', () => {
  const anyPairs = fc
    .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 6 }))
    .chain(([entries, judges]) =>
      fc.array(fc.uniqueArray(fc.nat(judges - 1), { minLength: 1, maxLength: 2 }), {
        minLength: entries,
        maxLength: entries,
      }),
    )
    .map((rows) => rows.flatMap((row, entry) => row.map((judge) => sheetOf(entry, judge, 1000 * entry + judge))));

  /** What can be reached from the first entry, walked sheet by sheet until nothing is added. */
  function reached(sheets: readonly NormalisedSheet[], entry: string): NormalisationComponent {
    const [entries, judges] = [new Set([entry]), new Set<string>()];
    for (let size = 0; size < entries.size + judges.size;) {
      size = entries.size + judges.size;
      for (const sheet of sheets)
        if (entries.has(sheet.entry) || judges.has(sheet.judge)) {
          entries.add(sheet.entry);
          judges.add(sheet.judge);
        }
    }
    return {
      entries: [...entries].sort(),
      judges: [...judges].sort(),
      sheets: sheets.filter((sheet) => entries.has(sheet.entry)).length,
    };
  }

  it('refuses exactly what is not connected, and names every component', () => {
    let [joined, apart] = [0, 0];
    fc.assert(
      fc.property(anyPairs, fc.boolean(), (sheets, robust) => {
        const outcome = additiveModel(sheets, { ...PLAIN, robust });
        const all = new Map(
          sheets.map(({ entry }) => [JSON.stringify(reached(sheets, entry)), reached(sheets, entry)]),
        );
        if (all.size === 1) {
          joined += 1;
          expect(outcome).not.toHaveProperty('refused');
          return;
        }
        apart += 1;
        const components = [...all.values()].sort(
          (one, other) => other.sheets - one.sheets || (one.entries[0]! < other.entries[0]! ? -1 : 1),
        );
        expect(outcome).toEqual({ refused: [{ kind: 'disconnected', components }] });
      }),
    );
    expect(Math.min(joined, apart)).toBeGreaterThan(10);
  });

  it('refuses judges with too few sheets, and what has nothing to compare', () => {
    const sheets = [sheetOf(0, 0, 1), sheetOf(1, 0, 2), sheetOf(1, 1, 3), sheetOf(2, 2, 3)];
    expect(additiveModel(sheets, { ...PLAIN, minSheets: 2 })).toEqual({
      refused: [
        { kind: 'too_few_sheets', judge: 'j001', sheets: 1, needed: 2 },
        { kind: 'too_few_sheets', judge: 'j002', sheets: 1, needed: 2 },
        {
          kind: 'disconnected',
          components: [
            { entries: ['e00000', 'e00001'], judges: ['j000', 'j001'], sheets: 3 },
            { entries: ['e00002'], judges: ['j002'], sheets: 1 },
          ],
        },
      ],
    });
    expect(additiveModel([sheetOf(0, 0, 1), sheetOf(0, 1, 1)], PLAIN)).toEqual({
      refused: [{ kind: 'too_few_entries', entries: 1, needed: 2 }],
    });
    expect(additiveModel([], PLAIN)).toEqual({ refused: [{ kind: 'too_few_entries', entries: 0, needed: 2 }] });
  });

  it('estimates no ratio where no sheet is left to tell the noise from', () => {
    const tree = [sheetOf(0, 0, 1), sheetOf(0, 1, 2), sheetOf(1, 1, 3)];
    expect(additiveModel(tree, { ...PLAIN, shrinkage: 'estimated' })).toEqual({
      refused: [{ kind: 'noise_unknown', sheets: 3, needed: 4 }],
    });
    const apart = [sheetOf(0, 0, 1), sheetOf(1, 1, 2)];
    expect(additiveModel(apart, { ...PLAIN, shrinkage: 'estimated' })).toMatchObject({
      refused: [{ kind: 'disconnected' }],
    });
    expect(additiveModel(apart, { ...PLAIN, shrinkage: 'estimated' })).not.toHaveProperty('refused.1');
    const more = [...tree, sheetOf(1, 0, 4)];
    expect(additiveModel(more, { ...PLAIN, shrinkage: 'estimated' })).not.toHaveProperty('refused');
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('throws on a ratio of %s', (ratio) => {
    expect(() => additiveModel([sheetOf(0, 0, 1), sheetOf(1, 0, 1)], { ...PLAIN, shrinkage: { ratio } })).toThrow(
      RangeError,
    );
  });
});
