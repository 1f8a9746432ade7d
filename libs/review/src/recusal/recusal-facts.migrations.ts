import { column } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const ADDED = [
  ['recusals', 'pairAt', column.instant({ nullable: true })],
  ['recusal_dismissals', 'pairAt', column.instant({ nullable: true })],
  ['experts', 'tiesAt', column.instant({ nullable: true })],
  ['assignment_runs', 'leftTies', column.json({ nullable: true })],
] as const;

/** What a recusal took from its judge, when ties were declared, and ties that a search left to somebody else. */
export class AddRecusalFacts1764002050000 implements MigrationInterface {
  name = 'AddRecusalFacts1764002050000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, name, spec] of ADDED) await runner.addColumn(table, new TableColumn({ ...spec, name } as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, name] of [...ADDED].reverse()) await runner.dropColumn(table, name);
  }
}
