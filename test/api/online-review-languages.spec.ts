import { Project } from '@haishi/contest';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused } from '../support/people.js';
import { addExpert, PLAN, type Review, reviewOf, runEnded } from './review-round.js';

/** Entries of one English project among three, and which judges read English. */
async function inEnglish(app: TestApp, readers: readonly number[]): Promise<Review & { entryId: string }> {
  const review = await reviewOf(app, 3, 4);
  const { organiser, editionId, path, judges, projects } = review;
  await app
    .get(UnitOfWork)
    .run(systemActor('test'), (work) => work.manager.update(Project, projects[0]!.id, { language: 'en' }));
  for (const at of readers)
    await addExpert(organiser, editionId, judges[at]!.person, {
      kind: at % 2 === 0 ? 'technical' : 'investor',
      organisationName: `评审单位${at + 1}`,
      languages: ['zh', 'en'],
    });
  await organiser
    .put(`${path}/plan`)
    .set('if-match', '*')
    .send({ ...PLAN, load: { min: 0, max: 3 }, readLanguages: true })
    .expect(204);
  const { body } = await organiser.get(`${path}/entries`).expect(200);
  const { entryId } = (body.items as { entryId: string; number: string }[]).find(
    ({ number }) => number === projects[0]!.number,
  )!;
  return { ...review, entryId };
}

eachEngine('languages in an online review', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  it('keep a project from judges who did not declare its own, in a search and by hand', async () => {
    const { organiser, path, judges, entryId, ...rest } = await inEnglish(app, [2, 3]);
    await organiser.post(`${path}/runs`).send({ seed: 1, seconds: 20 }).expect(204);
    const run = await runEnded({ organiser, path, judges, ...rest });
    await organiser.post(`${path}/runs/${run.id}/apply`).send({}).expect(204);
    const { body } = await organiser.get(`${path}/entries`).expect(200);
    const own = (body.items as { entryId: string; judges: { personId: string }[] }[]).find(
      (one) => one.entryId === entryId,
    )!;
    expect(own.judges.map(({ personId }) => personId).toSorted()).toEqual(
      [judges[2]!.person.id, judges[3]!.person.id].toSorted(),
    );
    const third = { entryId, personId: judges[0]!.person.id, reason: '再请一位' };
    const give = () => organiser.post(`${path}/pairs`).send(third);
    expectRefused(await give(), 409, 'online_review.language', 'personId');
    await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, readLanguages: false })
      .expect(204);
    await give().expect(204);
  });

  it('are named among what would help, where too few read one', async () => {
    const { organiser, path, judges, ...rest } = await inEnglish(app, [2]);
    await organiser.post(`${path}/runs`).send({ seed: 1, seconds: 20 }).expect(204);
    const run = await runEnded({ organiser, path, judges, ...rest });
    expect(run.answer).toBe('impossible');
    const [number] = rest.projects.map((one) => one.number!);
    const named = (run.relaxations as { zh: string }[]).map(({ zh }) => zh);
    expect(named).toContainEqual(
      expect.stringMatching(new RegExp(`^允许评委评审未申报语言的项目：${number} 评委[24]$`)),
    );
  });

  it('are not asked for by a plan that does not say so', async () => {
    const { organiser, path } = await reviewOf(app, 2, 2);
    const { body } = await organiser.get(path).expect(200);
    expect(body.plan.readLanguages).toBe(false);
  });
});
