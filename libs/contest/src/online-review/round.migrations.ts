import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReviewRounds1764000915000 implements MigrationInterface {
  name = 'CreateReviewRounds1764000915000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'review_rounds',
        {
          id: column.id(),
          editionId: column.ref(),
          stageCode: column.text(12),
          state: column.text(12),
          plan: column.json(),
          createdAt: column.instant(),
          openedAt: column.instant({ nullable: true }),
          closedAt: column.instant({ nullable: true }),
          confirmedAt: column.instant({ nullable: true }),
        },
        { uq_review_rounds_stage: { columns: ['editionId', 'stageCode'], unique: true } },
      ),
    );
    await runner.createTable(
      defineTable(
        'review_entries',
        {
          id: column.id(),
          roundId: column.ref(),
          editionId: column.ref(),
          stageCode: column.text(12),
          projectId: column.ref(),
          number: column.text(40),
          title: column.text(200),
          team: column.text(200),
          division: column.text(12),
          field: column.text(12, { nullable: true }),
          region: column.text(12),
          extra: column.int({ nullable: true }),
          submission: column.int(),
          score: column.int({ nullable: true }),
          raw: column.int({ nullable: true }),
          adjusted: column.int({ nullable: true }),
          tieValues: column.json(),
          place: column.int({ nullable: true }),
          explanation: column.json({ nullable: true }),
        },
        {
          uq_review_entries_project: { columns: ['editionId', 'stageCode', 'projectId'], unique: true },
          ix_review_entries_round: { columns: ['roundId', 'number'] },
          ix_review_entries_project: { columns: ['projectId'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('review_entries');
    await runner.dropTable('review_rounds');
  }
}
