import { Edition, Project } from '@haishi/contest';
import { PersonalData } from '@haishi/identity';
import { Database, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, projectContent, submitProject } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, signedIn } from '../support/people.js';
import { pdfOf, upload } from '../support/uploads.js';

const API = '/api/v1';
const REFUSED = 'edition.action_not_allowed';
const DAY = 86_400_000;
let count = 0;

eachEngine('an archived edition', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  const become = (editionId: string, state: Edition['state']) =>
    app.get(UnitOfWork).run(systemActor('test'), (work) => work.manager.update(Edition, editionId, { state }));
  const stateOf = async (id: string) =>
    (await app.get(Database).manager.findOneByOrFail(Project, { id: Equal(id) })).state;

  async function setUp() {
    const edition = await openEdition(app, `ARCHIVED-${(count += 1)}`);
    const grants = [{ role: 'checker' as const, scopeType: 'edition' as const, scopeId: edition.id }];
    const checker = (await signedIn(app, '陈审查', grants)).browser;
    const { browser: entrant, person } = await signedIn(app, '张三');
    const handIn = async () => {
      const id = await draftProject(entrant, edition.id);
      await submitProject(entrant, id, 2).expect(200);
      return id;
    };
    return { ...edition, checker, entrant, person, handIn };
  }
  const act = (browser: Browser, id: string, action: string, body: object = {}) =>
    browser.post(`${API}/projects/${id}/${action}`).send(body);

  it('is only read: nothing is written of its projects any more', async () => {
    const { id: editionId, organiser, checker, entrant, handIn } = await setUp();
    const [waiting, rejected, returned] = [await handIn(), await handIn(), await handIn()];
    const draft = await draftProject(entrant, editionId);
    const fileId = await upload(entrant, 'project.material', '专利.pdf', pdfOf());
    const refusal = { submission: 1, reasonCode: 'not_eligible', text: '不属于本届领域。' };
    const dueAt = new Date(Date.now() + 2 * DAY).toISOString();
    await act(checker, rejected, 'reject', refusal).expect(200);
    const back = { submission: 1, reasonCode: 'other', text: '请补充。', dueAt };
    await act(checker, returned, 'return', back).expect(200);
    await become(editionId, 'archived');
    const there = { division: 'BIO', field: 'DRUG', region: 'HZ', group: 'ENT', reason: '属于生物医药。' };
    const versionOf = async (id: string) => (await entrant.get(`${API}/projects/${id}`).expect(200)).body.version;
    const held = async (one: ReturnType<typeof act>, id: string) => one.set('If-Match', `"${await versionOf(id)}"`);
    const later = new Date(Date.now() + 5 * DAY).toISOString();
    const tried = {
      claim: await act(checker, waiting, 'claim'),
      accept: await act(checker, waiting, 'accept', { submission: 1 }),
      reject: await act(checker, waiting, 'reject', refusal),
      return: await act(checker, waiting, 'return', back),
      prolong: await act(checker, returned, 'prolong', { dueAt: later }),
      reopen: await act(organiser, rejected, 'reopen', { reason: '误判' }),
      move: await held(act(organiser, waiting, 'move', there), waiting),
      appeal: await act(entrant, rejected, 'appeal', { text: '项目属于新一代电子信息领域，附说明。' }),
      withdraw: await held(act(entrant, waiting, 'withdraw', {}), waiting),
      transfer: await act(entrant, waiting, 'transfer', { mail: 'zhangsan@example.com' }),
      save: await entrant
        .put(`${API}/projects/${draft}`)
        .set('If-Match', `"${await versionOf(draft)}"`)
        .send(projectContent({ title: '改名' })),
      material: await act(entrant, draft, 'materials', { kind: 'IP', fileId }),
      invite: await act(entrant, waiting, 'team/invitations', {}),
    };
    expect(Object.entries(tried).map(([name, { status, body }]) => [name, status, body.code])).toEqual(
      Object.keys(tried).map((name) => [name, 409, REFUSED]),
    );
    expectRefused(
      await submitProject(entrant, returned, await versionOf(returned)),
      409,
      'project.registration_not_open',
    );
    for (const [id, browser] of [
      [waiting, checker],
      [waiting, entrant],
      [rejected, organiser],
      [returned, entrant],
    ] as const)
      expect((await browser.get(`${API}/projects/${id}`).expect(200)).body.actions).toEqual([]);
  });

  it('lets nobody else come to a project by an offer made before', async () => {
    const { id: editionId, entrant, handIn } = await setUp();
    const id = await handIn();
    const { browser: successor, person } = await signedIn(app, '李四');
    await act(entrant, id, 'transfer', { mail: person.mail }).expect(204);
    const mine = async () =>
      (await successor.get(`${API}/project-transfers/mine`).expect(200)).body as { id: string }[];
    const [offer] = await mine();
    await become(editionId, 'archived');
    expect(await mine()).toEqual([]);
    expectRefused(await successor.post(`${API}/project-transfers/${offer!.id}/accept`).send({}), 409, REFUSED);
  });

  it('still takes out what somebody handed in whose personal data are erased', async () => {
    const { id: editionId, handIn, person } = await setUp();
    const id = await handIn();
    await become(editionId, 'archived');
    const data = app.get(PersonalData);
    await app.get(UnitOfWork).run(systemActor('test'), (work) => data.erase(work, person.id));
    expect(await stateOf(id)).toBe('withdrawn');
  });

  it('is not made of one in which an entrant was told a time to correct or to appeal that is not over', async () => {
    const { id: editionId, organiser, checker, handIn } = await setUp();
    const [rejected, returned] = [await handIn(), await handIn()];
    await act(checker, rejected, 'reject', { submission: 1, reasonCode: 'other', text: '不符合。' }).expect(200);
    const dueAt = new Date(Date.now() + 2 * DAY).toISOString();
    await act(checker, returned, 'return', { submission: 1, reasonCode: 'other', text: '请补充。', dueAt }).expect(200);
    await become(editionId, 'closed');
    const refused = await organiser.post(`${API}/editions/${editionId}/archive`).set('If-Match', '"2"');
    expectRefused(refused, 409, 'edition.archive_waits');
    expect(refused.body.detail).toContain('1 个项目仍在告知的补正期限内，1 个项目仍可申诉');
  });
});
