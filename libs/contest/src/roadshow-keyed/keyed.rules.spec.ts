import type { Rubric } from '@haishi/review/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type HeldKeying,
  keyedState,
  keyingProgress,
  mayCompare,
  sheetCode,
  toldDifferences,
  waitsFor,
} from './keyed.rules.js';

const criterion = (code: string) => ({ code, name: { zh: code, en: code }, max: 5000, step: 50, weight: 5000 });
const RUBRIC: Rubric = { outOf: 10_000, commentRequired: false, criteria: [criterion('A'), criterion('B')] };

const keying = (keyedBy: string, change: Partial<HeldKeying> = {}): HeldKeying => ({
  id: `keying of ${keyedBy}`,
  entryId: 'e',
  personId: 'judge',
  seatNo: 1,
  revision: 0,
  keyedBy,
  state: 'standing',
  scores: { A: 4000, B: 3000 },
  ...change,
});

describe('keyingProgress', () => {
  it('counts what stands for each seat, and forgets what a stored sheet overtook', () => {
    const two = [keying('x'), keying('y', { scores: { A: 1, B: 2 } })];
    const other = keying('x', { personId: 'other', seatNo: 2 });
    expect(keyingProgress([...two, other], [])).toEqual([
      { entryId: 'e', seatNo: 1, state: 'differs' },
      { entryId: 'e', seatNo: 2, state: 'first' },
    ]);
    expect(keyingProgress([keying('x', { state: 'voided' }), keying('y')], [])).toMatchObject([{ state: 'first' }]);
    expect(
      keyingProgress([...two, other], [{ entryId: 'e', personId: 'judge', revision: 1, state: 'stored' }]),
    ).toMatchObject([{ seatNo: 2 }]);
  });
});

describe('keyedState', () => {
  const seat = { recused: false, sheet: undefined, open: true, standing: 0 };

  it.each([
    [{}, 'none'],
    [{ standing: 1 }, 'first'],
    [{ standing: 2 }, 'differs'],
    [{ open: false }, 'closed'],
    [{ recused: true, standing: 1 }, 'recused'],
    [{ sheet: { state: 'stored' } }, 'stored'],
    [{ sheet: { state: 'struck' }, open: false }, 'struck'],
    [{ sheet: { state: 'reopened' }, open: false }, 'none'],
    [{ sheet: { state: 'reopened' }, open: false, standing: 1 }, 'first'],
  ])('%o is %s', (change, expected) => {
    expect(keyedState({ ...seat, ...change })).toBe(expected);
  });
});

describe('waitsFor', () => {
  it.each([
    ['none', [], true],
    ['first', ['y'], true],
    ['first', ['x'], false],
    ['differs', ['x', 'y'], true],
    ['differs', ['y', 'z'], false],
    ['stored', ['x', 'y'], false],
    ['closed', [], false],
  ] as const)('of %s, keyed by %o', (state, keyers, expected) => {
    expect(waitsFor(state, keyers, 'x')).toBe(expected);
  });
});

describe('what is told of two keyings', () => {
  const scores = fc.record({ A: fc.nat(5000), B: fc.nat(5000) });

  it('are the criteria, to their authors and who leads; their values to who leads and keyed neither', () => {
    fc.assert(
      fc.property(scores, scores, fc.constantFrom('x', 'y', 'z'), fc.boolean(), (one, other, id, leads) => {
        const both = [keying('x', { scores: one }), keying('y', { scores: other })];
        const told = toldDifferences(RUBRIC, both, { id, leads });
        const differing = (['A', 'B'] as const).filter((code) => one[code] !== other[code]);
        expect(told).toEqual(id !== 'z' || leads ? differing : []);
        expect(mayCompare(both, id)).toBe(id === 'z');
      }),
    );
  });

  it('is nothing while one is in', () => {
    expect(toldDifferences(RUBRIC, [keying('x')], { id: 'x', leads: true })).toEqual([]);
    expect(mayCompare([keying('x')], 'z')).toBe(false);
    expect(mayCompare([], 'z')).toBe(false);
  });
});

describe('sheetCode', () => {
  it('names session, entry and seat', () => {
    expect(sheetCode('01a20ee5-5cf8-701f-aec3-ffc1e5b73d51', 'HSB-EIT-0012', 5)).toBe('3D51/HSB-EIT-0012/5');
  });
});
