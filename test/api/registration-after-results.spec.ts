import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { setStageDates } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused } from '../support/people.js';
import { decidedStage, type DecidedStage, publishDecision } from './published-stage.js';

const PLAN = { mode: 'total', size: 1, wildcards: 0, waiting: 1, cutTies: 'order' };
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);

eachEngine('registration that is over', (engine) => {
  let app: TestApp;
  let stage: DecidedStage;
  beforeAll(async () => {
    app = await startApp(engine);
    stage = await decidedStage(app, { 甲: [30], 乙: [28] }, PLAN);
  });
  afterAll(() => app?.close());

  const path = () => `/api/v1/editions/${stage.editionId}`;
  const version = async () => (await stage.organiser.get(`${path()}/overview`).expect(200)).body.version as number;
  const put = async (closesAt: Date) =>
    stage.organiser
      .put(`${path()}/stages/REG/dates`)
      .set('If-Match', `"${await version()}"`)
      .send({ opensAt: inDays(-20).toISOString(), closesAt: closesAt.toISOString() });
  const switched = async (action: 'open' | 'close') =>
    stage.organiser
      .post(`${path()}/stages/REG/${action}`)
      .set('If-Match', `"${await version()}"`)
      .send({});

  it('takes no projects again once a result is published, by its dates or by hand', async () => {
    const over = { opensAt: inDays(-20), closesAt: inDays(-1) };
    await setStageDates(app, stage.editionId, 'REG', over);
    expect((await put(inDays(1))).status).toBe(204);
    await setStageDates(app, stage.editionId, 'REG', over);
    await publishDecision(stage);
    expectRefused(await put(inDays(1)), 409, 'edition.extension_after_results', 'closesAt');
    await setStageDates(app, stage.editionId, 'REG', { ...over, closesAt: inDays(1) });
    expect((await switched('close')).status).toBe(204);
    expectRefused(await switched('open'), 409, 'edition.extension_after_results', 'closesAt');
  });
});
