import { beforeAll, describe, expect, it } from 'vitest';
import { type Panel, panelOf } from '../../../../test/support/normalisation.js';
import { additiveModel, type AdditiveOptions, type AdditiveScores } from './additive.rules.js';
import type { NormalisedEntry } from './normalisation.model.js';
import { zScore } from './z-score.rules.js';

const SEEDS = 200;
/** Sixty entries, each with 3 of 12 judges: fifteen sheets a judge. Merits 5.00 apart, noise 3.00. */
const PANEL: Panel = { entries: 60, judges: 12, each: 3, merit: 500, harshness: 500, noise: 300 };
const WAYS = ['raw', 'z', 'plain', 'robust'] as const;
type Way = (typeof WAYS)[number];

/** Of 200 panels: mean rank correlation (Spearman) with the true merits, and mean error of the merits in hundredths. */
type Quality = Record<Way, { rank: number; error: number }>;

function measure(panel: Panel): Quality {
  const sums = Object.fromEntries(WAYS.map((way) => [way, { rank: 0, error: 0 }])) as Quality;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { sheets, merits } = panelOf(seed, panel);
    const fit = (robust: boolean, shrinkage: AdditiveOptions['shrinkage']) =>
      entriesOf(additiveModel(sheets, { minSheets: 3, shrinkage, robust }));
    const plain = fit(false, 'estimated');
    const answers: Record<Way, number[]> = {
      raw: plain.map(({ raw }) => raw),
      z: entriesOf(zScore(sheets, { minSheets: 3 })).map(({ adjusted }) => adjusted),
      plain: plain.map(({ adjusted }) => adjusted),
      robust: fit(true, 'none').map(({ adjusted }) => adjusted),
    };
    for (const way of WAYS) {
      sums[way].rank += correlation(placesOf(answers[way]), placesOf(merits)) / SEEDS;
      sums[way].error += error(answers[way], merits) / SEEDS;
    }
  }
  return sums;
}

function entriesOf(outcome: { entries: NormalisedEntry[] } | { refused: unknown[] }): NormalisedEntry[] {
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused));
  return outcome.entries;
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const centred = (values: readonly number[]) => {
  const mean = meanOf(values);
  return values.map((value) => value - mean);
};
/** Equals share the mean of their places. */
const placesOf = (values: readonly number[]) =>
  values.map(
    (value) => values.filter((other) => other < value).length + values.filter((other) => other === value).length / 2,
  );
const product = (ones: readonly number[], others: readonly number[]) =>
  ones.reduce((sum, value, at) => sum + value * others[at]!, 0);

function correlation(ones: readonly number[], others: readonly number[]): number {
  const [first, second] = [centred(ones), centred(others)];
  return product(first, second) / Math.sqrt(product(first, first) * product(second, second));
}

function error(ones: readonly number[], others: readonly number[]): number {
  const [first, second] = [centred(ones), centred(others)];
  return meanOf(first.map((value, at) => Math.abs(value - second[at]!)));
}

describe(`normalisation of ${SEEDS} simulated panels`, () => {
  let [biased, alike, wild] = [] as Quality[] as [Quality, Quality, Quality];
  beforeAll(() => {
    biased = measure(PANEL);
    alike = measure({ ...PANEL, harshness: 0 });
    wild = measure({ ...PANEL, wild: 0.05 });
  }, 20_000);

  // Margins are those measured (0.093 and 97 for the first), less about a tenth for other machines' logarithms.
  it('finds merits better than the raw mean where judges differ as much as entries do', () => {
    expect(biased.plain.rank).toBeGreaterThan(biased.raw.rank + 0.08);
    expect(biased.plain.error).toBeLessThan(biased.raw.error - 85);
    expect(biased.robust.rank).toBeGreaterThan(biased.raw.rank + 0.08);
    expect(biased.robust.error).toBeLessThan(biased.raw.error - 85);
  });

  it('finds them better than standard scores, which take the chance of the draw for the judge', () => {
    expect(biased.z.rank).toBeGreaterThan(biased.raw.rank + 0.07);
    expect(biased.plain.rank).toBeGreaterThan(biased.z.rank + 0.005);
    expect(biased.plain.error).toBeLessThan(biased.z.error - 60);
  });

  it('loses next to nothing where judges are alike; as the robust variant without shrinkage little', () => {
    expect(alike.plain.rank).toBeGreaterThan(alike.raw.rank - 0.001);
    expect(alike.plain.error).toBeLessThan(alike.raw.error + 1);
    expect(alike.robust.rank).toBeGreaterThan(alike.raw.rank - 0.009);
    expect(alike.robust.error).toBeLessThan(alike.raw.error + 10);
  });

  it('still finds them as the robust variant where one sheet in twenty is wild', () => {
    expect(wild.robust.rank).toBeGreaterThan(wild.plain.rank + 0.15);
    expect(wild.robust.error).toBeLessThan(wild.plain.error - 140);
    expect(wild.robust.rank).toBeGreaterThan(0.88);
  });
});

describe('normalisation of a whole written review', () => {
  it.each([90, 900])(
    'brings 31,730 entries by %i judges within a fraction of the error in seconds',
    (judges) => {
      const { sheets, merits } = panelOf(1, { ...PANEL, entries: 31_730, judges, wild: 0.02 });
      const { entries } = additiveModel(sheets, {
        minSheets: 20,
        shrinkage: 'estimated',
        robust: true,
      }) as AdditiveScores;
      const off = (values: number[]) => error(values, merits);
      expect(off(entries.map(({ adjusted }) => adjusted))).toBeLessThan(0.6 * off(entries.map(({ raw }) => raw)));
    },
    20_000,
  );
});
