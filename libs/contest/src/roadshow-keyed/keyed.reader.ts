import { type Actor, failure } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { isAllowed } from '@haishi/platform';
import {
  type LateAdmission,
  type PanelEntry,
  type Recusal,
  ReviewQueries,
  type ScoreSheet,
  type SheetKeying,
} from '@haishi/review';
import { standingKeyings } from '@haishi/review/rules';
import { Injectable } from '@nestjs/common';
import { Involvement } from '../involvement/involvement.js';
import { JudgePool } from '../roadshow/judge-pool.js';
import { SessionAccess } from '../roadshow/session.access.js';
import { sessionScopes } from '../roadshow/session.scopes.js';
import { SessionQueries } from '../roadshow/session.queries.js';
import { LEADERS, SessionTies } from '../roadshow/session.ties.js';
import { KEYABLE, keyedState, mayCompare, sheetCode, toldDifferences } from './keyed.rules.js';

/** All that a session's sheets are known by, besides its entries. */
interface Book {
  panelEntries: PanelEntry[];
  sheets: ScoreSheet[];
  recusals: Recusal[];
  keyings: SheetKeying[];
  admissions: LateAdmission[];
}

/** What pages read of paper sheets and their keyings. Values of a keying are told to its author alone. */
@Injectable()
export class KeyedReader {
  constructor(
    private readonly access: SessionAccess,
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
    private readonly people: JudgePool,
    private readonly persons: Persons,
    private readonly involvement: Involvement,
    private readonly ties: SessionTies,
  ) {}

  /** Every seat's sheet for every entry, and what the actor keyed of it. */
  async overview(actor: Actor, sessionId: string) {
    const session = await this.access.get(actor, sessionId, 'roadshow.record', 'roadshow.chair', 'roadshow.manage');
    const scopes = sessionScopes(session);
    const seats = await this.people.seats(sessionId);
    const entries = await this.sessions.entries(sessionId);
    const { rubric } = (await this.review.panel(sessionId))!;
    const book = await this.book(sessionId);
    const standing = standingKeyings(book.keyings, book.sheets);
    const names = await this.persons.byIds(standing.map(({ keyedBy }) => keyedBy));
    const closed = await this.involvement.closedAmong(actor, entries);
    const reader = { id: actor.id, leads: await this.ties.leads(actor, session, LEADERS) };
    const seated = seats.some(({ personId }) => personId === actor.id);
    return {
      rubric,
      seated,
      may: {
        key: isAllowed(actor, 'roadshow.record', scopes) && !seated && KEYABLE.includes(session.state),
        void: reader.leads && isAllowed(actor, 'roadshow.chair', scopes),
        compare: reader.leads,
      },
      seats: seats.map(({ seatNo, name }) => ({ seatNo, name })),
      entries: entries
        .filter(({ state }) => state !== 'withdrawn')
        .map(({ id, position, number, title, team, paperSince }) => ({
          id,
          position,
          number,
          title,
          team,
          paper: paperSince !== null,
          closed: closed.get(id) ?? null,
          seats: seats.map(({ seatNo, personId }) => {
            const sheet = book.sheets.find((one) => one.entryId === id && one.personId === personId);
            const ofSeat = standing.filter((one) => one.entryId === id && one.personId === personId);
            const own = book.keyings.findLast(
              (one) => one.entryId === id && one.personId === personId && one.keyedBy === actor.id,
            );
            return {
              seatNo,
              code: sheetCode(sessionId, number, seatNo),
              state: keyedState({
                recused: book.recusals.some((one) => one.entryId === id && one.personId === personId),
                sheet,
                open:
                  book.admissions.some((one) => one.entryId === id && one.personId === personId) ||
                  book.panelEntries.some((one) => one.id === id && one.state === 'open'),
                standing: ofSeat.length,
              }),
              revision: sheet?.revision ?? 0,
              paper: sheet?.keyedBy != null,
              reopenReason: sheet?.state === 'reopened' ? sheet.reopenReason : null,
              differing: toldDifferences(rubric, ofSeat, reader),
              keyings: ofSeat.map(({ id: keyingId, keyedBy, at }) => ({
                keyingId,
                name: names.get(keyedBy)?.name ?? '',
                own: keyedBy === actor.id,
                at: at.toISOString(),
              })),
              own: own ? ownKeying(own) : null,
            };
          }),
        })),
    };
  }

  /**
   * Both keyings of a sheet with their values, once they differ, for who leads the session and keyed neither.
   * Fails with `roadshow.keyings_sealed`.
   */
  async comparison(actor: Actor, sessionId: string, entryId: string, seatNo: number) {
    await this.access.get(actor, sessionId, 'roadshow.chair', 'roadshow.manage');
    await this.sessions.entry(sessionId, entryId);
    const { keyings, sheets } = await this.book(sessionId);
    const standing = standingKeyings(keyings, sheets).filter((one) => one.entryId === entryId && one.seatNo === seatNo);
    if (!mayCompare(standing, actor.id)) throw failure('roadshow.keyings_sealed');
    const names = await this.persons.byIds(standing.map(({ keyedBy }) => keyedBy));
    return standing.map(({ id, keyedBy, at, scores, comment, total }) => ({
      keyingId: id,
      name: names.get(keyedBy)?.name ?? '',
      at: at.toISOString(),
      scores,
      comment,
      total,
    }));
  }

  private async book(sessionId: string): Promise<Book> {
    const [panelEntries, sheets, recusals, keyings, admissions] = await Promise.all([
      this.review.entries(sessionId),
      this.review.sheets(sessionId),
      this.review.recusals(sessionId),
      this.review.keyings(sessionId),
      this.review.admissions(sessionId),
    ]);
    return { panelEntries, sheets, recusals, keyings, admissions };
  }
}

function ownKeying({ keyId, revision, scores, comment, total, at, state, outcome, voidReason }: SheetKeying) {
  return { keyId, revision, scores, comment, total, at: at.toISOString(), state, outcome, voidReason };
}
