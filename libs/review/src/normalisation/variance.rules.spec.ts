import { describe, expect, it } from 'vitest';
import { sheetOf } from '../../../../test/support/normalisation.js';
import { layOut } from './layout.rules.js';
import { ratioOf, spareSheets, variancesOf } from './variance.rules.js';

describe('variancesOf', () => {
  // Three entries by all of three judges: nine sheets, four to spare. Effects 6, 0, −6; residuals a square of ±2 and 0.
  const effects = [6, 0, -6];
  const residuals = [2, -2, 0, -2, 2, 0, 0, 0, 0];
  const layout = layOut(
    residuals.map((residual, at) => sheetOf(Math.floor(at / 3), at % 3, 70 + effects[at % 3]! + residual)),
  );
  const fitted = layout.totals.map((total, at) => total - residuals[at]!);

  it('is the classical analysis of variance where every judge has every entry', () => {
    expect(spareSheets(layout)).toBe(4);
    const { noise, judges } = variancesOf(layout, { fitted, residuals: Float64Array.from(residuals), kept: 1 });
    // Squares of residuals 16 over 4; mean square of judges 3 × 72 ÷ 2 = 108, less the noise, over three entries.
    expect(noise).toBeCloseTo(4, 9);
    expect(judges).toBeCloseTo((108 - 4) / 3, 9);
  });

  it('puts the noise up by what cutting took, and takes a variance below nought as nought', () => {
    const alike = fitted.map(() => 70);
    const cut = variancesOf(layout, { fitted: alike, residuals: Float64Array.from(residuals), kept: 0.5 });
    expect(cut).toEqual({ noise: 8, judges: 0 });
  });
});

describe('ratioOf', () => {
  it('is the noise over the judges, and bounded where judges show nothing', () => {
    expect(ratioOf({ noise: 8, judges: 2 })).toBe(4);
    expect(ratioOf({ noise: 0, judges: 2 })).toBe(0);
    for (const noise of [0, 8]) expect(ratioOf({ noise, judges: 0 })).toBe(1e12);
  });
});
