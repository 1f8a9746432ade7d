import { EditionStage, ProjectSubmission } from '@haishi/contest';
import { Ceremony } from '@haishi/contest/ceremony/ceremony.entity';
import { RoadshowSession } from '@haishi/contest/roadshow/session.entity';
import { newId } from '@haishi/kernel';
import { Database, readTable, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { Recusal, ScoreSheet } from '@haishi/review';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { organiserOf, setStageDates } from '../support/contest.js';
import { download } from '../support/downloads.js';
import { eachEngine } from '../support/engines.js';
import { hasPoppler, packedText } from '../support/papers.js';
import { expectRefused, signedIn } from '../support/people.js';
import { recuse } from '../support/ties.js';
import { judgeUnequally } from './judged-stage.js';
import { type DecidedStage, decidedStage, publishDecision, publishNotice, referred } from './published-stage.js';
import { enter, openReview, reviewOf, sheetOf } from './review-round.js';
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
  recused: number;
  funnel: {
    steps: { kind: string; stage: { code: string } | null }[];
    cells: { region: string; division: string; counts: number[] }[];
    regions: { code: string; name: { zh: string }; counts: number[] }[];
    divisions: { code: string; counts: number[] }[];
    total: number[];
  };
  channels: { code: string; name: { zh: string } }[];
  days: { day: string; count: number }[];
  judging: {
    code: string;
    sessions: number;
    sealed: number;
    judges: { name: string; sheets: number; mean: number; difference: number | null; agreement: number | null }[];
  }[];
}

eachEngine('statistics', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  const inWork = <Result>(act: (work: Parameters<Parameters<UnitOfWork['run']>[1]>[0]) => Promise<Result>) =>
    app.get(UnitOfWork).run(systemActor('test'), act);
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

    it('count nothing of a project for who is recused from it, and say of how many', async () => {
      const { editionId, organiser, projects } = stage;
      const tied = await signedIn(app, '有利害关系的组织者', [organiserOf(editionId)]);
      await recuse(app, tied.person.id, projects['丙']!.id);
      await recuse(app, tied.person.id, (await acceptedProject(app, await importEdition(app))).id);
      const [all, open] = [await ask(organiser, editionId), await ask(tied.browser, editionId)];
      expect([all.recused, open.recused]).toEqual([0, 1]);
      const less = named(
        all,
        all.funnel.total.map((count, index) => count - open.funnel.total[index]!),
      );
      expect(less).toEqual({ begun: 1, handedIn: 1, accepted: 1, 'onStage FINAL': 1 });
      const alone = await ask(tied.browser, editionId, '?group=TEAM');
      expect([alone.recused, alone.funnel.cells, named(alone, alone.funnel.total)]).toEqual([1, [], {}]);
    });

    it('may be of one channel alone: as projects were referred, or came of themselves', async () => {
      const { organiser, editionId } = stage;
      await referred(app, stage.projects['甲']!.id, 'station');
      await referred(app, stage.projects['丙']!.id, 'county');
      const of = async (query: string) => {
        const answer = await ask(organiser, editionId, query);
        return named(answer, answer.funnel.total);
      };
      const one = { begun: 1, handedIn: 1, accepted: 1, 'onStage FINAL': 1 };
      expect(await of('?channel=station')).toEqual(one);
      expect(await of('?channel=county')).toEqual(one);
      expect(await of('?channel=county&group=TEAM')).toEqual(one);
      expect(await of('?channel=station&group=TEAM')).toEqual({});
      expect(await of('?channel=partner')).toEqual({});
      expect(await of('?channel=own')).toMatchObject({ begun: 8, accepted: 2, 'onStage FINAL': 2 });
      expect((await ask(organiser, editionId)).channels.map(({ code, name }) => [code, name.zh])).toEqual([
        ['station', '引才工作站'],
        ['partner', '合作机构'],
        ['county', '县市区'],
        ['other', '其他'],
        ['own', '自行报名'],
      ]);
      expectRefused(await organiser.get(`${path(editionId)}?channel=NO`), 422, 'common.not_a_choice', 'channel');
      const csv = await readTable(await download(organiser, `${path(editionId)}/export?format=csv&channel=station`));
      expect(csv.flat()).toContain('1');
      expect(csv.flat()).not.toContain('10');
      const type = 'edition.statistics_exported';
      const event = await app.get(Database).manager.findOneByOrFail(StoredEvent, { type, subjectId: editionId });
      expect(event.payload).toEqual({ channel: 'station', format: 'csv' });
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
      const { browser: citizen } = await signedIn(app, '市民');
      const objection = { statement: '知识产权归属有争议。', projectId: stage.projects['乙']!.id };
      await citizen.post(`/api/v1/public-notices/${notice}/objections`).send(objection).expect(201);
      const { body: desk } = await stage.organiser.get(`${stage.path}/public-notices`).expect(200);
      await stage.organiser
        .post(`/api/v1/notice-objections/${desk.notices[0].objections[0].id}/answer`)
        .send({ outcome: 'upheld', answer: '经查属实。', strike: true })
        .expect(204);
      // Nobody moves up for who is struck off a notice of awards.
      expect(await ends()).toEqual({ advanced: 1, awarded: 3 });
      await stage.organiser
        .post(`/api/v1/public-notices/${notice}/revoke`)
        .set('If-Match', '"1"')
        .send({ reason: '名单有误' })
        .expect(204);
      expect(await ends()).toEqual({ advanced: 1 });
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

  describe('of days', () => {
    it('count first submissions by the clocks of the edition, over the time of registration', async () => {
      const editionId = await importEdition(app);
      const { browser } = await signedIn(app, '组织者', [organiserOf(editionId)]);
      expect((await ask(browser, editionId)).days).toEqual([]);
      const dates = { opensAt: new Date('2020-03-01T01:00:00Z'), closesAt: new Date('2020-03-03T10:00:00Z') };
      await setStageDates(app, editionId, 'REG', dates);
      const ids: string[] = [];
      const handIn = async (groupCode: string, ...moments: string[]) => {
        const { id: projectId, ownerId: byId } = await acceptedProject(app, editionId, { groupCode });
        ids.push(projectId);
        for (const [index, at] of moments.entries())
          await inWork((work) =>
            work.manager.insert(ProjectSubmission, {
              ...{ id: newId(), projectId, number: index + 1, requestKey: newId(), snapshot: {} as never, byId },
              at: new Date(at),
            }),
          );
      };
      await handIn('ENT', '2020-03-01T15:59:59.999Z', '2020-03-02T16:00:00Z');
      await handIn('TEAM', '2020-03-01T16:00:00Z');
      await handIn('ENT', '2020-03-02T15:59:59Z');
      await handIn('ENT', '2020-02-28T00:00:00Z');
      const days = async (query = '') =>
        (await ask(browser, editionId, query)).days.map(({ day, count }) => [day, count]);
      expect(await days()).toEqual([
        ['2020-03-01', 1],
        ['2020-03-02', 2],
        ['2020-03-03', 0],
      ]);
      expect((await days('?group=TEAM')).map(([, count]) => count)).toEqual([0, 1, 0]);
      await referred(app, ids.at(-2)!, 'partner');
      expect((await days('?channel=partner')).map(([, count]) => count)).toEqual([0, 1, 0]);
      expect((await days('?channel=own')).map(([, count]) => count)).toEqual([1, 1, 0]);
      expect((await days('?channel=own&group=TEAM')).map(([, count]) => count)).toEqual([0, 1, 0]);
    });
  });

  describe('as a file', () => {
    it('are the same numbers, for the same organisers, and each export is recorded', async () => {
      const stage = await decidedStage(app, FIELD, PLAN);
      const { organiser, editionId } = stage;
      const file = `${path(editionId)}/export?format=xlsx`;
      const { headers } = await organiser.get(file).expect(200);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-disposition']).toContain('statistics.xlsx');
      const [header, ...rows] = await readTable(await download(organiser, file));
      const { funnel } = await ask(organiser, editionId);
      expect(header!.slice(0, 4)).toEqual(['赛区', '领域', '已开始', '已提交']);
      expect(rows.map((row) => row.slice(2).map(Number))).toEqual(
        [...funnel.cells, ...funnel.regions, ...funnel.divisions, { counts: funnel.total }].map(({ counts }) => counts),
      );
      expect(rows.at(-1)!.slice(0, 2)).toEqual(['合计', '合计']);
      const csv = await readTable(await download(organiser, `${path(editionId)}/export?format=csv&group=TEAM`));
      expect(csv[0]).toEqual(['各环节']);
      expect(csv.map(([name]) => name)).toEqual(expect.arrayContaining(['每日提交', '评委']));
      expectRefused(await organiser.get(`${path(editionId)}/export`), 422, 'common.invalid');
      expectRefused(await organiser.get(`${file}&group=NO`), 404, 'common.not_found', 'group');
      expectRefused(await app.browser().get(file), 401, 'common.unauthenticated');
      const other = await signedIn(app, '别的组织者', [organiserOf(await importEdition(app))]);
      expectRefused(await other.browser.get(file), 403, 'common.forbidden');
      const type = 'edition.statistics_exported';
      expect(await app.get(Database).manager.countBy(StoredEvent, { type, subjectId: editionId })).toBe(3);
    });

    it.skipIf(!hasPoppler)('are a paper of the same tables, with how judges scored (needs pdftotext)', async () => {
      const { organiser, editionId, projects } = await decidedStage(app, FIELD, PLAN);
      await judgeUnequally(app, editionId, [-300, 0, 100, 100, 100]);
      const tied = await signedIn(app, '有利害关系的组织者', [organiserOf(editionId)]);
      await recuse(app, tied.person.id, projects['丙']!.id);
      const left = packedText(await download(tied.browser, `${path(editionId)}/export?format=pdf`));
      expect(left).toContain('未计入的项目数：1');
      const text = packedText(await download(organiser, `${path(editionId)}/export?format=pdf&group=TEAM`));
      for (const said of [
        '赛事统计',
        '只计一个组别',
        '各环节',
        '每日提交',
        '评委甲-3.00不足以判断80.00',
        '评委乙0.00',
        '含个人信息',
      ])
        expect(text).toContain(said);
    });
  });

  describe('of judges', () => {
    let stage: DecidedStage;
    let sessionId: string;
    const sheets = () => app.get(Database).manager.findBy(ScoreSheet, { panelId: Equal(sessionId) });
    const session = (state: 'confirmed' | 'closed') =>
      inWork((work) => work.manager.update(RoadshowSession, sessionId, { state }));
    const final = async () =>
      (await ask(stage.organiser, stage.editionId)).judging.find(({ code }) => code === 'FINAL')!;

    /** Five judges, of whom the first gives 3 points less than the others' mean of 0 and the last three 1 point more. */
    beforeAll(async () => {
      stage = await decidedStage(app, FIELD, PLAN);
      sessionId = await judgeUnequally(app, stage.editionId, [-300, 0, 100, 100, 100]);
    });

    it('say how many sheets each gave, how harsh they were and how far they agree, the harshest first', async () => {
      const { sessions, sealed, judges } = await final();
      expect({ sessions, sealed }).toEqual({ sessions: 1, sealed: 0 });
      expect(judges.map(({ name, difference }) => [name, difference]).slice(0, 2)).toEqual([
        ['评委甲', -300],
        ['评委乙', 0],
      ]);
      expect(judges[0]).toEqual({
        name: '评委甲',
        assigned: null,
        late: null,
        sheets: 4,
        mean: 8000,
        difference: -300,
        interval: null,
        agreement: 100,
      });
      expect(judges.reduce((sum, { difference }) => sum + difference!, 0)).toBe(0);
      expect(judges[0]).not.toHaveProperty('personId');
    });

    it('say between which bounds the difference lies, once it varies from entry to entry', async () => {
      const { id, total } = (await sheets()).find(({ seatNo }) => seatNo === 1)!;
      await inWork((work) => work.manager.update(ScoreSheet, id, { total: total + 200 }));
      // −3.00 of three entries and −1.40 of one: −2.60, 3.18 times a standard error of 0.40 either way.
      const { judges } = await final();
      expect(judges[0]).toMatchObject({ difference: -260, interval: { from: -388, to: -132 } });
      const csv = await readTable(await download(stage.organiser, `${path(stage.editionId)}/export?format=csv`));
      const row = csv.find(([, name]) => name === '评委甲')!;
      expect(row.slice(2, 5)).toEqual(['-2.6', '-3.88', '-1.32']);
      await inWork((work) => work.manager.update(ScoreSheet, id, { total }));
    });

    it('leave out what was struck, and what a recused judge gave', async () => {
      const [struck] = await sheets();
      await inWork((work) => work.manager.update(ScoreSheet, struck!.id, { state: 'struck' }));
      const count = async () => (await final()).judges.reduce((sum, one) => sum + one.sheets, 0);
      expect(await count()).toBe(19);
      await inWork((work) => work.manager.update(ScoreSheet, struck!.id, { state: 'stored' }));
      const { entryId, personId } = struck!;
      const recusal = { id: newId(), panelId: sessionId, entryId, personId, kind: 'declared', reason: '' } as const;
      await inWork((work) => work.manager.insert(Recusal, { ...recusal, at: work.now, madeBy: personId }));
      expect(await count()).toBe(19);
      await inWork((work) => work.manager.delete(Recusal, recusal.id));
      expect(await count()).toBe(20);
    });

    it('tell nothing of a session before it is confirmed and its ceremony has told the results', async () => {
      const sealed = { sessions: 0, sealed: 1, judges: [] };
      await session('closed');
      expect(await final()).toMatchObject(sealed);
      expect((await stage.organiser.get(path(stage.editionId))).text).not.toContain('评委');
      await session('confirmed');
      await inWork((work) =>
        work.manager.insert(Ceremony, {
          ...{ sessionId, state: 'planned', plan: { awards: [], slides: [], advancing: null }, steps: [] },
          ...{ sealed: [], at: 0, frozenAt: new Date(), begunAt: null, presenterId: null, autoSeconds: null },
          ...{ dueAt: null, endedAt: null },
        } as never),
      );
      expect(await final()).toMatchObject(sealed);
      const ceremony = (state: 'running' | 'ended') =>
        inWork((work) => work.manager.update(Ceremony, sessionId, { state, frozenAt: null }));
      await ceremony('running');
      expect(await final()).toMatchObject(sealed);
      await ceremony('ended');
      expect((await final()).judges).toHaveLength(5);
    });
  });

  describe('of an online review', () => {
    it('count who was in it and who advances, and tell its judges’ load, harshness and agreement once it is confirmed', async () => {
      const review = await reviewOf(app, 6, 4);
      const { organiser, editionId, path: round, desk, judges } = review;
      await openReview(review);
      const online = async () =>
        (await ask(organiser, editionId)).judging.find(({ code }) => code === 'ONLINE') as Record<string, unknown>;
      expect(await online()).toMatchObject({ kind: 'review', sessions: 0, sealed: 1, judges: [], load: null });
      const late = judges[0]!;
      for (const judge of judges.slice(0, 3)) {
        await enter(review, judge);
        const { body } = await judge.browser.get(desk).expect(200);
        for (const { entryId, number } of body.entries as { entryId: string; number: string }[])
          await judge.browser
            .put(`${desk}/entries/${entryId}/sheet`)
            .send(sheetOf(20 + Number(number.at(-1)) - (judge === late ? 5 : 0)))
            .expect(200);
      }
      await inWork((work) =>
        work.manager.update(
          EditionStage,
          { editionId: Equal(editionId), code: 'ONLINE' },
          { closesAt: new Date(Date.now() - 3_600_000) },
        ),
      );
      await organiser.post(`${round}/close`).send({}).expect(204);
      await organiser.post(`${round}/confirm`).send({ reason: '一位评委未交。' }).expect(204);
      const told = (await online()) as { judges: { name: string; assigned: number; sheets: number; late: number }[] };
      expect(told).toMatchObject({ kind: 'review', sessions: 1, sealed: 0, load: { min: 2, max: 4 } });
      expect(told.judges.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(12);
      for (const { sheets, late: after } of told.judges) expect(after).toBe(sheets);
      expect(told.judges[0]).toMatchObject({ name: late.person.name, assigned: 3, sheets: 3 });
      expect(told.judges.at(-1)).toMatchObject({ name: '评委4', assigned: 3, sheets: 0, mean: null, difference: null });
      const tied = await signedIn(app, '有利害关系的组织者', [organiserOf(editionId)]);
      await recuse(app, tied.person.id, review.projects[0]!.id);
      const open = (await ask(tied.browser, editionId)).judging.find(({ code }) => code === 'ONLINE') as never as {
        judges: { name: string; assigned: number; sheets: number; late: number }[];
      };
      // Of the two who judge it one may have handed in nothing at all.
      expect(open.judges.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(10);
      const { items } = (await organiser.get(`${round}/entries`).expect(200)).body;
      const own = items.find(({ number }: { number: string }) => number === review.projects[0]!.number);
      const judging = own.judges.map(({ name }: { name: string }) => name);
      for (const { name, assigned, sheets, late: after } of open.judges) {
        const whole = told.judges.find((judge) => judge.name === name)!;
        const off = judging.includes(name) ? 1 : 0;
        expect([name, assigned]).toEqual([name, whole.assigned - off]);
        expect([sheets, after]).toEqual(whole.sheets > 0 ? [whole.sheets - off, whole.late - off] : [0, 0]);
      }
      const stage = `/api/v1/editions/${editionId}/stages/ONLINE/advancement`;
      const plan = { mode: 'total', size: 2, wildcards: 0, waiting: 0, cutTies: 'order' };
      const { body: preview } = await organiser.post(`${stage}/preview`).send({ plan }).expect(200);
      const { digest } = preview.outcome;
      await organiser.post(`${stage}/decide`).set('If-Match', '"0"').send({ plan, digest }).expect(204);
      const total = async () => {
        const view = await ask(organiser, editionId);
        return named(view, view.funnel.total);
      };
      expect(await total()).toMatchObject({ 'onStage ONLINE': 6 });
      expect(await total()).not.toHaveProperty('advanced ONLINE');
      await organiser.post(`${stage}/publish`).set('If-Match', '"1"').send({}).expect(204);
      expect(await total()).toMatchObject({ accepted: 6, 'onStage ONLINE': 6, 'advanced ONLINE': 2 });
    });
  });
});
