import type { Browser } from 'playwright-core';
import type { TestApp } from '../support/app.js';

/** One city from the first edition file on: every step finds what the steps before it left. */
export interface Journey {
  app: TestApp;
  browser: Browser;
}
