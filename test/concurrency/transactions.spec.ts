import { setImmediate as breathe } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { EscapedQueryError, isDuplicateKey, StoredEvent, TransactionLostError } from '@haishi/platform';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actorNamed, openTestDatabase, type TestDatabase } from '../support/database.js';
import { eachEngine } from '../support/engines.js';
import { gate } from '../support/facts.js';
import { Counter, COUNTERS } from './counter.js';

Logger.overrideLogger(false);
const system = actorNamed('test', 'system');

eachEngine('transactions', (engine) => {
  let db: TestDatabase;
  beforeEach(async () => void (db = await openTestDatabase(engine, COUNTERS)));
  afterEach(() => db.close());

  const insert = (id: string, value = 0) => db.database.manager.insert(Counter, { id, name: id, value });
  const ids = async () => (await db.database.manager.find(Counter)).map((row) => row.id).toSorted();
  const valueOf = async (id: string) => (await db.database.manager.findOneByOrFail(Counter, { id })).value;

  describe.each(['started in the same tick', 'staggered'])('50 overlapping units of work, %s', (how) => {
    it('keep what was acknowledged and nothing of what was refused', async () => {
      const started = Array.from({ length: 50 }, async (_, index) => {
        if (how === 'staggered') for (let turn = 0; turn < index; turn += 1) await breathe();
        const name = `unit-${String(index).padStart(2, '0')}`;
        await db.uow.run(system, async (work) => {
          await work.manager.insert(Counter, { id: `${name}-a`, name, value: index });
          await breathe();
          await work.event({ type: 'unit.ran', subjectType: 'unit', subjectId: name });
          if (index % 3 === 0) throw new Error('refused');
          await breathe();
          await work.execute('INSERT INTO test_counters (id, name, value) VALUES (?, ?, ?)', [
            `${name}-b`,
            name,
            index,
          ]);
        });
        return name;
      });
      const outcomes = await Promise.allSettled(started);
      const acknowledged = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      expect(acknowledged).toHaveLength(33);
      expect(await ids()).toEqual(acknowledged.flatMap((name) => [`${name}-a`, `${name}-b`]).toSorted());
      const events = await db.database.manager.find(StoredEvent);
      expect(events.map((event) => event.subjectId).toSorted()).toEqual(acknowledged.toSorted());
    });
  });

  it('keeps a plain insert made during the rollback of another', async () => {
    const inside = gate();
    const refused = db.uow.run(system, async (work) => {
      await work.manager.insert(Counter, { id: 'refused', name: 'x', value: 1 });
      inside.open();
      await breathe();
      throw new Error('refused');
    });
    await inside.opened;
    const plain = insert('plain');
    await expect(refused).rejects.toThrow('refused');
    await plain;
    expect(await ids()).toEqual(['plain']);
  });

  it('keeps nothing of a first statement that nobody waited for, and gives its connection back', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      let writing: Promise<unknown> | undefined;
      const run = db.uow.run(system, async (work) => {
        const row = [`row-${turn}`, 'x', 1];
        writing = work.execute('INSERT INTO test_counters (id, name, value) VALUES (?, ?, ?)', row).catch(() => {});
        throw new Error('refused');
      });
      await expect(run).rejects.toThrow('refused');
      await writing;
    }
    expect(await ids()).toEqual([]);
  });

  it('reads what is committed during an uncommitted write, without waiting', async () => {
    await insert('row', 1);
    const [written, read] = [gate(), gate()];
    const writing = db.uow.run(system, async (work) => {
      await work.manager.update(Counter, { id: 'row' }, { value: 2 });
      written.open();
      await read.opened;
      expect(await valueOf('row')).toBe(2);
    });
    await written.opened;
    expect(await valueOf('row')).toBe(1);
    expect(await db.database.query('SELECT value FROM test_counters WHERE id = ?', ['row'])).toEqual([{ value: 1 }]);
    read.open();
    await writing;
    expect(await valueOf('row')).toBe(2);
  });

  it('joins nested calls, which see what the outer wrote', async () => {
    await db.uow.run(system, async (outer) => {
      await insert('outer', 1);
      await db.uow.run(system, async (inner) => {
        expect(inner).toBe(outer);
        expect(await valueOf('outer')).toBe(1);
        await insert('inner', 2);
      });
    });
    expect(await ids()).toEqual(['inner', 'outer']);
  });

  it('keeps nothing where a nested call failed, even if the failure was caught', async () => {
    const run = db.uow.run(system, async () => {
      await insert('outer');
      await db.uow
        .run(system, async () => {
          await insert('inner');
          throw new Error('refused inside');
        })
        .catch(() => {});
      await insert('after');
    });
    await expect(run).rejects.toThrow('refused inside');
    expect(await ids()).toEqual([]);
  });

  describe('a write that nobody asks how it went', () => {
    const INSERT = 'INSERT INTO test_counters (id, name, value) VALUES (?, ?, ?)';
    const UPDATE = 'UPDATE test_counters SET value = value + ? WHERE id = ?';

    it('is seen by the next statement, in its order, and kept by the commit', async () => {
      await db.uow.run(system, async (work) => {
        await work.defer(INSERT, ['row', "it's; a ?", 1]);
        await work.defer(UPDATE, [2, 'row']);
        expect(await work.query('SELECT name, value FROM test_counters')).toEqual([{ name: "it's; a ?", value: 3 }]);
        expect(await work.execute(UPDATE, [4, 'row'])).toBe(1);
        await work.defer(UPDATE, [8, 'row']);
      });
      expect(await valueOf('row')).toBe(15);
    });

    it('goes with what is refused', async () => {
      const run = db.uow.run(system, async (work) => {
        await work.defer(INSERT, ['row', 'x', 1]);
        throw new Error('refused');
      });
      await expect(run).rejects.toThrow('refused');
      expect(await ids()).toEqual([]);
      await db.uow.run(system, (work) => work.defer(INSERT, ['next', 'x', 1]));
      expect(await ids()).toEqual(['next']);
    });

    it.each(['the next statement', 'the commit'])(
      'fails the whole where it fails, at the latest with %s',
      async (when) => {
        await insert('row', 1);
        const run = db.uow.run(system, async (work) => {
          await work.execute(UPDATE, [1, 'row']);
          await work.defer(INSERT, ['row', 'x', 1]);
          if (when === 'the next statement') await work.execute(UPDATE, [2, 'row']);
        });
        expect(isDuplicateKey(await run.catch((error: unknown) => error))).toBe(true);
        expect(await valueOf('row')).toBe(1);
        expect(await db.uow.run(system, (work) => work.execute(UPDATE, [1, 'row']))).toBe(1);
      },
    );

    it('fails the whole though the next statement’s failure is caught, as a duplicate of its own', async () => {
      await insert('row', 1);
      const run = db.uow.run(system, async (work) => {
        await work.defer(INSERT, ['row', 'x', 1]);
        await work.execute(INSERT, ['next', 'x', 1]).catch((error: unknown) => {
          if (!isDuplicateKey(error)) throw error;
        });
      });
      expect(isDuplicateKey(await run.catch((error: unknown) => error))).toBe(true);
      expect(await ids()).toEqual(['row']);
    });

    it('stands where the statement after it fails and is caught', async () => {
      await insert('row', 1);
      await db.uow.run(system, async (work) => {
        await work.defer(INSERT, ['next', 'x', 1]);
        const failed = work.execute(INSERT, ['row', 'x', 1]);
        expect(isDuplicateKey(await failed.catch((error: unknown) => error))).toBe(true);
      });
      expect(await ids()).toEqual(['next', 'row']);
    });

    it('may read, what was written before it and nothing of what comes after', async () => {
      await insert('row', 1);
      const seen: unknown[] = [];
      await db.uow.run(system, async (work) => {
        const read = () =>
          work.deferQuery<{ value: number }>('SELECT value FROM test_counters', [], (rows) => {
            seen.push(...rows.map(({ value }) => Number(value)));
          });
        await work.defer(UPDATE, [1, 'row']);
        await read();
        await work.defer(UPDATE, [2, 'row']);
        expect(await work.query('SELECT id FROM test_counters')).toEqual([{ id: 'row' }]);
        expect(seen).toEqual([2]);
        await read();
      });
      expect(seen).toEqual([2, 4]);
    });

    it('tells what it read, though the statement after it fails and that is caught', async () => {
      await insert('row', 7);
      const seen: unknown[] = [];
      await db.uow.run(system, async (work) => {
        await work.deferQuery<{ value: number }>('SELECT value FROM test_counters', [], (rows) => {
          seen.push(...rows.map(({ value }) => Number(value)));
        });
        const failed = work.execute(INSERT, ['row', 'x', 1]);
        expect(isDuplicateKey(await failed.catch((error: unknown) => error))).toBe(true);
        expect(seen).toEqual([7]);
      });
      expect(seen).toEqual([7]);
    });

    it('is one statement, as every other', async () => {
      const two = `UPDATE test_counters SET value = 9; DELETE FROM test_counters`;
      await insert('row', 1);
      await expect(db.uow.run(system, (work) => work.defer(two))).rejects.toThrow();
      await expect(db.uow.run(system, (work) => work.execute(two))).rejects.toThrow();
      await expect(db.database.query(two)).rejects.toThrow();
      expect(await valueOf('row')).toBe(1);
    });
  });

  describe('500 changes of one row that rest on what it said', () => {
    const ways: Record<string, () => Promise<unknown>> = {
      'under its lock': () =>
        db.uow.run(system, async (work) => {
          await work.lockRow(Counter, 'row');
          await work.manager.update(Counter, { id: 'row' }, { value: (await valueOf('row')) + 1 });
        }),
      'on condition that it still says so': async () => {
        for (let changed = 0; changed !== 1;) {
          changed = await db.uow.run(system, async (work) => {
            const value = await valueOf('row');
            return work.execute('UPDATE test_counters SET value = ? WHERE id = ? AND value = ?', [
              value + 1,
              'row',
              value,
            ]);
          });
        }
      },
      'by an increment outside a unit of work': () => db.database.manager.increment(Counter, { id: 'row' }, 'value', 1),
    };

    it.each(Object.keys(ways))('add up exactly: %s', async (way) => {
      await insert('row');
      await Promise.all(Array.from({ length: 500 }, ways[way]!));
      expect(await valueOf('row')).toBe(500);
    });
  });

  it('refuses a query that escapes its own unit of work, instead of hanging or reading the past', async () => {
    await insert('row', 1);
    const outside = db.dataSource.manager;
    await db.uow.run(system, async (work) => {
      await work.manager.update(Counter, { id: 'row' }, { value: 2 });
      await expect(outside.findOneBy(Counter, { id: 'row' })).rejects.toThrow(EscapedQueryError);
      await expect(outside.update(Counter, { id: 'row' }, { value: 9 })).rejects.toThrow(EscapedQueryError);
      await expect(outside.transaction(() => Promise.resolve())).rejects.toThrow(EscapedQueryError);
      await expect(db.dataSource.query('SELECT 1')).rejects.toThrow(EscapedQueryError);
    });
    expect(await valueOf('row')).toBe(2);
  });

  it('lets what outlives its unit of work ask as anybody else', async () => {
    await insert('row', 1);
    const ended = gate();
    let late: Promise<number> | undefined;
    let kept: (() => Promise<unknown>) | undefined;
    await db.uow.run(system, async (work) => {
      late = ended.opened.then(() => valueOf('row'));
      kept = () => work.manager.update(Counter, { id: 'row' }, { value: 9 });
    });
    ended.open();
    expect(await late).toBe(1);
    await expect(kept!()).rejects.toThrow();
    expect(await valueOf('row')).toBe(1);
  });

  it('takes who act closely after one another for one act, into which nothing that can wait goes', async () => {
    let clock = performance.now();
    const now = vi.spyOn(performance, 'now').mockImplementation(() => clock);
    try {
      await db.uow.run(system, () => insert('row'));
      let went = false;
      const waiting = db.uow.idle(60_000).then(() => (went = true));
      await breathe();
      expect(went).toBe(false);
      clock += 1_000;
      await waiting;
    } finally {
      now.mockRestore();
    }
  });

  it('lets what can wait go on once nobody acts, or after as long as it was told', async () => {
    const order: string[] = [];
    await db.uow.idle(60_000);
    const ends = gate();
    const acting = db.uow.run(system, async () => {
      await ends.opened;
      order.push('acted');
    });
    const waiting = [1, 2].map(() => db.uow.idle(60_000).then(() => order.push('waited')));
    await db.uow.idle(1);
    order.push('told');
    ends.open();
    await acting;
    await Promise.all(waiting);
    expect(order).toEqual(['told', 'acted', 'waited', 'waited']);
    await expect(db.uow.run(system, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    await db.uow.idle(60_000);
  });

  it('does not let borrowed hands end the transaction', async () => {
    await db.uow.run(system, async (work) => {
      await work.manager.insert(Counter, { id: 'row', name: 'x', value: 1 });
      const runner = work.manager.queryRunner!;
      await expect(runner.release()).rejects.toThrow('transaction open');
      await expect(runner.commitTransaction()).rejects.toThrow('belongs to its unit of work');
      await expect(runner.query('COMMIT')).rejects.toThrow('belong to the driver');
      await expect(work.manager.transaction(() => Promise.resolve())).rejects.toThrow();
      await insert('second');
    });
    expect(await ids()).toEqual(['row', 'second']);
  });

  it('acts after the commit only, in order, and survives what fails there', async () => {
    const acts: string[] = [];
    const note = (name: string) => async () => void acts.push(`${name}: ${(await ids()).join()}`);
    await db.uow.run(system, async (work) => {
      work.afterCommit(note('first'));
      work.afterCommit(() => Promise.reject(new Error('a failing action')));
      work.afterCommit(note('second'));
      await insert('row');
      expect(acts).toEqual([]);
    });
    await expect(
      db.uow.run(system, async (work) => {
        work.afterCommit(note('never'));
        await insert('lost');
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    expect(acts).toEqual(['first: row', 'second: row']);
  });

  it('tells a duplicate key, after which the transaction goes on', async () => {
    await insert('row');
    await db.uow.run(system, async (work) => {
      const error = await insert('row').catch((reason: unknown) => reason);
      expect(isDuplicateKey(error)).toBe(true);
      await work.manager.insert(Counter, { id: 'other', name: 'x', value: 1 });
    });
    expect(await ids()).toEqual(['other', 'row']);
  });

  it('counts the rows a change matched, whether or not their values changed', async () => {
    await insert('row', 1);
    expect((await db.database.manager.update(Counter, { id: 'row' }, { value: 1 })).affected).toBe(1);
    await db.uow.run(system, async (work) => {
      expect(await work.execute('UPDATE test_counters SET value = 1 WHERE id = ?', ['row'])).toBe(1);
      expect(await work.execute('UPDATE test_counters SET value = 1 WHERE id = ?', ['none'])).toBe(0);
    });
  });

  it('runs again from BEGIN where the transaction was lost, and gives up as busy', async () => {
    let runs = 0;
    const acts: number[] = [];
    await db.uow.run(system, async (work) => {
      runs += 1;
      const run = runs;
      work.afterCommit(() => void acts.push(run));
      await insert(`run-${run}`);
      if (run < 3) throw new TransactionLostError('Another was first.');
    });
    expect(await ids()).toEqual(['run-3']);
    expect(acts).toEqual([3]);
    const hopeless = db.uow.run(system, () => Promise.reject(new TransactionLostError('always')));
    await expect(hopeless).rejects.toMatchObject({ code: 'common.busy' });
  });
});
