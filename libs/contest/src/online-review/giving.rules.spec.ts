import { describe, expect, it } from 'vitest';
import { givingExcess } from './giving.rules.js';

describe('giving an entry by hand', () => {
  it.each([
    [{ has: 1, wants: 2, assigned: 3, most: 4 }, undefined],
    [{ has: 2, wants: 2, assigned: 3, most: 4 }, 'online_review.judges_exceeded'],
    [{ has: 1, wants: 2, assigned: 4, most: 4 }, 'online_review.load_exceeded'],
    [{ has: 0, wants: 2, assigned: 0, most: 0 }, 'online_review.load_exceeded'],
    [{ has: 3, wants: 2, assigned: 5, most: 4 }, 'online_review.judges_and_load_exceeded'],
  ])('of %o exceeds %s', (facts, excess) => expect(givingExcess(facts)).toBe(excess));
});
