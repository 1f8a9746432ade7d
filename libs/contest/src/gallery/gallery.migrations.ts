import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateGalleryRefusals1764000940000 implements MigrationInterface {
  name = 'CreateGalleryRefusals1764000940000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable('gallery_refusals', { projectId: column.key(36), at: column.instant(), byId: column.text(64) }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('gallery_refusals');
  }
}
