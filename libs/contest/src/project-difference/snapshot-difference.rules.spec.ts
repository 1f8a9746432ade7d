import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaterialContent, MemberContent, ProjectSnapshot } from '../project/project.snapshot.js';
import { isNoDifference, snapshotDifference } from './snapshot-difference.rules.js';

const zhang: MemberContent = { name: '张三', role: '负责人', share: 6000, mail: 'zhang@example.com', isCore: true };
const li: MemberContent = { name: '李四', role: '研发', share: null, mail: 'li@example.com', isCore: false };
const plan: MaterialContent = { kind: 'PLAN', fileId: 'f1', name: 'plan.pdf', size: 10 };
const base: ProjectSnapshot = {
  title: '授时芯片',
  summary: '一句话。',
  language: 'zh',
  division: 'EIT',
  field: 'IC',
  region: 'BJ',
  group: 'ENT',
  organisation: { name: '海石芯片', country: 'CN', code: '91130100MA00000012' },
  landing: ['130102'],
  undertaking: true,
  members: [zhang],
  materials: [plan],
};
const change = (part: Partial<ProjectSnapshot>) => snapshotDifference(base, { ...base, ...part });

describe('two submissions differ', () => {
  it('in the fields that do, those of the organisation one by one', () => {
    const { fields, ...rest } = change({
      title: '新授时芯片',
      field: null,
      organisation: { ...base.organisation, name: '海石芯片股份' },
      landing: ['130104', '130102'],
    });
    expect(fields).toEqual([
      { field: 'title', old: '授时芯片', new: '新授时芯片' },
      { field: 'field', old: 'IC', new: null },
      { field: 'organisation.name', old: '海石芯片', new: '海石芯片股份' },
      { field: 'landing', old: ['130102'], new: ['130104', '130102'] },
    ]);
    expect(rest).toEqual({ answers: [], members: [], materials: [] });
  });

  it('in answers by their question, also where none were asked for before', () => {
    expect(change({ answers: { TRL: 6, PARTS: ['A', 'B'] } }).answers).toEqual([
      { field: 'TRL', old: null, new: 6 },
      { field: 'PARTS', old: null, new: ['A', 'B'] },
    ]);
    const before = { ...base, answers: { TRL: 6, OLD: true, PARTS: ['A'] } };
    expect(snapshotDifference(before, { ...base, answers: { TRL: 7, PARTS: ['A'] } }).answers).toEqual([
      { field: 'TRL', old: 6, new: 7 },
      { field: 'OLD', old: true, new: null },
    ]);
  });

  it('in members: by address, then by name, whatever their order', () => {
    expect(change({ members: [li, { ...zhang, mail: 'ZHANG@example.com' }] }).members).toEqual([
      { kind: 'added', name: '李四', values: [] },
      {
        kind: 'changed',
        name: '张三',
        values: [{ field: 'mail', old: 'zhang@example.com', new: 'ZHANG@example.com' }],
      },
    ]);
    expect(change({ members: [{ ...zhang, name: '张三丰', share: 5000 }] }).members).toEqual([
      {
        kind: 'changed',
        name: '张三丰',
        values: [
          { field: 'name', old: '张三', new: '张三丰' },
          { field: 'share', old: 6000, new: 5000 },
        ],
      },
    ]);
    expect(change({ members: [{ ...zhang, mail: 'new@example.com' }] }).members[0]).toMatchObject({ kind: 'changed' });
    expect(change({ members: [li] }).members.map(({ kind, name }) => [kind, name])).toEqual([
      ['added', '李四'],
      ['removed', '张三'],
    ]);
    expect(
      isNoDifference(snapshotDifference({ ...base, members: [zhang, li] }, { ...base, members: [li, zhang] })),
    ).toBe(true);
  });

  it('in materials: added, removed, or replaced by one of the same kind', () => {
    const second = { ...plan, fileId: 'f2', name: 'plan-2.pdf' };
    const deck = { ...plan, kind: 'DECK', fileId: 'f3' };
    expect(change({ materials: [second, deck] }).materials).toEqual([
      { kind: 'replaced', material: 'PLAN', old: plan, new: second },
      { kind: 'added', material: 'DECK', old: null, new: deck },
    ]);
    expect(change({ materials: [deck] }).materials).toEqual([
      { kind: 'added', material: 'DECK', old: null, new: deck },
      { kind: 'removed', material: 'PLAN', old: plan, new: null },
    ]);
  });
});

describe('any two submissions', () => {
  const text = fc.constantFrom('', '甲', '乙');
  const member = fc.record({
    name: text,
    role: text,
    share: fc.constantFrom(null, 100),
    mail: fc.constantFrom('', 'a@example.com', 'b@example.com', 'half@'),
    isCore: fc.boolean(),
  });
  const material = fc.record({
    kind: fc.constantFrom('PLAN', 'DECK'),
    fileId: fc.constantFrom('1', '2', '3', '4'),
    name: text,
    size: fc.constant(1),
  });
  const snapshot = fc.record({
    title: text,
    group: fc.constantFrom(null, 'ENT', 'TEAM'),
    landing: fc.array(fc.constantFrom('130102', '130104'), { maxLength: 2 }),
    answers: fc.dictionary(fc.constantFrom('A', 'B'), fc.oneof(text, fc.nat(2), fc.boolean())),
    members: fc.array(member, { maxLength: 4 }),
    materials: fc.uniqueArray(material, { maxLength: 4, selector: ({ fileId }) => fileId }),
  });
  const of = (part: object): ProjectSnapshot => ({ ...base, ...part });

  it('do not differ from themselves, and differ both ways by the same', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (one, other) => {
        expect(isNoDifference(snapshotDifference(of(one), of(one)))).toBe(true);
        const there = snapshotDifference(of(one), of(other));
        const back = snapshotDifference(of(other), of(one));
        const swapped = (list: { field: string; old: unknown; new: unknown }[]) =>
          list.map((value) => ({ field: value.field, old: value.new, new: value.old }));
        const byField = (list: { field: string }[]) => [...list].sort((a, b) => (a.field < b.field ? -1 : 1));
        expect(byField(swapped(back.fields))).toEqual(byField(there.fields));
        expect(byField(swapped(back.answers))).toEqual(byField(there.answers));
      }),
    );
  });

  it('lose and gain as many members and files as they differ by', () => {
    fc.assert(
      fc.property(snapshot, snapshot, (one, other) => {
        const { members, materials } = snapshotDifference(of(one), of(other));
        const count = (list: { kind: string }[], kind: string) => list.filter((each) => each.kind === kind).length;
        const gained = (list: { kind: string }[]) => count(list, 'added') - count(list, 'removed');
        expect(gained(members)).toBe(other.members.length - one.members.length);
        expect(gained(materials)).toBe(other.materials.length - one.materials.length);
      }),
    );
  });
});
