import { newId } from '@haishi/kernel';
import { Edition, ProjectSubmission } from '@haishi/contest';
import { Involvement } from '@haishi/contest/involvement/involvement';
import { MemberInvitation } from '@haishi/contest/project-team/invitation.entity';
import type { Grant } from '@haishi/contracts';
import { PersonalData } from '@haishi/identity';
import { Database, Notice, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { addMaterial, draftProject, openEdition, projectContent, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { lastLink, lastMessage } from '../support/messages.js';
import { expectRefused, signedIn, type TestPerson } from '../support/people.js';
import { countQueries } from '../support/queries.js';
import { pdfOf, upload } from '../support/uploads.js';

const API = '/api/v1';
let editions = 0;
let addresses = 0;

interface Someone {
  person: TestPerson;
  browser: Browser;
}
interface Standing {
  mail: string;
  standing: string;
  invitationId: string | null;
  acts: string[];
}

eachEngine('members of a project', (engine) => {
  let app: TestApp;
  let edition: { id: string; code: string; organiser: Browser };
  beforeAll(async () => {
    app = await startApp(engine);
    const born = { code: 'BORN', name: { zh: '生日', en: 'Born' }, kind: 'date', required: false, personal: true };
    const open = { code: 'OPEN', name: { zh: '备注', en: 'Remark' }, kind: 'text', required: false, maxLength: 50 };
    edition = await openEdition(app, `TEAM-${(editions += 1)}`, (file) => {
      file['questions'] = [born, open];
      delete file['rules'];
      file['groups'].find(({ code }: { code: string }) => code === 'TEAM').membersConfirm = true;
    });
  });
  afterAll(() => app?.close());

  const manager = () => app.get(Database).manager;
  /** Defines the edition behind the product's back. */
  const define = (definition: Edition['definition']) =>
    app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(Edition, edition.id, { definition: definition as never }),
      );
  const checks = (): Grant => ({ role: 'checker', scopeType: 'edition', scopeId: edition.id });
  const freshMail = () => `member${(addresses += 1)}@example.com`;
  const path = (id: string) => `${API}/projects/${id}`;
  const read = ({ browser }: Someone, id: string) => browser.get(path(id));
  const teamOf = async ({ browser }: Pick<Someone, 'browser'>, id: string) =>
    (await browser.get(`${path(id)}/team`).expect(200)).body as { members: Standing[]; unconfirmed: number };
  const standings = async (lead: Someone, id: string) =>
    (await teamOf(lead, id)).members.map(({ standing }) => standing);
  const invite = ({ browser }: Someone, id: string, mail?: string) =>
    browser.post(`${path(id)}/team/invitations`).send(mail ? { mail } : {});
  const withdraw = ({ browser }: Someone, invitation: string) =>
    browser.post(`${API}/member-invitations/${invitation}/withdraw`).send({});
  const tokenTo = async (mail: string) => new URL(await lastLink(app, mail)).hash.slice(1);
  const open = (token: string, browser = app.browser()) =>
    browser.post(`${API}/member-invitations/open`).send({ token });
  const answer = ({ browser }: Pick<Someone, 'browser'>, token: string, word: 'accept' | 'decline') =>
    browser.post(`${API}/member-invitations/${word}`).send({ token });
  const offersTo = async ({ browser }: Someone) =>
    (await browser.get(`${API}/member-invitations/mine`).expect(200)).body as { id: string; changed: boolean }[];
  const mine = async ({ browser }: Someone) => (await browser.get(`${API}/projects/mine`).expect(200)).body;
  const told = async ({ person }: Someone) =>
    (await manager().findBy(Notice, { personId: Equal(person.id) })).map(({ template }) => template);
  const invitationTo = (mail: string) => manager().findOneByOrFail(MemberInvitation, { mail: Equal(mail) });
  /** Moves an invitation behind the product's back, so that nobody waits. */
  const change = (mail: string, changes: Partial<Pick<MemberInvitation, 'sentAt' | 'expiresAt' | 'timesSent'>>) =>
    app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) => work.manager.update(MemberInvitation, { mail: Equal(mail) }, changes));
  const save = ({ browser }: Someone, id: string, version: number, change: Record<string, unknown>) =>
    browser.put(path(id)).set('If-Match', `"${version}"`).send(projectContent(change));

  /** A draft with its lead, a core member and another member, of whom nobody is invited. */
  async function draft(change: Record<string, unknown> = {}) {
    const lead: Someone = await signedIn(app, '钱负责');
    const [core, outer] = [freshMail(), freshMail()];
    const members = [
      { name: '钱负责', role: '负责人', share: 6000, mail: lead.person.mail, isCore: true },
      { name: '王核心', role: '研发', share: 1000, mail: core, isCore: true },
      { name: '李外围', role: '顾问', share: null, mail: outer, isCore: false },
    ];
    const answers = { BORN: '1990-01-02', OPEN: '备注' };
    const id = await draftProject(lead.browser, edition.code, { members, answers, ...change });
    return { lead, id, core, outer, members };
  }

  /** A draft whose core member accepted with an account of another address. */
  async function joined(grants: Grant[] = []) {
    const project = await draft();
    await invite(project.lead, project.id, project.core).expect(200);
    const member: Someone = await signedIn(app, '账号姓名', grants);
    const token = await tokenTo(project.core);
    await answer(member, token, 'accept').expect(200);
    return { ...project, member, token };
  }

  describe('are invited', () => {
    it('by their lead, one or all, by a mail with a link; saving invites nobody', async () => {
      const { lead, id, core, outer, members } = await draft();
      await save(lead, id, 2, { members, title: '又一次保存' }).expect(200);
      expect(await standings(lead, id)).toEqual(['lead', 'none', 'none']);
      expect(await teamOf(lead, id)).toMatchObject({
        unconfirmed: 2,
        members: [{ acts: [] }, { acts: ['invite'] }, {}],
      });
      const { body } = await invite(lead, id, core).expect(200);
      expect(body.members.map(({ standing }: Standing) => standing)).toEqual(['lead', 'invited', 'none']);
      await invite(lead, id).expect(200);
      expect(await standings(lead, id)).toEqual(['lead', 'invited', 'invited']);
      expect(await lastMessage(app, core)).toContain('将您列为团队成员（研发）');
      expect((await invitationTo(core)).timesSent).toBe(1);
      expect(await lastLink(app, outer)).toMatch(/\/team-invitation#[\w-]{43}$/);
      const stored = JSON.stringify(await manager().findBy(MemberInvitation, { projectId: Equal(id) }));
      expect(stored).not.toContain(await tokenTo(core));
      const events = await manager().findBy(StoredEvent, { type: 'project.member_invited', subjectId: Equal(id) });
      expect(JSON.stringify(events)).not.toContain(core);
    });

    it('when the project is handed in, whoever was not; nobody who declined, and no snapshot changes', async () => {
      const { lead, id, core, outer } = await draft();
      await invite(lead, id, core).expect(200);
      const declined = await tokenTo(core);
      await answer({ browser: app.browser() }, declined, 'decline').expect(204);
      await submitProject(lead.browser, id, 2).expect(200);
      expect(await standings(lead, id)).toEqual(['lead', 'declined', 'invited']);
      expect(await told(lead)).toContain('team.declined');
      const snapshot = async () =>
        (await manager().findOneByOrFail(ProjectSubmission, { projectId: Equal(id) })).snapshot;
      const before = await snapshot();
      const member: Someone = await signedIn(app, '李外围');
      await answer(member, await tokenTo(outer), 'accept').expect(200);
      expect(await snapshot()).toEqual(before);
      const { browser: checker } = await signedIn(app, '审查员', [checks()]);
      const seen = await teamOf({ browser: checker }, id);
      expect(seen.members.map(({ standing }) => standing)).toEqual(['lead', 'declined', 'accepted']);
      expect(seen.unconfirmed).toBe(1);
      expect(seen.members.every(({ acts, invitationId }) => acts.length === 0 && invitationId === null)).toBe(true);
      expect(JSON.stringify(seen)).not.toContain(member.person.mail);
      await checker
        .post(`${path(id)}/accept`)
        .send({ submission: 1 })
        .expect(200);
    });

    it('again a few times and not at once, by no one but the lead, and only whom the team names', async () => {
      const { lead, id, core, outer } = await draft();
      const other: Someone = await signedIn(app, '外人');
      expectRefused(await invite(other, id, core), 404, 'common.not_found');
      expectRefused(await other.browser.get(`${path(id)}/team`), 404, 'common.not_found');
      expectRefused(await invite(lead, id, 'nobody@example.com'), 422, 'team.not_in_team', 'mail');
      expectRefused(await invite(lead, id, lead.person.mail), 422, 'team.invites_oneself', 'mail');
      await invite(lead, id, core).expect(200);
      const first = await tokenTo(core);
      expectRefused(await invite(lead, id, core), 409, 'team.sent_lately', 'mail');
      await change(core, { sentAt: new Date(Date.now() - 3_600_000) });
      await invite(lead, id, core).expect(200);
      expectRefused(await open(first), 404, 'team.link_not_valid');
      await open(await tokenTo(core)).expect(200);
      await change(core, { sentAt: new Date(Date.now() - 3_600_000), timesSent: 5 });
      expectRefused(await invite(lead, id, core), 409, 'team.sent_often', 'mail');
      await lead.browser
        .post(`${path(id)}/withdraw`)
        .set('If-Match', '"2"')
        .expect(204);
      expectRefused(await invite(lead, id, outer), 409, 'project.action_not_allowed');
    });

    it('by at most a hundred mails an hour', async () => {
      const { lead, id, core, members } = await draft();
      const many = (from: number) =>
        Array.from({ length: 50 }, (_, n) => ({
          name: '甲',
          role: '乙',
          share: null,
          mail: `many${engine}${from + n}@example.com`,
          isCore: false,
        }));
      await save(lead, id, 2, { members: many(0) }).expect(200);
      await invite(lead, id).expect(200);
      await save(lead, id, 3, { members: many(50) }).expect(200);
      await invite(lead, id).expect(200);
      expectRefused(await invite(lead, id, core), 429, 'common.too_many');
      const outer = { ...many(100)[0]!, mail: freshMail() };
      await save(lead, id, 4, { members: [members[0], ...many(51).slice(0, 48), outer] }).expect(200);
      await submitProject(lead.browser, id, 5).expect(200);
      expect(await manager().countBy(MemberInvitation, { mail: Equal(outer.mail) })).toBe(0);
      expect((await standings(lead, id)).at(-1)).toBe('none');
    });
  });

  describe('who are invited', () => {
    it('learn by their link who asks, for what and as what, and nothing of the content', async () => {
      const { lead, id, core } = await draft();
      await invite(lead, id, core).expect(200);
      const { body } = await open(await tokenTo(core)).expect(200);
      expect(body).toEqual({
        id: expect.any(String),
        title: '面向北斗的高精度授时芯片',
        number: null,
        edition: expect.objectContaining({ zh: '“海石杯”高层次人才创新创业大赛' }),
        lead: '钱负责',
        name: '王核心',
        role: '研发',
        share: 1000,
        expiresAt: expect.any(String),
        timeZone: 'Asia/Shanghai',
        changed: false,
      });
      const { members } = await teamOf(lead, id);
      expect(members[1]).toEqual(expect.objectContaining({ standing: 'invited', acts: ['invite', 'withdraw'] }));
    });

    it('accept with an account, once, under whichever address; the lead learns that and no more', async () => {
      const { lead, id, core } = await draft();
      await invite(lead, id, core).expect(200);
      const token = await tokenTo(core);
      expectRefused(await answer({ browser: app.browser() }, token, 'accept'), 401, 'common.unauthenticated');
      const two: Someone[] = [await signedIn(app, '账号姓名'), await signedIn(app, '账号姓名')];
      expectRefused(await read(two[0]!, id), 404, 'common.not_found');
      const answers = await Promise.all(two.map((one) => answer(one, token, 'accept')));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const [member, other] = answers[0]!.status === 200 ? [two[0]!, two[1]!] : [two[1]!, two[0]!];
      await read(member, id).expect(200);
      for (const word of ['accept', 'decline'] as const)
        expectRefused(await answer(member, token, word), 409, 'team.answered');
      expectRefused(await open(token), 409, 'team.answered');
      expectRefused(await answer(other, token, 'accept'), 409, 'team.answered');
      expectRefused(await read(other, id), 404, 'common.not_found');
      expect(await standings(lead, id)).toEqual(['lead', 'accepted', 'none']);
      expectRefused(await invite(lead, id, core), 409, 'team.accepted_already', 'mail');
      expect(await told(lead)).toContain('team.accepted');
      const known = `${JSON.stringify(await teamOf(lead, id))} ${await lastMessage(app, lead.person.mail)}`;
      expect(known).toContain('王核心');
      for (const fact of [member.person.mail, member.person.id, '账号姓名']) expect(known).not.toContain(fact);
    });

    it('are told of all that waits for them by as many questions as of one', async () => {
      const member: Someone = await signedIn(app, '多方成员');
      const invited = async () => {
        const { lead, id, members } = await draft();
        await save(lead, id, 2, { members: [...members, { ...members[2]!, mail: member.person.mail }] }).expect(200);
        await invite(lead, id, member.person.mail).expect(200);
      };
      const asked = async () => {
        const counts = [];
        for (const table of ['projects', 'project_members', 'editions', 'persons'])
          counts.push(await countQueries(app, table, () => offersTo(member)));
        return counts;
      };
      await invited();
      const [first] = await offersTo(member);
      await member.browser.post(`${API}/member-invitations/${first!.id}/accept`).send({}).expect(200);
      await invited();
      const before = await asked();
      await invited();
      expect(await offersTo(member)).toHaveLength(2);
      expect(await asked()).toEqual(before);
    });

    it('find it among their own where the address is theirs, without the mail; nobody else does', async () => {
      const member: Someone = await signedIn(app, '李外围');
      const { lead, id, core, members } = await draft();
      await save(lead, id, 2, { members: [...members, { ...members[2]!, mail: member.person.mail }] }).expect(200);
      await invite(lead, id).expect(200);
      const [offer] = await offersTo(member);
      expect(offer).toMatchObject({ title: '面向北斗的高精度授时芯片', lead: '钱负责', name: '李外围' });
      const { body: tasks } = await member.browser.get(`${API}/tasks`).expect(200);
      expect(JSON.stringify(tasks)).toContain('是否参加');
      const other: Someone = await signedIn(app, '外人');
      expect(await offersTo(other)).toEqual([]);
      for (const word of ['accept', 'decline'])
        expectRefused(
          await other.browser.post(`${API}/member-invitations/${offer!.id}/${word}`).send({}),
          404,
          'common.not_found',
        );
      // The link of one member is not for the account of another, nor for who leads the project under an address of their own.
      expectRefused(await answer(member, await tokenTo(core), 'accept'), 409, 'team.other_member');
      expectRefused(await answer(lead, await tokenTo(core), 'accept'), 409, 'team.other_member');
      const own = members.map((one, at) => (at === 0 ? { ...one, mail: `lead-${newId()}@example.com` } : one));
      await save(lead, id, 3, { members: [...own, { ...members[2]!, mail: member.person.mail }] }).expect(200);
      expectRefused(await answer(lead, await tokenTo(core), 'accept'), 409, 'team.other_member');
      await member.browser.post(`${API}/member-invitations/${offer!.id}/accept`).send({}).expect(200);
      expectRefused(await answer(member, await tokenTo(core), 'accept'), 409, 'team.other_member');
      expect(await offersTo(member)).toEqual([]);
      expect((await read(member, id).expect(200)).body.role).toBe('teammate');
    });

    it('accept nothing that expired, was taken back or lapsed, and are told which', async () => {
      const { lead, id, core, outer, members } = await draft();
      await invite(lead, id).expect(200);
      const member: Someone = await signedIn(app, '王核心');
      const [token, second] = [await tokenTo(core), await tokenTo(outer)];
      await change(core, { expiresAt: new Date(Date.now() - 1) });
      for (const word of ['accept', 'decline'] as const)
        expectRefused(await answer(member, token, word), 409, 'team.expired');
      expectRefused(await open(token), 409, 'team.expired');
      expect(await standings(lead, id)).toEqual(['lead', 'expired', 'invited']);
      await withdraw(lead, (await invitationTo(core)).id).expect(204);
      expectRefused(await withdraw(lead, (await invitationTo(core)).id), 409, 'team.not_invited');
      expectRefused(await withdraw(member, (await invitationTo(outer)).id), 404, 'common.not_found');
      expectRefused(await answer(member, token, 'accept'), 409, 'team.withdrawn');
      expect(await lastMessage(app, core)).toContain('已撤回请您参加的邀请');
      const other = { ...members[2]!, mail: freshMail() };
      await save(lead, id, 2, { members: [members[0], members[1], other] }).expect(200);
      expectRefused(await answer(member, second, 'accept'), 409, 'team.lapsed');
      expectRefused(await open(second), 409, 'team.lapsed');
      expect(await standings(lead, id)).toEqual(['lead', 'withdrawn', 'none']);
      expectRefused(await open('nonsense'), 404, 'team.link_not_valid');
    });

    it('accept nothing of a project that was withdrawn or changed hands; who accepted before stays', async () => {
      const { lead, id, core, outer, member } = await joined();
      await invite(lead, id, outer).expect(200);
      const next: Someone = await signedIn(app, '新负责');
      await lead.browser
        .post(`${path(id)}/transfer`)
        .send({ mail: next.person.mail })
        .expect(204);
      const [offer] = (await next.browser.get(`${API}/project-transfers/mine`).expect(200)).body;
      await next.browser.post(`${API}/project-transfers/${offer.id}/accept`).send({}).expect(200);
      expectRefused(await open(await tokenTo(outer)), 409, 'team.lapsed');
      expect((await read(member, id).expect(200)).body.role).toBe('teammate');
      expect(await standings(next, id)).toEqual(['none', 'accepted', 'lapsed']);
      expectRefused(await invite(lead, id, core), 404, 'common.not_found');
      await change(outer, { sentAt: new Date(Date.now() - 3_600_000) });
      await invite(next, id).expect(200);
      expect(await standings(next, id)).toEqual(['invited', 'accepted', 'invited']);
      await next.browser
        .post(`${path(id)}/withdraw`)
        .set('If-Match', '"3"')
        .expect(204);
      expectRefused(await open(await tokenTo(outer)), 409, 'team.lapsed');
      expect((await read(member, id).expect(200)).body).toMatchObject({ role: 'teammate', state: 'withdrawn' });
    });

    it('are told, core or not, where the project is moved, passes on and is withdrawn; each once, and by no address besides', async () => {
      const { lead, id, core, outer, member } = await joined();
      const side: Someone = await signedIn(app, '外围账号');
      await invite(lead, id, outer).expect(200);
      await answer(side, await tokenTo(outer), 'accept').expect(200);
      await submitProject(lead.browser, id, 2).expect(200);
      await edition.organiser
        .post(`${path(id)}/move`)
        .set('If-Match', '"3"')
        .send({ division: 'EIT', field: 'IC', region: 'XA', group: 'ENT', reason: '改赛区' })
        .expect(200);
      const next: Someone = await signedIn(app, '新负责');
      await lead.browser
        .post(`${path(id)}/transfer`)
        .send({ mail: next.person.mail })
        .expect(204);
      const [offer] = (await next.browser.get(`${API}/project-transfers/mine`).expect(200)).body;
      await next.browser.post(`${API}/project-transfers/${offer.id}/accept`).send({}).expect(200);
      await next.browser
        .post(`${path(id)}/withdraw`)
        .set('If-Match', '"5"')
        .expect(204);
      const heard = async (someone: Someone) =>
        (await told(someone))
          .filter((one) => ['project.moved', 'transfer.accepted', 'team.project_withdrawn'].includes(one))
          .sort();
      const twice = (...templates: string[]) => templates.flatMap((one) => [one, one]);
      for (const someone of [member, side])
        expect(await heard(someone)).toEqual(twice('project.moved', 'team.project_withdrawn', 'transfer.accepted'));
      expect(await heard(lead)).toEqual(twice('project.moved', 'transfer.accepted'));
      for (const mail of [core, outer]) expect(await lastMessage(app, mail)).toContain('/team-invitation#');
    });

    it('accept nothing that they decided on as its checker', async () => {
      const { lead, id, core } = await draft();
      await submitProject(lead.browser, id, 2).expect(200);
      const checker: Someone = await signedIn(app, '审查员', [checks()]);
      await checker.browser
        .post(`${path(id)}/accept`)
        .send({ submission: 1 })
        .expect(200);
      expectRefused(await answer(checker, await tokenTo(core), 'accept'), 409, 'team.judged_it');
    });
  });

  describe('who accepted', () => {
    it('read the project as it stands, its way and its files, and change nothing', async () => {
      const { lead, id, member, members } = await joined();
      const { body } = await read(member, id).expect(200);
      expect(body).toMatchObject({ role: 'teammate', actions: [], missing: [], state: 'draft', submissions: 0 });
      expect(body.content).toMatchObject({ title: '面向北斗的高精度授时芯片', answers: { OPEN: '备注' } });
      // What the leader answered about themselves is theirs.
      expect(body.content.answers.BORN).toBeUndefined();
      const line = ({ name, role, share, isCore }: (typeof members)[number]) => ({
        name,
        role,
        share,
        isCore,
        mail: '',
      });
      expect(body.content.members).toEqual(members.map(line));
      expect(await mine(member)).toMatchObject([{ id, role: 'teammate', deadline: null }]);
      const file = `${API}/files/${body.content.materials[0].fileId}`;
      await member.browser.get(file).expect(200);
      const loose = await upload(lead.browser, 'project.material', '未附.pdf', pdfOf());
      await member.browser.get(`${API}/files/${loose}`).expect(404);
      const refused = [
        member.browser.put(path(id)).set('If-Match', '"2"').send(projectContent()),
        member.browser.post(`${path(id)}/withdraw`).set('If-Match', '"2"'),
        submitProject(member.browser, id, 2),
        member.browser.delete(`${path(id)}/materials/${file.split('/').at(-1)}`),
        member.browser.post(`${path(id)}/transfer`).send({ mail: 'somebody@example.com' }),
        member.browser.put(`${path(id)}/gallery`).send({ listed: false }),
        invite(member, id),
        ...['transfer', 'gallery', 'appeal'].map((one) => member.browser.get(`${path(id)}/${one}`)),
      ];
      for (const one of refused) expectRefused(await one, 404, 'common.not_found');
      for (const one of ['team', 'conditions'])
        expectRefused(await member.browser.get(`${path(id)}/${one}`), 403, 'common.forbidden');

      await submitProject(lead.browser, id, 2).expect(200);
      const { browser: checker } = await signedIn(app, '审查员丁', [checks()]);
      const dueAt = new Date(Date.now() + 86_400_000).toISOString();
      const correction = { submission: 1, reasonCode: 'material_missing', text: '请补充团队介绍', dueAt };
      const returned = await checker.post(`${path(id)}/return`).send(correction);
      expect(returned.status).toBe(200);
      const { body: seen } = await read(member, id).expect(200);
      expect(seen.history.at(-1)).toMatchObject({ kind: 'returned', text: '请补充团队介绍' });
      expect(JSON.stringify(seen)).not.toContain('审查员丁');
      for (const one of ['timeline', 'standings', 'appearances', 'certificates'])
        await member.browser.get(`${path(id)}/${one}`).expect(200);
      const answers = { BORN: '1991-03-04', OPEN: '改过的备注' };
      await save(lead, id, 4, { members, answers }).expect(200);
      await submitProject(lead.browser, id, 5).expect(200);
      const differences = JSON.stringify((await member.browser.get(`${path(id)}/differences`).expect(200)).body);
      expect(differences).toContain('改过的备注');
      expect(differences).not.toContain('1991');
    });

    it('leave by themselves, which the lead hears, and may be asked again', async () => {
      const { lead, id, core, member } = await joined();
      await member.browser
        .post(`${path(id)}/team/leave`)
        .send({})
        .expect(204);
      expectRefused(await read(member, id), 404, 'common.not_found');
      expectRefused(await member.browser.post(`${path(id)}/team/leave`).send({}), 404, 'common.not_found');
      expectRefused(await lead.browser.post(`${path(id)}/team/leave`).send({}), 404, 'common.not_found');
      expect(await mine(member)).toEqual([]);
      expect(await told(lead)).toContain('team.left');
      expect(await standings(lead, id)).toEqual(['lead', 'left', 'none']);
      await change(core, { sentAt: new Date(Date.now() - 3_600_000) });
      await invite(lead, id, core).expect(200);
      expectRefused(await read(member, id), 404, 'common.not_found');
      await answer(member, await tokenTo(core), 'accept').expect(200);
      await read(member, id).expect(200);
    });

    it('are no longer members once the lead ends that, or the team names them no more', async () => {
      const first = await joined();
      await withdraw(first.lead, (await invitationTo(first.core)).id).expect(204);
      expectRefused(await read(first.member, first.id), 404, 'common.not_found');
      expect(await told(first.member)).toContain('team.ended');
      expect(await standings(first.lead, first.id)).toEqual(['lead', 'withdrawn', 'none']);
      // Whose account it was comes back by the new link alone, which may be for somebody else.
      await change(first.core, { sentAt: new Date(Date.now() - 3_600_000) });
      await invite(first.lead, first.id, first.core).expect(200);
      for (const word of ['accept', 'decline'])
        expectRefused(
          await first.member.browser
            .post(`${API}/member-invitations/${(await invitationTo(first.core)).id}/${word}`)
            .send({}),
          404,
          'common.not_found',
        );

      const next: Someone = await signedIn(app, '王核心');
      await answer(next, await tokenTo(first.core), 'accept').expect(200);
      await read(next, first.id).expect(200);
      for (const { person } of [first.member, next])
        expect(await app.get(Involvement).conflicts({ kind: 'person', id: person.id }, [first.id])).toEqual(
          new Set([first.id]),
        );
      expect(await app.get(PersonalData).export(first.member.person.id)).toMatchObject({
        projects: { formerMemberships: [{ projectId: first.id }], memberships: [] },
      });

      const { lead, id, core, members, member, token } = await joined();
      await save(lead, id, 2, { members: [members[0], members[2]] }).expect(200);
      expectRefused(await read(member, id), 404, 'common.not_found');
      expect(await told(member)).toContain('team.ended');
      await save(lead, id, 3, { members }).expect(200);
      expectRefused(await read(member, id), 404, 'common.not_found');
      expectRefused(await answer(member, token, 'accept'), 409, 'team.lapsed');
      expect(await standings(lead, id)).toEqual(['lead', 'lapsed', 'none']);
      expect((await invitationTo(core)).state).toBe('lapsed');
    });

    it('agree to what they were named, and are asked again where that changes', async () => {
      const { lead, id, core, members, member } = await joined();
      const cut = members.map((one) => (one.mail === core ? { ...one, share: 10 } : one));
      await save(lead, id, 2, { members: cut }).expect(200);
      expect(await standings(lead, id)).toEqual(['lead', 'changed', 'none']);
      expect((await teamOf(lead, id)).unconfirmed).toBe(2);
      const [offer] = await offersTo(member);
      expect(offer).toMatchObject({ changed: true, share: 10 });
      await change(core, { sentAt: new Date(Date.now() - 3_600_000) });
      await invite(lead, id, core).expect(200);
      expect(await told(member)).toContain('team.changed');
      await read(member, id).expect(200);
      await member.browser.post(`${API}/member-invitations/${offer!.id}/accept`).send({}).expect(200);
      expect(await standings(lead, id)).toEqual(['lead', 'accepted', 'none']);
      expect(await offersTo(member)).toEqual([]);
    });

    it('are told nothing more of persons as staff, neither by its page nor by what changed nor in a list', async () => {
      const reads: Grant = { role: 'contest_organiser', scopeType: 'edition', scopeId: edition.id };
      const { lead, id, members, member } = await joined([reads]);
      await submitProject(lead.browser, id, 2).expect(200);
      const { browser: checker } = await signedIn(app, '审查员', [checks()]);
      const dueAt = new Date(Date.now() + 86_400_000).toISOString();
      const correction = { submission: 1, reasonCode: 'material_missing', text: '请补充', dueAt };
      await checker
        .post(`${path(id)}/return`)
        .send(correction)
        .expect(200);
      const moved = members.map((one) => (one.name === '李外围' ? { ...one, mail: freshMail() } : one));
      await save(lead, id, 4, { members: moved, answers: { BORN: '1983-03-04', OPEN: '改过' } }).expect(200);
      await submitProject(lead.browser, id, 5).expect(200);
      const other = await draft({ answers: { BORN: '1977-07-07', OPEN: '别的' } });
      await submitProject(other.lead.browser, other.id, 2).expect(200);

      const { body } = await read(member, id).expect(200);
      expect(body).toMatchObject({ role: 'teammate', content: { answers: { OPEN: '改过' } } });
      const list = `${API}/editions/${edition.code}/projects/export?format=csv`;
      const exported = async (browser: Browser) => (await browser.get(list).expect(200)).text;
      const differences = async (browser: Browser) =>
        JSON.stringify((await browser.get(`${path(id)}/differences`).expect(200)).body);
      const told = [JSON.stringify(body), await differences(member.browser), await exported(member.browser)];
      for (const text of told) for (const kept of ['1983', '@example.com']) expect(text).not.toContain(kept);
      expect(told[1]).toContain('改过');
      expect(told[2]).toContain('1977-07-07');
      expect(await exported(edition.organiser)).toContain('1983-03-04');
      expect(await differences(checker)).toContain('1983-03-04');
      expectRefused(await member.browser.get(`${path(id)}/team`), 403, 'common.forbidden');
    });

    it('are told that a personal file is there, and neither open nor hear it named, staff or not; checkers do while it is handed in', async () => {
      const reads: Grant = { role: 'contest_organiser', scopeType: 'edition', scopeId: edition.id };
      const { lead, id, member } = await joined([reads]);
      const proof = await addMaterial(lead.browser, id, 'PROOF', '钱负责护照.pdf');
      const kinds = async ({ browser }: Someone) =>
        Object.fromEntries(
          (await read({ browser } as Someone, id).expect(200)).body.content.materials.map(
            ({ kind, name }: { kind: string; name: string }) => [kind, name],
          ),
        );
      const named = { PLAN: '商业计划书.pdf', PROOF: '钱负责护照.pdf' };
      const closed = async () => {
        expect(await kinds(member)).toEqual({ ...named, PROOF: '' });
        for (const at of [proof, `${proof}/info`])
          expectRefused(await member.browser.get(`${API}/files/${at}`), 404, 'common.not_found');
      };
      await closed();
      await submitProject(lead.browser, id, 2).expect(200);
      await closed();
      const checker: Someone = await signedIn(app, '审查员', [checks()]);
      for (const one of [lead, checker, { browser: edition.organiser } as Someone]) {
        expect(await kinds(one)).toEqual(named);
        await one.browser.get(`${API}/files/${proof}`).expect(200);
      }
      const dueAt = new Date(Date.now() + 86_400_000).toISOString();
      const correction = { submission: 1, reasonCode: 'material_missing', text: '请换清晰的', dueAt };
      await checker.browser
        .post(`${path(id)}/return`)
        .send(correction)
        .expect(200);
      await lead.browser.delete(`${path(id)}/materials/${proof}`).expect(204);
      await addMaterial(lead.browser, id, 'PROOF', '钱负责护照2.pdf');
      await submitProject(lead.browser, id, 4).expect(200);
      const replaced = async ({ browser }: Someone) =>
        (await browser.get(`${path(id)}/differences`).expect(200)).body.materials;
      expect(await replaced(checker)).toMatchObject([{ old: '', new: '钱负责护照2.pdf' }]);
      expect(await replaced(member)).toMatchObject([{ kind: 'replaced', old: '', new: '' }]);
    });

    it('open a file of a kind that the edition has no longer no more than a personal one', async () => {
      const { lead, id, member } = await joined();
      const slides = await addMaterial(lead.browser, id, 'DECK', '路演.pdf');
      await member.browser.get(`${API}/files/${slides}`).expect(200);
      const { definition } = await manager().findOneByOrFail(Edition, { id: edition.id });
      await define({ ...definition, materials: definition.materials.filter(({ code }) => code !== 'DECK') });
      expectRefused(await member.browser.get(`${API}/files/${slides}`), 404, 'common.not_found');
      await lead.browser.get(`${API}/files/${slides}`).expect(200);
      await define(definition);
    });

    it('open no file that was given as personal, also where its kind is open now, held or handed in alone', async () => {
      const { lead, id, member } = await joined();
      const proof = await addMaterial(lead.browser, id, 'PROOF', '钱负责护照.pdf');
      const { definition } = await manager().findOneByOrFail(Edition, { id: edition.id });
      const open = definition.materials.map((kind) => ({ ...kind, personal: false, forJudges: true }));
      const checker: Someone = await signedIn(app, '审查员', [checks()]);
      const file = ({ browser }: Someone) => browser.get(`${API}/files/${proof}`);
      await define({ ...definition, materials: open });
      expectRefused(await file(member), 404, 'common.not_found');
      const { body } = await read(member, id).expect(200);
      expect(body.content.materials).toMatchObject([
        { kind: 'PLAN', name: '商业计划书.pdf', personal: false },
        { kind: 'PROOF', name: '', personal: true },
      ]);
      await submitProject(lead.browser, id, 2).expect(200);
      const dueAt = new Date(Date.now() + 86_400_000).toISOString();
      const correction = { submission: 1, reasonCode: 'material_missing', text: '请换清晰的', dueAt };
      await checker.browser
        .post(`${path(id)}/return`)
        .send(correction)
        .expect(200);
      await lead.browser.delete(`${path(id)}/materials/${proof}`).expect(204);
      expectRefused(await file(member), 404, 'common.not_found');
      for (const one of [lead, checker]) await file(one).expect(200);
      const again = await addMaterial(lead.browser, id, 'PROOF', '公开的.pdf');
      await member.browser.get(`${API}/files/${again}`).expect(200);
      await define(definition);
    });

    it('decide nothing on it as checkers, whatever their address, also once they left', async () => {
      const { lead, id, member } = await joined([checks()]);
      await submitProject(lead.browser, id, 2).expect(200);
      const decide = () => member.browser.post(`${path(id)}/accept`).send({ submission: 1 });
      const { role, history } = (await read(member, id).expect(200)).body;
      expect(role).toBe('teammate');
      expect(history.every((step: object) => !('by' in step))).toBe(true);
      expectRefused(await decide(), 403, 'eligibility.conflict');
      await member.browser
        .post(`${path(id)}/team/leave`)
        .send({})
        .expect(204);
      expectRefused(await read(member, id), 403, 'project.recused');
      expectRefused(await decide(), 403, 'project.recused');
    });
  });

  it('have all confirmed before it is handed in, where the group wants that of core members', async () => {
    const organisation = { name: '', country: 'CN', code: '' };
    const { lead, id, core, outer, members } = await draft({ group: 'TEAM', organisation });
    const third = { ...members[2]!, isCore: true };
    const { body: saved } = await save(lead, id, 2, {
      group: 'TEAM',
      organisation,
      members: [members[0], members[1], third],
    });
    const named = saved.missing.filter(({ code }: { code: string }) => code === 'team.not_confirmed');
    expect(named).toMatchObject([
      { field: 'members.1.mail', message: expect.stringContaining('王核心') },
      { field: 'members.2.mail', message: expect.stringContaining('李外围') },
    ]);
    await invite(lead, id).expect(200);
    const [one, other]: Someone[] = [await signedIn(app, '甲'), await signedIn(app, '乙')];
    await answer(one!, await tokenTo(core), 'accept').expect(200);
    expectRefused(await submitProject(lead.browser, id, 3), 422, 'team.not_confirmed', 'members.2.mail');
    await answer(other!, await tokenTo(outer), 'accept').expect(200);
    expect((await submitProject(lead.browser, id, 3)).status).toBe(200);
  });

  describe('personal data', () => {
    it('tells a member their invitations, and takes name, line and access with the account', async () => {
      const { lead, id, core, member } = await joined();
      await submitProject(lead.browser, id, 2).expect(200);
      const { projects } = (await app.get(PersonalData).export(member.person.id)) as Record<string, any>;
      expect(projects.invitations).toMatchObject([
        { projectId: id, mail: core, state: 'accepted', agreed: { name: '王核心', role: '研发', share: 1000 } },
      ]);
      expect(projects.memberships).toMatchObject([{ projectId: id, name: '王核心', mail: core }]);
      const erase = (person: TestPerson) =>
        app.get(UnitOfWork).run(systemActor('test'), (work) => app.get(PersonalData).erase(work, person.id));
      await erase(member.person);
      expect(await manager().countBy(MemberInvitation, { mail: Equal(core) })).toBe(0);
      const { snapshot } = await manager().findOneByOrFail(ProjectSubmission, { projectId: Equal(id) });
      expect(JSON.stringify(snapshot)).not.toContain(core);
      expect(snapshot.members[1]).toMatchObject({ name: '—', mail: '', role: '研发' });
      expect(snapshot.members[2]).toMatchObject({ name: '李外围' });
      expect(JSON.stringify((await read(lead, id).expect(200)).body.content)).not.toContain(core);
    });

    it('leaves the line of somebody else alone whose link an account was put out from', async () => {
      const { lead, id, core, member } = await joined();
      await submitProject(lead.browser, id, 2).expect(200);
      await withdraw(lead, (await invitationTo(core)).id).expect(204);
      const { projects } = (await app.get(PersonalData).export(member.person.id)) as Record<string, any>;
      expect(projects.memberships).toEqual([]);
      await app.get(UnitOfWork).run(systemActor('test'), (work) => app.get(PersonalData).erase(work, member.person.id));
      const { snapshot } = await manager().findOneByOrFail(ProjectSubmission, { projectId: Equal(id) });
      expect(snapshot.members[1]).toMatchObject({ name: '王核心', mail: core });
    });

    it('takes files that were given as personal with the lead, and no others, of kinds that the edition has no longer', async () => {
      const { lead, id } = await joined();
      for (const kind of ['PROOF', 'DECK']) await addMaterial(lead.browser, id, kind, `${kind}.pdf`);
      await submitProject(lead.browser, id, 2).expect(200);
      const { definition } = await manager().findOneByOrFail(Edition, { id: edition.id });
      await define({ ...definition, materials: definition.materials.filter(({ code }) => code === 'PLAN') });
      await app.get(UnitOfWork).run(systemActor('test'), (work) => app.get(PersonalData).erase(work, lead.person.id));
      await define(definition);
      const { snapshot } = await manager().findOneByOrFail(ProjectSubmission, { projectId: Equal(id) });
      expect(snapshot.materials.map(({ kind }) => kind)).toEqual(['PLAN', 'DECK']);
    });

    it('ends what waits with the account of the lead', async () => {
      const { lead, id, outer, member } = await joined();
      await submitProject(lead.browser, id, 2).expect(200);
      const other = await joined();
      const erase = ({ person }: Someone) =>
        app.get(UnitOfWork).run(systemActor('test'), (work) => app.get(PersonalData).erase(work, person.id));
      await erase(lead);
      expect((await invitationTo(outer)).state).toBe('lapsed');
      expect((await read(member, id).expect(200)).body).toMatchObject({ role: 'teammate', state: 'withdrawn' });
      await erase(other.lead);
      expect(await manager().countBy(MemberInvitation, { projectId: Equal(other.id) })).toBe(0);
    });
  });
});
