import { Person, PersonalData } from '@haishi/identity';
import { CONTEST_MIGRATIONS, Project, ProjectMark } from '@haishi/contest';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, projectContent, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, signedIn } from '../support/people.js';
import { countQueries } from '../support/queries.js';

const API = '/api/v1';
const SUMMARY =
  '自主设计面向北斗三号的低功耗授时芯片，守时精度优于五纳秒，已在电力与通信两个行业完成三轮流片和一年挂网试运行，' +
  '团队来自国内两所高校的集成电路学院，拥有发明专利十二项，计划两年内在石家庄建成封装测试线并实现年产百万颗。';
let count = 0;

eachEngine('duplicates', (engine) => {
  let app: TestApp;
  let edition: { id: string; code: string };
  let checker: Browser;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  const manager = () => app.get(DataSource).manager;
  const twins = async (id: string, browser = checker) =>
    (await browser.get(`${API}/projects/${id}/duplicates`).expect(200)).body as {
      items: { number: string; reasons: { kind: string; likeness: number | null; text: object }[] }[];
      more: boolean;
    };
  const kinds = async (id: string, browser = checker) =>
    (await twins(id, browser)).items.map(({ reasons }) => reasons.map(({ kind }) => kind).join());
  const checkerIn = async (scopeType: 'edition' | 'region' | 'division', code = '') => {
    const scopeId = code ? `${edition.id}/${code}` : edition.id;
    return (await signedIn(app, '审查员', [{ role: 'checker', scopeType, scopeId }])).browser;
  };
  const begin = async () => {
    count += 1;
    edition = await openEdition(app, `TW-${count}`);
    checker = await checkerIn('edition');
  };
  /** A company of a register's number of its own. */
  const company = (name: string) => ({ name, country: 'DE', code: `HRB ${(count += 1)}` });
  /** What shares nothing with any other project; its owner is somebody of its own unless told. */
  const different = () => {
    count += 1;
    return {
      title: `${count} ${['肺癌早筛', '数字孪生', '碳化硅', '播种机'][count % 4]} ${'甲乙丙丁戊己庚辛'.slice(count % 7)}${count}`,
      organisation: company(`单位 ${count}`),
      members: [{ name: `甲${count}`, role: '研发', share: null, mail: `member${count}@example.com`, isCore: true }],
    };
  };
  const draft = async (change: object = {}, browser?: Browser) => {
    const owner = browser ?? (await signedIn(app, '参赛者')).browser;
    return { id: await draftProject(owner, edition.code, { ...different(), ...change }), owner };
  };
  const submitted = async (change: object = {}, browser?: Browser) => {
    const { id, owner } = await draft(change, browser);
    const { body } = await submitProject(owner, id, 2).expect(200);
    return { id, owner, number: (body as { number: string }).number };
  };

  describe('are told', () => {
    beforeAll(begin);

    it('of nothing where a project stands alone', async () => {
      await submitted();
      const { id } = await submitted();
      expect(await twins(id)).toEqual({ items: [], more: false });
    });

    it('with what each suspicion rests on, in both languages, from either side', async () => {
      const one = await submitted({
        title: '面向北斗的高精度授时芯片',
        summary: SUMMARY,
        organisation: company('石家庄（海石）芯片有限公司'),
        members: [
          { name: '张三', role: '研发', mail: 'zhang@example.com', isCore: true },
          { name: '李四', role: '市场', mail: 'li@example.com', isCore: true },
        ],
      });
      const other = await submitted({
        title: '面向北斗的高精度授时模片',
        summary: `${SUMMARY}欢迎合作。`,
        organisation: company('石家庄(海石)芯片股份有限公司'),
        members: [
          { name: '张 三', role: '研发', mail: 'ZHANG@example.com', isCore: true },
          { name: '王五', role: '市场', mail: 'wang@example.com', isCore: true },
        ],
      });
      const { items, more } = await twins(one.id);
      expect(more).toBe(false);
      expect(items).toEqual([
        {
          number: other.number,
          id: other.id,
          title: '面向北斗的高精度授时模片',
          organisationName: '石家庄(海石)芯片股份有限公司',
          state: 'submitted',
          reasons: [
            {
              kind: 'person',
              likeness: null,
              text: { zh: '两个项目有同一人：张三', en: 'The same person in both: 张三' },
            },
            {
              kind: 'organisation',
              likeness: null,
              text: {
                zh: '单位名称相同：石家庄（海石）芯片有限公司',
                en: 'The same name of the organisation: 石家庄（海石）芯片有限公司',
              },
            },
            { kind: 'title', likeness: 81, text: { zh: '项目名称相似 81%', en: 'Titles 81% alike' } },
            { kind: 'summary', likeness: 98, text: { zh: '项目简介相似 98%', en: 'Summaries 98% alike' } },
          ],
        },
      ]);
      expect((await twins(other.id)).items).toMatchObject([
        { id: one.id, reasons: [{ text: { zh: '两个项目有同一人：张 三' } }, {}, {}, {}] },
      ]);
      const answer = await checker.get(`${API}/projects/${one.id}/duplicates`);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(JSON.stringify(answer.body)).not.toContain('@');
    });

    it('of who hands in two, and of one code under two names', async () => {
      const { browser: owner } = await signedIn(app, '赵六');
      const one = await submitted({}, owner);
      await submitted({}, owner);
      expect((await twins(one.id)).items).toMatchObject([{ reasons: [{ text: { zh: '两个项目有同一人：赵六' } }] }]);
      const named = (name: string) => ({ organisation: { name, country: 'CN', code: '91130100MA00000012' } });
      const coded = await submitted(named('甲公司'));
      await submitted(named('乙公司'));
      expect((await twins(coded.id)).items).toMatchObject([
        { organisationName: '乙公司', reasons: [{ text: { zh: '同一单位（代码相同）：甲公司' } }] },
      ]);
    });

    it('and decide nothing: what is alike in everything is handed in, and may be accepted', async () => {
      const same = {
        title: '同一个项目的同一个名称',
        summary:
          '用深海微生物产生的耐盐酶处理滨海盐碱地，三年内使水稻亩产恢复到常规农田的八成，已在唐山与沧州建立两处各三百亩的试验田，' +
          '配套的菌剂由合作工厂按吨生产，农户每亩投入不足二百元，并由农科院逐季检测土壤与作物。',
        organisation: company('同一家单位'),
        members: [{ name: '吴九', role: '研发', mail: 'wu9@example.com', isCore: true }],
      };
      const { browser: owner } = await signedIn(app, '吴九');
      const one = await submitted(same, owner);
      const other = await submitted(same, owner);
      const likeIt = await submitted({ summary: same.summary });
      expect(await kinds(one.id)).toEqual(['person,organisation,title,summary', 'summary']);
      expect(await kinds(likeIt.id)).toEqual(['summary', 'summary']);
      for (const { id } of [one, other]) {
        const { body } = await checker.post(`${API}/projects/${id}/accept`).send({ submission: 1 }).expect(200);
        expect(body.state).toBe('accepted');
      }
    });

    it('the strongest first, and at most twenty of them', async () => {
      const organisation = () => company('一所大学');
      const { id } = await submitted({ organisation: organisation(), title: '光子计算互连模组' });
      const twin = await submitted({ organisation: organisation(), title: '光子计算互连模组' });
      for (let index = 0; index < 20; index += 1) await submitted({ organisation: organisation() });
      const { items, more } = await twins(id);
      expect(items).toHaveLength(20);
      expect(more).toBe(true);
      expect(items[0]!.number).toBe(twin.number);
    });
  });

  describe('count', () => {
    beforeAll(begin);

    it('neither drafts nor what was withdrawn, nor other editions', async () => {
      const title = '量子磁力计阵列';
      const one = await submitted({ title });
      await draft({ title });
      const gone = await submitted({ title });
      expect(await kinds(one.id)).toEqual(['title']);
      await gone.owner.post(`${API}/projects/${gone.id}/withdraw`).set('If-Match', '"3"').expect(204);
      expect(await kinds(one.id)).toEqual([]);
      expect(await kinds(gone.id)).toEqual([]);
      const before = { edition, checker };
      await begin();
      await submitted({ title });
      ({ edition, checker } = before);
      expect(await kinds(one.id)).toEqual([]);
    });

    it('what was handed in last, not what its entrant writes since', async () => {
      const [first, second] = ['超导电缆接头', '深海采矿机器人'];
      const organisation = company('同一公司');
      const same = await submitted({ title: first, organisation });
      const { id, owner } = await submitted({ title: first, organisation });
      await checker
        .post(`${API}/projects/${id}/return`)
        .send({
          submission: 1,
          reasonCode: 'other',
          text: '请补正。',
          dueAt: new Date(Date.now() + 172_800_000).toISOString(),
        })
        .expect(200);
      const { body } = await owner.get(`${API}/projects/${id}`).expect(200);
      const content = projectContent({ ...different(), title: second, organisation });
      await owner.put(`${API}/projects/${id}`).set('If-Match', `"${body.version}"`).send(content).expect(200);
      expect(await kinds(same.id)).toEqual(['organisation,title']);
      await submitProject(owner, id, body.version + 1).expect(200);
      expect(await kinds(same.id)).toEqual(['organisation']);
      const again = await submitted({ title: second });
      expect(await kinds(again.id)).toEqual(['title']);
    });

    it('whoever was erased no more', async () => {
      const { person } = await signedIn(app, '钱七');
      const members = [
        { name: '钱七', role: '研发', mail: person.mail, isCore: true },
        { name: '孙八', role: '市场', mail: 'sun8@example.com', isCore: true },
      ];
      const one = await submitted({ members });
      await submitted({ members });
      const marks = () => manager().countBy(ProjectMark, { projectId: one.id });
      const before = await marks();
      await app.get(UnitOfWork).run(systemActor('test'), (work) => app.get(PersonalData).erase(work, person.id));
      expect((await twins(one.id)).items).toMatchObject([{ reasons: [{ text: { zh: '两个项目有同一人：孙八' } }] }]);
      expect(await marks()).toBe(before - 1);
    });

    it('those handed in before there were marks', async () => {
      const title = '可降解支架';
      const one = await submitted({ title });
      await submitted({ title });
      const found = await twins(one.id);
      const held = (await manager().find(ProjectMark, { order: { projectId: 'ASC', mark: 'ASC' } })).map(
        ({ projectId, mark }) => `${projectId} ${mark}`,
      );
      const withdrawn = await manager().findBy(Project, { state: 'withdrawn' });
      const runner = app.get(DataSource).createQueryRunner();
      await runner.startTransaction();
      try {
        await runner.query('DROP TABLE project_marks');
        const Migration = CONTEST_MIGRATIONS.find(({ name }) => name.startsWith('CreateProjectMarks'))!;
        await new Migration().up(runner);
        await runner.commitTransaction();
      } finally {
        await runner.release();
      }
      expect(await twins(one.id)).toEqual(found);
      const own = (line: string) => !withdrawn.some(({ id }) => line.startsWith(id));
      const now = await manager().find(ProjectMark, { order: { projectId: 'ASC', mark: 'ASC' } });
      expect(now.map(({ projectId, mark }) => `${projectId} ${mark}`).filter(own)).toEqual(held.filter(own));
    });
  });

  describe('are refused', () => {
    let here: { id: string; number: string; owner: Browser };
    beforeAll(async () => {
      await begin();
      here = await submitted({ region: 'BJ', title: '钙钛矿叠层电池' });
    });
    const asked = (browser: Browser, id = here.id) => browser.get(`${API}/projects/${id}/duplicates`);

    it('to who does not check, or checks elsewhere', async () => {
      expectRefused(await asked(app.browser()), 401, 'common.unauthenticated');
      expectRefused(await asked(here.owner), 403, 'common.forbidden');
      const { browser: judge } = await signedIn(app, '评委', [
        { role: 'judge', scopeType: 'edition', scopeId: edition.id },
      ]);
      expectRefused(await asked(judge), 403, 'common.forbidden');
      expectRefused(await asked(await checkerIn('region', 'XA')), 404, 'common.not_found');
      expectRefused(await asked(await checkerIn('division', 'BIO')), 404, 'common.not_found');
      const unknown = '019a0000-0000-7000-8000-000000000000';
      expectRefused(await asked(checker, unknown), 404, 'common.not_found');
      expectRefused(await asked(checker, (await draft()).id), 404, 'common.not_found');
    });

    it('to who belongs to the project, checker or not', async () => {
      const grant = { role: 'checker', scopeType: 'edition', scopeId: edition.id } as const;
      const { browser: owner } = await signedIn(app, '参赛者', [grant]);
      const own = await submitted({}, owner);
      expectRefused(await asked(owner, own.id), 403, 'eligibility.conflict');
      const { browser: member, person } = await signedIn(app, '成员', [grant]);
      const members = [
        { name: '成员', role: '研发', mail: person.mail, isCore: true },
        { name: '某人', role: '市场', mail: 'somebody@example.com', isCore: true },
      ];
      const team = await submitted({ members });
      expectRefused(await asked(member, team.id), 403, 'project.recused');
    });

    it('but for number and reasons, of a twin that the checker may not see', async () => {
      const away = await submitted({
        region: 'XA',
        title: '钙钛矿叠层电池',
        organisation: company('别处的单位'),
      });
      const regional = await checkerIn('region', 'BJ');
      const answer = await twins(here.id, regional);
      expect(answer.items).toEqual([
        {
          number: away.number,
          reasons: [{ kind: 'title', likeness: 100, text: expect.anything() }],
          id: null,
          title: null,
          organisationName: null,
          state: null,
        },
      ]);
      expect(JSON.stringify(answer)).not.toContain('别处的单位');
      expect((await twins(here.id)).items).toMatchObject([{ id: away.id, organisationName: '别处的单位' }]);
    });
  });

  it('are found by as many statements in a large edition as in a small one', async () => {
    await begin();
    const title = '固态激光雷达';
    const one = await submitted({ title });
    await submitted({ title });
    const statements = () => countQueries(app, 'projects|project_marks|project_submissions', () => twins(one.id));
    const few = await statements();
    for (let index = 0; index < 15; index += 1) await submitted();
    expect(await statements()).toBe(few);
    if (engine === 'sqlite') {
      const plan = (await manager().query(
        'EXPLAIN QUERY PLAN SELECT projectId FROM project_marks WHERE mark IN (1, 2)',
      )) as { detail: string }[];
      expect(plan.map(({ detail }) => detail).join()).toContain('USING COVERING INDEX ix_project_marks_mark');
    }
  });

  describe('are told as well', () => {
    beforeAll(begin);

    it('of entrants who had one phone after the other, and of leaders of one name in one organisation', async () => {
      const phone = `+86139${String(10_000_000 + (count += 1))}`;
      const { browser: before, person: first } = await signedIn(app, '先前');
      const { browser: after, person: second } = await signedIn(app, '后来');
      const give = (id: string, to: string | null) =>
        app.get(UnitOfWork).run(systemActor('test'), (work) => work.manager.update(Person, id, { phone: to }));
      await give(first.id, phone);
      const one = await submitted({}, before);
      await give(first.id, null);
      await give(second.id, phone);
      const other = await submitted({}, after);
      for (const [id, number] of [
        [one.id, other.number],
        [other.id, one.number],
      ])
        expect((await twins(id!)).items).toMatchObject([{ number, reasons: [{ kind: 'person' }] }]);
      expect(JSON.stringify(await twins(other.id))).toContain('先后使用同一手机号或邮箱：后来');

      const organisation = company('同一单位');
      const led = (mail: string) => [{ name: '欧阳一', role: '负责人', share: null, mail, isCore: true }];
      const here = await submitted({ organisation, members: led('here@example.com') });
      const there = await submitted({ organisation, members: led('there@example.com') });
      expect(await kinds(here.id)).toEqual(['leader,organisation']);
      expect(JSON.stringify(await twins(there.id))).toContain('可能只是重名');
    });
  });
});
