import { ProjectMember } from '@haishi/contest';
import { newId } from '@haishi/kernel';
import { Database } from '@haishi/platform';
import { Expert, Recusal } from '@haishi/review';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, promoted } from '../support/people.js';
import { type Review, type Reviewer, reviewOf } from './review-round.js';

eachEngine('what ties a judge to a project', (engine) => {
  let app: TestApp;
  let review: Review;
  let judge: Reviewer;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());
  beforeEach(async () => {
    review = await reviewOf(app, 3, 2);
    judge = review.judges[0]!;
  });

  const manager = () => app.get(Database).manager;
  const numbers = async (browser: Browser) => {
    const { body } = await browser.get(`/api/v1/editions/${review.editionId}/projects`).expect(200);
    return body.items.map(({ number }: { number: string }) => number).toSorted();
  };
  /** Alone of the first project, found when the round looks for ties, on a stage, and for the judge as staff. */
  async function expectTied(reason: 'member' | 'organisation') {
    const { organiser, path, editionId, projects } = review;
    const personId = judge.person.id;
    const [first, ...others] = projects;
    const recusalsOn = async (panelId: string) =>
      (await manager().findBy(Recusal, { panelId: Equal(panelId) })).map((one) => [one.personId, one.reason]);
    await organiser.post(`${path}/prepare`).send({}).expect(204);
    expect(await recusalsOn(review.id)).toEqual([[personId, reason]]);
    await manager().delete(Recusal, { panelId: Equal(review.id) });
    const staff = await promoted(app, judge.person, { role: 'checker', scopeType: 'edition', scopeId: editionId });
    expectRefused(await staff.get(`/api/v1/projects/${first!.id}`), 403, 'project.recused');
    expect(await numbers(staff)).toEqual(others.map(({ number }) => number));
    const { body: heat } = await organiser
      .post(`/api/v1/editions/${editionId}/sessions`)
      .send({ stageCode: 'HEAT', name: '赛区赛', room: '一厅' })
      .expect(201);
    await organiser
      .post(`/api/v1/sessions/${heat.id}/seats`)
      .send({ seatNo: 1, personId, kind: 'technical', organisationName: '别处' })
      .expect(204);
    await organiser
      .post(`/api/v1/sessions/${heat.id}/entries`)
      .send({ projectIds: projects.map(({ id }) => id) })
      .expect(204);
    expect(await recusalsOn(heat.id)).toEqual([[personId, reason]]);
  }

  it('is an address of its team under which a pool of experts has them', async () => {
    const mail = `pool-${newId()}@example.com`;
    await manager().update(Expert, { personId: Equal(judge.person.id) }, { mail });
    const line = { id: newId(), projectId: review.projects[0]!.id, position: 1, name: judge.person.name, role: '顾问' };
    await manager().insert(ProjectMember, { ...line, share: null, mail, isCore: false });
    await expectTied('member');
  });
});
