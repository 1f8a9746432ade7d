import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panelGrids } from './panel-grid';

describe('the scores of a panel on a screen', () => {
  it.each([
    [5, '3×2', '5×1', '5×1'],
    [7, '4×2', '7×1', '7×1'],
    [9, '5×2', '5×2', '9×1'],
    [11, '4×3', '6×2', '6×2'],
    [15, '5×3', '5×3', '8×2'],
    [25, '5×5', '7×4', '9×3'],
  ])('of %d are laid out %s, wide %s, widest %s', (seats, ...grids) => {
    const { normal, wide, widest } = panelGrids(seats);
    expect([normal, wide, widest].map(({ columns, rows }) => `${columns}×${rows}`)).toEqual(grids);
  });

  it('all have their place, and leave no row empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (seats) => {
        for (const { columns, rows } of Object.values(panelGrids(seats))) {
          expect(columns * rows).toBeGreaterThanOrEqual(seats);
          expect(columns * (rows - 1)).toBeLessThan(seats);
        }
      }),
    );
  });
});
