import { EditionStage, Project } from '@haishi/contest';
import { ARRIVING, CollectedProject } from '@haishi/contest/collected/collected.entity';
import { CollectedImporter } from '@haishi/contest/collected/collected.import';
import { CollectedQueries } from '@haishi/contest/collected/collected.queries';
import { Database, Notice, StoredEvent, UnitOfWork } from '@haishi/platform';
import { Equal, In, Like } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { COLLECTED_HEADER as HEADER, importCollected } from '../support/collected.js';
import { openEdition, organiserOf, setStageDates } from '../support/contest.js';
import { declaring } from '../support/archives.js';
import { download } from '../support/downloads.js';
import { eachEngine } from '../support/engines.js';
import { until } from '../support/facts.js';
import { lastMessage } from '../support/messages.js';
import { expectRefused, signedIn, TEST_PASSWORD } from '../support/people.js';
import { actFor, recuse } from '../support/ties.js';
import { sendFile, upload } from '../support/uploads.js';

eachEngine('projects that are collected', (engine) => {
  let app: TestApp;
  let organiser: Browser;
  let edition: { id: string; code: string };
  beforeAll(async () => {
    app = await startApp(engine);
    const opened = await openEdition(app, `COLLECT-${engine.toUpperCase()}`);
    edition = opened;
    organiser = opened.organiser;
  });
  afterAll(() => app.close());

  const line = (title: string, mail: string, region = '北京赛区') =>
    `${title},一段简介,新一代电子信息,集成电路,${region},企业组,海石公司,,91130100MA00000012,张三,${mail},引才工作站,慕尼黑工作站`;
  const list = (who: Browser, lines: string[], commit = true) => importCollected(who, edition.code, lines, commit);
  const waiting = async (who: Browser, state = 'open') =>
    (await who.get(`/api/v1/editions/${edition.code}/collected`).query({ state }).expect(200)).body.items as {
      id: string;
      title: string;
      leaderMail: string;
    }[];
  const stored = (title: string) =>
    app.get(Database).manager.findOneByOrFail(CollectedProject, { editionId: Equal(edition.id), title: Equal(title) });
  const idOf = async (title: string) => (await waiting(organiser)).find((one) => one.title === title)!.id;

  it('become drafts of their entrants, who are told and find what was collected', async () => {
    const { person, browser } = await signedIn(app, '张三');
    expect((await list(organiser, [line('授时芯片', person.mail)], false)).body).toMatchObject({
      total: 1,
      jobId: null,
    });
    expect((await browser.get('/api/v1/claims').expect(200)).body).toEqual([]);
    expect((await list(organiser, [line('授时芯片', person.mail)])).done).toEqual({ added: 1, known: 0 });
    expect((await list(organiser, [line('授时芯片', person.mail)])).done).toEqual({ added: 0, known: 1 });
    const mail = await lastMessage(app, person.mail);
    expect(JSON.stringify(mail)).toContain('慕尼黑工作站推荐您的项目“授时芯片”');
    const [offered] = (await browser.get('/api/v1/claims').expect(200)).body;
    expect(offered).toMatchObject({ title: '授时芯片', open: true, referrer: { zh: '慕尼黑工作站' } });
    const claim = `/api/v1/claims/${offered.id}/claim`;
    const { body } = await browser.post(claim).send({}).expect(200);
    expect((await browser.post(claim).send({}).expect(200)).body).toEqual(body);
    const { body: project } = await browser.get(`/api/v1/projects/${body.projectId}`).expect(200);
    expect(project).toMatchObject({ state: 'draft', version: 2 });
    expect(project.content).toMatchObject({
      title: '授时芯片',
      division: 'EIT',
      region: 'BJ',
      organisation: { name: '海石公司' },
      members: [{ name: '张三', mail: person.mail, isCore: true }],
    });
    expect((await browser.get('/api/v1/claims').expect(200)).body).toEqual([]);
    expect((await waiting(organiser, 'claimed')).map(({ title }) => title)).toContain('授时芯片');
  });

  it('keep what their entrant wrote, where a claim comes a second time', async () => {
    const { person, browser } = await signedIn(app, '李四');
    await list(organiser, [line('激光雷达', person.mail)]);
    const [{ id }] = (await browser.get('/api/v1/claims').expect(200)).body;
    await browser.post(`/api/v1/claims/${id}/claim`).send({}).expect(200);
    await app.get(Database).manager.update(Project, { id: Equal(id) }, { title: '改过的名称', version: 3 });
    await browser.post(`/api/v1/claims/${id}/claim`).send({}).expect(200);
    expect((await browser.get(`/api/v1/projects/${id}`).expect(200)).body.content.title).toBe('改过的名称');
  });

  it('become one draft however many claims come at once, each of which is answered with it', async () => {
    const { person, browser } = await signedIn(app, '同时');
    await list(organiser, [line('同时认领', person.mail)]);
    const [{ id }] = (await browser.get('/api/v1/claims').expect(200)).body;
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => browser.post(`/api/v1/claims/${id}/claim`).send({})),
    );
    expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
      Array.from({ length: 4 }, () => ({ status: 200, body: { projectId: id } })),
    );
    const { body } = await browser.get(`/api/v1/projects/${id}`).expect(200);
    expect(body).toMatchObject({ version: 2, content: { title: '同时认领' } });
  });

  it('leave no draft where they are taken back while they are claimed', async () => {
    const { person, browser } = await signedIn(app, '两头');
    const titles = Array.from({ length: 12 }, (_, number) => `两头${number}`);
    await list(
      organiser,
      titles.map((title) => line(title, person.mail)),
    );
    const offered = (await browser.get('/api/v1/claims').expect(200)).body as { id: string }[];
    const outcomes = await Promise.all(
      offered.map(async ({ id }) => {
        const [claimed, withdrawn] = await Promise.all([
          browser.post(`/api/v1/claims/${id}/claim`).send({}),
          organiser.post(`/api/v1/collected/${id}/withdraw`).send({ reason: '重复征集' }),
        ]);
        return [claimed.status, withdrawn.status, (await browser.get(`/api/v1/projects/${id}`)).status].join(' ');
      }),
    );
    expect(outcomes).toHaveLength(12);
    for (const outcome of outcomes) expect(['200 409 200', '409 204 404']).toContain(outcome);
  });

  it('are nobody else’s, and nobody’s any more once declined or taken back', async () => {
    const { person, browser } = await signedIn(app, '王五');
    const stranger = (await signedIn(app, '外人')).browser;
    await list(organiser, [line('甲项目', person.mail), line('乙项目', person.mail), line('丙项目', person.mail)]);
    const [first, second, third] = [await idOf('甲项目'), await idOf('乙项目'), await idOf('丙项目')];
    expectRefused(await stranger.post(`/api/v1/claims/${first}/claim`).send({}), 404, 'common.not_found');
    expectRefused(
      await stranger.post(`/api/v1/claims/${first}/decline`).send({ reason: '不' }),
      404,
      'common.not_found',
    );
    await browser.post(`/api/v1/claims/${first}/decline`).send({ reason: '今年不参赛' }).expect(204);
    expectRefused(await browser.post(`/api/v1/claims/${first}/claim`).send({}), 409, 'collected.not_open');
    await organiser.post(`/api/v1/collected/${second}/withdraw`).send({ reason: '重复征集' }).expect(204);
    expectRefused(await browser.post(`/api/v1/claims/${second}/claim`).send({}), 409, 'collected.not_open');
    expectRefused(await organiser.post(`/api/v1/collected/${second}/remind`).send({}), 409, 'collected.not_open');
    await organiser.post(`/api/v1/collected/${third}/remind`).send({}).expect(204);
    expectRefused(await browser.post(`/api/v1/collected/${third}/remind`).send({}), 403, 'common.forbidden');
  });

  it('are taken over without the faulty rows of their list where that is chosen, and those are named', async () => {
    const own = await openEdition(app, `COLLECT-SKIP-${engine.toUpperCase()}`);
    const { person, browser } = await signedIn(app, '跳过');
    const lines = [
      line('好的一', person.mail),
      line('坏的一', 'no address'),
      line('好的二', person.mail),
      line('坏的二', person.mail, '火星赛区'),
    ];
    const skip = (commit: boolean, given = lines) =>
      importCollected(own.organiser, own.code, given, commit, false, true);
    expect((await skip(false)).body).toMatchObject({ total: 4, faultyRows: [3, 5], jobId: null });
    expectRefused(await importCollected(own.organiser, own.code, lines), 409, 'collected.import_has_faults', 'fileId');
    expectRefused(await skip(true, lines.slice(1, 2)), 409, 'collected.import_has_faults', 'fileId');
    expect((await browser.get('/api/v1/claims').expect(200)).body).toEqual([]);
    const taken = await skip(true);
    expect(taken.body).toMatchObject({ total: 4, faultyRows: [3, 5] });
    expect(taken.body.faults.map(({ cell }: { cell: string }) => cell)).toEqual(['K3', 'E5']);
    expect(taken.done).toEqual({ added: 2, known: 0, skipped: 2 });
    const offered = (await browser.get('/api/v1/claims').expect(200)).body as { title: string }[];
    expect(offered.map(({ title }) => title)).toEqual(['好的一', '好的二']);
    const [event] = await app
      .get(Database)
      .manager.findBy(StoredEvent, { type: 'collected.imported', subjectId: Equal(own.id) });
    expect(event!.payload).toMatchObject({ added: 2, known: 0, skipped: 2 });
    expect((await skip(true)).done).toEqual({ added: 0, known: 2, skipped: 2 });
  });

  it('that somebody else refers once more are told by row, with who referred them first', async () => {
    const own = await openEdition(app, `COLLECT-TWICE-${engine.toUpperCase()}`);
    const { person, browser } = await signedIn(app, '两荐');
    const munich = ['甲', '乙', '丙'].map((title) => line(title, person.mail));
    const berlin = munich.map((one) => one.replace('慕尼黑工作站', '柏林工作站'));
    const list = (lines: string[], commit = true, who = own.organiser) => importCollected(who, own.code, lines, commit);
    expect((await list(munich)).body.referredBefore).toEqual([]);
    expect((await list(munich)).body.referredBefore).toEqual([]);
    const [claimed] = (await browser.get('/api/v1/claims').expect(200)).body as [{ id: string; title: string }];
    await browser.post(`/api/v1/claims/${claimed.id}/claim`).send({}).expect(200);
    const by = { zh: '柏林工作站', en: '柏林工作站' };
    const before = { zh: '慕尼黑工作站', en: '慕尼黑工作站' };
    const told = [
      { row: 2, title: '甲', by, before },
      { row: 3, title: '乙', by, before },
      { row: 4, title: '丙', by, before },
    ].map((one) => ({ ...one, before: one.title === claimed.title ? null : one.before }));
    const again = [line('新的', person.mail), ...berlin];
    expect((await list(berlin, false)).body.referredBefore).toEqual(told);
    const taken = await list(again);
    expect(taken.body.referredBefore).toEqual(told.map((one) => ({ ...one, row: one.row + 1 })));
    expect(taken.done).toEqual({ added: 1, known: 3 });
    const scopeId = `${own.id}/XA`;
    const { browser: xian } = await signedIn(app, '西安', [
      { role: 'contest_organiser', scopeType: 'region', scopeId },
    ]);
    const theirs = berlin.map((one) => one.replace('北京赛区', '西安赛区'));
    expect((await list(theirs, false, xian)).body.referredBefore).toEqual(
      told.map((one) => ({ ...one, before: null })),
    );
  });

  it('are neither reminded of where nothing can be claimed, nor taken back where the edition is only read', async () => {
    const own = await openEdition(app, `COLLECT-OVER-${engine.toUpperCase()}`);
    const { person, browser } = await signedIn(app, '迟来');
    await importCollected(own.organiser, own.code, [line('甲的项目', person.mail), line('乙的项目', person.mail)]);
    const actions = async () => {
      const { body } = await own.organiser.get(`/api/v1/editions/${own.code}/collected`).expect(200);
      return (body.items as { actions: string[] }[]).map((one) => one.actions);
    };
    const [first, second] = (await browser.get('/api/v1/claims').expect(200)).body as { id: string }[];
    const act = (name: string, id: string, body: object = {}) =>
      own.organiser.post(`/api/v1/collected/${id}/${name}`).send(body);
    const told = () =>
      app
        .get(Database)
        .manager.countBy(Notice, { channel: 'mail', noticeKey: Like(`collected.offered:${first!.id}:%`) });
    const step = (name: string, version: number) =>
      own.organiser.post(`/api/v1/editions/${own.id}/${name}`).set('If-Match', `"${version}"`).expect(204);
    expect(await actions()).toEqual([
      ['remind', 'withdraw'],
      ['remind', 'withdraw'],
    ]);
    await step('close', 2);
    expect(await told()).toBe(1);
    expectRefused(await act('remind', first!.id), 409, 'edition.action_not_allowed');
    expect(await actions()).toEqual([['withdraw'], ['withdraw']]);
    expect((await browser.get('/api/v1/claims').expect(200)).body[0]).toMatchObject({
      open: false,
      obstacle: { reason: 'not_open', at: null },
    });
    await act('withdraw', second!.id, { reason: '重复征集' }).expect(204);
    await step('archive', 3);
    expectRefused(await act('remind', first!.id), 409, 'edition.action_not_allowed');
    expectRefused(await act('withdraw', first!.id, { reason: '重复征集' }), 409, 'edition.action_not_allowed');
    expect(await actions()).toEqual([[], []]);
    expect(await told()).toBe(1);
    expect((await app.get(Database).manager.findOneByOrFail(CollectedProject, { id: Equal(first!.id) })).state).toBe(
      'open',
    );
  });

  describe('that were declined or taken back', () => {
    const offeredTo = async (who: Browser) => (await who.get('/api/v1/claims').expect(200)).body as { title: string }[];
    const again = (who: Browser, lines: string[], commit = true) =>
      importCollected(who, edition.code, lines, commit, true);

    it('are offered again where a list asks for it, with what it says now, and their entrants told once more', async () => {
      const { person, browser } = await signedIn(app, '赵六');
      await list(organiser, [line('谢绝的', person.mail), line('误撤的', person.mail), line('别的', person.mail)]);
      await browser
        .post(`/api/v1/claims/${await idOf('谢绝的')}/decline`)
        .send({ reason: '没空' })
        .expect(204);
      const id = await idOf('误撤的');
      await organiser.post(`/api/v1/collected/${id}/withdraw`).send({ reason: '看错了' }).expect(204);
      const lines = [
        line('谢绝的', person.mail),
        line('误撤的', person.mail, '西安赛区'),
        line('别的', person.mail, '西安赛区'),
      ];
      expect((await list(organiser, lines)).body.closed).toBe(2);
      expect(await stored('误撤的')).toMatchObject({ state: 'withdrawn', region: 'BJ' });
      expect((await again(organiser, lines, false)).body).toMatchObject({ closed: 2, jobId: null });
      expect(await offeredTo(browser)).toHaveLength(1);
      expect((await again(organiser, [...lines, line('新的', person.mail)])).done).toEqual({
        added: 1,
        known: 1,
        reopened: 2,
      });
      expect(await stored('误撤的')).toMatchObject({ id, state: 'open', region: 'XA', reason: null, decidedAt: null });
      expect(await stored('别的')).toMatchObject({ region: 'BJ', reopenedAt: null });
      const shown = (await waiting(organiser)).filter(({ leaderMail }) => leaderMail === person.mail);
      expect(
        shown.map(({ title, ...rest }) => [title, (rest as { reopenedAt?: string }).reopenedAt !== null]).sort(),
      ).toEqual([
        ['别的', false],
        ['新的', false],
        ['误撤的', true],
        ['谢绝的', true],
      ]);
      const told = await app
        .get(Database)
        .manager.findBy(Notice, { channel: 'mail', noticeKey: Like(`collected.offered:${id}:%`) });
      expect(told).toHaveLength(2);
      const events = await app.get(Database).manager.findBy(StoredEvent, { type: 'collected.reopened', subjectId: id });
      expect(events.map(({ payload }) => payload)).toMatchObject([{ was: 'withdrawn' }]);
      await browser.post(`/api/v1/claims/${id}/claim`).send({}).expect(200);
      expect((await browser.get(`/api/v1/projects/${id}`).expect(200)).body.content.region).toBe('XA');
      expect((await again(organiser, lines)).done).toEqual({ added: 0, known: 3, reopened: 0 });
    });

    it('are another region’s to offer again, and stay closed where the import that offered them is gone on with', async () => {
      const scopeId = `${edition.id}/XA`;
      const { browser: xian } = await signedIn(app, '西安', [
        { role: 'contest_organiser', scopeType: 'region', scopeId },
      ]);
      await list(organiser, [line('异地的', 'elsewhere@example.com')]);
      const id = await idOf('异地的');
      await organiser.post(`/api/v1/collected/${id}/withdraw`).send({ reason: '撤回' }).expect(204);
      const lines = [line('异地的', 'elsewhere@example.com', '西安赛区')];
      const mine = await again(xian, lines);
      expect([mine.body.closed, mine.done]).toEqual([0, { added: 0, known: 1, reopened: 0 }]);
      expect((await again(organiser, lines)).done).toEqual({ added: 0, known: 0, reopened: 1 });
      await organiser.post(`/api/v1/collected/${id}/withdraw`).send({ reason: '再撤' }).expect(204);
      const { importId } = await stored('异地的');
      const file = Buffer.from([HEADER, ...lines].join('\n'));
      const fileId = await upload(organiser, 'collected.import', 'a.csv', file);
      const reach = { all: true, regions: [], divisions: [] };
      const input = { editionId: edition.id, fileId, reach, reopen: true };
      const job = { id: importId!, ownerId: 'somebody', attempt: 2, signal: new AbortController().signal, input };
      await app.get(CollectedImporter).run({ ...job, progress: async () => undefined });
      expect((await stored('异地的')).state).toBe('withdrawn');
    });
  });

  it('stay with the import that showed them, where another that met them unseen comes to take them along', async () => {
    const { person } = await signedIn(app, '两单');
    const mine = await list(organiser, [line('两单同列', person.mail)]);
    const { importId } = await stored('两单同列');
    const queries = app.get(CollectedQueries);
    const of = queries.of.bind(queries);
    // As it was a moment before the first import ended.
    const met = vi
      .spyOn(queries, 'of')
      .mockImplementation(async (...asked) =>
        (await of(...asked)).map((one) => Object.assign(one, { state: ARRIVING })),
      );
    const theirs = await list(organiser, [line('两单同列', person.mail)]).finally(() => met.mockRestore());
    expect([mine.done, theirs.done]).toEqual([
      { added: 1, known: 0 },
      { added: 0, known: 1 },
    ]);
    expect(await stored('两单同列')).toMatchObject({ state: 'open', importId });
  });

  it('are a region’s own to who organises that region', async () => {
    const scopeId = `${edition.id}/XA`;
    const { browser: xian } = await signedIn(app, '西安', [
      { role: 'contest_organiser', scopeType: 'region', scopeId },
    ]);
    const refused = await list(xian, [line('北京的项目', 'bj@example.com')]);
    expectRefused(refused, 409, 'collected.import_has_faults', 'fileId');
    const looked = await list(xian, [line('北京的项目', 'bj@example.com')], false);
    expect(looked.body.faults).toMatchObject([{ cell: 'E2', code: 'collected.row_other_region' }]);
    expect((await list(xian, [line('西安的项目', 'xa@example.com', '西安赛区')])).done).toEqual({ added: 1, known: 0 });
    expect((await waiting(xian)).map(({ title }) => title)).toEqual(['西安的项目']);
    const elsewhere = (await waiting(organiser)).find(({ title }) => title === '丙项目')!;
    expectRefused(await xian.post(`/api/v1/collected/${elsewhere.id}/remind`).send({}), 404, 'common.not_found');
    const { browser: nobody } = await signedIn(app, '审查', [
      { role: 'checker', scopeType: 'edition', scopeId: edition.id },
    ]);
    expectRefused(await nobody.get(`/api/v1/editions/${edition.code}/collected`), 403, 'common.forbidden');
  });

  it('are left out of every list, and counted, where the reader has a tie to the project that became of them', async () => {
    const entrant = await signedIn(app, '利害甲');
    await list(organiser, [line('有利害的项目', entrant.person.mail), line('无利害的项目', 'none@example.com')]);
    const id = await idOf('有利害的项目');
    await entrant.browser.post(`/api/v1/claims/${id}/claim`).send({}).expect(200);
    const read = async (who: Browser, query: object = {}) => {
      const path = `/api/v1/editions/${edition.code}/collected`;
      const { body } = await who
        .get(path)
        .query({ q: '利害', ...query })
        .expect(200);
      return [body.items.map(({ title }: { title: string }) => title), body.recused];
    };
    expect(await read(organiser)).toEqual([['无利害的项目', '有利害的项目'], 0]);
    const tied = await signedIn(app, '回避者', [organiserOf(edition.id)]);
    await recuse(app, tied.person.id, id);
    expect(await read(tied.browser)).toEqual([['无利害的项目'], 1]);
    expect(await read(tied.browser, { state: 'claimed' })).toEqual([[], 1]);
    const employed = await signedIn(app, '同单位者', [organiserOf(edition.id)]);
    expect((await read(employed.browser))[1]).toBe(0);
    await actFor(app, employed.person.id, { name: '海石公司', creditCode: '91130100MA00000012' });
    expect((await read(employed.browser))[0]).toEqual(['无利害的项目']);
  });

  it('leave nothing behind where one row is faulty, and name the cell', async () => {
    const before = (await waiting(organiser)).length;
    const faulty = [line('好的', 'good@example.com'), line('坏的', 'no address')];
    expectRefused(await list(organiser, faulty), 409, 'collected.import_has_faults', 'fileId');
    expect((await list(organiser, faulty, false)).body.faults).toMatchObject([
      { cell: 'K3', column: '负责人邮箱', code: 'collected.row_mail' },
    ]);
    expect(await waiting(organiser)).toHaveLength(before);
    const empty = await list(organiser, []);
    expectRefused(empty, 422, 'collected.import_empty', 'fileId');
  });

  it('stay as they are where a list expands further than it says, or than lists do', async () => {
    const before = await waiting(organiser);
    const sheet = await download(organiser, `/api/v1/editions/${edition.code}/collected-template`);
    const name = 'xl/worksheets/sheet1.xml';
    const swollen = await sendFile(organiser, 'collected.import', 'a.xlsx', declaring(sheet, name, 100 << 20));
    expectRefused(swollen, 422, 'files.archive_unsafe');
    const read = (fileId: string) =>
      organiser.post(`/api/v1/editions/${edition.code}/collected-imports`).send({ fileId, commit: true });
    expectRefused(await read(swollen.id), 422, 'files.archive_unsafe', 'fileId');
    const lying = await upload(organiser, 'collected.import', 'a.xlsx', declaring(sheet, name, 100));
    expectRefused(await read(lying), 422, 'files.archive_unsafe', 'fileId');
    expect(await waiting(organiser)).toEqual(before);
  });

  describe('of a list whose import breaks off', () => {
    const rows = () => app.get(Database).manager;
    /** The job as its runner hands it out; `dies` after so many pieces. */
    const jobOf = (fileId: string, { regions, dies = Infinity }: { regions?: string[]; dies?: number } = {}) => {
      let told = 0;
      return {
        id: fileId,
        ownerId: 'somebody',
        attempt: 1,
        signal: new AbortController().signal,
        input: {
          editionId: edition.id,
          fileId,
          reach: { all: regions === undefined, regions: regions ?? [], divisions: [] },
        },
        progress: async () => {
          if ((told += 1) > dies) throw new Error('the server died');
        },
      };
    };
    const long = async (name: string, ...before: string[]) => {
      const more = Array.from({ length: 120 }, (_, at) => line(`${name}${at}`, `${name}${at}@example.com`));
      const lines = [...before, ...more];
      const fileId = await upload(organiser, 'collected.import', 'a.csv', Buffer.from([HEADER, ...lines].join('\n')));
      return { fileId, lines };
    };
    const seen = async (name: string) =>
      (await organiser.get(`/api/v1/editions/${edition.code}/collected`).query({ q: name, limit: 200 }).expect(200))
        .body.items.length as number;

    it('shows none of it until the last is there, goes on where it stood, and tells everybody once', async () => {
      const { fileId } = await long('halfway');
      await expect(app.get(CollectedImporter).run(jobOf(fileId, { dies: 2 }))).rejects.toThrow('died');
      expect(await rows().countBy(CollectedProject, { importId: fileId })).toBe(100);
      expect(await seen('halfway')).toBe(0);
      const { id } = await rows().findOneByOrFail(CollectedProject, { importId: Equal(fileId) });
      expectRefused(await organiser.post(`/api/v1/collected/${id}/remind`).send({}), 404, 'common.not_found');
      // Dies again, when all is seen and some are told.
      await expect(app.get(CollectedImporter).run(jobOf(fileId, { dies: 4 }))).rejects.toThrow('died');
      expect(await seen('halfway')).toBe(120);
      expect(await app.get(CollectedImporter).run(jobOf(fileId))).toEqual({ added: 120, known: 0 });
      const ids = (await rows().findBy(CollectedProject, { importId: Equal(fileId) })).map((one) => one.id);
      expect(ids).toHaveLength(120);
      const keys = ids.map((one) => `collected.offered:${one}:first`);
      expect(await rows().countBy(Notice, { noticeKey: In(keys), channel: 'mail' })).toBe(120);
      const events = await rows().findBy(StoredEvent, { type: 'collected.imported' });
      expect(events.filter(({ payload }) => (payload as { import?: string }).import === fileId)).toHaveLength(1);
    });

    it('is no part of what its entrants are told is held of them, and goes with an account unseen', async () => {
      const { person, browser } = await signedIn(app, '未到');
      await list(organiser, [line('先到的', person.mail)]);
      const { fileId } = await long('unseen', line('未到的', person.mail));
      await expect(app.get(CollectedImporter).run(jobOf(fileId, { dies: 2 }))).rejects.toThrow('died');
      expect((await stored('未到的')).state).toBe(ARRIVING);
      const { body } = await browser.get('/api/v1/account/export').expect(200);
      expect(body.collected_projects).toMatchObject([{ title: '先到的', state: 'open' }]);
      await browser.post('/api/v1/account/erase').send({ password: TEST_PASSWORD }).expect(204);
      expect(await rows().countBy(CollectedProject, { title: '未到的' })).toBe(0);
      expect(await stored('先到的')).toMatchObject({ state: 'withdrawn', leaderName: '—' });
      // The rest still arrives.
      await app.get(CollectedImporter).run(jobOf(fileId));
      expect(await seen('unseen')).toBe(120);
    });

    it('leaves nothing of it where the rest no longer fits', async () => {
      const { fileId } = await long('misfit');
      await expect(app.get(CollectedImporter).run(jobOf(fileId, { dies: 2 }))).rejects.toThrow('died');
      const run = app.get(CollectedImporter).run(jobOf(fileId, { regions: ['XA'] }));
      await expect(run).rejects.toMatchObject({ code: 'collected.import_has_faults' });
      expect(await rows().countBy(CollectedProject, { importId: fileId })).toBe(0);
    });

    it('takes along what an import that was given up left unseen', async () => {
      const { fileId, lines } = await long('givenup');
      await expect(app.get(CollectedImporter).run(jobOf(fileId, { dies: 2 }))).rejects.toThrow('died');
      expect((await list(organiser, lines)).done).toEqual({ added: 120, known: 0 });
      expect(await seen('givenup')).toBe(120);
    });
  });

  it('are taken over from one list of an edition at a time', async () => {
    const other = await openEdition(app, `ELSE-${engine.toUpperCase()}`);
    const lines = Array.from({ length: 60 }, (_, at) => line(`并行${at}`, `parallel${at}@example.com`));
    const work = app.get(UnitOfWork);
    const idle = work.idle.bind(work);
    let goOn = () => {};
    const released = new Promise<void>((resolve) => (goOn = resolve));
    let pieces = 0;
    const held = vi.spyOn(work, 'idle').mockImplementation(async (most) => {
      if ((pieces += 1) === 2) await released;
      return idle(most);
    });
    const mine = list(organiser, lines);
    const unseen = () => app.get(Database).manager.findBy(CollectedProject, { state: ARRIVING });
    try {
      await until(async () => (await unseen()).length === 50);
      const importIds = (await unseen()).map(({ importId }) => importId);
      expectRefused(await list(organiser, lines), 409, 'collected.import_running');
      expect((await list(organiser, lines, false)).status).toBe(200);
      expect((await importCollected(other.organiser, other.code, lines)).done).toEqual({ added: 60, known: 0 });
      expect((await unseen()).map(({ importId }) => importId)).toEqual(importIds);
    } finally {
      goOn();
      await mine.finally(() => held.mockRestore());
    }
    expect((await mine).done).toEqual({ added: 60, known: 0 });
    expect((await list(organiser, lines)).done).toEqual({ added: 0, known: 60 });
  });

  it('cannot be claimed before registration, nor after it without a late code, and say so', async () => {
    const { person, browser } = await signedIn(app, '早到');
    const stage = await app.get(Database).manager.findOneByOrFail(EditionStage, { editionId: edition.id, code: 'REG' });
    const ahead = { opensAt: new Date('2098-12-31T16:00:00Z'), closesAt: new Date('2099-01-31T15:59:59Z') };
    await setStageDates(app, edition.id, 'REG', ahead);
    await list(organiser, [line('早到的项目', person.mail)]);
    expect(await lastMessage(app, person.mail)).toContain(
      '报名自 2099-01-01 00:00:00 (Asia/Shanghai) 开始，至 2099-01-31 23:59:59 (Asia/Shanghai) 截止，其间可以认领。',
    );
    const offer = async () => (await browser.get('/api/v1/claims').expect(200)).body[0];
    const early = await offer();
    expect(early).toMatchObject({ open: false, takesLateCodes: false, chooseAgain: [] });
    expect(early.obstacle).toEqual({
      reason: 'not_yet_open',
      at: ahead.opensAt.toISOString(),
      timeZone: 'Asia/Shanghai',
    });
    const claim = (lateCode?: string) => browser.post(`/api/v1/claims/${early.id}/claim`).send({ lateCode });
    expectRefused(await claim(), 409, 'project.registration_not_yet_open');

    const past = { opensAt: new Date(Date.now() - 2 * 86_400_000), closesAt: new Date(Date.now() - 86_400_000) };
    await setStageDates(app, edition.id, 'REG', past);
    const late = await offer();
    expect(late).toMatchObject({ open: false, takesLateCodes: true });
    expectRefused(await claim(), 409, 'project.deadline_passed');
    expect(late.obstacle).toMatchObject({ reason: 'over', at: past.closesAt.toISOString() });
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { body: made } = await organiser
      .post(`/api/v1/editions/${edition.code}/late-codes`)
      .send({ reason: '征集单位补报', uses: 1, expiresAt })
      .expect(201);
    expectRefused(await claim('0000-0000-0000-0000'), 422, 'late_code.unknown', 'lateCode');
    expect(
      await app.get(Database).manager.countBy(StoredEvent, { type: 'late_code.refused', subjectId: edition.id }),
    ).toBe(1);
    expect(await app.get(Database).manager.countBy(Project, { id: early.id })).toBe(0);
    expect(await offer()).toMatchObject({ id: early.id });
    expect((await claim(made.code).expect(200)).body).toEqual({ projectId: early.id });
    expect((await claim(made.code).expect(200)).body).toEqual({ projectId: early.id });
    const { body: project } = await browser.get(`/api/v1/projects/${early.id}`).expect(200);
    expect(project).toMatchObject({
      content: { title: '早到的项目', region: 'BJ' },
      window: { open: true, late: 'code' },
    });
    await setStageDates(app, edition.id, 'REG', stage);
  });

  it('are told of where what they name goes, with experts, and are to be chosen for again once claimed', async () => {
    const { person, browser } = await signedIn(app, '另选');
    await list(organiser, [line('另选赛区的项目', person.mail, '杭州赛区')]);
    const mail = await lastMessage(app, person.mail);
    expect(mail).toContain('报名截止时间为');
    expect(mail).toContain('(Asia/Shanghai)');
    const expert = {
      ...{ name: '专家', mail: 'lost@example.com', kind: 'technical', organisationName: '某大学' },
      ...{ aliases: [], fields: ['EIT'], region: 'HZ', languages: ['zh'] },
    };
    await organiser.post(`/api/v1/editions/${edition.code}/experts`).set('if-match', '*').send(expert).expect(204);
    const { body: file } = await organiser.get(`/api/v1/editions/${edition.id}/file`).expect(200);
    file.regions = file.regions.filter(({ code }: { code: string }) => code !== 'HZ');
    const path = `/api/v1/editions/${edition.id}/change`;
    const { body: preview } = await organiser.post(`${path}/preview`).send({ file }).expect(200);
    expect(preview.effects.map(({ text }: { text: { en: string } }) => text.en)).toEqual([
      'Collected projects, not yet claimed, that name it; who claims them must choose again: 1',
      'Experts who are kept under it, are no longer matched by it and need another: 1',
    ]);
    const change = organiser.post(path).set('If-Match', `"${preview.version}"`);
    await change.send({ file, reason: '不再设杭州赛区' }).expect(200);
    const [offer] = (await browser.get('/api/v1/claims').expect(200)).body;
    expect(offer).toMatchObject({ open: true, obstacle: null, takesLateCodes: false, chooseAgain: ['region'] });
    await browser.post(`/api/v1/claims/${offer.id}/claim`).send({}).expect(200);
    const { body: project } = await browser.get(`/api/v1/projects/${offer.id}`).expect(200);
    expect(project.content).toMatchObject({ division: 'EIT', field: 'IC', region: null });
  });

  it('cannot be claimed after the deadline, and stay for who gets more time', async () => {
    const { person, browser } = await signedIn(app, '迟到');
    await list(organiser, [line('迟到的项目', person.mail)]);
    const past = { opensAt: new Date(Date.now() - 2 * 86_400_000), closesAt: new Date(Date.now() - 86_400_000) };
    await setStageDates(app, edition.id, 'REG', past);
    const [{ id, open }] = (await browser.get('/api/v1/claims').expect(200)).body;
    expect(open).toBe(false);
    expect((await browser.post(`/api/v1/claims/${id}/claim`).send({})).status).toBeGreaterThanOrEqual(400);
    expect((await browser.get('/api/v1/claims').expect(200)).body).toHaveLength(1);
  });
});
