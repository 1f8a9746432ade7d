import { type DeskSnapshot, ROADSHOW_DESK, ROADSHOW_SCREEN, type RoadshowPresence } from '@haishi/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, makePerson, signedIn, signIn } from '../support/people.js';
import { listen, setStage, type Stage } from './roadshow-session.js';

eachEngine('sign-in for a session', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  interface Gathering extends Stage {
    recorder: Browser;
    at: (browser: Browser, path: string, body?: object) => ReturnType<Browser['post']>;
    presence: () => Promise<RoadshowPresence>;
  }
  /** A session whose judges and entrants sign in; `opened` where that has begun. */
  async function gathering(opened = true): Promise<Gathering> {
    const stage = await setStage(app, true);
    const person = await makePerson(
      app,
      '场记',
      [{ role: 'recorder', scopeType: 'session', scopeId: stage.id }],
      false,
    );
    const at = (browser: Browser, path: string, body: object = {}) =>
      browser.post(`${stage.path}/sign-in${path}`).send(body);
    if (opened) await at(stage.organiser, '/open').expect(204);
    const presence = async () => {
      const listener = await listen(app, stage.chair);
      const answer = await listener.subscribe(ROADSHOW_DESK, stage.id);
      listener.close();
      return (answer as { snapshot: DeskSnapshot }).snapshot.presence!;
    };
    return { ...stage, recorder: await signIn(app, person), at, presence };
  }

  it('comes before the draw, and begins with the organiser', async () => {
    const { organiser, chair, recorder, judges, path, at } = await gathering(false);
    expectRefused(await organiser.post(`${path}/draw`).send({}), 409, 'roadshow.sign_in_first');
    expectRefused(await at(judges[0]!.browser, '/own'), 409, 'roadshow.action_not_allowed');
    expectRefused(await at(chair, '/open'), 403, 'common.forbidden');
    expectRefused(await at(recorder, '/open'), 403, 'common.forbidden');
    await at(organiser, '/open').expect(204);
    expectRefused(await at(organiser, '/open'), 409, 'roadshow.action_not_allowed');
  });

  it('is a judge’s own act at their desk, once', async () => {
    const { id, judges, at, presence } = await gathering();
    await at(judges[0]!.browser, '/own').expect(204);
    expectRefused(await at(judges[0]!.browser, '/own'), 409, 'roadshow.signed_in_already');
    const unseated = await makePerson(app, '未入席', [{ role: 'judge', scopeType: 'session', scopeId: id }], false);
    expectRefused(await at(await signIn(app, unseated), '/own'), 403, 'review.not_on_panel');
    expect(await presence()).toEqual({ seats: [1], entries: [] });
  });

  it('is noted by staff, for an entry with the speakers whose identity was checked', async () => {
    const { a, b, path, chair, recorder, at, presence } = await gathering();
    await at(recorder, '', { seatNo: 2 }).expect(204);
    expectRefused(await at(recorder, ''), 422, 'common.required', 'seatNo');
    expectRefused(await at(recorder, '', { seatNo: 40 }), 404, 'common.not_found', 'seatNo');
    expectRefused(await at(recorder, '', { entryId: a }), 422, 'common.required', 'speakers');
    const three = ['沈知远', '顾闻笔', '严正清'];
    expectRefused(await at(recorder, '', { entryId: a, speakers: three }), 422, 'common.list_too_long', 'speakers');
    await at(recorder, '', { entryId: a, speakers: ['沈知远', '阿依古丽·买买提'] }).expect(204);
    await at(chair, '', { entryId: b, speakers: ['Ana María'] }).expect(204);
    const here = await presence();
    expect(here.seats).toEqual([2]);
    expect([...here.entries].sort()).toEqual([a, b].sort());
    const list = (await recorder.get(`${path}/sign-in`).expect(200)).body as { entryId: string | null }[];
    expect(list).toHaveLength(3);
    expect(list.find(({ entryId }) => entryId === a)).toMatchObject({
      seatNo: null,
      speakers: ['沈知远', '阿依古丽·买买提'],
      by: '场记',
    });
  });

  it('shows who is here to the room, never to a screen; no name of a speaker is in the log', async () => {
    const { id, a, path, organiser, chair, recorder, at } = await gathering();
    const { body } = await organiser.post(`${path}/screens`).send({ label: '主屏' }).expect(201);
    const screen = await listen(app);
    const first = await screen.subscribe(ROADSHOW_SCREEN, id, (body as { token: string }).token);
    await at(recorder, '', { entryId: a, speakers: ['沈知远'] }).expect(204);
    await at(recorder, '', { seatNo: 2 }).expect(204);
    expect(JSON.stringify(first) + screen.packets.join()).not.toMatch(/presence|沈知远/);
    screen.close();
    const log = await chair.get(`${path}/papers/event-log`).buffer().expect(200);
    expect(log.text).toContain('roadshow.signed_in');
    expect(log.text).not.toContain('沈知远');
  });

  it('is taken back with a reason alone', async () => {
    const { b, recorder, at, presence } = await gathering();
    await at(recorder, '', { seatNo: 2 }).expect(204);
    await at(recorder, '', { entryId: b, speakers: ['冯沐辰'] }).expect(204);
    expectRefused(await at(recorder, '/out', { seatNo: 2 }), 422, 'common.required', 'reason');
    expectRefused(await at(recorder, '/out', { seatNo: 3, reason: '未到' }), 409, 'roadshow.not_signed_in');
    await at(recorder, '/out', { entryId: b, reason: '身份证件不符' }).expect(204);
    expect(await presence()).toEqual({ seats: [2], entries: [] });
  });

  it('keeps seats as they are, unless it is suspended; who has signed in stays so', async () => {
    const { id, path, organiser, judges, at, presence } = await gathering();
    await at(judges[0]!.browser, '/own').expect(204);
    const judge = await makePerson(app, '替补', [{ role: 'judge', scopeType: 'session', scopeId: id }], false);
    const seat = { seatNo: 8, personId: judge.id, kind: 'industry' };
    expectRefused(await organiser.post(`${path}/seats`).send(seat), 409, 'roadshow.action_not_allowed');
    await at(organiser, '/suspend', { reason: '替补评委入席' }).expect(204);
    await organiser.post(`${path}/seats`).send(seat).expect(204);
    await at(organiser, '/open').expect(204);
    expect((await presence()).seats).toEqual([1]);
  });

  it('is waited for before the draw, and a quorum of judges before the start', async () => {
    const { b, c, a, path, organiser, chair, judges, recorder, at, presence } = await gathering();
    for (const judge of judges.slice(0, 4)) await at(judge.browser, '/own').expect(204);
    await at(recorder, '', { entryId: a, speakers: ['沈知远'] }).expect(204);
    const answer = await organiser.post(`${path}/draw`).send({});
    expectRefused(answer, 409, 'roadshow.not_all_signed_in', 'reason');
    const { seats, entries } = (answer.body as { data: { seats: number[]; entries: string[] } }).data;
    expect(seats).toEqual([5, 6, 7]);
    expect([...entries].sort()).toEqual([b, c].sort());
    await organiser.post(`${path}/draw`).send({ reason: '已过签到时间' }).expect(204);
    expectRefused(await chair.post(`${path}/start`), 409, 'roadshow.too_few_signed_in');
    await at(judges[4]!.browser, '/own').expect(204);
    await chair.post(`${path}/start`).expect(204);
    await at(judges[5]!.browser, '/own').expect(204);
    expect((await presence()).seats).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is nobody else’s to see or to note', async () => {
    const { path, recorder, judges } = await gathering();
    expectRefused(await (await signedIn(app, '路人')).browser.get(`${path}/sign-in`), 403, 'common.forbidden');
    const other = await gathering();
    expectRefused(await recorder.get(`${other.path}/sign-in`), 404, 'common.not_found');
    expectRefused(await recorder.post(`${other.path}/sign-in`).send({ seatNo: 1 }), 404, 'common.not_found');
    expectRefused(await judges[0]!.browser.get(`${path}/sign-in`), 403, 'common.forbidden');
  });

  it('stands beside a meeting link for who is elsewhere, told to the room alone', async () => {
    const { id, path, organiser, judges } = await gathering();
    const meet = (meetingUrl: string | null) =>
      organiser.put(`${path}/meeting`).set('if-match', '*').send({ meetingUrl });
    expectRefused(await meet('http://meeting.example/1'), 422, 'common.bad_format', 'meetingUrl');
    expectRefused(await meet('javascript:alert(1)'), 422, 'common.bad_format', 'meetingUrl');
    await meet('https://meeting.example/9?pwd=8').expect(204);
    const desk = await listen(app, judges[0]!.browser);
    const answer = (await desk.subscribe(ROADSHOW_DESK, id)) as { snapshot: DeskSnapshot };
    expect(answer.snapshot.meetingUrl).toBe('https://meeting.example/9?pwd=8');
    expect(JSON.stringify(await desk.subscribe(ROADSHOW_SCREEN, id))).not.toContain('meeting.example');
    desk.close();
    const late = () => organiser.put(`${path}/meeting`).set('if-match', '"0"').send({ meetingUrl: null });
    expectRefused(await late(), 412, 'common.stale');
    await meet(null).expect(204);
    await late().expect(204);
  });
});
