import {
  type DeltaMessage,
  ONLINE_REVIEW,
  type OnlineReviewDelta,
  type OnlineReviewRun,
  SOCKET_EVENTS,
} from '@haishi/contracts';
import { Project } from '@haishi/contest';
import { newId } from '@haishi/kernel';
import { Database, Notice, readTable, StoredEvent } from '@haishi/platform';
import { AssignmentRuns } from '@haishi/review';
import { Equal, Like } from 'typeorm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { declaring } from '../support/archives.js';
import { organiserOf } from '../support/contest.js';
import { download } from '../support/downloads.js';
import { eachEngine } from '../support/engines.js';
import { gate, until } from '../support/facts.js';
import { lastMessage } from '../support/messages.js';
import { hasPoppler, packedText } from '../support/papers.js';
import { expectRefused, makePerson, signedIn } from '../support/people.js';
import { sendFile, upload } from '../support/uploads.js';
import { addExpert, enter, openReview, PLAN, type Review, reviewOf, runEnded, sheetOf } from './review-round.js';
import { importEdition, listen } from './roadshow-session.js';

const HEADER = [
  '姓名',
  '电子邮箱',
  '类型',
  '工作单位',
  '统一社会信用代码',
  '单位别名',
  '领域',
  '所在赛区',
  '语言',
  '最多评审项目数',
  '备注',
];
const csvOf = (...rows: (readonly string[])[]) => Buffer.from([HEADER, ...rows].map((row) => row.join(',')).join('\n'));

eachEngine('an online review, for its organiser', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  const view = async ({ organiser, path }: Review) => (await organiser.get(path).expect(200)).body;
  const events = (type: string, subjectId: string) =>
    app.get(Database).manager.countBy(StoredEvent, { type, subjectId: Equal(subjectId) });
  /** The judge scores so many of what they were given. */
  async function score({ desk, judges }: Review, at: number, count = Infinity): Promise<void> {
    const { browser } = judges[at]!;
    const { body } = await browser.get(desk).expect(200);
    for (const { entryId } of (body.entries as { entryId: string }[]).slice(0, count))
      await browser
        .put(`${desk}/entries/${entryId}/sheet`)
        .send(sheetOf(20 + at))
        .expect(200);
  }

  it('reads a list of experts, names each faulty cell, and takes over none of it before all is right', async () => {
    const editionId = await importEdition(app);
    const { browser: organiser } = await signedIn(app, '组织者', [organiserOf(editionId)]);
    const pool = `/api/v1/editions/${editionId}`;
    const send = async (by: Browser, content: Buffer, commit: boolean) =>
      by
        .post(`${pool}/expert-imports`)
        .send({ fileId: await upload(by, 'expert.import', '专家.csv', content), commit });
    const good = ['欧阳·阿依古丽', 'ouyang@example.com', '技术', '某大学', '', '', 'EIT', 'BJ', '', '12', ''];
    const bad = ['', 'OUYANG@example.com', '朋友', '某大学', '', '', '炼金术', '火星', '', '0', ''];
    const { body: faulty } = await send(organiser, csvOf(good, bad), false);
    expect(faulty).toMatchObject({ total: 2, done: null, unknownColumns: ['备注'] });
    expect(faulty.faults.map(({ cell, code }: { cell: string; code: string }) => [cell, code])).toEqual([
      ['A3', 'common.required'],
      ['C3', 'common.not_a_choice'],
      ['G3', 'expert.row_unknown_field'],
      ['H3', 'common.not_a_choice'],
      ['J3', 'common.number_out_of_range'],
      ['B3', 'expert.row_twice'],
    ]);
    expectRefused(await send(organiser, csvOf(good, bad), true), 409, 'expert.import_has_faults', 'fileId');
    expect((await organiser.get(`${pool}/experts`).expect(200)).body).toEqual([]);
    const sheet = await download(organiser, `${pool}/expert-template`);
    const name = 'xl/worksheets/sheet1.xml';
    expectRefused(await send(organiser, declaring(sheet, name, 100), true), 422, 'files.archive_unsafe', 'fileId');
    const swollen = await sendFile(organiser, 'expert.import', '专家.xlsx', declaring(sheet, name, 100 << 20));
    expectRefused(swollen, 422, 'files.archive_unsafe');
    expect((await organiser.get(`${pool}/experts`).expect(200)).body).toEqual([]);
    const { body: taken } = await send(organiser, csvOf(good), true);
    expect(taken.done).toEqual({ added: 1, changed: 0, restored: 0, left: 0 });
    const { body: again } = await send(organiser, csvOf([...good.slice(0, 9), '8', '']), true);
    expect(again.done).toEqual({ added: 0, changed: 1, restored: 0, left: 0 });
    const [expert] = (await organiser.get(`${pool}/experts`).expect(200)).body;
    expect(expert).toMatchObject({ name: '欧阳·阿依古丽', capacity: 8, fields: ['EIT'], standing: 'unknown' });

    const known = await makePerson(app, '已注册');
    await addExpert(organiser, editionId, known);
    expect((await organiser.post(`${pool}/expert-invitations`).send({}).expect(200)).body).toEqual({ invited: 2 });
    expect(await lastMessage(app, 'ouyang@example.com')).toContain('http');
    const stranger = (await signedIn(app, '外人')).browser;
    expectRefused(await stranger.get(`${pool}/experts`), 403, 'common.forbidden');
    expectRefused(await stranger.post(`${pool}/expert-invitations`).send({}), 403, 'common.forbidden');
    await organiser.delete(`${pool}/experts/${expert.id}`).expect(204);
    expectRefused(await organiser.delete(`${pool}/experts/${expert.id}`), 412, 'common.stale');
    expectRefused(await organiser.delete(`${pool}/experts/${newId()}`), 404, 'common.not_found');
    expect((await organiser.get(`${pool}/experts`).expect(200)).body).toHaveLength(1);
  });

  it('tells whoever organises it live how far a search is before it ends, and nobody else', async () => {
    const review = await reviewOf(app, 2, 2);
    const { organiser, path, id, judges } = review;
    const ears = await listen(app, organiser);
    const heard: OnlineReviewRun[] = [];
    ears.socket.on(SOCKET_EVENTS.delta, ({ channel, key, data }: DeltaMessage<OnlineReviewDelta>) => {
      if (channel === ONLINE_REVIEW && key === id && data.run) heard.push(data.run);
    });
    expect(await ears.subscribe(ONLINE_REVIEW, id)).toMatchObject({ ok: true, snapshot: { run: null } });
    const abroad = await signedIn(app, '别届组织者', [organiserOf(newId())]);
    for (const [by, code] of [
      [undefined, 'common.not_found'],
      [(await signedIn(app, '外人')).browser, 'common.not_found'],
      [abroad.browser, 'common.not_found'],
      [judges[0]!.browser, 'common.forbidden'],
    ] as const) {
      const other = await listen(app, by);
      expect(await other.subscribe(ONLINE_REVIEW, id)).toEqual({ ok: false, code });
      other.close();
    }

    // What is asked for so small a round is found before it is next told: the end waits for that.
    const { opened, open } = gate();
    const runs = app.get(AssignmentRuns) as unknown as { end(...input: unknown[]): Promise<void> };
    const end = runs.end.bind(runs);
    const held = vi.spyOn(runs, 'end').mockImplementation(async (...input) => {
      await opened;
      return end(...input);
    });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      await organiser.post(`${path}/runs`).send({ seed: 1, seconds: 20 }).expect(204);
      await until(() => {
        vi.advanceTimersByTime(1000);
        return heard.some(({ progress }) => progress !== null);
      });
    } finally {
      vi.useRealTimers();
      open();
    }
    await until(() => heard.at(-1)!.state === 'done');
    held.mockRestore();
    ears.close();
    expect(heard[0]).toMatchObject({ number: 1, state: 'running', progress: null });
    const told = heard.find(({ progress }) => progress !== null)!;
    expect(told).toMatchObject({ state: 'running', progress: { part: expect.any(Number), parts: 1 } });
  });

  it('tells live how many sheets are in, soon after each', async () => {
    const review = await reviewOf(app, 2, 2);
    await openReview(review);
    const { organiser, id, judges } = review;
    const ears = await listen(app, organiser);
    const heard: OnlineReviewDelta[] = [];
    ears.socket.on(SOCKET_EVENTS.delta, ({ data }: DeltaMessage<OnlineReviewDelta>) => heard.push(data));
    await ears.subscribe(ONLINE_REVIEW, id);
    await enter(review, judges[0]!);
    const { body } = await judges[0]!.browser.get(review.desk).expect(200);
    for (const { entryId } of body.entries)
      await judges[0]!.browser.put(`${review.desk}/entries/${entryId}/sheet`).send(sheetOf(20)).expect(200);
    await until(() => heard.at(-1)?.progress?.sheets === 2);
    expect(heard.at(-1)!.progress).toEqual({ sheets: 2, expected: 4 });
    ears.close();
  });

  it('tells how many more entries each judge takes on', async () => {
    const review = await reviewOf(app, 4, 4);
    const { organiser, path, judges, editionId } = review;
    const room = async () => (await view(review)).judges.map((one: { room: number }) => one.room);
    expect(await room()).toEqual([3, 3, 3, 3]);
    await addExpert(organiser, editionId, judges[0]!.person, {
      kind: 'technical',
      organisationName: '评审单位1',
      capacity: 1,
    });
    const plan = { ...PLAN, load: { min: 0, max: 5 } };
    await organiser.put(`${path}/plan`).set('if-match', '*').send(plan).expect(204);
    const { entryId } = (await organiser.get(`${path}/entries`).expect(200)).body.items[0];
    for (const at of [0, 1])
      await organiser.post(`${path}/pairs`).send({ entryId, personId: judges[at]!.person.id }).expect(204);
    expect(await room()).toEqual([0, 4, 5, 5]);
  });

  it('lets any two judges share as many entries as the plan asks for, or says what is too much', async () => {
    const review = await reviewOf(app, 6, 4);
    const { organiser, path, judges } = review;
    const plan = (change: object) =>
      organiser
        .put(`${path}/plan`)
        .set('if-match', '*')
        .send({ ...PLAN, composition: [], ...change });
    for (const [sharedByPanels, code] of [
      [-1, 'common.number_out_of_range'],
      [101, 'common.number_out_of_range'],
      [1.5, 'common.not_an_integer'],
      ['一', 'common.not_an_integer'],
    ] as const)
      expectRefused(await plan({ sharedByPanels }), 422, code, 'sharedByPanels');
    expect((await view(review)).plan.sharedByPanels).toBe(0);

    // Twelve seats make six pairs of judges: each of the six may meet once, and no more.
    await plan({ sharedByPanels: 1 }).expect(204);
    await openReview(review);
    const { items } = (await organiser.get(`${path}/entries`).expect(200)).body;
    const together = (items as { judges: { personId: string }[] }[]).map((one) =>
      one.judges.map(({ personId }) => personId),
    );
    for (const [at, { person: one }] of judges.entries())
      for (const { person: other } of judges.slice(at + 1))
        expect(together.filter((own) => own.includes(one.id) && own.includes(other.id))).toHaveLength(1);

    await plan({ sharedByPanels: 2 }).expect(204);
    await organiser.post(`${path}/runs`).send({ seconds: 20 }).expect(204);
    const run = await runEnded(review);
    expect(run).toMatchObject({
      state: 'done',
      answer: 'impossible',
      relaxations: [{ zh: '任意两位评委至少共评的项目数由 2 降为 1', en: 'Entries that any two judges share: 2 → 1' }],
    });
    expect(run.failing.length).toBeGreaterThan(0);
    for (const { zh } of run.failing) expect(zh).toMatch(/^新一代电子信息：评委评委\d与评委\d共评的项目少 1 项$/);
  });

  it('reminds who is not done, of as many as are left, once a day', async () => {
    const review = await reviewOf(app, 4, 2);
    const { organiser, path, judges, id } = review;
    expectRefused(await organiser.post(`${path}/reminders`).send({}), 409, 'online_review.action_not_allowed');
    await openReview(review);
    for (const judge of judges) await enter(review, judge);
    await score(review, 0);
    await score(review, 1, 1);
    await app.get(Database).manager.update(Project, { id: Equal(review.projects[3]!.id) }, { state: 'withdrawn' });
    const remind = async () => (await organiser.post(`${path}/reminders`).send({}).expect(200)).body;
    expect(await remind()).toEqual({ reminded: 1, already: 0 });
    const left = 3 - 1;
    expect(await lastMessage(app, judges[1]!.person.mail)).toContain(`还有 ${left} 个项目没有提交评分`);
    expect(await remind()).toEqual({ reminded: 0, already: 1 });
    const template = Like('online_review.reminder%');
    expect(await app.get(Database).manager.countBy(Notice, { personId: judges[1]!.person.id, template })).toBe(2);
    expect(await app.get(Database).manager.countBy(Notice, { personId: judges[0]!.person.id, template })).toBe(0);
    expect(await events('review_round.reminded', id)).toBe(2);

    const other = await signedIn(app, '别的组织者', [organiserOf(await importEdition(app))]);
    expectRefused(await other.browser.post(`${path}/reminders`).send({}), 404, 'common.not_found');
    expectRefused(await judges[0]!.browser.post(`${path}/reminders`).send({}), 403, 'common.forbidden');
  });

  it('lets nobody find or decide on the judges of a project that they have a tie to', async () => {
    const review = await reviewOf(app, 3, 6);
    const { path, projects, judges } = review;
    await openReview(review);
    const { person, browser: owner } = await signedIn(app, '当事人', [organiserOf(review.editionId)]);
    const mine = projects[1]!;
    const found = async (query: object) =>
      (
        (await owner.get(`${path}/entries`).query(query).expect(200)).body.items as {
          entryId: string;
          number: string;
        }[]
      ).map(({ number }) => number);
    const { body } = await review.organiser.get(`${path}/entries`).query({ text: mine.number! }).expect(200);
    const [{ entryId, judges: own }] = body.items;
    const { personId } = own[0];
    const pair = { entryId, personId };
    const free = judges.find((one) => !own.some((judge: { personId: string }) => judge.personId === one.person.id))!;
    expect(await found({ judge: personId })).toContain(mine.number);
    await app.get(Database).manager.update(Project, { id: Equal(mine.id) }, { ownerId: person.id });

    expect(await found({})).toContain(mine.number);
    expect(await found({ text: mine.number! })).toEqual([mine.number]);
    expect(await found({ text: mine.title })).toEqual([]);
    expect(await found({ judge: personId })).not.toContain(mine.number);
    expect(await found({ judge: personId, text: mine.number! })).toEqual([]);
    expect(await found({ only: 'open' })).toEqual([projects[0]!.number, projects[2]!.number]);
    const post = (what: string, body: object) => owner.post(`${path}/${what}`).send(body);
    expectRefused(await post('pairs', { entryId, personId: free.person.id }), 403, 'online_review.tied', 'entryId');
    for (const what of ['pairs/remove', 'recusals', 'recusals/lift'])
      expectRefused(await post(what, { ...pair, reason: '换人' }), 403, 'online_review.tied', 'entryId');
    await review.organiser
      .post(`${path}/pairs/remove`)
      .send({ ...pair, reason: '换人' })
      .expect(204);
  });

  it('gives results in each form once it is closed, and none to who has a tie to an entry while others have none', async () => {
    const review = await reviewOf(app, 3, 2);
    const { organiser, path, judges, id, projects } = review;
    const file = `${path}/results/export?format=xlsx`;
    await openReview(review);
    for (const [at, judge] of judges.entries()) {
      await enter(review, judge);
      await score(review, at);
    }
    expectRefused(await organiser.get(file), 409, 'online_review.still_open');
    expect(await events('review_round.results_exported', id)).toBe(0);
    await organiser.post(`${path}/close`).send({}).expect(204);
    const [header, ...rows] = await readTable(await download(organiser, file));
    expect(header!.slice(0, 11)).toEqual([
      '名次',
      '编号',
      '项目',
      '单位',
      '领域',
      '赛区',
      '原始分',
      '校正分',
      '名次说明',
      '有效评分',
      '分歧评分',
    ]);
    const { body } = await organiser.get(`${path}/results`).expect(200);
    expect(body.decimals).toBe(2);
    expect(rows.map((row) => [row[1], row[2], row[6]])).toEqual(
      body.entries.map((one: { number: string; title: string; raw: string }) => [
        one.number,
        one.title,
        String(Number(one.raw)),
      ]),
    );
    expect(rows.every((row) => row[9] === '2')).toBe(true);
    const { person, browser: owner } = await signedIn(app, '当事人', [organiserOf(review.editionId)]);
    await app.get(Database).manager.update(Project, { id: Equal(projects[2]!.id) }, { ownerId: person.id });
    for (const form of ['xlsx', 'csv', 'pdf'])
      expectRefused(await owner.get(file.replace('xlsx', form)), 403, 'online_review.others_decide');
    expect(await events('review_round.results_exported', id)).toBe(1);
    const [head, ...cells] = await readTable(await download(organiser, file.replace('xlsx', 'csv')));
    expect(head!.slice(0, 3)).toEqual(['名次', '编号', '项目']);
    expect(cells.map((row) => row[2])).toContain(projects[2]!.title);
    if (hasPoppler) {
      const paper = packedText(await download(organiser, file.replace('xlsx', 'pdf')));
      for (const { number, title } of projects) expect(paper).toContain(`${number}${title}`);
    }
    expectRefused(await owner.get(file.replace('xlsx', 'xls')), 422, 'common.not_a_choice', 'format');
    const stranger = await signedIn(app, '别的组织者', [organiserOf(await importEdition(app))]);
    expectRefused(await stranger.browser.get(file), 404, 'common.not_found');
    expectRefused(await judges[0]!.browser.get(file), 403, 'common.forbidden');
  });
});
