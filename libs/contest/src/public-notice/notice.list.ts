import type { Actor, Locale, LocalText } from '@haishi/contracts';
import { type ColumnOf, type ListFile, type ListFormat, partOf } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { ListFiles } from '../listing/list.files.js';
import { assertOrganises } from '../involvement/organising.js';
import type { NoticeItemView } from './public-notice.dto.js';
import type { PublicNotice } from './public-notice.entity.js';
import { PublicNoticeReader } from './public-notice.reader.js';
import type { DayKind, NoticeKind, NoticeState } from './public-notice.rules.js';

const KINDS: Readonly<Record<NoticeKind, LocalText>> = {
  advancement: { zh: '晋级公示名单', en: 'Public notice of who advances' },
  awards: { zh: '获奖公示名单', en: 'Public notice of awards' },
};
const STATES: Readonly<Record<NoticeState, LocalText>> = {
  open: { zh: '公示中', en: 'on notice' },
  concluded: { zh: '公示期满，已办结', en: 'concluded' },
  revoked: { zh: '已撤销', en: 'revoked' },
};
/** So many days, in words. */
const DAYS: Readonly<Record<DayKind, Record<Locale, (n: number) => string>>> = {
  working: { zh: (n) => `${n} 个工作日`, en: (n) => `${n} working days` },
  calendar: { zh: (n) => `${n} 天`, en: (n) => `${n} days of the calendar` },
};
const STRUCK: LocalText = { zh: '经异议核实，已取消', en: 'Struck off after an objection' };
const REVOKED = ({ result: { zh, en } }: NoticeItemView): LocalText => ({
  zh: `${zh}（证书已撤销）`,
  en: `${en} (certificate revoked)`,
});
const LEFT: LocalText = { zh: '已退出', en: 'Left' };

const COLUMNS: readonly ColumnOf<NoticeItemView>[] = [
  { header: { zh: '项目编号', en: 'Number' }, width: 16, kind: 'code', value: ({ number }) => number },
  { header: { zh: '项目名称', en: 'Title' }, width: 40, value: ({ title }) => title },
  { header: { zh: '单位', en: 'Organisation' }, width: 30, value: ({ organisation }) => organisation },
  { header: { zh: '负责人', en: 'Leader' }, width: 12, value: ({ leader }) => leader },
  { header: { zh: '领域', en: 'Division' }, width: 18, value: ({ division }, locale) => division[locale] },
  { header: { zh: '赛区', en: 'Region' }, width: 12, value: ({ region }, locale) => region[locale] },
  {
    header: { zh: '结果', en: 'Result' },
    width: 20,
    value: (item, locale) =>
      (item.struck ? STRUCK : item.revoked ? REVOKED(item) : item.left ? LEFT : item.result)[locale],
  },
];

/** A public notice as a list to file, as it was published: with masked names and its days. Each export is recorded. */
@Injectable()
export class NoticeListExport {
  constructor(
    private readonly reader: PublicNoticeReader,
    private readonly editions: EditionQueries,
    private readonly files: ListFiles,
  ) {}

  /** For who organises the whole edition, in their language. Fails with `common.not_found`. */
  async file(actor: Actor, id: string, format: ListFormat): Promise<ListFile> {
    const { locale } = actor;
    const { notice, items } = await this.reader.whole(id);
    const edition = await this.editions.get(notice.editionId);
    assertOrganises(actor, edition.id);
    const { kind, number, editionName, stageName: stage, timeZone } = notice;
    const title = KINDS[kind][locale];
    return this.files.make(actor, format, {
      edition: { ...edition, nameZh: editionName.zh, nameEn: editionName.en, timeZone },
      name: `${edition.code}-notice-${number}`,
      title: locale === 'zh' ? `${stage.zh}${title}` : `${title}: ${stage.en}`,
      notes: notesOf(notice).map((one) => one[locale]),
      parts: [partOf(KINDS[kind], COLUMNS, items, locale)],
      event: { type: 'public_notice.exported', payload: { noticeId: id, number, entries: items.length } },
    });
  }
}

function notesOf({ number, days, dayKind, startsOn, endsOn, state, digest, endReason }: PublicNotice): LocalText[] {
  return [
    {
      zh: `第 ${number} 号公示，公示期 ${DAYS[dayKind].zh(days)}：${startsOn} 发布，至 ${endsOn} 止；${STATES[state].zh}。`,
      en: `Notice ${number}, ${DAYS[dayKind].en(days)}: published on ${startsOn}, until ${endsOn}; ${STATES[state].en}.`,
    },
    ...(endReason === null ? [] : [{ zh: `撤销原因：${endReason}`, en: `Revoked because: ${endReason}` }]),
    {
      zh: `姓名按公示时的遮蔽方式列出。名单校验值（SHA-256）：${digest}`,
      en: `Names are masked as they were published. Digest of the list (SHA-256): ${digest}`,
    },
  ];
}
