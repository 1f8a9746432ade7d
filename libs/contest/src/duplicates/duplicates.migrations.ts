import { column, defineTable } from '@haishi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import { projectMarks } from './marks.js';

const PROJECTS_AT_ONCE = 200;
const ROWS_OF_STATEMENT = 500;

interface HandedInRow {
  id: string;
  editionId: string;
  ownerId: string;
  name: string | null;
  mail: string | null;
  snapshot: string;
}

export class CreateProjectMarks1764000830000 implements MigrationInterface {
  name = 'CreateProjectMarks1764000830000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'project_marks',
        { projectId: column.key(36), mark: column.intKey() },
        { ix_project_marks_mark: { columns: ['mark', 'projectId'] } },
      ),
    );
    await markEverything(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('project_marks');
  }
}

/** Marks what was handed in before there were marks. */
async function markEverything(runner: QueryRunner): Promise<void> {
  for (let after = ''; ;) {
    const rows = (await runner.query(
      `SELECT project.id AS id, project.editionId AS editionId, project.ownerId AS ownerId,
        person.name AS name, person.mail AS mail, submission.snapshot AS snapshot
      FROM projects project
      JOIN project_submissions submission
        ON submission.projectId = project.id AND submission.number = project.submissions
      LEFT JOIN persons person ON person.id = project.ownerId
      WHERE project.id > ? ORDER BY project.id LIMIT ${PROJECTS_AT_ONCE}`,
      [after],
    )) as HandedInRow[];
    if (rows.length === 0) return;
    const marks = rows.flatMap(({ ownerId, name, mail, snapshot, ...project }) =>
      projectMarks(project, JSON.parse(snapshot) as ProjectSnapshot, { id: ownerId, name: name ?? '', mail }),
    );
    for (let start = 0; start < marks.length; start += ROWS_OF_STATEMENT) {
      const part = marks.slice(start, start + ROWS_OF_STATEMENT);
      await runner.query(
        `INSERT INTO project_marks (projectId, mark) VALUES ${part.map(() => '(?, ?)').join(', ')}`,
        part.flatMap(({ projectId, mark }) => [projectId, mark]),
      );
    }
    after = rows.at(-1)!.id;
  }
}
