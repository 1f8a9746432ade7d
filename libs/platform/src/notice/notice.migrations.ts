import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, defineTable } from '../database/columns.js';
import { CaughtMessage } from './caught-message.entity.js';
import { Notice } from './notice.entity.js';

export class CreateNotices1763902000000 implements MigrationInterface {
  name = 'CreateNotices1763902000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'notices',
        {
          id: column.id(),
          noticeKey: column.text(160),
          channel: column.text(8),
          template: column.text(80),
          personId: column.ref({ nullable: true }),
          locale: column.text(2),
          recipient: column.text(80),
          sealed: column.longText({ nullable: true }),
          state: column.text(8),
          attempts: column.int(),
          dueAt: column.instant({ nullable: true }),
          expiresAt: column.instant({ nullable: true }),
          reason: column.text(300, { nullable: true }),
          createdAt: column.instant(),
          sentAt: column.instant({ nullable: true }),
          readAt: column.instant({ nullable: true }),
        },
        {
          ux_notices_key: { columns: ['noticeKey', 'channel'], unique: true },
          ix_notices_due: { columns: ['dueAt'] },
          ix_notices_inbox: { columns: ['personId', 'channel', 'id'] },
        },
      ),
    );
    await runner.createTable(
      defineTable(
        'caught_messages',
        {
          id: column.id(),
          channel: column.text(8),
          recipient: column.text(254),
          subject: column.text(400),
          body: column.longText(),
          at: column.instant(),
        },
        {
          ix_caught_messages_recipient: { columns: ['recipient', 'id'] },
          ix_caught_messages_at: { columns: ['at'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('caught_messages');
    await runner.dropTable('notices');
  }
}

export const NOTICE_ENTITIES = [Notice, CaughtMessage];
export const NOTICE_MIGRATIONS = [CreateNotices1763902000000];
