import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn, reminderKey, unfinished } from './reminder.rules.js';

const pair = fc.record({ entryId: fc.constantFrom('a', 'b', 'c'), personId: fc.constantFrom('x', 'y', 'z') });
const pairs = fc.uniqueArray(pair, { selector: ({ entryId, personId }) => entryId + personId });

describe('who has yet to score', () => {
  it('counts each pair that has neither a sheet nor a withdrawn entry, and nobody who is done', () => {
    fc.assert(
      fc.property(pairs, pairs, fc.uniqueArray(fc.constantFrom('a', 'b', 'c')), (given, sheets, gone) => {
        const left = unfinished(given, sheets, new Set(gone));
        for (const person of ['x', 'y', 'z']) {
          const open = given.filter(
            (one) =>
              one.personId === person &&
              !gone.includes(one.entryId) &&
              !sheets.some(({ entryId, personId }) => entryId === one.entryId && personId === person),
          );
          expect(left.get(person)).toBe(open.length === 0 ? undefined : open.length);
        }
      }),
    );
  });

  it('are reminded by the days of the edition’s zone', () => {
    const at = new Date('2026-11-29T16:30:00Z');
    expect(dayIn('Asia/Shanghai', at)).toBe('2026-11-30');
    expect(dayIn('Europe/London', at)).toBe('2026-11-29');
    const key = reminderKey('r'.repeat(36), 'p'.repeat(36), '2026-11-30');
    expect(key.length).toBeLessThanOrEqual(160);
  });
});
