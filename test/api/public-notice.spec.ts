import { createHash } from 'node:crypto';
import { NoticeObjection, PublicNotice } from '@haishi/contest/public-notice/public-notice.entity';
import { Database, readTable, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { EditionStage, Project } from '@haishi/contest';
import { Notice } from '@haishi/platform';
import { newId } from '@haishi/kernel';
import { Equal, In } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decidedEntries, previewOf } from '../support/advancement.js';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { download } from '../support/downloads.js';
import { lastMessage } from '../support/messages.js';
import { eachEngine } from '../support/engines.js';
import { countQueries } from '../support/queries.js';
import { hasPoppler, packedText } from '../support/papers.js';
import { expectRefused, makePerson, signedIn, signIn } from '../support/people.js';
import { actFor, recuse } from '../support/ties.js';
import { confirmSession } from './roadshow-confirmed.js';
import { pdfOf, sendFile, upload } from '../support/uploads.js';
import { decidedStage, endNoticeDays, nameCore, publishDecision, publishNotice } from './published-stage.js';
import { importEdition } from './roadshow-session.js';

/** Technology in points; totals differ by it alone. */
const FIELD = { 甲: [30], 乙: [28], 丙: [26, { division: 'BIO' }], 丁: [24] } as const;
const PLAN = { mode: 'total', size: 2, wildcards: 0, waiting: 1, cutTies: 'order' };
const FOUND = '经核实，技术归属不符，移出名单。';
const STATEMENT = '该项目与去年获奖项目为同一技术，请核实。';

interface Item {
  projectId: string;
  number: string;
  title: string;
  leader: string;
  result: { zh: string };
  struck: boolean;
}
interface View {
  state: string;
  size: number;
  total: number;
  items: Item[];
  takesObjections: boolean;
  objections: number;
  answered: number;
  own: { number: number; state: string; answer: string | null }[];
  endReason: string | null;
}

eachEngine('public notices', (engine) => {
  let app: TestApp;
  let anybody: Browser;
  beforeAll(async () => {
    app = await startApp(engine);
    anybody = app.browser();
  });
  afterAll(() => app.close());

  async function setUp(published = true, plan: object = PLAN, region?: string) {
    const stage = await decidedStage(app, FIELD, plan, region);
    await nameCore(app, stage.projects['甲']!, '张三丰');
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(Project, { id: Equal(stage.projects['乙']!.id) }, { ownerId: stage.person.id }),
      );
    if (published) await publishDecision(stage);
    return { ...stage, path: `${stage.path}/public-notices`, stage };
  }
  type Setting = Awaited<ReturnType<typeof setUp>>;

  const publish = ({ stage }: Setting, change: object = {}) => publishNotice(stage, change);
  const view = async (id: string, browser = anybody) =>
    (await browser.get(`/api/v1/public-notices/${id}`).expect(200)).body as View;
  const object = (browser: Browser, id: string, change: object = {}) =>
    browser.post(`/api/v1/public-notices/${id}/objections`).send({ statement: STATEMENT, ...change });
  const end = ({ organiser }: Setting, id: string, act: string, body: object = {}, revision = 1) =>
    organiser.post(`/api/v1/public-notices/${id}/${act}`).set('If-Match', `"${revision}"`).send(body);
  const answer = ({ organiser }: Setting, id: string, body: object) =>
    organiser.post(`/api/v1/notice-objections/${id}/answer`).send(body);
  const objectionsOf = (noticeId: string) =>
    app.get(Database).manager.findBy(NoticeObjection, { noticeId: Equal(noticeId) });
  const endDays = (id: string) => endNoticeDays(app, id);

  it('show everybody who advances, with masked names, and nobody else', async () => {
    const setting = await setUp();
    const id = await publish(setting);
    const { items, ...rest } = await view(id);
    expect(items.map(({ title, leader, result }) => [title, leader, result.zh])).toEqual([
      ['甲', '张*丰', '晋级'],
      ['乙', '组*者', '晋级'],
    ]);
    expect(rest).toMatchObject({ state: 'open', takesObjections: true, objections: 0, own: [] });
    const { text } = await anybody.get(`/api/v1/public-notices/${id}`);
    expect(text).not.toContain('张三丰');
    expect(text).not.toMatch(/丙|丁|8[0-9]\.\d\d/);
    const list = await anybody.get(`/api/v1/editions/${setting.editionId}/public-notices`).expect(200);
    expect(list.body).toMatchObject([{ id, number: 1, kind: 'advancement', state: 'open' }]);
  });

  it('are prepared from the entries of their stage, read once however many lists may be published', async () => {
    const setting = await setUp();
    const desk = () => setting.organiser.get(setting.path).expect(200);
    // On MySQL one read is counted as it is asked for, and as it is sent.
    expect(await countQueries(app, 'roadshow_entries', desk)).toBe(engine === 'mysql' ? 2 : 0);
  });

  it('keep their list packed, and read one that was published before that as it stands', async () => {
    const setting = await setUp();
    const [packed, before] = [await publish(setting), await publish(setting, { kind: 'awards' })];
    const { manager } = app.get(Database);
    const kept = async (id: string) =>
      (
        (await manager.query('SELECT items, digest FROM public_notices WHERE id = ?', [id])) as [
          { items: string; digest: string },
        ]
      )[0];
    const { items } = await manager.findOneByOrFail(PublicNotice, { id: Equal(packed) });
    expect((await kept(packed)).items.length).toBeLessThan(JSON.stringify(items).length);
    const whole = JSON.stringify((await manager.findOneByOrFail(PublicNotice, { id: Equal(before) })).items);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.execute('UPDATE public_notices SET items = ? WHERE id = ?', [whole, before]),
      );
    expect((await view(before)).items.map(({ title, result }) => `${title} ${result.zh}`)).toEqual([
      '甲 一等奖',
      '乙 二等奖',
      '丁 二等奖',
      '丙 一等奖',
    ]);
    const read = (await manager.findOneByOrFail(PublicNotice, { id: Equal(before) })).items;
    expect(createHash('sha256').update(JSON.stringify(read)).digest('hex')).toBe((await kept(before)).digest);
  });

  it('show who waits where that is told, and the awards of each division', async () => {
    const setting = await setUp();
    const waiting = await view(await publish(setting, { waiting: true }));
    expect(waiting.items.map(({ title, result }) => `${title} ${result.zh}`)).toEqual([
      '甲 晋级',
      '乙 晋级',
      '丙 候补第 1 位',
    ]);
    const awards = await view(await publish(setting, { kind: 'awards' }));
    expect(awards.items.map(({ title, result }) => `${title} ${result.zh}`)).toEqual([
      '甲 一等奖',
      '乙 二等奖',
      '丁 二等奖',
      '丙 一等奖',
    ]);
  });

  it('tell a long list in parts, by division, and what is looked for in it', async () => {
    const setting = await setUp();
    const id = await publish(setting, { kind: 'awards' });
    const part = async (query: string) =>
      (await anybody.get(`/api/v1/public-notices/${id}?${query}`).expect(200)).body as View & { next?: string };
    const titles = ({ items }: View) => items.map(({ title }) => title).join('');
    const first = await part('limit=3');
    expect([titles(first), first.size, first.total]).toEqual(['甲乙丁', 4, 4]);
    const second = await part(`limit=3&cursor=${first.next}`);
    expect([titles(second), second.next]).toEqual(['丙', undefined]);
    const found = await part(`q=${first.items[1]!.number.toLowerCase()}`);
    expect([titles(found), found.size, found.total]).toEqual(['乙', 4, 1]);
    expectRefused(await anybody.get(`/api/v1/public-notices/${id}?cursor=nowhere`), 422, 'common.bad_cursor');
    // Everybody reads it, and it never changes.
    expect(await countQueries(app, 'items', () => part('limit=3'))).toBe(0);
  });

  it('are taken home as they were published, with their days and masked names, by organisers alone, on record', async () => {
    const setting = await setUp();
    const id = await publish(setting);
    const file = `/api/v1/public-notices/${id}/export`;
    const [header, ...rows] = await readTable(await download(setting.organiser, `${file}?format=xlsx`));
    expect(header).toEqual(['项目编号', '项目名称', '单位', '负责人', '领域', '赛区', '结果']);
    const { items } = await view(id);
    expect(rows.map((row) => [row[0], row[1], row[3], row[6]])).toEqual(
      items.map(({ number, title, leader, result }) => [number, title, leader, result.zh]),
    );
    const csv = (await download(setting.organiser, `${file}?format=csv`)).toString();
    expect(csv).toContain('张*丰');
    expect(csv).not.toContain('张三丰');
    const paper = await download(setting.organiser, `${file}?format=pdf`);
    if (hasPoppler) {
      const { startsOn, endsOn } = (await anybody.get(`/api/v1/public-notices/${id}`)).body as Record<string, string>;
      const text = packedText(paper);
      for (const said of ['晋级公示名单', `公示期5个工作日：${startsOn}发布，至${endsOn}止`, '张*丰', '公示中'])
        expect(text).toContain(said);
      expect(text).not.toContain('张三丰');
    }
    await end(setting, id, 'revoke', { reason: '名单有误' }).expect(204);
    expect(await readTable(await download(setting.organiser, `${file}?format=csv`))).toHaveLength(1);
    expectRefused(await anybody.get(`${file}?format=csv`), 401, 'common.unauthenticated');
    expectRefused(await (await signedIn(app, '市民')).browser.get(`${file}?format=csv`), 403, 'common.forbidden');
    const other = await signedIn(app, '别的组织者', [organiserOf(await importEdition(app))]);
    expectRefused(await other.browser.get(`${file}?format=csv`), 403, 'common.forbidden');
    expectRefused(await setting.organiser.get(file), 422, 'common.invalid');
    const missing = `/api/v1/public-notices/${newId()}/export?format=csv`;
    expectRefused(await setting.organiser.get(missing), 404, 'common.not_found');
    const recorded = { type: 'public_notice.exported', subjectId: Equal(setting.editionId) };
    expect(await app.get(Database).manager.countBy(StoredEvent, recorded)).toBe(4);
  });

  it('are published by the edition’s organisers alone, once, of what was published, for a number of days that makes sense', async () => {
    const early = await setUp(false);
    const input = { kind: 'advancement', days: 5 };
    expectRefused(await early.organiser.post(early.path).send(input), 409, 'advancement.not_published');
    const setting = await setUp();
    const other = await signedIn(app, '别的组织者', [organiserOf(early.editionId)]);
    expectRefused(await other.browser.post(setting.path).send(input), 403, 'common.forbidden');
    expectRefused(await other.browser.get(setting.path), 403, 'common.forbidden');
    expectRefused(await anybody.post(setting.path).send(input), 401, 'common.unauthenticated');
    for (const days of [0, 31, 61, 2.5, '5'])
      expectRefused(await setting.organiser.post(setting.path).send({ ...input, days }), 422, 'common.invalid');
    await publish(setting);
    expectRefused(await setting.organiser.post(setting.path).send(input), 409, 'public_notice.exists');
    const nowhere = setting.path.replace('FINAL', 'NOTICE');
    expectRefused(await setting.organiser.post(nowhere).send(input), 404, 'common.not_found');
    expectRefused(await anybody.get(`/api/v1/public-notices/${newId()}`), 404, 'common.not_found');
  });

  it('give awards on one stage of an edition at a time, and say on which', async () => {
    const setting = await setUp();
    const awards = { kind: 'awards', days: 5 };
    const elsewhere = await publish(setting, awards);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(
          PublicNotice,
          { id: Equal(elsewhere) },
          { stageCode: 'HEAT', stageName: { zh: '赛区赛', en: 'Heat' } },
        ),
      );
    const desk = async () => (await setting.organiser.get(setting.path).expect(200)).body;
    const on = { number: 1, stage: { zh: '赛区赛', en: 'Heat' } };
    expect(await desk()).toMatchObject({ kinds: ['advancement'], awardsOn: on, notices: [] });
    const refused = await setting.organiser.post(setting.path).send(awards);
    expectRefused(refused, 409, 'public_notice.awards_stand');
    expect(refused.body.title + refused.body.detail).toContain('第 1 号公示（赛区赛）');
    await end(setting, elsewhere, 'revoke', { reason: '改由决赛颁奖' }).expect(204);
    expect(await desk()).toMatchObject({ kinds: ['advancement', 'awards'], awardsOn: null });
    await publish(setting, awards);
  });

  it('last for days of the calendar where the edition says so, on their page and in their list too', async () => {
    const setting = await setUp();
    expect((await setting.organiser.get(setting.path).expect(200)).body).toMatchObject({ days: 5, dayKind: 'working' });
    await app
      .get(Database)
      .manager.update(
        EditionStage,
        { editionId: Equal(setting.editionId), kind: 'notice' },
        { settings: { calendarDays: 7 } as never },
      );
    expect((await setting.organiser.get(setting.path).expect(200)).body).toMatchObject({
      days: 7,
      dayKind: 'calendar',
    });
    const input = { kind: 'advancement', days: 61 };
    expectRefused(await setting.organiser.post(setting.path).send(input), 422, 'common.invalid');
    const id = await publish(setting, { days: 60 });
    const { body } = await anybody.get(`/api/v1/public-notices/${id}`).expect(200);
    expect(body).toMatchObject({ days: 60, dayKind: 'calendar' });
    expect(Date.parse(body.endsOn) - Date.parse(body.startsOn)).toBe(60 * 86_400_000);
    if (hasPoppler)
      expect(packedText(await download(setting.organiser, `/api/v1/public-notices/${id}/export?format=pdf`))).toContain(
        '公示期60天',
      );
  });

  it('take objections under one’s own name, and tell nobody else of them', async () => {
    const setting = await setUp();
    const id = await publish(setting);
    const person = await makePerson(app, '市民');
    const citizen = await signIn(app, person);
    const { items } = await view(id);
    expectRefused(await object(anybody, id), 401, 'common.unauthenticated');
    expectRefused(await object(citizen, id, { statement: '太短' }), 422, 'common.invalid');
    expectRefused(await object(citizen, id, { statement: '字'.repeat(2001) }), 422, 'common.invalid');
    const elsewhere = { projectId: setting.projects['丁']!.id };
    expectRefused(await object(citizen, id, elsewhere), 422, 'public_notice.not_listed');
    const { body } = await object(citizen, id, { projectId: items[0]!.projectId }).expect(201);
    expect(body).toEqual({ number: 1 });
    expect(await view(id)).toMatchObject({ objections: 1, answered: 0, own: [] });
    expect((await view(id, citizen)).own).toMatchObject([{ number: 1, state: 'filed', answer: null }]);
    for (const { browser } of [await signedIn(app, '别人'), { browser: setting.organiser }])
      expect((await view(id, browser)).own).toEqual([]);
    for (let more = 0; more < 4; more += 1) await object(citizen, id).expect(201);
    expectRefused(await object(citizen, id), 409, 'public_notice.too_many_objections');
    const desk = await setting.organiser.get(setting.path).expect(200);
    expect(desk.body.notices[0].objections[0]).toMatchObject({ by: '市民', contact: person.mail, title: '甲' });
    const told = await app.get(Database).manager.findBy(Notice, { personId: Equal(person.id) });
    expect(told.some(({ template }) => template === 'public_notice.objection_received')).toBe(true);
    await endDays(id);
    expectRefused(await object(await signIn(app, await makePerson(app, '来晚的人')), id), 409, 'public_notice.closed');
  });

  it('are read by everybody without what was objected, and at the desk with as many statements however much was', async () => {
    const setting = await setUp();
    const id = await publish(setting);
    const { items } = await view(id);
    const { browser: citizen } = await signedIn(app, '市民');
    const desk = () => setting.organiser.get(setting.path).expect(200);
    const objectTo = (at: number) => object(citizen, id, { projectId: items[at]!.projectId }).expect(201);
    for (const at of [0, 1]) await objectTo(at);
    const asked = await countQueries(app, 'project_members', desk);
    for (const at of [0, 1]) await objectTo(at);
    expect(await countQueries(app, 'statement', () => view(id))).toBe(0);
    const list = () => anybody.get(`/api/v1/editions/${setting.editionId}/public-notices`).expect(200);
    expect(await countQueries(app, 'items', list)).toBe(0);
    expect(await countQueries(app, 'project_members', desk)).toBe(asked);
  });

  it('take up to three files of evidence, which those alone open who may read what it supports', async () => {
    const setting = await setUp();
    const id = await publish(setting);
    const { items } = await view(id);
    const { browser: citizen } = await signedIn(app, '知情人');
    const give = (name = '合同.pdf', content = pdfOf()) => upload(citizen, 'objection.evidence', name, content);
    const files = [await give(), await give('附件.pdf')];
    const { projectId } = items[0]!;
    const { browser: other } = await signedIn(app, '别人');
    const foreign = await upload(other, 'objection.evidence', '别人的.pdf', pdfOf());
    const file = (given: readonly unknown[]) => object(citizen, id, { projectId, files: given });
    expectRefused(await file([...files, foreign]), 422, 'files.not_usable', 'files.2');
    expectRefused(await file([files[0], files[0]]), 409, 'files.already_used', 'files.1');
    expectRefused(await file([...files, newId(), newId()]), 422, 'common.invalid');
    const program = await sendFile(citizen, 'objection.evidence', '程序.pdf', Buffer.from('MZ not a pdf at all'));
    expectRefused(program, 415, 'files.type_mismatch');
    const film = await citizen.post('/api/v1/files/tus').set({
      'tus-resumable': '1.0.0',
      'upload-length': String(21 * 1024 * 1024),
      'upload-metadata': `purpose ${btoa('objection.evidence')},filename ${btoa('film.pdf')}`,
    });
    expectRefused(film, 413, 'files.too_large');
    await file(files).expect(201);
    expectRefused(await object(citizen, id, { files: [files[0]] }), 409, 'files.already_used', 'files.0');
    expect((await view(id, citizen)).own).toMatchObject([{ evidence: [{ name: '合同.pdf' }, { name: '附件.pdf' }] }]);
    const read = (who: Browser) => who.get(`/api/v1/files/${files[0]!}`);
    const free = await signedIn(app, '无利害关系的组织者', [organiserOf(setting.editionId)]);
    const tied = await tiedTo(setting, projectId);
    const evidenceTold = async (who: Browser) =>
      (await who.get(setting.path).expect(200)).body.notices[0].objections[0].evidence as unknown[];
    for (const who of [citizen, free.browser]) await read(who).expect(200);
    for (const who of [other, tied.browser]) expectRefused(await read(who), 404, 'common.not_found');
    expect([await evidenceTold(free.browser), await evidenceTold(tied.browser)]).toMatchObject([
      files.map((one) => ({ id: one })),
      [],
    ]);
    const about = await give('程序.pdf');
    await object(citizen, id, { files: [about] }).expect(201);
    const whole = (who: Browser) => who.get(`/api/v1/files/${about}`);
    await whole(free.browser).expect(200);
    expectRefused(await whole(tied.browser), 404, 'common.not_found');
    const looked = { type: 'file.downloaded', subjectId: Equal(about) };
    expect(await app.get(Database).manager.countBy(StoredEvent, looked)).toBe(1);
  });

  it('do not tell an organiser who belongs to a project who objected to it', async () => {
    const setting = await setUp();
    const id = await publish(setting);
    const { items } = await view(id);
    const person = await makePerson(app, '知情人');
    const citizen = await signIn(app, person);
    for (const { projectId } of items) await object(citizen, id, { projectId }).expect(201);
    const { body, text } = await setting.organiser.get(setting.path).expect(200);
    expect(body.notices[0].objections).toMatchObject([
      { by: '知情人', contact: person.mail, conflicted: false },
      { by: '', contact: '', conflicted: true },
    ]);
    expect(text.split('知情人')).toHaveLength(2);
  });

  /** An organiser who is recused from a listed project, beside one who is not. */
  async function tiedTo({ editionId }: Setting, projectId: string) {
    const one = await signedIn(app, '有利害关系的组织者', [organiserOf(editionId)]);
    await recuse(app, one.person.id, projectId);
    return one;
  }

  it('keep what is objected to a project, and to a whole list, from an organiser with a tie to it', async () => {
    const setting = await setUp();
    const id = await publish(setting);
    await signedIn(app, '无利害关系的组织者', [organiserOf(setting.editionId)]);
    const { items } = await view(id);
    const one = await tiedTo(setting, items[0]!.projectId);
    const { browser: citizen } = await signedIn(app, '知情人');
    const said = ['甲的技术来自别人，请核实。', '乙的技术来自别人，请核实。', '整份名单的评审程序有误，请核实。'];
    for (const [index, statement] of said.entries())
      await object(citizen, id, { statement, projectId: items[index]?.projectId }).expect(201);
    for (const number of [1, 3])
      await answer(setting, (await objectionsOf(id)).find((each) => each.number === number)!.id, {
        outcome: 'dismissed',
        answer: `第 ${number} 件的答复。`,
      }).expect(number === 1 ? 204 : 403);
    const { body, text } = await one.browser.get(setting.path).expect(200);
    expect(body.notices[0]).toMatchObject({ tied: { numbers: [items[0]!.number], othersAct: true } });
    const kept = {
      withheld: true,
      conflicted: true,
      by: '',
      contact: '',
      statement: '',
      answer: null,
      answeredBy: null,
    };
    expect(body.notices[0].objections).toMatchObject([
      kept,
      { withheld: false, conflicted: false, by: '知情人', statement: said[1] },
      kept,
    ]);
    for (const secret of [said[0]!, said[2]!, '第 1 件的答复']) expect(text).not.toContain(secret);
  });

  it('leave the whole list to an organiser without a tie to any of it, while there is one, and else keep the tie on record', async () => {
    const setting = await setUp();
    const { 甲 } = setting.projects;
    const one = await tiedTo(setting, 甲!.id);
    const free = await signedIn(app, '无利害关系的组织者', [organiserOf(setting.editionId)]);
    const by = (browser: Browser): Setting => ({ ...setting, organiser: browser });
    const input = { kind: 'advancement', days: 5 };
    const refused = (answer: { status: number; body: { detail?: string } }) => {
      expectRefused(answer, 403, 'public_notice.others_act');
      expect(answer.body.detail).toContain(甲!.number);
    };
    refused(await one.browser.post(setting.path).send(input));
    const warned = async (browser: Browser) =>
      ((await browser.get(setting.path).expect(200)).body as { tied: object[] }).tied;
    const on = { numbers: [甲!.number], othersAct: true };
    expect(await warned(one.browser)).toEqual([
      { kind: 'advancement', waiting: false, ...on },
      { kind: 'advancement', waiting: true, ...on },
      { kind: 'awards', waiting: false, ...on },
    ]);
    expect(await warned(free.browser)).toEqual([]);
    const waits = await tiedTo(setting, setting.projects['丙']!.id);
    expect(await warned(waits.browser)).toMatchObject([{ kind: 'advancement', waiting: true }, { kind: 'awards' }]);
    await recuse(app, waits.person.id, 甲!.id);
    const id = (await free.browser.post(setting.path).send(input).expect(201)).body.id as string;
    const { browser: citizen } = await signedIn(app, '知情人');
    await object(citizen, id).expect(201);
    const [objection] = await objectionsOf(id);
    const dismissed = { outcome: 'dismissed', answer: '经查不属实。' };
    refused(await answer(by(one.browser), objection!.id, dismissed));
    refused(await end(by(one.browser), id, 'revoke', { reason: '名单有误' }));
    await endDays(id);
    refused(await end(by(one.browser), id, 'conclude'));
    await recuse(app, free.person.id, 甲!.id);
    await answer(by(one.browser), objection!.id, dismissed).expect(204);
    await end(by(one.browser), id, 'conclude').expect(204);
    const recorded = await app.get(Database).manager.find(StoredEvent, {
      where: { type: In(['public_notice.answered', 'public_notice.concluded']), actorId: Equal(one.person.id) },
    });
    expect(recorded.map(({ payload }) => (payload as { tied?: string[] }).tied)).toEqual([[甲!.number], [甲!.number]]);
  });

  it('are published, concluded and revoked by nobody who belongs to one listed while an organiser does not, and on record once all do', async () => {
    const setting = await setUp();
    const { editionId, path } = setting;
    const { 甲, 乙 } = setting.projects;
    // Who organises there owns 乙.
    const owner = setting;
    const both = [甲!.number, 乙!.number].sort();
    const tied = await tiedTo(setting, 甲!.id);
    const by = (browser: Browser): Setting => ({ ...setting, organiser: browser });
    const input = { kind: 'advancement', days: 5 };
    const refused = (answered: { status: number; body: { detail?: string } }) => {
      expectRefused(answered, 403, 'public_notice.own_listed');
      expect(answered.body.detail).toContain(乙!.number);
      expect(answered.body.detail).not.toContain(甲!.number);
    };
    await recuse(app, setting.person.id, 甲!.id);
    const desk = async (browser: Browser) =>
      (await browser.get(path).expect(200)).body as { tied: object[]; notices: { tied: object }[] };
    refused(await owner.organiser.post(path).send(input));
    expect((await desk(owner.organiser)).tied[0]).toMatchObject({ numbers: both, othersAct: true });
    expect((await desk(tied.browser)).tied[0]).toMatchObject({ numbers: [甲!.number], othersAct: false });

    const first = (await tied.browser.post(path).send(input).expect(201)).body.id as string;
    refused(await end(owner, first, 'revoke', { reason: '名单有误' }));
    await end(by(tied.browser), first, 'revoke', { reason: '名单有误' }).expect(204);
    const second = (await tied.browser.post(path).send(input).expect(201)).body.id as string;
    await endDays(second);
    refused(await end(owner, second, 'conclude'));
    expect((await desk(owner.organiser)).notices[0]!.tied).toMatchObject({ othersAct: true });

    await nameCore(app, 甲!, '成员', tied.person.mail);
    expect((await desk(owner.organiser)).notices[0]!.tied).toMatchObject({ othersAct: false });
    await end(owner, second, 'conclude').expect(204);
    const events = await app.get(Database).manager.findBy(StoredEvent, {
      type: In(['public_notice.published', 'public_notice.revoked', 'public_notice.concluded']),
      subjectId: Equal(editionId),
    });
    const ofTied = (type: string) => [`public_notice.${type}`, tied.person.id, [甲!.number]];
    const recorded = events.map(({ type, actorId, payload }) => [type, actorId, (payload as { tied?: string[] }).tied]);
    expect(recorded).toHaveLength(4);
    expect(recorded).toEqual(
      expect.arrayContaining([
        ofTied('published'),
        ofTied('revoked'),
        ofTied('published'),
        ['public_notice.concluded', setting.person.id, both],
      ]),
    );
  });

  it('say of an objection that no organiser may answer that it waits for another, and ask the administrator for one', async () => {
    const setting = await setUp();
    const { editionId, organiser, path } = setting;
    const { 甲, 乙 } = setting.projects;
    const id = await publish(setting);
    const admin = await signedIn(app, '管理员', [{ role: 'administrator', scopeType: 'system', scopeId: '' }]);
    const asked = async () => {
      const { body } = await admin.browser.get('/api/v1/tasks').expect(200);
      const { items } = body as { items: { kind: string; count?: number; href: string; detail: { zh: string } }[] };
      return items.filter(({ kind }) => kind.startsWith('notice.'));
    };
    const counted = async () => (await asked()).reduce((sum, { count = 0 }) => sum + count, 0);
    // Of other editions.
    const before = await counted();
    const told = async () =>
      (
        await app.get(Database).manager.findBy(Notice, {
          personId: Equal(admin.person.id),
          template: Equal('public_notice.nobody_answers'),
        })
      )
        .map(({ channel }) => channel)
        .sort();
    const { browser: citizen } = await signedIn(app, '市民');
    await object(citizen, id, { projectId: 甲!.id }).expect(201);
    await object(citizen, id).expect(201);
    expect([await counted(), await told()]).toEqual([before, []]);

    // Who organises there owns 乙 and objects to the whole list.
    await object(citizen, id, { projectId: 乙!.id }).expect(201);
    expect(await told()).toEqual(['inbox', 'mail']);
    await object(organiser, id).expect(201);
    expect(await told()).toHaveLength(4);
    const mail = await lastMessage(app, admin.person.mail);
    expect(mail).toContain('第 4 件');
    expect(mail).toContain('/people');
    const tasks = await asked();
    expect(await counted()).toBe(before + 2);
    expect(new Set(tasks.map(({ kind }) => kind))).toEqual(new Set(['notice.nobody_answers']));
    expect(tasks.map(({ href }) => href)).toContain('/people');
    const waits = async (browser: Browser) =>
      ((await browser.get(path).expect(200)).body.notices[0].objections as { waits: boolean }[]).map(
        (one) => one.waits,
      );
    expect(await waits(organiser)).toEqual([false, false, true, true]);
    const stored = (await objectionsOf(id)).toSorted((one, other) => one.number - other.number);
    const dismissed = { outcome: 'dismissed', answer: '经查不属实。' };
    for (const { id: objection } of stored.slice(2))
      expectRefused(await answer(setting, objection, dismissed), 403, 'public_notice.nobody_answers');

    const free = await signedIn(app, '另一位组织者', [organiserOf(editionId)]);
    expect(await counted()).toBe(before);
    expect(await waits(organiser)).toEqual([false, false, false, false]);
    for (const { id: objection } of stored.slice(2))
      expectRefused(await answer(setting, objection, dismissed), 403, 'public_notice.conflict');
    for (const { id: objection } of stored)
      await answer({ ...setting, organiser: free.browser }, objection, dismissed).expect(204);
    expect(await waits(organiser)).toEqual([false, false, false, false]);
  });

  it('against the whole list are answered by nobody who belongs to it while an organiser does not, and on record once all do', async () => {
    const setting = await setUp();
    const { editionId, path } = setting;
    const { 甲, 乙, 丙 } = setting.projects;
    // Who organises there owns 乙.
    const id = await publish(setting, { waiting: true });
    const [member, tied] = [
      await signedIn(app, '甲的成员', [organiserOf(editionId)]),
      await signedIn(app, '有利害关系的组织者', [organiserOf(editionId)]),
    ];
    await nameCore(app, 甲!, '成员', member.person.mail);
    await recuse(app, tied.person.id, 乙!.id);
    const { browser: citizen } = await signedIn(app, '市民');
    for (const browser of [citizen, citizen, tied.browser]) await object(browser, id).expect(201);
    const stored = (await objectionsOf(id)).toSorted((one, other) => one.number - other.number);
    const answers = (browser: Browser, at: number) =>
      answer({ ...setting, organiser: browser }, stored[at]!.id, { outcome: 'dismissed', answer: '经查不属实。' });
    const withheld = async (browser: Browser) =>
      (await browser.get(path).expect(200)).body.notices[0].objections.map(
        (one: { withheld: boolean }) => one.withheld,
      );

    expect(await withheld(member.browser)).toEqual([true, true, false]);
    for (const browser of [member.browser, setting.organiser])
      expectRefused(await answers(browser, 0), 403, 'public_notice.own_listed');
    await answers(tied.browser, 0).expect(204);
    expectRefused(await answers(tied.browser, 2), 403, 'public_notice.conflict');
    await answers(member.browser, 2).expect(204);

    await nameCore(app, 丙!, '成员', tied.person.mail);
    expect(await withheld(member.browser)).toEqual([false, false, false]);
    await answers(member.browser, 1).expect(204);
    const events = await app.get(Database).manager.findBy(StoredEvent, {
      type: Equal('public_notice.answered'),
      actorId: In([member.person.id, tied.person.id]),
    });
    const recorded = events.map(({ actorId, payload }) => [actorId, (payload as { tied?: string[] }).tied]);
    const ofMember = [member.person.id, [甲!.number]];
    expect(recorded).toHaveLength(3);
    expect(recorded).toEqual(expect.arrayContaining([ofMember, [tied.person.id, [乙!.number]], ofMember]));
  });

  it('are answered by nobody who is recused from the project', async () => {
    const setting = await setUp();
    const id = await publish(setting);
    const { browser: citizen } = await signedIn(app, '市民');
    const [item] = (await view(id)).items;
    await object(citizen, id, { projectId: item!.projectId }).expect(201);
    const [objection] = await objectionsOf(id);
    const other = await signedIn(app, '另一位组织者', [organiserOf(setting.editionId)]);
    const conflicted = async () =>
      (await other.browser.get(setting.path).expect(200)).body.notices[0].objections[0].conflicted as boolean;
    expect(await conflicted()).toBe(false);
    await recuse(app, other.person.id, item!.projectId);
    expect(await conflicted()).toBe(true);
    const employed = await signedIn(app, '单位里的组织者', [organiserOf(setting.editionId)]);
    const { organisationName: name } = await app
      .get(Database)
      .manager.findOneByOrFail(Project, { id: Equal(item!.projectId) });
    await actFor(app, employed.person.id, { name });
    expectRefused(
      await employed.browser
        .post(`/api/v1/notice-objections/${objection!.id}/answer`)
        .send({ outcome: 'dismissed', answer: '无关' }),
      403,
      'public_notice.conflict',
    );
    const input = { outcome: 'upheld', answer: '属实', strike: true };
    expectRefused(
      await other.browser.post(`/api/v1/notice-objections/${objection!.id}/answer`).send(input),
      403,
      'public_notice.conflict',
    );
    await answer(setting, objection!.id, { outcome: 'dismissed', answer: '经查不属实' }).expect(204);
  });

  it('are answered on record by who has a tie to the project where nobody without one could, and never by its entrants or who objected', async () => {
    const setting = await setUp();
    const { editionId, projects, path, person } = setting;
    const { 乙 } = projects;
    const id = await publish(setting);
    const organiser = (name: string) => signedIn(app, name, [organiserOf(editionId)]);
    const [tied, member, free] = [
      await organiser('同单位的'),
      await organiser('团队成员'),
      await organiser('提出异议的'),
    ];
    await recuse(app, tied.person.id, 乙!.id);
    await nameCore(app, 乙!, '成员', member.person.mail);
    const { browser: citizen } = await signedIn(app, '市民');
    const files = [await upload(citizen, 'objection.evidence', '合同.pdf', pdfOf())];
    await object(citizen, id, { projectId: 乙!.id, files }).expect(201);
    await object(free.browser, id, { projectId: 乙!.id }).expect(201);
    const [first, second] = (await objectionsOf(id)).toSorted((one, other) => one.number - other.number);
    const reads = async (browser: Browser) =>
      ((await browser.get(path).expect(200)).body.notices[0].objections as Record<string, unknown>[]).map(
        ({ withheld, conflicted, tied: nevertheless, statement }) => [withheld, conflicted, nevertheless, statement],
      );
    const waiting = async (browser: Browser) => {
      const { items } = (await browser.get('/api/v1/tasks').expect(200)).body as {
        items: { kind: string; count?: number }[];
      };
      return items.find(({ kind }) => kind === 'notice.objections')?.count ?? 0;
    };
    const [kept, ON_RECORD] = [
      [true, true, false, ''],
      [false, false, true, STATEMENT],
    ];
    const dismissed = { outcome: 'dismissed', answer: '经查不属实。' };
    const by = (browser: Browser): Setting => ({ ...setting, organiser: browser });
    const refused = async (browser: Browser, objection: NoticeObjection, body: object = dismissed) =>
      expectRefused(await answer(by(browser), objection.id, body), 403, 'public_notice.conflict');

    // Who has no tie answers the citizen, and objected the second time: of that one nobody without a tie is left.
    expect(await reads(tied.browser)).toEqual([kept, ON_RECORD]);
    expect(await reads(free.browser)).toEqual([
      [false, false, false, STATEMENT],
      [false, true, false, STATEMENT],
    ]);
    expect([await waiting(tied.browser), await waiting(free.browser)]).toEqual([1, 1]);
    await refused(tied.browser, first!);
    await refused(free.browser, second!);
    expectRefused(await tied.browser.get(`/api/v1/files/${files[0]!}`), 404, 'common.not_found');

    const struck = { outcome: 'upheld', answer: FOUND, strike: true };
    await refused(free.browser, second!, struck);
    await answer(by(tied.browser), second!.id, struck).expect(204);

    await recuse(app, free.person.id, 乙!.id);
    expect(await reads(tied.browser)).toEqual([ON_RECORD, ON_RECORD]);
    await tied.browser.get(`/api/v1/files/${files[0]!}`).expect(200);
    expect(await waiting(tied.browser)).toBe(1);
    for (const { browser } of [{ browser: setting.organiser }, member]) {
      expect(await reads(browser)).toEqual([kept, kept]);
      expectRefused(await browser.get(`/api/v1/files/${files[0]!}`), 404, 'common.not_found');
      expect(await waiting(browser)).toBe(0);
      for (const objection of [first!, second!]) await refused(browser, objection);
    }
    await answer(by(free.browser), first!.id, dismissed).expect(204);
    expect((await view(id)).items.map(({ title, struck }) => [title, struck])).toEqual([
      ['甲', false],
      ['乙', true],
      ['丙', false],
    ]);
    const events = await app.get(Database).manager.findBy(StoredEvent, {
      type: In(['public_notice.answered', 'advancement.replaced']),
      subjectId: Equal(editionId),
    });
    expect(events.map(({ actorId, payload }) => [actorId, (payload as { tied?: string[] }).tied])).toEqual(
      expect.arrayContaining([
        [free.person.id, [乙!.number]],
        [tied.person.id, [乙!.number]],
        [tied.person.id, [乙!.number]],
      ]),
    );
    expect(events).toHaveLength(3);
    expect(events.map(({ actorId }) => actorId)).not.toContain(person.id);
  });

  it('are each published though two organisers publish one at the same time', async () => {
    const setting = await setUp();
    await Promise.all([publish(setting), publish(setting, { kind: 'awards' })]);
    const input = { kind: 'advancement', days: 5 };
    expectRefused(await setting.organiser.post(setting.path).send(input), 409, 'public_notice.exists');
    const list = await anybody.get(`/api/v1/editions/${setting.editionId}/public-notices`).expect(200);
    expect((list.body as { number: number }[]).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('are answered once, by nobody who belongs to the project, and strike off what was upheld', async () => {
    const setting = await setUp();
    const id = await publish(setting);
    const { browser: citizen } = await signedIn(app, '市民');
    const { items } = await view(id);
    for (const { projectId } of items) await object(citizen, id, { projectId }).expect(201);
    await object(citizen, id).expect(201);
    const stored = await objectionsOf(id);
    const of = (number: number) => stored.find((one) => one.number === number)!.id;
    expectRefused(
      await answer(setting, of(2), { outcome: 'dismissed', answer: '无关' }),
      403,
      'public_notice.nobody_answers',
    );
    const strikeNothing = { outcome: 'dismissed', answer: '经查不属实', strike: true };
    expectRefused(await answer(setting, of(1), strikeNothing), 422, 'public_notice.nothing_to_strike');
    expectRefused(
      await answer(setting, of(3), { ...strikeNothing, outcome: 'upheld' }),
      422,
      'public_notice.nothing_to_strike',
    );
    await answer(setting, of(1), { outcome: 'upheld', answer: '经查属实，移出名单。', strike: true }).expect(204);
    expectRefused(
      await answer(setting, of(1), { outcome: 'dismissed', answer: '再想想' }),
      409,
      'public_notice.answered',
    );
    const after = await view(id, citizen);
    expect(after.items.map(({ struck }) => struck)).toEqual([true, false, false]);
    expect(after.own[0]).toMatchObject({ state: 'upheld', answer: '经查属实，移出名单。' });
    const other = await signedIn(app, '别的组织者', [organiserOf(await importEdition(app))]);
    const input = { outcome: 'dismissed', answer: '不属实' };
    expectRefused(
      await other.browser.post(`/api/v1/notice-objections/${of(3)}/answer`).send(input),
      403,
      'common.forbidden',
    );
    const both = await Promise.all([answer(setting, of(3), input), answer(setting, of(3), input)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  /** Strikes a project off, by title; answers the organiser's answer to the command. */
  async function strike(setting: Setting, noticeId: string, title: string, desk = setting.organiser) {
    const { browser: citizen } = await signedIn(app, '市民');
    const { id: projectId } = setting.projects[title]!;
    await object(citizen, noticeId, { projectId }).expect(201);
    const objection = (await objectionsOf(noticeId)).find((one) => one.projectId === projectId)!;
    return desk
      .post(`/api/v1/notice-objections/${objection.id}/answer`)
      .send({ outcome: 'upheld', answer: FOUND, strike: true });
  }
  const own = (setting: Setting, title: string, personId: string) =>
    app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(Project, { id: Equal(setting.projects[title]!.id) }, { ownerId: personId }),
      );

  it('let the next of the waiting list move up for who is struck off, in the decision, on the list and in later stages', async () => {
    const setting = await setUp(true, PLAN, 'BJ');
    const { organiser, projects, editionId, stage } = setting;
    const id = await publish(setting);
    const final = { stageCode: 'FINAL', name: '决赛', room: '大剧院' };
    const { body } = await organiser.post(`/api/v1/editions/${editionId}/sessions`).send(final).expect(201);
    const entries = (...titles: string[]) =>
      organiser
        .post(`/api/v1/sessions/${body.id}/entries`)
        .send({ projectIds: titles.map((title) => projects[title]!.id) });
    await entries('甲', '乙').expect(204);
    expect((await strike(setting, id, '甲')).status).toBe(204);

    const path = `${stage.path}/advancement`;
    const { decision } = (await organiser.get(path).expect(200)).body as { decision: { replacements: object[] } };
    const decided = await decidedEntries<{ title: string; status: string; explanation: { zh: string } }>(
      organiser,
      path,
    );
    expect(Object.fromEntries(decided.map(({ title, status }) => [title, status]))).toEqual({
      ...{ 甲: 'struck', 乙: 'advances', 丙: 'advances', 丁: 'out' },
    });
    expect(decided[0]!.explanation.zh).toBe('公示异议成立，已取消资格');
    expect(decision.replacements).toMatchObject([
      {
        left: projects['甲']!.number,
        movedUp: projects['丙']!.number,
        reason: { zh: '第 1 号公示的第 1 件异议成立，取消资格', en: expect.stringContaining('objection 1') },
      },
    ]);

    const list = (await view(id)).items as (Item & { movedUp: boolean; left: boolean })[];
    expect(list.map(({ title, struck, movedUp, left, result }) => [title, struck, left, movedUp, result.zh])).toEqual([
      ['甲', true, false, false, '晋级'],
      ['乙', false, false, false, '晋级'],
      ['丙', false, false, true, '递补晋级'],
    ]);
    const csv = (await download(organiser, `/api/v1/public-notices/${id}/export?format=csv`)).toString();
    expect(csv).toContain('递补晋级');

    await entries('丙').expect(204);
    expectRefused(await entries('甲'), 422, 'roadshow.project_not_advanced');
    await confirmSession(app, body.id, (title) => FIELD[title as keyof typeof FIELD][0]);
    const later = `/api/v1/editions/${editionId}/stages/FINAL/advancement`;
    const { outcome } = await previewOf<{
      outcome: { entries: { title: string; eligible: boolean; explanation: { zh: string } }[] };
    }>(organiser, later, PLAN);
    const of = (title: string) => outcome.entries.find((one) => one.title === title)!;
    expect([of('丙').eligible, of('甲').eligible]).toEqual([true, false]);
    expect(of('甲').explanation.zh).toBe('已退出前一阶段的晋级或被取消资格，不参加晋级');

    // Who moved up may be objected to as well, and be struck off in their turn.
    expect((await strike(setting, id, '丙')).status).toBe(204);
    expect((await view(id)).items.filter(({ struck }) => struck).map(({ title }) => title)).toEqual(['甲', '丙']);
  });

  it('count who moved up among what they list: for ties, objections, the desk, files, and the project itself', async () => {
    const setting = await setUp();
    const { 丙 } = setting.projects;
    const id = await publish(setting);
    expect((await strike(setting, id, '甲')).status).toBe(204);
    const next = await signedIn(app, '候补者');
    await own(setting, '丙', next.person.id);
    const one = await tiedTo(setting, 丙!.id);
    const free = await signedIn(app, '无利害关系的组织者', [organiserOf(setting.editionId)]);
    const { browser: citizen } = await signedIn(app, '知情人');
    const files = [await upload(citizen, 'objection.evidence', '程序.pdf', pdfOf())];
    await object(citizen, id, { statement: '递补的程序有误，请予核实。', files }).expect(201);
    await object(citizen, id, { statement: '丙的技术来自别人，请核实。', projectId: 丙!.id }).expect(201);
    expect(await view(id, citizen)).toMatchObject({ own: [{ projectNumber: null }, { projectNumber: 丙!.number }] });
    expectRefused(
      await object(citizen, id, { projectId: setting.projects['丁']!.id }),
      422,
      'public_notice.not_listed',
    );

    const desk = async (browser: Browser) => (await browser.get(setting.path).expect(200)).body.notices[0];
    expect(await desk(one.browser)).toMatchObject({
      size: 3,
      tied: { numbers: [丙!.number], othersAct: true },
      objections: [{ withheld: false }, { withheld: true }, { withheld: true, projectNumber: 丙!.number, title: '丙' }],
    });
    expect(await desk(free.browser)).toMatchObject({
      tied: null,
      objections: [{}, { by: '知情人' }, { by: '知情人' }],
    });
    expectRefused(await one.browser.get(`/api/v1/files/${files[0]!}`), 404, 'common.not_found');
    await free.browser.get(`/api/v1/files/${files[0]!}`).expect(200);
    const csv = (await download(free.browser, `/api/v1/public-notices/${id}/objections/export?format=csv`)).toString();
    expect(csv).toContain(丙!.number);

    const by = (browser: Browser): Setting => ({ ...setting, organiser: browser });
    const about = (await objectionsOf(id)).find(({ number }) => number === 2)!;
    const dismissed = { outcome: 'dismissed', answer: '经查不属实。' };
    expectRefused(await answer(by(one.browser), about.id, dismissed), 403, 'public_notice.others_act');
    expectRefused(await end(by(one.browser), id, 'revoke', { reason: '有误' }), 403, 'public_notice.others_act');
    const { body: asked } = await one.browser.get('/api/v1/tasks').expect(200);
    expect((asked.items as { kind: string }[]).filter(({ kind }) => kind.startsWith('notice.'))).toEqual([]);

    const { steps, next: coming } = (await next.browser.get(`/api/v1/projects/${丙!.id}/timeline`).expect(200))
      .body as {
      steps: { kind: string; noticeId?: string; result?: { zh: string } }[];
      next: { code: string };
    };
    expect(steps.filter(({ kind }) => kind === 'listed')).toMatchObject([{ noticeId: id, result: { zh: '递补晋级' } }]);
    expect(coming.code).toBe('on_notice');
    const reopened = await free.browser.post(`/api/v1/projects/${丙!.id}/reopen`).send({ reason: '误判' });
    expectRefused(reopened, 409, 'eligibility.on_notice');
  });

  it('tell the entrant who is struck off what was found, by mail and inbox and as a step of their course', async () => {
    const setting = await setUp();
    const id = await publish(setting);
    const owner = await signedIn(app, '参赛者');
    const next = await signedIn(app, '候补者');
    await own(setting, '甲', owner.person.id);
    await own(setting, '丙', next.person.id);
    expect((await strike(setting, id, '甲')).status).toBe(204);
    // Of the decision they are told in the background, which may come to them before or after.
    const told = async (personId: string) =>
      (await app.get(Database).manager.findBy(Notice, { personId: Equal(personId) }))
        .filter(({ channel, template }) => channel === 'inbox' && template !== 'advancement.published')
        .map(({ template }) => template);
    expect(await told(owner.person.id)).toEqual(['public_notice.struck']);
    expect(await told(next.person.id)).toEqual(['advancement.moved_up']);
    const path = `/api/v1/projects/${setting.projects['甲']!.id}`;
    const mail = await lastMessage(app, owner.person.mail);
    expect(mail).toContain(FOUND);
    expect((await owner.browser.get(`${path}/standings`).expect(200)).body).toMatchObject([{ status: 'struck' }]);
    const { steps, next: coming } = (await owner.browser.get(`${path}/timeline`).expect(200)).body as {
      steps: { kind: string; at: string; text?: string; noticeId?: string }[];
      next: { code: string };
    };
    const step = steps.find(({ kind }) => kind === 'struck')!;
    expect(step).toMatchObject({ text: FOUND, noticeId: id });
    expect(Date.parse(step.at)).toBeGreaterThan(Date.parse(steps.find(({ kind }) => kind === 'listed')!.at));
    expect(coming.code).toBe('ended');
  });

  it('strike nobody off whereby an organiser’s own project moves up, and nothing of the answer is kept', async () => {
    const setting = await setUp();
    const id = await publish(setting);
    const other = await signedIn(app, '候补的亲属', [organiserOf(setting.editionId)]);
    await recuse(app, other.person.id, setting.projects['丙']!.id);
    expectRefused(await strike(setting, id, '甲', other.browser), 403, 'advancement.tied');
    expect(await objectionsOf(id)).toMatchObject([{ state: 'filed', answer: null, struck: false }]);
    expect((await view(id)).items.map(({ struck }) => struck)).toEqual([false, false]);
  });

  it('of awards keep whom they list from withdrawing, and none lists who withdrew', async () => {
    const setting = await setUp();
    const owner = await signedIn(app, '参赛者');
    await own(setting, '甲', owner.person.id);
    const path = `/api/v1/projects/${setting.projects['甲']!.id}`;
    const id = await publish(setting, { kind: 'awards' });
    const withdraw = () => owner.browser.post(`${path}/withdraw`).set('If-Match', '"1"').send({ reason: '放弃参赛' });
    expectRefused(await withdraw(), 409, 'project.awarded');
    expect((await owner.browser.get(`${path}/withdrawal`).expect(200)).body).toMatchObject({ awarded: true });
    await end(setting, id, 'revoke', { reason: '更正' }).expect(204);
    await withdraw().expect(204);
    for (const kind of ['awards', 'advancement']) {
      const answered = await setting.organiser.post(setting.path).send({ kind, days: 5 });
      expectRefused(answered, 409, 'public_notice.listed_withdrew');
      expect((answered.body as { detail: string }).detail).toContain(setting.projects['甲']!.number);
    }
  });

  it('list nobody who withdraws while they are published', async () => {
    const setting = await setUp();
    const owner = await signedIn(app, '参赛者');
    await own(setting, '甲', owner.person.id);
    const path = `/api/v1/projects/${setting.projects['甲']!.id}`;
    const [notice, withdrawn] = await Promise.all([
      setting.organiser.post(setting.path).send({ kind: 'awards', days: 5 }),
      owner.browser.post(`${path}/withdraw`).set('If-Match', '"1"').send({ reason: '放弃参赛' }),
    ]);
    expect([notice.status, withdrawn.status].sort()).toEqual(notice.status === 201 ? [201, 409] : [204, 409]);
  });

  it('leave an award vacant that was struck off, and give it to the next on a list that is published anew', async () => {
    const setting = await setUp();
    const id = await publish(setting, { kind: 'awards' });
    const next = await signedIn(app, '候补者');
    await own(setting, '丙', next.person.id);
    expect((await strike(setting, id, '甲')).status).toBe(204);
    const path = `${setting.stage.path}/advancement`;
    const { decision } = (await setting.organiser.get(path).expect(200)).body as {
      decision: { replacements: object[] };
    };
    const decided = await decidedEntries<{ title: string; status: string }>(setting.organiser, path);
    expect(Object.fromEntries(decided.map(({ title, status }) => [title, status]))).toEqual({
      ...{ 甲: 'struck', 乙: 'advances', 丙: 'waiting', 丁: 'out' },
    });
    expect(decision.replacements).toMatchObject([{ left: setting.projects['甲']!.number, movedUp: null }]);
    expect(
      (await next.browser.get(`/api/v1/projects/${setting.projects['丙']!.id}/standings`).expect(200)).body,
    ).toMatchObject([{ status: 'waiting', waiting: 1 }]);
    const told = { personId: Equal(next.person.id), template: 'advancement.moved_up' };
    expect(await app.get(Database).manager.countBy(Notice, told)).toBe(0);
    expect((await view(id)).items.map(({ title, struck, result }) => [title, struck, result.zh])).toEqual([
      ['甲', true, '一等奖'],
      ['乙', false, '二等奖'],
      ['丁', false, '二等奖'],
      ['丙', false, '一等奖'],
    ]);
    await end(setting, id, 'revoke', { reason: '重新公示' }).expect(204);
    const anew = await view(await publish(setting, { kind: 'awards' }));
    expect(anew.items.map(({ title, result }) => `${title} ${result.zh}`)).toEqual([
      '乙 一等奖',
      '丁 二等奖',
      '丙 一等奖',
    ]);
  });

  it('ask their organisers for answers, and to be concluded when they are over', async () => {
    const setting = await setUp();
    const id = await publish(setting);
    const { browser: citizen } = await signedIn(app, '市民');
    const tasks = async (browser = setting.organiser) => {
      const { body } = await browser.get('/api/v1/tasks').expect(200);
      const { items } = body as { items: { kind: string; count?: number }[] };
      return items.filter(({ kind }) => kind.startsWith('notice.'));
    };
    expect(await tasks()).toEqual([]);
    const { items } = await view(id);
    for (const { projectId } of items) await object(citizen, id, { projectId }).expect(201);
    expect(await tasks()).toMatchObject([{ kind: 'notice.objections', count: 1 }]);
    for (const long of ['items', 'statement']) expect(await countQueries(app, long, tasks)).toBe(0);
    await object(citizen, id).expect(201);
    expect(await tasks()).toMatchObject([{ kind: 'notice.objections', count: 2 }]);
    const tied = await tiedTo(setting, items[0]!.projectId);
    expect(await tasks(tied.browser)).toMatchObject([{ kind: 'notice.objections', count: 2 }]);
    const free = await signedIn(app, '无利害关系的组织者', [organiserOf(setting.editionId)]);
    expect(await tasks(tied.browser)).toMatchObject([{ kind: 'notice.objections', count: 1 }]);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.delete(NoticeObjection, { noticeId: Equal(id), number: In([1, 2]) }),
      );
    expect(await tasks(tied.browser)).toEqual([]);
    await endDays(id);
    const [objection] = await objectionsOf(id);
    await answer({ ...setting, organiser: free.browser }, objection!.id, {
      outcome: 'dismissed',
      answer: '经查不属实。',
    }).expect(204);
    expect(await tasks(free.browser)).toMatchObject([{ kind: 'notice.conclude' }]);
    expect(await tasks(tied.browser)).toEqual([]);
    await end({ ...setting, organiser: free.browser }, id, 'conclude').expect(204);
    expect(await tasks(free.browser)).toEqual([]);
  });

  it('end when their days are over and all is answered, and not before', async () => {
    const setting = await setUp();
    const id = await publish(setting);
    const { browser: citizen } = await signedIn(app, '市民');
    await object(citizen, id).expect(201);
    expectRefused(await end(setting, id, 'conclude'), 409, 'public_notice.still_open');
    await endDays(id);
    expectRefused(await end(setting, id, 'conclude'), 409, 'public_notice.unanswered');
    const [objection] = await objectionsOf(id);
    await answer(setting, objection!.id, { outcome: 'dismissed', answer: '经查不属实。' }).expect(204);
    expectRefused(await end(setting, id, 'conclude', {}, 7), 412, 'common.stale');
    await end(setting, id, 'conclude').expect(204);
    expect(await view(id)).toMatchObject({ state: 'concluded', takesObjections: false, objections: 1, answered: 1 });
    expectRefused(await end(setting, id, 'revoke', { reason: '太晚' }, 2), 409, 'public_notice.ended');
  });

  it('are revoked with a reason that everybody reads, show their list no more, and make room for a corrected one', async () => {
    const setting = await setUp();
    const id = await publish(setting);
    expectRefused(await end(setting, id, 'revoke', {}), 422, 'common.invalid');
    await end(setting, id, 'revoke', { reason: '名单有误，更正后重新公示' }).expect(204);
    expect(await view(id)).toMatchObject({ state: 'revoked', items: [], endReason: '名单有误，更正后重新公示' });
    const { browser: citizen } = await signedIn(app, '市民');
    expectRefused(await object(citizen, id), 409, 'public_notice.closed');
    expect((await view(await publish(setting))).items).toHaveLength(2);
  });

  it('stand as they were published, whatever happens to the projects after', async () => {
    const setting = await setUp();
    const id = await publish(setting);
    const before = await view(id);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(Project, { id: Equal(setting.projects['甲']!.id) }, { title: '改名', state: 'withdrawn' }),
      );
    expect(await view(id)).toEqual(before);
  });

  it('keep their heading once the edition, its zone and the stage are called otherwise, also where they were concluded', async () => {
    const setting = await setUp();
    const { organiser, editionId } = setting;
    const id = await publish(setting);
    await endNoticeDays(app, id);
    await end(setting, id, 'conclude').expect(204);
    const before = await view(id);
    const { body: file } = await organiser.get(`/api/v1/editions/${editionId}/file`).expect(200);
    file.name = { zh: '改名大赛', en: 'Renamed contest' };
    file.timeZone = 'America/New_York';
    file.stages.find(({ code }: { code: string }) => code === 'FINAL').name = { zh: '改名决赛', en: 'Renamed final' };
    const { body: preview } = await organiser
      .post(`/api/v1/editions/${editionId}/change/preview`)
      .send({ file })
      .expect(200);
    await organiser
      .post(`/api/v1/editions/${editionId}/change`)
      .set('If-Match', `"${preview.version}"`)
      .send({ file, reason: '改名' })
      .expect(200);
    expect(await view(id)).toEqual(before);
    const { body: list } = await anybody.get(`/api/v1/editions/${editionId}/public-notices`).expect(200);
    expect(list).toMatchObject([{ id, stage: (before as View & { stage: object }).stage }]);
    const paper = await download(organiser, `/api/v1/public-notices/${id}/export?format=pdf`);
    if (hasPoppler) expect(packedText(paper)).not.toContain('改名');
  });
});
