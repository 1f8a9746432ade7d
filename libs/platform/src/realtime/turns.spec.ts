import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Turns } from './turns.js';

describe('Turns', () => {
  it('does all in order, no more in a turn than may be at the time', async () => {
    let atOnce = 3;
    const turns = new Turns(() => atOnce);
    const done: number[] = [];
    for (let number = 0; number < 20; number += 1) turns.take(() => done.push(number));
    expect(done).toEqual([]);
    await turn();
    expect(done).toEqual([0, 1, 2]);
    atOnce = 8;
    await turn();
    expect(done).toHaveLength(11);
    turns.take(() => done.push(20));
    while (done.length < 21) await turn();
    expect(done).toEqual(Array.from({ length: 21 }, (_, number) => number));
  });

  it('goes on after it was done, and takes what is given meanwhile', async () => {
    const turns = new Turns(() => 10);
    const done: string[] = [];
    turns.take(() => {
      done.push('first');
      turns.take(() => done.push('given by the first'));
    });
    await turn();
    expect(done).toEqual(['first']);
    await turn();
    expect(done).toEqual(['first', 'given by the first']);
    turns.take(() => done.push('later'));
    await turn();
    expect(done).toHaveLength(3);
  });
});
