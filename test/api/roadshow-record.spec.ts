import { ROADSHOW_SCREEN, type ScreenSnapshot } from '@haishi/contracts';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { Results } from '@haishi/review';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, makePerson, signedIn, signIn } from '../support/people.js';
import { begin, leaks, listen, openScoring, type Points, setStage, type Stage, submit } from './roadshow-session.js';

const A: Points = [24, 20, 16, 8, 12];
const B: Points = [28.5, 23, 18, 8.5, 13.5];

interface Record {
  supervised: boolean;
  draw: { digest: string; code: string; witnessed: boolean } | null;
  totals: { digest: string; code: string; witnessed: boolean } | null;
  closedAt: string | null;
  confirmedAt: string | null;
  confirmationWitnessed: boolean;
  witnesses: { subject: string; verdict: string; remark: string | null; by: string }[];
  judges: { seatNo: number; signedAt: string | null }[];
  open: { judges: number[]; entries: string[]; chair: boolean; supervisor: boolean } | null;
  results: { entryId: string; place: number | null; result: { score: number } }[] | null;
}

eachEngine('the record of a session', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  interface Recorded extends Stage {
    supervisor: Browser;
    recorder: Browser;
  }
  const post = (browser: Browser, stage: Stage, path: string, body: object) =>
    browser.post(`${stage.path}/record${path}`).send(body);
  const recordFor = async (browser: Browser, stage: Stage) =>
    (await browser.get(`${stage.path}/record`).expect(200)).body as Record;
  const staffFor = async (stage: Stage, role: 'supervisor' | 'recorder', name: string) =>
    signIn(app, await makePerson(app, name, [{ role, scopeType: 'session', scopeId: stage.id }], false));

  async function staffed(): Promise<Recorded> {
    const stage = await setStage(app);
    return {
      ...stage,
      supervisor: await staffFor(stage, 'supervisor', '监督员甲'),
      recorder: await staffFor(stage, 'recorder', '场记乙'),
    };
  }
  const witness = (stage: Recorded, subject: string, digest: string, more: object = {}) =>
    post(stage.supervisor, stage, '/witness', { subject, verdict: 'witnessed', digest, ...more });

  /** Two entries scored and shown, the third withdrawn, closed. */
  async function closed(stage: Stage): Promise<void> {
    const { chair, path, a, b, c } = stage;
    for (const [entryId, points, judges] of [
      [a, A, 7],
      [b, B, 6],
    ] as const) {
      await openScoring(stage, entryId);
      for (const judge of stage.judges.slice(0, judges)) await submit(stage, judge, entryId, points).expect(200);
      await chair.post(`${path}/lock`).send({ entryId }).expect(204);
      await chair.post(`${path}/show`).send({ entryId }).expect(204);
    }
    await chair.post(`${path}/withdraw`).send({ entryId: c, reason: '放弃' }).expect(204);
    await chair.post(`${path}/close`).send({}).expect(204);
  }
  async function supervised(): Promise<Recorded> {
    const stage = await staffed();
    await stage.organiser.post(`${stage.path}/draw`).send({}).expect(204);
    await witness(stage, 'draw', (await recordFor(stage.supervisor, stage)).draw!.digest).expect(204);
    await stage.chair.post(`${stage.path}/start`).send({}).expect(204);
    await closed(stage);
    return stage;
  }

  it('has the draw witnessed before the start, or a reason why not', async () => {
    const stage = await staffed();
    const { organiser, chair, supervisor, path } = stage;
    expect(await recordFor(supervisor, stage)).toMatchObject({ supervised: true, draw: null, totals: null });
    expectRefused(await witness(stage, 'draw', '0'.repeat(64)), 409, 'roadshow.action_not_allowed');
    await organiser.post(`${path}/draw`).send({}).expect(204);
    const { draw } = await recordFor(supervisor, stage);
    expectRefused(await chair.post(`${path}/start`).send({}), 409, 'roadshow.draw_not_witnessed', 'reason');
    expectRefused(await witness(stage, 'draw', '0'.repeat(64)), 409, 'roadshow.record_stale', 'digest');
    const objection = { verdict: 'objected' };
    expectRefused(await witness(stage, 'draw', draw!.digest, objection), 422, 'common.required', 'remark');
    await witness(stage, 'draw', draw!.digest, { ...objection, remark: '抽签时我不在场' }).expect(204);
    expectRefused(await chair.post(`${path}/start`).send({}), 409, 'roadshow.draw_not_witnessed', 'reason');
    await witness(stage, 'draw', draw!.digest).expect(204);
    expect(await recordFor(supervisor, stage)).toMatchObject({
      draw: { witnessed: true },
      witnesses: [
        { verdict: 'objected', remark: '抽签时我不在场', by: '监督员甲' },
        { verdict: 'witnessed', remark: null },
      ],
    });
    await chair.post(`${path}/start`).send({}).expect(204);
  });

  it('does not take the word on one draw for another', async () => {
    const stage = await staffed();
    const { organiser, chair, supervisor, path } = stage;
    await organiser.post(`${path}/draw`).send({}).expect(204);
    const { draw } = await recordFor(supervisor, stage);
    await witness(stage, 'draw', draw!.digest).expect(204);
    await organiser.post(`${path}/undraw`).send({ reason: '漏编' }).expect(204);
    await organiser.post(`${path}/draw`).send({}).expect(204);
    expect((await recordFor(supervisor, stage)).draw!.witnessed).toBe(false);
    expectRefused(await witness(stage, 'draw', draw!.digest), 409, 'roadshow.record_stale', 'digest');
    await chair.post(`${path}/start`).send({ reason: '监督员突发疾病离场' }).expect(204);
  });

  it('is kept by an independent person under an account of their own', async () => {
    const stage = await staffed();
    const { organiser, id, path } = stage;
    await organiser.post(`${path}/draw`).send({}).expect(204);
    const { digest } = (await recordFor(organiser, stage)).draw!;
    const word = { subject: 'draw', verdict: 'witnessed', digest };
    for (const browser of [organiser, stage.chair, stage.judges[0]!.browser, stage.recorder])
      expectRefused(await post(browser, stage, '/witness', word), 403, 'common.forbidden');
    const scope = { scopeType: 'session' as const, scopeId: id };
    for (const role of ['chair', 'recorder', 'stage_manager'] as const) {
      const held = [role, 'supervisor' as const].map((one) => ({ role: one, ...scope }));
      const both = await signIn(app, await makePerson(app, '身兼二职', held, false));
      expectRefused(await post(both, stage, '/witness', word), 403, 'roadshow.witness_not_independent');
    }
    const other = await staffed();
    expectRefused(await post(other.supervisor, stage, '/witness', word), 404, 'common.not_found');
    expectRefused(await other.supervisor.get(`${path}/record`), 404, 'common.not_found');
    expectRefused(await (await signedIn(app, '路人')).browser.get(`${path}/record`), 403, 'common.forbidden');
  });

  it('shows a supervisor no score before the close, and the recorder none at all', async () => {
    const stage = await staffed();
    const { organiser, chair, supervisor, recorder, path, a } = stage;
    await organiser.post(`${path}/draw`).send({}).expect(204);
    await chair.post(`${path}/start`).send({ reason: '监督员未到' }).expect(204);
    await openScoring(stage, a);
    for (const judge of stage.judges) await submit(stage, judge, a, A).expect(200);
    const seen = await supervisor.get(`${path}/record`).expect(200);
    expect(leaks([JSON.stringify(seen.body)], [8000])).toEqual([]);
    expect(seen.body).toMatchObject({ totals: null, results: null });
    for (const paper of ['summary', 'results?format=csv', 'score-sheets', 'workbook', 'event-log'])
      expectRefused(await supervisor.get(`${path}/papers/${paper}`), 409, 'roadshow.action_not_allowed');
    await supervisor.get(`${path}/papers/draw-record`).expect(200);
    expectRefused(await supervisor.get(`${path}/entries/${a}/revisions`), 403, 'common.forbidden');
    await chair.post(`${path}/lock`).send({ entryId: a }).expect(204);
    await chair.post(`${path}/close`).send({ reason: '提前结束' }).expect(204);
    expect((await recordFor(supervisor, stage)).results!.find(({ entryId }) => entryId === a)!.result.score).toBe(8000);
    expect((await recordFor(recorder, stage)).results).toBeNull();
    await supervisor.get(`${path}/papers/summary`).expect(200);
    expectRefused(await recorder.get(`${path}/papers/summary`), 403, 'common.forbidden');
  });

  it('is confirmed once all have signed these totals and the supervisor has witnessed them', async () => {
    const stage = await supervised();
    const { chair, supervisor, recorder, a, b } = stage;
    const { totals, open } = await recordFor(chair, stage);
    const { digest } = totals!;
    expect(open).toEqual({
      judges: [1, 2, 3, 4, 5, 6, 7],
      entries: expect.arrayContaining([a, b]),
      chair: true,
      supervisor: true,
    });
    expect(open!.entries).toHaveLength(2);
    expectRefused(await post(chair, stage, '/confirm', { digest }), 409, 'roadshow.record_open', 'reason');
    await post(recorder, stage, '/signatures', { digest, seatNo: 3 }).expect(204);
    await post(recorder, stage, '/signatures', { digest, entryId: a }).expect(204);
    expect((await recordFor(chair, stage)).open).toMatchObject({ judges: [1, 2, 4, 5, 6, 7], entries: [b] });
    const mistake = { seatNo: 3, reason: '点错' };
    await post(recorder, stage, '/signatures/back', mistake).expect(204);
    expectRefused(await post(recorder, stage, '/signatures/back', mistake), 409, 'roadshow.not_signed');
    expectRefused(
      await post(recorder, stage, '/signatures', { digest, seatNo: 40 }),
      404,
      'common.not_found',
      'seatNo',
    );
    const stale = { digest: '0'.repeat(64), all: true };
    expectRefused(await post(recorder, stage, '/signatures', stale), 409, 'roadshow.record_stale', 'digest');
    await post(recorder, stage, '/signatures', { digest, all: true }).expect(204);
    expectRefused(await post(chair, stage, '/confirm', { digest }), 409, 'roadshow.record_open', 'reason');
    expectRefused(await post(recorder, stage, '/confirm', { digest }), 403, 'common.forbidden');
    await witness(stage, 'totals', digest).expect(204);
    expectRefused(await witness(stage, 'confirmation', digest), 409, 'roadshow.action_not_allowed');
    await post(chair, stage, '/confirm', { digest }).expect(204);
    expectRefused(await post(chair, stage, '/confirm', { digest }), 409, 'roadshow.action_not_allowed');
    await witness(stage, 'confirmation', digest).expect(204);
    const record = await recordFor(supervisor, stage);
    expect(record).toMatchObject({ confirmationWitnessed: true, open: { judges: [], supervisor: false } });
    expect(record.confirmedAt).not.toBeNull();
  });

  it('is confirmed without a signature only with a reason, and by the chair alone where nobody supervises', async () => {
    const stage = await setStage(app);
    await begin(stage);
    await closed(stage);
    const { totals, open, supervised } = await recordFor(stage.chair, stage);
    expect([supervised, open!.supervisor]).toEqual([false, false]);
    const { digest } = totals!;
    await post(stage.chair, stage, '/confirm', { digest, reason: '签字表随后补交' }).expect(204);
    expect((await recordFor(stage.chair, stage)).confirmedAt).not.toBeNull();
  });

  it('is final: nothing changes confirmed results, and they can still be revealed', async () => {
    const stage = await setStage(app);
    await begin(stage);
    const { chair, path, a, b } = stage;
    await openScoring(stage, a);
    for (const judge of stage.judges) await submit(stage, judge, a, A).expect(200);
    await chair.post(`${path}/lock`).send({ entryId: a }).expect(204);
    await chair.put(`${path}/ceremony/freeze`).expect(204);
    await openScoring(stage, b);
    for (const judge of stage.judges.slice(0, 6)) await submit(stage, judge, b, B).expect(200);
    await chair.post(`${path}/lock`).send({ entryId: b }).expect(204);
    await chair.post(`${path}/withdraw`).send({ entryId: stage.c, reason: '放弃' }).expect(204);
    await chair.post(`${path}/close`).send({}).expect(204);
    const { digest } = (await recordFor(chair, stage)).totals!;
    await post(chair, stage, '/confirm', { digest, reason: '签字表随后补交' }).expect(204);
    const reason = '更正';
    for (const [command, body] of [
      ['reopen', { entryId: a, seatNo: 1, reason }],
      ['strike', { entryId: a, seatNo: 1, reason }],
      ['withdraw', { entryId: a, reason }],
      ['close', { reason }],
    ] as const)
      expectRefused(await chair.post(`${path}/${command}`).send(body), 409, 'roadshow.action_not_allowed');
    await chair.post(`${path}/ceremony/begin`).send({}).expect(204);
    let at = 0;
    for (;;) {
      const { steps } = (await chair.get(`${path}/ceremony`).expect(200)).body as { steps: unknown[] };
      if (at === steps.length) break;
      at += 1;
      await chair.post(`${path}/ceremony/step`).send({ at }).expect(204);
    }
    const watcher = await listen(app, chair);
    const { snapshot } = (await watcher.subscribe(ROADSHOW_SCREEN, stage.id)) as { snapshot: ScreenSnapshot };
    watcher.close();
    expect(snapshot.board.map(({ entryId, place }) => [entryId, place])).toEqual([
      [b, 1],
      [a, 2],
    ]);
    const later = await recordFor(chair, stage);
    expect(later.totals!.digest).toBe(digest);
    expect(Date.parse(later.closedAt!)).toBeLessThanOrEqual(Date.parse(later.confirmedAt!));
    const recomputed = app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) => app.get(Results).refreshEntry(work, stage.id, a));
    await expect(recomputed).rejects.toMatchObject({ code: 'review.panel_confirmed' });
  });

  it('leaves no sheet open for correction: what was asked for and not corrected stands', async () => {
    const stage = await setStage(app);
    await begin(stage);
    const { chair, path, a } = stage;
    await openScoring(stage, a);
    for (const judge of stage.judges) await submit(stage, judge, a, A).expect(200);
    await chair.post(`${path}/lock`).send({ entryId: a }).expect(204);
    await chair.post(`${path}/reopen`).send({ entryId: a, seatNo: 2, reason: '请核对' }).expect(204);
    await chair.post(`${path}/close`).send({ reason: '评委已离场' }).expect(204);
    const before = (await recordFor(chair, stage)).totals!.digest;
    expectRefused(await submit(stage, stage.judges[1]!, a, B, { revision: 1 }), 409, 'review.scoring_closed');
    expect((await recordFor(chair, stage)).totals!.digest).toBe(before);
  });
});
