import type { Actor, Grant } from '@haishi/contracts';
import { AuditQueries } from '@haishi/identity/audit/audit.queries';
import { readTable, UnitOfWork } from '@haishi/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { actorNamed } from '../support/database.js';
import { eachEngine } from '../support/engines.js';
import { signedIn } from '../support/people.js';

const AUDITOR: Grant = { role: 'auditor', scopeType: 'system', scopeId: '' };
const EVENTS = 6_000;
const PERSONS = 40;
/** Requests of others that must have been answered while an export is under way. */
const OTHERS = 25;

/** A trail in which many persons acted on many others, each value sealed under its person's key. */
async function fill(app: TestApp): Promise<void> {
  const actors: Actor[] = Array.from({ length: PERSONS }, (_, index) => actorNamed(`actor-${index}`));
  for (const [index, actor] of actors.entries())
    await app.get(UnitOfWork).run(actor, async (work) => {
      for (let number = 0; number < EVENTS / PERSONS; number += 1)
        await work.event({
          type: 'person.changed',
          subjectType: 'person',
          subjectId: `subject-${index}-${number}`,
          payload: { fields: ['phone', 'mail', 'university'], number },
          personal: { personId: `subject-${index}`, values: { phone: '13800000000', university: '河北师范大学' } },
        });
    });
}

eachEngine('the export of the audit trail', (engine) => {
  let app: TestApp;
  let auditor: Browser;
  beforeAll(async () => {
    app = await startApp(engine);
    auditor = (await signedIn(app, '审计员', [AUDITOR])).browser;
    await fill(app);
  });
  afterAll(() => app?.close());

  it.each(['csv', 'xlsx'])(
    'as %s lets others be answered while it is made, and holds every row once',
    async (format) => {
      const progress = { done: false };
      const exporting = auditor
        .get('/api/v1/audit/export')
        .query({ format, type: 'person.changed', text: '修改个人信息' })
        .buffer(true)
        .parse((response, answer) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => answer(null, Buffer.concat(parts)));
        })
        .expect(200)
        .then(({ body }) => {
          progress.done = true;
          return body as Buffer;
        });
      let answered = 0;
      const other = app.browser();
      while (!progress.done) {
        await other.get('/api/v1/health').expect(200);
        if (!progress.done) answered += 1;
      }
      expect(answered).toBeGreaterThanOrEqual(OTHERS);

      const [headers, ...rows] = await readTable(await exporting, { maxRows: EVENTS + 10, maxBytes: 50_000_000 });
      const subject = headers!.indexOf('对象编号');
      expect(new Set(rows.map((row) => row[subject])).size).toBe(EVENTS);
      expect(rows).toHaveLength(EVENTS);
      expect(rows[0]!.join()).toMatch(/actor-39 的名字.*河北师范大学/);
    },
  );

  it.each([70, 75])('is read %i rows at a time, none twice and none left out within a moment', async (take) => {
    const search = await app.get(AuditQueries).search({ type: 'person.changed' });
    const pages = [await search(take)];
    while (pages.at(-1)!.length === take) pages.push(await search(take, pages.at(-1)!.at(-1)));
    expect(pages.map(({ length }) => length)).toEqual([
      ...Array<number>(Math.floor(EVENTS / take)).fill(take),
      EVENTS % take,
    ]);
    const ids = pages.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(EVENTS);
    expect(new Set(pages.flat().map(({ at }) => at.getTime())).size).toBeLessThanOrEqual(PERSONS);
  });
});
