import { type Actor, failure } from '@haishi/contracts';
import { AttemptLimits } from '@haishi/identity';
import { parseMail } from '@haishi/kernel';
import { UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Project } from '../project/project.entity.js';
import { type LoadedProject, ProjectLoader } from '../project/project.loader.js';
import { MemberInvitation } from './invitation.entity.js';
import { Teammates } from './teammates.js';
import { TeamInvitations } from './team-invitations.js';
import { TeamNotices } from './team.notices.js';
import { nextInvitation, sendingRefusal, takesInvitations } from './team.rules.js';
import { notInProjectState } from '../project/project.words.js';

/** What who leads a project does with the invitations of its members. */
@Injectable()
export class TeamService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly loader: ProjectLoader,
    private readonly teammates: Teammates,
    private readonly invitations: TeamInvitations,
    private readonly notices: TeamNotices,
    private readonly limits: AttemptLimits,
  ) {}

  /**
   * Invites the member with this address, also anew, or without one everybody who was not invited yet. Fails with
   * `project.action_not_allowed` where the project was withdrawn or rejected, `team.not_in_team`, `team.invites_oneself`,
   * `team.accepted_already`, `team.sent_lately` or `team.sent_often`, and with `common.too_many` where the actor sent very many.
   */
  async invite(actor: Actor, projectId: string, mail: string | undefined): Promise<void> {
    await this.limits.assertBelow('invitation', actor.id);
    await this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Project, projectId);
      const loaded = await this.loader.ownedToChange(actor, projectId);
      if (!takesInvitations(loaded.project.state)) throw notInProjectState(loaded.project.state);
      if (mail === undefined) await this.invitations.inviteAll(work, loaded.project, loaded.members);
      else await this.inviteOne(work, loaded, mail);
    });
  }

  /**
   * Takes an invitation back, or ends the part of who accepted it. Fails with `common.not_found` for anybody but who leads the
   * project, with `team.not_invited`, and with `edition.action_not_allowed` where a part is to end in an archived edition.
   */
  withdraw(actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const found = await this.teammates.byId(id);
      if (!found) throw failure('common.not_found');
      await work.lockRow(Project, found.projectId);
      const { project } = await this.loader.owned(actor, found.projectId);
      const invitation = (await this.teammates.byId(id))!;
      if (invitation.state === 'accepted') await this.loader.ownedToChange(actor, found.projectId);
      const state = nextInvitation(invitation.state, 'withdraw', 'lead');
      if (!state) throw failure('team.not_invited');
      await work.manager.update(MemberInvitation, { id: Equal(id) }, { state, stateAt: work.now });
      if (invitation.state === 'accepted') await this.notices.ended(work, project, invitation);
      else await this.notices.withdrawn(work, project, invitation);
      await this.invitations.event(work, project, 'project.member_withdrawn', id);
    });
  }

  private async inviteOne(work: Work, { project, members }: LoadedProject, mail: string): Promise<void> {
    const standings = await this.invitations.standings(project, members, work.now);
    const one = standings.find(({ line }) => parseMail(line.mail) === mail);
    if (!one) throw failure('team.not_in_team', { field: 'mail' });
    if (one.standing === 'lead') throw failure('team.invites_oneself', { field: 'mail' });
    if (one.standing === 'accepted') throw failure('team.accepted_already', { field: 'mail' });
    const refusal = sendingRefusal(one.invitation, work.now);
    if (refusal) throw failure(refusal.code, { params: refusal.params, field: 'mail' });
    await this.invitations.send(work, project, one);
  }
}
