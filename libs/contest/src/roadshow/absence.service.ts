import { type Actor, failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { Panels, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { ProjectQueries } from '../project/project.queries.js';
import { EntryList } from './entry-list.js';
import { moveBoard } from './session.board.js';
import { type CommandEvent, SessionCommands } from './session.commands.js';
import { RoadshowEntry, RoadshowSession } from './session.entity.js';
import { SessionPublisher } from './session.publisher.js';
import { SessionQueries } from './session.queries.js';
import {
  BUSY,
  entryStateAfter,
  NO_INTERMISSION,
  PHASE_MACHINE,
  PHASE_PERMISSIONS,
  SESSION_MACHINE,
  type SessionAction,
} from './session.rules.js';

/** Also while it is stopped: whoever gives up between two days is told of at once. */
const LEAVING: readonly SessionAction[] = ['run', 'standby'];
/** In which an entry comes off the list altogether. */
const BEFORE: readonly SessionAction[] = ['edit', 'gather', 'withdraw'];

/** Entries that do not come, and entries that give up. */
@Injectable()
export class AbsenceService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
    private readonly panels: Panels,
    private readonly projects: ProjectQueries,
    private readonly list: EntryList,
    private readonly publisher: SessionPublisher,
  ) {}

  /** The entry was called and is absent: it waits at the end of the run sheet; the order of the others stays. */
  skip(actor: Actor, sessionId: string, entryId: string): Promise<void> {
    return this.commands.run(actor, sessionId, PHASE_PERMISSIONS.skip, ['run'], async (work, session) => {
      if (session.currentEntryId !== entryId) throw failure('roadshow.not_current');
      if (!PHASE_MACHINE.next(session.phase, 'skip')) throw failure('roadshow.phase_not_allowed');
      await work.manager.update(RoadshowEntry, entryId, { state: 'waiting', absentAt: work.now });
      await setStage(work, sessionId, null);
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
   * The project withdrew, by its owner's word or with their account: before the start the entry comes off the list, later it withdraws at once. One
   * that has the stage, or whose scores were shown, is left to the chair, whose desk says so. Nothing changes once the session is closed.
   */
  async projectWithdrew(work: Work, project: { id: string; editionId: string }): Promise<void> {
    for (const { id, sessionId } of await this.sessions.entriesOf(project))
      await this.commands.follow(work, sessionId, [...BEFORE, ...LEAVING], async (session) => {
        // Read again once nobody else changes it; the organiser may have taken it off meanwhile.
        const entry = (await this.sessions.entries(sessionId)).find((one) => one.id === id);
        if (!entry || entry.state === 'withdrawn') return null;
        if (BEFORE.some((action) => SESSION_MACHINE.next(session.state, action))) {
          await this.list.remove(work, sessionId, id);
          return { type: 'roadshow.entry_removed', payload: { entryId: id, projectId: project.id } };
        }
        const stays = session.currentEntryId === id || entry.state === 'onstage' || entry.state === 'shown';
        if (!stays) return this.takeOut(work, session, entry, null);
        await this.publisher.gaveUp(work, sessionId);
        return null;
      });
  }

  /**
   * Takes a withdrawal back: an entry that was locked is locked again, and its scores are shown again; one that was being scored goes
   * on being scored, so that sheets still missing are asked for; another waits at the end. Fails with `roadshow.project_withdrawn`
   * where the project itself is out of the contest, and with `roadshow.stage_taken` where it would be scored and another has the stage.
   */
  reinstate(actor: Actor, sessionId: string, entryId: string, reason: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.chair', LEAVING, async (work, session) => {
      const entry = await this.sessions.entry(sessionId, entryId);
      if (entry.state !== 'withdrawn') throw failure('roadshow.entry_not_withdrawn');
      if ((await this.projects.find(entry.projectId))?.state === 'withdrawn')
        throw failure('roadshow.project_withdrawn');
      const judged = (await this.review.sheets(sessionId)).some((sheet) => sheet.entryId === entryId);
      const state = judged ? entryStateAfter(entry.withdrawnFrom) : 'waiting';
      if (state === 'onstage') {
        if (BUSY.includes(session.phase)) throw failure('roadshow.stage_taken');
        await setStage(work, sessionId, entryId);
      }
      await this.panels.setState(work, entryId, state === 'onstage' ? 'open' : 'closed');
      await work.manager.update(RoadshowEntry, entryId, {
        state,
        withdrawReason: null,
        withdrawnFrom: null,
        ...(state === 'waiting' ? { absentAt: work.now } : {}),
      });
      return {
        type: 'roadshow.entry_reinstated',
        payload: { entryId, reason, withdrawReason: entry.withdrawReason, state },
      };
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
      withdrawnFrom: state,
      shown: null,
      shownTies: null,
      shownAt: null,
      place: null,
      placeBefore: null,
      explanation: null,
    });
    if (currentEntryId === entryId) await setStage(work, sessionId, null);
    if (!(await this.sessions.frozen(sessionId))) await this.moveBoard(work, sessionId);
    return { type: 'roadshow.entry_withdrawn', payload: { entryId, reason, state, ...(shown ? { shown } : {}) } };
  }

  private async moveBoard(work: Work, sessionId: string): Promise<void> {
    const { ties } = (await this.review.panel(sessionId))!.aggregation;
    await moveBoard(work, await this.sessions.entries(sessionId), ties, await this.review.rulings(sessionId));
  }
}

/** Nobody has the stage, or one who is being scored. */
async function setStage(work: Work, sessionId: string, entryId: string | null): Promise<void> {
  await work.manager.update(RoadshowSession, sessionId, {
    currentEntryId: entryId,
    phase: entryId ? 'scoring' : 'idle',
    phaseStartedAt: work.now,
    phaseSeconds: 0,
    pausedAt: null,
    ...(entryId ? NO_INTERMISSION : {}),
  });
}
