import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { partiesOf } from './project-parties.js';
import type { ProjectParty } from './project-party.entity.js';
import type { ProjectSnapshot } from './project.snapshot.js';

const PROJECTS_AT_ONCE = 200;
const ROWS_OF_STATEMENT = 500;
const COLUMNS = ['id', 'projectId', 'mail', 'organisationName', 'organisationKey', 'organisationCode'] as const;

/** Keeps whom and what submissions named, also beside a working copy that says otherwise by now. */
export class CreateProjectParties1764008030000 implements MigrationInterface {
  name = 'CreateProjectParties1764008030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'project_parties',
        {
          id: column.id(),
          projectId: column.ref(),
          mail: column.text(254, { nullable: true }),
          organisationName: column.text(200, { nullable: true }),
          organisationKey: column.text(200, { nullable: true }),
          organisationCode: column.text(60, { nullable: true }),
        },
        {
          ix_project_parties_project: { columns: ['projectId'] },
          ix_project_parties_mail: { columns: ['mail'] },
          ix_project_parties_organisation: { columns: ['organisationKey'] },
          ix_project_parties_code: { columns: ['organisationCode'] },
        },
      ),
    );
    for (let after = ''; ;) {
      const ids = (
        (await runner.query(
          `SELECT id FROM projects WHERE id > ? AND submissions > 0 ORDER BY id LIMIT ${PROJECTS_AT_ONCE}`,
          [after],
        )) as { id: string }[]
      ).map(({ id }) => id);
      if (ids.length === 0) return;
      const parties = await handedIn(runner, ids);
      for (let start = 0; start < parties.length; start += ROWS_OF_STATEMENT) {
        const part = parties.slice(start, start + ROWS_OF_STATEMENT);
        const row = `(${COLUMNS.map(() => '?').join(', ')})`;
        await runner.query(
          `INSERT INTO project_parties (${COLUMNS.join(', ')}) VALUES ${part.map(() => row).join(', ')}`,
          part.flatMap((one) => COLUMNS.map((name) => one[name])),
        );
      }
      after = ids.at(-1)!;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('project_parties');
  }
}

async function handedIn(runner: QueryRunner, ids: readonly string[]): Promise<ProjectParty[]> {
  const rows = (await runner.query(
    `SELECT projectId, snapshot FROM project_submissions WHERE projectId IN (${ids.map(() => '?').join(', ')})
    ORDER BY projectId, number DESC`,
    [...ids],
  )) as { projectId: string; snapshot: string }[];
  return [...Map.groupBy(rows, ({ projectId }) => projectId)].flatMap(([projectId, submissions]) => {
    const snapshots = submissions.map(({ snapshot }) => JSON.parse(snapshot) as ProjectSnapshot);
    return partiesOf(projectId, { ...snapshots[0]!, members: snapshots.flatMap(({ members }) => members) });
  });
}
