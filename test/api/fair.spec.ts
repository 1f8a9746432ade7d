import { Grants } from '@haishi/identity';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import {
  applyToFair,
  dayFromNow,
  fairChange,
  fairStaff,
  importFair,
  makeEmployer,
  openFair,
  suppliedFair,
  takePart,
} from '../support/fair.js';
import { admissionOf } from '../support/invitation.js';
import { lastMessage } from '../support/messages.js';
import { expectRefused, signedIn } from '../support/people.js';

const API = '/api/v1';

eachEngine('fairs', (engine) => {
  let app: TestApp;
  let organiser: Browser;
  let stranger: Browser;
  beforeAll(async () => {
    app = await startApp(engine);
    organiser = (await signedIn(app, '吴组织', [fairStaff('fair_organiser')])).browser;
    stranger = (await signedIn(app, '路人')).browser;
  });
  afterAll(() => app?.close());

  const overview = async (id: string) => (await organiser.get(`${API}/fairs/${id}/overview`).expect(200)).body;

  describe('the fair file', () => {
    it('becomes a draft that only its staff see, with the facts of the file', async () => {
      const { body: file } = await organiser.get(`${API}/fairs/supplied`).expect(200);
      expect(file).toEqual(suppliedFair());
      const { id } = await importFair(organiser, 'facts');
      expect(await overview(id)).toMatchObject({
        code: 'facts',
        name: { zh: '2023年石家庄市高层次人才交流洽谈会' },
        timeZone: 'Asia/Shanghai',
        days: [{ date: dayFromNow(30), opens: '09:00', closes: '16:00' }],
        opensAt: `${dayFromNow(30)}T01:00:00.000Z`,
        closesAt: `${dayFromNow(30)}T08:00:00.000Z`,
        employerSignInBy: '09:30',
        permitNumber: null,
        approvedCapacity: 6000,
        gates: ['东门', '南门', '西门', '北门', '工作人员通道'],
        zones: [{ code: 'EIT' }, { code: 'BIO' }, { code: 'EQP' }, { code: 'FOOD' }, { code: 'TRADE' }],
        state: 'draft',
        version: 1,
        counts: { participations: {}, positions: {} },
        actions: ['open'],
        blockers: [{ code: 'fair.permit_missing' }],
      });
      expectRefused(await app.browser().get(`${API}/fairs/${id}`), 404, 'common.not_found');
      expectRefused(await stranger.get(`${API}/fairs/facts`), 404, 'common.not_found');
    });

    it('comes out as it can go in again', async () => {
      const { id } = await importFair(organiser, 'round');
      const { body: file, headers } = await organiser.get(`${API}/fairs/${id}/file`).expect(200);
      expect(headers['content-disposition']).toContain('fair.json');
      const { body } = await organiser.post(`${API}/fairs`).send({ file, code: 'round-2' }).expect(201);
      expect(body).toMatchObject({ code: 'round-2', days: file.days, gates: file.gates, zones: file.zones });
    });

    it('moves its days with the first', async () => {
      const days = [
        { date: '2023-10-28', opens: '09:00', closes: '16:00' },
        { date: '2023-10-30', opens: '08:30', closes: '15:00' },
      ];
      const file = { ...suppliedFair(), days };
      const { body } = await organiser
        .post(`${API}/fairs`)
        .send({ file, code: 'moved', firstDay: '2031-02-27' })
        .expect(201);
      expect(body.days.map((day: { date: string }) => day.date)).toEqual(['2031-02-27', '2031-03-01']);
    });

    it('is refused by field, and leaves nothing', async () => {
      const post = (file: object, rest: object = { code: 'faulty', firstDay: dayFromNow(30) }) =>
        organiser.post(`${API}/fairs`).send({ file: { ...suppliedFair(), ...file }, ...rest });
      expectRefused(await post({ format: 'fair/9' }), 422, 'fair.file_unreadable', 'file.format');
      expectRefused(await post({ timeZone: 'Asia/Zhengding' }), 422, 'fair.unknown_time_zone', 'file.timeZone');
      expectRefused(await post({ zones: [{ code: 'EIT', zh: '电子' }] }), 422, 'common.required', 'file.zones.0.en');
      expectRefused(await post({ gates: ['东门', '东门'] }), 422, 'fair.duplicate_code', 'file.gates.1');
      expectRefused(
        await post({ days: [{ opens: '16:00', closes: '09:00' }] }),
        422,
        'fair.closes_before_opens',
        'file.days.0.closes',
      );
      expectRefused(await post({ booths: [] }), 422, 'common.unknown_field', 'file.booths');
      expectRefused(await post({}, { code: 'faulty' }), 422, 'common.required', 'firstDay');
      expectRefused(await post({}, { code: 'faulty', firstDay: '2026-02-30' }), 422, 'fair.not_a_day', 'firstDay');
      expectRefused(await app.browser().get(`${API}/fairs/faulty`), 404, 'common.not_found');
    });

    it('gives a code to one fair', async () => {
      await importFair(organiser, 'once');
      const again = await organiser
        .post(`${API}/fairs`)
        .send({ file: suppliedFair(), code: 'once', firstDay: dayFromNow(30) });
      expectRefused(again, 409, 'fair.code_taken', 'code');
    });

    it('is for system-wide organisers alone', async () => {
      const { id } = await importFair(organiser, 'scoped');
      const local = (await signedIn(app, '单场组织者', [fairStaff('fair_organiser', id)])).browser;
      const body = { file: suppliedFair(), code: 'other', firstDay: dayFromNow(30) };
      expectRefused(await local.post(`${API}/fairs`).send(body), 403, 'common.forbidden');
      expectRefused(await stranger.post(`${API}/fairs`).send(body), 403, 'common.forbidden');
      expectRefused(await app.browser().post(`${API}/fairs`).send(body), 401, 'common.unauthenticated');
      const { body: fairs } = await local.get(`${API}/fairs`).expect(200);
      expect(fairs.map((fair: { code: string }) => fair.code)).toEqual(['scoped']);
    });
  });

  describe('changing and opening', () => {
    it('hands its zone on to its admission, whose hours and tickets are told in it', async () => {
      const file = { ...suppliedFair(), timeZone: 'Europe/Berlin' };
      const { body } = await organiser
        .post(`${API}/fairs`)
        .send({ file, code: 'abroad', firstDay: '2031-02-27' })
        .expect(201);
      const admission = await admissionOf(organiser, body.id);
      expect(admission).toMatchObject({ timeZone: 'Europe/Berlin', opensAt: '2031-02-27T08:00:00.000Z' });
      const { body: walkUp } = await organiser
        .post(`${API}/attendance/events/${admission.id}/walk-ups`)
        .send({ holderName: '现场观众', kind: 'visitor' })
        .expect(201);
      const { body: ticket } = await app
        .browser()
        .post(`${API}/attendance/tickets/open`)
        .send({ token: walkUp.token })
        .expect(200);
      expect(ticket.event).toMatchObject({ timeZone: 'Europe/Berlin', opensAt: '2031-02-27T08:00:00.000Z' });
    });

    it('keeps admission hours of its own, such as for a rehearsal, until its days move', async () => {
      const { id } = await importFair(organiser, 'rehearsed');
      const admission = () => admissionOf(organiser, id);
      const put = async (change: object, version: number) =>
        organiser
          .put(`${API}/fairs/${id}`)
          .set('If-Match', `"${version}"`)
          .send(await fairChange(organiser, id, change))
          .expect(200);
      const { id: event, version, approvedCapacity, reentry, state, closesAt, opensAt } = await admission();
      const early = new Date(Date.parse(opensAt) - 86_400_000).toISOString();
      await organiser
        .put(`${API}/attendance/events/${event}`)
        .set('If-Match', `"${version}"`)
        .send({ approvedCapacity, reentry, state, closesAt, opensAt: early })
        .expect(200);
      await put({ approvedCapacity: 4000 }, 1);
      expect(await admission()).toMatchObject({ approvedCapacity: 4000, opensAt: early, closesAt });
      await put({ days: [{ date: dayFromNow(50), opens: '08:30', closes: '17:00' }] }, 2);
      expect((await admission()).opensAt).toBe(new Date(`${dayFromNow(50)}T08:30:00+08:00`).toISOString());
    });

    it('opens once permitted, is then seen by all, closes and opens again', async () => {
      const { id } = await importFair(organiser, 'opening');
      const act = (action: string, version: number) =>
        organiser.post(`${API}/fairs/${id}/${action}`).set('If-Match', `"${version}"`);
      expectRefused(await act('open', 1), 409, 'fair.permit_missing');
      const change = await fairChange(organiser, id, {
        permitNumber: '石公治许〔2026〕18号',
        days: [{ date: dayFromNow(40), opens: '08:30', closes: '17:00' }],
        employerSignInBy: '08:15',
      });
      const { body } = await organiser.put(`${API}/fairs/${id}`).set('If-Match', '"1"').send(change).expect(200);
      expect(body).toMatchObject({
        version: 2,
        permitNumber: '石公治许〔2026〕18号',
        opensAt: `${dayFromNow(40)}T00:30:00.000Z`,
        blockers: [],
      });
      await act('open', 2).expect(204);
      const { body: seen } = await app.browser().get(`${API}/fairs/opening`).expect(200);
      expect(seen).toMatchObject({
        id,
        state: 'open',
        employers: 0,
        positions: 0,
        headcount: 0,
        acceptsApplications: true,
      });
      expect(seen).not.toHaveProperty('permitNumber');
      const { body: open } = await app.browser().get(`${API}/fairs/open`).expect(200);
      expect(open.map((fair: { id: string }) => fair.id)).toContain(id);
      expectRefused(await act('open', 3), 409, 'common.state_not_allowed');
      await act('close', 3).expect(204);
      await act('open', 4).expect(204);
    });

    it('refuses a stale or missing version, contradictions by field, and strangers', async () => {
      const { id } = await importFair(organiser, 'changing');
      const change = await fairChange(organiser, id);
      const put = (body: object, version?: number, browser = organiser) => {
        const request = browser.put(`${API}/fairs/${id}`);
        return (version === undefined ? request : request.set('If-Match', `"${version}"`)).send(body);
      };
      expectRefused(await put(change), 412, 'common.version_required');
      expectRefused(await put(change, 7), 412, 'common.stale');
      expectRefused(await put({ ...change, days: [] }, 1), 422, 'common.list_too_short', 'days');
      expectRefused(
        await put({ ...change, employerSignInBy: '17:00' }, 1),
        422,
        'fair.sign_in_after_close',
        'employerSignInBy',
      );
      expectRefused(
        await put({ ...change, approvedCapacity: 0 }, 1),
        422,
        'common.number_out_of_range',
        'approvedCapacity',
      );
      expectRefused(await put(change, 1, stranger), 403, 'common.forbidden');
      const past = { ...change, permitNumber: '1号', days: [{ date: '2023-10-28', opens: '09:00', closes: '16:00' }] };
      await put(past, 1).expect(200);
      const late = await organiser.post(`${API}/fairs/${id}/open`).set('If-Match', '"2"');
      expectRefused(late, 409, 'fair.over');
    });
  });

  describe('taking part', () => {
    it('goes from application over return to approval, each told by mail', async () => {
      const fair = await openFair(app, 'part');
      const employer = await makeEmployer(app, '太行电子有限公司');
      const ready = async () => {
        const { body } = await employer.browser
          .get(`${API}/fairs/part/readiness/${employer.organisationId}`)
          .expect(200);
        return body.steps.map((step: { state: string }) => step.state).join(' ');
      };
      expect(await ready()).toBe('done done todo blocked blocked');
      const id = await applyToFair(employer, fair.id);
      expect(await ready()).toBe('done done waiting blocked blocked');
      const { body: queue } = await fair.organiser.get(`${API}/fairs/part/participations?state=applied`).expect(200);
      expect(queue.items).toMatchObject([
        {
          id,
          organisationName: '太行电子有限公司',
          creditCode: employer.creditCode,
          zone: 'EIT',
          actions: ['approve', 'return', 'reject'],
        },
      ]);

      const post = (act: string, body: object = {}) =>
        fair.organiser.post(`${API}/participations/${id}/${act}`).send(body);
      expectRefused(await post('return', { reason: ' ' }), 422, 'common.required', 'reason');
      await post('return', { reason: '专区选错' }).expect(204);
      expect(await lastMessage(app, employer.person.mail)).toContain('专区选错');
      const { body: own } = await employer.browser.get(`${API}/participations/${id}`).expect(200);
      expect(own).toMatchObject({
        state: 'returned',
        stateReason: '专区选错',
        actions: ['resubmit', 'withdraw'],
        fair: { code: 'part' },
      });
      const change = { zone: 'EQP', publishContact: true };
      await employer.browser.put(`${API}/participations/${id}`).set('If-Match', '"2"').send(change).expect(200);
      await employer.browser.post(`${API}/participations/${id}/resubmit`).expect(204);
      await post('approve').expect(204);
      expect(await lastMessage(app, employer.person.mail)).toContain('已通过审核');
      expect(await ready()).toBe('done done done todo blocked');
      expectRefused(await post('approve'), 409, 'common.state_not_allowed');
      const { body: mine } = await employer.browser.get(`${API}/participations/mine`).expect(200);
      expect(mine).toMatchObject([{ id, state: 'approved', zone: 'EQP', publishContact: true }]);
    });

    it('is refused without vetting, twice, after the deadline, in an unknown zone, for another’s organisation', async () => {
      const fair = await openFair(app, 'refusals');
      const employer = await makeEmployer(app, '滹沱食品有限公司');
      const unvetted = await makeEmployer(app, '未审核公司', { state: 'submitted' });
      const apply = (change: object = {}, browser = employer.browser) =>
        browser
          .post(`${API}/fairs/${fair.id}/participations`)
          .send({ organisationId: employer.organisationId, zone: 'FOOD', publishContact: false, ...change });
      expectRefused(await apply({ zone: 'XXX' }), 422, 'fair.unknown_zone', 'zone');
      expectRefused(
        await apply({ organisationId: unvetted.organisationId }, unvetted.browser),
        409,
        'fair.organisation_not_vetted',
      );
      expectRefused(await apply({}, unvetted.browser), 404, 'common.not_found');
      expectRefused(await apply({}, app.browser()), 401, 'common.unauthenticated');
      const answers = await Promise.all([apply(), apply(), apply()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      expectRefused(
        answers.find(({ status }) => status === 409)!,
        409,
        'fair.already_applied',
      );

      const id = answers.find(({ status }) => status === 201)!.body.id as string;
      expectRefused(await unvetted.browser.get(`${API}/participations/${id}`), 404, 'common.not_found');
      expectRefused(await employer.browser.post(`${API}/participations/${id}/approve`), 403, 'common.forbidden');
      await employer.browser.post(`${API}/participations/${id}/withdraw`).expect(204);
      await apply().expect(201);

      const closed = await fairChange(fair.organiser, fair.id, {
        applyBy: new Date(Date.now() - 60_000).toISOString(),
      });
      await fair.organiser.put(`${API}/fairs/${fair.id}`).set('If-Match', '"3"').send(closed).expect(200);
      const late = await makeEmployer(app, '迟到公司');
      expectRefused(
        await apply({ organisationId: late.organisationId }, late.browser),
        409,
        'fair.applications_closed',
      );
      const draft = await importFair(fair.organiser, 'draft-part');
      const early = await late.browser
        .post(`${API}/fairs/${draft.id}/participations`)
        .send({ organisationId: late.organisationId, zone: 'EIT', publishContact: false });
      expectRefused(early, 404, 'common.not_found');
    });

    it('is not decided by who acts for the employer', async () => {
      const fair = await openFair(app, 'own');
      const { person, browser } = await signedIn(app, '两边都做的人', [fairStaff('position_reviewer', fair.id)]);
      const employer = await makeEmployer(app, '关联公司');
      await app.get(UnitOfWork).run(systemActor('test'), (work) =>
        app.get(Grants).give(work, person.id, {
          role: 'employer_agent',
          scopeType: 'organisation',
          scopeId: employer.organisationId,
        }),
      );
      const id = await applyToFair(employer, fair.id);
      expectRefused(await browser.post(`${API}/participations/${id}/approve`), 403, 'fair.own_organisation');
    });
  });

  it('tells each role what waits for it', async () => {
    const fair = await openFair(app, 'tasks');
    const employer = await makeEmployer(app, '任务公司');
    const kinds = async (browser: Browser) => {
      const { body } = await browser.get(`${API}/tasks`).expect(200);
      return body.items.map((task: { kind: string }) => task.kind);
    };
    const reviewer = (await signedIn(app, '审核员', [fairStaff('position_reviewer', fair.id)])).browser;
    expect(await kinds(employer.browser)).toContain('participation.apply');
    const id = await applyToFair(employer, fair.id);
    const { body: waiting } = await reviewer.get(`${API}/tasks`).expect(200);
    expect(waiting.items).toContainEqual(
      expect.objectContaining({ kind: 'participation.vet', count: 1, since: expect.any(String) }),
    );
    await fair.organiser.post(`${API}/participations/${id}/return`).send({ reason: '请补充' }).expect(204);
    expect(await kinds(employer.browser)).toContain('participation.correct');
    const other = await takePart(app, fair, '另一家公司');
    expect(await kinds(other.browser)).toContain('position.create');
  });
});
