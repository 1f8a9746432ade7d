import type { ErrorCode, LocalText } from '@haishi/contracts';
import { normaliseWidth, parseCreditCode, parseMail, type FailureParams } from '@haishi/kernel';
import { type CellFault, columnLetters, type HeaderReading, type Places, readColumns } from '@haishi/platform';
import type { ExpertFacts } from '@haishi/review';
import { judgeKindsOf } from '../edition/edition.defaults.js';
import type { EditionDefinition } from '../edition/edition.definition.js';

const COLUMNS = [
  ['name', '姓名', true],
  ['mail', '电子邮箱', true],
  ['kind', '类型', true],
  ['organisation', '工作单位', true],
  ['creditCode', '统一社会信用代码', false],
  ['aliases', '单位别名', false],
  ['fields', '领域', true],
  ['region', '所在赛区', false],
  ['languages', '语言', false],
  ['capacity', '最多评审项目数', false],
] as const;
export type ExpertColumn = (typeof COLUMNS)[number][0];

/** The columns of a list of experts 专家库, in the template's order. */
export const EXPERT_COLUMNS: readonly { key: ExpertColumn; header: string; required: boolean }[] = COLUMNS.map(
  ([key, header, required]) => ({ key, header, required }),
);

/** How many experts one file may hold. */
export const EXPERTS_MOST = 2_000;
export const EXPERT_LENGTHS = { name: 100, organisation: 200, alias: 200, aliases: 10, fields: 40, capacity: 1000 };

export const EXPERT_LANGUAGES = ['zh', 'en'] as const;

const LANGUAGE_WORDS = { zh: ['中文', '汉语', 'chinese'], en: ['英文', '英语', 'english'] };

/** A row as numbered in the sheet: an expert, or its faults. */
export interface ExpertRow {
  row: number;
  expert?: ExpertFacts;
  faults: CellFault[];
}

export function readExpertHeader(header: readonly string[]): HeaderReading<ExpertColumn> {
  return readColumns(header, EXPERT_COLUMNS);
}

type Reading<Value> = { value: Value } | { fault: ErrorCode; params: FailureParams };
type Reader<Value> = (text: string) => Reading<Value>;
const faulty = (fault: ErrorCode, params: FailureParams = {}) => ({ fault, params });

/** Reads the rows under the header: every faulty cell is named, empty rows are passed over. */
export function readExperts(
  rows: readonly (readonly string[])[],
  columns: Places<ExpertColumn>,
  definition: EditionDefinition,
): ExpertRow[] {
  const readers = readersOf(definition);
  const seen = new Map<string, number>();
  const read: ExpertRow[] = [];
  for (const [index, cells] of rows.entries()) {
    const cellOf = (key: ExpertColumn) => (cells[columns[key]] ?? '').trim();
    if (EXPERT_COLUMNS.every(({ key }) => cellOf(key) === '')) continue;
    const row = index + 2;
    const faults: CellFault[] = [];
    const values: Partial<Record<ExpertColumn, unknown>> = {};
    const fail = (key: ExpertColumn, code: ErrorCode, params: FailureParams) =>
      faults.push({
        row,
        column: EXPERT_COLUMNS.find((one) => one.key === key)!.header,
        cell: `${columnLetters(columns[key])}${row}`,
        value: cellOf(key).slice(0, 200),
        code,
        params,
      });
    for (const { key, required } of EXPERT_COLUMNS) {
      const text = cellOf(key);
      if (text === '' && required) fail(key, 'common.required', {});
      else {
        const reading = readers[key](text);
        if ('fault' in reading) fail(key, reading.fault, reading.params);
        else values[key] = reading.value;
      }
    }
    const mail = values.mail as string | undefined;
    const before = mail === undefined ? undefined : seen.get(mail);
    if (before !== undefined) fail('mail', 'expert.row_twice', { row: before });
    else if (mail !== undefined) seen.set(mail, row);
    if (faults.length > 0) read.push({ row, faults });
    else {
      const { organisation, ...rest } = values;
      read.push({ row, faults, expert: { ...rest, organisationName: organisation } as ExpertFacts });
    }
  }
  return read;
}

/** Makes a fault of each row under one of these addresses. */
export function faultRowsUnder(
  mails: ReadonlySet<string>,
  rows: readonly ExpertRow[],
  columns: Places<ExpertColumn>,
  code: ErrorCode,
): void {
  const column = EXPERT_COLUMNS.find(({ key }) => key === 'mail')!.header;
  for (const { row, expert, faults } of rows)
    if (expert && mails.has(expert.mail))
      faults.push({ row, column, cell: `${columnLetters(columns.mail)}${row}`, value: expert.mail, code, params: {} });
}

function readersOf(definition: EditionDefinition): Record<ExpertColumn, Reader<unknown>> {
  const { divisions, regions } = definition;
  const kinds = judgeKindsOf(definition);
  const parts = divisions.flatMap((division) => [division, ...division.fields]);
  const find = (list: readonly { code: string; name: LocalText }[], text: string) =>
    list.find(({ code, name }) => [code, name.zh, name.en].some((one) => plain(one) === plain(text)));
  return {
    name: line(EXPERT_LENGTHS.name),
    organisation: line(EXPERT_LENGTHS.organisation),
    mail: (text) => {
      const mail = parseMail(text);
      return mail ? { value: mail } : faulty('common.bad_format');
    },
    kind: (text) => {
      const kind = find(kinds, text);
      const choices = kinds.map(({ name: called }) => called);
      return kind ? { value: kind.code } : faulty('common.not_a_choice', { choices });
    },
    creditCode: (text) => {
      if (text === '') return { value: null };
      const code = parseCreditCode(text);
      return code ? { value: code } : faulty('project.bad_credit_code');
    },
    aliases: (text) => {
      const names = listOf(text);
      const long = names.find((name) => name.length > EXPERT_LENGTHS.alias);
      if (long) return faulty('common.text_too_long', { max: EXPERT_LENGTHS.alias });
      return names.length > EXPERT_LENGTHS.aliases
        ? faulty('common.list_too_long', { max: EXPERT_LENGTHS.aliases, length: names.length })
        : { value: names };
    },
    fields: (text) => {
      const codes: string[] = [];
      for (const name of listOf(text)) {
        const part = find(parts, name);
        if (!part) return faulty('expert.row_unknown_field', { value: name });
        if (!codes.includes(part.code)) codes.push(part.code);
      }
      return { value: codes.slice(0, EXPERT_LENGTHS.fields) };
    },
    region: (text) => {
      if (text === '') return { value: null };
      const region = find(regions, text);
      return region
        ? { value: region.code }
        : faulty('common.not_a_choice', { choices: regions.map(({ name: called }) => called) });
    },
    languages: (text) => {
      if (text === '') return { value: ['zh'] };
      const found = listOf(text).map((word) =>
        EXPERT_LANGUAGES.find((code) => [code, ...LANGUAGE_WORDS[code]].includes(plain(word))),
      );
      return found.includes(undefined)
        ? faulty('common.not_a_choice', {
            choices: [
              { zh: '中文', en: 'Chinese' },
              { zh: '英文', en: 'English' },
            ],
          })
        : { value: [...new Set(found)] };
    },
    capacity: (text) => {
      if (text === '') return { value: null };
      const count = Number(normaliseWidth(text));
      return Number.isInteger(count) && count >= 1 && count <= EXPERT_LENGTHS.capacity
        ? { value: count }
        : faulty('common.number_out_of_range', { min: 1, max: EXPERT_LENGTHS.capacity });
    },
  };
}

const line =
  (max: number): Reader<string> =>
  (text) => {
    const kept = normaliseWidth(text).replace(/\s+/g, ' ');
    return kept.length > max ? faulty('common.text_too_long', { max }) : { value: kept };
  };

const listOf = (text: string): string[] =>
  normaliseWidth(text)
    .split(/[、,;，；\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

const plain = (text: string): string => normaliseWidth(text).toLowerCase().replace(/\s/g, '');
