import { type Actor, failure } from '@haishi/contracts';
import { hashToken, Persons } from '@haishi/identity';
import { parseMail } from '@haishi/kernel';
import { Injectable } from '@nestjs/common';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { ProjectLoader } from '../project/project.loader.js';
import { ProjectQueries } from '../project/project.queries.js';
import { isToldOfPersons } from '../project/told.rules.js';
import type { MemberInvitation } from './invitation.entity.js';
import type { TeamAct, TeamOfferView, TeamView } from './team.dto.js';
import { type StandingMember, TeamInvitations } from './team-invitations.js';
import { Teammates } from './teammates.js';
import { answerRefusal, isConfirmed, nextInvitation, standingOf, takesInvitations } from './team.rules.js';

/** Invitations as who leads a project, who checks it and who is invited see them. */
@Injectable()
export class TeamReader {
  constructor(
    private readonly loader: ProjectLoader,
    private readonly teammates: Teammates,
    private readonly invitations: TeamInvitations,
    private readonly projects: ProjectQueries,
    private readonly editions: EditionQueries,
    private readonly persons: Persons,
  ) {}

  /**
   * How the members stand: to its owner those of the working copy, to staff those of what was handed in last. Fails with
   * `common.forbidden` for who is told nothing more of its people than what they are called.
   */
  async ofProject(actor: Actor, projectId: string): Promise<TeamView> {
    const { project, members, role } = await this.loader.visible(actor, projectId);
    if (!isToldOfPersons(role)) throw failure('common.forbidden');
    const own = role === 'owner';
    const lines = own ? members : (await this.projects.submission(projectId, project.submissions))!.snapshot.members;
    const standings = await this.invitations.standings(project, lines, new Date());
    const { state } = await this.editions.get(project.editionId);
    const may = { invite: state !== 'archived' && takesInvitations(project.state), endParts: state !== 'archived' };
    return {
      members: standings.map(({ line, standing, invitation }) => ({
        mail: line.mail,
        standing,
        at: (standing === 'expired' ? invitation?.expiresAt : invitation?.stateAt) ?? null,
        invitationId: own ? (invitation?.id ?? null) : null,
        acts: own ? actsOn({ line, standing, invitation }, may) : [],
      })),
      unconfirmed: standings.filter(({ standing }) => !isConfirmed(standing)).length,
    };
  }

  /** What the link of an invitation is to; consumes nothing. Fails with `team.link_not_valid` and as {@link answerRefusal} says. */
  async open(token: string): Promise<TeamOfferView> {
    const invitation = await this.teammates.byToken(hashToken(token));
    if (!invitation) throw failure('team.link_not_valid');
    const refusal = answerRefusal(invitation, new Date());
    if (refusal) throw failure(refusal);
    const [offer] = await this.offers([invitation]);
    if (!offer) throw failure('team.lapsed');
    return offer;
  }

  /** What waits for the actor's answer: invitations to their address, and what changed about them where they accepted. */
  async toMe(actor: Actor): Promise<TeamOfferView[]> {
    const person = actor.kind === 'person' ? await this.persons.byId(actor.id) : null;
    if (!person) return [];
    const now = new Date();
    const open = person.mail === null ? [] : await this.teammates.openTo(person.mail);
    const waiting = open.filter((invitation) => !answerRefusal(invitation, now));
    const accepted = await this.teammates.readBy(person.id);
    const isAccepted = new Set(accepted.map(({ id }) => id));
    const offers = await this.offers([...waiting, ...accepted], ({ state }) => state !== 'archived');
    return offers.filter(({ id, changed }) => changed || !isAccepted.has(id));
  }

  /** Each in its order; left out where the team does not name the address, or where the edition is none of those `of`. */
  private async offers(
    invitations: readonly MemberInvitation[],
    of: (edition: Edition) => boolean = () => true,
  ): Promise<TeamOfferView[]> {
    if (invitations.length === 0) return [];
    const projects = await this.projects.byIds(invitations.map(({ projectId }) => projectId));
    const teams = await this.projects.teams([...projects.keys()]);
    const editions = await this.editions.byIds([...projects.values()].map(({ editionId }) => editionId));
    const leads = await this.persons.byIds([...projects.values()].map(({ ownerId }) => ownerId));
    const now = new Date();
    return invitations.flatMap((invitation): TeamOfferView[] => {
      const project = projects.get(invitation.projectId);
      const line = teams.get(invitation.projectId)?.find(({ mail }) => parseMail(mail) === invitation.mail);
      const edition = project && editions.get(project.editionId)!;
      if (!project || !line || !edition || !of(edition)) return [];
      return [
        {
          id: invitation.id,
          title: project.title,
          number: project.number,
          edition: { zh: edition.nameZh, en: edition.nameEn },
          lead: leads.get(project.ownerId)?.name ?? '',
          name: line.name,
          role: line.role,
          share: line.share,
          expiresAt: invitation.expiresAt,
          timeZone: edition.timeZone,
          changed: standingOf(line, invitation, { ownMail: null, now }) === 'changed',
        },
      ];
    });
  }
}

/** What who leads a project may do about one of its members. */
function actsOn(
  { line, standing, invitation }: StandingMember,
  may: { invite: boolean; endParts: boolean },
): TeamAct[] {
  const invitable = may.invite && parseMail(line.mail) !== undefined && !isConfirmed(standing);
  const ends = invitation && nextInvitation(invitation.state, 'withdraw', 'lead');
  const withdrawable = standing !== 'lead' && ends && (may.endParts || invitation.state !== 'accepted');
  return [...(invitable ? (['invite'] as const) : []), ...(withdrawable ? (['withdraw'] as const) : [])];
}
