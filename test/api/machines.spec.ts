import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { tryAll } from '../support/machine.js';
import { Rows } from '../support/rows.js';
import { openWorld, type World } from './machine-cast.js';
import { editionMachine, stageMachine } from './machine-edition.js';
import { appealMachine, projectMachine, transferMachine } from './machine-project.js';

const MACHINES = {
  'an edition': editionMachine,
  'a stage': stageMachine,
  'a project': projectMachine,
  'an offer of a project': transferMachine,
  'an appeal': appealMachine,
};

eachEngine('every state, action and role', (engine) => {
  let app: TestApp;
  let world: World;
  let untried: Rows;
  beforeAll(async () => {
    app = await startApp(engine);
    world = await openWorld(app);
    untried = new Rows(app);
  });
  afterAll(async () => {
    world?.callers.close();
    await app?.close();
  });
  beforeEach(() => untried.keep());
  afterEach(() => untried.putBack());

  it.each(Object.entries(MACHINES))('of %s is as its table says', async (_, machine) => {
    expect(await tryAll(await machine(world), world.callers, world.rows)).toEqual([]);
  });
});
