import { type CellFault, columnLetters, type HeaderReading, type Places, readColumns } from '@haishi/platform';
import {
  type LocalText,
  POSITION_CATEGORIES,
  POSITION_DEGREE_TYPES,
  POSITION_EXPERIENCES,
  POSITION_TITLE_RANKS,
  POSITION_UNIVERSITIES,
} from '@haishi/contracts';
import { normaliseWidth, parseCreditCode } from '@haishi/kernel';
import { COUNTIES, findCounty } from '@haishi/reference';
import {
  parseChoice,
  parseDegree,
  parseDegreeType,
  parseExperience,
  parseHeadcount,
  parseOfficeMail,
  parseOfficePhone,
  parseTitleRank,
  parseUniversity,
  parseValidUntil,
} from './cells.rules.js';
import { faulty, good, type Parsed } from './parsed.rules.js';
import { parsePay } from './pay.rules.js';
import { findDiscrimination } from './wording.rules.js';
import {
  flaggedTexts,
  POSITION_LENGTHS,
  type PositionContent,
  type PositionFlag,
  positionKey,
} from './position.rules.js';

/** What the rows of one employer's file are read against. */
export interface RowContext {
  employer: { name: string; creditCode: string; kind: LocalText };
  zones: Readonly<Record<string, LocalText>>;
  /** Days in the fair's zone, `2026-06-30`. */
  today: string;
  latest: string;
}

const COLUMNS = [
  ['employerName', '单位名称', true],
  ['creditCode', '统一社会信用代码', true],
  ['kind', '单位性质', false],
  ['zone', '所属产业', true],
  ['county', '所在县区', true],
  ['title', '岗位名称', true],
  ['category', '岗位类别', true],
  ['headcount', '招聘人数', true],
  ['degree', '学历要求', true],
  ['degreeType', '学位要求', false],
  ['majors', '专业要求', true],
  ['university', '院校要求', false],
  ['titleRank', '职称要求', false],
  ['experience', '工作经验', false],
  ['pay', '薪资待遇', true],
  ['benefits', '福利待遇', false],
  ['workplace', '工作地点', true],
  ['duties', '岗位职责', true],
  ['contactName', '联系人', true],
  ['contactPhone', '联系电话', true],
  ['contactMail', '电子邮箱', true],
  ['validUntil', '有效期', true],
] as const;

export type PositionColumn = (typeof COLUMNS)[number][0];
/** The columns of the position template 岗位信息表, in its order. */
export const POSITION_COLUMNS: readonly { key: PositionColumn; header: string; required: boolean }[] = COLUMNS.map(
  ([key, header, required]) => ({ key, header, required }),
);

/** Where each column stands in an uploaded table, from 0. */
export type ColumnPlaces = Places<PositionColumn>;

/** A row of the file, as numbered in the sheet: its position, or its faults. */
export interface ReadRow {
  row: number;
  content?: PositionContent;
  flags: PositionFlag[];
  faults: CellFault[];
}

/** How many positions one file may hold. */
export const IMPORT_MOST = 10_000;

/** Finds the template's columns in the first row, in any order; others are named and left aside. */
export function readHeader(header: readonly string[]): HeaderReading<PositionColumn> {
  return readColumns(header, POSITION_COLUMNS);
}

function text(most: number): (value: string) => Parsed<string> {
  return (value) => {
    const kept = value.trim().replace(/\r\n?/g, '\n');
    return kept.length > most ? faulty('fair.row_too_long', { max: most, length: kept.length }) : good(kept);
  };
}

const oneLine = (most: number) => (value: string) => text(most)(normaliseWidth(value).replace(/\s+/g, ' '));

function parseCounty(value: string): Parsed<string> {
  const county = findCounty(value) ?? findCounty(value.replace(/^石家庄市(?=.)/, ''));
  return county ? good(county.code) : faulty('fair.row_not_a_choice', { value, choices: COUNTIES });
}

type Readers = { [Key in PositionColumn]: (value: string, context: RowContext) => Parsed<unknown> };

const READERS: Readers = {
  employerName: (value, { employer }) =>
    sameName(value, employer.name) ? good(null) : faulty('fair.row_other_name', { expected: employer.name }),
  creditCode: (value, { employer }) => {
    const code =
      parseCreditCode(value) ??
      (normaliseWidth(value).toUpperCase() === employer.creditCode ? employer.creditCode : undefined);
    if (code === undefined) return faulty('fair.row_bad_credit_code');
    return code === employer.creditCode
      ? good(null)
      : faulty('fair.row_other_credit_code', { expected: employer.creditCode });
  },
  kind: (value, { employer }) =>
    parseChoice(value, { kind: employer.kind }).fault === undefined
      ? good(null)
      : faulty('fair.row_other_kind', { expected: employer.kind.zh }),
  zone: (value, { zones }) => parseChoice(value, zones),
  county: parseCounty,
  title: oneLine(POSITION_LENGTHS.title),
  category: (value) => parseChoice(value, POSITION_CATEGORIES),
  headcount: parseHeadcount,
  degree: parseDegree,
  degreeType: (value) => parseDegreeType(value, POSITION_DEGREE_TYPES),
  majors: text(POSITION_LENGTHS.majors),
  university: (value) => parseUniversity(value, POSITION_UNIVERSITIES),
  titleRank: (value) => parseTitleRank(value, POSITION_TITLE_RANKS),
  experience: (value) => parseExperience(value, POSITION_EXPERIENCES),
  pay: parsePay,
  benefits: text(POSITION_LENGTHS.benefits),
  workplace: oneLine(POSITION_LENGTHS.workplace),
  duties: text(POSITION_LENGTHS.duties),
  contactName: oneLine(POSITION_LENGTHS.contactName),
  contactPhone: parseOfficePhone,
  contactMail: parseOfficeMail,
  validUntil: (value, { today, latest }) => parseValidUntil(value, today, latest),
};

/** What an optional cell left empty means. */
const WHEN_EMPTY: Partial<Record<PositionColumn, unknown>> = {
  kind: null,
  degreeType: 'any',
  university: 'any',
  titleRank: 'any',
  experience: 'any',
  benefits: '',
};

function sameName(one: string, other: string): boolean {
  const plain = (name: string) => normaliseWidth(name).toLowerCase().replace(/\s+/g, '');
  return plain(one) === plain(other);
}

/** Reads one row; `number` is its number in the sheet. Every faulty cell is named, not the first alone. */
export function readRow(cells: readonly string[], number: number, places: ColumnPlaces, context: RowContext): ReadRow {
  const faults: CellFault[] = [];
  const values: Partial<Record<PositionColumn, unknown>> = {};
  for (const { key, header, required } of POSITION_COLUMNS) {
    const place = places[key];
    const value = (cells[place] ?? '').trim();
    const parsed: Parsed<unknown> =
      value === '' ? (required ? faulty('fair.row_required') : good(WHEN_EMPTY[key])) : READERS[key](value, context);
    if (parsed.fault === undefined) values[key] = parsed.value;
    else
      faults.push({
        row: number,
        column: header,
        cell: `${columnLetters(place)}${number}`,
        value: value.slice(0, 100),
        code: parsed.fault,
        params: { column: header, ...parsed.params },
      });
  }
  if (faults.length > 0) return { row: number, flags: [], faults };
  const { employerName: _name, creditCode: _code, kind: _kind, pay, county, ...rest } = values;
  const { min, max } = pay as { min: number | null; max: number | null };
  const content = { ...rest, countyCode: county, payMin: min, payMax: max } as unknown as PositionContent;
  return { row: number, content, flags: findDiscrimination(flaggedTexts(content)), faults };
}

/** What the template fills in itself: a row that holds nothing more is empty. */
const PREFILLED: readonly PositionColumn[] = ['employerName', 'creditCode', 'kind'];

function isEmpty(cells: readonly string[], places: ColumnPlaces): boolean {
  return POSITION_COLUMNS.every(({ key }) => PREFILLED.includes(key) || (cells[places[key]] ?? '').trim() === '');
}

/** Reads the rows under the header; empty ones are passed over, and the second of two alike is faulty. */
export function readRows(rows: readonly (readonly string[])[], places: ColumnPlaces, context: RowContext): ReadRow[] {
  const seen = new Map<string, number>();
  const read: ReadRow[] = [];
  for (const [index, cells] of rows.entries()) {
    if (isEmpty(cells, places)) continue;
    const row = readRow(cells, index + 2, places, context);
    if (row.content) {
      const key = positionKey(row.content);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, row.row);
      else {
        row.faults.push(duplicate(row, first, places));
        delete row.content;
      }
    }
    read.push(row);
  }
  return read;
}

function duplicate(row: ReadRow, first: number, places: ColumnPlaces): CellFault {
  return {
    row: row.row,
    column: '岗位名称',
    cell: `${columnLetters(places.title)}${row.row}`,
    value: row.content!.title,
    code: 'fair.row_duplicate',
    params: { column: '岗位名称', row: first },
  };
}
