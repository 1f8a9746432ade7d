import { Edition, EditionStage } from '@haishi/contest';
import { PublicNotice } from '@haishi/contest/public-notice/public-notice.entity';
import { KeepNoticeHeadings1764007010000 } from '@haishi/contest/public-notice/public-notice.migrations';
import { newId } from '@haishi/kernel';
import { databaseOptions, openDataSource, readEnvironment } from '@haishi/platform';
import { DATABASE_CONTENTS } from '@haishi/server/database.contents';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachEngine, type Place } from '../support/engines.js';
import { makeMigratedPlace } from '../support/migrated-place.js';

eachEngine('the heading of a public notice from before it kept one', (engine) => {
  let place: Place;
  beforeAll(async () => {
    place = await makeMigratedPlace(engine);
  });
  afterAll(() => place.remove());

  it('is what its edition and its own stage are called, in the zone of the edition', async () => {
    const dataSource = await openDataSource(DATABASE_CONTENTS, databaseOptions(readEnvironment(place.settings)));
    const runner = dataSource.createQueryRunner();
    const { manager } = runner;
    const inTransaction = async (step: 'down' | 'up') => {
      await runner.startTransaction();
      await new KeepNoticeHeadings1764007010000()[step](runner);
      await runner.commitTransaction();
    };
    const [id, editionId] = [newId(), newId()];
    const at = new Date('2026-01-01T00:00:00Z');
    try {
      await manager.insert(Edition, {
        ...{ id: editionId, code: 'HEAD', nameZh: '“海石”杯', nameEn: 'The "Haishi" cup', timeZone: 'Europe/Berlin' },
        ...{ state: 'open', definition: {} as never, version: 1, createdAt: at },
      });
      for (const [position, [code, nameZh, nameEn]] of [
        ['HEAT', '赛区赛', 'Heats'],
        ['FINAL', '决赛', 'Final'],
      ].entries())
        await manager.insert(EditionStage, {
          ...{ id: newId(), editionId, code: code!, kind: 'roadshow', position, nameZh: nameZh!, nameEn: nameEn! },
          ...{ opensAt: null, closesAt: null, settings: {}, state: 'planned' },
        });
      await manager.insert(PublicNotice, {
        ...{ id, editionId, stageCode: 'FINAL', kind: 'awards', number: 1, state: 'open', revision: 1, days: 5 },
        ...{ dayKind: 'working', startsOn: '2026-01-01', endsOn: '2026-01-08', closesAt: at, items: [], digest: 'x' },
        ...{ advancementId: newId(), publishedAt: at, publishedBy: newId() },
        ...{ editionName: { zh: '旧', en: 'old' }, stageName: { zh: '旧', en: 'old' }, timeZone: 'UTC' },
        ...{ endedAt: null, endedBy: null, endReason: null },
      });
      await inTransaction('down');
      await inTransaction('up');
      expect(await manager.findOneByOrFail(PublicNotice, { id: Equal(id) })).toMatchObject({
        editionName: { zh: '“海石”杯', en: 'The "Haishi" cup' },
        stageName: { zh: '决赛', en: 'Final' },
        timeZone: 'Europe/Berlin',
      });
    } finally {
      await runner.release();
      await dataSource.destroy();
    }
  });
});
