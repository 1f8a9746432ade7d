import { type Actor, failure } from '@haishi/contracts';
import { hashToken, Persons } from '@haishi/identity';
import { parseMail } from '@haishi/kernel';
import { UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Project, type ProjectMember } from '../project/project.entity.js';
import { ProjectQueries } from '../project/project.queries.js';
import { Successors } from '../project-transfer/successors.js';
import { MemberInvitation } from './invitation.entity.js';
import { Teammates } from './teammates.js';
import { TeamInvitations } from './team-invitations.js';
import { TeamNotices } from './team.notices.js';
import { answerRefusal, type InvitationAction, nextInvitation } from './team.rules.js';

/** By which an invitation is found: the token of its link, or its id for whose address it was sent to. */
export type InvitationRef = { token: string } | { id: string };

interface Answering {
  project: Project;
  members: ProjectMember[];
  line: ProjectMember;
  invitation: MemberInvitation;
}

/** What who is invited to a project does with that. */
@Injectable()
export class AnswerService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly teammates: Teammates,
    private readonly projects: ProjectQueries,
    private readonly persons: Persons,
    private readonly successors: Successors,
    private readonly invitations: TeamInvitations,
    private readonly notices: TeamNotices,
  ) {}

  /**
   * Makes the actor's account a member as the team names them, or confirms anew what changed of that; answers the project.
   * The account may have another address than the invitation. Fails with `team.link_not_valid` or `common.not_found` where
   * there is no such invitation to the actor, as {@link answerRefusal} says, with `team.other_member` where the account is that
   * of another member, with `team.judged_it`, and as {@link Successors.assertGoesOn} does.
   */
  accept(actor: Actor, ref: InvitationRef): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { project, members, line, invitation } = await this.load(work, actor, ref);
      await this.successors.assertGoesOn(project);
      const { name, role, share } = line;
      const agreed = { name, role, share };
      const confirms = 'id' in ref && invitation.state === 'accepted' && invitation.personId === actor.id;
      if (!confirms) {
        this.assertOpen(work, invitation);
        await this.assertMayJoin(actor, project, members, invitation);
      }
      const action = confirms ? 'confirm' : 'accept';
      await this.write(work, invitation, action, { personId: actor.id, agreed });
      await this.notices.answered(work, project, invitation, { name, answer: 'accepted' });
      await this.invitations.event(work, project, 'project.member_accepted', invitation.id);
      return project.id;
    });
  }

  /** Says no; whoever holds the link may, without an account. See {@link AnswerService.accept} for how it fails. */
  decline(actor: Actor, ref: InvitationRef): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const { project, line, invitation } = await this.load(work, actor, ref);
      this.assertOpen(work, invitation);
      await this.write(work, invitation, 'decline', {});
      await this.notices.answered(work, project, invitation, { name: line.name, answer: 'declined' });
      await this.invitations.event(work, project, 'project.member_declined', invitation.id);
    });
  }

  /** Ends the actor's own part in a project. Fails with `common.not_found` where they have none, or lead it. */
  leave(actor: Actor, projectId: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const invitation = await this.teammates.find(projectId, actor.id);
      const project = await this.projects.find(projectId);
      if (!invitation || !project || project.ownerId === actor.id) throw failure('common.not_found');
      const line = (await this.projects.members(projectId)).find(({ mail }) => parseMail(mail) === invitation.mail);
      await this.write(work, invitation, 'leave', {});
      await this.notices.answered(work, project, invitation, { name: line?.name ?? '', answer: 'left' });
      await this.invitations.event(work, project, 'project.member_left', invitation.id);
    });
  }

  /** The invitation with what it is to, the project's row held. */
  private async load(work: Work, actor: Actor, ref: InvitationRef): Promise<Answering> {
    const { projectId } = await this.find(actor, ref);
    await work.lockRow(Project, projectId);
    const invitation = await this.find(actor, ref);
    const project = await this.projects.find(projectId);
    const members = await this.projects.members(projectId);
    const line = members.find(({ mail }) => parseMail(mail) === invitation.mail);
    if (!project || !line) throw failure('team.lapsed');
    return { project, members, line, invitation };
  }

  private async find(actor: Actor, ref: InvitationRef): Promise<MemberInvitation> {
    if ('token' in ref) {
      const invitation = await this.teammates.byToken(hashToken(ref.token));
      if (!invitation) throw failure('team.link_not_valid');
      return invitation;
    }
    const invitation = await this.teammates.byId(ref.id);
    const mail = (await this.persons.byId(actor.id))?.mail ?? null;
    const accepted = invitation?.state === 'accepted' && invitation.personId === actor.id;
    // Who accepted under another address and is asked anew may not be who is meant: the new link tells.
    if (!invitation || (invitation.mail !== mail && !accepted)) throw failure('common.not_found');
    return invitation;
  }

  private assertOpen(work: Work, invitation: MemberInvitation): void {
    const refusal = answerRefusal(invitation, work.now);
    if (refusal) throw failure(refusal);
  }

  private async assertMayJoin(
    actor: Actor,
    { id, ownerId }: Project,
    members: readonly ProjectMember[],
    invitation: MemberInvitation,
  ): Promise<void> {
    const mail = (await this.persons.byId(actor.id))?.mail ?? null;
    const named = mail !== null && mail !== invitation.mail && members.some((one) => parseMail(one.mail) === mail);
    if (actor.id === ownerId || named || (await this.teammates.find(id, actor.id))) throw failure('team.other_member');
    if (await this.successors.haveJudged(actor.id, id)) throw failure('team.judged_it');
  }

  private async write(
    work: Work,
    { id, state: before, tokenHash }: MemberInvitation,
    action: InvitationAction,
    changes: Partial<MemberInvitation>,
  ): Promise<void> {
    const role = before === 'invited' ? 'invitee' : 'teammate';
    const state = nextInvitation(before, action, role);
    const { affected } = state
      ? await work.manager.update(
          MemberInvitation,
          { id: Equal(id), state: Equal(before), tokenHash: Equal(tokenHash) },
          { ...changes, agreed: changes.agreed as never, state, stateAt: work.now },
        )
      : { affected: 0 };
    if (affected !== 1) throw failure('team.answered');
  }
}
