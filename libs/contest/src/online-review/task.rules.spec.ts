import { assignmentProblems } from '@haishi/review/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPlan } from './round.rules.js';
import { stillAnswers, type TaskEntry, type TaskJudge, taskOf, usualLoad } from './task.rules.js';

const judge = (personId: string, change: Partial<TaskJudge> = {}): TaskJudge => ({
  personId,
  kind: 'technical',
  fields: ['EIT'],
  organisationName: `单位${personId}`,
  creditCode: null,
  aliases: [],
  region: null,
  capacity: null,
  ...change,
});
const entry = (id: string, change: Partial<TaskEntry> = {}): TaskEntry => ({
  id,
  division: 'EIT',
  field: 'IC',
  region: 'BJ',
  ...change,
});
const NONE = { pairs: [], barred: [] };
const plan = defaultPlan(2);

describe('usualLoad', () => {
  it.each([
    [100, 10, 3, { min: 24, max: 36 }],
    [1, 10, 3, { min: 0, max: 1 }],
    [5, 0, 3, { min: 0, max: 1 }],
    [3173, 200, 3, { min: 38, max: 58 }],
  ])('of %i entries, %i judges, %i each: %o', (entries, judges, each, load) =>
    expect(usualLoad(entries, judges, each)).toEqual(load),
  );
});

describe('taskOf', () => {
  it('lets any two judges share as many entries as the plan asks for, and old plans ask for none', () => {
    const { sharedByPanels: _, ...old } = plan;
    const asked = taskOf(
      { ...plan, sharedByPanels: 2 },
      [judge('a'), judge('b'), judge('c', { capacity: 0 })],
      [entry('1')],
      NONE,
    );
    expect(asked.rules.overlap).toEqual({ connected: true, sharedByPanels: 2 });
    expect(asked.judges.map(({ panel }) => panel)).toEqual(['a', 'b', undefined]);
    const none = taskOf(old, [judge('a')], [entry('1')], NONE);
    expect(none.rules.overlap.sharedByPanels).toBe(0);
    expect(none.judges[0]).not.toHaveProperty('panel');
  });

  it('compares entries within their division, and asks for the field before it', () => {
    const task = taskOf(plan, [judge('a')], [entry('1'), entry('2', { field: null, division: 'BIO' })], NONE);
    expect(task.entries.map(({ group, fields }) => [group, fields])).toEqual([
      ['EIT', ['IC', 'EIT']],
      ['BIO', ['BIO']],
    ]);
  });

  it('takes a code for the institution, else a name without what typing adds', () => {
    const [a, b, c] = taskOf(
      plan,
      [
        judge('a', { organisationName: 'Ｘ 大学' }),
        judge('b', { creditCode: '9113' }),
        judge('c', { organisationName: '' }),
      ],
      [entry('1')],
      NONE,
    ).judges;
    expect([a!.institution, b!.institution, c!.institution]).toEqual(['x大学', '9113', null]);
  });

  it('lets a judge’s own bound stand, but never below what was fixed', () => {
    const pairs = ['1', '2', '3'].map((entryId) => ({ entryId, personId: 'a', fixed: true }));
    const task = taskOf(
      { ...plan, load: { min: 4, max: 8 } },
      [judge('a', { capacity: 2 }), judge('b', { capacity: 2 }), judge('c')],
      ['1', '2', '3', '4'].map((id) => entry(id)),
      { pairs, barred: [] },
    );
    expect(task.judges.map(({ load }) => load)).toEqual([
      { min: 3, max: 3 },
      { min: 2, max: 2 },
      { min: 4, max: 8 },
    ]);
  });

  it('keeps what is fixed, also where that is more than the plan asks for', () => {
    const pairs = ['a', 'b', 'c'].map((personId) => ({ entryId: '1', personId, fixed: true }));
    const task = taskOf(
      plan,
      ['a', 'b', 'c'].map((id) => judge(id)),
      [entry('1')],
      { pairs, barred: [] },
    );
    expect(task.entries[0]!.judges).toBe(3);
    expect(task.locked).toHaveLength(3);
  });

  it('is the same whatever the order, and of nothing that left', () => {
    const ids = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5'), { minLength: 1 });
    fc.assert(
      fc.property(ids, ids, fc.func(fc.nat(1)), (entries, judges, of) => {
        const pairs = ['1', '2', '9'].flatMap((entryId) =>
          ['1', '9'].map((personId) => ({ entryId, personId, fixed: of(`${entryId} ${personId}`) === 1 })),
        );
        const make = (turn: <Item>(list: Item[]) => Item[]) =>
          taskOf(
            plan,
            turn(judges).map((id) => judge(id)),
            turn(entries).map((id) => entry(id)),
            { pairs, barred: [] },
          );
        expect(make((list) => list.toReversed())).toEqual(make((list) => list));
        expect(assignmentProblems(make((list) => list)).filter(({ kind }) => kind === 'unknown_pair')).toEqual([]);
      }),
    );
  });
});

describe('stillAnswers', () => {
  const pair = (entryId: string, personId: string, fixed = false) => ({ entryId, personId, fixed });
  const found = [
    { entry: '1', judge: 'a' },
    { entry: '2', judge: 'b' },
  ];
  const task = (pairs: ReturnType<typeof pair>[], change = {}, barred: { entryId: string; personId: string }[] = []) =>
    taskOf({ ...plan, ...change }, [judge('a'), judge('b')], [entry('1'), entry('2')], { pairs, barred });
  const was = task([pair('1', 'a'), pair('2', 'a')]);

  it.each([
    ['nothing changed, whatever the order of its rows', task([pair('2', 'a'), pair('1', 'a')]), true],
    ['a sheet came in for a pair that stays', task([pair('1', 'a', true), pair('2', 'a')]), true],
    ['a sheet came in for a pair that goes', task([pair('1', 'a'), pair('2', 'a', true)]), false],
    ['a pair was added by hand', task([pair('1', 'a'), pair('2', 'a'), pair('1', 'b', true)]), false],
    ['a rule changed', task([pair('1', 'a'), pair('2', 'a')], { keep: 9 }), false],
    ['a judge was recused', task([pair('1', 'a'), pair('2', 'a')], {}, [{ entryId: '2', personId: 'b' }]), false],
  ])('where %s: %#', (_what, now, holds) => expect(stillAnswers(was, now, found)).toBe(holds));

  it('does not hold where what was fixed is so no more', () =>
    expect(stillAnswers(task([pair('1', 'a', true)]), task([pair('1', 'a')]), found)).toBe(false));

  it('says languages only where the plan keeps entries from who does not read them', () => {
    const [judge, entry] = [
      {
        personId: 'p',
        kind: 'technical',
        fields: [],
        organisationName: '',
        creditCode: null,
        aliases: [],
        region: null,
        languages: ['zh'],
        capacity: null,
      },
      { id: 'e', division: 'EIT', field: null, region: 'BJ', language: 'en' },
    ];
    const asked = taskOf({ ...plan, readLanguages: true }, [judge], [entry], { pairs: [], barred: [] });
    expect([asked.judges[0]!.languages, asked.entries[0]!.language, asked.rules.readLanguages]).toEqual([
      ['zh'],
      'en',
      true,
    ]);
    const { readLanguages: _, ...before } = plan;
    const silent = taskOf(before, [judge], [entry], { pairs: [], barred: [] });
    expect(JSON.stringify(silent)).not.toMatch(/languages|language|readLanguages/i);
    const left = taskOf({ ...plan, readLanguages: true }, [{ ...judge, languages: null }], [entry], {
      pairs: [],
      barred: [],
    });
    expect(left.judges[0]!.languages).toBeUndefined();
  });
});
