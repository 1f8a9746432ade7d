import type { Answers } from '@haishi/contracts';
import { PersonalData, type PersonalDataHolder, Persons } from '@haishi/identity';
import { FilesService, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { EditionQueries } from '../edition/edition.queries.js';
import { withoutPersonal } from '../entry-form/answers.rules.js';
import { ProjectMarks } from '../duplicates/marks.js';
import { leaderOf } from './leader.rules.js';
import { FormerMember } from '../project-team/former-member.entity.js';
import { MemberInvitation } from '../project-team/invitation.entity.js';
import type { InvitationState } from '../project-team/team.rules.js';
import { Teammates } from '../project-team/teammates.js';
import { FormerOwner } from './former-owner.entity.js';
import { isMarkedPersonal } from './material.rules.js';
import { Project, ProjectMaterial, ProjectMember, ProjectSubmission } from './project.entity.js';
import { ProjectParty } from './project-party.entity.js';
import { ProjectQueries } from './project.queries.js';
import type { MemberContent, ProjectSnapshot } from './project.snapshot.js';
import { toContent, toMaterials } from './project.views.js';

/** As whom a person stands in a team, or left it by themselves. */
const AGREED: readonly InvitationState[] = ['accepted', 'left'];
const ERASED = { name: '—', mail: '' };

/** What the contest holds of a person: the projects they own, their line in other teams, and their invitations to those. */
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
    private readonly teammates: Teammates,
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
    const mail = (await this.persons.byId(personId))?.mail ?? null;
    const memberships = await this.linesOf(personId, mail);
    const invitations = await this.teammates.about(personId, mail);
    const former = await this.teammates.formerOf(personId);
    return {
      own,
      invitations: invitations.map(({ projectId, mail, state, agreed, sentAt, timesSent, stateAt }) => {
        return { projectId, mail, state, agreed, sentAt, timesSent, stateAt };
      }),
      passedOn: await this.passedOn(personId),
      formerMemberships: former.map(({ projectId, since }) => ({ projectId, since })),
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

  /** What they answered about themselves in projects that are others' by now, which nobody there is told. */
  private async passedOn(personId: string) {
    const given = [];
    for (const { projectId, number, snapshot } of await this.queries.passedOnBy(personId)) {
      const project = await this.queries.find(projectId);
      if (!project) continue;
      const answers = await this.personalOf(project, snapshot.answers ?? {});
      if (answers) given.push({ projectId, submission: number, answers });
    }
    return given;
  }

  /**
   * The lines of teams that bear a person's address, or under which they accepted to be a member with another; not where the
   * leader ended that, since the line then is of somebody else.
   */
  private async linesOf(personId: string, mail: string | null): Promise<ProjectMember[]> {
    const lines = mail ? await this.queries.membershipsOf(mail) : [];
    for (const accepted of await this.teammates.about(personId, null))
      if (accepted.mail !== mail && AGREED.includes(accepted.state))
        lines.push(...(await this.queries.members(accepted.projectId)).filter((line) => line.mail === accepted.mail));
    return lines;
  }

  /** What was answered about a person as the leader of a team. */
  private async answersAbout(projectId: string, mail: string): Promise<{ answers?: Answers }> {
    const project = await this.queries.find(projectId);
    if (!project?.answers || leaderOf(await this.queries.members(projectId))?.mail !== mail) return {};
    const answers = await this.personalOf(project, project.answers);
    return answers ? { answers } : {};
  }

  /** Those of the answers that are about a person; null where none is. */
  private async personalOf({ editionId }: Project, answers: Answers): Promise<Answers | null> {
    const { definition } = await this.editions.get(editionId);
    const others = withoutPersonal(definition, answers);
    const personal = Object.entries(answers).filter(([code]) => !(code in others));
    return personal.length > 0 ? Object.fromEntries(personal) : null;
  }

  /**
   * Drafts go; what was handed in leaves the contest and stays on record without the person's name and address, what they
   * answered, and personal files. From projects of others, those that they passed on included, go their name and address, what
   * was answered about them as the leader, and personal files that they gave or that were handed in while they led.
   */
  async erase(work: Work, personId: string): Promise<void> {
    const projects = await work.manager.findBy(Project, { ownerId: Equal(personId) });
    for (const project of projects.filter(({ submissions }) => submissions === 0)) await this.remove(work, project.id);
    const handedIn = projects.filter(({ submissions }) => submissions > 0).map(({ id }) => id);
    await this.marks.remove(work, handedIn);
    const mail = (await this.persons.byId(personId))?.mail ?? null;
    const lines = await this.linesOf(personId, mail);
    const passedOn = await work.manager.findBy(FormerOwner, { personId: Equal(personId) });
    const touched = new Set([...handedIn, ...[...lines, ...passedOn].map(({ projectId }) => projectId)]);
    for (const id of touched) {
      const mails = new Set(lines.filter(({ projectId }) => projectId === id).map((line) => line.mail));
      if (mail) mails.add(mail);
      await this.eraseContent(work, id, { personId, mails, own: handedIn.includes(id) });
    }
    await work.manager.delete(FormerOwner, { personId: Equal(personId) });
    await work.manager.delete(MemberInvitation, { personId: Equal(personId) });
    await work.manager.delete(FormerMember, { personId: Equal(personId) });
    if (mail)
      for (const kept of [MemberInvitation, ProjectParty]) await work.manager.delete(kept, { mail: Equal(mail) });
    await work.manager.update(ProjectMember, { id: In(lines.map(({ id }) => id)) }, ERASED);
    for (const projectId of touched) if (!handedIn.includes(projectId)) await this.marks.renew(work, projectId);
  }

  /** In the working copy its answers, in submissions the one change they ever see: the law asks for it. */
  private async eraseContent(
    work: Work,
    id: string,
    who: { personId: string; mails: ReadonlySet<string>; own: boolean },
  ): Promise<void> {
    const project = await work.manager.findOneByOrFail(Project, { id: Equal(id) });
    const { definition } = await this.editions.get(project.editionId);
    await work.manager.delete(ProjectParty, { projectId: Equal(id), mail: In([...who.mails]) });
    const isLead = (members: readonly MemberContent[]) => who.mails.has(leaderOf(members)?.mail ?? '');
    const answersLeft = ({ members, answers = {} }: Pick<ProjectSnapshot, 'members' | 'answers'>): Answers => {
      if (who.own) return {};
      return isLead(members) ? withoutPersonal(definition, answers) : answers;
    };
    const erase = (member: MemberContent) => (who.mails.has(member.mail) ? { ...member, ...ERASED } : member);
    const members = await this.queries.members(id);
    const submissions = await work.manager.findBy(ProjectSubmission, { projectId: Equal(id) });
    const contents = [
      { members, materials: await this.queries.materials(id) },
      ...submissions.map((one) => one.snapshot),
    ];
    const given = new Set(
      (await this.files.usedFor('project', id))
        .filter(({ ownerId }) => ownerId === who.personId)
        .map((file) => file.id),
    );
    const files = contents
      .flatMap(({ members, materials }) =>
        who.own || isLead(members) ? materials : materials.filter(({ fileId }) => given.has(fileId)),
      )
      .filter((file) => isMarkedPersonal(definition, file))
      .map(({ fileId }) => fileId);
    for (const fileId of new Set(files))
      await this.files.detach(work, fileId, { subjectType: 'project', subjectId: id });
    await work.manager.delete(ProjectMaterial, { projectId: id, fileId: In(files) });
    if (project.answers)
      await work.manager.update(Project, id, {
        answers: answersLeft({ members, answers: project.answers }) as never,
      });
    for (const { id: submissionId, snapshot } of submissions)
      await work.manager.update(ProjectSubmission, submissionId, {
        snapshot: {
          ...snapshot,
          members: snapshot.members.map(erase),
          answers: answersLeft(snapshot),
          materials: snapshot.materials.filter(({ fileId }) => !files.includes(fileId)),
        } as never,
      });
  }

  private async remove(work: Work, projectId: string): Promise<void> {
    for (const { fileId } of await this.queries.materials(projectId))
      await this.files.detach(work, fileId, { subjectType: 'project', subjectId: projectId });
    await work.manager.delete(ProjectMaterial, { projectId });
    await work.manager.delete(ProjectMember, { projectId });
    await work.manager.delete(FormerOwner, { projectId });
    await work.manager.delete(MemberInvitation, { projectId });
    await work.manager.delete(FormerMember, { projectId });
    await work.manager.delete(Project, { id: projectId });
  }
}
