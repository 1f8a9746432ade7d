import { nameKey } from '@haishi/identity';
import { column, defineTable, renewRows } from '@haishi/platform';
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { keyOfOrganisation } from './project.rules.js';

export class CreateProjects1764000001000 implements MigrationInterface {
  name = 'CreateProjects1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'projects',
        {
          id: column.id(),
          editionId: column.ref(),
          ownerId: column.ref(),
          number: column.text(40, { nullable: true }),
          state: column.text(12),
          title: column.text(200),
          titleKey: column.text(200),
          summary: column.longText(),
          language: column.text(2),
          division: column.text(12, { nullable: true }),
          field: column.text(12, { nullable: true }),
          region: column.text(12, { nullable: true }),
          groupCode: column.text(12, { nullable: true }),
          organisationName: column.text(200),
          organisationCountry: column.text(2),
          organisationCode: column.text(60),
          landing: column.json(),
          undertaking: column.bool(),
          submittedAt: column.instant({ nullable: true }),
          submissions: column.int(),
          correctionDueAt: column.instant({ nullable: true }),
          withdrawnAt: column.instant({ nullable: true }),
          demo: column.bool(),
          version: column.int(),
          createdAt: column.instant(),
          updatedAt: column.instant(),
        },
        {
          uq_projects_number: { columns: ['editionId', 'number'], unique: true },
          ix_projects_owner: { columns: ['ownerId', 'editionId'] },
          ix_projects_submitted: { columns: ['editionId', 'submittedAt', 'id'] },
          ix_projects_state: { columns: ['editionId', 'state', 'submittedAt', 'id'] },
          ix_projects_division: { columns: ['editionId', 'division', 'submittedAt', 'id'] },
          ix_projects_region: { columns: ['editionId', 'region', 'submittedAt', 'id'] },
        },
      ),
    );
    await runner.createTable(
      defineTable(
        'project_members',
        {
          id: column.id(),
          projectId: column.ref(),
          position: column.int(),
          name: column.text(100),
          role: column.text(100),
          share: column.int({ nullable: true }),
          mail: column.text(254),
          isCore: column.bool(),
        },
        {
          ix_project_members_project: { columns: ['projectId', 'position'] },
          ix_project_members_mail: { columns: ['mail'] },
        },
      ),
    );
    await runner.createTable(
      defineTable(
        'project_materials',
        {
          id: column.id(),
          projectId: column.ref(),
          kind: column.text(12),
          fileId: column.ref(),
          name: column.text(200),
          size: column.int(),
          addedAt: column.instant(),
        },
        {
          uq_project_materials_file: { columns: ['fileId'], unique: true },
          ix_project_materials_project: { columns: ['projectId', 'kind'] },
        },
      ),
    );
    await runner.createTable(
      defineTable(
        'project_submissions',
        {
          id: column.id(),
          projectId: column.ref(),
          number: column.int(),
          requestKey: column.text(64),
          snapshot: column.json(),
          byId: column.ref(),
          at: column.instant(),
        },
        {
          uq_project_submissions_number: { columns: ['projectId', 'number'], unique: true },
          uq_project_submissions_key: { columns: ['projectId', 'requestKey'], unique: true },
        },
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['project_submissions', 'project_materials', 'project_members', 'projects'])
      await runner.dropTable(table);
  }
}

const NARROW = {
  ix_projects_submitted: ['editionId', 'submittedAt', 'id'],
  ix_projects_state: ['editionId', 'state', 'submittedAt', 'id'],
  ix_projects_division: ['editionId', 'division', 'submittedAt', 'id'],
  ix_projects_region: ['editionId', 'region', 'submittedAt', 'id'],
};
const ADDED = {
  ix_projects_submitted: ['state', 'division', 'region', 'groupCode', 'number', 'titleKey'],
  ix_projects_state: ['division', 'region', 'groupCode'],
  ix_projects_division: ['state', 'region', 'groupCode'],
  ix_projects_region: ['state', 'division', 'groupCode'],
};

/** Lets the indexes of lists answer how many match by themselves; a row of this table is long, most of it the summary. */
export class WidenProjectIndexes1764000930000 implements MigrationInterface {
  name = 'WidenProjectIndexes1764000930000';

  up(runner: QueryRunner): Promise<void> {
    return replace(runner, (name) => [...NARROW[name], ...ADDED[name]]);
  }

  down(runner: QueryRunner): Promise<void> {
    return replace(runner, (name) => NARROW[name]);
  }
}

async function replace(runner: QueryRunner, columnsOf: (name: keyof typeof NARROW) => string[]): Promise<void> {
  for (const name of Object.keys(NARROW) as (keyof typeof NARROW)[]) {
    await runner.dropIndex('projects', name);
    await runner.createIndex('projects', new TableIndex({ name, columnNames: columnsOf(name) }));
  }
}

/** Which wording was confirmed before this is not known; it stands. */
export class AddUndertakingDigest1764002040000 implements MigrationInterface {
  name = 'AddUndertakingDigest1764002040000';

  async up(runner: QueryRunner): Promise<void> {
    const digest = { ...column.text(64, { nullable: true }), name: 'undertakingDigest' };
    await runner.addColumn('projects', new TableColumn(digest as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('projects', 'undertakingDigest');
  }
}

/** Why its owner withdrew a project. */
export class AddWithdrawReason1764003080100 implements MigrationInterface {
  name = 'AddWithdrawReason1764003080100';

  async up(runner: QueryRunner): Promise<void> {
    const spec = { ...column.text(500, { nullable: true }), name: 'withdrawReason' };
    await runner.addColumn('projects', new TableColumn(spec as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('projects', 'withdrawReason');
  }
}

const ORGANISATION = {
  ix_projects_organisation: ['editionId', 'organisationKey'],
  ix_projects_code: ['editionId', 'organisationCode'],
};

/** Lets who works for an organisation find its projects of an edition by an index. */
export class KeyProjectOrganisations1764005010100 implements MigrationInterface {
  name = 'KeyProjectOrganisations1764005010100';

  async up(runner: QueryRunner): Promise<void> {
    const key = { ...column.text(200, { nullable: true }), name: 'organisationKey' };
    await runner.addColumn('projects', new TableColumn(key as never));
    await renewRows(runner, 'projects', ['organisationName'], ({ organisationName }) => ({
      organisationKey: keyOfOrganisation(organisationName!),
    }));
    for (const [name, columnNames] of Object.entries(ORGANISATION))
      await runner.createIndex('projects', new TableIndex({ name, columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(ORGANISATION)) await runner.dropIndex('projects', name);
    await runner.dropColumn('projects', 'organisationKey');
  }
}

/** Keeps with each material whether it was given as personal; of those from before, their kinds tell. */
export class KeepPersonalMaterials1764006010000 implements MigrationInterface {
  name = 'KeepPersonalMaterials1764006010000';

  async up(runner: QueryRunner): Promise<void> {
    const personal = { ...column.bool(), name: 'personal' };
    await runner.addColumn('project_materials', new TableColumn({ ...personal, default: 0 } as never));
    await runner.changeColumn('project_materials', 'personal', new TableColumn(personal as never));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('project_materials', 'personal');
  }
}

/** Lets keys pass over signs that nobody sees, and a university be found by its schools and campuses. */
export class RenewProjectKeys1764008020000 implements MigrationInterface {
  name = 'RenewProjectKeys1764008020000';

  async up(runner: QueryRunner): Promise<void> {
    const columns = ['title', 'titleKey', 'organisationName', 'organisationKey'];
    await renewRows(runner, 'projects', columns, ({ title, organisationName }) => ({
      titleKey: nameKey(title!),
      organisationKey: keyOfOrganisation(organisationName!),
    }));
  }

  /** The keys before are found no other way; those that are there serve as well. */
  async down(): Promise<void> {}
}

/** Of projects that are returned as this runs, the working copy goes on from where they lie by then. */
export class AddChosenPlace1764009030000 implements MigrationInterface {
  name = 'AddChosenPlace1764009030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(
      'projects',
      new TableColumn({ ...column.json({ nullable: true }), name: 'chosenPlace' } as never),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('projects', 'chosenPlace');
  }
}
