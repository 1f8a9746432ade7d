import type { Grant } from '@haishi/contracts';
import { Invitation, Links, Person, RoleGrant, ScopePlaces } from '@haishi/identity';
import { Database, systemActor, UnitOfWork } from '@haishi/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachEngine } from '../support/engines.js';
import { exhaust } from '../support/limits.js';
import { expectRefused, makePerson, signedIn, signIn, TEST_PASSWORD } from '../support/people.js';
import { startApp, type TestApp } from '../support/app.js';
import { lastLink, lastMessage } from '../support/messages.js';

const API = '/api/v1';
const ADMINISTRATOR: Grant = { role: 'administrator', scopeType: 'system', scopeId: '' };
const AUDITOR: Grant = { role: 'auditor', scopeType: 'system', scopeId: '' };
const ORGANISER: Grant = { role: 'contest_organiser', scopeType: 'edition', scopeId: 'e1' };
const PRIVACY = '2026-01-01';

/** Editions, regions, sessions and fairs as upper rooms would know them. */
function registerPlaces(app: TestApp): void {
  const places = app.get(ScopePlaces);
  const known = (id: string, within: object) =>
    Promise.resolve({ label: { zh: `处${id}`, en: `place ${id}` }, within });
  places.register('edition', (id) => (/^e[12]$/.test(id) ? known(id, { edition: id }) : Promise.resolve(undefined)));
  places.register('region', (id) => known(id, { edition: id.split('/')[0], region: id }));
  places.register('session', (id) => known(id, { edition: 'e1', session: id }));
  places.register('fair', (id) => known(id, { fair: id }));
}

eachEngine('staff', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
    registerPlaces(app);
  });
  afterAll(() => app?.close());

  describe('roles', () => {
    it('are given and take effect at once, and are taken and end at once', async () => {
      const { browser: admin } = await signedIn(app, '管理员甲', [ADMINISTRATOR]);
      const { person, browser: officer } = await signedIn(app, '联络员');
      const grant = { role: 'county_officer', scopeType: 'county', scopeId: '130102' };
      const { body } = await admin.post(`${API}/people/${person.id}/grants`).send(grant).expect(201);
      expect((await officer.get(`${API}/session`)).body).toMatchObject({
        grants: [grant],
        permissions: expect.arrayContaining(['demand.own']),
      });
      expectRefused(await admin.post(`${API}/people/${person.id}/grants`).send(grant), 409, 'identity.already_granted');
      await admin.delete(`${API}/grants/${body.id}`).expect(204);
      expect((await officer.get(`${API}/session`)).body.grants).toEqual([]);
      expectRefused(await admin.delete(`${API}/grants/${body.id}`), 404, 'common.not_found');
    });

    it('are given within one’s own scope, to others, and where they fit', async () => {
      const { person: self, browser: organiser } = await signedIn(app, '组织者', [ORGANISER]);
      const { person } = await signedIn(app, '专家');
      const give = (grant: object, to = person.id) => organiser.post(`${API}/people/${to}/grants`).send(grant);
      await give({ role: 'judge', scopeType: 'session', scopeId: 's1' }).expect(201);
      await give({ role: 'checker', scopeType: 'region', scopeId: 'e1/asia' }).expect(201);
      expectRefused(
        await give({ role: 'judge', scopeType: 'edition', scopeId: 'e2' }),
        403,
        'identity.grant_beyond_own',
      );
      expectRefused(
        await give({ role: 'administrator', scopeType: 'system', scopeId: '' }),
        403,
        'identity.grant_beyond_own',
      );
      expectRefused(
        await give({ role: 'gate_staff', scopeType: 'fair', scopeId: 'f1' }),
        403,
        'identity.grant_beyond_own',
      );
      expectRefused(
        await give({ role: 'judge', scopeType: 'edition', scopeId: 'e9' }),
        422,
        'identity.scope_unknown',
        'scopeId',
      );
      expectRefused(
        await give({ role: 'judge', scopeType: 'county', scopeId: '130102' }),
        422,
        'identity.role_not_in_scope',
        'scopeType',
      );
      expectRefused(
        await give({ role: 'king', scopeType: 'county', scopeId: '130102' }),
        422,
        'common.not_a_choice',
        'role',
      );
      expectRefused(
        await give({ role: 'judge', scopeType: 'edition', scopeId: 'e1' }, self.id),
        403,
        'identity.grant_to_self',
      );
      expectRefused(
        await give({ role: 'judge', scopeType: 'edition', scopeId: 'e1' }, '01890000-0000-7000-8000-000000000000'),
        404,
        'common.not_found',
      );
    });

    it('are taken within one’s own scope', async () => {
      const { browser: organiser } = await signedIn(app, '组织者乙', [ORGANISER]);
      const judge = await makePerson(app, '评委乙', [{ role: 'judge', scopeType: 'edition', scopeId: 'e2' }]);
      const held = await app.get(Database).manager.findOneByOrFail(RoleGrant, { personId: judge.id });
      expectRefused(await organiser.delete(`${API}/grants/${held.id}`), 403, 'identity.grant_beyond_own');
    });

    it('of administration and audit are not held by one person, and one administrator stays', async () => {
      const { person: self, browser: admin } = await signedIn(app, '管理员乙', [ADMINISTRATOR]);
      const auditor = await makePerson(app, '审计员', [AUDITOR]);
      expectRefused(
        await admin.post(`${API}/people/${auditor.id}/grants`).send(ADMINISTRATOR),
        409,
        'identity.roles_incompatible',
      );
      const { manager } = app.get(Database).dataSource;
      const own = await manager.findOneByOrFail(RoleGrant, { personId: self.id });
      expectRefused(await admin.delete(`${API}/grants/${own.id}`), 403, 'identity.grant_to_self');
    });

    it('need the right to give them', async () => {
      const { browser } = await signedIn(app, '常人');
      const { browser: judge } = await signedIn(app, '评委丙', [
        { role: 'judge', scopeType: 'edition', scopeId: 'e1' },
      ]);
      for (const one of [browser, judge]) {
        expectRefused(await one.get(`${API}/people`), 403, 'common.forbidden');
        expectRefused(await one.post(`${API}/people/x/grants`).send(ADMINISTRATOR), 403, 'common.forbidden');
        expectRefused(await one.post(`${API}/invitations`).send({}), 403, 'common.forbidden');
        expectRefused(await one.get(`${API}/organisations`), 403, 'common.forbidden');
        expectRefused(await one.get(`${API}/audit`), 403, 'common.forbidden');
      }
    });
  });

  describe('people', () => {
    it('are found by administrators by name, address and role, page by page', async () => {
      const { browser: admin } = await signedIn(app, '管理员丙', [ADMINISTRATOR]);
      const names = ['欧阳·翠', '欧阳 翠花', '欧阳翠英'];
      const made = [];
      for (const name of names) made.push(await makePerson(app, name));
      const { body: first } = await admin.get(`${API}/people`).query({ q: '欧阳', limit: 2 }).expect(200);
      expect(first.items.map((one: { name: string }) => one.name)).toEqual(['欧阳翠英', '欧阳 翠花']);
      const { body: second } = await admin
        .get(`${API}/people`)
        .query({ q: '欧阳', limit: 2, cursor: first.next })
        .expect(200);
      expect(second.items.map((one: { name: string }) => one.name)).toEqual(['欧阳·翠']);
      expect(second.next).toBeUndefined();
      const { body: byMail } = await admin.get(`${API}/people`).query({ q: made[0]!.mail.toUpperCase() });
      expect(byMail.items).toHaveLength(1);
      expect(byMail.items[0].mail).toBe(made[0]!.mail);
      const { body: byRole } = await admin.get(`${API}/people`).query({ role: 'administrator', q: '管理员丙' });
      expect(byRole.items[0].grants[0]).toMatchObject({ role: 'administrator', scopeLabel: { zh: '全系统' } });
      expect((await admin.get(`${API}/people`).query({ q: '100%' })).body.items).toEqual([]);
      expectRefused(await admin.get(`${API}/people`).query({ cursor: 'x' }), 422, 'common.bad_cursor', 'cursor');
      expectRefused(
        await admin.get(`${API}/people`).query({ limit: 1000 }),
        422,
        'common.number_out_of_range',
        'limit',
      );
    });

    it('are seen by organisers only in their own scope, and their addresses in part', async () => {
      const { browser: organiser } = await signedIn(app, '组织者丙', [ORGANISER]);
      const mine = await makePerson(app, '评委丁', [{ role: 'judge', scopeType: 'edition', scopeId: 'e1' }]);
      const regional = await makePerson(app, '审查丁', [{ role: 'checker', scopeType: 'region', scopeId: 'e1/asia' }]);
      const inSession = await makePerson(app, '组长丁', [{ role: 'chair', scopeType: 'session', scopeId: 's1' }]);
      const theirs = await makePerson(app, '评委戊', [{ role: 'judge', scopeType: 'edition', scopeId: 'e2' }]);
      const { body } = await organiser.get(`${API}/people`).query({ limit: 200 }).expect(200);
      const ids = body.items.map((one: { id: string }) => one.id);
      expect(ids).toEqual(expect.arrayContaining([mine.id, regional.id]));
      expect(ids).not.toContain(theirs.id);
      expect(body.items.find((one: { id: string }) => one.id === mine.id).mail).toMatch(/\*\*\*@example\.com$/);
      const { body: session } = await organiser
        .get(`${API}/people`)
        .query({ scopeType: 'session', scopeId: 's1', role: 'chair' });
      expect(session.items.map((one: { id: string }) => one.id)).toEqual([inSession.id]);
      expect((await organiser.get(`${API}/people`).query({ scopeType: 'edition', scopeId: 'e2' })).body.items).toEqual(
        [],
      );
      await organiser.get(`${API}/people/${mine.id}`).expect(200);
      expectRefused(await organiser.get(`${API}/people/${theirs.id}`), 404, 'common.not_found');
      expectRefused(
        await organiser.post(`${API}/people/${mine.id}/state`).send({ state: 'disabled', reason: 'x' }),
        403,
        'common.forbidden',
      );
    });

    it('are disabled at once and enabled again', async () => {
      const { person: self, browser: admin } = await signedIn(app, '管理员丁', [ADMINISTRATOR]);
      const { person, browser } = await signedIn(app, '停用者');
      const setState = (id: string, state: string) =>
        admin.post(`${API}/people/${id}/state`).send({ state, reason: '离岗' });
      await setState(person.id, 'disabled').expect(204);
      expectRefused(await browser.get(`${API}/account/sessions`), 401, 'common.unauthenticated');
      expectRefused(await setState(person.id, 'disabled'), 409, 'common.state_not_allowed');
      await setState(person.id, 'active').expect(204);
      await signIn(app, person);
      expectRefused(await setState(self.id, 'disabled'), 403, 'identity.not_on_self');
      expectRefused(
        await admin.post(`${API}/people/${person.id}/state`).send({ state: 'disabled' }),
        422,
        'common.required',
        'reason',
      );
      expectRefused(await setState('01890000-0000-7000-8000-000000000000', 'disabled'), 404, 'common.not_found');
    });

    it('who lost their device enrol anew', async () => {
      const { person: self, browser: admin } = await signedIn(app, '管理员戊', [ADMINISTRATOR]);
      const { person, browser } = await signedIn(app, '丢手机', [AUDITOR]);
      await admin.delete(`${API}/people/${person.id}/second-factor`).expect(204);
      expectRefused(await browser.get(`${API}/audit`), 401, 'common.unauthenticated');
      const again = await signIn(app, person);
      expect((await again.get(`${API}/session`)).body).toMatchObject({
        secondFactorRequired: true,
        secondFactorEnrolled: false,
      });
      expectRefused(
        await admin.delete(`${API}/people/${person.id}/second-factor`),
        409,
        'identity.second_factor_not_enrolled',
      );
      expectRefused(await admin.delete(`${API}/people/${self.id}/second-factor`), 403, 'identity.not_on_self');
    });
  });

  describe('invitations', () => {
    const judgeInvitation = (mail: string) => ({
      role: 'judge',
      scopeType: 'session',
      scopeId: 's1',
      name: '评委新',
      mail,
      locale: 'zh',
    });
    const newcomer = { name: '评委甲', password: 'Tai-hang9', privacyVersion: PRIVACY };
    let count = 0;
    const freshMail = () => `invited${(count += 1)}@example.org`;
    const tokenOf = (link: string) => link.split('#')[1]!;

    it('show what they offer without being used up, and make the account that accepts', async () => {
      const { browser: organiser } = await signedIn(app, '邀请人', [ORGANISER]);
      const mail = freshMail();
      const { body: created } = await organiser.post(`${API}/invitations`).send(judgeInvitation(mail)).expect(201);
      expect(created.link).toBeUndefined();
      const link = await lastLink(app, mail);
      expect(await lastMessage(app, mail)).toMatch(/请在 \S+ \d\d:\d\d \(北京时间\) 前打开链接/);
      expect(link).toMatch(/^http:\/\/localhost\/invitation#[\w-]{43}$/);
      const token = tokenOf(link);
      const browser = app.browser();
      for (let opening = 0; opening < 2; opening += 1) {
        const { body } = await browser.post(`${API}/invitations/open`).send({ token }).expect(200);
        expect(body).toMatchObject({
          role: 'judge',
          roleLabel: { zh: '评委' },
          scopeLabel: { zh: '处s1' },
          name: '评委新',
          address: `in***@example.org`,
          signInFirst: false,
          secondFactor: false,
        });
      }
      const accept = (change: object) =>
        browser.post(`${API}/invitations/accept`).send({ token, ...newcomer, ...change });
      expectRefused(await accept({ password: 'weak' }), 422, 'identity.password_too_weak', 'password');
      expectRefused(await accept({ password: null }), 422, 'common.required', 'password');
      expectRefused(await accept({ privacyVersion: null }), 422, 'identity.consent_required', 'privacyVersion');
      expectRefused(await accept({ privacyVersion: '0' }), 409, 'identity.consent_version', 'privacyVersion');
      const answer = await accept({});
      expect({ status: answer.status, body: answer.body }).toEqual({
        status: 200,
        body: { role: 'judge', secondFactorRequired: false },
      });
      expect((await browser.get(`${API}/session`)).body).toMatchObject({
        person: { name: '评委甲', mail },
        grants: [{ role: 'judge', scopeType: 'session', scopeId: 's1' }],
        privacyAgreed: true,
      });
      expectRefused(
        await app.browser().post(`${API}/invitations/open`).send({ token }),
        410,
        'identity.invitation_not_valid',
      );
      expectRefused(
        await app
          .browser()
          .post(`${API}/invitations/accept`)
          .send({ token, ...newcomer }),
        410,
        'identity.invitation_not_valid',
      );
      const { body: list } = await organiser
        .get(`${API}/invitations`)
        .query({ scopeType: 'session', scopeId: 's1' })
        .expect(200);
      expect(list.items.find((one: { id: string }) => one.id === created.id)).toMatchObject({
        status: 'accepted',
        timesSent: 1,
      });
      expectRefused(await organiser.delete(`${API}/invitations/${created.id}`), 409, 'identity.invitation_not_open');
      expectRefused(
        await organiser.post(`${API}/invitations/${created.id}/resend`),
        409,
        'identity.invitation_not_open',
      );
    });

    it('are accepted once, however many try at once', async () => {
      const { browser: organiser } = await signedIn(app, '邀请人乙', [ORGANISER]);
      await organiser
        .post(`${API}/invitations`)
        .send({ ...judgeInvitation(''), mail: undefined })
        .expect(201);
      const { body } = await organiser
        .post(`${API}/invitations`)
        .send({ ...judgeInvitation(''), mail: undefined })
        .expect(201);
      const token = tokenOf(body.link);
      const people = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => signedIn(app, `抢答${name}`)));
      const answers = await Promise.all(
        people.map(({ browser }) => browser.post(`${API}/invitations/accept`).send({ token })),
      );
      expect(answers.map((one) => one.status).sort()).toEqual([200, 410, 410, 410]);
      const holders = await app.get(Database).manager.countBy(
        RoleGrant,
        people.map(({ person }) => ({ personId: person.id })),
      );
      expect(holders).toBe(1);
    });

    it('to who has an account are accepted after sign-in, by that account alone', async () => {
      const { browser: organiser } = await signedIn(app, '邀请人丙', [ORGANISER]);
      const known = await makePerson(app, '老评委');
      await organiser.post(`${API}/invitations`).send(judgeInvitation(known.mail)).expect(201);
      const token = tokenOf(await lastLink(app, known.mail));
      const anonymous = app.browser();
      expect((await anonymous.post(`${API}/invitations/open`).send({ token })).body.signInFirst).toBe(true);
      expectRefused(
        await anonymous.post(`${API}/invitations/accept`).send({ token, ...newcomer }),
        409,
        'identity.invitation_sign_in_first',
      );
      const { browser: other } = await signedIn(app, '别人');
      expectRefused(
        await other.post(`${API}/invitations/accept`).send({ token }),
        409,
        'identity.invitation_for_other',
      );
      const mine = await signIn(app, known);
      await mine.post(`${API}/invitations/accept`).send({ token }).expect(200);
      expect((await mine.get(`${API}/session`)).body.grants).toHaveLength(1);
    });

    it('without an address need a sign-in, and are not for who made them', async () => {
      const { browser: organiser } = await signedIn(app, '邀请人丁', [ORGANISER]);
      const { body } = await organiser
        .post(`${API}/invitations`)
        .send({ ...judgeInvitation(''), mail: undefined })
        .expect(201);
      const token = tokenOf(body.link);
      expectRefused(
        await app
          .browser()
          .post(`${API}/invitations/accept`)
          .send({ token, ...newcomer }),
        401,
        'common.unauthenticated',
      );
      expectRefused(await organiser.post(`${API}/invitations/accept`).send({ token }), 403, 'identity.grant_to_self');
    });

    it('sent anew end the old link; revoked and expired ones are not valid', async () => {
      const { browser: organiser } = await signedIn(app, '邀请人戊', [ORGANISER]);
      const mail = freshMail();
      const { body } = await organiser.post(`${API}/invitations`).send(judgeInvitation(mail)).expect(201);
      const first = tokenOf(await lastLink(app, mail));
      await organiser.post(`${API}/invitations/${body.id}/resend`).expect(200, { id: body.id });
      const second = tokenOf(await lastLink(app, mail));
      expect(second).not.toBe(first);
      const open = (token: string) => app.browser().post(`${API}/invitations/open`).send({ token });
      expectRefused(await open(first), 410, 'identity.invitation_not_valid');
      await open(second).expect(200);
      await app
        .get(Database)
        .dataSource.manager.update(Invitation, { id: body.id }, { expiresAt: new Date(Date.now() - 1000) });
      expectRefused(await open(second), 410, 'identity.invitation_not_valid');
      const { body: list } = await organiser.get(`${API}/invitations`).query({ limit: 200 });
      expect(list.items.find((one: { id: string }) => one.id === body.id)).toMatchObject({
        status: 'expired',
        timesSent: 2,
      });
      await organiser.post(`${API}/invitations/${body.id}/resend`).expect(200);
      const third = tokenOf(await lastLink(app, mail));
      await open(third).expect(200);
      await organiser.delete(`${API}/invitations/${body.id}`).expect(204);
      expectRefused(await open(third), 410, 'identity.invitation_not_valid');
    });

    it('are made and seen within one’s own scope', async () => {
      const { browser: organiser } = await signedIn(app, '邀请人己', [ORGANISER]);
      const { browser: other } = await signedIn(app, '另一届', [{ ...ORGANISER, scopeId: 'e2' }]);
      const { body } = await organiser.post(`${API}/invitations`).send(judgeInvitation(freshMail())).expect(201);
      expect((await other.get(`${API}/invitations`)).body.items).toEqual([]);
      expectRefused(await other.delete(`${API}/invitations/${body.id}`), 404, 'common.not_found');
      expectRefused(
        await other.post(`${API}/invitations`).send(judgeInvitation(freshMail())),
        403,
        'identity.grant_beyond_own',
      );
      expectRefused(
        await organiser.post(`${API}/invitations`).send({ ...judgeInvitation('nobody') }),
        422,
        'common.bad_format',
        'mail',
      );
    });

    it('tell a role that waits for a second factor', async () => {
      const { browser: organiser } = await signedIn(app, '邀请人庚', [ORGANISER]);
      const mail = freshMail();
      await organiser
        .post(`${API}/invitations`)
        .send({ ...judgeInvitation(mail), role: 'checker', scopeType: 'region', scopeId: 'e1/asia' })
        .expect(201);
      const token = tokenOf(await lastLink(app, mail));
      const browser = app.browser();
      const answer = await browser
        .post(`${API}/invitations/accept`)
        .send({ token, ...newcomer })
        .expect(200);
      expect(answer.body.secondFactorRequired).toBe(true);
      expect((await browser.get(`${API}/session`)).body.secondFactorRequired).toBe(true);
    });
  });

  describe('links', () => {
    const subject = { subjectType: 'session', subjectId: 's1' };
    const run = <Result>(act: Parameters<UnitOfWork['run']>[1]) =>
      app.get(UnitOfWork).run(systemActor('test'), act) as Promise<Result>;
    const refused = (code: string) => expect.objectContaining({ code });

    it('resolve by their purpose until revoked or expired', async () => {
      const links = app.get(Links);
      const { id, token } = await run<{ id: string; token: string }>((work) =>
        links.create(work, { purpose: 'roadshow.screen', ...subject, label: '大屏' }),
      );
      expect(await links.resolve(token, 'roadshow.screen')).toEqual({ id, ...subject });
      await expect(links.resolve(token, 'attendance.screen')).rejects.toThrow(refused('identity.link_not_valid'));
      await expect(links.resolve('x', 'roadshow.screen')).rejects.toThrow(refused('identity.link_not_valid'));
      expect((await links.list('session', 's1')).map((link) => link.label)).toEqual(['大屏']);
      await expect(run((work) => links.revoke(work, id, { ...subject, subjectId: 's2' }))).rejects.toThrow(
        refused('common.not_found'),
      );
      await run((work) => links.revoke(work, id, subject));
      await expect(links.resolve(token, 'roadshow.screen')).rejects.toThrow(refused('identity.link_not_valid'));
      expect(await links.list('session', 's1')).toEqual([]);
      const old = await run<{ token: string }>((work) =>
        links.create(work, {
          purpose: 'roadshow.screen',
          ...subject,
          label: '旧',
          expiresAt: new Date(Date.now() - 1),
        }),
      );
      await expect(links.resolve(old.token, 'roadshow.screen')).rejects.toThrow(refused('identity.link_not_valid'));
    });
  });

  describe('the audit trail', () => {
    it('tells who did what, from where, and that somebody looked', async () => {
      const { person: self, browser: auditor } = await signedIn(app, '审计员甲', [AUDITOR]);
      const { person, browser } = await signedIn(app, '被审计者');
      await browser.post(`${API}/consents`).send({ purpose: 'employers', version: PRIVACY }).expect(204);
      const { body } = await auditor.get(`${API}/audit`).query({ actorId: person.id, type: 'consent.' }).expect(200);
      expect(body.items).toEqual([
        expect.objectContaining({
          type: 'consent.given',
          label: { zh: '同意告知书', en: 'Consent given' },
          actorKind: 'person',
          actorName: '被审计者',
          subjectType: 'person',
          subjectId: person.id,
          payload: { purpose: 'employers', version: PRIVACY },
          ip: '127.0.0.1',
          requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        }),
      ]);
      const { body: looks } = await auditor.get(`${API}/audit`).query({ actorId: self.id, type: 'audit.viewed' });
      expect(looks.items.at(-1).payload).toEqual({ actorId: person.id, type: 'consent.' });
    });

    it('is searched by name, by label and by period, and read page by page', async () => {
      const { browser: auditor } = await signedIn(app, '审计员乙', [AUDITOR]);
      const { person } = await signedIn(app, '慕容雪');
      const search = async (query: object) => (await auditor.get(`${API}/audit`).query(query).expect(200)).body;
      const byName = await search({ text: '慕容', type: 'session.' });
      expect(byName.items.map((one: { actorId: string }) => one.actorId)).toEqual([person.id]);
      const byLabel = await search({ text: '登录', actorId: person.id });
      expect(byLabel.items.map((one: { type: string }) => one.type)).toEqual(['session.opened']);
      expect((await search({ to: '2020-01-01T00:00:00Z' })).items).toEqual([]);
      expect((await search({ from: '2020-01-01T00:00:00Z', limit: 1 })).items).toHaveLength(1);
      const first = await search({ limit: 3 });
      const second = await search({ limit: 3, cursor: first.next });
      const ids = [...first.items, ...second.items].map((one: { id: string }) => one.id);
      expect(new Set(ids).size).toBe(6);
      const at = [...first.items, ...second.items].map((one: { at: string }) => one.at);
      expect(at).toEqual([...at].sort().toReversed());
      expectRefused(await auditor.get(`${API}/audit`).query({ from: 'yesterday' }), 422, 'common.not_a_date', 'from');
    });

    it('is searched by where it came from and by the kind of subject, in the words of the page', async () => {
      const { person: self, browser: auditor } = await signedIn(app, '审计员戊', [AUDITOR]);
      const { person } = await signedIn(app, '令狐远');
      const elsewhere = app.browser().set('X-Forwarded-For', '203.0.113.77');
      await elsewhere.post(`${API}/sessions`).send({ login: person.mail, password: TEST_PASSWORD }).expect(201);
      const search = async (query: object) => (await auditor.get(`${API}/audit`).query(query).expect(200)).body.items;
      expect(await search({ ip: '203.0.113.77' })).toEqual([
        expect.objectContaining({ type: 'session.opened', actorId: person.id, ip: '203.0.113.77' }),
      ]);
      expect(await search({ ip: '203.0.113.7' })).toEqual([]);
      const csv = await auditor.get(`${API}/audit/export`).query({ format: 'csv', ip: '203.0.113.77' }).expect(200);
      expect(csv.text.trimEnd().split('\r\n')).toHaveLength(2);
      expect(csv.text).toMatch(/登录,session\.opened,令狐远,person,[^,]+,人员,person,/);

      const looks = await search({ actorId: self.id, text: '审计日志' });
      expect(new Set(looks.map((one: { subjectType: string }) => one.subjectType))).toEqual(new Set(['audit']));
      const asked = looks.filter((one: { payload: object }) => 'ip' in one.payload);
      expect(asked.map((one: { payload: object }) => one.payload)).toContainEqual({ ip: true, format: 'csv' });
      expect(JSON.stringify(asked)).not.toContain('203.0.113.77');
      expect(await search({ actorId: self.id, text: '门票' })).toEqual([]);
    });

    it('records refusals without the login that was tried', async () => {
      const { browser: auditor } = await signedIn(app, '审计员丙', [AUDITOR]);
      await app.browser().post(`${API}/sessions`).send({ login: 'ghost@example.org', password: 'Wrong-one1' });
      const { body } = await auditor.get(`${API}/audit`).query({ type: 'session.refused', limit: 1 });
      expect(body.items[0]).toMatchObject({
        actorKind: 'anonymous',
        subjectId: '',
        payload: { method: 'password', reason: 'wrong' },
      });
      expect(JSON.stringify(body)).not.toContain('ghost');
    });

    it('is exported as CSV and XLSX, and that is recorded', async () => {
      const { person, browser: auditor } = await signedIn(app, '审计员丁', [AUDITOR]);
      const csv = await auditor.get(`${API}/audit/export`).query({ format: 'csv', type: 'session.opened' }).expect(200);
      expect(csv.headers['content-type']).toContain('text/csv');
      expect(csv.text).toMatch(/^\ufeff?时间（北京时间）,事项,/);
      expect(csv.text).toContain(`登录,session.opened,审计员丁,person,${person.id}`);
      const xlsx = await auditor
        .get(`${API}/audit/export`)
        .query({ format: 'xlsx' })
        .buffer(true)
        .parse(bytes as never)
        .expect(200);
      expect((xlsx.body as Buffer).subarray(0, 2).toString()).toBe('PK');
      const { body } = await auditor.get(`${API}/audit`).query({ type: 'audit.exported', actorId: person.id });
      expect(body.items.map(({ payload }: { payload: object }) => payload)).toEqual([
        { format: 'xlsx' },
        { format: 'csv', type: 'session.opened' },
      ]);
      expectRefused(
        await auditor.get(`${API}/audit/export`).query({ format: 'doc' }),
        422,
        'common.not_a_choice',
        'format',
      );
    });

    it('is exported so often in a while by one person, which is said', async () => {
      const { person, browser: auditor } = await signedIn(app, '审计员己', [AUDITOR]);
      await exhaust(app, 'list', person.id);
      const refused = await auditor.get(`${API}/audit/export`).query({ format: 'csv', type: 'session.opened' });
      expectRefused(refused, 429, 'common.too_many_files');
      expect((refused.body as { detail: string }).detail).toMatch(/^短时间内导出或打印的文件过多，请 \d+ 秒后再试。$/);
    });

    it('holds no password, code or token', async () => {
      const { manager } = app.get(Database);
      const events = (await manager.query('SELECT payload, sealed FROM events')) as object[];
      expect(events.length).toBeGreaterThan(50);
      const text = JSON.stringify(events);
      for (const secret of [TEST_PASSWORD, 'Tai-hang9', 'Wrong-one1', 'haishi_session'])
        expect(text).not.toContain(secret);
    });
  });

  it('keeps no identity number or name in clear outside its own row', async () => {
    const person = await app.get(Database).manager.findOneByOrFail(Person, { name: '慕容雪' });
    expect(person.nameKey).toBe('慕容雪');
    const events = JSON.stringify(await app.get(Database).manager.query('SELECT * FROM events'));
    expect(events).not.toContain('慕容雪');
  });
});

function bytes(response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
}
