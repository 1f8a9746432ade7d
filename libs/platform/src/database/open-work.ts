import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Actor } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import type { EntityManager, EntityTarget } from 'typeorm';
import { type NewEvent, StoredEvent } from './event.entity.js';
import { insertRows } from './insert-rows.js';
import type { EventConsumers } from './outbox.js';
import type { OwnQueryRunner, Parameter } from './own-query-runner.js';
import type { PersonalVault } from './personal/personal-vault.js';
import type { SealedPart } from './personal/sealed.js';
import { type TransactionScope, transactionScope } from './transaction-scope.js';
import type { Work } from './work.js';

type Action = () => void | Promise<void>;

const INSERT_EVENT = `INSERT INTO events
  (id, type, at, actorKind, actorId, actorName, subjectType, subjectId, scopes, payload, personId, sealed, ip, requestId)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_DELIVERY =
  'INSERT INTO event_deliveries (eventId, consumer, state, attempts, dueAt) VALUES (?, ?, ?, ?, ?)';

const EVENTS_AT_ONCE = 200;

/** The unit of work that the running code is inside of. */
export function currentWork(): OpenWork | undefined {
  const scope = transactionScope.getStore();
  return scope instanceof OpenWork && !scope.closed ? scope : undefined;
}

/** One attempt of a unit of work, from BEGIN to its end. */
export class OpenWork implements Work, TransactionScope {
  readonly now = new Date();
  /** To do after the commit. */
  readonly committed: Action[] = [];
  /** To do after those. */
  readonly tidying: Action[] = [];
  /** To do after the end, committed or rolled back. */
  readonly ended: Action[] = [];
  /** Whether its events wait for consumers. */
  delivers = false;
  closed = false;
  private nestedFailure: { error: unknown } | undefined;

  constructor(
    readonly runner: OwnQueryRunner,
    readonly actor: Actor,
    private readonly consumers: EventConsumers,
    private readonly vault: PersonalVault,
  ) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  query<Row>(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    return this.runner.select<Row>(sql, parameters);
  }

  execute(sql: string, parameters: readonly Parameter[] = []): Promise<number> {
    return this.runner.execute(sql, parameters);
  }

  defer(sql: string, parameters: readonly Parameter[] = []): Promise<void> {
    return this.runner.defer(sql, parameters);
  }

  deferQuery<Row>(sql: string, parameters: readonly Parameter[], take: (rows: Row[]) => void): Promise<void> {
    return this.runner.deferSelect(sql, parameters, take);
  }

  lockRow(entity: EntityTarget<object>, id: string): Promise<void> {
    return this.lockRows(entity, [id]);
  }

  async lockRows(entity: EntityTarget<object>, ids: readonly string[]): Promise<void> {
    const { dataSource } = this.manager;
    if (dataSource.options.type !== 'mysql' || ids.length === 0) return;
    const { tablePath, primaryColumns } = dataSource.getMetadata(entity);
    const key = dataSource.driver.escape(primaryColumns[0]!.databaseName);
    const among = `${key} IN (${ids.map(() => '?').join(', ')})`;
    await this.query(
      `SELECT ${key} FROM ${dataSource.driver.escape(tablePath)} WHERE ${among} ORDER BY ${key} FOR UPDATE`,
      ids,
    );
  }

  async event(event: NewEvent): Promise<string> {
    const { id, scopes, payload, sealed, ...row } = await this.stored(event);
    await this.defer(INSERT_EVENT, [
      id,
      row.type,
      row.at,
      row.actorKind,
      row.actorId,
      row.actorName,
      row.subjectType,
      row.subjectId,
      JSON.stringify(scopes),
      JSON.stringify(payload),
      row.personId,
      sealed === null ? null : JSON.stringify(sealed),
      row.ip,
      row.requestId,
    ]);
    await this.deliver(id, row.type);
    return id;
  }

  async events(events: readonly NewEvent[]): Promise<void> {
    for (let start = 0; start < events.length; start += EVENTS_AT_ONCE) {
      if (start > 0) await nextTurn();
      const rows: StoredEvent[] = [];
      for (const event of events.slice(start, start + EVENTS_AT_ONCE)) rows.push(await this.stored(event));
      await insertRows(this, StoredEvent, rows);
      for (const { id, type } of rows) await this.deliver(id, type);
    }
  }

  /** As it is kept: who did it and when, with what is personal sealed. */
  private async stored(event: NewEvent): Promise<StoredEvent> {
    const { actor } = this;
    const id = newId();
    const isPerson = actor.kind === 'person';
    const parts: SealedPart[] = [];
    const seal = async (part: SealedPart['part'], personId: string, values: Record<string, unknown>) => {
      const sealed = await this.vault.seal(this, personId, values, `${id}:${part}`);
      if (sealed !== null) parts.push({ part, ...sealed });
    };
    if (isPerson) await seal('actor', actor.id, { name: actor.name });
    if (event.personal) await seal('values', event.personal.personId, event.personal.values);
    return {
      id,
      type: event.type,
      at: this.now,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: isPerson ? '' : actor.name,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      scopes: event.scopes ?? {},
      payload: event.payload ?? {},
      personId: event.personal?.personId ?? null,
      sealed: parts.length === 0 ? null : parts,
      ip: actor.ip,
      requestId: actor.requestId,
    };
  }

  private async deliver(eventId: string, type: string): Promise<void> {
    for (const act of this.consumers.hearing(type)) if (!this.committed.includes(act)) this.committed.push(act);
    for (const consumer of this.consumers.for(type)) {
      this.delivers = true;
      await this.defer(INSERT_DELIVERY, [eventId, consumer.name, 'pending', 0, this.now]);
    }
  }

  afterCommit(action: Action): void {
    this.assertOpen();
    this.committed.push(action);
  }

  tidy(action: Action): void {
    this.assertOpen();
    this.tidying.push(action);
  }

  /** Joins a nested call. Its failure fails the whole: half of what was refused must not stay. */
  async join<Result>(work: (work: Work) => Promise<Result>): Promise<Result> {
    try {
      return await work(this);
    } catch (error) {
      this.nestedFailure ??= { error };
      throw error;
    }
  }

  /** Ends the part in which code may use it. @throws what a nested call failed with */
  close(): void {
    this.closed = true;
    if (this.nestedFailure) throw this.nestedFailure.error;
  }

  private assertOpen(): void {
    if (this.closed) throw new Error('This unit of work has ended.');
  }
}
