import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { differences, readLog, replay, ReplayError, type SessionLog } from '@haishi/contest';
import { readSheet, readTable } from '@haishi/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { download } from '../support/downloads.js';
import { eachEngine } from '../support/engines.js';
import { exhaust } from '../support/limits.js';
import { expectRefused, signedIn } from '../support/people.js';
import {
  begin,
  importEdition,
  leaks,
  openScoring,
  type Points,
  setStage,
  type Stage,
  submit,
} from './roadshow-session.js';
import { sheetsOf } from '../support/workbook.js';

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const PAPERS = ['score-sheets', 'summary', 'draw-record', 'workbook', 'event-log'] as const;

/** Totals by seat: 86, 88.5, 91, 79.5, 84, 90, 87.5. */
const SHEETS: Points[] = [
  [27, 21.5, 17, 8, 12.5],
  [27.5, 22, 17.5, 8.5, 13],
  [28.5, 23, 18, 8.5, 13],
  [24, 20, 16, 7.5, 12],
  [26, 21, 16.5, 8, 12.5],
  [28, 22.5, 18, 8.5, 13],
  [27, 22, 17.5, 8, 13],
];

/** The text of a PDF; lines as they lie on the page. */
function textOf(pdf: Buffer): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
}

/** The text without its spaces and breaks, for looking for words that a cell may have broken. */
const packed = (pdf: Buffer) => textOf(pdf).replaceAll(/\s/g, '');

function keep(name: string, bytes: Buffer): void {
  const folder = process.env['HAISHI_PAPERS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
}

async function logOf(stage: Stage): Promise<SessionLog> {
  return readLog((await download(stage.chair, `${stage.path}/papers/event-log`)).toString('utf8'));
}

/** What the results sheet says of each entry, from the log's outcome. */
async function resultsOf(stage: Stage): Promise<string[][]> {
  const { definition, outcome } = await logOf(stage);
  return outcome.entries
    .map(({ entryId, result }) => {
      const { number } = definition.entries.find(({ id }) => id === entryId)!;
      const { place, score, valid, droppedHighest, droppedLowest } = result;
      const seats = [droppedHighest, droppedLowest].map((list) => list.join('、'));
      const reason = entryId === stage.c ? '7 号评委突发离场' : '';
      return [number, String(place), String(score! / 100), String(valid), ...seats, reason];
    })
    .toSorted();
}

async function expectSameByReplay(stage: Stage): Promise<SessionLog> {
  const log = await logOf(stage);
  const replayed = replay(log.definition, log.events);
  expect(replayed.unknown).toEqual([]);
  expect(differences(replayed.entries, log.outcome.entries)).toEqual([]);
  expect(replayed.entries).toHaveLength(log.definition.entries.length);
  return log;
}

eachEngine('papers of a roadshow', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  describe('a session with a reopened sheet, recusals and an absent judge', () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await setStage(app);
      await stage.organiser.post(`${stage.path}/draw`).expect(204);
      await stage.organiser.post(`${stage.path}/undraw`).send({ reason: '漏编一个项目' }).expect(204);
      await begin(stage);
    });

    it('gives no paper of an entry that is not locked, and to nobody who may not see it', async () => {
      const { path, a, judges, chair, organiser } = stage;
      await openScoring(stage, a);
      for (const [index, points] of SHEETS.entries()) await submit(stage, judges[index]!, a, points).expect(200);
      expectRefused(await chair.get(`${path}/papers/score-sheets`), 409, 'roadshow.entry_not_locked');
      expectRefused(await chair.get(`${path}/papers/score-sheets?entryId=${a}`), 409, 'roadshow.entry_not_locked');
      expectRefused(await judges[0]!.browser.get(`${path}/papers/own-sheets`), 409, 'roadshow.entry_not_locked');
      await chair.post(`${path}/lock`).send({ entryId: a }).expect(204);

      const otherEdition = await importEdition(app);
      const outsider = await signedIn(app, '外届组织者', [
        { role: 'contest_organiser', scopeType: 'edition', scopeId: otherEdition },
      ]);
      const member = await signedIn(app, '路人');
      for (const paper of PAPERS) {
        const url = `${path}/papers/${paper}`;
        expectRefused(await app.browser().get(url), 401, 'common.unauthenticated');
        expectRefused(await member.browser.get(url), 403, 'common.forbidden');
        expectRefused(await judges[0]!.browser.get(url), 403, 'common.forbidden');
        expectRefused(await outsider.browser.get(url), 404, 'common.not_found');
        await organiser.get(url).expect(200).expect('cache-control', 'no-store');
      }
      const often = await signedIn(app, '打印太多的组织者', [organiserOf(stage.editionId)]);
      await exhaust(app, 'paper', often.person.id);
      for (const paper of [...PAPERS, 'blank-sheets'])
        expectRefused(await often.browser.get(`${path}/papers/${paper}`), 429, 'common.too_many_files');
      await often.browser.get(`${path}/papers/results?format=csv`).expect(200);
      expectRefused(await organiser.get(`${path}/papers/own-sheets`), 403, 'common.forbidden');
      expectRefused(await chair.get(`${path}/papers/score-sheets?seatNo=9`), 404, 'common.not_found', 'seatNo');
      const elsewhere = await setStage(app);
      expectRefused(
        await chair.get(`${path}/papers/score-sheets?entryId=${elsewhere.a}`),
        404,
        'common.not_found',
        'entryId',
      );
      expectRefused(await elsewhere.judges[0]!.browser.get(`${path}/papers/own-sheets`), 404, 'common.not_found');
      expectRefused(
        await elsewhere.chair.get(`${elsewhere.path}/papers/draw-record`),
        409,
        'roadshow.action_not_allowed',
      );
    });

    it.skipIf(!hasPoppler)(
      'prints a judge their own sheet, and nothing that tells of the others (needs pdftotext)',
      async () => {
        const { path, judges, chair, a } = stage;
        const own = async (index: number) =>
          packed(await download(judges[index]!.browser, `${path}/papers/own-sheets`));
        const before = await own(2);
        expect(before).toContain('91.00');
        expect(before).toContain('3号席');
        for (const others of ['86.00', '88.50', '79.50', '84.00', '90.00', '87.50', '87.20', '去最高'])
          expect(before).not.toContain(others);
        await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
        expect(await own(2)).toContain('去最高');
        expect(await own(0)).not.toContain('去最');
      },
    );

    it.skipIf(!hasPoppler)(
      'prints blank sheets to write on, for staff of the session, without any score (needs pdftotext)',
      async () => {
        const { path, judges, chair, a, b, id, editionId } = stage;
        const scope = { scopeType: 'edition', scopeId: editionId } as const;
        const { browser: recorder } = await signedIn(app, '场记员', [{ role: 'recorder', ...scope }]);
        const url = `${path}/papers/blank-sheets`;
        const all = await download(recorder, url);
        keep('blank.pdf', all);
        expect(textOf(all).match(/Score sheet/g)).toHaveLength(3 * 7 - 1);
        for (const sealed of ['86.00', '88.50', '87.20', '21.5']) expect(packed(all)).not.toContain(sealed);
        const one = packed(await download(chair, `${url}?entryId=${a}&seatNo=4`));
        for (const words of [
          ...['评委签名', '场记员（二）', '甲项目', '4号席', '满分', '步长', '第1页/共1页'],
          `${id.slice(-4).toUpperCase()}/${stage.projects.a.number}/4`,
        ])
          expect(one).toContain(words);
        expect(packed(await download(chair, `${url}?entryId=${b}&seatNo=7`))).toContain('没有须填写的评分表');
        expectRefused(await judges[0]!.browser.get(url), 403, 'common.forbidden');
        expectRefused(await chair.get(`${url}?seatNo=9`), 404, 'common.not_found', 'seatNo');
        const elsewhere = await setStage(app);
        expectRefused(await recorder.get(`${elsewhere.path}/papers/blank-sheets`), 404, 'common.not_found');
        expectRefused(
          await elsewhere.chair.get(`${elsewhere.path}/papers/blank-sheets`),
          409,
          'roadshow.action_not_allowed',
        );
      },
    );

    it('replays to the stored result after a reopening, a recusal and a lock without an absent judge', async () => {
      const { path, chair, organiser, judges, a, b, c } = stage;
      await chair.post(`${path}/reopen`).send({ entryId: a, seatNo: 4, reason: '评委误触' }).expect(204);
      await expectSameByReplay(stage);
      await submit(stage, judges[3]!, a, [26, 21, 17, 8.5, 13], { revision: 1 }).expect(200);
      await expectSameByReplay(stage);
      await chair.post(`${path}/show`).send({ entryId: a }).expect(204);

      await openScoring(stage, b);
      await judges[0]!.browser.post(`${path}/recusals/own`).send({ entryId: b, reason: '亲属' }).expect(204);
      for (const index of [1, 2, 3, 4, 5]) await submit(stage, judges[index]!, b, SHEETS[index]!).expect(200);
      await chair.post(`${path}/lock`).send({ entryId: b }).expect(204);
      await chair.post(`${path}/show`).send({ entryId: b }).expect(204);
      await chair.post(`${path}/recusals`).send({ entryId: b, seatNo: 6, reason: '合作关系' }).expect(204);
      await organiser
        .post(`${path}/recusals/lift`)
        .send({ entryId: b, seatNo: 7, reason: '单位同名，查无关联' })
        .expect(204);
      const shownBefore = await expectSameByReplay(stage);
      expect(shownBefore.outcome.entries.find(({ entryId }) => entryId === b)).toMatchObject({
        shown: { recused: [1, 7] },
        result: { score: null, valid: 4 },
      });
      await organiser.post(`${path}/recusals/lift`).send({ entryId: b, seatNo: 6, reason: '查明无合作' }).expect(204);
      await chair.post(`${path}/show`).send({ entryId: b }).expect(204);

      await openScoring(stage, c);
      for (const index of [0, 1, 2, 3, 4, 5]) await submit(stage, judges[index]!, c, SHEETS[index]!).expect(200);
      await chair.post(`${path}/lock`).send({ entryId: c, reason: '7 号评委突发离场' }).expect(204);
      await chair.post(`${path}/show`).send({ entryId: c }).expect(204);
      await chair.post(`${path}/close`).send({}).expect(204);
      const { outcome, events } = await expectSameByReplay(stage);
      expect(outcome.entries.map(({ result }) => result.place).sort()).toEqual([1, 2, 3]);
      expect(events.map(({ id }) => id)).toEqual([...events.map(({ id }) => id)].sort());
    });

    it('finds a log that was changed', async () => {
      const log = await logOf(stage);
      const changed = (change: (copy: SessionLog) => void) => {
        const copy = structuredClone(log);
        change(copy);
        return () => differences(replay(copy.definition, copy.events).entries, log.outcome.entries);
      };
      const scored = (copy: SessionLog) => copy.events.find(({ type }) => type === 'score.submitted')!;
      expect(
        changed(
          (copy) => (scored(copy).payload['scores'] = { ...(scored(copy).payload['scores'] as object), TECH: 0 }),
        )(),
      ).not.toEqual([]);
      expect(
        changed((copy) =>
          copy.events.splice(
            copy.events.findIndex(({ type }) => type === 'recusal.added'),
            1,
          ),
        )(),
      ).not.toEqual([]);
      expect(changed((copy) => delete scored(copy).payload['scores'])).toThrow(ReplayError);
      const drawn = (copy: SessionLog) => copy.events.findLast(({ type }) => type === 'roadshow.drawn')!;
      expect(changed((copy) => (drawn(copy).payload['seed'] = 'another'))).toThrow('not the one committed to');
      expect(changed((copy) => (drawn(copy).payload['order'] as string[]).reverse())).toThrow('does not follow');
    });

    it('keeps sealed scores out of the audit trail', async () => {
      await download(stage.judges[0]!.browser, `${stage.path}/papers/own-sheets`);
      const { browser } = await signedIn(app, '审计员', [{ role: 'auditor', scopeType: 'system', scopeId: '' }]);
      const { body } = await browser
        .get(`/api/v1/audit?subjectType=session&subjectId=${stage.id}&type=score.&limit=200`)
        .expect(200);
      expect(body.items.length).toBeGreaterThan(15);
      for (const { payload } of body.items) expect(Object.keys(payload)).not.toContain('scores');
      const payloads = body.items.map((item: { payload: object }) => JSON.stringify(item.payload));
      expect(leaks(payloads, [8600, 8850, 9100, 7950, 8400, 9000, 8750, 8550])).toEqual([]);
      const made = await browser
        .get(`/api/v1/audit?subjectId=${stage.id}&type=roadshow.paper_made&limit=200`)
        .expect(200);
      expect(made.body.items.map((item: { payload: { paper: string } }) => item.payload.paper)).toEqual(
        expect.arrayContaining([...PAPERS, 'own-sheets']),
      );
    });

    it.skipIf(!hasPoppler)(
      'prints a sheet for each entry and judge, with what happened to it (needs pdftotext)',
      async () => {
        const { path, chair, a, b, c } = stage;
        const all = await download(chair, `${path}/papers/score-sheets`);
        keep('sheets.pdf', all);
        expect(textOf(all).match(/Score sheet/g)).toHaveLength(3 * 7);
        expect(packed(all)).toContain('第21页/共21页');
        const sheet = async (entryId: string, seatNo: number) =>
          packed(await download(chair, `${path}/papers/score-sheets?entryId=${entryId}&seatNo=${seatNo}`));
        const corrected = await sheet(a, 4);
        expect(corrected).toContain('85.50');
        expect(corrected).toContain('79.50');
        expect(corrected).toContain('评委误触');
        expect(corrected).toContain('评委签名');
        expect(await sheet(a, 3)).toContain('去最高');
        expect(await sheet(b, 1)).toContain('亲属');
        expect(await sheet(b, 1)).toContain('本席回避');
        expect(await sheet(c, 7)).toContain('7号评委突发离场');
      },
    );

    it.skipIf(!hasPoppler)('sums the session up, to be signed (needs pdftotext)', async () => {
      const pdf = await download(stage.chair, `${stage.path}/papers/summary`);
      keep('summary.pdf', pdf);
      const text = packed(pdf);
      for (const words of [
        '甲项目',
        '乙项目',
        '丙项目',
        '87.50',
        '去最高',
        '去最低',
        '79.50→85.50',
        '评委误触',
        '亲属',
      ])
        expect(text).toContain(words);
      for (const words of ['7号评委突发离场', '7号席', '监督员', '去掉1个最高分、1个最低分后取平均', '第1页'])
        expect(text).toContain(words);
      expect(text).not.toContain('场次未结束');
      const pages = textOf(pdf).trim().split('\f');
      const codes = new Set(pages.map((page) => /[0-9A-F]{4}(?:-[0-9A-F]{4}){2}/.exec(page)?.[0] ?? 'none'));
      expect([...codes]).toEqual([expect.stringMatching(/^[0-9A-F-]{14}$/)]);
    });

    it.skipIf(!hasPoppler)('records the draw so that anyone can run it again (needs pdftotext)', async () => {
      const pdf = await download(stage.chair, `${stage.path}/papers/draw-record`);
      keep('draw.pdf', pdf);
      const text = packed(pdf);
      const { events } = await logOf(stage);
      const [first, last] = events.filter(({ type }) => type === 'roadshow.drawn').map(({ payload }) => payload);
      const sha = (words: string) => createHash('sha256').update(words).digest('hex');
      for (const { seed, order } of [first, last] as { seed: string; order: string[] }[]) {
        expect(text).toContain(seed);
        expect(text).toContain(sha(seed));
        for (const number of order) expect(text).toContain(number);
      }
      for (const number of last!['order'] as string[])
        expect(text).toContain(sha(`${String(last!['seed'])}:${number}`).slice(0, 32));
      expect(text).toContain('漏编一个项目');
      expect(text).toContain('监督员');
    });

    it('gives the results as a list in each form, best first', async () => {
      const file = `${stage.path}/papers/results`;
      const [header, ...rows] = await readTable(await download(stage.organiser, `${file}?format=csv`));
      expect(header!.slice(0, 4)).toEqual(['名次', '出场', '项目编号', '项目名称']);
      expect(rows.map((row) => row[0])).toEqual(['1', '2', '3']);
      expect(rows.map((row) => row[3])).toEqual(expect.arrayContaining(['甲 项目', '乙 项目', '丙 项目']));
      expect(await readSheet(await download(stage.chair, `${file}?format=xlsx`))).toEqual([header, ...rows]);
      const pdf = await download(stage.chair, `${file}?format=pdf`);
      keep('results.pdf', pdf);
      if (hasPoppler)
        for (const words of ['路演成绩', '甲项目', '87.50', '共3行']) expect(packed(pdf)).toContain(words);
      expectRefused(await stage.organiser.get(`${file}?format=doc`), 422, 'common.not_a_choice', 'format');
      expectRefused(await stage.judges[0]!.browser.get(`${file}?format=csv`), 403, 'common.forbidden');
      expectRefused(await (await signedIn(app, '外人')).browser.get(`${file}?format=csv`), 403, 'common.forbidden');
    });

    it('gives everything as a workbook', async () => {
      const bytes = await download(stage.organiser, `${stage.path}/papers/workbook`);
      keep('session.xlsx', bytes);
      const [, ...items] = await readSheet(bytes);
      expect(items).toContainEqual(['场次 Session', '决赛第一场']);
      expect(items.filter(([name]) => name!.includes('号席'))).toHaveLength(7);

      const { a, b, c, judges } = stage;
      const { body } = await stage.organiser.get(stage.path).expect(200);
      const numberOf = (id: string) =>
        (body as { entries: { id: string; number: string }[] }).entries.find((one) => one.id === id)!.number;
      const sheets = sheetsOf(bytes);
      expect([...sheets.keys()]).toEqual(['场次', '成绩', '评分单', '提交与更正', '回避', '抽签', '过程']);
      /** The cells of these columns, by what stands before the space of their heads. */
      const cells = (sheet: string, ...heads: string[]) => {
        const [head, ...rows] = sheets.get(sheet)!;
        const at = heads.map((one) => head!.findIndex((text) => text.split(' ')[0] === one));
        return rows.map((row) => at.map((place) => row[place] ?? ''));
      };
      expect(
        cells('成绩', '编号', '最终名次', '得分', '有效评分', '去最高席', '去最低席', '缺评锁定说明').toSorted(),
      ).toEqual(await resultsOf(stage));
      const scored = cells('评分单', '编号', '席位', '总分', '计分');
      expect(scored.filter(([number]) => number === numberOf(a))).toHaveLength(7);
      expect(scored).toContainEqual([numberOf(a), '4', '85.5', expect.stringContaining('计入')]);
      expect(scored.filter(([number, , , counted]) => number === numberOf(a) && counted!.includes('去'))).toHaveLength(
        2,
      );
      const given = cells('提交与更正', '编号', '席位', '次', '总分', '原因');
      expect(given).toContainEqual([numberOf(a), '4', '1', '79.5', '']);
      expect(given).toContainEqual([numberOf(a), '4', '2', '85.5', '评委误触']);
      expect(cells('回避', '编号', '席位', '原因')).toContainEqual([numberOf(b), '1', expect.stringContaining('亲属')]);
      const lots = cells('抽签', '次序', '编号');
      expect(lots.map(([order]) => order)).toEqual(['1', '2', '3']);
      expect(new Set(lots.map(([, number]) => number))).toEqual(new Set([a, b, c].map(numberOf)));
      const seed = cells('抽签', '种子')[0]![0]!;
      expect(cells('抽签', '摘要')[0]).toEqual([createHash('sha256').update(seed).digest('hex')]);
      const log = cells('过程', '事项代码', '操作人');
      expect(log.filter(([type]) => type === 'score.submitted').length).toBeGreaterThan(7);
      expect(log).toContainEqual(['score.submitted', judges[0]!.person.name]);
      expect(log[0]![0]).toBe('roadshow.created');
    });
  });

  it.skipIf(!hasPoppler)('prints what was handed in late, who let it in and why (needs pdftotext)', async () => {
    const stage = await setStage(app);
    await begin(stage);
    const { path, a, judges, chair } = stage;
    await openScoring(stage, a);
    for (const [index, points] of SHEETS.slice(0, 6).entries())
      await submit(stage, judges[index]!, a, points).expect(200);
    await chair.post(`${path}/lock`).send({ entryId: a, reason: '7 号席平板故障' }).expect(204);
    await chair.post(`${path}/reopen`).send({ entryId: a, seatNo: 7, reason: '平板已更换' }).expect(204);
    await submit(stage, judges[6]!, a, SHEETS[6]!).expect(200);
    const sheet = async (seatNo: number) =>
      packed(await download(chair, `${path}/papers/score-sheets?entryId=${a}&seatNo=${seatNo}`));
    for (const words of ['87.50', '准予补交', '平板已更换']) expect(await sheet(7)).toContain(words);
    expect(await sheet(6)).not.toContain('准予补交');
  });
});
