import { Project } from '@haishi/contest';
import { readTable, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { download } from '../support/downloads.js';
import { draftProject, openEdition, organiserOf, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { exhaust } from '../support/limits.js';
import { hasPoppler, packedText } from '../support/papers.js';
import { expectRefused, signedIn } from '../support/people.js';
import { recuse } from '../support/ties.js';

let count = 0;

eachEngine('exported projects', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  async function setUp() {
    const edition = await openEdition(app, `X-${(count += 1)}`);
    const { browser: entrant } = await signedIn(app, '张三');
    const hand = async (change: object) => {
      const id = await draftProject(entrant, edition.code, { ...change });
      await submitProject(entrant, id, 2).expect(200);
      return id;
    };
    const first = await hand({ title: '=1+1 的陷阱“甲”', division: 'EIT', field: 'IC' });
    await hand({ title: '乙', division: 'BIO', field: 'TCM' });
    await draftProject(entrant, edition.code, { title: '草稿' });
    return { ...edition, entrant, first, path: `/api/v1/editions/${edition.code}/projects/export` };
  }
  const idOf = async (editionId: string, title: string) =>
    (await app.get(DataSource).manager.findOneByOrFail(Project, { editionId, title })).id;
  const table = async (browser: Browser, path: string, query: object, language = 'zh-CN') => {
    const { body } = await browser
      .get(path)
      .query(query)
      .set('Accept-Language', language)
      .buffer(true)
      .parse((answer, done) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => done(null, Buffer.concat(parts)));
      })
      .expect(200);
    return readTable(body as Buffer);
  };

  it.each(['xlsx', 'csv'])('are every project that was handed in, in words, as %s', async (format) => {
    const { organiser, path } = await setUp();
    const [header, ...rows] = await table(organiser, path, { format });
    expect(header!.slice(0, 4)).toEqual(['项目编号', '项目名称', '状态', '领域']);
    expect(rows.map((row) => [row[1], row[2], row[3]])).toEqual([
      ['乙', '待审查', '生物医药'],
      ['=1+1 的陷阱“甲”', '待审查', '新一代电子信息'],
    ]);
    expect(rows[0]![header!.indexOf('负责人')]).toBe('张三');
    const [english] = await table(organiser, path, { format }, 'en');
    expect(english!.slice(0, 3)).toEqual(['Number', 'Title', 'State']);
  });

  it.skipIf(!hasPoppler)(
    'are a paper with whose it is, by whom, and what it has no room for (needs pdftotext)',
    async () => {
      const { organiser, path, id } = await setUp();
      const text = packedText(await download(organiser, `${path}?format=pdf&division=BIO`));
      for (const said of [
        '参赛项目',
        '制表人：周组织',
        '按筛选条件导出',
        '含个人信息',
        '核心成员',
        '第1页，共1页',
        '共1行',
      ])
        expect(text).toContain(said);
      expect(text).toMatch(/乙待审查生物医药/);
      expect(text).not.toContain('陷阱');
      const { browser, person } = await signedIn(app, '审查员', [
        { role: 'checker', scopeType: 'edition', scopeId: id },
      ]);
      expect(packedText(await download(browser, `${path}?format=pdf`))).toContain('陷阱');
      await recuse(app, person.id, await idOf(id, '乙'));
      const own = packedText(await download(browser, `${path}?format=pdf`));
      expect(own).toContain('共1行');
      expect(own).not.toContain('乙待审查');
      const english = await organiser.get(path).query({ format: 'pdf' }).set('Accept-Language', 'en').buffer(true);
      expect(packedText(english.body as Buffer)).toContain('Page1of1');
    },
  );

  it('are what was handed in, whatever the entrant has typed since', async () => {
    const { organiser, path, first } = await setUp();
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) => work.manager.update(Project, { id: first }, { title: '还没有交的新标题' }));
    const rows = await table(organiser, path, { format: 'csv' });
    expect(rows.flat().join()).not.toContain('还没有交的新标题');
  });

  it('leave out what somebody is recused from', async () => {
    const { id, organiser, path, first } = await setUp();
    const { browser, person } = await signedIn(app, '审查员', [{ role: 'checker', scopeType: 'edition', scopeId: id }]);
    expect(await table(browser, path, { format: 'csv' })).toHaveLength(3);
    await recuse(app, person.id, first);
    expect((await table(browser, path, { format: 'csv' })).map((row) => row[1])).toEqual(['项目名称', '乙']);
    expect(await table(organiser, path, { format: 'csv' })).toHaveLength(3);
  });

  it('follow the filters of the list', async () => {
    const { organiser, path } = await setUp();
    expect(await table(organiser, path, { format: 'csv', division: 'BIO' })).toHaveLength(2);
    expect(await table(organiser, path, { format: 'csv', state: 'accepted' })).toHaveLength(1);
    const query = { format: 'csv', sort: '-number' };
    expect((await table(organiser, path, query)).map((row) => row[1]).slice(1)).toEqual(['=1+1 的陷阱“甲”', '乙']);
  });

  it('are made for one person so often in a while, which is said, and for others all the same', async () => {
    const { id, organiser, path } = await setUp();
    const { browser, person } = await signedIn(app, '审查员', [{ role: 'checker', scopeType: 'edition', scopeId: id }]);
    await table(browser, path, { format: 'csv' });
    await exhaust(app, 'list', person.id);
    for (const format of ['csv', 'xlsx', 'pdf']) {
      const refused = await browser.get(path).query({ format }).set('Accept-Language', 'en');
      expectRefused(refused, 429, 'common.too_many_files');
      expect((refused.body as { detail: string }).detail).toMatch(/^Too many files .* try again in \d+ seconds\.$/);
    }
    await table(organiser, path, { format: 'csv' });
    const events = await app.get(DataSource).manager.findBy(StoredEvent, { type: 'project.exported', subjectId: id });
    expect(events).toHaveLength(2);
  });

  it('are those in reach alone, and each export is recorded', async () => {
    const { id, organiser, path, entrant } = await setUp();
    const reader = { role: 'checker', scopeType: 'division', scopeId: `${id}/BIO` } as const;
    const { browser } = await signedIn(app, '审查员', [reader]);
    expect((await table(browser, path, { format: 'csv' })).map((row) => row[1])).toEqual(['项目名称', '乙']);
    expectRefused(await entrant.get(path).query({ format: 'csv' }), 403, 'common.forbidden');
    const other = await signedIn(app, '别的组织者', [organiserOf((await openEdition(app, `X-${(count += 1)}`)).id)]);
    expectRefused(await other.browser.get(path).query({ format: 'csv' }), 404, 'common.not_found');
    expectRefused(await organiser.get(path).query({ format: 'docx' }), 422, 'common.not_a_choice', 'format');
    expectRefused(await organiser.get(path).query({ format: 'csv', limit: '5' }), 422, 'common.unknown_field', 'limit');
    await table(organiser, path, { format: 'xlsx', q: '张三' });
    const events = await app.get(DataSource).manager.findBy(StoredEvent, { type: 'project.exported', subjectId: id });
    expect(events).toHaveLength(2);
    expect(JSON.stringify(events.map(({ payload }) => payload))).not.toContain('张三');
  });
});
