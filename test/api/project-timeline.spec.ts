import { EligibilityDecision, Project } from '@haishi/contest';
import { Database, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, setStageDates, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, signedIn } from '../support/people.js';
import { decidedStage, endNoticeDays, publishDecision, publishNotice } from './published-stage.js';

const API = '/api/v1';
const MINUTE = 60_000;
const PLAN = { mode: 'total', size: 1, wildcards: 0, waiting: 0, cutTies: 'order' };
let editions = 0;

eachEngine('the way of a project', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  const ask = async (browser: Browser, id: string) =>
    (await browser.get(`${API}/projects/${id}/timeline`).expect(200)).body;
  const kinds = ({ steps }: { steps: { kind: string }[] }) => steps.map(({ kind }) => kind);
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE);

  it('says at each state what comes next, and until when', async () => {
    const edition = await openEdition(app, `WAY-${(editions += 1)}`);
    const { browser } = await signedIn(app, '张三');
    const id = await draftProject(browser, edition.code);
    const drafted = await ask(browser, id);
    expect(kinds(drafted)).toEqual(['created']);
    expect(drafted.next).toMatchObject({ code: 'hand_in', at: expect.any(String) });
    await setStageDates(app, edition.id, 'REG', { opensAt: inMinutes(-600), closesAt: inMinutes(-60) });
    expect((await ask(browser, id)).next).toEqual({ code: 'late_code', at: null });
    const expiresAt = inMinutes(120).toISOString();
    const { body: made } = await edition.organiser
      .post(`${API}/editions/${edition.code}/late-codes`)
      .send({ reason: '系统故障', uses: 1, expiresAt })
      .expect(201);
    await browser.post(`${API}/projects/${id}/late-code`).send({ lateCode: made.code }).expect(200);
    const late = await ask(browser, id);
    expect(late.steps.at(-1)).toMatchObject({ kind: 'late_code', dueAt: expiresAt });
    expect(late.next).toEqual({ code: 'hand_in', at: expiresAt });
    await submitProject(browser, id, 2).expect(200);
    expect((await ask(browser, id)).next).toEqual({ code: 'wait_check', at: null });
    const dueAt = inMinutes(180).toISOString();
    await edition.organiser
      .post(`${API}/projects/${id}/return`)
      .send({ submission: 1, reasonCode: 'other', text: '请补充。', dueAt })
      .expect(200);
    const returned = await ask(browser, id);
    expect(returned.next).toEqual({ code: 'correct', at: dueAt });
    expect(returned.steps.at(-1)).toMatchObject({ kind: 'returned', text: '请补充。', dueAt });
    expect(JSON.stringify(returned)).not.toContain('周组织');
    await browser.post(`${API}/projects/${id}/withdraw`).set('If-Match', '"4"').expect(204);
    expect((await ask(browser, id)).next.code).toBe('withdrawn');
  });

  it('says after a rejection until when to appeal, that the appeal waits, and that it is final', async () => {
    const edition = await openEdition(app, `WAY-${(editions += 1)}`);
    const { browser } = await signedIn(app, '张三');
    const { browser: checker } = await signedIn(app, '审查员', [
      { role: 'checker', scopeType: 'edition', scopeId: edition.id },
    ]);
    const reject = async () => {
      const id = await draftProject(browser, edition.code);
      await submitProject(browser, id, 2).expect(200);
      const verdict = { submission: 1, reasonCode: 'not_eligible', text: '不属于本届领域。' };
      await checker.post(`${API}/projects/${id}/reject`).send(verdict).expect(200);
      return id;
    };
    const id = await reject();
    const { deadline } = (await browser.get(`${API}/projects/${id}/appeal`).expect(200)).body;
    expect((await ask(browser, id)).next).toEqual({ code: 'may_appeal', at: deadline });
    await browser.post(`${API}/projects/${id}/appeal`).send({ text: '属于本届领域。' }).expect(204);
    expect((await ask(browser, id)).next).toEqual({ code: 'wait_appeal', at: null });
    const answer = { outcome: 'dismissed', answer: '维持原结论。' };
    await edition.organiser.post(`${API}/projects/${id}/appeal/decide`).send(answer).expect(204);
    expect((await ask(browser, id)).next).toEqual({ code: 'rejected', at: null });
    const late = await reject();
    const old = new Date(Date.now() - 7 * 86_400_000);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(EligibilityDecision, { projectId: Equal(late) }, { at: old, appealUntil: old }),
      );
    expect((await ask(browser, late)).next).toEqual({ code: 'rejected', at: null });
  });

  it('goes on through advancement and notice to the certificate, each told once it is public', async () => {
    const stage = await decidedStage(app, { 甲: [30], 乙: [20] }, PLAN);
    const owners = { 甲: await signedIn(app, '甲负责人'), 乙: await signedIn(app, '乙负责人') };
    for (const [title, { person }] of Object.entries(owners))
      await app
        .get(UnitOfWork)
        .run(systemActor('test'), (work) =>
          work.manager.update(Project, { id: Equal(stage.projects[title]!.id) }, { ownerId: person.id }),
        );
    const of = (title: '甲' | '乙') => ask(owners[title].browser, stage.projects[title]!.id);
    expect(kinds(await of('甲'))).not.toContain('standing');
    expect((await of('甲')).next.code).toBe('wait_stage');
    await publishDecision(stage);
    expect((await of('甲')).steps.at(-1)).toMatchObject({
      kind: 'standing',
      stage: { zh: expect.stringContaining('决赛') },
      reason: { zh: expect.any(String) },
    });
    expect((await of('甲')).next.code).toBe('wait_next');
    expect((await of('乙')).next.code).toBe('ended');
    const notice = await publishNotice(stage, { kind: 'awards' });
    const listed = await of('甲');
    expect(listed.steps.at(-1)).toMatchObject({ kind: 'listed', noticeId: notice, result: { zh: '一等奖' } });
    expect(listed.next.code).toBe('on_notice');
    await endNoticeDays(app, notice);
    await stage.organiser.post(`${API}/public-notices/${notice}/conclude`).set('If-Match', '"1"').send({}).expect(204);
    await stage.organiser.post(`${API}/public-notices/${notice}/certificates`).send({}).expect(201);
    const certified = await of('甲');
    expect(kinds(certified).slice(-3)).toEqual(['listed', 'notice_concluded', 'certificate']);
    expect(certified.next.code).toBe('certificate');
    const { body: held } = await owners.甲.browser
      .get(`${API}/projects/${stage.projects['甲']!.id}/certificates`)
      .expect(200);
    await stage.organiser.post(`${API}/certificates/${held[0].id}/revoke`).send({ reason: '经查材料不实' }).expect(204);
    const revoked = await of('甲');
    expect(revoked.steps.at(-1)).toMatchObject({ kind: 'certificate_revoked', text: '经查材料不实' });
    expect(revoked.next.code).toBe('wait_next');
  });

  it('is its entrant’s alone', async () => {
    const edition = await openEdition(app, `WAY-${(editions += 1)}`);
    const { browser } = await signedIn(app, '张三');
    const id = await draftProject(browser, edition.code);
    await submitProject(browser, id, 2).expect(200);
    const { browser: stranger } = await signedIn(app, '别人');
    for (const other of [edition.organiser, stranger])
      expectRefused(await other.get(`${API}/projects/${id}/timeline`), 404, 'common.not_found');
    expectRefused(await app.browser().get(`${API}/projects/${id}/timeline`), 401, 'common.unauthenticated');
    expect(await app.get(Database).manager.countBy(Project, { id: Equal(id) })).toBe(1);
  });
});
