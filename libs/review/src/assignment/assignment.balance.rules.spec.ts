import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crowdedTask, RULES, smallTask } from '../../../../test/support/assignment.js';
import { balance } from './assignment.balance.rules.js';
import { lowerBound } from './assignment.bound.rules.js';
import { assignmentProblems } from './assignment.input.rules.js';
import { elasticLoads } from './assignment.loads.rules.js';
import type { AssignmentTask } from './assignment.model.js';
import { costOfPlan, planOf } from './assignment.plan.rules.js';
import { verifyAssignment } from './assignment.verify.rules.js';

const never = () => false;
const readable = (task: AssignmentTask): boolean => assignmentProblems(task).length === 0;
const pairsOf = (task: AssignmentTask, chosen: readonly number[][]) =>
  chosen.flatMap((judges, entry) =>
    judges.map((judge) => ({ entry: task.entries[entry]!.id, judge: task.judges[judge]!.id })),
  );
const pair = (id: string, load: object, more: object = {}) => ({ id, types: [], fields: [], load, ...more });

describe('balance', () => {
  it('costs exactly what its prices prove to be the least, where nothing but coverage and load is asked', () => {
    fc.assert(
      fc.property(smallTask({ composed: false }).filter(readable), fc.nat(9), (task, seed) => {
        const plan = planOf(task);
        const found = balance(plan, seed, never);
        if (!found) return;
        expect(verifyAssignment(task, pairsOf(task, found.chosen))).toEqual([]);
        expect(lowerBound(plan, found.prices, () => plan.composition)).toBe(costOfPlan(plan, found.chosen));
      }),
      { numRuns: 300 },
    );
  });

  it('breaks no rule, and costs no less than its prices prove', () => {
    fc.assert(
      fc.property(smallTask({ composed: true }).filter(readable), fc.nat(9), (task, seed) => {
        const plan = planOf(task);
        const found = balance(plan, seed, never);
        if (!found) return;
        expect(verifyAssignment(task, pairsOf(task, found.chosen))).toEqual([]);
        expect(costOfPlan(plan, found.chosen)).toBeGreaterThanOrEqual(
          lowerBound(plan, found.prices, () => plan.composition),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('breaks no rule where judges are so few that most seats have to be exchanged', () => {
    const found = Array.from({ length: 40 }, (_, at) => {
      const task = crowdedTask({ composed: true, turn: at });
      const balanced = balance(planOf(task), at, never);
      return balanced && verifyAssignment(task, pairsOf(task, balanced.chosen));
    }).filter((broken) => broken !== null);
    expect(found.length).toBeGreaterThan(10);
    expect(found.flat()).toEqual([]);
  });

  it('is the same for the same seed, and stops once it is late', () => {
    const plan = planOf(crowdedTask({ composed: true, turn: 3 }));
    expect(balance(plan, 3, never)).toEqual(balance(plan, 3, never));
    expect(balance(plan, 3, () => true)).toBeNull();
  });
});

describe('elasticLoads', () => {
  const task = (judges: AssignmentTask['judges']): AssignmentTask => ({
    judges,
    entries: ['one', 'two', 'three'].map((id) => ({ id, group: 'g', fields: [] })),
    rules: { ...RULES, judgesPerEntry: 2 },
    barred: [],
    locked: [],
    existing: [],
  });

  it('says by how much ceilings are too low, spread over the judges, and proves it', () => {
    const low = task([pair('a', { max: 1 }), pair('b', { max: 1 }), pair('c', { max: 2 })]);
    const { above, below, isProven } = elasticLoads(planOf(low), 1, never);
    expect(isProven).toBe(true);
    expect(above!.above.map(({ by }) => by)).toEqual([1, 1]);
    expect(below).toBeUndefined();
  });

  it('says by how much floors are too high', () => {
    const high = task([pair('a', { min: 3 }), pair('b', { min: 3 }), pair('c', { min: 1 })]);
    const { above, below, isProven } = elasticLoads(planOf(high), 1, never);
    expect(isProven).toBe(true);
    expect(below!.below.reduce((sum, { by }) => sum + by, 0)).toBe(1);
    expect(above).toBeUndefined();
  });

  it('proves nothing where all bounds can be kept', () => {
    expect(elasticLoads(planOf(task([pair('a', {}), pair('b', {}), pair('c', {})])), 1, never).isProven).toBe(false);
  });
});
