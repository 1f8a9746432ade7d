import { PersonalData } from '@haishi/identity';
import { Project, ProjectMark, ProjectMember } from '@haishi/contest';
import { ProjectTransfer } from '@haishi/contest/project-transfer/transfer.entity';
import { Panel, PanelEntry, PanelSeat } from '@haishi/review';
import { newId } from '@haishi/kernel';
import { Database, Notice, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import {
  draftProject,
  openEdition,
  organiserOf,
  projectContent,
  submitProject,
  suppliedEdition,
} from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { lastMessage } from '../support/messages.js';
import { expectRefused, signedIn, type TestPerson } from '../support/people.js';
import { pdfOf, upload } from '../support/uploads.js';

const API = '/api/v1';
const CORE = 'core@example.com';
let editions = 0;

interface Someone {
  person: TestPerson;
  browser: Browser;
}

eachEngine('handing a project over', (engine) => {
  let app: TestApp;
  let edition: { id: string; code: string; organiser: Browser };
  beforeAll(async () => {
    app = await startApp(engine);
    edition = await openEdition(app, `LEAD-${(editions += 1)}`);
  });
  afterAll(() => app?.close());

  const manager = () => app.get(Database).manager;
  const inWork = (act: Parameters<UnitOfWork['run']>[1]) => app.get(UnitOfWork).run(systemActor('test'), act);
  const offer = (from: Someone, id: string, mail: string) =>
    from.browser.post(`${API}/projects/${id}/transfer`).send({ mail });
  const answer = (to: Someone, transfer: string, word: 'accept' | 'decline' | 'revoke') =>
    to.browser.post(`${API}/project-transfers/${transfer}/${word}`).send({});
  const offersTo = async ({ browser }: Someone) =>
    (await browser.get(`${API}/project-transfers/mine`).expect(200)).body;
  const told = async ({ person }: Someone) =>
    (await manager().findBy(Notice, { personId: Equal(person.id) })).map(({ template }) => template);

  /** A project, handed in unless told otherwise, offered by its owner to another person. */
  async function setUp(handIn = true) {
    const from: Someone = await signedIn(app, '旧负责人');
    const to: Someone = await signedIn(app, '新负责人');
    const members = [
      { name: '旧负责人', role: '负责人', share: null, mail: from.person.mail, isCore: true },
      { name: '王核心', role: '研发', share: null, mail: CORE, isCore: true },
      { name: '李外围', role: '顾问', share: null, mail: 'outer@example.com', isCore: false },
    ];
    const id = await draftProject(from.browser, edition.code, { members });
    if (handIn) await submitProject(from.browser, id, 2).expect(200);
    await offer(from, id, to.person.mail).expect(204);
    const [open] = await offersTo(to);
    return { from, to, id, transfer: open.id as string };
  }

  it('is offered to an account, which learns the title and nothing more', async () => {
    const { from, to, id, transfer } = await setUp();
    expect(await offersTo(to)).toEqual([
      {
        id: transfer,
        title: '面向北斗的高精度授时芯片',
        number: expect.stringContaining(edition.code),
        edition: expect.objectContaining({ zh: '“海石杯”高层次人才创新创业大赛' }),
        from: '旧负责人',
        expiresAt: expect.any(String),
      },
    ]);
    expectRefused(await to.browser.get(`${API}/projects/${id}`), 404, 'common.not_found');
    const { body: held } = await from.browser.get(`${API}/projects/${id}/transfer`).expect(200);
    expect(held).toMatchObject({ may: true, offer: { id: transfer, mail: to.person.mail } });
    expect(await lastMessage(app, to.person.mail)).toContain('请您接手参赛项目');
    const { body: tasks } = await to.browser.get(`${API}/tasks`).expect(200);
    expect(JSON.stringify(tasks)).toContain('是否接手');
  });

  it('makes it the other’s once they accept: project, files, marks; and those concerned are told', async () => {
    const { from, to, id, transfer } = await setUp();
    const marks = async () => (await manager().findBy(ProjectMark, { projectId: id })).map(({ mark }) => mark).sort();
    const before = await marks();
    expect((await answer(to, transfer, 'accept').expect(200)).body).toEqual({ projectId: id });
    expect(await marks()).not.toEqual(before);
    const { body: project } = await to.browser.get(`${API}/projects/${id}`).expect(200);
    expect(project).toMatchObject({ role: 'owner', version: 4 });
    expect(project.history.at(-1)).toMatchObject({ kind: 'transferred', by: '旧负责人', to: '新负责人' });
    const file = `${API}/files/${project.content.materials[0].fileId}`;
    await to.browser.get(file).expect(200);
    expectRefused(await from.browser.get(file), 404, 'common.not_found');
    expectRefused(await from.browser.get(`${API}/projects/${id}`), 404, 'common.not_found');
    const withdraw = from.browser.post(`${API}/projects/${id}/withdraw`).set('If-Match', '"4"');
    expectRefused(await withdraw, 404, 'common.not_found');
    const { body: staff } = await edition.organiser.get(`${API}/projects/${id}`).expect(200);
    expect(staff.history.at(-1)).toMatchObject({ kind: 'transferred', by: '旧负责人', to: '新负责人' });
    expect(await told(from)).toContain('transfer.accepted');
    expect(await told(to)).toContain('transfer.accepted');
    expect(await lastMessage(app, CORE)).toContain('由旧负责人变更为新负责人');
    const events = await manager().findBy(StoredEvent, { type: 'project.lead_transferred', subjectId: Equal(id) });
    expect(events).toMatchObject([{ actorId: to.person.id, payload: { from: from.person.id, to: to.person.id } }]);
    for (const word of ['accept', 'decline'] as const)
      expectRefused(await answer(to, transfer, word), 409, 'transfer.over');
    expect(await offersTo(to)).toEqual([]);
  });

  it('takes the working copy along, which the other goes on with', async () => {
    const { from, to, id, transfer } = await setUp(false);
    await answer(to, transfer, 'accept').expect(200);
    const { body } = await to.browser.get(`${API}/projects/${id}`).expect(200);
    await to.browser.get(`${API}/files/${body.content.materials[0].fileId}`).expect(200);
    await to.browser.delete(`${API}/projects/${id}/materials/${body.content.materials[0].fileId}`).expect(204);
    const fileId = await upload(to.browser, 'project.material', '新.pdf', pdfOf());
    await to.browser.post(`${API}/projects/${id}/materials`).send({ kind: 'PLAN', fileId }).expect(201);
    const save = (browser: Browser, version: number) =>
      browser.put(`${API}/projects/${id}`).set('If-Match', `"${version}"`).send(projectContent());
    expectRefused(await save(from.browser, 2), 404, 'common.not_found');
    await save(to.browser, 3).expect(200);
    await submitProject(to.browser, id, 4).expect(200);
  });

  it('may be offered to a core member who has no account yet', async () => {
    const { from, to, id, transfer } = await setUp();
    await answer(to, transfer, 'decline').expect(204);
    const mail = `fresh${newId()}@example.com`;
    await inWork((work) => work.manager.update(ProjectMember, { projectId: id, position: 1 }, { mail }));
    await offer(from, id, mail).expect(204);
    expect(await lastMessage(app, mail)).toContain('请您接手参赛项目');
  });

  it('is declined, and stays where it is', async () => {
    const { from, to, id, transfer } = await setUp();
    await answer(to, transfer, 'decline').expect(204);
    expect(await told(from)).toContain('transfer.declined');
    await from.browser.get(`${API}/projects/${id}`).expect(200);
    expectRefused(await answer(to, transfer, 'accept'), 409, 'transfer.over');
    await offer(from, id, to.person.mail).expect(204);
  });

  it('is taken back by its owner alone', async () => {
    const { from, to, id, transfer } = await setUp();
    expectRefused(await offer(from, id, to.person.mail), 409, 'transfer.offered_already');
    expectRefused(await answer(to, transfer, 'revoke'), 404, 'common.not_found');
    await answer(from, transfer, 'revoke').expect(204);
    expectRefused(await answer(to, transfer, 'accept'), 409, 'transfer.over');
    expect(await told(to)).toContain('transfer.revoked');
  });

  it('is answered by nobody else', async () => {
    const { from, transfer, id } = await setUp();
    const other = await signedIn(app, '别人');
    for (const word of ['accept', 'decline', 'revoke'] as const)
      expectRefused(await answer(other, transfer, word), 404, 'common.not_found');
    expectRefused(await offer(other, id, from.person.mail), 404, 'common.not_found');
    expectRefused(await answer(from, transfer, 'accept'), 404, 'common.not_found');
    expectRefused(await answer(other, newId(), 'accept'), 404, 'common.not_found');
    expectRefused(await other.browser.get(`${API}/projects/${id}/transfer`), 404, 'common.not_found');
    const anybody = { ...other, browser: app.browser() };
    expectRefused(await answer(anybody, transfer, 'accept'), 401, 'common.unauthenticated');
  });

  describe('is refused', () => {
    it('to strangers to the system and to oneself, and after ten guesses for a while', async () => {
      const { from, to, id, transfer } = await setUp();
      await answer(from, transfer, 'revoke').expect(204);
      expectRefused(await offer(from, id, 'half@'), 422, 'common.bad_format', 'mail');
      expectRefused(await offer(from, id, from.person.mail), 422, 'transfer.to_oneself', 'mail');
      expectRefused(await offer(from, id, 'outer@example.com'), 422, 'transfer.unknown_person', 'mail');
      for (let tries = 1; tries < 10; tries += 1)
        expectRefused(await offer(from, id, `nobody${tries}@example.com`), 422, 'transfer.unknown_person');
      expectRefused(await offer(from, id, to.person.mail), 429, 'common.too_many');
    });

    it('where the project was withdrawn, before and after the offer', async () => {
      const { from, to, id, transfer } = await setUp();
      await from.browser.post(`${API}/projects/${id}/withdraw`).set('If-Match', '"3"').expect(204);
      expect(await offersTo(to)).toEqual([]);
      expectRefused(await answer(to, transfer, 'accept'), 409, 'project.action_not_allowed');
      await answer(from, transfer, 'revoke').expect(204);
      expectRefused(await offer(from, id, to.person.mail), 409, 'project.action_not_allowed');
    });

    it('where it has expired', async () => {
      const { to, transfer } = await setUp();
      await inWork((work) => work.manager.update(ProjectTransfer, transfer, { expiresAt: new Date(Date.now() - 1) }));
      expectRefused(await answer(to, transfer, 'accept'), 409, 'transfer.over');
    });

    it('where the other checked the project, or judges it', async () => {
      const { from, to, id, transfer } = await setUp();
      const checks = { role: 'checker', scopeType: 'edition', scopeId: edition.id } as const;
      const checker: Someone = await signedIn(app, '审查员', [checks]);
      await checker.browser.post(`${API}/projects/${id}/accept`).send({ submission: 1 }).expect(200);
      await answer(to, transfer, 'decline').expect(204);
      await offer(from, id, checker.person.mail).expect(204);
      const [toChecker] = await offersTo(checker);
      expectRefused(await answer(checker, toChecker.id, 'accept'), 409, 'transfer.judged_it');
      await answer(checker, toChecker.id, 'decline').expect(204);

      const panelId = newId();
      await inWork(async (work) => {
        await work.manager.insert(Panel, {
          id: panelId,
          contextType: 'test',
          contextId: newId(),
          rubric: {},
          aggregation: {},
          revision: 0,
          byAssignment: false,
          createdAt: work.now,
        } as never);
        const entry = { id: newId(), panelId, externalId: id, position: 1, state: 'open', scoringOpensAt: null };
        await work.manager.insert(PanelEntry, entry as never);
        const seat = { id: newId(), panelId, seatNo: 1, personId: to.person.id, kind: 'judge', organisationName: '' };
        await work.manager.insert(PanelSeat, { ...seat, creditCode: null } as never);
      });
      await offer(from, id, to.person.mail).expect(204);
      const [again] = await offersTo(to);
      expectRefused(await answer(to, again.id, 'accept'), 409, 'transfer.judged_it');
    });

    it('where the edition takes one project of an entrant and the other has theirs', async () => {
      const { browser: organiser } = await signedIn(app, '周组织', [organiserOf()]);
      const rule = { code: 'ONE', kind: 'onePerEntrant', by: 'owner', severity: 'refuse' };
      const text = { zh: '每人限报一个项目', en: 'One project of each entrant' };
      const code = `LEAD-${(editions += 1)}`;
      const file = { ...suppliedEdition(), questions: [], rules: [{ ...rule, text }] };
      const { body } = await organiser.post(`${API}/editions`).send({ file, code }).expect(201);
      await organiser.post(`${API}/editions/${body.id}/open`).set('If-Match', '"1"').expect(204);
      const from: Someone = await signedIn(app, '旧负责人');
      const to: Someone = await signedIn(app, '新负责人');
      const id = await draftProject(from.browser, code);
      await submitProject(from.browser, id, 2).expect(200);
      const own = await draftProject(to.browser, code);
      await submitProject(to.browser, own, 2).expect(200);
      await offer(from, id, to.person.mail).expect(204);
      const [open] = await offersTo(to);
      expectRefused(await answer(to, open.id, 'accept'), 422, 'project.rule_not_met', 'rules.ONE');
      await to.browser.post(`${API}/projects/${own}/withdraw`).set('If-Match', '"3"').expect(204);
      await answer(to, open.id, 'accept').expect(200);
    });

    it('to the slower of two answers at once', async () => {
      const { from, to, transfer, id } = await setUp();
      const answers = await Promise.all([
        answer(to, transfer, 'accept'),
        answer(to, transfer, 'accept'),
        answer(from, transfer, 'revoke'),
      ]);
      const done = answers.filter(({ status }) => status < 300);
      expect(done).toHaveLength(1);
      const project = await manager().findOneByOrFail(Project, { id: Equal(id) });
      expect(project.ownerId).toBe(done[0]!.status === 200 ? to.person.id : from.person.id);
    });
  });

  it('is in what a person may take along, and leaves no address once they are gone', async () => {
    const { from, to, id, transfer } = await setUp();
    const exported = JSON.stringify(await app.get(PersonalData).export(to.person.id));
    expect(exported).toContain('"project_transfers"');
    expect(exported).toContain(to.person.mail);
    await answer(to, transfer, 'accept').expect(200);
    expect(JSON.stringify(await app.get(PersonalData).export(to.person.id))).toContain('面向北斗的高精度授时芯片');
    expect(JSON.stringify(await app.get(PersonalData).export(from.person.id))).not.toContain(to.person.mail);
    const second: Someone = await signedIn(app, '第三人');
    await offer(to, id, second.person.mail).expect(204);
    await inWork((work) => app.get(PersonalData).erase(work, second.person.id));
    const stored = await manager().findBy(ProjectTransfer, { projectId: id });
    expect(stored.map(({ state, toMail }) => [state, toMail]).sort()).toEqual([
      ['accepted', to.person.mail],
      ['revoked', ''],
    ]);
  });
});
