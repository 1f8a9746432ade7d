import { nameKey } from '@haishi/identity';
import { column, defineTable, renewRows } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

export class CreateCollectedProjects1764000950000 implements MigrationInterface {
  name = 'CreateCollectedProjects1764000950000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'collected_projects',
        {
          id: column.id(),
          editionId: column.ref(),
          title: column.text(200),
          titleKey: column.text(200),
          summary: column.longText(),
          division: column.text(12),
          field: column.text(12, { nullable: true }),
          region: column.text(12),
          groupCode: column.text(12, { nullable: true }),
          organisationName: column.text(200),
          organisationCountry: column.text(2),
          organisationCode: column.text(60),
          leaderName: column.text(100),
          leaderMail: column.text(254),
          channel: column.text(12),
          referrer: column.text(200),
          state: column.text(10),
          importedBy: column.ref(),
          importedAt: column.instant(),
          decidedAt: column.instant({ nullable: true }),
          decidedBy: column.text(64, { nullable: true }),
          reason: column.text(500, { nullable: true }),
        },
        {
          uq_collected_projects_title: { columns: ['editionId', 'leaderMail', 'titleKey'], unique: true },
          ix_collected_projects_state: { columns: ['editionId', 'state', 'id'] },
          ix_collected_projects_mail: { columns: ['leaderMail'] },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('collected_projects');
  }
}

export class AddCollectedImports1764002010000 implements MigrationInterface {
  name = 'AddCollectedImports1764002010000';

  async up(runner: QueryRunner): Promise<void> {
    const importId = new TableColumn({ ...column.ref({ nullable: true }), name: 'importId' } as never);
    await runner.addColumn('collected_projects', importId);
    await runner.createIndex(
      'collected_projects',
      new TableIndex({ name: 'ix_collected_projects_import', columnNames: ['importId', 'id'] }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('collected_projects', 'ix_collected_projects_import');
    await runner.dropColumn('collected_projects', 'importId');
  }
}

/** When a later list offered a project again. */
export class AddCollectedReopening1764007030000 implements MigrationInterface {
  name = 'AddCollectedReopening1764007030000';

  async up(runner: QueryRunner): Promise<void> {
    const reopenedAt = new TableColumn({ ...column.instant({ nullable: true }), name: 'reopenedAt' } as never);
    await runner.addColumn('collected_projects', reopenedAt);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('collected_projects', 'reopenedAt');
  }
}

/** Lets keys of titles pass over signs that nobody sees; of two rows that are one by then the later keeps the key that it has. */
export class RenewCollectedKeys1764008020100 implements MigrationInterface {
  name = 'RenewCollectedKeys1764008020100';

  async up(runner: QueryRunner): Promise<void> {
    const columns = ['editionId', 'leaderMail', 'title', 'titleKey'];
    await renewRows(runner, 'collected_projects', columns, async ({ editionId, leaderMail, title, titleKey }) => {
      const key = nameKey(title!);
      if (key === titleKey) return { titleKey };
      const held: unknown[] = await runner.query(
        'SELECT id FROM collected_projects WHERE editionId = ? AND leaderMail = ? AND titleKey = ?',
        [editionId, leaderMail, key],
      );
      return { titleKey: held.length === 0 ? key : titleKey! };
    });
  }

  async down(): Promise<void> {}
}
