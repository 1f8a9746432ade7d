import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** What somebody is recused from is asked with every list of projects that they read. */
export class IndexRecusalsByPerson1764003020000 implements MigrationInterface {
  name = 'IndexRecusalsByPerson1764003020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex(
      'recusals',
      new TableIndex({ name: 'ix_recusals_person', columnNames: ['personId', 'entryId'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('recusals', 'ix_recusals_person');
  }
}
