import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine, ENGINES } from '../support/engines.js';
import { type Callers, type Machine, tryAll, writingRoutes } from '../support/machine.js';
import { Rows } from '../support/rows.js';
import { openSession, SESSION_ROUTES, type SessionRole } from './machine-session.js';

eachEngine('every state, action and role of a session', (engine) => {
  let app: TestApp;
  let callers: Callers<SessionRole>;
  let machine: Machine;
  beforeAll(async () => {
    app = await startApp(engine);
    ({ callers, machine } = await openSession(app));
  });
  afterAll(async () => {
    callers?.close();
    await app?.close();
  });

  it('is in the table, whatever its routes will be', () => {
    const found = writingRoutes(app).filter((route) => /^[A-Z]+ \/sessions\/\{id\}\//.test(route));
    expect(found.toSorted()).toEqual([...new Set(Object.values(SESSION_ROUTES))].toSorted());
  });

  it('is as the table says', { timeout: 240_000 }, async () => {
    const again = engine !== ENGINES[0];
    expect(await tryAll(machine, callers, new Rows(app), again)).toEqual([]);
  });
});
