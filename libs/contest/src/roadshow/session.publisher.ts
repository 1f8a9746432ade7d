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

  /** How many have scored, to screens, and to phones of the entry on stage alone; nothing while screens are blank. */
  private async countsOf(work: Work, sessionId: string, scored: NonNullable<ScreenDelta['scored']>): Promise<Told[]> {
    const [row] = await work.query<{ blankedAt: unknown; audienceSince: unknown; currentEntryId: unknown }>(
      'SELECT blankedAt, audienceSince, currentEntryId FROM roadshow_sessions WHERE id = ?',
      [sessionId],
    );
    if (!row || row.blankedAt !== null) return [];
    const told: Told[] = [{ channel: ROADSHOW_SCREEN, data: { scored } satisfies ScreenDelta }];
    if (row.audienceSince !== null && row.currentEntryId === scored.entryId)
      told.push({ channel: ROADSHOW_AUDIENCE, data: { scored } satisfies AudienceDelta });
    return told;
  }

  /** A sheet that was stored: how many have scored to screens, who to desks, what to the chair. */
  async sheet(work: Work, sessionId: string, receipt: Receipt, stored: StoredSheet & { keyedBy?: KeyedBy[] }) {
    const { entryId } = receipt;
    const { seatNo, result, sheets, expected, keyedBy = null } = stored;
    const seatsIn = (state: 'stored' | 'reopened') =>
      sheets.filter((sheet) => sheet.state === state).map((sheet) => sheet.seatNo);
    const scored = seatsIn('stored');
    const progress: DeskDelta = { progress: [{ entryId, scored, reopened: seatsIn('reopened') }] };
    const sheet: ChairDelta = {
      sheet: chairSheet({ ...receipt, seatNo, state: 'stored', keyedBy }),
      result: { entryId, ...result },
    };
    await this.realtime.publishAll(work, sessionId, [
      ...(await this.countsOf(work, sessionId, { entryId, scored: scored.length, expected })),
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

  /** Sealed. */
  chair(work: Work, sessionId: string, delta: ChairDelta): Promise<void> {
    return this.realtime.publish(work, ROADSHOW_CHAIR, sessionId, delta);
  }
}
