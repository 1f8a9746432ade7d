import { Database, StoredEvent } from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, promoted } from '../support/people.js';
import { recuseOthers } from '../support/ties.js';
import { upload } from '../support/uploads.js';
import { addExpert, openReview, type Review, reviewOf } from './review-round.js';
import { setStage } from './roadshow-session.js';

eachEngine('nobody opens for themselves what is closed to them', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  const poolOf = (editionId: string) => `/api/v1/editions/${editionId}/experts`;
  const rowOf = async (browser: Browser, { editionId, judges: [judge] }: Review) =>
    (await browser.get(poolOf(editionId)).expect(200)).body.find(
      (one: { mail: string }) => one.mail === judge!.person.mail,
    ) as { id: string; ties: string[]; own: boolean };

  it('by leaving out a tie that they declared: staff take it back, with a reason, and never their own', async () => {
    const review = await reviewOf(app, 2, 4);
    const { desk, judges, editionId, projects, organiser } = review;
    await openReview(review);
    const { person } = judges[0]!;
    const declare = (browser: Browser, ties: string[]) => browser.post(`${desk}/terms`).send({ ties }).expect(204);
    await declare(judges[0]!.browser, ['参赛公司1']);
    const staff = await promoted(app, person, { role: 'checker', scopeType: 'edition', scopeId: editionId });
    const project = `/api/v1/projects/${projects[0]!.id}`;
    expectRefused(await staff.get(project), 403, 'project.recused');
    await declare(staff, []);
    await declare(staff, ['参赛公司９']);
    expectRefused(await staff.get(project), 403, 'project.recused');
    expect((await staff.get(desk).expect(200)).body.ties).toEqual(['参赛公司1', '参赛公司９']);

    const { id } = await rowOf(organiser, review);
    const taking = { tie: '参赛公司1', reason: '同名的另一家单位' };
    const mine = await promoted(app, person, organiserOf(editionId));
    const path = `${poolOf(editionId)}/${id}/ties/remove`;
    expectRefused(await mine.post(path).send(taking), 403, 'expert.own_row');
    expectRefused(await organiser.post(path).send({ ...taking, tie: '没有的' }), 404, 'common.not_found');
    await organiser.post(path).send(taking).expect(204);
    expect((await rowOf(organiser, review)).ties).toEqual(['参赛公司９']);
    const { manager } = app.get(Database);
    const events = await manager.findBy(StoredEvent, { subjectId: Equal(editionId), type: 'expert.tie_taken_back' });
    expect(events.map(({ payload }) => payload)).toEqual([{ expertId: id, ...taking }]);
  });

  it('by declaring so many ties that no search for them would end', async () => {
    const review = await reviewOf(app, 1, 2);
    await openReview(review);
    const names = (part: number) => Array.from({ length: 50 }, (_, at) => `单位 ${part} 之 ${at}`);
    const declare = (part: number) =>
      review.judges[0]!.browser.post(`${review.desk}/terms`).send({ ties: names(part) });
    for (const part of [1, 2, 3, 4, 4]) await declare(part).expect(204);
    expectRefused(await declare(5), 409, 'review.too_many_ties', 'ties');
  });

  it('by changing what the pool says of them, by hand, by a list, or by leaving it', async () => {
    const review = await reviewOf(app, 2, 4);
    const { judges, editionId, projects, organiser } = review;
    const { person } = judges[0]!;
    await addExpert(organiser, editionId, person, { organisationName: '参赛公司1' });
    const mine = await promoted(app, person, organiserOf(editionId));
    const project = `/api/v1/projects/${projects[0]!.id}`;
    expectRefused(await mine.get(project), 403, 'project.recused');
    const { id, own } = await rowOf(mine, review);
    expect([own, (await rowOf(organiser, review)).own]).toEqual([true, false]);
    const facts = { name: person.name, mail: person.mail, kind: 'technical', fields: ['EIT'] };
    const change = (organisationName: string) =>
      mine
        .post(poolOf(editionId))
        .set('if-match', '*')
        .send({ ...facts, organisationName });
    expectRefused(await change('别的单位'), 403, 'expert.own_row', 'mail');
    expectRefused(await mine.delete(`${poolOf(editionId)}/${id}`), 403, 'expert.own_row');

    const header = '姓名,电子邮箱,类型,工作单位,统一社会信用代码,单位别名,领域,所在赛区,语言,最多评审项目数';
    const list = async (organisation: string, commit: boolean) => {
      const content = [header, `${person.name},${person.mail},技术,${organisation},,,EIT,,,`].join('\r\n');
      const fileId = await upload(mine, 'expert.import', '专家.csv', Buffer.from(content));
      return mine.post(`/api/v1/editions/${editionId}/expert-imports`).send({ fileId, commit });
    };
    expect((await list('别的单位', false)).body.faults).toMatchObject([{ cell: 'B2', code: 'expert.own_row' }]);
    expectRefused(await list('别的单位', true), 409, 'expert.import_has_faults', 'fileId');
    await list('参赛公司1', true).then(({ status }) => expect(status).toBe(200));
    expectRefused(await mine.get(project), 403, 'project.recused');
    await addExpert(organiser, editionId, person, { organisationName: '别的单位' });
    await mine.get(project).expect(200);
  });

  it('by lifting a recusal of their own, in a session as in an online review', async () => {
    const stage = await setStage(app);
    const { path, judges, a, editionId, projects, organiser } = stage;
    const { person, browser } = judges[0]!;
    await browser.post(`${path}/recusals/own`).send({ entryId: a, reason: '负责人是我弟弟' }).expect(204);
    const mine = await promoted(app, person, organiserOf(editionId));
    // Everybody is tied to some entry, so that the session is led by who is tied.
    const free = await recuseOthers(app, { editionId, personId: person.id, projectId: projects.b.id });
    const lift = { entryId: a, seatNo: 1, reason: '没关系' };
    expectRefused(await mine.post(`${path}/recusals/lift`).send(lift), 403, 'review.own_recusal');
    await free();
    await organiser.post(`${path}/recusals/lift`).send(lift).expect(204);

    const review = await reviewOf(app, 1, 2);
    const [one] = review.judges;
    const { body } = await review.organiser.get(`${review.path}/entries`).expect(200);
    const tie = { entryId: body.items[0].entryId, personId: one!.person.id, reason: '亲属' };
    await review.organiser.post(`${review.path}/recusals`).send(tie).expect(204);
    const self = await promoted(app, one!.person, organiserOf(review.editionId));
    expectRefused(await self.post(`${review.path}/recusals/lift`).send(tie), 403, 'review.own_recusal');
  });
});
