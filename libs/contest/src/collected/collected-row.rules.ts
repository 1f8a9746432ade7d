import type { ErrorCode, LocalText } from '@haishi/contracts';
import { isCountryCode, normaliseWidth, parseCreditCode, parseMail, type FailureParams } from '@haishi/kernel';
import { type CellFault, columnLetters, type HeaderReading, type Places, readColumns } from '@haishi/platform';
import { COUNTIES } from '@haishi/reference';
import type { EditionDefinition } from '../edition/edition.definition.js';

/** By whom a project was referred 推荐渠道: a talent station abroad, a partner, a county of the city, somebody else. */
export const REFERRAL_CHANNELS = ['station', 'partner', 'county', 'other'] as const;
export type ReferralChannel = (typeof REFERRAL_CHANNELS)[number];
export const CHANNEL_WORDS: Readonly<Record<ReferralChannel, LocalText>> = {
  station: { zh: '引才工作站', en: 'Talent station' },
  partner: { zh: '合作机构', en: 'Partner' },
  county: { zh: '县市区', en: 'County' },
  other: { zh: '其他', en: 'Other' },
};

const COLUMNS = [
  ['title', { zh: '项目名称', en: 'Project title' }, true],
  ['summary', { zh: '项目简介', en: 'Summary' }, false],
  ['division', { zh: '参赛领域', en: 'Division' }, true],
  ['field', { zh: '细分方向', en: 'Sub-field' }, false],
  ['region', { zh: '赛区', en: 'Region' }, true],
  ['groupCode', { zh: '组别', en: 'Group' }, false],
  ['organisationName', { zh: '单位名称', en: 'Organisation' }, false],
  ['organisationCountry', { zh: '注册地代码', en: 'Country of registration' }, false],
  ['organisationCode', { zh: '信用代码或登记号', en: 'Credit code or register number' }, false],
  ['leaderName', { zh: '负责人', en: 'Team lead' }, true],
  ['leaderMail', { zh: '负责人邮箱', en: 'Mail of the lead' }, true],
  ['channel', { zh: '推荐渠道', en: 'Channel of referral' }, true],
  ['referrer', { zh: '推荐单位', en: 'Referred by' }, true],
] as const;
export type CollectedColumn = (typeof COLUMNS)[number][0];

/** The columns of a list of collected projects, in the template's order. */
export const COLLECTED_COLUMNS: readonly { key: CollectedColumn; header: LocalText; required: boolean }[] = COLUMNS.map(
  ([key, header, required]) => ({ key, header, required }),
);

/** How many projects one file may hold. */
export const COLLECTED_MOST = 5_000;

/** A project as a list names it; codes are the edition's. */
export interface CollectedFacts {
  title: string;
  summary: string;
  division: string;
  field: string | null;
  region: string;
  groupCode: string | null;
  organisationName: string;
  organisationCountry: string;
  organisationCode: string;
  leaderName: string;
  leaderMail: string;
  channel: ReferralChannel;
  referrer: string;
}

/** A row as numbered in the sheet: a project, or its faults. */
export interface CollectedRow {
  row: number;
  project?: CollectedFacts;
  faults: CellFault[];
}

export function readCollectedHeader(header: readonly string[]): HeaderReading<CollectedColumn> {
  return readColumns(header, COLLECTED_COLUMNS);
}

type Reading = { value: string | null } | { fault: ErrorCode; params: FailureParams };
const faulty = (fault: ErrorCode, params: FailureParams = {}): Reading => ({ fault, params });

/**
 * Reads the rows under the header of a table, one at a time: every faulty cell is named by the table's own header, empty rows are
 * passed over. `reaches`: whether a region is the reader's.
 */
export function* readCollected(
  [header = [], ...rows]: readonly (readonly string[])[],
  columns: Places<CollectedColumn>,
  definition: EditionDefinition,
  reaches: (region: string) => boolean,
): Generator<CollectedRow, void> {
  const seen = new Map<string, number>();
  for (const [index, cells] of rows.entries()) {
    const cellOf = (key: CollectedColumn) => (cells[columns[key]] ?? '').trim();
    if (COLLECTED_COLUMNS.every(({ key }) => cellOf(key) === '')) continue;
    const row = index + 2;
    const faults: CellFault[] = [];
    const values: Partial<Record<CollectedColumn, string | null>> = {};
    const fault = (key: CollectedColumn, code: ErrorCode, params: FailureParams = {}) =>
      faults.push({
        row,
        column: (header[columns[key]] ?? '').trim(),
        cell: `${columnLetters(columns[key])}${row}`,
        value: cellOf(key).slice(0, 200),
        code,
        params,
      });
    for (const { key, required } of COLLECTED_COLUMNS) {
      const text = cellOf(key);
      const reading = text === '' && required ? faulty('common.required') : readCell(key, text, values, definition);
      if ('value' in reading) values[key] = reading.value;
      else fault(key, reading.fault, reading.params);
    }
    if (values.region && !reaches(values.region)) fault('region', 'collected.row_other_region');
    const name = values.title && values.leaderMail ? `${values.leaderMail} ${plain(values.title)}` : null;
    const before = name === null ? undefined : seen.get(name);
    if (before !== undefined) fault('title', 'collected.row_twice', { row: before });
    else if (name !== null) seen.set(name, row);
    yield faults.length > 0
      ? { row, faults }
      : { row, faults, project: values as Record<CollectedColumn, unknown> as CollectedFacts };
  }
}

const LENGTHS: Partial<Record<CollectedColumn, number>> = {
  title: 200,
  organisationName: 200,
  organisationCode: 60,
  leaderName: 100,
  referrer: 200,
};
const SUMMARY_MOST = 5_000;

/** `before` are the cells of the row that were read already: some mean nothing alone. */
function readCell(
  key: CollectedColumn,
  text: string,
  before: Partial<Record<CollectedColumn, string | null>>,
  { divisions, regions, groups }: EditionDefinition,
): Reading {
  switch (key) {
    case 'summary':
      return text.length > SUMMARY_MOST
        ? faulty('common.text_too_long', { max: SUMMARY_MOST, length: text.length })
        : { value: text };
    case 'division':
      return choice(text, divisions);
    case 'field':
      return text === ''
        ? { value: null }
        : choice(text, divisions.find(({ code }) => code === before.division)?.fields ?? []);
    case 'region':
      return choice(text, regions);
    case 'groupCode':
      return text === '' ? { value: null } : choice(text, groups);
    case 'organisationCountry': {
      const code = text === '' ? 'CN' : normaliseWidth(text).toUpperCase();
      return isCountryCode(code) ? { value: code } : faulty('collected.row_country', { value: text.slice(0, 40) });
    }
    case 'organisationCode': {
      if (text === '' || before.organisationCountry !== 'CN') return line(text, LENGTHS.organisationCode!);
      const code = parseCreditCode(text);
      return code ? { value: code } : faulty('project.bad_credit_code');
    }
    case 'leaderMail': {
      const mail = parseMail(text);
      return mail ? { value: mail } : faulty('collected.row_mail', { value: text.slice(0, 254) });
    }
    case 'channel':
      return choice(
        text,
        REFERRAL_CHANNELS.map((code) => ({ code, name: CHANNEL_WORDS[code] })),
      );
    case 'referrer': {
      if (before.channel !== 'county') return line(text, LENGTHS.referrer!);
      const county = COUNTIES.find(({ code, zh, en, aliases = [] }) =>
        [code, zh, en, ...aliases].some((one) => plain(one) === plain(text)),
      );
      return county ? { value: county.code } : faulty('collected.row_unknown_county', { value: text });
    }
    default:
      return line(text, LENGTHS[key]!);
  }
}

function line(text: string, max: number): Reading {
  const kept = normaliseWidth(text).replace(/\s+/g, ' ');
  return kept.length > max ? faulty('common.text_too_long', { max, length: kept.length }) : { value: kept };
}

function choice(text: string, list: readonly { code: string; name: LocalText }[]): Reading {
  const found = list.find(({ code, name }) => [code, name.zh, name.en].some((one) => plain(one) === plain(text)));
  return found ? { value: found.code } : faulty('common.not_a_choice', { choices: list.map(({ name }) => name) });
}

const plain = (text: string): string => normaliseWidth(text).toLowerCase().replace(/\s/g, '');
