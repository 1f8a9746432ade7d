import { ProjectMember } from '@haishi/contest';
import { newId } from '@haishi/kernel';
import { Database, StoredEvent } from '@haishi/platform';
import { Recusal } from '@haishi/review';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, promoted } from '../support/people.js';
import { recuse, recuseOthers } from '../support/ties.js';
import { addExpert, enter, openReview, PLAN, type Review, type Reviewer, reviewOf, sheetOf } from './review-round.js';

eachEngine('the end of an online review', (engine) => {
  let app: TestApp;
  let review: Review;
  let judges: [Reviewer, Reviewer, Reviewer];
  /** Of the projects, in their order. */
  let entries: string[];
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  const manager = () => app.get(Database).manager;
  const view = async () => (await review.organiser.get(review.path).expect(200)).body;
  const close = () => review.organiser.post(`${review.path}/close`).send({});
  const confirm = (body: object = {}) => review.organiser.post(`${review.path}/confirm`).send(body);
  /** How many sheets of each entry count. */
  const counting = async () => {
    const { body } = await review.organiser.get(`${review.path}/results`).expect(200);
    const counts = new Map(
      body.entries.map((one: { entryId: string; sheets: unknown[] }) => [one.entryId, one.sheets.length]),
    );
    return entries.map((id) => counts.get(id));
  };
  const payloads = async (type: string) =>
    (await manager().findBy(StoredEvent, { subjectId: Equal(review.id), type })).map(({ payload }) => payload);

  beforeEach(async () => {
    review = await reviewOf(app, 3, 3);
    judges = review.judges as typeof judges;
    const plan = { ...PLAN, composition: [], judgesPerEntry: 3, divergence: 10_000 };
    await review.organiser.put(`${review.path}/plan`).set('if-match', '*').send(plan).expect(204);
    await openReview(review);
    const { body } = await review.organiser.get(`${review.path}/entries`).expect(200);
    entries = body.items.map(({ entryId }: { entryId: string }) => entryId);
    for (const judge of judges) {
      await enter(review, judge);
      for (const id of entries)
        await judge.browser.put(`${review.desk}/entries/${id}/sheet`).send(sheetOf(20)).expect(200);
    }
  });

  /** Each judge is tied to a project of their own by now: works for it, joined its team, was recused from it elsewhere. */
  async function tieAll() {
    const [works, joined, elsewhere] = judges;
    await addExpert(review.organiser, review.editionId, works.person, { organisationName: '参赛公司1' });
    const line = { id: newId(), position: 1, name: joined.person.name, role: '顾问', share: null, isCore: false };
    await manager().insert(ProjectMember, { ...line, projectId: review.projects[1]!.id, mail: joined.person.mail });
    await recuse(app, elsewhere.person.id, review.projects[2]!.id);
  }
  const REASONS = ['organisation', 'named', 'elsewhere'];
  const lost = () =>
    judges.map(({ person }, at) => ({ entryId: entries[at], personId: person.id, reason: REASONS[at] }));
  const told = () =>
    lost().map((one, at) => ({ ...one, number: review.projects[at]!.number, name: judges[at]!.person.name }));
  const byEntry = <One extends { entryId?: string }>(list: One[]) =>
    list.toSorted((one, other) => entries.indexOf(one.entryId!) - entries.indexOf(other.entryId!));

  it('leaves out the sheets of who is tied by then, and names them', async () => {
    await tieAll();
    expect((await view()).lost).toEqual([]);
    await close().expect(204);
    expect(await counting()).toEqual([2, 2, 2]);
    const { state, lost: named } = await view();
    expect(state).toBe('closed');
    expect(byEntry(named)).toEqual(told());
    const [closed] = (await payloads('review_round.closed')) as { lost: object[] }[];
    expect(byEntry(closed!.lost)).toEqual(lost());
    expect(await manager().countBy(Recusal, { panelId: Equal(review.id), kind: 'automatic' })).toBe(3);
    // What the organiser was told when it closed is not told again.
    await confirm().expect(204);
    expect(await payloads('review_round.ties_found')).toEqual([]);
  });

  it('is not confirmed where a tie came up since, before who confirms was told', async () => {
    await close().expect(204);
    expect(await payloads('review_round.closed')).toEqual([{ stage: 'ONLINE' }]);
    expect(await counting()).toEqual([3, 3, 3]);
    await tieAll();
    const refused = await confirm();
    expectRefused(refused, 409, 'online_review.ties_found');
    const { detail } = refused.body as { detail: string };
    expect(detail).toContain(review.projects.map(({ number }) => number).join('、'));
    expect(detail).toContain('3 份评分');
    const now = await view();
    expect(now.state).toBe('closed');
    expect(byEntry(now.lost)).toEqual(told());
    expect(await counting()).toEqual([2, 2, 2]);
    const [found] = (await payloads('review_round.ties_found')) as { lost: object[] }[];
    expect(byEntry(found!.lost)).toEqual(lost());
    expect(await payloads('review_round.confirmed')).toEqual([]);
    await confirm().expect(204);
    expect((await view()).state).toBe('confirmed');
  });

  it('asks for a reason where too few sheets are left, as ever', async () => {
    for (const { person } of judges.slice(0, 2)) await recuse(app, person.id, review.projects[0]!.id);
    await close().expect(204);
    expectRefused(await confirm(), 409, 'online_review.sheets_missing', 'reason');
    await confirm({ reason: '两位评委回避' }).expect(204);
  });

  it('says nothing of judges without a sheet, nor of dismissed recusals', async () => {
    const [works] = judges;
    const pair = { entryId: entries[0]!, personId: works.person.id, reason: '同名的另一家单位' };
    await review.organiser.post(`${review.path}/recusals`).send(pair).expect(204);
    await review.organiser.post(`${review.path}/recusals/lift`).send(pair).expect(200);
    await addExpert(review.organiser, review.editionId, works.person, { organisationName: '参赛公司1' });
    await close().expect(204);
    expect((await view()).lost).toEqual([]);
    expect(await counting()).toEqual([3, 3, 3]);
    await confirm().expect(204);
  });

  it('takes back no sheet of whoever ends it, and says so on record', async () => {
    const [works] = judges;
    await addExpert(review.organiser, review.editionId, works.person, { organisationName: '参赛公司1' });
    const { editionId, path, projects } = review;
    const own = await promoted(app, works.person, organiserOf(editionId));
    await own.post(`${path}/close`).send({}).expect(204);
    expect(await payloads('review_round.closed')).toEqual([{ stage: 'ONLINE', leftTies: [entries[0]] }]);
    expectRefused(await own.post(`${path}/confirm`).send({}), 403, 'online_review.others_decide');
    const freed = await recuseOthers(app, { editionId, personId: works.person.id, projectId: projects[0]!.id });
    await own.post(`${path}/confirm`).send({}).expect(204);
    expect(await payloads('review_round.confirmed')).toMatchObject([{ leftTies: [entries[0]] }]);
    await freed();
  });
});
