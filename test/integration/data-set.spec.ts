import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { hashPassword, Person, Persons, Passwords, Session } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import {
  databaseOptions,
  EventConsumers,
  loadSecretBox,
  openDataSource,
  PersonalVault,
  readEnvironment,
  readSnapshot,
  systemActor,
  UnitOfWork,
} from '@haishi/platform';
import { exportDataSet } from '@haishi/server/cli/data-set.export';
import { tablePlans, toValue } from '@haishi/server/cli/data-set.format';
import { importDataSet } from '@haishi/server/cli/data-set.import';
import { createContext } from '@haishi/server/create-server';
import { DATABASE_CONTENTS } from '@haishi/server/database.contents';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, ENGINES, makePlace, type Place } from '../support/engines.js';

const KEY = randomBytes(32).toString('hex');
const PERSONS = 1_234;
const closing: (() => Promise<unknown>)[] = [];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'haishi-data-set-'));
});
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
  rmSync(folder, { recursive: true, force: true });
});

async function place(engine: Engine): Promise<Place> {
  const made = await makePlace(engine);
  closing.push(() => made.remove());
  return made;
}

async function open(
  at: Place,
  key = KEY,
): Promise<{ dataSource: DataSource; uow: UnitOfWork; box: ReturnType<typeof loadSecretBox> }> {
  const environment = readEnvironment({ ...at.settings, HAISHI_KEY: key });
  const dataSource = await openDataSource(DATABASE_CONTENTS, databaseOptions(environment));
  closing.push(() => dataSource.destroy());
  const box = loadSecretBox(environment);
  return { dataSource, uow: new UnitOfWork(dataSource, new EventConsumers(), new PersonalVault(box)), box };
}

/** A database with rows in every shape: nothing, signs of all kinds, more than one page, keys of several columns. */
async function fill(at: Place): Promise<void> {
  const app = await createContext(readEnvironment({ ...at.settings, HAISHI_KEY: KEY }), false);
  const passwordHash = await hashPassword('Hutuo-river9');
  await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
    const first = await app
      .get(Persons)
      .create(work, { name: '欧阳·𠮷 "quoted" \\ \n 🙂', mail: 'a@example.com', locale: 'zh' });
    await app.get(Passwords).set(work, first.id, passwordHash);
    for (let index = 0; index < PERSONS; index += 100) {
      const persons = Array.from({ length: Math.min(100, PERSONS - index) }, (_, offset) => ({
        id: newId(),
        name: `人${index + offset}`,
        nameKey: `人${index + offset}`,
        mail: null,
        phone: null,
        locale: 'zh' as const,
        state: 'active' as const,
        demo: offset % 2 === 0,
        createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, 0, index + offset)),
      }));
      await work.manager.insert(Person, persons);
    }
    for (const [channel, channelKey] of [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'a'],
    ])
      await work.execute('INSERT INTO channel_heads (channel, channelKey, seq) VALUES (?, ?, ?)', [
        channel!,
        channelKey!,
        9_007_199_254_740_991,
      ]);
  });
  await app.close();
}

async function contents(dataSource: DataSource): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const { name, columns } of tablePlans(dataSource)) {
    const rows = (await dataSource.query(`SELECT * FROM ${dataSource.driver.escape(name)}`)) as Record<
      string,
      unknown
    >[];
    tables[name] = rows
      .map((row) => JSON.stringify(columns.map((column) => toValue(row[column.name], column))))
      .filter((row) => !row.includes('data.imported'))
      .sort();
  }
  return tables;
}

const journeys = ENGINES.flatMap((from) => ENGINES.map((to) => [from, to] as const));

describe('a data set', () => {
  it.each(journeys)('goes from %s to %s, every table and row the same', async (from, to) => {
    const [origin, target] = [await place(from), await place(to)];
    await fill(origin);
    const source = await open(origin);
    const file = join(folder, `${from}-${to}.ndjson.gz`);
    const count = await exportDataSet(source.dataSource, source.box, file);
    expect(count).toBeGreaterThan(PERSONS);
    const sink = await open(target);
    expect(await importDataSet(sink.dataSource, sink.uow, sink.box, file)).toBe(count);
    const [before, after] = [await contents(source.dataSource), await contents(sink.dataSource)];
    expect(before['persons']).toHaveLength(PERSONS + 1);
    expect(after).toEqual(before);
    const imported = await sink.dataSource.query("SELECT payload FROM events WHERE type = 'data.imported'");
    expect(JSON.parse(imported[0].payload)).toMatchObject({ rows: count });
  });

  describe('is refused', () => {
    let file: string;
    let sink: Awaited<ReturnType<typeof open>>;
    let source: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      const origin = await place('sqlite');
      await fill(origin);
      source = await open(origin);
      file = join(folder, 'good.ndjson.gz');
      await exportDataSet(source.dataSource, source.box, file);
      sink = await open(await place('sqlite'));
    });

    const attempt = (path: string) => importDataSet(sink.dataSource, sink.uow, sink.box, path);
    const assertUntouched = async () => {
      for (const rows of Object.values(await contents(sink.dataSource))) expect(rows).toEqual([]);
    };
    const altered = (name: string, change: (text: string) => string): string => {
      const path = join(folder, name);
      writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(file)).toString())));
      return path;
    };

    it('where the file is cut, altered or none of ours', async () => {
      const bytes = readFileSync(file);
      const cut = join(folder, 'cut.gz');
      writeFileSync(cut, bytes.subarray(0, bytes.length / 2));
      await expect(attempt(cut)).rejects.toThrow(/cut or damaged/);
      await expect(attempt(altered('short.gz', (text) => text.slice(0, text.lastIndexOf('{"end"'))))).rejects.toThrow(
        /cut or damaged/,
      );
      await expect(attempt(altered('fewer.gz', (text) => text.replace(/\n\["[^\n]+\]\n/, '\n')))).rejects.toThrow(
        /cut or damaged/,
      );
      await expect(
        attempt(altered('table.gz', (text) => text.replace('"table":"persons"', '"table":"gods"'))),
      ).rejects.toThrow(/cut or damaged/);
      await expect(attempt(altered('other.gz', () => '{"format":"other"}\n'))).rejects.toThrow(
        /no data set of this program/,
      );
      const plain = join(folder, 'plain.gz');
      writeFileSync(plain, 'hello');
      await expect(attempt(plain)).rejects.toThrow(/cut or damaged/);
      await expect(attempt(join(folder, 'absent.gz'))).rejects.toThrow(/cannot read the file/);
      await assertUntouched();
    });

    it('where the schema is another', async () => {
      const other = altered('schema.gz', (text) => text.replace('CreateEvents', 'CreateOthers'));
      await expect(attempt(other)).rejects.toThrow(/another schema/);
      await assertUntouched();
    });

    it('where the master key is another', async () => {
      const stranger = await open(await place('sqlite'), randomBytes(32).toString('hex'));
      await expect(importDataSet(stranger.dataSource, stranger.uow, stranger.box, file)).rejects.toThrow(
        /master key is another/,
      );
    });

    it('where the database is not empty', async () => {
      const full = await open(await place('sqlite'));
      await full.uow.run(systemActor('test'), (work) =>
        work.manager.insert(Session, {
          id: newId(),
          personId: newId(),
          tokenHash: 'x',
          method: 'code',
          createdAt: work.now,
          lastSeenAt: work.now,
          expiresAt: work.now,
          secondFactorAt: null,
          revokedAt: null,
          ip: '',
          userAgent: '',
        }),
      );
      await expect(importDataSet(full.dataSource, full.uow, full.box, file)).rejects.toThrow(
        /not empty: there are rows in sessions/,
      );
    });

    it('to overwrite a file, and leaves no half of one', async () => {
      await expect(exportDataSet(source.dataSource, source.box, file)).rejects.toThrow(/exists already/);
      await expect(
        exportDataSet(source.dataSource, source.box, join(folder, 'no', 'such', 'folder.gz')),
      ).rejects.toThrow();
      expect(existsSync(`${file}.part`)).toBe(false);
    });
  });

  it.each(ENGINES)('is of one moment, while others go on writing [%s]', async (engine) => {
    const { dataSource, uow } = await open(await place(engine));
    const write = () =>
      uow.run(systemActor('test'), (work) =>
        work.event({ type: 'person.viewed', subjectType: 'person', subjectId: 'x' }),
      );
    await write();
    await readSnapshot(dataSource, async (read) => {
      const count = async () => (await read('SELECT id FROM events')).length;
      expect(await count()).toBe(1);
      await write();
      expect(await count()).toBe(1);
    });
    expect(await dataSource.query('SELECT id FROM events')).toHaveLength(2);
  });
});
