import { ReviewEntry } from '@haishi/contest/online-review/round.entity';
import { CountReviewReasons1764001910000 } from '@haishi/contest/online-review/round.migrations';
import { newId } from '@haishi/kernel';
import { databaseOptions, openDataSource, readEnvironment } from '@haishi/platform';
import { Panel, rank } from '@haishi/review';
import { DATABASE_CONTENTS } from '@haishi/server/database.contents';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachEngine, type Place } from '../support/engines.js';
import { makeMigratedPlace } from '../support/migrated-place.js';

const TIES = [{ by: 'criterion', code: 'TECH' }, { by: 'untrimmed' }] as const;
/** Score and values of the tie chain; more than are read at once. */
const RESULTS: [score: number, tieValues: number[]][] = [
  [9000, [800, 9010]],
  [8000, [700, 8010]],
  [8000, [700, 8010]],
  [8000, [700, 8020]],
  [8000, [600, 8020]],
  ...Array.from({ length: 250 }, (_, at): [number, number[]] => [7000 - at, [1, 2]]),
];

eachEngine('why an entry has its place', (engine) => {
  let place: Place;
  beforeAll(async () => {
    place = await makeMigratedPlace(engine);
  });
  afterAll(() => place.remove());

  it('is the same after it was counted, told in full again by the values, and counted again', async () => {
    const dataSource = await openDataSource(DATABASE_CONTENTS, databaseOptions(readEnvironment(place.settings)));
    const runner = dataSource.createQueryRunner();
    const inTransaction = async (step: 'down' | 'up') => {
      await runner.startTransaction();
      await new CountReviewReasons1764001910000()[step](runner);
      await runner.commitTransaction();
    };
    try {
      const roundId = newId();
      await runner.manager.insert(Panel, {
        id: roundId,
        contextType: 'test',
        contextId: roundId,
        rubric: {} as never,
        aggregation: { decimals: 2, minValid: 1, dropHighest: 0, dropLowest: 0, ties: TIES } as never,
        judging: 'assigned',
        revision: 0,
        createdAt: new Date(),
      });
      const results = RESULTS.map(([score, tieValues]) => ({ entryId: newId(), result: { score, tieValues } }));
      const explained = new Map(rank(results, TIES).map((one) => [one.entryId, one.explanation]));
      const unranked = { entryId: newId(), result: { score: null, tieValues: [] } };
      for (const { entryId, result } of [...results, unranked]) {
        const explanation = explained.get(entryId);
        await runner.manager.insert(ReviewEntry, {
          id: entryId,
          roundId,
          editionId: roundId,
          stageCode: 'REV',
          projectId: entryId,
          number: entryId,
          title: '项目',
          team: '海石',
          division: 'EIT',
          region: 'BJ',
          submission: 1,
          ...result,
          tiedWith: explanation?.tiedWith ?? null,
          compared: explanation?.compared.length ?? null,
          sharing: explanation?.sharing ?? null,
        });
      }
      const counted = await runner.manager.findBy(ReviewEntry, { roundId: Equal(roundId) });
      await inTransaction('down');
      const rows = (await runner.query('SELECT id, explanation FROM review_entries')) as Record<string, string>[];
      expect(new Map(rows.map(({ id, explanation }) => [id, JSON.parse(explanation ?? 'null')]))).toEqual(
        new Map([...explained, [unranked.entryId, null]]),
      );
      await inTransaction('up');
      const again = await runner.manager.findBy(ReviewEntry, { roundId: Equal(roundId) });
      expect(new Set(again)).toEqual(new Set(counted));
    } finally {
      await runner.release();
      await dataSource.destroy();
    }
  });
});
