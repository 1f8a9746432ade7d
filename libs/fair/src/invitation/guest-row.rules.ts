import { type CellFault, columnLetters, type HeaderReading, type Places, readColumns } from '@haishi/platform';
import { type ErrorCode, GRADUATE_DEGREES, type GraduateDegree } from '@haishi/contracts';
import { normaliseWidth, parsePhone, type FailureParams } from '@haishi/kernel';
import { findUniversity } from '@haishi/reference';
import { parseChoice, parseOfficeMail } from '../position/cells.rules.js';
import { faulty, good, type Parsed } from '../position/parsed.rules.js';
import type { Places as UniversityPlaces } from './invitation.rules.js';

/** A graduate as a list names them. */
export interface Guest {
  name: string;
  mail: string;
  phone: string | null;
  university: string;
  degree: GraduateDegree;
  major: string;
}

const COLUMNS = [
  ['name', '姓名', true],
  ['mail', '电子邮箱', true],
  ['university', '毕业院校', true],
  ['degree', '学历', true],
  ['major', '专业', false],
  ['phone', '手机号', false],
] as const;
export type GuestColumn = (typeof COLUMNS)[number][0];

/** The columns of the list of invited graduates 邀请名单, in the template's order. */
export const GUEST_COLUMNS: readonly { key: GuestColumn; header: string; required: boolean }[] = COLUMNS.map(
  ([key, header, required]) => ({ key, header, required }),
);

/** How many graduates one file may hold. */
export const GUESTS_MOST = 5_000;
export const GUEST_LENGTHS = { name: 100, major: 100 } as const;

/** A row as numbered in the sheet: a graduate, or its faults. */
export interface GuestRow {
  row: number;
  guest?: Guest;
  faults: CellFault[];
}

export function readGuestHeader(header: readonly string[]): HeaderReading<GuestColumn> {
  return readColumns(header, GUEST_COLUMNS);
}

const oneLine =
  (most: number) =>
  (value: string): Parsed<string> => {
    const kept = normaliseWidth(value).replace(/\s+/g, ' ');
    return kept.length > most ? faulty('fair.row_too_long', { max: most, length: kept.length }) : good(kept);
  };

const DEGREE_WORDS: Record<string, GraduateDegree> = {
  本科生: 'bachelor',
  学士: 'bachelor',
  大学本科: 'bachelor',
  硕士研究生: 'master',
  研究生: 'master',
  博士研究生: 'doctor',
  phd: 'doctor',
};

const READERS: Record<GuestColumn, (value: string) => Parsed<string>> = {
  name: oneLine(GUEST_LENGTHS.name),
  mail: parseOfficeMail,
  university: (value) => {
    const found = findUniversity(value);
    return found ? good(found.zh) : faulty('invitation.row_unknown_university', { value });
  },
  degree: (value) => parseChoice(value, GRADUATE_DEGREES, DEGREE_WORDS),
  major: oneLine(GUEST_LENGTHS.major),
  phone: (value) => {
    const phone = parsePhone(value);
    return phone ? good(phone) : faulty('invitation.row_bad_phone', { value });
  },
};

/** What a list is judged against. */
export interface GuestContext {
  /** Mail addresses on the fair's list already. */
  invited: ReadonlySet<string>;
  places: UniversityPlaces;
}

/** Reads the rows under the header: every faulty cell is named, empty rows are passed over. */
export function readGuests(
  rows: readonly (readonly string[])[],
  columns: Places<GuestColumn>,
  context: GuestContext,
): GuestRow[] {
  const seen = new Map<string, number>();
  const read: GuestRow[] = [];
  for (const [index, cells] of rows.entries()) {
    if (GUEST_COLUMNS.every(({ key }) => (cells[columns[key]] ?? '').trim() === '')) continue;
    const row = readCells(cells, index + 2, columns);
    if (row.guest) {
      const fault = judge(row.guest, context, seen);
      seen.set(row.guest.mail, seen.get(row.guest.mail) ?? row.row);
      if (fault) {
        row.faults.push(faultAt(row.row, fault.key, columns, row.guest[fault.key], fault.code, fault.params));
        delete row.guest;
      }
    }
    read.push(row);
  }
  return read;
}

function readCells(cells: readonly string[], row: number, columns: Places<GuestColumn>): GuestRow {
  const faults: CellFault[] = [];
  const values: Partial<Record<GuestColumn, string>> = {};
  for (const { key, required } of GUEST_COLUMNS) {
    const value = (cells[columns[key]] ?? '').trim();
    const parsed: Parsed<string> =
      value !== '' ? READERS[key](value) : required ? faulty('fair.row_required') : good('');
    if (parsed.fault === undefined) values[key] = parsed.value;
    else faults.push(faultAt(row, key, columns, value, parsed.fault, parsed.params));
  }
  if (faults.length > 0) return { row, faults };
  const { phone, ...rest } = values;
  return { row, guest: { ...rest, phone: phone || null } as Guest, faults };
}

interface RowFault {
  key: 'mail' | 'university';
  code: ErrorCode;
  params: FailureParams;
}

function judge(guest: Guest, context: GuestContext, seen: ReadonlyMap<string, number>): RowFault | undefined {
  const first = seen.get(guest.mail);
  if (first !== undefined) return { key: 'mail', code: 'invitation.row_duplicate', params: { row: first } };
  if (context.invited.has(guest.mail)) return { key: 'mail', code: 'invitation.row_invited_already', params: {} };
  const { university } = guest;
  return context.places.take(university)
    ? undefined
    : {
        key: 'university',
        code: 'invitation.row_over_quota',
        params: { university, places: context.places.of(university) },
      };
}

function faultAt(
  row: number,
  key: GuestColumn,
  columns: Places<GuestColumn>,
  value: string,
  code: ErrorCode,
  params: FailureParams,
): CellFault {
  const { header } = GUEST_COLUMNS.find((column) => column.key === key)!;
  return {
    row,
    column: header,
    cell: `${columnLetters(columns[key])}${row}`,
    value: value.slice(0, 100),
    code,
    params: { column: header, ...params },
  };
}
