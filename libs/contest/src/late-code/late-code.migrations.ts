import { column, defineTable } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** Late codes, who used them, and which projects came late. */
export class CreateLateCodes1764000910000 implements MigrationInterface {
  name = 'CreateLateCodes1764000910000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'late_codes',
        {
          id: column.id(),
          editionId: column.ref(),
          number: column.int(),
          codeHash: column.text(43),
          reason: column.text(500),
          expiresAt: column.instant(),
          uses: column.int(),
          used: column.int(),
          madeAt: column.instant(),
          madeBy: column.ref(),
          revokedAt: column.instant({ nullable: true }),
          revokedBy: column.ref({ nullable: true }),
        },
        {
          uq_late_codes_hash: { columns: ['codeHash'], unique: true },
          uq_late_codes_number: { columns: ['editionId', 'number'], unique: true },
        },
      ),
    );
    await runner.createTable(
      defineTable(
        'late_code_uses',
        {
          id: column.id(),
          codeId: column.ref(),
          projectId: column.ref(),
          byId: column.ref(),
          at: column.instant(),
        },
        { uq_late_code_uses_project: { columns: ['codeId', 'projectId'], unique: true } },
      ),
    );
    for (const { table, name, spec } of ADDED)
      await runner.addColumn(table, new TableColumn({ ...spec, name } as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, name } of ADDED) await runner.dropColumn(table, name);
    await runner.dropTable('late_code_uses');
    await runner.dropTable('late_codes');
  }
}

const ADDED = [
  { table: 'projects', name: 'lateUntil', spec: column.instant({ nullable: true }) },
  { table: 'project_submissions', name: 'late', spec: column.text(8, { nullable: true }) },
];
