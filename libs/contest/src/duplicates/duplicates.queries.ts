import { Persons } from '@haishi/identity';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { Project, ProjectSubmission } from '../project/project.entity.js';
import type { ProjectState } from '../project/project.rules.js';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import { ProjectMark } from './duplicates.entity.js';
import {
  type ComparedProject,
  COUNTED_STATES,
  marksOf,
  registerKey,
  registerMark,
  sameEntrant,
  toCompared,
} from './duplicates.rules.js';

/** Of each kind of mark; the most alike come first, so that a university with a thousand teams hides no copied text. */
export const MOST_COMPARED = 60;

/** A project as it was handed in last. */
export interface HandedIn extends ComparedProject {
  project: Project;
  title: string;
  organisationName: string;
}

/** Named reads of what projects are compared by. */
@Injectable()
export class DuplicateQueries {
  constructor(
    private readonly database: Database,
    private readonly persons: Persons,
  ) {}

  /** The ids of other projects in `states` that bear some of these marks, at most `limit`, those that bear most of them first. */
  async bearing(
    marks: readonly number[],
    projectId: string,
    limit: number,
    states: readonly ProjectState[] = COUNTED_STATES,
  ): Promise<string[]> {
    if (marks.length === 0) return [];
    const rows = await this.database.manager
      .createQueryBuilder(ProjectMark, 'mark')
      .innerJoin(Project, 'project', 'project.id = mark.projectId')
      .select('mark.projectId', 'id')
      .addSelect('COUNT(*)', 'shared')
      .where('mark.mark IN (:...marks)', { marks })
      .andWhere('mark.projectId <> :projectId', { projectId })
      .andWhere('project.state IN (:...states)', { states })
      .groupBy('mark.projectId')
      .orderBy('COUNT(*)', 'DESC')
      .addOrderBy('mark.projectId', 'ASC')
      .limit(limit)
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  /** The marks that were written as a project was handed in last. */
  async written(projectId: string): Promise<number[]> {
    const marks = await this.database.manager.findBy(ProjectMark, { projectId: Equal(projectId) });
    return marks.map(({ mark }) => mark);
  }

  /** Other projects whose entrant is that of `content`, a version of `project`, by what other accounts handed in last. */
  async ofSameEntrant(
    { id, editionId, ownerId }: Pick<Project, 'id' | 'editionId' | 'ownerId'>,
    content: Pick<ProjectSnapshot, 'organisation' | 'members'>,
  ): Promise<HandedIn[]> {
    const { name = '', mail = null, phone = null } = (await this.persons.byId(ownerId)) ?? {};
    const compared = toCompared({ ...content, title: '', summary: '' }, { id: ownerId, name, mail, phone });
    const { person } = marksOf(editionId, { ...compared, people: compared.entrants });
    const others = await this.handedIn(await this.bearing(person, id, MOST_COMPARED));
    return others.filter((other) => other.project.ownerId !== ownerId && sameEntrant(compared, other.compared));
  }

  /** Other projects in `states` whose organisation, as it was handed in last, stands under the same number of the same register. */
  async ofSameOrganisation(
    { id, editionId }: Pick<Project, 'id' | 'editionId'>,
    organisation: ProjectSnapshot['organisation'],
    states: readonly ProjectState[],
  ): Promise<HandedIn[]> {
    const key = registerKey(organisation);
    if (key === '') return [];
    const others = await this.handedIn(await this.bearing([registerMark(editionId, key)], id, MOST_COMPARED, states));
    return others.filter(({ compared }) => compared.organisation.code === key);
  }

  /** The projects of these ids by what was handed in last, in no order; drafts and unknown ids are absent. */
  async handedIn(ids: readonly string[]): Promise<HandedIn[]> {
    if (ids.length === 0) return [];
    const projects = await this.database.manager.findBy(Project, { id: In([...ids]) });
    const submissions = await this.database.manager
      .createQueryBuilder(ProjectSubmission, 'submission')
      .innerJoin(Project, 'project', 'project.id = submission.projectId AND project.submissions = submission.number')
      .where('submission.projectId IN (:...ids)', { ids })
      .getMany();
    const owners = await this.persons.byIds(projects.map(({ ownerId }) => ownerId));
    return submissions.map(({ projectId, snapshot }) => {
      const project = projects.find(({ id }) => id === projectId)!;
      const { name, mail, phone } = owners.get(project.ownerId) ?? { name: '', mail: null, phone: null };
      return {
        id: projectId,
        editionId: project.editionId,
        number: project.number!,
        state: project.state,
        compared: toCompared(snapshot, { id: project.ownerId, name, mail, phone }),
        project,
        title: snapshot.title,
        organisationName: snapshot.organisation.name,
      };
    });
  }
}
