import type { Grant } from '@haishi/contracts';
import { Grants, Passwords, Persons, SecondFactors } from '@haishi/identity';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { expect } from 'vitest';
import type { Browser, TestApp } from './app.js';

/** A person made for a test, with the password {@link TEST_PASSWORD}. */
export interface TestPerson {
  id: string;
  name: string;
  mail: string;
  grants: Grant[];
}

export const TEST_PASSWORD = 'Hutuo-river9';
/** Its hash at the least cost that argon2id has: thousands sign in, and what a guess costs is no test's matter but its own. */
const HASH = '$argon2id$v=19$m=8,t=1,p=1$xXKTwehyUi0DCrsGjDu4SQ$LTk+o1hmE3qGNw4euGlW+H4guwSI0E8W2sZu60rJRgo';
let made = 0;

type Services = Pick<TestApp, 'get' | 'browser'>;

/** Adds a person who holds `grants`, with a second factor in force where `secondFactor` says so. */
export async function makePerson(
  app: Services,
  name: string,
  grants: Grant[] = [],
  secondFactor = grants.length > 0,
): Promise<TestPerson> {
  made += 1;
  const mail = `person${made}@example.com`;
  return app.get(UnitOfWork).run(systemActor('test'), async (work) => {
    const { id } = await app.get(Persons).create(work, { name, mail, locale: 'zh' });
    await app.get(Passwords).set(work, id, HASH);
    for (const grant of grants) await app.get(Grants).give(work, id, grant);
    if (secondFactor) await app.get(SecondFactors).install(work, id, mail);
    return { id, name, mail, grants };
  });
}

/** A browser in which `person` is signed in, with the second factor where they have one. */
export async function signIn(app: Services, person: TestPerson): Promise<Browser> {
  const browser = app.browser();
  await browser.post('/api/v1/sessions').send({ login: person.mail, password: TEST_PASSWORD }).expect(201);
  const totp = await app.get(SecondFactors).currentCode(person.id);
  if (totp) await browser.post('/api/v1/sessions/second-factor').send({ code: totp.code }).expect(204);
  return browser;
}

/** A fresh person who is signed in. */
export async function signedIn(
  app: Services,
  name: string,
  grants: Grant[] = [],
): Promise<{ person: TestPerson; browser: Browser }> {
  const person = await makePerson(app, name, grants);
  return { person, browser: await signIn(app, person) };
}

/** A browser of somebody who is given another role, for which they need a second factor. */
export async function promoted(app: TestApp, person: TestPerson, grant: Grant): Promise<Browser> {
  await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
    await app.get(Grants).give(work, person.id, grant);
    await app.get(SecondFactors).install(work, person.id, person.mail);
  });
  return signIn(app, person);
}

/** The answer says no with this status and code, and names this field where one is given. */
export function expectRefused(
  answer: { status: number; body: unknown },
  status: number,
  code: string,
  field?: string,
): void {
  const body = answer.body as { code?: string; field?: string; fields?: { field: string; code: string }[] };
  const found = body.fields?.find((one) => one.code === code || one.field === field);
  expect({
    status: answer.status,
    code: found?.code ?? body.code,
    ...(field ? { field: found?.field ?? body.field } : {}),
  }).toEqual({
    status,
    code,
    ...(field ? { field } : {}),
  });
}
