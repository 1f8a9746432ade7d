import { column, defineTable } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

export class CreateCeremonies1764000400000 implements MigrationInterface {
  name = 'CreateCeremonies1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable('ceremonies', {
        sessionId: column.key(36),
        state: column.text(12),
        plan: column.json(),
        steps: column.json(),
        sealed: column.json(),
        at: column.int(),
        frozenAt: column.instant({ nullable: true }),
        begunAt: column.instant({ nullable: true }),
        endedAt: column.instant({ nullable: true }),
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('ceremonies');
  }
}

/** A ceremony that goes on by itself. */
export class AddAutomaticCeremonies1764000630000 implements MigrationInterface {
  name = 'AddAutomaticCeremonies1764000630000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, spec] of Object.entries(AUTOMATIC))
      await runner.addColumn('ceremonies', new TableColumn({ ...spec, name } as never));
    await runner.createIndex('ceremonies', new TableIndex({ name: 'ix_ceremonies_due', columnNames: ['dueAt'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('ceremonies', 'ix_ceremonies_due');
    for (const name of Object.keys(AUTOMATIC)) await runner.dropColumn('ceremonies', name);
  }
}

const AUTOMATIC = { autoSeconds: column.int({ nullable: true }), dueAt: column.instant({ nullable: true }) };

/** Who presents. A ceremony that had begun before has nobody until somebody takes it over. */
export class AddPresenters1764000820000 implements MigrationInterface {
  name = 'AddPresenters1764000820000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('ceremonies', new TableColumn({ ...PRESENTER, name: 'presenterId' } as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('ceremonies', 'presenterId');
  }
}

const PRESENTER = column.ref({ nullable: true });

export const CEREMONY_MIGRATIONS = [
  CreateCeremonies1764000400000,
  AddAutomaticCeremonies1764000630000,
  AddPresenters1764000820000,
];
