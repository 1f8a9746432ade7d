import { type Actor, ROADSHOW_ENDED, type ShownResult } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { SessionAccess } from '../roadshow/session.access.js';
import type { RoadshowEntry, RoadshowSession } from '../roadshow/session.entity.js';
import { SessionQueries } from '../roadshow/session.queries.js';
import { shownResult } from '../roadshow/session.rules.js';
import { LEADING, SessionTies } from '../roadshow/session.ties.js';
import type { RecordView } from './record.dto.js';
import type { RoadshowSignature, RoadshowWitness } from './record.entity.js';
import { RecordQueries } from './record.queries.js';
import { recordCode, stands } from './record.rules.js';

/** The record of a session for staff and supervisors. Totals are told once the session has ended, never to the recorder nor to who leaves the session to others for a tie. */
@Injectable()
export class RecordReader {
  constructor(
    private readonly access: SessionAccess,
    private readonly ties: SessionTies,
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
    private readonly persons: Persons,
    private readonly records: RecordQueries,
  ) {}

  async view(actor: Actor, sessionId: string): Promise<RecordView> {
    const session = await this.access.get(actor, sessionId, ...LEADING, 'roadshow.record');
    const entries = await this.sessions.entries(sessionId);
    const witnesses = await this.records.witnesses(sessionId);
    const signatures = await this.records.signatures(sessionId);
    const ended = ROADSHOW_ENDED.includes(session.state);
    const digest = ended ? await this.records.totals(sessionId) : null;
    const signedAt = (subjectId: string) =>
      signatures.find((one) => one.subjectId === subjectId && one.digest === digest)?.at.toISOString() ?? null;
    return {
      state: session.state,
      meetingUrl: ended ? null : session.meetingUrl,
      supervised: await this.records.supervised(session),
      draw: await this.draw(session, witnesses),
      totals:
        digest === null ? null : { digest, code: recordCode(digest), witnessed: stands(witnesses, 'totals', digest) },
      closedAt: session.closedAt?.toISOString() ?? null,
      confirmedAt: session.confirmedAt?.toISOString() ?? null,
      confirmationWitnessed: digest !== null && stands(witnesses, 'confirmation', digest),
      witnesses: await this.words(witnesses),
      judges: await this.judges(sessionId, signedAt),
      entries: entries.map(({ id, number, title, team, state }) => ({
        entryId: id,
        number,
        title,
        team,
        state,
        signedAt: signedAt(id),
      })),
      chairSignedAt: signedAt(sessionId),
      open: digest === null ? null : await this.records.open(session, digest),
      results:
        ended && (await this.ties.leads(actor, session, LEADING)) ? await this.results(sessionId, entries) : null,
    };
  }

  private async draw(session: RoadshowSession, witnesses: RoadshowWitness[]): Promise<RecordView['draw']> {
    const draw = await this.records.draw(session.id);
    return (
      draw && {
        ...draw,
        code: recordCode(draw.digest),
        seed: session.drawSeed,
        witnessed: stands(witnesses, 'draw', draw.digest),
      }
    );
  }

  private async words(witnesses: RoadshowWitness[]): Promise<RecordView['witnesses']> {
    const persons = await this.persons.byIds(witnesses.map(({ madeBy }) => madeBy));
    return witnesses.map(({ subject, verdict, remark, at, madeBy }) => ({
      subject,
      verdict,
      remark,
      at: at.toISOString(),
      by: persons.get(madeBy)?.name ?? '',
    }));
  }

  private async judges(
    sessionId: string,
    signedAt: (subjectId: RoadshowSignature['subjectId']) => string | null,
  ): Promise<RecordView['judges']> {
    const seats = await this.review.seats(sessionId);
    const persons = await this.persons.byIds(seats.map(({ personId }) => personId));
    return seats.map(({ seatNo, personId }) => ({
      seatNo,
      name: persons.get(personId)?.name ?? '',
      signedAt: signedAt(personId),
    }));
  }

  private async results(sessionId: string, entries: readonly RoadshowEntry[]): Promise<RecordView['results']> {
    const [results, sheets, seats, recusals, panel] = await Promise.all([
      this.review.results(sessionId),
      this.review.sheets(sessionId),
      this.review.seats(sessionId),
      this.review.recusals(sessionId),
      this.review.panel(sessionId),
    ]);
    const told = entries.map(({ id }): { entryId: string; place: number | null; result: ShownResult } => {
      const result = results.find(({ entryId }) => entryId === id)!;
      const out = recusals.filter(({ entryId }) => entryId === id).map(({ personId }) => personId);
      const own = sheets.filter(({ entryId, personId }) => entryId === id && !out.includes(personId));
      return {
        entryId: id,
        place: result.place,
        result: shownResult(
          result,
          own.filter(({ state }) => state !== 'struck'),
          seats.filter(({ personId }) => out.includes(personId)).map(({ seatNo }) => seatNo),
          panel!.aggregation.decimals,
          own.filter(({ state }) => state === 'struck').map(({ seatNo }) => seatNo),
        ),
      };
    });
    return told.sort((one, other) => (one.place ?? Infinity) - (other.place ?? Infinity) || 0);
  }
}
