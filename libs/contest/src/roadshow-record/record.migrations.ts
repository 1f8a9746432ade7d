import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRoadshowRecords1764000620000 implements MigrationInterface {
  name = 'CreateRoadshowRecords1764000620000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'roadshow_witnesses',
        {
          id: column.id(),
          sessionId: column.ref(),
          subject: column.text(12),
          verdict: column.text(10),
          digest: column.text(64),
          remark: column.text(500, { nullable: true }),
          at: column.instant(),
          madeBy: column.text(64),
        },
        { ix_roadshow_witnesses_session: { columns: ['sessionId', 'at'] } },
      ),
    );
    await runner.createTable(
      defineTable(
        'roadshow_signatures',
        {
          id: column.id(),
          sessionId: column.ref(),
          party: column.text(8),
          subjectId: column.ref(),
          digest: column.text(64),
          at: column.instant(),
          madeBy: column.text(64),
        },
        { uq_roadshow_signatures_party: { columns: ['sessionId', 'party', 'subjectId'], unique: true } },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('roadshow_signatures');
    await runner.dropTable('roadshow_witnesses');
  }
}
