import { describe, expect, it } from 'vitest';
import { missingFrom, presenceOf } from './sign-in.rules.js';

const expected = {
  seats: [
    { seatNo: 1, personId: 'one' },
    { seatNo: 2, personId: 'two' },
  ],
  entries: [
    { id: 'a', state: 'waiting' },
    { id: 'b', state: 'withdrawn' },
    { id: 'c', state: 'waiting' },
  ],
};

describe('sign-in', () => {
  it('tells seats and entries apart, whatever their ids', () => {
    const signedIn = [
      { kind: 'judge' as const, subjectId: 'two' },
      { kind: 'entry' as const, subjectId: 'a' },
      { kind: 'entry' as const, subjectId: 'one' },
      { kind: 'judge' as const, subjectId: 'c' },
    ];
    expect(presenceOf(signedIn, expected)).toEqual({ seats: [2], entries: ['a'] });
  });

  it('misses who was expected, but no entry that withdrew', () => {
    expect(missingFrom({ seats: [2], entries: ['a'] }, expected)).toEqual({ seats: [1], entries: ['c'] });
    expect(missingFrom({ seats: [1, 2], entries: ['a', 'c'] }, expected)).toEqual({ seats: [], entries: [] });
  });
});
