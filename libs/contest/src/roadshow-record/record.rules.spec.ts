import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawDigest,
  nothingOpen,
  openMatters,
  recordCode,
  stands,
  type TotalsEntry,
  totalsDigest,
} from './record.rules.js';

const sheet = (seatNo: number, total: number) => ({
  seatNo,
  state: 'stored',
  revision: 1,
  total,
  scores: { TECH: total - 4000, MARKET: 4000 },
});
const entry = (number: string, score: number): TotalsEntry => ({
  number,
  withdrawn: false,
  score,
  untrimmed: score,
  place: 1,
  sheets: [sheet(1, score), sheet(2, score)],
});
const totals = [entry('H-1', 8720), entry('H-2', 8650)];

describe('the digest of the totals', () => {
  it('does not depend on the order of rows and keys', () => {
    const turned = totals
      .map((one) => ({
        ...one,
        sheets: one.sheets
          .map((each) => ({ ...each, scores: { MARKET: each.scores['MARKET']!, TECH: each.scores['TECH']! } }))
          .reverse(),
      }))
      .reverse();
    expect(totalsDigest(turned)).toBe(totalsDigest(totals));
  });

  it('is another where anything is another', () => {
    const change = fc.record({
      entry: fc.nat(1),
      what: fc.constantFrom(
        'withdrawn',
        'score',
        'untrimmed',
        'place',
        'total',
        'revision',
        'struck',
        'criterion',
        'gone',
      ),
      by: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(change, ({ entry: index, what, by }) => {
        const changed = structuredClone(totals) as {
          -readonly [Key in keyof TotalsEntry]: any;
        }[];
        const one = changed[index]!;
        const first = one.sheets[0];
        if (what === 'withdrawn') one.withdrawn = true;
        else if (what === 'total' || what === 'revision') first[what] += by;
        else if (what === 'struck') first.state = 'struck';
        else if (what === 'criterion') first.scores.TECH += by;
        else if (what === 'gone') one.sheets.pop();
        else one[what as 'score'] += by;
        expect(totalsDigest(changed)).not.toBe(totalsDigest(totals));
      }),
    );
  });

  it('is printed as twelve signs', () => {
    expect(recordCode(`3f2a90bc11d7${'0'.repeat(52)}`)).toBe('3F2A-90BC-11D7');
    expect(drawDigest('seed', ['a', 'b'])).not.toBe(drawDigest('seed', ['b', 'a']));
  });
});

describe('what is open before the confirmation', () => {
  const parties = {
    seats: [
      { seatNo: 1, personId: 'p1' },
      { seatNo: 2, personId: 'p2' },
    ],
    entries: [
      { id: 'a', state: 'shown' },
      { id: 'b', state: 'withdrawn' },
    ],
  };
  const signed = (party: 'judge' | 'entry' | 'chair', subjectId: string, digest = 'now') => ({
    party,
    subjectId,
    digest,
  });
  const all = [signed('judge', 'p1'), signed('judge', 'p2'), signed('entry', 'a'), signed('chair', 's')];

  it('is every signature on these totals, and the supervisor where one was appointed', () => {
    expect(openMatters('now', parties, [], { appointed: true, stands: false })).toEqual({
      judges: [1, 2],
      entries: ['a'],
      chair: true,
      supervisor: true,
    });
    expect(nothingOpen(openMatters('now', parties, all, { appointed: false, stands: false }))).toBe(true);
    expect(nothingOpen(openMatters('now', parties, all, { appointed: true, stands: true }))).toBe(true);
    expect(nothingOpen(openMatters('now', parties, all, { appointed: true, stands: false }))).toBe(false);
  });

  it('has each of them alone as something open', () => {
    for (const missing of all) {
      const rest = all.filter((one) => one !== missing);
      expect(nothingOpen(openMatters('now', parties, rest, { appointed: false, stands: false }))).toBe(false);
    }
  });

  it('does not count a signature on other totals', () => {
    const stale = all.map((one) => ({ ...one, digest: 'before' }));
    expect(openMatters('now', parties, stale, { appointed: false, stands: false }).judges).toEqual([1, 2]);
  });

  it('takes the latest word of a supervisor, on what there is now', () => {
    const word = (verdict: string, digest: string) => ({ subject: 'totals', verdict, digest });
    expect(stands([], 'totals', 'now')).toBe(false);
    expect(stands([word('witnessed', 'now')], 'totals', 'now')).toBe(true);
    expect(stands([word('witnessed', 'now')], 'draw', 'now')).toBe(false);
    expect(stands([word('witnessed', 'before')], 'totals', 'now')).toBe(false);
    expect(stands([word('witnessed', 'now'), word('objected', 'now')], 'totals', 'now')).toBe(false);
    expect(stands([word('objected', 'now'), word('witnessed', 'now')], 'totals', 'now')).toBe(true);
  });
});
