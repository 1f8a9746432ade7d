import fc from 'fast-check';
import type { AssignmentPair, AssignmentRules, AssignmentTask } from '@haishi/review';

export const RULES: AssignmentRules = {
  judgesPerEntry: 2,
  load: { min: 0, max: 9 },
  mismatch: [0, 3, 10],
  level: 1,
  keep: 2,
  composition: [],
  onePerInstitution: false,
  awayFromHome: false,
  overlap: { connected: false, sharedByPanels: 0 },
};

/** Tasks that are small enough to try everything; with and without a solution. */
export function smallTask({
  composed,
  overlap = false,
  entries = 5,
}: {
  composed: boolean;
  overlap?: boolean;
  entries?: number;
}): fc.Arbitrary<AssignmentTask> {
  const maybe = (...words: string[]) => fc.option(fc.constantFrom(...words), { nil: null });
  const judge = fc.record({
    types: fc.subarray(['investor', 'technologist']),
    fields: fc.subarray(['x', 'y', 'wide']),
    institution: maybe('I', 'J', 'K'),
    region: maybe('R', 'S', 'T'),
    languages: fc.option(fc.subarray(['zh', 'en']), { nil: undefined }),
    panel: maybe('P', 'Q'),
    load: fc.option(fc.record({ max: fc.integer({ min: 0, max: 4 }) }), { nil: undefined, freq: 2 }),
  });
  const entry = fc.record({
    group: fc.constantFrom('g', 'h'),
    fields: fc.constantFrom(['x', 'wide'], ['y', 'wide'], ['z']),
    region: maybe('R', 'S', 'T'),
    language: maybe('zh', 'en'),
  });
  return fc
    .record({
      judges: fc.array(judge, { minLength: 3, maxLength: composed ? 5 : 7 }),
      entries: fc.array(entry, { minLength: 1, maxLength: entries }),
      places: fc.array(fc.tuple(fc.nat(6), fc.nat(4)), { maxLength: 6 }),
      kinds: fc.array(fc.constantFrom('barred', 'existing', 'locked'), { minLength: 6, maxLength: 6 }),
      floor: fc.nat(1),
      level: fc.nat(3),
      judgesPerEntry: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ judges, entries: all, places, kinds, floor, level, judgesPerEntry }) => {
      const task = {
        judges: judges.map((one, at) => ({ ...one, id: `j${at}`, load: one.load && { min: 0, ...one.load } })),
        entries: all.map((one, at) => ({ ...one, id: `e${at}` })),
        rules: {
          ...RULES,
          judgesPerEntry,
          level,
          load: { min: floor, max: 4 },
          composition: composed ? [{ type: 'investor', atLeast: 1 }] : [],
          onePerInstitution: composed,
          awayFromHome: composed,
          readLanguages: composed,
          overlap: { connected: overlap, sharedByPanels: overlap ? 1 : 0 },
        },
      };
      const pairs = places
        .map(([judge_, entry_], at) => ({ entry: `e${entry_}`, judge: `j${judge_}`, kind: kinds[at]! }))
        .filter(({ entry: e, judge: j }) => Number(e.slice(1)) < all.length && Number(j.slice(1)) < judges.length);
      const of = (kind: string) =>
        pairs.filter((pair) => pair.kind === kind).map(({ entry: e, judge: j }) => ({ entry: e, judge: j }));
      return {
        ...task,
        barred: of('barred'),
        existing: of('existing'),
        locked: of('locked').slice(0, composed ? 2 : 1),
      };
    });
}

/** A task with more judges than the solver looks at from the start, loads as level as can be, and costs that differ widely. */
export function crowdedTask({ composed, turn }: { composed: boolean; turn: number }): AssignmentTask {
  const count = { entries: 36, judges: 24 };
  const field = (at: number) => `f${(at * (turn + 3) + ((at * at) % 7)) % 9}`;
  return {
    judges: Array.from({ length: count.judges }, (_, at) => ({
      id: `j${at}`,
      types: at % 2 === 0 ? ['investor'] : [],
      fields: [field(at), field(at + turn)],
      institution: `i${(at * 5) % 11}`,
      region: `r${at % 6}`,
    })),
    entries: Array.from({ length: count.entries }, (_, at) => ({
      id: `e${at}`,
      group: 'g',
      fields: [field(3 * at), field(at + 2), field(at * at)],
      region: `r${(at * turn) % 8}`,
    })),
    rules: {
      ...RULES,
      mismatch: [0, 4, 7, 19],
      load: { min: 3, max: 3 },
      composition: composed ? [{ type: 'investor', atLeast: 1 }] : [],
      onePerInstitution: composed,
      awayFromHome: composed,
    },
    barred: [],
    locked: [],
    existing: [],
  };
}

/** All ways to take `size` of the numbers below `count`. */
export function* subsets(count: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (let first = from; first <= count - size; first += 1)
      for (const rest of subsets(count, size - 1, first + 1)) yield [first, ...rest];
}

/** Everything that gives each entry its number of judges. */
export function* everyAssignment(task: AssignmentTask, from = 0): Generator<AssignmentPair[]> {
  const entry = task.entries[from];
  if (!entry) {
    yield [];
    return;
  }
  for (const some of subsets(task.judges.length, entry.judges ?? task.rules.judgesPerEntry))
    for (const rest of everyAssignment(task, from + 1))
      yield [...some.map((judge) => ({ entry: entry.id, judge: task.judges[judge]!.id })), ...rest];
}

/**
 * The least cost of a flow of `amount` from node 0 to node 1, by cheapest augmenting paths (Bellman and Ford); null where not so
 * much can flow. Written for tests alone: it shares nothing with the solver.
 */
export function minCostFlow(
  nodes: number,
  arcs: readonly { from: number; to: number; room: number; cost: number }[],
  amount: number,
): number | null {
  const edges = arcs.flatMap((arc) => [{ ...arc }, { from: arc.to, to: arc.from, room: 0, cost: -arc.cost }]);
  let [left, total] = [amount, 0];
  while (left > 0) {
    const far = Array.from({ length: nodes }, () => Number.POSITIVE_INFINITY);
    const by = Array.from({ length: nodes }, () => -1);
    far[0] = 0;
    for (let again = true; again;) {
      again = false;
      edges.forEach(({ from, to, room, cost }, at) => {
        if (room === 0 || far[from]! + cost >= far[to]!) return;
        far[to] = far[from]! + cost;
        by[to] = at;
        again = true;
      });
    }
    if (far[1] === Number.POSITIVE_INFINITY) return null;
    for (let node = 1; node !== 0; node = edges[by[node]!]!.from) {
      edges[by[node]!]!.room -= 1;
      edges[by[node]! ^ 1]!.room += 1;
    }
    total += far[1]!;
    left -= 1;
  }
  return total;
}
