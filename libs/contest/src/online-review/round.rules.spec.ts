import { describe, expect, it } from 'vitest';
import { dueAt, isLate, ROUND_MACHINE, ROUND_STATES, type RoundAction } from './round.rules.js';

describe('the states of a round', () => {
  const allowed: Record<RoundAction, string[]> = {
    prepare: ['preparing'],
    assign: ['preparing', 'open'],
    settle: ['preparing', 'open', 'closed'],
    open: ['preparing'],
    judge: ['open'],
    remind: ['open'],
    close: ['open'],
    reopen: ['closed'],
    rereview: ['closed'],
    rule: ['closed'],
    rescale: ['closed'],
    confirm: ['closed'],
    unconfirm: ['confirmed'],
  };
  it.each(Object.keys(allowed) as RoundAction[])('%s is allowed where it is, and nowhere else', (action) =>
    expect(ROUND_STATES.filter((state) => ROUND_MACHINE.next(state, action) !== undefined)).toEqual(allowed[action]),
  );
});

describe('dueAt and isLate', () => {
  const at = (second: number) => new Date(second * 1000);
  it.each([
    ['no end', null, null, 9, null, false],
    ['within the second of the end', 5, null, 5.9, 5, false],
    ['after it', 5, null, 6, 5, true],
    ['after it, reopened before it', 5, 3, 6, 5, true],
    ['before it, reopened before it', 5, 3, 4, 5, false],
    ['before the reopening that came after it', 5, 8, 7, null, true],
    ['from that reopening on', 5, 8, 8, null, false],
  ] as const)('%s', (_, closes, reopens, sent, due, late) => {
    const moments = { closesAt: closes && at(closes), reopenedAt: reopens && at(reopens) };
    expect(dueAt(moments)).toEqual(due && at(due));
    expect(isLate(moments, at(sent))).toBe(late);
  });
});
