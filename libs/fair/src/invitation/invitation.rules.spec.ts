import { describe, expect, it } from 'vitest';
import { answerStep, Places, takesAnswers, takesGuests } from './invitation.rules.js';

const fair = {
  state: 'open' as const,
  timeZone: 'Asia/Shanghai',
  days: [
    { date: '2026-03-28', opens: '09:00', closes: '16:00' },
    { date: '2026-03-29', opens: '09:00', closes: '15:00' },
  ],
};
const before = new Date('2026-03-29T06:59:59.999Z');
const over = new Date('2026-03-29T07:00:00Z');

describe('when invitations are possible', () => {
  it.each([
    ['draft', before, false, true],
    ['open', before, true, true],
    ['closed', before, false, false],
    ['draft', over, false, false],
    ['open', over, false, false],
  ] as const)('%s at %s: answers %s, guests %s', (state, now, answers, guests) => {
    expect(takesAnswers({ ...fair, state }, now)).toBe(answers);
    expect(takesGuests({ ...fair, state }, now)).toBe(guests);
  });
});

describe('answerStep', () => {
  it.each([
    ['invited', 'yes', 'change'],
    ['invited', 'no', 'change'],
    ['accepted', 'yes', 'repeat'],
    ['accepted', 'no', 'refuse'],
    ['declined', 'no', 'repeat'],
    ['declined', 'yes', 'refuse'],
    ['revoked', 'yes', 'refuse'],
    ['revoked', 'no', 'refuse'],
  ] as const)('%s, then %s: %s', (state, answer, step) => {
    expect(answerStep(state, answer)).toBe(step);
  });
});

describe('Places', () => {
  it('gives what the quota leaves, and is not limited without one', () => {
    const taken = new Map([['北京大学', 1]]);
    const places = new Places(new Map([['北京大学', 2]]), taken);
    expect([places.take('北京大学'), places.take('北京大学'), places.take('清华大学')]).toEqual([true, false, true]);
    expect([places.of('北京大学'), places.of('清华大学')]).toEqual([2, Number.POSITIVE_INFINITY]);
    expect(taken.get('北京大学')).toBe(1);
  });

  it('gives none where the quota is nought or was lowered', () => {
    expect(new Places(new Map([['北京大学', 0]]), new Map()).take('北京大学')).toBe(false);
    expect(new Places(new Map([['北京大学', 1]]), new Map([['北京大学', 3]])).take('北京大学')).toBe(false);
  });
});
