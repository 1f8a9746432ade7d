import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine, ENGINES } from '../support/engines.js';
import { tryAll, writingRoutes } from '../support/machine.js';
import { Rows } from '../support/rows.js';
import { openWorld, type World } from './machine-cast.js';
import { EDITION_ROUTES, editionMachine, STAGE_ROUTES, stageMachine } from './machine-edition.js';
import {
  COLLECTED_ROUTES,
  collectedMachine,
  EXPERT_ROUTES,
  expertMachine,
  LATE_CODE_ROUTES,
  lateCodeMachine,
} from './machine-entry.js';
import {
  APPEAL_ROUTES,
  appealMachine,
  archivedProjectMachine,
  PROJECT_ROUTES,
  projectMachine,
  TEAM_ROUTES,
  teamMachine,
  TRANSFER_ROUTES,
  transferMachine,
} from './machine-project.js';
import {
  ADVANCEMENT_ROUTES,
  advancementMachine,
  CERTIFICATE_ROUTES,
  certificateMachine,
  NOTICE_ROUTES,
  noticeMachine,
} from './machine-results.js';
import { DESK_ROUTES, deskMachine, ROUND_ROUTES, roundMachine } from './machine-review.js';

const MACHINES = {
  'an edition': editionMachine,
  'a stage': stageMachine,
  'a project': projectMachine,
  'a project of an archived edition': archivedProjectMachine,
  'an offer of a project': transferMachine,
  'a member of a team': teamMachine,
  'an appeal': appealMachine,
  'a collected project': collectedMachine,
  'a late code': lateCodeMachine,
  'an expert': expertMachine,
  'an online review': roundMachine,
  "a judge's desk": deskMachine,
  'who advances': advancementMachine,
  'a public notice': noticeMachine,
  'a certificate': certificateMachine,
};

const ROUTES: Record<string, string>[] = [
  ...[EDITION_ROUTES, STAGE_ROUTES, PROJECT_ROUTES, TRANSFER_ROUTES, TEAM_ROUTES, APPEAL_ROUTES],
  ...[COLLECTED_ROUTES, LATE_CODE_ROUTES, EXPERT_ROUTES],
  ...[ROUND_ROUTES, DESK_ROUTES, ADVANCEMENT_ROUTES, NOTICE_ROUTES, CERTIFICATE_ROUTES],
];

/** Where a route of the rooms that have a table begins. */
const OF_THESE_ROOMS =
  /^[A-Z]+ \/(editions|projects|collected|claims|late-codes|project-transfers|member-invitations|review-rounds|reviews|public-notices|notice-objections|certificates)(\/|$)/;

/** What rooms have that have specs of their own: live sessions, lists, messages and links of invitations. */
const HELD_ELSEWHERE =
  /^[A-Z]+ \/(editions\/\{edition\}\/(sessions|collected-imports|expert-imports|mailings)|member-invitations\/(open|accept|decline)$)/;

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

  it('of these rooms is in a table, whatever their routes will be', () => {
    const tried = new Set(Object.values(ROUTES).flatMap((routes) => Object.values(routes)));
    const found = writingRoutes(app).filter((route) => OF_THESE_ROOMS.test(route) && !HELD_ELSEWHERE.test(route));
    expect(found.filter((route) => !tried.has(route))).toEqual([]);
    expect([...tried].filter((route) => !found.includes(route))).toEqual([]);
  });

  it.each(Object.entries(MACHINES))('of %s is as its table says', async (_, machine) => {
    const again = engine !== ENGINES[0];
    expect(await tryAll(await machine(world), world.callers, world.rows, again)).toEqual([]);
  });
});
