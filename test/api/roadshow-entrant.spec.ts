import { Edition, Project } from '@haishi/contest';
import { ROADSHOW_AUDIENCE, ROADSHOW_CHAIR, ROADSHOW_DESK, ROADSHOW_SCREEN } from '@haishi/contracts';
import { PersonalData } from '@haishi/identity';
import { Database, Notice, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal, Like } from 'typeorm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { until } from '../support/facts.js';
import { expectRefused, makePerson, signedIn, signIn } from '../support/people.js';
import { begin, listen, openScoring, setStage, type Stage, submit } from './roadshow-session.js';

eachEngine('a session, for its entrants', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  interface Appearing extends Stage {
    entrant: Browser;
    recorder: Browser;
    appearances: () => Promise<Record<string, unknown>[]>;
    /** The owner withdraws project A. */
    givesUp: () => Promise<void>;
    /** Which notices of sessions the owner got. */
    told: () => Promise<string[]>;
  }
  async function appearing(gathers = false): Promise<Appearing> {
    const stage = await setStage(app, gathers);
    const { person, browser } = await signedIn(app, '参赛人', []);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) => work.manager.update(Project, stage.projects.a.id, { ownerId: person.id }));
    const role = { role: 'recorder', scopeType: 'session', scopeId: stage.id } as const;
    const recorder = await signIn(app, await makePerson(app, '场记', [role], false));
    const appearances = async () =>
      (await browser.get(`/api/v1/projects/${stage.projects.a.id}/appearances`).expect(200)).body as never;
    const givesUp = async () => {
      const project = `/api/v1/projects/${stage.projects.a.id}`;
      const { version } = (await browser.get(project).expect(200)).body as { version: number };
      await browser.post(`${project}/withdraw`).set('If-Match', `"${version}"`).send({}).expect(204);
    };
    const told = async () => {
      const { manager } = app.get(Database);
      const notices = await manager.findBy(Notice, { personId: Equal(person.id), template: Like('roadshow.%') });
      return notices.map(({ template }) => template).toSorted();
    };
    return { ...stage, entrant: browser, recorder, appearances, givesUp, told };
  }

  it('says when, where and in which order, the order only once it is drawn', async () => {
    const stage = await appearing();
    await stage.organiser
      .post(`${stage.path}/plan`)
      .set('if-match', '*')
      .send({ startsAt: '2030-01-12T09:30' })
      .expect(204);
    expect(await stage.appearances()).toEqual([
      {
        sessionId: stage.id,
        name: '决赛第一场',
        stage: { zh: '决赛', en: 'Final' },
        room: '大剧院',
        timeZone: 'Asia/Shanghai',
        state: 'draft',
        startsAt: '2030-01-12T01:30:00.000Z',
        resumesAt: null,
        entryState: 'waiting',
        position: null,
        entries: 3,
        signedIn: null,
        meetingUrl: null,
        audience: false,
      },
    ]);
    await stage.organiser.post(`${stage.path}/draw`).send({}).expect(204);
    const [drawn] = await stage.appearances();
    expect([1, 2, 3]).toContain(drawn!['position']);
    await stage.organiser.post(`${stage.path}/undraw`).send({ reason: '名单有误' }).expect(204);
    expect(await stage.appearances()).toMatchObject([{ state: 'draft', position: null }]);
  });

  it('says whether the entry has signed in, and hands out the meeting until the session has ended', async () => {
    const stage = await appearing(true);
    const meetingUrl = 'https://meet.example/room-1';
    await stage.organiser.put(`${stage.path}/meeting`).set('if-match', '*').send({ meetingUrl }).expect(204);
    await stage.organiser.post(`${stage.path}/audience/open`).expect(204);
    const screen = await listen(app, stage.chair);
    const phone = await listen(app);
    await screen.subscribe(ROADSHOW_SCREEN, stage.id);
    await phone.subscribe(ROADSHOW_AUDIENCE, stage.id);
    await stage.organiser.post(`${stage.path}/sign-in/open`).send({}).expect(204);
    expect(await stage.appearances()).toMatchObject([{ state: 'signin', signedIn: false, meetingUrl, audience: true }]);
    const body = { entryId: stage.a, speakers: ['参赛人'] };
    await stage.recorder.post(`${stage.path}/sign-in`).send(body).expect(204);
    expect(await stage.appearances()).toMatchObject([{ signedIn: true }]);
    const reason = '其余未到';
    await stage.organiser.post(`${stage.path}/draw`).send({ reason }).expect(204);
    for (const judge of stage.judges) await stage.recorder.post(`${stage.path}/sign-in`).send({ seatNo: judge.seatNo });
    await stage.chair.post(`${stage.path}/start`).send({}).expect(204);
    await stage.chair.post(`${stage.path}/close`).send({ reason }).expect(204);
    expect(await stage.appearances()).toMatchObject([{ state: 'closed', meetingUrl: null }]);
    for (const one of [screen, phone]) {
      await until(() => one.packets.join().includes('"state":"closed"'));
      expect(one.packets.join()).not.toContain('meet.example');
      one.close();
    }
    expect((await app.browser().get('/api/v1/sessions/live').expect(200)).text).not.toContain('meet.example');
  });

  it('hands no meeting to an entry that withdrew, and none to a supervisor once it has ended', async () => {
    const stage = await appearing();
    const meetingUrl = 'https://meet.example/room-2';
    await stage.organiser.put(`${stage.path}/meeting`).set('if-match', '*').send({ meetingUrl }).expect(204);
    const role = { role: 'supervisor', scopeType: 'session', scopeId: stage.id } as const;
    const supervisor = await signIn(app, await makePerson(app, '监督员', [role], false));
    const record = async () => (await supervisor.get(`${stage.path}/record`).expect(200)).body as object;
    await stage.organiser.post(`${stage.path}/draw`).send({}).expect(204);
    const reason = '说明';
    await stage.chair.post(`${stage.path}/start`).send({ reason }).expect(204);
    expect(await record()).toMatchObject({ meetingUrl });
    await stage.chair.post(`${stage.path}/withdraw`).send({ entryId: stage.a, reason }).expect(204);
    expect(await stage.appearances()).toMatchObject([{ entryState: 'withdrawn', meetingUrl: null }]);
    await stage.chair.post(`${stage.path}/close`).send({ reason }).expect(204);
    expect(await record()).toMatchObject({ meetingUrl: null });
  });

  it('goes on without an entry whose project was withdrawn while it was stopped, and brings it back no more', async () => {
    const stage = await appearing();
    const { chair, organiser, path, a, b } = stage;
    await organiser.post(`${path}/audience/open`).expect(204);
    await begin(stage);
    await openScoring(stage, b);
    await chair.post(`${path}/stop`).send({ reason: '会场停电', resumesAt: '2099-01-08T09:00' }).expect(204);
    await stage.givesUp();
    expect(await stage.appearances()).toMatchObject([{ state: 'stopped', entryState: 'withdrawn', entries: 2 }]);
    const { body } = await app.browser().get(`${path}/audience`).expect(200);
    const { entries } = body.snapshot as { entries: { id: string; state: string }[] };
    expect(entries.find(({ id }) => id === a)).toMatchObject({ state: 'withdrawn' });
    const bringBack = () => chair.post(`${path}/reinstate`).send({ entryId: a, reason: '仍然参赛' });
    expectRefused(await bringBack(), 409, 'roadshow.project_withdrawn');
    await chair.post(`${path}/withdraw`).send({ entryId: b, reason: '突发疾病' }).expect(204);
    const sheet = await submit(stage, stage.judges[0]!, b, [20, 20, 15, 8, 12]);
    expectRefused(sheet, 409, 'review.scoring_closed');
    await chair.post(`${path}/resume`).expect(204);
    expectRefused(await bringBack(), 409, 'roadshow.project_withdrawn');
    await openScoring(stage, stage.c);
  });

  it.each(['draft', 'signin', 'ready'])('is without whose project was withdrawn while it was %s', async (state) => {
    const stage = await appearing(state === 'signin');
    const { chair, organiser, path, a, b, c } = stage;
    await organiser.post(`${path}/plan`).set('if-match', '*').send({ startsAt: '2030-01-12T09:30' }).expect(204);
    if (state === 'signin') await organiser.post(`${path}/sign-in/open`).send({}).expect(204);
    if (state === 'ready') await organiser.post(`${path}/draw`).send({}).expect(204);
    const told = await stage.told();
    await stage.givesUp();
    expect(await stage.appearances()).toEqual([]);
    if (state === 'ready') await organiser.post(`${path}/undraw`).send({ reason: '名单有变' }).expect(204);
    await organiser.post(`${path}/plan`).set('if-match', '*').send({ startsAt: '2030-01-12T10:30' }).expect(204);
    await organiser.post(`${path}/draw`).send({ reason: '无人签到' }).expect(204);
    const { body } = await organiser.get(path).expect(200);
    const { entries } = body as { entries: { id: string; position: number }[] };
    expect(entries.map(({ id, position }) => [position, id])).toEqual([
      [1, expect.stringMatching(`^(${b}|${c})$`)],
      [2, expect.stringMatching(`^(${b}|${c})$`)],
    ]);
    expect((await chair.post(`${path}/call`).send({ entryId: a })).status).toBe(409);
    expect(await stage.told()).toEqual(told);
  });

  it.each(['waiting', 'absent', 'locked'])('goes on at once without an entry that was %s', async (state) => {
    const stage = await appearing();
    const { chair, path, a, b } = stage;
    await begin(stage);
    if (state === 'absent') for (const act of ['call', 'skip']) await chair.post(`${path}/${act}`).send({ entryId: a });
    if (state === 'locked') {
      await openScoring(stage, a);
      await chair.post(`${path}/lock`).send({ entryId: a, reason: '评委离席' }).expect(204);
    }
    await openScoring(stage, b);
    const phone = await listen(app, chair);
    await phone.subscribe(ROADSHOW_SCREEN, stage.id);
    await stage.givesUp();
    expect(await stage.appearances()).toMatchObject([{ state: 'running', entryState: 'withdrawn', entries: 2 }]);
    await until(() => phone.packets.join().includes('"entries":2'));
    phone.close();
    const told = await stage.told();
    await chair.post(`${path}/stop`).send({ reason: '停电' }).expect(204);
    expect(await stage.told()).toEqual(told);
    expectRefused(
      await chair.post(`${path}/reinstate`).send({ entryId: a, reason: '仍然参赛' }),
      409,
      'roadshow.project_withdrawn',
    );
  });

  it.each(['called', 'scoring', 'stopped', 'locked', 'shown'])(
    'leaves it to the chair, whom it tells, to take out whose project was withdrawn while it was %s',
    async (state) => {
      const stage = await appearing();
      const { chair, path, a } = stage;
      await begin(stage);
      if (state === 'called') await chair.post(`${path}/call`).send({ entryId: a }).expect(204);
      else await openScoring(stage, a);
      if (state === 'stopped') await chair.post(`${path}/stop`).send({ reason: '停电' }).expect(204);
      if (state === 'locked' || state === 'shown')
        await chair.post(`${path}/lock`).send({ entryId: a, reason: '评委离席' }).expect(204);
      if (state === 'shown') await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
      const desk = await listen(app, chair);
      const judge = await listen(app, stage.judges[0]!.browser);
      expect(await desk.subscribe(ROADSHOW_CHAIR, stage.id)).toMatchObject({ snapshot: { gaveUp: [] } });
      await judge.subscribe(ROADSHOW_DESK, stage.id);
      const before = await stage.appearances();
      const told = await stage.told();
      await stage.givesUp();
      await until(() => desk.packets.join().includes(`"gaveUp":["${a}"]`));
      expect(await stage.appearances()).toEqual(before);
      const late = await listen(app, stage.organiser);
      expect(await late.subscribe(ROADSHOW_CHAIR, stage.id)).toMatchObject({ snapshot: { gaveUp: [a] } });
      if (state !== 'stopped') await chair.post(`${path}/stop`).send({ reason: '停电' }).expect(204);
      await chair.post(`${path}/withdraw`).send({ entryId: a, reason: '参赛方撤回' }).expect(204);
      await until(() => judge.packets.join().includes('"state":"withdrawn"'));
      expect(judge.packets.join()).not.toContain('gaveUp');
      expect(await stage.appearances()).toMatchObject([{ entryState: 'withdrawn' }]);
      expect(await stage.told()).toEqual(told);
      for (const one of [desk, judge, late]) one.close();
    },
  );

  it('changes nothing of a session that is closed', async () => {
    const stage = await appearing();
    await begin(stage);
    await stage.chair.post(`${stage.path}/close`).send({ reason: '改期' }).expect(204);
    const before = await stage.appearances();
    await stage.givesUp();
    expect(await stage.appearances()).toEqual(before);
  });

  it('goes on without an entry whose owner was erased while it was stopped', async () => {
    const stage = await setStage(app, false);
    const { chair, path, a, b, editionId } = stage;
    const { person } = await signedIn(app, '参赛人', []);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(Project, stage.projects.a.id, { ownerId: person.id, submissions: 1 }),
      );
    await stage.organiser.post(`${path}/audience/open`).expect(204);
    await begin(stage);
    await openScoring(stage, b);
    await chair.post(`${path}/stop`).send({ reason: '会场停电', resumesAt: '2099-01-08T09:00' }).expect(204);
    await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      const locked = vi.spyOn(work, 'lockRows');
      await app.get(PersonalData).erase(work, person.id);
      expect(locked.mock.calls).toContainEqual([Edition, [editionId]]);
    });
    const { body } = await app.browser().get(`${path}/audience`).expect(200);
    const { entries } = body.snapshot as { entries: { id: string; state: string }[] };
    expect(entries.find(({ id }) => id === a)).toMatchObject({ state: 'withdrawn' });
    expectRefused(
      await chair.post(`${path}/reinstate`).send({ entryId: a, reason: '仍然参赛' }),
      409,
      'roadshow.project_withdrawn',
    );
  });

  it('is told to the owner alone', async () => {
    const stage = await appearing();
    const path = `/api/v1/projects/${stage.projects.a.id}/appearances`;
    const { browser: stranger } = await signedIn(app, '旁人', []);
    for (const browser of [stranger, stage.organiser, stage.judges[0]!.browser])
      expectRefused(await browser.get(path), 404, 'common.not_found');
    expect((await stage.entrant.get(`/api/v1/projects/${stage.projects.b.id}/appearances`)).status).toBe(404);
  });
});
