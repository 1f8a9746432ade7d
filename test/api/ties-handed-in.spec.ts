import { ProjectParty } from '@haishi/contest/project/project-party.entity';
import { CreateProjectParties1764008030000 } from '@haishi/contest/project/project-party.migrations';
import { Involvement } from '@haishi/contest/involvement/involvement';
import { Organisation, PersonalData } from '@haishi/identity';
import { Database, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, projectContent, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { signedIn, type TestPerson } from '../support/people.js';
import { actFor } from '../support/ties.js';

const API = '/api/v1';
const BEFORE = { name: '滹沱河科技有限公司', country: 'CN', code: '91130100MA0000108D' };
const AFTER = { name: '太行新材料有限公司', country: 'CN', code: '91130100MA00000012' };
let editions = 0;

interface Someone {
  person: TestPerson;
  browser: Browser;
}

eachEngine('what was handed in of a project', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  /** A project that is handed in by `entrant`, and checkers: named in its team, of its organisation, and of the one that it corrects to. */
  async function setUp() {
    await app.get(Database).manager.clear(Organisation);
    const edition = await openEdition(app, `HANDED-${(editions += 1)}`);
    const entrant = await signedIn(app, '张三');
    const checks = { role: 'checker', scopeType: 'edition', scopeId: edition.id } as const;
    const [named, before, after, free] = [
      await signedIn(app, '甲', [checks]),
      await signedIn(app, '乙', [checks]),
      await signedIn(app, '丙', [checks]),
      await signedIn(app, '丁', [checks]),
    ];
    await actFor(app, before.person.id, { name: '改了名', creditCode: BEFORE.code });
    await actFor(app, after.person.id, { name: AFTER.name, aliases: ['太行'] });
    const lead = (projectContent().members as { mail: string }[])[0]!;
    const member = {
      ...lead,
      name: '甲',
      role: '顾问',
      mail: named.person.mail.toUpperCase(),
      share: null,
      isCore: false,
    };
    const id = await draftProject(entrant.browser, edition.code, { members: [lead, member], organisation: BEFORE });
    await submitProject(entrant.browser, id, 2).expect(200);
    const version = async () => {
      const { body } = await entrant.browser.get(`${API}/projects/${id}`).expect(200);
      return body.version as number;
    };
    const inTwoDays = new Date(Date.now() + 48 * 3_600_000).toISOString();
    const back = async () => {
      await free.browser
        .post(`${API}/projects/${id}/return`)
        .send({ submission: 1, reasonCode: 'material_missing', text: '请补正单位。', dueAt: inTwoDays })
        .expect(200);
    };
    const correct = async () =>
      entrant.browser
        .put(`${API}/projects/${id}`)
        .set('If-Match', `"${await version()}"`)
        .send(projectContent({ members: [lead], organisation: AFTER }))
        .expect(200);
    return { ...edition, id, entrant, named, before, after, free, back, correct, version };
  }
  type Setting = Awaited<ReturnType<typeof setUp>>;

  const closed = async ({ id, code }: Setting, people: readonly Someone[]) => {
    const found = [];
    for (const { browser, person } of people) {
      const { body } = await browser.get(`${API}/editions/${code}/projects`).expect(200);
      const listed = body.items.some((one: { id: string }) => one.id === id);
      const why = (await app.get(Involvement).closedTo({ kind: 'person', id: person.id }, [id])).get(id) ?? null;
      expect([person.name, listed]).toEqual([person.name, why === null]);
      found.push(why);
    }
    return found;
  };

  it('ties people as its working copy does, since staff read it', async () => {
    const setting = await setUp();
    const { named, before, after, free, back, correct, entrant, id, version } = setting;
    const all = [named, before, after, free];
    expect(await closed(setting, all)).toEqual(['belongs', 'organisation', null, null]);
    await back();
    await correct();
    expect(await closed(setting, all)).toEqual(['belongs', 'organisation', 'organisation', null]);
    await submitProject(entrant.browser, id, await version()).expect(200);
    expect(await closed(setting, all)).toEqual(['belongs', null, 'organisation', null]);
  });

  it('ties them so among more than a thousand projects', async () => {
    const setting = await setUp();
    const { named, before, back, correct, id } = setting;
    await back();
    await correct();
    const many = [id, ...Array.from({ length: 1_100 }, (_, at) => `none-${at}`)];
    for (const [{ person }, why] of [
      [named, 'belongs'],
      [before, 'organisation'],
    ] as const) {
      const found = await app.get(Involvement).closedTo({ kind: 'person', id: person.id }, many);
      expect([...found]).toEqual([[id, why]]);
    }
  });

  it('is kept of what was handed in before it was, and of nobody who was erased', async () => {
    const setting = await setUp();
    const { named, before, after, back, correct, id, entrant, version } = setting;
    await back();
    await correct();
    await submitProject(entrant.browser, id, await version()).expect(200);
    const { dataSource, manager } = app.get(Database);
    const kept = async () => {
      const found = await manager.findBy(ProjectParty, { projectId: Equal(id) });
      return found.map(({ id: _, ...one }) => JSON.stringify(one)).toSorted();
    };
    const written = await kept();
    expect(written).toHaveLength(3);
    const runner = dataSource.createQueryRunner();
    const migration = new CreateProjectParties1764008030000();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();
    expect(await kept()).toEqual(written);
    expect(await closed(setting, [named, before, after])).toEqual(['belongs', null, 'organisation']);
    await app.get(UnitOfWork).run(systemActor('test'), (work) => app.get(PersonalData).erase(work, named.person.id));
    expect((await kept()).join()).not.toContain(named.person.mail);
  });
});
