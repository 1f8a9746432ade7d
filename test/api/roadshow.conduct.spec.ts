import { ROADSHOW_CHAIR, ROADSHOW_DESK, ROADSHOW_SCREEN, type ScreenSnapshot } from '@haishi/contracts';
import type { ChairSnapshot, DeskSnapshot } from '@haishi/contracts';
import { ChannelLog, Database, systemActor, UnitOfWork } from '@haishi/platform';
import { SessionProgresses } from '@haishi/contest/roadshow/session.progress';
import { RoadshowEntry } from '@haishi/contest/roadshow/session.entity';
import { Panels } from '@haishi/review';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { until, untilSomebodyWaits } from '../support/facts.js';
import { expectRefused } from '../support/people.js';
import { begin, leaks, listen, openScoring, type Points, setStage, type Stage, submit } from './roadshow-session.js';

/** Totals by seat: 86, 88.5, 91 (struck), 79.5 (struck), 84, 90, 87.5; (86 + 88.5 + 84 + 90 + 87.5) / 5 = 87.20. */
const A: Points[] = [
  [27, 21.5, 17, 8, 12.5],
  [27.5, 22, 17.5, 8.5, 13],
  [28.5, 23, 18, 8.5, 13],
  [24, 20, 16, 7.5, 12],
  [26, 21, 16.5, 8, 12.5],
  [28, 22.5, 18, 8.5, 13],
  [27, 22, 17.5, 8, 13],
];

async function judged(stage: Stage, entryId: string, sheets: readonly Points[] = A): Promise<void> {
  await openScoring(stage, entryId);
  for (const [index, points] of sheets.entries())
    await submit(stage, stage.judges[index]!, entryId, points).expect(200);
  await stage.chair.post(`${stage.path}/lock`).send({ entryId }).expect(204);
}

async function seen<Snapshot>(app: TestApp, stage: Stage, channel: string, browser: Browser): Promise<Snapshot> {
  const listener = await listen(app, browser);
  const answer = await listener.subscribe(channel, stage.id);
  listener.close();
  return (answer as { snapshot: Snapshot }).snapshot;
}

eachEngine('a session that goes otherwise than planned', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());
  const screenOf = (stage: Stage) => seen<ScreenSnapshot>(app, stage, ROADSHOW_SCREEN, stage.chair);
  const deskOf = (stage: Stage) => seen<DeskSnapshot>(app, stage, ROADSHOW_DESK, stage.chair);
  const chairOf = (stage: Stage) => seen<ChairSnapshot>(app, stage, ROADSHOW_CHAIR, stage.chair);
  const started = async () => {
    const stage = await setStage(app);
    await begin(stage);
    return stage;
  };

  it('strikes an invalid sheet: kept, not counted, on the screen only when shown again; and takes that back', async () => {
    const stage = await started();
    const { chair, path, a } = stage;
    const act = { entryId: a, seatNo: 4, reason: '误打到别的项目' };
    await openScoring(stage, a);
    await submit(stage, stage.judges[3]!, a, A[3]!).expect(200);
    expectRefused(await chair.post(`${path}/strike`).send(act), 409, 'roadshow.entry_not_locked');
    for (const seat of [0, 1, 2, 4, 5, 6]) await submit(stage, stage.judges[seat]!, a, A[seat]!).expect(200);
    await chair.post(`${path}/lock`).send({ entryId: a }).expect(204);
    await chair.post(`${path}/show`).send({ entryId: a }).expect(204);

    const screen = await listen(app, stage.judges[0]!.browser);
    await screen.subscribe(ROADSHOW_SCREEN, stage.id);
    await screen.subscribe(ROADSHOW_DESK, stage.id);
    expectRefused(await chair.post(`${path}/strike`).send({ entryId: a, seatNo: 4 }), 422, 'common.required', 'reason');
    await chair.post(`${path}/strike`).send(act).expect(204);
    expectRefused(await chair.post(`${path}/strike`).send(act), 409, 'review.sheet_struck');
    expectRefused(await chair.post(`${path}/reopen`).send(act), 409, 'review.sheet_struck');
    expectRefused(await submit(stage, stage.judges[3]!, a, A[3]!, { revision: 1 }), 409, 'review.scoring_closed');
    // Without 79.5 the lowest is 84: (86 + 88.5 + 90 + 87.5) / 4 = 88.00.
    const { sheets, results } = await chairOf(stage);
    expect(results.find(({ entryId }) => entryId === a)).toMatchObject({ score: 8800, valid: 6, droppedLowest: [5] });
    expect(sheets.find(({ seatNo }) => seatNo === 4)).toMatchObject({ total: 7950, state: 'struck' });
    await until(() => screen.packets.some((packet) => packet.includes('"struck":[4]')));
    expect(leaks(screen.packets, [8800])).toEqual([]);
    expect((await screenOf(stage)).board).toMatchObject([{ score: 8720 }]);

    await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
    const shown = await screenOf(stage);
    expect(shown.board).toMatchObject([{ score: 8800 }]);
    expect(shown.current).toMatchObject({ scored: 6, expected: 6, result: { score: 8800, invalid: [4] } });
    expect(shown.current!.result!.judges.map(({ seatNo }) => seatNo)).toEqual([1, 2, 3, 5, 6, 7]);

    const lift = { entryId: a, seatNo: 4, reason: '经核对有效' };
    expectRefused(await chair.post(`${path}/strike/lift`).send({ ...lift, seatNo: 5 }), 409, 'review.sheet_not_struck');
    await chair.post(`${path}/strike/lift`).send(lift).expect(204);
    expect((await screenOf(stage)).board).toMatchObject([{ score: 8800 }]);
    await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
    expect((await screenOf(stage)).current!.result).toMatchObject({ score: 8720 });
    expect((await screenOf(stage)).current!.result).not.toHaveProperty('invalid');
    const { body } = await chair.get(`${path}/entries/${a}/strikes`).expect(200);
    expect(body).toMatchObject([
      { seatNo: 4, revision: 1, reason: '误打到别的项目', madeBy: expect.any(String), liftReason: '经核对有效' },
    ]);
    expectRefused(await stage.judges[3]!.browser.get(`${path}/entries/${a}/strikes`), 403, 'common.forbidden');
    screen.close();
  });

  it('sends an absent entry to the end with one act, and keeps the drawn order', async () => {
    const stage = await started();
    const { chair, path, a } = stage;
    expectRefused(await chair.post(`${path}/skip`).send({ entryId: a }), 409, 'roadshow.not_current');
    await chair.post(`${path}/call`).send({ entryId: a }).expect(204);
    const before = (await deskOf(stage)).entries;
    await chair.post(`${path}/skip`).send({ entryId: a }).expect(204);
    const { current, entries } = await deskOf(stage);
    expect(current).toBeNull();
    expect(entries.map(({ id, position }) => [id, position])).toEqual(before.map(({ id, position }) => [id, position]));
    expect(entries.find(({ id }) => id === a)).toMatchObject({ state: 'waiting', absentAt: expect.any(Number) });
    await chair.post(`${path}/call`).send({ entryId: a }).expect(204);
    await chair.post(`${path}/phase`).send({ entryId: a, phase: 'pitch' }).expect(204);
    expectRefused(await chair.post(`${path}/skip`).send({ entryId: a }), 409, 'roadshow.phase_not_allowed');
  });

  it('gives an entry that withdraws neither place nor result, on stage, locked or shown', async () => {
    const stage = await started();
    const { chair, path, a, b, c } = stage;
    await judged(stage, a);
    await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
    await judged(stage, c);
    await openScoring(stage, b);
    await chair.post(`${path}/withdraw`).send({ entryId: b, reason: '突发疾病' }).expect(204);
    expectRefused(await submit(stage, stage.judges[0]!, b, A[0]!), 409, 'review.scoring_closed');
    expect((await screenOf(stage)).current).toBeNull();
    await chair.post(`${path}/withdraw`).send({ entryId: a, reason: '知识产权争议' }).expect(204);
    const after = await screenOf(stage);
    expect(after.board).toEqual([]);
    expect(after.header).toMatchObject({ entries: 1, shown: 0 });
    for (const act of ['show', 'call'])
      expect((await chair.post(`${path}/${act}`).send({ entryId: a })).status).toBe(409);
    expectRefused(
      await chair.post(`${path}/withdraw`).send({ entryId: a, reason: '再' }),
      409,
      'roadshow.entry_withdrawn',
    );
    await chair.post(`${path}/reinstate`).send({ entryId: a, reason: '争议已了' }).expect(204);
    expectRefused(
      await chair.post(`${path}/reinstate`).send({ entryId: a, reason: '再' }),
      409,
      'roadshow.entry_not_withdrawn',
    );
    await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
    expect((await screenOf(stage)).board).toMatchObject([{ entryId: a, score: 8720, place: 1 }]);
    await chair.post(`${path}/withdraw`).send({ entryId: a, reason: '放弃' }).expect(204);
    await chair.post(`${path}/show`).send({ entryId: c }).expect(204);
    await chair.post(`${path}/close`).send({}).expect(204);
    expect((await screenOf(stage)).board).toMatchObject([{ entryId: c, place: 1 }]);
  });

  it('asks for missing sheets, or why not, of an entry whose withdrawal was taken back in the midst of its scoring', async () => {
    const stage = await started();
    const { chair, path, a, b, c, judges } = stage;
    const reason = '误操作';
    const withdraw = (entryId: string) => chair.post(`${path}/withdraw`).send({ entryId, reason }).expect(204);
    const reinstate = (entryId: string) => chair.post(`${path}/reinstate`).send({ entryId, reason });
    await openScoring(stage, a);
    for (const judge of judges.slice(0, 5)) await submit(stage, judge, a, A[0]!).expect(200);
    await chair.post(`${path}/stop`).send({ reason: '停电' }).expect(204);
    await withdraw(a);
    await reinstate(a).expect(204);
    await submit(stage, judges[5]!, a, A[0]!).expect(200);
    await chair.post(`${path}/resume`).expect(204);
    expect((await deskOf(stage)).current).toMatchObject({ entry: { id: a }, phase: 'scoring', scored: 6, expected: 7 });
    await withdraw(a);
    await chair.post(`${path}/intermission`).send({ text: '茶歇' }).expect(204);
    await openScoring(stage, b);
    expectRefused(await reinstate(a), 409, 'roadshow.stage_taken');
    await withdraw(b);
    await reinstate(b).expect(204);
    expect((await deskOf(stage)).entries.find(({ id }) => id === b)).toMatchObject({ state: 'waiting' });
    await chair.post(`${path}/intermission`).send({ text: '茶歇' }).expect(204);
    await reinstate(a).expect(204);
    expect((await deskOf(stage)).header.intermission).toBeNull();
    for (const act of ['show', 'lock'])
      expect((await chair.post(`${path}/${act}`).send({ entryId: a })).status).toBe(409);
    expectRefused(await chair.post(`${path}/close`).send({ reason }), 409, 'roadshow.entry_on_stage');
    expectRefused(await chair.post(`${path}/lock`).send({ entryId: a }), 409, 'review.sheets_outstanding', 'reason');
    await chair.post(`${path}/lock`).send({ entryId: a, reason: '评委离席' }).expect(204);
    for (const shows of [false, true]) {
      if (shows) await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
      await withdraw(a);
      await openScoring(stage, c);
      await reinstate(a).expect(204);
      expect(await app.get(Database).manager.findOneByOrFail(RoadshowEntry, { id: Equal(a) })).toMatchObject({
        ...{ state: 'locked', lockReason: '评委离席', withdrawnFrom: null, withdrawReason: null },
      });
      expectRefused(await submit(stage, judges[6]!, a, A[0]!), 409, 'review.scoring_closed');
      await withdraw(c);
      await reinstate(c).expect(204);
    }
  });

  it('takes no correction of an entry that withdrew, and waits for none', async () => {
    const stage = await started();
    const { chair, path, a, b, c, judges } = stage;
    const [judge] = judges;
    await judged(stage, a);
    const reopened = () => app.get(SessionProgresses).of(stage.id, judge!.person.id);
    const before = (await reopened()).toScore;
    await chair.post(`${path}/reopen`).send({ entryId: a, seatNo: 1, reason: '误' }).expect(204);
    expect((await reopened()).toScore).toBe(before + 1);
    const correct = () => submit(stage, judge!, a, A[1]!, { revision: 1 });
    for (const entryId of [a, b, c]) await chair.post(`${path}/withdraw`).send({ entryId, reason: '退' }).expect(204);
    expectRefused(await correct(), 409, 'review.scoring_closed');
    expect((await reopened()).toScore).toBe(0);
    await chair.post(`${path}/reinstate`).send({ entryId: a, reason: '误' }).expect(204);
    expectRefused(await chair.post(`${path}/show`).send({ entryId: a }), 409, 'review.sheets_outstanding');
    await correct().expect(200);
    await chair.post(`${path}/reopen`).send({ entryId: a, seatNo: 1, reason: '误' }).expect(204);
    await chair.post(`${path}/withdraw`).send({ entryId: a, reason: '退' }).expect(204);
    await chair.post(`${path}/close`).send({}).expect(204);
  });

  it('blanks every screen at once, while desks go on', async () => {
    const stage = await started();
    const { chair, organiser, path, a } = stage;
    const { body: link } = await organiser.post(`${path}/screens`).send({ label: '主屏' }).expect(201);
    await chair.post(`${path}/call`).send({ entryId: a }).expect(204);
    const screen = await listen(app);
    await screen.subscribe(ROADSHOW_SCREEN, stage.id, link.token);
    await chair.post(`${path}/blank`).expect(204);
    expectRefused(await chair.post(`${path}/blank`), 409, 'roadshow.blank_already');
    await until(() => screen.packets.some((packet) => packet.includes('"blank":true')));
    const from = screen.packets.length;
    for (const phase of ['pitch', 'questions', 'scoring'])
      await chair.post(`${path}/phase`).send({ entryId: a, phase }).expect(204);
    for (const [index, points] of A.entries()) await submit(stage, stage.judges[index]!, a, points).expect(200);
    await chair.post(`${path}/lock`).send({ entryId: a }).expect(204);
    await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
    expect((await deskOf(stage)).current).toMatchObject({ phase: 'shown', result: { score: 8720 } });
    const late = await listen(app);
    await late.subscribe(ROADSHOW_SCREEN, stage.id, link.token);
    await until(() => screen.packets.length >= from + 5);
    for (const packet of [...screen.packets.slice(from), ...late.packets])
      for (const told of ['甲', '乙', '丙', a, stage.projects.a.number!, '"scored"'])
        expect(packet).not.toContain(told);
    expect(
      leaks([...screen.packets.slice(from), ...late.packets], [8720, 8600, 8850, 9100, 7950, 8400, 9000, 8750]),
    ).toEqual([]);
    expect(late.packets.join()).toContain('决赛第一场');
    await chair.post(`${path}/unblank`).expect(204);
    expectRefused(await chair.post(`${path}/unblank`), 409, 'roadshow.not_blank');
    await until(() => leaks(screen.packets, [8720]).length > 0);
    screen.close();
    late.close();
  });

  it.each([true, false])('tells screens of a sheet under way meanwhile as they are then: blank %s', async (blank) => {
    const stage = await started();
    const { id, a, judges } = stage;
    await openScoring(stage, a);
    if (!blank) await stage.chair.post(`${stage.path}/blank`).expect(204);
    const head = (channel: string) => app.get(ChannelLog).head(channel, id);
    const [screen, desk] = [await head(ROADSHOW_SCREEN), await head(ROADSHOW_DESK)];
    let late: Promise<{ status: number }> | undefined;
    await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      await app.get(Panels).lock(work, id);
      await work.execute('UPDATE roadshow_sessions SET blankedAt = ? WHERE id = ?', [blank ? work.now : null, id]);
      late = submit(stage, judges[0]!, a, A[0]!).then((answer) => answer);
      await Promise.race([late, untilSomebodyWaits(app.get(Database))]);
    });
    expect((await late!).status).toBe(200);
    expect(await head(ROADSHOW_DESK)).toBe(desk + 1);
    expect(await head(ROADSHOW_SCREEN)).toBe(blank ? screen : screen + 1);
  });

  it('lets a judge hand in who did not before the lock, once and with a reason', async () => {
    const stage = await started();
    const { chair, judges, path, a, b } = stage;
    await openScoring(stage, a);
    for (const [index, points] of A.slice(0, 4).entries()) await submit(stage, judges[index]!, a, points).expect(200);
    await chair.post(`${path}/lock`).send({ entryId: a, reason: '网络故障' }).expect(204);
    const late = judges[4]!;
    expectRefused(await submit(stage, late, a, A[4]!), 409, 'review.scoring_closed');
    const admit = (seatNo: number, entryId = a) =>
      chair.post(`${path}/reopen`).send({ entryId, seatNo, reason: '平板断网' });
    expectRefused(await admit(9), 409, 'review.sheet_missing');
    expectRefused(await admit(7, b), 409, 'roadshow.entry_not_locked');
    expectRefused(
      await judges[5]!.browser.post(`${path}/reopen`).send({ entryId: a, seatNo: 6, reason: '补' }),
      403,
      'common.forbidden',
    );
    await admit(5).expect(204);
    expectRefused(await admit(5), 409, 'review.sheet_already_open');
    expect((await deskOf(stage)).progress.find(({ entryId }) => entryId === a)).toMatchObject({
      admitted: [5],
      reopened: [],
      scored: [1, 2, 3, 4],
    });
    expect((await late.browser.get('/api/v1/tasks').expect(200)).body.items[0]).toMatchObject({
      kind: 'roadshow.score',
    });
    expectRefused(await submit(stage, judges[5]!, a, A[5]!), 409, 'review.scoring_closed');
    await submit(stage, late, a, A[4]!).expect(200);
    expectRefused(await submit(stage, late, a, A[5]!, { revision: 1 }), 409, 'review.scoring_closed');
    const own = (await deskOf(stage)).progress.find(({ entryId }) => entryId === a);
    expect(own).toMatchObject({ admitted: [], scored: [1, 2, 3, 4, 5] });
    const { body } = await chair.get(`${path}/entries/${a}/revisions`).expect(200);
    expect(body.find(({ seatNo }: { seatNo: number }) => seatNo === 5)).toMatchObject({ reopenReason: '平板断网' });
    await admit(6).expect(204);
    await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
    expect((await deskOf(stage)).current!.result!.judges).toHaveLength(5);
    for (const entryId of [b, stage.c])
      await chair.post(`${path}/withdraw`).send({ entryId, reason: '放弃' }).expect(204);
    await chair.post(`${path}/close`).send({}).expect(204);
    expectRefused(await submit(stage, judges[5]!, a, A[5]!), 409, 'review.scoring_closed');
  });

  it('calls another in the place of who is absent only by name, so that two chairs do not undo each other', async () => {
    const stage = await started();
    const { chair, organiser, path, a, b, c } = stage;
    const call = (browser: typeof chair, entryId: string, absent?: string) =>
      browser.post(`${path}/call`).send({ entryId, ...(absent ? { absent } : {}) });
    expectRefused(await call(chair, a, b), 409, 'roadshow.not_current');
    const both = await Promise.all([call(chair, a), call(organiser, b)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    const { current } = await deskOf(stage);
    const [onStage, other] = both[0]!.status === 204 ? [a, b] : [b, a];
    expect(current!.entry.id).toBe(onStage);
    expectRefused(await call(chair, c, other), 409, 'roadshow.not_current');
    await call(chair, c, onStage).expect(204);
    expect((await deskOf(stage)).entries.find(({ id }) => id === onStage)!.state).toBe('waiting');
  });

  it('rests between entries: screens and phones say what and until when, and the next call ends it', async () => {
    const stage = await started();
    const { chair, organiser, judges, path, a, b } = stage;
    await organiser.post(`${path}/audience/open`).expect(204);
    const intermission = async () => (await screenOf(stage)).header.intermission;
    const rest = (body: object) => chair.post(`${path}/intermission`).send(body);
    expectRefused(await chair.post(`${path}/intermission/end`), 409, 'roadshow.no_intermission');
    expectRefused(await rest({}), 422, 'common.required', 'text');
    expectRefused(await rest({ text: '歇'.repeat(61) }), 422, 'common.text_too_long', 'text');
    expectRefused(
      await rest({ text: '茶歇', resumesAt: '2020-01-07T09:30' }),
      422,
      'roadshow.resumes_in_past',
      'resumesAt',
    );
    expectRefused(
      await judges[0]!.browser.post(`${path}/intermission`).send({ text: '茶歇' }),
      403,
      'common.forbidden',
    );
    expect(await intermission()).toBeNull();
    await rest({ text: '茶歇', resumesAt: '2031-01-07T09:30' }).expect(204);
    const until = Date.parse('2031-01-07T09:30+08:00');
    expect(await intermission()).toEqual({ text: '茶歇', until });
    const { body } = await app.browser().get(`${path}/audience`).expect(200);
    expect(body.snapshot.header.intermission).toEqual({ text: '茶歇', until });
    await chair.post(`${path}/blank`).expect(204);
    expect(await intermission()).toBeNull();
    await chair.post(`${path}/unblank`).expect(204);
    await rest({ text: '午休' }).expect(204);
    expect(await intermission()).toEqual({ text: '午休', until: null });
    await chair.post(`${path}/call`).send({ entryId: a }).expect(204);
    expect(await intermission()).toBeNull();
    for (const phase of ['pitch', 'questions', 'scoring']) {
      expectRefused(await rest({ text: '茶歇' }), 409, 'roadshow.stage_busy');
      await chair.post(`${path}/phase`).send({ entryId: a, phase }).expect(204);
    }
    expectRefused(await rest({ text: '茶歇' }), 409, 'roadshow.stage_busy');
    await chair.post(`${path}/lock`).send({ entryId: a, reason: '评委离场' }).expect(204);
    await rest({ text: '茶歇' }).expect(204);
    await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
    expect(await intermission()).toBeNull();
    await rest({ text: '茶歇' }).expect(204);
    await chair.post(`${path}/intermission/end`).expect(204);
    expect(await intermission()).toBeNull();
    await rest({ text: '茶歇' }).expect(204);
    for (const entryId of [b, stage.c])
      await chair.post(`${path}/withdraw`).send({ entryId, reason: '放弃' }).expect(204);
    await chair.post(`${path}/close`).send({}).expect(204);
    expect(await intermission()).toBeNull();
  });

  it('is put off further while it is stopped, and goes on as it was', async () => {
    const stage = await started();
    const { chair, path, a } = stage;
    await openScoring(stage, a);
    await submit(stage, stage.judges[0]!, a, A[0]!).expect(200);
    await chair.post(`${path}/stop`).send({ reason: '停电', resumesAt: '2099-01-08T09:00' }).expect(204);
    const stop = (body: object) => chair.post(`${path}/stop`).send({ ...body, changes: true });
    const past = { reason: '场地被占', resumesAt: '2020-01-01T09:00' };
    expectRefused(await stop(past), 422, 'roadshow.resumes_in_past', 'resumesAt');
    await stop({ reason: '场地被占', resumesAt: '2099-01-09T14:00' }).expect(204);
    const { stopped } = (await deskOf(stage)).header;
    expect(stopped).toEqual({ reason: '场地被占', until: Date.parse('2099-01-09T14:00:00+08:00') });
    await stop({ reason: '日期待定' }).expect(204);
    expect((await screenOf(stage)).header).toMatchObject({ state: 'stopped', stopped: { until: null } });
    await chair.post(`${path}/resume`).expect(204);
    // Said too late, it stops nothing.
    expectRefused(await stop({ reason: '日期待定' }), 409, 'roadshow.action_not_allowed');
    const { header, current, progress } = await deskOf(stage);
    expect(header).toMatchObject({ state: 'running', stopped: null });
    expect(current).toMatchObject({ phase: 'scoring', entry: { id: a } });
    expect(progress.find(({ entryId }) => entryId === a)).toMatchObject({ scored: [1] });
    const { text } = await chair.get(`${path}/papers/event-log`).buffer(true).expect(200);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type?: string; payload: object });
    const told = lines.filter(({ type }) => type === 'roadshow.stop_changed').map(({ payload }) => payload);
    expect(told).toMatchObject([
      { reason: '场地被占', until: '2099-01-09T06:00:00.000Z' },
      { reason: '日期待定', until: null },
    ]);
  });

  it('stops, says until when, and goes on with what was left on the timer', async () => {
    const stage = await started();
    const { chair, path, a } = stage;
    await chair.post(`${path}/call`).send({ entryId: a }).expect(204);
    await chair.post(`${path}/phase`).send({ entryId: a, phase: 'pitch' }).expect(204);
    expectRefused(
      await chair.post(`${path}/stop`).send({ reason: '停电', resumesAt: '2026-02-30T09:00' }),
      422,
      'roadshow.unknown_start',
      'resumesAt',
    );
    expectRefused(
      await chair.post(`${path}/stop`).send({ reason: '停电', resumesAt: '2020-01-01T09:00' }),
      422,
      'roadshow.resumes_in_past',
      'resumesAt',
    );
    const screen = await listen(app, chair);
    await screen.subscribe(ROADSHOW_SCREEN, stage.id);
    await chair.post(`${path}/stop`).send({ reason: '停电', resumesAt: '2099-01-08T09:00' }).expect(204);
    await until(() => screen.packets.some((packet) => packet.includes('"state":"stopped"')));
    screen.close();
    expect(screen.packets.join()).not.toContain('停电');
    const stopped = await screenOf(stage);
    expect(stopped.header).toMatchObject({
      state: 'stopped',
      stopped: { until: Date.parse('2099-01-08T09:00:00+08:00') },
    });
    expect(JSON.stringify(stopped)).not.toContain('停电');
    expect((await deskOf(stage)).header.stopped).toMatchObject({ reason: '停电' });
    expect(stopped.current!.timer!.pausedAt).not.toBeNull();
    for (const [act, body] of [
      ['call', { entryId: stage.b }],
      ['phase', { entryId: a, phase: 'questions' }],
      ['timer', { entryId: a, action: 'resume' }],
      ['skip', { entryId: a }],
      ['close', { reason: '再' }],
    ] as const)
      expectRefused(await chair.post(`${path}/${act}`).send(body), 409, 'roadshow.action_not_allowed');
    await chair.post(`${path}/blank`).expect(204);
    await chair.post(`${path}/unblank`).expect(204);
    const tasks = (await chair.get('/api/v1/tasks').expect(200)).body.items;
    expect(tasks).toMatchObject([
      { kind: 'roadshow.chair', live: false, detail: { zh: expect.stringContaining('停电') } },
    ]);
    await chair.post(`${path}/resume`).expect(204);
    expectRefused(await chair.post(`${path}/resume`), 409, 'roadshow.action_not_allowed');
    const resumed = await screenOf(stage);
    expect(resumed.header).toMatchObject({ state: 'running', stopped: null });
    expect(resumed.current!.timer).toEqual(stopped.current!.timer);
    await chair.post(`${path}/timer`).send({ entryId: a, action: 'resume' }).expect(204);
  });

  it('lets the chair order what nothing separates, and nothing else, until a score changes', async () => {
    const stage = await started();
    const { chair, path, a, b, c } = stage;
    // Seat 7 is recused from B, so that B differs; A and C have the same sheets.
    await judged(stage, a);
    await judged(stage, c);
    await judged(stage, b, A.slice(0, 6));
    const reason = '评委会合议';
    const rule = (entryIds: string[]) => chair.post(`${path}/tie-ruling`).send({ entryIds, reason });
    expectRefused(await rule([a, b]), 409, 'review.tie_separated');
    expectRefused(await rule([a, c, b]), 409, 'review.tie_separated');
    expectRefused(await rule([a, a]), 409, 'review.tie_separated');
    expectRefused(await chair.post(`${path}/tie-ruling`).send({ entryIds: [a, c] }), 422, 'common.required', 'reason');
    await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
    await rule([c, a]).expect(204);
    expect((await screenOf(stage)).board).toMatchObject([{ entryId: a, place: 1 }]);
    expect((await chairOf(stage)).rulings).toMatchObject([{ entryIds: [c, a], reason }]);
    await chair.post(`${path}/show`).send({ entryId: c }).expect(204);
    const places = async () => (await screenOf(stage)).board.map(({ entryId, place }) => [entryId, place]);
    expect(await places()).toEqual([
      [c, 1],
      [a, 2],
    ]);
    expect((await screenOf(stage)).board[1]!.explanation).toMatchObject({
      tiedWith: 1,
      sharing: 0,
      ruled: { among: 2, reason },
    });
    await chair
      .post(`${path}/tie-ruling/revoke`)
      .send({ entryIds: [c, a], reason: '记录有误' })
      .expect(204);
    expect((await places()).map(([, place]) => place)).toEqual([1, 1]);
    expectRefused(
      await chair.post(`${path}/tie-ruling/revoke`).send({ entryIds: [c, a], reason: '再' }),
      404,
      'common.not_found',
    );
    await rule([a, c]).expect(204);
    expect(await places()).toEqual([
      [a, 1],
      [c, 2],
    ]);
    // A changed sheet of A ends the ruling; the same values again would not have been the same tie.
    await chair.post(`${path}/reopen`).send({ entryId: a, seatNo: 1, reason: '笔误' }).expect(204);
    await submit(stage, stage.judges[0]!, a, [26, 21.5, 17, 8, 12.5], { revision: 1 }).expect(200);
    await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
    const board = (await screenOf(stage)).board;
    expect(board.map(({ entryId, place }) => [entryId, place])).toEqual([
      [c, 1],
      [a, 2],
    ]);
    expect(board[0]!.explanation).not.toHaveProperty('ruled');
  });

  it('calls a judge who has not scored, not more than once in a while', async () => {
    const stage = await started();
    const { chair, path, a } = stage;
    const nudge = (seatNo: number) => chair.post(`${path}/nudge`).send({ entryId: a, seatNo });
    await chair.post(`${path}/call`).send({ entryId: a }).expect(204);
    expectRefused(await nudge(1), 409, 'roadshow.nothing_to_nudge');
    for (const phase of ['pitch', 'questions', 'scoring'])
      await chair.post(`${path}/phase`).send({ entryId: a, phase }).expect(204);
    await submit(stage, stage.judges[1]!, a, A[1]!).expect(200);
    expectRefused(await nudge(2), 409, 'roadshow.nothing_to_nudge');
    expectRefused(await nudge(9), 409, 'roadshow.nothing_to_nudge');
    const judge = await listen(app, stage.judges[0]!.browser);
    await judge.subscribe(ROADSHOW_DESK, stage.id);
    await nudge(1).expect(204);
    await until(() => judge.packets.some((packet) => packet.includes('"nudges":[{')));
    expectRefused(await nudge(1), 429, 'roadshow.nudged_just_now');
    await nudge(3).expect(204);
    await submit(stage, stage.judges[0]!, a, A[0]!).expect(200);
    expect((await deskOf(stage)).nudges).toMatchObject([{ entryId: a, seatNo: 3 }]);
    judge.close();
  });

  describe('the planned start', () => {
    it('is on the clocks of the room, told to all, and gone once it is taken back', async () => {
      const stage = await setStage(app);
      const { organiser, path } = stage;
      for (const startsAt of ['2030-02-30T09:00', '2030-01-08 09:00', '2030-01-08T25:00'])
        expect((await organiser.post(`${path}/plan`).set('if-match', '*').send({ startsAt })).status).toBe(422);
      await organiser.post(`${path}/plan`).set('if-match', '*').send({ startsAt: '2030-01-08T09:00' }).expect(204);
      const startsAt = Date.parse('2030-01-08T09:00:00+08:00');
      expect((await screenOf(stage)).header.startsAt).toBe(startsAt);
      const { versions } = (await organiser.get(path).expect(200)).body;
      const later = (held: number) =>
        organiser.post(`${path}/plan`).set('if-match', `"${held}"`).send({ startsAt: '2030-01-08T10:00' });
      expectRefused(await later(0), 412, 'common.stale');
      expect((await screenOf(stage)).header.startsAt).toBe(startsAt);
      await later(versions.startsAt).expect(204);
      expectRefused(await later(versions.startsAt), 412, 'common.stale');
      await organiser.post(`${path}/plan`).set('if-match', '*').send({ startsAt: '2030-01-08T09:00' }).expect(204);
      const own = (await stage.judges[0]!.browser.get('/api/v1/sessions').expect(200)).body;
      expect(own).toMatchObject([{ startsAt: new Date(startsAt).toISOString() }]);
      await organiser.post(`${path}/draw`).expect(204);
      const [task] = (await stage.judges[0]!.browser.get('/api/v1/tasks').expect(200)).body.items;
      expect(task).toMatchObject({ kind: 'roadshow.score', dueAt: new Date(startsAt).toISOString() });
      await organiser.post(`${path}/plan`).set('if-match', '*').send({}).expect(204);
      expect((await screenOf(stage)).header.startsAt).toBeNull();
      await stage.chair.post(`${path}/start`).expect(204);
      expectRefused(
        await organiser.post(`${path}/plan`).set('if-match', '*').send({ startsAt: '2030-01-08T09:00' }),
        409,
        'roadshow.action_not_allowed',
      );
    });
  });
});
