import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEligibilityClaims1764000921000 implements MigrationInterface {
  name = 'CreateEligibilityClaims1764000921000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'eligibility_claims',
        { projectId: column.key(36), personId: column.ref(), at: column.instant(), until: column.instant() },
        { ix_eligibility_claims_person: { columns: ['personId', 'until'] } },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('eligibility_claims');
  }
}
