import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { type NewEvent, StoredEvent } from './event.entity.js';

/** What the code inside a unit of work holds. */
export interface Work {
  readonly manager: EntityManager;
  readonly actor: Actor;
  readonly now: Date;
  /** Appends one event in this transaction and answers its id. */
  event(event: NewEvent): Promise<string>;
  /** Runs after the commit, in order; never where the work rolls back. */
  afterCommit(action: () => void | Promise<void>): void;
}

const open = new AsyncLocalStorage<Work>();

/** Owns the transaction. Nested calls join the open one. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  async run<Result>(actor: Actor, work: (work: Work) => Promise<Result>): Promise<Result> {
    const joined = open.getStore();
    if (joined) return work(joined);
    const actions: (() => void | Promise<void>)[] = [];
    const result = await this.dataSource.transaction(async (manager) => {
      const now = new Date();
      const context: Work = {
        manager,
        actor,
        now,
        event: async (event) => {
          const id = newId();
          await manager.insert(StoredEvent, {
            id,
            type: event.type,
            at: now,
            actorKind: actor.kind,
            actorId: actor.id,
            actorName: actor.name,
            subjectType: event.subjectType,
            subjectId: event.subjectId,
            scopes: event.scopes ?? {},
            payload: (event.payload ?? {}) as never,
            ip: actor.ip,
            requestId: actor.requestId,
          });
          return id;
        },
        afterCommit: (action) => actions.push(action),
      };
      return open.run(context, () => work(context));
    });
    for (const action of actions) await action();
    return result;
  }
}

/** The one way to the database for reads: inside a unit of work its transaction, outside it the read side. */
@Injectable()
export class Database {
  constructor(readonly dataSource: DataSource) {}

  get manager(): EntityManager {
    return open.getStore()?.manager ?? this.dataSource.manager;
  }
}
