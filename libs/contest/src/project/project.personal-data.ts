import type { Answers } from '@haishi/contracts';
import { PersonalData, type PersonalDataHolder, Persons } from '@haishi/identity';
import { FilesService, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { EditionQueries } from '../edition/edition.queries.js';
import { withoutPersonal } from '../entry-form/answers.rules.js';
import { ProjectMarks } from '../duplicates/marks.js';
import { leaderOf } from './leader.rules.js';
import { FormerOwner } from './former-owner.entity.js';
import { Project, ProjectMaterial, ProjectMember, ProjectSubmission } from './project.entity.js';
import { ProjectQueries } from './project.queries.js';
import { statesBefore } from './project.rules.js';
import type { MemberContent, ProjectSnapshot } from './project.snapshot.js';
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
    private readonly editions: EditionQueries,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async export(personId: string): Promise<unknown> {
    const own = [];
    for (const project of await this.queries.ownedBy(personId)) {
      const { number, state, createdAt, submittedAt, lateUntil } = project;
      const content = toContent(project, await this.queries.members(project.id));
      const materials = toMaterials(await this.queries.materials(project.id));
      own.push({ number, state, createdAt, submittedAt, lateUntil, ...content, materials });
    }
    const mail = (await this.persons.byId(personId))?.mail;
    const memberships = mail ? await this.queries.membershipsOf(mail) : [];
    return {
      own,
      memberships: await Promise.all(
        memberships.map(async ({ projectId, name, role, mail }) => ({
          projectId,
          name,
          role,
          mail,
          ...(await this.answersAbout(projectId, mail)),
        })),
      ),
    };
  }

  /** What was answered about a person as the leader of a team. */
  private async answersAbout(projectId: string, mail: string): Promise<{ answers?: Answers }> {
    const project = await this.queries.find(projectId);
    if (!project?.answers || leaderOf(await this.queries.members(projectId))?.mail !== mail) return {};
    const { definition } = await this.editions.get(project.editionId);
    const others = withoutPersonal(definition, project.answers);
    const answers = Object.fromEntries(Object.entries(project.answers).filter(([code]) => !(code in others)));
    return Object.keys(answers).length > 0 ? { answers } : {};
  }

  /**
   * Drafts go; what was handed in leaves the contest and stays on record without the person's name and address, and
   * without what they answered. Of a project of somebody else, what was answered about them as its leader goes.
   */
  async erase(work: Work, personId: string): Promise<void> {
    const projects = await work.manager.findBy(Project, { ownerId: Equal(personId) });
    for (const project of projects.filter(({ submissions }) => submissions === 0)) await this.remove(work, project.id);
    const handedIn = projects.filter(({ submissions }) => submissions > 0).map(({ id }) => id);
    await work.manager.update(
      Project,
      { id: In(handedIn), state: In([...statesBefore('withdraw')]) },
      {
        state: 'withdrawn',
        withdrawnAt: work.now,
        correctionDueAt: null,
        lateUntil: null,
        version: () => 'version + 1',
      },
    );
    await this.marks.remove(work, handedIn);
    const mail = (await this.persons.byId(personId))?.mail ?? null;
    const memberships = mail ? await work.manager.findBy(ProjectMember, { mail: Equal(mail) }) : [];
    for (const id of new Set([...handedIn, ...memberships.map(({ projectId }) => projectId)]))
      await this.eraseContent(work, id, { mail, own: handedIn.includes(id) });
    if (!mail) return;
    await work.manager.update(ProjectMember, { mail: Equal(mail) }, ERASED);
    for (const { projectId } of memberships) if (!handedIn.includes(projectId)) await this.marks.renew(work, projectId);
  }

  /** In the working copy its answers, in submissions the one change they ever see: the law asks for it. */
  private async eraseContent(work: Work, id: string, who: { mail: string | null; own: boolean }): Promise<void> {
    const project = await work.manager.findOneByOrFail(Project, { id: Equal(id) });
    const { definition } = await this.editions.get(project.editionId);
    const answersLeft = ({ members, answers = {} }: Pick<ProjectSnapshot, 'members' | 'answers'>): Answers => {
      if (who.own) return {};
      return leaderOf(members)?.mail === who.mail ? withoutPersonal(definition, answers) : answers;
    };
    const erase = (member: MemberContent) => (member.mail === who.mail ? { ...member, ...ERASED } : member);
    const members = await this.queries.members(id);
    if (project.answers)
      await work.manager.update(Project, id, {
        answers: answersLeft({ members, answers: project.answers }) as never,
      });
    for (const { id: submissionId, snapshot } of await work.manager.findBy(ProjectSubmission, { projectId: Equal(id) }))
      await work.manager.update(ProjectSubmission, submissionId, {
        snapshot: { ...snapshot, members: snapshot.members.map(erase), answers: answersLeft(snapshot) } as never,
      });
  }

  private async remove(work: Work, projectId: string): Promise<void> {
    for (const { fileId } of await this.queries.materials(projectId))
      await this.files.detach(work, fileId, { subjectType: 'project', subjectId: projectId });
    await work.manager.delete(ProjectMaterial, { projectId });
    await work.manager.delete(ProjectMember, { projectId });
    await work.manager.delete(FormerOwner, { projectId });
    await work.manager.delete(Project, { id: projectId });
  }
}
