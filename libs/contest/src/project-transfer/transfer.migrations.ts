import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProjectTransfers1764000920000 implements MigrationInterface {
  name = 'CreateProjectTransfers1764000920000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'project_transfers',
        {
          id: column.id(),
          projectId: column.ref(),
          fromId: column.ref(),
          toMail: column.text(254),
          toId: column.ref({ nullable: true }),
          state: column.text(12),
          offeredAt: column.instant(),
          expiresAt: column.instant(),
          endedAt: column.instant({ nullable: true }),
        },
        {
          ix_project_transfers_project: { columns: ['projectId', 'offeredAt'] },
          ix_project_transfers_mail: { columns: ['toMail', 'state'] },
          ix_project_transfers_from: { columns: ['fromId'] },
          ix_project_transfers_to: { columns: ['toId'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('project_transfers');
  }
}
