import { column, defineTable } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

/** Panels on which an entry is judged by those who were given it; the pool they come from, the search for who gets what, drafts. */
export class CreateAssignments1764000900000 implements MigrationInterface {
  name = 'CreateAssignments1764000900000';

  async up(runner: QueryRunner): Promise<void> {
    const judging = { ...column.text(10, { nullable: true }), name: 'judging' };
    await runner.addColumn('panels', new TableColumn(judging as never));
    for (const table of TABLES) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.dropTable(table);
    await runner.dropColumn('panels', 'judging');
  }
}

const TABLES = [
  defineTable(
    'assigned_pairs',
    {
      id: column.id(),
      panelId: column.ref(),
      entryId: column.ref(),
      personId: column.ref(),
      locked: column.bool(),
      declaredAt: column.instant({ nullable: true }),
      at: column.instant(),
      madeBy: column.text(64),
    },
    {
      uq_assigned_pairs_entry_person: { columns: ['entryId', 'personId'], unique: true },
      ix_assigned_pairs_judge: { columns: ['panelId', 'personId'] },
    },
  ),
  defineTable(
    'experts',
    {
      id: column.id(),
      poolId: column.ref(),
      personId: column.ref({ nullable: true }),
      name: column.text(100),
      mail: column.text(254),
      kind: column.text(20),
      organisationName: column.text(200),
      creditCode: column.text(18, { nullable: true }),
      aliases: column.json(),
      ties: column.json(),
      fields: column.json(),
      region: column.text(12, { nullable: true }),
      languages: column.json(),
      capacity: column.int({ nullable: true }),
      acceptedAt: column.instant({ nullable: true }),
      withdrawnAt: column.instant({ nullable: true }),
      revision: column.int(),
      createdAt: column.instant(),
    },
    {
      uq_experts_mail: { columns: ['poolId', 'mail'], unique: true },
      ix_experts_person: { columns: ['personId'] },
    },
  ),
  defineTable(
    'assignment_runs',
    {
      id: column.id(),
      panelId: column.ref(),
      number: column.int(),
      state: column.text(12),
      task: column.json(),
      seed: column.int(),
      seconds: column.int(),
      progress: column.json({ nullable: true }),
      answer: column.json({ nullable: true }),
      startedAt: column.instant(),
      startedBy: column.text(64),
      endedAt: column.instant({ nullable: true }),
      appliedAt: column.instant({ nullable: true }),
      appliedBy: column.text(64, { nullable: true }),
    },
    { uq_assignment_runs_number: { columns: ['panelId', 'number'], unique: true } },
  ),
  defineTable(
    'sheet_drafts',
    {
      id: column.id(),
      panelId: column.ref(),
      entryId: column.ref(),
      personId: column.ref(),
      scores: column.json(),
      comment: column.text(2000),
      savedAt: column.instant(),
    },
    {
      uq_sheet_drafts_entry_person: { columns: ['entryId', 'personId'], unique: true },
      ix_sheet_drafts_judge: { columns: ['panelId', 'personId'] },
    },
  ),
];

/** How many entries each judge declared on is counted by the index alone: of a hundred thousand pairs each would be looked up. */
export class IndexDeclaredPairs1764007040000 implements MigrationInterface {
  name = 'IndexDeclaredPairs1764007040000';

  async up(runner: QueryRunner): Promise<void> {
    await indexJudges(runner, ['panelId', 'personId', 'declaredAt']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await indexJudges(runner, ['panelId', 'personId']);
  }
}

async function indexJudges(runner: QueryRunner, columnNames: string[]): Promise<void> {
  await runner.dropIndex('assigned_pairs', 'ix_assigned_pairs_judge');
  await runner.createIndex('assigned_pairs', new TableIndex({ name: 'ix_assigned_pairs_judge', columnNames }));
}
