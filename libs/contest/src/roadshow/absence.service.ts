import { type Actor, failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { Panels, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { ProjectQueries } from '../project/project.queries.js';
import { moveBoard } from './session.board.js';
import { type CommandEvent, SessionCommands } from './session.commands.js';
import { RoadshowEntry, RoadshowSession } from './session.entity.js';
import { SessionQueries } from './session.queries.js';
import { PHASE_MACHINE, PHASE_PERMISSIONS, type SessionAction } from './session.rules.js';

/** Also while it is stopped: whoever gives up between two days is told of at once. */
const LEAVING: readonly SessionAction[] = ['run', 'standby'];

/** Entries that do not come, and entries that give up. */
@Injectable()
export class AbsenceService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
    private readonly panels: Panels,
    private readonly projects: ProjectQueries,
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
    return this.commands.run(actor, sessionId, 'roadshow.chair', LEAVING, async (work, session) => {
      const entry = await this.sessions.entry(sessionId, entryId);
      if (entry.state === 'withdrawn') throw failure('roadshow.entry_withdrawn');
      return this.takeOut(work, session, entry, reason);
    });
  }

  /**
   * The project withdrew, by its owner's word or with their account: where its session was stopped, and nobody is at a desk until it goes on, the entry
   * withdraws with it, unless its scores were shown. While the show goes on, the chair takes it out.
   */
  async projectWithdrew(work: Work, project: { id: string; editionId: string }): Promise<void> {
    for (const { id, sessionId } of await this.sessions.entriesOf(project)) {
      // Read again once nobody else changes it.
      const stands = async () => !['withdrawn', 'shown'].includes((await this.sessions.entry(sessionId, id)).state);
      await this.commands.follow(work, sessionId, ['standby'], stands, async (_, session) =>
        this.takeOut(work, session, await this.sessions.entry(sessionId, id), null),
      );
    }
  }

  /**
   * Takes a withdrawal back: an entry that was judged is locked, and its scores are shown again; another waits at the end. Fails with
   * `roadshow.project_withdrawn` where the project itself is out of the contest.
   */
  reinstate(actor: Actor, sessionId: string, entryId: string, reason: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.chair', LEAVING, async (work) => {
      const entry = await this.sessions.entry(sessionId, entryId);
      if (entry.state !== 'withdrawn') throw failure('roadshow.entry_not_withdrawn');
      if ((await this.projects.find(entry.projectId))?.state === 'withdrawn')
        throw failure('roadshow.project_withdrawn');
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

  private async takeOut(
    work: Work,
    { id: sessionId, currentEntryId }: RoadshowSession,
    { id: entryId, state, shown }: RoadshowEntry,
    reason: string | null,
  ): Promise<CommandEvent> {
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
    if (currentEntryId === entryId) await clearStage(work, sessionId);
    if (!(await this.sessions.frozen(sessionId))) await this.moveBoard(work, sessionId);
    return { type: 'roadshow.entry_withdrawn', payload: { entryId, reason, state, ...(shown ? { shown } : {}) } };
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
