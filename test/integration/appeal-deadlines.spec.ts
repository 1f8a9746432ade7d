import { Edition, EditionStage, EligibilityDecision } from '@haishi/contest';
import { KeepAppealDeadlines1764007010100 } from '@haishi/contest/appeal/appeal.migrations';
import type { StageSettings } from '@haishi/contest/edition/edition.definition';
import { newId } from '@haishi/kernel';
import { databaseOptions, openDataSource, readEnvironment } from '@haishi/platform';
import { DATABASE_CONTENTS } from '@haishi/server/database.contents';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachEngine, type Place } from '../support/engines.js';
import { makeMigratedPlace } from '../support/migrated-place.js';

const AT = new Date('2026-03-01T22:30:00.000Z');

eachEngine('a rejection from before it kept until when it may be appealed', (engine) => {
  let place: Place;
  beforeAll(async () => {
    place = await makeMigratedPlace(engine);
  });
  afterAll(() => place.remove());

  it('keeps what its edition grants, in the edition’s zone', async () => {
    const dataSource = await openDataSource(DATABASE_CONTENTS, databaseOptions(readEnvironment(place.settings)));
    const runner = dataSource.createQueryRunner();
    const { manager } = runner;
    const decided = async (code: string, settings: StageSettings, action: EligibilityDecision['action'] = 'reject') => {
      const [id, editionId] = [newId(), newId()];
      await manager.insert(Edition, {
        ...{ id: editionId, code, nameZh: code, nameEn: code, timeZone: 'Europe/Berlin', state: 'open' },
        ...{ definition: {} as never, version: 1, createdAt: AT },
      });
      await manager.insert(EditionStage, {
        ...{ id: newId(), editionId, code: 'CHECK', kind: 'eligibility', position: 0, nameZh: '审查', nameEn: 'Check' },
        ...{ opensAt: null, closesAt: null, settings, state: 'open' },
      });
      await manager.insert(EligibilityDecision, {
        ...{ id, editionId, projectId: newId(), submission: 1, round: 0, action, reasonCode: null, reasonName: null },
        ...{ text: '', dueAt: null, appealUntil: null, byId: newId(), at: AT },
      });
      return async () => (await manager.findOneByOrFail(EligibilityDecision, { id: Equal(id) })).appealUntil;
    };
    const inTransaction = async (step: 'down' | 'up') => {
      await runner.startTransaction();
      await new KeepAppealDeadlines1764007010100()[step](runner);
      await runner.commitTransaction();
    };
    try {
      const three = await decided('THREE', { appealDays: 3 });
      const unsaid = await decided('UNSAID', { correctionDays: 7 });
      const none = await decided('NONE', { appealDays: 0 });
      const accepted = await decided('ACCEPTED', { appealDays: 3 }, 'accept');
      await inTransaction('down');
      await inTransaction('up');
      expect(await three()).toEqual(new Date('2026-03-04T22:59:59.000Z'));
      expect(await unsaid()).toEqual(new Date('2026-03-06T22:59:59.000Z'));
      expect(await none()).toBeNull();
      expect(await accepted()).toBeNull();
    } finally {
      await runner.release();
      await dataSource.destroy();
    }
  });
});
