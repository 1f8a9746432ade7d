import { newId } from '@haishi/kernel';
import { column } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** Projects that were handed in before editions had rules fail none. */
export class AddUnmetRules1764000862000 implements MigrationInterface {
  name = 'AddUnmetRules1764000862000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(
      'projects',
      new TableColumn({ ...column.int({ nullable: true }), name: 'unmetRules' } as never),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('projects', 'unmetRules');
  }
}

/** Those that wait are counted by jobs, one of an edition, once a server runs. */
export class AddUnknownRules1764009010000 implements MigrationInterface {
  name = 'AddUnknownRules1764009010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(
      'projects',
      new TableColumn({ ...column.int({ nullable: true }), name: 'unknownRules' } as never),
    );
    const waiting = (await runner.query(
      "SELECT DISTINCT editionId AS editionId FROM projects WHERE state = 'submitted'",
    )) as { editionId: string }[];
    for (const { editionId } of waiting)
      await runner.query(
        `INSERT INTO jobs (id, kind, ownerId, state, input, done, total, attempts, dueAt, createdAt)
        SELECT ?, 'eligibility.recount', 'eligibility', 'queued', ?, 0, 0, 0, MAX(submittedAt), MAX(submittedAt)
        FROM projects WHERE editionId = ? AND state = 'submitted'`,
        [newId(), JSON.stringify({ editionId }), editionId],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('projects', 'unknownRules');
  }
}
