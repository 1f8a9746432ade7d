import { describe, expect, it } from 'vitest';
import { claimAgainst, claimedUntil, liveClaim } from './claim.rules.js';

const now = new Date('2026-06-01T08:00:00Z');
const claim = (personId: string, seconds: number) => ({ personId, until: new Date(now.getTime() + seconds * 1000) });

describe('a claim', () => {
  it.each([
    [1, true],
    [0, false],
    [-1, false],
  ])('that ends in %d seconds counts: %s', (seconds, counts) => {
    expect(liveClaim(claim('p', seconds), now) !== undefined).toBe(counts);
  });

  it('keeps others from deciding while it counts, and nobody else', () => {
    expect(claimAgainst(claim('p', 60), 'q', now)).toEqual(claim('p', 60));
    expect(claimAgainst(claim('p', 60), 'p', now)).toBeUndefined();
    expect(claimAgainst(claim('p', 0), 'q', now)).toBeUndefined();
    expect(claimAgainst(null, 'q', now)).toBeUndefined();
  });

  it('holds for half an hour from the last activity', () => {
    expect(claimedUntil(now)).toEqual(new Date('2026-06-01T08:30:00Z'));
  });
});
