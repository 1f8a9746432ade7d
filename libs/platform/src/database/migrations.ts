import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, defineTable } from './columns.js';

export class CreateEvents1763900000000 implements MigrationInterface {
  name = 'CreateEvents1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'events',
        {
          id: column.id(),
          type: column.text(80),
          at: column.instant(),
          actorKind: column.text(16),
          actorId: column.text(64),
          actorName: column.text(200),
          subjectType: column.text(60),
          subjectId: column.text(64),
          scopes: column.json(),
          payload: column.json(),
          ip: column.text(64),
          requestId: column.text(64),
        },
        {
          ix_events_subject: { columns: ['subjectType', 'subjectId'] },
          ix_events_actor: { columns: ['actorId', 'at'] },
          ix_events_at: { columns: ['at'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('events');
  }
}

export class CreateChannels1763900001000 implements MigrationInterface {
  name = 'CreateChannels1763900001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable('channel_heads', { channel: column.key(80), channelKey: column.key(120), seq: column.int() }),
    );
    await runner.createTable(
      defineTable('channel_messages', {
        channel: column.key(80),
        channelKey: column.key(120),
        seq: column.intKey(),
        at: column.instant(),
        payload: column.json(),
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('channel_messages');
    await runner.dropTable('channel_heads');
  }
}

export const DATABASE_MIGRATIONS = [CreateEvents1763900000000, CreateChannels1763900001000];
