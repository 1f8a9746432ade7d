import { keyOfOrganisation, Project, ProjectMember } from '@haishi/contest';
import { Involvement } from '@haishi/contest/involvement/involvement';
import { FormerOwner } from '@haishi/contest/project/former-owner.entity';
import { FormerMember } from '@haishi/contest/project-team/former-member.entity';
import { newId } from '@haishi/kernel';
import { insertRows, systemActor, UnitOfWork } from '@haishi/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { makePerson } from '../support/people.js';
import { actFor, recuse } from '../support/ties.js';

const MANY = 1_100;

eachEngine('what somebody is tied to among more than a thousand projects', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  const projectOf = (change: Partial<Project> = {}): Project =>
    ({
      id: newId(),
      editionId: newId(),
      ownerId: newId(),
      number: newId(),
      state: 'submitted',
      title: '项目',
      titleKey: '项目',
      summary: '',
      language: 'zh',
      organisationName: '别家公司',
      organisationCountry: 'CN',
      organisationCode: '',
      organisationKey: keyOfOrganisation(change.organisationName ?? '别家公司'),
      landing: [],
      undertaking: true,
      submissions: 1,
      demo: false,
      version: 1,
      createdAt: new Date(),
      updatedAt: new Date(),
      ...change,
    }) as Project;

  it('is found by each thing on record, and nothing else is', async () => {
    const person = await makePerson(app, '组织者', []);
    await actFor(app, person.id, { name: '石家庄海石芯片有限公司', creditCode: '91130100MA00000012' });
    const own = projectOf({ ownerId: person.id });
    const [member, former, left, recused] = [projectOf(), projectOf(), projectOf(), projectOf()];
    const named = projectOf({ organisationName: '石家庄海石芯片有限公司' });
    const coded = projectOf({ organisationName: '海石芯片', organisationCode: '91130100MA00000012' });
    const abroad = projectOf({
      organisationName: '海石',
      organisationCountry: 'DE',
      organisationCode: '91130100MA00000012',
    });
    const tied = [own, member, former, left, named, coded];
    const others = Array.from({ length: MANY }, () => projectOf());
    await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
      await insertRows(work, Project, [...others, ...tied, recused, abroad]);
      const line = { id: newId(), projectId: member.id, position: 1, name: '组织者', role: '顾问', share: null };
      await work.manager.insert(ProjectMember, { ...line, mail: person.mail, isCore: false });
      const passed = { id: newId(), projectId: former.id, personId: person.id, since: work.now };
      await work.manager.insert(FormerOwner, { ...passed, endedAt: null, endedBy: null });
      const was = { id: newId(), projectId: left.id, personId: person.id, since: work.now };
      await work.manager.insert(FormerMember, was);
    });
    await recuse(app, person.id, recused.id);
    const ids = [...others, abroad, ...tied, recused].map(({ id }) => id);
    const closed = await app.get(Involvement).closedTo({ kind: 'person', id: person.id }, ids);
    expect(closed).toEqual(
      new Map([
        ...[own, member, former, left].map(({ id }) => [id, 'belongs'] as const),
        ...[named, coded].map(({ id }) => [id, 'organisation'] as const),
        [recused.id, 'staff'],
      ]),
    );
  });
});
