import { newId } from '@haishi/kernel';
import { databaseOptions, openDataSource, readEnvironment } from '@haishi/platform';
import { Expert, REVIEW_MIGRATIONS } from '@haishi/review';
import { DATABASE_CONTENTS } from '@haishi/server/database.contents';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachEngine, type Place } from '../support/engines.js';
import { makeMigratedPlace } from '../support/migrated-place.js';

eachEngine('ties that were declared before each had a moment of its own', (engine) => {
  let place: Place;
  beforeAll(async () => {
    place = await makeMigratedPlace(engine);
  });
  afterAll(() => place.remove());

  it('are declared when the expert named ties last, and keep their names the other way', async () => {
    const dataSource = await openDataSource(DATABASE_CONTENTS, databaseOptions(readEnvironment(place.settings)));
    const runner = dataSource.createQueryRunner();
    const Migration = REVIEW_MIGRATIONS.find(({ name }) => name === 'DateTies1764009015000')!;
    const move = async (step: 'down' | 'up') => {
      await runner.startTransaction();
      await new Migration()[step](runner);
      await runner.commitTransaction();
    };
    try {
      const at = '2026-04-01T02:03:04.567Z';
      const before = '2026-03-01T02:03:04.567Z';
      const expert = (name: string, ties: Expert['ties']) => ({
        id: newId(),
        poolId: newId(),
        personId: null,
        name,
        mail: `${name}@example.com`,
        kind: 'technical',
        organisationName: '某大学',
        creditCode: null,
        aliases: [],
        ties,
        fields: ['EIT'],
        region: null,
        languages: ['zh'],
        capacity: null,
        acceptedAt: null,
        acceptedDigest: null,
        withdrawnAt: null,
        revision: 1,
        createdAt: new Date(at),
      });
      const tied = expert('tied', [
        { name: '甲', at: before },
        { name: '乙', at },
      ]);
      const free = expert('free', []);
      const older = expert('older', [{ name: '丙', at }]);
      await runner.manager.insert(Expert, [tied, free, older]);
      await move('down');
      // Before the moment of a declaration was kept at all.
      await runner.query('UPDATE experts SET tiesAt = NULL WHERE id = ?', [older.id]);
      const [held] = await runner.query('SELECT ties FROM experts WHERE id = ?', [tied.id]);
      expect(JSON.parse(held.ties)).toEqual(['甲', '乙']);
      await move('up');
      const kept = (id: string) => runner.manager.findOneByOrFail(Expert, { id: Equal(id) });
      expect((await kept(tied.id)).ties).toEqual([
        { name: '甲', at },
        { name: '乙', at },
      ]);
      expect((await kept(free.id)).ties).toEqual([]);
      expect((await kept(older.id)).ties).toEqual([{ name: '丙', at: new Date(0).toISOString() }]);
    } finally {
      await runner.release();
      await dataSource.destroy();
    }
  });
});
