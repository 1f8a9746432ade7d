import type { AudienceSnapshot, RoadshowEntryCard, ScreenSnapshot } from '@haishi/contracts';
import { describe, expect, it } from 'vitest';
import { audienceOf, changesOf } from './audience.rules.js';

const text = { zh: '组', en: 'Group' };
const card = (id: string, position: number, more: Partial<RoadshowEntryCard> = {}): RoadshowEntryCard => ({
  id,
  position,
  number: `N-${9 - position}`,
  title: id,
  team: '',
  division: text,
  group: text,
  state: 'waiting',
  absentAt: null,
  ...more,
});
const screen = (seed: string | null, more: Partial<ScreenSnapshot> = {}): ScreenSnapshot => ({
  header: { name: '第一场', blank: false, draw: { commitment: 'c', seed } } as never,
  current: null,
  board: [],
  ceremony: null,
  ...more,
});
const shownResult = (score: number) => ({ score, untrimmed: score, decimals: 2, judges: [], recused: [] });
const parts = { cards: [card('a', 1), card('b', 2), card('c', 3)], results: [], criteria: [] };
const idsOf = ({ entries }: AudienceSnapshot) => entries.map(({ id }) => id);

describe('what phones get', () => {
  it('is no order before the draw: by number, without positions', () => {
    const early = audienceOf(screen(null), parts);
    expect(idsOf(early)).toEqual(['c', 'b', 'a']);
    expect(early.entries.every(({ position }) => position === null)).toBe(true);
  });

  it('is the drawn order, with the absent last as they were called', () => {
    const cards = [card('a', 1, { absentAt: 20 }), card('b', 2, { absentAt: 10 }), card('c', 3)];
    expect(idsOf(audienceOf(screen('seed'), { ...parts, cards }))).toEqual(['c', 'b', 'a']);
  });

  it('is whose session it is and nothing else while screens are blank', () => {
    const header = { ...screen('seed').header, blank: true };
    const results = [{ entryId: 'a', result: shownResult(8000) }];
    const { header: told, ...rest } = audienceOf(screen('seed', { header }), { ...parts, results });
    expect(told).toBe(header);
    expect(Object.values(rest).flat().filter(Boolean)).toEqual([]);
  });
});

describe('what phones are sent', () => {
  const before = audienceOf(screen('seed'), parts);

  it('is everything where the page was just opened, and nothing where nothing changed', () => {
    expect(changesOf(null, before)).toEqual({ whole: before });
    expect(changesOf(before, audienceOf(screen('seed'), parts))).toBeNull();
  });

  it('is of a list what is new, changed or gone', () => {
    const results = [{ entryId: 'a', result: shownResult(8000) }];
    const locked = card('a', 1, { state: 'locked' });
    const after = audienceOf(screen('seed'), { ...parts, cards: [locked, card('b', 2)], results });
    expect(changesOf(before, after)).toEqual({
      entries: { set: [locked], gone: ['c'] },
      results: { set: results, gone: [] },
    });
    expect(changesOf(after, before)).toMatchObject({ results: { set: [], gone: ['a'] } });
  });

  it('says also that nobody is on stage any more', () => {
    const current = {
      entry: card('a', 1),
      phase: 'called' as const,
      timer: null,
      scored: 0,
      expected: 7,
      result: null,
    };
    const called = audienceOf(screen('seed', { current }), parts);
    expect(changesOf(called, before)).toEqual({ current: null });
  });
});
