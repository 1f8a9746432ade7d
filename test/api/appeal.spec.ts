import { EligibilityDecision, Project, ProjectAppeal } from '@haishi/contest';
import { PersonalData } from '@haishi/identity';
import { Notice, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { DataSource, Equal, Like } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { lastMessage } from '../support/messages.js';
import { expectRefused, signedIn, type TestPerson } from '../support/people.js';
import { actFor, recuse, recuseOthers } from '../support/ties.js';

const API = '/api/v1';
const DAY = 86_400_000;
let count = 0;

eachEngine('appeals', (engine) => {
  let app: TestApp;
  let edition: { id: string; code: string; organiser: Browser };
  let entrant: Browser;
  let person: TestPerson;
  let checker: { browser: Browser; person: TestPerson };
  beforeAll(async () => {
    app = await startApp(engine);
    edition = await openEdition(app, `APPEAL-${(count += 1)}`);
    ({ browser: entrant, person } = await signedIn(app, '张三'));
    checker = await signedIn(app, '审查员', [{ role: 'checker', scopeType: 'edition', scopeId: edition.id }]);
  });
  afterAll(() => app?.close());

  const manager = () => app.get(DataSource).manager;
  const reject = (browser: Browser, id: string) =>
    browser
      .post(`${API}/projects/${id}/reject`)
      .send({ submission: 1, reasonCode: 'not_eligible', text: '不属于本届领域。' });
  const appeal = (id: string, text = '项目属于新一代电子信息领域，附说明。', browser = entrant) =>
    browser.post(`${API}/projects/${id}/appeal`).send({ text });
  const decide = (browser: Browser, id: string, outcome = 'upheld', answer = '申诉理由成立。') =>
    browser.post(`${API}/projects/${id}/appeal/decide`).send({ outcome, answer });
  const standing = async (id: string) => (await entrant.get(`${API}/projects/${id}/appeal`).expect(200)).body;
  const view = async (id: string, browser = entrant) => (await browser.get(`${API}/projects/${id}`).expect(200)).body;
  async function submitted(code = edition.code, change: Record<string, unknown> = {}): Promise<string> {
    const id = await draftProject(entrant, code, change);
    await submitProject(entrant, id, 2).expect(200);
    return id;
  }
  async function rejected(...input: Parameters<typeof submitted>): Promise<string> {
    const id = await submitted(...input);
    await reject(checker.browser, id).expect(200);
    return id;
  }
  const organiserOf = (scopeType: 'edition' | 'region', scopeId: string) =>
    signedIn(app, '别的组织者', [{ role: 'contest_organiser', scopeType, scopeId }]);

  it('are made once, by who handed the project in, and acknowledged', async () => {
    const id = await rejected();
    const before = await standing(id);
    expect(before).toMatchObject({ mayAppeal: true, obstacle: null, appeal: null });
    expect(Date.parse(before.deadline)).toBeGreaterThan(Date.now() + 5 * DAY - 1000);
    expect(Date.parse(before.deadline)).toBeLessThanOrEqual(Date.now() + 6 * DAY);
    await appeal(id).expect(204);
    expect(await standing(id)).toMatchObject({
      mayAppeal: false,
      obstacle: '每个项目只能申诉一次。',
      appeal: { state: 'open', answer: null },
    });
    expectRefused(await appeal(id), 409, 'appeal.already_made');
    expect(await lastMessage(app, person.mail)).toContain('申诉已收到');
    expect((await view(id)).history.at(-1)).toMatchObject({
      kind: 'appealed',
      text: '项目属于新一代电子信息领域，附说明。',
    });
    expect(await manager().countBy(StoredEvent, { type: 'project.appealed', subjectId: id })).toBe(1);
    expect((await view(id)).state).toBe('rejected');
  });

  it('are made once, however often at once', async () => {
    const id = await rejected();
    const answers = await Promise.all([1, 2, 3].map(() => appeal(id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect(await manager().countBy(ProjectAppeal, { projectId: id })).toBe(1);
  });

  it('are refused of what was not rejected, after the deadline, and where the edition takes none', async () => {
    const waiting = await submitted();
    expectRefused(await appeal(waiting), 409, 'appeal.not_rejected');
    expect(await standing(waiting)).toMatchObject({ mayAppeal: false, deadline: null });
    const late = await rejected();
    const over = new Date(Date.now() - DAY);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(EligibilityDecision, { projectId: late }, { appealUntil: over }),
      );
    const refused = await appeal(late);
    expectRefused(refused, 409, 'appeal.deadline_passed');
    expect(refused.body.detail).toContain('(Asia/Shanghai)');
    const none = await openEdition(
      app,
      `APPEAL-${(count += 1)}`,
      (file) => (file['stages'][1].settings.appealDays = 0),
    );
    const id = await submitted(none.code);
    await reject(none.organiser, id).expect(200);
    expectRefused(await appeal(id), 409, 'appeal.not_offered');
  });

  it('are made until the day that was told with the rejection, whatever the edition grants by then', async () => {
    const own = await openEdition(app, `APPEAL-${(count += 1)}`);
    const id = await submitted(own.code);
    await reject(own.organiser, id).expect(200);
    const { deadline } = await standing(id);
    const { body: file } = await own.organiser.get(`${API}/editions/${own.id}/file`).expect(200);
    file.stages[1].settings.appealDays = 0;
    const path = `${API}/editions/${own.id}/change`;
    const { body: preview } = await own.organiser.post(`${path}/preview`).send({ file }).expect(200);
    expect(preview.effects).toMatchObject([
      { code: 'appeals_keep', text: { en: 'Rejected projects that keep the time to appeal they were told: 1' } },
    ]);
    const change = own.organiser.post(path).set('If-Match', `"${preview.version}"`);
    await change.send({ file, reason: '不再受理申诉' }).expect(200);
    expect(await standing(id)).toMatchObject({ mayAppeal: true, deadline });
    const after = await submitted(own.code);
    await reject(own.organiser, after).expect(200);
    expectRefused(await appeal(after), 409, 'appeal.not_offered');
    expect(await standing(after)).toMatchObject({ mayAppeal: false, deadline: null });
    await appeal(id).expect(204);
    file.stages[1].settings.appealDays = 7;
    const again = await own.organiser.post(`${path}/preview`).send({ file }).expect(200);
    expect(again.body.effects).toEqual([]);
  });

  it('are the owner’s alone, in words', async () => {
    const id = await rejected();
    const { browser: other } = await signedIn(app, '李四');
    for (const browser of [other, checker.browser, edition.organiser]) {
      expectRefused(await appeal(id, '理由', browser), 404, 'common.not_found');
      expectRefused(await browser.get(`${API}/projects/${id}/appeal`), 404, 'common.not_found');
    }
    expectRefused(await appeal(id, '理由', app.browser()), 401, 'common.unauthenticated');
    expectRefused(await appeal(id, ' '), 422, 'common.required', 'text');
    expectRefused(await appeal(id, 'x'.repeat(5001)), 422, 'common.text_too_long', 'text');
  });

  describe('that are upheld', () => {
    it('are not told to who rejected the project and has stepped back from it since', async () => {
      const id = await rejected();
      await appeal(id).expect(204);
      await checker.browser.post(`${API}/projects/${id}/recusal`).send({ reason: '现任其顾问' }).expect(204);
      await decide(edition.organiser, id).expect(204);
      expect(await manager().countBy(Notice, { noticeKey: Like(`appeal.reopened:${id}%`) })).toBe(0);
      expect(await manager().countBy(Notice, { noticeKey: Like(`appeal.upheld:${id}%`) })).toBeGreaterThan(0);
    });

    it('bring the project back to the queue, where the same submission is decided again', async () => {
      const id = await rejected();
      await appeal(id).expect(204);
      await decide(edition.organiser, id).expect(204);
      expect(await lastMessage(app, person.mail)).toContain('申诉成立');
      const project = await view(id);
      expect(project).toMatchObject({ state: 'submitted', submissions: 1 });
      expect(project.history.map(({ kind }: { kind: string }) => kind)).toEqual([
        'created',
        'submitted',
        'rejected',
        'appealed',
        'upheld',
      ]);
      expect(project.history.at(-1)).toMatchObject({ text: '申诉理由成立。' });
      expect(project.history.at(-1)).not.toHaveProperty('by');
      const queue = await checker.browser.get(`${API}/editions/${edition.code}/eligibility`).expect(200);
      expect(queue.body.items.map((one: { id: string }) => one.id)).toContain(id);
      const told = await manager().countBy(Notice, { personId: Equal(checker.person.id), template: 'appeal.reopened' });
      expect(told).toBeGreaterThan(0);
      await reject(checker.browser, id).expect(200);
      const rounds = await manager().find(EligibilityDecision, { where: { projectId: id }, order: { round: 'ASC' } });
      expect(rounds.map(({ submission, round }) => [submission, round])).toEqual([
        [1, 0],
        [1, 1],
      ]);
      const notices = await manager().countBy(Notice, {
        noticeKey: Like(`project.rejected:${id}:%`),
        channel: 'inbox',
      });
      expect(notices).toBe(2);
      expectRefused(await appeal(id), 409, 'appeal.already_made');
    });
  });

  describe('that are dismissed', () => {
    it('leave the rejection as it is, with the reason', async () => {
      const id = await rejected();
      await appeal(id).expect(204);
      await decide(edition.organiser, id, 'dismissed', '维持原结论。').expect(204);
      expect(await view(id)).toMatchObject({ state: 'rejected' });
      expect((await standing(id)).appeal).toMatchObject({ state: 'dismissed', answer: '维持原结论。' });
      expect(await lastMessage(app, person.mail)).toContain('维持原结论。');
      const types = (await manager().findBy(StoredEvent, { subjectId: id })).map(({ type }) => type);
      expect(types).toContain('project.appeal_dismissed');
      expectRefused(await decide(edition.organiser, id), 409, 'appeal.decided');
    });
  });

  describe('are decided', () => {
    it('by an organiser in reach who neither rejected the project nor belongs to it', async () => {
      const id = await submitted();
      const rejecting = await organiserOf('edition', edition.id);
      await reject(rejecting.browser, id).expect(200);
      expectRefused(await decide(edition.organiser, id), 404, 'common.not_found');
      await appeal(id).expect(204);
      expectRefused(await decide(rejecting.browser, id), 403, 'appeal.own_rejection');
      expectRefused(await decide(checker.browser, id), 403, 'common.forbidden');
      expectRefused(await decide(entrant, id), 403, 'common.forbidden');
      const elsewhere = await organiserOf('region', `${edition.id}/XA`);
      expectRefused(await decide(elsewhere.browser, id), 404, 'common.not_found');
      expectRefused(await decide(edition.organiser, id, 'perhaps'), 422, 'common.not_a_choice', 'outcome');
      expectRefused(await decide(edition.organiser, id, 'upheld', ''), 422, 'common.required', 'answer');
      const near = await organiserOf('region', `${edition.id}/BJ`);
      const members = [{ name: '甲', role: '顾问', share: 100, mail: near.person.mail, isCore: true }];
      const own = await rejected(edition.code, { members });
      await appeal(own).expect(204);
      expectRefused(await decide(near.browser, own), 403, 'project.recused');
      const employed = await organiserOf('edition', edition.id);
      await actFor(app, employed.person.id, { name: '石家庄海石芯片有限公司' });
      expectRefused(await decide(employed.browser, own), 403, 'project.recused');
      const listed = (await employed.browser.get(`${API}/editions/${edition.code}/appeals`).expect(200)).body;
      expect(listed.map(({ projectId }: { projectId: string }) => projectId)).not.toContain(own);
      await decide(near.browser, id).expect(204);
    });

    it('once, by the first of two', async () => {
      const id = await rejected();
      await appeal(id).expect(204);
      const other = await organiserOf('edition', edition.id);
      const answers = await Promise.all([
        decide(edition.organiser, id),
        decide(other.browser, id, 'dismissed', '不成立'),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
      const { state } = await manager().findOneByOrFail(ProjectAppeal, { projectId: id });
      expect((await view(id)).state).toBe(state === 'upheld' ? 'submitted' : 'rejected');
    });
  });

  it('that no organiser may decide wait for another one, of which administrators are told', async () => {
    const name = { zh: `无人复核的赛事 ${(count += 1)}`, en: 'Nobody decides' };
    const own = await openEdition(app, `APPEAL-${count}`, (file) => (file['name'] = name));
    const admin = await signedIn(app, '系统管理员', [{ role: 'administrator', scopeType: 'system', scopeId: '' }]);
    const tasks = async () =>
      (await admin.browser.get(`${API}/tasks`).expect(200)).body.items.filter(
        ({ kind, detail }: { kind: string; detail: { zh: string } }) =>
          kind === 'appeal.nobody_decides' && detail.zh === name.zh,
      );
    const told = async (id: string) =>
      (await manager().findBy(Notice, { noticeKey: Like(`appeal.nobody_decides:${id}:${admin.person.id}%`) })).map(
        ({ channel }) => channel,
      );
    const desk = async (browser: Browser, id: string) =>
      (await browser.get(`${API}/editions/${own.code}/appeals`).expect(200)).body.find(
        ({ projectId }: { projectId: string }) => projectId === id,
      );
    const sole = await organiserOf('edition', own.id);
    const rejectedAlone = async () => {
      const id = await submitted(own.code);
      await reject(sole.browser, id).expect(200);
      await recuseOthers(app, { editionId: own.id, personId: sole.person.id, projectId: id });
      return id;
    };
    const alone = await rejectedAlone();
    await appeal(alone).expect(204);
    expect((await told(alone)).toSorted()).toEqual(['inbox', 'mail']);
    const mail = await lastMessage(app, admin.person.mail);
    expect(mail).toContain('都不能复核');
    expect(mail).toContain('/people');
    expect(await tasks()).toMatchObject([{ count: 1, href: '/people' }]);
    expect(await desk(sole.browser, alone)).toMatchObject({ mayDecide: false, waits: true });
    expectRefused(await decide(sole.browser, alone), 403, 'appeal.nobody_decides');

    // Of one with a tie to it and one of another region neither could.
    const near = await organiserOf('region', `${own.id}/BJ`);
    await recuse(app, near.person.id, alone);
    await organiserOf('region', `${own.id}/XA`);
    expect(await tasks()).toMatchObject([{ count: 1 }]);
    const other = await rejectedAlone();
    await appeal(other).expect(204);
    expect(await told(other)).toEqual([]);
    expect(await tasks()).toMatchObject([{ count: 1 }]);
    expect(await desk(sole.browser, other)).toMatchObject({ mayDecide: false, waits: false });
    expectRefused(await decide(sole.browser, other), 403, 'appeal.own_rejection');
    expect(await desk(near.browser, other)).toMatchObject({ mayDecide: true, waits: false });

    const appointed = await organiserOf('edition', own.id);
    expect(await tasks()).toEqual([]);
    expect(await desk(sole.browser, alone)).toMatchObject({ mayDecide: false, waits: false });
    expectRefused(await decide(sole.browser, alone), 403, 'appeal.own_rejection');
    await decide(appointed.browser, alone).expect(204);
    expectRefused(await decide(sole.browser, alone), 403, 'appeal.own_rejection');
  });

  it('are listed for organisers in reach, open ones first, and wait among their tasks', async () => {
    const own = await openEdition(app, `APPEAL-${(count += 1)}`);
    const staff = await signedIn(app, '审查员', [{ role: 'checker', scopeType: 'edition', scopeId: own.id }]);
    const ids: string[] = [];
    for (const region of ['BJ', 'XA', 'BJ']) {
      const id = await submitted(own.code, { region });
      await reject(staff.browser, id).expect(200);
      await appeal(id).expect(204);
      ids.push(id);
    }
    await decide(own.organiser, ids[0]!, 'dismissed', '维持。').expect(204);
    const list = async (browser: Browser) =>
      (await browser.get(`${API}/editions/${own.code}/appeals`).expect(200)).body as Record<string, unknown>[];
    const all = await list(own.organiser);
    expect(all.map(({ projectId }) => projectId)).toEqual([ids[1], ids[2], ids[0]]);
    expect(all[0]).toMatchObject({ state: 'open', rejectedBy: '审查员', decidedBy: null, mayDecide: true });
    expect(all[2]).toMatchObject({ state: 'dismissed', decidedBy: '周组织', answer: '维持。', mayDecide: false });
    const beijing = await organiserOf('region', `${own.id}/BJ`);
    expect((await list(beijing.browser)).map(({ projectId }) => projectId)).toEqual([ids[2], ids[0]]);
    const tasks = async (browser: Browser) =>
      (await browser.get(`${API}/tasks`).expect(200)).body.items.filter(
        ({ kind }: { kind: string }) => kind === 'appeal.decide',
      );
    expect(await tasks(beijing.browser)).toMatchObject([{ count: 1, href: `/staff/editions/${own.code}/appeals` }]);
    await recuse(app, beijing.person.id, ids[2]!);
    expect((await list(beijing.browser)).map(({ projectId }) => projectId)).toEqual([ids[0]]);
    expect(await tasks(beijing.browser)).toEqual([]);
    expectRefused(await decide(beijing.browser, ids[2]!), 403, 'project.recused');
    expectRefused(await staff.browser.get(`${API}/editions/${own.code}/appeals`), 403, 'common.forbidden');
    const stranger = await organiserOf('edition', edition.id);
    expectRefused(await stranger.browser.get(`${API}/editions/${own.code}/appeals`), 404, 'common.not_found');
    const administrator = await signedIn(app, '系统管理员', [
      { role: 'administrator', scopeType: 'system', scopeId: '' },
    ]);
    expect(await list(administrator.browser)).toEqual([]);
    expect(await tasks(administrator.browser)).toEqual([]);
  });

  it('are among the data of who made them', async () => {
    const { browser, person: leaving } = await signedIn(app, '钱七');
    const id = await draftProject(browser, edition.code);
    await submitProject(browser, id, 2).expect(200);
    await reject(checker.browser, id).expect(200);
    await appeal(id, '我的理由', browser).expect(204);
    const data = app.get(PersonalData);
    expect(await data.export(leaving.id)).toMatchObject({
      appeals: [{ projectId: id, text: '我的理由', state: 'open' }],
    });
    await app.get(UnitOfWork).run(systemActor('test'), (work) => data.erase(work, leaving.id));
    expect(await manager().findOneByOrFail(Project, { id })).toMatchObject({ state: 'rejected' });
    await decide(edition.organiser, id, 'dismissed', '维持。').expect(204);
  });
});
