import { Password, Person, Persons, SecondFactors, Session } from '@haishi/identity';
import { totpCode, totpStep } from '../../libs/identity/src/second-factor/totp.rules.js';
import { Database, systemActor, UnitOfWork } from '@haishi/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, makePerson, signedIn, signIn, TEST_PASSWORD } from '../support/people.js';
import { startApp, type TestApp } from '../support/app.js';
import { lastCode } from '../support/messages.js';

const API = '/api/v1';
const codeNow = (secret: string) => totpCode(secret, totpStep(new Date()));
const wrongCode = (secret: string) => (codeNow(secret) === '000000' ? '000001' : '000000');
const PRIVACY = '2026-01-01';
let counter = 0;
const freshMail = () => `newcomer${(counter += 1)}@example.org`;

eachEngine('signing in', (engine) => {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());
  beforeEach(() => {
    browser = app.browser();
  });

  const signUpBody = (address: string, code: string) => ({
    address,
    code,
    name: '张三',
    password: 'Tai-hang9',
    locale: 'zh',
    privacyVersion: PRIVACY,
  });
  const requestCode = (address: string) => browser.post(`${API}/sign-up/code`).send({ address });

  describe('sign-up', () => {
    it('makes an account by mail', async () => {
      const mail = freshMail();
      await requestCode(mail.toUpperCase()).expect(202, { expiresInSeconds: 600, againInSeconds: 60 });
      const answer = await browser.post(`${API}/sign-up`).send(signUpBody(mail, await lastCode(app, mail)));
      expect(answer.status).toBe(201);
      expect(answer.headers['set-cookie']![0]).toMatch(/^haishi_session=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
      const { body } = await browser.get(`${API}/session`).expect(200);
      expect(body).toMatchObject({
        person: { name: '张三', mail, phone: null },
        grants: [],
        permissions: ['account.self', 'project.own', 'organisation.own'],
        secondFactorRequired: false,
        privacyAgreed: true,
      });
    });

    it('makes an account by phone', async () => {
      await requestCode('+86 138 0013 8000').expect(202);
      await browser
        .post(`${API}/sign-up`)
        .send(signUpBody('13800138000', await lastCode(app, '13800138000')))
        .expect(201);
      const { body } = await browser.get(`${API}/session`);
      expect(body.person).toMatchObject({ mail: null, phone: '13800138000' });
    });

    it('refuses what is neither a mail address nor a phone number', async () => {
      expectRefused(await requestCode('zhang'), 422, 'identity.address_wrong', 'address');
      expectRefused(await browser.post(`${API}/sign-up/code`).send({}), 422, 'common.required', 'address');
    });

    it('refuses a wrong code, and after five tries also the right one', async () => {
      const mail = freshMail();
      await requestCode(mail);
      const code = await lastCode(app, mail);
      const wrong = code === '000000' ? '000001' : '000000';
      for (let attempt = 0; attempt < 5; attempt += 1)
        expectRefused(
          await browser.post(`${API}/sign-up`).send(signUpBody(mail, wrong)),
          422,
          'identity.code_wrong',
          'code',
        );
      expectRefused(
        await browser.post(`${API}/sign-up`).send(signUpBody(mail, code)),
        422,
        'identity.code_wrong',
        'code',
      );
    });

    it('refuses a code that was never sent, another address’s code, and one used before', async () => {
      const [mail, other] = [freshMail(), freshMail()];
      expectRefused(
        await browser.post(`${API}/sign-up`).send(signUpBody(mail, '123456')),
        422,
        'identity.code_wrong',
        'code',
      );
      await requestCode(mail);
      const code = await lastCode(app, mail);
      expectRefused(
        await browser.post(`${API}/sign-up`).send(signUpBody(other, code)),
        422,
        'identity.code_wrong',
        'code',
      );
      await browser.post(`${API}/sign-up`).send(signUpBody(mail, code)).expect(201);
      expectRefused(
        await browser.post(`${API}/sign-up`).send(signUpBody(mail, code)),
        422,
        'identity.code_wrong',
        'code',
      );
    });

    it('uses no code up where something else is wrong', async () => {
      const mail = freshMail();
      await requestCode(mail);
      const good = signUpBody(mail, await lastCode(app, mail));
      const post = (change: object) => browser.post(`${API}/sign-up`).send({ ...good, ...change });
      expectRefused(await post({ password: 'abc' }), 422, 'identity.password_too_weak', 'password');
      expectRefused(await post({ password: 'Passw0rd!' }), 422, 'identity.password_too_common', 'password');
      expectRefused(
        await post({ password: `X-${mail.split('@')[0]}` }),
        422,
        'identity.password_holds_login',
        'password',
      );
      expectRefused(await post({ privacyVersion: '1999-01-01' }), 409, 'identity.consent_version', 'privacyVersion');
      expectRefused(await post({ name: ' ' }), 422, 'common.required', 'name');
      expectRefused(await post({ name: '长'.repeat(101) }), 422, 'common.text_too_long', 'name');
      expectRefused(await post({ role: 'administrator' }), 422, 'common.unknown_field', 'role');
      await post({}).expect(201);
    });

    it('answers the same for an address that has an account, and tells its owner alone', async () => {
      const person = await makePerson(app, '李四');
      await requestCode(person.mail).expect(202, { expiresInSeconds: 600, againInSeconds: 60 });
      await expect(lastCode(app, person.mail)).rejects.toThrow();
    });

    it('makes one wait for the next code', async () => {
      const mail = freshMail();
      await requestCode(mail).expect(202);
      const answer = await requestCode(mail);
      expectRefused(answer, 429, 'common.too_many');
      expect(answer.body.data.seconds).toBeGreaterThan(55);
    });

    it('lets who was invited without a password take over their person', async () => {
      const mail = freshMail();
      const known = await app
        .get(UnitOfWork)
        .run(systemActor('test'), (work) => app.get(Persons).create(work, { name: '王五', mail, locale: 'zh' }));
      await requestCode(mail);
      await browser
        .post(`${API}/sign-up`)
        .send({ ...signUpBody(mail, await lastCode(app, mail)), name: '王武' })
        .expect(201);
      const { body } = await browser.get(`${API}/session`);
      expect(body.person).toMatchObject({ id: known.id, name: '王武' });
    });
  });

  describe('with a password', () => {
    it('works in any spelling of the login, and ends at sign-out', async () => {
      const person = await makePerson(app, '赵六');
      await browser
        .post(`${API}/sessions`)
        .send({ login: ` ${person.mail.toUpperCase()} `, password: TEST_PASSWORD })
        .expect(201);
      await browser.get(`${API}/account/sessions`).expect(200);
      await browser.delete(`${API}/sessions/current`).expect(204);
      expect((await browser.get(`${API}/session`)).body.person).toBeNull();
    });

    it('leaves nothing good in the cookie after sign-out', async () => {
      const person = await makePerson(app, '赵七');
      const answer = await browser.post(`${API}/sessions`).send({ login: person.mail, password: TEST_PASSWORD });
      const cookie = answer.headers['set-cookie']![0]!.split(';')[0]!;
      await browser.delete(`${API}/sessions/current`).expect(204);
      expectRefused(
        await app.browser().get(`${API}/account/sessions`).set('Cookie', cookie),
        401,
        'common.unauthenticated',
      );
    });

    it('answers the same for a wrong password and an unknown login', async () => {
      const person = await makePerson(app, '钱七');
      const wrong = await browser.post(`${API}/sessions`).send({ login: person.mail, password: 'Wrong-one1' });
      const unknown = await browser.post(`${API}/sessions`).send({ login: freshMail(), password: 'Wrong-one1' });
      expectRefused(wrong, 401, 'identity.sign_in_failed');
      expectRefused(unknown, 401, 'identity.sign_in_failed');
      expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    });

    it('locks after five failures for 300 seconds, known login or not, and also against attempts made at once', async () => {
      const person = await makePerson(app, '孙八');
      for (const login of [person.mail, freshMail()]) {
        const attempts = await Promise.all(
          Array.from({ length: 8 }, () =>
            app.browser().post(`${API}/sessions`).send({ login, password: 'Wrong-one1' }),
          ),
        );
        expect(attempts.filter((one) => one.status === 401)).toHaveLength(4);
        const locked = await browser.post(`${API}/sessions`).send({ login, password: TEST_PASSWORD });
        expectRefused(locked, 429, 'identity.locked');
        expect(locked.body.data.seconds).toBeGreaterThan(290);
        expect(locked.body.detail).toContain(String(locked.body.data.seconds));
      }
    });

    it('is refused to a disabled account, by reason only to who knows the password', async () => {
      const person = await makePerson(app, '周九');
      await app.get(Database).dataSource.manager.update(Person, { id: person.id }, { state: 'disabled' });
      expectRefused(
        await browser.post(`${API}/sessions`).send({ login: person.mail, password: 'Wrong-one1' }),
        401,
        'identity.sign_in_failed',
      );
      expectRefused(
        await browser.post(`${API}/sessions`).send({ login: person.mail, password: TEST_PASSWORD }),
        403,
        'identity.account_disabled',
      );
    });
  });

  describe('with a code', () => {
    it('works, and lets a forgotten password be replaced', async () => {
      const person = await makePerson(app, '吴十');
      await browser.post(`${API}/sessions/code/request`).send({ login: person.mail }).expect(202);
      await browser
        .post(`${API}/sessions/code`)
        .send({ login: person.mail, code: await lastCode(app, person.mail) })
        .expect(201);
      await browser.post(`${API}/account/password`).send({ password: 'Another-one1' }).expect(204);
      await app.browser().post(`${API}/sessions`).send({ login: person.mail, password: 'Another-one1' }).expect(201);
      expectRefused(
        await app.browser().post(`${API}/sessions`).send({ login: person.mail, password: TEST_PASSWORD }),
        401,
        'identity.sign_in_failed',
      );
    });

    it('works by phone', async () => {
      const person = await makePerson(app, '吴十一');
      await app.get(Database).manager.update(Person, person.id, { phone: '13900139000' });
      const phone = app.browser();
      await phone.post(`${API}/sessions/code/request`).send({ login: '+86 139 0013 9000' }).expect(202);
      const code = await lastCode(app, '13900139000');
      await phone.post(`${API}/sessions/code`).send({ login: '13900139000', code }).expect(201);
      expect((await phone.get(`${API}/session`)).body.person).toMatchObject({ id: person.id, phone: '13900139000' });
    });

    it('answers the same whether anybody has the address, and sends nothing to nobody', async () => {
      const mail = freshMail();
      await browser
        .post(`${API}/sessions/code/request`)
        .send({ login: mail })
        .expect(202, { expiresInSeconds: 600, againInSeconds: 60 });
      await expect(lastCode(app, mail)).rejects.toThrow();
      expectRefused(
        await browser.post(`${API}/sessions/code`).send({ login: mail, code: '123456' }),
        422,
        'identity.code_wrong',
        'code',
      );
    });

    it('refuses malformed codes by field', async () => {
      expectRefused(
        await browser.post(`${API}/sessions/code`).send({ login: 'a@b.cn', code: '12' }),
        422,
        'common.bad_format',
        'code',
      );
    });
  });

  describe('sessions', () => {
    it('are listed and ended one by one', async () => {
      const person = await makePerson(app, '郑一');
      const [here, there] = [await signIn(app, person), await signIn(app, person)];
      const { body } = await here.get(`${API}/account/sessions`).expect(200);
      expect(body.items).toHaveLength(2);
      const other = body.items.find((one: { current: boolean }) => !one.current);
      expect(other).toMatchObject({ method: 'password', ip: '127.0.0.1' });
      await here.delete(`${API}/account/sessions/${other.id}`).expect(204);
      expectRefused(await there.get(`${API}/account/sessions`), 401, 'common.unauthenticated');
      expectRefused(await here.delete(`${API}/account/sessions/${other.id}`), 404, 'common.not_found');
      await here.get(`${API}/account/sessions`).expect(200);
    });

    it('of somebody else cannot be ended', async () => {
      const { browser: mine } = await signedIn(app, '王二');
      const { person, browser: theirs } = await signedIn(app, '冯三');
      const session = await app.get(Database).manager.findOneByOrFail(Session, { personId: person.id });
      expectRefused(await mine.delete(`${API}/account/sessions/${session.id}`), 404, 'common.not_found');
      await theirs.get(`${API}/account/sessions`).expect(200);
    });

    it('are kept as a hash, and no write comes with a request', async () => {
      const { person, browser: mine } = await signedIn(app, '陈四');
      const before = await app.get(Database).manager.findOneByOrFail(Session, { personId: person.id });
      expect(before.tokenHash).toMatch(/^[\w-]{43}$/);
      for (let request = 0; request < 5; request += 1) await mine.get(`${API}/account/sessions`).expect(200);
      expect(await app.get(Database).manager.findOneByOrFail(Session, { personId: person.id })).toEqual(before);
    });

    it('end by idleness and by age', async () => {
      const { manager } = app.get(Database).dataSource;
      const ages: [Partial<Session>, string][] = [
        [{ lastSeenAt: new Date(Date.now() - 13 * 3_600_000) }, 'idle'],
        [{ expiresAt: new Date(Date.now() - 1000) }, 'old'],
      ];
      for (const [values, name] of ages) {
        const person = await makePerson(app, name);
        const answer = await app
          .browser()
          .post(`${API}/sessions`)
          .send({ login: person.mail, password: TEST_PASSWORD });
        const cookie = answer.headers['set-cookie']![0]!.split(';')[0]!;
        await manager.update(Session, { personId: person.id }, values);
        expectRefused(
          await app.browser().get(`${API}/account/sessions`).set('Cookie', cookie),
          401,
          'common.unauthenticated',
        );
      }
    });

    it('ride on a cookie from our own pages alone', async () => {
      const { browser: mine } = await signedIn(app, '褚五');
      expectRefused(
        await mine.post(`${API}/account/totp/enrol`).set('Origin', 'https://evil.example'),
        403,
        'common.bad_origin',
      );
      expectRefused(
        await mine.post(`${API}/account/totp/enrol`).set('Sec-Fetch-Site', 'cross-site'),
        403,
        'common.bad_origin',
      );
    });
  });

  describe('the password', () => {
    it('is changed with the old one, and ends the other sessions', async () => {
      const person = await makePerson(app, '卫六');
      const [here, there] = [await signIn(app, person), await signIn(app, person)];
      const change = (body: object) => here.post(`${API}/account/password`).send(body);
      expectRefused(await change({ password: 'Another-one1' }), 422, 'common.required', 'current');
      expectRefused(
        await change({ current: 'Wrong-one1', password: 'Another-one1' }),
        422,
        'identity.current_password_wrong',
        'current',
      );
      expectRefused(
        await change({ current: TEST_PASSWORD, password: 'weak' }),
        422,
        'identity.password_too_weak',
        'password',
      );
      await change({ current: TEST_PASSWORD, password: 'Another-one1' }).expect(204);
      expectRefused(await there.get(`${API}/account/sessions`), 401, 'common.unauthenticated');
      await here.get(`${API}/account/sessions`).expect(200);
    });

    it('is stored as argon2id with the cost that OWASP asks for', async () => {
      const { person, browser: mine } = await signedIn(app, '蒋七');
      const changed = { current: TEST_PASSWORD, password: 'Another-one1' };
      await mine.post(`${API}/account/password`).send(changed).expect(204);
      const { hash } = await app.get(Database).manager.findOneByOrFail(Password, { personId: person.id });
      expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    });

    it('locks the account when guessed at from inside', async () => {
      const { browser: mine } = await signedIn(app, '沈八');
      const guess = () =>
        mine.post(`${API}/account/password`).send({ current: 'Wrong-one1', password: 'Another-one1' });
      for (let attempt = 0; attempt < 4; attempt += 1)
        expectRefused(await guess(), 422, 'identity.current_password_wrong', 'current');
      expectRefused(await guess(), 429, 'identity.locked');
    });
  });

  describe('the second factor', () => {
    const staff = { role: 'auditor', scopeType: 'system', scopeId: '' } as const;

    it('is enrolled, and until then a staff role has no effect', async () => {
      const person = await makePerson(app, '韩九', [staff], false);
      const mine = await signIn(app, person);
      expect((await mine.get(`${API}/session`)).body).toMatchObject({
        grants: [staff],
        secondFactorRequired: true,
        secondFactorEnrolled: false,
        permissions: ['account.self', 'project.own', 'organisation.own'],
      });
      expectRefused(await mine.get(`${API}/audit`), 403, 'common.second_factor_required');
      expectRefused(
        await mine.post(`${API}/account/totp/confirm`).send({ code: '123456' }),
        409,
        'identity.second_factor_not_enrolled',
      );
      expectRefused(
        await mine.post(`${API}/sessions/second-factor`).send({ code: '123456' }),
        409,
        'identity.second_factor_not_enrolled',
      );
      const { body: enrolment } = await mine.post(`${API}/account/totp/enrol`).expect(200);
      expect(enrolment.uri).toContain(`secret=${enrolment.secret}`);
      expectRefused(
        await mine.post(`${API}/account/totp/confirm`).send({ code: wrongCode(enrolment.secret) }),
        422,
        'identity.second_factor_wrong',
        'code',
      );
      const { body } = await mine
        .post(`${API}/account/totp/confirm`)
        .send({ code: codeNow(enrolment.secret) })
        .expect(200);
      expect(body.codes).toHaveLength(10);
      expect((await mine.get(`${API}/session`)).body).toMatchObject({
        secondFactor: true,
        secondFactorRequired: false,
        secondFactorEnrolled: true,
      });
      await mine.get(`${API}/audit`).expect(200);
    });

    it('is asked at each sign-in, takes a code once, and a recovery code once', async () => {
      const person = await makePerson(app, '杨十', [staff], false);
      const first = await signIn(app, person);
      const { body: enrolment } = await first.post(`${API}/account/totp/enrol`).expect(200);
      const code = codeNow(enrolment.secret);
      const { body } = await first.post(`${API}/account/totp/confirm`).send({ code }).expect(200);
      const again = app.browser();
      await again.post(`${API}/sessions`).send({ login: person.mail, password: TEST_PASSWORD }).expect(201);
      expectRefused(await again.get(`${API}/audit`), 403, 'common.second_factor_required');
      const pass = (text: string) => again.post(`${API}/sessions/second-factor`).send({ code: text });
      expectRefused(await pass(code), 422, 'identity.second_factor_wrong', 'code');
      await pass(body.codes[0].toLowerCase().replace('-', '')).expect(204);
      await again.get(`${API}/audit`).expect(200);
      expectRefused(await pass(body.codes[0]), 422, 'identity.second_factor_wrong', 'code');
    });

    it('locks after five failures', async () => {
      const person = await makePerson(app, '朱一', [staff]);
      const mine = app.browser();
      await mine.post(`${API}/sessions`).send({ login: person.mail, password: TEST_PASSWORD }).expect(201);
      const guess = () => mine.post(`${API}/sessions/second-factor`).send({ code: 'AAAAA-AAAAA' });
      for (let attempt = 0; attempt < 4; attempt += 1)
        expectRefused(await guess(), 422, 'identity.second_factor_wrong', 'code');
      expectRefused(await guess(), 429, 'identity.locked');
      const { code } = (await app.get(SecondFactors).currentCode(person.id))!;
      expectRefused(await mine.post(`${API}/sessions/second-factor`).send({ code }), 429, 'identity.locked');
    });

    it('guards the account against who has the password alone', async () => {
      const person = await makePerson(app, '秦二', [staff]);
      const thief = app.browser();
      await thief.post(`${API}/sessions`).send({ login: person.mail, password: TEST_PASSWORD }).expect(201);
      expectRefused(await thief.post(`${API}/account/totp/enrol`), 409, 'identity.second_factor_enrolled');
      expectRefused(
        await thief.post(`${API}/account/password`).send({ current: TEST_PASSWORD, password: 'Another-one1' }),
        403,
        'common.second_factor_required',
      );
      expectRefused(await thief.get(`${API}/account/export`), 403, 'common.second_factor_required');
    });
  });

  describe('the account', () => {
    it('is corrected, unless somebody was faster', async () => {
      const { browser: mine } = await signedIn(app, '尤三');
      await mine.patch(`${API}/account`).set('If-Match', '"1"').send({ name: '尤三·买买提', locale: 'en' }).expect(204);
      expect((await mine.get(`${API}/session`)).body.person).toMatchObject({
        name: '尤三·买买提',
        locale: 'en',
        version: 2,
      });
      expectRefused(
        await mine.patch(`${API}/account`).set('If-Match', '"1"').send({ name: '又', locale: 'zh' }),
        412,
        'common.stale',
      );
      expectRefused(
        await mine.patch(`${API}/account`).send({ name: '又', locale: 'zh' }),
        412,
        'common.version_required',
      );
    });

    it('takes an identity number once in the whole system, and shows it to its owner alone', async () => {
      const { browser: mine } = await signedIn(app, '许四');
      const { browser: theirs } = await signedIn(app, '何五');
      const number = { type: 'resident', country: 'CN', number: '11010519491231002x' };
      expectRefused(
        await mine.put(`${API}/account/identifier`).send({ ...number, number: '110105194912310021' }),
        422,
        'identity.identifier_wrong',
        'number',
      );
      await mine.put(`${API}/account/identifier`).send(number).expect(204);
      await mine.put(`${API}/account/identifier`).send(number).expect(204);
      expectRefused(
        await theirs.put(`${API}/account/identifier`).send(number),
        409,
        'identity.identifier_taken',
        'number',
      );
      const { body } = await mine.get(`${API}/account/export`).expect(200);
      expect(body.identity.identifiers).toEqual([
        { type: 'resident', country: 'CN', number: '11010519491231002X', expiresAt: null },
      ]);
    });

    it('gives and withdraws consents', async () => {
      const { browser: mine } = await signedIn(app, '吕六');
      const { body } = await app.browser().get(`${API}/consents/documents`).expect(200);
      expect(body.items.map((one: { purpose: string }) => one.purpose)).toEqual(['privacy', 'employers', 'counties']);
      expectRefused(
        await mine.post(`${API}/consents`).send({ purpose: 'employers', version: '1' }),
        409,
        'identity.consent_version',
        'version',
      );
      expectRefused(
        await mine.post(`${API}/consents`).send({ purpose: 'aliens', version: '1' }),
        422,
        'common.not_a_choice',
        'purpose',
      );
      await mine.post(`${API}/consents`).send({ purpose: 'employers', version: PRIVACY }).expect(204);
      await mine.post(`${API}/consents`).send({ purpose: 'employers', version: PRIVACY }).expect(204);
      expect((await mine.get(`${API}/consents`)).body.items).toHaveLength(1);
      await mine.delete(`${API}/consents/employers`).expect(204);
      expectRefused(await mine.delete(`${API}/consents/employers`), 409, 'identity.consent_not_given');
      expect((await mine.get(`${API}/consents`)).body.items[0].withdrawnAt).not.toBeNull();
    });

    it('is erased at its owner’s word, and not while a role is held', async () => {
      const { browser: officer } = await signedIn(app, '施七', [
        { role: 'county_officer', scopeType: 'county', scopeId: '130102' },
      ]);
      expectRefused(
        await officer.post(`${API}/account/erase`).send({ password: TEST_PASSWORD }),
        409,
        'identity.roles_held',
      );
      const { person, browser: mine } = await signedIn(app, '张八');
      expectRefused(await mine.post(`${API}/account/erase`).send({}), 422, 'common.required', 'password');
      expectRefused(
        await mine.post(`${API}/account/erase`).send({ password: 'Wrong-one1' }),
        422,
        'identity.current_password_wrong',
        'password',
      );
      await mine.post(`${API}/account/erase`).send({ password: TEST_PASSWORD }).expect(204);
      expect((await mine.get(`${API}/session`)).body.person).toBeNull();
      const left = await app.get(Database).manager.findOneByOrFail(Person, { id: person.id });
      expect(left).toMatchObject({ name: '', mail: null, state: 'erased' });
      expectRefused(
        await app.browser().post(`${API}/sessions`).send({ login: person.mail, password: TEST_PASSWORD }),
        401,
        'identity.sign_in_failed',
      );
    });

    it('needs a sign-in', async () => {
      for (const path of ['account/sessions', 'account/export', 'consents', 'tasks', 'organisations/mine'])
        expectRefused(await browser.get(`${API}/${path}`), 401, 'common.unauthenticated');
    });
  });

  it('shows no demonstration where there is none', async () => {
    expectRefused(await browser.get(`${API}/demo/accounts`), 404, 'common.not_found');
  });
});
