import { Project } from '@haishi/contest';
import { Database, readTable, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { importCollected } from '../support/collected.js';
import { draftProject, openEdition, organiserOf, submitProject } from '../support/contest.js';
import { download } from '../support/downloads.js';
import { eachEngine } from '../support/engines.js';
import { hasPoppler, packedText } from '../support/papers.js';
import { expectRefused, signedIn, type TestPerson } from '../support/people.js';
import { actFor, recuse } from '../support/ties.js';
import { decidedStage, publishDecision, publishNotice } from './published-stage.js';
import { handInWhole, openReview, reviewOf } from './review-round.js';

const API = '/api/v1';

eachEngine('lists that a department files', (engine) => {
  let app: TestApp;
  let stranger: Browser;
  let elsewhere: Browser;
  beforeAll(async () => {
    app = await startApp(engine);
    stranger = (await signedIn(app, '市民')).browser;
    const { id } = await openEdition(app, `ELSE-${engine.toUpperCase()}`);
    elsewhere = (await signedIn(app, '别届组织者', [organiserOf(id)])).browser;
  });
  afterAll(() => app?.close());

  const rows = async (who: Browser, path: string, format = 'csv') =>
    readTable(await download(who, `${path}?format=${format}`));
  /** The columns of these numbers, from 0, without the header. */
  const read = async (who: Browser, path: string, columns: readonly number[], format = 'csv') =>
    (await rows(who, path, format)).slice(1).map((row) => columns.map((at) => row[at] ?? ''));
  const recordedBy = ({ id }: TestPerson, type: string) =>
    app.get(Database).manager.findBy(StoredEvent, { type: Equal(type), actorId: Equal(id) });

  /** It is there in every format, nothing to who has no part in it, and in the audit. */
  async function isFiled(
    path: string,
    { browser, person }: { browser: Browser; person: TestPerson },
    type: string,
    [status, code]: readonly [number, string] = [403, 'common.forbidden'],
  ): Promise<void> {
    await rows(browser, path, 'xlsx');
    const paper = await download(browser, `${path}?format=pdf`);
    if (hasPoppler) expect(packedText(paper)).toContain('含个人信息');
    expect((await recordedBy(person, type)).map(({ payload }) => (payload as { format: string }).format)).toEqual([
      'xlsx',
      'pdf',
    ]);
    expectRefused(await app.browser().get(`${path}?format=csv`), 401, 'common.unauthenticated');
    expectRefused(await stranger.get(`${path}?format=csv`), 403, 'common.forbidden');
    expectRefused(await elsewhere.get(`${path}?format=csv`), status, code);
    expectRefused(await browser.get(`${path}?format=doc`), 422, 'common.not_a_choice', 'format');
  }

  describe('of an edition', () => {
    let edition: Awaited<ReturnType<typeof openEdition>>;
    let entrant: { browser: Browser; person: TestPerson };
    let organiser: { browser: Browser; person: TestPerson };
    let checker: { browser: Browser; person: TestPerson };
    const ids: string[] = [];

    beforeAll(async () => {
      edition = await openEdition(app, `LISTS-${engine.toUpperCase()}`);
      entrant = await signedIn(app, '钱七');
      organiser = await signedIn(app, '组织者', [organiserOf(edition.id)]);
      checker = await signedIn(app, '审查员', [{ role: 'checker', scopeType: 'edition', scopeId: edition.id }]);
      for (const title of ['甲的芯片', '乙的芯片']) {
        const id = await draftProject(entrant.browser, edition.code, { title });
        await submitProject(entrant.browser, id, 2).expect(200);
        ids.push(id);
        const decision = { submission: 1, reasonCode: 'not_eligible', text: `${title}不属于本届领域。` };
        await checker.browser.post(`${API}/projects/${id}/reject`).send(decision).expect(200);
        await entrant.browser
          .post(`${API}/projects/${id}/appeal`)
          .send({ text: `${title}属于本届领域。` })
          .expect(204);
      }
      const again = { outcome: 'upheld', answer: '理由成立。' };
      await organiser.browser.post(`${API}/projects/${ids[0]!}/appeal/decide`).send(again).expect(204);
      await checker.browser.post(`${API}/projects/${ids[0]!}/accept`).send({ submission: 1 }).expect(200);
    });

    /** An organiser who is recused from the first project, and one who acts for the organisation of both. */
    async function tied() {
      const recused = await signedIn(app, '回避者', [organiserOf(edition.id)]);
      await recuse(app, recused.person.id, ids[0]!);
      const employed = await signedIn(app, '同单位者', [organiserOf(edition.id)]);
      await actFor(app, employed.person.id, { name: '石家庄海石芯片有限公司' });
      return { recused: recused.browser, employed: employed.browser };
    }

    it('say what was decided on whom, why, by whom and when, each decision of a project in its row', async () => {
      const path = `${API}/editions/${edition.code}/eligibility/export`;
      const own = await signedIn(app, '组织者二', [organiserOf(edition.id)]);
      await isFiled(path, own, 'eligibility.exported', [404, 'common.not_found']);
      expect(await read(own.browser, path, [1, 5, 6, 7, 8, 9])).toEqual([
        ['甲的芯片', '1', '不通过', '不符合参赛条件', '甲的芯片不属于本届领域。', '审查员'],
        ['甲的芯片', '1', '通过', '', '', '审查员'],
        ['乙的芯片', '1', '不通过', '不符合参赛条件', '乙的芯片不属于本届领域。', '审查员'],
      ]);
      const { recused, employed } = await tied();
      expect((await read(recused, path, [1])).flat()).toEqual(['乙的芯片']);
      expect(await read(employed, path, [1])).toEqual([]);
      const region = { role: 'checker', scopeType: 'region', scopeId: `${edition.id}/XA` } as const;
      expect(await read((await signedIn(app, '西安审查员', [region])).browser, path, [1])).toEqual([]);
    });

    it('say what was brought forward in appeals, and what came of each', async () => {
      const path = `${API}/editions/${edition.code}/appeals/export`;
      const own = await signedIn(app, '组织者三', [organiserOf(edition.id)]);
      await isFiled(path, own, 'appeal.exported', [404, 'common.not_found']);
      expect(await read(own.browser, path, [1, 3, 4, 5, 6, 7], 'xlsx')).toEqual([
        ['乙的芯片', '乙的芯片属于本届领域。', '审查员', '待复核', '', ''],
        ['甲的芯片', '甲的芯片属于本届领域。', '审查员', '成立', '理由成立。', '组织者'],
      ]);
      const { recused, employed } = await tied();
      expect((await read(recused, path, [1])).flat()).toEqual(['乙的芯片']);
      expect(await read(employed, path, [1])).toEqual([]);
    });

    it('say what was collected, who referred it and what became of it, which stays with the project', async () => {
      const line = (title: string, mail: string) =>
        `${title},一段简介,新一代电子信息,集成电路,北京赛区,企业组,海石公司,,91130100MA00000012,张三,${mail},引才工作站,慕尼黑工作站`;
      const lines = [line('征集甲', entrant.person.mail), line('征集乙', 'nobody@example.com')];
      await importCollected(organiser.browser, edition.code, lines);
      const [offered] = (await entrant.browser.get(`${API}/claims`).expect(200)).body;
      await entrant.browser.post(`${API}/claims/${offered.id}/claim`).send({}).expect(200);
      const path = `${API}/editions/${edition.code}/collected/export`;
      const own = await signedIn(app, '组织者四', [organiserOf(edition.id)]);
      await isFiled(path, own, 'collected.exported');
      expect((await read(own.browser, path, [0, 4, 6, 7, 8])).toSorted()).toEqual([
        ['征集乙', '张三', '引才工作站', '慕尼黑工作站', '待认领'],
        ['征集甲', '张三', '引才工作站', '慕尼黑工作站', '已认领'],
      ]);
      // By the filters of its page.
      for (const [filters, title] of [
        ['state=claimed', '征集甲'],
        [`q=${encodeURIComponent('征集乙')}`, '征集乙'],
      ]) {
        const [, ...found] = await readTable(await download(own.browser, `${path}?format=csv&${filters}`));
        expect(found.map((row) => row[0])).toEqual([title]);
      }
      expectRefused(await own.browser.get(`${path}?format=csv&state=lost`), 422, 'common.not_a_choice', 'state');
      const narrowed = (await recordedBy(own.person, 'collected.exported')).slice(-2);
      expect(narrowed.map(({ payload }) => payload)).toMatchObject([{ state: 'claimed' }, { q: true }]);
      const recused = await signedIn(app, '回避者', [organiserOf(edition.id)]);
      await recuse(app, recused.person.id, offered.id);
      expect((await read(recused.browser, path, [0])).flat()).toEqual(['征集乙']);
    });
  });

  it('say who referred a project that was claimed, on its page for staff and in the list of projects', async () => {
    const edition = await openEdition(app, `REFER-${engine.toUpperCase()}`);
    const entrant = await signedIn(app, '被推荐者');
    const mail = entrant.person.mail;
    const line = `推荐项目,一段简介,新一代电子信息,集成电路,北京赛区,企业组,海石公司,,,张三,${mail},县市区,长安区`;
    await importCollected(edition.organiser, edition.code, [line]);
    const [offered] = (await entrant.browser.get(`${API}/claims`).expect(200)).body;
    await entrant.browser.post(`${API}/claims/${offered.id}/claim`).send({}).expect(200);
    const path = `${API}/projects/${offered.id}/referral`;
    expectRefused(await edition.organiser.get(path), 404, 'common.not_found');
    const { browser } = entrant;
    await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      const handedIn = { state: 'submitted', submittedAt: work.now, number: 'R-EIT-0001', submissions: 1 } as const;
      await work.manager.update(Project, { id: offered.id }, handedIn);
    });
    await handInWhole(app, await app.get(Database).manager.findOneByOrFail(Project, { id: offered.id }));
    const told = { referral: { channel: 'county', referrer: { zh: '长安区' } } };
    expect((await edition.organiser.get(path).expect(200)).body).toMatchObject(told);
    expectRefused(await browser.get(path), 403, 'common.forbidden');
    const recused = await signedIn(app, '回避者', [organiserOf(edition.id)]);
    await recuse(app, recused.person.id, offered.id);
    expectRefused(await recused.browser.get(path), 403, 'project.recused');
    const projects = `${API}/editions/${edition.code}/projects/export`;
    const [header, ...listed] = await rows(edition.organiser, projects);
    const at = header!.indexOf('推荐渠道');
    expect(header![at + 1]).toBe('推荐单位');
    expect(listed.map((row) => row.slice(at, at + 2))).toEqual([['县市区', '长安区']]);
    const plain = await draftProject((await signedIn(app, '自荐者')).browser, edition.code);
    expectRefused(await edition.organiser.get(`${API}/projects/${plain}/referral`), 404, 'common.not_found');
  });

  it('name the experts of the pool, for who organises all of it', async () => {
    const review = await reviewOf(app, 1, 2);
    const own = await signedIn(app, '组织者五', [organiserOf(review.editionId)]);
    const path = `${API}/editions/${review.editionId}/experts/export`;
    await isFiled(path, own, 'experts.exported');
    expect((await read(own.browser, path, [0, 3, 7, 11])).toSorted()).toEqual([
      ['评委1', '评审单位1', '新一代电子信息', '已任评委'],
      ['评委2', '评审单位2', '新一代电子信息', '已任评委'],
    ]);
  });

  it('say who judges what, and of a project that the reader has a tie to nothing but its number', async () => {
    const review = await reviewOf(app, 2, 3);
    await openReview(review);
    const own = await signedIn(app, '组织者六', [organiserOf(review.editionId)]);
    const path = `${review.path}/entries/export`;
    await isFiled(path, own, 'review_round.pairs_exported', [404, 'common.not_found']);
    const found = await read(own.browser, path, [0, 1, 2, 5, 7]);
    const { body } = await own.browser.get(`${review.path}/entries`).expect(200);
    const pairs = body.items.flatMap(
      (one: { number: string; title: string; team: string; judges: { name: string }[] }) =>
        one.judges.map(({ name }) => [one.number, one.title, one.team, name, '已分配']),
    );
    expect(pairs).toHaveLength(4);
    expect(found).toEqual(pairs);
    await recuse(app, own.person.id, review.projects[0]!.id);
    const after = await read(own.browser, path, [0, 1, 2, 5, 7]);
    expect(after[0]).toEqual(['T-EIT-0001', '您与该项目有利害关系，不显示', '', '', '']);
    expect(after.slice(1)).toEqual(pairs.slice(2));
  });

  it('say what was objected to a notice and answered, and no more than the desk tells', async () => {
    const stage = await decidedStage(
      app,
      { 甲: [30], 乙: [28] },
      { mode: 'total', size: 2, wildcards: 0, waiting: 0, cutTies: 'order' },
    );
    await publishDecision(stage);
    const id = await publishNotice(stage);
    const citizen = await signedIn(app, '知情人');
    for (const title of ['甲', '乙'])
      await citizen.browser
        .post(`${API}/public-notices/${id}/objections`)
        .send({ statement: `${title}的技术来自别人，请核实。`, projectId: stage.projects[title]!.id })
        .expect(201);
    const own = await signedIn(app, '组织者七', [organiserOf(stage.editionId)]);
    const path = `${API}/public-notices/${id}/objections/export`;
    await isFiled(path, own, 'public_notice.objections_exported');
    expect(await read(own.browser, path, [0, 2, 4, 5, 6, 8])).toEqual([
      ['1', '甲', '知情人', citizen.person.mail, '甲的技术来自别人，请核实。', '待答复'],
      ['2', '乙', '知情人', citizen.person.mail, '乙的技术来自别人，请核实。', '待答复'],
    ]);
    await recuse(app, own.person.id, stage.projects['甲']!.id);
    expect(await read(own.browser, path, [0, 2, 4, 5, 6])).toMatchObject([
      ['1', '甲', '', '', '您与该项目有利害关系，不显示'],
      ['2', '乙', '知情人', citizen.person.mail, '乙的技术来自别人，请核实。'],
    ]);
  });
});
