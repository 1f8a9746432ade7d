import { column, defineTable } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

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

/** Lets the versions of an edition's projects be summed from an index: it tells whether a gallery must be read again. */
export class IndexProjectVersions1764002020000 implements MigrationInterface {
  name = 'IndexProjectVersions1764002020000';

  async up(runner: QueryRunner): Promise<void> {
    const columnNames = ['editionId', 'state', 'version'];
    await runner.createIndex('projects', new TableIndex({ name: 'ix_projects_version', columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('projects', 'ix_projects_version');
  }
}
