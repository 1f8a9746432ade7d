import { RoadshowEntry, RoadshowSession } from '@haishi/contest/roadshow/session.entity';
import { newId } from '@haishi/kernel';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { Panel, Panels, Results, ScoreSheet } from '@haishi/review';
import { Equal } from 'typeorm';
import type { TestApp } from '../support/app.js';
import { inHundredths } from './roadshow-session.js';

/** Scores every entry alike by five judges and confirms the session; where technology is null, by one judge alone. */
export async function confirmSession(
  app: TestApp,
  sessionId: string,
  technology: (title: string) => number | null,
): Promise<void> {
  await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
    const { aggregation } = await work.manager.findOneByOrFail(Panel, { id: Equal(sessionId) });
    for (const { id, title } of await work.manager.findBy(RoadshowEntry, { sessionId: Equal(sessionId) })) {
      const tech = technology(title);
      const scores = inHundredths([tech ?? 0, 20, 16, 8, 12]);
      for (let seatNo = 1; seatNo <= (tech === null ? 1 : 5); seatNo += 1)
        await work.manager.insert(ScoreSheet, {
          id: newId(),
          panelId: sessionId,
          entryId: id,
          personId: newId(),
          seatNo,
          scores,
          comment: '',
          total: Object.values(scores).reduce((sum, value) => sum + value, 0),
          revision: 1,
          sheetKey: newId(),
          state: 'stored',
          submittedAt: work.now,
          reopenedBy: null,
          reopenReason: null,
          keyedBy: null,
        });
      await app.get(Results).refresh(work, id, aggregation);
    }
    await app.get(Panels).confirm(work, sessionId);
    await work.manager.update(RoadshowSession, sessionId, { state: 'confirmed', confirmedAt: work.now });
  });
}
