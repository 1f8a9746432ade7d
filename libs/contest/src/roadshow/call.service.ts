import { type Actor, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { SessionCommands } from './session.commands.js';
import { RoadshowEntry, RoadshowSession } from './session.entity.js';
import { SessionQueries } from './session.queries.js';
import { SessionRecusing } from './session.recusing.js';
import { NO_INTERMISSION, PHASE_PERMISSIONS } from './session.rules.js';
import { nextPhase, untimed } from './stage.parts.js';

/** Who comes to the stage next. */
@Injectable()
export class CallService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly sessions: SessionQueries,
    private readonly recusing: SessionRecusing,
  ) {}

  /**
   * Calls an entry to the stage, which ends a break; one that was called before and is absent waits again. Ties of judges to it are
   * looked for again. Fails with `roadshow.not_current` where `absentId` is not that one.
   */
  call(actor: Actor, sessionId: string, entryId: string, absentId: string | null): Promise<void> {
    return this.commands.run(actor, sessionId, PHASE_PERMISSIONS.call, ['run'], async (work, session) => {
      const phase = nextPhase(session, 'call');
      const entry = await this.sessions.entry(sessionId, entryId);
      if (entry.state !== 'waiting') throw failure('roadshow.phase_not_allowed');
      const absent = session.phase === 'called' ? session.currentEntryId : null;
      if (absent !== absentId) throw failure('roadshow.not_current');
      if (absent) await work.manager.update(RoadshowEntry, absent, { state: 'waiting' });
      await work.manager.update(RoadshowEntry, entryId, { state: 'onstage' });
      const stage = { phase, currentEntryId: entryId, ...untimed(work.now), ...NO_INTERMISSION };
      await work.manager.update(RoadshowSession, sessionId, stage);
      const recusals = await this.recusing.recuse(work, session, { entryId });
      return {
        type: 'roadshow.called',
        payload: { entryId, ...(absent ? { absent } : {}), ...(recusals.length > 0 ? { recusals } : {}) },
      };
    });
  }
}
