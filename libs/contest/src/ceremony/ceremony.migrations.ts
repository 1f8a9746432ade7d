import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCeremonies1764000400000 implements MigrationInterface {
  name = 'CreateCeremonies1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable('ceremonies', {
        sessionId: column.key(36),
        state: column.text(12),
        plan: column.json(),
        steps: column.json(),
        sealed: column.json(),
        at: column.int(),
        frozenAt: column.instant({ nullable: true }),
        begunAt: column.instant({ nullable: true }),
        endedAt: column.instant({ nullable: true }),
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('ceremonies');
  }
}
