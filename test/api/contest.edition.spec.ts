import { DataSource } from 'typeorm';
import { Edition } from '@haishi/contest';
import { StoredEvent } from '@haishi/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { openEdition, organiserOf, setStageDates, suppliedEdition } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, signedIn } from '../support/people.js';

const API = '/api/v1';
let count = 0;
const freshCode = () => `T-${(count += 1)}`;

eachEngine('editions', (engine) => {
  let app: TestApp;
  let organiser: Browser;
  beforeAll(async () => {
    app = await startApp(engine);
    organiser = (await signedIn(app, '周组织', [organiserOf()])).browser;
  });
  afterAll(() => app?.close());

  const imported = async () => {
    const { body } = await organiser
      .post(`${API}/editions`)
      .send({ file: suppliedEdition(), code: freshCode() })
      .expect(201);
    return body as { id: string; code: string; version: number; stages: Record<string, any>[] };
  };
  const eventTypes = async (subjectId: string) =>
    (
      await app
        .get(DataSource)
        .manager.find(StoredEvent, { where: { subjectType: 'edition', subjectId }, order: { id: 'ASC' } })
    ).map(({ type }) => type);

  describe('importing', () => {
    it('offers the file that comes with the product', async () => {
      const { body } = await organiser.get(`${API}/editions/supplied`).expect(200);
      expect(body).toEqual(suppliedEdition());
    });

    it('tries a file without keeping anything', async () => {
      const file = suppliedEdition();
      const before = await app.get(DataSource).manager.count(Edition);
      const good = await organiser
        .post(`${API}/editions/check`)
        .send({ file, firstDay: '2027-01-01', code: freshCode() })
        .expect(200);
      expect(good.body).toMatchObject({
        valid: true,
        problems: [],
        edition: { divisions: 4, regions: 5, groups: 2, criteria: 5 },
      });
      expect(good.body.edition.stages[0].opensAt).toBe('2026-12-31T16:00:00.000Z');
      file['rubric'].criteria[0].max = 2900;
      const bad = await organiser.post(`${API}/editions/check`).send({ file, code: freshCode() }).expect(200);
      expect(bad.body).toEqual({
        valid: false,
        problems: [
          { field: 'rubric.criteria', code: 'review.rubric_sum', message: '各评分项合计 99 分，应为 100 分。' },
        ],
      });
      expect(await app.get(DataSource).manager.count(Edition)).toBe(before);
    });

    it('makes a draft, which nobody but its organisers sees', async () => {
      const { id, code, stages } = await imported();
      expect(stages.map((stage) => stage['state'])).toEqual(Array(7).fill('planned'));
      expectRefused(await app.browser().get(`${API}/editions/${id}`), 404, 'common.not_found');
      await organiser.get(`${API}/editions/${code}`).expect(200);
      expect((await app.browser().get(`${API}/editions/open`)).body).toEqual([]);
      expect(await eventTypes(id)).toEqual(['edition.imported']);
    });

    it('refuses a faulty file and a code that is taken, and keeps nothing of either', async () => {
      const { code } = await imported();
      const before = await app.get(DataSource).manager.count(Edition);
      expectRefused(
        await organiser.post(`${API}/editions`).send({ file: suppliedEdition(), code }),
        422,
        'edition.code_taken',
        'code',
      );
      expectRefused(
        await organiser.post(`${API}/editions`).send({ file: { format: 'x' } }),
        422,
        'edition.unknown_format',
        'format',
      );
      expectRefused(await organiser.post(`${API}/editions`).send({ file: 'text' }), 422, 'common.invalid', 'file');
      const short = suppliedEdition();
      short['rubric'].criteria[0].max = 2900;
      const sums = await organiser.post(`${API}/editions`).send({ file: short, code: freshCode() });
      expectRefused(sums, 422, 'review.rubric_sum', 'rubric.criteria');
      expectRefused(
        await organiser.post(`${API}/editions`).send({ file: suppliedEdition(), firstDay: '2026-02-30x' }),
        422,
        'common.text_too_long',
        'firstDay',
      );
      expectRefused(
        await organiser.post(`${API}/editions`).send({ file: suppliedEdition(), firstDay: '2026-02-30' }),
        422,
        'common.not_a_date',
        'firstDay',
      );
      expect(await app.get(DataSource).manager.count(Edition)).toBe(before);
    });

    it('of two at once under one code keeps one', async () => {
      const code = freshCode();
      const answers = await Promise.all(
        [1, 2, 3].map(() => organiser.post(`${API}/editions`).send({ file: suppliedEdition(), code })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    });

    it('is for organisers of everything', async () => {
      const { id } = await imported();
      const { browser: own } = await signedIn(app, '届内组织', [organiserOf(id)]);
      expectRefused(
        await own.post(`${API}/editions`).send({ file: suppliedEdition(), code: freshCode() }),
        403,
        'common.forbidden',
      );
      const { browser: entrant } = await signedIn(app, '参赛者');
      expectRefused(await entrant.get(`${API}/editions/supplied`), 403, 'common.forbidden');
      expectRefused(await app.browser().post(`${API}/editions`).send({ file: {} }), 401, 'common.unauthenticated');
    });
  });

  describe('exporting', () => {
    it('gives a file that imports as the same edition', async () => {
      const { id } = await imported();
      const { body: file, headers, text } = await organiser.get(`${API}/editions/${id}/file`).expect(200);
      expect(headers['content-disposition']).toMatch(/^attachment/);
      expect(headers['content-disposition']).toContain(`${file.code}.json`);
      expect(headers['content-type']).toContain('application/json');
      expect(text.split('\n').length).toBeGreaterThan(200);
      expect(file.stages[0].closesAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
      const code = freshCode();
      const again = await organiser.post(`${API}/editions`).send({ file, code }).expect(201);
      const second = await organiser.get(`${API}/editions/${again.body.id}/file`).expect(200);
      expect(second.body).toEqual({ ...file, code });
      expect(file.returnReasons).toContainEqual({ code: 'wrong_group', name: { zh: '组别不符', en: 'Wrong group' } });
      expect(file.judgeKinds.map((one: { code: string }) => one.code)).toContain('investor');
      expect(file.judgeTerms.zh).toContain('主动回避');
    });

    it('is for its organisers', async () => {
      const { id } = await imported();
      const { browser } = await signedIn(app, '另一届', [organiserOf('01890000-0000-7000-8000-000000000000')]);
      expectRefused(await browser.get(`${API}/editions/${id}/file`), 403, 'common.forbidden');
    });
  });

  describe('dates', () => {
    const move = (id: string, stage: string, version: number, body: object) =>
      organiser.put(`${API}/editions/${id}/stages/${stage}/dates`).set('If-Match', `"${version}"`).send(body);

    it('are moved, and recorded', async () => {
      const { id, stages } = await imported();
      const closesAt = new Date(Date.parse(stages[0]!['closesAt']) + 86_400_000).toISOString();
      await move(id, 'REG', 1, { opensAt: stages[0]!['opensAt'], closesAt }).expect(204);
      const { body } = await organiser.get(`${API}/editions/${id}/overview`);
      expect(body.version).toBe(2);
      expect(body.stages[0].closesAt).toBe(closesAt);
      expect(await eventTypes(id)).toEqual(['edition.imported', 'edition.stage_moved']);
    });

    it('are refused out of order, and by a version that is stale or missing', async () => {
      const { id, stages } = await imported();
      const { opensAt, closesAt } = stages[0]!;
      expectRefused(
        await move(id, 'REG', 1, { opensAt: closesAt, closesAt: opensAt }),
        422,
        'edition.closes_before_opens',
        'closesAt',
      );
      expectRefused(
        await move(id, 'REG', 1, { opensAt, closesAt: '2099-01-01T00:00:00Z' }),
        422,
        'edition.stage_before_previous',
        'stages.1.closesAt',
      );
      expectRefused(await move(id, 'REG', 1, { opensAt, closesAt: 'tomorrow' }), 422, 'common.not_a_date', 'closesAt');
      expectRefused(await move(id, 'NONE', 1, { opensAt, closesAt }), 404, 'common.not_found');
      expectRefused(await move(id, 'REG', 2, { opensAt, closesAt }), 412, 'common.stale');
      expectRefused(
        await organiser.put(`${API}/editions/${id}/stages/REG/dates`).send({}),
        412,
        'common.version_required',
      );
      expect((await organiser.get(`${API}/editions/${id}/overview`)).body.version).toBe(1);
    });

    it('of two organisers who hold one version, one moves', async () => {
      const { id, stages } = await imported();
      const { opensAt, closesAt } = stages[0]!;
      const answers = await Promise.all([1, 2, 3, 4].map(() => move(id, 'REG', 1, { opensAt, closesAt })));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 412, 412, 412]);
    });

    it('of an open stage are not taken away or put into the past', async () => {
      const { id } = await openEdition(app, freshCode());
      const past = { opensAt: '2020-01-01T00:00:00Z', closesAt: '2020-02-01T00:00:00Z' };
      expectRefused(await move(id, 'REG', 2, past), 422, 'edition.date_past', 'closesAt');
      expectRefused(
        await move(id, 'REG', 2, { opensAt: null, closesAt: null }),
        422,
        'edition.date_missing',
        'opensAt',
      );
    });
  });

  describe('registration', () => {
    const act = (id: string, action: string, version: number) =>
      organiser.post(`${API}/editions/${id}/${action}`).set('If-Match', `"${version}"`);

    it('opens, and everyone sees it', async () => {
      const { id, code } = await openEdition(app, freshCode());
      const { body } = await app.browser().get(`${API}/editions/open`).expect(200);
      expect(body.find((one: Edition) => one.id === id)).toMatchObject({
        code,
        acceptsProjects: true,
        timeZone: 'Asia/Shanghai',
      });
      const view = await app.browser().get(`${API}/editions/${code}`).expect(200);
      expect(view.body.divisions).toHaveLength(4);
      expect(view.body).not.toHaveProperty('rubric');
      expect(await eventTypes(id)).toEqual(['edition.imported', 'edition.opened']);
    });

    it('does not open without dates or after them, and says which', async () => {
      const { id } = await imported();
      await setStageDates(app, id, 'REG', { opensAt: null, closesAt: new Date('2020-01-01T00:00:00Z') });
      const answer = await act(id, 'open', 1);
      expectRefused(answer, 409, 'edition.not_ready');
      expect(answer.body.fields).toEqual([
        { field: 'stages.0.opensAt', code: 'edition.date_missing', message: '“报名”还没有设定此时间。' },
        { field: 'stages.0.closesAt', code: 'edition.date_past', message: '“报名”的这个时间已经过去。' },
      ]);
      const { body } = await organiser.get(`${API}/editions/${id}/overview`);
      expect(body).toMatchObject({ state: 'draft', version: 1, blockers: answer.body.fields });
    });

    it('goes through its states and no others', async () => {
      const { id } = await imported();
      expectRefused(await act(id, 'close', 1), 409, 'edition.action_not_allowed');
      await act(id, 'open', 1).expect(204);
      expectRefused(await act(id, 'open', 2), 409, 'edition.action_not_allowed');
      expectRefused(await act(id, 'archive', 2), 409, 'edition.action_not_allowed');
      await act(id, 'close', 2).expect(204);
      await act(id, 'archive', 3).expect(204);
      const over = await act(id, 'open', 4);
      expectRefused(over, 409, 'edition.action_not_allowed');
      expect(over.body.detail).toContain('赛事已归档');
    });

    it('stays over where a closed edition is opened again, whose stages go on as they were', async () => {
      const { id } = await openEdition(app, freshCode());
      const stages = async () => {
        const { body } = await organiser.get(`${API}/editions/${id}/overview`).expect(200);
        return [body.state, body.blockers, body.stages.map(({ state }: { state: string }) => state)];
      };
      await act(id, 'stages/ELIG/close', 2).expect(204);
      await setStageDates(app, id, 'REG', {
        opensAt: new Date('2020-01-01T00:00:00Z'),
        closesAt: new Date('2020-02-01T00:00:00Z'),
      });
      const [, , before] = await stages();
      await act(id, 'close', 3).expect(204);
      expect(await stages()).toEqual(['closed', [], before]);
      await act(id, 'open', 4).expect(204);
      expect(await stages()).toEqual(['open', [], before]);
      const { body } = await app.browser().get(`${API}/editions/open`).expect(200);
      expect(body.find((one: Edition) => one.id === id)).toMatchObject({ acceptsProjects: false });
    });

    it('is closed by closing its stage, which may open again', async () => {
      const { id } = await openEdition(app, freshCode());
      await act(id, 'stages/REG/close', 2).expect(204);
      expectRefused(await act(id, 'stages/REG/close', 3), 409, 'edition.action_not_allowed');
      const open = await app.browser().get(`${API}/editions/open`);
      expect(open.body.find((one: Edition) => one.id === id)).toMatchObject({ acceptsProjects: false });
      await act(id, 'stages/REG/open', 3).expect(204);
    });

    it('is not a region’s organiser’s to open', async () => {
      const { id } = await imported();
      const { browser } = await signedIn(app, '北京赛区', [
        { role: 'contest_organiser', scopeType: 'region', scopeId: `${id}/BJ` },
      ]);
      const seen = await browser.get(`${API}/editions/${id}/overview`).expect(200);
      expect(seen.body).toMatchObject({ mayManage: false, actions: [] });
      expectRefused(await browser.post(`${API}/editions/${id}/open`).set('If-Match', '"1"'), 403, 'common.forbidden');
      const { browser: other } = await signedIn(app, '别届', [
        { role: 'contest_organiser', scopeType: 'region', scopeId: `x/BJ` },
      ]);
      expectRefused(await other.get(`${API}/editions/${id}/overview`), 404, 'common.not_found');
    });
  });
});
