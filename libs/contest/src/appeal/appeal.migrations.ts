import { column, defineTable, toInstant } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { appealDeadline, DEFAULT_APPEAL_DAYS } from './appeal.rules.js';

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

interface RejectionRow {
  id: string;
  at: string | Date;
  timeZone: string;
  settings: string | { appealDays?: number } | null;
}

const REJECTIONS = `SELECT d.id AS id, d.at AS at, e.timeZone AS timeZone, s.settings AS settings FROM eligibility_decisions d
JOIN editions e ON e.id = d.editionId
LEFT JOIN edition_stages s ON s.editionId = d.editionId AND s.kind = 'eligibility'
WHERE d.action = 'reject'`;

/** Until when a rejection may be appealed stays with it; those from before keep what their edition grants now. */
export class KeepAppealDeadlines1764007010100 implements MigrationInterface {
  name = 'KeepAppealDeadlines1764007010100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(
      DECISIONS,
      new TableColumn({ ...column.instant({ nullable: true }), name: 'appealUntil' } as never),
    );
    for (const { id, at, timeZone, settings } of (await runner.query(REJECTIONS)) as RejectionRow[]) {
      const { appealDays = DEFAULT_APPEAL_DAYS } = ((typeof settings === 'string' ? JSON.parse(settings) : settings) ??
        {}) as { appealDays?: number };
      if (appealDays > 0)
        await runner.manager.update(
          DECISIONS,
          { id },
          { appealUntil: appealDeadline(toInstant(at), appealDays, timeZone) },
        );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn(DECISIONS, 'appealUntil');
  }
}
