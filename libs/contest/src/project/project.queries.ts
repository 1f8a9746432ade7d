import { failure, type LocalText } from '@haishi/contracts';
import { nameKey } from '@haishi/identity';
import { Database, escapeLike, readCursor } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Brackets, Equal, In, IsNull, Not, type SelectQueryBuilder } from 'typeorm';
import type { EditionDefinition } from '../edition/edition.definition.js';
import { nameOf } from '../edition/named.js';
import { FormerOwner } from './former-owner.entity.js';
import { Project, ProjectMaterial, ProjectMember, ProjectSubmission } from './project.entity.js';
import type { ProjectState } from './project.rules.js';
import type { MaterialContent, ProjectSnapshot } from './project.snapshot.js';
import type { Reach } from './reach.js';

export const PROJECT_SORTS = ['-submittedAt', 'submittedAt', '-number', 'number'] as const;
export type ProjectSort = (typeof PROJECT_SORTS)[number];

export interface ProjectFilter {
  editionId: string;
  reach: Reach;
  states?: readonly ProjectState[] | undefined;
  division?: string | undefined;
  region?: string | undefined;
  group?: string | undefined;
  /** Of these alone; of all where it is null. */
  among?: ReadonlySet<string> | null | undefined;
  /** But these, such as what the reader is recused from. */
  except?: readonly string[] | undefined;
  /** A part of the title or of the number. */
  text?: string | undefined;
  /** Returned, and its time for correction over by that moment, in an edition that is open or not (`correctionDue`). */
  overdue?: { at: Date; open: boolean } | undefined;
  /** Narrows it further, by what another part of the contest knows of projects. */
  narrow?: ((select: SelectQueryBuilder<Project>) => void) | undefined;
}

/** What other parts of the contest need to name a project. */
export interface ProjectBrief {
  id: string;
  editionId: string;
  number: string | null;
  title: string;
  state: ProjectState;
  division: string;
  divisionName: LocalText;
  region: string;
  group: string;
  groupName: LocalText;
  organisationName: string;
}

const GIVER = `SELECT s.byId AS byId FROM project_submissions s
LEFT JOIN project_moves m ON m.projectId = s.projectId AND m.submission = s.number
WHERE s.projectId = ? AND s.number <= ? AND m.id IS NULL ORDER BY s.number DESC LIMIT 1`;

/** Named reads of projects. */
@Injectable()
export class ProjectQueries {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<Project | null> {
    return this.database.manager.findOneBy(Project, { id: Equal(id) });
  }

  /** By id; unknown ids are absent. */
  async byIds(ids: readonly string[]): Promise<Map<string, Project>> {
    const found = await this.database.manager.findBy(Project, { id: In([...new Set(ids)]) });
    return new Map(found.map((project) => [project.id, project]));
  }

  /** The members of each of these projects, in order. */
  async teams(projectIds: readonly string[]): Promise<Map<string, ProjectMember[]>> {
    const found = await this.database.manager.find(ProjectMember, {
      where: { projectId: In([...new Set(projectIds)]) },
      order: { projectId: 'ASC', position: 'ASC' },
    });
    return Map.groupBy(found, (member) => member.projectId);
  }

  members(projectId: string): Promise<ProjectMember[]> {
    return this.database.manager.find(ProjectMember, {
      where: { projectId: Equal(projectId) },
      order: { position: 'ASC' },
    });
  }

  materials(projectId: string): Promise<ProjectMaterial[]> {
    return this.database.manager.find(ProjectMaterial, {
      where: { projectId: Equal(projectId) },
      order: { addedAt: 'ASC', id: 'ASC' },
    });
  }

  /** The submissions, oldest first, without what they hold. */
  submissions(projectId: string): Promise<Pick<ProjectSubmission, 'number' | 'at' | 'byId' | 'late'>[]> {
    return this.database.manager.find(ProjectSubmission, {
      select: { number: true, at: true, byId: true, late: true },
      where: { projectId: Equal(projectId) },
      order: { number: 'ASC' },
    });
  }

  /** Which of these projects have a submission that came late. */
  async late(projectIds: readonly string[]): Promise<Set<string>> {
    if (projectIds.length === 0) return new Set();
    const found = await this.database.manager.find(ProjectSubmission, {
      select: { id: true, projectId: true },
      where: { projectId: In([...projectIds]), late: Not(IsNull()) },
    });
    return new Set(found.map(({ projectId }) => projectId));
  }

  /** One submission with what it holds. */
  submission(projectId: string, number: number): Promise<ProjectSubmission | null> {
    return this.database.manager.findOneBy(ProjectSubmission, { projectId: Equal(projectId), number });
  }

  /** The files of all that a project was handed in as. */
  async materialsHandedIn(projectId: string): Promise<MaterialContent[]> {
    const all = await this.database.manager.findBy(ProjectSubmission, { projectId: Equal(projectId) });
    return all.flatMap(({ snapshot }) => snapshot.materials);
  }

  /** Who gave what a submission says: who handed it in or, where a move made it, what was moved. */
  async giverOf(projectId: string, number: number): Promise<string | null> {
    const [row] = await this.database.query<{ byId: string }>(GIVER, [projectId, number]);
    return row?.byId ?? null;
  }

  /** What somebody handed in of projects that they passed on. */
  passedOnBy(personId: string): Promise<ProjectSubmission[]> {
    return this.database.manager
      .createQueryBuilder(ProjectSubmission, 's')
      .innerJoin(FormerOwner, 'f', 'f.projectId = s.projectId AND f.personId = s.byId')
      .where('s.byId = :personId', { personId })
      .orderBy('s.projectId')
      .addOrderBy('s.number')
      .getMany();
  }

  /** What each of these projects handed in last, by project. */
  async lastSubmissions(projects: readonly Project[]): Promise<Map<string, ProjectSubmission>> {
    if (projects.length === 0) return new Map();
    const last = new Map(projects.map(({ id, submissions }) => [id, submissions]));
    const found = await this.database.manager.findBy(ProjectSubmission, { projectId: In([...last.keys()]) });
    const latest = found.filter(({ projectId, number }) => last.get(projectId) === number);
    return new Map(latest.map((submission) => [submission.projectId, submission]));
  }

  /** What these projects handed in as these submissions, one of each, by project. */
  async submissionsAt(wanted: readonly { projectId: string; number: number }[]): Promise<Map<string, ProjectSnapshot>> {
    const numbers = new Map(wanted.map(({ projectId, number }) => [projectId, number]));
    const found = await this.database.manager.findBy(ProjectSubmission, { projectId: In([...numbers.keys()]) });
    const meant = found.filter(({ projectId, number }) => numbers.get(projectId) === number);
    return new Map(meant.map(({ projectId, snapshot }) => [projectId, snapshot]));
  }

  submissionByKey(projectId: string, requestKey: string): Promise<ProjectSubmission | null> {
    return this.database.manager.findOneBy(ProjectSubmission, {
      projectId: Equal(projectId),
      requestKey: Equal(requestKey),
    });
  }

  /** A person's projects, those touched last first. */
  ownedBy(ownerId: string): Promise<Project[]> {
    return this.database.manager.find(Project, {
      where: { ownerId: Equal(ownerId) },
      order: { updatedAt: 'DESC', id: 'DESC' },
      take: 200,
    });
  }

  /** The lines of teams that bear a mail address, in normal form. */
  membershipsOf(mail: string): Promise<ProjectMember[]> {
    return this.database.manager.findBy(ProjectMember, { mail: Equal(mail) });
  }

  draftCount(ownerId: string, editionId: string): Promise<number> {
    return this.database.manager.countBy(Project, {
      ownerId: Equal(ownerId),
      editionId: Equal(editionId),
      state: 'draft',
    });
  }

  /** Projects that were handed in, `limit + 1` of them from the cursor on. Drafts belong to their owners alone. */
  async page(filter: ProjectFilter, sort: ProjectSort, cursor: string | undefined, limit: number): Promise<Project[]> {
    const key = sort.endsWith('submittedAt') ? 'submittedAt' : 'number';
    const select = this.matching(filter, key);
    const [order, compare] = sort.startsWith('-') ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
    if (cursor) {
      const [value, id] = readCursor(cursor, 2);
      const position = key === 'submittedAt' ? new Date(value ?? '') : String(value);
      if (position instanceof Date && Number.isNaN(position.getTime()))
        throw failure('common.bad_cursor', { field: 'cursor' });
      // No number is given twice, so that it alone says where the page begins.
      const at = key === 'number' ? '' : ` OR (project.${key} = :position AND project.id ${compare} :id)`;
      select.andWhere(`(project.${key} ${compare} :position${at})`, { position, id });
    }
    select.orderBy(`project.${key}`, order);
    if (key !== 'number') select.addOrderBy('project.id', order);
    return select.limit(limit + 1).getMany();
  }

  async count(filter: ProjectFilter): Promise<number> {
    const row = await this.matching(filter).select('COUNT(*)', 'count').getRawOne<{ count: string | number }>();
    return Number(row?.count ?? 0);
  }

  /** How many of what lies in reach somebody is recused from, whatever else a list is narrowed to. */
  async recused({ editionId, reach, except = [] }: ProjectFilter, states?: readonly ProjectState[]): Promise<number> {
    return except.length === 0 ? 0 : this.count({ editionId, reach, states, among: new Set(except) });
  }

  /** How many match, and since when the first of them was submitted. */
  async waiting(filter: ProjectFilter): Promise<{ count: number; since: Date | undefined }> {
    const count = await this.count(filter);
    const oldest =
      count > 0 ? await this.matching(filter).orderBy('project.submittedAt', 'ASC').limit(1).getOne() : null;
    return { count, since: oldest?.submittedAt ?? undefined };
  }

  /** What names the projects of these ids, in no order; unknown ids are absent. `definition` is their edition's. */
  async briefs(ids: readonly string[], definition: EditionDefinition): Promise<ProjectBrief[]> {
    if (ids.length === 0) return [];
    const projects = await this.database.manager.findBy(Project, { id: In([...ids]), state: Not('draft') });
    return projects.map((project) => ({
      id: project.id,
      editionId: project.editionId,
      number: project.number,
      title: project.title,
      state: project.state,
      division: project.division ?? '',
      divisionName: nameOf(definition.divisions, project.division ?? ''),
      region: project.region ?? '',
      group: project.groupCode ?? '',
      groupName: nameOf(definition.groups, project.groupCode ?? ''),
      organisationName: project.organisationName,
    }));
  }

  /** Whatever was handed in has both a date and a number; asking for the one it is sorted by lets its index serve. */
  private matching(
    { editionId, reach, states, division, region, group, among, except, text, overdue, narrow }: ProjectFilter,
    given: 'submittedAt' | 'number' = 'submittedAt',
  ): SelectQueryBuilder<Project> {
    const select = this.database.manager
      .createQueryBuilder(Project, 'project')
      .where('project.editionId = :editionId', { editionId })
      .andWhere(`project.${given} IS NOT NULL`);
    if (!reach.all)
      select.andWhere(
        new Brackets((any) => {
          any.where('1 = 0');
          if (reach.regions.length > 0) any.orWhere('project.region IN (:...regions)', { regions: reach.regions });
          if (reach.divisions.length > 0)
            any.orWhere('project.division IN (:...divisions)', { divisions: reach.divisions });
        }),
      );
    if (states && states.length > 0) select.andWhere('project.state IN (:...states)', { states });
    if (division) select.andWhere('project.division = :division', { division });
    if (region) select.andWhere('project.region = :region', { region });
    if (group) select.andWhere('project.groupCode = :group', { group });
    if (among) select.andWhere(among.size > 0 ? 'project.id IN (:...among)' : '1 = 0', { among: [...among] });
    if (except && except.length > 0) select.andWhere('project.id NOT IN (:...except)', { except });
    if (text) {
      const title = `%${escapeLike(nameKey(text))}%`;
      const number = `%${escapeLike(text.toUpperCase())}%`;
      select.andWhere("(project.titleKey LIKE :title ESCAPE '!' OR project.number LIKE :number ESCAPE '!')", {
        title,
        number,
      });
    }
    if (overdue) {
      select.andWhere("project.state = 'returned' AND project.correctionDueAt < :second");
      if (overdue.open) select.andWhere('(project.lateUntil IS NULL OR project.lateUntil < :second)');
      // What comes within the second that a deadline names is in time.
      select.setParameter('second', new Date(Math.floor(overdue.at.getTime() / 1000) * 1000));
    }
    narrow?.(select);
    return select;
  }
}
