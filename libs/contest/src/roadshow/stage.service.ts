import { type Actor, failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { Panels, ReviewQueries, Sheets } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { moveBoard } from './session.board.js';
import { SessionCommands } from './session.commands.js';
import type { TimerInput } from './session.dto.js';
import { RoadshowEntry, RoadshowSession } from './session.entity.js';
import { SessionPublisher } from './session.publisher.js';
import { SessionQueries } from './session.queries.js';
import { SessionResults } from './session.results.js';
import { nextPhase, type StagePart, untimed } from './stage.parts.js';
import {
  chairSheet,
  NO_INTERMISSION,
  PHASE_PERMISSIONS,
  type PhaseAction,
  resumed,
  sameShown,
  timerOf,
} from './session.rules.js';

/** What the chair and the stage manager do while a session runs. Every command names the entry it means. */
@Injectable()
export class StageService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
    private readonly panels: Panels,
    private readonly sheets: Sheets,
    private readonly results: SessionResults,
    private readonly publisher: SessionPublisher,
  ) {}

  /** Goes on to pitch, questions or scoring. */
  phase(actor: Actor, sessionId: string, entryId: string, phase: 'pitch' | 'questions' | 'scoring'): Promise<void> {
    return this.onStage(actor, sessionId, phase, async (work, session) => {
      assertCurrent(session, entryId);
      if (phase === 'scoring') await this.panels.setState(work, entryId, 'open');
      const seconds = { pitch: session.pitchSeconds, questions: session.questionSeconds, scoring: 0 }[phase];
      await this.set(work, session, { phaseStartedAt: work.now, phaseSeconds: seconds, pausedAt: null });
      return { type: 'roadshow.phase_begun', payload: { entryId, phase } };
    });
  }

  /** Opens scoring for an entry that was judged on paper, as when power or network is gone for good; sheets that are in already stand. Once for an entry. */
  paper(actor: Actor, sessionId: string, entryId: string, reason: string): Promise<void> {
    return this.onStage(actor, sessionId, 'paper', async (work, session) => {
      assertCurrent(session, entryId);
      if ((await this.sessions.entry(sessionId, entryId)).paperSince) throw failure('roadshow.phase_not_allowed');
      await this.panels.setState(work, entryId, 'open');
      await work.manager.update(RoadshowEntry, entryId, { paperSince: work.now });
      await this.set(work, session, untimed(work.now));
      return { type: 'roadshow.phase_begun', payload: { entryId, phase: 'scoring', paper: true, reason } };
    });
  }

  timer(actor: Actor, sessionId: string, { entryId, action, seconds }: TimerInput): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.stage', ['run'], async (work, session) => {
      assertCurrent(session, entryId);
      if (!timerOf(session) || session.phaseSeconds === 0) throw failure('roadshow.no_timer');
      if (action === 'add') {
        if (!seconds) throw failure('common.required', { field: 'seconds' });
        await this.set(work, session, { phaseSeconds: session.phaseSeconds + seconds });
      } else if (action === 'pause') {
        if (session.pausedAt) throw failure('roadshow.timer_paused');
        await this.set(work, session, { pausedAt: work.now });
      } else {
        if (!session.pausedAt) throw failure('roadshow.timer_running');
        await this.set(work, session, resumed(session, work.now));
      }
      return { type: 'roadshow.timer_changed', payload: { entryId, action, ...(seconds ? { seconds } : {}) } };
    });
  }

  /** Ends scoring. Where a judge has not scored, only with a reason. */
  lock(actor: Actor, sessionId: string, entryId: string, reason: string | null): Promise<void> {
    return this.onStage(actor, sessionId, 'lock', async (work, session) => {
      assertCurrent(session, entryId);
      const { outstanding } = await this.results.seats(sessionId, entryId);
      if (outstanding.length > 0 && !reason)
        throw failure('review.sheets_outstanding', {
          field: 'reason',
          params: { count: outstanding.length },
          data: { seats: outstanding },
        });
      await this.panels.setState(work, entryId, 'closed');
      const lockReason = outstanding.length > 0 ? reason : null;
      await work.manager.update(RoadshowEntry, entryId, { state: 'locked', lockReason });
      await this.set(work, session, untimed(work.now));
      return {
        type: 'roadshow.locked',
        payload: { entryId, ...(lockReason ? { reason: lockReason, absentSeats: outstanding } : {}) },
      };
    });
  }

  /**
   * Shows the scores of a locked entry 当场亮分, and moves the board. A shown entry is shown again where a correction
   * changed it; what happens on stage then stays as it is.
   */
  show(actor: Actor, sessionId: string, entryId: string): Promise<void> {
    return this.commands.run(actor, sessionId, PHASE_PERMISSIONS.show, ['run'], async (work, session) => {
      const entry = await this.sessions.entry(sessionId, entryId);
      if (entry.state !== 'locked' && entry.state !== 'shown') throw failure('roadshow.entry_not_locked');
      if (await this.sessions.frozen(sessionId)) throw failure('roadshow.frozen');
      const { reopened } = await this.results.seats(sessionId, entryId);
      if (reopened.length > 0)
        throw failure('review.sheets_outstanding', { params: { count: reopened.length }, data: { seats: reopened } });
      const again = entry.state === 'shown';
      if (!again)
        await this.set(work, session, {
          ...untimed(work.now),
          phase: nextPhase(session, 'show'),
          currentEntryId: entryId,
        });
      await this.set(work, session, NO_INTERMISSION);
      const { shown, tieValues } = await this.results.fresh(work, sessionId, entryId);
      if (again && sameShown(entry.shown, shown)) throw failure('roadshow.already_shown');
      await work.manager.update(RoadshowEntry, entryId, {
        state: 'shown',
        shown: shown as never,
        shownTies: tieValues,
        shownAt: work.now,
      });
      await this.publisher.chair(work, sessionId, { shown: { entryId, result: shown } });
      const { ties } = (await this.review.panel(sessionId))!.aggregation;
      await moveBoard(work, await this.sessions.entries(sessionId), ties, await this.review.rulings(sessionId));
      return { type: again ? 'roadshow.shown_again' : 'roadshow.shown', payload: { entryId, score: shown.score } };
    });
  }

  /** Opens one judge's sheet for correction, or lets a judge hand in who did not; what stands is kept until the judge submits. */
  reopen(actor: Actor, sessionId: string, input: { entryId: string; seatNo: number; reason: string }): Promise<void> {
    const { entryId, seatNo, reason } = input;
    return this.commands.run(actor, sessionId, 'roadshow.chair', ['run'], async (work) => {
      const entry = await this.sessions.entry(sessionId, entryId);
      if (entry.state !== 'locked' && entry.state !== 'shown') throw failure('roadshow.entry_not_locked');
      const { revision, personId } = await this.sheets.reopen(work, entryId, seatNo, reason);
      const sheet = (await this.review.sheetsOf(sessionId, personId)).find((one) => one.entryId === entryId);
      if (sheet) await this.publisher.chair(work, sessionId, { sheet: chairSheet(sheet) });
      return { type: 'score.reopened', payload: { entryId, seatNo, personId, revision, reason } };
    });
  }

  private onStage(
    actor: Actor,
    sessionId: string,
    action: Exclude<PhaseAction, 'show' | 'skip'>,
    act: (work: Work, session: RoadshowSession) => Promise<{ type: string; payload?: Record<string, unknown> }>,
  ): Promise<void> {
    return this.commands.run(actor, sessionId, PHASE_PERMISSIONS[action], ['run'], async (work, session) => {
      const phase = nextPhase(session, action);
      const event = await act(work, session);
      await this.set(work, session, { phase });
      return event;
    });
  }

  private async set(work: Work, session: RoadshowSession, part: StagePart): Promise<void> {
    await work.manager.update(RoadshowSession, session.id, part);
  }
}

function assertCurrent(session: RoadshowSession, entryId: string): void {
  if (session.currentEntryId !== entryId) throw failure('roadshow.not_current');
}
