import { answerWords, type Locale, type LocalText, type Question } from '@haishi/contracts';
import type { ListCell, ListColumn } from '@haishi/platform';
import { COUNTIES } from '@haishi/reference';
import { referrerOf } from '../collected/collected.notices.js';
import type { Referral } from '../collected/collected.queries.js';
import { CHANNEL_WORDS } from '../collected/collected-row.rules.js';
import type { EditionDefinition } from '../edition/edition.definition.js';
import { nameOf } from '../edition/named.js';
import { leaderOf } from '../project/leader.rules.js';
import type { Project } from '../project/project.entity.js';
import { PROJECT_STATE_WORDS } from '../project/project.words.js';
import type { ProjectSnapshot } from '../project/project.snapshot.js';

/** A project as it was handed in last. */
export interface ExportedProject {
  project: Project;
  content: ProjectSnapshot;
  /** Who referred it; undefined where nobody did. */
  referral: Referral | undefined;
}

interface Column extends Omit<ListColumn, 'header'> {
  header: LocalText;
  value: (one: ExportedProject, names: Names) => ListCell;
}

interface Names {
  locale: Locale;
  definition: EditionDefinition;
}

/** What a department files of any project, in the order of its columns. */
const COLUMNS: readonly Column[] = [
  { header: { zh: '项目编号', en: 'Number' }, width: 18, kind: 'code', value: ({ project }) => project.number },
  { header: { zh: '项目名称', en: 'Title' }, width: 44, value: ({ content }) => content.title },
  {
    header: { zh: '状态', en: 'State' },
    width: 12,
    value: ({ project }, { locale }) => PROJECT_STATE_WORDS[project.state][locale],
  },
  {
    header: { zh: '领域', en: 'Division' },
    width: 18,
    value: ({ content }, { definition, locale }) => nameOf(definition.divisions, content.division ?? '')[locale],
  },
  {
    header: { zh: '方向', en: 'Field' },
    width: 18,
    value: ({ content }, { definition, locale }) =>
      nameOf(definition.divisions.find(({ code }) => code === content.division)?.fields ?? [], content.field ?? '')[
        locale
      ],
  },
  {
    header: { zh: '赛区', en: 'Region' },
    width: 14,
    value: ({ content }, { definition, locale }) => nameOf(definition.regions, content.region ?? '')[locale],
  },
  {
    header: { zh: '组别', en: 'Group' },
    width: 12,
    value: ({ content }, { definition, locale }) => nameOf(definition.groups, content.group ?? '')[locale],
  },
  { header: { zh: '单位', en: 'Organisation' }, width: 36, value: ({ content }) => content.organisation.name },
  {
    header: { zh: '国家或地区', en: 'Country' },
    width: 10,
    screenOnly: true,
    value: ({ content }) => content.organisation.country,
  },
  {
    header: { zh: '单位代码', en: 'Register number' },
    width: 18,
    kind: 'code',
    value: ({ content }) => content.organisation.code,
  },
  {
    header: { zh: '负责人', en: 'Leader' },
    width: 12,
    value: ({ content }) => leaderOf(content.members)?.name ?? '',
  },
  {
    header: { zh: '核心成员', en: 'Core members' },
    width: 30,
    screenOnly: true,
    value: ({ content }, { locale }) =>
      content.members
        .filter(({ isCore }) => isCore)
        .map(({ name }) => name)
        .join(locale === 'zh' ? '、' : ', '),
  },
  {
    header: { zh: '团队人数', en: 'Team size' },
    width: 10,
    kind: 'number',
    screenOnly: true,
    value: ({ content }) => content.members.length,
  },
  {
    header: { zh: '落地意向', en: 'Landing intent' },
    width: 24,
    screenOnly: true,
    value: ({ content }, { locale }) =>
      content.landing
        .map((code) => COUNTIES.find((county) => county.code === code)?.[locale] ?? code)
        .join(locale === 'zh' ? '、' : ', '),
  },
  {
    header: { zh: '推荐渠道', en: 'Channel' },
    width: 12,
    screenOnly: true,
    value: ({ referral }, { locale }) => referral && CHANNEL_WORDS[referral.channel][locale],
  },
  {
    header: { zh: '推荐单位', en: 'Referred by' },
    width: 22,
    screenOnly: true,
    value: ({ referral }, { locale }) => referral && referrerOf(referral)[locale],
  },
  {
    header: { zh: '提交次数', en: 'Submissions' },
    width: 10,
    kind: 'number',
    screenOnly: true,
    value: ({ project }) => project.submissions,
  },
  {
    header: { zh: '最近提交', en: 'Last handed in' },
    width: 19,
    kind: 'instant',
    value: ({ project }) => project.submittedAt,
  },
  { header: { zh: '摘要', en: 'Summary' }, width: 60, screenOnly: true, value: ({ content }) => content.summary },
];

/** A question's column: numbers as numbers, without their unit, which its header names. */
function columnOf(question: Question): Column {
  const unit = question.kind === 'number' ? question.unit : undefined;
  const { zh, en } = question.name;
  return {
    header: unit ? { zh: `${zh}（${unit.zh}）`, en: `${en} (${unit.en})` } : question.name,
    width: question.kind === 'longText' ? 44 : 20,
    screenOnly: true,
    value: ({ content }, { locale }) => {
      const answer = content.answers?.[question.code];
      if (answer === undefined) return '';
      return typeof answer === 'number' ? answer : answerWords(question, answer)[locale];
    },
  };
}

const columnsOf = ({ questions = [] }: EditionDefinition): Column[] => [...COLUMNS, ...questions.map(columnOf)];

/** The columns of an edition: the same for each, then its own questions. */
export const exportColumns = (definition: EditionDefinition, locale: Locale): ListColumn[] =>
  columnsOf(definition).map(({ value: _value, header, ...column }) => ({ ...column, header: header[locale] }));

export const exportCells = (one: ExportedProject, names: Names): ListCell[] =>
  columnsOf(names.definition).map(({ value }) => value(one, names));
