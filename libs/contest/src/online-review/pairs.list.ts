import type { Actor, LocalText } from '@haishi/contracts';
import { type ColumnOf, type ListFile, type ListFormat, partOf } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { judgeKindName } from '../edition/edition.defaults.js';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { ListFiles } from '../listing/list.files.js';
import { WITHHELD } from '../listing/withheld.js';
import { EntriesReader } from './entries.reader.js';
import { RoundAccess } from './round.access.js';
import type { PairState, RoundEntryView } from './round.dto.js';

type Pair = RoundEntryView['judges'][number];
interface Line {
  entry: RoundEntryView;
  /** Undefined where nobody judges the entry, or it is closed to who asks. */
  pair: Pair | undefined;
}

const TITLE: LocalText = { zh: '评审分工', en: 'Who judges what' };
const STATES: Readonly<Record<PairState, LocalText>> = {
  given: { zh: '已分配', en: 'Given' },
  declared: { zh: '已声明', en: 'Declared' },
  scored: { zh: '已评分', en: 'Scored' },
  gone: { zh: '已不能评审', en: 'Cannot judge any more' },
  recused: { zh: '回避', en: 'Recused' },
  lifted: { zh: '回避已解除，未发还', en: 'Recusal dismissed, not given back' },
};
const WITHDRAWN: LocalText = { zh: '项目已退出', en: 'Entry withdrawn' };

const columnsOf = ({ definition }: Edition): ColumnOf<Line>[] => [
  { header: { zh: '项目编号', en: 'Number' }, width: 18, kind: 'code', value: ({ entry }) => entry.number },
  {
    header: { zh: '项目名称', en: 'Title' },
    width: 40,
    value: ({ entry }, locale) => (entry.closed ? WITHHELD[locale] : entry.title),
  },
  { header: { zh: '单位', en: 'Organisation' }, width: 30, value: ({ entry }) => entry.team },
  { header: { zh: '领域', en: 'Division' }, width: 16, value: ({ entry }, locale) => entry.division[locale] },
  { header: { zh: '赛区', en: 'Region' }, width: 12, value: ({ entry }, locale) => entry.region[locale] },
  { header: { zh: '评委', en: 'Judge' }, width: 12, value: ({ pair }) => pair?.name },
  {
    header: { zh: '评委类别', en: 'Kind of judge' },
    width: 14,
    value: ({ pair }, locale) => (pair ? judgeKindName(definition, pair.kind)[locale] : ''),
  },
  {
    header: { zh: '状态', en: 'State' },
    width: 16,
    value: ({ entry, pair }, locale) => (entry.withdrawn ? WITHDRAWN : pair && STATES[pair.state])?.[locale],
  },
  { header: { zh: '回避原因', en: 'Recused because' }, width: 24, value: ({ pair }) => pair?.reason },
];

/** Who judges what in an online review 评审分工, as a list to file. It names judges, so each export is recorded. */
@Injectable()
export class PairsList {
  constructor(
    private readonly reader: EntriesReader,
    private readonly access: RoundAccess,
    private readonly editions: EditionQueries,
    private readonly files: ListFiles,
  ) {}

  /** For who organises the whole edition, in their language; of an entry that is closed to them it names no judge. */
  async file(actor: Actor, roundId: string, format: ListFormat): Promise<ListFile> {
    const { editionId, stageCode } = await this.access.managed(actor, roundId);
    const edition = await this.editions.get(editionId);
    const { locale } = actor;
    return this.files.make(actor, format, {
      edition,
      name: `${edition.code}-${stageCode}-judges`,
      title: TITLE[locale],
      parts: [partOf(TITLE, columnsOf(edition), this.lines(actor, roundId), locale)],
      event: {
        type: 'review_round.pairs_exported',
        subjectType: 'review_round',
        subjectId: roundId,
        payload: { stage: stageCode },
      },
    });
  }

  private async *lines(actor: Actor, roundId: string): AsyncGenerator<Line> {
    for await (const entry of this.reader.all(actor, roundId)) {
      if (entry.judges.length === 0) yield { entry, pair: undefined };
      for (const pair of entry.judges) yield { entry, pair };
    }
  }
}
