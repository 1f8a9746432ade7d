import { type Actor, failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { Sheets } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { SessionCommands } from './session.commands.js';
import { RoadshowEntry, RoadshowSession } from './session.entity.js';
import { SessionQueries } from './session.queries.js';
import { SessionResults } from './session.results.js';
import { NO_INTERMISSION } from './session.rules.js';

/** How a session ends. */
@Injectable()
export class CourseService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly sessions: SessionQueries,
    private readonly results: SessionResults,
    private readonly sheets: Sheets,
  ) {}

  /**
   * Ends the session and ranks all its entries; sheets that wait for their correction stand as they are from then on. Where some were not shown, or a sheet waits for its correction, only with
   * a reason; never while a shown result was corrected and not shown again (`roadshow.correction_untold`).
   */
  close(actor: Actor, sessionId: string, reason: string | null): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.chair', ['close'], async (work) => {
      const entries = await this.sessions.entries(sessionId);
      if (entries.some(({ state }) => state === 'onstage')) throw failure('roadshow.entry_on_stage');
      const open = entries.filter(({ state }) => state !== 'shown' && state !== 'withdrawn');
      if (open.length > 0 && !reason && !(await this.readyForCeremony(sessionId, open)))
        throw failure('roadshow.entries_open', { field: 'reason', params: { count: open.length } });
      if (!reason) await this.assertNoneReopened(sessionId, entries);
      await this.assertAllTold(work, sessionId, entries);
      const uncorrected = await this.sheets.endCorrections(work, sessionId);
      await this.results.rankAll(work, sessionId);
      await work.manager.update(RoadshowSession, sessionId, {
        currentEntryId: null,
        phase: 'idle',
        phaseStartedAt: work.now,
        phaseSeconds: 0,
        pausedAt: null,
        closedAt: work.now,
        ...NO_INTERMISSION,
      });
      return {
        type: 'roadshow.closed',
        payload: { ...(reason ? { reason } : {}), ...(uncorrected.length > 0 ? { uncorrected } : {}) },
      };
    });
  }

  private async assertNoneReopened(sessionId: string, entries: readonly RoadshowEntry[]): Promise<void> {
    for (const { id, state } of entries) {
      if (state === 'withdrawn') continue;
      const { reopened } = await this.results.seats(sessionId, id);
      if (reopened.length > 0)
        throw failure('review.sheets_outstanding', {
          field: 'reason',
          params: { count: reopened.length },
          data: { seats: reopened },
        });
    }
  }

  /** What was shown is what stands, unless the ceremony will tell the correction. */
  private async assertAllTold(work: Work, sessionId: string, entries: readonly RoadshowEntry[]): Promise<void> {
    if (await this.sessions.frozen(sessionId)) return;
    const shown = entries.filter(({ state }) => state === 'shown');
    const untold = await this.results.untold(work, sessionId, shown);
    if (untold.length > 0)
      throw failure('roadshow.correction_untold', {
        params: { count: untold.length },
        data: { entryIds: untold.map(({ entryId }) => entryId) },
      });
  }

  /** Whether what was not shown is only sealed for the ceremony. */
  private async readyForCeremony(sessionId: string, open: readonly RoadshowEntry[]): Promise<boolean> {
    return open.every(({ state }) => state === 'locked') && (await this.sessions.frozen(sessionId));
  }
}
