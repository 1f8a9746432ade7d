import { column } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** Projects from before an edition could ask questions have answered none. */
export class AddProjectAnswers1764000861000 implements MigrationInterface {
  name = 'AddProjectAnswers1764000861000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(
      'projects',
      new TableColumn({ ...column.json({ nullable: true }), name: 'answers' } as never),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('projects', 'answers');
  }
}
