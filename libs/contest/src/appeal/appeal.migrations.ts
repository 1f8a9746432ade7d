import { column, defineTable } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

const DECISIONS = 'eligibility_decisions';
const UNIQUE = 'uq_eligibility_decisions_submission';
const ROUND = { ...column.int(), name: 'round' };

/** Appeals; and a submission that may be decided again, once an appeal was upheld. */
export class CreateProjectAppeals1764000922000 implements MigrationInterface {
  name = 'CreateProjectAppeals1764000922000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'project_appeals',
        {
          id: column.id(),
          editionId: column.ref(),
          projectId: column.ref(),
          submission: column.int(),
          rejectedBy: column.ref(),
          text: column.longText(),
          byId: column.ref(),
          at: column.instant(),
          state: column.text(10),
          answer: column.longText({ nullable: true }),
          decidedBy: column.ref({ nullable: true }),
          decidedAt: column.instant({ nullable: true }),
        },
        {
          uq_project_appeals_project: { columns: ['projectId'], unique: true },
          ix_project_appeals_edition: { columns: ['editionId', 'state', 'at'] },
          ix_project_appeals_person: { columns: ['byId'] },
        },
      ),
    );
    await runner.addColumn(DECISIONS, new TableColumn({ ...ROUND, default: 0 } as never));
    await runner.changeColumn(DECISIONS, 'round', new TableColumn(ROUND as never));
    await this.unique(runner, ['projectId', 'submission', 'round']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.unique(runner, ['projectId', 'submission']);
    await runner.dropColumn(DECISIONS, 'round');
    await runner.dropTable('project_appeals');
  }

  private async unique(runner: QueryRunner, columnNames: string[]): Promise<void> {
    await runner.dropIndex(DECISIONS, UNIQUE);
    await runner.createIndex(DECISIONS, new TableIndex({ name: UNIQUE, columnNames, isUnique: true }));
  }
}
