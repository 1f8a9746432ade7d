import { describe, expect, it } from 'vitest';
import { returnRefusal, type ReturnFacts } from './returning.rules.js';

const FINE: ReturnFacts = {
  taken: true,
  withdrawn: false,
  ready: true,
  home: false,
  unread: false,
  institution: false,
  scored: false,
  has: 1,
  wants: 2,
  room: 1,
};

describe('returnRefusal', () => {
  it.each([
    [{}, undefined],
    [{ taken: false }, 'online_review.nothing_taken'],
    [{ withdrawn: true }, 'online_review.entry_withdrawn'],
    [{ ready: false }, 'online_review.judge_gone'],
    [{ home: true }, 'online_review.home_region'],
    [{ unread: true }, 'online_review.language'],
    [{ institution: true }, 'online_review.same_institution'],
    [{ has: 2 }, 'online_review.enough_judges'],
    [{ room: 0 }, 'online_review.judge_full'],
    [{ scored: true, has: 2, room: 0 }, undefined],
    [{ scored: true, institution: true }, 'online_review.same_institution'],
  ] as const)('%j: %s', (change, code) => expect(returnRefusal({ ...FINE, ...change })).toBe(code));
});
