import type { LocalText } from '@haishi/contracts';
import { Project } from '@haishi/contest';
import { newId } from '@haishi/kernel';
import { Database, readTable, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { PanelEntry, Results } from '@haishi/review';
import { Equal } from 'typeorm';
import { RoundQueries } from '@haishi/contest/online-review/round.queries';
import { RoundResults } from '@haishi/contest/online-review/round.results';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { previewOf } from '../support/advancement.js';
import { startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { download } from '../support/downloads.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, signedIn } from '../support/people.js';
import { actFor, recuse, recuseOthers } from '../support/ties.js';
import { confirmSession } from './roadshow-confirmed.js';
import {
  addExpert,
  AUTHOR,
  enter,
  openReview,
  PLAN,
  type Review,
  reviewOf,
  runEnded,
  sheetOf,
  declare,
} from './review-round.js';

/** What is wrong with a score as it comes over the wire. */
const WRONG: Readonly<Record<string, string>> = {
  '1e309': 'review.score_not_a_number',
  '"NaN"': 'review.score_not_a_number',
  '-0.5': 'review.score_too_fine',
};

interface EntryDigits {
  entryId: string;
  raw: string | null;
  score: string | null;
}

interface Previewed {
  outcome: {
    digest: string;
    entries: { entryId: string; title: string; status: string; place: number; explanation: LocalText }[];
  };
}

eachEngine('an online review', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  const view = async ({ organiser, path }: Review) => (await organiser.get(path).expect(200)).body;
  const entries = async ({ organiser, path }: Review, query = {}) =>
    (await organiser.get(`${path}/entries`).query(query).expect(200)).body.items as {
      entryId: string;
      title: string | null;
      judges: { personId: string; kind: string; state: string }[];
    }[];
  const deskOf = async (review: Review, at: number) =>
    (await review.judges[at]!.browser.get(review.desk).expect(200)).body;

  it('goes from a pool of experts to confirmed results', async () => {
    const review = await reviewOf(app, 6, 4);
    const { organiser, path, desk, judges } = review;
    expect((await view(review)).counts).toEqual({
      entries: 6,
      withdrawn: 0,
      waiting: 0,
      judges: 4,
      notReady: 0,
      short: 6,
      again: 0,
    });
    await openReview(review);

    const assigned = await entries(review);
    for (const entry of assigned)
      expect(entry.judges.map(({ kind }) => kind).toSorted()).toEqual(['investor', 'technical']);
    expect((await view(review)).judges.map((one: { assigned: number }) => one.assigned)).toEqual([3, 3, 3, 3]);

    for (const [at, judge] of judges.entries()) {
      await enter(review, judge);
      for (const { entryId } of (await deskOf(review, at)).entries) {
        const tech = 20 + assigned.findIndex((one) => one.entryId === entryId);
        await judge.browser.put(`${desk}/entries/${entryId}/sheet`).send(sheetOf(tech)).expect(200);
      }
    }
    expect((await view(review)).progress).toEqual({ sheets: 12, expected: 12 });
    expectRefused(await organiser.get(`${path}/results`), 409, 'online_review.still_open');

    await organiser.post(`${path}/close`).send({}).expect(204);
    const first = assigned[0]!;
    const late = judges.find(({ person }) => person.id === first.judges[0]!.personId)!;
    expectRefused(
      await late.browser.put(`${desk}/entries/${first.entryId}/sheet`).send(sheetOf(30, { revision: 1 })),
      409,
      'review.scoring_closed',
    );
    const { body: results } = await organiser.get(`${path}/results`).expect(200);
    expect(results.entries.map((one: { place: number; score: string }) => [one.place, one.score])).toEqual([
      [1, '78.00'],
      [2, '77.00'],
      [3, '76.00'],
      [4, '75.00'],
      [5, '74.00'],
      [6, '73.00'],
    ]);
    const plan = { mode: 'total', size: 2, wildcards: 0, waiting: 1, cutTies: 'order' };
    const early = await organiser
      .post(`/api/v1/editions/${review.editionId}/stages/ONLINE/advancement/preview`)
      .set('Accept-Language', 'en')
      .send({ plan });
    expectRefused(early, 409, 'advancement.sessions_open');
    expect((early.body as { detail: string }).detail).toContain(
      'The results of the online review are not confirmed yet: Online review.',
    );
    await organiser.post(`${path}/confirm`).send({}).expect(204);
    expect((await view(review)).state).toBe('confirmed');
    const stage = `/api/v1/editions/${review.editionId}/stages/ONLINE/advancement`;
    const preview = await previewOf<Previewed>(organiser, stage, plan);
    const best = preview.outcome.entries.toSorted((one, other) => one.place - other.place).slice(0, 3);
    expect(best.map(({ title, status }) => [title, status])).toEqual([
      ['项目6', 'advances'],
      ['项目5', 'advances'],
      ['项目4', 'waiting'],
    ]);
    const { digest } = preview.outcome;
    await organiser.post(`${stage}/decide`).set('If-Match', '"0"').send({ plan, digest }).expect(204);
    expect((await organiser.get(`${stage}/verification`).expect(200)).body.same).toBe(true);
    await organiser.post(`${stage}/publish`).set('If-Match', '"1"').send({}).expect(204);
    const { body: heat } = await organiser
      .post(`/api/v1/editions/${review.editionId}/sessions`)
      .send({ stageCode: 'HEAT', name: '赛区赛', room: '一厅' })
      .expect(201);
    const session = `/api/v1/sessions/${heat.id}`;
    const candidates = (await organiser.get(`${session}/candidates`).expect(200)).body.items as { title: string }[];
    expect(candidates.map(({ title }) => title).toSorted()).toEqual(['项目5', '项目6']);
    const [fourth, fifth] = review.projects.slice(3, 5).map(({ id }) => id);
    const both = await organiser.post(`${session}/entries`).send({ projectIds: [fifth, fourth] });
    expectRefused(both, 422, 'roadshow.project_not_advanced', 'projectIds');
    await organiser
      .post(`${session}/entries`)
      .send({ projectIds: [fifth] })
      .expect(204);
    await confirmSession(app, heat.id, () => 20);
    const heats = `/api/v1/editions/${review.editionId}/stages/HEAT/advancement`;
    expect((await organiser.get(heats).expect(200)).body.carries.map(({ code }: { code: string }) => code)).toEqual([
      'ONLINE',
    ]);
    const weighed = (carry: object) => organiser.post(`${heats}/preview`).send({ plan: { ...plan, carry } });
    const carry = { stage: 'ONLINE', permille: 300 };
    const combined = await previewOf<Previewed>(organiser, heats, { ...plan, carry });
    // 76.00 on stage, 77.00 online: 76 × 0.7 + 77 × 0.3.
    expect(combined.outcome.entries[0]).toMatchObject({ title: '项目5', score: '76.30' });
    expect(combined.outcome.entries[0]!.explanation.zh).toContain('本阶段 76.00，计入前一阶段 77.00');
    const decision = { plan: { ...plan, carry }, digest: combined.outcome.digest };
    await organiser.post(`${heats}/decide`).set('If-Match', '"0"').send(decision).expect(204);
    expect((await organiser.get(`${heats}/verification`).expect(200)).body.same).toBe(true);
    const later = await weighed({ ...carry, stage: 'FINAL' });
    expectRefused(later, 422, 'advancement.unknown_stage', 'plan.carry.stage');
    const whole = await weighed({ ...carry, permille: 1000 });
    expectRefused(whole, 422, 'common.number_out_of_range', 'plan.carry.permille');

    // Equal on stage, where nothing is told of the review; who advances from there is told by it.
    const final = `/api/v1/editions/${review.editionId}/stages/FINAL/advancement`;
    const { body: last } = await organiser
      .post(`/api/v1/editions/${review.editionId}/sessions`)
      .send({ stageCode: 'FINAL', name: '决赛', room: '一厅', ties: ['stage:ONLINE', 'TECH'] })
      .expect(201);
    const projectIds = review.projects.slice(4, 6).map(({ id }) => id);
    await organiser.post(`/api/v1/sessions/${last.id}/entries`).send({ projectIds }).expect(204);
    await confirmSession(app, last.id, () => 20);
    const ranked = await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) => app.get(Results).rankAll(work, last.id as string));
    expect(ranked.map(({ place, explanation }) => [place, explanation.sharing, explanation.compared])).toEqual([
      [1, 1, []],
      [1, 1, []],
    ]);
    const told = await previewOf<Previewed>(organiser, final, plan);
    const byOnline = told.outcome.entries;
    const sixth = byOnline.find(({ title }) => title === '项目6')!;
    expect(byOnline.find(({ title }) => title === '项目5')).toMatchObject({ place: 2 });
    expect(sixth).toMatchObject({ place: 1 });
    expect(sixth.explanation.zh).toContain('76.00 分同分，按网评成绩 78.00 分出');
    expect(sixth.explanation.en).toContain('tie on 76.00 broken by the score of Online review 78.00');
    const byIt = { plan, digest: told.outcome.digest };
    await organiser.post(`${final}/decide`).set('If-Match', '"0"').send(byIt).expect(204);
    expect((await organiser.get(`${final}/verification`).expect(200)).body.same).toBe(true);
    expectRefused(
      await organiser.post(`${path}/reopen`).send({ reason: '再看' }),
      409,
      'online_review.action_not_allowed',
    );
  });

  it('gives nobody what is not theirs', async () => {
    const review = await reviewOf(app, 2, 2);
    const { organiser, path, desk, judges, editionId } = review;
    const stranger = (await signedIn(app, '外人')).browser;
    const other = (await signedIn(app, '别的评委', [{ role: 'judge', scopeType: 'edition', scopeId: editionId }]))
      .browser;
    const elsewhere = await reviewOf(app, 1, 2);
    const both = (
      await signedIn(app, '别届组织者兼评委', [
        { role: 'judge', scopeType: 'edition', scopeId: editionId },
        organiserOf(elsewhere.editionId),
      ])
    ).browser;
    expectRefused(await both.get(path), 403, 'common.forbidden');
    expectRefused(await both.post(`${path}/open`).send({}), 403, 'common.forbidden');
    expectRefused(await stranger.get(path), 403, 'common.forbidden');
    expectRefused(await elsewhere.organiser.get(path), 404, 'common.not_found');
    expectRefused(await judges[0]!.browser.get(path), 403, 'common.forbidden');
    expectRefused(await judges[0]!.browser.get(desk), 404, 'common.not_found');
    await openReview(review);
    expectRefused(await other.get(desk), 404, 'common.not_found');
    expectRefused(await elsewhere.judges[0]!.browser.get(desk), 404, 'common.not_found');
    expectRefused(await organiser.get(desk), 403, 'common.forbidden');
  });

  it('opens files to a judge only after terms and declaration, and under names that tell nobody', async () => {
    const review = await reviewOf(app, 2, 2);
    await openReview(review);
    const { browser } = review.judges[0]!;
    const before = await deskOf(review, 0);
    expect(before).toMatchObject({ blind: true, accepted: false });
    const [{ entryId }] = before.entries;
    const entry = `${review.desk}/entries/${entryId}`;
    expectRefused(await browser.get(entry), 409, 'online_review.accept_first');
    expectRefused(await browser.get(`${entry}/files/0`), 409, 'online_review.accept_first');
    expectRefused(await browser.put(`${entry}/sheet`).send(sheetOf(20)), 409, 'online_review.accept_first');
    expectRefused(
      await browser.post(`${review.desk}/declarations`).send({ ties: [], entries: [] }),
      409,
      'online_review.accept_first',
    );
    await browser.post(`${review.desk}/terms`).send({ ties: [] }).expect(204);
    expectRefused(await browser.get(entry), 409, 'review.declare_first');
    expectRefused(await browser.get(`${entry}/files/0`), 409, 'review.declare_first');
    expectRefused(await browser.put(`${entry}/sheet`).send(sheetOf(20)), 409, 'review.declare_first');
    expectRefused(await browser.put(`${entry}/draft`).send({ scores: {} }), 409, 'review.declare_first');
    await declare(browser, review.desk);

    const { body } = await browser.get(entry).expect(200);
    const said = JSON.stringify([body, await deskOf(review, 0)]);
    for (const name of ['参赛公司', '91350100M000100Y43', '欧阳小明', 'ouyang@example.com'])
      expect(said).not.toContain(name);
    expect(body.summary).toBe('由▇▇的▇▇研制（▇▇）');
    expect(body.materials[0].files[0].name).toBe('商业计划书-1.pdf');
    const file = await browser.get(`${entry}/files/0?disposition=inline`).expect(200);
    expect(decodeURIComponent(file.headers['content-disposition']!)).not.toContain('参赛公司');
    expect(file.body).toHaveLength(40_012);
    expect(file.body.toString('latin1')).not.toContain(AUTHOR);
    expect(file.body.toString('latin1')).not.toMatch(/\/Info \d+ \d+ R/);
    expectRefused(await browser.get(`${entry}/files/9`), 404, 'common.not_found');
    const { fileId } = (
      await app
        .get(Database)
        .query<{ fileId: string }>('SELECT id AS fileId FROM files WHERE subjectId = ?', [review.projects[0]!.id])
    )[0]!;
    expectRefused(await browser.get(`/api/v1/files/${fileId}`), 404, 'common.not_found');
  });

  it('takes a judge off what they have a tie to, whoever finds it', async () => {
    const review = await reviewOf(app, 3, 6);
    const { organiser, path, desk, judges, editionId } = review;
    const [mine, theirs, third] = await entries(review);
    await addExpert(organiser, editionId, judges[0]!.person, {
      kind: 'technical',
      organisationName: '参赛公司１',
    });
    await organiser.post(`${path}/prepare`).send({}).expect(204);
    expect((await entries(review))[0]!.judges).toMatchObject([
      { personId: judges[0]!.person.id, state: 'recused', reason: 'organisation' },
    ]);
    expectRefused(
      await organiser.post(`${path}/pairs`).send({ entryId: mine!.entryId, personId: judges[0]!.person.id }),
      403,
      'review.recused',
      'personId',
    );
    await openReview(review);
    const given = (await entries(review)).find(({ entryId }) => entryId === theirs!.entryId)!;
    const at = judges.findIndex(({ person }) => given.judges.some(({ personId }) => personId === person.id));
    const judge = judges[at]!;
    await judge.browser
      .post(`${desk}/terms`)
      .send({ ties: ['参赛公司2'] })
      .expect(204);
    expect((await deskOf(review, at)).entries.map((one: { entryId: string }) => one.entryId)).not.toContain(
      theirs!.entryId,
    );
    expectRefused(
      await organiser
        .post(`${path}/recusals/lift`)
        .send({ entryId: newId(), personId: judge.person.id, reason: '误报' }),
      404,
      'common.not_found',
    );
    const lifted = { entryId: theirs!.entryId, personId: judge.person.id, reason: '同名的另一家公司' };
    await organiser.post(`${path}/recusals/lift`).send(lifted).expect(200);
    expect((await view(review)).counts.short).toBe(1);

    const holder = (await entries(review)).find(({ entryId }) => entryId === third!.entryId)!.judges[0]!;
    const declaring = judges.find(({ person }) => person.id === holder.personId)!;
    await declaring.browser.post(`${desk}/terms`).send({ ties: [] }).expect(204);
    const tie = { entryId: third!.entryId, reason: '曾任导师' };
    expectRefused(
      await declaring.browser
        .post(`${desk}/declarations`)
        .send({ ties: [tie, { ...tie, entryId: newId() }], entries: [] }),
      403,
      'review.not_assigned',
    );
    await declare(declaring.browser, desk, [tie]);
    expect((await entries(review)).find(({ entryId }) => entryId === third!.entryId)!.judges).toContainEqual(
      expect.objectContaining({ personId: holder.personId, state: 'recused', reason: '曾任导师' }),
    );
  });

  it('says which demands fail where no assignment meets them, and what would help', async () => {
    const review = await reviewOf(app, 4, 2);
    const { organiser, path } = review;
    await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, load: { min: 0, max: 3 } })
      .expect(204);
    await organiser.post(`${path}/runs`).send({ seconds: 20 }).expect(204);
    const run = await runEnded(review);
    expect(run).toMatchObject({ state: 'done', answer: 'impossible' });
    expect(run.failing.length).toBeGreaterThan(0);
    expect(run.relaxations.map(({ zh }: { zh: string }) => zh).join()).toContain('提高评审项目数上限');
    expectRefused(await organiser.post(`${path}/runs/${run.id}/apply`).send({}), 409, 'review.assignment_not_found');
    expectRefused(await organiser.post(`${path}/open`).send({}), 409, 'online_review.entries_short');
  });

  it('keeps what was decided by hand and what was scored when it is assigned anew', async () => {
    const review = await reviewOf(app, 4, 6);
    const { organiser, path, desk, judges } = review;
    const [entry] = await entries(review);
    const pair = { entryId: entry!.entryId, personId: judges[4]!.person.id };
    await organiser.post(`${path}/pairs`).send(pair).expect(204);
    expectRefused(await organiser.post(`${path}/pairs`).send(pair), 409, 'review.already_assigned', 'personId');
    await openReview(review);
    expect((await entries(review))[0]!.judges.map(({ personId }) => personId)).toContain(pair.personId);
    const mine = judges[4]!;
    await enter(review, mine);
    await mine.browser.put(`${desk}/entries/${pair.entryId}/sheet`).send(sheetOf(25)).expect(200);
    expectRefused(
      await organiser.post(`${path}/pairs/remove`).send({ ...pair, reason: '换人' }),
      409,
      'review.pair_has_sheet',
    );
    const before = await entries(review);
    await organiser.post(`${path}/runs`).send({ seed: 7, seconds: 20 }).expect(204);
    const run = await runEnded(review);
    expect(run.change).toEqual({ added: 0, removed: 0 });
    await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, keep: 6 })
      .expect(204);
    expectRefused(await organiser.post(`${path}/runs/${run.id}/apply`).send({}), 409, 'online_review.run_outdated');
    expect(await entries(review)).toEqual(before);
  });

  it('gives nobody by hand who is of one institution with a judge of the entry, and goes on with whom it gave where their region changed', async () => {
    const review = await reviewOf(app, 4, 6);
    const { organiser, path, editionId, judges } = review;
    const [entry] = await entries(review);
    const give = (at: number) =>
      organiser.post(`${path}/pairs`).send({ entryId: entry!.entryId, personId: judges[at]!.person.id });
    await give(0).expect(204);
    await addExpert(organiser, editionId, judges[1]!.person, {
      kind: 'investor',
      organisationName: '评审单位2',
      aliases: ['评审单位1'],
    });
    expectRefused(await give(1), 409, 'online_review.same_institution', 'personId');

    await addExpert(organiser, editionId, judges[0]!.person, { organisationName: '评审单位1', region: 'BJ' });
    await organiser.post(`${path}/runs`).send({ seed: 1, seconds: 20 }).expect(204);
    const run = await runEnded(review);
    expect(run.answer).toBe('assigned');
    await organiser.post(`${path}/runs/${run.id}/apply`).send({}).expect(204);
    const given = (await entries(review))[0]!.judges.map(({ personId }) => personId);
    expect(given).toContain(judges[0]!.person.id);
    expect(given).not.toContain(judges[1]!.person.id);
  });

  it('opens to a judge what was shown to them as they declared, and nothing that was given meanwhile', async () => {
    const review = await reviewOf(app, 2, 4);
    const { organiser, path, desk, judges } = review;
    const [one, two] = await entries(review);
    const give = (entryId: string, at: number) => {
      const pair = { entryId, personId: judges[at]!.person.id, reason: '再请一位' };
      return organiser.post(`${path}/pairs`).send(pair).expect(204);
    };
    for (const at of [0, 1]) await give(one!.entryId, at);
    for (const at of [2, 3]) await give(two!.entryId, at);
    await organiser.post(`${path}/open`).send({}).expect(204);
    const { browser } = judges[0]!;
    await browser.post(`${desk}/terms`).send({ ties: [] }).expect(204);
    await give(two!.entryId, 0);
    await browser
      .post(`${desk}/declarations`)
      .send({ ties: [], entries: [one!.entryId] })
      .expect(204);
    await browser.get(`${desk}/entries/${one!.entryId}`).expect(200);
    expectRefused(await browser.get(`${desk}/entries/${two!.entryId}`), 409, 'review.declare_first');
    await declare(browser, desk);
    await browser.get(`${desk}/entries/${two!.entryId}`).expect(200);
  });

  it('keeps a draft on every device, and a sheet once', async () => {
    const review = await reviewOf(app, 1, 2);
    await openReview(review);
    const { browser } = review.judges[0]!;
    await enter(review, review.judges[0]!);
    const { entryId } = (await deskOf(review, 0)).entries[0];
    const entry = `${review.desk}/entries/${entryId}`;
    await browser
      .put(`${entry}/draft`)
      .send({ scores: { TECH: 2000 }, comment: '未完' })
      .expect(204);
    await browser
      .put(`${entry}/draft`)
      .send({ scores: { TECH: 2050 }, comment: '未完' })
      .expect(204);
    expect((await browser.get(entry).expect(200)).body.draft).toMatchObject({
      scores: { TECH: 2050 },
      comment: '未完',
    });
    expect((await deskOf(review, 0)).entries[0].state).toBe('draft');
    expectRefused(
      await browser.put(`${entry}/draft`).send({ scores: { TECH: 3050 } }),
      422,
      'review.score_out_of_range',
      'scores.TECH',
    );
    for (const literal of ['NaN', '1e309', '"NaN"', '-0.5'])
      for (const part of ['draft', 'sheet']) {
        const json = JSON.stringify(sheetOf(21)).replace('"TECH":2100', `"TECH":${literal}`);
        const refused = await browser
          .put(`${entry}/${part}`)
          .type('json')
          .send(part === 'draft' ? json.replace(/"sheetKey":"[^"]+",/, '') : json);
        if (literal === 'NaN') expectRefused(refused, 422, 'common.bad_json');
        else expectRefused(refused, 422, WRONG[literal]!, 'scores.TECH');
      }
    expect((await browser.get(entry).expect(200)).body).toMatchObject({
      draft: { scores: { TECH: 2050 } },
      sheet: null,
    });
    const sheet = sheetOf(21);
    const { body } = await browser.put(`${entry}/sheet`).send(sheet).expect(200);
    expect((await browser.put(`${entry}/sheet`).send(sheet).expect(200)).body).toEqual(body);
    expectRefused(await browser.put(`${entry}/sheet`).send(sheetOf(22)), 409, 'review.sheet_changed');
    const after = (await browser.get(entry).expect(200)).body;
    expect(after).toMatchObject({ draft: null, sheet: { total: 7400, revision: 1 } });
    await browser
      .put(`${entry}/sheet`)
      .send(sheetOf(22, { revision: 1 }))
      .expect(200);
  });

  it('adjusts scores where judges are harsh, and refuses to where they share nothing', async () => {
    const review = await reviewOf(app, 6, 4);
    const { organiser, path, desk, judges, editionId, projects } = review;
    await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, composition: [], connected: true, normalisation: 'additive' })
      .expect(204);
    await openReview(review);
    const order = (await entries(review)).map(({ entryId }) => entryId);
    for (const [at, judge] of judges.entries()) {
      await enter(review, judge);
      for (const { entryId } of (await deskOf(review, at)).entries) {
        const tech = 15 + order.indexOf(entryId) + (at === 0 ? -8 : 0);
        await judge.browser.put(`${desk}/entries/${entryId}/sheet`).send(sheetOf(tech)).expect(200);
      }
    }
    await organiser.post(`${path}/close`).send({}).expect(204);
    const { body } = await organiser.get(`${path}/results`).expect(200);
    expect(body.refusals).toEqual([]);
    expect(body.entries.map((one: { entryId: string }) => order.indexOf(one.entryId))).toEqual([5, 4, 3, 2, 1, 0]);
    const harsh = body.judges.find(({ name }: { name: string }) => name === '评委1');
    expect(Number(harsh.effect)).toBeLessThan(-3);
    await organiser.post(`${path}/reopen`).send({ reason: '改用其他规则' }).expect(204);
    await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, composition: [], normalisation: 'additive', minSheets: 50 })
      .expect(204);
    await organiser.post(`${path}/close`).send({}).expect(204);
    expect((await organiser.get(`${path}/results`).expect(200)).body.refusals[0].zh).toContain('至少需要 50 项');
    expectRefused(await organiser.post(`${path}/confirm`).send({}), 409, 'online_review.not_adjustable');

    // Adjusted in another way once it is closed, it comes to what it would have had its plan said so from the start.
    const otherwise = async (change: object, held?: number) =>
      organiser
        .put(`${path}/normalisation`)
        .set('if-match', `"${held ?? (await view(review)).versions.plan}"`)
        .send({ normalisation: 'additive', reason: '评委中途退出', ...change });
    const { plan, versions } = await view(review);
    expectRefused(await otherwise({ reason: '' }), 422, 'common.required', 'reason');
    expectRefused(await otherwise({ normalisation: 'best' }), 422, 'common.not_a_choice', 'normalisation');
    expectRefused(await otherwise({}), 409, 'online_review.scaled_so', 'normalisation');
    const tied = await signedIn(app, '有利害关系', [organiserOf(editionId)]);
    await actFor(app, tied.person.id, { name: projects[0]!.organisationName });
    const theirs = tied.browser.put(`${path}/normalisation`).set('if-match', '*');
    expectRefused(await theirs.send({ normalisation: 'none', reason: '照原始分' }), 403, 'online_review.others_decide');
    expect((await view(review)).plan).toEqual(plan);

    expect((await otherwise({ minSheets: PLAN.minSheets })).status).toBe(204);
    expectRefused(await otherwise({ normalisation: 'none' }, versions.plan), 412, 'common.stale');
    const { body: again } = await organiser.get(`${path}/results`).expect(200);
    const change = { from: { normalisation: 'additive', minSheets: 50 }, reason: '评委中途退出' };
    expect(again).toEqual({ ...body, rescalings: [expect.objectContaining(change)] });
    expect((await otherwise({ normalisation: 'none' })).status).toBe(204);
    const raw = (await organiser.get(`${path}/results`).expect(200)).body;
    expect(raw).toMatchObject({ normalisation: 'none', refusals: [], judges: [] });
    expect(raw.rescalings).toHaveLength(2);
    const scores = (of: EntryDigits[], which: 'raw' | 'score') => new Map(of.map((one) => [one.entryId, one[which]]));
    expect(scores(raw.entries, 'score')).toEqual(scores(body.entries, 'raw'));
    await organiser.post(`${path}/confirm`).send({ divergence: '不再复评' }).expect(204);
    expectRefused(await otherwise({}), 409, 'online_review.action_not_allowed');
    expect((await organiser.get(`${path}/results`).expect(200)).body).toMatchObject({
      entries: raw.entries,
      rescalings: raw.rescalings,
    });
  });

  it('tells what it came to in parts, best first, and what is looked for in it', async () => {
    const review = await reviewOf(app, 5, 4);
    const { organiser, path, desk, judges, projects } = review;
    await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, composition: [] })
      .expect(204);
    await openReview(review);
    const order = (await entries(review)).map(({ entryId }) => entryId);
    for (const [at, judge] of judges.entries()) {
      await enter(review, judge);
      for (const { entryId } of (await deskOf(review, at)).entries) {
        const far = order.indexOf(entryId) === 2 && at % 2 === 0;
        await judge.browser
          .put(`${desk}/entries/${entryId}/sheet`)
          .send(sheetOf(far ? 0 : 20 + order.indexOf(entryId)))
          .expect(200);
      }
    }
    await organiser.post(`${path}/close`).send({}).expect(204);
    type Part = { entries: { entryId: string; number: string }[]; total: number; next?: string; divergent: string[] };
    const part = async (query: object) =>
      (await organiser.get(`${path}/results`).query(query).expect(200)).body as Part;
    const whole = await part({});
    const best = whole.entries.map(({ entryId }) => entryId);
    expect([whole.total, best.length, whole.next]).toEqual([5, 5, undefined]);
    const first = await part({ limit: 3 });
    const second = await part({ limit: 3, cursor: first.next });
    expect([...first.entries, ...second.entries].map(({ entryId }) => entryId)).toEqual(best);
    expect([first.total, second.next]).toEqual([5, undefined]);
    expect(whole.divergent).toEqual((await part({ only: 'divergent' })).entries.map(({ entryId }) => entryId));
    const sought = await part({ q: projects[3]!.organisationName });
    expect(sought.entries.map(({ number }) => number)).toEqual([projects[3]!.number]);
    expect([sought.total, sought.divergent]).toEqual([1, whole.divergent]);
    expectRefused(await organiser.get(`${path}/results`).query({ cursor: 'nowhere' }), 422, 'common.bad_cursor');
    // Who leaves is no longer among them, though no command on the round said so.
    await app
      .get(Database)
      .manager.update(Project, { number: Equal(whole.entries[0]!.number) }, { state: 'withdrawn' });
    expect((await part({})).entries.map(({ entryId }) => entryId)).toEqual(best.slice(1));
  });

  it('lets an organiser without a tie order equals before it is confirmed, which a changed score ends by itself', async () => {
    const review = await reviewOf(app, 3, 4);
    const { organiser, path, desk, judges, id, editionId, projects } = review;
    await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, composition: [] })
      .expect(204);
    await openReview(review);
    const scored = new Map<string, string[]>();
    for (const [at, judge] of judges.entries()) {
      await enter(review, judge);
      const own = (await deskOf(review, at)).entries.map(({ entryId }: { entryId: string }) => entryId);
      scored.set(judge.person.id, own);
      for (const entryId of own)
        await judge.browser.put(`${desk}/entries/${entryId}/sheet`).send(sheetOf(20)).expect(200);
    }
    const ids = (await entries(review)).map(({ entryId }) => entryId);
    const order = [ids[2]!, ids[0]!, ids[1]!];
    const rule = (body: object, browser = organiser) => browser.post(`${path}/rulings`).send(body);
    const reason = '合议认为更成熟';
    expectRefused(await rule({ entryIds: order, reason }), 409, 'online_review.action_not_allowed');
    await organiser.post(`${path}/close`).send({}).expect(204);
    expectRefused(await rule({ entryIds: order }), 422, 'common.required', 'reason');
    expectRefused(await rule({ entryIds: order.slice(0, 1), reason }), 422, 'common.invalid');
    expectRefused(await rule({ entryIds: order.slice(0, 2), reason }), 409, 'review.tie_separated');
    const tied = await signedIn(app, '有利害关系的组织者', [organiserOf(editionId)]);
    await recuse(app, tied.person.id, projects[0]!.id);
    const revoke = (entryIds: string[], browser = organiser) =>
      browser.post(`${path}/rulings/revoke`).send({ entryIds, reason: '重议' });
    // A place of others tells of one's own as well.
    const others = ids.slice(1);
    expectRefused(await rule({ entryIds: others, reason }, tied.browser), 403, 'online_review.others_decide');
    expectRefused(await revoke(others, tied.browser), 403, 'online_review.others_decide');
    const free = await recuseOthers(app, { editionId, personId: tied.person.id, projectId: projects[1]!.id });
    await rule({ entryIds: order, reason }, tied.browser).expect(204);
    await revoke(order, tied.browser).expect(204);
    await free();
    for (const type of ['review_round.tie_ruled', 'review_round.tie_ruling_taken_back']) {
      const [kept] = await app.get(Database).manager.findBy(StoredEvent, { subjectId: Equal(id), type });
      expect(kept!.payload).toMatchObject({ entryIds: order, tied: [projects[0]!.number] });
    }
    await rule({ entryIds: order, reason }).expect(204);
    interface Told {
      rulings: { entries: { entryId: string }[]; reason: string }[];
      equals: { place: number; entries: object[] }[];
      entries: { entryId: string; place: number; explanation: { ruled?: object } }[];
    }
    const results = async () => (await organiser.get(`${path}/results`).expect(200)).body as Told;
    const placed = async () => Object.fromEntries((await results()).entries.map((one) => [one.entryId, one.place]));
    expect(await placed()).toEqual({ [order[0]!]: 1, [order[1]!]: 2, [order[2]!]: 3 });
    expect((await results()).entries[0]!.explanation.ruled).toEqual({ among: 3, reason });
    expect((await results()).rulings).toMatchObject([{ entries: order.map((entryId) => ({ entryId })), reason }]);
    expectRefused(await tied.browser.get(`${path}/results`), 403, 'online_review.others_decide');
    await revoke(order).expect(204);
    expect(Object.values(await placed())).toEqual([1, 1, 1]);
    expect((await results()).equals.map(({ place, entries: all }) => [place, all.length])).toEqual([[1, 3]]);
    expectRefused(await revoke(order), 404, 'common.not_found');
    await rule({ entryIds: order, reason }).expect(204);

    await organiser.post(`${path}/reopen`).send({ reason: '更正' }).expect(204);
    const [judge] = judges.filter(({ person }) => scored.get(person.id)!.includes(order[2]!));
    await judge!.browser
      .put(`${desk}/entries/${order[2]}/sheet`)
      .send(sheetOf(24, { revision: 1 }))
      .expect(200);
    await organiser.post(`${path}/close`).send({}).expect(204);
    expect(await placed()).toEqual({ [order[2]!]: 1, [order[0]!]: 2, [order[1]!]: 2 });
    expect((await results()).rulings).toEqual([]);
    const pair = [order[1]!, order[0]!];
    await rule({ entryIds: pair, reason }).expect(204);
    await organiser.post(`${path}/confirm`).send({}).expect(204);
    expectRefused(await rule({ entryIds: pair, reason }), 409, 'online_review.action_not_allowed');
    const plan = { mode: 'total', size: 2, wildcards: 0, waiting: 1, cutTies: 'order' };
    const stage = `/api/v1/editions/${editionId}/stages/ONLINE/advancement`;
    const { outcome } = await previewOf<Previewed>(organiser, stage, plan);
    const standing = outcome.entries.map((one) => [one.entryId, one.status]);
    expect(standing).toEqual([
      [order[2], 'advances'],
      [order[1], 'advances'],
      [order[0], 'waiting'],
    ]);
  });

  it('adjusts nothing where judges and entries fall apart, and says who judges in which part', async () => {
    const review = await reviewOf(app, 4, 4);
    const { organiser, path, desk, judges } = review;
    const plan = { ...PLAN, composition: [], normalisation: 'additive' };
    await organiser.put(`${path}/plan`).set('if-match', '*').send(plan).expect(204);
    const order = (await entries(review)).map(({ entryId }) => entryId);
    for (const [at, entryId] of order.entries())
      for (const seat of at < 2 ? [0, 1] : [2, 3])
        await organiser.post(`${path}/pairs`).send({ entryId, personId: judges[seat]!.person.id }).expect(204);
    await organiser.post(`${path}/open`).send({}).expect(204);
    for (const [seat, judge] of judges.entries()) {
      await enter(review, judge);
      for (const entryId of seat < 2 ? order.slice(0, 2) : order.slice(2))
        await judge.browser
          .put(`${desk}/entries/${entryId}/sheet`)
          .send(sheetOf(18 + seat + order.indexOf(entryId)))
          .expect(200);
    }
    await organiser.post(`${path}/close`).send({}).expect(204);
    const { body } = await organiser.get(`${path}/results`).expect(200);
    expect(body.refusals).toHaveLength(1);
    expect(body.refusals[0].zh).toContain('分成互不相连的 2 部分');
    expect(body.refusals[0].zh).toMatch(/有评委1、评委2，2 个项目.*有评委3、评委4，2 个项目/);
    const refused = await organiser.post(`${path}/confirm`).send({ reason: '照此公布' });
    expectRefused(refused, 409, 'online_review.not_adjustable');
    expect(refused.body.detail).toContain('新一代电子信息');
    const now = await view(review);
    expect(now.state).toBe('closed');
    const raw = organiser.put(`${path}/normalisation`).set('if-match', `"${now.versions.plan}"`);
    await raw.send({ normalisation: 'none', reason: '评委未能交叉评审' }).expect(204);
    await organiser.post(`${path}/confirm`).send({}).expect(204);
  });

  it('has entries whose judges differ too much looked at again, and no other', async () => {
    const review = await reviewOf(app, 3, 4);
    const { organiser, path, desk, judges } = review;
    await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, composition: [] })
      .expect(204);
    await openReview(review);
    const [far, other] = await entries(review);
    for (const [at, judge] of judges.entries()) {
      await enter(review, judge);
      for (const { entryId } of (await deskOf(review, at)).entries) {
        const low = entryId === far!.entryId && far!.judges[0]!.personId === judge.person.id;
        await judge.browser
          .put(`${desk}/entries/${entryId}/sheet`)
          .send(sheetOf(low ? 0 : 25))
          .expect(200);
      }
    }
    const again = { entryIds: [far!.entryId], judges: 1, reason: '两位评委相差超过 20 分' };
    expectRefused(await organiser.post(`${path}/rereview`).send(again), 409, 'online_review.action_not_allowed');
    await organiser.post(`${path}/close`).send({}).expect(204);
    expect((await entries(review, { only: 'divergent' })).map(({ entryId }) => entryId)).toEqual([far!.entryId]);
    expectRefused(
      await organiser.post(`${path}/rereview`).send({ ...again, entryIds: [far!.entryId, newId()] }),
      404,
      'common.not_found',
      'entryIds',
    );
    expectRefused(await organiser.post(`${path}/confirm`).send({}), 409, 'online_review.divergent_left', 'divergence');
    await organiser.post(`${path}/rereview`).send(again).expect(204);
    expect((await view(review)).counts).toMatchObject({ short: 1, again: 1 });
    await organiser.post(`${path}/runs`).send({ seconds: 20 }).expect(204);
    const run = await runEnded(review);
    expect(run.change).toEqual({ added: 1, removed: 0 });
    await organiser.post(`${path}/runs/${run.id}/apply`).send({}).expect(204);
    const third = (await entries(review)).find(({ entryId }) => entryId === far!.entryId)!.judges.at(-1)!;
    const at = judges.findIndex(({ person }) => person.id === third.personId);
    await declare(judges[at]!.browser, desk);
    const mine = (await deskOf(review, at)).entries as { entryId: string; open: boolean }[];
    expect(mine.filter(({ open }) => open).map(({ entryId }) => entryId)).toEqual([far!.entryId]);
    await judges[at]!.browser.put(`${desk}/entries/${far!.entryId}/sheet`).send(sheetOf(25)).expect(200);
    const scored = judges.find(({ person }) => other!.judges.some(({ personId }) => personId === person.id))!;
    expectRefused(
      await scored.browser.put(`${desk}/entries/${other!.entryId}/sheet`).send(sheetOf(26, { revision: 1 })),
      409,
      'review.scoring_closed',
    );
    await organiser.post(`${path}/close`).send({}).expect(204);
    const { body } = await organiser.get(`${path}/results`).expect(200);
    const result = body.entries.find((one: { entryId: string }) => one.entryId === far!.entryId);
    expect(result.sheets).toHaveLength(3);
    expect(result.sheets.some(({ divergent }: { divergent: boolean }) => divergent)).toBe(true);
    await organiser.post(`${path}/confirm`).send({}).expect(204);
  });

  it('opens another look by itself as it closes, once, and is confirmed without it only for a reason', async () => {
    const review = await reviewOf(app, 3, 4);
    const { organiser, path, desk, judges, id, editionId, projects } = review;
    expect((await view(review)).plan.reopensDivergent).toBe(false);
    await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, composition: [], reopensDivergent: true })
      .expect(204);
    await openReview(review);
    const [far] = await entries(review);
    for (const [at, judge] of judges.entries()) {
      await enter(review, judge);
      for (const { entryId } of (await deskOf(review, at)).entries) {
        const low = entryId === far!.entryId && far!.judges[0]!.personId === judge.person.id;
        await judge.browser
          .put(`${desk}/entries/${entryId}/sheet`)
          .send(sheetOf(low ? 0 : 25))
          .expect(200);
      }
    }
    await organiser.post(`${path}/close`).send({}).expect(204);
    expect(await view(review)).toMatchObject({ state: 'open', counts: { short: 1, again: 1 } });
    expectRefused(await organiser.get(`${path}/results`), 409, 'online_review.still_open');
    const { manager } = app.get(Database);
    const open = await manager.findBy(PanelEntry, { panelId: Equal(id), state: 'open' });
    expect(open.map((entry) => entry.id)).toEqual([far!.entryId]);
    const events = await manager.findBy(StoredEvent, { subjectId: Equal(id), type: 'review_round.rereview_opened' });
    expect(events.map(({ payload }) => payload)).toMatchObject([
      { entries: [far!.entryId], judges: 1, threshold: 2000 },
    ]);

    await organiser.post(`${path}/close`).send({}).expect(204);
    expect(await view(review)).toMatchObject({ state: 'closed', counts: { again: 1 } });
    const refused = await organiser.post(`${path}/confirm`).set('Accept-Language', 'en').send({ reason: '其他理由' });
    expectRefused(refused, 409, 'online_review.divergent_left', 'divergence');
    expect((refused.body as { detail: string }).detail).toContain(
      `1 entries diverge and were not looked at again: ${projects[0]!.number}`,
    );
    const tied = await signedIn(app, '有关联的组织者', [organiserOf(editionId)]);
    await actFor(app, tied.person.id, { name: projects[0]!.organisationName });
    const reason = '已逾截止，专家均不得空';
    const others = await tied.browser.post(`${path}/confirm`).send({ divergence: reason });
    expectRefused(others, 403, 'online_review.others_decide');
    expect((await view(review)).state).toBe('closed');
    // Where nobody is left without a tie the contest goes on all the same.
    const unconfirm = () => tied.browser.post(`${path}/unconfirm`).send({ reason: '漏计' });
    const free = await recuseOthers(app, { editionId, personId: tied.person.id, projectId: projects[0]!.id });
    await tied.browser.post(`${path}/confirm`).send({ divergence: reason }).expect(204);
    await unconfirm().expect(204);
    await tied.browser.post(`${path}/confirm`).send({ divergence: reason }).expect(204);
    await free();
    expectRefused(await unconfirm(), 403, 'online_review.others_decide');
    const [unconfirmed] = await manager.findBy(StoredEvent, { subjectId: Equal(id), type: 'review_round.unconfirmed' });
    expect(unconfirmed!.payload).toMatchObject({ reason: '漏计', tied: [projects[0]!.number] });
    const kept = async () =>
      (
        (await organiser.get(`${path}/results`).expect(200)).body.entries as {
          number: string;
          leftDivergent: string | null;
        }[]
      )
        .sort((one, other) => (one.number < other.number ? -1 : 1))
        .map(({ leftDivergent }) => leftDivergent);
    expect(await kept()).toEqual([reason, null, null]);
    const [confirmed] = await manager.findBy(StoredEvent, { subjectId: Equal(id), type: 'review_round.confirmed' });
    expect(confirmed!.payload).toMatchObject({
      divergent: { entries: [far!.entryId], reason },
      tied: [projects[0]!.number],
    });
    const [header, ...rows] = await readTable(await download(organiser, `${path}/results/export?format=xlsx`));
    const column = header!.indexOf('未复评的理由');
    expect(rows.map((row) => row[column] ?? '').filter((cell) => cell !== '')).toEqual([reason]);
  });

  it('asks for a reason where entries are not scored, and leaves out who withdrew', async () => {
    const review = await reviewOf(app, 3, 2);
    await openReview(review);
    const { organiser, path, judges } = review;
    await app.get(Database).manager.update(Project, { id: Equal(review.projects[2]!.id) }, { state: 'withdrawn' });
    expect((await view(review)).counts).toMatchObject({ entries: 2, withdrawn: 1 });
    expect((await deskOf(review, 0)).entries).toHaveLength(2);
    for (const judge of judges) {
      await enter(review, judge);
      const [first] = (await judge.browser.get(review.desk).expect(200)).body.entries;
      await judge.browser.put(`${review.desk}/entries/${first.entryId}/sheet`).send(sheetOf(20)).expect(200);
    }
    const [scored] = (await deskOf(review, 0)).entries;
    const sheetsOf = async (entryId: string) => {
      const { body } = await organiser.get(`${path}/results`).expect(200);
      return body.entries.find((one: { entryId: string }) => one.entryId === entryId).sheets as object[];
    };
    await organiser.post(`${path}/close`).send({}).expect(204);
    expect(await sheetsOf(scored.entryId)).toHaveLength(2);
    const tied = await signedIn(app, '与退赛者有关联', [organiserOf(review.editionId)]);
    await actFor(app, tied.person.id, { name: review.projects[2]!.organisationName });
    for (const refused of [
      await tied.browser.get(`${path}/results`),
      await tied.browser.post(`${path}/confirm`).send({ reason: '评委因病缺席' }),
    ])
      expectRefused(refused, 403, 'online_review.others_decide');
    await organiser.post(`${path}/reopen`).send({ reason: '事后发现利害关系' }).expect(204);
    const tie = { entryId: scored.entryId, personId: judges[0]!.person.id, reason: '曾任其顾问' };
    await organiser.post(`${path}/recusals`).send(tie).expect(204);
    await organiser.post(`${path}/close`).send({}).expect(204);
    expect(await sheetsOf(scored.entryId)).toHaveLength(1);
    const { outcome } = await app.get(RoundResults).of(await app.get(RoundQueries).get(review.id));
    expect(outcome.results).toHaveLength(2);
    expectRefused(await organiser.post(`${path}/confirm`).send({}), 409, 'online_review.sheets_missing', 'reason');
    await organiser.post(`${path}/confirm`).send({ reason: '评委因病缺席' }).expect(204);
  });

  it('names what is wrong with a plan or an expert, and writes over nothing that somebody else saved', async () => {
    const review = await reviewOf(app, 1, 2);
    const { organiser, path, editionId } = review;
    const crossed = await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, load: { min: 4, max: 3 } });
    expectRefused(crossed, 422, 'online_review.bounds_crossed', 'load.min');
    const many = await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, composition: [{ type: 'technical', atLeast: 3 }] });
    expectRefused(many, 422, 'online_review.composition_too_large', 'composition');
    const alone = await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, composition: [], judgesPerEntry: 1 });
    expectRefused(alone, 422, 'online_review.judges_below_valid', 'judgesPerEntry');
    const expert = { name: '某', mail: 'x@example.com', kind: 'technical', organisationName: '某校', fields: ['EIT'] };
    const post = (change: object) =>
      organiser
        .post(`/api/v1/editions/${editionId}/experts`)
        .set('if-match', '*')
        .send({ ...expert, ...change });
    expectRefused(await post({ fields: ['NONE'] }), 422, 'project.not_in_edition', 'fields.0');
    expectRefused(await post({ region: 'NONE' }), 422, 'project.not_in_edition', 'region');
    expectRefused(await post({ creditCode: '123' }), 422, 'project.bad_credit_code', 'creditCode');
    expectRefused(await post({ kind: 'friend' }), 422, 'common.not_a_choice', 'kind');

    const seen = async () => (await organiser.get(path).expect(200)).body;
    const { plan, versions } = await seen();
    const replan = (held: number, level: number) =>
      organiser
        .put(`${path}/plan`)
        .set('if-match', `"${held}"`)
        .send({ ...PLAN, level });
    expectRefused(await organiser.put(`${path}/plan`).send(PLAN), 412, 'common.version_required');
    await replan(versions.plan, 7).expect(204);
    expectRefused(await replan(versions.plan, 8), 412, 'common.stale');
    expect((await seen()).plan).toEqual({ ...plan, level: 7 });
    const ties = organiser
      .put(`${path}/ties`)
      .set('if-match', `"${versions.ties}"`)
      .send({ ties: ['untrimmed'] });
    await ties.expect(204);
    const now = (await seen()).versions;
    expect(now.ties).not.toBe(versions.ties);
    await replan(now.plan, 9).expect(204);

    const pool = `/api/v1/editions/${editionId}/experts`;
    const mail = `${newId()}@example.com`;
    const write = (held: number, change: object) =>
      organiser
        .post(pool)
        .set('if-match', `"${held}"`)
        .send({ ...expert, mail, ...change });
    const listed = async () =>
      (await organiser.get(pool).expect(200)).body.find((one: { mail: string }) => one.mail === mail);
    await write(0, { name: '甲' }).expect(204);
    expectRefused(await write(0, { name: '乙' }), 412, 'common.stale');
    const { id, version } = await listed();
    await write(version, { name: '丙' }).expect(204);
    expectRefused(await write(version, { name: '丁' }), 412, 'common.stale');
    expect(await listed()).toMatchObject({ id, name: '丙' });
    await organiser.delete(`${pool}/${id}`).expect(204);
    expectRefused(await write(version, { name: '丁' }), 409, 'expert.is_withdrawn', 'mail');
    await write(version, { name: '戊', restore: true }).expect(204);
    expect(await listed()).toMatchObject({ id, name: '戊' });
  });
});
