import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recusals of staff from projects. */
export class CreateProjectRecusals1764005010000 implements MigrationInterface {
  name = 'CreateProjectRecusals1764005010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'project_recusals',
        {
          id: column.id(),
          projectId: column.ref(),
          personId: column.ref(),
          kind: column.text(10),
          reason: column.text(500),
          at: column.instant(),
          madeBy: column.text(64),
          dismissedAt: column.instant({ nullable: true }),
          dismissedBy: column.text(64, { nullable: true }),
          dismissal: column.text(500, { nullable: true }),
        },
        {
          uq_project_recusals_person: { columns: ['projectId', 'personId'], unique: true },
          ix_project_recusals_person: { columns: ['personId'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('project_recusals');
  }
}
