import { Notice, Database, systemActor, UnitOfWork } from '@haishi/platform';
import { EditionStage, Project, RoadshowSession } from '@haishi/contest';
import { Equal, Like } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { lastMessage } from '../support/messages.js';
import { expectRefused, signedIn } from '../support/people.js';
import { enter, handInWhole, openReview, type Review, reviewOf, runEnded, sheetOf } from './review-round.js';
import { confirmSession } from './roadshow-confirmed.js';
import { acceptedProject } from './roadshow-session.js';

const API = '/api/v1';
const PLAN = { mode: 'total', size: 2, wildcards: 0, waiting: 0, cutTies: 'order' };

eachEngine('an online review that was opened', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  const view = async ({ organiser, path }: Review) => (await organiser.get(path).expect(200)).body;
  const entries = async ({ organiser, path }: Review) =>
    (await organiser.get(`${path}/entries`).expect(200)).body.items as {
      entryId: string;
      number: string;
      judges: { personId: string }[];
    }[];
  const latecomer = async ({ editionId }: Review, at: number) => {
    const number = `T-EIT-01${String(at).padStart(2, '0')}`;
    const project = await acceptedProject(app, editionId, { title: `后来${at}`, region: 'HZ', number });
    await handInWhole(app, project);
    return project;
  };
  const told = (template: string, roundId: string, channel: Notice['channel'] = 'inbox') =>
    app.get(Database).manager.findBy(Notice, { template, channel, noticeKey: Like(`%${roundId}%`) });
  const scoreAll = async (review: Review) => {
    for (const judge of review.judges) {
      await enter(review, judge);
      const { body } = await judge.browser.get(review.desk).expect(200);
      for (const [at, { entryId }] of (body.entries as { entryId: string }[]).entries())
        await judge.browser
          .put(`${review.desk}/entries/${entryId}/sheet`)
          .send(sheetOf(20 + at))
          .expect(200);
    }
  };
  const nextOf = async (project: Project) => {
    const { browser, person } = await signedIn(app, '后来者');
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) => work.manager.update(Project, project.id, { ownerId: person.id }));
    return (await browser.get(`${API}/projects/${project.id}/timeline`).expect(200)).body.next.code as string;
  };

  it('takes in what was accepted since, keeps the pairs that are there, and tells judges once a day that there is more', async () => {
    const review = await reviewOf(app, 4, 4);
    const { organiser, path, judges } = review;
    await openReview(review);
    const opened = await told('online_review.opened', review.id);
    expect(opened.map(({ personId }) => personId).toSorted()).toEqual(judges.map(({ person }) => person.id).toSorted());
    expect(await lastMessage(app, judges[0]!.person.mail)).toContain('评审已经开始');
    expect(await told('online_review.given', review.id)).toEqual([]);
    await enter(review, judges[0]!);
    const before = await entries(review);
    const project = await latecomer(review, 1);
    expect((await view(review)).counts).toMatchObject({ entries: 4, waiting: 1, short: 0 });
    expect(await nextOf(project)).toBe('wait_stage');
    await organiser.post(`${path}/prepare`).send({}).expect(204);
    expect((await view(review)).counts).toMatchObject({ entries: 5, waiting: 0, short: 1 });
    await organiser.post(`${path}/runs`).send({ seed: 1, seconds: 20 }).expect(204);
    const run = await runEnded(review);
    await organiser.post(`${path}/runs/${run.id}/apply`).send({}).expect(204);
    const after = await entries(review);
    for (const { entryId, judges: had } of before)
      expect(
        after
          .find((one) => one.entryId === entryId)!
          .judges.map(({ personId }) => personId)
          .toSorted(),
      ).toEqual(had.map(({ personId }) => personId).toSorted());
    const own = after.find(({ number }) => number === project.number)!;
    expect(own.judges).toHaveLength(2);
    const given = await told('online_review.given', review.id);
    expect(given.map(({ personId }) => personId).toSorted()).toEqual(
      own.judges.map(({ personId }) => personId).toSorted(),
    );
    const [first] = own.judges;
    const judge = judges.find(({ person }) => person.id === first!.personId)!;
    await enter(review, judge);
    await judge.browser.put(`${review.desk}/entries/${own.entryId}/sheet`).send(sheetOf(30)).expect(200);

    const others = judges.filter(({ person }) => own.judges.some(({ personId }) => personId === person.id));
    const again = await latecomer(review, 2);
    await organiser.post(`${path}/prepare`).send({}).expect(204);
    const { entryId } = (await entries(review)).find(({ number }) => number === again.number)!;
    for (const { person } of others)
      await organiser.post(`${path}/pairs`).send({ entryId, personId: person.id }).expect(204);
    expect(await told('online_review.given', review.id)).toHaveLength(2);
  });

  it('says how many wait outside once it is closed, takes none of them in, and their entrants read that it was held without them', async () => {
    const review = await reviewOf(app, 2, 4);
    const { organiser, path } = review;
    await openReview(review);
    await scoreAll(review);
    const project = await latecomer(review, 3);
    await organiser.post(`${path}/close`).send({}).expect(204);
    const late = await organiser.post(`${path}/prepare`).send({});
    expectRefused(late, 409, 'online_review.action_not_allowed');
    expect(late.body.detail).toContain('“已结束”');
    expect((await view(review)).counts).toMatchObject({ entries: 2, waiting: 1 });
    expect(await nextOf(project)).toBe('left_out');
    expect(await nextOf(review.projects[0]!)).toBe('wait_stage');
    await organiser.post(`${path}/reopen`).send({ reason: '补充评审。' }).expect(204);
    expect(await nextOf(project)).toBe('wait_stage');
    await organiser.post(`${path}/prepare`).send({}).expect(204);
    expect((await view(review)).counts).toMatchObject({ entries: 3, waiting: 0, short: 1 });
  });

  it('has its confirmation taken back for a reason until who advances was published', async () => {
    const review = await reviewOf(app, 4, 4);
    const { organiser, path, editionId } = review;
    await openReview(review);
    await scoreAll(review);
    await organiser.post(`${path}/close`).send({}).expect(204);
    await organiser.post(`${path}/confirm`).send({}).expect(204);
    const places = async () =>
      ((await organiser.get(`${path}/results`).expect(200)).body.entries as { number: string; place: number }[]).map(
        ({ number, place }) => [number, place],
      );
    const confirmed = await places();
    const stage = `${API}/editions/${editionId}/stages/ONLINE/advancement`;
    const { body: preview } = await organiser.post(`${stage}/preview`).send({ plan: PLAN }).expect(200);
    const { digest } = preview.outcome;
    await organiser.post(`${stage}/decide`).set('If-Match', '"0"').send({ plan: PLAN, digest }).expect(204);
    const { browser: colleague } = await signedIn(app, '路人');
    expectRefused(await colleague.post(`${path}/unconfirm`).send({ reason: '漏计一份' }), 403, 'common.forbidden');
    expectRefused(await organiser.post(`${path}/unconfirm`).send({ reason: ' ' }), 422, 'common.required', 'reason');
    await organiser.post(`${path}/unconfirm`).send({ reason: '漏计一份评分。' }).expect(204);
    expect((await view(review)).state).toBe('closed');
    expect((await organiser.get(stage).expect(200)).status).toBe(200);
    expectRefused(await organiser.post(`${stage}/publish`).set('If-Match', '"1"').send({}), 412, 'common.stale');
    expectRefused(
      await organiser.post(`${stage}/publish`).set('If-Match', '"2"').send({}),
      409,
      'advancement.sessions_open',
    );
    expect(await places()).toEqual(confirmed);
    await organiser.post(`${path}/reopen`).send({ reason: '补评。' }).expect(204);
    await organiser.post(`${path}/close`).send({}).expect(204);
    await organiser.post(`${path}/confirm`).send({}).expect(204);
    await organiser.post(`${stage}/publish`).set('If-Match', '"2"').send({}).expect(204);
    expectRefused(
      await organiser.post(`${path}/unconfirm`).send({ reason: '再改' }),
      409,
      'online_review.results_published',
    );
    expect((await view(review)).state).toBe('confirmed');
  });

  it('keeps its confirmation once who advances from a later stage was published, for which its scores count', async () => {
    for (const [stageCode, ties, carry] of [
      ['HEAT', undefined, { stage: 'ONLINE', permille: 300 }],
      ['FINAL', ['stage:ONLINE', 'TECH'], undefined],
    ] as const) {
      const review = await reviewOf(app, 2, 4);
      const { organiser, path, editionId } = review;
      await openReview(review);
      await scoreAll(review);
      await organiser.post(`${path}/close`).send({}).expect(204);
      const confirm = () => organiser.post(`${path}/confirm`).send({}).expect(204);
      const unconfirm = () => organiser.post(`${path}/unconfirm`).send({ reason: '漏计一份评分。' });
      await confirm();
      const session = await organiser
        .post(`${API}/editions/${editionId}/sessions`)
        .send({ stageCode, name: '路演', room: '一厅', ...(ties ? { ties } : {}) })
        .expect(201);
      const projectIds = review.projects.map(({ id }) => id);
      await organiser.post(`${API}/sessions/${session.body.id}/entries`).send({ projectIds }).expect(204);
      await confirmSession(app, session.body.id as string, () => 20);
      const stage = `${API}/editions/${editionId}/stages/${stageCode}/advancement`;
      const plan = { ...PLAN, size: 1, ...(carry ? { carry } : {}) };
      const { body: preview } = await organiser.post(`${stage}/preview`).send({ plan }).expect(200);
      const { digest } = preview.outcome;
      await organiser.post(`${stage}/decide`).set('If-Match', '"0"').send({ plan, digest }).expect(204);
      await unconfirm().expect(204);
      await confirm();
      expectRefused(await organiser.post(`${stage}/publish`).set('If-Match', '"1"').send({}), 412, 'common.stale');
      await organiser.post(`${stage}/publish`).set('If-Match', '"2"').send({}).expect(204);
      expectRefused(await unconfirm(), 409, 'online_review.results_published');
    }
  });

  it('tells entrants when and where they appear on stage, again where that changes, and in which order', async () => {
    const { organiser, editionId, projects, judges } = await reviewOf(app, 2, 2);
    const { person } = await signedIn(app, '上台者');
    const [project] = projects as [Project];
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) => work.manager.update(Project, project.id, { ownerId: person.id }));
    const { body } = await organiser
      .post(`${API}/editions/${editionId}/sessions`)
      .send({ stageCode: 'HEAT', name: '北京赛', room: '一厅' })
      .expect(201);
    const session = `${API}/sessions/${body.id}`;
    await organiser
      .post(`${session}/entries`)
      .send({ projectIds: [project.id] })
      .expect(204);
    const notices = (template: string) =>
      app
        .get(Database)
        .manager.countBy(Notice, { template, personId: Equal(person.id), channel: Equal('inbox' as const) });
    expect(await notices('roadshow.appearance_planned')).toBe(0);
    await organiser.post(`${session}/plan`).set('if-match', '*').send({ startsAt: '2027-06-01T09:30' }).expect(204);
    expect(await notices('roadshow.appearance_planned')).toBe(1);
    const mail = await lastMessage(app, person.mail);
    for (const fact of ['北京赛', '一厅', '2027-06-01 09:30:00 (Asia/Shanghai)']) expect(mail).toContain(fact);
    await organiser.post(`${session}/plan`).set('if-match', '*').send({ startsAt: '2027-06-01T09:30' }).expect(204);
    expect(await notices('roadshow.appearance_planned')).toBe(1);
    await organiser.post(`${session}/plan`).set('if-match', '*').send({ startsAt: '2027-06-02T09:30' }).expect(204);
    expect(await notices('roadshow.appearance_planned')).toBe(2);
    await organiser.post(`${session}/plan`).set('if-match', '*').send({ startsAt: '2027-06-01T09:30' }).expect(204);
    expect(await notices('roadshow.appearance_planned')).toBe(3);
    expect(await lastMessage(app, person.mail)).toContain('抽签后另行通知');
    await organiser.post(`${session}/plan`).set('if-match', '*').send({}).expect(204);
    expect(await notices('roadshow.appearance_unplanned')).toBe(1);
    await organiser.post(`${session}/plan`).set('if-match', '*').send({}).expect(204);
    expect(await notices('roadshow.appearance_unplanned')).toBe(1);
    await app
      .get(Database)
      .manager.update(EditionStage, { editionId: Equal(editionId), code: 'HEAT' }, { settings: { signIn: false } });
    const seat = { seatNo: 1, personId: judges[0]!.person.id, kind: 'technical', organisationName: '评审单位' };
    await organiser.post(`${session}/seats`).send(seat).expect(204);
    await organiser.post(`${session}/draw`).send({}).expect(204);
    expect(await notices('roadshow.appearance_drawn')).toBe(1);
    expect(await lastMessage(app, person.mail)).toContain('第 1 位');
    await organiser.post(`${session}/plan`).set('if-match', '*').send({ startsAt: '2027-06-02T09:30' }).expect(204);
    expect(await lastMessage(app, person.mail)).not.toContain('抽签');
    const { manager } = app.get(Database);
    await manager.update(RoadshowSession, { id: Equal(session.split('/').at(-1)!) }, { state: 'running' });
    const stop = (body: object) =>
      organiser
        .post(`${session}/stop`)
        .send({ reason: '停电', ...body })
        .expect(204);
    await stop({ resumesAt: '2099-06-03T09:30' });
    const told = await lastMessage(app, person.mail);
    expect(told).toContain('2099-06-03 09:30:00 (Asia/Shanghai) 恢复');
    expect(told).not.toContain('停电');
    await stop({ resumesAt: '2099-06-03T09:30', reason: '场地停电', changes: true });
    expect(await notices('roadshow.appearance_put_off')).toBe(1);
    await stop({ changes: true });
    expect(await lastMessage(app, person.mail)).toContain('恢复时间另行通知');
  });
});
