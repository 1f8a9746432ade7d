import { setTimeout as pause } from 'node:timers/promises';
import { StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { importCollected } from '../support/collected.js';
import { openEdition } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';

const PROJECTS = 5_000;
/** Of the time that the whole takes: far above what a piece does, so that a busy machine tells nothing false. */
const LONGEST_SHARE = 0.2;
const EVERY = 10;

eachEngine('an import of as many projects as a list may hold', (engine) => {
  let app: TestApp;
  let organiser: Browser;
  let code: string;
  beforeAll(async () => {
    app = await startApp(engine);
    ({ organiser, code } = await openEdition(app, `LONG-${engine.toUpperCase()}`));
  });
  afterAll(() => app.close());

  it('lets others write while it goes on', async () => {
    const lines = Array.from(
      { length: PROJECTS },
      (_, number) =>
        `项目${number},一段简介,新一代电子信息,集成电路,北京赛区,企业组,海石公司,,91130100MA00000012,张三,lead${number}@example.com,引才工作站,慕尼黑工作站`,
    );
    const over = new AbortController();
    const importing = importCollected(organiser, code, lines).finally(() => over.abort());
    const begun = performance.now();
    const waits: number[] = [];
    while (!over.signal.aborted) {
      const due = performance.now() + EVERY;
      await pause(EVERY);
      await app
        .get(UnitOfWork)
        .run(systemActor('test'), (work) =>
          work.event({ type: 'test.written', subjectType: 'test', subjectId: 'one', scopes: {} }),
        );
      waits.push(performance.now() - due);
    }
    expect((await importing).done).toEqual({ added: PROJECTS, known: 0 });
    expect(Math.max(...waits)).toBeLessThan(LONGEST_SHARE * (performance.now() - begun));
    expect(await app.get(DataSource).manager.countBy(StoredEvent, { type: 'collected.imported' })).toBe(1);
  }, 120_000);
});
