import { describe, expect, it } from 'vitest';
import { CodesInSight, presented } from './presented';

describe('what is presented', () => {
  it('is a number where it is digits alone, grouped or full-width, and a code otherwise', () => {
    expect(presented(' 0123 456 789 ')).toEqual({ number: '0123 456 789' });
    expect(presented('０１２３-456-789')).toEqual({ number: '０１２３-456-789' });
    expect(presented('HS1:0A B')).toEqual({ code: 'HS1:0A B' });
    expect(presented(' \n')).toBeUndefined();
  });
});

describe('a code before the camera', () => {
  it('counts once while it stays, and anew after it was away', () => {
    const sight = new CodesInSight();
    expect([0, 200, 2900, 5800].map((now) => sight.isNew('a', now))).toEqual([true, false, false, false]);
    expect(sight.isNew('a', 8800)).toBe(true);
  });

  it('does not count anew where it stayed while no code was taken, but the next one does', () => {
    const sight = new CodesInSight();
    sight.isNew('a', 0);
    for (const now of [1000, 3000, 5000]) sight.stays('a', now);
    sight.stays('b', 5500);
    expect(sight.isNew('a', 7000)).toBe(false);
    expect(sight.isNew('b', 7100)).toBe(true);
  });

  it('counts at once where another came between', () => {
    const sight = new CodesInSight();
    expect(['a', 'b', 'a', 'a'].map((text, index) => sight.isNew(text, index * 100))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
