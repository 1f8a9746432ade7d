import { type Actor, type Permission, type RoadshowState } from '@haishi/contracts';
import { UnitOfWork, type Work } from '@haishi/platform';
import { Panels } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { type Appearance, AppearanceNotices } from '../roadshow-entrant/appearance.notices.js';
import { SessionAccess } from './session.access.js';
import { RoadshowSession } from './session.entity.js';
import { SessionPublisher } from './session.publisher.js';
import { sessionScopes } from './session.scopes.js';
import { SESSION_MACHINE, type SessionAction } from './session.rules.js';
import { SessionTies } from './session.ties.js';
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
    private readonly ties: SessionTies,
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
      const state = nextState(session.state, actions);
      const held = session.audienceSince ? await this.publisher.held(sessionId) : null;
      const { type, payload = {}, tells } = await act(work, session);
      if (state !== session.state) await work.manager.update(RoadshowSession, sessionId, { state });
      if (state === 'running' && session.state !== state) await this.ties.begun(work, session);
      await work.event({
        type,
        subjectType: 'session',
        subjectId: sessionId,
        scopes: sessionScopes(session),
        payload: tied.length > 0 ? { ...payload, tied } : payload,
      });
      if (tells) await this.appearances.tell(work, sessionId, tells);
      await this.publisher.stage(work, sessionId, held);
    });
  }
}

function nextState(state: RoadshowState, actions: readonly SessionAction[]): RoadshowState {
  for (const action of actions) {
    const next = SESSION_MACHINE.next(state, action);
    if (next) return next;
  }
  throw notInSessionState(state);
}
