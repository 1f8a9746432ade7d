import { column, defineTable } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** Which wording of the terms of judging each expert accepted, and when. */
export class CreateExpertAcceptances1764003040100 implements MigrationInterface {
  name = 'CreateExpertAcceptances1764003040100';

  async up(runner: QueryRunner): Promise<void> {
    const digest = { ...column.text(64, { nullable: true }), name: 'acceptedDigest' };
    await runner.addColumn('experts', new TableColumn(digest as never));
    await runner.createTable(
      defineTable(
        'expert_acceptances',
        {
          id: column.id(),
          expertId: column.ref(),
          digest: column.text(64),
          wording: column.json(),
          at: column.instant(),
        },
        { ix_expert_acceptances_expert: { columns: ['expertId', 'at'] } },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('expert_acceptances');
    await runner.dropColumn('experts', 'acceptedDigest');
  }
}
