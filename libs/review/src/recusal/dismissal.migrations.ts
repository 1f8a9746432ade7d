import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recusals that staff dismissed. */
export class CreateDismissals1764001900000 implements MigrationInterface {
  name = 'CreateDismissals1764001900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'recusal_dismissals',
        {
          id: column.id(),
          panelId: column.ref(),
          entryId: column.ref(),
          personId: column.ref(),
          reason: column.text(500),
          at: column.instant(),
          madeBy: column.text(64),
        },
        {
          uq_recusal_dismissals_entry_person: { columns: ['entryId', 'personId'], unique: true },
          ix_recusal_dismissals_panel: { columns: ['panelId'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('recusal_dismissals');
  }
}
