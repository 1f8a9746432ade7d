import { type Actor, failure, type Permission } from '@haishi/contracts';
import { isAllowed, Realtime, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { FreeOthers } from '../involvement/free-others.js';
import { Involvement } from '../involvement/involvement.js';
import type { ProjectBrief } from '../project/project.queries.js';
import type { RoadshowEntry, RoadshowSession } from './session.entity.js';
import { SessionQueries } from './session.queries.js';
import { sessionScopes } from './session.scopes.js';

/** Who leads a session has one of these there. */
export const LEADERS: readonly Permission[] = ['roadshow.manage', 'roadshow.chair'];
/** What shows sealed scores and places, or decides on them. Scores and places of a session tell of each other, so it is one for all entries. */
export const LEADING: readonly Permission[] = [...LEADERS, 'roadshow.witness'];

/** Somebody who leads or witnesses a session by a role, and the numbers of the entries that they have a tie to. */
export interface TiedLeader {
  name: string;
  numbers: string[];
}

/**
 * Leaders of a session with a tie to an entry of it 利害关系. The session is left to another who may lead it and has no tie, while
 * there is one. Where there is none the show must go on, and the audit keeps to what its leader was tied.
 */
@Injectable()
export class SessionTies {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly involvement: Involvement,
    private readonly others: FreeOthers,
    private readonly realtime: Realtime,
  ) {}

  /**
   * The numbers of the entries that the actor has a tie to, where one of `permissions` lets them lead nevertheless; none where
   * one lets them in that leads nothing. Fails with `roadshow.others_lead` where others without a tie could.
   */
  async assertLeads(actor: Actor, session: RoadshowSession, permissions: readonly Permission[]): Promise<string[]> {
    const held = heldOf(actor, session, permissions);
    if (held.some((one) => !LEADING.includes(one))) return [];
    const { numbers, othersLead } = await this.of(actor, session, held);
    if (othersLead) throw failure('roadshow.others_lead', { params: { numbers: numbers.join('、') } });
    return numbers;
  }

  /** Whether one of `permissions` lets the actor lead the session. */
  async leads(actor: Actor, session: RoadshowSession, permissions: readonly Permission[]): Promise<boolean> {
    const held = heldOf(actor, session, permissions);
    return held.length > 0 && !(await this.of(actor, session, held)).othersLead;
  }

  /** Of the sessions, those that the actor may not lead though one of `permissions` would let them: each with the numbers of the entries. */
  async barred(
    actor: Actor,
    sessions: readonly RoadshowSession[],
    permissions: readonly Permission[],
  ): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    const entries = await this.sessions.entriesIn(sessions.map(({ id }) => id));
    if ((await this.tiedAmong(actor, entries)).length === 0) return found;
    for (const session of sessions) {
      const held = heldOf(actor, session, permissions);
      if (held.length === 0) continue;
      const { numbers, othersLead } = await this.of(actor, session, held);
      if (othersLead) found.set(session.id, numbers);
    }
    return found;
  }

  /** The numbers of those of the entries that somebody has a tie to. */
  async tiedAmong(someone: Pick<Actor, 'kind' | 'id'>, entries: readonly RoadshowEntry[]): Promise<string[]> {
    const closed = await this.involvement.conflicts(someone, projectsOf(entries));
    return entries.flatMap(({ projectId, number }) => (closed.has(projectId) ? [number] : [])).sort();
  }

  /** Who leads or witnesses the session by a role and has a tie to an entry of it, with the numbers of these: nobody to count on. */
  async tiedLeaders(session: RoadshowSession): Promise<TiedLeader[]> {
    const entries = await this.sessions.entries(session.id);
    const found = new Map<string, TiedLeader>();
    for (const permission of LEADING)
      for (const { id, name } of await this.others.holders(permission, sessionScopes(session)))
        if (!found.has(id)) found.set(id, { name, numbers: await this.tiedAmong({ kind: 'person', id }, entries) });
    return [...found.values()].filter(({ numbers }) => numbers.length > 0);
  }

  /** Who may lead the session and was recused from an entry of it now has to ask anew for what is pushed to its leaders. */
  async recused(work: Work, session: RoadshowSession, personId: string): Promise<void> {
    for (const permission of LEADING)
      if ((await this.others.holders(permission, sessionScopes(session))).some(({ id }) => id === personId))
        return work.afterCommit(() => this.realtime.disconnectPerson(personId));
  }

  /** Fails with `roadshow.own_entries` where the actor has a tie to one of the projects, and somebody without one could enter them. */
  async assertEnters(
    actor: Actor,
    session: RoadshowSession,
    projects: readonly Pick<ProjectBrief, 'id' | 'number'>[],
  ): Promise<void> {
    const ids = projects.map(({ id }) => id);
    const closed = await this.involvement.conflicts(actor, ids);
    if (closed.size === 0) return;
    if (!(await this.others.exist('roadshow.manage', sessionScopes(session), [...closed]))) return;
    const numbers = projects.flatMap(({ id, number }) => (closed.has(id) ? [number!] : [])).sort();
    throw failure('roadshow.own_entries', { field: 'projectIds', params: { numbers: numbers.join('、') } });
  }

  /** What is not told to the actor as something to be entered: what is closed to them, while somebody without a tie to it could enter it. */
  async keptFrom(actor: Actor, session: RoadshowSession): Promise<string[]> {
    const closed = await this.involvement.closedIn(actor, session.editionId);
    if (closed.length === 0) return closed;
    return (await this.others.exist('roadshow.manage', sessionScopes(session), closed)) ? closed : [];
  }

  /** `othersLead` is whether each of `held` is left to somebody without a tie. */
  private async of(actor: Actor, session: RoadshowSession, held: readonly Permission[]) {
    const entries = await this.sessions.entries(session.id);
    const numbers = await this.tiedAmong(actor, entries);
    if (numbers.length === 0) return { numbers, othersLead: false };
    for (const permission of held)
      if (!(await this.others.exist(permission, sessionScopes(session), projectsOf(entries))))
        return { numbers, othersLead: false };
    return { numbers, othersLead: true };
  }
}

const heldOf = (actor: Actor, session: RoadshowSession, permissions: readonly Permission[]) =>
  permissions.filter((one) => isAllowed(actor, one, sessionScopes(session)));
const projectsOf = (entries: readonly RoadshowEntry[]) => entries.map(({ projectId }) => projectId);
