import { Project, ProjectMember } from '@haishi/contest';
import { Organisation } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { Database } from '@haishi/platform';
import { Expert, Recusal } from '@haishi/review';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, promoted, signedIn } from '../support/people.js';
import { actFor } from '../support/ties.js';
import { addExpert, type Review, type Reviewer, reviewOf } from './review-round.js';

/** Of an organisation that is on record. */
const CODE = '91130100MA0000108D';

eachEngine('what ties a judge to a project', (engine) => {
  let app: TestApp;
  let review: Review;
  let judge: Reviewer;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());
  beforeEach(async () => {
    await manager().clear(Organisation);
    review = await reviewOf(app, 3, 2);
    judge = review.judges[0]!;
  });

  const manager = () => app.get(Database).manager;
  const numbers = async (browser: Browser) => {
    const { body } = await browser.get(`/api/v1/editions/${review.editionId}/projects`).expect(200);
    return body.items.map(({ number }: { number: string }) => number).toSorted();
  };
  /** Alone of the first project, found when the round looks for ties, on a stage, and for the judge as staff. */
  async function expectTied(reason: 'named' | 'organisation') {
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
    await expectTied('named');
  });

  /** An organisation that was vetted, or was not. */
  const record = async (
    facts: { name: string; aliases: string[]; creditCode?: string },
    state: 'approved' | 'draft',
  ) => {
    const { id } = (await signedIn(app, '经办人')).person;
    const organisationId = await actFor(app, id, facts);
    await manager().update(Organisation, { id: Equal(organisationId) }, { state });
  };
  const expertOf = (organisationName: string, change: object = {}) =>
    addExpert(review.organiser, review.editionId, judge.person, { kind: 'technical', organisationName, ...change });
  const codeOf = (organisationCode: string) =>
    manager().update(Project, { id: Equal(review.projects[0]!.id) }, { organisationCode });

  it('is a name on record of its organisation, by the code that it states', async () => {
    await record({ name: '海石控股', aliases: ['海石 研究院'], creditCode: CODE }, 'approved');
    await codeOf(CODE);
    await expertOf('别的单位', { aliases: ['海石研究院'] });
    await expectTied('organisation');
  });

  it('is a name on record of its organisation, by the name that it states', async () => {
    await record({ name: '参赛公司1', aliases: ['海石研究院'] }, 'approved');
    await expertOf('海石研究院');
    await expectTied('organisation');
  });

  it('is a name on record of their organisation, by its code', async () => {
    await record({ name: '海石控股', aliases: ['参赛 公司1'], creditCode: CODE }, 'approved');
    await expertOf('海石集团', { creditCode: CODE });
    await expectTied('organisation');
  });

  it('is one of two names on record of one organisation', async () => {
    await record({ name: '海石控股', aliases: ['参赛公司1', '海石研究院'] }, 'approved');
    await expertOf('海石研究院');
    await expectTied('organisation');
  });

  it('is not what somebody says of an organisation that was not vetted', async () => {
    await record({ name: '海石控股', aliases: ['参赛公司1', '海石研究院'] }, 'draft');
    await expertOf('海石研究院');
    await review.organiser.post(`${review.path}/prepare`).send({}).expect(204);
    expect(await manager().countBy(Recusal, { panelId: Equal(review.id) })).toBe(0);
  });
});
