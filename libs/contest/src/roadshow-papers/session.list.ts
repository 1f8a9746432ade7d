import { type Actor } from '@haishi/contracts';
import { type ColumnOf, type ListFile, type ListFormat, partOf } from '@haishi/platform';
import type { EntryResult } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { ListFiles } from '../listing/list.files.js';
import { SessionAccess } from '../roadshow/session.access.js';
import type { RoadshowEntry } from '../roadshow/session.entity.js';
import { LEADERS, LEADING, SessionTies } from '../roadshow/session.ties.js';
import { hasEnded, isLocked, type PaperFacts, PaperSources } from './paper.facts.js';
import { notInSessionState } from '../roadshow/session.words.js';

interface Row {
  entry: RoadshowEntry;
  /** Null while it is not locked. */
  result: EntryResult | null;
  place: number | null;
}

const columnsFor = (decimals: number): readonly ColumnOf<Row>[] => {
  const scaled = (value: number | null | undefined) => (typeof value === 'number' ? value / 10 ** decimals : null);
  return [
    { header: { zh: '名次', en: 'Place' }, width: 6, kind: 'number', value: ({ place }) => place },
    { header: { zh: '出场', en: 'Order' }, width: 6, kind: 'number', value: ({ entry }) => entry.position },
    { header: { zh: '项目编号', en: 'Number' }, width: 16, kind: 'code', value: ({ entry }) => entry.number },
    { header: { zh: '项目名称', en: 'Title' }, width: 36, value: ({ entry }) => entry.title },
    { header: { zh: '单位', en: 'Organisation' }, width: 28, value: ({ entry }) => entry.team },
    { header: { zh: '领域', en: 'Division' }, width: 16, value: ({ entry }, locale) => entry.divisionName[locale] },
    { header: { zh: '组别', en: 'Group' }, width: 10, value: ({ entry }, locale) => entry.groupName[locale] },
    {
      header: { zh: '得分', en: 'Score' },
      width: 8,
      kind: 'number',
      decimals,
      value: ({ result }) => scaled(result?.score),
    },
    {
      header: { zh: '去分前', en: 'Before striking' },
      width: 8,
      kind: 'number',
      decimals,
      value: ({ result }) => scaled(result?.untrimmed),
    },
    { header: { zh: '有效评分', en: 'Valid sheets' }, width: 8, kind: 'number', value: ({ result }) => result?.valid },
    {
      header: { zh: '说明', en: 'Remarks' },
      width: 16,
      value: ({ entry, result }, locale) => {
        if (entry.state === 'withdrawn') return locale === 'zh' ? '退赛' : 'Withdrawn';
        if (!result) return locale === 'zh' ? '未评分' : 'Not scored';
        if (result.score === null) return locale === 'zh' ? '有效评分不足' : 'Too few valid sheets';
        return '';
      },
    },
  ];
};

/** The results of a session as a list that a department files. It holds sealed values, so each export is recorded. */
@Injectable()
export class SessionList {
  constructor(
    private readonly access: SessionAccess,
    private readonly ties: SessionTies,
    private readonly sources: PaperSources,
    private readonly editions: EditionQueries,
    private readonly files: ListFiles,
  ) {}

  /**
   * For who leads the session, and once it has ended for its supervisor; in the reader's language. Fails with
   * `common.not_found`, and `roadshow.action_not_allowed` for a supervisor before the end.
   */
  async file(actor: Actor, sessionId: string, format: ListFormat): Promise<ListFile> {
    const { locale } = actor;
    const { session, tied } = await this.access.enter(actor, sessionId, LEADING);
    if (!hasEnded(session) && !(await this.ties.leads(actor, session, LEADERS))) throw notInSessionState(session.state);
    const facts = await this.sources.of(session);
    const edition = await this.editions.get(session.editionId);
    const ended = hasEnded(session);
    return this.files.make(actor, format, {
      edition,
      name: `${edition.code}-${session.stageCode}-session-results`,
      title: locale === 'zh' ? `路演成绩：${session.name}` : `Results of ${session.name}`,
      notes: ended ? [] : [locale === 'zh' ? '场次未结束，成绩可能变动。' : 'The session goes on: results may change.'],
      timeZone: session.timeZone,
      parts: [partOf({ zh: '成绩', en: 'Results' }, columnsFor(facts.aggregation.decimals), rowsOf(facts), locale)],
      event: {
        type: 'roadshow.paper_made',
        subjectType: 'session',
        subjectId: session.id,
        payload: { paper: 'results', ...(tied.length > 0 ? { tied } : {}) },
      },
    });
  }
}

/** Best first. */
function rowsOf({ session, entries, results }: PaperFacts): Row[] {
  const ended = hasEnded(session);
  const rows = entries.map((entry): Row => {
    const result = (isLocked(entry) && results.find(({ entryId }) => entryId === entry.id)) || null;
    return { entry, result, place: result && (ended ? result.place : entry.place) };
  });
  return rows.sort(
    (one, other) => (one.place ?? Infinity) - (other.place ?? Infinity) || one.entry.position - other.entry.position,
  );
}
