import { EditionStage, MATERIAL_PURPOSE, type Project, ProjectSubmission } from '@haishi/contest';
import { newId } from '@haishi/kernel';
import { Database, FilesService, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal } from 'typeorm';
import type { Browser, TestApp } from '../support/app.js';
import { organiserOf } from '../support/contest.js';
import { makePerson, signIn, signedIn, type TestPerson } from '../support/people.js';
import { pdfOf } from '../support/uploads.js';
import { acceptedProject, importEdition } from './roadshow-session.js';

export interface Reviewer {
  person: TestPerson;
  browser: Browser;
}

/** An edition whose online review is set up, with its pool of experts; nothing is assigned yet. */
export interface Review {
  editionId: string;
  organiser: Browser;
  id: string;
  /** Of the round, for its organisers. */
  path: string;
  /** Of the round, for its judges. */
  desk: string;
  judges: Reviewer[];
  projects: Project[];
}

export const PLAN = {
  judgesPerEntry: 2,
  load: null,
  composition: [
    { type: 'technical', atLeast: 1 },
    { type: 'investor', atLeast: 1 },
  ],
  onePerInstitution: true,
  awayFromHome: true,
  connected: false,
  costs: { field: 0, division: 2, neither: 10 },
  level: 1,
  keep: 5,
  normalisation: 'none',
  minSheets: 2,
  divergence: 2000,
};

/** The credit code of every entrant's organisation. */
const CODE = '91350100M000100Y43';
const KINDS = ['technical', 'investor'] as const;

/** A plan whose properties name its author. */
export const AUTHOR = 'Ouyang Xiaoming, author';
function planOf(): Buffer {
  const info = `\n9 0 obj\n<< /Author (${AUTHOR}) >>\nendobj\n%`;
  const text = pdfOf(40_000).toString('latin1').replace('x'.repeat(info.length), info);
  return Buffer.from(text.replace('/Root 1 0 R', '/Root 1 0 R /Info 9 0 R'), 'latin1');
}

/** What the submission says besides the project's row. */
export async function handInWhole(app: TestApp, project: Project): Promise<void> {
  const file = await app.get(FilesService).keep(systemActor('test'), {
    purpose: MATERIAL_PURPOSE,
    name: `${project.organisationName}计划书.pdf`,
    type: 'application/pdf',
    content: planOf(),
    subject: { type: 'project', id: project.id },
  });
  const { id: projectId, ownerId: byId, title, summary, organisationName } = project;
  await app.get(UnitOfWork).run(systemActor('test'), (work) =>
    work.manager.insert(ProjectSubmission, {
      id: newId(),
      projectId,
      number: 1,
      requestKey: newId(),
      snapshot: {
        title,
        summary: `${summary}（${CODE}）`,
        language: 'zh',
        division: project.division,
        field: project.field,
        region: project.region,
        group: project.groupCode,
        organisation: { name: organisationName, country: 'CN', code: CODE },
        landing: [],
        undertaking: true,
        members: [{ name: '欧阳小明', role: '负责人', share: null, mail: 'ouyang@example.com', isCore: true }],
        materials: [{ kind: 'PLAN', fileId: file.id, name: file.name, size: file.size }],
      } as never,
      byId,
      at: work.now,
    }),
  );
}

/** Sets up an online review of `count` projects with `judges` experts, technical and investor in turn. */
export async function reviewOf(app: TestApp, count: number, judges: number): Promise<Review> {
  const editionId = await importEdition(app);
  const settings = { judgesPerProject: 2, blind: true, dropHighest: 0, dropLowest: 0, minValid: 2, decimals: 2 };
  await app
    .get(Database)
    .manager.update(EditionStage, { editionId: Equal(editionId), code: 'ONLINE' }, { settings: settings as never });
  const { browser: organiser } = await signedIn(app, '组织者', [organiserOf(editionId)]);
  const reviewers: Reviewer[] = [];
  for (let at = 0; at < judges; at += 1) {
    const person = await makePerson(
      app,
      `评委${at + 1}`,
      [{ role: 'judge', scopeType: 'edition', scopeId: editionId }],
      false,
    );
    await addExpert(organiser, editionId, person, { kind: KINDS[at % 2], organisationName: `评审单位${at + 1}` });
    reviewers.push({ person, browser: await signIn(app, person) });
  }
  const projects: Project[] = [];
  for (let at = 0; at < count; at += 1) {
    const organisationName = `参赛公司${at + 1}`;
    const project = await acceptedProject(app, editionId, {
      title: `项目${at + 1}`,
      summary: `由${organisationName}的欧阳小明研制`,
      organisationName,
      region: at % 2 === 0 ? 'BJ' : 'XA',
      number: `T-EIT-${String(at + 1).padStart(4, '0')}`,
    });
    await handInWhole(app, project);
    projects.push(project);
  }
  const stage = `/api/v1/editions/${editionId}/stages/ONLINE/review`;
  const { body } = await organiser.post(stage).send({}).expect(200);
  const path = `/api/v1/review-rounds/${body.id}`;
  await organiser.post(`${path}/prepare`).send({}).expect(204);
  await organiser.put(`${path}/plan`).set('if-match', '*').send(PLAN).expect(204);
  return { editionId, organiser, id: body.id, path, desk: `/api/v1/reviews/${body.id}`, judges: reviewers, projects };
}

export const addExpert = (
  organiser: Browser,
  editionId: string,
  { name, mail }: Pick<TestPerson, 'name' | 'mail'>,
  change: object = {},
) =>
  organiser
    .post(`/api/v1/editions/${editionId}/experts`)
    .set('if-match', '*')
    .send({ name, mail, kind: 'technical', organisationName: '某大学', fields: ['EIT'], ...change })
    .expect(204);

/** Looks until the latest search has ended; answers it. */
export async function runEnded(review: Review): Promise<any> {
  for (;;) {
    const { body } = await review.organiser.get(review.path).expect(200);
    if (body.run && body.run.state !== 'running') return body.run;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Assigns all, and lets the judges in. */
export async function openReview(review: Review): Promise<void> {
  const { organiser, path } = review;
  await organiser.post(`${path}/runs`).send({ seed: 1, seconds: 20 }).expect(204);
  const run = await runEnded(review);
  await organiser.post(`${path}/runs/${run.id}/apply`).send({}).expect(204);
  await organiser.post(`${path}/open`).send({}).expect(204);
}

/** The judge accepts the terms and declares to have no ties. */
export async function enter({ desk }: Review, { browser }: Reviewer, ties: readonly string[] = []): Promise<void> {
  await browser.post(`${desk}/terms`).send({ ties }).expect(204);
  await declare(browser, desk);
}

/** Declares on all that a judge's desk shows. */
export async function declare(browser: Browser, desk: string, ties: readonly object[] = []): Promise<void> {
  const { body } = await browser.get(desk).expect(200);
  const entries = body.entries.map(({ entryId }: { entryId: string }) => entryId);
  await browser.post(`${desk}/declarations`).send({ ties, entries }).expect(204);
}

/** Scores in points by criterion. */
export const sheetOf = (tech: number, change: object = {}) => ({
  sheetKey: newId(),
  revision: 0,
  scores: { TECH: tech * 100, MARKET: 2000, TEAM: 1500, FINANCE: 800, LANDING: 1000 },
  ...change,
});
