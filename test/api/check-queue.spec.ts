import { EligibilityClaim, Project } from '@haishi/contest';
import { EligibilityService } from '@haishi/contest/eligibility/eligibility.service';
import { failure } from '@haishi/contracts';
import { PersonalData } from '@haishi/identity';
import { Notice, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { DataSource, Like } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { lastMessage } from '../support/messages.js';
import { expectRefused, signedIn, type TestPerson } from '../support/people.js';
import { countQueries } from '../support/queries.js';
import { actFor, dismissRecusal, recuse } from '../support/ties.js';

const API = '/api/v1';
const MINUTE = 60_000;
const OTHER = { name: '另一家公司', country: 'CN', code: '91130100MA0000108D' };
let count = 0;

eachEngine('the checkers’ queue', (engine) => {
  let app: TestApp;
  let entrant: Browser;
  let mail: string;
  beforeAll(async () => {
    app = await startApp(engine);
    const { browser, person } = await signedIn(app, '张三');
    [entrant, mail] = [browser, person.mail];
  });
  afterAll(() => app?.close());

  interface Desk {
    id: string;
    code: string;
    organiser: Browser;
    ids: string[];
    checkers: { browser: Browser; person: TestPerson }[];
  }

  /** An edition in which `projects` wait, handed in one after another, and as many checkers. */
  async function desk(projects: number, checkers = 2, changes: Record<string, unknown>[] = []): Promise<Desk> {
    const edition = await openEdition(app, `QUEUE-${(count += 1)}`);
    const ids: string[] = [];
    for (let index = 0; index < projects; index += 1) {
      const id = await draftProject(entrant, edition.code, { title: `项目${index}`, ...changes[index] });
      await submitProject(entrant, id, 2).expect(200);
      ids.push(id);
    }
    const made = [];
    for (let index = 0; index < checkers; index += 1)
      made.push(
        await signedIn(app, `审查员${index}`, [{ role: 'checker', scopeType: 'edition', scopeId: edition.id }]),
      );
    return { ...edition, ids, checkers: made };
  }
  const claim = (browser: Browser, id: string) => browser.post(`${API}/projects/${id}/claim`);
  const release = (browser: Browser, id: string) => browser.delete(`${API}/projects/${id}/claim`);
  const next = (browser: Browser, code: string, filter: object = {}) =>
    browser.post(`${API}/editions/${code}/eligibility/next`).send(filter);
  const queue = async (browser: Browser, code: string, query: object = {}) =>
    (await browser.get(`${API}/editions/${code}/eligibility`).query(query).expect(200)).body as {
      items: { id: string; claim: { by: string; mine: boolean; until: string } | null; unmetRules: number | null }[];
      total: number;
      recused: number;
      next?: string;
    };
  const idsOf = async (...input: Parameters<typeof queue>) => (await queue(...input)).items.map(({ id }) => id);
  const accept = (browser: Browser, id: string) => browser.post(`${API}/projects/${id}/accept`).send({ submission: 1 });
  const change = (work: (manager: DataSource['manager']) => Promise<unknown>) =>
    app.get(UnitOfWork).run(systemActor('test'), ({ manager }) => work(manager));

  describe('a claim', () => {
    it('is one checker’s, shown to the others with its end, and renewed by its holder', async () => {
      const { code, ids, checkers } = await desk(2);
      const [one, other] = checkers as [(typeof checkers)[0], (typeof checkers)[0]];
      const { body } = await claim(one.browser, ids[0]!).expect(200);
      expect(Date.parse(body.until)).toBeGreaterThan(Date.now() + 29 * MINUTE);
      expect((await queue(other.browser, code)).items.map(({ claim: held }) => held)).toEqual([
        { by: '审查员0', mine: false, until: body.until },
        null,
      ]);
      expect((await queue(one.browser, code)).items[0]!.claim!.mine).toBe(true);
      const refused = await claim(other.browser, ids[0]!);
      expectRefused(refused, 409, 'eligibility.claimed');
      expect(refused.body.detail).toContain('审查员0');
      await change((manager) =>
        manager.update(EligibilityClaim, { projectId: ids[0]! }, { until: new Date(Date.now() + MINUTE) }),
      );
      const again = await claim(one.browser, ids[0]!).expect(200);
      expect(Date.parse(again.body.until)).toBeGreaterThan(Date.now() + 29 * MINUTE);
      const events = await app
        .get(DataSource)
        .manager.findBy(StoredEvent, { type: 'project.claimed', subjectId: ids[0]! });
      expect(events.map(({ payload }) => (payload as { fresh: boolean }).fresh)).toEqual([true, false]);
    });

    it('keeps others from deciding, with who holds it, until it runs out', async () => {
      const { ids, checkers } = await desk(1);
      const [one, other] = checkers as [(typeof checkers)[0], (typeof checkers)[0]];
      await claim(one.browser, ids[0]!).expect(200);
      const refused = await accept(other.browser, ids[0]!);
      expectRefused(refused, 409, 'eligibility.claimed');
      expect(refused.body.detail).toContain('审查员0');
      expect(await app.get(DataSource).manager.findOneByOrFail(Project, { id: ids[0]! })).toMatchObject({
        state: 'submitted',
      });
      await change((manager) => manager.update(EligibilityClaim, { projectId: ids[0]! }, { until: new Date() }));
      await accept(other.browser, ids[0]!).expect(200);
      expect(await app.get(DataSource).manager.countBy(EligibilityClaim, { projectId: ids[0]! })).toBe(0);
    });

    it('does not keep its holder from deciding, nor anybody where there is none', async () => {
      const { ids, checkers } = await desk(2);
      await claim(checkers[0]!.browser, ids[0]!).expect(200);
      await accept(checkers[0]!.browser, ids[0]!).expect(200);
      expectRefused(await claim(checkers[1]!.browser, ids[0]!), 409, 'eligibility.is_accepted');
      await accept(checkers[1]!.browser, ids[1]!).expect(200);
    });

    it('is given back by its holder, or by an organiser, who tells the holder', async () => {
      const { id: editionId, ids, checkers, organiser } = await desk(1);
      const [one, other] = checkers as [(typeof checkers)[0], (typeof checkers)[0]];
      await claim(one.browser, ids[0]!).expect(200);
      await release(one.browser, ids[0]!).expect(204);
      await claim(other.browser, ids[0]!).expect(200);
      expectRefused(await release(one.browser, ids[0]!), 403, 'eligibility.not_your_claim');
      const { browser: elsewhere } = await signedIn(app, '赛区组织者', [
        { role: 'contest_organiser', scopeType: 'region', scopeId: `${editionId}/XA` },
      ]);
      expectRefused(await release(elsewhere, ids[0]!), 404, 'common.not_found');
      await release(organiser, ids[0]!).expect(204);
      await release(organiser, ids[0]!).expect(204);
      await claim(one.browser, ids[0]!).expect(200);
      const { body } = await other.browser.get(`${API}/notices`).expect(200);
      expect(JSON.stringify(body)).toContain('周组织');
    });

    it('is for checkers in reach who do not belong to the project', async () => {
      const { id: editionId, code, checkers } = await desk(0);
      const checker = checkers[0]!;
      const members = [{ name: '审查员0', role: '顾问', share: 100, mail: checker.person.mail, isCore: true }];
      const id = await draftProject(entrant, code, { members });
      await submitProject(entrant, id, 2).expect(200);
      expectRefused(await claim(checker.browser, id), 403, 'project.recused');
      expectRefused(await claim(entrant, id), 403, 'common.forbidden');
      expectRefused(await claim(app.browser(), id), 401, 'common.unauthenticated');
      const { browser: elsewhere } = await signedIn(app, '审查员', [
        { role: 'checker', scopeType: 'division', scopeId: `${editionId}/BIO` },
      ]);
      expectRefused(await claim(elsewhere, id), 404, 'common.not_found');
      expectRefused(await next(elsewhere, 'NONE'), 404, 'common.not_found');
      expect((await next(elsewhere, code).expect(200)).body).toEqual({ claimed: null });
      expect((await next(checker.browser, code).expect(200)).body).toEqual({ claimed: null });
    });

    it('is for nobody who works for the organisation, under whichever of its names, and who then finds it nowhere', async () => {
      const { code, ids, checkers, organiser } = await desk(2, 2, [{}, { organisation: OTHER }]);
      const [one, other] = checkers as [(typeof checkers)[0], (typeof checkers)[0]];
      await actFor(app, one.person.id, { name: '海石集团', aliases: ['石家庄海石芯片 有限公司'] });
      await actFor(app, other.person.id, { name: '改了名的公司', creditCode: OTHER.code });
      for (const [{ browser }, own, free] of [
        [one, ids[0]!, ids[1]!],
        [other, ids[1]!, ids[0]!],
      ] as const) {
        expectRefused(await browser.get(`${API}/projects/${own}`), 403, 'project.recused');
        expect(await idsOf(browser, code)).toEqual([free]);
        expectRefused(await claim(browser, own), 403, 'project.recused');
        expectRefused(await accept(browser, own), 403, 'project.recused');
        const bulk = { action: 'accept', items: [{ projectId: own, submission: 1 }] };
        const { body } = await browser.post(`${API}/editions/${code}/eligibility/bulk/check`).send(bulk).expect(200);
        expect(body.outcomes).toMatchObject([{ sound: false, code: 'project.recused' }]);
        expect((await next(browser, code).expect(200)).body.claimed.projectId).toBe(free);
        expect((await next(browser, code).expect(200)).body).toEqual({ claimed: null });
        await release(browser, free).expect(204);
      }
      await dismissRecusal(app, one.person.id, ids[0]!);
      await claim(one.browser, ids[0]!).expect(200);
      await accept(organiser, ids[1]!).expect(200);
    });

    it('goes with the person who holds it', async () => {
      const { ids, checkers } = await desk(1, 1);
      await claim(checkers[0]!.browser, ids[0]!).expect(200);
      const data = app.get(PersonalData);
      const personId = checkers[0]!.person.id;
      expect(await data.export(personId)).toMatchObject({ claims: [{ projectId: ids[0] }] });
      await app.get(UnitOfWork).run(systemActor('test'), (work) => data.erase(work, personId));
      expect(await app.get(DataSource).manager.countBy(EligibilityClaim, { personId })).toBe(0);
    });
  });

  describe('the next', () => {
    it('is what waits longest and nobody checks, and none where all are taken', async () => {
      const { code, ids, checkers } = await desk(3);
      const [one, other] = checkers as [(typeof checkers)[0], (typeof checkers)[0]];
      await claim(other.browser, ids[0]!).expect(200);
      const claimed = async (browser: Browser) => (await next(browser, code).expect(200)).body.claimed?.projectId;
      expect(await claimed(one.browser)).toBe(ids[1]);
      expect(await claimed(one.browser)).toBe(ids[2]);
      expect(await claimed(other.browser)).toBeUndefined();
    });

    it('is another for each, however many ask at once', async () => {
      const { code, ids, checkers } = await desk(5, 6);
      const answers = await Promise.all(checkers.map(({ browser }) => next(browser, code)));
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
      const given = answers.map(({ body }) => body.claimed?.projectId as string | undefined);
      expect(given.filter((id) => id !== undefined).sort()).toEqual([...ids].sort());
      expect(given.filter((id) => id === undefined)).toHaveLength(1);
    });

    it('passes over what the checker is recused from, and follows the filters', async () => {
      const { code, ids, checkers } = await desk(1, 1);
      const { browser, person } = checkers[0]!;
      const another = (await signedIn(app, '李四')).browser;
      const flagged = await draftProject(another, code, { organisation: OTHER, answers: { WONBEFORE: true } });
      await submitProject(another, flagged, 2).expect(200);
      expect((await next(browser, code, { conditions: 'notMet' }).expect(200)).body.claimed.projectId).toBe(flagged);
      await release(browser, flagged).expect(204);
      await recuse(app, person.id, ids[0]!);
      expect((await next(browser, code).expect(200)).body.claimed.projectId).toBe(flagged);
      expect((await next(browser, code).expect(200)).body).toEqual({ claimed: null });
    });
  });

  describe('one decision on many', () => {
    const bulk = (browser: Browser, code: string, body: object, check = false) =>
      browser.post(`${API}/editions/${code}/eligibility/bulk${check ? '/check' : ''}`).send(body);
    const items = (ids: readonly string[], submission = 1) => ids.map((projectId) => ({ projectId, submission }));
    const returned = (ids: readonly string[]) => ({
      action: 'return',
      items: items(ids),
      reasonCode: 'material_missing',
      text: '请补充专利证书。',
      dueAt: new Date(Date.now() + 48 * 60 * MINUTE).toISOString(),
    });
    const stateOf = async (id: string) => (await app.get(DataSource).manager.findOneByOrFail(Project, { id })).state;

    it('is made project by project, each with its own history, notice and event', async () => {
      const { code, ids, checkers } = await desk(3);
      const { browser } = checkers[0]!;
      const { body } = await bulk(browser, code, returned(ids)).expect(200);
      expect(body).toEqual({ outcomes: ids.map((projectId) => ({ projectId, sound: true })), sound: 3 });
      for (const id of ids) {
        const project = (await entrant.get(`${API}/projects/${id}`).expect(200)).body;
        expect(project.state).toBe('returned');
        expect(project.history.at(-1)).toMatchObject({ kind: 'returned', text: '请补充专利证书。', submission: 1 });
        const { manager } = app.get(DataSource);
        expect(await manager.countBy(StoredEvent, { type: 'project.returned', subjectId: id })).toBe(1);
        expect(await manager.countBy(Notice, { noticeKey: Like(`project.returned:${id}:%`) })).toBeGreaterThan(0);
      }
    });

    it('leaves what it may not decide, with the reason in the person’s language, and decides the rest', async () => {
      const { code, ids, checkers, organiser } = await desk(4);
      const [one, other] = checkers as [(typeof checkers)[0], (typeof checkers)[0]];
      const members = [{ name: '审查员0', role: '顾问', share: 100, mail: one.person.mail, isCore: true }];
      const own = await draftProject(entrant, code, { members });
      await submitProject(entrant, own, 2).expect(200);
      const elsewhere = await desk(1);
      await claim(other.browser, ids[0]!).expect(200);
      await accept(other.browser, ids[1]!).expect(200);
      const asked = {
        action: 'accept',
        items: [...items([ids[0]!, ids[1]!]), ...items([ids[2]!], 2), ...items([own, ids[3]!, elsewhere.ids[0]!])],
      };
      const expected = [
        'eligibility.claimed',
        'eligibility.is_accepted',
        'eligibility.other_submission',
        'project.recused',
        undefined,
        'common.not_found',
      ];
      const codes = ({ body }: { body: { outcomes: { code?: string }[] } }) =>
        body.outcomes.map((outcome) => outcome.code);
      const checked = await bulk(one.browser, code, asked, true).expect(200);
      expect([codes(checked), checked.body.sound]).toEqual([expected, 1]);
      expect(await stateOf(ids[3]!)).toBe('submitted');
      const made = await bulk(one.browser, code, asked).set('Accept-Language', 'en').expect(200);
      expect([codes(made), made.body.sound]).toEqual([expected, 1]);
      expect(made.body.outcomes[0].message).toContain('审查员1 is checking');
      expect(made.body.outcomes[3].message).toContain('closed to you');
      const states = await Promise.all([...ids, own, elsewhere.ids[0]!].map(stateOf));
      expect(states).toEqual(['submitted', 'accepted', 'submitted', 'accepted', 'submitted', 'submitted']);
      expect(codes(await bulk(one.browser, code, asked).expect(200))[4]).toBe('eligibility.is_accepted');
      const misplaced = { action: 'accept', items: items(elsewhere.ids) };
      expect(codes(await bulk(organiser, code, misplaced).expect(200))).toEqual(['common.not_found']);
    });

    it('stays undone where the database did not let it be done, and says so of each', async () => {
      const { code, ids, checkers } = await desk(2, 1);
      const { browser } = checkers[0]!;
      const busy = vi.spyOn(app.get(EligibilityService), 'decideAll').mockRejectedValue(failure('common.busy'));
      const { body } = await bulk(browser, code, { action: 'accept', items: items(ids) }).expect(200);
      busy.mockRestore();
      expect(body).toMatchObject({ sound: 0, outcomes: ids.map(() => ({ sound: false, code: 'common.busy' })) });
      expect(await Promise.all(ids.map(stateOf))).toEqual(['submitted', 'submitted']);
    });

    it('of two checkers at once is made by one of them, project by project', async () => {
      const { code, ids, checkers } = await desk(4);
      const answers = await Promise.all(
        checkers.map(({ browser }, at) =>
          bulk(browser, code, { action: 'accept', items: items(at === 0 ? ids : [...ids].reverse()) }).expect(200),
        ),
      );
      const outcomes = answers.flatMap(({ body }) => body.outcomes as { projectId: string; code?: string }[]);
      const { manager } = app.get(DataSource);
      for (const id of ids) {
        const codes = outcomes.filter(({ projectId }) => projectId === id).map((one) => one.code);
        expect(codes.sort()).toEqual(['eligibility.is_accepted', undefined]);
        expect(await manager.countBy(StoredEvent, { type: 'project.accepted', subjectId: id })).toBe(1);
      }
    });

    it('costs as many statements for three projects as for one', async () => {
      const { code, ids, checkers } = await desk(4, 1);
      const { browser } = checkers[0]!;
      const tables = '(?:projects|project_members|persons|eligibility_claims|eligibility_decisions)';
      for (const check of [true, false]) {
        const statements = async (some: readonly string[]) => {
          for (const id of some) await claim(browser, id).expect(200);
          const act = () => bulk(browser, code, { action: 'accept', items: items(some) }, check).expect(200);
          return countQueries(app, tables, act);
        };
        expect(await statements(ids.slice(1))).toBe(await statements(ids.slice(0, 1)));
      }
    });

    it('gives a reason of the edition’s own, and keeps its words once the edition has dropped it', async () => {
      const { code, ids, checkers, organiser } = await desk(2, 1);
      const { browser } = checkers[0]!;
      const path = `${API}/editions/${code}`;
      const own = {
        code: 'no_stamp',
        name: { zh: '未盖章', en: 'Not stamped' },
        help: { zh: '承诺书缺单位公章', en: 'The undertaking lacks the seal' },
      };
      const changed = async (returnReasons: object[]) => {
        const { body: file } = await organiser.get(`${path}/file`).expect(200);
        const body = { file: { ...file, returnReasons } };
        const { body: preview } = await organiser.post(`${path}/change/preview`).send(body).expect(200);
        await organiser
          .post(`${path}/change`)
          .set('If-Match', `"${preview.version}"`)
          .send({ ...body, reason: '本届另定' })
          .expect(200);
        return preview;
      };
      await changed([own]);
      expect((await browser.get(`${path}/eligibility/reasons`).expect(200)).body).toMatchObject({ return: [own] });
      const elsewhere = (await desk(1, 1)).checkers[0]!.browser;
      expectRefused(await elsewhere.get(`${path}/eligibility/reasons`), 404, 'common.not_found');
      const asked = { ...returned(ids), reasonCode: 'no_stamp' };
      const alone = { ...asked, submission: 1 };
      const back = (body: object) => browser.post(`${API}/projects/${ids[0]}/return`).send(body);
      for (const answer of [
        await bulk(browser, code, returned(ids)),
        await bulk(browser, code, returned(ids), true),
        await back({ ...alone, action: undefined, items: undefined, reasonCode: 'material_missing' }),
      ]) {
        expectRefused(answer, 422, 'common.not_a_choice', 'reasonCode');
        expect(JSON.stringify(answer.body)).toContain('no_stamp');
      }
      expect((await bulk(browser, code, asked).expect(200)).body.sound).toBe(2);
      const preview = await changed([{ code: 'other', name: { zh: '其他', en: 'Other' } }]);
      expect(preview.refusals).toEqual([]);
      expect(preview.effects).toEqual([
        {
          path: 'returnReasons.no_stamp',
          code: 'decisions_worded',
          text: {
            zh: '2 个已作出的决定仍按当时告知的文字显示',
            en: 'Decisions already made that keep the words their entrants were told: 2',
          },
        },
      ]);
      const { history } = (await entrant.get(`${API}/projects/${ids[0]}`).expect(200)).body;
      expect(history.at(-1)).toMatchObject({ kind: 'returned', reason: own.name });
      const { body: timeline } = await entrant.get(`${API}/projects/${ids[0]}/timeline`).expect(200);
      expect(JSON.stringify(timeline)).toContain('Not stamped');
      expect(await lastMessage(app, mail)).toContain('未盖章');
    });

    it('is refused as a whole where the decision is not in order', async () => {
      const { code, ids, checkers, id: editionId } = await desk(1);
      const { browser } = checkers[0]!;
      const cases: [object, string, string][] = [
        [{ ...returned(ids), text: '' }, 'common.required', 'text'],
        [{ ...returned(ids), reasonCode: null }, 'common.required', 'reasonCode'],
        [{ ...returned(ids), dueAt: new Date().toISOString() }, 'eligibility.due_too_soon', 'dueAt'],
        [{ ...returned(ids), action: 'reject' }, 'common.not_a_choice', 'action'],
        [{ ...returned([]) }, 'common.list_too_short', 'items'],
        [{ ...returned([...ids, ...ids]) }, 'eligibility.selected_twice', 'items.1.projectId'],
        [
          { action: 'accept', items: Array.from({ length: 501 }, () => items(ids)[0]) },
          'common.list_too_long',
          'items',
        ],
      ];
      for (const [body, code_, field] of cases) expectRefused(await bulk(browser, code, body), 422, code_, field);
      expectRefused(await bulk(entrant, code, returned(ids)), 403, 'common.forbidden');
      const { browser: outside } = await signedIn(app, '审查员', [
        { role: 'checker', scopeType: 'region', scopeId: `${editionId}/XA` },
      ]);
      const { body } = await bulk(outside, code, { action: 'accept', items: items(ids) }).expect(200);
      expect(body.outcomes[0].code).toBe('common.not_found');
      expect(await stateOf(ids[0]!)).toBe('submitted');
    });
  });

  describe('the list', () => {
    it('is narrowed to mine, free, others’, flagged and long waiting', async () => {
      const { code, ids, checkers } = await desk(4, 2, [{}, { answers: { WONBEFORE: true } }]);
      const [one, other] = checkers as [(typeof checkers)[0], (typeof checkers)[0]];
      await claim(one.browser, ids[0]!).expect(200);
      await claim(other.browser, ids[1]!).expect(200);
      await claim(other.browser, ids[2]!).expect(200);
      await change((manager) => manager.update(EligibilityClaim, { projectId: ids[2]! }, { until: new Date() }));
      expect(await idsOf(one.browser, code, { claim: 'mine' })).toEqual([ids[0]]);
      expect(await idsOf(one.browser, code, { claim: 'others' })).toEqual([ids[1]]);
      expect(await idsOf(one.browser, code, { claim: 'free' })).toEqual([ids[2], ids[3]]);
      // The entrant's other projects count against each of them.
      expect(await idsOf(one.browser, code, { conditions: 'notMet' })).toEqual(ids);
      const old = new Date(Date.now() - 3 * 24 * 60 * MINUTE - MINUTE);
      await change((manager) => manager.update(Project, { id: ids[3]! }, { submittedAt: old }));
      expect(await idsOf(one.browser, code, { waitingDays: 3 })).toEqual([ids[3]]);
      expect(await idsOf(one.browser, code, { waitingDays: 4 })).toEqual([]);
      const page = await queue(one.browser, code, { limit: 1, claim: 'free' });
      expect(page).toMatchObject({ total: 2, items: [{ id: ids[3] }] });
      expect(await idsOf(one.browser, code, { limit: 1, claim: 'free', cursor: page.next })).toEqual([ids[2]]);
      const refused = await one.browser.get(`${API}/editions/${code}/eligibility`).query({ claim: 'any' });
      expectRefused(refused, 422, 'common.not_a_choice', 'claim');
      const { browser: another } = await signedIn(app, '李四');
      const lone = await draftProject(another, code, { title: '别人的项目' });
      await submitProject(another, lone, 2).expect(200);
      expect(await idsOf(one.browser, code, {})).toContain(lone);
      expect((await idsOf(one.browser, code, { conditions: 'notMet' })).toSorted()).toEqual(ids.toSorted());
    });

    it('and every other leave out what their reader is recused from, but for how many there are', async () => {
      const { id: editionId, code, ids, checkers } = await desk(3, 2, [{ title: '回避之器' }]);
      const [one, other] = checkers as [(typeof checkers)[0], (typeof checkers)[0]];
      const lists = [`${API}/editions/${code}/eligibility`, `${API}/editions/${code}/projects`];
      const seen = async ({ browser }: typeof one, query: object = {}) => {
        const found = [];
        for (const list of lists) {
          const { items, total, recused } = (await browser.get(list).query(query).expect(200)).body;
          found.push({ ids: items.map((row: { id: string }) => row.id).sort(), total, recused });
        }
        return found;
      };
      const waiting = async ({ browser }: typeof one) =>
        (await browser.get(`${API}/tasks`).expect(200)).body.items.find(
          ({ kind }: { kind: string }) => kind === 'project.check',
        ).count as number;
      const all = { ids: [...ids].sort(), total: 3, recused: 0 };
      expect(await seen(one)).toEqual([all, all]);
      await recuse(app, one.person.id, ids[0]!);
      await recuse(app, one.person.id, (await desk(1, 0)).ids[0]!);
      const rest = { ids: ids.slice(1).sort(), total: 2, recused: 1 };
      expect(await seen(one)).toEqual([rest, rest]);
      expect(await seen(other)).toEqual([all, all]);
      const none = { ids: [], total: 0, recused: 1 };
      expect(await seen(one, { q: '回避之器' })).toEqual([none, none]);
      expect(await seen(one, { region: 'XA' })).toEqual([none, none]);
      expect(await seen(other, { q: '回避之器' })).toMatchObject([
        { total: 1, recused: 0 },
        { total: 1, recused: 0 },
      ]);
      expect([await waiting(one), await waiting(other)]).toEqual([2, 3]);
      expectRefused(await one.browser.get(`${API}/projects/${ids[0]!}`), 403, 'project.recused');
      expectRefused(await claim(one.browser, ids[0]!), 403, 'project.recused');
      const elsewhere = await signedIn(app, '审查员', [
        { role: 'checker', scopeType: 'division', scopeId: `${editionId}/BIO` },
      ]);
      await recuse(app, elsewhere.person.id, ids[0]!);
      expect((await queue(elsewhere.browser, code)).recused).toBe(0);
    });

    it('costs as many statements for three projects as for one', async () => {
      const { code, ids, checkers } = await desk(3);
      const { browser } = checkers[0]!;
      await claim(browser, ids[0]!).expect(200);
      for (const table of ['projects', 'eligibility_claims', 'persons']) {
        const statements = async (limit: number) => countQueries(app, table, () => queue(browser, code, { limit }));
        expect(await statements(3)).toBe(await statements(1));
      }
    });
  });
});
