import { createHash } from 'node:crypto';
import { ROADSHOW_CHAIR, ROADSHOW_DESK, ROADSHOW_SCREEN, type ScreenSnapshot } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Realtime } from '@haishi/platform';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { until } from '../support/facts.js';
import { expectRefused, signedIn } from '../support/people.js';
import {
  begin,
  importEdition,
  inHundredths,
  leaks,
  listen,
  openScoring,
  type Points,
  revokeJudge,
  setStage,
  type Stage,
  submit,
} from './roadshow-session.js';

/** In points, by seat. Totals: 86, 88.5, 91 (struck), 79.5 (struck), 84, 90, 87.5; (86 + 88.5 + 84 + 90 + 87.5) / 5 = 87.20. */
const A: Points[] = [
  [27, 21.5, 17, 8, 12.5],
  [27.5, 22, 17.5, 8.5, 13],
  [28.5, 23, 18, 8.5, 13],
  [24, 20, 16, 7.5, 12],
  [26, 21, 16.5, 8, 12.5],
  [28, 22.5, 18, 8.5, 13],
  [27, 22, 17.5, 8, 13],
];
/** Seat 7 is recused. Totals: 86.5, 88, 90.5 (struck), 85 (struck), 87, 89.5; (86.5 + 88 + 87 + 89.5) / 4 = 87.75. */
const B: Points[] = [
  [27, 21.5, 17, 8.5, 12.5],
  [27.5, 22, 17.5, 8, 13],
  [28, 22.5, 18, 9, 13],
  [26.5, 21, 17, 8, 12.5],
  [27, 21.5, 17.5, 8.5, 12.5],
  [28, 22.5, 18, 8.5, 12.5],
];
/** Totals: 86, 88.5, 92.5 (struck), 79 (struck), 84, 90, 87.5: 87.20 again, but technology 26.90 against A's 27.10. */
const C: Points[] = [
  [26.5, 22, 17, 8, 12.5],
  [27, 22.5, 17.5, 8.5, 13],
  [28, 23.5, 18.5, 9, 13.5],
  [23.5, 20, 16, 7.5, 12],
  [26, 21, 16.5, 8, 12.5],
  [28, 22.5, 18, 8.5, 13],
  [27, 22, 17.5, 8, 13],
];
/** Every total, result and untrimmed mean of A, in hundredths. */
const SEALED_A = [8600, 8850, 9100, 7950, 8400, 9000, 8750, 8720, 8664, 2710];

async function score(stage: Stage, entryId: string, sheets: readonly Points[]): Promise<void> {
  await openScoring(stage, entryId);
  await Promise.all(sheets.map((points, index) => submit(stage, stage.judges[index]!, entryId, points).expect(200)));
  await stage.chair.post(`${stage.path}/lock`).send({ entryId }).expect(204);
}

eachEngine('roadshow', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  describe('a whole session', () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await setStage(app);
      await begin(stage);
    });

    it('recuses the judge of a project’s own organisation by itself', async () => {
      const { body } = await stage.organiser.get(stage.path).expect(200);
      expect(body.recusals).toMatchObject([{ entryId: stage.b, seatNo: 7, kind: 'automatic', reason: 'organisation' }]);
      expect(body.entries.find((entry: { id: string }) => entry.id === stage.b).judges).toBe(6);
    });

    it('seals every score until it is shown, from screens, judges and everybody else', async () => {
      const { body: link } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '主屏' }).expect(201);
      const opened = await app.browser().post('/api/v1/screens/open').send({ token: link.token }).expect(200);
      expect(opened.body).toEqual({ channel: ROADSHOW_SCREEN, key: stage.id });
      const screen = await listen(app);
      const judge = await listen(app, stage.judges[0]!.browser);
      const chair = await listen(app, stage.chair);
      expect(await screen.subscribe(ROADSHOW_SCREEN, stage.id, link.token)).toMatchObject({ ok: true });
      expect(await judge.subscribe(ROADSHOW_SCREEN, stage.id)).toMatchObject({ ok: true });
      expect(await judge.subscribe(ROADSHOW_DESK, stage.id)).toMatchObject({ ok: true });
      expect(await chair.subscribe(ROADSHOW_CHAIR, stage.id)).toMatchObject({ ok: true });
      expect(await judge.subscribe(ROADSHOW_CHAIR, stage.id)).toMatchObject({ ok: false, code: 'common.forbidden' });
      expect(await screen.subscribe(ROADSHOW_DESK, stage.id, link.token)).toMatchObject({ ok: false });

      await score(stage, stage.a, A);
      await until(() => chair.packets.some((packet) => packet.includes('"valid":7')));
      await until(() => screen.packets.some((packet) => packet.includes('"phase":"locked"')));
      await until(() => judge.packets.some((packet) => packet.includes('"phase":"locked"')));
      const late = await listen(app);
      await late.subscribe(ROADSHOW_SCREEN, stage.id, link.token);
      const desk = await stage.judges[1]!.browser.get(`${stage.path}/desk`).expect(200);
      expect(desk.body.sheets).toMatchObject([{ total: 8850 }]);
      const sealedFromTwo = SEALED_A.filter((value) => value !== 8850);
      expect(leaks([...screen.packets, ...judge.packets, ...late.packets], SEALED_A)).toEqual([]);
      expect(leaks([JSON.stringify(desk.body)], sealedFromTwo)).toEqual([]);
      expect(leaks(chair.packets, [8720])).not.toEqual([]);
      expect(screen.packets.filter((packet) => packet.includes('"scored":{')).at(-1)).toContain(
        '"scored":7,"expected":7',
      );

      await stage.chair.post(`${stage.path}/show`).send({ entryId: stage.a }).expect(204);
      await until(() => leaks(screen.packets, [8720]).length > 0);
      const last = JSON.parse(screen.packets.at(-1)!.replace(/^\d+/, ''))[1].data as ScreenSnapshot;
      expect(last.current!.result).toEqual({
        score: 8720,
        untrimmed: 8664,
        decimals: 2,
        judges: [8600, 8850, 9100, 7950, 8400, 9000, 8750].map((total, index) => ({
          seatNo: index + 1,
          total,
          struck: { 3: 'highest', 4: 'lowest' }[index + 1] ?? null,
        })),
        recused: [],
      });
      expect(last.board).toMatchObject([{ entryId: stage.a, score: 8720, place: 1, before: null }]);
      for (const listener of [screen, judge, chair, late]) listener.close();
    });

    it('takes no screens from who has those of every fair alone', async () => {
      const screens = `${stage.path}/screens`;
      const { body: link } = await stage.organiser.post(screens).send({ label: '主屏' }).expect(201);
      const fair = { role: 'fair_organiser', scopeType: 'system', scopeId: '' } as const;
      const { browser: stranger } = await signedIn(app, '孙洽谈', [fair]);
      expectRefused(await stranger.get(screens), 404, 'common.not_found');
      expectRefused(await stranger.post(screens).send({ label: '外屏' }), 404, 'common.not_found');
      expectRefused(await stranger.delete(`${screens}/${link.id}`), 404, 'common.not_found');
    });

    it('finds a leak that is put in', async () => {
      const realtime = app.get(Realtime);
      const honest = realtime.publishAll.bind(realtime);
      const { body: link } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '试屏' }).expect(201);
      const screen = await listen(app);
      await screen.subscribe(ROADSHOW_SCREEN, stage.id, link.token);
      realtime.publishAll = (work, key, told) => {
        const leak = { note: { total: 8650 } };
        const worse = told.map(({ channel, data }) => ({
          channel,
          data: channel === ROADSHOW_SCREEN ? { ...(data as object), ...leak } : data,
        }));
        return honest(work, key, worse);
      };
      await openScoring(stage, stage.b);
      realtime.publishAll = honest;
      await until(() => leaks(screen.packets, [8650]).length > 0);
      expect(leaks(['42["delta",{"data":"ODYuNTA="}]'], [8650])).toHaveLength(1);
      await stage.organiser.delete(`${stage.path}/screens/${link.id}`).expect(204);
      await until(() => screen.socket.disconnected);
      const again = await listen(app);
      expect(await again.subscribe(ROADSHOW_SCREEN, stage.id, link.token)).toEqual({
        ok: false,
        code: 'identity.link_not_valid',
      });
      again.close();
    });

    it('refuses a recused judge and waits for nobody else', async () => {
      expectRefused(await submit(stage, stage.judges[6]!, stage.b, A[6]!), 403, 'review.recused');
      await Promise.all(
        B.slice(1).map((points, index) => submit(stage, stage.judges[index + 1]!, stage.b, points).expect(200)),
      );
      const early = await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.b });
      expectRefused(early, 409, 'review.sheets_outstanding');
      expect(early.body.data).toEqual({ seats: [1] });
      await submit(stage, stage.judges[0]!, stage.b, B[0]!).expect(200);
      await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.b }).expect(204);
      await stage.chair.post(`${stage.path}/show`).send({ entryId: stage.b }).expect(204);
    });

    it('ranks as worked out by hand, and says why', async () => {
      await score(stage, stage.c, C);
      await stage.chair.post(`${stage.path}/show`).send({ entryId: stage.c }).expect(204);
      const screen = await listen(app, stage.chair);
      const answer = await screen.subscribe(ROADSHOW_SCREEN, stage.id);
      const { board, header } = (answer as { snapshot: ScreenSnapshot }).snapshot;
      expect(board.map(({ title, score, place, before }) => ({ title, score, place, before }))).toEqual([
        { title: '乙 项目', score: 8775, place: 1, before: 1 },
        { title: '甲 项目', score: 8720, place: 2, before: 2 },
        { title: '丙 项目', score: 8720, place: 3, before: null },
      ]);
      expect(board[1]!.explanation).toEqual({
        tiedWith: 1,
        compared: [{ tie: { by: 'criterion', code: 'TECH' }, value: 2710 }],
        sharing: 0,
      });
      expect(board[2]!.explanation.compared).toEqual([{ tie: { by: 'criterion', code: 'TECH' }, value: 2690 }]);
      expect(header).toMatchObject({ entries: 3, shown: 3, state: 'running' });
      screen.close();
    });

    it('reopens one sheet, keeps the old value, and changes the screen only when shown again', async () => {
      const { path, chair, a } = stage;
      const four = stage.judges[3]!;
      expectRefused(await submit(stage, four, a, [26, 21, 17, 8.5, 13], { revision: 1 }), 409, 'review.scoring_closed');
      expectRefused(
        await chair.post(`${path}/reopen`).send({ entryId: a, seatNo: 4 }),
        422,
        'common.required',
        'reason',
      );
      await chair.post(`${path}/reopen`).send({ entryId: a, seatNo: 4, reason: '评委误触' }).expect(204);
      expectRefused(
        await chair.post(`${path}/reopen`).send({ entryId: a, seatNo: 4, reason: '再来' }),
        409,
        'review.sheet_already_open',
      );
      expectRefused(await chair.post(`${path}/show`).send({ entryId: a }), 409, 'review.sheets_outstanding');
      const screen = await listen(app, stage.judges[0]!.browser);
      await screen.subscribe(ROADSHOW_SCREEN, stage.id);
      await submit(stage, four, a, [26, 21, 17, 8.5, 13], { revision: 1 }).expect(200);
      await until(() => screen.packets.some((packet) => packet.includes('"scored":7')));
      // 86 + 88.5 + 85.5 + 90 + 87.5 = 437.5; 91 and 84 are struck now; / 5 = 87.50.
      expect(leaks(screen.packets, [8550])).toEqual([]);
      expect(leaks(screen.packets, [8720])).not.toEqual([]);
      await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
      await until(() => screen.packets.some((packet) => packet.includes('"score":8750')));
      expectRefused(await chair.post(`${path}/show`).send({ entryId: a }), 409, 'roadshow.already_shown');
      const { body } = await chair.get(`${path}/entries/${a}/revisions`).expect(200);
      const chairPerson = (await chair.get('/api/v1/session').expect(200)).body.person.id;
      expect(body.filter((one: { seatNo: number }) => one.seatNo === 4)).toMatchObject([
        { revision: 1, total: 7950, reopenedBy: null, reopenReason: null },
        { revision: 2, total: 8550, reopenedBy: chairPerson, reopenReason: '评委误触' },
      ]);
      screen.close();
    });

    it('does not close while a sheet waits for its correction, or a correction for being shown', async () => {
      const { path, chair, a } = stage;
      await chair.post(`${path}/reopen`).send({ entryId: a, seatNo: 1, reason: '笔误' }).expect(204);
      expectRefused(await chair.post(`${path}/close`).send({}), 409, 'review.sheets_outstanding', 'reason');
      await submit(stage, stage.judges[0]!, a, [20, 20, 15, 8, 12], { revision: 1 }).expect(200);
      for (const body of [{}, { reason: '赶时间' }])
        expectRefused(await chair.post(`${path}/close`).send(body), 409, 'roadshow.correction_untold');
      await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
    });

    it('closes, and then changes nothing more', async () => {
      const { path, chair, a } = stage;
      await chair.post(`${path}/close`).send({}).expect(204);
      expectRefused(await chair.post(`${path}/call`).send({ entryId: a }), 409, 'roadshow.action_not_allowed');
      expectRefused(await submit(stage, stage.judges[0]!, a, A[0]!, { revision: 1 }), 409, 'review.scoring_closed');
    });
  });

  it('runs in two regions at once, each by the clock of its room, and neither sees the other', async () => {
    const editionId = await importEdition(app);
    const heats = await Promise.all(
      [
        { editionId, regionCode: 'EUA', timeZone: 'Europe/Berlin' },
        { editionId, regionCode: 'BJ', timeZone: 'Asia/Shanghai' },
      ].map((heat) => setStage(app, false, { heat })),
    );
    const leaders = await Promise.all(
      ['EUA', 'BJ'].map(async (region) => {
        const scope = { scopeType: 'region', scopeId: `${editionId}/${region}` } as const;
        return (await signedIn(app, region, [{ role: 'contest_organiser', ...scope }])).browser;
      }),
    );
    const walls = await Promise.all(leaders.map((leader) => listen(app, leader)));
    onTestFinished(() => walls.forEach((wall) => wall.close()));
    for (const [index, { path }] of heats.entries())
      await leaders[index]!.post(`${path}/plan`)
        .set('if-match', '*')
        .send({ startsAt: '2031-01-14T09:30' })
        .expect(204);
    const planned = await Promise.all(heats.map(({ path }, index) => leaders[index]!.get(path).expect(200)));
    expect(planned.map(({ body }) => [body.header.timeZone, body.header.startsAt])).toEqual([
      ['Europe/Berlin', Date.parse('2031-01-14T08:30:00Z')],
      ['Asia/Shanghai', Date.parse('2031-01-14T01:30:00Z')],
    ]);

    await Promise.all(heats.map((heat) => begin(heat)));
    for (const [index, wall] of walls.entries()) {
      expect(await wall.subscribe(ROADSHOW_SCREEN, heats[index]!.id)).toMatchObject({ ok: true });
      expect(await wall.subscribe(ROADSHOW_SCREEN, heats[1 - index]!.id)).toMatchObject({ code: 'common.not_found' });
    }
    await Promise.all(heats.map((heat) => openScoring(heat, heat.a)));
    // Every judge of both submits at once: six of 86.00 and one of 90.00 there, all of 80.00 here.
    await Promise.all(
      heats.flatMap((heat, index) =>
        heat.judges.map((judge, seat) => {
          const abroad: Points = seat === 0 ? [28, 22.5, 18, 8.5, 13] : [27, 21.5, 17, 8, 12.5];
          return submit(heat, judge, heat.a, index === 0 ? abroad : [24, 20, 16, 8, 12]).expect(200);
        }),
      ),
    );
    await Promise.all(heats.map(({ chair, path, a }) => chair.post(`${path}/lock`).send({ entryId: a }).expect(204)));
    await Promise.all(heats.map(({ chair, path, a }) => chair.post(`${path}/show`).send({ entryId: a }).expect(204)));
    const scores = await Promise.all(
      walls.map(async (wall, index) => {
        const { snapshot } = (await wall.subscribe(ROADSHOW_SCREEN, heats[index]!.id)) as { snapshot: ScreenSnapshot };
        return snapshot.board.map(({ entryId, score: one }) => [entryId, one]);
      }),
    );
    expect(scores).toEqual([[[heats[0]!.a, 8600]], [[heats[1]!.a, 8000]]]);

    for (const [index, heat] of heats.entries()) {
      const [leader, judge, other] = [leaders[index]!, heat.judges[0]!, heats[1 - index]!];
      const own = (await leader.get(`/api/v1/editions/${editionId}/sessions`).expect(200)).body as { id: string }[];
      expect(own.map(({ id }) => id)).toEqual([heat.id]);
      expectRefused(await leader.get(other.path), 404, 'common.not_found');
      expectRefused(await heat.chair.post(`${other.path}/call`).send({ entryId: other.b }), 404, 'common.not_found');
      expectRefused(await judge.browser.get(`${other.path}/desk`), 404, 'common.not_found');
      expectRefused(await submit(other, judge, other.a, [24, 20, 16, 8, 12]), 404, 'common.not_found');
      const strange = heats[1 - index]!.a;
      expect(walls[index]!.packets.some((packet) => packet.includes(strange))).toBe(false);
    }
  });

  it('tells judges and chair what waits for them, and whether it waits now', async () => {
    const stage = await setStage(app);
    const tasksOf = async (browser: Browser) => (await browser.get('/api/v1/tasks').expect(200)).body.items;
    const [one, recused] = [stage.judges[0]!.browser, stage.judges[6]!.browser];
    await stage.organiser.post(`${stage.path}/draw`).expect(204);
    const desk = { kind: 'roadshow.score', href: `/roadshow/${stage.id}/desk` };
    const chair = { kind: 'roadshow.chair', href: `/roadshow/${stage.id}/chair` };
    expect(await tasksOf(one)).toMatchObject([{ ...desk, count: 3, live: false }]);
    expect(await tasksOf(recused)).toMatchObject([{ ...desk, count: 2 }]);
    expect(await tasksOf(stage.chair)).toMatchObject([{ ...chair, count: 3, live: false }]);
    await stage.chair.post(`${stage.path}/start`).expect(204);
    await score(stage, stage.a, A);
    expect(await tasksOf(one)).toMatchObject([
      { ...desk, count: 2, live: true, detail: { zh: '已亮分 0 / 3 · 台上：甲 项目' } },
    ]);
    await stage.chair.post(`${stage.path}/reopen`).send({ entryId: stage.a, seatNo: 1, reason: '笔误' }).expect(204);
    expect(await tasksOf(one)).toMatchObject([{ ...desk, count: 3 }]);
    await stage.chair.post(`${stage.path}/close`).send({ reason: '中止' }).expect(204);
    expect(await tasksOf(one)).toEqual([]);
    expect(await tasksOf(stage.chair)).toEqual([]);
  });

  describe('a sheet', () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await setStage(app);
      await begin(stage);
      await openScoring(stage, stage.a);
    });

    it('is stored once, whatever is repeated', async () => {
      const judge = stage.judges[0]!;
      const sheetKey = newId();
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => submit(stage, judge, stage.a, A[0]!, { sheetKey })),
      );
      for (const answer of answers) expect([answer.status, answer.body]).toEqual([200, answers[0]!.body]);
      expect(answers[0]!.body).toMatchObject({ revision: 1, total: 8600, scores: inHundredths(A[0]!) });
      expectRefused(await submit(stage, judge, stage.a, A[1]!, { sheetKey }), 409, 'common.key_reused');
      expectRefused(await submit(stage, stage.judges[1]!, stage.a, A[0]!, { sheetKey }), 409, 'common.key_reused');
      const { body } = await stage.chair.get(`${stage.path}/entries/${stage.a}/revisions`).expect(200);
      expect(body).toHaveLength(1);
    });

    it('is never overwritten unseen: of two tabs the second is shown what the first stored', async () => {
      const judge = stage.judges[1]!;
      const [one, other] = await Promise.all([
        submit(stage, judge, stage.a, A[1]!),
        submit(stage, judge, stage.a, [20, 20, 10, 5, 5]),
      ]);
      const [stored, refused] = one.status === 200 ? [one, other] : [other, one];
      expect(stored.status).toBe(200);
      expectRefused(refused, 409, 'review.sheet_changed');
      expect(refused.body.data.sheet).toMatchObject({ revision: 1, total: stored.body.total });
      const corrected = await submit(stage, judge, stage.a, A[1]!, { revision: 1 }).expect(200);
      expect(corrected.body).toMatchObject({ revision: 2, total: 8850 });
    });

    it.each([
      ['TECH', null, 'review.score_missing'],
      ['TECH', '27', 'review.score_not_a_number'],
      ['TECH', 2701.5, 'review.score_too_fine'],
      ['TECH', 2725, 'review.score_off_step'],
      ['TECH', 3050, 'review.score_out_of_range'],
      ['TECH', -50, 'review.score_out_of_range'],
      ['LUCK', 100, 'review.criterion_unknown'],
    ])('refuses %s = %j', async (criterion, value, code) => {
      const scores = { ...inHundredths(A[2]!), [criterion]: value };
      const answer = await stage.judges[2]!.browser.put(`${stage.path}/entries/${stage.a}/sheet`).send({
        sheetKey: newId(),
        revision: 0,
        scores,
      });
      expectRefused(answer, 422, code, `scores.${criterion}`);
    });

    it.each(['NaN', '1e309'])('refuses %s as it comes over the wire', async (literal) => {
      const body = `{"sheetKey":"${newId()}","revision":0,"scores":{"TECH":${literal},"MARKET":0,"TEAM":0,"FINANCE":0,"LANDING":0}}`;
      const answer = await stage.judges[2]!.browser.put(`${stage.path}/entries/${stage.a}/sheet`)
        .type('json')
        .send(body);
      if (literal === 'NaN') expectRefused(answer, 422, 'common.bad_json');
      else expectRefused(answer, 422, 'review.score_not_a_number', 'scores.TECH');
      const desk = await stage.judges[2]!.browser.get(`${stage.path}/desk`).expect(200);
      expect(desk.body.sheets).toEqual([]);
    });

    it('is taken from seated judges of this session alone', async () => {
      const body = { sheetKey: newId(), revision: 0, scores: inHundredths(A[0]!) };
      const url = `${stage.path}/entries/${stage.a}/sheet`;
      expectRefused(await app.browser().put(url).send(body), 401, 'common.unauthenticated');
      expectRefused(await stage.chair.put(url).send(body), 403, 'common.forbidden');
      const other = await setStage(app);
      expectRefused(await other.judges[0]!.browser.put(url).send(body), 404, 'common.not_found');
      const wrongEntry = `${stage.path}/entries/${other.a}/sheet`;
      expectRefused(await stage.judges[0]!.browser.put(wrongEntry).send(body), 404, 'common.not_found');
      const unseated = await signedIn(app, '未就座评委', [{ role: 'judge', scopeType: 'session', scopeId: stage.id }]);
      expectRefused(await unseated.browser.put(url).send(body), 403, 'review.not_on_panel');
      await revokeJudge(app, stage, stage.judges[5]!);
      expectRefused(await stage.judges[5]!.browser.put(url).send(body), 403, 'common.forbidden');
      expectRefused(await submit(stage, stage.judges[2]!, stage.b, B[2]!), 409, 'review.scoring_closed');
    });
  });

  describe('setting up', () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await setStage(app);
    });

    it('commits to the seed before the draw and tells it after', async () => {
      const before = (await stage.organiser.get(stage.path).expect(200)).body;
      expect(before.header.draw).toEqual({ commitment: expect.stringMatching(/^[0-9a-f]{64}$/), seed: null });
      expectRefused(await stage.chair.post(`${stage.path}/start`), 409, 'roadshow.action_not_allowed');
      await stage.organiser.post(`${stage.path}/draw`).expect(204);
      const after = (await stage.organiser.get(stage.path).expect(200)).body;
      const sha = (text: string) => createHash('sha256').update(text).digest('hex');
      expect(sha(after.header.draw.seed)).toBe(before.header.draw.commitment);
      const numbers = after.entries.map(({ number }: { number: string }) => number);
      expect(numbers).toEqual(
        [...numbers].sort((x, y) =>
          sha(`${after.header.draw.seed}:${x}`) < sha(`${after.header.draw.seed}:${y}`) ? -1 : 1,
        ),
      );
      const again = await stage.organiser.post(`${stage.path}/draw`);
      expectRefused(again, 409, 'roadshow.action_not_allowed');
      expect(again.body.detail).toMatch(/^场次目前为“[^{”]+”/);
      expectRefused(
        await stage.organiser.post(`${stage.path}/seats`).send({ seatNo: 9, personId: newId(), kind: 'industry' }),
        409,
        'roadshow.action_not_allowed',
      );
      expectRefused(await stage.organiser.post(`${stage.path}/undraw`).send({}), 422, 'common.required', 'reason');
      await stage.organiser.post(`${stage.path}/undraw`).send({ reason: '漏编一个项目' }).expect(204);
      const anew = (await stage.organiser.get(stage.path).expect(200)).body;
      expect(anew.header.draw.commitment).not.toBe(before.header.draw.commitment);
    });

    it('refuses what does not belong: projects, judges, stages, regions', async () => {
      const { organiser, path, editionId } = stage;
      expectRefused(
        await organiser.post(`${path}/entries`).send({ projectIds: [newId()] }),
        422,
        'roadshow.project_not_accepted',
        'projectIds',
      );
      expectRefused(
        await organiser.post(`${path}/entries`).send({ projectIds: [stage.projects.a.id] }),
        409,
        'roadshow.project_in_session',
      );
      const stranger = await signedIn(app, '路人');
      const seat = { seatNo: 8, personId: stranger.person.id, kind: 'industry' };
      expectRefused(await organiser.post(`${path}/seats`).send(seat), 422, 'roadshow.not_a_judge', 'personId');
      const taken = { seatNo: 1, personId: stage.judges[1]!.person.id, kind: 'industry' };
      expectRefused(await organiser.post(`${path}/seats`).send(taken), 409, 'review.judge_seated');
      const sessions = `/api/v1/editions/${editionId}/sessions`;
      const input = { stageCode: 'FINAL', name: '场', room: '厅' };
      expectRefused(
        await organiser.post(sessions).send({ ...input, stageCode: 'ONLINE' }),
        422,
        'roadshow.stage_not_roadshow',
        'stageCode',
      );
      expectRefused(
        await organiser.post(sessions).send({ ...input, regionCode: 'MARS' }),
        422,
        'roadshow.unknown_region',
        'regionCode',
      );
      expectRefused(
        await organiser.post(sessions).send({ ...input, timeZone: 'Moon/Base' }),
        422,
        'roadshow.unknown_time_zone',
        'timeZone',
      );
      expectRefused(
        await organiser.post(sessions).send({ ...input, ties: ['LUCK'] }),
        422,
        'edition.tie_unknown',
        'ties.0',
      );
    });

    it('is for who leads the session, and hidden from others', async () => {
      const otherEdition = await importEdition(app);
      const other = await signedIn(app, '外届组织者', [
        { role: 'contest_organiser', scopeType: 'edition', scopeId: otherEdition },
      ]);
      expectRefused(await other.browser.get(stage.path), 404, 'common.not_found');
      expectRefused(await other.browser.post(`${stage.path}/draw`), 404, 'common.not_found');
      expectRefused(
        await other.browser
          .post(`/api/v1/editions/${stage.editionId}/sessions`)
          .send({ stageCode: 'FINAL', name: 'x', room: 'y' }),
        403,
        'common.forbidden',
      );
      expectRefused(await stage.chair.post(`${stage.path}/draw`), 403, 'common.forbidden');
      expectRefused(
        await stage.judges[0]!.browser.post(`${stage.path}/show`).send({ entryId: stage.a }),
        403,
        'common.forbidden',
      );
      expectRefused(await app.browser().get(stage.path), 401, 'common.unauthenticated');
      expectRefused(
        await app.browser().post('/api/v1/screens/open').send({ token: 'nothing' }),
        410,
        'identity.link_not_valid',
      );
    });
  });

  describe('on stage', () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await setStage(app);
      await begin(stage);
    });

    it('goes step by step, with the server’s timer', async () => {
      const { chair, path, a, b } = stage;
      await chair.post(`${path}/call`).send({ entryId: a }).expect(204);
      await chair.post(`${path}/call`).send({ entryId: b, absent: a }).expect(204);
      expectRefused(
        await chair.post(`${path}/phase`).send({ entryId: a, phase: 'pitch' }),
        409,
        'roadshow.not_current',
      );
      expectRefused(
        await chair.post(`${path}/phase`).send({ entryId: b, phase: 'scoring' }),
        409,
        'roadshow.phase_not_allowed',
      );
      expectRefused(await chair.post(`${path}/timer`).send({ entryId: b, action: 'pause' }), 409, 'roadshow.no_timer');
      await chair.post(`${path}/phase`).send({ entryId: b, phase: 'pitch' }).expect(204);
      await chair.post(`${path}/timer`).send({ entryId: b, action: 'pause' }).expect(204);
      expectRefused(
        await chair.post(`${path}/timer`).send({ entryId: b, action: 'pause' }),
        409,
        'roadshow.timer_paused',
      );
      await chair.post(`${path}/timer`).send({ entryId: b, action: 'add', seconds: 60 }).expect(204);
      await chair.post(`${path}/timer`).send({ entryId: b, action: 'resume' }).expect(204);
      const desk = await listen(app, stage.judges[0]!.browser);
      const answer = await desk.subscribe(ROADSHOW_DESK, stage.id);
      expect((answer as { snapshot: ScreenSnapshot }).snapshot.current).toMatchObject({
        entry: { id: b },
        phase: 'pitch',
        timer: { seconds: 8 * 60 + 60, pausedAt: null },
        result: null,
      });
      desk.close();
    });

    it('takes a declared recusal before the score and staff’s after it, and drops the sheet from the result', async () => {
      const { chair, path, b } = stage;
      await stage.judges[0]!.browser.post(`${path}/recusals/own`).send({ entryId: b, reason: '亲属' }).expect(204);
      expectRefused(
        await stage.judges[0]!.browser.post(`${path}/recusals/own`).send({ entryId: b, reason: '亲属' }),
        409,
        'review.already_recused',
      );
      await chair.post(`${path}/phase`).send({ entryId: b, phase: 'scoring' }).expect(204);
      for (const seat of [1, 2, 3, 5]) await submit(stage, stage.judges[seat]!, b, B[seat]!).expect(200);
      expectRefused(
        await stage.judges[1]!.browser.post(`${path}/recusals/own`).send({ entryId: b, reason: '合作' }),
        409,
        'review.recusal_too_late',
      );
      await chair.post(`${path}/recusals`).send({ entryId: b, seatNo: 6, reason: '合作关系' }).expect(204);
      // Whoever hands in later does not bring it back.
      await submit(stage, stage.judges[4]!, b, B[4]!).expect(200);
      await chair.post(`${path}/lock`).send({ entryId: b }).expect(204);
      await chair.post(`${path}/show`).send({ entryId: b }).expect(204);
      const screen = await listen(app, stage.chair);
      const answer = await screen.subscribe(ROADSHOW_SCREEN, stage.id);
      const { current, board } = (answer as { snapshot: ScreenSnapshot }).snapshot;
      // Four valid sheets are fewer than five: no score and no place; their plain mean is (88 + 90.5 + 85 + 87) / 4 = 87.625.
      expect(current!.result).toMatchObject({ score: null, untrimmed: 8763, recused: [1, 6, 7] });
      expect(board).toEqual([]);
      screen.close();
    });

    it('locks without an absent judge only with a reason', async () => {
      const { chair, path, c } = stage;
      await openScoring(stage, c);
      for (const seat of [0, 1, 2, 3, 4, 5]) await submit(stage, stage.judges[seat]!, c, C[seat]!).expect(200);
      expectRefused(await chair.post(`${path}/lock`).send({ entryId: c }), 409, 'review.sheets_outstanding');
      await chair.post(`${path}/lock`).send({ entryId: c, reason: '7 号评委突发离场' }).expect(204);
      expectRefused(await submit(stage, stage.judges[6]!, c, C[6]!), 409, 'review.scoring_closed');
      expectRefused(await chair.post(`${path}/close`).send({}), 409, 'roadshow.entries_open');
    });
  });
});
