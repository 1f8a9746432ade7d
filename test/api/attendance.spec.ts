import { generateKeyPairSync, sign } from 'node:crypto';
import {
  type AdmissionEvent,
  bytesToSign,
  type Gate,
  readTicketText,
  Tickets,
  writeTicketText,
} from '@haishi/attendance';
import {
  ATTENDANCE_SCREEN,
  type AttendanceScreenSnapshot,
  SOCKET_EVENTS,
  type SubscribeAnswer,
} from '@haishi/contracts';
import { StoredEvent, systemActor } from '@haishi/platform';
import { io, type Socket } from 'socket.io-client';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { gateStaff, HOUR, makeAdmission, makeTicket, scanner } from '../support/attendance.js';
import { eachEngine } from '../support/engines.js';
import { until } from '../support/facts.js';
import { expectRefused, signedIn } from '../support/people.js';

const API = '/api/v1/attendance';

eachEngine('attendance', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  type Change = Parameters<typeof makeAdmission>[1];
  /** An event with an organiser and a device at each of its two gates. */
  async function setUp(change: Change = {}) {
    const { event, gates, fairId } = await makeAdmission(app, change);
    const { browser: organiser } = await signedIn(app, '孙组织', [gateStaff('fair_organiser', fairId)]);
    const { browser: staff } = await signedIn(app, '周检票', [gateStaff('gate_staff', fairId)]);
    const devices = [];
    for (const gate of gates) devices.push(await register(staff, gate));
    const [east, south] = devices as [(typeof devices)[0], (typeof devices)[0]];
    return { event, gates, fairId, organiser, staff, east, south };
  }
  async function register(staff: Browser, gate: Gate) {
    const { body } = await staff
      .post(`${API}/gates/${gate.id}/devices`)
      .send({ name: `${gate.name} 1 号` })
      .expect(201);
    await app
      .get(DataSource)
      .manager.update('GateDevice', { id: body.id }, { registeredAt: new Date(Date.now() - HOUR) });
    return { ...scanner(app, body.token, gate.id), id: body.id as string };
  }
  const counts = async (staff: Browser, event: AdmissionEvent) =>
    (await staff.get(`${API}/events/${event.id}/ledger`).expect(200)).body;
  const ticketOf = (event: AdmissionEvent) => makeTicket(app, event, '钱毕业');

  describe('a scan', () => {
    it('admits a ticket once, and says when and where it was used', async () => {
      const { event, staff, east, south } = await setUp();
      const { code, ticket } = await ticketOf(event);
      const first = (await east.scan({ code }).expect(200)).body;
      expect(first).toMatchObject({
        answer: 'accepted',
        reason: null,
        first: null,
        ticket: { holderName: '钱毕业', kind: 'graduate' },
      });
      const second = (await south.scan({ code }).expect(200)).body;
      expect(second).toMatchObject({
        answer: 'refused',
        reason: 'already_inside',
        first: { at: first.at, gate: '东门' },
      });
      const byHand = (await south.scan({ number: String(ticket.serial).padStart(10, '0') }).expect(200)).body;
      expect(byHand.reason).toBe('already_inside');
      expect(await counts(staff, event)).toEqual({ admissions: 1, exits: 0, persons: 1, refusals: 2 });
    });

    it('answers a retry as the first time, whatever happened since and whatever it holds', async () => {
      const { event, staff, east, south } = await setUp();
      const { code } = await ticketOf(event);
      const body = east.body({ code });
      const first = (await east.scan(body).expect(200)).body;
      await south.scan({ code, direction: 'out' }).expect(200);
      expect((await east.scan(body).expect(200)).body).toEqual(first);
      expect((await east.scan({ ...body, code: 'something else' }).expect(200)).body).toEqual(first);
      const refused = east.body({ code: 'https://example.org' });
      const no = (await east.scan(refused).expect(200)).body;
      expect(no).toMatchObject({ answer: 'refused', reason: 'unreadable', ticket: null });
      expect((await east.scan({ ...refused, code }).expect(200)).body).toEqual(no);
      expect(await counts(staff, event)).toEqual({ admissions: 1, exits: 1, persons: 1, refusals: 1 });
    });

    it('answers repetitions that overlap alike, and stores one scan', async () => {
      const { event, staff, east } = await setUp();
      const { code } = await ticketOf(event);
      const body = east.body({ code });
      const answers = await Promise.all(Array.from({ length: 8 }, () => east.scan(body)));
      for (const answer of answers) expect(answer.body).toEqual(answers[0]!.body);
      expect(answers[0]!.body.answer).toBe('accepted');
      expect(await counts(staff, event)).toEqual({ admissions: 1, exits: 0, persons: 1, refusals: 0 });
    });

    it('admits one of many gates that scan a ticket at once', async () => {
      const { event, staff, east, south } = await setUp();
      for (let round = 0; round < 5; round += 1) {
        const { code } = await ticketOf(event);
        const answers = await Promise.all(
          Array.from({ length: 10 }, (_, index) => (index % 2 ? east : south).scan({ code })),
        );
        const said = answers.map(({ body }) => body.answer);
        expect(said.filter((one) => one === 'accepted')).toHaveLength(1);
        const entry = answers.find(({ body }) => body.answer === 'accepted')!.body;
        for (const { body } of answers)
          if (body.answer === 'refused')
            expect(body).toMatchObject({ reason: 'already_inside', first: { at: entry.at } });
      }
      expect(await counts(staff, event)).toEqual({ admissions: 5, exits: 0, persons: 5, refusals: 45 });
    });

    it('stops at the approved capacity, and lets in again as persons leave', async () => {
      const { event, staff, east, south } = await setUp({ approvedCapacity: 3 });
      const tickets = await Promise.all(Array.from({ length: 6 }, () => ticketOf(event)));
      const answers = await Promise.all(tickets.map(({ code }, index) => (index % 2 ? east : south).scan({ code })));
      const outcome = answers.map(({ body }) => body.reason ?? body.answer).sort();
      expect(outcome).toEqual([
        'accepted',
        'accepted',
        'accepted',
        'capacity_reached',
        'capacity_reached',
        'capacity_reached',
      ]);
      const inside = tickets[answers.findIndex(({ body }) => body.answer === 'accepted')]!;
      const waiting = tickets[answers.findIndex(({ body }) => body.answer === 'refused')]!;
      expect((await east.scan({ code: waiting.code }).expect(200)).body.reason).toBe('capacity_reached');
      await east.scan({ code: inside.code, direction: 'out' }).expect(200);
      expect((await east.scan({ code: waiting.code }).expect(200)).body.answer).toBe('accepted');
      expect(await counts(staff, event)).toEqual({ admissions: 4, exits: 1, persons: 4, refusals: 4 });
    });

    it('counts persons and admissions apart', async () => {
      const { event, staff, east, south } = await setUp();
      const { code } = await ticketOf(event);
      for (const direction of ['in', 'out', 'in'])
        expect((await east.scan({ code, direction }).expect(200)).body.answer).toBe('accepted');
      expect((await south.scan({ code, direction: 'out' }).expect(200)).body.answer).toBe('accepted');
      expect((await south.scan({ code, direction: 'out' }).expect(200)).body.reason).toBe('not_inside');
      expect(await counts(staff, event)).toEqual({ admissions: 2, exits: 2, persons: 1, refusals: 1 });
    });

    it('refuses re-entry where the event knows none', async () => {
      const { event, east } = await setUp({ reentry: 'never' });
      const { code } = await ticketOf(event);
      const first = (await east.scan({ code }).expect(200)).body;
      await east.scan({ code, direction: 'out' }).expect(200);
      expect((await east.scan({ code }).expect(200)).body).toMatchObject({
        reason: 'reentry_not_allowed',
        first: { at: first.at },
      });
    });

    it('refuses a forged code, another event’s ticket, an expired code, an unknown number, an unreadable text', async () => {
      const { event, east } = await setUp();
      const other = await makeAdmission(app);
      const { code } = await ticketOf(event);
      const { signed: _signed, signature, ...claim } = readTicketText(code)!;
      const reasonOf = async (input: object) => (await east.scan({ ...input }).expect(200)).body.reason;
      const forger = generateKeyPairSync('ed25519').privateKey;
      expect(await reasonOf({ code: writeTicketText(claim, sign(null, bytesToSign(claim), forger)) })).toBe(
        'bad_signature',
      );
      expect(await reasonOf({ code: writeTicketText({ ...claim, serial: claim.serial ^ 1 }, signature) })).toBe(
        'bad_signature',
      );
      expect(await reasonOf({ code: writeTicketText({ ...claim, keyNumber: 999 }, signature) })).toBe('bad_signature');
      expect(await reasonOf({ code: (await ticketOf(other.event)).code })).toBe('wrong_event');
      const longAgo = { ...event, closesAt: new Date(Date.now() - 30 * 24 * HOUR) } as AdmissionEvent;
      const { ticket } = await ticketOf(event);
      expect(await reasonOf({ code: await app.get(Tickets).code(systemActor('test'), longAgo, ticket) })).toBe(
        'expired',
      );
      expect(await reasonOf({ number: '0000000000' })).toBe('unknown_ticket');
      expect(await reasonOf({ number: '12' })).toBe('unreadable');
      expect((await east.scan({ code }).expect(200)).body.answer).toBe('accepted');
    });

    it('refuses a revoked ticket, but lets its holder out', async () => {
      const { event, organiser, staff, east } = await setUp();
      const [inside, outside] = [await ticketOf(event), await ticketOf(event)];
      await east.scan({ code: inside.code }).expect(200);
      for (const { ticket } of [inside, outside])
        await organiser.post(`${API}/tickets/${ticket.id}/revoke`).send({ reason: '重复发放' }).expect(204);
      expectRefused(
        await organiser.post(`${API}/tickets/${outside.ticket.id}/revoke`).send({ reason: '再次' }),
        409,
        'common.state_not_allowed',
      );
      expectRefused(
        await staff.post(`${API}/tickets/${outside.ticket.id}/revoke`).send({ reason: '越权' }),
        403,
        'common.forbidden',
      );
      expect((await east.scan({ code: outside.code }).expect(200)).body.reason).toBe('revoked');
      expect((await east.scan({ code: inside.code, direction: 'out' }).expect(200)).body.answer).toBe('accepted');
      expect((await east.scan({ code: inside.code }).expect(200)).body.reason).toBe('revoked');
    });

    it('refuses outside the hours, at a closed gate and while entry is paused', async () => {
      const early = await setUp({ opensAt: new Date(Date.now() + HOUR), closesAt: new Date(Date.now() + 2 * HOUR) });
      expect((await early.east.scan({ code: (await ticketOf(early.event)).code }).expect(200)).body.reason).toBe(
        'event_not_open',
      );

      const { event, gates, organiser, east, south } = await setUp();
      const { code } = await ticketOf(event);
      const gate = gates[0]!;
      await organiser
        .put(`${API}/gates/${gate.id}`)
        .set('If-Match', '"1"')
        .send({ name: gate.name, state: 'closed' })
        .expect(200);
      expect((await east.scan({ code }).expect(200)).body.reason).toBe('gate_closed');
      const { body } = await organiser.get(`${API}/events/${event.id}`).expect(200);
      const { approvedCapacity, reentry, opensAt, closesAt, version } = body;
      const change = { approvedCapacity, reentry, opensAt, closesAt, state: 'paused' };
      await organiser.put(`${API}/events/${event.id}`).set('If-Match', `"${version}"`).send(change).expect(200);
      expect((await south.scan({ code }).expect(200)).body.reason).toBe('event_not_open');
    });

    it('refuses everybody once the event is closed, but lets them out, and sets up no device then', async () => {
      const { event, gates, organiser, staff, east } = await setUp();
      const [inside, outside] = [await ticketOf(event), await ticketOf(event)];
      await east.scan({ code: inside.code }).expect(200);
      const { opensAt, closesAt, approvedCapacity, reentry, version } = event;
      const change = { opensAt, closesAt, approvedCapacity, reentry, state: 'closed' };
      const { body: link } = await organiser.post(`${API}/gates/${gates[0]!.id}/device-links`).expect(201);
      await organiser.put(`${API}/events/${event.id}`).set('If-Match', `"${version}"`).send(change).expect(200);
      expect((await east.scan({ code: outside.code }).expect(200)).body.reason).toBe('event_not_open');
      expect((await east.scan({ code: inside.code, direction: 'out' }).expect(200)).body.answer).toBe('accepted');
      const name = '迟到的手机';
      for (const refused of [
        await staff.post(`${API}/gates/${gates[0]!.id}/devices`).send({ name }),
        await app.browser().post(`${API}/devices/enrol`).send({ token: link.token, name }),
      ])
        expectRefused(refused, 409, 'attendance.event_closed');
    });

    it('knows another device’s scan id, and tells it nothing of that scan', async () => {
      const { event, staff, east, south } = await setUp();
      const { code } = await ticketOf(event);
      const body = east.body({ code });
      await east.scan(body).expect(200);
      const answer = await south.scan(body);
      expectRefused(answer, 409, 'attendance.scan_id_taken', 'id');
      expect(JSON.stringify(answer.body)).not.toContain('钱毕业');
      expect(await counts(staff, event)).toEqual({ admissions: 1, exits: 0, persons: 1, refusals: 0 });
    });

    it('names what is wrong with its form, and keeps nothing then', async () => {
      const { event, staff, east, gates } = await setUp();
      const good = east.body({ code: 'x' });
      expectRefused(await east.scan({ ...good, code: undefined }), 422, 'attendance.nothing_presented', 'code');
      expectRefused(await east.scan({ ...good, number: '0000000000' }), 422, 'attendance.nothing_presented', 'code');
      expectRefused(await east.scan({ ...good, id: '7' }), 422, 'common.not_an_id', 'id');
      expectRefused(await east.scan({ ...good, direction: 'up' }), 422, 'common.not_a_choice', 'direction');
      expectRefused(await east.scan({ ...good, deviceAt: 'noon' }), 422, 'common.not_a_date', 'deviceAt');
      const other = await makeAdmission(app);
      expectRefused(await east.scan({ ...good, gateId: other.gates[0]!.id }), 403, 'attendance.wrong_event', 'gateId');
      expect(gates).toHaveLength(2);
      expect(await counts(staff, event)).toEqual({ admissions: 0, exits: 0, persons: 0, refusals: 0 });
    });
  });

  describe('a batch', () => {
    it('is answered in the order in which it happened, each result where its scan stood', async () => {
      const { event, staff, east } = await setUp();
      const { code } = await ticketOf(event);
      const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
      const scans = [
        { code, deviceAt: at(3) },
        { code, deviceAt: at(2), direction: 'out' },
        { code, deviceAt: at(1) },
        { code, deviceAt: at(4) },
      ];
      const { body } = await east.batch(scans, at(5)).expect(200);
      expect(body.results.map((one: any) => one.answer.reason ?? one.answer.answer)).toEqual([
        'accepted',
        'accepted',
        'accepted',
        'already_inside',
      ]);
      expect(await counts(staff, event)).toEqual({ admissions: 2, exits: 1, persons: 1, refusals: 1 });
    });

    it('corrects a wrong clock, and gives one result for each scan', async () => {
      const { event, staff, east } = await setUp();
      const { code } = await ticketOf(event);
      const other = await makeAdmission(app);
      const dayAhead = Date.now() + 24 * HOUR;
      const good = { id: crypto.randomUUID(), code, deviceAt: new Date(dayAhead - 1).toISOString() };
      const { body } = await east
        .batch([{ code, gateId: other.gates[0]!.id }, good], new Date(dayAhead).toISOString())
        .expect(200);
      expect(body.results[0]).toMatchObject({ answer: null, failure: { code: 'attendance.wrong_event' } });
      expect(body.results[1].answer).toMatchObject({ id: good.id, answer: 'accepted' });
      expect(Math.abs(Date.parse(body.results[1].answer.at) - Date.now())).toBeLessThan(60_000);
      expect((await east.scan(good).expect(200)).body).toEqual(body.results[1].answer);
      expectRefused(await east.batch([good, good]), 422, 'attendance.scan_id_repeated');
      expect(await counts(staff, event)).toMatchObject({ admissions: 1, refusals: 0 });
    });

    it('rules a conflict for the earlier scan, though the later was answered first', async () => {
      const { event, organiser, east, south } = await setUp();
      const { code, ticket } = await ticketOf(event);
      const late = east.body({ code });
      const answered = (await east.scan(late).expect(200)).body;
      expect(answered.answer).toBe('accepted');
      const early = { ...south.body({ code }), deviceAt: new Date(Date.parse(answered.at) - 10_000).toISOString() };
      const { body } = await south.batch([early]).expect(200);
      expect(body.results[0].answer).toMatchObject({ answer: 'refused', reason: 'already_inside' });
      const { body: page } = await organiser.get(`${API}/events/${event.id}/scans`).expect(200);
      const of = (id: unknown) => page.items.find((one: any) => one.id === id);
      expect(of(early.id)).toMatchObject({ answer: 'refused', ruling: 'accepted', rulingReason: null });
      expect(of(late.id)).toMatchObject({ answer: 'accepted', ruling: 'refused', rulingReason: 'already_inside' });
      const [event_] = await app
        .get(DataSource)
        .manager.findBy(StoredEvent, { type: 'scan.ruled_again', subjectId: ticket.id });
      expect((event_!.payload['scans'] as { scanId: string }[]).map(({ scanId }) => scanId).sort()).toEqual(
        [early.id, late.id].sort(),
      );
      expect((await east.scan(late).expect(200)).body).toEqual(answered);
    });
  });

  describe('rights', () => {
    it('ask for a device that is set up and not switched off', async () => {
      const { event, organiser, staff, east } = await setUp();
      const { code } = await ticketOf(event);
      expectRefused(
        await scanner(app, 'nobody', 'x').scan({ code, gateId: crypto.randomUUID() }),
        401,
        'attendance.device_unknown',
      );
      const { body } = await organiser.get(`${API}/events/${event.id}/devices`).expect(200);
      expect(body).toHaveLength(2);
      expectRefused(await staff.delete(`${API}/devices/${east.id}`), 403, 'common.forbidden');
      await organiser.delete(`${API}/devices/${east.id}`).expect(204);
      expectRefused(await east.scan({ code }), 401, 'attendance.device_unknown');
    });

    it('belong to the staff of the event alone', async () => {
      const { event, gates } = await setUp();
      const { organiser: other } = await setUp();
      const { browser: stranger } = await signedIn(app, '路人');
      const gate = gates[0]!;
      expectRefused(await other.post(`${API}/gates/${gate.id}/devices`).send({ name: '甲' }), 403, 'common.forbidden');
      expectRefused(await other.get(`${API}/events/${event.id}`), 404, 'common.not_found');
      expectRefused(await other.get(`${API}/events/${event.id}/scans`), 404, 'common.not_found');
      expectRefused(await other.get(`${API}/events/${event.id}/tickets`), 404, 'common.not_found');
      expectRefused(
        await other.post(`${API}/events/${event.id}/walk-ups`).send({ holderName: '甲', kind: 'visitor' }),
        404,
        'common.not_found',
      );
      expectRefused(
        await other.post(`${API}/events/${event.id}/screens`).send({ label: '大厅' }),
        404,
        'common.not_found',
      );
      expectRefused(await other.post(`${API}/keys/rotate`).send({ revoke: true }), 403, 'common.forbidden');
      expectRefused(await stranger.get(`${API}/events`), 403, 'common.forbidden');
      expectRefused(await app.browser().get(`${API}/events`), 401, 'common.unauthenticated');
    });

    it('are handed on to a device by a link', async () => {
      const { event, gates, organiser, staff } = await setUp();
      const { code } = await ticketOf(event);
      const gate = gates[1]!;
      expectRefused(await staff.post(`${API}/gates/${gate.id}/device-links`), 403, 'common.forbidden');
      const { body: link } = await organiser.post(`${API}/gates/${gate.id}/device-links`).expect(201);
      const { body: device } = await app
        .browser()
        .post(`${API}/devices/enrol`)
        .send({ token: link.token, name: '临时手机' })
        .expect(201);
      expect(device).toMatchObject({
        gateId: gate.id,
        event: { id: event.id, gates: [{ name: '东门' }, { name: '南门' }] },
      });
      expect((await scanner(app, device.token, gate.id).scan({ code }).expect(200)).body.answer).toBe('accepted');
      await app
        .browser()
        .put(`${API}/device/gate`)
        .set('x-gate-device', device.token)
        .send({ gateId: gates[0]!.id })
        .expect(204);
      const { body: moved } = await app.browser().get(`${API}/device`).set('x-gate-device', device.token).expect(200);
      expect(moved.gateId).toBe(gates[0]!.id);
      for (const token of [link.token, 'x'])
        expectRefused(
          await app.browser().post(`${API}/devices/enrol`).send({ token, name: '假' }),
          410,
          'identity.link_not_valid',
        );
      expect((await organiser.get(`${API}/events/${event.id}/devices`).expect(200)).body).toHaveLength(3);
    });

    it('set up one device where a link is opened twice at once', async () => {
      const { event, gates, organiser } = await setUp();
      const { body: link } = await organiser.post(`${API}/gates/${gates[0]!.id}/device-links`).expect(201);
      const enrol = (name: string) => app.browser().post(`${API}/devices/enrol`).send({ token: link.token, name });
      const answers = await Promise.all(['甲', '乙', '丙', '丁'].map(enrol));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410, 410]);
      expect((await organiser.get(`${API}/events/${event.id}/devices`).expect(200)).body).toHaveLength(3);
    });

    it('lead gate staff to their gate, and organisers to the devices that are missing', async () => {
      const { event, fairId, staff, organiser } = await setUp();
      const tasksOf = async (browser: Browser) => (await browser.get('/api/v1/tasks').expect(200)).body.items;
      expect(await tasksOf(staff)).toMatchObject([{ kind: 'gate.scan', href: `/gate?event=${event.id}`, live: true }]);
      expect(await tasksOf(organiser)).toEqual([]);
      for (const { id } of (await organiser.get(`${API}/events/${event.id}/devices`).expect(200)).body)
        await organiser.delete(`${API}/devices/${id}`).expect(204);
      expect(await tasksOf(organiser)).toMatchObject([{ kind: 'gate.set_up', href: `/staff/admissions/${event.id}` }]);
      const { browser: later } = await signedIn(app, '郑检票', [gateStaff('gate_staff', fairId)]);
      const { opensAt, closesAt, approvedCapacity, reentry, version } = event;
      const change = { opensAt, closesAt, approvedCapacity, reentry, state: 'closed' };
      await organiser.put(`${API}/events/${event.id}`).set('If-Match', `"${version}"`).send(change).expect(200);
      expect(await tasksOf(later)).toEqual([]);
    });
  });

  describe('the audit', () => {
    it('finds what was scanned, by type, device, ticket and words, in one order with all else', async () => {
      const { event, east, south } = await setUp();
      const { code, ticket } = await ticketOf(event);
      await east.scan({ code }).expect(200);
      await south.scan({ code }).expect(200);
      await south.scan({ code: 'https://example.org' }).expect(200);
      const auditor = (await signedIn(app, '冯审计', [{ role: 'auditor', scopeType: 'system', scopeId: '' }])).browser;
      const find = async (query: object) => (await auditor.get('/api/v1/audit').query(query).expect(200)).body;
      const types = async (query: object) => (await find(query)).items.map((one: any) => one.type);

      const { items } = await find({ subjectId: ticket.id });
      expect(items.map((one: any) => one.type)).toEqual(['scan.refused', 'scan.accepted', 'ticket.issued']);
      expect(items[0]).toMatchObject({
        label: { zh: '检票拒绝' },
        actorId: south.id,
        actorName: '南门 1 号',
        scopes: { fair: event.externalId },
        payload: { direction: 'in', reason: 'already_inside' },
      });
      expect(JSON.stringify(items)).not.toContain('钱毕业');
      expect(await types({ actorId: south.id })).toEqual(['scan.refused', 'scan.refused']);
      expect(await types({ actorId: south.id, subjectType: 'admission_event' })).toEqual(['scan.refused']);
      expect(await types({ actorId: east.id, type: 'scan.refused' })).toEqual([]);
      expect(await types({ subjectId: ticket.id, text: '放行' })).toEqual(['scan.accepted']);
      expect(await types({ subjectId: ticket.id, text: '南门 1' })).toEqual(['scan.refused']);
      expect(await types({ subjectId: ticket.id, type: 'ticket.' })).toEqual(['ticket.issued']);
      expect(await types({ actorId: south.id, text: '门票' })).toEqual(['scan.refused']);
      expect(await types({ actorId: south.id, text: '没有这样的名字' })).toEqual([]);
      expect(await types({ actorId: south.id, ip: '127.0.0.1' })).toEqual([]);
      const tomorrow = new Date(Date.now() + 24 * HOUR).toISOString();
      expect(await types({ subjectId: ticket.id, from: tomorrow })).toEqual([]);

      const walked: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await find({ subjectId: ticket.id, limit: 1, ...(cursor ? { cursor } : {}) });
        walked.push(...page.items.map((one: any) => one.id));
        cursor = page.next;
      } while (cursor);
      expect(walked).toEqual(items.map((one: any) => one.id));
    });
  });

  describe('gates', () => {
    it('are added and changed by name, once each', async () => {
      const { event, organiser, gates } = await setUp();
      const { body: gate } = await organiser.post(`${API}/events/${event.id}/gates`).send({ name: '北门' }).expect(201);
      expectRefused(
        await organiser.post(`${API}/events/${event.id}/gates`).send({ name: '北门' }),
        409,
        'attendance.gate_name_taken',
        'name',
      );
      const change = { name: gates[0]!.name, state: 'open' };
      expectRefused(
        await organiser.put(`${API}/gates/${gate.id}`).set('If-Match', '"1"').send(change),
        409,
        'attendance.gate_name_taken',
        'name',
      );
      expectRefused(
        await organiser
          .put(`${API}/gates/${gate.id}`)
          .set('If-Match', '"9"')
          .send({ ...change, name: '西门' }),
        412,
        'common.stale',
      );
    });

    it('keep the hours of an event in order', async () => {
      const { event, organiser } = await setUp();
      const now = new Date().toISOString();
      const change = { approvedCapacity: 10, reentry: 'never', opensAt: now, closesAt: now, state: 'active' };
      const answer = await organiser
        .put(`${API}/events/${event.id}`)
        .set('If-Match', `"${event.version}"`)
        .send(change);
      expectRefused(answer, 422, 'attendance.hours_reversed', 'closesAt');
    });
  });

  describe('tickets', () => {
    it('of walk-ups are opened by their link and scanned like any other', async () => {
      const { event, staff, east } = await setUp();
      const { body } = await staff
        .post(`${API}/events/${event.id}/walk-ups`)
        .send({ holderName: '现场观众', kind: 'visitor' })
        .expect(201);
      const { body: view } = await app.browser().post(`${API}/tickets/open`).send({ token: body.token }).expect(200);
      expect(view).toMatchObject({
        number: body.ticket.number,
        holderName: '现场观众',
        event: { nameZh: '高层次人才交流洽谈会' },
      });
      expect(view.qr).toMatch(/^<svg /);
      expect((await east.scan({ number: body.ticket.number }).expect(200)).body.answer).toBe('accepted');
      const { body: found } = await staff.get(`${API}/events/${event.id}/tickets`).query({ q: '现场' }).expect(200);
      expect(found.items).toMatchObject([{ number: body.ticket.number, inside: true, admissions: 1 }]);
      expectRefused(
        await app.browser().post(`${API}/tickets/open`).send({ token: 'x' }),
        410,
        'identity.link_not_valid',
      );
    });

    it('stay good after a key was rotated, and are refused once it is revoked', async () => {
      const { event, east } = await setUp();
      const { browser } = await signedIn(app, '总组织', [{ role: 'fair_organiser', scopeType: 'system', scopeId: '' }]);
      const [before, held] = [await ticketOf(event), await ticketOf(event)];
      await browser.post(`${API}/keys/rotate`).send({ revoke: false }).expect(200);
      expect((await east.scan({ code: before.code }).expect(200)).body.answer).toBe('accepted');
      const after = await ticketOf(event);
      expect(readTicketText(after.code)!.keyNumber).toBeGreaterThan(readTicketText(held.code)!.keyNumber);
      await browser.post(`${API}/keys/rotate`).send({ revoke: true }).expect(200);
      expect((await east.scan({ code: after.code }).expect(200)).body.reason).toBe('bad_signature');
      expect((await east.scan({ code: held.code }).expect(200)).body.answer).toBe('accepted');
    });
  });

  describe('the screen', () => {
    const sockets: Socket[] = [];
    afterAll(() => sockets.forEach((socket) => socket.close()));
    async function watch(key: string, token?: string) {
      const socket = io(app.url, { transports: ['websocket'], forceNew: true });
      sockets.push(socket);
      const deltas: AttendanceScreenSnapshot[] = [];
      socket.on(SOCKET_EVENTS.delta, (message: { data: AttendanceScreenSnapshot }) => deltas.push(message.data));
      const answer = (await socket.emitWithAck(SOCKET_EVENTS.subscribe, {
        channel: ATTENDANCE_SCREEN,
        key,
        ...(token ? { token } : {}),
      })) as SubscribeAnswer<AttendanceScreenSnapshot>;
      return { answer, deltas, last: () => deltas.at(-1) };
    }

    it('shows by a link what the ledger holds, gate by gate, and stops when the link is revoked', async () => {
      const { event, organiser, staff, east, south } = await setUp({ approvedCapacity: 2 });
      const { body: link } = await organiser
        .post(`${API}/events/${event.id}/screens`)
        .send({ label: '大厅' })
        .expect(201);
      const { body: opened } = await app.browser().post('/api/v1/screens/open').send({ token: link.token }).expect(200);
      expect(opened).toEqual({ channel: ATTENDANCE_SCREEN, key: event.id });
      const screen = await watch(event.id, link.token);
      expect(screen.answer).toMatchObject({
        ok: true,
        snapshot: { inside: 0, capacity: 2, total: { persons: 0, admissions: 0 } },
      });

      const tickets = await Promise.all([1, 2, 3].map(() => ticketOf(event)));
      await east.scan({ code: tickets[0]!.code }).expect(200);
      await east.scan({ code: tickets[0]!.code, direction: 'out' }).expect(200);
      await south.scan({ code: tickets[0]!.code }).expect(200);
      await south.scan({ code: tickets[1]!.code }).expect(200);
      await south.scan({ code: tickets[2]!.code }).expect(200);
      await until(() => screen.last()?.total.refusals === 1);
      expect(screen.last()).toMatchObject({
        inside: 2,
        total: { admissions: 3, exits: 1, persons: 2, refusals: 1 },
        gates: [
          { name: '东门', admissions: 1, exits: 1, persons: 1, refusals: 0 },
          { name: '南门', admissions: 2, exits: 0, persons: 1, refusals: 1 },
        ],
      });
      expect(screen.last()!.curve.reduce((sum, { admissions }) => sum + admissions, 0)).toBe(3);
      expect(await counts(staff, event)).toEqual(screen.last()!.total);
      expect(JSON.stringify(screen.deltas)).not.toContain('钱毕业');

      await organiser.delete(`${API}/events/${event.id}/screens/${link.id}`).expect(204);
      expectRefused(
        await app.browser().post('/api/v1/screens/open').send({ token: link.token }),
        410,
        'identity.link_not_valid',
      );
      expect((await watch(event.id, link.token)).answer).toEqual({ ok: false, code: 'identity.link_not_valid' });
    });

    it('is closed to others', async () => {
      const { event, organiser } = await setUp();
      const other = await makeAdmission(app);
      expect((await watch(event.id)).answer).toEqual({ ok: false, code: 'common.not_found' });
      const { body: link } = await organiser
        .post(`${API}/events/${event.id}/screens`)
        .send({ label: '大厅' })
        .expect(201);
      expect((await watch(other.event.id, link.token)).answer).toEqual({ ok: false, code: 'identity.link_not_valid' });
    });

    it('takes no screens from who has those of every contest alone', async () => {
      const { event, organiser } = await setUp();
      const screens = `${API}/events/${event.id}/screens`;
      const { body: link } = await organiser.post(screens).send({ label: '大厅' }).expect(201);
      const contest = { role: 'contest_organiser', scopeType: 'system', scopeId: '' } as const;
      const { browser: stranger } = await signedIn(app, '周大赛', [contest]);
      expectRefused(await stranger.get(screens), 404, 'common.not_found');
      expectRefused(await stranger.post(screens).send({ label: '外屏' }), 404, 'common.not_found');
      expectRefused(await stranger.delete(`${screens}/${link.id}`), 404, 'common.not_found');
    });
  });
});
