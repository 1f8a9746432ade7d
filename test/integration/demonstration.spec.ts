import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Grant } from '@haishi/contracts';
import { TaskProviders } from '@haishi/identity';
import { GalleryReader } from '@haishi/contest/gallery/gallery.reader';
import { parseCreditCode } from '@haishi/kernel';
import { Database, readEnvironment } from '@haishi/platform';
import { createContext } from '@haishi/server/create-server';
import { DEMO_LOADER, type DemoLoader } from '@haishi/server/demonstration/demo-loader';
import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlace, type Place } from '../support/engines.js';

const PAST = 'HSB-DEMO-PAST';
/** What stays when a demonstration was cleared: what the program itself needs, and the log of what happened. */
const STAYS = ['events', 'migrations', 'outbox', 'signing_keys'];
/** What a visitor reads: everything but moments, ids, and what follows from a lot. */
const READ = [
  ['projects', 'number, title, summary, division, region, state'],
  ['persons', 'name, mail, phone, locale'],
  ['organisations', 'name, creditCode, state'],
  ['positions', 'title, duties, payMin, payMax, headcount'],
  ['fair_invitations', 'name, university, major, state'],
  ['tickets', 'serial, kind, state, admissions'],
] as const;

describe('the demonstration', () => {
  let place: Place;
  let context: INestApplicationContext;
  let loader: DemoLoader;
  let seconds: number;
  let steps: { done: number; all: number; step: string }[];

  const rows = (sql: string): Promise<Record<string, unknown>[]> => context.get(Database).dataSource.query(sql);
  const count = async (from: string) => Number((await rows(`SELECT COUNT(*) AS n FROM ${from}`))[0]!['n']);
  const groups = async (table: string, columns: string) =>
    (await rows(`SELECT ${columns}, COUNT(*) AS n FROM ${table} GROUP BY ${columns}`)).length;
  const digest = async () => {
    const hash = createHash('sha256');
    for (const [table, columns] of READ)
      hash.update(JSON.stringify(await rows(`SELECT ${columns} FROM ${table} ORDER BY ${columns}`)));
    return hash.digest('hex');
  };
  const load = async () => {
    steps = [];
    const start = performance.now();
    await loader.load((done, all, step) => void steps.push({ done, all, step }));
    seconds = (performance.now() - start) / 1000;
  };

  beforeAll(async () => {
    place = await makePlace('sqlite');
    context = await createContext(readEnvironment(place.settings), false);
    loader = context.get<DemoLoader>(DEMO_LOADER, { strict: false });
    await load();
  }, 90_000);
  afterAll(async () => {
    await context?.close();
    await place?.remove();
  });

  it('is loaded within a minute, and says how far it is', () => {
    expect(seconds).toBeLessThan(60);
    const shares = steps.map(({ done, all }) => done / all);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares.at(-1)).toBe(1);
    expect(new Set(steps.map(({ step }) => step)).size).toBeGreaterThan(5);
  });

  it('has the published scale', async () => {
    const current = `(SELECT id FROM editions WHERE state = 'open')`;
    expect({
      editions: await groups('editions', 'code, state'),
      projects: await count(`projects WHERE submissions > 0 AND editionId IN ${current}`),
      regions: await groups('projects', 'region'),
      divisions: await groups('projects', 'division'),
      fields: await groups('projects', 'division, region'),
      judges: await count(
        `(SELECT DISTINCT personId FROM role_grants WHERE role = 'judge' AND scopeId IN ${current}) AS judges`,
      ),
      counties: await count(`(SELECT DISTINCT scopeId FROM role_grants WHERE role = 'county_officer') AS counties`),
      fairs: await count('fairs'),
      employers: await count(`participations WHERE state = 'approved'`),
      positions: await count(`positions WHERE state = 'approved'`),
      zones: await groups('positions', 'zone'),
      invitations: await count('fair_invitations'),
      universities: (await groups('fair_invitations', 'university')) > 100,
      tickets: await count('tickets'),
    }).toEqual({
      editions: 2,
      projects: 3_173,
      regions: 5,
      divisions: 4,
      fields: 20,
      judges: 200,
      counties: 26,
      fairs: 1,
      employers: 245,
      positions: 5_098,
      zones: 5,
      invitations: 3_000,
      universities: true,
      tickets: 11_000,
    });
  });

  it('has projects in several states and languages', async () => {
    expect(await groups('projects', 'state')).toBeGreaterThan(3);
    expect(await count(`projects WHERE title GLOB '*[A-Za-z]*' AND title NOT GLOB '*[一-龥]*'`)).toBeGreaterThan(300);
  });

  it('has numbers whose check digits are right, all marked as of the demonstration', async () => {
    const codes = await rows('SELECT creditCode FROM organisations');
    expect(codes.filter(({ creditCode }) => parseCreditCode(String(creditCode)) !== creditCode)).toEqual([]);
    for (const table of ['persons', 'organisations', 'fairs']) expect(await count(`${table} WHERE demo = 0`)).toBe(0);
    expect(await count(`persons WHERE mail NOT LIKE '%@demo.example.org'`)).toBe(0);
  });

  it('leaves no first page without something to do; auditor and county officer have a panel of their own there', async () => {
    const accounts = await rows(
      `SELECT p.id, p.mail, p.name FROM persons p JOIN passwords w ON w.personId = p.id ORDER BY p.mail`,
    );
    const idle: string[] = [];
    for (const { id, mail, name } of accounts) {
      const grants = await rows(`SELECT role, scopeType, scopeId FROM role_grants WHERE personId = '${String(id)}'`);
      const actor = {
        kind: 'person',
        id: String(id),
        name: String(name),
        grants: grants as unknown as Grant[],
        secondFactor: true,
        locale: 'zh',
        ip: '',
        requestId: '',
      } as const;
      if ((await context.get(TaskProviders, { strict: false }).for(actor)).length === 0)
        idle.push(String(mail).split('@')[0]!);
    }
    expect(accounts).toHaveLength(16);
    expect(idle).toEqual(['auditor', 'county']);
  });

  it('has an online review half-way: each entry with its three judges as its plan asks, and half of the sheets in', async () => {
    const pairs = await count('assigned_pairs');
    const sheets = await count('score_sheets s JOIN review_rounds r ON r.id = s.panelId');
    expect(await count('review_entries')).toBe(
      await count(`projects p JOIN editions e ON e.id = p.editionId WHERE p.state = 'accepted' AND e.state = 'open'`),
    );
    expect(await count('experts')).toBe(200);
    expect(sheets / pairs).toBeGreaterThan(0.35);
    expect(sheets / pairs).toBeLessThan(0.65);
    const [{ state }] = (await rows('SELECT state FROM review_rounds')) as [{ state: string }];
    expect(state).toBe('open');
    const ofEntry = await rows(
      `SELECT COUNT(*) AS judges, SUM(x.kind = 'technical') AS technical, SUM(x.kind = 'investor') AS investor,
         COUNT(DISTINCT x.organisationName) AS institutions, SUM(x.region = e.region) AS home
       FROM review_entries e JOIN assigned_pairs g ON g.entryId = e.id
       JOIN experts x ON x.personId = g.personId GROUP BY e.id`,
    );
    const lacking = ofEntry.filter((one) => Number(one['judges']) < 3);
    expect(lacking).toHaveLength(3);
    for (const one of ofEntry) {
      expect(one['institutions']).toBe(one['judges']);
      expect(Number(one['home'] ?? 0)).toBe(0);
      if (one['judges'] === 3) expect([one['technical'], one['investor']]).toEqual([1, 1]);
    }
    expect(await count('score_sheets s JOIN recusals c ON c.entryId = s.entryId AND c.personId = s.personId')).toBe(0);
  });

  it('has an edition before it, over, whose winners anybody may look at', async () => {
    const galleries = await context.get(GalleryReader, { strict: false }).galleries();
    expect(galleries).toEqual([{ edition: { code: PAST, name: expect.anything() }, projects: 16 }]);
    const page = await context.get(GalleryReader, { strict: false }).list(PAST, { limit: 100 });
    expect(page.awards.map(({ code, count: won }) => [code, won])).toEqual([
      ['FIRST', 4],
      ['SECOND', 8],
      ['THIRD', 4],
    ]);
    expect(page.divisions.map(({ count: won }) => won)).toEqual([4, 4, 4, 4]);
    expect(page.items.every(({ title, summary, organisation }) => title && summary && organisation)).toBe(true);
    const over = `editionId IN (SELECT id FROM editions WHERE code = '${PAST}')`;
    expect(await count(`edition_stages WHERE state <> 'closed' AND ${over}`)).toBe(0);
    expect(await count(`edition_stages WHERE closesAt > CURRENT_TIMESTAMP AND ${over}`)).toBe(0);
    expect(await groups(`roadshow_sessions WHERE state = 'confirmed' AND ${over}`, 'id')).toBe(1);
    const [notice] = await rows(`SELECT state, closesAt, endedAt FROM public_notices WHERE ${over}`);
    expect(notice).toMatchObject({ state: 'concluded', endedAt: notice!['closesAt'] });
  });

  it('has counters that agree with its tickets and scans', async () => {
    const [total] = await rows(`SELECT admissions, persons FROM attendance_counters WHERE gateId = ''`);
    expect(total).toEqual({
      admissions: await count(`scans WHERE ruling = 'accepted' AND direction = 'in'`),
      persons: await count('tickets WHERE firstAdmittedAt IS NOT NULL'),
    });
    expect(await count(`fair_invitations i JOIN tickets t ON t.holderId = i.id`)).toBe(
      await count(`fair_invitations WHERE state = 'accepted'`),
    );
  });

  it('is cleared without a trace but the log, and loaded again the same', async () => {
    const before = await digest();
    await loader.clear(() => {});
    expect(await loader.state()).toBe('absent');
    const tables = await rows(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`);
    const full: string[] = [];
    for (const { name } of tables) if ((await count(`"${String(name)}"`)) > 0) full.push(String(name));
    expect(full.filter((name) => !STAYS.includes(name))).toEqual([]);
    const files = join(place.folder, 'files');
    expect(
      existsSync(files)
        ? readdirSync(files, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
        : [],
    ).toEqual([]);
    await load();
    expect(await digest()).toBe(before);
  }, 120_000);
});
