import { describe, expect, it } from 'vitest';
import { GUEST_COLUMNS, readGuestHeader, readGuests } from './guest-row.rules.js';
import { Places } from './invitation.rules.js';

const headers = GUEST_COLUMNS.map(({ header }) => header);
const good = ['钱毕业', 'Qian@Example.edu', '北大', '硕士研究生', ' 微电子学 ', '+86 138 0013 8000'];
const guest = {
  name: '钱毕业',
  mail: 'qian@example.edu',
  university: '北京大学',
  degree: 'master',
  major: '微电子学',
  phone: '13800138000',
};

function read(rows: readonly (readonly string[])[], quotas = {}, invited: readonly string[] = []) {
  const header = readGuestHeader(headers);
  if (header.fault !== undefined) throw new Error(header.fault);
  const places = new Places(new Map(Object.entries(quotas)), new Map());
  return readGuests(rows, header.places, { invited: new Set(invited), places });
}
const change = (column: string, value: string) => good.map((cell, index) => (headers[index] === column ? value : cell));
const faultsOf = (rows: ReturnType<typeof read>) =>
  rows.flatMap(({ faults }) => faults.map(({ cell, code }) => [cell, code]));

describe('readGuests', () => {
  it('reads a row in normal form, and passes over empty ones', () => {
    expect(read([good, headers.map(() => ' ')])).toEqual([{ row: 2, guest, faults: [] }]);
    expect(read([change('专业', '').toSpliced(5, 1, '')])[0]?.guest).toEqual({ ...guest, major: '', phone: null });
  });

  it.each([
    ['姓名', '', 'A2', 'fair.row_required'],
    ['姓名', '长'.repeat(101), 'A2', 'fair.row_too_long'],
    ['电子邮箱', '', 'B2', 'fair.row_required'],
    ['电子邮箱', 'qian.example.edu', 'B2', 'fair.row_bad_mail'],
    ['毕业院校', '石家庄第一大学', 'C2', 'invitation.row_unknown_university'],
    ['学历', '高中', 'D2', 'fair.row_not_a_choice'],
    ['专业', '长'.repeat(101), 'E2', 'fair.row_too_long'],
    ['手机号', '12345', 'F2', 'invitation.row_bad_phone'],
  ])('names the cell where %s is “%s”', (column, value, cell, code) => {
    const [row] = read([change(column, value)]);
    expect(row).toMatchObject({ faults: [{ row: 2, column, cell, code, params: { column } }] });
    expect(row).not.toHaveProperty('guest');
  });

  it('names every faulty cell of a row, not the first alone', () => {
    expect(faultsOf(read([['', 'x', 'x', 'x', '', 'x']]))).toHaveLength(5);
  });

  it('lets the first of two alike stand', () => {
    const rows = read([good, good, good]);
    expect(rows.map(({ guest: one }) => one !== undefined)).toEqual([true, false, false]);
    expect(rows[2]!.faults).toEqual([
      expect.objectContaining({
        cell: 'B4',
        code: 'invitation.row_duplicate',
        value: 'qian@example.edu',
        params: { column: '电子邮箱', row: 2 },
      }),
    ]);
  });

  it('refuses whom the fair has invited already', () => {
    expect(faultsOf(read([good], {}, ['qian@example.edu']))).toEqual([['B2', 'invitation.row_invited_already']]);
  });

  it('counts the quota down in the order of the rows; a faulty row takes no place', () => {
    const other = change('电子邮箱', 'li@example.edu');
    const third = change('电子邮箱', 'zhao@example.edu');
    const rows = read([change('手机号', '1'), good, good, other, third], { 北京大学: 2 });
    expect(faultsOf(rows)).toEqual([
      ['F2', 'invitation.row_bad_phone'],
      ['B4', 'invitation.row_duplicate'],
      ['C6', 'invitation.row_over_quota'],
    ]);
    expect(rows[4]!.faults[0]!.params).toEqual({ column: '毕业院校', university: '北京大学', places: 2 });
  });
});
