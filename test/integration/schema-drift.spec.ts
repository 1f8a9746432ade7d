import { databaseOptions, openDataSource, readEnvironment, schemaDrift } from '@haishi/platform';
import { DATABASE_CONTENTS } from '@haishi/server/database.contents';
import { expect, it } from 'vitest';
import { eachEngine, makePlace } from '../support/engines.js';

eachEngine('the schema', (engine) => {
  it('is the same by the migrations as by the entities', async () => {
    const place = await makePlace(engine);
    const dataSource = await openDataSource(DATABASE_CONTENTS, databaseOptions(readEnvironment(place.settings)));
    try {
      expect(await schemaDrift(dataSource)).toEqual([]);
    } finally {
      await dataSource.destroy();
      await place.remove();
    }
  });
});
