import type { Actor, LocalText } from '@haishi/contracts';
import { type ColumnOf, type ListFile, type ListFormat, partOf } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { ListFiles } from '../listing/list.files.js';
import { WITHHELD } from '../listing/withheld.js';
import type { StaffObjectionView } from './public-notice.dto.js';
import { PublicNoticeReader } from './public-notice.reader.js';
import type { ObjectionState } from './public-notice.rules.js';

const TITLE: LocalText = { zh: '公示异议', en: 'Objections to a public notice' };
const ALL: LocalText = { zh: '整份名单', en: 'The whole list' };
const STATES: Readonly<Record<ObjectionState, LocalText>> = {
  filed: { zh: '待答复', en: 'Waits for an answer' },
  upheld: { zh: '成立', en: 'Upheld' },
  dismissed: { zh: '不成立', en: 'Dismissed' },
};
const STRUCK: LocalText = { zh: '成立，移出名单', en: 'Upheld, struck off' };

const COLUMNS: readonly ColumnOf<StaffObjectionView>[] = [
  { header: { zh: '序号', en: 'No.' }, width: 6, kind: 'number', value: ({ number }) => number },
  { header: { zh: '项目编号', en: 'Number' }, width: 18, kind: 'code', value: ({ projectNumber }) => projectNumber },
  { header: { zh: '项目名称', en: 'Title' }, width: 30, value: ({ title }, locale) => title ?? ALL[locale] },
  { header: { zh: '提出时间', en: 'Filed' }, width: 19, kind: 'instant', value: ({ at }) => new Date(at) },
  { header: { zh: '提出人', en: 'Filed by' }, width: 12, value: ({ by }) => by },
  { header: { zh: '联系方式', en: 'Contact' }, width: 22, screenOnly: true, value: ({ contact }) => contact },
  {
    header: { zh: '事实和依据', en: 'Facts and grounds' },
    width: 50,
    value: ({ withheld, statement }, locale) => (withheld ? WITHHELD[locale] : statement),
  },
  {
    header: { zh: '证据文件', en: 'Evidence' },
    width: 24,
    screenOnly: true,
    value: ({ evidence }, locale) => evidence.map(({ name }) => name).join(locale === 'zh' ? '、' : ', '),
  },
  {
    header: { zh: '结论', en: 'Outcome' },
    width: 12,
    value: ({ struck, state }, locale) => (struck ? STRUCK : STATES[state])[locale],
  },
  { header: { zh: '答复', en: 'Answer' }, width: 40, value: ({ answer }) => answer },
  { header: { zh: '答复人', en: 'Answered by' }, width: 12, value: ({ answeredBy }) => answeredBy },
  {
    header: { zh: '答复时间', en: 'Answered' },
    width: 19,
    kind: 'instant',
    value: ({ answeredAt }) => answeredAt && new Date(answeredAt),
  },
];

/** What was objected to a notice, as a list to file. It names persons, so each export is recorded. */
@Injectable()
export class ObjectionList {
  constructor(
    private readonly reader: PublicNoticeReader,
    private readonly editions: EditionQueries,
    private readonly files: ListFiles,
  ) {}

  /** For who organises the whole edition, in their language; it tells no more than their desk. Fails with `common.not_found`. */
  async file(actor: Actor, id: string, format: ListFormat): Promise<ListFile> {
    const { editionId, number, objections } = await this.reader.desk(actor, id);
    const edition = await this.editions.get(editionId);
    const { locale } = actor;
    return this.files.make(actor, format, {
      edition,
      name: `${edition.code}-objections-${number}`,
      title: TITLE[locale],
      notes: [locale === 'zh' ? `对第 ${number} 号公示提出的异议。` : `Objections to notice ${number}.`],
      parts: [partOf(TITLE, COLUMNS, objections, locale)],
      event: { type: 'public_notice.objections_exported', payload: { noticeId: id, objections: objections.length } },
    });
  }
}
