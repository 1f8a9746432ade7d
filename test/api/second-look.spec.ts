import { EditionStage, EligibilityDecision, Project, ProjectSubmission } from '@haishi/contest';
import { Database, Notice, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal, Like } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, projectContent, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { lastMessage } from '../support/messages.js';
import { expectRefused, signedIn, type TestPerson } from '../support/people.js';
import { openReview, reviewOf } from './review-round.js';

const API = '/api/v1';
const DAY = 86_400_000;
let count = 0;

eachEngine('a second look at what was decided', (engine) => {
  let app: TestApp;
  let edition: { id: string; code: string; organiser: Browser };
  let entrant: Browser;
  let person: TestPerson;
  let checker: { browser: Browser; person: TestPerson };
  beforeAll(async () => {
    app = await startApp(engine);
    edition = await openEdition(app, `AGAIN-${(count += 1)}`);
    ({ browser: entrant, person } = await signedIn(app, '张三'));
    checker = await signedIn(app, '审查员', [{ role: 'checker', scopeType: 'edition', scopeId: edition.id }]);
  });
  afterAll(() => app?.close());

  const manager = () => app.get(Database).manager;
  const post = (browser: Browser, id: string, act: string, body: object) =>
    browser.post(`${API}/projects/${id}/${act}`).send(body);
  const accept = (id: string, submission = 1) => post(checker.browser, id, 'accept', { submission }).expect(200);
  const reject = (id: string, browser = checker.browser) =>
    post(browser, id, 'reject', { submission: 1, reasonCode: 'not_corrected', text: '未按期补正。' });
  const reopen = (id: string, reason = '误判，重新审查。', browser = edition.organiser) =>
    post(browser, id, 'reopen', { reason });
  const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
  const prolong = (id: string, dueAt = inDays(10), more: object = {}) =>
    post(checker.browser, id, 'prolong', { dueAt, ...more });
  const view = async (id: string, browser = entrant) => (await browser.get(`${API}/projects/${id}`).expect(200)).body;
  const nextOf = async (id: string) => (await entrant.get(`${API}/projects/${id}/timeline`).expect(200)).body.next;
  const change = (id: string, to: Partial<Project>) =>
    app.get(UnitOfWork).run(systemActor('test'), (work) => work.manager.update(Project, id, to));
  const registration = (state: 'open' | 'closed', editionId = edition.id) =>
    app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(EditionStage, { editionId, kind: 'submission' }, { state }),
      );
  async function submitted(): Promise<string> {
    await registration('open');
    const id = await draftProject(entrant, edition.code);
    await submitProject(entrant, id, 2).expect(200);
    return id;
  }
  async function accepted(): Promise<string> {
    const id = await submitted();
    await accept(id);
    return id;
  }
  async function returned(): Promise<string> {
    const id = await submitted();
    const body = { submission: 1, reasonCode: 'material_missing', text: '请补充。', dueAt: inDays(5) };
    await post(checker.browser, id, 'return', body).expect(200);
    return id;
  }
  async function overdue(): Promise<string> {
    const id = await returned();
    await change(id, { correctionDueAt: new Date(Date.now() - 1000) });
    await registration('closed');
    return id;
  }

  describe('of a mistaken acceptance', () => {
    it('brings it back to the queue, says why to its entrant and to who had decided, and lets it be decided again', async () => {
      const id = await accepted();
      expect((await view(id, edition.organiser)).actions).toEqual(['reopen']);
      expect((await view(id, checker.browser)).actions).toEqual([]);
      expect((await reopen(id).expect(200)).body.state).toBe('submitted');
      expect(await view(id)).toMatchObject({ state: 'submitted' });
      expect((await view(id)).history.at(-1)).toMatchObject({
        kind: 'reopened',
        text: '误判，重新审查。',
        submission: 1,
      });
      expect(await nextOf(id)).toEqual({ code: 'wait_check', at: null });
      expect(await lastMessage(app, person.mail)).toContain('误判，重新审查。');
      const told = await manager().findOneByOrFail(Notice, { noticeKey: Like(`project.decision_taken_back:${id}:%`) });
      expect(told.personId).toBe(checker.person.id);
      expect(await manager().countBy(StoredEvent, { type: 'project.reopened', subjectId: id })).toBe(1);
      await post(checker.browser, id, 'reject', { submission: 1, reasonCode: 'duplicate', text: '重复。' }).expect(200);
      const decisions = await manager().find(EligibilityDecision, {
        where: { projectId: id },
        order: { round: 'ASC' },
      });
      expect(decisions.map(({ action, round }) => [action, round])).toEqual([
        ['accept', 0],
        ['reopen', 1],
        ['reject', 2],
      ]);
    });

    it('is not told to who had decided and has stepped back from it since', async () => {
      const id = await accepted();
      await post(checker.browser, id, 'recusal', { reason: '现任其顾问' }).expect(204);
      await reopen(id).expect(200);
      expect(await manager().countBy(Notice, { noticeKey: Like(`project.decision_taken_back:${id}:%`) })).toBe(0);
    });

    it('is an organiser’s, for a reason, of what was decided', async () => {
      const id = await accepted();
      expectRefused(await reopen(id, '误判', checker.browser), 403, 'common.forbidden');
      expectRefused(await reopen(id, ' '), 422, 'common.required', 'reason');
      expectRefused(await reopen(id, 'x'.repeat(2001)), 422, 'common.text_too_long', 'reason');
      const waiting = await submitted();
      expectRefused(await reopen(waiting), 409, 'eligibility.undecided');
      const out = await returned();
      expectRefused(await reopen(out), 409, 'eligibility.undecided');
      const { browser: tied } = await signedIn(app, '王组织', [
        { role: 'contest_organiser', scopeType: 'edition', scopeId: edition.id },
      ]);
      const { person: own, browser } = await signedIn(app, '赵组织', [
        { role: 'contest_organiser', scopeType: 'edition', scopeId: edition.id },
      ]);
      await change(id, { ownerId: own.id });
      expectRefused(await reopen(id, '误判', browser), 403, 'eligibility.conflict');
      await reopen(id, '误判', tied).expect(200);
    });

    it('is refused while an appeal waits, and of a rejection possible without one', async () => {
      const id = await submitted();
      await reject(id).expect(200);
      await entrant.post(`${API}/projects/${id}/appeal`).send({ text: '属于本届领域。' }).expect(204);
      expectRefused(await reopen(id), 409, 'eligibility.appeal_open');
      const other = await submitted();
      await reject(other).expect(200);
      await reopen(other).expect(200);
      await accept(other);
      expect((await view(other)).state).toBe('accepted');
    });

    it('is refused once its review was opened or it stands in a session; until then what is accepted anew is what is judged', async () => {
      const review = await reviewOf(app, 4, 4);
      const { organiser, path, editionId, projects } = review;
      const [first, second] = projects as [Project, Project];
      await reopen(first.id, '误判', organiser).expect(200);
      const entryOf = async (number: string) => {
        const { body } = await organiser.get(`${path}/entries`).expect(200);
        return (body.items as { number: string; title: string; withdrawn: boolean }[]).find(
          (one) => one.number === number,
        );
      };
      expect(await entryOf(first.number!)).toMatchObject({ withdrawn: true });
      await change(first.id, { submissions: 2, title: '补正后的题目' });
      const [handedIn] = await manager().findBy(ProjectSubmission, { projectId: Equal(first.id) });
      await app.get(UnitOfWork).run(systemActor('test'), (work) =>
        work.manager.insert(ProjectSubmission, {
          ...handedIn!,
          id: crypto.randomUUID(),
          number: 2,
          requestKey: crypto.randomUUID(),
        } as never),
      );
      await post(organiser, first.id, 'accept', { submission: 2 }).expect(200);
      expect(await entryOf(first.number!)).toMatchObject({ withdrawn: false, title: '补正后的题目' });
      await openReview(review);
      expectRefused(await reopen(second.id, '误判', organiser), 409, 'eligibility.under_review');

      const later = await submitted();
      await accept(later);
      const { body: session } = await edition.organiser
        .post(`${API}/editions/${edition.id}/sessions`)
        .send({ stageCode: 'HEAT', name: '赛区赛', room: '一厅' })
        .expect(201);
      await edition.organiser
        .post(`${API}/sessions/${session.id}/entries`)
        .send({ projectIds: [later] })
        .expect(204);
      const refused = await reopen(later);
      expectRefused(refused, 409, 'eligibility.in_session');
      expect(refused.body.detail).toContain('赛区赛');
      expect(editionId).not.toBe(edition.id);
    });
  });

  describe('of an overdue correction', () => {
    it('gives it longer, and says so by mail and on its page', async () => {
      const id = await overdue();
      expect(await nextOf(id)).toMatchObject({ code: 'overdue' });
      expect((await view(id, checker.browser)).actions).toEqual(['reject', 'prolong']);
      const dueAt = inDays(10);
      await prolong(id, dueAt, { text: '系统维护，顺延。' }).expect(200);
      expect(await nextOf(id)).toEqual({ code: 'correct', at: dueAt });
      const mail = await lastMessage(app, person.mail);
      expect(mail).toContain('系统维护，顺延。');
      expect(mail).toContain('(Asia/Shanghai)');
      expect((await view(id)).history.at(-1)).toMatchObject({ kind: 'prolonged', dueAt });
      await submitProject(entrant, id, (await view(id)).version).expect(200);
    });

    it('or rejects it, and not before its time is over', async () => {
      const waits = await returned();
      expect((await view(waits, checker.browser)).actions).toEqual(['prolong']);
      const early = await reject(waits);
      expectRefused(early, 409, 'eligibility.correction_runs');
      expect(early.body.detail).toContain('(Asia/Shanghai)');
      const id = await overdue();
      await reject(id).expect(200);
      expect((await view(id)).state).toBe('rejected');
      const coded = await overdue();
      await change(coded, { lateUntil: new Date(Date.now() + DAY) });
      expectRefused(await reject(coded), 409, 'eligibility.correction_runs');
    });

    it('is later than it was, and of what is out for correction', async () => {
      const id = await returned();
      expectRefused(await prolong(id, inDays(4)), 422, 'eligibility.due_not_later', 'dueAt');
      expectRefused(await prolong(id, inDays(0)), 422, 'eligibility.due_too_soon', 'dueAt');
      expectRefused(await prolong(id, inDays(61)), 422, 'eligibility.due_too_far', 'dueAt');
      expectRefused(await prolong(await accepted()), 409, 'eligibility.not_returned');
      const closed = await openEdition(app, `AGAIN-${(count += 1)}`);
      const other = await draftProject(entrant, closed.code);
      await submitProject(entrant, other, 2).expect(200);
      const body = { submission: 1, reasonCode: 'material_missing', text: '请补充。', dueAt: inDays(5) };
      await post(closed.organiser, other, 'return', body).expect(200);
      const { body: now } = await closed.organiser.get(`${API}/editions/${closed.code}/overview`).expect(200);
      await closed.organiser.post(`${API}/editions/${closed.id}/close`).set('If-Match', `"${now.version}"`).expect(204);
      expectRefused(
        await post(closed.organiser, other, 'prolong', { dueAt: inDays(10) }),
        409,
        'eligibility.edition_over',
      );
    });

    it('holds though the edition was closed meanwhile, in which nothing more is returned', async () => {
      const own = await openEdition(app, `AGAIN-${(count += 1)}`);
      const [out, waiting] = [await draftProject(entrant, own.code), await draftProject(entrant, own.code)];
      for (const id of [out, waiting]) await submitProject(entrant, id, 2).expect(200);
      const body = { submission: 1, reasonCode: 'material_missing', text: '请补充。', dueAt: inDays(5) };
      await post(own.organiser, out, 'return', body).expect(200);
      const { body: now } = await own.organiser.get(`${API}/editions/${own.code}/overview`).expect(200);
      const step = (action: string, version: number) =>
        own.organiser.post(`${API}/editions/${own.id}/${action}`).set('If-Match', `"${version}"`);
      await step('close', now.version).expect(204);
      expectRefused(await post(own.organiser, waiting, 'return', body), 409, 'eligibility.no_return');
      expect((await view(waiting, own.organiser)).actions).toEqual(['accept', 'reject']);
      expect((await view(out, own.organiser)).actions).toEqual([]);
      expectRefused(await reject(out, own.organiser), 409, 'eligibility.correction_runs');
      expectRefused(await step('archive', now.version + 1), 409, 'edition.archive_waits');
      expect(await nextOf(out)).toEqual({ code: 'correct', at: body.dueAt });
      const { version, window } = await view(out);
      expect(window).toMatchObject({ open: true, deadline: body.dueAt });
      await submitProject(entrant, out, version).expect(200);
      for (const [id, submission] of [[out, 2] as const, [waiting, 1] as const])
        await post(own.organiser, id, 'accept', { submission }).expect(200);
      await step('archive', now.version + 1).expect(204);
    });

    it('and what was handed in again stay among the tasks of a closed edition, which is not archived before they are decided', async () => {
      const own = await openEdition(app, `AGAIN-${(count += 1)}`);
      const { browser } = await signedIn(app, '审查员', [{ role: 'checker', scopeType: 'edition', scopeId: own.id }]);
      const ids = [await draftProject(entrant, own.code), await draftProject(entrant, own.code)];
      const body = { submission: 1, reasonCode: 'material_missing', text: '请补充。', dueAt: inDays(5) };
      for (const id of ids) {
        await submitProject(entrant, id, 2).expect(200);
        await post(own.organiser, id, 'return', body).expect(200);
      }
      const [again, late] = ids as [string, string];
      const { body: now } = await own.organiser.get(`${API}/editions/${own.code}/overview`).expect(200);
      const step = (action: string, version: number) =>
        own.organiser.post(`${API}/editions/${own.id}/${action}`).set('If-Match', `"${version}"`);
      await step('close', now.version).expect(204);
      await submitProject(entrant, again, (await view(again)).version).expect(200);
      await change(late, { correctionDueAt: new Date(Date.now() - 2000) });
      const tasks = async () =>
        ((await browser.get(`${API}/tasks`).expect(200)).body.items as { kind: string; count?: number }[]).map(
          ({ kind, count: many }) => [kind, many],
        );
      expect((await tasks()).toSorted()).toEqual([
        ['project.check', 1],
        ['project.overdue', 1],
      ]);
      const refused = await step('archive', now.version + 1);
      expectRefused(refused, 409, 'edition.archive_waits');
      expect(refused.body.detail).toContain('2 个项目还没有审查结论');
      await post(browser, again, 'accept', { submission: 2 }).expect(200);
      expect((await step('archive', now.version + 1)).body.detail).toContain('1 个项目还没有审查结论');
      await change(late, { state: 'withdrawn' });
      await step('archive', now.version + 1).expect(204);
      expect(await tasks()).toEqual([]);
    });

    it('leaves nothing of a correction that never came in, should the rejection be taken back', async () => {
      const own = await openEdition(app, `AGAIN-${(count += 1)}`);
      const id = await draftProject(entrant, own.code, { title: '提交时的名称' });
      await submitProject(entrant, id, 2).expect(200);
      const back = { submission: 1, reasonCode: 'material_missing', text: '请补充。', dueAt: inDays(5) };
      await post(own.organiser, id, 'return', back).expect(200);
      const unsent = projectContent({
        title: '没有提交的名称',
        region: 'XA',
        organisation: { name: '另一家公司', country: 'CN', code: '91130100MA00000012' },
      });
      await entrant.put(`${API}/projects/${id}`).set('If-Match', '"4"').send(unsent).expect(200);
      await change(id, { correctionDueAt: new Date(Date.now() - 2000) });
      await registration('closed', own.id);
      await reject(id, own.organiser).expect(200);
      await reopen(id, '误判，重新审查。', own.organiser).expect(200);
      const held = await manager().findOneByOrFail(Project, { id: Equal(id) });
      const { organisation } = projectContent() as { organisation: { name: string } };
      expect(held).toMatchObject({
        ...{ state: 'submitted', title: '提交时的名称', region: 'BJ', chosenPlace: null },
        organisationName: organisation.name,
      });
      expect((await entrant.get(`${API}/projects/${id}`).expect(200)).body.content.region).toBe('BJ');
    });

    it('stands among the tasks of who checks', async () => {
      const own = await openEdition(app, `AGAIN-${(count += 1)}`);
      const id = await draftProject(entrant, own.code);
      await submitProject(entrant, id, 2).expect(200);
      const body = { submission: 1, reasonCode: 'material_missing', text: '请补充。', dueAt: inDays(5) };
      await post(own.organiser, id, 'return', body).expect(200);
      const { browser } = await signedIn(app, '审查员', [{ role: 'checker', scopeType: 'edition', scopeId: own.id }]);
      const tasks = async () =>
        (
          (await browser.get(`${API}/tasks`).expect(200)).body.items as { kind: string; count?: number; href: string }[]
        ).filter(({ kind }) => kind === 'project.overdue');
      expect(await tasks()).toEqual([]);
      await change(id, { correctionDueAt: new Date(Date.now() - 1000) });
      expect(await tasks()).toEqual([]);
      await registration('closed', own.id);
      const [task] = await tasks();
      expect(task).toMatchObject({ count: 1, href: `/staff/editions/${own.code}/projects?overdue=yes` });
    });

    it('is a filter of the list of projects, whose rows say until when each is to be corrected', async () => {
      const own = await openEdition(app, `AGAIN-${(count += 1)}`);
      const [late, inTime, byCode] = await Promise.all(
        [0, 1, 2].map(async () => {
          const id = await draftProject(entrant, own.code);
          await submitProject(entrant, id, 2).expect(200);
          const body = { submission: 1, reasonCode: 'material_missing', text: '请补充。', dueAt: inDays(5) };
          await post(own.organiser, id, 'return', body).expect(200);
          return id;
        }),
      );
      await draftProject(entrant, own.code).then((id) => submitProject(entrant, id, 2).expect(200));
      const over = new Date(Date.now() - 2000);
      const until = new Date(inDays(1));
      await change(late!, { correctionDueAt: over });
      await change(byCode!, { correctionDueAt: over, lateUntil: until });
      await registration('closed', own.id);
      const rows = async (query = '') =>
        (await own.organiser.get(`${API}/editions/${own.code}/projects?${query}`).expect(200)).body.items as {
          id: string;
          overdue: boolean;
          correctionDueAt: string | null;
        }[];
      expect(await rows('overdue=yes')).toMatchObject([
        { id: late, overdue: true, correctionDueAt: over.toISOString() },
      ]);
      const all = new Map((await rows()).map((row) => [row.id, row]));
      expect(all.size).toBe(4);
      expect(all.get(inTime!)).toMatchObject({ overdue: false, correctionDueAt: expect.any(String) });
      expect(all.get(byCode!)).toMatchObject({ overdue: false, correctionDueAt: until.toISOString() });
      // A late code lets nothing in once the edition is closed.
      const { body: now } = await own.organiser.get(`${API}/editions/${own.code}/overview`).expect(200);
      const close = own.organiser.post(`${API}/editions/${own.id}/close`).set('If-Match', `"${now.version}"`);
      await close.expect(204);
      expect((await rows('overdue=yes')).map(({ id }) => id).toSorted()).toEqual([late!, byCode!].toSorted());
      const file = await own.organiser.get(`${API}/editions/${own.code}/projects/export?format=csv&overdue=yes`);
      expect(
        file.text
          .trim()
          .split('\n')
          .filter((line) => line.includes(own.code)),
      ).toHaveLength(2);
    });
  });

  it('leaves what an entrant wrote and did not hand in out of a later move', async () => {
    const id = await overdue();
    const before = await view(id);
    const { materials: _, undertakingDigest: __, ...content } = before.content;
    await entrant
      .put(`${API}/projects/${id}`)
      .set('If-Match', `"${before.version}"`)
      .send({ ...content, title: '没有提交的题目' })
      .expect(200);
    await reject(id).expect(200);
    await reopen(id).expect(200);
    const there = { division: 'BIO', field: 'DRUG', region: 'HZ', group: 'ENT' };
    await edition.organiser
      .post(`${API}/projects/${id}/move`)
      .set('If-Match', `"${(await view(id)).version}"`)
      .send({ ...there, reason: '属于生物医药。' })
      .expect(200);
    expect((await view(id, edition.organiser)).content.title).toBe('面向北斗的高精度授时芯片');
  });

  it('is offered in the notice of a rejection as an appeal, until when, where there is one', async () => {
    const id = await submitted();
    await reject(id).expect(200);
    const until = (await entrant.get(`${API}/projects/${id}/appeal`).expect(200)).body.deadline as string;
    const mail = await lastMessage(app, person.mail);
    expect(mail).toContain('申诉一次');
    const day = new Date(until).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
    expect(mail).toContain(`${day} 23:59:59 (Asia/Shanghai)`);
    const none = await openEdition(app, `AGAIN-${(count += 1)}`, (file) => (file['stages'][1].settings.appealDays = 0));
    const other = await draftProject(entrant, none.code);
    await submitProject(entrant, other, 2).expect(200);
    await reject(other, none.organiser).expect(200);
    expect(await lastMessage(app, person.mail)).not.toContain('申诉');
  });
});
