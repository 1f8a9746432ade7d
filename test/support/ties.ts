import { Grants, Organisation, RoleGrant } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { Database, systemActor, UnitOfWork } from '@haishi/platform';
import { PanelEntry, Recusal, RecusalDismissal } from '@haishi/review';
import { Equal, In, Not } from 'typeorm';
import type { TestApp } from './app.js';

type Services = Pick<TestApp, 'get'>;

const FACTS = { reason: '同单位', madeBy: 'test' };

/** Recuses a person from a project, as staff did on some panel. */
export async function recuse(app: Services, personId: string, projectId: string): Promise<void> {
  await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
    const panelId = newId();
    const entry = { id: newId(), panelId, externalId: projectId, position: 1, state: 'open' as const };
    await work.manager.insert(PanelEntry, entry);
    const recusal = { id: newId(), panelId, entryId: entry.id, personId, kind: 'staff' as const, at: work.now };
    await work.manager.insert(Recusal, { ...FACTS, ...recusal });
  });
}

/** Recuses whoever else organises the edition from a project, so that nobody is left without a tie. Answers how to take that back. */
export async function recuseOthers(
  app: Services,
  { editionId, personId, projectId }: { editionId: string; personId: string; projectId: string },
): Promise<() => Promise<void>> {
  const { manager } = app.get(Database);
  const organises = { role: 'contest_organiser' as const, personId: Not(personId) };
  const others = await manager.findBy(RoleGrant, [
    { ...organises, scopeId: Equal(editionId) },
    { ...organises, scopeType: 'system' },
  ]);
  const ids = others.map((one) => one.personId);
  for (const id of ids) await recuse(app, id, projectId);
  return async () => {
    await manager.delete(Recusal, { personId: In(ids) });
  };
}

/** Notes that staff dismissed a recusal of the person from the project, on some panel. */
export async function dismissRecusal(app: Services, personId: string, projectId: string): Promise<void> {
  await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
    const panelId = newId();
    const entry = { id: newId(), panelId, externalId: projectId, position: 1, state: 'open' as const };
    await work.manager.insert(PanelEntry, entry);
    const dismissal = { id: newId(), panelId, entryId: entry.id, personId, at: work.now };
    await work.manager.insert(RecusalDismissal, { ...FACTS, ...dismissal });
  });
}

/** Lets a person act for an organisation of this name; answers its id. */
export async function actFor(
  app: Services,
  personId: string,
  facts: { name: string; creditCode?: string; aliases?: string[] },
): Promise<string> {
  const id = newId();
  await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
    await work.manager.insert(Organisation, {
      id,
      // No real code, which would say of two organisations of one name that they are two.
      creditCode: `T-${id.replaceAll('-', '').slice(-16)}`,
      creditCodeOverride: '测试',
      nameKey: facts.name,
      aliases: [],
      kind: 'private',
      branch: false,
      industry: null,
      countyCode: null,
      state: 'draft',
      stateReason: null,
      decidedBy: null,
      decidedAt: null,
      submittedAt: null,
      demo: false,
      createdAt: work.now,
      version: 1,
      ...facts,
    });
    await app.get(Grants).give(work, personId, { role: 'employer_agent', scopeType: 'organisation', scopeId: id });
  });
  return id;
}
