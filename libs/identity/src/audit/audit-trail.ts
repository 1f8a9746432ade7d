import { setImmediate as breathe } from 'node:timers/promises';
import { EVENT_LABELS } from '@haishi/contracts';
import { EventLog, readCursor, type RevealedEvent, type StoredEvent, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { AuditFilter, AuditRow } from './audit.dto.js';
import { AuditLedgers, type AuditPosition, type AuditSearch } from './audit-ledgers.js';
import { AuditQueries } from './audit.queries.js';
import { AuditVeils } from './audit-veils.js';

/** Events whose sealed values are opened in one go. */
const OPENED_AT_ONCE = 5;
/** How long they wait for those who act, in milliseconds. */
const COURTESY_MS = 10;

/** The audit trail in one order: the events, and the ledgers whose rows are their own events. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly queries: AuditQueries,
    private readonly ledgers: AuditLedgers,
    private readonly veils: AuditVeils,
    private readonly log: EventLog,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** All that `filter` lets through after its cursor, newest first, read `batch` rows at a time as it is asked for. */
  async *rows(filter: AuditFilter, batch: number): AsyncGenerator<AuditRow> {
    const after = filter.cursor ? readPosition(filter.cursor) : undefined;
    const [events, ledgers] = await Promise.all([this.queries.search(filter), this.ledgers.searches(filter)]);
    yield* newestFirst([
      this.opened(inBatches(events, batch, after)),
      ...ledgers.map((search) => eachOf(inBatches(search, batch, after))),
    ]);
  }

  /** Opening takes long, so that others get their turn in between. */
  private async *opened(batches: AsyncIterable<StoredEvent[]>): AsyncGenerator<AuditRow> {
    for await (const events of batches) {
      const reveal = await this.log.revealer(events);
      for (let start = 0; start < events.length; start += OPENED_AT_ONCE) {
        await this.unitOfWork.idle(COURTESY_MS);
        yield* await this.told(events.slice(start, start + OPENED_AT_ONCE).map(reveal));
        await breathe();
      }
    }
  }

  private told(events: readonly RevealedEvent[]): Promise<AuditRow[]> {
    return Promise.all(
      events.map(async (event) => ({
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
}

function readPosition(cursor: string): AuditPosition {
  const [at, id] = readCursor(cursor, 2);
  return { at: new Date(Number(at)), id: String(id) };
}

async function* inBatches<Row extends AuditPosition>(
  search: AuditSearch<Row>,
  batch: number,
  after?: AuditPosition,
): AsyncGenerator<Row[]> {
  for (let last = after; ;) {
    const found = await search(batch, last);
    yield found;
    if (found.length < batch) return;
    last = found.at(-1);
  }
}

async function* eachOf<Row>(batches: AsyncIterable<Row[]>): AsyncGenerator<Row> {
  for await (const rows of batches) yield* rows;
}

/** Rows of streams that are each newest first, as one such stream. */
async function* newestFirst(streams: readonly AsyncGenerator<AuditRow>[]): AsyncGenerator<AuditRow> {
  const heads = await Promise.all(streams.map((stream) => stream.next()));
  for (;;) {
    let newest = -1;
    for (const [index, { done, value }] of heads.entries())
      if (!done && (newest < 0 || isNewer(value, heads[newest]!.value as AuditRow))) newest = index;
    if (newest < 0) return;
    yield heads[newest]!.value as AuditRow;
    heads[newest] = await streams[newest]!.next();
  }
}

/** As both engines order times and ids. */
function isNewer(one: AuditPosition, other: AuditPosition): boolean {
  const difference = one.at.getTime() - other.at.getTime();
  return difference === 0 ? one.id > other.id : difference > 0;
}
