import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rubric } from '../rubric/rubric.rules.js';
import {
  compareKeyings,
  type KeyedSheet,
  keyingRefusal,
  type StandingKeying,
  standingKeyings,
} from './keying.rules.js';
import type { Scores } from './sheet.rules.js';

const criterion = (code: string) => ({ code, name: { zh: code, en: code }, max: 5000, step: 50, weight: 5000 });
const RUBRIC: Rubric = { outOf: 10_000, commentRequired: false, criteria: [criterion('A'), criterion('B')] };

const sheet = (change: Partial<KeyedSheet> = {}): KeyedSheet => ({
  open: true,
  recused: false,
  revision: 0,
  reopened: false,
  standing: [],
  seated: ['judge'],
  voiders: [],
  differed: [],
  ...change,
});
const keying = (keyedBy: string, scores: Scores = { A: 0, B: 0 }): StandingKeying => ({
  keyId: `key of ${keyedBy}`,
  keyedBy,
  scores,
  comment: '',
});
const act = (keyer: string, replaces: string | null = null, revision = 0) => ({ keyer, replaces, revision });

describe('keyingRefusal', () => {
  it.each([
    ['a first keying', sheet(), act('x'), undefined],
    ['a second person’s', sheet({ standing: [keying('x')] }), act('y'), undefined],
    ['a correction of one’s own', sheet({ standing: [keying('x')] }), act('x', 'key of x'), undefined],
    ['a reopened sheet', sheet({ open: false, revision: 2, reopened: true }), act('x', null, 2), undefined],
    ['the same person twice', sheet({ standing: [keying('x')] }), act('x'), 'review.keyed_already'],
    ['a third person', sheet({ standing: [keying('x'), keying('y')] }), act('z'), 'review.keyed_by_two'],
    ['a judge', sheet(), act('judge'), 'review.keyer_on_panel'],
    ['a recused seat', sheet({ recused: true }), act('x'), 'review.seat_recused'],
    ['an entry that is not open', sheet({ open: false }), act('x'), 'review.scoring_closed'],
    ['a stored sheet', sheet({ revision: 1 }), act('x', null, 1), 'review.keying_overtaken'],
    ['a sheet stored unseen', sheet({ revision: 1, reopened: true }), act('x'), 'review.keying_overtaken'],
    ['a correction of what is gone', sheet(), act('x', 'key of x'), 'review.keying_gone'],
    [
      'a correction of another’s',
      sheet({ standing: [keying('x'), keying('y')] }),
      act('x', 'key of y'),
      'review.keying_gone',
    ],
    ['who voided one', sheet({ voiders: ['x'] }), act('x'), 'review.keyer_voided'],
    [
      'who differed twice',
      sheet({ standing: [keying('x')], differed: ['x', 'y', 'x'] }),
      act('x', 'key of x'),
      undefined,
    ],
    [
      'who differed three times',
      sheet({ standing: [keying('x')], differed: ['x', 'x', 'x'] }),
      act('x', 'key of x'),
      'review.keyed_too_often',
    ],
  ])('%s: %#', (_, held, asked, expected) => {
    expect(keyingRefusal(held, asked)).toBe(expected);
  });
});

describe('compareKeyings', () => {
  it('names every criterion that differs, and nothing of what was keyed', () => {
    const one = { scores: { A: 4000, B: 3000 }, comment: '' };
    expect(compareKeyings(RUBRIC, undefined, one)).toEqual({ outcome: 'first' });
    expect(compareKeyings(RUBRIC, one, { scores: { A: 4050, B: 3000 }, comment: '' })).toEqual({
      outcome: 'differs',
      differing: ['A'],
    });
  });

  it('keeps the earlier comment, or the only one', () => {
    const said = (comment: string) => ({ scores: { A: 1, B: 2 }, comment });
    expect(compareKeyings(RUBRIC, said('好'), said('良好'))).toEqual({ outcome: 'agreed', comment: '好' });
    expect(compareKeyings(RUBRIC, said(''), said('良好'))).toEqual({ outcome: 'agreed', comment: '良好' });
  });
});

describe('standingKeyings', () => {
  const over = (revision: number, state = 'standing', personId = 'judge') => ({
    entryId: 'e',
    personId,
    revision,
    state,
  });

  it('are over once their sheet is stored, corrected or they are voided', () => {
    const kept = over(0);
    expect(standingKeyings([kept, over(0, 'replaced'), over(0, 'voided')], [])).toEqual([kept]);
    expect(standingKeyings([kept], [over(1)])).toEqual([]);
    expect(standingKeyings([kept, over(1)], [over(1), over(1, 'stored', 'another')])).toEqual([over(1)]);
    expect(standingKeyings([kept], [over(1, 'stored', 'another')])).toEqual([kept]);
  });
});

const PEOPLE = ['x', 'y', 'z', 'judge'];
/** Few values, so that two people often key the same. */
const acts = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        act: fc.constant('key' as const),
        keyer: fc.constantFrom(...PEOPLE),
        corrects: fc.boolean(),
        stale: fc.boolean(),
        A: fc.constantFrom(0, 50),
        B: fc.constantFrom(0, 50),
      }),
    },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('void' as const), of: fc.constantFrom(...PEOPLE) }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('tablet' as const) }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('reopen' as const) }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constant('lock' as const) }) },
  ),
  { maxLength: 30 },
);

describe('any course of keyings, corrections, voidings and submissions', () => {
  it('stores only what two different persons off the panel keyed alike, once for each revision', () => {
    fc.assert(
      fc.property(acts, (course) => {
        let held = sheet();
        let made = 0;
        for (const one of course) {
          if (one.act === 'lock') held = { ...held, open: false };
          else if (one.act === 'reopen') held = { ...held, reopened: held.revision > 0 };
          else if (one.act === 'void') {
            if (held.standing.some(({ keyedBy }) => keyedBy === one.of))
              held = {
                ...held,
                standing: held.standing.filter(({ keyedBy }) => keyedBy !== one.of),
                voiders: [...held.voiders, 'chair'],
              };
          } else if (one.act === 'tablet') {
            if (held.open || held.reopened)
              held = { ...held, revision: held.revision + 1, reopened: false, standing: [], voiders: [], differed: [] };
          } else {
            const { keyer, A, B } = one;
            const own = held.standing.find(({ keyedBy }) => keyedBy === keyer);
            const revision = held.revision - (one.stale ? 1 : 0);
            const replaces = one.corrects ? (own?.keyId ?? 'none') : null;
            if (keyingRefusal(held, { keyer, revision, replaces })) {
              const may = held.revision > 0 ? held.reopened : held.open;
              const ownIsNamed = own ? one.corrects : !one.corrects && held.standing.length < 2;
              expect(keyer !== 'judge' && !one.stale && may && ownIsNamed).toBe(false);
              continue;
            }
            expect(keyer).not.toBe('judge');
            expect(held.revision === 0 ? held.open : held.reopened).toBe(true);
            const keyed = { keyId: `${(made += 1)}`, keyedBy: keyer, scores: { A, B }, comment: '' };
            const other = held.standing.find((standing) => standing !== own);
            const result = compareKeyings(RUBRIC, other, keyed);
            if (result.outcome === 'agreed') {
              expect(other!.keyedBy).not.toBe(keyer);
              expect(other!.scores).toEqual(keyed.scores);
              held = { ...held, revision: held.revision + 1, reopened: false, standing: [], voiders: [], differed: [] };
            } else {
              if (result.outcome === 'differs') expect(result.differing).not.toEqual([]);
              held = { ...held, standing: [...held.standing.filter((standing) => standing !== own), keyed] };
            }
          }
          expect(new Set(held.standing.map(({ keyedBy }) => keyedBy)).size).toBe(held.standing.length);
          expect(held.standing.length).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});
