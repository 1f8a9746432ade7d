import { readFileSync } from 'node:fs';
import type { Grant } from '@haishi/contracts';
import { POSITION_COLUMNS } from '@haishi/fair';
import { Grants, Organisation } from '@haishi/identity';
import { creditCodeCheckDigit, newId } from '@haishi/kernel';
import { systemActor, UnitOfWork, writeWorkbook } from '@haishi/platform';
import { expect } from 'vitest';
import type { Browser, TestApp } from './app.js';
import { signedIn, type TestPerson } from './people.js';
import { upload } from './uploads.js';

const API = '/api/v1';
const DAY = 86_400_000;

/** A day some days from now, as `2026-06-30`. */
export const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** The fair file that comes with the product, as plain JSON. */
export function suppliedFair(): Record<string, any> {
  const place = new URL('../../apps/server/assets/fair-2023.json', import.meta.url);
  return JSON.parse(readFileSync(place, 'utf8')) as Record<string, any>;
}

export const fairStaff = (role: Grant['role'], fairId = ''): Grant => ({
  role,
  scopeType: fairId ? 'fair' : 'system',
  scopeId: fairId,
});

/** Imports the supplied fair under `code`, held in a month; answers it as a draft. */
export async function importFair(organiser: Browser, code: string): Promise<{ id: string; version: number }> {
  const { body } = await organiser
    .post(`${API}/fairs`)
    .send({ file: suppliedFair(), code, firstDay: dayFromNow(30) })
    .expect(201);
  return body;
}

/** What an organiser sends to change a fair, as it stands. */
export async function fairChange(organiser: Browser, id: string, change: object = {}): Promise<object> {
  const { body } = await organiser.get(`${API}/fairs/${id}/overview`).expect(200);
  const { name, venue, days, applyBy, employerSignInBy, permitNumber, approvedCapacity } = body;
  return { name, venue, days, applyBy, employerSignInBy, permitNumber, approvedCapacity, ...change };
}

/** An open fair with its organiser. */
export async function openFair(app: TestApp, code: string): Promise<{ id: string; organiser: Browser }> {
  const { browser: organiser } = await signedIn(app, '吴组织', [fairStaff('fair_organiser')]);
  const { id } = await importFair(organiser, code);
  const change = await fairChange(organiser, id, { permitNumber: '石公治许〔2026〕18号' });
  await organiser.put(`${API}/fairs/${id}`).set('If-Match', '"1"').send(change).expect(200);
  await organiser.post(`${API}/fairs/${id}/open`).set('If-Match', '"2"').expect(204);
  return { id, organiser };
}

let made = 0;

/** A credit code that passes its check, different at each call. */
export function freshCreditCode(): string {
  made += 1;
  const first17 = `91130102MB${String(made).padStart(7, '0')}`;
  return first17 + creditCodeCheckDigit(first17);
}

export interface TestEmployer {
  organisationId: string;
  name: string;
  creditCode: string;
  person: TestPerson;
  browser: Browser;
}

/** A vetted organisation with an agent who is signed in. */
export async function makeEmployer(
  app: TestApp,
  name: string,
  change: Partial<Organisation> = {},
): Promise<TestEmployer> {
  const { person, browser } = await signedIn(app, `${name}经办人`);
  const organisationId = newId();
  const creditCode = freshCreditCode();
  await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
    await work.manager.insert(Organisation, {
      id: organisationId,
      creditCode,
      creditCodeOverride: null,
      name,
      nameKey: name,
      aliases: [],
      kind: 'private',
      branch: false,
      industry: 'EIT',
      countyCode: '130102',
      state: 'approved',
      stateReason: null,
      decidedBy: null,
      decidedAt: null,
      submittedAt: null,
      demo: false,
      createdAt: work.now,
      version: 1,
      ...change,
    });
    await app
      .get(Grants)
      .give(work, person.id, { role: 'employer_agent', scopeType: 'organisation', scopeId: organisationId });
  });
  return { organisationId, name, creditCode, person, browser };
}

/** The employer applies; answers its participation's id. */
export async function applyToFair(employer: TestEmployer, fairId: string, change: object = {}): Promise<string> {
  const { body } = await employer.browser
    .post(`${API}/fairs/${fairId}/participations`)
    .send({ organisationId: employer.organisationId, zone: 'EIT', publishContact: false, ...change })
    .expect(201);
  return body.id;
}

/** An employer whose participation is approved. */
export async function takePart(
  app: TestApp,
  fair: { id: string; organiser: Browser },
  name: string,
  change: object = {},
) {
  const employer = await makeEmployer(app, name);
  const participation = await applyToFair(employer, fair.id, change);
  await fair.organiser.post(`${API}/participations/${participation}/approve`).expect(204);
  return { ...employer, participation };
}

/** A position as the form sends it. */
export function positionInput(change: object = {}): Record<string, unknown> {
  return {
    title: '芯片设计工程师',
    category: 'engineering',
    headcount: 2,
    degree: 'master',
    degreeType: 'master',
    majors: '微电子、集成电路',
    university: 'double_first_class',
    titleRank: 'any',
    experience: 'years_3',
    payMin: 180_000,
    payMax: 300_000,
    benefits: '六险二金',
    workplace: '石家庄高新区',
    duties: '负责数字前端设计与 FPGA 原型验证',
    contactName: '李工',
    contactPhone: '0311-88886666',
    contactMail: 'hr@example.com',
    validUntil: dayFromNow(60),
    zone: 'EIT',
    countyCode: '130171',
    ...change,
  };
}

/** Adds positions and, unless told otherwise, submits and approves them; answers their ids. */
export async function addPositions(
  fair: { id: string; organiser: Browser },
  employer: { browser: Browser; participation: string },
  inputs: readonly Record<string, unknown>[],
  approve = true,
): Promise<string[]> {
  const ids: string[] = [];
  for (const input of inputs) {
    const { body } = await employer.browser
      .post(`${API}/participations/${employer.participation}/positions`)
      .send(input)
      .expect(201);
    ids.push(body.id);
  }
  if (!approve) return ids;
  await employer.browser
    .post(`${API}/participations/${employer.participation}/positions/submit`)
    .send({ ids })
    .expect(200);
  const { body } = await fair.organiser
    .post(`${API}/fairs/${fair.id}/review/positions/approve`)
    .send({ ids })
    .expect(200);
  expect(body.done).toBe(ids.length);
  return ids;
}

/** A row of the template by its headers; what is not named is good. */
export function sheetRow(
  employer: { name: string; creditCode: string },
  change: Record<string, string> = {},
): string[] {
  const good: Record<string, string> = {
    单位名称: employer.name,
    统一社会信用代码: employer.creditCode,
    单位性质: '民营企业',
    所属产业: '新一代电子信息',
    所在县区: '长安区',
    岗位名称: '芯片设计工程师',
    岗位类别: '工程技术',
    招聘人数: '2',
    学历要求: '硕士研究生',
    学位要求: '硕士',
    专业要求: '微电子',
    院校要求: '双一流高校',
    职称要求: '不限',
    工作经验: '3年以上',
    薪资待遇: '18-30万/年',
    福利待遇: '六险二金',
    工作地点: '石家庄高新区',
    岗位职责: '负责数字前端设计',
    联系人: '李工',
    联系电话: '0311-88886666',
    电子邮箱: 'hr@example.com',
    有效期: dayFromNow(60),
  };
  return POSITION_COLUMNS.map(({ header }) => change[header] ?? good[header]!);
}

/** A workbook as an office sends it back. */
export function sheetOf(
  rows: readonly (readonly string[])[],
  headers: readonly string[] = POSITION_COLUMNS.map(({ header }) => header),
): Promise<Buffer> {
  return writeWorkbook([{ name: '岗位信息', columns: headers.map((header) => ({ header })), rows }]);
}

/** Uploads a file of positions and has it checked. */
export async function checkFile(browser: Browser, participation: string, content: Buffer, name = '岗位.xlsx') {
  const fileId = await upload(browser, 'position.import', name, content);
  return browser.post(`${API}/participations/${participation}/position-imports`).send({ fileId });
}
