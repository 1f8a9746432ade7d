import { type Actor, failure, type Permission } from '@haishi/contracts';
import { isAllowed, Realtime, type Work } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
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

/** Whoever may do one of these in a session, or judges in it, cannot supervise it. */
export const BARS_SUPERVISING: readonly Permission[] = [...LEADERS, 'roadshow.record', 'roadshow.stage'];

/** What one person may do for another: who leads does not wait for who supervises. */
const PARTS: readonly (readonly Permission[])[] = [LEADERS, ['roadshow.witness']];

/** Somebody who leads or witnesses a session by a role, and the numbers of the entries that they have a tie to. */
export interface TiedLeader {
  personId: string;
  name: string;
  numbers: string[];
}

/**
 * Leaders of a session with a tie to an entry of it 利害关系, also to one that withdrew, since it may come back. What one of several
 * permissions allows is left to whoever has any of them and no tie, while there is somebody who can act by it: nobody supervises who
 * has another part in the session. Where there is nobody the show must go on, and the audit keeps to what its leader was tied.
 */
@Injectable()
export class SessionTies {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly involvement: Involvement,
    private readonly others: FreeOthers,
    private readonly realtime: Realtime,
    private readonly review: ReviewQueries,
  ) {}

  /**
   * The numbers of the entries that the actor has a tie to, where one of `permissions` lets them lead nevertheless; none where
   * one lets them in that leads nothing. Fails with `roadshow.others_lead` where others without a tie could.
   */
  async assertLeads(actor: Actor, session: RoadshowSession, permissions: readonly Permission[]): Promise<string[]> {
    const held = heldOf(actor, session, permissions);
    if (held.some((one) => !LEADING.includes(one))) return [];
    const { numbers, othersLead } = await this.of(actor, session, permissions);
    if (othersLead) throw failure('roadshow.others_lead', { params: { numbers } });
    return numbers;
  }

  /** Whether one of `permissions` lets the actor lead the session. */
  async leads(actor: Actor, session: RoadshowSession, permissions: readonly Permission[]): Promise<boolean> {
    if (heldOf(actor, session, permissions).length === 0) return false;
    return !(await this.of(actor, session, permissions)).othersLead;
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
      if (heldOf(actor, session, permissions).length === 0) continue;
      const { numbers, othersLead } = await this.of(actor, session, permissions);
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
        if (!found.has(id))
          found.set(id, { personId: id, name, numbers: await this.tiedAmong({ kind: 'person', id }, entries) });
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
    throw failure('roadshow.own_entries', { field: 'projectIds', params: { numbers } });
  }

  /** What is not told to the actor as something to be entered: what is closed to them, while somebody without a tie to it could enter it. */
  async keptFrom(actor: Actor, session: RoadshowSession): Promise<string[]> {
    const closed = await this.involvement.closedIn(actor, session.editionId);
    if (closed.length === 0) return closed;
    return (await this.others.exist('roadshow.manage', sessionScopes(session), closed)) ? closed : [];
  }

  /** `othersLead` is whether each part that `permissions` let the actor play is left to somebody without a tie. */
  private async of(actor: Actor, session: RoadshowSession, permissions: readonly Permission[]) {
    const entries = await this.sessions.entries(session.id);
    const numbers = await this.tiedAmong(actor, entries);
    if (numbers.length === 0) return { numbers, othersLead: false };
    for (const part of PARTS) {
      const wanted = permissions.filter((one) => part.includes(one));
      if (heldOf(actor, session, wanted).length === 0) continue;
      if (!(await this.somebodyFree(session, wanted, projectsOf(entries)))) return { numbers, othersLead: false };
    }
    return { numbers, othersLead: true };
  }

  private async somebodyFree(session: RoadshowSession, wanted: readonly Permission[], projectIds: readonly string[]) {
    for (const permission of wanted) {
      const but = permission === 'roadshow.witness' ? await this.takingPart(session) : undefined;
      if (await this.others.exist(permission, sessionScopes(session), projectIds, but)) return true;
    }
    return false;
  }

  /** Who could not give a supervisor's word, whatever roles they have. */
  private async takingPart(session: RoadshowSession): Promise<Set<string>> {
    const seated = (await this.review.seats(session.id)).map(({ personId }) => personId);
    const found = new Set(seated);
    for (const permission of BARS_SUPERVISING)
      for (const { id } of await this.others.holders(permission, sessionScopes(session))) found.add(id);
    return found;
  }
}

const heldOf = (actor: Actor, session: RoadshowSession, permissions: readonly Permission[]) =>
  permissions.filter((one) => isAllowed(actor, one, sessionScopes(session)));
const projectsOf = (entries: readonly RoadshowEntry[]) => entries.map(({ projectId }) => projectId);
