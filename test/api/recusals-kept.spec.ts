import { ProjectRecusal } from '@haishi/contest/project-recusal/project-recusal.entity';
import { Database } from '@haishi/platform';
import { Recusal } from '@haishi/review';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, promoted, signIn } from '../support/people.js';
import { handInWhole } from './review-round.js';
import { type Judge, setStage, type Stage } from './roadshow-session.js';

eachEngine('what a judge declared or staff set', (engine) => {
  let app: TestApp;
  let stage: Stage;
  let judge: Judge;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());
  beforeEach(async () => {
    stage = await setStage(app);
    judge = stage.judges[0]!;
    for (const project of [stage.projects.a, stage.projects.c]) await handInWhole(app, project);
  });

  const manager = () => app.get(Database).manager;
  const recusals = async () => {
    const found = await manager().findBy(Recusal, {
      panelId: Equal(stage.id),
      personId: Equal(judge.person.id),
    });
    return found.map(({ entryId, kind, reason }) => [entryId, kind, reason]).toSorted();
  };
  const recuse = (entryId: string) =>
    stage.organiser
      .post(`${stage.path}/recusals`)
      .send({ entryId, seatNo: judge.seatNo, reason: '曾任导师' })
      .expect(204);
  const unseat = () => stage.organiser.delete(`${stage.path}/seats/${judge.seatNo}`).expect(204);
  const seat = () =>
    stage.organiser
      .post(`${stage.path}/seats`)
      .send({ seatNo: judge.seatNo, personId: judge.person.id, kind: 'technical', organisationName: '单位 1' })
      .expect(204);
  /** Also of the staff of the edition from now on. */
  const checks = () => promoted(app, judge.person, { role: 'checker', scopeType: 'edition', scopeId: stage.editionId });

  it('outlives their seat, for the panel and for all work', async () => {
    await recuse(stage.a);
    await unseat();
    expect(await recusals()).toEqual([]);
    const checker = await checks();
    const project = `/api/v1/projects/${stage.projects.a.id}`;
    expectRefused(await checker.get(project), 403, 'project.recused');
    await checker.get(`/api/v1/projects/${stage.projects.c.id}`).expect(200);
    await seat();
    expect(await recusals()).toEqual([[stage.a, 'automatic', 'elsewhere']]);
    const { body } = await stage.organiser.get(`${project}/recusals`).expect(200);
    expect(body.recused).toMatchObject([{ personId: judge.person.id, why: 'staff', reason: '曾任导师' }]);
    const [kept] = await manager().findBy(ProjectRecusal, { personId: Equal(judge.person.id) });
    expect(kept).toMatchObject({ projectId: stage.projects.a.id, kind: 'staff', dismissedAt: null });
    expect(kept!.madeBy).not.toBe('');
    // It is dismissed where it is kept, and lifted on the panel with that.
    await stage.organiser
      .post(`${project}/recusals/dismiss`)
      .send({ personId: judge.person.id, reason: '核实后并无关系' })
      .expect(204);
    expect(await recusals()).toEqual([]);
    await (await signIn(app, judge.person)).get(project).expect(200);
  });

  it('outlives the entry, also where it was dismissed at the project before', async () => {
    await recuse(stage.a);
    await unseat();
    await seat();
    const project = `/api/v1/projects/${stage.projects.a.id}`;
    const decision = { personId: judge.person.id, reason: '核实后并无关系' };
    await stage.organiser.post(`${project}/recusals/dismiss`).send(decision).expect(204);
    await recuse(stage.a);
    await stage.organiser.delete(`${stage.path}/entries/${stage.a}`).expect(204);
    await stage.organiser
      .post(`${stage.path}/entries`)
      .send({ projectIds: [stage.projects.a.id] })
      .expect(204);
    expect(await recusals()).toEqual([[expect.any(String), 'automatic', 'elsewhere']]);
    expectRefused(await (await checks()).get(project), 403, 'project.recused');
  });

  it('is all that does: what follows from the record alone is looked for anew', async () => {
    judge = stage.judges[6]!;
    expect(await recusals()).toEqual([[stage.b, 'automatic', 'organisation']]);
    await unseat();
    await seat();
    expect(await recusals()).toEqual([]);
    expect(await manager().countBy(ProjectRecusal, { personId: Equal(judge.person.id) })).toBe(0);
  });
});
