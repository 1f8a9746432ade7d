import { Project, ProjectMember } from '@haishi/contest';
import { CollectedProject } from '@haishi/contest/collected/collected.entity';
import { PublicNotice } from '@haishi/contest/public-notice/public-notice.entity';
import { newId } from '@haishi/kernel';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { Equal } from 'typeorm';
import type { Browser, TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { makePerson, signIn, type TestPerson } from '../support/people.js';
import { confirmSession } from './roadshow-confirmed.js';
import { acceptedProject, importEdition } from './roadshow-session.js';

/** A final whose session is confirmed, with who advances decided. */
export interface DecidedStage {
  editionId: string;
  person: TestPerson;
  organiser: Browser;
  projects: Record<string, Project>;
  /** Of the stage. */
  path: string;
}

/**
 * Decides who advances from a final of projects by title, with their points for technology: totals differ by it alone.
 *
 * @param region of the heat that is decided instead of a final
 */
export async function decidedStage(
  app: TestApp,
  field: Readonly<Record<string, readonly [tech: number, change?: Partial<Project>]>>,
  plan: object,
  region?: string,
): Promise<DecidedStage> {
  const editionId = await importEdition(app);
  const person = await makePerson(app, '组织者', [organiserOf(editionId)]);
  const organiser = await signIn(app, person);
  await organiser.post(`/api/v1/editions/${editionId}/open`).set('If-Match', '"1"').send({}).expect(204);
  const { body } = await organiser
    .post(`/api/v1/editions/${editionId}/sessions`)
    .send({
      stageCode: region ? 'HEAT' : 'FINAL',
      name: '路演',
      room: '大剧院',
      ...(region ? { regionCode: region, timeZone: 'Asia/Shanghai' } : {}),
    })
    .expect(201);
  const projects: Record<string, Project> = {};
  for (const [title, [, change]] of Object.entries(field))
    projects[title] = await acceptedProject(app, editionId, { title, ...change });
  const projectIds = Object.values(projects).map(({ id }) => id);
  await organiser.post(`/api/v1/sessions/${body.id}/entries`).send({ projectIds }).expect(204);
  await confirmSession(app, body.id, (title) => field[title]![0]);
  const path = `/api/v1/editions/${editionId}/stages/${region ? 'HEAT' : 'FINAL'}`;
  const { body: preview } = await organiser.post(`${path}/advancement/preview`).send({ plan }).expect(200);
  const { digest } = preview.outcome;
  await organiser.post(`${path}/advancement/decide`).set('If-Match', '"0"').send({ plan, digest }).expect(204);
  return { editionId, person, organiser, projects, path };
}

export const publishDecision = ({ organiser, path }: DecidedStage) =>
  organiser.post(`${path}/advancement/publish`).set('If-Match', '"1"').send({}).expect(204);

/** Puts a published decision on public notice; answers the notice's id. */
export async function publishNotice({ organiser, path }: DecidedStage, change: object = {}): Promise<string> {
  const input = { kind: 'advancement', days: 5, ...change };
  return ((await organiser.post(`${path}/public-notices`).send(input).expect(201)).body as { id: string }).id;
}

/** Lets the days of a notice be over. */
export function endNoticeDays(app: TestApp, id: string): Promise<unknown> {
  return app
    .get(UnitOfWork)
    .run(systemActor('test'), (work) =>
      work.manager.update(PublicNotice, { id: Equal(id) }, { closesAt: new Date(Date.now() - 1000) }),
    );
}

/** Names a core member of a project's team. */
export function nameCore(
  app: TestApp,
  { id }: Project,
  name: string,
  mail = `${newId().slice(-8)}@example.com`,
): Promise<unknown> {
  return app.get(UnitOfWork).run(systemActor('test'), (work) =>
    work.manager.insert(ProjectMember, {
      id: newId(),
      projectId: id,
      position: 1,
      name,
      role: '负责人',
      share: null,
      mail,
      isCore: true,
    }),
  );
}

/** Has a project come from a list of collected ones, by this channel. */
export async function referred(app: TestApp, projectId: string, channel: CollectedProject['channel']): Promise<void> {
  await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
    const { editionId, title, ownerId } = await work.manager.findOneByOrFail(Project, { id: Equal(projectId) });
    await work.manager.insert(CollectedProject, {
      ...{ id: projectId, editionId, title, titleKey: projectId, summary: '', division: 'EIT', region: 'BJ' },
      ...{ organisationName: '', organisationCountry: 'CN', organisationCode: '', leaderName: '', channel },
      ...{ leaderMail: `${projectId}@example.org`, referrer: '引才工作站', state: 'claimed' },
      ...{ importedBy: ownerId, importedAt: work.now, decidedAt: work.now, decidedBy: ownerId },
    });
  });
}
