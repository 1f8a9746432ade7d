import { Persons } from '@haishi/identity';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { Project, ProjectSubmission } from '../project/project.entity.js';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import { ProjectMark } from './duplicates.entity.js';
import { type Entrant, marksOf, toCompared } from './duplicates.rules.js';

/** The marks of one submission as they are stored; `owner` is who handed it in. */
export function projectMarks(
  { id, editionId }: Pick<Project, 'id' | 'editionId'>,
  snapshot: Omit<ProjectSnapshot, 'materials'>,
  owner: Entrant,
): ProjectMark[] {
  const marks = Object.values(marksOf(editionId, toCompared(snapshot, owner))).flat();
  return [...new Set(marks)].map((mark) => ({ projectId: id, mark }));
}

/** Keeps what projects are found again by. */
@Injectable()
export class ProjectMarks {
  constructor(private readonly persons: Persons) {}

  /** Makes a project's marks those of `snapshot`. Who calls it holds the project's row. */
  async write(
    work: Work,
    project: Pick<Project, 'id' | 'editionId' | 'ownerId'>,
    snapshot: ProjectSnapshot,
  ): Promise<void> {
    const owner = await this.persons.byId(project.ownerId);
    const { name, mail, phone } = owner ?? { name: '', mail: null, phone: null };
    const marks = projectMarks(project, snapshot, { id: project.ownerId, name, mail, phone });
    const held = await work.manager.findBy(ProjectMark, { projectId: project.id });
    // To delete what is not there would lock the gap in which others insert theirs.
    const gone = without(held, marks);
    if (gone.length > 0) await work.manager.delete(ProjectMark, { projectId: project.id, mark: In(gone.map(toMark)) });
    const fresh = without(marks, held);
    if (fresh.length > 0) await work.manager.insert(ProjectMark, fresh);
  }

  /** Makes a project's marks those of what was handed in last, which has changed; nothing where it never was handed in. */
  async renew(work: Work, projectId: string): Promise<void> {
    await work.lockRow(Project, projectId);
    const project = await work.manager.findOneByOrFail(Project, { id: Equal(projectId) });
    const { submissions: number } = project;
    const submission = await work.manager.findOneBy(ProjectSubmission, { projectId: Equal(projectId), number });
    if (submission) await this.write(work, project, submission.snapshot);
  }

  /** Takes all marks off projects that are never to be found again. */
  async remove(work: Work, projectIds: readonly string[]): Promise<void> {
    if (projectIds.length > 0) await work.manager.delete(ProjectMark, { projectId: In([...projectIds]) });
  }
}

const toMark = ({ mark }: ProjectMark): number => mark;

function without(marks: readonly ProjectMark[], others: readonly ProjectMark[]): ProjectMark[] {
  const known = new Set(others.map(toMark));
  return marks.filter(({ mark }) => !known.has(mark));
}
