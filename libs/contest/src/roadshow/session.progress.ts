import { ReviewQueries } from '@haishi/review';
import { standingKeyings } from '@haishi/review/rules';
import { Injectable } from '@nestjs/common';
import { keyedState, waitsFor } from '../roadshow-keyed/keyed.rules.js';
import { SignInQueries } from '../roadshow-signin/sign-in.queries.js';
import type { RoadshowEntry } from './session.entity.js';
import { SessionQueries } from './session.queries.js';

/** How far a session is, and what it still wants of one person. Holds no score. */
export interface SessionProgress {
  entries: number;
  /** Entries whose score the public has not been shown. */
  toShow: number;
  /** Entries that wait for the person's sheet: to come or on stage and not recused, or reopened. */
  toScore: number;
  /** Paper sheets that wait for the person's keying. */
  toKey: number;
  /** Judges and entries that have not signed in. */
  toSignIn: number;
  /** The title of the entry on stage. */
  current: string | undefined;
}

@Injectable()
export class SessionProgresses {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
    private readonly signIns: SignInQueries,
  ) {}

  async of(sessionId: string, personId: string): Promise<SessionProgress> {
    const [session, entries, sheets, recusals, { missing }, admissions] = await Promise.all([
      this.sessions.get(sessionId),
      this.sessions.entries(sessionId),
      this.review.sheetsOf(sessionId, personId),
      this.review.recusals(sessionId),
      this.signIns.presence(sessionId),
      this.review.admissions(sessionId),
    ]);
    const reopened = new Set([
      ...sheets.flatMap(({ entryId, state }) => (state === 'reopened' ? [entryId] : [])),
      ...admissions.flatMap((one) => (one.personId === personId ? [one.entryId] : [])),
    ]);
    const done = new Set([
      ...sheets.map(({ entryId }) => entryId),
      ...recusals.flatMap((one) => (one.personId === personId ? [one.entryId] : [])),
    ]);
    const waits = ({ id, state }: RoadshowEntry) =>
      state !== 'withdrawn' && (reopened.has(id) || ((state === 'waiting' || state === 'onstage') && !done.has(id)));
    return {
      entries: entries.length,
      toShow: entries.filter(({ shown, state }) => shown === null && state !== 'withdrawn').length,
      toScore: entries.filter(waits).length,
      toKey: await this.toKey(sessionId, personId, entries),
      toSignIn: missing.seats.length + missing.entries.length,
      current: entries.find(({ id }) => id === session.currentEntryId)?.title,
    };
  }

  private async toKey(sessionId: string, personId: string, entries: readonly RoadshowEntry[]): Promise<number> {
    const onPaper = entries.filter(({ paperSince, state }) => paperSince !== null && state !== 'withdrawn');
    if (onPaper.length === 0) return 0;
    const [seats, panelEntries, sheets, recusals, keyings, admissions] = await Promise.all([
      this.review.seats(sessionId),
      this.review.entries(sessionId),
      this.review.sheets(sessionId),
      this.review.recusals(sessionId),
      this.review.keyings(sessionId),
      this.review.admissions(sessionId),
    ]);
    if (seats.some((seat) => seat.personId === personId)) return 0;
    const standing = standingKeyings(keyings, sheets);
    const waiting = onPaper.flatMap(({ id }) =>
      seats.filter((seat) => {
        const ofSeat = (one: { entryId: string; personId: string }) =>
          one.entryId === id && one.personId === seat.personId;
        const keyers = standing.filter(ofSeat).map(({ keyedBy }) => keyedBy);
        const state = keyedState({
          recused: recusals.some(ofSeat),
          sheet: sheets.find(ofSeat),
          open: admissions.some(ofSeat) || panelEntries.some((one) => one.id === id && one.state === 'open'),
          standing: keyers.length,
        });
        return waitsFor(state, keyers, personId);
      }),
    );
    return waiting.length;
  }
}
