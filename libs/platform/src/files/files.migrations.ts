import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, defineTable } from '../database/columns.js';
import { StoredFile } from './file.entity.js';

export class CreateFiles1763903000000 implements MigrationInterface {
  name = 'CreateFiles1763903000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'files',
        {
          id: column.id(),
          ownerId: column.text(64),
          purpose: column.text(60),
          name: column.text(200),
          size: column.int(),
          type: column.text(100),
          sha256: column.text(64, { nullable: true }),
          state: column.text(16),
          errorCode: column.text(80, { nullable: true }),
          errorParams: column.json({ nullable: true }),
          storageKey: column.text(120, { nullable: true }),
          subjectType: column.text(60, { nullable: true }),
          subjectId: column.text(64, { nullable: true }),
          createdAt: column.instant(),
          expiresAt: column.instant({ nullable: true }),
        },
        {
          ix_files_owner: { columns: ['ownerId', 'state'] },
          ix_files_expires: { columns: ['expiresAt'] },
          ix_files_subject: { columns: ['subjectType', 'subjectId'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('files');
  }
}

export const FILES_ENTITIES = [StoredFile];
export const FILES_MIGRATIONS = [CreateFiles1763903000000];
