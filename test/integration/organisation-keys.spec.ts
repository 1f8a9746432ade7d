import { Project } from '@haishi/contest';
import { CollectedProject } from '@haishi/contest/collected/collected.entity';
import { RenewCollectedKeys1764008020100 } from '@haishi/contest/collected/collected.migrations';
import {
  KeyProjectOrganisations1764005010100,
  RenewProjectKeys1764008020000,
} from '@haishi/contest/project/project.migrations';
import { Person } from '@haishi/identity';
import { RenewNameKeys1764008020200 } from '@haishi/identity/migrations';
import { newId } from '@haishi/kernel';
import { databaseOptions, openDataSource, readEnvironment } from '@haishi/platform';
import { DATABASE_CONTENTS } from '@haishi/server/database.contents';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachEngine, type Place } from '../support/engines.js';
import { makeMigratedPlace } from '../support/migrated-place.js';

eachEngine('organisations of projects that were there before', (engine) => {
  let place: Place;
  beforeAll(async () => {
    place = await makeMigratedPlace(engine);
  });
  afterAll(() => place.remove());

  it('are found by what their names have in common, and none by no name', async () => {
    const dataSource = await openDataSource(DATABASE_CONTENTS, databaseOptions(readEnvironment(place.settings)));
    const runner = dataSource.createQueryRunner();
    const inTransaction = async (step: 'down' | 'up') => {
      await runner.startTransaction();
      await new KeyProjectOrganisations1764005010100()[step](runner);
      await runner.commitTransaction();
    };
    try {
      const at = new Date('2026-04-01T02:03:04.567Z');
      const project = (organisationName: string) => ({
        ...{ id: newId(), editionId: newId(), ownerId: newId(), number: null, state: 'draft' as const },
        ...{ title: '', titleKey: '', summary: '', language: 'zh' as const },
        ...{ division: null, field: null, region: null, groupCode: null },
        ...{ organisationName, organisationCountry: 'CN', organisationCode: '', organisationKey: null },
        ...{
          landing: [],
          undertaking: false,
          undertakingDigest: null,
          answers: {},
          unmetRules: null,
          unknownRules: null,
        },
        ...{ submittedAt: null, submissions: 0, correctionDueAt: null, lateUntil: null, withdrawnAt: null },
        ...{ demo: false, version: 1, createdAt: at, updatedAt: at },
      });
      // More than are read at once.
      const many = Array.from({ length: 700 }, (_, index) => project(`公司 ${index}`));
      const known = [project('河北科大'), project('ＡＢＣ （石家庄）'), project('')];
      for (let start = 0; start < many.length; start += 100)
        await runner.manager.insert(Project, many.slice(start, start + 100) as never);
      await runner.manager.insert(Project, known as never);
      const keyOf = async ({ id }: { id: string }) =>
        (await runner.manager.findOneByOrFail(Project, { id })).organisationKey;
      await inTransaction('down');
      await inTransaction('up');
      expect(await Promise.all(known.map(keyOf))).toEqual(['河北科技大学', 'abc(石家庄)', null]);
      expect(await keyOf(many.at(-1)!)).toBe('公司699');

      // Keys from before signs that nobody sees were passed over.
      const [school, last] = [known[0]!, many.at(-1)!];
      const unseen = { title: 'A\u200bB', titleKey: 'a\u200bb' };
      const named = { organisationName: '石河\u00ad子大学信息学院', organisationKey: '石河\u00ad子大学信息学院' };
      for (const { id } of [school, last]) await runner.manager.update(Project, { id }, { ...unseen, ...named });
      const collected = (titleKey: string, leaderMail: string) => ({
        ...{ id: newId(), editionId: school.editionId, title: unseen.title, titleKey, summary: '', division: 'EIT' },
        ...{ field: null, region: 'BJ', groupCode: null, organisationName: '', organisationCountry: 'CN' },
        ...{ organisationCode: '', leaderName: '', leaderMail, channel: 'county', referrer: '', state: 'offered' },
        ...{ importId: null, importedBy: newId(), importedAt: at, reopenedAt: null, decidedAt: null, decidedBy: null },
        reason: null,
      });
      const rows = [collected('ab', 'a@b.cn'), collected('a\u200bb', 'a@b.cn'), collected('a\u200bb', 'c@b.cn')];
      await runner.manager.insert(CollectedProject, rows as never);
      const person = { id: newId(), name: '尉\u200b迟', nameKey: '尉\u200b迟', mail: null, phone: null };
      await runner.manager.insert(Person, { ...person, locale: 'zh', state: 'active', demo: false, createdAt: at });
      for (const step of [RenewProjectKeys1764008020000, RenewCollectedKeys1764008020100, RenewNameKeys1764008020200]) {
        await runner.startTransaction();
        await new step().up(runner);
        await runner.commitTransaction();
      }
      for (const { id } of [school, last])
        expect(await runner.manager.findOneByOrFail(Project, { id })).toMatchObject({
          ...{ titleKey: 'ab', organisationKey: '石河子大学' },
        });
      const keys = rows.map(({ id }) => runner.manager.findOneByOrFail(CollectedProject, { id }));
      expect((await Promise.all(keys)).map(({ titleKey }) => titleKey)).toEqual(['ab', 'a\u200bb', 'ab']);
      expect(await runner.manager.findOneByOrFail(Person, { id: person.id })).toMatchObject({ nameKey: '尉迟' });
    } finally {
      await runner.release();
      await dataSource.destroy();
    }
  });
});
