import { describe, expect, it } from 'vitest';
import { shownSeats } from './shown-seats';

describe('shownSeats', () => {
  const result = { score: 9000, untrimmed: 9000, decimals: 2 };
  const judge = (seatNo: number) => ({ seatNo, total: 9000, struck: null });

  it('keep the order in which judges sit, also beyond the ninth, whatever became of them', () => {
    const shown = { ...result, judges: [2, 4, 11].map(judge), recused: [3, 10], invalid: [1] };
    expect(shownSeats(shown).map(({ seatNo, state }) => [seatNo, state])).toEqual([
      [1, 'invalid'],
      [2, 'counted'],
      [3, 'recused'],
      [4, 'counted'],
      [10, 'recused'],
      [11, 'counted'],
    ]);
  });

  it('say what each gave and whether it was struck', () => {
    const struck = { seatNo: 2, total: 9500, struck: 'highest' as const };
    expect(shownSeats({ ...result, judges: [struck], recused: [] })).toEqual([{ state: 'counted', ...struck }]);
  });
});
