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
