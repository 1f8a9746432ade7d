import { type Actor, EVENT_LABELS, failure, type Locale } from '@haishi/contracts';
import { type Cell, EventLog, type StoredEvent, toPage, writeCsv, writeCursor, writeWorkbook } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { AuditExportQuery, AuditFilter, AuditPage, AuditRow } from './audit.dto.js';
import { AuditLedgers } from './audit-ledgers.js';
import { AuditQueries } from './audit.queries.js';
import { AuditVeils } from './audit-veils.js';

const PAGE = 50;
const BATCH = 500;
/** Rows of one export. */
export const MAX_EXPORTED = 100_000;

const HEADERS: Record<Locale, readonly string[]> = {
  zh: [
    '时间（北京）',
    '事项',
    '事项代码',
    '操作人',
    '操作人类别',
    '操作人编号',
    '对象类别',
    '对象编号',
    '范围',
    '内容',
    '个人信息',
    '来源地址',
    '请求编号',
  ],
  en: [
    'Time (Beijing)',
    'What',
    'Event type',
    'Who',
    'Kind of actor',
    'Actor id',
    'Subject',
    'Subject id',
    'Scopes',
    'Content',
    'Personal values',
    'From address',
    'Request id',
  ],
};
const BEIJING = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

const position = ({ at, id }: Pick<AuditRow, 'at' | 'id'>) => [at.getTime(), id];

/** Newest first, as both engines order times and ids. */
function newestFirst(one: AuditRow, other: AuditRow): number {
  if (one.at.getTime() !== other.at.getTime()) return other.at.getTime() - one.at.getTime();
  return one.id < other.id ? 1 : -1;
}

/** The audit page: the events, and the ledgers whose rows are their own events. Looking at it is itself recorded. */
@Injectable()
export class AuditService {
  constructor(
    private readonly queries: AuditQueries,
    private readonly ledgers: AuditLedgers,
    private readonly veils: AuditVeils,
    private readonly log: EventLog,
  ) {}

  /** One page, newest first; the first page of a search is recorded as a look. */
  async page(actor: Actor, filter: AuditFilter): Promise<AuditPage> {
    if (!filter.cursor) await this.recordLook(actor, 'audit.viewed', filter);
    const limit = filter.limit ?? PAGE;
    return toPage(await this.find(filter, limit + 1), limit, position, (row) => row);
  }

  /** Everything that `filter` lets through as a file. Fails with `identity.audit_too_many` above {@link MAX_EXPORTED} rows. */
  async export(actor: Actor, filter: AuditExportQuery): Promise<Buffer> {
    await this.recordLook(actor, 'audit.exported', filter);
    const rows: Cell[][] = [];
    for await (const row of this.all(filter)) {
      if (rows.length >= MAX_EXPORTED) throw failure('identity.audit_too_many', { params: { max: MAX_EXPORTED } });
      rows.push(this.cells(row, actor.locale));
    }
    const headers = HEADERS[actor.locale];
    if (filter.format === 'csv') return Buffer.from(writeCsv([headers, ...rows]));
    const name = actor.locale === 'zh' ? '审计日志' : 'Audit log';
    return writeWorkbook([{ name, columns: headers.map((header) => ({ header, width: 20 })), rows }]);
  }

  private async *all(filter: AuditFilter): AsyncGenerator<AuditRow> {
    let cursor: string | undefined;
    for (;;) {
      const batch = await this.find({ ...filter, ...(cursor ? { cursor } : {}) }, BATCH);
      yield* batch;
      const last = batch.at(-1);
      if (batch.length < BATCH || !last) return;
      cursor = writeCursor(position(last));
    }
  }

  private async find(filter: AuditFilter, take: number): Promise<AuditRow[]> {
    const [events, entries] = await Promise.all([
      this.queries.find(filter, take).then((found) => this.rows(found)),
      this.ledgers.find(filter, take),
    ]);
    return [...events, ...entries].sort(newestFirst).slice(0, take);
  }

  private async rows(events: readonly StoredEvent[]): Promise<AuditRow[]> {
    const revealed = await this.log.reveal(events);
    return Promise.all(
      revealed.map(async (event) => ({
        id: event.id,
        at: event.at,
        type: event.type,
        label: EVENT_LABELS[event.type] ?? { zh: event.type, en: event.type },
        actorKind: event.actorKind,
        actorId: event.actorId,
        actorName: event.actorName,
        subjectType: event.subjectType,
        subjectId: event.subjectId,
        scopes: event.scopes as Record<string, string>,
        payload: await this.veils.payloadOf(event),
        personal: event.personal,
        ip: event.ip,
        requestId: event.requestId,
      })),
    );
  }

  private cells(row: AuditRow, locale: Locale): Cell[] {
    const json = (value: object | null) =>
      value === null || Object.keys(value).length === 0 ? '' : JSON.stringify(value);
    return [
      BEIJING.format(row.at),
      row.label[locale],
      row.type,
      row.actorName,
      row.actorKind,
      row.actorId,
      row.subjectType,
      row.subjectId,
      json(row.scopes),
      json(row.payload),
      json(row.personal),
      row.ip,
      row.requestId,
    ];
  }

  /** Words searched for may be a person's name, so only whether there were any is kept. */
  private recordLook(actor: Actor, type: string, filter: AuditFilter): Promise<void> {
    const { actorId, subjectType, subjectId, from, to, text } = filter;
    const kept = {
      actorId,
      type: filter.type,
      subjectType,
      subjectId,
      from,
      to,
      text: text === undefined ? undefined : true,
    };
    const payload = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
    return this.log.record(actor, { type, subjectType: 'audit', subjectId: '', payload });
  }
}
