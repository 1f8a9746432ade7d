import { Project } from '@haishi/contest';
import { AddUnknownRules1764009010000 } from '@haishi/contest/eligibility-rules/eligibility-rules.migrations';
import { newId } from '@haishi/kernel';
import { databaseOptions, openDataSource, readEnvironment } from '@haishi/platform';
import { DATABASE_CONTENTS } from '@haishi/server/database.contents';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachEngine, type Place } from '../support/engines.js';
import { makeMigratedPlace } from '../support/migrated-place.js';

eachEngine('projects that waited before conditions that cannot be told were counted', (engine) => {
  let place: Place;
  beforeAll(async () => {
    place = await makeMigratedPlace(engine);
  });
  afterAll(() => place.remove());

  it('are counted by one job of their edition', async () => {
    const dataSource = await openDataSource(DATABASE_CONTENTS, databaseOptions(readEnvironment(place.settings)));
    const runner = dataSource.createQueryRunner();
    try {
      const submittedAt = new Date('2026-04-01T02:03:04.567Z');
      const [waits, other] = [newId(), newId()];
      const project = (editionId: string, state: Project['state']) => ({
        ...{ id: newId(), editionId, ownerId: newId(), number: newId(), state, title: '', titleKey: '', summary: '' },
        ...{ language: 'zh' as const, division: null, field: null, region: null, groupCode: null },
        ...{ organisationName: '', organisationCountry: 'CN', organisationCode: '', organisationKey: null },
        ...{ landing: [], undertaking: true, undertakingDigest: null, answers: {}, unmetRules: 1, unknownRules: 1 },
        ...{ submittedAt, submissions: 1, correctionDueAt: null, lateUntil: null, withdrawnAt: null, demo: false },
        ...{ version: 1, createdAt: submittedAt, updatedAt: submittedAt },
      });
      const rows = [project(waits, 'submitted'), project(waits, 'submitted'), project(other, 'accepted')];
      await runner.manager.insert(Project, rows as never);
      for (const step of ['down', 'up'] as const) {
        await runner.startTransaction();
        await new AddUnknownRules1764009010000()[step](runner);
        await runner.commitTransaction();
      }
      const jobs = await runner.query(
        "SELECT input, ownerId, state, dueAt FROM jobs WHERE kind = 'eligibility.recount'",
      );
      expect(jobs).toHaveLength(1);
      expect(jobs[0]).toMatchObject({ ownerId: 'eligibility', state: 'queued', dueAt: expect.anything() });
      expect(JSON.parse(jobs[0].input)).toEqual({ editionId: waits });
    } finally {
      await runner.release();
      await dataSource.destroy();
    }
  });
});
