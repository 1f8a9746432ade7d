import { EligibilityClaim, MemberInvitation, Project, ProjectMember } from '@haishi/contest';
import { ProjectRecusal } from '@haishi/contest/project-recusal/project-recusal.entity';
import { PersonalData } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { Database, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { download } from '../support/downloads.js';
import { draftProject, openEdition, organiserOf, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { lastLink } from '../support/messages.js';
import { expectRefused, signedIn, type TestPerson } from '../support/people.js';
import { actFor, dismissRecusal } from '../support/ties.js';

const API = '/api/v1';
const OTHER = { name: '滹沱河科技有限公司', country: 'CN', code: '91130100MA0000108D' };
let editions = 0;

interface Someone {
  person: TestPerson;
  browser: Browser;
}

eachEngine('a project that is closed to somebody of the staff', (engine) => {
  let app: TestApp;
  let entrant: Someone;
  beforeAll(async () => {
    app = await startApp(engine);
    entrant = await signedIn(app, '张三');
  });
  afterAll(() => app?.close());

  const inWork = (act: Parameters<UnitOfWork['run']>[1]) => app.get(UnitOfWork).run(systemActor('test'), act);
  const manager = () => app.get(Database).manager;

  /** An edition in which two projects wait, and two checkers and an organiser of it. */
  async function setUp(changes: object[] = [{ title: '回避之器' }, { title: '乙', organisation: OTHER }]) {
    const edition = await openEdition(app, `STAFF-${(editions += 1)}`);
    const ids: string[] = [];
    for (const change of changes) {
      const id = await draftProject(entrant.browser, edition.code, { ...change });
      await submitProject(entrant.browser, id, 2).expect(200);
      ids.push(id);
    }
    const checker = { role: 'checker', scopeType: 'edition', scopeId: edition.id } as const;
    const [one, other] = [await signedIn(app, '甲审查', [checker]), await signedIn(app, '乙审查', [checker])];
    const boss = await signedIn(app, '丙组织', [organiserOf(edition.id)]);
    return { ...edition, ids: ids as [string, string], one, other, boss };
  }
  type Setting = Awaited<ReturnType<typeof setUp>>;
  const read = ({ browser }: Someone, id: string) => browser.get(`${API}/projects/${id}`);
  const claim = ({ browser }: Someone, id: string) => browser.post(`${API}/projects/${id}/claim`);
  const stepBack = ({ browser }: Someone, id: string, reason = '与负责人是亲属') =>
    browser.post(`${API}/projects/${id}/recusal`).send({ reason });
  const recuse = ({ browser }: Someone, id: string, { person }: Someone, reason = '曾任其导师') =>
    browser.post(`${API}/projects/${id}/recusals`).send({ personId: person.id, reason });
  const dismiss = ({ browser }: Someone, id: string, { person }: Someone, reason = '核实后并无关系') =>
    browser.post(`${API}/projects/${id}/recusals/dismiss`).send({ personId: person.id, reason });
  const recusalsOf = async ({ browser }: Someone, id: string) =>
    (await browser.get(`${API}/projects/${id}/recusals`).expect(200)).body as {
      recused: { name: string; why: string; reason: string | null; dismissible: boolean }[];
      dismissed: { name: string; reason: string; by: string }[];
      staff: { name: string }[];
    };
  const eventsOf = async (id: string, type: string) =>
    (await manager().findBy(StoredEvent, { subjectId: Equal(id), type })).map(({ payload }) => payload);

  /** How the lists of an edition find its projects, for somebody of its staff. */
  async function listed({ browser }: Someone, { code }: Setting, query: object = {}) {
    const found = [];
    for (const list of ['projects', 'eligibility']) {
      const { items, total, recused } = (await browser.get(`${API}/editions/${code}/${list}`).query(query).expect(200))
        .body;
      found.push([items.map(({ id }: { id: string }) => id).sort(), total, recused]);
    }
    return found;
  }
  /** As what somebody to whom `id` is closed finds of it. */
  async function expectClosed(who: Someone, setting: Setting, id: string, query: object) {
    const { code, ids } = setting;
    const rest = ids.filter((one) => one !== id);
    const expected = [rest.sort(), rest.length, 1];
    expect(await listed(who, setting)).toEqual([expected, expected]);
    expect(await listed(who, setting, query)).toEqual([
      [[], 0, 1],
      [[], 0, 1],
    ]);
    for (const part of ['', '/differences', '/team', '/claim', '/conditions', '/duplicates'])
      expectRefused(await who.browser.get(`${API}/projects/${id}${part}`), 403, 'project.recused');
    expectRefused(await claim(who, id), 403, 'project.recused');
    expectRefused(await stepBack(who, id), 403, 'project.recused');
    const { title } = await manager().findOneByOrFail(Project, { id: Equal(id) });
    const file = await download(who.browser, `${API}/editions/${code}/projects/export?format=csv`);
    expect(file.toString()).not.toContain(title);
    const { body: tasks } = await who.browser.get(`${API}/tasks`).expect(200);
    expect(tasks.items.find(({ kind }: { kind: string }) => kind === 'project.check').count).toBe(rest.length);
  }

  describe('by the record', () => {
    const member = async (id: string, { person }: Someone) => {
      const line = { name: '审查员', role: '顾问', share: null, isCore: true };
      await inWork((work) =>
        work.manager.insert(ProjectMember, { id: newId(), projectId: id, position: 1, mail: person.mail, ...line }),
      );
    };
    it.each([
      ['whose address stands in its team', (id: string, who: Someone) => member(id, who)],
      [
        'who acts for its organisation under another of its names',
        (_: string, { person }: Someone) => actFor(app, person.id, { name: '集团', aliases: [' 滹沱河 科技有限公司'] }),
      ],
      [
        'who acts for its organisation, by its code',
        (_: string, { person }: Someone) => actFor(app, person.id, { name: '改了名', creditCode: OTHER.code }),
      ],
      [
        'who had it before',
        (id: string, { person }: Someone) =>
          inWork((work) =>
            work.execute(
              'INSERT INTO project_former_owners (id, projectId, personId, since, endedAt, endedBy) VALUES (?, ?, ?, ?, ?, ?)',
              [newId(), id, person.id, work.now, work.now, 'test'],
            ),
          ),
      ],
    ])('is in no list, count, file or page of one %s', async (_, tie) => {
      const setting = await setUp();
      const [, own] = setting.ids;
      await tie(own, setting.one);
      await expectClosed(setting.one, setting, own, { q: '乙' });
      expect(await listed(setting.other, setting)).toEqual([
        [[...setting.ids].sort(), 2, 0],
        [[...setting.ids].sort(), 2, 0],
      ]);
      expect(
        (await setting.one.browser.post(`${API}/editions/${setting.code}/eligibility/next`).send({})).body,
      ).toEqual({ claimed: expect.objectContaining({ projectId: setting.ids[0] }) });
    });

    it('is read by its owner as any entrant reads it, and by nobody as staff of it', async () => {
      const setting = await setUp();
      const { one, other, ids } = setting;
      await claim(other, ids[0]).expect(200);
      await other.browser.post(`${API}/projects/${ids[0]}/accept`).send({ submission: 1 }).expect(200);
      await inWork((work) => work.manager.update(Project, ids[0], { ownerId: one.person.id }));
      const { body } = await read(one, ids[0]).expect(200);
      expect(body.role).toBe('owner');
      expect(body.history.map(({ by }: { by?: string }) => by)).not.toContain('乙审查');
      expect((await listed(one, setting))[0]).toEqual([[ids[1]], 1, 1]);
      expectRefused(await stepBack(one, ids[0]), 403, 'eligibility.conflict');
    });

    it('is open again once staff dismissed names alike, on a panel or for the project', async () => {
      const setting = await setUp();
      const { one, other, boss, ids } = setting;
      for (const { person } of [one, other]) await actFor(app, person.id, { name: OTHER.name });
      const { recused } = await recusalsOf(boss, ids[1]);
      expect(recused.map(({ name }) => name).sort()).toEqual(['乙审查', '甲审查'].sort());
      for (const found of recused)
        expect(found).toMatchObject({ why: 'organisation', reason: null, dismissible: true });
      await dismissRecusal(app, one.person.id, ids[1]);
      await dismiss(boss, ids[1], other, '同名的另一家公司').expect(204);
      for (const who of [one, other]) {
        await read(who, ids[1]).expect(200);
        expect((await listed(who, setting))[0]).toEqual([[...ids].sort(), 2, 0]);
      }
      expect(await recusalsOf(boss, ids[1])).toMatchObject({
        recused: [],
        dismissed: [{ name: '乙审查', reason: '同名的另一家公司', by: '丙组织' }],
      });
      expect(await eventsOf(ids[1], 'project.recusal_dismissed')).toEqual([
        { personId: other.person.id, kind: 'automatic', reason: '同名的另一家公司' },
      ]);
    });
  });

  describe('by their own word', () => {
    it('is left at once, with its claim, and passed over from then on', async () => {
      const setting = await setUp();
      const { one, other, ids, code } = setting;
      await claim(one, ids[0]).expect(200);
      await stepBack(one, ids[0]).expect(204);
      expect(await manager().countBy(EligibilityClaim, { projectId: ids[0] })).toBe(0);
      await expectClosed(one, setting, ids[0], { q: '回避之器' });
      const next = ({ browser }: Someone) => browser.post(`${API}/editions/${code}/eligibility/next`).send({});
      expect((await next(one).expect(200)).body.claimed.projectId).toBe(ids[1]);
      expect((await next(one).expect(200)).body).toEqual({ claimed: null });
      expect((await next(other).expect(200)).body.claimed.projectId).toBe(ids[0]);
      expect(await eventsOf(ids[0], 'project.recused')).toEqual([
        { personId: one.person.id, kind: 'declared', reason: '与负责人是亲属' },
      ]);
      expect(await eventsOf(ids[0], 'project.claim_released')).toEqual([{ of: one.person.id }]);
    });

    it('is theirs again once an organiser dismisses that, and may be left anew', async () => {
      const setting = await setUp();
      const { one, boss, ids } = setting;
      await stepBack(one, ids[0]).expect(204);
      expect((await recusalsOf(boss, ids[0])).recused).toMatchObject([
        { name: '甲审查', why: 'declared', reason: '与负责人是亲属', dismissible: true },
      ]);
      await dismiss(boss, ids[0], one).expect(204);
      await claim(one, ids[0]).expect(200);
      expectRefused(await dismiss(boss, ids[0], one), 409, 'project_recusal.not_dismissible', 'personId');
      await stepBack(one, ids[0], '另有关系').expect(204);
      expect(await recusalsOf(boss, ids[0])).toMatchObject({
        recused: [{ why: 'declared', reason: '另有关系' }],
        dismissed: [],
      });
    });

    it('is left by an organiser as well, who then decides nothing of it', async () => {
      const setting = await setUp();
      const { one, boss, ids } = setting;
      await stepBack(boss, ids[0]).expect(204);
      for (const refused of [
        await read(boss, ids[0]),
        await boss.browser.get(`${API}/projects/${ids[0]}/recusals`),
        await recuse(boss, ids[0], one),
        await dismiss(boss, ids[0], boss),
      ])
        expectRefused(refused, 403, 'project.recused');
    });

    it('takes a reason, of staff in reach and of nobody else', async () => {
      const setting = await setUp();
      const { ids, id: editionId } = setting;
      expectRefused(await stepBack(setting.one, ids[0], ''), 422, 'common.required', 'reason');
      expectRefused(await stepBack(setting.one, ids[0], '甲'.repeat(501)), 422, 'common.text_too_long', 'reason');
      expectRefused(await stepBack(entrant, ids[0]), 403, 'common.forbidden');
      const elsewhere = await signedIn(app, '别处的审查员', [
        { role: 'checker', scopeType: 'division', scopeId: `${editionId}/BIO` },
      ]);
      expectRefused(await stepBack(elsewhere, ids[0]), 404, 'common.not_found');
      expect(await manager().countBy(ProjectRecusal, { projectId: ids[0] })).toBe(0);
    });
  });

  describe('by an organiser', () => {
    it('is taken from somebody with its claim, who is told that, and given back', async () => {
      const setting = await setUp();
      const { one, other, boss, ids } = setting;
      expect((await recusalsOf(boss, ids[0])).staff.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['甲审查', '乙审查']),
      );
      await claim(one, ids[0]).expect(200);
      await recuse(boss, ids[0], one).expect(204);
      await expectClosed(one, setting, ids[0], { q: '回避之器' });
      const told = JSON.stringify((await one.browser.get(`${API}/notices`).expect(200)).body);
      expect(told).toContain('丙组织');
      expect(told).not.toContain('回避之器');
      await claim(other, ids[0]).expect(200);
      expect(await recusalsOf(boss, ids[0])).toMatchObject({
        recused: [{ name: '甲审查', why: 'staff', reason: '曾任其导师', dismissible: true }],
      });
      expectRefused(await recuse(boss, ids[0], one), 409, 'project_recusal.already', 'personId');
      await dismiss(boss, ids[0], one).expect(204);
      await read(one, ids[0]).expect(200);
    });

    it('is not shut for good to who is named in its team and never accepted that, until they do', async () => {
      const setting = await setUp([{ title: '甲' }]);
      const { one, boss, code } = setting;
      const members = [
        { name: '张三', role: '负责人', share: 6000, mail: 'zhangsan@example.com', isCore: true },
        { name: '甲', role: '顾问', share: null, mail: one.person.mail, isCore: false },
      ];
      const id = await draftProject(entrant.browser, code, { title: '冒填', members });
      await submitProject(entrant.browser, id, 2).expect(200);
      expectRefused(await read(one, id), 403, 'project.recused');
      const token = (await lastLink(app, one.person.mail)).split('#')[1]!;
      await one.browser.post(`${API}/member-invitations/decline`).send({ token }).expect(204);
      expectRefused(await read(one, id), 403, 'project.recused');
      expect((await recusalsOf(boss, id)).recused).toMatchObject([
        { personId: one.person.id, why: 'belongs', dismissible: true },
      ]);
      await dismiss(boss, id, one, '本人从未参加，系对方冒填').expect(204);
      await read(one, id).expect(200);
      await inWork((work) =>
        work.manager.update(
          MemberInvitation,
          { projectId: Equal(id), mail: Equal(one.person.mail) },
          { personId: one.person.id, state: 'accepted' },
        ),
      );
      expectRefused(await dismiss(boss, id, one), 409, 'project_recusal.not_dismissible', 'personId');
    });

    it('is closed to nobody who is not of its staff, and not opened to who belongs to it', async () => {
      const { one, boss, ids, id: editionId } = await setUp();
      expectRefused(await recuse(boss, ids[0], entrant), 422, 'project_recusal.not_staff', 'personId');
      expectRefused(await dismiss(boss, ids[0], entrant), 409, 'project_recusal.not_dismissible', 'personId');
      expectRefused(await dismiss(boss, ids[0], one), 409, 'project_recusal.not_dismissible', 'personId');
      for (const act of [recuse, dismiss]) {
        expectRefused(await act(one, ids[0], boss), 403, 'common.forbidden');
        const beside = await signedIn(app, '别处的组织者', [
          { role: 'contest_organiser', scopeType: 'region', scopeId: `${editionId}/XA` },
        ]);
        expectRefused(await act(beside, ids[0], one), 404, 'common.not_found');
        expectRefused(await act(boss, ids[0], one, ''), 422, 'common.required', 'reason');
      }
      expectRefused(await one.browser.get(`${API}/projects/${ids[0]}/recusals`), 403, 'common.forbidden');
      const both = await signedIn(app, '此处审查、别处组织', [
        { role: 'checker', scopeType: 'edition', scopeId: editionId },
        { role: 'contest_organiser', scopeType: 'region', scopeId: `${editionId}/XA` },
      ]);
      await read(both, ids[0]).expect(200);
      for (const act of [recuse, dismiss]) expectRefused(await act(both, ids[0], one), 403, 'common.forbidden');
    });
  });

  it('is among the data of whom it is closed to', async () => {
    const { one, ids } = await setUp();
    await stepBack(one, ids[0]).expect(204);
    const data = app.get(PersonalData);
    expect(await data.export(one.person.id)).toMatchObject({
      project_recusals: [{ projectId: ids[0], kind: 'declared', reason: '与负责人是亲属' }],
    });
    await inWork((work) => data.erase(work, one.person.id));
    expect(await manager().countBy(ProjectRecusal, { projectId: ids[0] })).toBe(0);
  });
});
