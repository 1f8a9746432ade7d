import {
  type ChairDelta,
  type DeskDelta,
  ROADSHOW_CHAIR,
  ROADSHOW_DESK,
  ROADSHOW_SCREEN,
  type ScreenDelta,
} from '@haishi/contracts';
import { Realtime, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { onScreens } from './session.rules.js';
import { SessionViews } from './session.views.js';

/** Tells listeners what changed, in the transaction that changed it. */
@Injectable()
export class SessionPublisher {
  constructor(
    private readonly realtime: Realtime,
    private readonly views: SessionViews,
  ) {}

  /** The whole state of stage and room, to screens and desks. */
  async stage(work: Work, sessionId: string): Promise<void> {
    const { seats, entries, progress, nudges, presence, meetingUrl, ...open } = await this.views.desk(sessionId);
    await this.screen(work, sessionId, onScreens(open));
    await this.desk(work, sessionId, { ...open, seats, entries, progress, nudges, presence, meetingUrl });
  }

  /** How many have scored; not while screens are blank. */
  async scored(work: Work, sessionId: string, scored: NonNullable<ScreenDelta['scored']>): Promise<void> {
    const [row] = await work.query<{ blankedAt: unknown }>('SELECT blankedAt FROM roadshow_sessions WHERE id = ?', [
      sessionId,
    ]);
    if (row?.blankedAt === null) await this.screen(work, sessionId, { scored });
  }

  private screen(work: Work, sessionId: string, delta: ScreenDelta): Promise<void> {
    return this.realtime.publish(work, ROADSHOW_SCREEN, sessionId, delta);
  }

  desk(work: Work, sessionId: string, delta: DeskDelta): Promise<void> {
    return this.realtime.publish(work, ROADSHOW_DESK, sessionId, delta);
  }

  /** Sealed. */
  chair(work: Work, sessionId: string, delta: ChairDelta): Promise<void> {
    return this.realtime.publish(work, ROADSHOW_CHAIR, sessionId, delta);
  }
}
