import type { Actor, LocalText } from '@haishi/contracts';
import { type ColumnOf, type ListFile, partOf } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { ListFiles } from '../listing/list.files.js';
import { LEFT_OUT, NARROWED } from '../listing/withheld.js';
import { CollectedAccess } from './collected.access.js';
import type { CollectedExportQuery, CollectedQuery, CollectedView } from './collected.dto.js';
import type { CollectedState } from './collected.entity.js';
import { CollectedReader } from './collected.reader.js';
import { CHANNEL_WORDS } from './collected-row.rules.js';

const TITLE: LocalText = { zh: '征集项目', en: 'Collected projects' };
const STATES: Readonly<Record<CollectedState, LocalText>> = {
  open: { zh: '待认领', en: 'To be claimed' },
  claimed: { zh: '已认领', en: 'Claimed' },
  declined: { zh: '已谢绝', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Taken back' },
};

const COLUMNS: readonly ColumnOf<CollectedView>[] = [
  { header: { zh: '项目名称', en: 'Title' }, width: 40, value: ({ title }) => title },
  { header: { zh: '领域', en: 'Division' }, width: 16, value: ({ division }, locale) => division[locale] },
  { header: { zh: '赛区', en: 'Region' }, width: 12, value: ({ region }, locale) => region[locale] },
  { header: { zh: '单位', en: 'Organisation' }, width: 30, value: ({ organisationName }) => organisationName },
  { header: { zh: '负责人', en: 'Lead' }, width: 12, value: ({ leaderName }) => leaderName },
  { header: { zh: '负责人邮箱', en: 'Mail' }, width: 26, screenOnly: true, value: ({ leaderMail }) => leaderMail },
  {
    header: { zh: '推荐渠道', en: 'Channel' },
    width: 12,
    value: ({ channel }, locale) => CHANNEL_WORDS[channel][locale],
  },
  { header: { zh: '推荐单位', en: 'Referred by' }, width: 22, value: ({ referrer }, locale) => referrer[locale] },
  { header: { zh: '状态', en: 'State' }, width: 10, value: ({ state }, locale) => STATES[state][locale] },
  {
    header: { zh: '导入时间', en: 'Imported' },
    width: 19,
    kind: 'instant',
    value: ({ importedAt }) => new Date(importedAt),
  },
  {
    header: { zh: '再次征集时间', en: 'Offered again' },
    width: 19,
    kind: 'instant',
    screenOnly: true,
    value: ({ reopenedAt }) => reopenedAt && new Date(reopenedAt),
  },
  {
    header: { zh: '处理时间', en: 'Decided' },
    width: 19,
    kind: 'instant',
    value: ({ decidedAt }) => decidedAt && new Date(decidedAt),
  },
  { header: { zh: '理由', en: 'Because' }, width: 24, screenOnly: true, value: ({ reason }) => reason },
];

/** Collected projects as a list to file. It names persons, so each export is recorded. */
@Injectable()
export class CollectedExport {
  constructor(
    private readonly access: CollectedAccess,
    private readonly reader: CollectedReader,
    private readonly files: ListFiles,
  ) {}

  /** What {@link CollectedReader.page} tells the actor by its filters, in their language. */
  async file(actor: Actor, editionName: string, { format, q, state }: CollectedExportQuery): Promise<ListFile> {
    const { edition } = await this.access.edition(actor, editionName);
    const { locale } = actor;
    return this.files.make(actor, format, {
      edition,
      name: `${edition.code}-collected`,
      title: TITLE[locale],
      notes: [LEFT_OUT[locale], ...(q || state ? [NARROWED[locale]] : [])],
      parts: [partOf(TITLE, COLUMNS, this.rows(actor, editionName, { q, state }), locale)],
      // What was typed may be a person's name, so only whether it was asked for is kept.
      event: { type: 'collected.exported', payload: { ...(state ? { state } : {}), ...(q ? { q: true } : {}) } },
    });
  }

  private async *rows(actor: Actor, editionName: string, filters: CollectedQuery): AsyncGenerator<CollectedView> {
    for (let cursor: string | undefined; ;) {
      const page = await this.reader.page(actor, editionName, {
        ...filters,
        limit: 200,
        ...(cursor ? { cursor } : {}),
      });
      yield* page.items;
      if (!page.next) return;
      cursor = page.next;
    }
  }
}
