import { createHash } from 'node:crypto';
import {
  type AudienceAnswer,
  type AudienceSnapshot,
  type CeremonyStep,
  ROADSHOW_AUDIENCE,
  ROADSHOW_DESK,
  ROADSHOW_SCREEN,
  type ScreenSnapshot,
} from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyAudience, bestFirst, inOrder } from '../../apps/web/src/features/audience/audience-state.js';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { until } from '../support/facts.js';
import { expectRefused, signedIn } from '../support/people.js';
import { watch, type Watcher } from '../support/watcher.js';
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

/** Totals by seat: 86, 88.5, 91 (struck), 79.5 (struck), 84, 90, 87.5; (86 + 88.5 + 84 + 90 + 87.5) / 5 = 87.20. */
const SHEETS: Points[] = [
  [27, 21.5, 17, 8, 12.5],
  [27.5, 22, 17.5, 8.5, 13],
  [28.5, 23, 18, 8.5, 13],
  [24, 20, 16, 7.5, 12],
  [26, 21, 16.5, 8, 12.5],
  [28, 22.5, 18, 8.5, 13],
  [27, 22, 17.5, 8, 13],
];
const SEALED = [8600, 8850, 9100, 7950, 8400, 9000, 8750, 8720, 8664, 2710];
/** Equal sheets of 80.00, 91.50 and 76.50. */
const EVEN: Points = [24, 20, 16, 8, 12];
const BEST: Points = [28.5, 23, 18, 8.5, 13.5];
const LAST: Points = [23.5, 19, 15, 7.5, 11.5];

const openPage = ({ organiser, path }: Stage) => organiser.post(`${path}/audience/open`);
const closePage = ({ organiser, path }: Stage) => organiser.post(`${path}/audience/close`);

/** The lists of a state in an order of their own, so that two states compare whatever came first. */
function settled(state: AudienceSnapshot): AudienceSnapshot {
  const results = state.results.toSorted((one, other) => (one.entryId < other.entryId ? -1 : 1));
  return { ...state, entries: inOrder(state.entries), places: bestFirst(state), results };
}

eachEngine('the audience of a session', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  const ask = ({ path }: Stage) => app.browser().get(`${path}/audience`);
  const present = async (stage: Stage) => (await ask(stage).expect(200)).body as AudienceAnswer;
  const subscribe = async ({ id }: Stage): Promise<Listener> => {
    const phone = await listen(app);
    expect(await phone.subscribe(ROADSHOW_AUDIENCE, id)).toMatchObject({ ok: true });
    return phone;
  };
  const follow = async ({ id }: Stage): Promise<Watcher<AudienceSnapshot>> => {
    const phone = watch<AudienceSnapshot>(app.url, ROADSHOW_AUDIENCE, id, { apply: applyAudience as never });
    await until(() => phone.fresh);
    return phone;
  };
  /** Everything that came of the channel after the subscription. */
  const deltas = ({ packets }: Listener) =>
    packets.flatMap((packet) => {
      const [, message] = /^2(\[.*)$/s.exec(packet) ?? [];
      const [event, body] = message ? (JSON.parse(message) as [string, { data: object }]) : [];
      return event === 'delta' ? [body!.data] : [];
    });

  describe('while the page is closed', () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await setStage(app);
    });

    it('is for nobody, whatever they are', async () => {
      for (const browser of [undefined, stage.organiser, stage.chair, stage.judges[0]!.browser]) {
        const listener = await listen(app, browser);
        expect(await listener.subscribe(ROADSHOW_AUDIENCE, stage.id)).toEqual({ ok: false, code: 'common.not_found' });
        listener.close();
      }
      expectRefused(await ask(stage), 404, 'common.not_found');
      expectRefused(await app.browser().get(`${stage.path}/audience/code`), 404, 'common.not_found');
      expectRefused(await app.browser().get(`/api/v1/sessions/${newId()}/audience`), 404, 'common.not_found');
      const { body } = await app.browser().get('/api/v1/sessions/live').expect(200);
      expect(body.map(({ id }: { id: string }) => id)).not.toContain(stage.id);
    });

    it('is opened and closed by the organiser alone', async () => {
      const { browser: stranger } = await signedIn(app, '外人', [
        { role: 'contest_organiser', scopeType: 'region', scopeId: `${stage.editionId}/HZ` },
      ]);
      for (const act of ['open', 'close']) {
        const path = `${stage.path}/audience/${act}`;
        expectRefused(await app.browser().post(path), 401, 'common.unauthenticated');
        expectRefused(await stage.judges[0]!.browser.post(path), 403, 'common.forbidden');
        expectRefused(await stage.chair.post(path), 403, 'common.forbidden');
        expectRefused(await stranger.post(path), 404, 'common.not_found');
      }
      expectRefused(await stranger.get(`${stage.path}/audience/address`), 404, 'common.not_found');
      expectRefused(await stage.judges[0]!.browser.get(`${stage.path}/audience/address`), 403, 'common.forbidden');
      expectRefused(await closePage(stage), 409, 'roadshow.audience_not_open');
      await openPage(stage).expect(204);
      expectRefused(await openPage(stage), 409, 'roadshow.audience_open_already');
      await closePage(stage).expect(204);
    });

    it('leaves in the log who opened and closed it', async () => {
      const { browser: auditor } = await signedIn(app, '审计', [{ role: 'auditor', scopeType: 'system', scopeId: '' }]);
      const { body } = await auditor
        .get('/api/v1/audit')
        .query({ subjectType: 'session', subjectId: stage.id })
        .expect(200);
      const types = (body.items as { type: string }[]).map(({ type }) => type);
      expect(types.filter((type) => type.startsWith('roadshow.audience'))).toEqual([
        'roadshow.audience_closed',
        'roadshow.audience_opened',
      ]);
    });

    it('has an address and a code to print beforehand, for who leads the session', async () => {
      const { body } = await stage.chair.get(`${stage.path}/audience/address`).expect(200);
      expect(body).toEqual({ url: `http://localhost/live/${stage.id}`, since: null });
      const code = await stage.chair.get(`${stage.path}/audience/code`).expect(200);
      expect(code.headers['content-type']).toMatch(/^image\/svg\+xml/);
      expect(String(code.body)).toMatch(/^<svg /);
      expectRefused(await stage.judges[0]!.browser.get(`${stage.path}/audience/code`), 404, 'common.not_found');
    });

    it('is told nothing of what happens', async () => {
      await begin(stage);
      await openScoring(stage, stage.a);
      await submit(stage, stage.judges[0]!, stage.a, EVEN).expect(200);
      await openPage(stage).expect(204);
      const { seq } = await present(stage);
      // Opened twice, and nothing between.
      expect(seq).toBe(2);
    });
  });

  it('lists and follows the session that is open, and no other', async () => {
    const [one, other] = [await setStage(app), await setStage(app)];
    await openPage(one).expect(204);
    const listed = async (query: object) => {
      const { body, headers } = await app.browser().get('/api/v1/sessions/live').query(query).expect(200);
      expect(headers['cache-control']).toBe('public, max-age=2');
      return (body as { id: string }[]).filter(({ id }) => [one.id, other.id].includes(id));
    };
    expect(await listed({})).toEqual([
      {
        id: one.id,
        name: '决赛第一场',
        edition: { zh: expect.any(String), en: expect.any(String) },
        room: '大剧院',
        timeZone: 'Asia/Shanghai',
        state: 'draft',
        startsAt: null,
        resumesAt: null,
      },
    ]);
    expect(await listed({ edition: one.editionId })).toHaveLength(1);
    expect(await listed({ edition: other.editionId })).toEqual([]);
    expectRefused(await app.browser().get('/api/v1/sessions/live?edition=NONE'), 404, 'common.not_found');
    const phone = await subscribe(one);
    expect(await phone.subscribe(ROADSHOW_AUDIENCE, other.id)).toEqual({ ok: false, code: 'common.not_found' });
    for (const channel of [ROADSHOW_SCREEN, ROADSHOW_DESK])
      expect(await phone.subscribe(channel, one.id)).toMatchObject({ ok: false });
    await begin(other);
    await begin(one);
    await until(() => phone.packets.some((packet) => packet.includes('"state":"running"')));
    expect(phone.packets.filter((packet) => packet.includes(other.id))).toEqual([]);
    phone.close();
  });

  it('knows no order before the draw, with or without a socket; after it the drawn one, which it can draw again, and the absent come last', async () => {
    const stage = await setStage(app);
    await openPage(stage).expect(204);
    const before = (await present(stage)).snapshot;
    const numbers = before.entries.map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted());
    expect(before.entries.map(({ position }) => position)).toEqual([null, null, null]);
    expect(before.header.draw.seed).toBeNull();
    const phone = await follow(stage);
    const raw = await listen(app);
    const answer = await raw.subscribe(ROADSHOW_AUDIENCE, stage.id);
    const { body: same, headers } = await ask(stage).expect(200);
    expect(answer, 'a phone without a socket gets the same').toEqual({
      ok: true,
      serverTime: expect.any(Number),
      ...same,
    });
    expect(headers['cache-control']).toBe('public, max-age=1');
    raw.close();
    await begin(stage);
    const { body } = await stage.organiser.get(stage.path).expect(200);
    const drawn = (body.entries as { id: string }[]).map(({ id }) => id);
    const orderOf = ({ entries }: AudienceSnapshot) => inOrder(entries).map(({ id }) => id);
    const { entries, header } = (await present(stage)).snapshot;
    expect(entries.map(({ id, position }) => [id, position])).toEqual(drawn.map((id, index) => [id, index + 1]));
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const { seed, commitment } = header.draw;
    expect(commitment).toBe(before.header.draw.commitment);
    expect(sha256(seed!)).toBe(commitment);
    const lots = before.entries.map(({ id, number }) => [sha256(`${seed}:${number}`), id] as const);
    expect(lots.toSorted().map(([, id]) => id)).toEqual(drawn);
    await stage.chair.post(`${stage.path}/call`).send({ entryId: drawn[0] }).expect(204);
    await stage.chair.post(`${stage.path}/skip`).send({ entryId: drawn[0] }).expect(204);
    const late = [drawn[1], drawn[2], drawn[0]];
    const now = (await present(stage)).snapshot;
    expect(now.entries.map(({ id }) => id)).toEqual(late);
    await until(() => orderOf(phone.state!).join() === late.join());
    phone.close();
  });

  describe('a whole entry', () => {
    let stage: Stage;
    let raw: Listener;
    let phone: Watcher<AudienceSnapshot>;
    /** What the phone shows is what a phone that comes now is told. */
    const agreed = async () => {
      const { seq, snapshot } = await present(stage);
      await until(() => phone.taken.at(-1) === seq);
      expect(settled(phone.state!)).toEqual(settled(snapshot));
      return snapshot;
    };
    beforeAll(async () => {
      stage = await setStage(app);
      await openPage(stage).expect(204);
      raw = await subscribe(stage);
      phone = await follow(stage);
      await begin(stage);
    });
    afterAll(() => {
      raw.close();
      phone.close();
    });

    it('is followed from the call to the lock without a sealed figure, by what changed', async () => {
      const { a, chair, path } = stage;
      await openScoring(stage, a);
      expect((await agreed()).current).toMatchObject({ entryId: a, phase: 'scoring', scored: 0, expected: 7 });
      const since = deltas(raw).length;
      for (const [index, points] of SHEETS.entries()) await submit(stage, stage.judges[index]!, a, points).expect(200);
      await agreed();
      expect(deltas(raw).slice(since)).toEqual(
        SHEETS.map((_, index) => ({ scored: { entryId: a, scored: index + 1, expected: 7 } })),
      );
      await chair.post(`${path}/lock`).send({ entryId: a }).expect(204);
      const { entries, results, places } = await agreed();
      expect(entries.find(({ id }) => id === a)).toMatchObject({ state: 'locked' });
      expect([results, places]).toEqual([[], []]);
      await until(() => raw.packets.some((packet) => packet.includes('"phase":"locked"')));
      expect(Object.keys(deltas(raw).at(-1)!)).toEqual(['current', 'entries']);
      const late = await subscribe(stage);
      const answer = JSON.stringify(await present(stage));
      expect(leaks([...raw.packets, ...late.packets, answer], SEALED)).toEqual([]);
      late.close();
    });

    it('says once shown what was shown: every judge, the struck ones marked, the place', async () => {
      const { a, chair, path } = stage;
      await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
      const { results, places, entries, header } = await agreed();
      expect(results).toEqual([
        {
          entryId: a,
          result: {
            score: 8720,
            untrimmed: 8664,
            decimals: 2,
            judges: [8600, 8850, 9100, 7950, 8400, 9000, 8750].map((total, index) => ({
              seatNo: index + 1,
              total,
              struck: { 3: 'highest', 4: 'lowest' }[index + 1] ?? null,
            })),
            recused: [],
          },
        },
      ]);
      expect(places).toMatchObject([{ entryId: a, place: 1 }]);
      expect(entries.find(({ id }) => id === a)).toMatchObject({ state: 'shown' });
      expect(header.shown).toBe(1);
    });

    it('says why equal scores stand as they do, and names what broke the tie', async () => {
      const { b, c, chair, path } = stage;
      for (const [entryId, judges] of [
        [b, 6],
        [c, 7],
      ] as const) {
        await openScoring(stage, entryId);
        for (const [index, judge] of stage.judges.slice(0, judges).entries())
          await submit(stage, judge, entryId, index === 0 ? BEST : EVEN).expect(200);
        await chair.post(`${path}/lock`).send({ entryId }).expect(204);
        await chair.post(`${path}/show`).send({ entryId }).expect(204);
        await agreed();
      }
      const { places, criteria } = await agreed();
      expect(places.map(({ entryId }) => entryId).toSorted()).toEqual([stage.a, b, c].toSorted());
      const tied = places.filter(({ explanation }) => explanation.tiedWith > 0);
      expect(tied).toHaveLength(2);
      const [first] = tied[0]!.explanation.compared;
      expect(first!.tie).toEqual({ by: 'criterion', code: 'TECH' });
      expect(criteria).toEqual([{ code: 'TECH', name: { zh: expect.any(String), en: expect.any(String) } }]);
    });

    it('hears nothing of a correction until it is shown, nor that there is one', async () => {
      const { a, chair, path, judges } = stage;
      const since = deltas(raw).length;
      await chair.post(`${path}/reopen`).send({ entryId: a, seatNo: 4, reason: '误触' }).expect(204);
      await submit(stage, judges[3]!, a, [26, 21, 17, 8.5, 13], { revision: 1 }).expect(200);
      await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
      await agreed();
      const [shown, ...more] = deltas(raw).slice(since);
      expect(more).toEqual([]);
      expect(leaks([JSON.stringify(shown)], [8750])).not.toEqual([]);
    });

    it('is told who withdraws, who then has neither score nor place', async () => {
      const { b, chair, path } = stage;
      await chair.post(`${path}/withdraw`).send({ entryId: b, reason: '负责人放弃' }).expect(204);
      const { entries, results, places } = await agreed();
      expect(entries.find(({ id }) => id === b)).toMatchObject({ state: 'withdrawn' });
      expect([...results, ...places].map(({ entryId }) => entryId)).not.toContain(b);
      expect(raw.packets.filter((packet) => packet.includes('负责人放弃'))).toEqual([]);
    });

    it('is told of a stop until when, and not why', async () => {
      const { chair, path } = stage;
      await chair.post(`${path}/stop`).send({ reason: '会场停电', resumesAt: '2031-05-06T09:30' }).expect(204);
      const { header } = await agreed();
      expect(header.stopped).toEqual({ until: Date.parse('2031-05-06T09:30+08:00') });
      await chair.post(`${path}/resume`).expect(204);
      await agreed();
    });
  });

  it('sees the session’s name and nothing else while screens are blank', async () => {
    const stage = await setStage(app);
    await openPage(stage).expect(204);
    await begin(stage);
    await openScoring(stage, stage.a);
    const phone = await follow(stage);
    const raw = await subscribe(stage);
    await stage.chair.post(`${stage.path}/blank`).expect(204);
    const { snapshot } = await present(stage);
    const { header, ...rest } = snapshot;
    expect(rest).toEqual({
      current: null,
      ceremony: null,
      criteria: [],
      entries: [],
      places: [],
      results: [],
      settled: [],
      lines: [],
    });
    expect(header).toMatchObject({ name: '决赛第一场', blank: true, entries: 0, shown: 0 });
    await until(() => phone.state!.header.blank);
    expect(phone.state).toEqual(snapshot);
    const since = raw.packets.length;
    await submit(stage, stage.judges[0]!, stage.a, EVEN).expect(200);
    await stage.chair.post(`${stage.path}/unblank`).expect(204);
    await until(() => phone.state!.current?.scored === 1);
    expect(raw.packets.slice(since).filter((packet) => packet.includes('"scored":{'))).toEqual([]);
    for (const listener of [phone, raw]) listener.close();
  });

  it('tells those who listen that the page was closed, and sends them nothing more', async () => {
    const stage = await setStage(app);
    await openPage(stage).expect(204);
    const phone = await subscribe(stage);
    const told = new Promise((resolve) => phone.socket.once('revoked', resolve));
    await closePage(stage).expect(204);
    expect(await told).toEqual({ channel: ROADSHOW_AUDIENCE, key: stage.id });
    expect(await phone.subscribe(ROADSHOW_AUDIENCE, stage.id)).toEqual({ ok: false, code: 'common.not_found' });
    expectRefused(await ask(stage), 404, 'common.not_found');
    const since = phone.packets.length;
    await begin(stage);
    await openPage(stage).expect(204);
    const again = await subscribe(stage);
    await stage.chair.post(`${stage.path}/call`).send({ entryId: stage.a }).expect(204);
    await until(() => deltas(again).length > 0);
    expect(phone.packets.slice(since)).toEqual([]);
    expect(await again.subscribe(ROADSHOW_AUDIENCE, stage.id)).toMatchObject({ ok: true });
    for (const listener of [phone, again]) listener.close();
  });

  it('is told of a ceremony what each step tells when it is triggered, and nothing before', async () => {
    const stage = await setStage(app);
    const { chair, path, a, b, c } = stage;
    await openPage(stage).expect(204);
    const raw = await subscribe(stage);
    const phone = await follow(stage);
    const screen = await listen(app, chair);
    const onScreen = async () =>
      ((await screen.subscribe(ROADSHOW_SCREEN, stage.id)) as { snapshot: ScreenSnapshot }).snapshot;
    await begin(stage);
    const score = async (entryId: string, points: Points, judges: number) => {
      await openScoring(stage, entryId);
      for (const judge of stage.judges.slice(0, judges)) await submit(stage, judge, entryId, points).expect(200);
      await chair.post(`${path}/lock`).send({ entryId }).expect(204);
    };
    await score(a, EVEN, 7);
    await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
    await chair.put(`${path}/ceremony/freeze`).expect(204);
    await score(b, BEST, 6);
    await score(c, LAST, 7);
    await chair
      .put(`${path}/ceremony`)
      .set('if-match', '*')
      .send({ awards: [{ nameZh: '一等奖', from: 1, to: 1 }], slides: [] })
      .expect(204);
    await chair.post(`${path}/close`).send({}).expect(204);
    await chair.post(`${path}/ceremony/begin`).expect(204);
    const { body } = await chair.get(`${path}/ceremony`).expect(200);
    const steps = body.steps as CeremonyStep[];
    const told = new Set([a]);
    for (const [index, step] of steps.entries()) {
      await chair
        .post(`${path}/ceremony/step`)
        .send({ at: index + 1 })
        .expect(204);
      await until(() => phone.state!.ceremony?.at === index + 1);
      if (step.kind === 'tell') told.add(step.entry.id);
      const { board, ceremony } = await onScreen();
      const { snapshot } = await present(stage);
      expect(settled(phone.state!)).toEqual(settled(snapshot));
      expect(snapshot.ceremony).toEqual({ at: index + 1, step });
      expect(snapshot.settled).toEqual(ceremony!.settled);
      expect(snapshot.places.map(({ entryId, place }) => [entryId, place])).toEqual(
        board.map(({ entryId, place }) => [entryId, place]),
      );
      expect(snapshot.results.map(({ entryId }) => entryId).toSorted()).toEqual([...told].toSorted());
      const sealed = [...(told.has(b) ? [] : [9150]), ...(told.has(c) ? [] : [7650])];
      expect(leaks([...raw.packets, JSON.stringify(snapshot)], sealed)).toEqual([]);
    }
    expect(told.size).toBe(3);
    expect(phone.state!.settled[2]).toMatchObject({ entryId: b, place: 1, awards: [{ zh: '一等奖' }] });
    for (const listener of [raw, phone, screen]) listener.close();
  });
});
