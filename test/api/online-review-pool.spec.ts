import { Project } from '@haishi/contest';
import { Persons, RoleGrant } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { Database, systemActor, UnitOfWork } from '@haishi/platform';
import { Expert, ExpertAcceptance, Recusal } from '@haishi/review';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { lastLink } from '../support/messages.js';
import { expectRefused, makePerson, signIn, signedIn } from '../support/people.js';
import { upload } from '../support/uploads.js';
import { addExpert, enter, openReview, PLAN, type Review, reviewOf, runEnded, sheetOf } from './review-round.js';
import { importEdition } from './roadshow-session.js';

interface Judge {
  personId: string;
  state: string;
  reason: string | null;
}

eachEngine('the pool of experts and its recusals', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  const view = async ({ organiser, path }: Review) => (await organiser.get(path).expect(200)).body;
  const entries = async ({ organiser, path }: Review, query = {}) =>
    (await organiser.get(`${path}/entries`).query(query).expect(200)).body.items as {
      entryId: string;
      number: string;
      judges: Judge[];
    }[];
  const judgesOf = async (review: Review, entryId: string) =>
    (await entries(review)).find((one) => one.entryId === entryId)!.judges;
  const stateOf = async (review: Review, { entryId, personId }: { entryId: string; personId: string }) =>
    (await judgesOf(review, entryId)).find((one) => one.personId === personId)?.state;
  const lift = ({ organiser, path }: Review, tie: { entryId: string; personId: string }) =>
    organiser.post(`${path}/recusals/lift`).send({ ...tie, reason: '同名的另一家单位' });
  async function search({ organiser, path }: Review, by: Browser = organiser): Promise<any> {
    await by.post(`${path}/runs`).send({ seed: 1, seconds: 20 }).expect(204);
    return runEnded({ organiser, path } as Review);
  }
  const expertId = async ({ organiser, editionId }: Review, mail: string) => {
    const { body } = await organiser.get(`/api/v1/editions/${editionId}/experts`).expect(200);
    return body.find((one: { mail: string }) => one.mail === mail).id as string;
  };
  const withdraw = async (review: Review, at: number) =>
    review.organiser
      .delete(`/api/v1/editions/${review.editionId}/experts/${await expertId(review, review.judges[at]!.person.mail)}`)
      .expect(204);
  /** A judge with an entry that they were given, and the organisation of it. */
  async function given(review: Review, at = 0) {
    const [entry] = (await entries(review)).filter(({ judges }) =>
      judges.some(({ personId }) => personId === review.judges[at]!.person.id),
    );
    const project = review.projects.find(({ number }) => number === entry!.number)!;
    const personId = review.judges[at]!.person.id;
    return { entryId: entry!.entryId, personId, number: entry!.number, organisation: project.organisationName };
  }

  it('recuses again by what a judge declares after the dismissal, and by nothing else', async () => {
    const review = await reviewOf(app, 2, 6);
    await openReview(review);
    const { judges, desk } = review;
    const { entryId, personId, organisation } = await given(review);
    const tie = { entryId, personId };
    const terms = (ties: string[]) => judges[0]!.browser.post(`${desk}/terms`).send({ ties }).expect(204);
    await terms([organisation]);
    expect(await stateOf(review, tie)).toBe('recused');
    await lift(review, tie).expect(200);
    for (const _ of [1, 2]) {
      await search(review);
      await review.organiser.post(`${review.path}/prepare`).send({}).expect(204);
      expect(await stateOf(review, tie)).not.toBe('recused');
    }
    await terms(['别的单位']);
    await search(review);
    expect(await stateOf(review, tie)).not.toBe('recused');
    await terms([organisation]);
    expect(await stateOf(review, tie)).toBe('recused');
    await lift(review, tie).expect(200);
    await search(review);
    expect(await stateOf(review, tie)).not.toBe('recused');
  });

  it('brings back a dismissed recusal of the record by a declaration alone', async () => {
    const review = await reviewOf(app, 2, 6);
    const { organiser, path, editionId, judges, desk } = review;
    await addExpert(organiser, editionId, judges[0]!.person, { organisationName: '参赛公司1' });
    await organiser.post(`${path}/prepare`).send({}).expect(204);
    const [entry] = await entries(review);
    const tie = { entryId: entry!.entryId, personId: judges[0]!.person.id };
    await lift(review, tie).expect(200);
    await organiser.post(`${path}/pairs`).send(tie).expect(204);
    await openReview(review);
    await addExpert(organiser, editionId, judges[0]!.person, {
      organisationName: '参赛公司1',
      aliases: ['参赛公司１'],
    });
    await search(review);
    expect(await stateOf(review, tie)).toBe('given');
    await judges[0]!.browser
      .post(`${desk}/terms`)
      .send({ ties: ['参赛公司1'] })
      .expect(204);
    expect(await stateOf(review, tie)).toBe('recused');
  });

  it('finds a tie to a university under its short form', async () => {
    const review = await reviewOf(app, 1, 4);
    const { organiser, path, editionId, judges, projects } = review;
    await app
      .get(Database)
      .manager.update(Project, { id: Equal(projects[0]!.id) }, { organisationName: '河北科技大学' });
    await addExpert(organiser, editionId, judges[0]!.person, { organisationName: '河北科大' });
    await organiser.post(`${path}/prepare`).send({}).expect(204);
    const [entry] = await entries(review);
    expect(entry!.judges).toMatchObject([{ personId: judges[0]!.person.id, state: 'recused', reason: 'organisation' }]);
  });

  it('tells who lifts a recusal what it had taken, and gives it back once', async () => {
    const review = await reviewOf(app, 2, 6);
    await openReview(review);
    const { organiser, path, desk, judges } = review;
    const { number, ...tie } = await given(review);
    const { entryId, personId } = tie;
    const pair = { entryId, personId };
    await enter(review, judges[0]!);
    await judges[0]!.browser.post(`${desk}/recusals`).send({ entryId, reason: '误认' }).expect(204);
    const back = (by = organiser) => by.post(`${path}/pairs/return`).send(pair);
    expectRefused(await back(), 403, 'review.recused', 'personId');
    expect((await lift(review, pair).expect(200)).body).toEqual({
      tookPair: true,
      entryId,
      number,
      has: 1,
      wants: 2,
      refusal: null,
    });
    expect((await view(review)).counts.short).toBe(1);
    expect(await judgesOf(review, entryId)).toContainEqual(
      expect.objectContaining({ personId, state: 'lifted', reason: '同名的另一家单位' }),
    );
    expectRefused(await judges[0]!.browser.get(`${desk}/entries/${entryId}`), 404, 'common.not_found');
    await back().expect(204);
    expect(await stateOf(review, pair)).toBe('given');
    expect((await view(review)).counts.short).toBe(0);
    expectRefused(await back(), 409, 'online_review.nothing_taken', 'personId');
    expectRefused(await judges[0]!.browser.get(`${desk}/entries/${entryId}`), 409, 'review.declare_first');
    const stranger = (await signedIn(app, '外人')).browser;
    expectRefused(await back(stranger), 403, 'common.forbidden');
    expectRefused(await back(judges[0]!.browser), 403, 'common.forbidden');
  });

  it('gives back nothing that a search would not give', async () => {
    const review = await reviewOf(app, 2, 6);
    await openReview(review);
    const { organiser, path, editionId, judges } = review;
    const { entryId, personId, number } = await given(review);
    const pair = { entryId, personId };
    const back = () => organiser.post(`${path}/pairs/return`).send(pair);
    const held = await judgesOf(review, entryId);
    const mate = judges.find(({ person }) => person.id !== personId && held.some((one) => one.personId === person.id))!;
    const other = judges.find(({ person }) => !held.some((one) => one.personId === person.id))!.person.id;
    expectRefused(await back(), 409, 'online_review.nothing_taken', 'personId');
    await organiser
      .post(`${path}/recusals`)
      .send({ ...pair, reason: '待查' })
      .expect(204);
    await organiser.post(`${path}/pairs`).send({ entryId, personId: other }).expect(204);
    const { body } = await lift(review, pair).expect(200);
    expect(body).toMatchObject({
      tookPair: true,
      has: 2,
      refusal: { code: 'online_review.enough_judges', message: '该项目的评委已经足够。' },
    });
    expectRefused(await back(), 409, 'online_review.enough_judges', 'entryId');
    await organiser.post(`${path}/pairs/remove`).send({ entryId, personId: other, reason: '换回' }).expect(204);

    const { manager } = app.get(Database);
    const { person } = judges[0]!;
    const facts = { kind: 'technical', organisationName: '评审单位1' };
    const sameAs = `评审单位${judges.indexOf(mate) + 1}`;
    await addExpert(organiser, editionId, person, { ...facts, organisationName: sameAs });
    expectRefused(await back(), 409, 'online_review.same_institution', 'personId');
    await addExpert(organiser, editionId, person, facts);
    const [elsewhere] = (await entries(review)).filter((one) => one.entryId !== entryId);
    if (!elsewhere!.judges.some((one) => one.personId === personId))
      await organiser.post(`${path}/pairs`).send({ entryId: elsewhere!.entryId, personId }).expect(204);
    await addExpert(organiser, editionId, person, { ...facts, capacity: 1 });
    expectRefused(await back(), 409, 'online_review.judge_full', 'personId');
    const { region } = review.projects.find((one) => one.number === number)!;
    await addExpert(organiser, editionId, person, { ...facts, region });
    expectRefused(await back(), 409, 'online_review.home_region', 'personId');
    await addExpert(organiser, editionId, person, facts);
    const tied = await signedIn(app, '当事人', [organiserOf(editionId)]);
    const project = { id: Equal(review.projects.find((one) => one.number === number)!.id) };
    const { ownerId } = await manager.findOneByOrFail(Project, project);
    await manager.update(Project, project, { ownerId: tied.person.id });
    expectRefused(await tied.browser.post(`${path}/pairs/return`).send(pair), 403, 'online_review.tied', 'entryId');
    await manager.update(Project, project, { ownerId, state: 'withdrawn' });
    expectRefused(await back(), 409, 'online_review.entry_withdrawn', 'entryId');
    await manager.update(Project, project, { state: 'accepted' });
    await withdraw(review, 0);
    expectRefused(await back(), 409, 'online_review.judge_gone', 'personId');
  });

  it('counts a pair by hand as given to nobody once the judge is gone, shows it so, and gives it to others', async () => {
    const review = await reviewOf(app, 2, 6);
    const { organiser, path } = review;
    const [first, second] = await entries(review);
    const [left, lost] = [review.judges[0]!.person.id, review.judges[1]!.person.id];
    await organiser.post(`${path}/pairs`).send({ entryId: first!.entryId, personId: left }).expect(204);
    await organiser.post(`${path}/pairs`).send({ entryId: second!.entryId, personId: lost }).expect(204);
    await openReview(review);
    await withdraw(review, 0);
    await app.get(Database).manager.delete(RoleGrant, { personId: Equal(lost) });
    expect(await stateOf(review, { entryId: first!.entryId, personId: left })).toBe('gone');
    expect(await stateOf(review, { entryId: second!.entryId, personId: lost })).toBe('gone');
    expect((await view(review)).counts.short).toBe(2);
    expect(await entries(review, { only: 'short' })).toHaveLength(2);
    const run = await search(review);
    expect(run).toMatchObject({ state: 'done', answer: 'assigned' });
    await organiser.post(`${path}/runs/${run.id}/apply`).send({}).expect(204);
    expect((await view(review)).counts.short).toBe(0);
    const kept = (await entries(review)).flatMap(({ judges }) => judges.map(({ personId }) => personId));
    for (const personId of [left, lost]) expect(kept).not.toContain(personId);
  });

  it('keeps what a judge who is gone has scored', async () => {
    const review = await reviewOf(app, 2, 6);
    const { organiser, path, desk, judges } = review;
    const [first] = await entries(review);
    const pair = { entryId: first!.entryId, personId: judges[0]!.person.id };
    await organiser.post(`${path}/pairs`).send(pair).expect(204);
    await openReview(review);
    await enter(review, judges[0]!);
    await judges[0]!.browser.put(`${desk}/entries/${pair.entryId}/sheet`).send(sheetOf(20)).expect(200);
    await withdraw(review, 0);
    const run = await search(review);
    await organiser.post(`${path}/runs/${run.id}/apply`).send({}).expect(204);
    expect(await stateOf(review, pair)).toBe('scored');
  });

  it('shows nothing of a round to an expert who left the pool, and says why', async () => {
    const review = await reviewOf(app, 2, 6);
    await openReview(review);
    const { desk, judges } = review;
    const { browser } = judges[0]!;
    await enter(review, judges[0]!);
    const { entryId } = (await browser.get(desk).expect(200)).body.entries[0];
    await withdraw(review, 0);
    const entry = `${desk}/entries/${entryId}`;
    const answers = [
      await browser.get(desk),
      await browser.get(entry),
      await browser.get(`${entry}/files/0`),
      await browser.put(`${entry}/draft`).send({ scores: {} }),
      await browser.put(`${entry}/sheet`).send(sheetOf(20)),
      await browser.post(`${desk}/terms`).send({ ties: [] }),
      await browser.post(`${desk}/declarations`).send({ ties: [], entries: [] }),
      await browser.post(`${desk}/recusals`).send({ entryId, reason: '利害关系' }),
    ];
    for (const answer of answers) expectRefused(answer, 403, 'online_review.left_pool');
    const { body: own } = await browser.get('/api/v1/reviews').expect(200);
    expect(own).toMatchObject([{ id: review.id, left: true }]);
    expect(JSON.stringify([own, ...answers.map(({ body }) => body)])).not.toContain('项目');
    expect(JSON.stringify((await browser.get('/api/v1/tasks').expect(200)).body)).not.toContain('review.score');
  });

  it('knows an expert as soon as they have an account, however they got it', async () => {
    const editionId = await importEdition(app);
    const { browser: organiser } = await signedIn(app, '组织者', [organiserOf(editionId)]);
    const pool = `/api/v1/editions/${editionId}`;
    const expert = async (mail: string) =>
      (await app.get(Database).manager.findOneByOrFail(Expert, { poolId: Equal(editionId), mail: Equal(mail) }))
        .personId;
    const add = (name: string, mail: string) => addExpert(organiser, editionId, { name, mail });
    const [invited, forwarded, later] = ['invited', 'forwarded', 'later'].map(
      (one) => `${one}-${newId()}@example.com`,
    ) as [string, string, string];
    await add('受邀', invited);
    await add('另有账号', forwarded);
    await organiser.post(`${pool}/expert-invitations`).send({}).expect(200);
    const tokenFor = async (mail: string) => (await lastLink(app, mail)).split('#')[1]!;
    expect(await expert(invited)).toBeNull();
    const account = { name: '受邀', password: 'Tai-hang9', privacyVersion: '2026-01-01' };
    await app
      .browser()
      .post('/api/v1/invitations/accept')
      .send({ token: await tokenFor(invited), ...account })
      .expect(200);
    expect(await expert(invited)).not.toBeNull();
    const { person, browser } = await signedIn(app, '另有账号');
    await browser
      .post('/api/v1/invitations/accept')
      .send({ token: await tokenFor(forwarded) })
      .expect(200);
    expect(await expert(forwarded)).toBe(person.id);
    await add('后来注册', later);
    const { id } = await app
      .get(UnitOfWork)
      .run(systemActor('test'), (work) =>
        app.get(Persons).create(work, { name: '后来注册', mail: later, locale: 'zh' }),
      );
    expect(await expert(later)).toBe(id);
    const listed = (await organiser.get(`${pool}/experts`).expect(200)).body as { mail: string; standing: string }[];
    expect(Object.fromEntries(listed.map(({ mail, standing }) => [mail, standing]))).toEqual({
      [invited]: 'invited',
      [forwarded]: 'invited',
      [later]: 'not_judge',
    });
  });

  it('keeps withdrawn experts withdrawn when a list is read again, names their rows, and restores them only when told', async () => {
    const editionId = await importEdition(app);
    const { browser: organiser } = await signedIn(app, '组织者', [organiserOf(editionId)]);
    const pool = `/api/v1/editions/${editionId}`;
    const row = (name: string, mail: string) => [name, mail, '技术', '某大学', '', '', 'EIT', '', '', ''];
    const header = '姓名,电子邮箱,类型,工作单位,统一社会信用代码,单位别名,领域,所在赛区,语言,最多评审项目数';
    const csv = (...rows: string[][]) => Buffer.from([header, ...rows.map((one) => one.join(','))].join('\r\n'));
    const send = async (content: Buffer, change: object) =>
      (
        await organiser
          .post(`${pool}/expert-imports`)
          .send({ fileId: await upload(organiser, 'expert.import', '专家.csv', content), commit: true, ...change })
          .expect(200)
      ).body;
    const [kept, gone] = ['a', 'b'].map((one) => `${one}-${newId()}@example.com`) as [string, string];
    await send(csv(row('留任', kept), row('离任', gone)), {});
    const list = async () =>
      (await organiser.get(`${pool}/experts`).expect(200)).body as { id: string; mail: string }[];
    const { id } = (await list()).find(({ mail }) => mail === gone)!;
    await organiser.delete(`${pool}/experts/${id}`).expect(204);

    const again = csv(row('留任', kept), row('离任改名', gone));
    const named = [{ row: 3, name: '离任改名', mail: gone }];
    expect(await send(again, { commit: false })).toMatchObject({ withdrawn: named, done: null });
    expect(await send(again, {})).toMatchObject({
      withdrawn: named,
      done: { added: 0, changed: 1, restored: 0, left: 1 },
    });
    expect((await list()).map(({ mail }) => mail)).toEqual([kept]);
    const still = await app.get(Database).manager.findOneByOrFail(Expert, { id: Equal(id) });
    expect(still).toMatchObject({ name: '离任' });
    expect(still.withdrawnAt).not.toBeNull();
    const alone = { name: '离任', mail: gone, kind: 'technical', organisationName: '某大学', fields: ['EIT'] };
    expectRefused(
      await organiser.post(`${pool}/experts`).set('if-match', '*').send(alone),
      409,
      'expert.is_withdrawn',
      'mail',
    );
    expect(await list()).toHaveLength(1);

    expect(await send(again, { restore: true })).toMatchObject({
      done: { added: 0, changed: 1, restored: 1, left: 0 },
    });
    expect(await list()).toHaveLength(2);
    await organiser.delete(`${pool}/experts/${id}`).expect(204);
    await organiser
      .post(`${pool}/experts`)
      .set('if-match', '*')
      .send({ ...alone, restore: true })
      .expect(204);
    expect(await list()).toHaveLength(2);
  });

  /** The edition's file with `settings`, as a change of it that is made. */
  async function changed(organiser: Browser, editionId: string, settings: object) {
    const path = `/api/v1/editions/${editionId}`;
    const { body: kept } = await organiser.get(`${path}/file`).expect(200);
    const file = { ...kept, ...settings };
    const { body: preview } = await organiser.post(`${path}/change/preview`).send({ file }).expect(200);
    const answer = await organiser
      .post(`${path}/change`)
      .set('If-Match', `"${preview.version}"`)
      .send({ file, reason: '按通知' });
    return { preview, answer };
  }

  it('is of the edition’s own kinds, in lists, by hand, on seats and in what a plan asks for', async () => {
    const editionId = await importEdition(app);
    const { browser: organiser } = await signedIn(app, '组织者', [organiserOf(editionId)]);
    const pool = `/api/v1/editions/${editionId}`;
    const technical = { code: 'technical', name: { zh: '技术专家', en: 'Technologist' } };
    const legal = { code: 'legal_ip', name: { zh: '知识产权', en: 'Intellectual property' } };
    expect((await changed(organiser, editionId, { judgeKinds: [technical, legal] })).answer.status).toBe(200);
    expect((await organiser.get(`${pool}/overview`).expect(200)).body.judgeKinds).toEqual([technical, legal]);

    const header = '姓名,电子邮箱,类型,工作单位,统一社会信用代码,单位别名,领域,所在赛区,语言,最多评审项目数';
    const rows = ['知识产权', 'Technologist', '投资'].map(
      (kind, at) => `专家${at},kind${at}-${newId()}@example.com,${kind},某大学,,,EIT,,,`,
    );
    const csv = (list: string[]) => Buffer.from([header, ...list].join('\r\n'));
    const send = async (list: string[]) => {
      const fileId = await upload(organiser, 'expert.import', '专家.csv', csv(list));
      return (
        await organiser
          .post(`${pool}/expert-imports`)
          .send({ fileId, commit: list.length < 3 })
          .expect(200)
      ).body;
    };
    expect((await send(rows)).faults).toMatchObject([
      { row: 4, cell: 'C4', value: '投资', code: 'common.not_a_choice', message: expect.stringContaining('知识产权') },
    ]);
    expect((await send(rows.slice(0, 2))).done).toMatchObject({ added: 2 });
    const listed = (await organiser.get(`${pool}/experts`).expect(200)).body as { kind: string }[];
    expect(listed.map(({ kind }) => kind).toSorted()).toEqual(['legal_ip', 'technical']);

    const judge = await makePerson(app, '评委', [{ role: 'judge', scopeType: 'edition', scopeId: editionId }]);
    const alone = { name: '投资人', mail: judge.mail, kind: 'investor', organisationName: '某基金', fields: ['EIT'] };
    expectRefused(
      await organiser.post(`${pool}/experts`).set('if-match', '*').send(alone),
      422,
      'common.not_a_choice',
      'kind',
    );
    const { body: session } = await organiser
      .post(`${pool}/sessions`)
      .send({ stageCode: 'FINAL', name: '决赛', room: '大剧院' })
      .expect(201);
    const seats = `/api/v1/sessions/${session.id}/seats`;
    const seat = { seatNo: 1, personId: judge.id, organisationName: '某所' };
    expectRefused(await organiser.post(seats).send({ ...seat, kind: 'investor' }), 422, 'common.not_a_choice', 'kind');
    await organiser
      .post(seats)
      .send({ ...seat, kind: 'legal_ip' })
      .expect(204);
    const { body: overview } = await organiser.get(`/api/v1/sessions/${session.id}`).expect(200);
    expect(overview.seats).toMatchObject([{ kind: 'legal_ip', kindName: legal.name }]);
    expect(overview.judgeKinds).toEqual([technical, legal]);

    const { body: round } = await organiser.post(`${pool}/stages/ONLINE/review`).send({}).expect(200);
    const plan = (type: string) =>
      organiser
        .put(`/api/v1/review-rounds/${round.id}/plan`)
        .set('if-match', '*')
        .send({ ...PLAN, judgesPerEntry: 5, composition: [{ type, atLeast: 1 }] });
    expectRefused(await plan('investor'), 422, 'common.not_a_choice', 'composition.0.type');
    await plan('technical').expect(204);

    const { preview, answer } = await changed(organiser, editionId, {
      judgeKinds: [{ ...technical, name: { zh: '技术', en: 'Technologist' } }],
    });
    expect(preview.effects).toMatchObject([{ path: 'judgeKinds.technical.name.zh', code: 'judges_renamed' }]);
    expect(preview.refusals).toMatchObject([
      {
        path: 'judgeKinds.legal_ip',
        code: 'edition.change_kind_held',
        text: { zh: '“知识产权”已有 1 位专家、1 个评委席位，不能删除。' },
      },
    ]);
    expectRefused(answer, 409, 'edition.change_kind_held', 'judgeKinds.legal_ip');
  });

  it('asks judges again whose terms were changed, and keeps what each accepted and when', async () => {
    const review = await reviewOf(app, 1, 2);
    await openReview(review);
    const { organiser, editionId, desk, judges } = review;
    const { browser, person } = judges[0]!;
    await enter(review, judges[0]!);
    const { body: before } = await browser.get(desk).expect(200);
    expect(before).toMatchObject({ accepted: true, acceptedBefore: null });
    expect(before.terms.zh).toContain('独立评审');
    const { entryId } = before.entries[0];
    const terms = { zh: '不得与项目方私下接触。', en: 'No private contact with the entrants.' };
    const { preview, answer } = await changed(organiser, editionId, { judgeTerms: terms });
    expect(answer.status).toBe(200);
    expect(preview.effects).toEqual([
      expect.objectContaining({
        path: 'judgeTerms.zh',
        code: 'judges_accept_again',
        text: expect.objectContaining({ zh: '1 位评委已接受原来的文字，须重新接受；此前的记录保留' }),
      }),
    ]);
    const standing = async () =>
      (await organiser.get(`/api/v1/editions/${editionId}/experts`).expect(200)).body.find(
        (one: { mail: string }) => one.mail === person.mail,
      ).standing;
    expect(await standing()).toBe('invited');
    const { body: asked } = await browser.get(desk).expect(200);
    expect(asked).toMatchObject({ accepted: false, acceptedBefore: expect.any(String), terms });
    const entry = `${desk}/entries/${entryId}`;
    for (const refused of [
      await browser.get(entry),
      await browser.put(`${entry}/draft`).send({ scores: {} }),
      await browser.put(`${entry}/sheet`).send(sheetOf(20)),
    ])
      expectRefused(refused, 409, 'online_review.accept_first');
    const accept = (read: string) => browser.post(`${desk}/terms`).send({ ties: [], terms: read });
    expectRefused(await accept(before.termsDigest), 409, 'online_review.other_terms', 'terms');
    for (const _ of [1, 2]) await accept(asked.termsDigest).expect(204);
    await browser.get(entry).expect(200);
    expect(await standing()).toBe('accepted');
    const { manager } = app.get(Database);
    const expert = await manager.findOneByOrFail(Expert, { poolId: Equal(editionId), personId: Equal(person.id) });
    const kept = await manager.find(ExpertAcceptance, {
      where: { expertId: Equal(expert.id) },
      order: { at: 'ASC', id: 'ASC' },
    });
    expect(kept.map(({ digest, wording }) => [digest, wording])).toEqual([
      [before.termsDigest, before.terms],
      [asked.termsDigest, terms],
    ]);
    expect(kept[0]!.at.toISOString()).toBe(asked.acceptedBefore);
    const { body: data } = await browser.get('/api/v1/account/export').expect(200);
    expect(JSON.stringify(data)).toContain('No private contact with the entrants.');
    await organiser.post(`${review.path}/close`).send({}).expect(204);
    await changed(organiser, editionId, { judgeTerms: { ...terms, en: 'Whatever.' } });
    await browser.get(entry).expect(200);
  });

  it('lets an organiser who judges search, and leaves what they scored and are tied to for somebody else', async () => {
    const review = await reviewOf(app, 3, 6);
    const { organiser, path, desk, editionId, judges } = review;
    const judge = { role: 'judge', scopeType: 'edition', scopeId: editionId } as const;
    const person = await makePerson(app, '兼任组织者', [judge, organiserOf(editionId)]);
    const browser = await signIn(app, person);
    const facts = { kind: 'technical', organisationName: '评审单位9' };
    await addExpert(organiser, editionId, person, facts);
    await organiser.post(`${path}/prepare`).send({}).expect(204);
    const [mine, second] = await entries(review);
    const pair = { entryId: mine!.entryId, personId: person.id };
    await organiser.post(`${path}/pairs`).send(pair).expect(204);
    await openReview(review);
    await enter(review, { person, browser });
    await browser.put(`${desk}/entries/${pair.entryId}/sheet`).send(sheetOf(20)).expect(200);
    await addExpert(organiser, editionId, person, { ...facts, aliases: ['参赛公司1'] });
    await addExpert(organiser, editionId, judges[2]!.person, { kind: 'technical', organisationName: '参赛公司2' });

    expect(await search(review, browser)).toMatchObject({ state: 'done', leftTies: [mine!.number] });
    expect(await stateOf(review, pair)).toBe('scored');
    expect(await stateOf(review, { entryId: second!.entryId, personId: judges[2]!.person.id })).toBe('recused');
    expect(await search(review)).toMatchObject({ state: 'done', leftTies: [] });
    expect(await stateOf(review, pair)).toBe('recused');
    const { madeBy } = await app
      .get(Database)
      .manager.findOneByOrFail(Recusal, { entryId: Equal(pair.entryId), personId: Equal(person.id) });
    expect(madeBy).not.toBe(person.id);
  });
});
