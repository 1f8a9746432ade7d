import type { Actor, LocalText } from '@haishi/contracts';
import { type ColumnOf, type ListFile, type ListFormat, partOf } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { ListFiles } from '../listing/list.files.js';
import { LEFT_OUT } from '../listing/withheld.js';
import type { AppealRow } from './appeal.dto.js';
import { AppealReader } from './appeal.reader.js';
import type { AppealState } from './appeal.rules.js';

const TITLE: LocalText = { zh: '资格审查申诉', en: 'Appeals against rejections' };
const STATES: Readonly<Record<AppealState, LocalText>> = {
  open: { zh: '待复核', en: 'Waits for a decision' },
  upheld: { zh: '成立', en: 'Upheld' },
  dismissed: { zh: '不成立', en: 'Dismissed' },
};

const COLUMNS: readonly ColumnOf<AppealRow>[] = [
  { header: { zh: '项目编号', en: 'Number' }, width: 18, kind: 'code', value: ({ number }) => number },
  { header: { zh: '项目名称', en: 'Title' }, width: 36, value: ({ title }) => title },
  { header: { zh: '申诉时间', en: 'Made' }, width: 19, kind: 'instant', value: ({ at }) => at },
  { header: { zh: '申诉内容', en: 'What is brought forward' }, width: 50, value: ({ text }) => text },
  { header: { zh: '审查人', en: 'Rejected by' }, width: 12, value: ({ rejectedBy }) => rejectedBy },
  { header: { zh: '结论', en: 'Outcome' }, width: 10, value: ({ state }, locale) => STATES[state][locale] },
  { header: { zh: '答复', en: 'Answer' }, width: 40, value: ({ answer }) => answer },
  { header: { zh: '复核人', en: 'Decided by' }, width: 12, value: ({ decidedBy }) => decidedBy },
  { header: { zh: '复核时间', en: 'Decided' }, width: 19, kind: 'instant', value: ({ decidedAt }) => decidedAt },
];

/** The appeals of an edition as a list to file. It names persons, so each export is recorded. */
@Injectable()
export class AppealList {
  constructor(
    private readonly reader: AppealReader,
    private readonly editions: EditionQueries,
    private readonly files: ListFiles,
  ) {}

  /** Of projects that the actor has no tie to, in their language. Fails as {@link AppealReader.list} does. */
  async file(actor: Actor, editionName: string, format: ListFormat): Promise<ListFile> {
    const appeals = await this.reader.list(actor, editionName);
    const edition = await this.editions.getByName(editionName);
    const { locale } = actor;
    return this.files.make(actor, format, {
      edition,
      name: `${edition.code}-appeals`,
      title: TITLE[locale],
      notes: [LEFT_OUT[locale]],
      parts: [partOf(TITLE, COLUMNS, appeals, locale)],
      event: { type: 'appeal.exported', payload: { appeals: appeals.length } },
    });
  }
}
