import { type Actor, failure } from '@haishi/contracts';
import { assertContent, type HeldContent } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { StopInput } from './conduct.dto.js';
import { nudgeWait, roomMoment } from './conduct.rules.js';
import { SessionCommands } from './session.commands.js';
import { RoadshowSession } from './session.entity.js';
import { SessionQueries } from './session.queries.js';
import { ANY_STATE, BUSY, NO_INTERMISSION, type SessionAction } from './session.rules.js';

/** A stopped session says so on its screens, and needs no break. */
const BETWEEN: readonly SessionAction[] = ['edit', 'gather', 'withdraw', 'run', 'reveal', 'announce'];

/** What comes between: the planned start, a break, a stop, blank screens, a call to a judge. */
@Injectable()
export class InterruptionService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
  ) {}

  /**
   * Says when the session starts, on the clocks of its room; a session that has started needs no plan. Fails with `common.stale`
   * where another start than `held` stands.
   */
  plan(actor: Actor, sessionId: string, held: HeldContent, startsAt: string | null): Promise<void> {
    return this.commands.run(
      actor,
      sessionId,
      'roadshow.manage',
      ['edit', 'gather', 'withdraw'],
      async (work, session) => {
        assertContent(session.startsAt, held);
        const moment = startsAt ? roomMoment(session.timeZone, startsAt, 'startsAt') : null;
        await work.manager.update(RoadshowSession, sessionId, { startsAt: moment });
        const before = session.startsAt?.toISOString() ?? null;
        const now = moment?.toISOString() ?? null;
        return {
          type: 'roadshow.planned',
          payload: { startsAt: now, before },
          ...(now === before ? {} : { tells: { what: now === null ? 'unplanned' : 'planned' } }),
        };
      },
    );
  }

  /**
   * Stops the session, to go on later, also on another day; with `changes`, says something else of a stop that is there and stops
   * nothing: who changes it may be late, and the session on its way again. A running timer stands still; sheets for the entry
   * that is being scored are still taken, so that none is lost on its way.
   */
  stop(actor: Actor, sessionId: string, { reason, resumesAt: wallTime, changes }: StopInput): Promise<void> {
    const action = changes ? 'standby' : 'stop';
    return this.commands.run(actor, sessionId, 'roadshow.chair', [action], async (work, session) => {
      const resumesAt = wallTime ? roomMoment(session.timeZone, wallTime, 'resumesAt') : null;
      if (resumesAt && resumesAt <= work.now) throw failure('roadshow.resumes_in_past', { field: 'resumesAt' });
      const runs = session.phaseStartedAt !== null && session.phaseSeconds > 0 && session.pausedAt === null;
      await work.manager.update(RoadshowSession, sessionId, {
        stopReason: reason,
        resumesAt,
        ...(runs ? { pausedAt: work.now } : {}),
      });
      const type = changes ? 'roadshow.stop_changed' : 'roadshow.stopped';
      const until = resumesAt?.toISOString() ?? null;
      const told = changes && until === (session.resumesAt?.toISOString() ?? null);
      return { type, payload: { reason, until }, ...(told ? {} : { tells: { what: 'put_off' } }) };
    });
  }

  /** Goes on where it stopped. A timer that stood still stays so until the chair lets it run. */
  resume(actor: Actor, sessionId: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.chair', ['resume'], async (work, session) => {
      await work.manager.update(RoadshowSession, sessionId, { stopReason: null, resumesAt: null });
      return { type: 'roadshow.resumed', payload: { reason: session.stopReason } };
    });
  }

  /**
   * Begins a break 中场休息, or says something else of it: screens and phones tell what and until when, beside the board.
   * The next call ends it. Fails with `roadshow.stage_busy`, `roadshow.resumes_in_past`.
   */
  rest(actor: Actor, sessionId: string, text: string, until: string | null): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.stage', BETWEEN, async (work, session) => {
      if (BUSY.includes(session.phase)) throw failure('roadshow.stage_busy');
      const resumesAt = until ? roomMoment(session.timeZone, until, 'resumesAt') : null;
      if (resumesAt && resumesAt <= work.now) throw failure('roadshow.resumes_in_past', { field: 'resumesAt' });
      await work.manager.update(RoadshowSession, sessionId, { intermissionText: text, intermissionUntil: resumesAt });
      return { type: 'roadshow.intermission_begun', payload: { text, until: resumesAt?.toISOString() ?? null } };
    });
  }

  /** Fails with `roadshow.no_intermission`. */
  endRest(actor: Actor, sessionId: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.stage', BETWEEN, async (work, session) => {
      if (session.intermissionText === null) throw failure('roadshow.no_intermission');
      await work.manager.update(RoadshowSession, sessionId, NO_INTERMISSION);
      return { type: 'roadshow.intermission_ended', payload: { text: session.intermissionText } };
    });
  }

  /** Every screen shows the session's name and nothing else, whatever goes on; desks go on working. */
  blank(actor: Actor, sessionId: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.stage', ANY_STATE, async (work, session) => {
      if (session.blankedAt) throw failure('roadshow.blank_already');
      await work.manager.update(RoadshowSession, sessionId, { blankedAt: work.now });
      return { type: 'roadshow.blanked' };
    });
  }

  unblank(actor: Actor, sessionId: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.stage', ANY_STATE, async (work, session) => {
      if (!session.blankedAt) throw failure('roadshow.not_blank');
      await work.manager.update(RoadshowSession, sessionId, { blankedAt: null });
      return { type: 'roadshow.unblanked' };
    });
  }

  /** Calls a judge who has not scored the entry on stage; their desk shows it. Fails with `roadshow.nudged_just_now` where that was a moment ago. */
  nudge(actor: Actor, sessionId: string, entryId: string, seatNo: number): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.stage', ['run'], async (work, session) => {
      if (session.currentEntryId !== entryId) throw failure('roadshow.not_current');
      if (session.phase !== 'scoring' || !(await this.owes(sessionId, entryId, seatNo)))
        throw failure('roadshow.nothing_to_nudge');
      const held = (session.nudges ?? []).filter((one) => one.entryId === entryId);
      const seconds = nudgeWait(held, entryId, seatNo, work.now);
      if (seconds > 0) throw failure('roadshow.nudged_just_now', { params: { seconds } });
      const nudges = [...held.filter((one) => one.seatNo !== seatNo), { entryId, seatNo, at: work.now.getTime() }];
      await work.manager.update(RoadshowSession, sessionId, { nudges: nudges as never });
      return { type: 'roadshow.nudged', payload: { entryId, seatNo } };
    });
  }

  /** Whether the seat is taken, not recused, and has not scored. */
  private async owes(sessionId: string, entryId: string, seatNo: number): Promise<boolean> {
    await this.sessions.entry(sessionId, entryId);
    const seat = (await this.review.seats(sessionId)).find((one) => one.seatNo === seatNo);
    if (!seat) return false;
    const own = (one: { entryId: string; personId: string }) =>
      one.entryId === entryId && one.personId === seat.personId;
    return !(await this.review.recusals(sessionId)).some(own) && !(await this.review.sheets(sessionId)).some(own);
  }
}
