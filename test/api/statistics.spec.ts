import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, signedIn } from '../support/people.js';
import { type DecidedStage, decidedStage, publishDecision, publishNotice } from './published-stage.js';
import { acceptedProject, importEdition } from './roadshow-session.js';

const FIELD = {
  甲: [30],
  乙: [28, { region: 'XA' }],
  丙: [26, { division: 'BIO', groupCode: 'TEAM' }],
  丁: [24],
} as const;
const PLAN = { mode: 'total', size: 2, wildcards: 0, waiting: 1, cutTies: 'order' };

interface Answer {
  edition: { code: string };
  funnel: {
    steps: { kind: string; stage: { code: string } | null }[];
    cells: { region: string; division: string; counts: number[] }[];
    regions: { code: string; name: { zh: string }; counts: number[] }[];
    divisions: { code: string; counts: number[] }[];
    total: number[];
  };
}

eachEngine('statistics', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  const path = (edition: string) => `/api/v1/editions/${edition}/statistics`;
  const ask = async (browser: Browser, edition: string, query = '') =>
    (await browser.get(path(edition) + query).expect(200)).body as Answer;
  /** Counts by the names of their steps; those that are 0 are left out. */
  const named = ({ funnel }: Answer, counts: readonly number[]) =>
    Object.fromEntries(
      funnel.steps
        .map(({ kind, stage }, index) => [stage ? `${kind} ${stage.code}` : kind, counts[index]!] as const)
        .filter(([, count]) => count > 0),
    );

  describe('of projects', () => {
    let stage: DecidedStage;
    beforeAll(async () => {
      stage = await decidedStage(app, FIELD, PLAN);
      const { editionId } = stage;
      await acceptedProject(app, editionId, {
        state: 'draft',
        number: null,
        submittedAt: null,
        region: null,
        division: null,
        groupCode: null,
      });
      for (const state of ['submitted', 'returned', 'rejected', 'withdrawn', 'withdrawn'] as const)
        await acceptedProject(app, editionId, { state, region: 'XA', division: 'BIO' });
      await acceptedProject(app, await importEdition(app));
    });

    it('say how many came how far, by region and division, with sums that agree', async () => {
      const answer = await ask(stage.organiser, stage.editionId);
      const { cells, regions, divisions, total } = answer.funnel;
      expect(named(answer, total)).toEqual({
        begun: 10,
        handedIn: 9,
        accepted: 4,
        returned: 1,
        rejected: 1,
        withdrawn: 2,
        'onStage FINAL': 4,
      });
      const cell = (region: string, division: string) =>
        named(answer, cells.find((one) => one.region === region && one.division === division)!.counts);
      expect(cell('BJ', 'EIT')).toEqual({ begun: 2, handedIn: 2, accepted: 2, 'onStage FINAL': 2 });
      expect(cell('XA', 'BIO')).toEqual({ begun: 5, handedIn: 5, returned: 1, rejected: 1, withdrawn: 2 });
      expect(cell('', '')).toEqual({ begun: 1 });
      for (const parts of [cells, regions, divisions])
        expect(total).toEqual(total.map((_, index) => parts.reduce((sum, { counts }) => sum + counts[index]!, 0)));
      expect(regions.at(-1)).toMatchObject({ code: '', name: { zh: '未填写' } });
    });

    it('may be of one group alone', async () => {
      const answer = await ask(stage.organiser, stage.editionId, '?group=TEAM');
      expect(named(answer, answer.funnel.total)).toEqual({
        begun: 1,
        handedIn: 1,
        accepted: 1,
        'onStage FINAL': 1,
      });
      expectRefused(await stage.organiser.get(`${path(stage.editionId)}?group=NO`), 404, 'common.not_found', 'group');
    });

    it('tell who advances and who is awarded once that is published, and not before', async () => {
      const ends = async () => {
        const answer = await ask(stage.organiser, stage.editionId);
        const { 'advanced FINAL': advanced, awarded } = named(answer, answer.funnel.total);
        return { advanced, awarded };
      };
      expect(await ends()).toEqual({});
      await publishDecision(stage);
      expect(await ends()).toEqual({ advanced: 2 });
      const notice = await publishNotice(stage, { kind: 'awards' });
      expect(await ends()).toEqual({ advanced: 2, awarded: 4 });
      const answer = await ask(stage.organiser, stage.editionId);
      const xian = answer.funnel.regions.find(({ code }) => code === 'XA')!;
      expect(named(answer, xian.counts)).toMatchObject({ 'advanced FINAL': 1, awarded: 1 });
      await stage.organiser
        .post(`/api/v1/public-notices/${notice}/revoke`)
        .set('If-Match', '"1"')
        .send({ reason: '名单有误' })
        .expect(204);
      expect(await ends()).toEqual({ advanced: 2 });
    });

    it('are kept from whoever does not organise the whole edition', async () => {
      const at = path(stage.editionId);
      expectRefused(await app.browser().get(at), 401, 'common.unauthenticated');
      expectRefused(await (await signedIn(app, '参赛者')).browser.get(at), 403, 'common.forbidden');
      const other = await signedIn(app, '别的组织者', [organiserOf(await importEdition(app))]);
      expectRefused(await other.browser.get(at), 403, 'common.forbidden');
      const checker = { role: 'checker', scopeType: 'region', scopeId: `${stage.editionId}/BJ` } as const;
      expectRefused(await (await signedIn(app, '审查员', [checker])).browser.get(at), 403, 'common.forbidden');
      expectRefused(await stage.organiser.get(path('NO-SUCH')), 404, 'common.not_found');
      const answer = await stage.organiser.get(at).expect(200);
      expect(answer.headers['cache-control']).toBe('no-store');
    });

    it('of an edition without projects are all 0', async () => {
      const editionId = await importEdition(app);
      const { browser } = await signedIn(app, '组织者', [organiserOf(editionId)]);
      const answer = await ask(browser, editionId);
      expect(answer.funnel.cells).toEqual([]);
      expect(named(answer, answer.funnel.total)).toEqual({});
    });
  });
});
