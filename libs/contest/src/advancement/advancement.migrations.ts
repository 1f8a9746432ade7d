import { column, defineTable } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

export class CreateAdvancements1764000720000 implements MigrationInterface {
  name = 'CreateAdvancements1764000720000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'advancements',
        {
          id: column.id(),
          editionId: column.ref(),
          stageCode: column.text(12),
          number: column.int(),
          revision: column.int(),
          plan: column.json(),
          candidates: column.json(),
          answer: column.json(),
          digest: column.text(64),
          reason: column.text(500, { nullable: true }),
          decidedAt: column.instant(),
          decidedBy: column.text(64),
          publishedAt: column.instant({ nullable: true }),
          publishedBy: column.text(64, { nullable: true }),
        },
        { uq_advancements_number: { columns: ['editionId', 'stageCode', 'number'], unique: true } },
      ),
    );
    await runner.createTable(
      defineTable(
        'advancement_replacements',
        {
          id: column.id(),
          advancementId: column.ref(),
          number: column.int(),
          withdrawnId: column.ref(),
          movedUpId: column.ref({ nullable: true }),
          reason: column.text(500),
          at: column.instant(),
          madeBy: column.text(64),
        },
        { uq_advancement_replacements_number: { columns: ['advancementId', 'number'], unique: true } },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('advancement_replacements');
    await runner.dropTable('advancements');
  }
}

/** For which objection an entry was struck off. */
export class AddStruckBy1764003080000 implements MigrationInterface {
  name = 'AddStruckBy1764003080000';

  async up(runner: QueryRunner): Promise<void> {
    const spec = { ...column.json({ nullable: true }), name: 'struckBy' };
    await runner.addColumn('advancement_replacements', new TableColumn(spec as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('advancement_replacements', 'struckBy');
  }
}
