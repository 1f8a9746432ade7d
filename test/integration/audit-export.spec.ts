import type { Actor, Grant } from '@haishi/contracts';
import { AttemptLimits } from '@haishi/identity';
import { AuditQueries } from '@haishi/identity/audit/audit.queries';
import { AuditService } from '@haishi/identity/audit/audit.service';
import { readTable, UnitOfWork } from '@haishi/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { actorNamed } from '../support/database.js';
import { download } from '../support/downloads.js';
import { eachEngine } from '../support/engines.js';
import { hasPoppler, packedText } from '../support/papers.js';
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
      expect(headers!.slice(0, 3)).toEqual(['时间（北京时间）', '事项', '事项代码']);
      expect(rows[0]![0]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d/);
      const subject = headers!.indexOf('对象编号');
      expect(new Set(rows.map((row) => row[subject])).size).toBe(EVENTS);
      expect(rows).toHaveLength(EVENTS);
      expect(rows[0]!.join()).toMatch(/actor-39 的名字.*河北师范大学/);
    },
  );

  it.skipIf(!hasPoppler)('is drawn on paper as well, with what has room there (needs pdftotext)', async () => {
    const query = `?format=pdf&type=person.changed&actorId=${actorNamed('actor-7').id}`;
    const text = packedText(await download(auditor, `/api/v1/audit/export${query}`));
    const each = EVENTS / PERSONS;
    for (const said of ['审计日志', '按查询条件导出', '以下各列未列出', `共${each}行`, '河北师范大学'])
      expect(text).toContain(said);
    expect(new Set(text.match(/subject-7-\d+/g)).size).toBe(each);
  });

  it.each([
    ['pdf', 20_000],
    ['csv', 100_000],
  ] as const)('as %s holds no more than %i rows, and says so', async (format, max) => {
    const row = {
      at: new Date(),
      label: { zh: '事', en: 'E' },
      subjectType: '',
      scopes: {},
      payload: {},
      personal: null,
    };
    async function* rows(count: number) {
      for (let at = 0; at < count; at += 1) yield row;
    }
    const of = (count: number) =>
      new AuditService(
        { rows: () => rows(count) } as never,
        { record: async () => undefined } as never,
        new AttemptLimits(),
      );
    const made = of(max + 1).export(actorNamed('auditor'), { format });
    await expect(made).rejects.toMatchObject({ code: 'identity.audit_too_many', details: { params: { max } } });
  });

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
