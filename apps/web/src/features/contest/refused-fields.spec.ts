import { describe, expect, it } from 'vitest';
import type { ProjectContent } from './contest-api';
import { besides, leaveOut } from './refused-fields';

const member = (mail: string, change: object = {}) => ({
  ...{ name: mail, role: 'r', share: 100, mail, isCore: true },
  ...change,
});
const stored: ProjectContent = {
  ...{ title: 'old', summary: 's', language: 'zh', division: 'EIT', field: 'IC', region: 'BJ', group: 'ENT' },
  organisation: { name: 'o', country: 'CN', code: '1' },
  ...{ landing: ['1'], undertaking: false, undertakingDigest: null },
  members: [member('a@b.cn'), member('c@d.cn')],
  answers: { A: 1, B: 'b' },
};
const told = (...fields: string[]) => fields.map((field) => ({ field, code: 'x', message: '' }));
const sent = (change: Partial<ProjectContent>, ...rounds: string[][]) => {
  const left = rounds.reduce(
    (so, fields) => leaveOut(so, told(...fields))!,
    new Map() as NonNullable<ReturnType<typeof leaveOut>>,
  );
  return besides({ ...stored, ...change }, stored, left);
};

describe('a field that was refused', () => {
  it('goes out as it is stored, and everything else as it was typed', () => {
    expect(sent({ title: 'new', group: 'TEAM', answers: { A: 9, C: true } }, ['answers.A'])).toEqual({
      ...stored,
      ...{ title: 'new', group: 'TEAM', answers: { A: 1, C: true } },
    });
    expect(sent({ answers: { C: 9, B: 'x' } }, ['answers.C']).answers).toEqual({ B: 'x' });
    expect(
      sent({ organisation: { name: 'n', country: 'XX', code: '2' } }, ['organisation.country']).organisation,
    ).toEqual({ name: 'n', country: 'CN', code: '2' });
    expect(sent({ landing: ['1', '9'] }, ['landing.1']).landing).toEqual(['1']);
  });

  it('of a member is that of the same member, or none where nobody says which', () => {
    const two = [member('c@d.cn', { role: 'bad' }), member('e@f.cn', { role: 'bad' }), member('', { share: null })];
    expect(sent({ members: two }, ['members.0.role', 'members.1.role']).members).toEqual([
      member('c@d.cn'),
      member('e@f.cn', { role: '' }),
      member('', { share: null }),
    ]);
    const same = [member('a@b.cn'), member('wrong', { name: 'n' })];
    expect(sent({ members: same }, ['members.1.mail']).members[1]).toEqual(member('c@d.cn', { name: 'n' }));
  });

  it('goes out empty where what is stored does not go with the rest, and then leads no further', () => {
    expect(sent({ division: 'BIO', field: 'X' }, ['field'], ['field'])).toMatchObject({ division: 'BIO', field: null });
    const twice = leaveOut(leaveOut(new Map(), told('field'))!, told('field', 'title'))!;
    expect([...twice]).toEqual([
      ['field', 'blank'],
      ['title', 'stored'],
    ]);
    expect(leaveOut(twice, told('field'))).toBeUndefined();
    expect(leaveOut(new Map(), [])).toBeUndefined();
  });
});
