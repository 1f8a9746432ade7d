import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RevealEntry, type RevealPlan, revealSteps } from './reveal.rules.js';

const NOTHING: RevealPlan = { awards: [], slides: [], advancing: null, lineFirst: false };
const entry = (entryId: string, order: number, change: Partial<RevealEntry> = {}): RevealEntry => ({
  entryId,
  order,
  place: order + 1,
  known: true,
  withdrawn: false,
  turn: order,
  ...change,
});

describe('a reveal', () => {
  it('goes as worked out by hand', () => {
    // Frozen: A first, B second. Sealed, in the order of the stage: C, D, E. In the end: D, A, C and E together, B.
    const entries = [
      entry('D', 0, { known: false }),
      entry('A', 1),
      entry('C', 2, { known: false }),
      entry('E', 3, { known: false, place: 3 }),
      entry('B', 4),
    ];
    const plan: RevealPlan = {
      awards: [
        { award: 0, from: 1, to: 1 },
        { award: 1, from: 2, to: 3 },
      ],
      slides: [
        { slide: 0, beforePlace: null },
        { slide: 1, beforePlace: 4 },
        { slide: 2, beforePlace: 1 },
      ],
      advancing: 2,
      lineFirst: false,
    };
    expect(revealSteps(entries, ['C', 'D', 'E'], plan)).toEqual([
      { kind: 'slide', slide: 0 },
      { kind: 'call', entryId: 'E' },
      { kind: 'tell', entryId: 'E', above: 1 },
      { kind: 'call', entryId: 'D' },
      { kind: 'tell', entryId: 'D', above: 0 },
      { kind: 'call', entryId: 'C' },
      { kind: 'tell', entryId: 'C', above: 2 },
      { kind: 'line', entryId: 'B', advances: false },
      { kind: 'stay', entryId: 'B', place: 5, awards: [] },
      { kind: 'slide', slide: 1 },
      { kind: 'line', entryId: 'E', advances: false },
      { kind: 'stay', entryId: 'E', place: 3, awards: [1] },
      { kind: 'line', entryId: 'C', advances: false },
      { kind: 'stay', entryId: 'C', place: 3, awards: [1] },
      { kind: 'line', entryId: 'A', advances: true },
      { kind: 'stay', entryId: 'A', place: 2, awards: [1] },
      { kind: 'slide', slide: 2 },
      { kind: 'line', entryId: 'D', advances: true },
      { kind: 'stay', entryId: 'D', place: 1, awards: [0] },
      { kind: 'end' },
    ]);
  });

  it('tells the line first, in the order of appearance, and then each from the last place to the first', () => {
    const entries = [
      entry('D', 0, { known: false, turn: 3 }),
      entry('A', 1, { turn: 1 }),
      entry('C', 2, { known: false, turn: 5 }),
      entry('E', 3, { known: false, place: 3, turn: 2 }),
      entry('B', 4, { turn: 4 }),
      entry('N', 5, { known: false, place: null, turn: 7 }),
      entry('W', 6, { known: false, place: null, withdrawn: true, turn: 6 }),
    ];
    const plan: RevealPlan = {
      awards: [{ award: 0, from: 1, to: 1 }],
      slides: [
        { slide: 0, beforePlace: null },
        { slide: 1, beforePlace: 1 },
      ],
      advancing: 3,
      lineFirst: true,
    };
    expect(revealSteps(entries, ['D', 'E', 'C', 'N'], plan)).toEqual([
      { kind: 'slide', slide: 0 },
      { kind: 'withdrawn', entryId: 'W' },
      { kind: 'line', entryId: 'A', advances: true },
      { kind: 'line', entryId: 'E', advances: true },
      { kind: 'line', entryId: 'D', advances: true },
      { kind: 'line', entryId: 'B', advances: false },
      { kind: 'line', entryId: 'C', advances: true },
      { kind: 'line', entryId: 'N', advances: false },
      { kind: 'call', entryId: 'N' },
      { kind: 'tell', entryId: 'N', above: 5 },
      { kind: 'stay', entryId: 'N', place: null, awards: [] },
      { kind: 'stay', entryId: 'B', place: 5, awards: [] },
      { kind: 'call', entryId: 'E' },
      { kind: 'tell', entryId: 'E', above: 3 },
      { kind: 'stay', entryId: 'E', place: 3, awards: [] },
      { kind: 'call', entryId: 'C' },
      { kind: 'tell', entryId: 'C', above: 2 },
      { kind: 'stay', entryId: 'C', place: 3, awards: [] },
      { kind: 'stay', entryId: 'A', place: 2, awards: [] },
      { kind: 'slide', slide: 1 },
      { kind: 'call', entryId: 'D' },
      { kind: 'tell', entryId: 'D', above: 0 },
      { kind: 'stay', entryId: 'D', place: 1, awards: [0] },
      { kind: 'end' },
    ]);
  });

  it('names withdrawn entries once, and gives them nothing', () => {
    const entries = [entry('A', 0), entry('W', 1, { withdrawn: true, known: false, place: null })];
    expect(revealSteps(entries, ['W'], { ...NOTHING, awards: [{ award: 0, from: 1, to: 9 }] })).toEqual([
      { kind: 'withdrawn', entryId: 'W' },
      { kind: 'stay', entryId: 'A', place: 1, awards: [0] },
      { kind: 'end' },
    ]);
  });

  it('lets an entry without a result stay first, below all, with no award and no way on', () => {
    const entries = [entry('A', 0), entry('N', 1, { place: null, known: false })];
    const plan: RevealPlan = { awards: [{ award: 0, from: 1, to: 9 }], slides: [], advancing: 9, lineFirst: false };
    expect(revealSteps(entries, ['N'], plan).slice(2, 4)).toEqual([
      { kind: 'line', entryId: 'N', advances: false },
      { kind: 'stay', entryId: 'N', place: null, awards: [] },
    ]);
  });

  const sessions = fc
    .uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 20 })
    .chain((stage) =>
      fc.record({
        stage: fc.constant(stage),
        final: fc.shuffledSubarray(stage, { minLength: stage.length }),
        known: fc.subarray(stage),
        withdrawn: fc.subarray(stage),
      }),
    )
    .map(({ stage, final, known, withdrawn }) => {
      const placed = final.filter((id) => !withdrawn.includes(id));
      const entries = final.map((id, order) => ({
        entryId: String(id),
        order,
        place: withdrawn.includes(id) ? null : placed.indexOf(id) + 1,
        known: known.includes(id),
        withdrawn: withdrawn.includes(id),
        turn: stage.indexOf(id),
      }));
      return { entries, sealed: stage.filter((id) => !known.includes(id)).map(String) };
    });

  it('tells each sealed result once, after its call, and none that was known', () => {
    fc.assert(
      fc.property(sessions, ({ entries, sealed }) => {
        const steps = revealSteps(entries, sealed, NOTHING);
        const present = new Set(entries.filter(({ withdrawn }) => !withdrawn).map(({ entryId }) => entryId));
        const told = steps.flatMap((step) => (step.kind === 'tell' ? [step.entryId] : []));
        expect(told).toEqual(sealed.toReversed().filter((id) => present.has(id)));
        steps.forEach((step, index) => {
          if (step.kind === 'tell') expect(steps[index - 1]).toEqual({ kind: 'call', entryId: step.entryId });
        });
      }),
    );
  });

  it('lets every entry stay once, worst first, after all was told', () => {
    fc.assert(
      fc.property(sessions, ({ entries, sealed }) => {
        const steps = revealSteps(entries, sealed, NOTHING);
        const stays = steps.flatMap((step) => (step.kind === 'stay' ? [step.place] : []));
        const count = entries.filter(({ withdrawn }) => !withdrawn).length;
        expect(stays).toEqual(Array.from({ length: count }, (_, index) => count - index));
        const kinds = steps.map(({ kind }) => kind);
        expect(kinds.lastIndexOf('tell')).toBeLessThan(count > 0 ? kinds.indexOf('stay') : kinds.length);
        expect(kinds.at(-1)).toBe('end');
      }),
    );
  });

  it('puts each told entry where the final order has it among those on the board', () => {
    fc.assert(
      fc.property(sessions, ({ entries, sealed }) => {
        const order = (id: string) => entries.find(({ entryId }) => entryId === id)!.order;
        const board = entries.filter(({ known, withdrawn }) => known && !withdrawn).map(({ entryId }) => entryId);
        for (const step of revealSteps(entries, sealed, NOTHING))
          if (step.kind === 'tell') {
            board.splice(step.above, 0, step.entryId);
            expect(board).toEqual(board.toSorted((one, other) => order(one) - order(other)));
          }
      }),
    );
  });
});
