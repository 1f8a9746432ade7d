import { PersonalData, type PersonalDataHolder, Persons } from '@haishi/identity';
import { FilesService, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { ProjectMarks } from '../duplicates/marks.js';
import { Project, ProjectMaterial, ProjectMember, ProjectSubmission } from './project.entity.js';
import { ProjectQueries } from './project.queries.js';
import { statesBefore } from './project.rules.js';
import type { MemberContent } from './project.snapshot.js';
import { toContent, toMaterials } from './project.views.js';

const ERASED = { name: '—', mail: '' };

/** What the contest holds of a person: the projects they own, and their line in other teams. */
@Injectable()
export class ProjectPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'projects';

  constructor(
    private readonly registry: PersonalData,
    private readonly queries: ProjectQueries,
    private readonly persons: Persons,
    private readonly files: FilesService,
    private readonly marks: ProjectMarks,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async export(personId: string): Promise<unknown> {
    const own = [];
    for (const project of await this.queries.ownedBy(personId)) {
      const { number, state, createdAt, submittedAt } = project;
      const content = toContent(project, await this.queries.members(project.id));
      const materials = toMaterials(await this.queries.materials(project.id));
      own.push({ number, state, createdAt, submittedAt, ...content, materials });
    }
    const mail = (await this.persons.byId(personId))?.mail;
    const memberships = mail ? await this.queries.membershipsOf(mail) : [];
    return {
      own,
      memberships: memberships.map(({ projectId, name, role, mail }) => ({ projectId, name, role, mail })),
    };
  }

  /** Drafts go; what was handed in leaves the contest and stays on record without the person's name and address. */
  async erase(work: Work, personId: string): Promise<void> {
    const projects = await work.manager.findBy(Project, { ownerId: Equal(personId) });
    for (const project of projects.filter(({ submissions }) => submissions === 0)) await this.remove(work, project.id);
    const handedIn = projects.filter(({ submissions }) => submissions > 0).map(({ id }) => id);
    await work.manager.update(
      Project,
      { id: In(handedIn), state: In([...statesBefore('withdraw')]) },
      { state: 'withdrawn', withdrawnAt: work.now, correctionDueAt: null, version: () => 'version + 1' },
    );
    await this.marks.remove(work, handedIn);
    const mail = (await this.persons.byId(personId))?.mail;
    if (!mail) return;
    const memberships = await work.manager.findBy(ProjectMember, { mail: Equal(mail) });
    await work.manager.update(ProjectMember, { mail: Equal(mail) }, ERASED);
    for (const id of new Set([...handedIn, ...memberships.map(({ projectId }) => projectId)])) {
      await eraseInSubmissions(work, id, mail);
      if (!handedIn.includes(id)) await this.marks.renew(work, id);
    }
  }

  private async remove(work: Work, projectId: string): Promise<void> {
    for (const { fileId } of await this.queries.materials(projectId))
      await this.files.detach(work, fileId, { subjectType: 'project', subjectId: projectId });
    await work.manager.delete(ProjectMaterial, { projectId });
    await work.manager.delete(ProjectMember, { projectId });
    await work.manager.delete(Project, { id: projectId });
  }
}

/** The one change a submission ever sees: the law asks for it. */
async function eraseInSubmissions(work: Work, projectId: string, mail: string): Promise<void> {
  const erase = (member: MemberContent) => (member.mail === mail ? { ...member, ...ERASED } : member);
  for (const { id, snapshot } of await work.manager.findBy(ProjectSubmission, { projectId: Equal(projectId) }))
    await work.manager.update(ProjectSubmission, id, {
      snapshot: { ...snapshot, members: snapshot.members.map(erase) } as never,
    });
}
