import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEligibility1764000002000 implements MigrationInterface {
  name = 'CreateEligibility1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'eligibility_decisions',
        {
          id: column.id(),
          editionId: column.ref(),
          projectId: column.ref(),
          submission: column.int(),
          action: column.text(12),
          reasonCode: column.text(40, { nullable: true }),
          text: column.longText(),
          dueAt: column.instant({ nullable: true }),
          byId: column.ref(),
          at: column.instant(),
        },
        {
          uq_eligibility_decisions_submission: { columns: ['projectId', 'submission'], unique: true },
          ix_eligibility_decisions_edition: { columns: ['editionId', 'at'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('eligibility_decisions');
  }
}
