import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitment, drawOrder } from './draw.rules.js';

const lot = (number: string, groupCode = 'ENT') => ({ number, groupCode });

describe('the draw', () => {
  it('commits to the SHA-256 of the seed', () => {
    // printf 'abc' | sha256sum
    expect(commitment('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('orders by the SHA-256 of seed and number, as anyone can check with sha256sum', () => {
    // printf 's:A1' | sha256sum begins d2b6, 's:A2' 8cbd, 's:A3' 856d.
    const order = drawOrder('s', [lot('A1'), lot('A2'), lot('A3')], ['ENT']).map(({ number }) => number);
    expect(order).toEqual(['A3', 'A2', 'A1']);
  });

  it('draws group by group', () => {
    const entries = [lot('A1', 'TEAM'), lot('A2', 'ENT'), lot('A3', 'TEAM'), lot('A4', 'ENT')];
    const groups = drawOrder('seed', entries, ['ENT', 'TEAM']).map(({ groupCode }) => groupCode);
    expect(groups).toEqual(['ENT', 'ENT', 'TEAM', 'TEAM']);
  });

  it('depends on the seed and the numbers alone, not on the order in which entries were added', () => {
    const numbers = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.string(), numbers, (seed, all) => {
        const entries = all.map((number) => lot(number));
        const drawn = drawOrder(seed, entries, ['ENT']);
        expect(drawOrder(seed, [...entries].reverse(), ['ENT'])).toEqual(drawn);
        expect(drawn.map(({ number }) => number).sort()).toEqual([...all].sort());
      }),
    );
  });

  it('gives every order its chance', () => {
    const first = new Map<string, number>();
    for (let seed = 0; seed < 3000; seed += 1) {
      const [one] = drawOrder(String(seed), [lot('A1'), lot('A2'), lot('A3')], ['ENT']);
      first.set(one!.number, (first.get(one!.number) ?? 0) + 1);
    }
    for (const count of first.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});
