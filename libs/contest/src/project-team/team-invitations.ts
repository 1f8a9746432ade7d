import { AttemptLimits, hashToken, newToken, Persons } from '@haishi/identity';
import { newId, parseMail } from '@haishi/kernel';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { projectScopes } from '../edition/edition.entity.js';
import type { Project } from '../project/project.entity.js';
import type { MemberContent } from '../project/project.snapshot.js';
import { MemberInvitation } from './invitation.entity.js';
import { Teammates } from './teammates.js';
import { TeamNotices } from './team.notices.js';
import {
  invitationExpiry,
  isConfirmed,
  isInvitedAlong,
  type MemberStanding,
  nextInvitation,
  sendingRefusal,
  standingOf,
} from './team.rules.js';

/** A line of a team, and how who it names stands to the project. */
export interface StandingMember {
  line: MemberContent;
  standing: MemberStanding;
  invitation: MemberInvitation | undefined;
}

/** How the members of a team stand, and what is written of that. Commands that write hold the project's row. */
@Injectable()
export class TeamInvitations {
  constructor(
    private readonly teammates: Teammates,
    private readonly persons: Persons,
    private readonly notices: TeamNotices,
    private readonly limits: AttemptLimits,
  ) {}

  /** In the order of the team. */
  async standings(
    { id, ownerId }: Pick<Project, 'id' | 'ownerId'>,
    members: readonly MemberContent[],
    now: Date,
  ): Promise<StandingMember[]> {
    const byMail = new Map((await this.teammates.of(id)).map((one) => [one.mail, one]));
    const ownMail = (await this.persons.byId(ownerId))?.mail ?? null;
    return members.map((line) => {
      const invitation = byMail.get(parseMail(line.mail) ?? '');
      return { line, invitation, standing: standingOf(line, invitation, { ownMail, now }) };
    });
  }

  /** The addresses, as the team writes them, of those who agree to take part as they are named. */
  async confirmed(
    project: Pick<Project, 'id' | 'ownerId'>,
    members: readonly MemberContent[],
  ): Promise<ReadonlySet<string>> {
    const standings = await this.standings(project, members, new Date());
    return new Set(standings.filter(({ standing }) => isConfirmed(standing)).map(({ line }) => line.mail));
  }

  /** Invites everybody who was not invited yet, as far as mails may be sent. */
  async inviteAll(work: Work, project: Project, members: readonly MemberContent[]): Promise<void> {
    if (!(await this.limits.isBelow('invitation', work.actor.id))) return;
    for (const one of await this.standings(project, members, work.now)) {
      if (!isInvitedAlong(one.standing) || parseMail(one.line.mail) === undefined) continue;
      if (sendingRefusal(one.invitation, work.now)) continue;
      await this.send(work, project, one);
    }
  }

  /** Sends a member their link, which ends the one before; who accepted already is asked to confirm what changed. */
  async send(work: Work, project: Project, { line, invitation, standing }: StandingMember): Promise<void> {
    work.afterCommit(() => this.limits.count('invitation', work.actor.id));
    const timesSent = (invitation?.timesSent ?? 0) + 1;
    if (invitation && standing === 'changed') {
      await work.manager.update(MemberInvitation, invitation.id, { timesSent, sentAt: work.now });
      await this.notices.changed(work, project, { ...invitation, timesSent });
      return this.event(work, project, 'project.member_invited', invitation.id);
    }
    if (invitation?.personId) await this.teammates.keepFormer(work, project.id, invitation.personId);
    const token = newToken();
    const sent = {
      tokenHash: hashToken(token),
      state: 'invited' as const,
      timesSent,
      sentAt: work.now,
      expiresAt: invitationExpiry(work.now),
      stateAt: work.now,
      agreed: null,
      personId: null,
    };
    const fresh = { id: newId(), projectId: project.id, mail: parseMail(line.mail)! };
    const now: MemberInvitation = { ...(invitation ?? fresh), ...sent };
    if (invitation) await work.manager.update(MemberInvitation, invitation.id, sent);
    else await work.manager.insert(MemberInvitation, { ...now, agreed: null });
    await this.notices.invited(work, project, { ...line, invitation: now, token });
    await this.event(work, project, 'project.member_invited', now.id);
  }

  /** Ends what the project itself ends: those that `concerned` says, as far as they are open or accepted. */
  async lapse(work: Work, project: Project, concerned: (invitation: MemberInvitation) => boolean): Promise<void> {
    for (const invitation of await this.teammates.of(project.id)) {
      const state = nextInvitation(invitation.state, 'lapse', 'project');
      if (!state || !concerned(invitation)) continue;
      const { affected } = await work.manager.update(
        MemberInvitation,
        { id: Equal(invitation.id), state: Equal(invitation.state) },
        { state, stateAt: work.now },
      );
      if (affected !== 1) continue;
      if (invitation.state === 'accepted') await this.notices.ended(work, project, invitation);
      await this.event(work, project, 'project.member_lapsed', invitation.id);
    }
  }

  /** Ends what waits for an answer, and tells those who take part: the project was withdrawn. */
  async withdrawn(work: Work, project: Project): Promise<void> {
    await this.lapse(work, project, ({ state }) => state === 'invited');
    for (const invitation of await this.teammates.of(project.id))
      if (invitation.state === 'accepted') await this.notices.projectWithdrawn(work, project, invitation);
  }

  /** Keeps record of what became of an invitation, by its id alone. */
  async event(work: Work, project: Project, type: string, invitationId: string): Promise<void> {
    await work.event({
      type,
      subjectType: 'project',
      subjectId: project.id,
      scopes: projectScopes(project),
      payload: { invitationId },
    });
  }
}
