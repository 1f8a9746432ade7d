import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { EVENT_LABELS } from '@haishi/contracts';
import { contextOf, expectFits, openPage, picture } from '../../support/pages.js';
import { makePerson } from '../../support/people.js';
import type { Journey } from '../journey.js';

/** What each part of the journey must have left in the log, and by whom where it was done by hand under an account. */
const STEPS: readonly (readonly [type: string, who?: string])[] = [
  ['edition.imported', '周组织'],
  ['edition.stage_moved', '周组织'],
  ['edition.opened', '周组织'],
  ['person.created'],
  ['consent.given', 'Anna Berger'],
  ['project.submitted', 'Anna Berger'],
  ['project.returned', '陈审查'],
  ['project.accepted', '陈审查'],
  ['roadshow.entries_added', '郑组织'],
  ['invitation.created', '郑组织'],
  ['invitation.accepted'],
  ['roadshow.judge_seated'],
  ['roadshow.sign_in_opened', '郑组织'],
  ['roadshow.signed_in', '场记甲'],
  ['roadshow.drawn'],
  ['roadshow.witnessed', '监督员甲'],
  ['roadshow.started', '王组长'],
  ['score.submitted', '评委2'],
  ['roadshow.locked', '王组长'],
  ['score.reopened', '王组长'],
  ['roadshow.shown', '王组长'],
  ['roadshow.closed', '王组长'],
  ['roadshow.signed', '王组长'],
  ['roadshow.confirmed', '王组长'],
  ['fair.opened', '吴组织'],
  ['organisation.submitted', '李经办'],
  ['organisation.approved', '吴组织'],
  ['participation.approved', '吴组织'],
  ['position_import.committed', '李经办'],
  ['position.submitted', '李经办'],
  ['position.approved'],
  ['invitation_import.committed', '林组织'],
  ['fair_invitation.sent'],
  ['fair_invitation.accepted'],
  ['ticket.issued'],
  ['admission_event.changed', '林组织'],
  ['gate_device.registered'],
  ['scan.accepted'],
  ['scan.refused'],
];

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

    it.each(STEPS.map(([type, who]) => ({ type, who })))('finds $type', async ({ type, who }) => {
      await page.goto(`${journey.app.url}/audit?type=${type}`);
      const records = page.getByRole('list', { name: '审计记录' }).getByRole('listitem');
      const record = records.filter({ hasText: EVENT_LABELS[type]!.zh }).filter({ hasText: who ?? '' });
      await record.first().waitFor();
      if (who === undefined) return;
      await record.first().locator('summary').click();
      await record.first().getByText(journey.people.get(who)!.address).waitFor();
    });
  });
}
