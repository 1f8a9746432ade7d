import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRoadshowSignIns1764000610000 implements MigrationInterface {
  name = 'CreateRoadshowSignIns1764000610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'roadshow_sign_ins',
        {
          id: column.id(),
          sessionId: column.ref(),
          kind: column.text(8),
          subjectId: column.ref(),
          speakers: column.json(),
          at: column.instant(),
          madeBy: column.text(64),
        },
        { uq_roadshow_sign_ins_subject: { columns: ['sessionId', 'kind', 'subjectId'], unique: true } },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('roadshow_sign_ins');
  }
}
