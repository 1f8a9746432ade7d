import { describe, expect, it } from 'vitest';
import { Crowd } from './crowd.js';

describe('Crowd', () => {
  it('lets about one come back each millisecond, within half a second at least and eight at most', () => {
    const within = (watching: number) => {
      const crowd = new Crowd();
      crowd.look(watching);
      return crowd.spreadMs;
    };
    expect([0, 1, 512, 513, 3000, 8192, 100_000].map(within)).toEqual([512, 512, 512, 1024, 4096, 8192, 8192]);
  });

  it('says when another time holds, and whether who comes has to be told', () => {
    const crowd = new Crowd();
    expect([crowd.look(100), crowd.large]).toEqual([false, false]);
    expect([crowd.look(3000), crowd.large]).toEqual([true, true]);
    expect([crowd.look(2900), crowd.large]).toEqual([false, true]);
  });

  it('remembers for a while who was cut', () => {
    const crowd = new Crowd();
    crowd.look(3000);
    expect(crowd.look(0)).toBe(false);
    for (let looks = 0; looks < 1000; looks += 1) crowd.look(0);
    expect(crowd.spreadMs).toBe(512);
  });
});
