import { Database, Notice, StoredEvent } from '@haishi/platform';
import { Equal, Like } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { lastMessage } from '../support/messages.js';
import { expectRefused, promoted, signedIn } from '../support/people.js';
import { enter, openReview, PLAN, type Review, type Reviewer, reviewOf, sheetOf } from './review-round.js';

eachEngine('a tie that a judge finds once their sheet is in', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  type Judge = { personId: string; state: string; reason: string | null; lateTie: string | null };
  const entries = async ({ organiser, path }: Review) =>
    (await organiser.get(`${path}/entries`).expect(200)).body.items as { entryId: string; judges: Judge[] }[];
  const pairOf = async (review: Review, entryId: string, { person }: Reviewer) => {
    const { judges } = (await entries(review)).find((one) => one.entryId === entryId)!;
    return judges.find(({ personId }) => personId === person.id);
  };
  const told = async (type: string, id: string) =>
    (await app.get(Database).manager.findBy(StoredEvent, { subjectId: Equal(id), type })).map(({ payload }) => payload);

  const noticesOf = (entryId: string) =>
    app.get(Database).manager.findBy(Notice, { noticeKey: Like(`online_review.late_tie:${entryId}:%`) });

  /** Two judges for two entries, of which the first judge has scored the first or both. */
  async function scored(both = true) {
    const review = await reviewOf(app, 2, 2);
    await review.organiser
      .put(`${review.path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, composition: [] })
      .expect(204);
    await openReview(review);
    const [judge] = review.judges as [Reviewer];
    for (const one of review.judges) await enter(review, one);
    const [first, second] = (await entries(review)).map(({ entryId }) => entryId) as [string, string];
    for (const entryId of both ? [first, second] : [first])
      await judge.browser.put(`${review.desk}/entries/${entryId}/sheet`).send(sheetOf(20)).expect(200);
    return { review, judge, first, second };
  }

  it('waits for the organisers, who are told, and is closed to the judge; the sheet counts until they recuse', async () => {
    const { review, judge, first } = await scored();
    const { organiser, path, desk, editionId, projects } = review;
    const boss = await signedIn(app, '另一组织者', [organiserOf(editionId)]);
    const tie = { entryId: first, reason: '负责人是我弟弟' };
    await judge.browser.post(`${desk}/recusals`).send(tie).expect(204);
    expect(await pairOf(review, first, judge)).toMatchObject({ state: 'scored', lateTie: tie.reason });
    expect(await told('recusal.declared_late', review.id)).toMatchObject([
      { ...tie, personId: judge.person.id, kind: 'declared' },
    ]);
    const notices = (await noticesOf(first)).filter(({ personId }) => personId === boss.person.id);
    expect(notices.map(({ channel }) => channel).toSorted()).toEqual(['inbox', 'mail']);
    const message = await lastMessage(app, boss.person.mail);
    expect(message).toContain(projects[0]!.number);
    expect(message).not.toContain(judge.person.name);
    const sheet = sheetOf(30, { revision: 1 });
    expectRefused(await judge.browser.put(`${desk}/entries/${first}/sheet`).send(sheet), 403, 'review.recused');
    const staff = await promoted(app, judge.person, { role: 'checker', scopeType: 'edition', scopeId: editionId });
    expectRefused(await staff.get(`/api/v1/projects/${projects[0]!.id}`), 403, 'project.recused');
    await organiser
      .post(`${path}/recusals`)
      .send({ entryId: first, personId: judge.person.id, reason: '情况属实' })
      .expect(204);
    expect(await pairOf(review, first, judge)).toMatchObject({ state: 'recused', reason: '情况属实', lateTie: null });
  });

  it('is dismissed with a reason, after which the sheet stands and may be corrected', async () => {
    const { review, judge, first } = await scored();
    const { organiser, path, desk } = review;
    await judge.browser.post(`${desk}/recusals`).send({ entryId: first, reason: '曾有一面之缘' }).expect(204);
    const own = { entryId: first, personId: judge.person.id, reason: '不构成利害关系' };
    await organiser.post(`${path}/recusals/lift`).send(own).expect(200);
    expect(await pairOf(review, first, judge)).toMatchObject({ state: 'scored', lateTie: null });
    expectRefused(await organiser.post(`${path}/recusals/lift`).send(own), 404, 'common.not_found');
    await judge.browser
      .put(`${desk}/entries/${first}/sheet`)
      .send(sheetOf(30, { revision: 1 }))
      .expect(200);
  });

  it('lets the rest of what was declared with it take effect', async () => {
    const { review, judge, first, second } = await scored(false);
    for (const _ of [1, 2])
      await judge.browser
        .post(`${review.desk}/terms`)
        .send({ ties: ['参赛公司1', '参赛公司2'] })
        .expect(204);
    expect(await pairOf(review, first, judge)).toMatchObject({ state: 'scored', lateTie: 'organisation' });
    expect(await pairOf(review, second, judge)).toMatchObject({ state: 'recused', reason: 'organisation' });
    expect(await noticesOf(first)).toHaveLength(2);
    expect((await judge.browser.get(review.desk).expect(200)).body.ties).toEqual(['参赛公司1', '参赛公司2']);
    // Nor is it decided by whoever looks for ties next.
    await review.organiser.post(`${review.path}/prepare`).send({}).expect(204);
    expect(await pairOf(review, first, judge)).toMatchObject({ state: 'scored', lateTie: 'organisation' });
  });

  it('of several entries are told of at once, each with why', async () => {
    const { review, judge, first, second } = await scored();
    const boss = await signedIn(app, '另一组织者', [organiserOf(review.editionId)]);
    await judge.browser
      .post(`${review.desk}/terms`)
      .send({ ties: ['参赛公司1', '参赛公司2'] })
      .expect(204);
    const notices = [...(await noticesOf(first)), ...(await noticesOf(second))];
    expect(notices.filter(({ personId }) => personId === boss.person.id)).toHaveLength(2);
    const message = await lastMessage(app, boss.person.mail);
    for (const { number } of review.projects) expect(message).toContain(number);
    for (const one of [first, second])
      expect(await pairOf(review, one, judge)).toMatchObject({ lateTie: 'organisation' });
  });

  it('is decided on before the results are confirmed, also once the review is closed', async () => {
    const { review, judge, first, second } = await scored();
    const { organiser, path, desk, projects } = review;
    await judge.browser.post(`${desk}/recusals`).send({ entryId: first, reason: '曾有一面之缘' }).expect(204);
    await organiser.post(`${path}/close`).send({}).expect(204);
    const reasons = { reason: '评审期已满', divergence: '不再复评' };
    const confirm = () => organiser.post(`${path}/confirm`).send(reasons);
    const refused = await confirm();
    expectRefused(refused, 409, 'online_review.late_ties_left');
    expect(refused.body.detail).toContain(projects[0]!.number);
    const own = (entryId: string) => ({ entryId, personId: judge.person.id, reason: '不构成利害关系' });
    for (const act of ['recusals', 'recusals/lift'])
      expectRefused(await organiser.post(`${path}/${act}`).send(own(second)), 409, 'online_review.action_not_allowed');
    await organiser.post(`${path}/recusals/lift`).send(own(first)).expect(200);
    await confirm().expect(204);
  });

  it('takes the sheet out of the results of a closed review where an organiser recuses the judge', async () => {
    const { review, judge, first } = await scored();
    const { organiser, path, desk } = review;
    await judge.browser.post(`${desk}/recusals`).send({ entryId: first, reason: '负责人是我弟弟' }).expect(204);
    await organiser.post(`${path}/close`).send({}).expect(204);
    const sheets = async () => {
      const { body } = await organiser.get(`${path}/results`).expect(200);
      return body.entries.find((one: { entryId: string }) => one.entryId === first).sheets.length;
    };
    expect(await sheets()).toBe(1);
    const tie = { entryId: first, personId: judge.person.id, reason: '情况属实' };
    await organiser.post(`${path}/recusals`).send(tie).expect(204);
    expect(await sheets()).toBe(0);
  });

  it('keeps the judge from the same project on other panels', async () => {
    const { review, judge, first } = await scored();
    const { organiser, desk, editionId, projects } = review;
    await judge.browser.post(`${desk}/recusals`).send({ entryId: first, reason: '负责人是我弟弟' }).expect(204);
    const { body: heat } = await organiser
      .post(`/api/v1/editions/${editionId}/sessions`)
      .send({ stageCode: 'HEAT', name: '赛区赛', room: '一厅' })
      .expect(201);
    const seat = { seatNo: 1, personId: judge.person.id, kind: 'technical', organisationName: '别处' };
    await organiser.post(`/api/v1/sessions/${heat.id}/seats`).send(seat).expect(204);
    await organiser
      .post(`/api/v1/sessions/${heat.id}/entries`)
      .send({ projectIds: projects.map(({ id }) => id) })
      .expect(204);
    const { body } = await organiser.get(`/api/v1/sessions/${heat.id}`).expect(200);
    const { id: entryId } = body.entries.find((one: { number: string }) => one.number === projects[0]!.number);
    expect(body.recusals).toMatchObject([{ entryId, seatNo: 1, kind: 'automatic', reason: 'elsewhere' }]);
  });
});
