import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { newId } from '@haishi/kernel';
import { EventDelivery, StoredEvent, systemActor } from '@haishi/platform';
import { Logger } from '@nestjs/common';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { eachEngine } from '../support/engines.js';
import { gate, until } from '../support/facts.js';
import { Counter, COUNTERS } from './counter.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const actor = systemActor('test');
const TYPE = 'crash.probed';

/** Counts each event once by its id; a second delivery of one would raise its value. */
function probe(db: TestDatabase): void {
  db.consumers.register({
    name: 'probe',
    types: [TYPE],
    handle: async (event) => {
      const { manager } = db.database;
      const seen = await manager.findOneBy(Counter, { id: event.id });
      if (seen) await manager.update(Counter, { id: event.id }, { value: seen.value + 1 });
      else await manager.insert(Counter, { id: event.id, name: event.subjectId, value: 1 });
    },
  });
}

const commit = (db: TestDatabase, subjectId: string) =>
  db.uow.run(actor, (work) => work.event({ type: TYPE, subjectType: 'probe', subjectId }));

async function deliverAll(db: TestDatabase): Promise<void> {
  while ((await db.relay.deliverDue()) > 0);
}

eachEngine('outbox', (engine) => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await openTestDatabase(engine, COUNTERS);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await db.close();
  });

  const seen = async () =>
    (await db.database.manager.find(Counter, { order: { name: 'ASC' } })).map(({ name, value }) => [name, value]);

  describe('after a crash between commit and delivery', () => {
    beforeAll(async () => {
      await promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'libs/platform'], {
        cwd: root,
      });
    }, 180_000);

    it.each(['in hand', 'written'])('delivers every committed event, each once by its key: %s', async (state) => {
      const child = spawn(process.execPath, ['test/concurrency/crash.child.mjs'], {
        cwd: root,
        env: { ...process.env, ...db.settings, PROBE: state },
      });
      let output = '';
      child.stdout.on('data', (data: Buffer) => (output += data.toString()));
      child.stderr.on('data', (data: Buffer) => (output += data.toString()));
      await until(() => output.includes('committed') && output.includes('in hand'));
      const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)));
      child.kill('SIGKILL');
      expect(await ended).toBe('SIGKILL');
      expect(await seen()).toEqual([]);

      probe(db);
      await commit(db, 'later');
      await deliverAll(db);
      expect(await seen()).toEqual([['later', 1]]);
      // The dead server's claims run out.
      await db.uow.run(actor, (work) => work.manager.update(EventDelivery, { state: 'pending' }, { dueAt: work.now }));
      await deliverAll(db);
      await deliverAll(db);
      const expected = [...Array.from({ length: 10 }, (_, index) => [`before-${index}`, 1]), ['later', 1]];
      expect(await seen()).toEqual(expected);
    });
  });

  it('parks a delivery that fails to the last, and logs an error', async () => {
    const errors = vi.spyOn(Logger.prototype, 'error').mockImplementation(() => {});
    vi.spyOn(Logger.prototype, 'warn').mockImplementation(() => {});
    const handle = () => Promise.reject(new Error('no use'));
    db.consumers.register({ name: 'probe', types: [TYPE], handle });
    const eventId = await commit(db, 'hopeless');
    const only = () => db.database.manager.findOneByOrFail(EventDelivery, { eventId });
    while ((await only()).state === 'pending') {
      expect(errors).not.toHaveBeenCalled();
      await db.uow.run(actor, (work) => work.manager.update(EventDelivery, { eventId }, { dueAt: work.now }));
      await db.relay.deliverDue();
    }
    expect(await only()).toMatchObject({ state: 'parked', attempts: 10, error: 'no use' });
    expect(errors).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(`probe failed on event ${eventId}`));
    await deliverAll(db);
    expect(errors).toHaveBeenCalledOnce();
  });

  it('does not skip an event whose transaction commits late with a lower id', async () => {
    probe(db);
    const early = newId(Date.now() - 60_000);
    await commit(db, 'quick');
    await deliverAll(db);
    await db.uow.run(actor, async (work) => {
      const id = await work.event({ type: TYPE, subjectType: 'probe', subjectId: 'late' });
      const lower = early < id ? early : `0${id.slice(1)}`;
      await work.manager.update(StoredEvent, { id }, { id: lower });
      await work.manager.update(EventDelivery, { eventId: id }, { eventId: lower });
    });
    await deliverAll(db);
    expect(await seen()).toEqual([
      ['late', 1],
      ['quick', 1],
    ]);
  });

  // SQLite has one writer: nothing commits while another is open.
  if (engine === 'mysql')
    it('delivers what commits after a later event was delivered', async () => {
      probe(db);
      const held = gate();
      const written = gate();
      const late = db.uow.run(actor, async (work) => {
        await work.event({ type: TYPE, subjectType: 'probe', subjectId: 'late' });
        written.open();
        await held.opened;
      });
      await written.opened;
      await commit(db, 'quick');
      await deliverAll(db);
      expect(await seen()).toEqual([['quick', 1]]);
      held.open();
      await late;
      await deliverAll(db);
      expect(await seen()).toEqual([
        ['late', 1],
        ['quick', 1],
      ]);
    });
});
