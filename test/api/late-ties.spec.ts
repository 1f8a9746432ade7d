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

  /** Two judges for two entries, both of which the first has scored. */
  async function scored() {
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
    for (const entryId of [first, second])
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
    const review = await reviewOf(app, 2, 2);
    await review.organiser
      .put(`${review.path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, composition: [] })
      .expect(204);
    await openReview(review);
    const [judge] = review.judges as [Reviewer];
    await enter(review, judge);
    const [first, second] = (await entries(review)).map(({ entryId }) => entryId) as [string, string];
    await judge.browser.put(`${review.desk}/entries/${first}/sheet`).send(sheetOf(20)).expect(200);
    for (const _ of [1, 2])
      await judge.browser
        .post(`${review.desk}/terms`)
        .send({ ties: ['参赛公司1', '参赛公司2'] })
        .expect(204);
    expect(await pairOf(review, first, judge)).toMatchObject({ state: 'scored', lateTie: 'organisation' });
    expect(await pairOf(review, second, judge)).toMatchObject({ state: 'recused', reason: 'organisation' });
    expect(await noticesOf(first)).toHaveLength(2);
    expect((await judge.browser.get(review.desk).expect(200)).body.ties).toEqual(['参赛公司1', '参赛公司2']);
  });
});
