import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SessionViews } from '@haishi/contest/roadshow/session.views';
import { runCommandLine } from '@haishi/server/cli/command-line';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { download } from '../support/downloads.js';
import { eachEngine } from '../support/engines.js';
import { terminal } from '../support/terminal.js';
import { begin, openScoring, type Points, setStage, type Stage, submit } from './roadshow-session.js';

const EQUAL: Points = [24, 20, 16, 8, 12];
const OFF: Points = [30, 25, 20, 10, 15];

eachEngine('the event log of a session', (engine) => {
  let app: TestApp;
  let stage: Stage;
  let folder: string;
  beforeAll(async () => {
    app = await startApp(engine);
    stage = await setStage(app);
    folder = mkdtempSync(join(tmpdir(), 'haishi-log-'));
    await begin(stage);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await app.close();
  });

  const post = (path: string, body: object = {}) => stage.chair.post(`${stage.path}/${path}`).send(body).expect(204);
  const reason = '见现场记录';
  const logText = async () => (await download(stage.chair, `${stage.path}/papers/event-log`)).toString('utf8');
  async function run(text: string) {
    const file = join(folder, 'session.jsonl');
    writeFileSync(file, text);
    const at = terminal();
    return { code: await runCommandLine(['replay', file], at), ...at };
  }
  const expectSame = async () => {
    const { code, said, complaints } = await run(await logText());
    expect({ code, complaints }).toEqual({ code: 0, complaints: [] });
    return said;
  };
  async function score(entryId: string, judges: number, first: Points = EQUAL): Promise<void> {
    await openScoring(stage, entryId);
    for (const [index, judge] of stage.judges.slice(0, judges).entries())
      await submit(stage, judge, entryId, index === 0 ? first : EQUAL).expect(200);
    await post('lock', { entryId });
  }

  it('replays through an absence, invalid sheets and a withdrawal that was taken back', async () => {
    const { a, b, c } = stage;
    await post('call', { entryId: b });
    await post('skip', { entryId: b });
    await score(a, 7, OFF);
    await post('strike', { entryId: a, seatNo: 1, reason });
    await expectSame();
    await post('show', { entryId: a });
    await post('strike/lift', { entryId: a, seatNo: 1, reason });
    await post('strike', { entryId: a, seatNo: 2, reason });
    await expectSame();
    await post('show', { entryId: a });
    await post('withdraw', { entryId: c, reason });
    await expectSame();
    await post('reinstate', { entryId: c, reason });
    await post('stop', { reason });
    await post('stop', { reason, resumesAt: '2099-01-08T09:00', changes: true });
    await post('resume');
    await expectSame();
  });

  it('replays through rulings on a tie, a freeze, a withdrawal and the whole ceremony', async () => {
    const { a, b, c } = stage;
    await stage.chair.put(`${stage.path}/ceremony/freeze`).expect(204);
    await openScoring(stage, c);
    for (const judge of stage.judges.slice(0, 6)) await submit(stage, judge, c, EQUAL).expect(200);
    await post('lock', { entryId: c, reason });
    await post('reopen', { entryId: c, seatNo: 7, reason });
    await expectSame();
    await submit(stage, stage.judges[6]!, c, EQUAL).expect(200);
    await expectSame();
    await score(b, 6);
    await post('tie-ruling', { entryIds: [c, b], reason });
    await expectSame();
    await post('tie-ruling/revoke', { entryIds: [c, b], reason });
    await post('tie-ruling', { entryIds: [b, c], reason });
    await expectSame();
    await post('withdraw', { entryId: a, reason });
    await post('close');
    await expectSame();
    await post('ceremony/begin');
    for (let at = 1; ; at += 1) {
      const { steps } = (await stage.chair.get(`${stage.path}/ceremony`).expect(200)).body as { steps: unknown[] };
      if (at > steps.length) break;
      await post('ceremony/step', { at });
      if (at % 3 === 0) await expectSame();
    }
    const said = await expectSame();
    const numberOf = (name: 'a' | 'b' | 'c') => stage.projects[name].number!;
    expect(said.slice(0, 3).map((line) => line.trim().split(/\s+/))).toEqual([
      ['1', numberOf('b'), '80.00'],
      ['2', numberOf('c'), '80.00'],
      ['–', numberOf('a'), expect.any(String)],
    ]);
  });

  it('replays a board that stood still while it was frozen, whoever withdrew and whatever was ruled', async () => {
    const other = await setStage(app);
    await begin(other);
    const { a, b, c } = other;
    const act = (path: string, body: object) => other.chair.post(`${other.path}/${path}`).send(body).expect(204);
    const board = async () => {
      const { board: rows } = await app.get(SessionViews).screen(other.id);
      return rows.map(({ entryId, place, before }) => ({ entryId, place, before }));
    };
    for (const entryId of [a, b]) {
      await openScoring(other, entryId);
      for (const judge of other.judges.slice(0, 6)) await submit(other, judge, entryId, EQUAL).expect(200);
      await act('lock', { entryId, reason });
      await act('show', { entryId });
    }
    await other.chair.put(`${other.path}/ceremony/freeze`).expect(204);
    const frozen = await board();
    await act('tie-ruling', { entryIds: [b, a], reason });
    await openScoring(other, c);
    await submit(other, other.judges[0]!, c, EQUAL).expect(200);
    await act('withdraw', { entryId: c, reason });
    await act('reinstate', { entryId: c, reason });
    const log = async () => (await download(other.chair, `${other.path}/papers/event-log`)).toString('utf8');
    expect((await run(await log())).complaints).toEqual([]);
    await act('withdraw', { entryId: c, reason });
    expect(await board()).toEqual(frozen);
    await other.chair.delete(`${other.path}/ceremony/freeze`).expect(204);
    expect(await board()).toEqual([
      { entryId: b, place: 1, before: 1 },
      { entryId: a, place: 2, before: 1 },
    ]);
    expect((await run(await log())).complaints).toEqual([]);
  });

  it('is refused by name where it is no log, was changed, or does not belong to its outcome', async () => {
    const text = await logText();
    const other = terminal();
    expect(await runCommandLine(['replay', join(folder, 'none.jsonl')], other)).toBe(1);
    expect(other.complaints[0]).toContain('none.jsonl');
    const usage = terminal();
    expect(await runCommandLine(['replay'], usage)).toBe(2);
    expect((await run('{"kind":"event"}\n')).complaints[0]).toContain('不是一场路演的事件记录');
    const changed = await run(text.replace(/("order":\[)("[^"]+"),("[^"]+")/, '$1$3,$2'));
    expect(changed).toMatchObject({ code: 1, said: [] });
    expect(changed.complaints[0]).toContain('记录有缺失或被改动');
    const struck = text.split('\n').filter((line) => !line.includes('"type":"roadshow.entry_withdrawn"'));
    const { code, complaints } = await run(struck.join('\n'));
    expect(code).toBe(1);
    expect(complaints[0]).toMatch(/复算结果与记录不一致|记录有缺失/);
  });
});
