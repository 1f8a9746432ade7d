import { differences, Project, ProjectMember, readLog, replay } from '@haishi/contest';
import { type Grant, ROADSHOW_CHAIR, ROADSHOW_DESK, ROADSHOW_SCREEN } from '@haishi/contracts';
import { Grants, Organisation } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { ChannelLog, Database, systemActor, UnitOfWork, type Work } from '@haishi/platform';
import { Panels } from '@haishi/review';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { until, untilSomebodyWaits } from '../support/facts.js';
import { expectRefused, makePerson, signIn, signedIn, type TestPerson } from '../support/people.js';
import { recuse } from '../support/ties.js';
import {
  begin,
  importEdition,
  inHundredths,
  leaks,
  listen,
  type Listener,
  openScoring,
  type Points,
  setStage,
  type Stage,
  submit,
} from './roadshow-session.js';

/** Totals 82.50 and 81.50, and no figure that anything else in a session bears. */
const PAPER: Points = [23.5, 21.5, 17.5, 6.5, 13.5];
const MISREAD: Points = [23.5, 21.5, 17.5, 5.5, 13.5];
const SEALED = [2350, 2150, 1750, 650, 1350, 550, 8250, 8150];

interface Recorder {
  person: TestPerson;
  browser: Browser;
}

async function recorder(app: TestApp, grant: Pick<Grant, 'scopeType' | 'scopeId'>, name = '场记员'): Promise<Recorder> {
  const person = await makePerson(app, name, [{ role: 'recorder', ...grant }], false);
  return { person, browser: await signIn(app, person) };
}

interface Keyed {
  keyId?: string;
  revision?: number;
  replaces?: string;
  comment?: string;
}

const key = (
  stage: Stage,
  { browser }: { browser: Browser },
  seatNo: number,
  points: Points,
  { keyId = newId(), revision = 0, ...more }: Keyed = {},
  entryId = stage.a,
) =>
  browser
    .put(`${stage.path}/keyed/${entryId}/${seatNo}`)
    .send({ keyId, revision, scores: inHundredths(points), ...more });

async function seatAsSeenBy(stage: Stage, { browser }: { browser: Browser }, seatNo: number, entryId = stage.a) {
  const { body } = await browser.get(`${stage.path}/keyed`).expect(200);
  const entry = body.entries.find((one: { id: string }) => one.id === entryId);
  return entry.seats.find((one: { seatNo: number }) => one.seatNo === seatNo);
}

const revisionsOf = async (stage: Stage, entryId = stage.a) =>
  (await stage.chair.get(`${stage.path}/entries/${entryId}/revisions`).expect(200)).body as {
    seatNo: number;
    revision: number;
    total: number;
    source: string;
    keyedBy: { personId: string; at: string }[];
  }[];

async function eventsOf(app: TestApp, stage: Stage, type: string) {
  const { browser } = await signedIn(app, '审计员', [{ role: 'auditor', scopeType: 'system', scopeId: '' }]);
  const { body } = await browser
    .get(`/api/v1/audit?subjectType=session&subjectId=${stage.id}&type=${type}&limit=200`)
    .expect(200);
  return (body.items as { payload: Record<string, unknown> }[]).map(({ payload }) => payload);
}

const asSystem = <Answer>(app: TestApp, act: (work: Work) => Promise<Answer>) =>
  app.get(UnitOfWork).run(systemActor('test'), act);

/** Makes them who handed project A in, belong to its team, and act for its organisation. */
async function tieToA(
  app: TestApp,
  stage: Stage,
  who: Record<'owner' | 'member' | 'agent', TestPerson>,
): Promise<void> {
  const { id, organisationName } = stage.projects.a;
  await asSystem(app, async (work) => {
    await work.manager.update(Project, id, { ownerId: who.owner.id });
    const member = { name: '成员', role: '', share: null, mail: who.member.mail.toUpperCase(), isCore: true };
    await work.manager.insert(ProjectMember, { id: newId(), projectId: id, position: 1, ...member });
    const organisation = { id: newId(), name: organisationName, nameKey: organisationName, aliases: [], branch: false };
    const rest = { creditCode: newId().slice(-18), kind: 'enterprise', state: 'verified', demo: false, version: 1 };
    await work.manager.insert(Organisation, { ...organisation, ...rest, createdAt: work.now } as never);
    const scope = { role: 'employer_agent', scopeType: 'organisation', scopeId: organisation.id } as const;
    await app.get(Grants).give(work, who.agent.id, scope);
  });
}

eachEngine('paper sheets keyed by two', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  const listeners: Listener[] = [];
  async function listening(browser?: Browser): Promise<Listener> {
    const listener = await listen(app, browser);
    listeners.push(listener);
    return listener;
  }
  afterEach(() => listeners.splice(0).forEach((listener) => listener.close()));

  let stage: Stage;
  let one: Recorder;
  let two: Recorder;
  beforeEach(async () => {
    stage = await setStage(app);
    await begin(stage);
    one = await recorder(app, { scopeType: 'session', scopeId: stage.id }, '场记甲');
    two = await recorder(app, { scopeType: 'edition', scopeId: stage.editionId }, '场记乙');
  });

  describe('that agree', () => {
    it('tell no screen that was blanked while they were under way', async () => {
      const { id, a } = stage;
      await openScoring(stage, a);
      await key(stage, one, 1, PAPER).expect(200);
      const head = () => app.get(ChannelLog).head(ROADSHOW_SCREEN, id);
      const before = await head();
      let late: Promise<{ status: number }> | undefined;
      await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
        await app.get(Panels).lock(work, id);
        await work.execute('UPDATE roadshow_sessions SET blankedAt = ? WHERE id = ?', [work.now, id]);
        late = key(stage, two, 1, PAPER).then((answer) => answer);
        await Promise.race([late, untilSomebodyWaits(app.get(Database))]);
      });
      expect((await late!).status).toBe(200);
      expect(await head()).toBe(before);
    });

    it('become the judge’s sheet, counted, told and logged as a submission is', async () => {
      await openScoring(stage, stage.a);
      const chair = await listening(stage.chair);
      const desk = await listening(stage.judges[1]!.browser);
      await chair.subscribe(ROADSHOW_CHAIR, stage.id);
      await desk.subscribe(ROADSHOW_DESK, stage.id);
      for (const judge of stage.judges.slice(1)) await submit(stage, judge, stage.a, [24, 20, 16, 8, 12]).expect(200);

      const first = await key(stage, one, 1, PAPER, { comment: '思路清楚' }).expect(200);
      expect(first.body).toMatchObject({ outcome: 'first', differing: [], total: 8250, revision: 0 });
      expect(await seatAsSeenBy(stage, two, 1)).toMatchObject({ state: 'first', own: null });
      expectRefused(
        await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.a }),
        409,
        'review.sheets_outstanding',
      );
      const second = await key(stage, two, 1, PAPER).expect(200);
      expect(second.body).toMatchObject({ outcome: 'agreed', total: 8250 });
      expect(await seatAsSeenBy(stage, one, 1)).toMatchObject({ state: 'stored', revision: 1, paper: true });

      await until(() => chair.packets.some((packet) => packet.includes('"paper":true')));
      await until(() => desk.packets.some((packet) => packet.includes('"scored":[1,2,3,4,5,6,7]')));
      const told = chair.packets.find((packet) => packet.includes('"paper":true'))!;
      expect(told).toContain('"valid":7');
      const own = await stage.judges[0]!.browser.get(`${stage.path}/desk`).expect(200);
      expect(own.body.sheets).toMatchObject([{ total: 8250, comment: '思路清楚', revision: 1, paper: true }]);
      expect((await revisionsOf(stage)).filter(({ seatNo }) => seatNo === 1)).toMatchObject([
        {
          revision: 1,
          total: 8250,
          source: 'paper',
          keyedBy: [{ personId: one.person.id, at: first.body.at }, { personId: two.person.id }],
        },
      ]);
      expect((await revisionsOf(stage)).filter(({ source }) => source === 'device')).toHaveLength(6);
      expect(await eventsOf(app, stage, 'score.keyed')).toEqual([
        { entryId: stage.a, seatNo: 1, revision: 1, keyedBy: [one.person.id, two.person.id] },
      ]);

      await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.a }).expect(204);
      await stage.chair.post(`${stage.path}/show`).send({ entryId: stage.a }).expect(204);
      const { text } = await stage.chair.get(`${stage.path}/papers/event-log`).buffer(true).expect(200);
      const log = readLog(text);
      const replayed = replay(log.definition, log.events);
      expect(replayed.unknown).toEqual([]);
      expect(differences(replayed.entries, log.outcome.entries)).toEqual([]);
      expect(log.events.find(({ type }) => type === 'score.keyed')!.payload).toMatchObject({ total: 8250 });
    });

    it('answer the same to a repetition, also after the sheet is stored, and take no other content', async () => {
      await openScoring(stage, stage.a);
      const keyId = newId();
      const first = await key(stage, one, 1, PAPER, { keyId }).expect(200);
      const last = newId();
      const stored = await key(stage, two, 1, PAPER, { keyId: last }).expect(200);
      expect((await key(stage, one, 1, PAPER, { keyId }).expect(200)).body).toEqual(first.body);
      expect((await key(stage, two, 1, PAPER, { keyId: last }).expect(200)).body).toEqual(stored.body);
      expectRefused(await key(stage, one, 1, MISREAD, { keyId }), 409, 'common.key_reused');
      expectRefused(await key(stage, one, 2, PAPER, { keyId }), 409, 'common.key_reused');
      expectRefused(await key(stage, two, 1, PAPER, { keyId }), 409, 'common.key_reused');
      expect(await revisionsOf(stage)).toHaveLength(1);
      await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.a, reason: '只试一席' }).expect(204);
      await stage.chair.post(`${stage.path}/close`).send({ reason: '只试一席' }).expect(204);
      expect((await key(stage, two, 1, PAPER, { keyId: last }).expect(200)).body).toEqual(stored.body);
    });
  });

  describe('that differ', () => {
    it('store nothing, name the criteria to both, and their values to neither; a correction settles it', async () => {
      await openScoring(stage, stage.a);
      const firstKey = newId();
      await key(stage, one, 1, PAPER, { keyId: firstKey }).expect(200);
      const secondKey = newId();
      const second = await key(stage, two, 1, MISREAD, { keyId: secondKey }).expect(200);
      expect(second.body).toMatchObject({ outcome: 'differs', differing: ['FINANCE'], total: 8150 });
      expect(await seatAsSeenBy(stage, one, 1)).toMatchObject({ state: 'differs', differing: ['FINANCE'] });
      expect(await revisionsOf(stage)).toEqual([]);

      const third = await recorder(app, { scopeType: 'session', scopeId: stage.id }, '场记丙');
      expect(await seatAsSeenBy(stage, third, 1)).toMatchObject({ state: 'differs', differing: [], own: null });
      expectRefused(await key(stage, third, 1, PAPER), 409, 'review.keyed_by_two');
      expectRefused(await key(stage, two, 1, PAPER), 409, 'review.keyed_already');
      expectRefused(await key(stage, two, 1, PAPER, { replaces: firstKey }), 409, 'review.keying_gone');

      const compared = await stage.chair.get(`${stage.path}/keyed/${stage.a}/1`).expect(200);
      expect(compared.body).toMatchObject([
        { name: '场记甲', total: 8250 },
        { name: '场记乙', total: 8150 },
      ]);
      expectRefused(await one.browser.get(`${stage.path}/keyed/${stage.a}/1`), 403, 'common.forbidden');

      const settled = await key(stage, two, 1, PAPER, { replaces: secondKey }).expect(200);
      expect(settled.body.outcome).toBe('agreed');
      expect(await revisionsOf(stage)).toMatchObject([{ seatNo: 1, revision: 1, total: 8250, source: 'paper' }]);
      expectRefused(await stage.chair.get(`${stage.path}/keyed/${stage.a}/1`), 409, 'roadshow.keyings_sealed');
      expect((await eventsOf(app, stage, 'keying.made')).map(({ outcome }) => outcome).sort()).toEqual([
        'differs',
        'first',
      ]);
    });

    it('are not corrected until they agree by trying', async () => {
      await openScoring(stage, stage.a);
      await key(stage, one, 1, PAPER).expect(200);
      let replaces: string | undefined;
      for (const guess of [20, 20.5, 21]) {
        const keyId = newId();
        const { body } = await key(stage, two, 1, [guess, ...PAPER.slice(1)] as never, { keyId, replaces }).expect(200);
        expect(body).toMatchObject({ outcome: 'differs', differing: ['TECH'] });
        replaces = keyId;
      }
      expectRefused(await key(stage, two, 1, PAPER, { replaces }), 403, 'review.keyed_too_often');
      const three = await recorder(app, { scopeType: 'session', scopeId: stage.id }, '场记丙');
      expectRefused(await key(stage, three, 1, PAPER), 409, 'review.keyed_by_two');
      const { body } = await stage.chair.get(`${stage.path}/keyed/${stage.a}/1`).expect(200);
      const wrong = (body as { keyingId: string; name: string }[]).find(({ name }) => name === '场记乙')!;
      const reason = '与纸面不符';
      await stage.chair.post(`${stage.path}/keyed/void`).send({ keyingId: wrong.keyingId, reason }).expect(204);
      expectRefused(await key(stage, two, 1, PAPER), 403, 'review.keyed_too_often');
      expect((await key(stage, three, 1, PAPER).expect(200)).body).toMatchObject({ outcome: 'agreed' });
    });

    it('are never shown to an organiser who keyed one of them', async () => {
      await openScoring(stage, stage.a);
      const organiser = { browser: stage.organiser };
      await key(stage, organiser, 1, PAPER).expect(200);
      await key(stage, two, 1, MISREAD).expect(200);
      const url = `${stage.path}/keyed/${stage.a}/1`;
      expectRefused(await stage.organiser.get(url), 409, 'roadshow.keyings_sealed');
      await stage.chair.get(url).expect(200);
    });

    it('give way to a third person once the chair voids one, but not to who voided it', async () => {
      await openScoring(stage, stage.a);
      await key(stage, one, 1, PAPER).expect(200);
      await key(stage, two, 1, MISREAD).expect(200);
      const { keyings } = await seatAsSeenBy(stage, one, 1);
      const [gone] = keyings.filter((keying: { own: boolean }) => keying.own);
      const { keyingId } = gone;
      const body = { keyingId, reason: '场记甲离场' };
      expectRefused(await two.browser.post(`${stage.path}/keyed/void`).send(body), 403, 'common.forbidden');
      expectRefused(
        await stage.chair.post(`${stage.path}/keyed/void`).send({ keyingId }),
        422,
        'common.required',
        'reason',
      );
      await stage.organiser.post(`${stage.path}/keyed/void`).send(body).expect(204);
      expectRefused(await stage.organiser.post(`${stage.path}/keyed/void`).send(body), 409, 'review.keying_gone');
      expect(await seatAsSeenBy(stage, one, 1)).toMatchObject({ state: 'first', own: { voidReason: '场记甲离场' } });
      expectRefused(await key(stage, { browser: stage.organiser }, 1, MISREAD), 403, 'review.keyer_voided');

      const third = await recorder(app, { scopeType: 'session', scopeId: stage.id }, '场记丙');
      expect((await key(stage, third, 1, MISREAD).expect(200)).body.outcome).toBe('agreed');
      expect(await revisionsOf(stage)).toMatchObject([{ total: 8150, keyedBy: [{ personId: two.person.id }, {}] }]);
      expect(await eventsOf(app, stage, 'keying.voided')).toEqual([
        { entryId: stage.a, seatNo: 1, keyingId, keyedBy: one.person.id, reason: '场记甲离场' },
      ]);
      expectRefused(await stage.chair.post(`${stage.path}/keyed/void`).send(body), 409, 'review.keying_gone');
      const elsewhere = await setStage(app);
      await begin(elsewhere);
      expectRefused(await elsewhere.chair.post(`${elsewhere.path}/keyed/void`).send(body), 404, 'common.not_found');
    });
  });

  it('leave no sealed figure with a screen, a judge, the other recorder, the chair or the audit before their time', async () => {
    await openScoring(stage, stage.a);
    const { body: link } = await stage.organiser.post(`${stage.path}/screens`).send({ label: '主屏' }).expect(201);
    const screen = await listening();
    const judge = await listening(stage.judges[1]!.browser);
    const recording = await listening(two.browser);
    const chair = await listening(stage.chair);
    await screen.subscribe(ROADSHOW_SCREEN, stage.id, link.token);
    await judge.subscribe(ROADSHOW_DESK, stage.id);
    expect(await recording.subscribe(ROADSHOW_DESK, stage.id)).toMatchObject({ ok: true });
    expect(await recording.subscribe(ROADSHOW_CHAIR, stage.id)).toMatchObject({ ok: false, code: 'common.forbidden' });
    await chair.subscribe(ROADSHOW_CHAIR, stage.id);
    await chair.subscribe(ROADSHOW_DESK, stage.id);

    const keyId = newId();
    await key(stage, one, 1, PAPER, { keyId }).expect(200);
    await until(() => chair.packets.some((packet) => packet.includes('"state":"first"')));
    const overview = async (browser: Browser) =>
      JSON.stringify((await browser.get(`${stage.path}/keyed`).expect(200)).body.entries);
    const chairs = JSON.stringify((await stage.chair.get(`${stage.path}/keyed`).expect(200)).body.entries);
    expect(leaks([...chair.packets, chairs, await overview(two.browser)], SEALED)).toEqual([]);
    expect(leaks([await overview(one.browser)], [8250])).not.toEqual([]);
    expectRefused(await stage.chair.get(`${stage.path}/keyed/${stage.a}/1`), 409, 'roadshow.keyings_sealed');
    expectRefused(await stage.judges[1]!.browser.get(`${stage.path}/keyed`), 403, 'common.forbidden');

    const differs = await key(stage, two, 1, MISREAD).expect(200);
    await until(() => chair.packets.some((packet) => packet.includes('"state":"differs"')));
    expect(leaks([JSON.stringify(differs.body), await overview(two.browser)], [650, 8250])).toEqual([]);
    expect(leaks([await overview(one.browser)], [550, 8150])).toEqual([]);
    expect(leaks([await overview(stage.chair), ...chair.packets], SEALED)).toEqual([]);

    await key(stage, one, 1, MISREAD, { replaces: keyId }).expect(200);
    await until(() => leaks(chair.packets, [8150]).length > 0);
    await until(() => judge.packets.some((packet) => packet.includes('"scored":[1]')));
    await until(() => recording.packets.some((packet) => packet.includes('"scored":[1]')));
    await until(() => screen.packets.some((packet) => packet.includes('"scored":1')));
    expect(leaks([...screen.packets, ...judge.packets, ...recording.packets], SEALED)).toEqual([]);
    const events = [...(await eventsOf(app, stage, 'keying.')), ...(await eventsOf(app, stage, 'score.'))];
    expect(events).toHaveLength(3);
    expect(
      leaks(
        events.map((payload) => JSON.stringify(payload)),
        SEALED,
      ),
    ).toEqual([]);
  });

  describe('are refused', () => {
    it('from who may not key', async () => {
      await openScoring(stage, stage.a);
      const member = await signedIn(app, '路人');
      expectRefused(await key(stage, member, 1, PAPER), 403, 'common.forbidden');
      expectRefused(await key(stage, { browser: app.browser() }, 1, PAPER), 401, 'common.unauthenticated');
      expectRefused(await key(stage, stage.judges[0]!, 1, PAPER), 403, 'common.forbidden');
      expectRefused(await key(stage, { browser: stage.chair }, 1, PAPER), 403, 'common.forbidden');
      const elsewhere = await recorder(app, { scopeType: 'edition', scopeId: await importEdition(app) });
      expectRefused(await key(stage, elsewhere, 1, PAPER), 404, 'common.not_found');
      expectRefused(await elsewhere.browser.get(`${stage.path}/keyed`), 404, 'common.not_found');
      const seated = stage.judges[2]!;
      const role = { role: 'recorder', scopeType: 'session', scopeId: stage.id } as const;
      await asSystem(app, (work) => app.get(Grants).give(work, seated.person.id, role));
      expectRefused(
        await key(stage, { browser: await signIn(app, seated.person) }, 1, PAPER),
        403,
        'review.keyer_on_panel',
      );
      expect(await revisionsOf(stage)).toEqual([]);
    });

    it('from who handed the project in, belongs to its team, acts for its organisation or is recused', async () => {
      await openScoring(stage, stage.a);
      const owner = await recorder(app, { scopeType: 'session', scopeId: stage.id }, '申报人');
      const member = await recorder(app, { scopeType: 'session', scopeId: stage.id }, '成员');
      const agent = await recorder(app, { scopeType: 'session', scopeId: stage.id }, '经办人');
      const recused = await recorder(app, { scopeType: 'session', scopeId: stage.id }, '回避的记分员');
      await tieToA(app, stage, { owner: owner.person, member: member.person, agent: agent.person });
      await recuse(app, recused.person.id, stage.projects.a.id);
      for (const [who, why] of [
        [owner, 'belongs'],
        [member, 'belongs'],
        [agent, 'organisation'],
        [recused, 'staff'],
      ] as const) {
        expectRefused(await key(stage, who, 1, PAPER), 403, 'roadshow.keyer_interested');
        const { body } = await who.browser.get(`${stage.path}/keyed`).expect(200);
        const closed = body.entries.map((entry: { id: string; closed: string | null }) => [entry.id, entry.closed]);
        expect(Object.fromEntries(closed)).toEqual({ [stage.a]: why, [stage.b]: null, [stage.c]: null });
      }
    });

    it('for a seat, an entry or a moment without a sheet to key', async () => {
      expectRefused(await key(stage, one, 1, PAPER), 409, 'review.scoring_closed');
      await openScoring(stage, stage.b);
      expectRefused(await key(stage, one, 7, PAPER, {}, stage.b), 409, 'review.seat_recused');
      expectRefused(await key(stage, one, 9, PAPER, {}, stage.b), 404, 'common.not_found', 'seatNo');
      const elsewhere = await setStage(app);
      expectRefused(await key(stage, one, 1, PAPER, {}, elsewhere.a), 404, 'common.not_found');
      await submit(stage, stage.judges[0]!, stage.b, PAPER).expect(200);
      expectRefused(await key(stage, one, 1, PAPER, { revision: 1 }, stage.b), 409, 'review.keying_overtaken');
      await stage.chair.post(`${stage.path}/lock`).send({ entryId: stage.b, reason: '缺席' }).expect(204);
      expectRefused(await key(stage, one, 2, PAPER, {}, stage.b), 409, 'review.scoring_closed');
      await stage.chair.post(`${stage.path}/close`).send({ reason: '停电' }).expect(204);
      expectRefused(await key(stage, one, 2, PAPER, {}, stage.b), 409, 'roadshow.action_not_allowed');
    });

    it('for scores that the rubric does not allow, each fault named', async () => {
      await openScoring(stage, stage.a);
      expectRefused(
        await key(stage, one, 1, [31, 21.5, 17.5, 6.5, 13.5]),
        422,
        'review.score_out_of_range',
        'scores.TECH',
      );
      expectRefused(
        await key(stage, one, 1, [23.2, 21.5, 17.5, 6.5, 13.5]),
        422,
        'review.score_off_step',
        'scores.TECH',
      );
      const none = await one.browser
        .put(`${stage.path}/keyed/${stage.a}/1`)
        .send({ keyId: newId(), revision: 0, scores: { LUCK: 1 } });
      expectRefused(none, 422, 'review.criterion_unknown', 'scores.LUCK');
      expect(none.body.fields).toHaveLength(6);
      expectRefused(
        await one.browser.put(`${stage.path}/keyed/${stage.a}/1`).send({ scores: {} }),
        422,
        'common.required',
        'keyId',
      );
      expect(await seatAsSeenBy(stage, one, 1)).toMatchObject({ state: 'none', own: null });
    });
  });

  describe('beside the judge’s own tablet', () => {
    it('give way to it, and say so', async () => {
      await openScoring(stage, stage.a);
      const keyId = newId();
      const first = await key(stage, one, 1, PAPER, { keyId }).expect(200);
      await submit(stage, stage.judges[0]!, stage.a, [24, 20, 16, 8, 12]).expect(200);
      const late = await key(stage, two, 1, PAPER);
      expectRefused(late, 409, 'review.keying_overtaken');
      expect(late.body.detail).toContain('第 1 次提交');
      expect((await key(stage, one, 1, PAPER, { keyId }).expect(200)).body).toEqual(first.body);
      expect(await seatAsSeenBy(stage, one, 1)).toMatchObject({ state: 'stored', paper: false, keyings: [] });
      expect(await revisionsOf(stage)).toMatchObject([{ revision: 1, total: 8000, source: 'device' }]);
      const { keyingId } = (await eventsOf(app, stage, 'keying.made'))[0]!;
      expectRefused(
        await stage.chair.post(`${stage.path}/keyed/void`).send({ keyingId, reason: '不需要' }),
        409,
        'review.keying_gone',
      );
    });

    it('key a reopened sheet again, over the revision that stands; or the judge corrects it', async () => {
      const { path, chair, a, judges } = stage;
      await openScoring(stage, a);
      await key(stage, one, 1, PAPER).expect(200);
      await key(stage, two, 1, PAPER).expect(200);
      expectRefused(await submit(stage, judges[0]!, a, MISREAD), 409, 'review.sheet_changed');
      await chair.post(`${path}/lock`).send({ entryId: a, reason: '其他评委缺席' }).expect(204);
      expectRefused(await key(stage, one, 1, MISREAD, { revision: 1 }), 409, 'review.keying_overtaken');
      await chair.post(`${path}/reopen`).send({ entryId: a, seatNo: 1, reason: '录错' }).expect(204);
      expect(await seatAsSeenBy(stage, one, 1)).toMatchObject({ state: 'none', revision: 1, reopenReason: '录错' });
      expectRefused(await key(stage, one, 1, MISREAD), 409, 'review.keying_overtaken');
      await key(stage, one, 1, MISREAD, { revision: 1 }).expect(200);
      expect((await key(stage, two, 1, MISREAD, { revision: 1 }).expect(200)).body.outcome).toBe('agreed');
      await chair.post(`${path}/reopen`).send({ entryId: a, seatNo: 1, reason: '再核' }).expect(204);
      await submit(stage, judges[0]!, a, PAPER, { revision: 2 }).expect(200);
      expect(await revisionsOf(stage)).toMatchObject([
        { revision: 1, total: 8250, source: 'paper' },
        { revision: 2, total: 8150, source: 'paper', reopenReason: '录错' },
        { revision: 3, total: 8250, source: 'device', reopenReason: '再核' },
      ]);
      expect(await seatAsSeenBy(stage, one, 1)).toMatchObject({ state: 'stored', paper: false });
    });

    it('store one sheet, whoever sends at the same moment', async () => {
      for (let round = 0; round < 3; round += 1) {
        const fresh = await setStage(app);
        await begin(fresh);
        await openScoring(fresh, fresh.a);
        const grant = { scopeType: 'session' as const, scopeId: fresh.id };
        const [x, y] = [await recorder(app, grant), await recorder(app, grant)];
        const both = await Promise.all([key(fresh, x, 1, PAPER), key(fresh, y, 1, PAPER)]);
        expect(both.map(({ body }) => body.outcome).sort()).toEqual(['agreed', 'first']);

        await key(fresh, x, 2, PAPER).expect(200);
        const [tablet, second] = await Promise.all([
          submit(fresh, fresh.judges[1]!, fresh.a, [24, 20, 16, 8, 12]),
          key(fresh, y, 2, PAPER),
        ]);
        expect([
          [200, undefined, 409, 'review.keying_overtaken'],
          [409, 'review.sheet_changed', 200, undefined],
        ]).toContainEqual([tablet.status, tablet.body.code, second.status, second.body.code]);

        const keyId = newId();
        const twice = await Promise.all([1, 2, 3].map(() => key(fresh, x, 3, PAPER, { keyId })));
        expect(new Set(twice.map(({ text }) => text)).size).toBe(1);
        const tabs = await Promise.all([key(fresh, y, 4, PAPER), key(fresh, y, 4, PAPER)]);
        expect(tabs.map(({ status }) => status).sort()).toEqual([200, 409]);

        const rows = await revisionsOf(fresh);
        expect(rows.map(({ seatNo, revision }) => [seatNo, revision]).sort()).toEqual([
          [1, 1],
          [2, 1],
        ]);
        const { body } = await fresh.chair.get(`${fresh.path}/keyed`).expect(200);
        const seats = body.entries.find((entry: { id: string }) => entry.id === fresh.a).seats;
        expect(seats.map(({ state }: { state: string }) => state)).toEqual([
          ...['stored', 'stored', 'first', 'first'],
          ...['none', 'none', 'none'],
        ]);
      }
    });
  });

  describe('of an entry that was judged on paper alone', () => {
    it.each([[[]], [['pitch']], [['pitch', 'questions']]])('open scoring with a reason after %o', async (phases) => {
      const { path, chair, a } = stage;
      const body = { entryId: a, reason: '会场停电' };
      expectRefused(await chair.post(`${path}/paper`).send(body), 409, 'roadshow.phase_not_allowed');
      await chair.post(`${path}/call`).send({ entryId: a }).expect(204);
      for (const phase of phases) await chair.post(`${path}/phase`).send({ entryId: a, phase }).expect(204);
      expectRefused(await chair.post(`${path}/paper`).send({ entryId: a }), 422, 'common.required', 'reason');
      expectRefused(await chair.post(`${path}/paper`).send({ ...body, entryId: stage.b }), 409, 'roadshow.not_current');
      expectRefused(await one.browser.post(`${path}/paper`).send(body), 403, 'common.forbidden');
      await chair.post(`${path}/paper`).send(body).expect(204);
      expectRefused(await chair.post(`${path}/paper`).send(body), 409, 'roadshow.phase_not_allowed');
      expect((await eventsOf(app, stage, 'roadshow.phase_begun'))[0]).toEqual({
        entryId: a,
        phase: 'scoring',
        paper: true,
        reason: '会场停电',
      });
      for (const { seatNo } of stage.judges) {
        await key(stage, one, seatNo, PAPER).expect(200);
        await key(stage, two, seatNo, PAPER).expect(200);
      }
      await chair.post(`${path}/lock`).send({ entryId: a }).expect(204);
      await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
      const { text } = await chair.get(`${path}/papers/event-log`).buffer(true).expect(200);
      const log = readLog(text);
      expect(differences(replay(log.definition, log.events).entries, log.outcome.entries)).toEqual([]);
      expect(log.outcome.entries.find(({ entryId }) => entryId === a)!.shown!.score).toBe(8250);
    });

    it('go on where the tablets stopped: what was handed in stands, the rest waits for the recorders', async () => {
      const { path, chair, judges, a } = stage;
      await openScoring(stage, a);
      for (const judge of judges.slice(0, 4)) await submit(stage, judge, a, PAPER).expect(200);
      const body = { entryId: a, reason: '评分途中断网' };
      await chair.post(`${path}/paper`).send(body).expect(204);
      expectRefused(await chair.post(`${path}/paper`).send(body), 409, 'roadshow.phase_not_allowed');
      const { body: tasks } = await one.browser.get('/api/v1/tasks').expect(200);
      const keying = (tasks.items as { kind: string }[]).filter(({ kind }) => kind === 'roadshow.key');
      expect(keying).toMatchObject([{ count: 3 }]);
      for (const seatNo of [5, 6, 7]) for (const who of [one, two]) await key(stage, who, seatNo, PAPER).expect(200);
      await chair.post(`${path}/lock`).send({ entryId: a }).expect(204);
      const sources = (await revisionsOf(stage)).map(({ seatNo, source }) => `${seatNo} ${source}`);
      expect(sources.toSorted()).toEqual([
        ...[1, 2, 3, 4].map((seatNo) => `${seatNo} device`),
        ...[5, 6, 7].map((seatNo) => `${seatNo} paper`),
      ]);
      const { text } = await chair.get(`${path}/papers/event-log`).buffer(true).expect(200);
      const log = readLog(text);
      expect(differences(replay(log.definition, log.events).entries, log.outcome.entries)).toEqual([]);
    });

    it('wait for each recorder as a task until two have keyed them', async () => {
      const { path, chair, a } = stage;
      const keying = async ({ browser }: Recorder) => {
        const { body } = await browser.get('/api/v1/tasks').expect(200);
        return (body.items as { kind: string }[]).filter(({ kind }) => kind === 'roadshow.key');
      };
      const task = { href: `/roadshow/${stage.id}/keyed`, live: true };
      await chair.post(`${path}/call`).send({ entryId: a }).expect(204);
      expect(await keying(one)).toEqual([]);
      await chair.post(`${path}/paper`).send({ entryId: a, reason: '会场停电' }).expect(204);
      expect(await keying(one)).toMatchObject([{ ...task, count: 7 }]);
      const { body } = await one.browser.get(`${path}/keyed`).expect(200);
      const onPaper = body.entries.map((entry: { id: string; paper: boolean }) => [entry.id, entry.paper]);
      expect(Object.fromEntries(onPaper)).toEqual({ [a]: true, [stage.b]: false, [stage.c]: false });
      await key(stage, one, 1, PAPER).expect(200);
      expect(await keying(one)).toMatchObject([{ count: 6 }]);
      expect(await keying(two)).toMatchObject([{ count: 7 }]);
      await key(stage, two, 1, MISREAD).expect(200);
      expect(await keying(one)).toMatchObject([{ count: 7 }]);
      await stage.chair.post(`${path}/stop`).send({ reason: '停电' }).expect(204);
      expect(await keying(two)).toMatchObject([{ count: 7, live: false, detail: { zh: '已中止：停电 · 大剧院' } }]);
      await stage.chair.post(`${path}/resume`).expect(204);
      await chair.post(`${path}/lock`).send({ entryId: a, reason: '余席缺席' }).expect(204);
      expect(await keying(two)).toEqual([]);
    });

    it('are taken of a seat that may hand in late, and no longer once the entry has withdrawn', async () => {
      const { path, chair, judges, a } = stage;
      await openScoring(stage, a);
      for (const judge of judges.slice(0, 5)) await submit(stage, judge, a, PAPER).expect(200);
      await chair.post(`${path}/lock`).send({ entryId: a, reason: '两席设备故障' }).expect(204);
      expectRefused(await key(stage, one, 6, PAPER), 409, 'review.scoring_closed');
      for (const seatNo of [6, 7])
        await chair.post(`${path}/reopen`).send({ entryId: a, seatNo, reason: '改用纸质评分表' }).expect(204);
      await key(stage, one, 6, PAPER).expect(200);
      expect((await key(stage, two, 6, PAPER).expect(200)).body.outcome).toBe('agreed');
      expect((await revisionsOf(stage)).find(({ seatNo }) => seatNo === 6)).toMatchObject({ source: 'paper' });
      await chair.post(`${path}/withdraw`).send({ entryId: a, reason: '负责人放弃' }).expect(204);
      expectRefused(await key(stage, one, 7, PAPER), 409, 'review.scoring_closed');
    });

    it('are keyed while the session is stopped as well', async () => {
      await openScoring(stage, stage.a);
      await stage.chair.post(`${stage.path}/stop`).send({ reason: '停电' }).expect(204);
      await key(stage, one, 1, PAPER).expect(200);
      expect((await key(stage, two, 1, PAPER).expect(200)).body.outcome).toBe('agreed');
    });
  });
});
