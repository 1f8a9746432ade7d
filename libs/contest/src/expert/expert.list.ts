import type { Actor, LocalText } from '@haishi/contracts';
import { type ColumnOf, type ListFile, type ListFormat, partOf } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { judgeKindName } from '../edition/edition.defaults.js';
import type { Edition } from '../edition/edition.entity.js';
import { nameOf } from '../edition/named.js';
import { ListFiles } from '../listing/list.files.js';
import type { ExpertView } from './expert.dto.js';
import { ExpertReader } from './expert.reader.js';

const TITLE: LocalText = { zh: '专家库', en: 'Pool of experts' };
const LANGUAGES: Readonly<Record<string, LocalText>> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
};
const STANDINGS: Readonly<Record<ExpertView['standing'], LocalText>> = {
  unknown: { zh: '未注册', en: 'No account' },
  not_judge: { zh: '未任评委', en: 'Not a judge yet' },
  invited: { zh: '已任评委', en: 'Judge' },
  accepted: { zh: '已接受须知', en: 'Accepted the terms' },
};

function columnsOf({ definition }: Edition): ColumnOf<ExpertView>[] {
  const fields = definition.divisions.flatMap((division) => [division, ...division.fields]);
  return [
    { header: { zh: '姓名', en: 'Name' }, width: 12, value: ({ name }) => name },
    { header: { zh: '邮箱', en: 'Mail' }, width: 26, value: ({ mail }) => mail },
    {
      header: { zh: '类别', en: 'Kind' },
      width: 14,
      value: ({ kind }, locale) => judgeKindName(definition, kind)[locale],
    },
    { header: { zh: '单位', en: 'Organisation' }, width: 30, value: ({ organisationName }) => organisationName },
    {
      header: { zh: '信用代码', en: 'Credit code' },
      width: 20,
      kind: 'code',
      screenOnly: true,
      value: ({ creditCode }) => creditCode,
    },
    {
      header: { zh: '单位别名', en: 'Other names' },
      width: 24,
      screenOnly: true,
      value: ({ aliases }, locale) => aliases.join(locale === 'zh' ? '、' : ', '),
    },
    {
      header: { zh: '声明的利害关系', en: 'Declared ties' },
      width: 24,
      screenOnly: true,
      value: ({ ties }, locale) => ties.join(locale === 'zh' ? '、' : ', '),
    },
    {
      header: { zh: '专业方向', en: 'Fields' },
      width: 30,
      value: (one, locale) =>
        one.fields.map((code) => nameOf(fields, code)[locale]).join(locale === 'zh' ? '、' : ', '),
    },
    {
      header: { zh: '赛区', en: 'Region' },
      width: 12,
      value: ({ region }, locale) => (region ? nameOf(definition.regions, region)[locale] : ''),
    },
    {
      header: { zh: '语言', en: 'Languages' },
      width: 12,
      value: ({ languages }, locale) =>
        languages.map((code) => LANGUAGES[code]?.[locale] ?? code).join(locale === 'zh' ? '、' : ', '),
    },
    { header: { zh: '最多评审数', en: 'Capacity' }, width: 8, kind: 'number', value: ({ capacity }) => capacity },
    { header: { zh: '状态', en: 'Standing' }, width: 12, value: ({ standing }, locale) => STANDINGS[standing][locale] },
  ];
}

/** The pool of experts as a list to file. It names persons, so each export is recorded. */
@Injectable()
export class ExpertList {
  constructor(
    private readonly reader: ExpertReader,
    private readonly files: ListFiles,
  ) {}

  /** For who organises the whole edition, in their language. */
  async file(actor: Actor, editionName: string, format: ListFormat): Promise<ListFile> {
    const edition = await this.reader.edition(actor, editionName);
    const experts = await this.reader.list(actor, editionName);
    const { locale } = actor;
    return this.files.make(actor, format, {
      edition,
      name: `${edition.code}-experts`,
      title: TITLE[locale],
      parts: [partOf(TITLE, columnsOf(edition), experts, locale)],
      event: { type: 'experts.exported', payload: { experts: experts.length } },
    });
  }
}
