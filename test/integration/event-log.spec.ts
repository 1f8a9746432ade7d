import { StoredEvent } from '@haishi/platform';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { actorNamed, openTestDatabase, type TestDatabase } from '../support/database.js';
import { eachEngine } from '../support/engines.js';

eachEngine('the event log', (engine) => {
  let db: TestDatabase;
  beforeEach(async () => void (db = await openTestDatabase(engine)));
  afterEach(() => db.close());

  const reveal = async (events: StoredEvent[]) => events.map(await db.events.revealer(events));
  const stored = (id: string) => db.database.manager.findOneByOrFail(StoredEvent, { id });

  it('keeps who, what, on what and from where, and gives the names back to the audit page', async () => {
    const id = await db.uow.run(actorNamed('wang'), (work) =>
      work.event({
        type: 'person.changed',
        subjectType: 'person',
        subjectId: 'li',
        scopes: { county: 'yuhuan' },
        payload: { fields: ['phone'] },
        personal: { personId: 'li', values: { phone: '13800000000' } },
      }),
    );
    const event = await stored(id);
    expect(event).toMatchObject({
      type: 'person.changed',
      actorId: 'wang',
      scopes: { county: 'yuhuan' },
      payload: { fields: ['phone'] },
      ip: '192.0.2.1',
    });
    expect(event.at).toBeInstanceOf(Date);
    expect(JSON.stringify(event)).not.toMatch(/13800000000|wang 的名字/);
    expect(await reveal([event])).toMatchObject([{ actorName: 'wang 的名字', personal: { phone: '13800000000' } }]);
  });

  it('keeps many that are told of at once by few statements, in their order, and has each delivered', async () => {
    const handled: string[] = [];
    const handle = async ({ subjectId }: StoredEvent) => void handled.push(subjectId);
    db.consumers.register({ name: 'counter', types: ['thing.made'], handle });
    const subjects = Array.from({ length: 450 }, (_, at) => `thing-${String(at).padStart(3, '0')}`);
    const calls: string[] = [];
    await db.uow.run(actorNamed('wang'), async (work) => {
      for (const name of ['query', 'execute'] as const) {
        const run = work[name].bind(work) as (...all: never[]) => Promise<never>;
        work[name] = (sql: string, ...rest: never[]) => {
          calls.push(sql);
          return run(sql as never, ...rest);
        };
      }
      await work.events(subjects.map((subjectId) => ({ type: 'thing.made', subjectType: 'thing', subjectId })));
    });
    // Three parts, and the key of who acts.
    expect(calls).toHaveLength(4);
    const events = await db.database.manager.find(StoredEvent, { order: { id: 'ASC' } });
    expect(events.map(({ subjectId }) => subjectId)).toEqual(subjects);
    expect(await reveal(events.slice(-1))).toMatchObject([
      { type: 'thing.made', actorId: 'wang', actorName: 'wang 的名字', scopes: {}, payload: {}, personal: null },
    ]);
    while ((await db.relay.deliverDue()) > 0);
    expect(handled.sort()).toEqual(subjects);
  });

  it('forgets a person whose key is erased, and keeps the row', async () => {
    const act = () =>
      db.uow.run(actorNamed('wang'), (work) =>
        work.event({ type: 'x.y', subjectType: 'x', subjectId: '1', personal: { personId: 'li', values: { a: 1 } } }),
      );
    const before = await act();
    await db.uow.run(actorNamed('wang'), (work) => db.vault.erase(work, 'li'));
    const after = await act();
    expect(await reveal([await stored(before), await stored(after)])).toMatchObject([
      { actorName: 'wang 的名字', personal: null },
      { actorName: 'wang 的名字', personal: null },
    ]);
  });

  it('does not open a value moved to another event', async () => {
    const write = (value: string) =>
      db.uow.run(actorNamed('program', 'system'), (work) =>
        work.event({ type: 'x.y', subjectType: 'x', subjectId: '1', personal: { personId: 'li', values: { value } } }),
      );
    const [first, second] = [await stored(await write('one')), await stored(await write('two'))];
    await expect(reveal([{ ...first, sealed: second.sealed }])).rejects.toThrow();
  });

  it('records a refusal although the unit of work it happened in rolls back', async () => {
    const refuse = db.uow.run(actorNamed('wang'), async (work) => {
      await work.event({ type: 'lost.event', subjectType: 'x', subjectId: '1' });
      await db.events.record(actorNamed('wang'), { type: 'access.refused', subjectType: 'x', subjectId: '1' });
      throw new Error('refused');
    });
    await expect(refuse).rejects.toThrow('refused');
    const types = (await db.database.manager.find(StoredEvent)).map((event) => event.type);
    expect(types).toEqual(['access.refused']);
  });
});
