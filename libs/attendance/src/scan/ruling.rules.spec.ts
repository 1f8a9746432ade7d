import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareScans, type LedgerScan, ruleTicket } from './ruling.rules.js';
import { REFUSALS, SEQUENCE_FAULTS, type SequenceFault } from './verdict.rules.js';

const scan = (id: string, correctedAt: number, change: Partial<LedgerScan> = {}): LedgerScan => ({
  id,
  correctedAt,
  direction: 'in',
  answer: 'accepted',
  answerReason: null,
  ...change,
});
const anyScan = fc
  .record({
    id: fc.uuid(),
    correctedAt: fc.integer({ min: 0, max: 20 }),
    direction: fc.constantFrom('in' as const, 'out' as const),
    answerReason: fc.constantFrom(null, ...REFUSALS),
  })
  .map((one): LedgerScan => ({ ...one, answer: one.answerReason === null ? 'accepted' : 'refused' }));
const scans = fc.uniqueArray(anyScan, { selector: (one) => one.id, maxLength: 12 });
const reentry = fc.constantFrom('allowed' as const, 'never' as const);

describe('ruleTicket', () => {
  it('gives the earlier of two admissions the right, whichever arrived first', () => {
    const [early, late] = [scan('b', 10), scan('a', 11)];
    const expected = [
      { id: 'b', ruling: 'accepted', rulingReason: null, firstScanId: null },
      { id: 'a', ruling: 'refused', rulingReason: 'already_inside', firstScanId: 'b' },
    ];
    expect(ruleTicket([late, early], 'allowed')).toEqual(expected);
    expect(ruleTicket([early, late], 'allowed')).toEqual(expected);
  });

  it('breaks a tie by scan id', () =>
    expect(ruleTicket([scan('b', 10), scan('a', 10)], 'allowed').map(({ id, ruling }) => [id, ruling])).toEqual([
      ['a', 'accepted'],
      ['b', 'refused'],
    ]));

  it('admits a scan refused for coming second that turns out to be the first', () =>
    expect(
      ruleTicket([scan('a', 5, { answer: 'refused', answerReason: 'already_inside' }), scan('b', 10)], 'never'),
    ).toEqual([
      { id: 'a', ruling: 'accepted', rulingReason: null, firstScanId: null },
      { id: 'b', ruling: 'refused', rulingReason: 'already_inside', firstScanId: 'a' },
    ]));

  it('names the admission that holds after an exit', () => {
    const ledger = [scan('a', 1), scan('b', 2, { direction: 'out' }), scan('c', 3), scan('d', 4)];
    expect(ruleTicket(ledger, 'allowed').at(-1)).toMatchObject({ rulingReason: 'already_inside', firstScanId: 'c' });
    expect(ruleTicket(ledger, 'never').at(-1)).toMatchObject({ rulingReason: 'reentry_not_allowed', firstScanId: 'a' });
  });

  it('never rules capacity again', () =>
    expect(
      ruleTicket([scan('a', 1, { answer: 'refused', answerReason: 'capacity_reached' }), scan('b', 2)], 'allowed'),
    ).toEqual([
      { id: 'a', ruling: 'refused', rulingReason: 'capacity_reached', firstScanId: null },
      { id: 'b', ruling: 'accepted', rulingReason: null, firstScanId: null },
    ]));

  it('does not depend on the order of arrival', () => {
    const shuffled = scans.chain((ledger) =>
      fc.tuple(fc.constant(ledger), fc.shuffledSubarray(ledger, { minLength: ledger.length })),
    );
    fc.assert(
      fc.property(
        shuffled,
        reentry,
        ([ledger, other], rule) => void expect(ruleTicket(other, rule)).toEqual(ruleTicket(ledger, rule)),
      ),
    );
  });

  it('alternates admissions and exits, and lets stand what does not hang on order', () => {
    const property = fc.property(scans, reentry, (ledger, rule) => {
      let inside = false;
      let admissions = 0;
      const byId = new Map(ledger.map((one) => [one.id, one]));
      for (const ruling of ruleTicket(ledger, rule)) {
        const { answerReason, direction } = byId.get(ruling.id)!;
        if (answerReason !== null && !SEQUENCE_FAULTS.includes(answerReason as SequenceFault)) {
          expect(ruling.rulingReason).toBe(answerReason);
        } else if (ruling.ruling === 'accepted') {
          expect(inside).toBe(direction === 'out');
          inside = direction === 'in';
          admissions += direction === 'in' ? 1 : 0;
        }
      }
      if (rule === 'never') expect(admissions).toBeLessThanOrEqual(1);
    });
    fc.assert(property);
  });

  it('orders scans totally', () => {
    const property = fc.property(anyScan, anyScan, (one, other) => {
      expect(Math.sign(compareScans(one, other)) + Math.sign(compareScans(other, one))).toBe(0);
    });
    fc.assert(property);
  });
});
