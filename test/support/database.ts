import {
  ChannelLog,
  Database,
  type DatabaseContents,
  type DatabaseOptions,
  databaseOptions,
  EventConsumers,
  EventLog,
  IdempotencyStore,
  loadSecretBox,
  LongReads,
  openDataSource,
  OutboxRelay,
  PersonalVault,
  PLATFORM_ENTITIES,
  PLATFORM_MIGRATIONS,
  readEnvironment,
  UnitOfWork,
} from '@haishi/platform';
import type { Actor } from '@haishi/contracts';
import type { DataSource } from 'typeorm';
import { type Engine, makePlace } from './engines.js';

/** A database without a server around it. */
export interface TestDatabase {
  engine: Engine;
  settings: Record<string, string>;
  dataSource: DataSource;
  database: Database;
  uow: UnitOfWork;
  consumers: EventConsumers;
  relay: OutboxRelay;
  events: EventLog;
  vault: PersonalVault;
  channels: ChannelLog;
  idempotency: IdempotencyStore;
  longReads: LongReads;
  /** Removes it; call it in `afterAll` or `afterEach`. */
  close(): Promise<void>;
}

/** Somebody to act in tests. */
export function actorNamed(name: string, kind: Actor['kind'] = 'person'): Actor {
  return {
    kind,
    id: name,
    name: `${name} 的名字`,
    grants: [],
    secondFactor: true,
    locale: 'zh',
    ip: '192.0.2.1',
    requestId: 'test',
  };
}

/** An empty migrated database of the test's own, with the platform's tables and those of `contents`. */
export async function openTestDatabase(
  engine: Engine,
  contents: Partial<DatabaseContents> = {},
  options: Partial<DatabaseOptions> & { settings?: Record<string, string> } = {},
): Promise<TestDatabase> {
  const place = options.settings ? { settings: options.settings, remove: async () => {} } : await makePlace(engine);
  const environment = readEnvironment(place.settings);
  const dataSource = await openDataSource(
    {
      entities: [...PLATFORM_ENTITIES, ...(contents.entities ?? [])],
      migrations: [...PLATFORM_MIGRATIONS, ...(contents.migrations ?? [])],
    },
    { ...databaseOptions(environment), ...options },
  );
  const consumers = new EventConsumers();
  const vault = new PersonalVault(loadSecretBox(environment));
  const database = new Database(dataSource);
  const uow = new UnitOfWork(dataSource, consumers, vault);
  const relay = new OutboxRelay(database, uow, consumers);
  const longReads = new LongReads(dataSource);
  return {
    engine,
    settings: place.settings,
    dataSource,
    database,
    uow,
    consumers,
    relay,
    vault,
    events: new EventLog(database, uow, vault),
    channels: new ChannelLog(database),
    idempotency: new IdempotencyStore(),
    longReads,
    close: async () => {
      await relay.beforeApplicationShutdown();
      await longReads.onApplicationShutdown();
      await database.onApplicationShutdown();
      await place.remove();
    },
  };
}
