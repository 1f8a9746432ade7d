import type { Grant } from '@haishi/contracts';
import { PersonalData } from '@haishi/identity';
import { Project, ProjectMark, ProjectMember, ProjectSubmission } from '@haishi/contest';
import { Certificate } from '@haishi/contest/certificate/certificate.entity';
import { FormerOwner } from '@haishi/contest/project/former-owner.entity';
import { CreateFormerOwners1764002060000 } from '@haishi/contest/project/former-owner.migrations';
import { ProjectTransfer } from '@haishi/contest/project-transfer/transfer.entity';
import { Panel, PanelEntry, PanelSeat, Recusal } from '@haishi/review';
import { newId } from '@haishi/kernel';
import { Database, Notice, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import {
  addMaterial,
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
let certificates = 0;

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
  async function setUp(handIn = true, grants: Grant[] = []) {
    const from: Someone = await signedIn(app, '旧负责人', grants);
    const to: Someone = await signedIn(app, '新负责人');
    const members = [
      { name: '旧负责人', role: '负责人', share: null, mail: from.person.mail, isCore: true },
      { name: '王核心', role: '研发', share: null, mail: CORE, isCore: true },
      { name: '李外围', role: '顾问', share: null, mail: 'outer@example.com', isCore: false },
    ];
    const id = await draftProject(from.browser, edition.code, { members });
    const passport = await addMaterial(from.browser, id, 'PROOF', '旧负责人护照.pdf');
    if (handIn) await submitProject(from.browser, id, 2).expect(200);
    await offer(from, id, to.person.mail).expect(204);
    const [open] = await offersTo(to);
    return { from, to, id, passport, transfer: open.id as string };
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
        timeZone: 'Asia/Shanghai',
      },
    ]);
    expectRefused(await to.browser.get(`${API}/projects/${id}`), 404, 'common.not_found');
    const { body: held } = await from.browser.get(`${API}/projects/${id}/transfer`).expect(200);
    expect(held).toMatchObject({ may: true, offer: { id: transfer, mail: to.person.mail } });
    expect(await lastMessage(app, to.person.mail)).toContain('请您接手参赛项目');
    const { body: tasks } = await to.browser.get(`${API}/tasks`).expect(200);
    const [task] = tasks.items.filter(({ kind }: { kind: string }) => kind === 'project.transfer');
    expect(task).toMatchObject({ dueAt: expect.any(String), timeZone: 'Asia/Shanghai' });
    expect(task.title.zh).toContain('是否接手');
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

  it('leaves personal files with who gave them, who takes them along as their account goes', async () => {
    const { from, to, id, passport, transfer } = await setUp();
    const file = (browser: Browser) => browser.get(`${API}/files/${passport}`);
    const own = async () => (await to.browser.get(`${API}/projects/${id}`).expect(200)).body;
    await answer(to, transfer, 'accept').expect(200);
    expect((await own()).content.materials).toMatchObject([{ kind: 'PLAN' }]);
    expectRefused(await file(to.browser), 404, 'common.not_found');
    for (const browser of [from.browser, edition.organiser]) await file(browser).expect(200);
    const checker: Someone = await signedIn(app, '审查员', [
      { role: 'checker', scopeType: 'edition', scopeId: edition.id },
    ]);
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    const correction = { submission: 1, reasonCode: 'material_missing', text: '请换负责人的', dueAt };
    await checker.browser.post(`${API}/projects/${id}/return`).send(correction).expect(200);
    const members = [{ name: '新负责人', role: '负责人', share: 6000, mail: to.person.mail, isCore: true }];
    const { version } = await own();
    await to.browser
      .put(`${API}/projects/${id}`)
      .set('If-Match', `"${version}"`)
      .send(projectContent({ members }))
      .expect(200);
    const ownProof = await addMaterial(to.browser, id, 'PROOF', '新负责人护照.pdf');
    await inWork((work) => app.get(PersonalData).erase(work, from.person.id));
    expectRefused(await file(edition.organiser), 404, 'common.not_found');
    const { snapshot } = await manager().findOneByOrFail(ProjectSubmission, { projectId: Equal(id) });
    for (const gone of [passport, from.person.mail, '旧负责人']) expect(JSON.stringify(snapshot)).not.toContain(gone);
    expect(snapshot.materials).toMatchObject([{ kind: 'PLAN' }]);
    expect((await own()).content.materials).toMatchObject([{ kind: 'PLAN' }, { fileId: ownProof, personal: true }]);
    await to.browser.get(`${API}/files/${snapshot.materials[0]!.fileId}`).expect(200);
  });

  it('names a personal file in what changed to those alone who may open it', async () => {
    const { from, to, id, passport, transfer } = await setUp();
    await answer(to, transfer, 'accept').expect(200);
    const checks = { role: 'checker', scopeType: 'edition', scopeId: edition.id } as const;
    const checker: Someone = await signedIn(app, '审查员', [checks]);
    const dueAt = new Date(Date.now() + 86_400_000).toISOString();
    const correction = { submission: 1, reasonCode: 'material_missing', text: '请换负责人的', dueAt };
    await checker.browser.post(`${API}/projects/${id}/return`).send(correction).expect(200);
    await addMaterial(to.browser, id, 'PROOF', '新负责人护照.pdf');
    const { version } = (await to.browser.get(`${API}/projects/${id}`).expect(200)).body;
    await submitProject(to.browser, id, version).expect(200);
    for (const [{ browser }, names] of [
      [to, { old: '', new: '新负责人护照.pdf' }],
      [from, { old: '', new: '' }],
      [checker, { old: '', new: '新负责人护照.pdf' }],
    ] as const) {
      const { body, text } = await browser.get(`${API}/projects/${id}/differences`).expect(200);
      expect(body.materials).toMatchObject([{ kind: 'replaced', ...names }]);
      for (const path of ['', '/timeline', '/team', '/transfer', '/conditions', '/submissions/1']) {
        const { text: whole } = await browser.get(`${API}/projects/${id}${path}`);
        expect(whole + text).not.toContain('旧负责人护照');
      }
    }
    for (const { person, browser } of [to, checker]) {
      expectRefused(await browser.get(`${API}/files/${passport}`), 404, 'common.not_found');
      const notices = await manager().findBy(Notice, { personId: Equal(person.id) });
      expect(JSON.stringify(notices)).not.toContain('旧负责人护照');
    }
  });

  it('takes a personal file with who gave it, where somebody else leads the team', async () => {
    const { from, to, id, passport, transfer } = await setUp();
    await answer(to, transfer, 'accept').expect(200);
    const { id: handedIn, snapshot } = await manager().findOneByOrFail(ProjectSubmission, { projectId: Equal(id) });
    const led = { ...snapshot, members: snapshot.members.slice(1) };
    await inWork((work) => work.manager.update(ProjectSubmission, handedIn, { snapshot: led as never }));
    await inWork((work) => app.get(PersonalData).erase(work, from.person.id));
    expectRefused(await edition.organiser.get(`${API}/files/${passport}`), 404, 'common.not_found');
  });

  it('takes a personal file out of a draft', async () => {
    const { from, to, id, passport, transfer } = await setUp(false);
    await answer(to, transfer, 'accept').expect(200);
    const { body } = await to.browser.get(`${API}/projects/${id}`).expect(200);
    expect(body.content.materials).toMatchObject([{ kind: 'PLAN' }]);
    expectRefused(await to.browser.get(`${API}/files/${passport}`), 404, 'common.not_found');
    await from.browser.get(`${API}/files/${passport}`).expect(200);
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

  describe('leaves who passed it on', () => {
    const read = ({ browser }: Someone, id: string) => browser.get(`${API}/projects/${id}`);
    const end = (by: Someone, id: string, { person }: Someone) =>
      by.browser.delete(`${API}/projects/${id}/former-owners/${person.id}`);
    const mine = async ({ browser }: Someone) =>
      (await browser.get(`${API}/projects/mine`).expect(200)).body as Record<string, unknown>[];
    const readersOf = async ({ browser }: Someone, id: string) =>
      (await browser.get(`${API}/projects/${id}/transfer`).expect(200)).body.readers as object[];

    /** Passed on, and what the file of its plan is. */
    async function passedOn() {
      const set = await setUp();
      await answer(set.to, set.transfer, 'accept').expect(200);
      const { body } = await read(set.to, set.id).expect(200);
      return { ...set, file: `${API}/files/${body.content.materials[0].fileId}` };
    }
    async function passTo(from: Someone, id: string, to: Someone) {
      await offer(from, id, to.person.mail).expect(204);
      const [open] = await offersTo(to);
      await answer(to, open.id, 'accept').expect(200);
    }
    /** The owner corrects a returned project: in the working copy, and as it is handed in again. */
    async function correct({ browser }: Someone, id: string, title: string) {
      const { body } = await browser.get(`${API}/projects/${id}`).expect(200);
      const save = browser.put(`${API}/projects/${id}`).set('If-Match', `"${body.version}"`);
      return (await save.send(projectContent({ title })).expect(200)).body.version as number;
    }

    /** Gives a project a certificate; answers where it is fetched. */
    async function certified(projectId: string): Promise<string> {
      const id = newId();
      const who = { id, editionId: edition.id, noticeId: newId(), projectId, serial: (certificates += 1) };
      const said = { number: `C-${who.serial}`, code: id.slice(-12), content: {} as never, issuedBy: 'test' };
      await inWork((work) => work.manager.insert(Certificate, { ...who, ...said, issuedAt: work.now }));
      return `${API}/certificates/${id}/pdf?language=zh`;
    }
    /** Puts a project that was accepted on the list of a session; answers the session. */
    async function inSession(id: string): Promise<string> {
      const checks = { role: 'checker', scopeType: 'edition', scopeId: edition.id } as const;
      const { browser: checker } = await signedIn(app, '审查员', [checks]);
      await checker.post(`${API}/projects/${id}/accept`).send({ submission: 1 }).expect(200);
      const session = { stageCode: 'FINAL', name: '决赛', room: '大剧院' };
      const sessions = edition.organiser.post(`${API}/editions/${edition.id}/sessions`);
      const { body } = await sessions.send(session).expect(201);
      await edition.organiser
        .post(`${API}/sessions/${body.id}/entries`)
        .send({ projectIds: [id] })
        .expect(204);
      return body.id as string;
    }
    const roleHere = (role: 'checker' | 'judge'): Grant => ({ role, scopeType: 'edition', scopeId: edition.id });

    it('to read what is handed in, its files and its way, and nothing of what is the owner’s', async () => {
      const { from, to, id, file } = await passedOn();
      const { body: seen } = await read(from, id).expect(200);
      expect(seen).toMatchObject({ role: 'former', actions: [], missing: [], submissions: 1 });
      expect(seen.content.members.map(({ mail }: { mail: string }) => mail)).toEqual(['', '', '']);
      expect(seen.window.takesCode).toBeUndefined();
      expect(seen.history.at(-1)).toMatchObject({ kind: 'transferred', to: '新负责人' });
      await from.browser.get(file).expect(200);
      const proof = seen.content.materials.find(({ kind }: { kind: string }) => kind === 'PROOF');
      expect(proof.name).toBe('');
      // What they gave as personal stays theirs, and nobody's of the team.
      await from.browser.get(`${API}/files/${proof.fileId}`).expect(200);
      expectRefused(await to.browser.get(`${API}/files/${proof.fileId}`), 404, 'common.not_found');
      expect(await mine(from)).toMatchObject([{ id, role: 'former', deadline: null }]);
      expect(await mine(to)).toMatchObject([{ id, role: 'owner' }]);
      const looks = { type: 'project.viewed', subjectId: Equal(id), actorId: Equal(from.person.id) };
      expect(await manager().countBy(StoredEvent, looks)).toBe(1);

      const checks = { role: 'checker', scopeType: 'edition', scopeId: edition.id } as const;
      const checker: Someone = await signedIn(app, '审查员丁', [checks]);
      const dueAt = new Date(Date.now() + 172_800_000).toISOString();
      const returned = { submission: 1, reasonCode: 'team_unclear', text: '请补充分工。', dueAt };
      await checker.browser.post(`${API}/projects/${id}/return`).send(returned).expect(200);
      const version = await correct(to, id, '改了名的授时芯片');
      const { body: before } = await read(from, id).expect(200);
      expect(before.content.title).toBe('面向北斗的高精度授时芯片');
      expect((await mine(from))[0]!['title']).toBe('面向北斗的高精度授时芯片');
      expect(before.history.at(-1)).toMatchObject({ kind: 'returned', text: '请补充分工。' });
      expect(JSON.stringify(before)).not.toContain('审查员丁');
      expect(before.actions).toEqual([]);
      await submitProject(to.browser, id, version).expect(200);
      expect((await read(from, id).expect(200)).body.content.title).toBe('改了名的授时芯片');
      expect(await mine(from)).toMatchObject([{ title: '改了名的授时芯片' }]);
      await from.browser.get(`${API}/projects/${id}/differences`).expect(200);
    });

    it('no way to edit, hand in, withdraw, pass on, or read what an owner alone is told', async () => {
      const { from, id, file } = await passedOn();
      const path = `${API}/projects/${id}`;
      const pdf = await certified(id);
      const refused = [
        from.browser.get(pdf),
        from.browser.put(path).set('If-Match', '"4"').send(projectContent()),
        from.browser.post(`${path}/withdraw`).set('If-Match', '"4"'),
        submitProject(from.browser, id, 4),
        from.browser.delete(`${path}/materials/${file.split('/').at(-1)}`),
        offer(from, id, 'somebody@example.com'),
        from.browser.put(`${path}/gallery`).send({ listed: false }),
        ...['transfer', 'timeline', 'certificates', 'standings', 'gallery', 'appearances', 'appeal'].map((one) =>
          from.browser.get(`${path}/${one}`),
        ),
      ];
      for (const one of refused) expectRefused(await one, 404, 'common.not_found');
      expectRefused(await from.browser.get(`${path}/conditions`), 403, 'common.forbidden');
    });

    it('nothing of a draft that was never handed in, until it is', async () => {
      const { from, to, id, transfer } = await setUp(false);
      await answer(to, transfer, 'accept').expect(200);
      expectRefused(await read(from, id), 404, 'common.not_found');
      expect(await mine(from)).toEqual([]);
      await submitProject(to.browser, id, 3).expect(200);
      await read(from, id).expect(200);
    });

    it('until they end it, or the owner does, who names them; nobody else can', async () => {
      const { from, to, id, file } = await passedOn();
      expect(await readersOf(to, id)).toEqual([
        { personId: from.person.id, name: '旧负责人', since: expect.any(String) },
      ]);
      const other: Someone = await signedIn(app, '别人');
      expectRefused(await end(other, id, from), 404, 'common.not_found');
      expectRefused(await end({ ...other, browser: edition.organiser }, id, from), 404, 'common.not_found');
      expectRefused(await end(from, id, to), 404, 'common.not_found');
      expectRefused(await end(to, id, other), 404, 'common.not_found');
      await end(to, id, from).expect(204);
      expectRefused(await end(to, id, from), 404, 'common.not_found');
      expectRefused(await read(from, id), 404, 'common.not_found');
      expectRefused(await from.browser.get(file), 404, 'common.not_found');
      expect(await mine(from)).toEqual([]);
      expect(await readersOf(to, id)).toEqual([]);
      expect(await told(from)).toContain('transfer.reading_ended');
      const events = await manager().findBy(StoredEvent, {
        type: 'project.former_reading_ended',
        subjectId: Equal(id),
      });
      expect(events).toMatchObject([{ actorId: to.person.id, payload: { personId: from.person.id } }]);

      const own = await passedOn();
      await end(own.from, own.id, own.from).expect(204);
      expectRefused(await read(own.from, own.id), 404, 'common.not_found');
      expect(await told(own.from)).not.toContain('transfer.reading_ended');
    });

    it('reading beside others before them, and an owner again where it comes back', async () => {
      const { from, to, id } = await passedOn();
      const third: Someone = await signedIn(app, '第三人');
      await passTo(to, id, third);
      for (const one of [from, to]) expect((await read(one, id).expect(200)).body.role).toBe('former');
      expect(await readersOf(third, id)).toHaveLength(2);
      await end(third, id, to).expect(204);
      await passTo(third, id, from);
      expect((await read(from, id).expect(200)).body.role).toBe('owner');
      expect((await mine(from)).map(({ role }) => role)).toEqual(['owner']);
      expectRefused(await read(to, id), 404, 'common.not_found');
      expect((await read(third, id).expect(200)).body.role).toBe('former');
      await passTo(from, id, to);
      expect((await read(to, id).expect(200)).body.role).toBe('owner');
      expect(await readersOf(to, id)).toHaveLength(2);
    });

    it('reading what was withdrawn, and no more once they are gone', async () => {
      const { from, to, id } = await passedOn();
      await to.browser.post(`${API}/projects/${id}/withdraw`).set('If-Match', '"4"').expect(204);
      expect((await read(from, id).expect(200)).body.state).toBe('withdrawn');
      await inWork((work) => app.get(PersonalData).erase(work, to.person.id));
      expect((await read(from, id).expect(200)).body.content.answers).toEqual({});
      await inWork((work) => app.get(PersonalData).erase(work, from.person.id));
      expect(await manager().countBy(FormerOwner, { projectId: Equal(id) })).toBe(0);

      const draft = await setUp(false);
      await answer(draft.to, draft.transfer, 'accept').expect(200);
      await inWork((work) => app.get(PersonalData).erase(work, draft.to.person.id));
      expect(await manager().countBy(FormerOwner, { projectId: Equal(draft.id) })).toBe(0);
    });

    it('no checker of it, also after their reading ended', async () => {
      const { from, to, id, transfer } = await setUp(true, [roleHere('checker')]);
      await answer(to, transfer, 'accept').expect(200);
      await inWork((work) => work.manager.update(ProjectMember, { projectId: id, position: 0 }, { mail: CORE }));
      const accept = () => from.browser.post(`${API}/projects/${id}/accept`).send({ submission: 1 });
      expect((await read(from, id).expect(200)).body.role).toBe('former');
      expectRefused(await from.browser.get(await certified(id)), 404, 'common.not_found');
      expectRefused(await accept(), 403, 'eligibility.conflict');
      await end(to, id, from).expect(204);
      expectRefused(await read(from, id), 403, 'project.recused');
      expectRefused(await accept(), 403, 'project.recused');
      expectRefused(await from.browser.get(`${API}/projects/${id}/duplicates`), 403, 'project.recused');
    });

    it('no judge of it, and no reader while they are recused from it', async () => {
      const { from, to, id, transfer } = await setUp(true, [roleHere('judge')]);
      await answer(to, transfer, 'accept').expect(200);
      await inWork((work) => work.manager.update(ProjectMember, { projectId: id, position: 0 }, { mail: CORE }));
      expect((await read(from, id).expect(200)).body.role).toBe('former');
      const sessionId = await inSession(id);
      const seat = { seatNo: 1, personId: from.person.id, kind: 'technical', organisationName: '别的单位' };
      await edition.organiser.post(`${API}/sessions/${sessionId}/seats`).send(seat).expect(204);
      const recusals = await manager().findBy(Recusal, { panelId: Equal(sessionId) });
      expect(recusals).toMatchObject([{ personId: from.person.id, reason: 'owner' }]);
      expectRefused(await read(from, id), 404, 'common.not_found');
      expect(await mine(from)).toEqual([]);
    });

    it('barred as those are who passed one on before that was kept, whose reading had ended', async () => {
      const { from, to, id } = await passedOn();
      const third: Someone = await signedIn(app, '第三人');
      await passTo(to, id, third);
      await passTo(third, id, to);
      const runner = app.get(Database).dataSource.createQueryRunner();
      try {
        await new CreateFormerOwners1764002060000().down(runner);
        await new CreateFormerOwners1764002060000().up(runner);
      } finally {
        await runner.release();
      }
      const kept = await manager().findBy(FormerOwner, { projectId: Equal(id) });
      expect(kept.map(({ personId }) => personId).sort()).toEqual([from.person.id, third.person.id].sort());
      expect(kept.every(({ since, endedAt }) => since.getTime() === endedAt?.getTime())).toBe(true);
      expectRefused(await read(from, id), 404, 'common.not_found');
    });
  });
});
