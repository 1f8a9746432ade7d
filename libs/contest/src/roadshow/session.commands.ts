import { type Actor, type Permission, type RoadshowState } from '@haishi/contracts';
import { UnitOfWork, type Work } from '@haishi/platform';
import { Panels } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { type Appearance, AppearanceNotices } from '../roadshow-entrant/appearance.notices.js';
import { SessionAccess } from './session.access.js';
import { RoadshowSession } from './session.entity.js';
import { SessionPublisher } from './session.publisher.js';
import { SessionQueries } from './session.queries.js';
import { sessionScopes } from './session.scopes.js';
import { SESSION_MACHINE, type SessionAction } from './session.rules.js';
import { notInSessionState } from './session.words.js';

/** What a command says of itself for the audit; never a score that is not shown. */
export interface CommandEvent {
  type: string;
  payload?: Record<string, unknown>;
  /** What entrants of the session are told by it. */
  tells?: Appearance;
}

/** Runs a command on a session: one after another, checked, in its state, recorded and told to all listeners. */
@Injectable()
export class SessionCommands {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly panels: Panels,
    private readonly access: SessionAccess,
    private readonly publisher: SessionPublisher,
    private readonly appearances: AppearanceNotices,
    private readonly sessions: SessionQueries,
  ) {}

  /** `permission`: one of them is enough. `actions`: what the session must allow one of; the first that it allows decides the new state. */
  run(
    actor: Actor,
    sessionId: string,
    permission: Permission | readonly Permission[],
    actions: readonly SessionAction[],
    act: (work: Work, session: RoadshowSession) => Promise<CommandEvent>,
  ): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      await this.panels.lock(work, sessionId);
      const { session, tied } = await this.access.enter(actor, sessionId, [permission].flat());
      await this.carryOut(work, session, nextState(session.state, actions), tied, act);
    });
  }

  /** As {@link run}, for what follows from what somebody did elsewhere; nothing where the session allows none of `actions`, or `act` answers null. */
  async follow(
    work: Work,
    sessionId: string,
    actions: readonly SessionAction[],
    act: (session: RoadshowSession) => Promise<CommandEvent | null>,
  ): Promise<void> {
    await this.panels.lock(work, sessionId);
    const session = await this.sessions.get(sessionId);
    const state = nextOf(session.state, actions);
    if (state) await this.carryOut(work, session, state, [], () => act(session));
  }

  private async carryOut(
    work: Work,
    session: RoadshowSession,
    state: RoadshowState,
    tied: readonly string[],
    act: (work: Work, session: RoadshowSession) => Promise<CommandEvent | null>,
  ): Promise<void> {
    const { id } = session;
    const held = session.audienceSince ? await this.publisher.held(id) : null;
    const event = await act(work, session);
    if (!event) return;
    const { type, payload = {}, tells } = event;
    if (state !== session.state) await work.manager.update(RoadshowSession, id, { state });
    await work.event({
      type,
      subjectType: 'session',
      subjectId: id,
      scopes: sessionScopes(session),
      payload: tied.length > 0 ? { ...payload, tied } : payload,
    });
    if (tells) await this.appearances.tell(work, id, tells);
    await this.publisher.stage(work, id, held);
  }
}

function nextState(state: RoadshowState, actions: readonly SessionAction[]): RoadshowState {
  const next = nextOf(state, actions);
  if (!next) throw notInSessionState(state);
  return next;
}

function nextOf(state: RoadshowState, actions: readonly SessionAction[]): RoadshowState | undefined {
  for (const action of actions) {
    const next = SESSION_MACHINE.next(state, action);
    if (next) return next;
  }
  return undefined;
}
