import { Ceremony } from '@haishi/contest/ceremony/ceremony.entity';
import {
  type AudienceSnapshot,
  type CeremonyStep,
  ROADSHOW_AUDIENCE,
  ROADSHOW_DESK,
  ROADSHOW_SCREEN,
  type ScreenSnapshot,
} from '@haishi/contracts';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { until } from '../support/facts.js';
import { expectRefused, signedIn } from '../support/people.js';
import {
  begin,
  leaks,
  listen,
  type Listener,
  openScoring,
  type Points,
  setStage,
  type Stage,
  submit,
} from './roadshow-session.js';

/** Seven equal sheets for A: 80.00. */
const A: Points = [24, 20, 16, 8, 12];
/** Six equal sheets for B, as seat 7 is recused: 91.50. */
const B: Points = [28.5, 23, 18, 8.5, 13.5];
/** Seven equal sheets for C: 76.50. */
const C: Points = [23.5, 19, 15, 7.5, 11.5];
/** Sheets of 60.00. */
const LOW: Points = [18, 15, 12, 6, 9];
const RESULTS = { a: 8000, b: 9150, c: 7650 };

const PLAN = {
  awards: [
    { nameZh: '一等奖', nameEn: 'First prize', from: 1, to: 1 },
    { nameZh: '优秀奖', from: 2, to: 3 },
  ],
  slides: [{ titleZh: '揭晓时刻' }, { titleZh: '最后的悬念', beforePlace: 1 }],
  advancing: 1,
};

async function score(stage: Stage, entryId: string, points: Points, judges: number): Promise<void> {
  await openScoring(stage, entryId);
  for (const judge of stage.judges.slice(0, judges)) await submit(stage, judge, entryId, points).expect(200);
  await stage.chair.post(`${stage.path}/lock`).send({ entryId }).expect(204);
}

eachEngine('the ceremony', (engine) => {
  let app: TestApp;
  let stage: Stage;
  let path: string;
  let screen: Listener;
  const latest = () => JSON.parse(screen.packets.at(-1)!.replace(/^\d+/, ''))[1].data as ScreenSnapshot;
  /** What was pushed last of the ceremony, whatever was answered since. */
  const pushedTo = ({ packets }: Listener): ScreenSnapshot | undefined => {
    const packet = packets.findLast((one) => one.startsWith('2["delta"') && one.includes('"ceremony":{'));
    return packet && JSON.parse(packet.slice(1))[1].data;
  };
  const go = async (at: number) => {
    await stage.chair.post(`${path}/step`).send({ at }).expect(204);
    await until(() => latest().ceremony?.at === at);
    return latest();
  };

  beforeAll(async () => {
    app = await startApp(engine);
    stage = await setStage(app);
    path = `${stage.path}/ceremony`;
    await begin(stage);
    screen = await listen(app);
    const { body } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '主屏' }).expect(201);
    await screen.subscribe(ROADSHOW_SCREEN, stage.id, body.token);
    await score(stage, stage.a, A, 7);
    await stage.chair.post(`${stage.path}/show`).send({ entryId: stage.a }).expect(204);
  });
  afterAll(async () => {
    screen?.close();
    await app?.close();
  });

  it('is for the chair alone, and hidden from others', async () => {
    const judge = stage.judges[0]!.browser;
    expectRefused(await judge.get(path), 403, 'common.forbidden');
    const { browser: stranger } = await signedIn(app, '外人', [
      { role: 'contest_organiser', scopeType: 'region', scopeId: `${stage.editionId}/HZ` },
    ]);
    expectRefused(await stranger.get(path), 404, 'common.not_found');
    for (const [method, route] of [
      ['put', path],
      ['put', `${path}/freeze`],
      ['delete', `${path}/freeze`],
      ['post', `${path}/begin`],
      ['post', `${path}/step`],
      ['put', `${path}/presenter`],
    ] as const) {
      const body = route === path ? PLAN : { at: 1 };
      expectRefused(await judge[method](route).send(body), 403, 'common.forbidden');
      expectRefused(await stranger[method](route).set('if-match', '*').send(body), 404, 'common.not_found');
    }
    expectRefused(await app.browser().get(path), 401, 'common.unauthenticated');
  });

  it('refuses a plan that cannot be', async () => {
    const turned = { ...PLAN, awards: [{ nameZh: '奖', from: 3, to: 1 }] };
    expectRefused(
      await stage.chair.put(path).set('if-match', '*').send(turned),
      422,
      'ceremony.range_turned',
      'awards.0.to',
    );
    await stage.chair
      .put(path)
      .set('if-match', '*')
      .send({ awards: [{ nameZh: '', from: 0, to: 1e309 }], slides: [] })
      .expect(422);
    expectRefused(await stage.chair.post(`${path}/begin`), 409, 'ceremony.session_not_closed');
    expectRefused(await stage.chair.post(`${path}/step`).send({ at: 1 }), 409, 'ceremony.not_running');
    expectRefused(await stage.chair.put(`${path}/presenter`), 409, 'ceremony.not_running');
  });

  it('writes over no plan that somebody else saved meanwhile', async () => {
    const seen = async () => (await stage.chair.get(path).expect(200)).body;
    const { version } = await seen();
    const plan = (held: number, advancing: number) =>
      stage.chair
        .put(path)
        .set('if-match', `"${held}"`)
        .send({ ...PLAN, advancing });
    expectRefused(await stage.chair.put(path).send(PLAN), 412, 'common.version_required');
    await plan(version, 1).expect(204);
    expectRefused(await plan(version, 2), 412, 'common.stale');
    const now = await seen();
    expect(now).toMatchObject({ plan: { advancing: 1 } });
    expect(now.version).not.toBe(version);
    await plan(now.version, 2).expect(204);
  });

  it('freezes the board while scoring goes on', async () => {
    expectRefused(await stage.chair.delete(`${path}/freeze`), 409, 'roadshow.not_frozen');
    await stage.chair.put(`${path}/freeze`).expect(204);
    await stage.chair.delete(`${path}/freeze`).expect(204);
    await stage.chair.put(`${path}/freeze`).expect(204);
    expectRefused(await stage.chair.put(`${path}/freeze`), 409, 'roadshow.frozen');
    const since = screen.packets.length;
    await score(stage, stage.b, B, 6);
    await score(stage, stage.c, C, 7);
    expectRefused(await stage.chair.post(`${stage.path}/show`).send({ entryId: stage.b }), 409, 'roadshow.frozen');
    expectRefused(await stage.chair.post(`${stage.path}/show`).send({ entryId: stage.a }), 409, 'roadshow.frozen');
    await stage.chair.put(path).set('if-match', '*').send(PLAN).expect(204);
    await stage.chair.post(`${stage.path}/close`).send({}).expect(204);
    await until(() => latest().header.state === 'closed');
    expect(latest()).toMatchObject({ header: { frozen: true }, ceremony: null });
    expect(latest().board).toMatchObject([{ entryId: stage.a, place: 1 }]);
    expect(leaks(screen.packets.slice(since), [RESULTS.b, RESULTS.c])).toEqual([]);
  });

  it('tells each step when it is triggered, and nothing of it before', async () => {
    await stage.chair.post(`${path}/begin`).expect(204);
    await until(() => latest().ceremony !== null);
    expect(latest()).toMatchObject({ current: null, ceremony: { at: 0, step: null, settled: [] } });
    expectRefused(await stage.chair.post(`${path}/begin`), 409, 'ceremony.begun_already');
    expectRefused(await stage.chair.put(path).set('if-match', '*').send(PLAN), 409, 'ceremony.begun_already');

    const { body: view } = await stage.chair.get(path).expect(200);
    const steps = view.steps as CeremonyStep[];
    const names = new Map([
      [stage.a, 'a'],
      [stage.b, 'b'],
      [stage.c, 'c'],
    ]);
    const written = steps.map((step) => ('entry' in step ? `${step.kind} ${names.get(step.entry.id)}` : step.kind));
    const { body: overview } = await stage.chair.get(stage.path).expect(200);
    const order = (overview.entries as { id: string }[]).map(({ id }) => names.get(id)!);
    const last = order.filter((name) => name !== 'a').toReversed();
    expect(written).toEqual([
      'slide',
      `call ${last[0]}`,
      `tell ${last[0]}`,
      `call ${last[1]}`,
      `tell ${last[1]}`,
      'line c',
      'stay c',
      'line a',
      'stay a',
      'slide',
      'line b',
      'stay b',
      'end',
    ]);

    const start = screen.packets.length;
    for (const [index, step] of steps.slice(0, -1).entries()) {
      const state = await go(index + 1);
      expect(state.ceremony!.step).toEqual(step);
      const told = steps.slice(0, index + 1).flatMap((one) => (one.kind === 'tell' ? [names.get(one.entry.id)!] : []));
      expect(state.board.map(({ entryId }) => names.get(entryId))).toEqual(
        ['b', 'a', 'c'].filter((name) => name === 'a' || told.includes(name)),
      );
      const sealed = (['b', 'c'] as const).filter((name) => !told.includes(name)).map((name) => RESULTS[name]);
      expect(leaks(screen.packets.slice(start), sealed)).toEqual([]);
    }
    expect(latest().ceremony!.settled).toEqual([
      { entryId: stage.c, place: 3, awards: [{ zh: '优秀奖', en: '优秀奖' }] },
      { entryId: stage.a, place: 2, awards: [{ zh: '优秀奖', en: '优秀奖' }] },
      { entryId: stage.b, place: 1, awards: [{ zh: '一等奖', en: 'First prize' }] },
    ]);
  });

  it('goes back and on one step at a time, whoever else presses', async () => {
    const before = latest();
    const { at } = before.ceremony!;
    const back = await go(at - 1);
    expect(back.ceremony!.settled.map(({ entryId }) => entryId)).toEqual([stage.c, stage.a]);
    expectRefused(await stage.chair.post(`${path}/step`).send({ at: at - 1 }), 409, 'ceremony.step_elsewhere');
    expectRefused(await stage.chair.post(`${path}/step`).send({ at: at + 1 }), 409, 'ceremony.step_elsewhere');
    expect(await go(at)).toEqual(before);
  });

  it('makes the results the session’s own at its end, which is the end', async () => {
    const { body } = await stage.chair.get(path).expect(200);
    const state = await go(body.steps.length);
    expect(state.ceremony!.step).toEqual({ kind: 'end' });
    expect(state.header.shown).toBe(3);
    expect(state.board).toMatchObject([
      { entryId: stage.b, place: 1, score: RESULTS.b },
      { entryId: stage.a, place: 2, score: RESULTS.a },
      { entryId: stage.c, place: 3, score: RESULTS.c },
    ]);
    expectRefused(
      await stage.chair.post(`${path}/step`).send({ at: body.steps.length - 1 }),
      409,
      'ceremony.not_running',
    );
    const desk = await listen(app, stage.chair);
    expect(await desk.subscribe(ROADSHOW_SCREEN, stage.id)).toMatchObject({ ok: true });
    await until(() => leaks(desk.packets, [RESULTS.b]).length > 0);
    desk.close();
  });

  it('left every step in the log, without a score', async () => {
    const { browser: auditor } = await signedIn(app, '审计', [{ role: 'auditor', scopeType: 'system', scopeId: '' }]);
    const { body } = await auditor
      .get('/api/v1/audit')
      .query({ subjectType: 'session', subjectId: stage.id })
      .expect(200);
    const types = (body.items as { type: string }[]).map(({ type }) => type);
    for (const type of ['planned', 'frozen', 'unfrozen', 'begun', 'stepped', 'ended'])
      expect(types).toContain(`ceremony.${type}`);
    const ceremony = (body.items as { type: string }[]).filter(({ type }) => type.startsWith('ceremony.'));
    expect(leaks([JSON.stringify(ceremony)], [RESULTS.b, RESULTS.c])).toEqual([]);
  });

  it('tells what comes next to the presenter alone, whoever else may chair, until one of them takes over', async () => {
    const shared = await setStage(app);
    await begin(shared);
    const { chair, organiser } = shared;
    const route = `${shared.path}/ceremony`;
    await chair.put(`${route}/freeze`).expect(204);
    for (const entryId of [shared.a, shared.b, shared.c]) await score(shared, entryId, A, entryId === shared.b ? 6 : 7);
    await chair.post(`${shared.path}/close`).send({}).expect(204);
    await chair.post(`${route}/begin`).expect(204);
    const seenBy = async (one: typeof chair) => {
      const { body } = await one.get(route).expect(200);
      return body as { at: number; count: number; presenter: { self: boolean }; steps: CeremonyStep[] };
    };
    const { steps, count } = await seenBy(chair);
    expect(steps).toHaveLength(count);
    expect(await seenBy(organiser)).toMatchObject({ count, presenter: { self: false }, steps: [] });
    expectRefused(await chair.put(`${route}/presenter`), 409, 'ceremony.presented_already');
    expectRefused(await organiser.post(`${route}/step`).send({ at: 1 }), 409, 'ceremony.not_presenter');
    expectRefused(await organiser.put(`${route}/automatic`).send({ seconds: 8 }), 409, 'ceremony.not_presenter');
    for (const at of [1, 2]) await chair.post(`${route}/step`).send({ at }).expect(204);
    expect((await seenBy(organiser)).steps).toEqual(steps.slice(0, 2));

    await organiser.put(`${route}/presenter`).expect(204);
    expect((await seenBy(chair)).steps).toEqual(steps.slice(0, 2));
    expect((await seenBy(organiser)).steps).toEqual(steps);
    expectRefused(await chair.post(`${route}/step`).send({ at: 3 }), 409, 'ceremony.not_presenter');
    await organiser.put(`${route}/automatic`).send({ seconds: 120 }).expect(204);
    await chair.delete(`${route}/automatic`).expect(204);
    for (let at = 3; at <= count; at += 1) await organiser.post(`${route}/step`).send({ at }).expect(204);
    expect((await seenBy(chair)).steps.map(({ kind }) => kind)).toEqual(steps.map(({ kind }) => kind));
  });

  it('tells a correction of what was shown before the freeze, so that it ends as the results stand', async () => {
    const corrected = await setStage(app);
    await begin(corrected);
    await score(corrected, corrected.a, A, 7);
    await corrected.chair.post(`${corrected.path}/show`).send({ entryId: corrected.a }).expect(204);
    await corrected.chair.put(`${corrected.path}/ceremony/freeze`).expect(204);
    await score(corrected, corrected.b, A, 6);
    await score(corrected, corrected.c, C, 7);
    for (const judge of corrected.judges) {
      const { seatNo } = judge;
      await corrected.chair
        .post(`${corrected.path}/reopen`)
        .send({ entryId: corrected.a, seatNo, reason: '误录' })
        .expect(204);
      await submit(corrected, judge, corrected.a, LOW, { revision: 1 }).expect(200);
    }
    await corrected.chair.post(`${corrected.path}/close`).send({}).expect(204);
    await corrected.chair.post(`${corrected.path}/ceremony/begin`).expect(204);
    const { body } = await corrected.chair.get(`${corrected.path}/ceremony`).expect(200);
    const steps = body.steps as CeremonyStep[];
    expect(steps.filter(({ kind }) => kind === 'tell')).toHaveLength(3);
    const stays = steps.flatMap((step) => (step.kind === 'stay' ? [[step.entry.id, step.place]] : []));
    expect(stays).toEqual([
      [corrected.a, 3],
      [corrected.c, 2],
      [corrected.b, 1],
    ]);
    for (let at = 1; at <= steps.length; at += 1)
      await corrected.chair.post(`${corrected.path}/ceremony/step`).send({ at }).expect(204);
    const seen = await listen(app, corrected.chair);
    onTestFinished(() => seen.close());
    await seen.subscribe(ROADSHOW_SCREEN, corrected.id);
    await until(() => seen.packets.some((packet) => packet.includes('"board"')));
    const state = seen.packets
      .map((packet) => packet.slice(packet.search(/[[{]/)))
      .find((text) => text.includes('"board"'))!;
    const board = /"board":(\[.*?\]),"ceremony"/.exec(state)![1]!;
    expect(
      (JSON.parse(board) as { entryId: string; score: number }[]).map(({ entryId, score: one }) => [entryId, one]),
    ).toEqual([
      [corrected.b, 8000],
      [corrected.c, 7650],
      [corrected.a, 6000],
    ]);
  });

  it('tells who advances first where it is planned so, and sends no place or score before the entry’s own step', async () => {
    const line = await setStage(app);
    await begin(line);
    const { chair, organiser, a, b, c } = line;
    const route = `${line.path}/ceremony`;
    await score(line, a, A, 7);
    await chair.post(`${line.path}/show`).send({ entryId: a }).expect(204);
    await organiser.post(`${line.path}/audience/open`).expect(204);
    await chair.put(`${route}/freeze`).expect(204);
    await score(line, b, B, 6);
    await score(line, c, C, 7);
    const plan = { awards: PLAN.awards, slides: [], lineFirst: true };
    expectRefused(await chair.put(route).set('if-match', '*').send(plan), 422, 'ceremony.line_missing', 'advancing');
    await chair
      .put(route)
      .set('if-match', '*')
      .send({ ...plan, advancing: 2 })
      .expect(204);
    await chair.post(`${line.path}/close`).send({}).expect(204);

    const wall = await listen(app, chair);
    const room = await listen(app, line.judges[0]!.browser);
    const phone = await listen(app);
    const watching = [wall, room, phone];
    onTestFinished(() => watching.forEach((one) => one.close()));
    await wall.subscribe(ROADSHOW_SCREEN, line.id);
    await room.subscribe(ROADSHOW_DESK, line.id);
    await phone.subscribe(ROADSHOW_AUDIENCE, line.id);
    const since = watching.map(({ packets }) => packets.length);
    const at = (now: number) => until(() => watching.every((one) => pushedTo(one)?.ceremony?.at === now));
    const sent = () => watching.flatMap(({ packets }, index) => packets.slice(since[index]));

    await chair.post(`${route}/begin`).expect(204);
    await at(0);
    const { body: view } = await chair.get(route).expect(200);
    expect(view.plan).toMatchObject({ advancing: 2, lineFirst: true });
    const { body: overview } = await chair.get(line.path).expect(200);
    const drawn = (overview.entries as { id: string }[]).map(({ id }) => id);
    const names = new Map([
      [a, 'a'],
      [b, 'b'],
      [c, 'c'],
    ]);
    const steps = view.steps as CeremonyStep[];
    expect(steps.map((step) => ('entry' in step ? `${step.kind} ${names.get(step.entry.id)}` : step.kind))).toEqual([
      ...drawn.map((id) => `line ${names.get(id)}`),
      'call c',
      'tell c',
      'stay c',
      'stay a',
      'call b',
      'tell b',
      'stay b',
      'end',
    ]);

    // The first line is told by the clock, the others by hand.
    await chair.put(`${route}/automatic`).send({ seconds: 120 }).expect(204);
    await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        work.manager.update(Ceremony, { sessionId: line.id }, { dueAt: new Date(Date.now() - 600_000) }),
      );
    await at(1);
    await chair.delete(`${route}/automatic`).expect(204);
    const told: string[] = [];
    for (const [index, step] of steps.slice(0, -1).entries()) {
      if (index > 0)
        await chair
          .post(`${route}/step`)
          .send({ at: index + 1 })
          .expect(204);
      await at(index + 1);
      const { board, ceremony } = pushedTo(wall)!;
      expect(ceremony!.step).toEqual(step);
      if ((step.kind === 'tell' || step.kind === 'stay') && !told.includes(step.entry.id)) told.push(step.entry.id);
      expect(new Set(board.map(({ entryId }) => entryId))).toEqual(new Set(told));
      expect(ceremony!.pending.map(({ entryId }) => entryId).toSorted()).toEqual(
        drawn.filter((id) => !told.includes(id)).toSorted(),
      );
      const figures = { [a]: RESULTS.a, [b]: RESULTS.b, [c]: RESULTS.c };
      const sealed = drawn.filter((id) => !told.includes(id)).map((id) => figures[id]!);
      expect(leaks(sent(), sealed)).toEqual([]);
      if (step.kind !== 'line') continue;
      expect(sent().filter((packet) => /"place":\d/.test(packet))).toEqual([]);
      // Whoever opens a page only now is told no more, and no less.
      const { snapshot } = (await wall.subscribe(ROADSHOW_SCREEN, line.id)) as { snapshot: ScreenSnapshot };
      expect({ board: snapshot.board, ceremony: snapshot.ceremony }).toEqual({ board, ceremony });
      const opened = (await phone.subscribe(ROADSHOW_AUDIENCE, line.id)) as { snapshot: AudienceSnapshot };
      expect(opened.snapshot).toMatchObject({ places: [], results: [], settled: [], lines: ceremony!.lines });
      since.splice(0, 3, ...watching.map(({ packets }) => packets.length));
      if (index !== 2) continue;
      expect(ceremony!.pending.map(({ entryId }) => entryId)).toEqual([...drawn.filter((id) => id !== c), c]);
      await chair.post(`${route}/step`).send({ at: 2 }).expect(204);
      await at(2);
      expect(pushedTo(wall)!.ceremony!.lines.map(({ entryId }) => entryId)).toEqual(drawn.slice(0, 2));
      await chair.post(`${route}/step`).send({ at: 3 }).expect(204);
      await at(3);
      expect(pushedTo(wall)!).toMatchObject({ board, ceremony });
    }
    await chair.post(`${route}/step`).send({ at: steps.length }).expect(204);
    await until(() => pushedTo(wall)?.ceremony?.step?.kind === 'end');
    expect(pushedTo(wall)!.board.map(({ entryId, place, score: one }) => [entryId, place, one])).toEqual([
      [b, 1, RESULTS.b],
      [a, 2, RESULTS.a],
      [c, 3, RESULTS.c],
    ]);
    expect(pushedTo(wall)!.ceremony!.pending).toEqual([]);
  });

  it('keeps a ruling that was made since the freeze until one of those ruled on stays', async () => {
    const tied = await setStage(app);
    await begin(tied);
    const { chair, a, b, c } = tied;
    const post = (route: string, body: object = {}) => chair.post(`${tied.path}/${route}`).send(body).expect(204);
    for (const entryId of [a, c]) {
      await score(tied, entryId, A, 7);
      await post('show', { entryId });
    }
    await chair.put(`${tied.path}/ceremony/freeze`).expect(204);
    await post('tie-ruling', { entryIds: [c, a], reason: '评审组合议' });
    await score(tied, b, LOW, 6);
    await post('close');
    await post('ceremony/begin');
    const wall = await listen(app, chair);
    onTestFinished(() => wall.close());
    const board = async () => {
      const { snapshot } = (await wall.subscribe(ROADSHOW_SCREEN, tied.id)) as { snapshot: ScreenSnapshot };
      return Object.fromEntries(snapshot.board.map(({ entryId, place }) => [entryId, place]));
    };
    expect(await board()).toEqual({ [a]: 1, [c]: 1 });
    const { steps } = (await chair.get(`${tied.path}/ceremony`).expect(200)).body as { steps: CeremonyStep[] };
    const first = steps.findIndex((step) => step.kind === 'stay' && [a, c].includes(step.entry.id));
    for (let at = 1; at <= first; at += 1) await post('ceremony/step', { at });
    expect(await board()).toEqual({ [a]: 1, [c]: 1, [b]: 3 });
    expect(steps[first]).toMatchObject({ entry: { id: a }, place: 2 });
    await post('ceremony/step', { at: first + 1 });
    expect(await board()).toEqual({ [c]: 1, [a]: 2, [b]: 3 });
    await post('ceremony/step', { at: first });
    expect(await board()).toEqual({ [a]: 1, [c]: 1, [b]: 3 });
  });
});
