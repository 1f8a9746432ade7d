import { column, defineTable } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

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

/** What a reason was called stays with the decision, since an edition may rename or drop it. */
export class AddReasonNames1764003040000 implements MigrationInterface {
  name = 'AddReasonNames1764003040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(
      'eligibility_decisions',
      new TableColumn({ ...column.json({ nullable: true }), name: 'reasonName' } as never),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('eligibility_decisions', 'reasonName');
  }
}
