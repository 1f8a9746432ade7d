import { Edition, EditionStage, ProjectSubmission, ReviewEntry } from '@haishi/contest';
import { ReviewRound } from '@haishi/contest/online-review/round.entity';
import { Organisation } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { Database, systemActor, UnitOfWork, type Work } from '@haishi/platform';
import { EntryResult, Panels, Recusals, ScoreSheet, SheetDraft, SheetDrafts, Sheets } from '@haishi/review';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, TestApp } from '../support/app.js';
import { startApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { untilSomebodyWaits } from '../support/facts.js';
import { expectRefused } from '../support/people.js';
import { enter, openReview, PLAN, type Review, reviewOf, sheetOf } from './review-round.js';

eachEngine('a judge’s desk in an online review', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  const view = async ({ organiser, path }: Review) => (await organiser.get(path).expect(200)).body;
  /** A review with a judge at work on an entry. */
  async function atWork(projects = 1) {
    const review = await reviewOf(app, projects, 2);
    await openReview(review);
    const [judge] = review.judges;
    await enter(review, judge!);
    const { browser, person } = judge!;
    const { entryId } = (await browser.get(review.desk).expect(200)).body.entries[0] as { entryId: string };
    return { review, browser, personId: person.id, entryId, entry: `${review.desk}/entries/${entryId}` };
  }
  const asJudge = <Result>(personId: string, act: (work: Work) => Promise<Result>) =>
    app.get(UnitOfWork).run({ ...systemActor('test'), id: personId }, act);

  describe('a draft', () => {
    const draftsOf = (personId: string) => app.get(Database).manager.countBy(SheetDraft, { personId: Equal(personId) });
    const typed = (revision: number) => ({ revision, scores: { TECH: 2000 }, comment: '未完' });

    it('is refused where it goes on from another revision than the one that is in', async () => {
      const { browser, personId, entry } = await atWork();
      const save = (revision: number) => browser.put(`${entry}/draft`).send(typed(revision));
      expectRefused(await save(1), 409, 'review.draft_outdated', 'revision');
      await save(0).expect(204);
      await browser.put(`${entry}/sheet`).send(sheetOf(20)).expect(200);
      expectRefused(await save(0), 409, 'review.draft_outdated', 'revision');
      expectRefused(await browser.put(`${entry}/draft`).send({ scores: {} }), 409, 'review.draft_outdated');
      expect(await draftsOf(personId)).toBe(0);
      expect((await browser.get(entry).expect(200)).body).toMatchObject({ draft: null, entry: { state: 'scored' } });
      await save(1).expect(204);
      expect((await browser.get(entry).expect(200)).body.draft).toMatchObject({ comment: '未完' });
      await browser
        .put(`${entry}/sheet`)
        .send(sheetOf(21, { revision: 1 }))
        .expect(200);
      expect(await draftsOf(personId)).toBe(0);
      expectRefused(await save(1), 409, 'review.draft_outdated', 'revision');
      expectRefused(await save(-1), 422, 'common.number_out_of_range', 'revision');
    });

    it('that is under way while the sheet is handed in leaves nothing', async () => {
      const { review, browser, personId, entryId, entry } = await atWork();
      let late: Promise<{ status: number; body: unknown }> | undefined;
      await asJudge(personId, async (work) => {
        await app.get(Sheets).begin(work, review.id);
        await app.get(Sheets).submit(work, review.id, entryId, { ...sheetOf(20), comment: '' });
        await app.get(SheetDrafts).drop(work, review.id, entryId, personId);
        late = browser
          .put(`${entry}/draft`)
          .send(typed(0))
          .then((answer) => answer);
        await Promise.race([late, untilSomebodyWaits(app.get(Database))]);
      });
      expectRefused((await late)!, 409, 'review.draft_outdated', 'revision');
      expect(await draftsOf(personId)).toBe(0);
    });

    it('that is under way while the judge is recused leaves nothing', async () => {
      const { review, browser, personId, entryId, entry } = await atWork();
      await browser.put(`${entry}/draft`).send(typed(0)).expect(204);
      let late: Promise<{ status: number; body: unknown }> | undefined;
      await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
        await app.get(Panels).lock(work, review.id);
        const tie = { panelId: review.id, entryId, personId, kind: 'staff', reason: '查明' } as const;
        await app.get(Recusals).add(work, tie);
        late = browser
          .put(`${entry}/draft`)
          .send(typed(0))
          .then((answer) => answer);
        await Promise.race([late, untilSomebodyWaits(app.get(Database))]);
      });
      expectRefused((await late)!, 403, 'review.not_assigned');
      expect(await draftsOf(personId)).toBe(0);
    });
  });

  it('counts a sheet together with another that was under way at the same moment', async () => {
    const { review, personId, entryId } = await atWork();
    const second = review.judges[1]!;
    await enter(review, second);
    let late: Promise<{ status: number }> | undefined;
    await asJudge(personId, async (work) => {
      await app.get(Sheets).begin(work, review.id);
      await app.get(Sheets).submit(work, review.id, entryId, { ...sheetOf(20), comment: '' });
      late = second.browser
        .put(`${review.desk}/entries/${entryId}/sheet`)
        .send(sheetOf(20))
        .then((answer) => answer);
      await Promise.race([late, untilSomebodyWaits(app.get(Database))]);
    });
    expect((await late!).status).toBe(200);
    const results = app.get(Database).manager;
    expect(await results.findOneByOrFail(EntryResult, { entryId: Equal(entryId) })).toMatchObject({ valid: 2 });
  });

  describe('a sheet after the review was due', () => {
    const PAST = () => new Date(Date.now() - 5000);
    const due = ({ editionId }: Review, closesAt: Date | null) =>
      app
        .get(Database)
        .manager.update(EditionStage, { editionId: Equal(editionId), code: Equal('ONLINE') }, { closesAt });
    const strict = ({ organiser, path }: Review) =>
      organiser
        .put(`${path}/plan`)
        .set('if-match', '*')
        .send({ ...PLAN, lateSheets: 'refused' })
        .expect(204);

    it('is taken and marked until the round is closed, where nothing else is said', async () => {
      const { review, browser, personId, entry } = await atWork(2);
      const [first, second] = (await browser.get(review.desk).expect(200)).body.entries;
      const at = (entryId: string) => `${review.desk}/entries/${entryId}/sheet`;
      await due(review, new Date(Date.now() + 60_000));
      expect((await browser.put(at(first.entryId)).send(sheetOf(20)).expect(200)).body).toMatchObject({ late: false });
      const closesAt = PAST();
      await due(review, closesAt);
      await app
        .get(Database)
        .manager.update(ScoreSheet, { entryId: Equal(first.entryId) }, { submittedAt: new Date(+closesAt - 1000) });
      await browser.put(`${review.desk}/entries/${second.entryId}/draft`).send({ scores: {} }).expect(204);
      const sheet = sheetOf(21);
      const { body: receipt } = await browser.put(at(second.entryId)).send(sheet).expect(200);
      expect(receipt).toMatchObject({ late: true });
      expect((await browser.put(at(second.entryId)).send(sheet).expect(200)).body).toEqual(receipt);
      const { body: desk } = await browser.get(review.desk).expect(200);
      expect(desk).toMatchObject({ dueAt: closesAt.toISOString(), lateSheets: 'marked' });
      expect(desk.entries.map(({ late }: { late: boolean }) => late)).toEqual([false, true]);
      expect((await browser.get(`${review.desk}/entries/${second.entryId}`).expect(200)).body.sheet).toMatchObject({
        late: true,
      });
      expect(entry).toContain(first.entryId);
      const seen = await view(review);
      expect(seen.late).toBe(1);
      expect(seen.judges.find((one: { personId: string }) => one.personId === personId)).toMatchObject({
        scored: 2,
        late: 1,
      });
      await review.organiser.post(`${review.path}/close`).send({}).expect(204);
      const { body: results } = await review.organiser.get(`${review.path}/results`).expect(200);
      const lateOf = (entryId: string) =>
        results.entries
          .find((one: { entryId: string }) => one.entryId === entryId)
          .sheets.map(({ late }: { late: boolean }) => late);
      expect([lateOf(first.entryId), lateOf(second.entryId)]).toEqual([[false], [true]]);
      await due(review, new Date(Date.now() + 60_000));
      expect((await view(review)).late).toBe(0);
    });

    it('is not told of where its judge is recused, since it does not count then', async () => {
      const { review, browser, personId, entryId, entry } = await atWork();
      await due(review, PAST());
      await browser.put(`${entry}/sheet`).send(sheetOf(20)).expect(200);
      expect((await view(review)).late).toBe(1);
      const tie = { entryId, personId, reason: '查明' };
      await review.organiser.post(`${review.path}/recusals`).send(tie).expect(204);
      const seen = await view(review);
      expect(seen.late).toBe(0);
      expect(seen.judges.find((one: { personId: string }) => one.personId === personId)).toMatchObject({ late: 0 });
      await review.organiser.post(`${review.path}/recusals/lift`).send(tie).expect(200);
      expect((await view(review)).late).toBe(1);
    });

    it('is refused where the plan says so, what was stored before being answered as it was', async () => {
      const { review, browser, entry } = await atWork();
      await strict(review);
      await due(review, new Date(Date.now() + 60_000));
      const first = sheetOf(20);
      const { body: stored } = await browser.put(`${entry}/sheet`).send(first).expect(200);
      await due(review, PAST());
      expect((await browser.get(review.desk).expect(200)).body.lateSheets).toBe('refused');
      const again = await browser.put(`${entry}/sheet`).send(first).expect(200);
      expect({ ...again.body, late: false }).toEqual(stored);
      const later = sheetOf(21, { revision: 1 });
      expectRefused(await browser.put(`${entry}/sheet`).send(later), 409, 'review.past_due');
      expectRefused(await browser.put(`${entry}/draft`).send({ revision: 1, scores: {} }), 409, 'review.past_due');
      expect((await browser.get(entry).expect(200)).body.sheet).toMatchObject({ revision: 1, total: stored.total });

      await review.organiser.post(`${review.path}/close`).send({}).expect(204);
      await review.organiser.post(`${review.path}/reopen`).send({ reason: '评委住院' }).expect(204);
      expect((await browser.get(review.desk).expect(200)).body.dueAt).toBeNull();
      expect((await browser.put(`${entry}/sheet`).send(later).expect(200)).body).toMatchObject({ late: false });
    });

    it('is due by the end of the stage also where the review was reopened before it, until it is reopened after', async () => {
      const { review, browser, entry } = await atWork();
      await strict(review);
      const again = async () => {
        await review.organiser.post(`${review.path}/close`).send({}).expect(204);
        await review.organiser.post(`${review.path}/reopen`).send({ reason: '误关闭' }).expect(204);
      };
      const closesAt = new Date(Date.now() + 60_000);
      await due(review, closesAt);
      await again();
      expect((await browser.get(review.desk).expect(200)).body.dueAt).toBe(closesAt.toISOString());
      const sheet = sheetOf(20);
      // The end comes before the sheet, and after the review was reopened.
      await app.get(Database).manager.update(ReviewRound, review.id, { reopenedAt: new Date(Date.now() - 10_000) });
      await due(review, PAST());
      expectRefused(await browser.put(`${entry}/sheet`).send(sheet), 409, 'review.past_due');
      await again();
      expect((await browser.get(review.desk).expect(200)).body.dueAt).toBeNull();
      expect((await browser.put(`${entry}/sheet`).send(sheet).expect(200)).body).toMatchObject({ late: false });
    });

    it('names what a plan cannot say of it', async () => {
      const { review } = await atWork();
      expectRefused(
        await review.organiser
          .put(`${review.path}/plan`)
          .set('if-match', '*')
          .send({ ...PLAN, lateSheets: 'perhaps' }),
        422,
        'common.not_a_choice',
        'lateSheets',
      );
    });
  });

  describe('where the stage is blind', () => {
    const TEXT =
      '河北科大与河北科技大学信息学院（Hebei University of Science and Technology）的 Wei Zhang、ZHANG, Wei、zhang-wei、W. Zhang 与 小明 欧阳 Xiaoming Ouyang、ŌUYÁNG Xiǎo-míng，曾用名蓝贝壳研究院，邮箱 WEI.ZHANG@example.com，代码 91350100m000100y43';
    const NAMES = /河北科|Hebei\s*University|蓝贝壳|zhang|欧阳|小明|\bwei\b|91350100|ouyang|ōuyáng|xi[aǎ]o/i;

    it('names nobody in anything that a judge is answered', async () => {
      const { review, browser, entryId, entry } = await atWork();
      const { manager } = app.get(Database);
      const [project] = review.projects;
      const submission = await manager.findOneByOrFail(ProjectSubmission, { projectId: Equal(project!.id) });
      const { snapshot } = submission;
      const member = snapshot.members[0]!;
      const told = {
        ...snapshot,
        title: TEXT,
        summary: TEXT,
        organisation: { ...snapshot.organisation, name: '河北科技大学' },
        members: [
          { ...member, name: '欧阳小明' },
          { ...member, name: '张伟 Zhang Wei', mail: 'wei.zhang@example.com' },
        ],
        answers: { STORY: TEXT },
        materials: snapshot.materials.map((one) => ({ ...one, name: `${TEXT}.pdf` })),
      };
      await manager.update(ProjectSubmission, { id: Equal(submission.id) }, { snapshot: told as never });
      await manager.update(ReviewEntry, { id: Equal(entryId) }, { title: TEXT.slice(0, 100), team: '河北科技大学' });
      const edition = await manager.findOneByOrFail(Edition, { id: Equal(review.editionId) });
      const story = { code: 'STORY', kind: 'longText', maxLength: 1000, required: false, forJudges: true };
      const questions = [{ ...story, name: { zh: '来历', en: 'Story' } }];
      await manager.update(
        Edition,
        { id: Equal(edition.id) },
        { definition: { ...edition.definition, questions } as never },
      );
      await app.get(UnitOfWork).run(systemActor('test'), (work) =>
        work.manager.insert(Organisation, {
          id: newId(),
          creditCode: snapshot.organisation.code,
          creditCodeOverride: null,
          name: '河北科技大学',
          nameKey: '河北科技大学',
          aliases: ['蓝贝壳研究院'],
          kind: 'enterprise',
          branch: false,
          state: 'approved',
          demo: false,
          createdAt: work.now,
          version: 1,
        } as never),
      );

      const answers: [string, string][] = [];
      const keep = (what: string, { text, headers }: { text?: string; headers: object }) =>
        answers.push([what, `${JSON.stringify(text ?? '')} ${decodeURIComponent(JSON.stringify(headers))}`]);
      const read = async (path: string, by: Browser = browser) => keep(path, await by.get(path).buffer(true));
      const all = async () => {
        for (const path of ['/api/v1/reviews', review.desk, entry, '/api/v1/tasks', '/api/v1/inbox', '/api/v1/session'])
          await read(path);
        const file = await browser.get(`${entry}/files/0?disposition=attachment`).expect(200);
        keep('file', { text: file.body.toString('latin1'), headers: file.headers });
        keep('wrong file', await browser.get(`${entry}/files/7`));
      };
      await all();
      keep('draft', await browser.put(`${entry}/draft`).send({ revision: 0, scores: { TECH: 100 }, comment: '' }));
      keep('faulty draft', await browser.put(`${entry}/draft`).send({ revision: 9, scores: { TECH: 100 } }));
      await all();
      keep('sheet', await browser.put(`${entry}/sheet`).send(sheetOf(20)));
      keep('changed sheet', await browser.put(`${entry}/sheet`).send(sheetOf(22)));
      await review.organiser.post(`${review.path}/reminders`).send({}).expect(200);
      await all();
      keep('late tie', await browser.post(`${review.desk}/recusals`).send({ entryId, reason: '曾任导师' }));
      const shown = answers.findLast(([what, said]) => what === entry && said.includes('来历'))![1];
      expect(shown.match(/▇▇与▇▇/g)!.length).toBeGreaterThanOrEqual(4);
      expect(
        answers.filter(([, said]) => NAMES.test(said)).map(([what, said]) => [what, NAMES.exec(said)![0]]),
      ).toEqual([]);
      expect(answers.length).toBeGreaterThan(25);
    });
  });
});
