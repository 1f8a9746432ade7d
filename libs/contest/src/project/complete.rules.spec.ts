import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEditionFile } from '../edition/edition.file.js';
import { checkSubmission } from './complete.rules.js';
import { isMarkedPersonal, isPersonal } from './material.rules.js';
import { materialsForJudges, materialsOf, toSnapshot } from './project.rules.js';
import type { ProjectSnapshot } from './project.snapshot.js';

const supplied: unknown = JSON.parse(
  readFileSync(new URL('../../../../apps/server/assets/edition-haishi-cup.json', import.meta.url), 'utf8'),
);
const { definition } = readEditionFile(supplied, { now: new Date('2026-01-10T00:00:00Z') }).file;

const complete: ProjectSnapshot = {
  title: '高精度授时芯片',
  summary: '一句话。',
  language: 'zh',
  division: 'EIT',
  field: 'IC',
  region: 'BJ',
  group: 'ENT',
  organisation: { name: '石家庄海石芯片有限公司', country: 'CN', code: '91130100MA00000012' },
  landing: ['130102'],
  undertaking: true,
  members: [{ name: '张三', role: '负责人', share: 6000, mail: 'zhang@example.com', isCore: true }],
  materials: [{ kind: 'PLAN', fileId: 'f1', name: 'plan.pdf', size: 10 }],
};
const codesOf = (faults: { field: string; code: string }[]) => faults.map(({ field, code }) => `${field}: ${code}`);

describe('what is asked', () => {
  it('takes a complete project', () => {
    expect(checkSubmission(definition, complete)).toEqual([]);
  });

  it('names everything an empty one lacks', () => {
    const empty: ProjectSnapshot = {
      ...complete,
      title: '',
      summary: '',
      division: null,
      field: null,
      region: null,
      group: null,
      members: [],
      materials: [],
      undertaking: false,
    };
    expect(codesOf(checkSubmission(definition, empty))).toEqual([
      'title: common.required',
      'summary: common.required',
      'division: common.required',
      'field: common.required',
      'region: common.required',
      'group: common.required',
      'members: common.required',
      'materials.PLAN: project.material_missing',
      'undertaking: project.undertaking_needed',
    ]);
  });

  it('asks a company for its code, by the check digit in this country alone', () => {
    const of = (organisation: ProjectSnapshot['organisation']) =>
      codesOf(checkSubmission(definition, { ...complete, organisation }));
    expect(of({ name: '', country: 'CN', code: '' })).toEqual([
      'organisation.name: common.required',
      'organisation.code: common.required',
    ]);
    expect(of({ name: '某公司', country: 'CN', code: '91130100MA00000013' })).toEqual([
      'organisation.code: project.bad_credit_code',
    ]);
    expect(of({ name: 'Some GmbH', country: 'DE', code: 'HRB 12345' })).toEqual([]);
    expect(of({ name: 'Some GmbH', country: 'ZZ', code: 'HRB 12345' })).toEqual([
      'organisation.country: common.required',
    ]);
    expect(of({ name: 'Some Ltd', country: 'UK', code: '0123' })).toEqual([
      'organisation.country: project.unknown_country',
    ]);
  });

  it('asks a team for three core members, not for a company', () => {
    const team = { ...complete, group: 'TEAM', organisation: { name: '', country: 'CN', code: '' } };
    expect(codesOf(checkSubmission(definition, team))).toEqual(['members: project.too_few_core']);
    const members = ['a', 'b', 'c'].map((name) => ({
      ...complete.members[0]!,
      name,
      share: null,
      mail: `${name}@example.com`,
    }));
    expect(checkSubmission(definition, { ...team, members })).toEqual([]);
  });

  it('asks every core member to have accepted where the group wants that, and names who has not', () => {
    const lead = complete.members[0]!;
    const members = [
      lead,
      { ...lead, name: '李四', share: null, mail: 'li@example.com' },
      { ...lead, name: '王五', share: null, mail: 'wang@example.com', isCore: false },
      { ...lead, name: '', share: null, mail: '' },
    ];
    const of = (membersConfirm: boolean, ...mails: string[]) => {
      const groups = definition.groups.map((group) => ({ ...group, ...(membersConfirm ? { membersConfirm } : {}) }));
      return checkSubmission({ ...definition, groups }, { ...complete, members }, new Set(mails)).filter(
        ({ code }) => code === 'team.not_confirmed',
      );
    };
    expect(of(false)).toEqual([]);
    expect(of(true, lead.mail, 'wang@example.com')).toEqual([
      { field: 'members.1.mail', code: 'team.not_confirmed', params: { name: '李四' } },
    ]);
    expect(of(true, lead.mail, 'li@example.com')).toEqual([]);
  });

  it('names the faulty member and field', () => {
    const members = [
      complete.members[0]!,
      { name: '', role: '', share: 4001, mail: 'nobody', isCore: false },
      { name: '李四', role: '研发', share: null, mail: 'ZHANG@example.com', isCore: true },
    ];
    expect(codesOf(checkSubmission(definition, { ...complete, members }))).toEqual([
      'members.1.name: common.required',
      'members.1.role: common.required',
      'members.1.mail: project.bad_mail',
      'members.2.mail: project.member_repeated',
      'members: project.shares_over',
    ]);
  });

  it('lets shares add up to exactly the whole', () => {
    const lead = complete.members[0]!;
    const members = [
      { ...lead, share: 9_999 },
      { ...lead, share: 1, mail: 'b@example.com' },
    ];
    expect(checkSubmission(definition, { ...complete, members })).toEqual([]);
  });

  it('asks each group for its own materials, and keeps no others', () => {
    expect(materialsOf(definition, 'TEAM').map(({ code }) => code)).toEqual(['PLAN', 'DECK', 'IP', 'PLEDGE', 'PROOF']);
    expect(materialsOf(definition, null).map(({ code }) => code)).toEqual(['PLAN', 'DECK', 'IP', 'PLEDGE', 'PROOF']);
    const materials = [...complete.materials, { kind: 'EQUITY', fileId: 'f2', name: 'e.xlsx', size: 1 }];
    expect(toSnapshot(definition, complete, materials).materials).toHaveLength(2);
    const team = toSnapshot(definition, { ...complete, group: 'TEAM' }, materials);
    expect(team.materials.map(({ kind }) => kind)).toEqual(['PLAN']);
    expect(team.organisation.code).toBe('');
  });

  it('takes a file as personal that was given so, is of a kind that is, or of one that is gone; marked are the first two', () => {
    const files = [
      { kind: 'PLAN' },
      { kind: 'PLAN', personal: false },
      { kind: 'PLAN', personal: true },
      { kind: 'PROOF', personal: false },
      { kind: 'GONE' },
      { kind: 'GONE', personal: true },
    ];
    expect(files.map((file) => isPersonal(definition, file))).toEqual([false, false, true, true, true, true]);
    expect(files.map((file) => isMarkedPersonal(definition, file))).toEqual([false, false, true, true, false, true]);
  });

  it('gives judges the kinds that are open to them, and none that is not marked or not asked of the group', () => {
    const kinds = ['PLAN', 'DECK', 'IP', 'EQUITY', 'PLEDGE', 'GONE'];
    const materials = kinds.map((kind) => ({ kind, fileId: kind, name: kind, size: 1 }));
    const read = (edition: typeof definition, group: string) =>
      materialsForJudges(edition, { group, materials }).map(({ kind, files }) => [
        kind.code,
        ...files.map(({ fileId }) => fileId),
      ]);
    expect(read(definition, 'ENT')).toEqual([
      ['PLAN', 'PLAN'],
      ['DECK', 'DECK'],
    ]);
    expect(materialsForJudges(definition, { group: 'ENT', materials: [] })).toEqual([]);
    const marked = definition.materials.map((kind) => ({ ...kind, forJudges: kind.code === 'EQUITY' }));
    expect(read({ ...definition, materials: marked }, 'ENT')).toEqual([['EQUITY', 'EQUITY']]);
    expect(read({ ...definition, materials: marked }, 'TEAM')).toEqual([]);
    const given = [
      { ...materials[0]!, personal: true },
      { ...materials[1]!, personal: false },
    ];
    expect(materialsForJudges(definition, { group: 'ENT', materials: given }).map(({ kind }) => kind.code)).toEqual([
      'DECK',
    ]);
  });
});
