import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ties that judges declared to what they had scored. */
export class CreateLateTies1764009020000 implements MigrationInterface {
  name = 'CreateLateTies1764009020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'late_ties',
        {
          id: column.id(),
          panelId: column.ref(),
          entryId: column.ref(),
          personId: column.ref(),
          reason: column.text(500),
          at: column.instant(),
        },
        {
          uq_late_ties_entry_person: { columns: ['entryId', 'personId'], unique: true },
          ix_late_ties_person: { columns: ['personId'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('late_ties');
  }
}
