import type { DeskSnapshot, RoadshowCurrent, ScreenSnapshot } from '@haishi/contracts';
import { describe, expect, it } from 'vitest';
import { applyChair, applyDesk, applyScreen, clockText, progressOf, secondsLeft } from './roadshow-state';

const current = {
  entry: { id: 'a' },
  phase: 'scoring',
  timer: null,
  scored: 0,
  expected: 7,
  result: null,
} as unknown as RoadshowCurrent;
const screen = { header: { shown: 0 }, current, board: [] } as unknown as ScreenSnapshot;
const desk = {
  ...screen,
  seats: [],
  entries: [],
  progress: [{ entryId: 'a', scored: [1], reopened: [], recused: [7], admitted: [], struck: [] }],
} as unknown as DeskSnapshot;

describe('the state of a session', () => {
  it('counts scores of the entry on stage alone', () => {
    expect(applyScreen(screen, { scored: { entryId: 'a', scored: 3, expected: 6 } }).current).toMatchObject({
      scored: 3,
      expected: 6,
    });
    expect(applyScreen(screen, { scored: { entryId: 'b', scored: 3, expected: 6 } }).current).toMatchObject({
      scored: 0,
    });
    expect(applyScreen(screen, { current: null }).current).toBeNull();
  });

  it('replaces the parts of progress that are named', () => {
    const next = applyDesk(desk, { progress: [{ entryId: 'a', scored: [1, 2], reopened: [3] }] });
    expect(progressOf(next, 'a')).toEqual({
      entryId: 'a',
      scored: [1, 2],
      reopened: [3],
      recused: [7],
      admitted: [],
      struck: [],
    });
    expect(next.current!.scored).toBe(2);
    expect(progressOf(next, 'x')).toEqual({
      entryId: 'x',
      scored: [],
      reopened: [],
      recused: [],
      admitted: [],
      struck: [],
    });
  });

  it('replaces a sheet of the same seat and entry', () => {
    const sheet = { entryId: 'a', seatNo: 1, scores: {}, comment: '', total: 1, revision: 1, state: 'stored' } as const;
    const once = applyChair({ sheets: [], results: [], rulings: [] }, { sheet });
    const twice = applyChair(once, { sheet: { ...sheet, total: 2, revision: 2 } });
    expect(twice.sheets).toEqual([{ ...sheet, total: 2, revision: 2 }]);
    expect(applyChair(twice, { sheet: { ...sheet, seatNo: 2 } }).sheets).toHaveLength(2);
  });
});

describe('the clock', () => {
  it('counts down by the server’s time, stands while paused and goes below zero', () => {
    const timer = { startedAt: 1_000, seconds: 60, pausedAt: null };
    expect(secondsLeft(timer, 700)).toBe(60);
    expect(secondsLeft(timer, 11_000)).toBe(50);
    expect(secondsLeft({ ...timer, pausedAt: 6_000 }, 90_000)).toBe(55);
    expect(secondsLeft(timer, 71_000)).toBe(-10);
    expect(secondsLeft({ ...timer, seconds: 0 }, 5_000)).toBeNull();
    expect(secondsLeft(null, 5_000)).toBeNull();
  });

  it.each([
    [480, '8:00'],
    [59, '0:59'],
    [0, '0:00'],
    [-75, '−1:15'],
  ])('writes %d as %s', (seconds, text) => expect(clockText(seconds)).toBe(text));
});
