import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused } from '../support/people.js';
import { addExpert, PLAN, type Review, reviewOf, runEnded } from './review-round.js';

const INSTITUTE = { organisationName: '同一研究院', creditCode: '91350100M000100Y43' };

/** What the pool says once the judges are seated, who came in as technical and investor in turn, each of an organisation of their own. */
eachEngine('online review of judges whom the pool corrects', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  const correct = async ({ organiser, editionId, judges }: Review, changes: readonly object[]) => {
    for (const [at, change] of changes.entries())
      await addExpert(organiser, editionId, judges[at]!.person, {
        kind: ['technical', 'investor'][at % 2],
        organisationName: `评审单位${at + 1}`,
        ...change,
      });
  };
  const plan = ({ organiser, path }: Review, change: object) =>
    organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, ...change })
      .expect(204);
  const search = async (review: Review) => {
    await review.organiser.post(`${review.path}/runs`).send({ seed: 1, seconds: 20 }).expect(204);
    return runEnded(review);
  };
  const apply = async (review: Review) => {
    const run = await search(review);
    await review.organiser.post(`${review.path}/runs/${run.id}/apply`).send({}).expect(204);
  };
  const entries = async ({ organiser, path }: Review) =>
    (await organiser.get(`${path}/entries`).expect(200)).body.items as {
      entryId: string;
      number: string;
      judges: { personId: string; kind: string }[];
    }[];

  describe('judges of one institution', () => {
    it('are not assigned together, nor given by hand', async () => {
      const review = await reviewOf(app, 1, 3);
      const { organiser, path, judges } = review;
      await plan(review, { composition: [] });
      await correct(review, [INSTITUTE, INSTITUTE, INSTITUTE]);
      const run = await search(review);
      expect(run).toMatchObject({ answer: 'impossible' });
      const [entry] = await entries(review);
      const give = (at: number) =>
        organiser.post(`${path}/pairs`).send({ entryId: entry!.entryId, personId: judges[at]!.person.id });
      await give(0).expect(204);
      expectRefused(await give(1), 409, 'online_review.same_institution', 'personId');
    });

    it('make an assignment outdated, and let no round be opened', async () => {
      const review = await reviewOf(app, 1, 2);
      const { organiser, path } = review;
      const run = await search(review);
      await correct(review, [INSTITUTE, INSTITUTE]);
      const applying = await organiser.post(`${path}/runs/${run.id}/apply`).send({});
      expectRefused(applying, 409, 'online_review.run_outdated');
      await correct(review, [{}, {}]);
      await apply(review);
      await correct(review, [INSTITUTE, INSTITUTE]);
      const opening = await organiser.post(`${path}/open`).send({});
      expectRefused(opening, 409, 'online_review.entries_unfit');
      expect(opening.body.detail).toContain(review.projects[0]!.number);
      await plan(review, { onePerInstitution: false });
      await organiser.post(`${path}/open`).send({}).expect(204);
    });
  });

  it('asks for kinds of judges as they are by now', async () => {
    const review = await reviewOf(app, 1, 3);
    const { organiser, path } = review;
    await apply(review);
    await correct(review, [{}, { kind: 'technical' }, {}]);
    expect((await entries(review))[0]!.judges.map(({ kind }) => kind)).toEqual(['technical', 'technical']);
    const { body } = await organiser.get(path).expect(200);
    expect(body.judges.map(({ kind }: { kind: string }) => kind)).toEqual(['technical', 'technical', 'technical']);
    expectRefused(await organiser.post(`${path}/open`).send({}), 409, 'online_review.entries_unfit');
    const run = await search(review);
    expect(run).toMatchObject({ answer: 'impossible' });
    await correct(review, [{ kind: 'investor' }]);
    await apply(review);
    await organiser.post(`${path}/open`).send({}).expect(204);
  });

  it.each([false, true])(
    'names the home region where nothing else keeps all from having judges (connected: %s)',
    async (connected) => {
      const review = await reviewOf(app, 2, 4);
      const home = { region: 'BJ' };
      await plan(review, { connected });
      await correct(review, [home, home, home, home]);
      const run = await search(review);
      expect(run).toMatchObject({ answer: 'impossible' });
      const of = (list: { zh: string; en: string }[], part: { zh: string; en: string }) =>
        list.filter(({ zh, en }) => zh.includes(part.zh) && en.includes(part.en));
      const named = of(run.failing, { zh: '评委不评所在赛区的项目', en: 'no judge of the entry’s own region' });
      expect(named).toHaveLength(2);
      for (const { zh } of named) expect(zh).toContain(review.projects[0]!.number);
      const offered = { zh: '允许评委评审所在赛区的项目：', en: 'Judges on entries of their own region: ' };
      expect(of(run.relaxations, offered)).toHaveLength(1);
      await plan(review, { connected, awayFromHome: false });
      expect(await search(review)).toMatchObject({ answer: 'assigned' });
    },
  );
});
