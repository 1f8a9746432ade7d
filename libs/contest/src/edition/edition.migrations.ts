import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEditions1764000000000 implements MigrationInterface {
  name = 'CreateEditions1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'editions',
        {
          id: column.id(),
          code: column.text(20),
          nameZh: column.text(200),
          nameEn: column.text(200),
          timeZone: column.text(60),
          state: column.text(12),
          definition: column.json(),
          version: column.int(),
          createdAt: column.instant(),
        },
        { uq_editions_code: { columns: ['code'], unique: true }, ix_editions_state: { columns: ['state'] } },
      ),
    );
    await runner.createTable(
      defineTable(
        'edition_stages',
        {
          id: column.id(),
          editionId: column.ref(),
          code: column.text(12),
          kind: column.text(16),
          position: column.int(),
          nameZh: column.text(100),
          nameEn: column.text(100),
          opensAt: column.instant({ nullable: true }),
          closesAt: column.instant({ nullable: true }),
          settings: column.json(),
          state: column.text(12),
        },
        { uq_edition_stages_code: { columns: ['editionId', 'code'], unique: true } },
      ),
    );
    await runner.createTable(defineTable('edition_serials', { editionId: column.key(36), last: column.int() }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('edition_serials');
    await runner.dropTable('edition_stages');
    await runner.dropTable('editions');
  }
}

export class CreateEditionVersions1764000860000 implements MigrationInterface {
  name = 'CreateEditionVersions1764000860000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'edition_versions',
        {
          id: column.id(),
          editionId: column.ref(),
          number: column.int(),
          kind: column.text(12),
          file: column.json(),
          digest: column.text(64),
          reason: column.text(500, { nullable: true }),
          at: column.instant(),
          byId: column.text(64, { nullable: true }),
        },
        { uq_edition_versions_number: { columns: ['editionId', 'number'], unique: true } },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('edition_versions');
  }
}
