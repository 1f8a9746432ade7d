import type { LocalText } from '@haishi/contracts';
import { Project, ProjectMember } from '@haishi/contest';
import { StageAdvancement } from '@haishi/contest/advancement/advancement.entity';
import { Ceremony } from '@haishi/contest/ceremony/ceremony.entity';
import { PersonalData, RoleGrant } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { Database, Notice, readTable, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { EntryResult, Panel, ScoreSheet, TieRulings } from '@haishi/review';
import { Equal, Like } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decidedEntries, previewOf } from '../support/advancement.js';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { download } from '../support/downloads.js';
import { eachEngine } from '../support/engines.js';
import { until } from '../support/facts.js';
import { lastMessage } from '../support/messages.js';
import { hasPoppler, packedText } from '../support/papers.js';
import { countQueries } from '../support/queries.js';
import { expectRefused, makePerson, signedIn, signIn, type TestPerson } from '../support/people.js';
import { actFor, recuse } from '../support/ties.js';
import { decidedStage } from './published-stage.js';
import { confirmSession } from './roadshow-confirmed.js';
import { acceptedProject, importEdition, inHundredths } from './roadshow-session.js';

interface Entry {
  entryId: string;
  number: string;
  title: string;
  place: number | null;
  score: string | null;
  closed: string | null;
  eligible: boolean;
  status: string;
  waiting: number | null;
  explanation: LocalText;
}
interface Outcome {
  digest: string;
  entries: Entry[];
  quotas: {
    region: LocalText | null;
    division: LocalText | null;
    eligible: number | null;
    quota: number;
    line: number | null;
  }[];
  unfilled: number;
}
interface View {
  stage: { name: LocalText };
  sessions: { name: LocalText; confirmed: boolean }[];
  revision: number;
  tied: { numbers: string[]; othersDecide: boolean } | null;
  plan: Record<string, unknown>;
  usual: Record<string, unknown>;
  decision: (Outcome & { number: number; publishedAt: string | null; replacements: object[] }) | null;
  earlier: { number: number; digest: string }[];
}
interface Contest {
  editionId: string;
  path: string;
  organiser: Browser;
  owner: { person: TestPerson; browser: Browser };
  sessions: string[];
}

/** Entries of both sessions: technology in points, region, division. Totals differ by technology alone. */
const FIELD: readonly (readonly [title: string, tech: number, region: string, division: string])[][] = [
  [
    ['甲', 30, 'BJ', 'EIT'],
    ['乙', 28, 'BJ', 'EIT'],
    ['丙', 20, 'BJ', 'BIO'],
  ],
  [
    ['丁', 26, 'XA', 'EIT'],
    ['戊', 24, 'XA', 'BIO'],
    ['己', 24, 'XA', 'BIO'],
  ],
];
const TOTAL = { mode: 'total', size: 3, wildcards: 0, waiting: 2, cutTies: 'order' };

eachEngine('who advances from a stage', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  const inWork = <Answer>(work: Parameters<typeof UnitOfWork.prototype.run<Answer>>[1]) =>
    app.get(UnitOfWork).run(systemActor('test'), work);

  const confirm = (sessionId: string, technology: (title: string) => number | null) =>
    confirmSession(app, sessionId, technology);

  async function setUp(confirmed = true): Promise<Contest> {
    const editionId = await importEdition(app);
    const { browser: organiser } = await signedIn(app, '组织者', [organiserOf(editionId)]);
    const owner = await signedIn(app, '参赛者');
    const sessions: string[] = [];
    for (const [index, entries] of FIELD.entries()) {
      const { body } = await organiser
        .post(`/api/v1/editions/${editionId}/sessions`)
        .send({ stageCode: 'FINAL', name: `第${index + 1}场`, room: '大剧院' })
        .expect(201);
      const { id } = body as { id: string };
      const projectIds: string[] = [];
      for (const [title, , region, division] of entries) {
        const change = { title, region, division, ...(title === '丁' ? { ownerId: owner.person.id } : {}) };
        projectIds.push((await acceptedProject(app, editionId, change)).id);
      }
      await organiser.post(`/api/v1/sessions/${id}/entries`).send({ projectIds }).expect(204);
      sessions.push(id);
    }
    if (confirmed) for (const id of sessions) await confirm(id, techOf);
    return { editionId, organiser, owner, sessions, path: `/api/v1/editions/${editionId}/stages/FINAL/advancement` };
  }
  const techOf = (title: string) => FIELD.flat().find((one) => one[0] === title)![1];

  const view = async ({ organiser, path }: Pick<Contest, 'organiser' | 'path'>) => {
    const body = (await organiser.get(path).expect(200)).body as View;
    if (!body.decision) return body;
    const entries = await decidedEntries<Entry>(organiser, path);
    return { ...body, decision: { ...body.decision, entries } };
  };
  const preview = ({ organiser, path }: Contest, plan: object) =>
    previewOf<{ outcome: Outcome | null; problems: LocalText[] }>(organiser, path, plan);
  const post = ({ organiser, path }: Contest, act: string, revision: number, body: object = {}) =>
    organiser.post(`${path}/${act}`).set('If-Match', `"${revision}"`).send(body);
  const decided = async (contest: Contest, plan: object, revision = 0, more: object = {}) => {
    const { outcome } = await preview(contest, plan);
    await post(contest, 'decide', revision, { plan, digest: outcome!.digest, ...more }).expect(204);
    return outcome!;
  };
  const published = async (contest: Contest, plan: object) => {
    const outcome = await decided(contest, plan);
    await post(contest, 'publish', 1).expect(204);
    return outcome;
  };
  const idOf = ({ entries }: Outcome, title: string) => entries.find((one) => one.title === title)!.entryId;
  const statuses = ({ entries }: Pick<Outcome, 'entries'>) =>
    Object.fromEntries(entries.map(({ title, status, waiting }) => [title, waiting ? `${status} ${waiting}` : status]));
  const projectOf = async ({ editionId }: Contest, title: string) =>
    app.get(Database).manager.findOneByOrFail(Project, { editionId: Equal(editionId), title: Equal(title) });
  const standings = async (contest: Contest, browser = contest.owner.browser) =>
    browser.get(`/api/v1/projects/${(await projectOf(contest, '丁')).id}/standings`);

  it('keeps what a chair ruled in one session of several, also once one of these has left', async () => {
    const contest = await setUp(false);
    const [sessionId] = contest.sessions as [string];
    for (const id of contest.sessions) await confirm(id, () => 20);
    const ruled = ['丙', '甲', '乙'];
    const before = (await preview(contest, TOTAL)).outcome!;
    expect(before.entries.map(({ place }) => place)).toEqual([1, 1, 1, 1, 1, 1]);
    await inWork(async (work) => {
      const results = await work.manager.findBy(EntryResult, { panelId: Equal(sessionId) });
      const { aggregation } = await work.manager.findOneByOrFail(Panel, { id: Equal(sessionId) });
      const ranked = results.map((result) => ({ entryId: result.entryId, result }));
      const order = ruled.map((title) => idOf(before, title));
      await app.get(TieRulings).rule(work, sessionId, order, { ranked, ties: aggregation.ties }, '合议');
    });
    const places = async () => {
      const { entries } = (await preview(contest, TOTAL)).outcome!;
      return Object.fromEntries(entries.map(({ title, place }) => [title, place]));
    };
    expect(await places()).toEqual({ 丙: 1, 甲: 5, 乙: 6, 丁: 1, 戊: 1, 己: 1 });
    await inWork((work) =>
      work.manager.update(Project, { editionId: Equal(contest.editionId), title: '甲' }, { state: 'withdrawn' }),
    );
    expect(await places()).toEqual({ 丙: 1, 甲: null, 乙: 5, 丁: 1, 戊: 1, 己: 1 });
  });

  it('is worked out by nobody while a session is open', async () => {
    const contest = await setUp(false);
    await confirm(contest.sessions[0]!, techOf);
    expect((await view(contest)).sessions).toMatchObject([
      { name: { zh: '第1场', en: '第1场' }, confirmed: true },
      { name: { zh: '第2场', en: '第2场' }, confirmed: false },
    ]);
    const answer = await contest.organiser.post(`${contest.path}/preview`).send({ plan: TOTAL });
    expectRefused(answer, 409, 'advancement.sessions_open');
    expect((answer.body as { detail: string }).detail).toContain('第2场');
    const decide = { plan: TOTAL, digest: '0'.repeat(64) };
    expectRefused(await post(contest, 'decide', 0, decide), 409, 'advancement.sessions_open');
    const english = await contest.organiser
      .post(`${contest.path}/preview`)
      .set('Accept-Language', 'en')
      .send({ plan: TOTAL });
    expect((english.body as { detail: string }).detail).toContain('not confirmed yet: 第2场');
    expect((await view(contest)).decision).toBeNull();
  });

  it('starts from what the edition says of the stage', async () => {
    const contest = await setUp();
    const { revision, plan } = await view(contest);
    expect({ revision, mode: plan['mode'] }).toEqual({ revision: 0, mode: 'total' });
    const heat = await view({ ...contest, path: contest.path.replace('FINAL', 'HEAT') });
    expect(heat).toMatchObject({ sessions: [], plan: { mode: 'biproportional', size: 60 }, decision: null });
    const answer = await contest.organiser
      .post(`${contest.path.replace('FINAL', 'HEAT')}/preview`)
      .send({ plan: TOTAL });
    expectRefused(answer, 409, 'advancement.no_sessions');
    expect((answer.body as { detail: string }).detail).toContain(`“${heat.stage.name.zh}”`);
  });

  it('ranks all sessions together and says of everybody why', async () => {
    const contest = await setUp();
    const { outcome } = await preview(contest, TOTAL);
    expect(outcome!.entries.slice(0, 4).map(({ title, place, score }) => [title, place, score])).toEqual([
      ['甲', 1, '86.00'],
      ['乙', 2, '84.00'],
      ['丁', 3, '82.00'],
      [expect.any(String), 4, '80.00'],
    ]);
    expect(statuses(outcome!)).toMatchObject({ 甲: 'advances', 乙: 'advances', 丁: 'advances', 丙: 'out' });
    expect(outcome!.entries[2]!.explanation).toEqual({
      zh: '第 3 名（共 6 名）；名额 3 个；晋级',
      en: 'rank 3 of 6; position 3 of quota 3; advances',
    });
    expect((await view(contest)).decision).toBeNull();
  });

  it('parts equals at the cut line by their numbers, whichever was put in first', async () => {
    const plan = { ...TOTAL, size: 1, waiting: 2 };
    const numbered = (number: string): readonly [number, Partial<Project>] => [24, { number }];
    const field = { 戊: numbered('T-EIT-10000'), 己: numbered('T-EIT-0009'), 庚: numbered('T-EIT-0002') };
    const { organiser, path } = await decidedStage(app, field, plan);
    const { decision } = await view({ organiser, path: `${path}/advancement` });
    expect(statuses(decision!)).toEqual({ 庚: 'advances', 己: 'waiting 1', 戊: 'waiting 2' });
    expect(decision!.entries.map(({ title }) => title)).toEqual(['庚', '己', '戊']);
    expect(decision!.entries[1]!.explanation).toEqual({
      zh: expect.stringMatching(
        /^第 1 名（共 3 名）；80\.00 分同分，比较.+ 24\.00、去分前均值 80\.00 后仍相同，名次并列；名额 1 个；末位名次有 3 项并列，按项目编号顺序取 1 项；候补第 1 位$/,
      ),
      en: expect.stringMatching(
        /^rank 1 of 3; tie on 80\.00, still level by .+ 24\.00, then the mean before striking 80\.00, place shared; position 1 of quota 1; 3 share the place of the cut line, 1 of them seated in the order of their numbers; number 1 on the waiting list$/,
      ),
    });
  });

  it('shares seats out by region and division at once, with the line of each cell', async () => {
    const contest = await setUp();
    const plan = {
      ...TOTAL,
      mode: 'biproportional',
      size: null,
      regions: [
        { code: 'BJ', seats: 2 },
        { code: 'XA', seats: 1 },
      ],
      divisions: [
        { code: 'EIT', seats: 1 },
        { code: 'BIO', seats: 2 },
      ],
      wildcards: 1,
    };
    const { outcome } = await preview(contest, plan);
    expect(outcome!.quotas.reduce((sum, { quota }) => sum + quota, 0)).toBe(3);
    expect(statuses(outcome!)).toMatchObject({ 甲: 'advances', 丙: 'advances', 乙: 'wildcard' });
    const [first] = outcome!.entries;
    expect(first!.explanation.zh).toMatch(/^第 1 名（共 6 名）；.+ × .+组内第 1 名，名额 1 个；晋级$/);
  });

  it('says which quotas cannot be met, and the nearest that can', async () => {
    const contest = await setUp();
    const plan = {
      ...TOTAL,
      mode: 'biproportional',
      size: null,
      regions: [
        { code: 'BJ', seats: 1 },
        { code: 'XA', seats: 3 },
      ],
      divisions: [
        { code: 'EIT', seats: 4 },
        { code: 'BIO', seats: 0 },
      ],
    };
    const { outcome, problems } = await preview(contest, plan);
    expect(outcome).toBeNull();
    expect(problems[0]!.zh).toMatch(/至多只能容纳 \d+ 个。最接近的可行名额/);
    expect(problems[0]!.en).toMatch(/have room for \d+\. The nearest quotas/);
    const decide = { plan, digest: '0'.repeat(64) };
    expectRefused(await post(contest, 'decide', 0, decide), 422, 'advancement.impossible', 'plan');
    const large = await preview(contest, { ...TOTAL, mode: 'biproportional', size: 60 });
    expect(large.problems).toEqual([
      {
        zh: '要求晋级 60 项，而符合条件且未超各组上限的至多 6 项。',
        en: '60 are to advance, but at most 6 are eligible within the caps.',
      },
    ]);
    expect((await view(contest)).decision).toBeNull();
  });

  it('lets all pass who share the cut line, or as many as there are seats', async () => {
    const contest = await setUp();
    const all = await preview(contest, { ...TOTAL, size: 4, cutTies: 'all' });
    expect(statuses(all.outcome!)).toMatchObject({ 戊: 'advances', 己: 'advances', 丙: 'waiting 1' });
    expect(all.outcome!.entries[3]!.explanation.zh).toContain('末位名次有 2 项并列，全部晋级');
    const order = await preview(contest, { ...TOTAL, size: 4 });
    expect(order.outcome!.entries.filter(({ status }) => status === 'advances')).toHaveLength(4);
    expect(order.outcome!.entries[3]!.explanation.zh).toContain('按项目编号顺序取 1 项');
  });

  it('takes nobody who withdrew, was ruled out or has too few scores', async () => {
    const contest = await setUp(false);
    for (const id of contest.sessions) await confirm(id, (title) => (title === '乙' ? null : techOf(title)));
    const { id } = await projectOf(contest, '甲');
    await inWork((work) => work.manager.update(Project, id, { state: 'withdrawn' }));
    const before = (await preview(contest, TOTAL)).outcome!;
    const excluded = [{ entryId: idOf(before, '丁'), reason: '重复参赛' }];
    const { outcome } = await preview(contest, { ...TOTAL, size: 2, excluded });
    expect(statuses(outcome!)).toMatchObject({ 甲: 'out', 乙: 'out', 丁: 'out', 戊: 'advances', 己: 'advances' });
    const why = Object.fromEntries(outcome!.entries.map(({ title, explanation }) => [title, explanation.zh]));
    expect(why).toMatchObject({
      甲: '已退赛，不参加晋级',
      乙: '有效评分不足，不参加晋级',
      丁: '不参加晋级：重复参赛',
    });
  });

  it('refuses a plan with every faulty field named', async () => {
    const contest = await setUp();
    const send = (plan: object) => contest.organiser.post(`${contest.path}/preview`).send({ plan });
    expectRefused(await send({ ...TOTAL, size: null }), 422, 'common.required', 'plan.size');
    expectRefused(await send({ ...TOTAL, mode: 'share' }), 422, 'common.required', 'plan.permille');
    const margins = { mode: 'biproportional', regions: [{ code: 'MOON', seats: 1 }] };
    const answer = await send({ ...TOTAL, ...margins });
    expectRefused(answer, 422, 'common.required', 'plan.divisions');
    expectRefused(answer, 422, 'advancement.unknown_code', 'plan.regions.0.code');
    const excluded = [{ entryId: newId(), reason: '无' }];
    expectRefused(await send({ ...TOTAL, excluded }), 422, 'advancement.unknown_entry', 'plan.excluded.0.entryId');
    expect((await send({ ...TOTAL, size: -1 })).status).toBe(422);
  });

  it('refuses what a plan’s mode has no use for, in a preview and in the decision on another', async () => {
    const contest = await setUp();
    const { digest } = (await preview(contest, TOTAL)).outcome!;
    const caps = [{ region: 'BJ', division: 'EIT', cap: 0 }];
    const margins = { regions: [{ code: 'BJ', seats: 1 }], divisions: [{ code: 'EIT', seats: 1 }] };
    const both = 'edition.advance_not_both';
    const share = 'edition.advance_share';
    const cases: [object, [field: string, code: string][]][] = [
      [{ caps }, [['caps', both]]],
      [{ permille: 500 }, [['permille', share]]],
      [
        { mode: 'region', ...margins },
        [
          ['regions', both],
          ['divisions', both],
        ],
      ],
      [
        { mode: 'share', permille: 500, caps },
        [
          ['size', share],
          ['caps', both],
        ],
      ],
      [{ mode: 'biproportional', ...margins }, [['size', 'edition.advance_by_hand']]],
    ];
    for (const [change, faults] of cases)
      for (const act of ['preview', 'preview/entries', 'decide']) {
        const plan = { ...TOTAL, ...change };
        const answer = await post(contest, act, 0, act === 'preview' ? { plan } : { plan, digest });
        const { fields } = answer.body as { fields: { field: string; code: string }[] };
        expect([answer.status, fields.map(({ field, code }) => [field, code])]).toEqual([
          422,
          faults.map(([field, code]) => [`plan.${field}`, code]),
        ]);
      }
    await post(contest, 'decide', 0, { plan: { ...TOTAL, caps: [], permille: null }, digest }).expect(204);
  });

  it('is decided as it was previewed, and decided anew only with a reason', async () => {
    const contest = await setUp();
    const other = { plan: TOTAL, digest: '0'.repeat(64) };
    expectRefused(await post(contest, 'decide', 0, other), 409, 'advancement.stale', 'digest');
    const { digest } = await decided(contest, TOTAL);
    const again = { plan: TOTAL, digest };
    expectRefused(await post(contest, 'decide', 0, again), 412, 'common.stale');
    expectRefused(await post(contest, 'decide', 1, again), 422, 'common.required', 'reason');
    await decided(contest, { ...TOTAL, size: 2 }, 1, { reason: '名额调整' });
    const now = await view(contest);
    expect(now).toMatchObject({ decision: { number: 2, reason: '名额调整' }, earlier: [{ number: 1, digest }] });
    const { body } = await contest.organiser.get(`${contest.path}/verification`).expect(200);
    expect(body).toEqual({ same: true, digest: now.decision!.digest });
  });

  it('is kept packed, and read as it was kept before', async () => {
    const contest = await setUp();
    await decided(contest, TOTAL);
    const { manager } = app.get(Database);
    const [{ id, answer }] = (await manager.query('SELECT id, answer FROM advancements WHERE editionId = ?', [
      contest.editionId,
    ])) as [{ id: string; answer: string }];
    const whole = await manager.findOneByOrFail(StageAdvancement, { id: Equal(id) });
    expect(answer.length).toBeLessThan(JSON.stringify(whole.answer).length / 2);
    const before = [JSON.stringify(whole.candidates), JSON.stringify(whole.answer), id];
    await inWork(({ manager: own }) =>
      own.query('UPDATE advancements SET candidates = ?, answer = ? WHERE id = ?', before),
    );
    expect(statuses((await view(contest)).decision!)).toMatchObject({ 甲: 'advances', 丙: 'out' });
    await post(contest, 'publish', 1).expect(204);
  });

  it('tells a decision from what other scores come to', async () => {
    const contest = await setUp();
    const { entries } = await decided(contest, TOTAL);
    await inWork((work) =>
      work.manager.update(
        ScoreSheet,
        { entryId: Equal(entries[5]!.entryId) },
        { scores: inHundredths([30, 25, 20, 10, 15]), total: 10_000 },
      ),
    );
    expect((await contest.organiser.get(`${contest.path}/verification`).expect(200)).body).toMatchObject({
      same: false,
    });
  });

  it('is decided once by two who decide at the same moment', async () => {
    const contest = await setUp();
    const { outcome } = await preview(contest, TOTAL);
    const body = { plan: TOTAL, digest: outcome!.digest };
    const answers = await Promise.all([post(contest, 'decide', 0, body), post(contest, 'decide', 0, body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 412]);
    expect((await view(contest)).earlier).toEqual([]);
  });

  it('tells entrants their own entry, and nothing before it is published', async () => {
    const contest = await setUp();
    expect((await standings(contest)).body).toEqual([]);
    await decided(contest, TOTAL);
    expect((await standings(contest)).body).toEqual([]);
    await post(contest, 'publish', 1).expect(204);
    const { body } = await standings(contest);
    expect(body).toMatchObject([{ status: 'advances', waiting: null }]);
    expect((body as { explanation: LocalText }[])[0]!.explanation.en).toBe(
      'rank 3 of 6; position 3 of quota 3; advances',
    );
    expect(Object.keys((body as object[])[0]!).sort()).toEqual([
      'explanation',
      'publishedAt',
      'stage',
      'status',
      'waiting',
    ]);
    const { browser: stranger } = await signedIn(app, '旁人');
    expectRefused(await standings(contest, stranger), 404, 'common.not_found');
    expect((await standings(contest, app.browser())).status).toBe(401);
  });

  it('is for nobody but who organises the whole edition', async () => {
    const contest = await setUp();
    const { digest } = await decided(contest, TOTAL);
    const elsewhere = await importEdition(app);
    const [session] = contest.sessions;
    const { editionId, path } = contest;
    const others = [
      (await signedIn(app, '他届组织者', [organiserOf(elsewhere)])).browser,
      (
        await signedIn(app, '赛区组织者', [
          { role: 'contest_organiser', scopeType: 'region', scopeId: `${editionId}/BJ` },
        ])
      ).browser,
      (await signedIn(app, '管理员', [{ role: 'administrator', scopeType: 'system', scopeId: '' }])).browser,
      contest.owner.browser,
    ];
    for (const role of ['judge', 'chair', 'recorder', 'supervisor'] as const)
      others.push(
        await signIn(app, await makePerson(app, role, [{ role, scopeType: 'session', scopeId: session! }], false)),
      );
    const acts = ['preview', 'preview/entries', 'decide', 'publish', 'replacements'];
    const body = { plan: TOTAL, digest, reason: '理由', entryId: newId() };
    const only = {
      preview: { plan: TOTAL },
      'preview/entries': { plan: TOTAL, digest },
      decide: { plan: TOTAL, digest, reason: '理由' },
      publish: {},
      replacements: { entryId: body.entryId, reason: '理由' },
    } as Record<string, object>;
    for (const browser of others) {
      expectRefused(await browser.get(path), 403, 'common.forbidden');
      expectRefused(await browser.get(`${path}/verification`), 403, 'common.forbidden');
      expectRefused(await browser.get(`${path}/entries`), 403, 'common.forbidden');
      for (const act of acts)
        expectRefused(await post({ ...contest, organiser: browser }, act, 1, only[act]), 403, 'common.forbidden');
    }
    const anybody = app.browser();
    expect((await anybody.get(path)).status).toBe(401);
    for (const act of acts)
      expect((await post({ ...contest, organiser: anybody }, act, 1, only[act])).status).toBe(401);
    expectRefused(await contest.organiser.get(path.replace('FINAL', 'NONE')), 404, 'common.not_found');
    expect((await view(contest)).decision).toMatchObject({ number: 1, publishedAt: null });
  });

  it('cannot be changed once it is published', async () => {
    const contest = await setUp();
    expectRefused(await post(contest, 'publish', 0), 409, 'advancement.not_decided');
    const { digest } = await published(contest, TOTAL);
    expectRefused(await post(contest, 'publish', 1), 412, 'common.stale');
    expectRefused(await post(contest, 'publish', 2), 409, 'advancement.published');
    const again = { plan: TOTAL, digest, reason: '理由' };
    expectRefused(await post(contest, 'decide', 2, again), 409, 'advancement.published');
  });

  it('is not published where somebody withdrew since', async () => {
    const contest = await setUp();
    await decided(contest, TOTAL);
    const { id } = await projectOf(contest, '甲');
    await inWork((work) => work.manager.update(Project, id, { state: 'withdrawn' }));
    expectRefused(await post(contest, 'publish', 1), 409, 'advancement.stale');
    expect((await view(contest)).decision!.publishedAt).toBeNull();
    await decided(contest, TOTAL, 1, { reason: '甲退赛' });
    await post(contest, 'publish', 2).expect(204);
    expect((await standings(contest)).body).toMatchObject([{ status: 'advances' }]);
  });

  it('is not published before a ceremony has told the results', async () => {
    const contest = await setUp();
    const { digest } = (await preview(contest, TOTAL)).outcome!;
    await post(contest, 'decide', 0, { plan: TOTAL, digest }).expect(204);
    const [sessionId] = contest.sessions;
    const ceremony = (part: Partial<Ceremony>) =>
      app.get(UnitOfWork).run(systemActor('test'), (work) => work.manager.update(Ceremony, sessionId!, part as never));
    await app.get(UnitOfWork).run(systemActor('test'), (work) =>
      work.manager.insert(Ceremony, {
        ...{ sessionId: sessionId!, state: 'planned', plan: { awards: [], slides: [], advancing: null }, steps: [] },
        ...{ sealed: [], at: 0, frozenAt: new Date(), begunAt: null, presenterId: null, autoSeconds: null },
        ...{ dueAt: null, endedAt: null },
      } as never),
    );
    expectRefused(await post(contest, 'publish', 1), 409, 'advancement.not_told');
    await ceremony({ state: 'running', frozenAt: null });
    expectRefused(await post(contest, 'publish', 1), 409, 'advancement.not_told');
    expect((await view(contest)).decision!.publishedAt).toBeNull();
    await ceremony({ state: 'ended' });
    await post(contest, 'publish', 1).expect(204);
  });

  it('tells each entrant of their own entry by mail and inbox, once it is published, and who leaves and who moves up', async () => {
    const contest = await setUp();
    const { person } = contest.owner;
    const told = () =>
      app.get(Database).manager.countBy(Notice, { personId: Equal(person.id), template: Like('advancement.%') });
    const outcome = await decided(contest, { ...TOTAL, size: 2, waiting: 2 });
    expect(await told()).toBe(0);
    await post(contest, 'publish', 1).expect(204);
    await until(async () => (await told()) === 2);
    const published = await lastMessage(app, person.mail);
    expect(published).toContain('候补第 1 位');
    expect(published).not.toMatch(/甲|乙|丙/);
    const replacement = { entryId: idOf(outcome, '甲'), reason: '放弃参赛' };
    await post(contest, 'replacements', 2, replacement).expect(204);
    const movedUp = await lastMessage(app, person.mail);
    expect(movedUp).toContain('递补');
    expect(movedUp).not.toMatch(/甲|放弃参赛/);
    await post(contest, 'replacements', 3, { entryId: idOf(outcome, '丁'), reason: '团队解散' }).expect(204);
    expect(await lastMessage(app, person.mail)).toContain('团队解散');
  });

  it('lets the waiting list move up for who gives up, with the history kept', async () => {
    const contest = await setUp();
    const outcome = await published(contest, TOTAL);
    const [first, second] = outcome.entries.filter(({ status }) => status === 'waiting');
    const give = (title: string, revision: number) =>
      post(contest, 'replacements', revision, { entryId: idOf(outcome, title), reason: '主动放弃' });
    expectRefused(await give('丙', 2), 409, 'advancement.holds_no_seat', 'entryId');
    expectRefused(await give('丁', 1), 412, 'common.stale');
    const waiting = await projectOf(contest, first!.title);
    await inWork((work) => work.manager.update(Project, waiting.id, { state: 'withdrawn' }));
    expectRefused(await give('丁', 2), 409, 'advancement.next_withdrew', 'entryId');
    await give(first!.title, 2).expect(204);
    await give('丁', 3).expect(204);
    expectRefused(await give('丁', 4), 409, 'advancement.holds_no_seat', 'entryId');
    const { decision } = await view(contest);
    expect(statuses(decision!)).toMatchObject({ 丁: 'left', [first!.title]: 'left', [second!.title]: 'advances' });
    expect(decision!.entries.find(({ title }) => title === second!.title)!.explanation.zh).toContain('由候补递补');
    const number = async (title: string) => (await projectOf(contest, title)).number;
    expect(decision!.replacements).toMatchObject([
      { left: await number(first!.title), movedUp: null, reason: { zh: '主动放弃' }, by: '组织者' },
      { left: await number('丁'), movedUp: await number(second!.title), reason: { zh: '主动放弃' } },
    ]);
    expect((await standings(contest)).body).toMatchObject([{ status: 'left' }]);
    expect((await contest.organiser.get(`${contest.path}/verification`)).body).toMatchObject({ same: true });
  });

  it('asks organisers without a tie to take out whose project withdrew since, which needs a reason', async () => {
    const contest = await setUp();
    const { organiser, owner, editionId } = contest;
    await organiser.post(`/api/v1/editions/${editionId}/open`).set('If-Match', '"1"').send({}).expect(204);
    const outcome = await published(contest, TOTAL);
    const { id } = await projectOf(contest, '丁');
    // One has a tie to who withdraws, one to who moves up then, and one to who stands elsewhere on the waiting list.
    const tied: { browser: Browser; person: TestPerson }[] = [];
    for (const title of ['丁', '戊', '己']) {
      const one = await signedIn(app, '有利害关系的组织者', [organiserOf(editionId)]);
      await recuse(app, one.person.id, (await projectOf(contest, title)).id);
      tied.push(one);
    }
    const tasks = async (browser: Browser) =>
      ((await browser.get('/api/v1/tasks').expect(200)).body as { items: { kind: string; count?: number }[] }).items
        .filter(({ kind }) => kind === 'advancement.vacancy')
        .map(({ count }) => count);
    const gone = async (browser = organiser) => {
      const { body } = await browser.get(contest.path).expect(200);
      return (body as { decision: { gone: object[] } }).decision.gone;
    };
    expect([await tasks(organiser), await gone()]).toEqual([[], []]);

    const path = `/api/v1/projects/${id}`;
    expect((await owner.browser.get(`${path}/withdrawal`).expect(200)).body).toEqual({
      givesUp: [{ kind: 'advances', stage: { zh: '决赛', en: 'Final' }, session: null }],
      needsReason: true,
      awarded: false,
    });
    expectRefused(await organiser.get(`${path}/withdrawal`), 404, 'common.not_found');
    const withdraw = (body: object) => owner.browser.post(`${path}/withdraw`).set('If-Match', '"1"').send(body);
    expectRefused(await withdraw({}), 422, 'common.required', 'reason');
    expectRefused(await withdraw({ reason: '字'.repeat(501) }), 422, 'common.text_too_long', 'reason');
    await withdraw({ reason: '团队无法参加' }).expect(204);

    const entryId = idOf(outcome, '丁');
    expect(await gone()).toEqual([{ entryId, reason: '团队无法参加', leftToOthers: false }]);
    expect(await tasks(organiser)).toEqual([1]);
    const told = await app.get(Database).manager.findBy(Notice, { template: Equal('advancement.holder_withdrew') });
    expect(told.some(({ noticeKey }) => noticeKey.includes(id))).toBe(true);
    for (const { browser, person } of tied) {
      const open = person === tied[0]!.person ? [] : [{ entryId, reason: '团队无法参加', leftToOthers: true }];
      expect(await gone(browser)).toEqual(open);
      expect(await tasks(browser)).toEqual([]);
      expect(told.some(({ personId }) => personId === person.id)).toBe(false);
      const refused = await post({ ...contest, organiser: browser }, 'replacements', 2, { entryId, reason: '退赛' });
      expectRefused(refused, 403, 'advancement.tied', 'entryId');
    }
    const { steps } = (await owner.browser.get(`${path}/timeline`).expect(200)).body as {
      steps: { kind: string; text?: string }[];
    };
    expect(steps.find(({ kind }) => kind === 'withdrawn')!.text).toBe('团队无法参加');
    expect(await app.get(PersonalData).export(owner.person.id)).toMatchObject({
      withdrawals: [{ projectId: id, withdrawnAt: expect.any(Date), reason: '团队无法参加' }],
    });

    await post(contest, 'replacements', 2, { entryId, reason: '团队无法参加' }).expect(204);
    expect([await tasks(organiser), await gone()]).toEqual([[], []]);
    const log = await Promise.all(tied.map(async ({ browser }) => (await browser.get(contest.path)).body.decision));
    const { number } = await projectOf(contest, '丁');
    const next = (await view(contest)).decision!.replacements as { movedUp: string | null }[];
    expect(next).toMatchObject([{ left: number, movedUp: expect.any(String) }]);
    // Who left and who moved up are told to neither whom one of them is closed to.
    const open = await Promise.all(
      ['戊', '己'].map(async (title) => (await projectOf(contest, title)).number !== next[0]!.movedUp),
    );
    expect(log.map(({ replacements }) => replacements.length)).toEqual([0, ...open.map(Number)]);
  });

  it('asks organisers to take out whose owner was erased, as if they had withdrawn', async () => {
    const contest = await setUp();
    const { organiser, owner, editionId } = contest;
    await organiser.post(`/api/v1/editions/${editionId}/open`).set('If-Match', '"1"').send({}).expect(204);
    const outcome = await published(contest, TOTAL);
    const { id } = await projectOf(contest, '丁');
    const { manager } = app.get(Database);
    const told = async () =>
      (await manager.findBy(Notice, { template: Equal('advancement.holder_withdrew') })).filter(({ noticeKey }) =>
        noticeKey.includes(id),
      );
    expect(await told()).toEqual([]);
    const data = app.get(PersonalData);
    await app.get(UnitOfWork).run(systemActor('test'), (work) => data.erase(work, owner.person.id));
    expect((await told()).length).toBeGreaterThan(0);
    const { body } = await organiser.get(contest.path).expect(200);
    expect(body.decision.gone).toMatchObject([{ entryId: idOf(outcome, '丁'), reason: null }]);
  });

  it('moves nobody up before it is published', async () => {
    const contest = await setUp();
    const outcome = await decided(contest, TOTAL);
    const body = { entryId: idOf(outcome, '丁'), reason: '放弃' };
    expectRefused(await post(contest, 'replacements', 1, body), 409, 'advancement.not_published');
  });

  describe('an organiser with a tie to an entry', () => {
    /** Ties a fresh organiser of the edition to 丁. */
    async function tied(contest: Contest, tie: (project: Project, person: TestPerson) => Promise<unknown>) {
      const one = await signedIn(app, '有关联的组织者', [organiserOf(contest.editionId)]);
      await tie(await projectOf(contest, '丁'), one.person);
      return { ...contest, organiser: one.browser, person: one.person };
    }
    const recused = (contest: Contest) => tied(contest, ({ id }, person) => recuse(app, person.id, id));
    const othersThan = async ({ editionId, person }: Contest & { person: TestPerson }) => {
      const organises = { role: 'contest_organiser' as const };
      const grants = await app.get(Database).manager.findBy(RoleGrant, [
        { ...organises, scopeId: Equal(editionId) },
        { ...organises, scopeType: 'system' },
      ]);
      return grants.map(({ personId }) => personId).filter((personId) => personId !== person.id);
    };
    const ofTeam = async ({ id }: Project, { mail }: TestPerson) => {
      const line = {
        id: newId(),
        projectId: id,
        position: 1,
        name: '丁员',
        role: '顾问',
        share: null,
        mail,
        isCore: true,
      };
      await inWork((work) => work.manager.insert(ProjectMember, line));
    };

    it.each([
      ['recused', 'staff', ({ id }: Project, person: TestPerson) => recuse(app, person.id, id)],
      ['of its team', 'belongs', ofTeam],
      [
        'acting for its organisation',
        'organisation',
        ({ organisationName: name }: Project, person: TestPerson) =>
          actFor(app, person.id, { name: '集团', aliases: [name] }),
      ],
    ] as const)('%s reads nothing of what it came to before it is published', async (_, why, tie) => {
      const contest = await setUp();
      const plan = { ...TOTAL, mode: 'region', size: 2 };
      const outcome = await decided(contest, plan);
      const own = await tied(contest, tie);
      const { number } = await projectOf(contest, '丁');
      const here = await view(own);
      expect(here.tied).toEqual({ numbers: [number], othersDecide: true });
      expect((await view(contest)).tied).toBeNull();
      expect(here).toMatchObject({ decision: null, earlier: [], plan: here.usual });
      for (const one of outcome.entries) expect(JSON.stringify(here)).not.toContain(one.title);
      expectRefused(
        await own.organiser.post(`${own.path}/preview`).send({ plan: { ...TOTAL, size: 1 } }),
        403,
        'advancement.others_decide',
      );
      for (const hidden of ['verification', 'entries', 'export?format=csv'])
        expectRefused(await own.organiser.get(`${own.path}/${hidden}`), 403, 'advancement.others_decide');
      expect((await view(contest)).decision!.entries.find(({ title }) => title === '丁')).toMatchObject({
        ...{ closed: null, status: 'advances', place: 3, score: '82.00' },
      });
      await post(contest, 'publish', 1).expect(204);
      const after = (await view(own)).decision!;
      const entryId = idOf(outcome, '丁');
      const nothing = { score: null, place: null, eligible: null, waiting: null };
      const unsaid = { ...nothing, status: null, explanation: null };
      const kept = { field: null, group: null, lead: null, creditCode: null };
      const unnamed = { title: null, team: null, region: null, division: null };
      expect(after.entries.find((one) => one.entryId === entryId)).toEqual({
        ...{ entryId, number, closed: why },
        ...{ ...unsaid, ...kept, ...unnamed },
      });
      const numbers = after.entries.map((one) => one.number);
      expect(numbers).toEqual(numbers.toSorted());
      const others = after.entries.filter((one) => one.entryId !== entryId);
      expect(others.filter(({ status }) => status === null).map(({ title }) => title)).toEqual(
        expect.arrayContaining(['乙', '丙']),
      );
      for (const one of others.filter(({ status }) => status === null)) expect(one).toMatchObject(unsaid);
      expect(others.find(({ title }) => title === '甲')).toMatchObject({
        ...{ ...nothing, status: 'advances', explanation: { zh: '晋级', en: 'advances' } },
      });
      expect(after).toMatchObject({ total: 6, counts: { advances: 1, waiting: 0, out: 0 }, quotas: null });
      const asked = async (query: object) =>
        (await decidedEntries<Entry>(own.organiser, own.path, query)).map((one) => one.entryId);
      for (const query of [{ status: 'advances' }, { region: 'XA' }, { division: 'EIT' }, { q: '丁' }])
        expect(await asked(query)).not.toContain(entryId);
      expect(await asked({ q: number })).toEqual([entryId]);
      for (const status of ['waiting', 'out']) expect(await asked({ status })).toEqual([]);
      expectRefused(
        await own.organiser.get(`${own.path}/entries`).query({ only: 'near' }),
        403,
        'advancement.others_decide',
      );
      const rows = await readTable(await download(own.organiser, `${own.path}/export?format=csv`));
      expect(rows.slice(1).map((row) => row[1])).toEqual(numbers);
      expect(rows.find((row) => row[1] === number)!.filter(Boolean)).toEqual([number]);
      for (const row of rows.slice(1)) expect([row[0], row[10] ?? '']).toEqual(['', '']);

      const notices = contest.path.replace('advancement', 'public-notices');
      const listed = async () =>
        (await decidedEntries<Entry>(own.organiser, own.path)).find((one) => one.entryId === entryId);
      await contest.organiser.post(`/api/v1/editions/${contest.editionId}/open`).set('If-Match', '"1"').send({});
      const { body: notice } = await contest.organiser.post(notices).send({ kind: 'advancement', days: 5 }).expect(201);
      expect(await listed()).toMatchObject({
        ...{ number, closed: why, ...nothing, ...kept },
        ...{ title: '丁', region: { zh: '西安赛区' }, status: 'advances', explanation: { zh: '晋级' } },
      });
      expect(await asked({ status: 'advances', region: 'XA', q: '丁' })).toEqual([entryId]);
      expect((await view(own)).decision).toMatchObject({ counts: { advances: 2, waiting: 0, out: 0 } });
      await contest.organiser
        .post(`/api/v1/public-notices/${notice.id}/revoke`)
        .set('If-Match', '"1"')
        .send({ reason: '名单有误' })
        .expect(204);
      expect(await listed()).toMatchObject({ title: null, status: null });
    });

    /** Nobody without a tie is left who could decide. */
    async function leaveAlone(contest: Contest, own: { person: TestPerson }) {
      const { manager } = app.get(Database);
      const others = [
        ...(await manager.findBy(RoleGrant, { role: 'contest_organiser', scopeId: Equal(contest.editionId) })),
        ...(await manager.findBy(RoleGrant, { role: 'contest_organiser', scopeType: 'system' })),
      ].filter(({ personId }) => personId !== own.person.id);
      const { id: rival } = await projectOf(contest, '戊');
      for (const { personId } of others) await recuse(app, personId, rival);
    }

    it('excludes it no more than they read why it was, and what others excluded stays so', async () => {
      const contest = await setUp();
      const all = (await preview(contest, TOTAL)).outcome!;
      const excluded = [{ entryId: idOf(all, '丁'), reason: '重复参赛' }];
      const { digest } = await decided(contest, { ...TOTAL, excluded });
      const own = await recused(contest);
      expect(JSON.stringify(await view(own))).not.toContain('重复参赛');
      await leaveAlone(contest, own);
      const refused = await own.organiser.post(`${own.path}/preview`).send({ plan: { ...TOTAL, excluded } });
      expectRefused(refused, 403, 'advancement.tied', 'plan.excluded.0.entryId');
      const { number } = await projectOf(contest, '丁');
      expect((await view(contest)).plan['excluded']).toEqual(excluded.map((one) => ({ ...one, number })));
      expect((await view(own)).plan['excluded']).toEqual([]);
      expect((await preview(own, TOTAL)).outcome!.digest).toBe(digest);
      const body = { plan: { ...TOTAL, excluded }, digest, reason: '另有理由' };
      expect((await post(own, 'decide', 1, body)).status).toBe(403);
    });

    it('leaves the plan and its publication to others while there are any without a tie', async () => {
      const contest = await setUp();
      const own = await recused(contest);
      const { number } = await projectOf(contest, '丁');
      const { digest } = (await preview(contest, TOTAL)).outcome!;
      const refused = await post(own, 'decide', 0, { plan: TOTAL, digest });
      expectRefused(refused, 403, 'advancement.others_decide');
      expect((refused.body as { detail: string }).detail).toContain(number);
      await decided(contest, TOTAL);
      expectRefused(await post(own, 'publish', 1), 403, 'advancement.others_decide');
      await leaveAlone(contest, own);
      const alone = await view(own);
      expect(alone.tied).toMatchObject({ othersDecide: false });
      expect(alone.decision!.entries.find(({ title }) => title === '丁')).toMatchObject({
        ...{ closed: 'staff', status: 'advances', place: 3, score: '82.00' },
      });
      await decided(own, { ...TOTAL, size: 2 }, 1, { reason: '别无他人' });
      await post(own, 'publish', 2).expect(204);
      const events = await app
        .get(Database)
        .manager.findBy(StoredEvent, { subjectId: Equal(contest.editionId), type: Like('advancement.%') });
      const noted = events.map(({ payload }) => (payload as { tied?: string[] }).tied ?? null);
      expect(noted).toEqual([null, [number], [number]]);
    });

    it('finds who decides by as many looks at the projects however many organisers are tied to one', async () => {
      const contest = await setUp();
      const own = await recused(contest);
      for (const personId of await othersThan(own)) await recuse(app, personId, (await projectOf(contest, '丁')).id);
      const looks = () => countQueries(app, 'project_members', () => view(own));
      const before = await looks();
      for (let count = 0; count < 2; count += 1) await recused(contest);
      expect((await view(own)).tied).toMatchObject({ othersDecide: false });
      expect(await looks()).toBe(before);
    });

    it('finds what is left to others by as many looks at the projects however many places are vacant', async () => {
      const contest = await setUp();
      await published(contest, { ...TOTAL, size: 1, waiting: 3 });
      const own = await recused(contest);
      const leave = async (title: string) => {
        const withdrawn = { state: 'withdrawn', withdrawnAt: new Date(Date.now() + 1000) } as const;
        const { id } = await projectOf(contest, title);
        await inWork((work) => work.manager.update(Project, id, withdrawn));
      };
      const looks = () => countQueries(app, 'project_members', () => own.organiser.get(own.path).expect(200));
      await leave('甲');
      const one = await looks();
      for (const title of ['乙', '丁']) await leave(title);
      expect(await looks()).toBe(one);
      const { body } = await own.organiser.get(own.path).expect(200);
      // One of the three is closed to them.
      expect(body.decision.gone.map(({ leftToOthers }: { leftToOthers: boolean }) => leftToOthers)).toEqual([
        true,
        true,
      ]);
    });

    it('takes nobody out where it moves that entry, also on the waiting list', async () => {
      const contest = await setUp();
      const outcome = await published(contest, { ...TOTAL, size: 1, waiting: 3 });
      const own = await recused(contest);
      const give = (title: string, { organiser, path }: Contest = own) =>
        post({ ...contest, organiser, path }, 'replacements', 2, { entryId: idOf(outcome, title), reason: '放弃' });
      // 丁 is the second on the waiting list: it would be taken off, or move up.
      for (const title of ['丁', '甲', '乙']) expectRefused(await give(title), 403, 'advancement.tied', 'entryId');
      const last = outcome.entries.find(({ waiting }) => waiting === 3)!;
      await give(last.title).expect(204);
    });

    it('is asked to take it out where nobody without a tie to what that moves is there, with the tie on record', async () => {
      const contest = await setUp();
      const { editionId, owner } = contest;
      await contest.organiser.post(`/api/v1/editions/${editionId}/open`).set('If-Match', '"1"').send({}).expect(204);
      const outcome = await published(contest, TOTAL);
      const { id, number } = await projectOf(contest, '丁');
      const own = await recused(contest);
      await leaveAlone(contest, own);
      const withdrawn = owner.browser.post(`/api/v1/projects/${id}/withdraw`).set('If-Match', '"1"');
      await withdrawn.send({ reason: '团队无法参加' }).expect(204);
      const entryId = idOf(outcome, '丁');
      const { body } = await own.organiser.get(own.path).expect(200);
      expect(body.decision.gone).toEqual([{ entryId, reason: '团队无法参加', leftToOthers: false }]);
      const told = { template: 'advancement.holder_withdrew', personId: Equal(own.person.id) };
      expect(await app.get(Database).manager.countBy(Notice, told)).toBe(1);
      const { items } = (await own.organiser.get('/api/v1/tasks').expect(200)).body as { items: { kind: string }[] };
      expect(items.map(({ kind }) => kind)).toContain('advancement.vacancy');
      await post(own, 'replacements', 2, { entryId, reason: '团队无法参加' }).expect(204);
      const replaced = { subjectId: Equal(editionId), type: 'advancement.replaced' };
      expect(await app.get(Database).manager.findBy(StoredEvent, replaced)).toMatchObject([
        { payload: { left: entryId, tied: [number] } },
      ]);
    });
  });

  it('starts from what the edition’s settings say, which a change of them moves', async () => {
    const contest = await setUp(false);
    const { organiser, editionId } = contest;
    const path = `/api/v1/editions/${editionId}`;
    const { body: file } = await organiser.get(`${path}/file`).expect(200);
    const settings = file.stages.find(({ code }: { code: string }) => code === 'FINAL').settings;
    settings.advance = { by: [], permille: 500, waiting: 2, wildcards: 1, cutTies: 'all' };
    settings.advance.carry = { stage: 'NOTICE', permille: 300 };
    const preview = async () =>
      (await organiser.post(`${path}/change/preview`).send({ file }).expect(200)).body as Record<string, any>;
    expect((await preview())['problems']).toMatchObject([
      { field: 'stages.4.settings.advance.carry.stage', code: 'advancement.unknown_stage' },
    ]);
    settings.advance.carry.stage = 'ONLINE';
    const { version, effects, refusals } = await preview();
    expect([effects, refusals]).toEqual([
      [expect.objectContaining({ path: 'stages.FINAL.settings.advance', code: 'plan_follows' })],
      [],
    ]);
    await organiser.post(`${path}/change`).set('If-Match', `"${version}"`).send({ file, reason: '按通知' }).expect(200);
    const plan = {
      mode: 'share',
      size: null,
      permille: 500,
      wildcards: 1,
      waiting: 2,
      cutTies: 'all',
      carry: { stage: 'ONLINE', permille: 300 },
      excluded: [],
    };
    expect(await view(contest)).toMatchObject({ plan, usual: plan });
    delete settings.advance.carry;
    const made = await preview();
    await organiser
      .post(`${path}/change`)
      .set('If-Match', `"${made['version']}"`)
      .send({ file, reason: '不计入网评' })
      .expect(200);
    for (const id of contest.sessions) await confirm(id, techOf);
    await decided(contest, TOTAL);
    const { carry: _, ...usual } = plan;
    const after = (await view(contest)) as View & { usual: object };
    expect(after.plan).toMatchObject(TOTAL);
    expect(after.usual).toMatchObject(usual);
    expect(after.usual).not.toHaveProperty('carry');
  });

  describe('by scores of an earlier stage', () => {
    const PLANS = [
      ['that part equals', { ties: ['stage:HEAT'] }, {}],
      ['that are carried', {}, { carry: { stage: 'HEAT', permille: 300 } }],
    ] as const;

    /** A heat with a third project, of which a ceremony has yet to tell, and a final in which both others are equal. */
    async function twoStages(more: object, by: object) {
      const editionId = await importEdition(app);
      const { browser: organiser } = await signedIn(app, '组织者', [organiserOf(editionId)]);
      const projects = [];
      for (const title of ['甲', '乙', '丙']) projects.push(await acceptedProject(app, editionId, { title }));
      const held = async (stageCode: string, ids: string[], settings: object, tech: (title: string) => number) => {
        const { body } = await organiser
          .post(`/api/v1/editions/${editionId}/sessions`)
          .send({ stageCode, name: stageCode, room: '一厅', ...settings })
          .expect(201);
        await organiser.post(`/api/v1/sessions/${body.id}/entries`).send({ projectIds: ids }).expect(204);
        await confirmSession(app, body.id as string, tech);
        return body.id as string;
      };
      const ids = projects.map(({ id }) => id);
      const heat = await held('HEAT', ids, {}, (title) => (title === '甲' ? 27.13 : 25.29));
      await inWork((work) =>
        work.manager.insert(Ceremony, {
          ...{ sessionId: heat, state: 'planned', plan: { awards: [], slides: [], advancing: null }, steps: [] },
          ...{ sealed: [], at: 0, frozenAt: new Date(), begunAt: null, presenterId: null, autoSeconds: null },
          ...{ dueAt: null, endedAt: null },
        } as never),
      );
      await held('FINAL', ids.slice(0, 2), more, () => 20);
      const path = `/api/v1/editions/${editionId}/stages/FINAL/advancement`;
      return { editionId, organiser, path, heat, third: projects[2]!, plan: { ...TOTAL, size: 1, ...by } };
    }

    it.each(PLANS)('is published only once the ceremony of that stage has told them: %s', async (_, more, by) => {
      const { organiser, path, plan, heat } = await twoStages(more, by);
      const { digest } = (await organiser.post(`${path}/preview`).send({ plan }).expect(200)).body.outcome;
      await organiser.post(`${path}/decide`).set('If-Match', '"0"').send({ plan, digest }).expect(204);
      const publish = () => organiser.post(`${path}/publish`).set('If-Match', '"1"').send({});
      expectRefused(await publish(), 409, 'advancement.not_told');
      await inWork((work) => work.manager.update(Ceremony, { sessionId: Equal(heat) }, { state: 'ended' }));
      await publish().expect(204);
    });

    it.each(PLANS)('is left to others by who has a tie to an entry of that stage alone: %s', async (_, more, by) => {
      const { organiser, path, plan, editionId, third } = await twoStages(more, by);
      const { person, browser } = await signedIn(app, '有关系的组织者', [organiserOf(editionId)]);
      await recuse(app, person.id, third.id);
      const refused = await browser.post(`${path}/preview`).send({ plan });
      expectRefused(refused, 403, 'advancement.others_decide');
      expect(refused.body.detail).toContain(third.number);
      const { digest } = (await organiser.post(`${path}/preview`).send({ plan }).expect(200)).body.outcome;
      const decide = { plan, digest };
      expectRefused(
        await browser.post(`${path}/decide`).set('If-Match', '"0"').send(decide),
        403,
        'advancement.others_decide',
      );
      await organiser.post(`${path}/decide`).set('If-Match', '"0"').send(decide).expect(204);
      const { body } = await browser.get(path).expect(200);
      expect(body).toMatchObject({ decision: null, tied: { numbers: [third.number], othersDecide: true } });
      for (const answer of [
        await browser.get(`${path}/verification`),
        await browser.get(`${path}/entries`),
        await browser.get(`${path}/export?format=csv`),
        await browser.post(`${path}/publish`).set('If-Match', '"1"').send({}),
      ])
        expectRefused(answer, 403, 'advancement.others_decide');
      const alone = { ...TOTAL, size: 1 };
      if (!('ties' in more)) await browser.post(`${path}/preview`).send({ plan: alone }).expect(200);
    });
  });

  it('is told of an earlier stage by its own name that nothing of it can count, since it was never held', async () => {
    const contest = await setUp();
    const plan = { ...TOTAL, carry: { stage: 'ONLINE', permille: 300 } };
    const ask = (act: string, body: object) => post(contest, act, 0, body).set('Accept-Language', 'en');
    const refused = [await ask('preview', { plan }), await ask('decide', { plan, digest: '0'.repeat(64) })];
    for (const answer of refused) {
      expectRefused(answer, 409, 'advancement.carries_nothing', 'plan.carry.stage');
      expect((answer.body as { detail: string }).detail).toContain('“Online review”, whose scores are to count');
    }
  });

  it('refuses sessions that score by different rules', async () => {
    const contest = await setUp();
    await inWork(async (work) => {
      const panel = await work.manager.findOneByOrFail(Panel, { id: Equal(contest.sessions[1]!) });
      const aggregation = { ...panel.aggregation, decimals: 3 };
      await work.manager.update(Panel, panel.id, { aggregation });
    });
    const answer = await contest.organiser.post(`${contest.path}/preview`).send({ plan: TOTAL });
    expectRefused(answer, 409, 'advancement.not_comparable');
  });

  it('names of each entry what a department files, and its leader and code to nobody whom it is closed to', async () => {
    const contest = await setUp();
    const [first, tied] = [await projectOf(contest, '甲'), await projectOf(contest, '丁')];
    await inWork(async ({ manager }) => {
      await manager.update(Project, first.id, { organisationCode: '91130100MA00000012' });
      await manager.update(Project, tied.id, { organisationCode: '91130100MA00000012', groupCode: 'TEAM' });
      for (const { id } of [first, tied])
        for (const [position, name] of ['王助', '李总', '赵工'].entries()) {
          const line = { projectId: id, position, name, role: '', share: null, mail: '', isCore: position > 0 };
          await manager.insert(ProjectMember, { ...line, id: newId() });
        }
    });
    await published(contest, TOTAL);
    const told = async (one: Contest, title: string) =>
      (await view(one)).decision!.entries.find((entry) => entry.title === title);
    const field = { zh: '集成电路', en: 'Integrated circuits' };
    expect(await told(contest, '甲')).toMatchObject({
      ...{ field, group: { zh: '企业组' }, lead: '李总', creditCode: '91130100MA00000012' },
    });
    expect(await told(contest, '丁')).toMatchObject({ group: { zh: '团队组' }, lead: '李总', creditCode: '' });
    const own = await signedIn(app, '有关联的组织者', [organiserOf(contest.editionId)]);
    await recuse(app, own.person.id, tied.id);
    const closed = { ...contest, organiser: own.browser };
    const kept = (await decidedEntries<Entry>(own.browser, contest.path)).find((one) => one.number === tied.number);
    expect(kept).toMatchObject({ title: null, field: null, group: null, lead: null, creditCode: null });
    expect(await told(closed, '甲')).toMatchObject({ field, lead: '李总', creditCode: '91130100MA00000012' });
    const columns = async ({ organiser, path }: Contest) => {
      const rows = await readTable(await download(organiser, `${path}/export?format=csv`));
      return rows.find((row) => row[1] === tied.number)!.slice(2, 10);
    };
    const places = ['新一代电子信息', '集成电路', '西安赛区', '团队组'];
    expect(await columns(contest)).toEqual(['丁', expect.any(String), '', '李总', ...places]);
    expect((await columns(closed)).filter(Boolean)).toEqual([]);
  });

  describe('its entries', () => {
    const BOTH = { ...TOTAL, mode: 'biproportional', size: 2, wildcards: 1, waiting: 2 };
    const titles = (entries: readonly Entry[]) => entries.map(({ title }) => title).join('');

    it('are counted by cell and by where they stand, with the line of all where all compete together', async () => {
      const contest = await setUp();
      const outcome = await published(contest, { ...TOTAL, size: 2 });
      await post(contest, 'replacements', 2, { entryId: idOf(outcome, '甲'), reason: '放弃' }).expect(204);
      const { decision } = (await contest.organiser.get(contest.path).expect(200)).body;
      expect(decision).not.toHaveProperty('entries');
      expect(decision).toMatchObject({
        counts: { advances: 2, wildcard: 0, waiting: 1, out: 2, left: 1, struck: 0 },
        quotas: [{ region: null, division: null, eligible: 6, quota: 2, line: 2, seated: 2, waiting: 1 }],
      });
    });

    it.each(['decided', 'previewed'] as const)('are read in parts, by place, words and cut line: %s', async (which) => {
      const contest = await setUp();
      const { organiser, path } = contest;
      const { digest } = await decided(contest, BOTH);
      const ask = (query: object) =>
        which === 'decided'
          ? organiser.get(`${path}/entries`).query(query)
          : organiser.post(`${path}/preview/entries`).query(query).send({ plan: BOTH, digest });
      const found = async (query: object) =>
        (await ask(query).expect(200)).body as { items: Entry[]; total: number; next?: string };
      const { items: all, total } = await found({});
      expect([all.length, total]).toEqual([6, 6]);
      const first = await found({ limit: 4 });
      const rest = await found({ limit: 4, cursor: first.next });
      expect([...first.items, ...rest.items]).toEqual(all);
      expect(rest).not.toHaveProperty('next');
      expect(titles((await found({ region: 'BJ', division: 'EIT' })).items)).toBe('甲乙');
      const waiting = all.filter(({ status }) => status === 'waiting');
      expect(waiting).toHaveLength(2);
      expect((await found({ status: 'waiting' })).items).toEqual(waiting);
      expect(await found({ q: '丙', status: 'advances' })).toEqual({ items: [], total: 0 });
      expect(titles((await found({ q: '丙' })).items)).toBe('丙');
      expect(titles((await found({ only: 'near' })).items)).toBe(titles(all));
      expectRefused(await ask({ cursor: 'nowhere' }), 422, 'common.bad_cursor', 'cursor');
      expectRefused(await ask({ status: 'first' }), 422, 'common.not_a_choice', 'status');
    });

    it('are found by who leads them and by code, and by neither by whom they are closed to', async () => {
      const contest = await setUp();
      const { id } = await projectOf(contest, '丁');
      const code = '91130100MA0ABCDEFG';
      await inWork(async ({ manager }) => {
        await manager.update(Project, id, { organisationCode: code });
        for (const [position, name] of ['王助', '欧阳领'].entries()) {
          const line = { id: newId(), projectId: id, position, name, role: '', share: null, mail: '' };
          await manager.insert(ProjectMember, { ...line, isCore: position > 0 });
        }
      });
      await published(contest, TOTAL);
      const found = async ({ organiser, path }: Pick<Contest, 'organiser' | 'path'>, q: string) =>
        titles(await decidedEntries<Entry>(organiser, path, { q }));
      const words = ['欧阳', code.toLowerCase().slice(8), '王助', '丁'];
      const told = async (by: Pick<Contest, 'organiser' | 'path'>) => Promise.all(words.map((one) => found(by, one)));
      expect(await told(contest)).toEqual(['丁', '丁', '', '丁']);
      const tied = await signedIn(app, '有关联的组织者', [organiserOf(contest.editionId)]);
      await recuse(app, tied.person.id, id);
      expect(await told({ organiser: tied.browser, path: contest.path })).toEqual(['', '', '', '']);
    });

    it('stand first where somebody is to take them out', async () => {
      const contest = await setUp();
      await published(contest, TOTAL);
      const { id } = await projectOf(contest, '丁');
      const withdrawnAt = new Date(Date.now() + 1000);
      await inWork((work) => work.manager.update(Project, id, { state: 'withdrawn', withdrawnAt }));
      const entries = await decidedEntries<Entry>(contest.organiser, contest.path);
      expect(titles(entries).slice(0, 3)).toBe('丁甲乙');
    });

    it('of a preview are told only as they were previewed', async () => {
      const contest = await setUp();
      const { organiser, path } = contest;
      const { digest } = (await preview(contest, TOTAL)).outcome!;
      const ask = (plan: object, of = digest) => organiser.post(`${path}/preview/entries`).send({ plan, digest: of });
      expectRefused(await ask(TOTAL, '0'.repeat(64)), 409, 'advancement.stale', 'digest');
      const own = await signedIn(app, '有关联的组织者', [organiserOf(contest.editionId)]);
      await recuse(app, own.person.id, (await projectOf(contest, '丁')).id);
      expectRefused(
        await own.browser.post(`${path}/preview/entries`).send({ plan: TOTAL, digest }),
        403,
        'advancement.others_decide',
      );
    });
  });

  it('is taken home as a list, by who organises the whole edition, and each export is recorded', async () => {
    const contest = await setUp();
    const { organiser, owner, path, editionId } = contest;
    const file = `${path}/export?format=csv`;
    expectRefused(await organiser.get(file), 409, 'advancement.not_decided');
    const outcome = await published(contest, TOTAL);
    const replaced = { entryId: idOf(outcome, '丁'), reason: '放弃' };
    await post(contest, 'replacements', 2, replaced).expect(204);
    const { decision } = await view(contest);
    for (const format of ['csv', 'xlsx']) {
      const [header, ...rows] = await readTable(await download(organiser, `${path}/export?format=${format}`));
      expect(header).toEqual([
        ...['名次', '项目编号', '项目名称', '单位', '统一社会信用代码', '负责人'],
        ...['领域', '方向', '赛区', '组别', '得分', '结果', '说明'],
      ]);
      expect(rows.map((row) => [row[2], row[10], row[12]])).toEqual(
        decision!.entries.map(({ title, score, explanation }) => [title, String(Number(score)), explanation.zh]),
      );
      const outcomes = Object.fromEntries(rows.map((row) => [row[2], row[11]]));
      expect(outcomes).toMatchObject({ 甲: '晋级', 丁: '已退出', 丙: '未晋级' });
      expect(Object.values(outcomes)).toContain('候补第 1 位');
      expect(rows.map((row) => row[0]).filter(Boolean)).toEqual(
        decision!.entries.flatMap(({ place }) => (place === null ? [] : [String(place)])),
      );
    }
    const english = await organiser.get(file).set('Accept-Language', 'en').expect(200);
    expect(english.text).toContain('Waiting list, number 1');
    if (hasPoppler) {
      const text = packedText(await download(organiser, `${path}/export?format=pdf`));
      for (const said of ['晋级名单', '第1次决定，已公布', '制表人：组织者', '已退出或放弃晋级', '共6行'])
        expect(text).toContain(said);
    }
    expectRefused(await organiser.get(`${path}/export?format=doc`), 422, 'common.not_a_choice', 'format');
    expectRefused(await app.browser().get(file), 401, 'common.unauthenticated');
    expectRefused(await owner.browser.get(file), 403, 'common.forbidden');
    const other = await signedIn(app, '别的组织者', [organiserOf(await importEdition(app))]);
    expectRefused(await other.browser.get(file), 403, 'common.forbidden');
    const events = await app
      .get(Database)
      .manager.findBy(StoredEvent, { type: 'advancement.exported', subjectId: Equal(editionId) });
    expect(events.map(({ payload }) => payload)).toContainEqual({
      format: 'csv',
      stage: 'FINAL',
      number: 1,
      entries: 6,
    });
    expect(events).toHaveLength(hasPoppler ? 4 : 3);
  });

  it('names every command in the audit trail', async () => {
    const contest = await setUp();
    const outcome = await published(contest, TOTAL);
    await post(contest, 'replacements', 2, { entryId: idOf(outcome, '丁'), reason: '放弃' }).expect(204);
    const rows = await app
      .get(Database)
      .manager.query(`SELECT type FROM events WHERE subjectId = ? AND type LIKE 'advancement.%' ORDER BY id`, [
        contest.editionId,
      ]);
    expect((rows as { type: string }[]).map(({ type }) => type)).toEqual([
      'advancement.decided',
      'advancement.published',
      'advancement.replaced',
    ]);
  });
});
