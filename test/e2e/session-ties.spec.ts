import { Grants } from '@haishi/identity';
import { systemActor, UnitOfWork } from '@haishi/platform';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, type Judge, setStage, type Stage } from '../api/roadshow-session.js';
import { startApp, type TestApp } from '../support/app.js';
import { contextOf, expectFits, launchBrowser, openPage, picture } from '../support/pages.js';
import { makePerson, type TestPerson } from '../support/people.js';
import { recuse } from '../support/ties.js';

describe('a session with an entry that one of its leaders has a tie to', () => {
  let app: TestApp;
  let browser: Browser;
  let stage: Stage;
  let tied: TestPerson;

  beforeAll(async () => {
    app = await startApp('sqlite');
    browser = await launchBrowser();
    stage = await setStage(app);
    tied = await makePerson(app, '欧阳', [
      { role: 'contest_organiser', scopeType: 'edition', scopeId: stage.editionId },
    ]);
    await recuse(app, tied.id, stage.projects.b.id);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('is left to others in the list, with the entry; and by its address', async () => {
    const page = await openPage(app, await contextOf(app, browser, tied, { width: 1024 }), '/roadshow');
    const row = page.getByRole('listitem').filter({ hasText: '决赛第一场' });
    await row.getByText(`您与项目 ${stage.projects.b.number} 有利害关系`).waitFor();
    expect(await row.getByRole('link').allInnerTexts()).toEqual(['进入舞台监督台']);
    await picture(page, 'session-tied');
    await expectFits(page);
    await page.goto(`${app.url}/roadshow/${stage.id}`);
    await page.getByRole('alert').filter({ hasText: stage.projects.b.number! }).waitFor();
    await page.context().close();
  });

  it('names them to the organiser who sets it up', async () => {
    const person = await makePerson(app, '筹备人', [
      { role: 'contest_organiser', scopeType: 'edition', scopeId: stage.editionId },
    ]);
    const context = await contextOf(app, browser, person, { width: 1024, locale: 'en-GB' });
    const page = await openPage(app, context, `/roadshow/${stage.id}`);
    await page.getByText(`欧阳: ${stage.projects.b.number}`).waitFor();
    await picture(page, 'session-tied-leaders');
    await expectFits(page);
    await context.close();
  });

  it('is taken from its chair as they are recused, given back by itself once that is lifted, and leaves them the stage’s times', async () => {
    await begin(stage);
    const [{ person }] = stage.judges as [Judge];
    const chairs = { role: 'chair', scopeType: 'session', scopeId: stage.id } as const;
    await app.get(UnitOfWork).run(systemActor('test'), (work) => app.get(Grants).give(work, person.id, chairs));
    const context = await contextOf(app, browser, person);
    await context.clock.install();
    const page = await openPage(app, context, `/roadshow/${stage.id}/chair`);
    await page.getByRole('listitem').filter({ hasText: '甲 项目' }).waitFor();
    const recusal = { entryId: stage.a, seatNo: 1, reason: '合作关系' };
    await stage.organiser.post(`${stage.path}/recusals`).send(recusal).expect(204);
    await page.getByRole('alert').filter({ hasText: stage.projects.a.number! }).waitFor();
    await picture(page, 'chair-left-to-others');
    await expectFits(page);
    const recused = page.getByRole('alert').filter({ hasText: stage.projects.a.number! });
    await stage.organiser.post(`${stage.path}/recusals/lift`).send(recusal).expect(204);
    await context.clock.fastForward(10_000);
    await recused.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: '当前排名（密封）' }).waitFor();
    await page.getByText('实时', { exact: true }).waitFor();

    await stage.organiser.post(`${stage.path}/recusals`).send(recusal).expect(204);
    await recused.waitFor();
    await page.getByRole('link', { name: '进入舞台监督台' }).click();
    await page.waitForURL(/\/stage$/);
    await page.getByRole('listitem').filter({ hasText: '甲 项目' }).waitFor();
    await page.context().close();
  });
});
