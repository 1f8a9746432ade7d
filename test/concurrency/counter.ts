import { column, defineTable, IdColumn, IntColumn, TextColumn } from '@haishi/platform';
import { Entity, type MigrationInterface, type QueryRunner } from 'typeorm';

/** A table for the concurrency suite alone. */
@Entity('test_counters')
export class Counter {
  @IdColumn() id: string;
  @TextColumn(40) name: string;
  @IntColumn() value: number;
}

class CreateCounters1763999999000 implements MigrationInterface {
  name = 'CreateCounters1763999999000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable('test_counters', { id: column.id(), name: column.text(40), value: column.int() }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('test_counters');
  }
}

export const COUNTERS = { entities: [Counter], migrations: [CreateCounters1763999999000] };
