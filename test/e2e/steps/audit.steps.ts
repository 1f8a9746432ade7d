import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { EVENT_LABELS } from '@haishi/contracts';
import { contextOf, expectFits, openPage, picture } from '../../support/pages.js';
import { makePerson } from '../../support/people.js';
import type { Journey } from '../journey.js';

/** What each part of the journey must have left in the log. */
const STEPS = [
  'edition.imported',
  'edition.stage_moved',
  'project.submitted',
  'project.returned',
  'project.accepted',
  'score.submitted',
  'organisation.approved',
  'position.approved',
  'fair_invitation.accepted',
  'ticket.issued',
  'admission_event.changed',
  'gate_device.registered',
  'scan.accepted',
  'scan.refused',
] as const;

/** The auditor finds every step. */
export function auditSteps(journey: Journey): void {
  describe('the auditor', () => {
    let page: Page;

    it('opens the log', async () => {
      const person = await makePerson(journey.app, '冯审计', [{ role: 'auditor', scopeType: 'system', scopeId: '' }]);
      page = await openPage(journey.app, await contextOf(journey.app, journey.browser, person), '/audit');
      await picture(page, 'audit');
      await expectFits(page);
    });

    it.each(STEPS)('finds %s', async (type) => {
      await page.goto(`${journey.app.url}/audit?type=${type}`);
      await page
        .getByRole('list', { name: '审计记录' })
        .getByText((EVENT_LABELS as Record<string, { zh: string }>)[type]!.zh)
        .first()
        .waitFor();
    });
  });
}
