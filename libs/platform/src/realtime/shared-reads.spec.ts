import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SharedReads } from './shared-reads.js';

describe('reads that a crowd shares', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function setUp() {
    let number = 0;
    const reads = new SharedReads();
    const ask = (name = 'hall') => reads.of(name, () => Promise.resolve(`${name} ${++number}`));
    return { ask, done: () => number };
  }

  it('reads at once for who comes alone', async () => {
    const { ask } = setUp();
    expect(await ask()).toBe('hall 1');
    await vi.runAllTimersAsync();
    expect(await ask()).toBe('hall 2');
  });

  it('reads once for all who come meanwhile, and only after they asked', async () => {
    const { ask, done } = setUp();
    void ask();
    const crowd = Promise.all([ask(), ask(), ask()]);
    expect(done()).toBe(1);
    await vi.runAllTimersAsync();
    expect(await crowd).toEqual(['hall 2', 'hall 2', 'hall 2']);
  });

  it('lets who asks once a shared read began wait for the next', async () => {
    const { ask } = setUp();
    void ask();
    const second = ask();
    await vi.advanceTimersByTimeAsync(100);
    const third = ask();
    await vi.runAllTimersAsync();
    expect([await second, await third]).toEqual(['hall 2', 'hall 3']);
  });

  it('keeps different names apart', async () => {
    const { ask } = setUp();
    expect(await Promise.all([ask('hall'), ask('stage')])).toEqual(['hall 1', 'stage 2']);
  });

  it('tells a failure to all who waited, and forgets it', async () => {
    const reads = new SharedReads();
    void reads.of('hall', () => Promise.resolve());
    const fail = () => Promise.reject(new Error('gone'));
    const failed = Promise.allSettled([reads.of('hall', fail), reads.of('hall', fail)]);
    await vi.runAllTimersAsync();
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await reads.of('hall', () => Promise.resolve('back'))).toBe('back');
  });
});
