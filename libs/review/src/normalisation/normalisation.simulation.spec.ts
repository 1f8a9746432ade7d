import { beforeAll, describe, expect, it } from 'vitest';
import { type Panel, panelOf } from '../../../../test/support/normalisation.js';
import { additiveModel } from './additive.rules.js';
import type { NormalisedEntry, Refused } from './normalisation.model.js';
import { zScore } from './z-score.rules.js';

const SEEDS = 200;
/** Sixty entries, each with 3 of 12 judges: fifteen sheets a judge. Merits 5.00 apart, noise 3.00. */
const PANEL: Panel = { entries: 60, judges: 12, each: 3, merit: 500, harshness: 500, noise: 300 };
const WAYS = ['raw', 'z', 'plain', 'robust'] as const;
type Way = (typeof WAYS)[number];

/** Mean rank correlation (Spearman) with the true merits, and mean error of the merits in hundredths. */
interface Found {
  rank: number;
  error: number;
}

/** Means over all panels. */
interface Quality extends Record<Way, Found> {
  /** How far the plain adjusted scores lie from the raw means, in hundredths. */
  moved: number;
  /** Standard deviations as the plain variant estimates them, in hundredths. */
  noise: number;
  judges: number;
}

function measure(panel: Panel): Quality {
  const ways = Object.fromEntries(WAYS.map((way) => [way, { rank: 0, error: 0 }])) as Record<Way, Found>;
  const quality: Quality = { ...ways, moved: 0, noise: 0, judges: 0 };
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { sheets, merits } = panelOf(seed, panel);
    const plain = given(additiveModel(sheets, { minSheets: 3, shrinkage: 'estimated', robust: false }));
    const robust = given(additiveModel(sheets, { minSheets: 3, shrinkage: 'none', robust: true }));
    const raw = plain.entries.map((entry) => entry.raw);
    const answers: Record<Way, number[]> = {
      raw,
      z: adjusted(given(zScore(sheets, { minSheets: 3 }))),
      plain: adjusted(plain),
      robust: adjusted(robust),
    };
    for (const way of WAYS) {
      ways[way].rank += correlation(placesOf(answers[way]), placesOf(merits)) / SEEDS;
      ways[way].error += error(answers[way], merits) / SEEDS;
    }
    quality.moved += error(answers.plain, raw) / SEEDS;
    quality.noise += plain.deviations!.noise / SEEDS;
    quality.judges += plain.deviations!.judges / SEEDS;
  }
  return quality;
}

function given<Scores extends object>(outcome: Scores | Refused): Scores {
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused));
  return outcome;
}
const adjusted = ({ entries }: { entries: NormalisedEntry[] }) => entries.map((entry) => entry.adjusted);

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
    // A twentieth of a point where the raw means themselves are 1.38 off.
    expect(alike.moved).toBeLessThan(6);
    expect(alike.robust.rank).toBeGreaterThan(alike.raw.rank - 0.009);
    expect(alike.robust.error).toBeLessThan(alike.raw.error + 10);
  });

  it('estimates noise and harshness', () => {
    for (const { noise } of [biased, alike]) expect(Math.abs(noise - PANEL.noise)).toBeLessThan(4);
    expect(Math.abs(biased.judges - PANEL.harshness)).toBeLessThan(30);
    expect(alike.judges).toBeLessThan(30);
  });

  it('still finds them as the robust variant where one sheet in twenty is wild', () => {
    expect(wild.robust.rank).toBeGreaterThan(wild.plain.rank + 0.15);
    expect(wild.robust.error).toBeLessThan(wild.plain.error - 140);
    expect(wild.robust.rank).toBeGreaterThan(0.88);
  });
});

describe('normalisation of a whole written review', () => {
  it.each([90, 900])(
    'brings 31,730 entries by %i judges to nearly half the error in seconds, with one sheet in fifty wild',
    (judges) => {
      const { sheets, merits, effects } = panelOf(1, { ...PANEL, entries: 31_730, judges, wild: 0.02 });
      const scores = given(additiveModel(sheets, { minSheets: 20, shrinkage: 'estimated', robust: true }));
      const raw = scores.entries.map((entry) => entry.raw);
      expect(error(adjusted(scores), merits)).toBeLessThan(0.52 * error(raw, merits));

      const harshness = centred(effects);
      scores.judges.forEach(({ effect }, judge) => expect(Math.abs(effect - harshness[judge]!)).toBeLessThan(150));
      expect(scores.deviations!.judges).toBeCloseTo(Math.sqrt(product(harshness, harshness) / (judges - 1)), -1);
      // Wild sheets count as noise up to the threshold.
      expect(scores.deviations!.noise).toBeGreaterThan(PANEL.noise);
      expect(scores.deviations!.noise).toBeLessThan(PANEL.noise * 1.1);
    },
    20_000,
  );
});
