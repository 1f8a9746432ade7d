import { type Actor, failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { Panels, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { moveBoard } from './session.board.js';
import { SessionCommands } from './session.commands.js';
import { RoadshowEntry, RoadshowSession } from './session.entity.js';
import { SessionQueries } from './session.queries.js';
import { PHASE_MACHINE, PHASE_PERMISSIONS } from './session.rules.js';

/** Entries that do not come, and entries that give up. */
@Injectable()
export class AbsenceService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
    private readonly panels: Panels,
  ) {}

  /** The entry was called and is absent: it waits at the end of the run sheet; the order of the others stays. */
  skip(actor: Actor, sessionId: string, entryId: string): Promise<void> {
    return this.commands.run(actor, sessionId, PHASE_PERMISSIONS.skip, ['run'], async (work, session) => {
      if (session.currentEntryId !== entryId) throw failure('roadshow.not_current');
      if (!PHASE_MACHINE.next(session.phase, 'skip')) throw failure('roadshow.phase_not_allowed');
      await work.manager.update(RoadshowEntry, entryId, { state: 'waiting', absentAt: work.now });
      await clearStage(work, sessionId);
      return { type: 'roadshow.skipped', payload: { entryId } };
    });
  }

  /**
   * The entry withdraws 退赛, wherever it is: it leaves the stage and the board, and gets neither place nor result. Its
   * sheets stay stored; what the public was shown of it stays in the record. On a frozen board nobody else moves.
   */
  withdraw(actor: Actor, sessionId: string, entryId: string, reason: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.chair', ['run'], async (work, session) => {
      const entry = await this.sessions.entry(sessionId, entryId);
      if (entry.state === 'withdrawn') throw failure('roadshow.entry_withdrawn');
      await this.panels.setState(work, entryId, 'withdrawn');
      await work.manager.update(RoadshowEntry, entryId, {
        state: 'withdrawn',
        withdrawReason: reason,
        shown: null,
        shownTies: null,
        shownAt: null,
        place: null,
        placeBefore: null,
        explanation: null,
      });
      if (session.currentEntryId === entryId) await clearStage(work, sessionId);
      if (!(await this.sessions.frozen(sessionId))) await this.moveBoard(work, sessionId);
      const { state, shown } = entry;
      return { type: 'roadshow.entry_withdrawn', payload: { entryId, reason, state, ...(shown ? { shown } : {}) } };
    });
  }

  /** Takes a withdrawal back: an entry that was judged is locked, and its scores are shown again; another waits at the end. */
  reinstate(actor: Actor, sessionId: string, entryId: string, reason: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.chair', ['run'], async (work) => {
      const entry = await this.sessions.entry(sessionId, entryId);
      if (entry.state !== 'withdrawn') throw failure('roadshow.entry_not_withdrawn');
      const judged = (await this.review.sheets(sessionId)).some((sheet) => sheet.entryId === entryId);
      await this.panels.setState(work, entryId, 'closed');
      await work.manager.update(RoadshowEntry, entryId, {
        state: judged ? 'locked' : 'waiting',
        withdrawReason: null,
        ...(judged ? {} : { absentAt: work.now }),
      });
      return { type: 'roadshow.entry_reinstated', payload: { entryId, reason, withdrawReason: entry.withdrawReason } };
    });
  }

  private async moveBoard(work: Work, sessionId: string): Promise<void> {
    const { ties } = (await this.review.panel(sessionId))!.aggregation;
    await moveBoard(work, await this.sessions.entries(sessionId), ties, await this.review.rulings(sessionId));
  }
}

async function clearStage(work: Work, sessionId: string): Promise<void> {
  await work.manager.update(RoadshowSession, sessionId, {
    currentEntryId: null,
    phase: 'idle',
    phaseStartedAt: work.now,
    phaseSeconds: 0,
    pausedAt: null,
  });
}
