import type { RoadshowEntryCard, ShownResult } from '@haishi/contracts';
import { rank } from '@haishi/review/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CeremonyPlan } from './ceremony.entity.js';
import { boardOf, resultsOf, sceneOf, type SceneParts } from './ceremony.scene.js';
import { revealSteps } from './reveal.rules.js';

const PLAN: CeremonyPlan = {
  awards: [{ name: { zh: '一等奖', en: 'First prize' }, from: 1, to: 1 }],
  slides: [
    { title: { zh: '开始', en: 'Start' }, text: { zh: '', en: '' }, beforePlace: null },
    { title: { zh: '悬念', en: 'Suspense' }, text: { zh: '', en: '' }, beforePlace: 2 },
  ],
  advancing: null,
};
const CRITERION = { by: 'criterion', code: 'TECH' } as const;

/** Who appears, in the order drawn, and what is the same whatever the judges gave. */
interface Cast {
  ids: string[];
  withdrawn: string[];
  known: string[];
  qualified: string[];
  /** The line; where fewer places than entries are above it, its last place is shared. */
  advancing: number;
}

/** Scores of entries, each with the value that separates equals. */
type Gave = ReadonlyMap<string, readonly [score: number | null, tie: number]>;

const card = (id: string, position: number): RoadshowEntryCard => ({
  id,
  position,
  number: `N-${id}`,
  title: `项目 ${id}`,
  team: `公司 ${id}`,
  division: { zh: '', en: '' },
  group: { zh: '', en: '' },
  state: 'locked',
  absentAt: null,
});
const resultOf = (gave: Gave, id: string): ShownResult => ({
  score: gave.get(id)![0],
  untrimmed: gave.get(id)![0],
  decimals: 2,
  judges: [],
  recused: [],
});

/** The ceremony of what was given, as the service works it out. */
function staged(
  { ids, withdrawn, known, advancing }: Cast,
  gave: Gave,
  lineFirst: boolean,
  rulings: SceneParts['rulings'] = [],
): SceneParts {
  const present = ids.filter((id) => !withdrawn.includes(id));
  const places = rank(
    present.map((entryId) => ({
      entryId,
      result: { score: gave.get(entryId)![0], tieValues: [gave.get(entryId)![1]] },
    })),
    [CRITERION],
    rulings,
  );
  const order = [
    ...places.map(({ entryId }) => entryId),
    ...ids.filter((id) => !places.some((one) => one.entryId === id)),
  ];
  const entries = order.map((entryId, index) => ({
    entryId,
    order: index,
    place: places.find((one) => one.entryId === entryId)?.place ?? null,
    known: known.includes(entryId),
    withdrawn: withdrawn.includes(entryId),
    turn: ids.indexOf(entryId),
  }));
  const sealed = present.filter((id) => !known.includes(id));
  const plan: CeremonyPlan = { ...PLAN, advancing, ...(lineFirst ? { lineFirst } : {}) };
  const steps = revealSteps(entries, sealed, {
    advancing,
    lineFirst,
    awards: plan.awards.map(({ from, to }, award) => ({ award, from, to })),
    slides: plan.slides.map(({ beforePlace }, slide) => ({ slide, beforePlace })),
  });
  return {
    ceremony: {
      plan,
      steps,
      sealed: sealed.map((entryId) => ({
        entryId,
        shown: resultOf(gave, entryId),
        tieValues: [gave.get(entryId)![1]],
      })),
      at: 0,
      frozenAt: new Date(0),
    },
    entries: ids.map((id, index) => ({
      card: withdrawn.includes(id) ? { ...card(id, index + 1), state: 'withdrawn' as const } : card(id, index + 1),
      shown: known.includes(id) && !withdrawn.includes(id) ? resultOf(gave, id) : null,
      shownTies: known.includes(id) && !withdrawn.includes(id) ? [gave.get(id)![1]] : null,
    })),
    ties: [CRITERION],
    rulings,
  };
}

/** Everything of a ceremony that leaves the server for the public once so many steps were triggered. */
function told(parts: SceneParts, at: number) {
  const now = { ...parts, ceremony: { ...parts.ceremony, at } };
  return { scene: sceneOf(now), board: boardOf(now), results: resultsOf(now.ceremony, now.entries) };
}

const casts: fc.Arbitrary<Cast> = fc
  .uniqueArray(fc.integer({ min: 100, max: 999 }), { minLength: 2, maxLength: 9 })
  .chain((numbers) => {
    const ids = numbers.map(String);
    return fc.record({
      ids: fc.constant(ids),
      withdrawn: fc.subarray(ids, { maxLength: ids.length - 1 }),
      known: fc.subarray(ids),
      qualified: fc.subarray(ids, { minLength: 1 }),
      shared: fc.nat({ max: 2 }),
    });
  })
  .map(({ ids, withdrawn, known, qualified, shared }) => {
    const present = qualified.filter((id) => !withdrawn.includes(id));
    return { ids, withdrawn, known, qualified: present, advancing: Math.max(1, present.length - shared) };
  })
  .filter(({ qualified }) => qualified.length > 0);

/** What judges might have given so that exactly these are above the line: the better half of the scores is theirs. */
const gaveIn = ({ ids, known, qualified, advancing }: Cast): fc.Arbitrary<Gave> =>
  fc
    .tuple(...ids.map(() => fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 2 }), fc.boolean())))
    .map((drawn) => {
      const gave = new Map<string, readonly [number | null, number]>();
      for (const [index, id] of ids.entries()) {
        const [figure, tie, few] = drawn[index]!;
        if (qualified.includes(id)) gave.set(id, [5000 + figure, tie]);
        else gave.set(id, [few && !known.includes(id) ? null : figure, tie]);
      }
      // More stand above the line than it has places where they share its last one.
      const best = qualified.toSorted((one, other) => {
        const [score, tie] = gave.get(one)!;
        const [otherScore, otherTie] = gave.get(other)!;
        return otherScore! - score! || otherTie - tie;
      });
      for (const id of best.slice(advancing)) gave.set(id, gave.get(best[advancing - 1]!)!);
      return gave;
    });
const pairs = casts.chain((cast) => fc.record({ cast: fc.constant(cast), one: gaveIn(cast), other: gaveIn(cast) }));

describe('a line that is told first', () => {
  it('tells nothing of any place or score: the same is told whatever the order among those above it and below it', () => {
    fc.assert(
      fc.property(pairs, ({ cast, one, other }) => {
        const [ours, theirs] = [staged(cast, one, true), staged(cast, other, true)];
        const last = ours.ceremony.steps.findLastIndex(({ kind }) => kind === 'line') + 1;
        const lines = sceneOf({ ...ours, ceremony: { ...ours.ceremony, at: last } }).lines;
        expect(new Set(lines.flatMap(({ entryId, advances }) => (advances ? [entryId] : [])))).toEqual(
          new Set(cast.qualified),
        );
        for (let at = 0; at <= last; at += 1) expect(told(ours, at)).toEqual(told(theirs, at));
      }),
    );
  });

  it('lets an entry stand on the board from its own step on, at its final place, the last first', () => {
    fc.assert(
      fc.property(pairs, ({ cast, one }) => {
        const parts = staged(cast, one, true);
        const { steps } = parts.ceremony;
        const final = told(parts, steps.length).board;
        for (let at = 0; at <= steps.length; at += 1) {
          const { board, results, scene } = told(parts, at);
          const own = steps
            .slice(0, at)
            .flatMap((step) => (step.kind === 'tell' || step.kind === 'stay' ? [step.entryId] : []));
          const waiting = scene.pending.map(({ entryId }) => entryId);
          expect(waiting.filter((id) => own.includes(id))).toEqual([]);
          expect(waiting.length + new Set(own).size).toBe(cast.ids.length - cast.withdrawn.length);
          expect(results.every(({ entryId }) => own.includes(entryId))).toBe(true);
          expect(board.map(({ entryId, place }) => [entryId, place])).toEqual(
            final.flatMap(({ entryId, place }) => (own.includes(entryId) ? [[entryId, place]] : [])),
          );
        }
        expect(told(parts, steps.length).scene.pending).toEqual([]);
      }),
    );
  });

  it('orders equals as they were ruled, also while the best of them waits', () => {
    const ids = ['1', '2', '3'];
    const cast = { ids, withdrawn: [], known: [], qualified: ids, advancing: 3 };
    const gave: Gave = new Map(ids.map((id) => [id, [80, 0]]));
    const ruling = { entryIds: ['1', '3', '2'], values: [80, 0], reason: '组长裁定', at: new Date(1) };
    const parts = staged(cast, gave, true, [ruling]);
    const boards = parts.ceremony.steps.map((_, index) =>
      told(parts, index + 1).board.map(({ entryId, place }) => `${place}: ${entryId}`),
    );
    const sharing = parts.ceremony.steps.flatMap((_, index) =>
      told(parts, index + 1).board.map(({ explanation }) => explanation.sharing),
    );
    expect(new Set(sharing)).toEqual(new Set([0]));
    expect([...new Set(boards.map((rows) => rows.join(', ')))]).toEqual(['', '3: 2', '2: 3, 3: 2', '1: 1, 2: 3, 3: 2']);
  });

  it('ends where the same ceremony ends that tells it place by place', () => {
    fc.assert(
      fc.property(pairs, ({ cast, one }) => {
        const [first, last] = [staged(cast, one, true), staged(cast, one, false)];
        const ended = (parts: SceneParts) => {
          const { board, results, scene } = told(parts, parts.ceremony.steps.length);
          const lines = scene.lines.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1));
          return { board: board.map((row) => ({ ...row, before: null })), results, settled: scene.settled, lines };
        };
        expect(ended(first)).toEqual(ended(last));
      }),
    );
  });

  it('puts those who advance before those still to hear and those who do not, each in the order drawn', () => {
    const cast = { ids: ['1', '2', '3', '4'], withdrawn: [], known: ['2'], qualified: ['2', '4'], advancing: 2 };
    const gave: Gave = new Map([
      ['1', [10, 0]],
      ['2', [80, 0]],
      ['3', [20, 0]],
      ['4', [90, 0]],
    ]);
    const parts = staged(cast, gave, true);
    const pending = (at: number) =>
      told(parts, at)
        .scene.pending.map(({ entryId }) => entryId)
        .join('');
    // After the slide each hears in its turn.
    expect([1, 2, 3, 4, 5].map(pending)).toEqual(['1234', '2341', '2341', '2413', '2413']);
  });
});
