import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
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
          personId: column.ref({ nullable: true }),
          sealed: column.json({ nullable: true }),
          ip: column.text(64),
          requestId: column.text(64),
        },
        {
          ix_events_subject: { columns: ['subjectType', 'subjectId'] },
          ix_events_actor: { columns: ['actorId', 'at'] },
          ix_events_person: { columns: ['personId', 'at'] },
          ix_events_type: { columns: ['type', 'at'] },
          ix_events_at: { columns: ['at'] },
        },
      ),
    );
    await runner.createTable(
      defineTable(
        'event_deliveries',
        {
          eventId: column.key(36),
          consumer: column.key(80),
          state: column.text(16),
          attempts: column.int(),
          dueAt: column.instant(),
          error: column.text(500, { nullable: true }),
        },
        { ix_event_deliveries_due: { columns: ['state', 'dueAt'] } },
      ),
    );
    await runner.createTable(
      defineTable('subject_keys', {
        personId: column.id(),
        wrapped: column.text(400, { nullable: true }),
        createdAt: column.instant(),
        erasedAt: column.instant({ nullable: true }),
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('subject_keys');
    await runner.dropTable('event_deliveries');
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

export class CreateIdempotencyKeys1763900002000 implements MigrationInterface {
  name = 'CreateIdempotencyKeys1763900002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'idempotency_keys',
        {
          actorId: column.key(64),
          requestKey: column.key(100),
          requestHash: column.text(64),
          status: column.int(),
          body: column.json({ nullable: true }),
          expiresAt: column.instant(),
        },
        { ix_idempotency_keys_expiry: { columns: ['expiresAt'] } },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('idempotency_keys');
  }
}

/** Events of one moment, such as those of an import, are read page by page without sorting all of them for each. */
export class OrderEventsOfAMoment1764002070000 implements MigrationInterface {
  name = 'OrderEventsOfAMoment1764002070000';

  async up(runner: QueryRunner): Promise<void> {
    await index(runner, ['at', 'id']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await index(runner, ['at']);
  }
}

async function index(runner: QueryRunner, columnNames: string[]): Promise<void> {
  await runner.dropIndex('events', 'ix_events_at');
  await runner.createIndex('events', new TableIndex({ name: 'ix_events_at', columnNames }));
}

export const DATABASE_MIGRATIONS = [
  CreateEvents1763900000000,
  CreateChannels1763900001000,
  CreateIdempotencyKeys1763900002000,
  OrderEventsOfAMoment1764002070000,
];
