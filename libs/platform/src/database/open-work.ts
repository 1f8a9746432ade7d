import type { Actor } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import type { EntityManager, EntityTarget } from 'typeorm';
import type { NewEvent } from './event.entity.js';
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
    await this.defer(INSERT_EVENT, [
      id,
      event.type,
      this.now,
      actor.kind,
      actor.id,
      isPerson ? '' : actor.name,
      event.subjectType,
      event.subjectId,
      JSON.stringify(event.scopes ?? {}),
      JSON.stringify(event.payload ?? {}),
      event.personal?.personId ?? null,
      parts.length === 0 ? null : JSON.stringify(parts),
      actor.ip,
      actor.requestId,
    ]);
    for (const act of this.consumers.hearing(event.type)) if (!this.committed.includes(act)) this.committed.push(act);
    for (const consumer of this.consumers.for(event.type)) {
      this.delivers = true;
      await this.defer(INSERT_DELIVERY, [id, consumer.name, 'pending', 0, this.now]);
    }
    return id;
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
