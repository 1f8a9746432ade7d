import { RoadshowSession } from '@haishi/contest/roadshow/session.entity';
import { Database, systemActor, UnitOfWork } from '@haishi/platform';
import { ScoreSheet } from '@haishi/review';
import { Equal } from 'typeorm';
import type { TestApp } from '../support/app.js';
import { makePerson, type TestPerson } from '../support/people.js';

/**
 * Gives the sheets of an edition's only session to five judges by their seats, each that many hundredths above or below
 * what all gave alike; answers the session's id.
 */
export async function judgeUnequally(app: TestApp, editionId: string, by: readonly number[]): Promise<string> {
  const { manager } = app.get(Database);
  const { id: sessionId } = await manager.findOneByOrFail(RoadshowSession, { editionId: Equal(editionId) });
  const persons: TestPerson[] = [];
  for (const sign of '甲乙丙丁戊') persons.push(await makePerson(app, `评委${sign}`));
  const sheets = await manager.findBy(ScoreSheet, { panelId: Equal(sessionId) });
  await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
    for (const { id, seatNo, total } of sheets)
      await work.manager.update(ScoreSheet, id, {
        personId: persons[seatNo - 1]!.id,
        total: total + by[seatNo - 1]!,
      });
  });
  return sessionId;
}
