import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ENVIRONMENT, type Environment } from '../config/environment.js';
import { ChannelLog } from './channel-log.js';
import { type DatabaseContents, databaseOptions, openDataSource } from './data-source.js';
import { EventLog } from './event-log.js';
import { IdempotencyStore } from './idempotency.js';
import { LongReads } from './long-reads.js';
import { EventConsumers } from './outbox.js';
import { OutboxRelay } from './outbox-relay.js';
import { PersonalVault } from './personal/personal-vault.js';
import { loadSecretBox, SecretBox } from './personal/secret-box.js';
import { Database, UnitOfWork } from './unit-of-work.js';

const SERVICES = [
  Database,
  UnitOfWork,
  EventConsumers,
  EventLog,
  PersonalVault,
  OutboxRelay,
  ChannelLog,
  IdempotencyStore,
  LongReads,
];

/** Opens the database that the settings name, with the tables of every room, brought together by the composition root. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(contents: DatabaseContents): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: DataSource,
          useFactory: (environment: Environment) => openDataSource(contents, databaseOptions(environment)),
          inject: [ENVIRONMENT],
        },
        {
          provide: SecretBox,
          useFactory: (environment: Environment) => loadSecretBox(environment),
          inject: [ENVIRONMENT],
        },
        ...SERVICES,
      ],
      exports: [DataSource, SecretBox, ...SERVICES],
    };
  }
}
