import { Edition, Project, ProjectMaterial, ProjectMember, ProjectSubmission } from '@haishi/contest';
import { RoadshowEntry } from '@haishi/contest/roadshow/session.entity';
import { ProjectMove } from '@haishi/contest/project-move/move.entity';
import { newId } from '@haishi/kernel';
import { Panel, PanelEntry } from '@haishi/review';
import { Database, Notice, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, organiserOf, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { lastMessage } from '../support/messages.js';
import { expectRefused, signedIn } from '../support/people.js';
import { acceptedProject, importEdition } from './roadshow-session.js';
import { decidedStage, publishDecision, publishNotice } from './published-stage.js';

const API = '/api/v1';
const THERE = { division: 'EIT', field: 'IC', region: 'BJ', group: 'ENT' };
const TEAM = { division: 'BIO', field: 'DRUG', region: 'XA', group: 'TEAM' };
const REASON = '主要技术属于生物医药，且尚未注册企业。';
const CORE = 'core@example.com';
let editions = 0;

eachEngine('moving a project', (engine) => {
  let app: TestApp;
  let edition: { id: string; code: string; organiser: Browser };
  beforeAll(async () => {
    app = await startApp(engine);
    edition = await openEdition(app, `MOVE-${(editions += 1)}`);
  });
  afterAll(() => app?.close());

  const manager = () => app.get(Database).manager;
  const inWork = (act: Parameters<UnitOfWork['run']>[1]) => app.get(UnitOfWork).run(systemActor('test'), act);
  const checkerIn = (scopeType: 'region' | 'division' | 'edition', code = '') =>
    signedIn(app, `审查员${code}`, [
      { role: 'checker', scopeType, scopeId: code ? `${edition.id}/${code}` : edition.id },
    ]);
  const preview = (browser: Browser, id: string, to: object = TEAM) =>
    browser.post(`${API}/projects/${id}/move/preview`).send(to);
  const move = (browser: Browser, id: string, change: object = {}, version = 3) =>
    browser
      .post(`${API}/projects/${id}/move`)
      .set('If-Match', `"${version}"`)
      .send({ ...TEAM, reason: REASON, ...change });
  const told = async (personId: string) =>
    (await manager().findBy(Notice, { personId: Equal(personId) })).map(({ template }) => template);

  async function setUp() {
    const entrant = await signedIn(app, '张三');
    const members = [
      { name: '张三', role: '负责人', share: null, mail: entrant.person.mail, isCore: true },
      { name: '王核心', role: '研发', share: null, mail: CORE, isCore: true },
    ];
    const id = await draftProject(entrant.browser, edition.code, { members });
    const { body } = await submitProject(entrant.browser, id, 2).expect(200);
    return { id, entrant, number: body.number as string };
  }

  /** What an accepted project, which was made behind the product's back, was handed in with. */
  const snapshotOf = (project: Project) => {
    const organisation = { name: '', country: 'CN', code: '' };
    const { title, summary, language, landing, undertaking } = project;
    const said = { title, summary, language, landing, undertaking };
    const snapshot = { ...THERE, ...said, members: [], materials: [], organisation };
    return inWork((work) =>
      work.manager.insert(ProjectSubmission, {
        ...{ id: newId(), projectId: project.id, number: 1, requestKey: newId(), snapshot: snapshot as never },
        ...{ byId: project.ownerId, at: work.now, late: null },
      }),
    );
  };
  const handedIn = async (editionId: string, title: string) => {
    const project = await acceptedProject(app, editionId, { title });
    await snapshotOf(project);
    return project;
  };

  it('shows what it affects, and stores nothing', async () => {
    const { id } = await setUp();
    const loses = await checkerIn('region', 'BJ');
    const gains = await checkerIn('division', 'BIO');
    const { body } = await preview(edition.organiser, id).expect(200);
    expect(body).toMatchObject({ version: 3, obstacle: null, leftOut: [] });
    expect(body.missing.map(({ field }: { field: string }) => field)).toContain('members');
    expect(body.lose).toContain(loses.person.name);
    expect(body.gain).toContain(gains.person.name);
    expect(await manager().countBy(ProjectMove, { projectId: id })).toBe(0);
    expect(await manager().findOneByOrFail(Project, { id })).toMatchObject({ division: 'EIT', version: 3 });
  });

  it('names no personal file that was never handed in', async () => {
    const { id } = await setUp();
    const file = { id: newId(), projectId: id, fileId: newId(), name: '张三的护照.pdf', size: 1, addedAt: new Date() };
    await inWork((work) => work.manager.insert(ProjectMaterial, { ...file, kind: 'EQUITY', personal: true }));
    await inWork((work) => work.manager.update(Project, id, { groupCode: 'TEAM' }));
    const last = { projectId: Equal(id), number: 1 };
    const { snapshot } = await manager().findOneByOrFail(ProjectSubmission, last);
    const asTeam = { ...snapshot, group: 'TEAM', organisation: { ...snapshot.organisation, code: '' } };
    await inWork((work) => work.manager.update(ProjectSubmission, last, { snapshot: asTeam as never }));
    expect((await preview(edition.organiser, id).expect(200)).body.leftOut).toEqual(['']);
  });

  it('asks for no other undertaking than the one that it was handed in with', async () => {
    const { id } = await setUp();
    const { definition } = await manager().findOneByOrFail(Edition, { id: edition.id });
    const { undertaking } = definition;
    const later = { ...definition, undertaking: { ...undertaking, zh: `${undertaking.zh}（修订）` } };
    await manager().update(Edition, edition.id, { definition: later as never });
    const { body } = await preview(edition.organiser, id).expect(200);
    await manager().update(Edition, edition.id, { definition: definition as never });
    expect(body.missing.map(({ field }: { field: string }) => field)).not.toContain('undertaking');
  });

  it('keeps the number and what was handed in, tells everybody concerned, and is on record', async () => {
    const { id, entrant, number } = await setUp();
    const loses = await checkerIn('region', 'BJ');
    const gains = await checkerIn('region', 'XA');
    const everywhere = await checkerIn('edition');
    await loses.browser.post(`${API}/projects/${id}/claim`).send({}).expect(200);
    const { body } = await move(edition.organiser, id).expect(200);
    expect(body).toEqual({ version: 4, submission: 2 });
    const { body: seen } = await gains.browser.get(`${API}/projects/${id}`).expect(200);
    expect(seen).toMatchObject({ number, state: 'submitted', content: TEAM });
    expect(seen.content.organisation.code).toBe('');
    expect(seen.history.at(-1)).toMatchObject({ kind: 'moved', submission: 2, text: REASON, by: '周组织' });
    expectRefused(await loses.browser.get(`${API}/projects/${id}`), 404, 'common.not_found');
    const { body: own } = await entrant.browser.get(`${API}/projects/${id}`).expect(200);
    expect(own.history.at(-1)).toMatchObject({ kind: 'moved', text: REASON });
    expect(own.history.at(-1)).not.toHaveProperty('by');
    const { body: changed } = await entrant.browser.get(`${API}/projects/${id}/differences`).expect(200);
    expect(changed.fields.map(({ field }: { field: string }) => field)).toContain('division');
    const first = await manager().findOneByOrFail(ProjectSubmission, { projectId: id, number: 1 });
    expect(first.snapshot).toMatchObject(THERE);

    const mail = await lastMessage(app, entrant.person.mail);
    for (const words of [number, REASON, '新一代电子信息', '生物医药', '还有缺项']) expect(mail).toContain(words);
    expect(await lastMessage(app, CORE)).toContain(REASON);
    expect(await told(gains.person.id)).toContain('project.moved_here');
    expect(await told(loses.person.id)).toContain('project.moved_away');
    expect(await told(everywhere.person.id)).toEqual([]);
    const events = await manager().findBy(StoredEvent, { type: 'project.moved', subjectId: Equal(id) });
    expect(events[0]!.payload).toMatchObject({ from: THERE, to: TEAM, reason: REASON, submission: 2 });
    const accepting = gains.browser.post(`${API}/projects/${id}/accept`).send({ submission: 1 });
    expectRefused(await accepting, 409, 'eligibility.other_submission');
    await gains.browser.post(`${API}/projects/${id}/accept`).send({ submission: 2 }).expect(200);
  });

  it('of a project that came back keeps what its entrant is writing', async () => {
    const { id, entrant } = await setUp();
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    await edition.organiser
      .post(`${API}/projects/${id}/return`)
      .send({ submission: 1, reasonCode: 'wrong_group', text: '请改组别。', dueAt })
      .expect(200);
    const { body: before } = await entrant.browser.get(`${API}/projects/${id}`).expect(200);
    const title = '正在修改的名称';
    await entrant.browser
      .put(`${API}/projects/${id}`)
      .set('If-Match', '"4"')
      .send({ ...before.content, materials: undefined, title })
      .expect(200);
    await move(edition.organiser, id, {}, 5).expect(200);
    const { body: own } = await entrant.browser.get(`${API}/projects/${id}`).expect(200);
    expect(own).toMatchObject({ state: 'returned', version: 6, content: { title, ...TEAM } });
    const { body: seen } = await edition.organiser.get(`${API}/projects/${id}`).expect(200);
    expect(seen.content).toMatchObject({ title: before.content.title, ...TEAM });
  });

  it.each(['accepted', 'returned'] as const)('of what was %s tells whose it was and whose it is', async (state) => {
    const { id, number } = await setUp();
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    const decision =
      state === 'accepted'
        ? ['accept', { submission: 1 }]
        : ['return', { submission: 1, reasonCode: 'wrong_group', text: '请改组别。', dueAt }];
    const [act, body] = decision as [string, object];
    await edition.organiser.post(`${API}/projects/${id}/${act}`).send(body).expect(200);
    const organiserIn = (code: string) =>
      signedIn(app, `赛区组织者${code}`, [
        { role: 'contest_organiser', scopeType: 'region', scopeId: `${edition.id}/${code}` },
      ]);
    const [loses, gains, elsewhere] = [await organiserIn('BJ'), await organiserIn('XA'), await organiserIn('HZ')];
    const checker = await checkerIn('division', 'BIO');
    await move(edition.organiser, id, {}, 4).expect(200);
    expect(await told(loses.person.id)).toContain('project.moved_out_of_reach');
    expect(await told(gains.person.id)).toContain('project.moved_into_reach');
    expect(await told(elsewhere.person.id)).toEqual([]);
    const asked = await told(checker.person.id);
    if (state === 'accepted') expect(asked).toEqual([]);
    else expect(asked).toContain('project.moved_into_reach');
    const words = state === 'accepted' ? '资格审查通过' : '退回补正';
    const mail = await lastMessage(app, gains.person.mail);
    for (const word of [number, words, REASON]) expect(mail).toContain(word);
    await gains.browser.get(`${API}/projects/${id}`).expect(200);
    expectRefused(await loses.browser.get(`${API}/projects/${id}`), 404, 'common.not_found');
  });

  describe('is refused', () => {
    it('to who does not organise the whole edition', async () => {
      const { id, entrant } = await setUp();
      const checker = await checkerIn('edition');
      const other = await signedIn(app, '别的组织者', [organiserOf(newId())]);
      const regional = await signedIn(app, '赛区组织者', [
        { role: 'contest_organiser', scopeType: 'region', scopeId: `${edition.id}/BJ` },
      ]);
      for (const ask of [preview, move]) {
        expectRefused(await ask(checker.browser, id), 403, 'common.forbidden');
        expectRefused(await ask(entrant.browser, id), 403, 'common.forbidden');
        expectRefused(await ask(regional.browser, id), 403, 'common.forbidden');
        expectRefused(await ask(other.browser, id), 404, 'common.not_found');
        expectRefused(await ask(app.browser(), id), 401, 'common.unauthenticated');
      }
    });

    it('to an organiser who belongs to it', async () => {
      const { id } = await setUp();
      const { person, browser } = await signedIn(app, '参赛的组织者', [organiserOf(edition.id)]);
      await inWork((work) => work.manager.update(ProjectMember, { projectId: id, position: 1 }, { mail: person.mail }));
      expectRefused(await preview(browser, id), 403, 'project.recused');
      expectRefused(await move(browser, id), 403, 'project.recused');
    });

    it('without a reason, to where the edition has no such place, and with a stale version', async () => {
      const { id } = await setUp();
      const { organiser } = edition;
      const faulty: [object, string, string][] = [
        [{ reason: '' }, 'common.required', 'reason'],
        [{ region: 'MARS' }, 'project.not_in_edition', 'region'],
        [{ group: 'NONE' }, 'project.not_in_edition', 'group'],
        [{ division: 'FOOD' }, 'project.field_of_other_division', 'field'],
        [{ division: '' }, 'common.required', 'division'],
        [THERE, 'move.stands_there', 'division'],
      ];
      for (const [change, code, field] of faulty) expectRefused(await move(organiser, id, change), 422, code, field);
      expectRefused(await move(organiser, id, {}, 2), 412, 'common.stale');
      const both = await Promise.all([move(organiser, id), move(organiser, id, { region: 'HZ' })]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
      expect(await manager().countBy(ProjectMove, { projectId: id })).toBe(1);
    });

    it('of what no longer takes part', async () => {
      const { id, entrant } = await setUp();
      await entrant.browser.post(`${API}/projects/${id}/withdraw`).set('If-Match', '"3"').expect(204);
      for (const answer of [await preview(edition.organiser, id), await move(edition.organiser, id, {}, 4)])
        expectRefused(answer, 409, 'project.action_not_allowed');
    });

    it('or comes first, where it is put into a session at the same time', async () => {
      const editionId = await importEdition(app);
      const { browser: organiser } = await signedIn(app, '组织者', [organiserOf(editionId)]);
      await organiser.post(`${API}/editions/${editionId}/open`).set('If-Match', '"1"').send({}).expect(204);
      const input = { stageCode: 'FINAL', name: '决赛', room: '大剧院' };
      const { body } = await organiser.post(`${API}/editions/${editionId}/sessions`).send(input).expect(201);
      for (let round = 0; round < 4; round += 1) {
        const { id } = await handedIn(editionId, `项目 ${round}`);
        const put = organiser.post(`${API}/sessions/${body.id}/entries`).send({ projectIds: [id] });
        const [moved, added] = await Promise.all([move(organiser, id, {}, 1), put]);
        expect(added.status).toBe(204);
        expect([200, 409]).toContain(moved.status);
        const project = await manager().findOneByOrFail(Project, { id: Equal(id) });
        const entry = await manager().findOneByOrFail(RoadshowEntry, { projectId: Equal(id) });
        expect([project.groupCode, entry.groupCode]).toEqual(Array(2).fill(moved.status === 200 ? 'TEAM' : 'ENT'));
      }
    });

    it('once it is in a session, on a panel, or on public notice', async () => {
      const { id } = await setUp();
      const panelId = newId();
      await inWork(async (work) => {
        const rows = { id: panelId, contextType: 'test', contextId: newId(), rubric: {}, aggregation: {}, revision: 0 };
        await work.manager.insert(Panel, { ...rows, byAssignment: false, createdAt: work.now } as never);
        const entry = { id: newId(), panelId, externalId: id, position: 1, state: 'open', scoringOpensAt: null };
        await work.manager.insert(PanelEntry, entry as never);
      });
      expectRefused(await move(edition.organiser, id), 409, 'move.on_panel');

      const stage = await decidedStage(
        app,
        { 甲: [30] },
        { mode: 'total', size: 1, wildcards: 0, waiting: 0, cutTies: 'order' },
      );
      const project = stage.projects['甲']!;
      await snapshotOf(project);
      const { body } = await preview(stage.organiser, project.id).expect(200);
      expect(body.obstacle).toContain('路演');
      expectRefused(await move(stage.organiser, project.id, {}, 1), 409, 'move.in_session');
      await publishDecision(stage);
      await publishNotice(stage);
      expectRefused(await move(stage.organiser, project.id, {}, 1), 409, 'move.published');
    });
  });
});
