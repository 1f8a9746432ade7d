import { Edition, Project } from '@haishi/contest';
import { ROADSHOW_AUDIENCE, ROADSHOW_SCREEN } from '@haishi/contracts';
import { PersonalData } from '@haishi/identity';
import { systemActor, UnitOfWork } from '@haishi/platform';
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
    return { ...stage, entrant: browser, recorder, appearances };
  }

  it('says when, where and in which order, the order only once it is drawn', async () => {
    const stage = await appearing();
    await stage.organiser.post(`${stage.path}/plan`).send({ startsAt: '2030-01-12T09:30' }).expect(204);
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
    await stage.organiser.put(`${stage.path}/meeting`).send({ meetingUrl }).expect(204);
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
    await stage.organiser.put(`${stage.path}/meeting`).send({ meetingUrl }).expect(204);
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
    const { chair, entrant, organiser, path, a, b } = stage;
    await organiser.post(`${path}/audience/open`).expect(204);
    await begin(stage);
    await openScoring(stage, b);
    await chair.post(`${path}/stop`).send({ reason: '会场停电', resumesAt: '2099-01-08T09:00' }).expect(204);
    const project = `/api/v1/projects/${stage.projects.a.id}`;
    const { version } = (await entrant.get(project).expect(200)).body as { version: number };
    await entrant.post(`${project}/withdraw`).set('If-Match', `"${version}"`).send({}).expect(204);
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

  it('leaves it to the chair to take out whose project was withdrawn while the show goes on', async () => {
    const stage = await appearing();
    const { entrant, path, a } = stage;
    await begin(stage);
    const project = `/api/v1/projects/${stage.projects.a.id}`;
    const { version } = (await entrant.get(project).expect(200)).body as { version: number };
    await entrant.post(`${project}/withdraw`).set('If-Match', `"${version}"`).send({}).expect(204);
    expect(await stage.appearances()).toMatchObject([{ state: 'running', entryState: 'waiting' }]);
    await stage.chair.post(`${path}/withdraw`).send({ entryId: a, reason: '参赛方撤回' }).expect(204);
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
