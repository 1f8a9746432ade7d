// Commits events as a server would, takes their deliveries in hand, says so, and waits to be killed: with PROBE=written
// after the consumer's row is written in the open unit of work that marks the delivery.
import { setTimeout as pause } from 'node:timers/promises';
import {
  Database,
  databaseOptions,
  EventConsumers,
  loadSecretBox,
  openDataSource,
  OutboxRelay,
  PersonalVault,
  PLATFORM_ENTITIES,
  PLATFORM_MIGRATIONS,
  readEnvironment,
  systemActor,
  UnitOfWork,
} from '@haishi/platform';

const environment = readEnvironment();
const dataSource = await openDataSource(
  { entities: PLATFORM_ENTITIES, migrations: PLATFORM_MIGRATIONS },
  { ...databaseOptions(environment), migrate: false },
);
const consumers = new EventConsumers();
const uow = new UnitOfWork(dataSource, consumers, new PersonalVault(loadSecretBox(environment)));
const database = new Database(dataSource);
const relay = new OutboxRelay(database, uow, consumers);
consumers.register({
  name: 'probe',
  types: ['crash.probed'],
  handle: async (event) => {
    if (process.env.PROBE === 'written') {
      const insert = 'INSERT INTO test_counters (id, name, value) VALUES (?, ?, 1)';
      await database.manager.query(insert, [event.id, event.subjectId]);
    }
    process.stdout.write('in hand\n');
    await pause(600_000);
  },
});
const commit = (subjectId) =>
  uow.run(systemActor('crash'), (work) => work.event({ type: 'crash.probed', subjectType: 'probe', subjectId }));

for (let index = 0; index < 10; index += 1) await commit(`before-${index}`);
void relay.deliverDue();
await pause(0);
process.stdout.write('committed\n');
await pause(600_000);
