import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { assignmentProblems } from './assignment.input.rules.js';
import type { Excepted } from './assignment.exceptions.js';
import { EXCEPTED, type ExceptedRule } from './assignment.exceptions.rules.js';
import { fairLoad, loadCost, mismatchOf } from './assignment.cost.rules.js';
import type { AssignmentAnswer, AssignmentProgress, AssignmentTask } from './assignment.model.js';
import { searchAssignment } from './assignment.search.js';
import { solveAssignment } from './assignment.solver.js';
import { crowdedTask, everyAssignment, minCostFlow, RULES, smallTask } from '../../../../test/support/assignment.js';
import { costOfAssignment, verifyAssignment } from './assignment.verify.rules.js';

let highs: Highs;
beforeAll(async () => {
  highs = await (loadHighs as unknown as typeof loadHighs.default)();
});

const solve = (task: AssignmentTask, seed = 1): AssignmentAnswer =>
  searchAssignment(highs, task, { seed, seconds: 20, enough: 0 }, () => undefined);
const readable = (task: AssignmentTask): boolean => assignmentProblems(task).length === 0;

/** A flow source → entries → judges → sink, an arc for each further entry of a judge; floors and locked pairs by a reward. */
function costByFlow(task: AssignmentTask): number | null {
  const { judges, entries, rules } = task;
  const REWARD = 100_000;
  const has = (pairs: AssignmentTask['locked'], entry: number, judge: number) =>
    pairs.some((pair) => pair.entry === `e${entry}` && pair.judge === `j${judge}`);
  const seats = entries.length * rules.judgesPerEntry;
  const arcs = entries.map((_, at) => ({ from: 0, to: 2 + at, room: rules.judgesPerEntry, cost: 0 }));
  let paid = 0;
  let rewards = 0;
  judges.forEach((judge, at) => {
    const node = 2 + entries.length + at;
    entries.forEach((entry, row) => {
      if (has(task.barred, row, at)) return;
      const locked = has(task.locked, row, at);
      if (locked) rewards += 1;
      const kept = has(task.existing, row, at) ? rules.keep : 0;
      const cost = mismatchOf(judge, entry, rules) - kept - (locked ? REWARD : 0);
      arcs.push({ from: 2 + row, to: node, room: 1, cost });
    });
    const [min, max] = [judge.load?.min ?? rules.load.min, judge.load?.max ?? rules.load.max];
    const room = Math.min(max, Math.max(min, entries.length));
    const fair = fairLoad(seats / judges.length, { min, max: room });
    paid += loadCost(0, fair, rules.level);
    rewards += min;
    for (let load = 1; load <= room; load += 1) {
      const cost = loadCost(load, fair, rules.level) - loadCost(load - 1, fair, rules.level);
      arcs.push({ from: node, to: 1, room: 1, cost: cost - (load <= min ? REWARD : 0) });
    }
  });
  const flow = minCostFlow(2 + entries.length + judges.length, arcs, seats);
  const known = new Set(task.existing.map(({ entry, judge }) => `${entry} ${judge}`));
  const cost = flow === null ? null : flow + rewards * REWARD + paid + rules.keep * known.size;
  return cost === null || cost >= REWARD / 2 ? null : cost;
}

/** Too few are barred to part the judges, or to keep one from every entry. */
const inOnePart = ({ barred, judges, entries }: AssignmentTask): boolean =>
  barred.length < Math.min(judges.length - 1, entries.length);

const composedTask = smallTask({ composed: true, entries: 3 }).filter(readable);
const otherThan = (kind: ExceptedRule): ExceptedRule => (kind === 'language' ? 'home_region' : 'language');

describe('assignment', () => {
  it('costs what an independent flow of minimum cost does, where nothing but coverage and load is asked', () => {
    fc.assert(
      fc.property(smallTask({ composed: false }).filter(readable).filter(inOnePart), (task) => {
        const answer = solve(task);
        const expected = costByFlow(task);
        if (expected === null) expect(answer.kind).toBe('impossible');
        else expect(answer).toMatchObject({ kind: 'assigned', cost: { total: expected }, bound: expected, gap: 0 });
      }),
      { numRuns: 150 },
    );
  });

  it('is the best of all where every rule is asked, and impossible only where nothing meets them', () => {
    fc.assert(
      fc.property(smallTask({ composed: true, entries: 3 }).filter(readable), (task) => {
        const all = [...everyAssignment(task)].filter((pairs) => verifyAssignment(task, pairs).length === 0);
        const best = Math.min(...all.map((pairs) => costOfAssignment(task, pairs).total));
        const answer = solve(task);
        if (all.length === 0) expect(answer.kind).toBe('impossible');
        else expect(answer).toMatchObject({ kind: 'assigned', cost: { total: best }, bound: best });
      }),
      { numRuns: 80 },
    );
  });

  it('lets any two panels share as many entries as are asked for, or says how many they can', () => {
    fc.assert(
      fc.property(
        smallTask({ composed: true, entries: 3 }).filter(readable),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        ({ judges, rules, ...rest }, sharedByPanels, alone) => {
          const own = judges.map((one) => ({ ...one, panel: alone ? one.id : one.panel }));
          const asking = (least: number) => ({
            ...rest,
            judges: own,
            rules: { ...rules, overlap: { connected: false, sharedByPanels: least } },
          });
          const possible = (least: number) =>
            [...everyAssignment(asking(least))].some((pairs) => verifyAssignment(asking(least), pairs).length === 0);
          const answer = solve(asking(sharedByPanels));
          if (possible(sharedByPanels)) expect(answer.kind).toBe('assigned');
          else {
            expect(answer.kind).toBe('impossible');
            if (answer.kind !== 'impossible' || !possible(0)) return;
            expect(answer.failing.map(({ kind }) => kind)).toContain('shared');
            const to = Array.from({ length: sharedByPanels }, (_, least) => least).findLast(possible);
            expect(answer.relaxations).toEqual([{ kind: 'overlap', from: sharedByPanels, to }]);
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('finds the best also where most pairs are looked at only when prices ask for them', () => {
    for (const turn of [1, 2, 3, 4]) {
      const flow = crowdedTask({ composed: false, turn });
      expect(solve(flow)).toMatchObject({ kind: 'assigned', cost: { total: costByFlow(flow) }, gap: 0 });
      const composed = crowdedTask({ composed: true, turn });
      const proven = solve(composed);
      expect(proven).toMatchObject({ kind: 'assigned', gap: 0 });
      expect(solve(composed, 2)).toMatchObject({ cost: { total: proven.kind === 'assigned' && proven.cost.total } });
    }
  });

  it('says of a task without solution what fails, and each relaxation that it offers is enough', () => {
    fc.assert(
      fc.property(smallTask({ composed: true, entries: 4 }).filter(readable), (task) => {
        const answer = solve(task);
        if (answer.kind !== 'impossible') return;
        expect(answer.failing.length).toBeGreaterThan(0);
        for (const relaxation of answer.relaxations) {
          if (relaxation.kind === 'home_region' || relaxation.kind === 'language') {
            const locked = [...task.locked, ...relaxation.waived];
            expect(solve({ ...task, locked }).kind).toBe('assigned');
          }
          if (relaxation.kind !== 'ceiling' && relaxation.kind !== 'floor') continue;
          const side = relaxation.kind === 'ceiling' ? 'max' : 'min';
          const to = new Map(relaxation.judges.map((one) => [one.judge, one.to]));
          const judges = task.judges.map((one) =>
            to.has(one.id) ? { ...one, load: { ...one.load, [side]: to.get(one.id)! } } : one,
          );
          expect(solve({ ...task, judges }).kind).toBe('assigned');
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(['home_region', 'language'] as const)(
    'offers and names the fewest pairs against the rule of %s, where these alone are enough',
    (kind) => {
      const offered = { connected: 0, loose: 0 };
      fc.assert(
        fc.property(fc.boolean(), fc.boolean(), composedTask, (overlap, other, task) => {
          const rules = { ...task.rules, overlap: { connected: overlap, sharedByPanels: 0 } };
          const asked = { ...task, rules: other ? rules : { ...rules, ...EXCEPTED[otherThan(kind)].off } };
          const answer = solve(asked);
          if (answer.kind !== 'impossible') return;
          const against = [...everyAssignment(asked)]
            .map((pairs) => verifyAssignment(asked, pairs))
            .filter((violations) => violations.every((one) => one.kind === kind))
            .map(({ length }) => length);
          const found = answer.relaxations.find((one): one is Excepted => one.kind === kind);
          const fewest = against.length === 0 ? undefined : Math.min(...against);
          // Of overlap not every way is tried: what is offered is the least nevertheless.
          if (found || !overlap) expect(found?.waived.length).toBe(fewest);
          if (!found) return;
          offered[overlap ? 'connected' : 'loose'] += 1;
          for (const pair of found.waived) expect(answer.failing).toContainEqual({ kind, ...pair, by: 1 });
          const locked = [...task.locked, ...found.waived];
          const enough = [...everyAssignment({ ...asked, locked })].some(
            (pairs) => verifyAssignment({ ...asked, locked }, pairs).length === 0,
          );
          expect(enough).toBe(true);
        }),
        { numRuns: 200, seed: 7 },
      );
      expect(Math.min(offered.connected, offered.loose)).toBeGreaterThan(3);
    },
  );

  it('answers the same for the same seed', () => {
    fc.assert(
      fc.property(smallTask({ composed: true }).filter(readable), fc.nat(99), (task, seed) => {
        expect(solve(task, seed)).toEqual(solve(task, seed));
      }),
      { numRuns: 20 },
    );
  });

  const judge = (id: string, load?: { min?: number; max?: number }) => ({ id, types: [], fields: [], load });
  const entry = (id: string) => ({ id, group: 'g', fields: [] });
  const plain: AssignmentTask = {
    judges: ['a', 'b', 'c'].map((id) => judge(id)),
    entries: ['1', '2', '3'].map(entry),
    rules: { ...RULES, load: { min: 0, max: 1 } },
    barred: [],
    locked: [],
    existing: [],
  };

  it('says by how much coverage, ceiling and floor fail', () => {
    const relaxations = (answer: AssignmentAnswer) => (answer.kind === 'impossible' ? answer.relaxations : []);
    const short = solve(plain);
    expect(relaxations(short)).toMatchObject([
      { kind: 'coverage', fewer: 3 },
      { kind: 'ceiling', judges: ['a', 'b', 'c'].map((id) => ({ judge: id, from: 1, to: 2 })) },
    ]);
    const idle = solve({ ...plain, rules: { ...RULES, load: { min: 3, max: 3 } } });
    expect(relaxations(idle)).toEqual([
      { kind: 'floor', judges: ['a', 'b', 'c'].map((id) => ({ judge: id, from: 3, to: 2 })) },
    ]);
  });

  it('proves that a group cannot be connected where its entries share no possible judge', () => {
    const barred = [
      { entry: '1', judge: 'c' },
      { entry: '2', judge: 'c' },
      { entry: '3', judge: 'a' },
      { entry: '3', judge: 'b' },
    ];
    const rules = { ...RULES, judgesPerEntry: 1, overlap: { connected: true, sharedByPanels: 0 } };
    expect(solve({ ...plain, rules, barred })).toEqual({
      kind: 'impossible',
      failing: [{ kind: 'disconnected', group: 'g', by: 1 }],
      relaxations: [],
    });
  });

  it('keeps an entry from who does not read its language, but where that was decided', () => {
    const judges = [
      { ...judge('a'), languages: ['zh'] },
      { ...judge('b'), languages: ['zh', 'en'] },
      { ...judge('c'), languages: [] },
      judge('d'),
    ];
    const entries = [
      { ...entry('1'), language: 'en' },
      { ...entry('2'), language: 'zh' },
    ];
    const rules = { ...RULES, readLanguages: true, load: { min: 0, max: 2 } };
    const task = { ...plain, judges, entries, rules };
    const of = (answer: AssignmentAnswer, id: string) =>
      answer.kind === 'assigned' ? answer.pairs.filter((pair) => pair.entry === id).map((pair) => pair.judge) : [];
    expect(of(solve(task), '1').toSorted()).toEqual(['b', 'd']);
    expect(of(solve(task), '2')).not.toContain('c');
    expect(of(solve({ ...task, locked: [{ entry: '1', judge: 'a' }] }), '1')).toContain('a');
    const off = { ...task, rules: { ...rules, readLanguages: false } };
    expect(solve({ ...off, judges: judges.slice(0, 2) }).kind).toBe('assigned');
    const short = solve({ ...task, judges: judges.slice(0, 2) });
    expect(short.kind === 'impossible' ? short.relaxations : []).toContainEqual({
      kind: 'language',
      waived: [{ entry: '1', judge: 'a' }],
    });
  });

  it('names what is wrong with the task', () => {
    expect(solve({ ...plain, judges: [] })).toEqual({ kind: 'faulty', problems: [{ kind: 'empty', list: 'judges' }] });
  });

  it('runs in a thread of its own, tells how far it is, and stops when asked', async () => {
    const steps: AssignmentProgress[] = [];
    const rules = { ...RULES, load: { min: 2, max: 2 } };
    const answer = await solveAssignment({ ...plain, rules }, { progress: (step) => steps.push(step) });
    expect(answer).toEqual(solve({ ...plain, rules }));
    expect(steps.map(({ stage }) => stage)).toContain('exchange');

    const stop = new AbortController();
    const stopped = solveAssignment(plain, { signal: stop.signal });
    stop.abort(new Error('No longer wanted.'));
    await expect(stopped).rejects.toThrow('No longer wanted.');
  });
});
