import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
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
    const [session, entries, sheets, recusals, { missing }] = await Promise.all([
      this.sessions.get(sessionId),
      this.sessions.entries(sessionId),
      this.review.sheetsOf(sessionId, personId),
      this.review.recusals(sessionId),
      this.signIns.presence(sessionId),
    ]);
    const reopened = new Set(sheets.flatMap(({ entryId, state }) => (state === 'reopened' ? [entryId] : [])));
    const done = new Set([
      ...sheets.map(({ entryId }) => entryId),
      ...recusals.flatMap((one) => (one.personId === personId ? [one.entryId] : [])),
    ]);
    const waits = ({ id, state }: RoadshowEntry) =>
      reopened.has(id) || ((state === 'waiting' || state === 'onstage') && !done.has(id));
    return {
      entries: entries.length,
      toShow: entries.filter(({ shown, state }) => shown === null && state !== 'withdrawn').length,
      toScore: entries.filter(waits).length,
      toSignIn: missing.seats.length + missing.entries.length,
      current: entries.find(({ id }) => id === session.currentEntryId)?.title,
    };
  }
}
