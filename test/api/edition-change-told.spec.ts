import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { until } from '../support/facts.js';
import { expectRefused, signedIn } from '../support/people.js';
import { decidedStage, publishDecision } from './published-stage.js';
import { confirmSession } from './roadshow-confirmed.js';

const API = '/api/v1';
const HOUR = 3_600_000;
const TOTAL = { mode: 'total', wildcards: 0, waiting: 0, cutTies: 'order' };

interface Consequence {
  path: string;
  code: string;
  text: { en: string };
}

eachEngine('a change of an edition of which something was told', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  const fileOf = async (organiser: Browser, id: string) =>
    (await organiser.get(`${API}/editions/${id}/file`).expect(200)).body;
  const preview = async (organiser: Browser, id: string, file: unknown) =>
    (await organiser.post(`${API}/editions/${id}/change/preview`).send({ file }).expect(200)).body as {
      version: number;
      effects: Consequence[];
      refusals: Consequence[];
    };
  const change = (organiser: Browser, id: string, file: unknown, version: number) =>
    organiser.post(`${API}/editions/${id}/change`).set('If-Match', `"${version}"`).send({ file, reason: '调整' });

  it('leaves the stages that a published decision counted before it', async () => {
    const field = { 甲: [30, { region: 'BJ' }], 乙: [28, { region: 'BJ' }], 丙: [20, { region: 'BJ' }] } as const;
    const heat = await decidedStage(app, field, { ...TOTAL, size: 2 }, 'BJ');
    await publishDecision(heat);
    const { organiser, editionId, projects } = heat;
    const session = { stageCode: 'FINAL', name: '决赛', room: '大剧院' };
    const { body } = await organiser.post(`${API}/editions/${editionId}/sessions`).send(session).expect(201);
    const projectIds = [projects['甲']!.id, projects['乙']!.id];
    await organiser.post(`${API}/sessions/${body.id}/entries`).send({ projectIds }).expect(204);
    await confirmSession(app, body.id, (title) => (title === '甲' ? 25 : 26));
    const path = `${API}/editions/${editionId}/stages/FINAL`;
    const plan = { ...TOTAL, size: 1, carry: { stage: 'HEAT', permille: 500 } };
    const worked = await organiser.post(`${path}/advancement/preview`).send({ plan }).expect(200);
    const decided = { plan, digest: worked.body.outcome.digest };
    await organiser.post(`${path}/advancement/decide`).set('If-Match', '"0"').send(decided).expect(204);
    await publishDecision({ ...heat, path });

    const file = await fileOf(organiser, editionId);
    const [first, second] = ['HEAT', 'FINAL'].map((code) =>
      file.stages.findIndex((one: { code: string }) => one.code === code),
    ) as [number, number];
    [file.stages[first], file.stages[second]] = [file.stages[second], file.stages[first]];
    for (const at of [first, second]) Object.assign(file.stages[at], { opensAt: null, closesAt: null });
    const shown = await preview(organiser, editionId, file);
    expect(shown.refusals.map(({ path: where, code }) => [where, code])).toEqual([
      ['stages', 'edition.change_order_decided'],
      ['stages', 'edition.change_order_decided'],
    ]);
    expectRefused(
      await change(organiser, editionId, file, shown.version),
      409,
      'edition.change_order_decided',
      'stages',
    );
    const { body: page } = await organiser.get(`${path}/advancement`).expect(200);
    expect(page.carries.map(({ code }: { code: string }) => code)).toContain('HEAT');
  });

  it('says of projects out for a correction what is asked of them when they are handed in again', async () => {
    const edition = await openEdition(app, 'TOLD');
    const { organiser, id: editionId } = edition;
    const checker = (await signedIn(app, '陈审查', [{ role: 'checker', scopeType: 'edition', scopeId: editionId }]))
      .browser;
    const { browser: entrant } = await signedIn(app, '参赛者');
    const [stays, goes] = [await draftProject(entrant, editionId), await draftProject(entrant, editionId)];
    for (const id of [stays, goes]) await submitProject(entrant, id, 2).expect(200);
    const dueAt = new Date(Date.now() + 48 * HOUR).toISOString();
    await checker
      .post(`${API}/projects/${goes}/return`)
      .send({ submission: 1, reasonCode: 'other', text: '请更正错别字。', dueAt })
      .expect(200);
    const file = await fileOf(organiser, editionId);
    file.rules.push({
      ...{ code: 'CN', kind: 'country', severity: 'refuse', not: ['CN'] },
      text: { zh: '限境外企业', en: 'From abroad alone' },
    });
    const shown = await preview(organiser, editionId, file);
    expect(shown.effects.map(({ code, text }) => [code, text.en])).toEqual([
      [
        'corrections_checked_anew',
        'Projects out for a correction, held against the new demand when handed in again: 1',
      ],
      [
        'conditions_shown',
        'Projects handed in that are shown by the new conditions from now on, and marked anew while they wait; what was decided stands: 1',
      ],
    ]);
    const marked = async () => {
      const { body } = await checker.get(`${API}/editions/${editionId}/eligibility?conditions=notMet`).expect(200);
      return (body.items as { id: string; unmetRules: number }[]).find(({ id }) => id === stays)!.unmetRules;
    };
    // Its entrant has another.
    expect(await marked()).toBe(1);
    await change(organiser, editionId, file, shown.version).expect(200);
    await until(async () => (await marked()) === 2);
    const { items } = (await checker.get(`${API}/projects/${stays}/conditions`).expect(200)).body;
    expect(items.filter(({ outcome }: { outcome: string }) => outcome === 'notMet')).toHaveLength(2);
    const { version } = (await entrant.get(`${API}/projects/${goes}`).expect(200)).body;
    expectRefused(await submitProject(entrant, goes, version), 422, 'project.not_eligible');
  });
});
