import { afterAll, beforeAll, describe } from 'vitest';
import { startApp } from '../support/app.js';
import { launchBrowser } from '../support/pages.js';
import type { Journey } from './journey.js';
import { auditSteps } from './steps/audit.steps.js';
import { contestSteps } from './steps/contest.steps.js';
import { fairSteps } from './steps/fair.steps.js';
import { guestSteps } from './steps/guest.steps.js';
import { stageSteps } from './steps/stage.steps.js';

/** The journey through every role, as a person could follow it by hand: each step finds what those before it left. */
describe('the journey', () => {
  const journey = { people: new Map(), subjects: new Map() } as Journey;

  beforeAll(async () => {
    journey.app = await startApp('sqlite');
    journey.browser = await launchBrowser();
  });
  afterAll(async () => {
    await journey.browser?.close();
    await journey.app?.close();
  });

  contestSteps(journey);
  stageSteps(journey);
  fairSteps(journey);
  guestSteps(journey);
  auditSteps(journey);
});
