import { readFileSync } from 'node:fs';
import type { Grant } from '@haishi/contracts';
import { EditionStage } from '@haishi/contest';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { randomUUID } from 'node:crypto';
import type { Browser, TestApp } from './app.js';
import { signedIn } from './people.js';
import { pdfOf, upload } from './uploads.js';

const API = '/api/v1';

/** The edition file that comes with the product, as plain JSON. */
export function suppliedEdition(): Record<string, any> {
  const place = new URL('../../apps/server/assets/edition-haishi-cup.json', import.meta.url);
  return JSON.parse(readFileSync(place, 'utf8')) as Record<string, any>;
}

/** {@link suppliedEdition} whose roadshows want a sign-in before the draw, or do not. */
export function editionThatGathers(gathers: boolean): Record<string, any> {
  const file = suppliedEdition();
  for (const { kind, settings } of file['stages']) if (kind === 'roadshow') settings.signIn = gathers;
  return file;
}

export const organiserOf = (scopeId = ''): Grant => ({
  role: 'contest_organiser',
  scopeType: scopeId ? 'edition' : 'system',
  scopeId,
});

/** Imports the supplied edition under `code`, `change`d, without a sign-in before the draw, and opens its registration. */
export async function openEdition(
  app: TestApp,
  code: string,
  change: (file: Record<string, any>) => void = () => undefined,
): Promise<{ id: string; code: string; organiser: Browser }> {
  const { browser: organiser } = await signedIn(app, '周组织', [organiserOf()]);
  const file = editionThatGathers(false);
  change(file);
  const { body } = await organiser.post(`${API}/editions`).send({ file, code }).expect(201);
  await organiser.post(`${API}/editions/${body.id}/open`).set('If-Match', '"1"').expect(204);
  return { id: body.id, code, organiser };
}

/** What an entrant of a company writes; complete but for its material. */
export function projectContent(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    title: '面向北斗的高精度授时芯片',
    summary: '自主设计的低功耗授时芯片，守时精度优于 5 纳秒。',
    language: 'zh',
    division: 'EIT',
    field: 'IC',
    region: 'BJ',
    group: 'ENT',
    organisation: { name: '石家庄海石芯片有限公司', country: 'CN', code: '91130100MA00000012' },
    landing: ['130102'],
    undertaking: true,
    members: [{ name: '张三', role: '负责人', share: 6000, mail: 'zhangsan@example.com', isCore: true }],
    ...change,
  };
}

/** A draft of `browser`'s, saved with `change` and, unless told otherwise, with its business plan. */
export async function draftProject(
  browser: Browser,
  edition: string,
  change: Record<string, unknown> = {},
  plan = true,
): Promise<string> {
  const id = randomUUID();
  await browser.post(`${API}/projects`).send({ id, edition, language: 'zh' }).expect(201);
  await browser.put(`${API}/projects/${id}`).set('If-Match', '"1"').send(projectContent(change)).expect(200);
  if (plan) await addMaterial(browser, id, 'PLAN', '商业计划书.pdf');
  return id;
}

/** Adds a file to a draft of `browser`'s; answers its id. */
export async function addMaterial(browser: Browser, id: string, kind: string, name: string): Promise<string> {
  const fileId = await upload(browser, 'project.material', name, pdfOf());
  await browser.post(`${API}/projects/${id}/materials`).send({ kind, fileId }).expect(201);
  return fileId;
}

/** Hands a project in as its page does. */
export function submitProject(browser: Browser, id: string, version: number, key: string = randomUUID()) {
  return browser.post(`${API}/projects/${id}/submit`).set({ 'If-Match': `"${version}"`, 'Idempotency-Key': key });
}

/** Moves a stage's dates behind the product's back, to stand at another time without waiting for it. */
export async function setStageDates(
  app: TestApp,
  editionId: string,
  code: string,
  dates: Partial<Pick<EditionStage, 'opensAt' | 'closesAt'>>,
): Promise<void> {
  await app
    .get(UnitOfWork)
    .run(systemActor('test'), (work) => work.manager.update(EditionStage, { editionId, code }, dates));
}
