import { type Actor, failure, type Locale } from '@haishi/contracts';
import { type Cell, EventLog, toPage, writeCsv, writeWorkbook } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { AuditExportQuery, AuditFilter, AuditPage, AuditRow } from './audit.dto.js';
import { AUDIT_HEADERS, auditCells } from './audit.sheet.js';
import { AuditTrail } from './audit-trail.js';

const PAGE = 50;
/** Rows read at once: what makes entities of them holds up whoever acts meanwhile. */
const BATCH = 50;
/** Rows of one export. */
const MAX_EXPORTED = 100_000;

const position = ({ at, id }: AuditRow) => [at.getTime(), id];

/** The audit page. Looking at it is itself recorded. */
@Injectable()
export class AuditService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly log: EventLog,
  ) {}

  /** One page, newest first; the first page of a search is recorded as a look. */
  async page(actor: Actor, filter: AuditFilter): Promise<AuditPage> {
    if (!filter.cursor) await this.recordLook(actor, 'audit.viewed', filter);
    const limit = filter.limit ?? PAGE;
    const rows: AuditRow[] = [];
    for await (const row of this.trail.rows(filter, limit + 1)) if (rows.push(row) > limit) break;
    return toPage(rows, limit, position, (row) => row);
  }

  /** Everything that `filter` lets through as a file. Fails with `identity.audit_too_many` above {@link MAX_EXPORTED} rows. */
  async export(actor: Actor, filter: AuditExportQuery): Promise<Buffer> {
    await this.recordLook(actor, 'audit.exported', filter);
    const { locale } = actor;
    const rows = this.exported(filter, locale);
    if (filter.format === 'csv') return writeCsv(withHeaders(rows, locale));
    const name = locale === 'zh' ? '审计日志' : 'Audit log';
    return writeWorkbook([{ name, columns: AUDIT_HEADERS[locale].map((header) => ({ header, width: 20 })), rows }]);
  }

  private async *exported(filter: AuditFilter, locale: Locale): AsyncGenerator<Cell[]> {
    let count = 0;
    for await (const row of this.trail.rows(filter, BATCH)) {
      count += 1;
      if (count > MAX_EXPORTED) throw failure('identity.audit_too_many', { params: { max: MAX_EXPORTED } });
      yield auditCells(row, locale);
    }
  }

  /** What was typed may be a person's name or whereabouts, so only whether it was asked for is kept. */
  private recordLook(actor: Actor, type: string, filter: AuditFilter): Promise<void> {
    const { actorId, subjectType, subjectId, from, to, text, ip } = filter;
    const kept = {
      actorId,
      type: filter.type,
      subjectType,
      subjectId,
      ip: ip === undefined ? undefined : true,
      from,
      to,
      text: text === undefined ? undefined : true,
    };
    const payload = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
    return this.log.record(actor, { type, subjectType: 'audit', subjectId: '', payload });
  }
}

async function* withHeaders(rows: AsyncIterable<Cell[]>, locale: Locale): AsyncGenerator<readonly Cell[]> {
  yield AUDIT_HEADERS[locale];
  yield* rows;
}
