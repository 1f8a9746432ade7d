import type { Actor, LocalText } from '@haishi/contracts';
import { type ColumnOf, type ListFile, type ListFormat, partOf } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { ListFiles } from '../listing/list.files.js';
import type { AdvancementEntryView, EntryStatus } from './advancement.dto.js';
import { AdvancementEntries } from './advancement.entries.js';
import type { StageAdvancement } from './advancement.entity.js';

const OUTCOMES: Readonly<Record<EntryStatus, (waiting: number | null) => LocalText>> = {
  advances: () => ({ zh: '晋级', en: 'Advances' }),
  wildcard: () => ({ zh: '外卡晋级', en: 'Wildcard' }),
  waiting: (number) => ({ zh: `候补第 ${number} 位`, en: `Waiting list, number ${number}` }),
  out: () => ({ zh: '未晋级', en: 'Does not advance' }),
  left: () => ({ zh: '已退出', en: 'Left' }),
  struck: () => ({ zh: '已取消资格', en: 'Struck off' }),
};

const columnsFor = (decimals: number): readonly ColumnOf<AdvancementEntryView>[] => [
  { header: { zh: '名次', en: 'Place' }, width: 6, kind: 'number', value: ({ place }) => place },
  { header: { zh: '项目编号', en: 'Number' }, width: 16, kind: 'code', value: ({ number }) => number },
  { header: { zh: '项目名称', en: 'Title' }, width: 36, value: ({ title }) => title },
  { header: { zh: '单位', en: 'Organisation' }, width: 26, value: ({ team }) => team },
  {
    header: { zh: '统一社会信用代码', en: 'Credit code' },
    width: 19,
    kind: 'code',
    value: ({ creditCode }) => creditCode,
  },
  { header: { zh: '负责人', en: 'Leader' }, width: 12, value: ({ lead }) => lead },
  { header: { zh: '领域', en: 'Division' }, width: 18, value: ({ division }, locale) => division && division[locale] },
  { header: { zh: '方向', en: 'Field' }, width: 18, value: ({ field }, locale) => field && field[locale] },
  { header: { zh: '赛区', en: 'Region' }, width: 10, value: ({ region }, locale) => region && region[locale] },
  { header: { zh: '组别', en: 'Group' }, width: 10, value: ({ group }, locale) => group && group[locale] },
  {
    header: { zh: '得分', en: 'Score' },
    width: 8,
    kind: 'number',
    decimals,
    value: ({ score }) => (score === null ? null : Number(score)),
  },
  {
    header: { zh: '结果', en: 'Outcome' },
    width: 14,
    value: ({ status, waiting }, locale) => status && OUTCOMES[status](waiting)[locale],
  },
  {
    header: { zh: '说明', en: 'Reason' },
    width: 40,
    value: ({ explanation }, locale) => explanation && explanation[locale],
  },
];

/** Who advances from a stage, as a list that a department files. It names persons and scores, so each export is recorded. */
@Injectable()
export class AdvancementList {
  constructor(
    private readonly entries: AdvancementEntries,
    private readonly files: ListFiles,
  ) {}

  /**
   * Of the latest decision, in the actor's language: what {@link AdvancementEntries} tells them, and no more. Fails as
   * {@link AdvancementEntries.whole} does.
   */
  async file(actor: Actor, name: string, stageCode: string, format: ListFormat): Promise<ListFile> {
    const { locale } = actor;
    const { place, decision, othersDecide, entries } = await this.entries.whole(actor, name, stageCode);
    const { edition, stage } = place;
    const { number } = decision;
    return this.files.make(actor, format, {
      edition,
      name: `${edition.code}-${stageCode}-advancement`,
      title: locale === 'zh' ? `${stage.nameZh}晋级名单` : `Who advances from ${stage.nameEn}`,
      notes: [noteOf(decision)[locale], ...(othersDecide ? [KEPT[locale]] : [])],
      parts: [partOf({ zh: '晋级名单', en: 'Who advances' }, columnsFor(decimalsOf(entries)), entries, locale)],
      event: { type: 'advancement.exported', payload: { stage: stageCode, number, entries: entries.length } },
    });
  }
}

const noteOf = ({ number, publishedAt }: StageAdvancement): LocalText =>
  publishedAt === null
    ? { zh: `第 ${number} 次决定，尚未公布。`, en: `Decision ${number}, not published yet.` }
    : { zh: `第 ${number} 次决定，已公布。`, en: `Decision ${number}, published.` };

const KEPT: LocalText = {
  zh: '制表人与该阶段的项目有利害关系：名次、成绩、候补和理由未列出，有利害关系的项目只列编号和已公示的内容。',
  en: 'Who made this list has a tie to this stage: places, scores, the waiting list and reasons are left out, and of projects with a tie stand the number and what is on public notice alone.',
};

/** As many as the scores are written with. */
const decimalsOf = (entries: readonly AdvancementEntryView[]): number =>
  Math.max(0, ...entries.map((one) => one.score?.split('.')[1]?.length ?? 0));
