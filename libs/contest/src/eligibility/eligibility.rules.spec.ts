import { describe, expect, it } from 'vitest';
import { reasonText } from './decision-item.js';
import { checkDue, findReason } from './eligibility.rules.js';

const now = new Date('2026-06-01T00:00:00Z');
const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

describe('the time for a correction', () => {
  it.each([
    [0.99, ['eligibility.due_too_soon']],
    [1, []],
    [60 * 24, []],
    [60 * 24 + 0.01, ['eligibility.due_too_far']],
    [-24, ['eligibility.due_too_soon']],
  ])('of %d hours', (hours, codes) => {
    expect(checkDue(after(hours), now).map(({ code }) => code)).toEqual(codes);
  });
});

describe('reasons', () => {
  const own = { code: 'no_stamp', name: { zh: '未盖章', en: 'Not stamped' } };

  it('are the edition’s for each action, and those that always were where it names none', () => {
    expect(findReason({}, 'return', 'wrong_group').reason?.name.zh).toBe('组别不符');
    expect(findReason({}, 'reject', 'duplicate').reason?.name.en).toBe('Entered more than once');
    expect(findReason({ returnReasons: [own] }, 'return', 'no_stamp')).toEqual({ reason: own, faults: [] });
    expect(findReason({ returnReasons: [own] }, 'reject', 'duplicate').faults).toEqual([]);
    expect(findReason({ returnReasons: [own] }, 'accept', null)).toEqual({ reason: null, faults: [] });
  });

  it.each([
    ['return', 'wrong_group', 'no_stamp'],
    ['return', null, 'no_stamp'],
    [
      'reject',
      'no_stamp',
      'not_eligible, duplicate, false_statement, rights_dispute, classified, not_corrected, other',
    ],
  ] as const)('that the edition has not for a %s are a fault of their field: %s', (action, code, choices) => {
    expect(findReason({ returnReasons: [own] }, action, code)).toEqual({
      reason: null,
      faults: [{ field: 'reasonCode', code: 'common.not_a_choice', params: { choices } }],
    });
  });

  it('stay called as they were when they were given, and older ones as they always were', () => {
    const decision = { action: 'return' as const, reasonCode: 'wrong_group', reasonName: own.name };
    expect(reasonText(decision)).toEqual(own.name);
    expect(reasonText({ ...decision, reasonName: null })?.zh).toBe('组别不符');
    expect(reasonText({ action: 'reject', reasonCode: 'duplicate', reasonName: null })?.zh).toBe('重复申报');
    expect(reasonText({ action: 'accept', reasonCode: null, reasonName: null })).toBeUndefined();
  });
});
