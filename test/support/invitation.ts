import { GUEST_COLUMNS } from '@haishi/fair';
import { writeWorkbook } from '@haishi/platform';
import type { Browser, TestApp } from './app.js';
import { fairStaff, suppliedFair } from './fair.js';
import { signedIn } from './people.js';
import { upload } from './uploads.js';

const API = '/api/v1';
const DAY = 86_400_000;

/** A day in Beijing some days from now, as `2026-06-30`. */
const beijingDay = (days: number) => new Date(Date.now() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);

/** The supplied fair as a file, held from today, all day, until tomorrow. */
export function fairOfToday(code: string): object {
  const hours = { opens: '00:00', closes: '23:59' };
  const { permit, ...file } = suppliedFair();
  return {
    ...file,
    code,
    days: [
      { date: beijingDay(0), ...hours },
      { date: beijingDay(1), ...hours },
    ],
    permit: { ...permit, number: '石公治许〔2026〕18号' },
  };
}

/** A fair that is open and being held now, with its organiser and its admission event. */
export async function openFairToday(app: TestApp, code: string) {
  const { browser: organiser, person } = await signedIn(app, '吴组织', [fairStaff('fair_organiser')]);
  const { body } = await organiser
    .post(`${API}/fairs`)
    .send({ file: fairOfToday(code) })
    .expect(201);
  const id: string = body.id;
  await organiser.post(`${API}/fairs/${id}/open`).set('If-Match', '"1"').expect(204);
  return { id, organiser, person, event: await admissionOf(organiser, id) };
}

/** The admission event of a fair, as staff see it. */
export async function admissionOf(organiser: Browser, fairId: string) {
  const { body } = await organiser.get(`${API}/attendance/events`).expect(200);
  type Event = {
    id: string;
    scopes: { fair?: string };
    gates: { id: string; name: string; version: number }[];
    approvedCapacity: number;
    reentry: string;
    opensAt: string;
    closesAt: string;
    state: string;
    version: number;
  };
  return (body as Event[]).find(({ scopes }) => scopes.fair === fairId)!;
}

let made = 0;

/** A mail address that nobody else has. */
export const freshMail = (): string => `graduate${(made += 1)}@example.edu`;

/** A row of the list by its headers; what is not named is good. */
export function guestRow(change: Record<string, string> = {}): string[] {
  const good: Record<string, string> = {
    姓名: '钱毕业',
    电子邮箱: freshMail(),
    毕业院校: '北京大学',
    学历: '硕士',
    专业: '微电子学',
    手机号: '13800138000',
  };
  return GUEST_COLUMNS.map(({ header }) => change[header] ?? good[header]!);
}

/** A workbook of graduates as an office sends it back. */
export function guestSheet(
  rows: readonly (readonly string[])[],
  headers: readonly string[] = GUEST_COLUMNS.map(({ header }) => header),
): Promise<Buffer> {
  return writeWorkbook([{ name: '邀请名单', columns: headers.map((header) => ({ header })), rows }]);
}

/** Uploads a list and has it checked. */
export async function checkGuests(browser: Browser, fairId: string, content: Buffer, name = '名单.xlsx') {
  const fileId = await upload(browser, 'invitation.import', name, content);
  return browser.post(`${API}/fairs/${fairId}/invitation-imports`).send({ fileId });
}

/** Puts graduates on a fair's list. */
export async function inviteGuests(
  browser: Browser,
  fairId: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  const { body } = await checkGuests(browser, fairId, await guestSheet(rows));
  await browser.post(`${API}/invitation-imports/${body.id}/commit`).send({ mode: 'all' }).expect(200);
}
