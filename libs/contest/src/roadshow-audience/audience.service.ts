import { type Actor, failure, ROADSHOW_AUDIENCE } from '@haishi/contracts';
import { Realtime } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { SessionCommands } from '../roadshow/session.commands.js';
import { RoadshowSession } from '../roadshow/session.entity.js';
import { ANY_STATE } from '../roadshow/session.rules.js';

/** Opening and closing the page on which anybody follows a session. */
@Injectable()
export class AudienceService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly realtime: Realtime,
  ) {}

  /** Fails with `roadshow.audience_open_already`. */
  open(actor: Actor, sessionId: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.manage', ANY_STATE, async (work, session) => {
      if (session.audienceSince) throw failure('roadshow.audience_open_already');
      await work.manager.update(RoadshowSession, sessionId, { audienceSince: work.now });
      return { type: 'roadshow.audience_opened' };
    });
  }

  /** Whoever follows it is told, and gets nothing more. Fails with `roadshow.audience_not_open`. */
  close(actor: Actor, sessionId: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.manage', ANY_STATE, async (work, session) => {
      if (!session.audienceSince) throw failure('roadshow.audience_not_open');
      await work.manager.update(RoadshowSession, sessionId, { audienceSince: null });
      work.afterCommit(() => this.realtime.shut(ROADSHOW_AUDIENCE, sessionId));
      return { type: 'roadshow.audience_closed', payload: { since: session.audienceSince.toISOString() } };
    });
  }
}
