import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource, type EntityTarget, type MigrationInterface } from 'typeorm';
import { ChannelLog } from './channel-log.js';
import { openDataSource } from './data-source.js';
import { EventConsumers } from './outbox.js';
import { Database, UnitOfWork } from './unit-of-work.js';

export interface DatabaseContents {
  entities: EntityTarget<object>[];
  migrations: (new () => MigrationInterface)[];
}

/** Opens the database with the tables of every room, brought together by the composition root. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(contents: DatabaseContents): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DataSource, useFactory: () => openDataSource(contents) },
        Database,
        UnitOfWork,
        EventConsumers,
        ChannelLog,
      ],
      exports: [DataSource, Database, UnitOfWork, EventConsumers, ChannelLog],
    };
  }
}
