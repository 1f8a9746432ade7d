import {
  type AudienceDelta,
  type AudienceSnapshot,
  type ChairDelta,
  type DeskDelta,
  ROADSHOW_AUDIENCE,
  ROADSHOW_CHAIR,
  ROADSHOW_DESK,
  ROADSHOW_SCREEN,
  type ScreenDelta,
} from '@haishi/contracts';
import { Realtime, type Work } from '@haishi/platform';
import type { KeyedBy, Receipt, StoredSheet } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { changesOf } from '../roadshow-audience/audience.rules.js';
import { chairSheet, onScreens } from './session.rules.js';
import { SessionViews } from './session.views.js';

/** Whom counts are told; filled with the unit of work's next statement. */
export interface Listening {
  /** Whether screens show anything. */
  screens?: boolean;
  /** The entry on stage, where the session is open to phones. */
  phonesAt?: string | null;
}

interface ListeningRow {
  blankedAt: unknown;
  audienceSince: unknown;
  currentEntryId: string | null;
}

interface Told {
  channel: string;
  data: unknown;
}

/** Tells listeners what changed, in the transaction that changed it. */
@Injectable()
export class SessionPublisher {
  constructor(
    private readonly realtime: Realtime,
    private readonly views: SessionViews,
  ) {}

  /** What phones hold of the session; null while it is not open to the audience. */
  held(sessionId: string): Promise<AudienceSnapshot | null> {
    return this.views.audience(sessionId);
  }

  /** The whole state of stage and room, to screens and desks; to phones what changed of what they `held`. */
  async stage(work: Work, sessionId: string, held: AudienceSnapshot | null): Promise<void> {
    const { seats, entries, progress, nudges, keyings, presence, meetingUrl, ...open } =
      await this.views.desk(sessionId);
    const desk: DeskDelta = { ...open, seats, entries, progress, nudges, keyings, presence, meetingUrl };
    const now = open.header.audience ? await this.views.audience(sessionId) : null;
    const changes = now && changesOf(held, now);
    await this.realtime.publishAll(work, sessionId, [
      { channel: ROADSHOW_SCREEN, data: onScreens(open) },
      { channel: ROADSHOW_DESK, data: desk },
      ...(changes ? [{ channel: ROADSHOW_AUDIENCE, data: changes }] : []),
    ]);
  }

  /** Whom a sheet that is stored next will be told, as the panel's lock, which the caller holds, keeps it. */
  async listening(work: Work, sessionId: string): Promise<Listening> {
    const listening: Listening = {};
    await work.deferQuery<ListeningRow>(
      'SELECT blankedAt, audienceSince, currentEntryId FROM roadshow_sessions WHERE id = ?',
      [sessionId],
      ([row]) => {
        listening.screens = row?.blankedAt === null;
        listening.phonesAt = row && row.audienceSince !== null ? row.currentEntryId : null;
      },
    );
    return listening;
  }

  /**
   * A sheet that was stored: how many have scored to screens, and to phones of the entry on stage alone, none of it while
   * screens are blank; who to desks, what to the chair.
   */
  async sheet(
    work: Work,
    sessionId: string,
    receipt: Receipt,
    stored: StoredSheet & { keyedBy?: KeyedBy[] },
    listening: Listening,
  ): Promise<void> {
    const { entryId } = receipt;
    const { seatNo, result, sheets, expected, keyedBy = null } = stored;
    const seatsIn = (state: 'stored' | 'reopened') =>
      sheets.filter((sheet) => sheet.state === state).map((sheet) => sheet.seatNo);
    const scored = seatsIn('stored');
    const counts = { scored: { entryId, scored: scored.length, expected } };
    const told: Told[] = [];
    if (listening.screens) told.push({ channel: ROADSHOW_SCREEN, data: counts satisfies ScreenDelta });
    if (listening.screens && listening.phonesAt === entryId)
      told.push({ channel: ROADSHOW_AUDIENCE, data: counts satisfies AudienceDelta });
    const progress: DeskDelta = { progress: [{ entryId, scored, reopened: seatsIn('reopened') }] };
    const sheet: ChairDelta = {
      sheet: chairSheet({ ...receipt, seatNo, state: 'stored', keyedBy }),
      result: { entryId, ...result },
    };
    await this.realtime.publishAll(work, sessionId, [
      ...told,
      { channel: ROADSHOW_DESK, data: progress },
      { channel: ROADSHOW_CHAIR, data: sheet },
    ]);
  }

  /** Which paper sheets are being keyed; never what was keyed. */
  async keyings(work: Work, sessionId: string): Promise<void> {
    await this.desk(work, sessionId, { keyings: await this.views.keyings(sessionId) });
  }

  desk(work: Work, sessionId: string, delta: DeskDelta): Promise<void> {
    return this.realtime.publish(work, ROADSHOW_DESK, sessionId, delta);
  }

  /** Whose owner withdrew the project, to the chair alone. */
  async gaveUp(work: Work, sessionId: string): Promise<void> {
    await this.chair(work, sessionId, { gaveUp: await this.views.gaveUp(sessionId) });
  }

  /** Sealed. */
  chair(work: Work, sessionId: string, delta: ChairDelta): Promise<void> {
    return this.realtime.publish(work, ROADSHOW_CHAIR, sessionId, delta);
  }
}
