import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateProjectMoves1764000931000 implements MigrationInterface {
  name = 'CreateProjectMoves1764000931000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'project_moves',
        {
          id: column.id(),
          projectId: column.ref(),
          submission: column.int(),
          fromPlacement: column.json(),
          toPlacement: column.json(),
          reason: column.text(500),
          byId: column.ref(),
          at: column.instant(),
        },
        { uq_project_moves_submission: { columns: ['projectId', 'submission'], unique: true } },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('project_moves');
  }
}
