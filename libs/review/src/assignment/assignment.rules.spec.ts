import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestChoice, lowerBound } from './assignment.bound.rules.js';
import { assignmentProblems } from './assignment.input.rules.js';
import { mendOverlap } from './assignment.mending.rules.js';
import type { AssignmentRules, AssignmentTask } from './assignment.model.js';
import { overlapViolations } from './assignment.overlap.rules.js';
import { planOf } from './assignment.plan.rules.js';
import { allImpossible } from './assignment.relaxations.rules.js';
import { firstTry } from './assignment.start.rules.js';
import { subtask } from './assignment.subtask.rules.js';
import { everyAssignment, RULES, smallTask, subsets } from '../../../../test/support/assignment.js';
import { costOfAssignment, verifyAssignment } from './assignment.verify.rules.js';

const task = (rules: Partial<AssignmentRules> = {}, more: Partial<AssignmentTask> = {}): AssignmentTask => ({
  judges: [
    { id: 'a', types: ['investor'], fields: ['x'], institution: 'I', region: 'R', panel: 'P' },
    { id: 'b', types: ['technologist'], fields: ['wide'], institution: 'I', region: 'S', panel: 'P' },
    { id: 'c', types: ['technologist'], fields: [], institution: null, region: null, panel: 'Q' },
    { id: 'd', types: ['investor'], fields: ['y'], institution: 'J', region: 'S', panel: 'Q' },
  ],
  entries: [
    { id: 'one', group: 'g', fields: ['x', 'wide'], region: 'R' },
    { id: 'two', group: 'g', fields: ['y', 'wide'], region: 'T' },
  ],
  rules: { ...RULES, judgesPerEntry: 2, load: { min: 0, max: 2 }, ...rules },
  barred: [],
  locked: [],
  existing: [],
  ...more,
});
const pairs = (...words: string[]) => words.map((word) => ({ entry: word.split(' ')[0]!, judge: word.split(' ')[1]! }));

const readable = (own: AssignmentTask): boolean => assignmentProblems(own).length === 0;

describe('the problems of a task', () => {
  const problem = (...[rules, more]: Parameters<typeof task>) => assignmentProblems(task(rules, more));

  it('has none where all can be read', () => {
    expect(problem()).toEqual([]);
  });

  it('names each', () => {
    const { judges, entries } = task();
    expect(problem({}, { judges: [] })).toEqual([{ kind: 'empty', list: 'judges' }]);
    expect(problem({}, { entries: [...entries, entries[0]!] })).toEqual([
      { kind: 'listed_twice', list: 'entries', id: 'one' },
    ]);
    expect(problem({ judgesPerEntry: 1e309 })).toEqual([
      { kind: 'not_a_count', name: 'judgesPerEntry', value: Number.POSITIVE_INFINITY },
    ]);
    expect(problem({ mismatch: [0, -1] })).toEqual([{ kind: 'not_a_count', name: 'mismatch 1', value: -1 }]);
    expect(problem({ mismatch: [] })).toMatchObject([{ kind: 'not_a_count', name: 'mismatch' }]);
    expect(problem({}, { judges: [{ ...judges[0]!, load: { min: 3 } }] })).toEqual([
      { kind: 'bounds_crossed', judge: 'a', min: 3, max: 2 },
    ]);
    expect(problem({}, { barred: pairs('one z') })).toEqual([
      { kind: 'unknown_pair', list: 'barred', entry: 'one', judge: 'z' },
    ]);
  });

  it('names locked pairs that break a rule by themselves', () => {
    expect(problem({}, { locked: pairs('one d'), barred: pairs('one d') })).toEqual([
      { kind: 'locked_but_barred', entry: 'one', judge: 'd' },
    ]);
    expect(problem({ awayFromHome: true, onePerInstitution: true }, { locked: pairs('one a', 'one b') })).toEqual([]);
    expect(problem({ judgesPerEntry: 1 }, { locked: pairs('one a', 'one b', 'one b') })).toEqual([
      { kind: 'locked_too_many', of: 'entry', id: 'one', locked: 2, room: 1 },
    ]);
    expect(problem({ load: { min: 0, max: 1 } }, { locked: pairs('one a', 'two a') })).toEqual([
      { kind: 'locked_too_many', of: 'judge', id: 'a', locked: 2, room: 1 },
    ]);
  });
});

describe('the checker', () => {
  const strict: Partial<AssignmentRules> = {
    composition: [{ type: 'investor', atLeast: 1 }],
    onePerInstitution: true,
    awayFromHome: true,
    load: { min: 1, max: 1 },
  };
  const good = pairs('one b', 'one d', 'two a', 'two c');

  it('finds nothing where every demand is met', () => {
    expect(verifyAssignment(task(strict), good)).toEqual([]);
  });

  it('names each demand that is not met, and by how much', () => {
    const found = (some: string[], more: Partial<AssignmentTask> = {}) =>
      verifyAssignment(task(strict, more), pairs(...some));
    expect(found(['one b', 'two a', 'two c'])).toEqual([
      { kind: 'coverage', entry: 'one', by: 1 },
      { kind: 'composition', entry: 'one', type: 'investor', by: 1 },
      { kind: 'load_below', judge: 'd', by: 1 },
    ]);
    expect(found(['one d', 'one c', 'two a', 'two b'])).toEqual([
      { kind: 'institution', entry: 'two', institution: 'I', by: 1 },
    ]);
    expect(found(['one a', 'one c', 'two d', 'two b'])).toEqual([
      { kind: 'home_region', entry: 'one', judge: 'a', by: 1 },
    ]);
    expect(found(['one d', 'one b', 'two a', 'two d'])).toEqual([
      { kind: 'load_below', judge: 'c', by: 1 },
      { kind: 'load_above', judge: 'd', by: 1 },
    ]);
    expect(
      found(['one b', 'one d', 'two a', 'two c', 'two c', 'six c'], { barred: pairs('two a'), locked: pairs('one c') }),
    ).toEqual([
      { kind: 'twice', entry: 'two', judge: 'c', by: 1 },
      { kind: 'unknown', entry: 'six', judge: 'c', by: 1 },
      { kind: 'barred', entry: 'two', judge: 'a', by: 1 },
      { kind: 'not_locked', entry: 'one', judge: 'c', by: 1 },
    ]);
  });

  it('counts mismatch, level and what is given up', () => {
    const own = task(
      { mismatch: [0, 3, 10], level: 2, keep: 5, load: { min: 0, max: 4 } },
      { existing: pairs('one a', 'two a') },
    );
    // One of x is no mismatch for a, 3 for b; the mean load is 1.
    expect(costOfAssignment(own, pairs('one a', 'one b', 'two d', 'two c'))).toEqual({
      mismatch: 13,
      level: 0,
      givenUp: 5,
      total: 18,
    });
    // Loads 2 and 2, of a mean of 1: one above and two at none below.
    expect(costOfAssignment(own, pairs('one a', 'one b', 'two a', 'two b'))).toMatchObject({ level: 8, givenUp: 0 });
  });
});

describe('overlap', () => {
  const overlap = (connected: boolean, sharedByPanels: number) => ({ overlap: { connected, sharedByPanels } });

  it('counts the parts of a group, and the entries that two panels lack', () => {
    const apart = [
      [0, 1],
      [2, 3],
    ];
    expect(overlapViolations(task(overlap(true, 2)), apart)).toEqual([
      { kind: 'disconnected', group: 'g', by: 1 },
      { kind: 'shared', group: 'g', panels: ['P', 'Q'], by: 2 },
    ]);
    expect(
      overlapViolations(task(overlap(true, 1)), [
        [0, 1],
        [1, 2],
      ]),
    ).toEqual([]);
  });

  it('asks nothing of two panels that are all of one institution, where an entry has at most one judge of it', () => {
    const alone = task({ ...overlap(false, 1), onePerInstitution: true });
    const judges = alone.judges.map((one) => ({ ...one, panel: one.id }));
    const told = (more: Partial<AssignmentTask>) =>
      overlapViolations({ ...alone, judges, ...more }, [
        [0, 2],
        [1, 2],
      ]);
    expect(told({})).toEqual([]);
    const free = { rules: { ...alone.rules, onePerInstitution: false } };
    expect(told(free)).toEqual([{ kind: 'shared', group: 'g', panels: ['a', 'b'], by: 1 }]);
    const [a, b, ...others] = judges;
    expect(told({ judges: [a!, { ...b!, institution: 'J' }, ...others] })).toHaveLength(1);
    // A panel that has a judge of another institution besides can meet the other.
    expect(told({ judges: [a!, b!, others[0]!, { ...others[1]!, panel: 'a' }] })).toHaveLength(1);
  });

  it('exchanges judges until all is met, and stops once it is late', () => {
    const apart = [
      [0, 1],
      [2, 3],
    ];
    for (const rules of [overlap(true, 0), overlap(false, 2), overlap(true, 2)])
      expect(mendOverlap(planOf(task(rules)), apart).failing).toEqual([]);
    expect(mendOverlap(planOf(task(overlap(false, 2))), apart, () => true)).toEqual({
      chosen: apart,
      failing: [{ kind: 'shared', group: 'g', panels: ['P', 'Q'], by: 2 }],
    });
  });

  it('mends by exchanges that break nothing else and can only lower what is missing', () => {
    fc.assert(
      fc.property(smallTask({ composed: true, overlap: true }).filter(readable), fc.nat(1000), (own, turn) => {
        const plan = planOf(own);
        const chosen = own.entries.map((): number[] => []);
        for (const { entry, judge } of firstTry(plan, turn)) chosen[entry]!.push(judge);
        const named = (some: readonly number[][]) =>
          some.flatMap((judges, entry) =>
            judges.map((judge) => ({ entry: own.entries[entry]!.id, judge: own.judges[judge]!.id })),
          );
        const isOverlap = ({ kind }: { kind: string }) => kind === 'disconnected' || kind === 'shared';
        const before = verifyAssignment(own, named(chosen));
        const mended = mendOverlap(plan, chosen);
        const after = verifyAssignment(own, named(mended.chosen));
        const sum = (list: { by: number }[]) => list.reduce((all, { by }) => all + by, 0);
        expect(after.filter(isOverlap)).toEqual(mended.failing);
        expect(sum(after.filter(isOverlap))).toBeLessThanOrEqual(sum(before.filter(isOverlap)));
        expect(sum(after.filter((one) => !isOverlap(one)))).toBeLessThanOrEqual(
          sum(before.filter((one) => !isOverlap(one))),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('bounds', () => {
  it('chooses for an entry what trying all choices finds', () => {
    fc.assert(
      fc.property(
        smallTask({ composed: true }).filter(readable),
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 8, maxLength: 8 }),
        (own, prices) => {
          const plan = planOf(own);
          const { judges, institution, composition } = plan;
          own.entries.forEach((_, entry) => {
            const locked = plan.locked[entry]!;
            const twice = locked.length - new Set(locked.map((judge) => institution[judge])).size;
            const costs = [...subsets(judges, plan.need[entry]!)]
              .filter((some) => some.every((judge) => plan.allowed[entry * judges + judge] === 1))
              .filter((some) => locked.every((judge) => some.includes(judge)))
              .filter((some) => new Set(some.map((judge) => institution[judge])).size === some.length - twice)
              .filter((some) =>
                composition.every((one) => some.filter((judge) => one.judges[judge] === 1).length >= one.atLeast),
              )
              .map((some) => some.reduce((sum, judge) => sum + plan.cost[entry * judges + judge]! - prices[judge]!, 0));
            const found = cheapestChoice(plan, entry, prices, composition);
            expect(found?.cost).toBe(costs.length === 0 ? undefined : Math.min(...costs));
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is never above what any assignment costs, whatever the prices', () => {
    fc.assert(
      fc.property(
        smallTask({ composed: true, entries: 3 }).filter(readable),
        fc.array(fc.float({ min: -20, max: 20, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (own, prices) => {
          const plan = planOf(own);
          const bound = lowerBound(plan, prices.slice(0, plan.judges), () => plan.composition);
          for (const one of everyAssignment(own))
            if (verifyAssignment(own, one).length === 0)
              expect(bound).toBeLessThanOrEqual(costOfAssignment(own, one).total);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('parts', () => {
  it('falls apart where no chain of allowed pairs leads, and loses no entry, judge or pair', () => {
    const split = task({}, { barred: pairs('one c', 'one d', 'two a', 'two b'), locked: pairs('two d') });
    const plan = planOf(split);
    expect(plan.parts.count).toBe(2);
    expect(subtask(plan, 0)).toMatchObject({
      entries: [{ id: 'one' }],
      judges: [{ id: 'a' }, { id: 'b' }],
      locked: [],
    });
    expect(subtask(plan, 1)).toMatchObject({ entries: [{ id: 'two' }], locked: pairs('two d') });
  });

  it('offers a relaxation for all parts only where each has it', () => {
    const coverage = { kind: 'coverage' as const, fewer: 1, entries: ['one'] };
    const floor = { kind: 'floor' as const, judges: [] };
    const failing = [{ kind: 'coverage' as const, entry: 'one', by: 1 }];
    expect(
      allImpossible([
        { kind: 'impossible', failing, relaxations: [coverage, floor] },
        { kind: 'impossible', failing, relaxations: [{ ...coverage, entries: ['two'] }] },
      ]),
    ).toEqual({
      kind: 'impossible',
      failing: [...failing, ...failing],
      relaxations: [{ kind: 'coverage', fewer: 2, entries: ['one', 'two'] }],
    });
  });
});
