import { TellAcceptancesApart1764003040200 } from '@haishi/contest/expert/expert.migrations';
import { JUDGE_TERMS } from '@haishi/contest/edition/edition.defaults';
import { termsDigest } from '@haishi/contest';
import { newId } from '@haishi/kernel';
import { databaseOptions, openDataSource, readEnvironment } from '@haishi/platform';
import { Expert, ExpertAcceptance } from '@haishi/review';
import { DATABASE_CONTENTS } from '@haishi/server/database.contents';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachEngine, type Place } from '../support/engines.js';
import { makeMigratedPlace } from '../support/migrated-place.js';

eachEngine('terms of judging that were accepted before wordings were told apart', (engine) => {
  let place: Place;
  beforeAll(async () => {
    place = await makeMigratedPlace(engine);
  });
  afterAll(() => place.remove());

  it('are those that there were, accepted when they were', async () => {
    const dataSource = await openDataSource(DATABASE_CONTENTS, databaseOptions(readEnvironment(place.settings)));
    const runner = dataSource.createQueryRunner();
    const inTransaction = async (step: 'down' | 'up') => {
      await runner.startTransaction();
      await new TellAcceptancesApart1764003040200()[step](runner);
      await runner.commitTransaction();
    };
    try {
      const at = new Date('2026-04-01T02:03:04.567Z');
      const expert = (name: string, acceptedAt: Date | null) => ({
        id: newId(),
        poolId: newId(),
        personId: null,
        name,
        mail: `${name}@example.com`,
        kind: 'technical',
        organisationName: '某大学',
        creditCode: null,
        aliases: [],
        ties: [],
        fields: ['EIT'],
        region: null,
        languages: ['zh'],
        capacity: null,
        acceptedAt,
        acceptedDigest: null,
        withdrawnAt: null,
        revision: 1,
        createdAt: at,
      });
      const [accepted, invited] = [expert('accepted', at), expert('invited', null)];
      await runner.manager.insert(Expert, [accepted, invited]);
      await inTransaction('up');
      const digests = async () =>
        (await runner.manager.find(Expert, { order: { name: 'ASC' } })).map((one) => one.acceptedDigest);
      expect(await digests()).toEqual([termsDigest(JUDGE_TERMS), null]);
      const kept = await runner.manager.find(ExpertAcceptance);
      expect(kept).toMatchObject([
        { expertId: accepted.id, digest: termsDigest(JUDGE_TERMS), wording: JUDGE_TERMS, at },
      ]);
      await inTransaction('down');
      expect(await digests()).toEqual([null, null]);
      expect(await runner.manager.count(ExpertAcceptance)).toBe(0);
    } finally {
      await runner.release();
      await dataSource.destroy();
    }
  });
});
