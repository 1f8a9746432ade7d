import { GUEST_COLUMNS } from '@haishi/fair';
import { Persons } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { Job, readSheet, StoredEvent } from '@haishi/platform';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { scanner } from '../support/attendance.js';
import { eachEngine } from '../support/engines.js';
import { until } from '../support/facts.js';
import { fairStaff, importFair } from '../support/fair.js';
import { checkGuests, freshMail, guestRow, guestSheet, inviteGuests, openFairToday } from '../support/invitation.js';
import { lastLink } from '../support/messages.js';
import { expectRefused, signedIn } from '../support/people.js';
import { pdfOf, upload } from '../support/uploads.js';

const API = '/api/v1';

eachEngine('invitations', (engine) => {
  let app: TestApp;
  let privacyVersion: string;
  beforeAll(async () => {
    app = await startApp(engine);
    const { body } = await app.browser().get(`${API}/consents/documents`).expect(200);
    privacyVersion = body.items.find((one: { purpose: string }) => one.purpose === 'privacy').version;
  });
  afterAll(() => app?.close());

  const tokenOf = async (mail: string) => new URL(await lastLink(app, mail)).hash.slice(1);
  const list = async (browser: Browser, fair: string, query = '') =>
    (await browser.get(`${API}/fairs/${fair}/invitations?${query}`).expect(200)).body.items;
  const counts = async (browser: Browser, fair: string) =>
    (await browser.get(`${API}/fairs/${fair}/invitations/counts`).expect(200)).body;
  const rsvp = (path: string, body: object) => app.browser().post(`${API}/rsvp/${path}`).send(body);
  async function sendAll(browser: Browser, fair: string, which: string): Promise<number> {
    const { body } = await browser.post(`${API}/fairs/${fair}/invitations/send`).send({ which }).expect(202);
    const job = () => browser.get(`${API}/jobs/${body.jobId}`).expect(200);
    await until(async () => (await job()).body.finishedAt !== null);
    expect((await job()).body).toMatchObject({ state: 'done', result: { sent: body.count } });
    return body.count;
  }
  /** A fair on whose list one graduate stands, the link already sent. */
  async function invited(code: string) {
    const fair = await openFairToday(app, code);
    const mail = freshMail();
    await inviteGuests(fair.organiser, fair.id, [guestRow({ 电子邮箱: mail })]);
    await sendAll(fair.organiser, fair.id, 'unsent');
    const [row] = await list(fair.organiser, fair.id);
    return { ...fair, mail, invitation: row.id as string, token: await tokenOf(mail) };
  }

  describe('admission', () => {
    it('is set up with the fair, gates and capacity, and follows its changes', async () => {
      const { browser } = await signedIn(app, '吴组织', [fairStaff('fair_organiser')]);
      const { id } = await importFair(browser, 'ADM');
      const { body: events } = await browser.get(`${API}/attendance/events`).expect(200);
      const { body: overview } = await browser.get(`${API}/fairs/${id}/overview`).expect(200);
      const event = events.find((one: any) => one.scopes.fair === id);
      expect(event).toMatchObject({
        name: overview.name,
        approvedCapacity: overview.approvedCapacity,
        opensAt: overview.opensAt,
        closesAt: overview.closesAt,
        state: 'active',
      });
      expect(event.gates.map((gate: any) => gate.name)).toEqual(overview.gates);
    });
  });

  describe('the list', () => {
    it('comes from the template, each faulty cell named, and is taken over whole or in part', async () => {
      const { id, organiser } = await openFairToday(app, 'LIST');
      const template = await organiser
        .get(`${API}/fairs/${id}/invitation-template`)
        .buffer(true)
        .parse(bytes as never);
      expect((await readSheet(template.body))[0]).toEqual(GUEST_COLUMNS.map(({ header }) => header));

      const mail = freshMail();
      const content = await guestSheet([
        guestRow({ 电子邮箱: mail }),
        guestRow({ 毕业院校: '石家庄第一大学', 手机号: '123' }),
        guestRow({ 电子邮箱: mail }),
      ]);
      const { body: found } = await checkGuests(organiser, id, content);
      expect(found).toMatchObject({ state: 'checked', total: 3, good: 1, faulty: 2 });
      expect(found.faults.map((fault: any) => [fault.cell, fault.code])).toEqual([
        ['C3', 'invitation.row_unknown_university'],
        ['F3', 'invitation.row_bad_phone'],
        ['B4', 'invitation.row_duplicate'],
      ]);
      expect(found.faults[0].message).toContain('石家庄第一大学');
      expect(await list(organiser, id)).toEqual([]);

      const commit = (mode: string) => organiser.post(`${API}/invitation-imports/${found.id}/commit`).send({ mode });
      expectRefused(await commit('all'), 409, 'fair.import_has_faults');
      expect(await list(organiser, id)).toEqual([]);
      expect((await commit('skip_faulty').expect(200)).body.state).toBe('committed');
      expect((await commit('skip_faulty').expect(200)).body.state).toBe('committed');
      expect(await list(organiser, id)).toMatchObject([
        {
          name: '钱毕业',
          mail,
          university: '北京大学',
          degree: 'master',
          state: 'invited',
          timesSent: 0,
          delivery: 'none',
        },
      ]);
      expect(await counts(organiser, id)).toMatchObject({
        states: { invited: 1, accepted: 0, declined: 0, revoked: 0 },
        unsent: 1,
        takesAnswers: true,
      });
    });

    it('refuses what is no list, and takes nothing over from it', async () => {
      const { id, organiser } = await openFairToday(app, 'BAD');
      expectRefused(
        await checkGuests(organiser, id, await guestSheet([['x']], ['姓名'])),
        422,
        'files.columns_missing',
        'fileId',
      );
      expectRefused(await checkGuests(organiser, id, await guestSheet([])), 422, 'invitation.import_empty', 'fileId');
      const other = await upload(organiser, 'position.import', '名单.xlsx', await guestSheet([guestRow()]));
      expectRefused(
        await organiser.post(`${API}/fairs/${id}/invitation-imports`).send({ fileId: other }),
        422,
        'files.not_usable',
        'fileId',
      );
      expectRefused(
        await organiser.post(`${API}/fairs/${id}/invitation-imports`).send({ fileId: newId() }),
        404,
        'common.not_found',
      );
      await expect(upload(organiser, 'invitation.import', '名单.pdf', pdfOf())).rejects.toThrow();
      const { body: first } = await checkGuests(organiser, id, await guestSheet([guestRow()]));
      await checkGuests(organiser, id, await guestSheet([guestRow()]));
      expectRefused(
        await organiser.post(`${API}/invitation-imports/${first.id}/commit`).send({ mode: 'all' }),
        409,
        'fair.import_superseded',
      );
      expect(await list(organiser, id)).toEqual([]);
    });

    it('takes CSV, and is found by words, university and state', async () => {
      const { id, organiser } = await openFairToday(app, 'CSV');
      const rows = [
        GUEST_COLUMNS.map(({ header }) => header),
        guestRow({ 姓名: '孙一' }),
        guestRow({ 姓名: '李二', 毕业院校: '清华' }),
      ];
      const csv = Buffer.from(rows.map((row) => row.join(',')).join('\r\n'));
      const { body } = await checkGuests(organiser, id, csv, '名单.csv');
      await organiser.post(`${API}/invitation-imports/${body.id}/commit`).send({ mode: 'all' }).expect(200);
      const names = async (query: string) => (await list(organiser, id, query)).map((row: any) => row.name);
      expect(await names('')).toEqual(['李二', '孙一']);
      expect(await names(`q=${encodeURIComponent('李')}`)).toEqual(['李二']);
      expect(await names('q=example.edu')).toHaveLength(2);
      expect(await names('q=%25')).toEqual([]);
      expect(await names(`university=${encodeURIComponent('清华大学')}`)).toEqual(['李二']);
      expect(await names('state=accepted')).toEqual([]);
      expect(await names('sent=no')).toHaveLength(2);
      const { body: page } = await organiser.get(`${API}/fairs/${id}/invitations?limit=1`).expect(200);
      expect(await names(`limit=1&cursor=${page.next}`)).toEqual(['孙一']);
    });

    it('keeps to the quotas of universities, also when they changed since the check', async () => {
      const { id, organiser } = await openFairToday(app, 'QUOTA');
      const set = (items: object[]) => organiser.put(`${API}/fairs/${id}/invitation-quotas`).send({ items });
      expectRefused(
        await set([{ university: '石家庄第一大学', places: 1 }]),
        422,
        'invitation.quota_unknown_university',
        'items.0.university',
      );
      expectRefused(
        await set([
          { university: '北大', places: 1 },
          { university: '北京大学', places: 2 },
        ]),
        422,
        'invitation.quota_twice',
        'items.1.university',
      );
      expect((await set([{ university: '北大', places: 1 }]).expect(200)).body).toEqual([
        { university: '北京大学', places: 1, taken: 0 },
      ]);
      const sheet = await guestSheet([guestRow(), guestRow(), guestRow({ 毕业院校: '清华大学' })]);
      const { body: over } = await checkGuests(organiser, id, sheet);
      expect(over.faults).toMatchObject([{ cell: 'C3', code: 'invitation.row_over_quota' }]);
      await set([{ university: '北京大学', places: 0 }]).expect(200);
      expectRefused(
        await organiser.post(`${API}/invitation-imports/${over.id}/commit`).send({ mode: 'skip_faulty' }),
        409,
        'invitation.import_outdated',
      );
      expect(await list(organiser, id)).toEqual([]);
      await set([]).expect(200);
      await organiser.post(`${API}/invitation-imports/${over.id}/commit`).send({ mode: 'skip_faulty' }).expect(200);
      expect(await list(organiser, id)).toHaveLength(2);
    });

    it('invites nobody twice', async () => {
      const { id, organiser } = await openFairToday(app, 'TWICE');
      const row = guestRow();
      const sheet = await guestSheet([row]);
      await inviteGuests(organiser, id, [row]);
      const { body } = await checkGuests(organiser, id, sheet);
      expect(body.faults).toMatchObject([{ cell: 'B2', code: 'invitation.row_invited_already' }]);
      expectRefused(
        await organiser.post(`${API}/invitation-imports/${body.id}/commit`).send({ mode: 'skip_faulty' }),
        409,
        'fair.import_all_faulty',
      );
    });

    it('is closed to those who do not manage invitations there', async () => {
      const { id, organiser } = await openFairToday(app, 'SHUT');
      await inviteGuests(organiser, id, [guestRow()]);
      const [row] = await list(organiser, id);
      const other = await openFairToday(app, 'ELSE');
      const { browser: elsewhere } = await signedIn(app, '外地组织', [fairStaff('fair_organiser', other.id)]);
      const { browser: reviewer } = await signedIn(app, '审岗位', [fairStaff('position_reviewer', id)]);
      const { browser: nobody } = await signedIn(app, '路人');
      const asks = (browser: Browser) => [
        browser.get(`${API}/fairs/${id}/invitations`),
        browser.get(`${API}/fairs/${id}/invitations/counts`),
        browser.get(`${API}/fairs/${id}/invitation-template`),
        browser.get(`${API}/fairs/${id}/invitation-quotas`),
        browser.put(`${API}/fairs/${id}/invitation-quotas`).send({ items: [] }),
        browser.post(`${API}/fairs/${id}/invitation-imports`).send({ fileId: newId() }),
        browser.post(`${API}/fairs/${id}/invitations/send`).send({ which: 'unsent' }),
        browser.post(`${API}/fair-invitations/${row.id}/send`),
        browser.post(`${API}/fair-invitations/${row.id}/revoke`).send({ reason: '越权' }),
      ];
      for (const ask of asks(elsewhere)) expectRefused(await ask, 404, 'common.not_found');
      for (const ask of [...asks(reviewer), ...asks(nobody)]) expectRefused(await ask, 403, 'common.forbidden');
      for (const ask of asks(app.browser())) expectRefused(await ask, 401, 'common.unauthenticated');
      expect((await counts(organiser, id)).states).toMatchObject({ invited: 1, revoked: 0 });
    });
  });

  describe('sending', () => {
    it('goes to each once, reminds who did not answer, and replaces the link', async () => {
      const { id, organiser } = await openFairToday(app, 'SEND');
      const mails = [freshMail(), freshMail(), freshMail()];
      await inviteGuests(
        organiser,
        id,
        mails.map((mail) => guestRow({ 电子邮箱: mail })),
      );
      const { body: tasks } = await organiser.get(`${API}/tasks`).expect(200);
      expect(tasks.items).toContainEqual(expect.objectContaining({ kind: 'invitation.send', count: 3 }));
      expect(await sendAll(organiser, id, 'unsent')).toBe(3);
      expectRefused(
        await organiser.post(`${API}/fairs/${id}/invitations/send`).send({ which: 'unsent' }),
        409,
        'invitation.nothing_to_send',
      );
      const first = await tokenOf(mails[0]!);
      await rsvp('answer', { token: await tokenOf(mails[1]!), answer: 'no' }).expect(200);
      expect(await sendAll(organiser, id, 'unanswered')).toBe(2);
      const second = await tokenOf(mails[0]!);
      expect(second).not.toBe(first);
      expectRefused(await rsvp('open', { token: first }), 410, 'identity.link_not_valid');
      await rsvp('open', { token: second }).expect(200);
      const rows = await list(organiser, id, 'sent=yes');
      expect(rows.map((row: any) => [row.mail, row.timesSent, row.delivery])).toEqual([
        [mails[2], 2, 'sent'],
        [mails[1], 1, 'sent'],
        [mails[0], 2, 'sent'],
      ]);
      const jobs = await app.get(DataSource).manager.findBy(Job, { kind: 'fair.send_invitations' });
      const events = await app.get(DataSource).manager.findBy(StoredEvent, { subjectType: 'fair_invitation' });
      const said = JSON.stringify([jobs, events]);
      for (const secret of [first, second, ...mails]) expect(said).not.toContain(secret);
    });

    it('is a task of who is invited, until they decline; to come, once they accept', async () => {
      const { id, organiser } = await openFairToday(app, 'GUEST-TASK');
      const { browser: guest, person } = await signedIn(app, '冯沐辰', []);
      const kinds = async () =>
        (await guest.get(`${API}/tasks`).expect(200)).body.items.map(({ kind }: { kind: string }) => kind);
      await inviteGuests(organiser, id, [guestRow({ 电子邮箱: person.mail! })]);
      expect(await kinds()).toEqual([]);
      await sendAll(organiser, id, 'unsent');
      expect(await kinds()).toEqual(['invitation.answer']);
      const token = await tokenOf(person.mail!);
      await rsvp('answer', { token, answer: 'yes', privacyVersion }).expect(200);
      expect(await kinds()).toEqual(['invitation.visit']);
    });

    it('waits until the fair is open', async () => {
      const { browser: organiser } = await signedIn(app, '吴组织', [fairStaff('fair_organiser')]);
      const { id } = await importFair(organiser, 'DRAFT');
      await inviteGuests(organiser, id, [guestRow()]);
      const [row] = await list(organiser, id);
      expectRefused(
        await organiser.post(`${API}/fairs/${id}/invitations/send`).send({ which: 'unsent' }),
        409,
        'invitation.fair_not_open',
      );
      expectRefused(await organiser.post(`${API}/fair-invitations/${row.id}/send`), 409, 'invitation.fair_not_open');
    });
  });

  describe('an answer', () => {
    it('of yes needs the notice agreed to, and brings the ticket; the ticket admits once', async () => {
      const { id, organiser, event, mail, token } = await invited('YES');
      for (const _ of [1, 2])
        expect((await rsvp('open', { token }).expect(200)).body).toMatchObject({
          name: '钱毕业',
          state: 'invited',
          takesAnswers: true,
        });
      expectRefused(
        await rsvp('answer', { token, answer: 'yes' }),
        422,
        'invitation.consent_required',
        'privacyVersion',
      );
      expectRefused(
        await rsvp('answer', { token, answer: 'yes', privacyVersion: '1999-01-01' }),
        409,
        'identity.consent_version',
        'privacyVersion',
      );
      expect((await counts(organiser, id)).states.accepted).toBe(0);
      expect(await app.get(Persons).byMail(mail)).toBeNull();

      const { body } = await rsvp('answer', { token, answer: 'yes', privacyVersion }).expect(200);
      expect(body.state).toBe('accepted');
      const { body: ticket } = await app
        .browser()
        .post(`${API}/attendance/tickets/open`)
        .send({ token: body.ticketToken })
        .expect(200);
      expect(ticket).toMatchObject({ holderName: '钱毕业', kind: 'graduate' });
      expect(ticket.qr).toMatch(/^<svg /);
      expect(new URL(await lastLink(app, mail)).pathname).toBe('/ticket');
      expect((await counts(organiser, id)).states).toMatchObject({ invited: 0, accepted: 1 });
      expect((await app.get(Persons).byMail(mail))?.name).toBe('钱毕业');

      const gate = event.gates[0]!;
      const { body: device } = await organiser
        .post(`${API}/attendance/gates/${gate.id}/devices`)
        .send({ name: '一号机' })
        .expect(201);
      const { scan } = scanner(app, device.token, gate.id);
      const first = (await scan({ number: ticket.number }).expect(200)).body;
      expect(first.answer).toBe('accepted');
      expect((await scan({ number: ticket.number }).expect(200)).body).toMatchObject({
        answer: 'refused',
        reason: 'already_inside',
        first: { at: first.at, gate: gate.name },
      });
      expect((await list(organiser, id))[0].admittedAt).toBe(first.at);
    });

    it('counts once: the same again changes nothing, the other is refused, the ticket can be opened anew', async () => {
      const { id, organiser, token } = await invited('ONCE');
      const yes = { token, answer: 'yes', privacyVersion };
      const answers = await Promise.all([1, 2, 3].map(() => rsvp('answer', yes)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expectRefused(await rsvp('answer', { token, answer: 'no' }), 409, 'invitation.answered');
      const { body } = await rsvp('ticket', { token }).expect(200);
      const open = (ticketToken: string) =>
        app.browser().post(`${API}/attendance/tickets/open`).send({ token: ticketToken }).expect(200);
      const numbers = [];
      for (const ticketToken of [body.ticketToken, ...answers.map((answer) => answer.body.ticketToken)])
        numbers.push((await open(ticketToken)).body.number);
      expect(new Set(numbers).size).toBe(1);
      const accepted = await app
        .get(DataSource)
        .manager.countBy(StoredEvent, { type: 'fair_invitation.accepted', scopes: { fair: id } as never });
      expect(accepted).toBe(1);
      expect((await counts(organiser, id)).states.accepted).toBe(1);
    });

    it('of no brings no ticket; asked anew, the graduate may accept, where a place is left', async () => {
      const { id, organiser, mail, invitation, token } = await invited('NO');
      expect((await rsvp('answer', { token, answer: 'no' }).expect(200)).body).toEqual({
        state: 'declined',
        ticketToken: null,
      });
      expectRefused(await rsvp('ticket', { token }), 410, 'identity.link_not_valid');
      expectRefused(await rsvp('answer', { token, answer: 'yes', privacyVersion }), 409, 'invitation.answered');
      const set = (places: number) =>
        organiser
          .put(`${API}/fairs/${id}/invitation-quotas`)
          .send({ items: [{ university: '北京大学', places }] })
          .expect(200);
      await set(0);
      expectRefused(await organiser.post(`${API}/fair-invitations/${invitation}/send`), 409, 'invitation.quota_full');
      await set(1);
      await organiser.post(`${API}/fair-invitations/${invitation}/send`).expect(204);
      const again = await tokenOf(mail);
      expect((await rsvp('answer', { token: again, answer: 'yes', privacyVersion }).expect(200)).body.state).toBe(
        'accepted',
      );
      await organiser.post(`${API}/fair-invitations/${invitation}/send`).expect(204);
      expect(new URL(await lastLink(app, mail)).pathname).toBe('/ticket');
    });

    it('is taken back with the ticket by who invited', async () => {
      const { organiser, invitation, token, mail } = await invited('BACK');
      const { body } = await rsvp('answer', { token, answer: 'yes', privacyVersion }).expect(200);
      const revoke = (reason: string) =>
        organiser.post(`${API}/fair-invitations/${invitation}/revoke`).send({ reason });
      expectRefused(await revoke(''), 422, 'common.required', 'reason');
      await revoke('重复邀请').expect(204);
      expectRefused(await revoke('再次'), 409, 'common.state_not_allowed');
      expectRefused(await rsvp('open', { token }), 410, 'identity.link_not_valid');
      expectRefused(
        await app.browser().post(`${API}/attendance/tickets/open`).send({ token: body.ticketToken }),
        410,
        'attendance.ticket_revoked',
      );
      await organiser.post(`${API}/fair-invitations/${invitation}/send`).expect(204);
      await rsvp('answer', { token: await tokenOf(mail), answer: 'yes', privacyVersion }).expect(200);
      await app.browser().post(`${API}/attendance/tickets/open`).send({ token: body.ticketToken }).expect(200);
    });

    it('is not taken once the fair is closed, nor by a token that is none', async () => {
      const { id, organiser, token } = await invited('OVER');
      const { body } = await organiser.get(`${API}/fairs/${id}/overview`).expect(200);
      await organiser.post(`${API}/fairs/${id}/close`).set('If-Match', `"${body.version}"`).expect(204);
      expect((await rsvp('open', { token }).expect(200)).body.takesAnswers).toBe(false);
      expectRefused(await rsvp('answer', { token, answer: 'yes', privacyVersion }), 409, 'invitation.fair_not_open');
      expectRefused(await rsvp('open', { token: 'nothing' }), 410, 'identity.link_not_valid');
      expectRefused(await rsvp('answer', { token, answer: 'maybe' }), 422, 'common.not_a_choice', 'answer');
      expectRefused(await rsvp('open', {}), 422, 'common.required', 'token');
    });
  });
});

function bytes(answer: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const parts: Buffer[] = [];
  answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
}
