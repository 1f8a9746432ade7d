import { type Actor, failure } from '@haishi/contracts';
import { EventLog, type ListFile, type ListFormat, toPage, writeList } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { AuditExportQuery, AuditFilter, AuditPage, AuditRow } from './audit.dto.js';
import { AttemptLimits } from '../credential/attempt-limits.js';
import { auditList } from './audit.list.js';
import { AuditTrail } from './audit-trail.js';

const PAGE = 50;
/** Rows read at once: what makes entities of them holds up whoever acts meanwhile. */
const BATCH = 50;
/** Rows of one export. */
const MAX_EXPORTED: Readonly<Record<ListFormat, number>> = { xlsx: 100_000, csv: 100_000, pdf: 20_000 };

const position = ({ at, id }: AuditRow) => [at.getTime(), id];

/** The audit page. Looking at it is itself recorded. */
@Injectable()
export class AuditService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly log: EventLog,
    private readonly limits: AttemptLimits,
  ) {}

  /** One page, newest first; the first page of a search is recorded as a look. */
  async page(actor: Actor, filter: AuditFilter): Promise<AuditPage> {
    if (!filter.cursor) await this.recordLook(actor, 'audit.viewed', filter);
    const limit = filter.limit ?? PAGE;
    const rows: AuditRow[] = [];
    for await (const row of this.trail.rows(filter, limit + 1)) if (rows.push(row) > limit) break;
    return toPage(rows, limit, position, (row) => row);
  }

  /** Everything that `filter` lets through as a file. Fails with `identity.audit_too_many` above {@link MAX_EXPORTED} rows, and with `common.too_many_files`. */
  async export(actor: Actor, filter: AuditExportQuery): Promise<ListFile> {
    const { format } = filter;
    await this.limits.take('list', actor.id);
    const asked = await this.recordLook(actor, 'audit.exported', filter, { format });
    const list = auditList(actor, this.exported(filter), Object.keys(asked).length > 0);
    return { name: `haishi-audit.${format}`, format, bytes: await writeList(list, format) };
  }

  private async *exported(filter: AuditExportQuery): AsyncGenerator<AuditRow> {
    const max = MAX_EXPORTED[filter.format];
    let count = 0;
    for await (const row of this.trail.rows(filter, BATCH)) {
      count += 1;
      if (count > max) throw failure('identity.audit_too_many', { params: { max } });
      yield row;
    }
  }

  /** Answers what was asked for. What was typed may be a person's name or whereabouts, so only whether it was is kept. */
  private async recordLook(actor: Actor, type: string, filter: AuditFilter, more: object = {}): Promise<object> {
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
    const asked = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
    await this.log.record(actor, { type, subjectType: 'audit', subjectId: '', payload: { ...asked, ...more } });
    return asked;
  }
}
