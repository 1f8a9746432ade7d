import { Certificate } from '@haishi/contest/certificate/certificate.entity';
import { NoticeObjection, PublicNotice } from '@haishi/contest/public-notice/public-notice.entity';
import { Project } from '@haishi/contest';
import { newId } from '@haishi/kernel';
import { Database, readTable, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { download } from '../support/downloads.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, signedIn } from '../support/people.js';
import { recuse } from '../support/ties.js';
import { decidedStage, endNoticeDays, publishDecision, publishNotice } from './published-stage.js';

const FIELD = { 甲: [30], 乙: [28], 丙: [26, { division: 'BIO' }] } as const;
const PLAN = { mode: 'total', size: 2, wildcards: 0, waiting: 1, cutTies: 'order' };
const API = '/api/v1';

eachEngine('an award that is lost', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  /** A final whose awards are on a concluded notice, in an edition with a gallery. */
  async function setUp() {
    const stage = await decidedStage(app, FIELD, PLAN);
    const edition = `${API}/editions/${stage.editionId}`;
    const { body: file } = await stage.organiser.get(`${edition}/file`).expect(200);
    const opened = { ...file, gallery: true };
    const { body } = await stage.organiser.post(`${edition}/change/preview`).send({ file: opened }).expect(200);
    await stage.organiser
      .post(`${edition}/change`)
      .set('If-Match', `"${body.version}"`)
      .send({ file: opened, reason: '开放展示' })
      .expect(200);
    await publishDecision(stage);
    const awards = await publishNotice(stage, { kind: 'awards' });
    await endNoticeDays(app, awards);
    await stage.organiser.post(`${API}/public-notices/${awards}/conclude`).set('If-Match', '"1"').send({}).expect(204);
    return { ...stage, stage, edition, awards };
  }
  type Setting = Awaited<ReturnType<typeof setUp>>;

  /** Strikes a project off the notice of who advances from the final. */
  async function strikeOff(setting: Setting, title: string): Promise<void> {
    const notice = await publishNotice(setting.stage);
    const { browser: citizen } = await signedIn(app, '市民');
    const objection = { statement: '该项目的知识产权归属有争议。', projectId: setting.projects[title]!.id };
    await citizen.post(`${API}/public-notices/${notice}/objections`).send(objection).expect(201);
    const { body } = await setting.organiser.get(`${setting.path}/public-notices`).expect(200);
    const { objections } = body.notices.find(({ id }: { id: string }) => id === notice);
    await setting.organiser
      .post(`${API}/notice-objections/${objections[0].id}/answer`)
      .send({ outcome: 'upheld', answer: '经查属实。', strike: true })
      .expect(204);
  }

  const issue = ({ organiser, awards }: Setting) =>
    organiser.post(`${API}/public-notices/${awards}/certificates`).send({});
  const desk = async ({ organiser, awards }: Setting) =>
    (await organiser.get(`${API}/public-notices/${awards}/certificates`).expect(200)).body;
  const certificateOf = ({ projects }: Setting, title: string) =>
    app.get(Database).manager.findOneByOrFail(Certificate, { projectId: Equal(projects[title]!.id) });
  const revoke = ({ organiser }: Setting, { id }: Certificate) =>
    organiser.post(`${API}/certificates/${id}/revoke`).send({ reason: '经查材料不实' });
  const reissue = ({ organiser }: Setting, { id }: Certificate) =>
    organiser.post(`${API}/certificates/${id}/reissue`).send({ title: '甲', organisation: '海石', members: ['张三'] });

  /** The list of the notice, with what became of each. */
  const listed = async ({ awards }: Setting) =>
    Object.fromEntries(
      (await app.browser().get(`${API}/public-notices/${awards}`).expect(200)).body.items.map(
        ({ title, result, struck, revoked }: Record<string, never> & { result: { zh: string } }) => [
          title,
          [result.zh, ...(struck ? ['struck'] : []), ...(revoked ? ['revoked'] : [])].join(' '),
        ],
      ),
    ) as Record<string, string>;
  /** The gallery, by title, with the award of each. */
  const shown = async ({ edition }: Setting) =>
    Object.fromEntries(
      (await app.browser().get(`${edition}/gallery`).expect(200)).body.items.map(
        ({ title, award }: { title: string; award: { zh: string } | null }) => [title, award?.zh ?? null],
      ),
    ) as Record<string, string | null>;
  const counted = async ({ organiser, edition }: Setting) => {
    const { funnel } = (await organiser.get(`${edition}/statistics`).expect(200)).body;
    return funnel.total[funnel.steps.findIndex(({ kind }: { kind: string }) => kind === 'awarded')] as number;
  };
  const rows = async ({ organiser, awards }: Setting, of = '/certificates') =>
    (await readTable(await download(organiser, `${API}/public-notices/${awards}${of}/export?format=csv`))).slice(1);
  const toRevoke = async (browser: Browser) =>
    (await browser.get(`${API}/tasks`).expect(200)).body.items.filter(
      ({ kind }: { kind: string }) => kind === 'certificate.revoke',
    );

  it('by who is struck off one notice is on no other, has no certificate, and is not counted', async () => {
    const setting = await setUp();
    expect(await counted(setting)).toBe(3);
    await strikeOff(setting, '甲');
    expect(await listed(setting)).toEqual({ 甲: '一等奖 struck', 乙: '二等奖', 丙: '一等奖' });
    expect((await desk(setting)).missing).toBe(2);
    expect((await issue(setting).expect(201)).body).toEqual({ issued: 2 });
    expect((await rows(setting)).map((row) => row[2])).toEqual(['乙', '丙']);
    expect((await rows(setting, '')).map((row) => [row[1], row[6]])).toContainEqual(['甲', '经异议核实，已取消']);
    expect(await shown(setting)).toEqual({ 丙: '一等奖', 乙: '二等奖' });
    expect(await counted(setting)).toBe(2);
  });

  it('is on the entrant’s timeline once, and no notice that ended or is open is told as their result', async () => {
    const setting = await setUp();
    const owner = await signedIn(app, '参赛者');
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(Project, { id: Equal(setting.projects['甲']!.id) }, { ownerId: owner.person.id }),
      );
    await strikeOff(setting, '甲');
    const { body } = await owner.browser.get(`${API}/projects/${setting.projects['甲']!.id}/timeline`).expect(200);
    expect(body.steps.filter(({ kind }: { kind: string }) => kind === 'struck')).toHaveLength(1);
    expect(body.next.code).toBe('ended');
    const giving = await owner.browser.get(`${API}/projects/${setting.projects['甲']!.id}/withdrawal`).expect(200);
    expect(giving.body.awarded).toBe(false);
  });

  it('of who is struck off holding its certificate is to be revoked by an organiser without a tie, and not issued anew', async () => {
    const setting = await setUp();
    const tied = await signedIn(app, '有利害关系的组织者', [organiserOf(setting.editionId)]);
    await issue(setting).expect(201);
    expect(await toRevoke(setting.organiser)).toEqual([]);
    await strikeOff(setting, '甲');
    await recuse(app, tied.person.id, setting.projects['甲']!.id);
    expect(await toRevoke(setting.organiser)).toMatchObject([
      { count: 1, href: expect.stringContaining('/stages/FINAL/public-notices') },
    ]);
    expect(await toRevoke(tied.browser)).toEqual([]);
    expect((await desk(setting)).certificates.map(({ struck }: { struck: boolean }) => struck)).toEqual([
      true,
      false,
      false,
    ]);
    expect((await desk(setting)).toRevoke).toMatchObject([{ title: '甲' }]);
    expect((await rows(setting)).map((row) => [row[2], row[8]])).toEqual([
      ['甲', '应撤销'],
      ['乙', '有效'],
      ['丙', '有效'],
    ]);
    expect(await counted(setting)).toBe(2);
    const certificate = await certificateOf(setting, '甲');
    await revoke(setting, certificate).expect(204);
    expect(await toRevoke(setting.organiser)).toEqual([]);
    expectRefused(await reissue(setting, certificate), 409, 'certificate.struck');
    expect(await listed(setting)).toMatchObject({ 甲: '一等奖 struck' });
  });

  it('goes to the next, and to no place of who advances, where the project was struck off another stage’s notice', async () => {
    const stage = await decidedStage(app, FIELD, PLAN);
    await publishDecision(stage);
    const first = await publishNotice(stage);
    await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      // As an objection leaves it that was upheld against the list of the heat before.
      await work.manager.update(PublicNotice, { id: Equal(first) }, { stageCode: 'HEAT' });
      await work.manager.insert(NoticeObjection, {
        ...{ id: newId(), noticeId: first, number: 1, personId: stage.person.id, projectId: stage.projects['甲']!.id },
        ...{ statement: '重复申报。', evidence: [], at: work.now, state: 'upheld' as const, answer: '经查属实。' },
        ...{ struck: true, answeredAt: work.now, answeredBy: stage.person.id },
      });
    });
    const advances = await stage.organiser.post(`${stage.path}/public-notices`).send({ kind: 'advancement', days: 5 });
    expectRefused(advances, 409, 'public_notice.listed_struck');
    const awards = await publishNotice(stage, { kind: 'awards' });
    const { body } = await app.browser().get(`${API}/public-notices/${awards}`).expect(200);
    expect(
      body.items.map(({ title, result }: { title: string; result: { zh: string } }) => `${title} ${result.zh}`),
    ).toEqual(['乙 一等奖', '丙 一等奖']);
  });

  it('with its certificate is marked on the notice and told and counted nowhere else, until another is issued in its place', async () => {
    const setting = await setUp();
    await issue(setting).expect(201);
    const certificate = await certificateOf(setting, '丙');
    expect(await listed(setting)).toEqual({ 甲: '一等奖', 乙: '二等奖', 丙: '一等奖' });
    expect(await shown(setting)).toEqual({ 甲: '一等奖', 丙: '一等奖', 乙: '二等奖' });
    await revoke(setting, certificate).expect(204);
    expect(await listed(setting)).toEqual({ 甲: '一等奖', 乙: '二等奖', 丙: '一等奖 revoked' });
    expect((await rows(setting, '')).map((row) => [row[1], row[6]])).toContainEqual(['丙', '一等奖（证书已撤销）']);
    // What it reached besides stays.
    expect(await shown(setting)).toEqual({ 甲: '一等奖', 乙: '二等奖' });
    expect(await counted(setting)).toBe(2);
    await reissue(setting, certificate).expect(201);
    expect(await listed(setting)).toMatchObject({ 丙: '一等奖' });
    expect(await shown(setting)).toMatchObject({ 丙: '一等奖' });
    expect(await counted(setting)).toBe(3);
  });
});
