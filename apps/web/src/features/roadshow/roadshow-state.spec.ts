import type {
  ChairSnapshot,
  DeskSnapshot,
  EntryProgress,
  RoadshowCurrent,
  ScreenSnapshot,
  ShownResult,
} from '@haishi/contracts';
import { describe, expect, it } from 'vitest';
import { applyChair, applyDesk, applyScreen, clockText, isUntold, progressOf, secondsLeft } from './roadshow-state';

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
    const once = applyChair({ sheets: [], results: [], shown: [], rulings: [], gaveUp: ['b'] }, { sheet });
    const twice = applyChair(once, { sheet: { ...sheet, total: 2, revision: 2 } });
    expect(twice.sheets).toEqual([{ ...sheet, total: 2, revision: 2 }]);
    expect(applyChair(twice, { sheet: { ...sheet, seatNo: 2 } }).sheets).toHaveLength(2);
    expect(twice.gaveUp).toEqual(['b']);
    expect(applyChair(twice, { gaveUp: ['a', 'b'] })).toEqual({ ...twice, gaveUp: ['a', 'b'] });
  });
});

describe('what the public was shown', () => {
  const sheet = (seatNo: number, total: number, state: 'stored' | 'struck' = 'stored') =>
    ({ entryId: 'a', seatNo, scores: {}, comment: '', total, revision: 1, state }) as const;
  const shown: ShownResult = {
    score: 850,
    untrimmed: 851,
    decimals: 1,
    judges: [
      { seatNo: 1, total: 9000, struck: 'highest' },
      { seatNo: 2, total: 8500, struck: null },
      { seatNo: 3, total: 8000, struck: 'lowest' },
    ],
    recused: [7],
    invalid: [6],
  };
  const result = {
    entryId: 'a',
    score: 850,
    untrimmed: 851,
    valid: 3,
    droppedHighest: [1],
    droppedLowest: [3],
    tieValues: [],
  };
  const sealed: ChairSnapshot = {
    sheets: [sheet(3, 8000), sheet(1, 9000), sheet(2, 8500), sheet(6, 100, 'struck'), sheet(7, 9900)],
    results: [result],
    shown: [{ entryId: 'a', result: shown }],
    rulings: [],
    gaveUp: [],
  };
  const room = (progress: Partial<EntryProgress> = {}): DeskSnapshot => ({
    ...desk,
    progress: [{ entryId: 'a', scored: [1, 2, 3], reopened: [], recused: [7], admitted: [], struck: [6], ...progress }],
  });
  const resheeted = (...sheets: ChairSnapshot['sheets']): ChairSnapshot =>
    sheets.reduce((state, one) => applyChair(state, { sheet: one }), sealed);

  it('is what stands where nothing changed, and nothing where nothing was shown', () => {
    expect(isUntold('a', room(), sealed)).toBe(false);
    expect(isUntold('b', room(), sealed)).toBe(false);
    expect(isUntold('a', room(), { ...sealed, shown: [] })).toBe(false);
  });

  it.each<[string, DeskSnapshot, ChairSnapshot]>([
    ['score', room(), applyChair(sealed, { result: { ...result, score: 851 } })],
    ['mean of all', room(), applyChair(sealed, { result: { ...result, untrimmed: 852 } })],
    ['total', room(), resheeted(sheet(2, 8600))],
    ['dropped sheet', room(), applyChair(sealed, { result: { ...result, droppedHighest: [2] } })],
    ['valid sheet', room(), resheeted(sheet(3, 8000, 'struck'))],
    ['number of sheets', room(), resheeted(sheet(5, 8200))],
    ['recusal', room({ recused: [2, 7] }), sealed],
    ['invalid sheet', room({ struck: [] }), sealed],
  ])('differs by a %s', (_, state, now) => expect(isUntold('a', state, now)).toBe(true));

  it('is the same again once it is shown again', () => {
    const corrected = resheeted(sheet(2, 8600));
    const judges = shown.judges.map((one) => (one.seatNo === 2 ? { ...one, total: 8600 } : one));
    expect(
      isUntold('a', room(), applyChair(corrected, { shown: { entryId: 'a', result: { ...shown, judges } } })),
    ).toBe(false);
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
