import { isUtf8 } from 'node:buffer';
import { SOCKET_EVENTS, type SubscribeAnswer } from '@haishi/contracts';
import { EditionService, keyOfOrganisation, MATERIAL_PURPOSE, Project, ProjectSubmission } from '@haishi/contest';
import { Grants } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { Database, FilesService, systemActor, UnitOfWork } from '@haishi/platform';
import { io, type Socket } from 'socket.io-client';
import type { Browser, TestApp } from '../support/app.js';
import { editionThatGathers } from '../support/contest.js';
import { makePerson, signIn, signedIn, type TestPerson } from '../support/people.js';
import { pdfOf } from '../support/uploads.js';

export const CRITERIA = ['TECH', 'MARKET', 'TEAM', 'FINANCE', 'LANDING'] as const;

/** Scores of one sheet, in points and in the order of {@link CRITERIA}. */
export type Points = readonly [number, number, number, number, number];

export const inHundredths = (points: Points) =>
  Object.fromEntries(CRITERIA.map((code, index) => [code, points[index]! * 100]));

/** An edition of the supplied file; without a sign-in before the draw, unless it is wanted. */
export async function importEdition(app: TestApp, gathers = false): Promise<string> {
  const code = `T-${newId().slice(-8).toUpperCase()}`;
  const edition = await app
    .get(EditionService)
    .import(systemActor('test'), editionThatGathers(gathers), { code, firstDay: '2030-01-07' } as never);
  return edition.id;
}

/** A project that passed the check. */
export async function acceptedProject(
  app: TestApp,
  editionId: string,
  change: Partial<Project> = {},
): Promise<Project> {
  return app.get(UnitOfWork).run(systemActor('test'), async (work) => {
    const id = newId();
    const title = change.title ?? `项目 ${id.slice(-4)}`;
    const project = work.manager.create(Project, {
      id,
      editionId,
      ownerId: newId(),
      number: `T-EIT-${id.slice(-6)}`,
      state: 'accepted',
      title,
      titleKey: title.toLowerCase().replaceAll(' ', ''),
      summary: '',
      language: 'zh',
      division: 'EIT',
      field: 'IC',
      region: 'BJ',
      groupCode: 'ENT',
      organisationName: `公司 ${id.slice(-6)}`,
      organisationCountry: 'CN',
      organisationCode: '',
      organisationKey: keyOfOrganisation(change.organisationName ?? `公司 ${id.slice(-6)}`),
      landing: [],
      undertaking: true,
      submittedAt: work.now,
      submissions: 1,
      correctionDueAt: null,
      lateUntil: null,
      withdrawnAt: null,
      demo: false,
      version: 1,
      createdAt: work.now,
      updatedAt: work.now,
      ...change,
    } as never);
    await work.manager.insert(Project, project);
    return project;
  });
}

/** Hands a PDF in with a project for each of these kinds and names. */
export async function handIn(app: TestApp, project: Project, papers: readonly (readonly [string, string])[]) {
  const materials: ProjectSubmission['snapshot']['materials'] = [];
  for (const [kind, name] of papers) {
    const file = await app.get(FilesService).keep(systemActor('test'), {
      purpose: MATERIAL_PURPOSE,
      name,
      type: 'application/pdf',
      content: pdfOf(2_400_000),
      subject: { type: 'project', id: project.id },
    });
    materials.push({ kind, fileId: file.id, name: file.name, size: file.size });
  }
  const { id: projectId, ownerId: byId, groupCode: group } = project;
  await app.get(UnitOfWork).run(systemActor('test'), (work) =>
    work.manager.insert(ProjectSubmission, {
      late: null,
      id: newId(),
      projectId,
      number: 1,
      requestKey: newId(),
      snapshot: { group, materials } as never,
      byId,
      at: work.now,
    }),
  );
}

export interface Judge {
  person: TestPerson;
  browser: Browser;
  seatNo: number;
}

/** A session before its start: three projects, seven judges of whom the last works where project B comes from. */
export interface Stage {
  editionId: string;
  id: string;
  path: string;
  organiser: Browser;
  chair: Browser;
  judges: Judge[];
  projects: { a: Project; b: Project; c: Project };
  /** Ids of the entries. */
  a: string;
  b: string;
  c: string;
}

/** Makes judges from seat `from` to `to`, and seats them; the seventh works where project B comes from. */
export async function seatJudges(app: TestApp, organiser: Browser, id: string, from: number, to = 7): Promise<Judge[]> {
  const judges: Judge[] = [];
  for (let seatNo = from; seatNo <= to; seatNo += 1) {
    const person = await makePerson(
      app,
      `评委${seatNo}`,
      [{ role: 'judge', scopeType: 'session', scopeId: id }],
      false,
    );
    const organisationName = seatNo === 7 ? '滹沱河科技(石家庄)有限公司' : `单位 ${seatNo}`;
    await organiser
      .post(`/api/v1/sessions/${id}/seats`)
      .send({ seatNo, personId: person.id, kind: 'technical', organisationName })
      .expect(204);
    judges.push({ person, seatNo, browser: await signIn(app, person) });
  }
  return judges;
}

/** Adds two projects and the judges from seat 2 on to a session in which project A and judge 1 already are. */
export async function setStageIn(app: TestApp, id: string, titleOfA: string): Promise<Stage> {
  const path = `/api/v1/sessions/${id}`;
  const { manager } = app.get(Database);
  const a = await manager.findOneByOrFail(Project, { title: titleOfA });
  const { editionId } = a;
  const { browser: organiser } = await signedIn(app, '组织者', [
    { role: 'contest_organiser', scopeType: 'edition', scopeId: editionId },
  ]);
  const projects = {
    a,
    b: await acceptedProject(app, editionId, { title: '乙 项目', organisationName: '滹沱河科技（石家庄）有限公司' }),
    c: await acceptedProject(app, editionId, { title: '丙 项目' }),
  };
  await organiser
    .post(`${path}/entries`)
    .send({ projectIds: [projects.b.id, projects.c.id] })
    .expect(204);
  const judges = [undefined as never, ...(await seatJudges(app, organiser, id, 2))];
  return { editionId, id, path, organiser, chair: organiser, judges, projects, a: '', b: '', c: '' };
}

interface StageOptions {
  seats?: number;
  /** Of project A. */
  title?: string;
  /** A regional heat in an edition that is there. */
  heat?: { editionId: string; regionCode: string; timeZone: string };
}

/** @param gathers whether judges and entrants sign in before the draw */
export async function setStage(
  app: TestApp,
  gathers = false,
  { seats = 7, title = '甲 项目', heat }: StageOptions = {},
): Promise<Stage> {
  const editionId = heat?.editionId ?? (await importEdition(app, gathers));
  const organiser = (
    await signedIn(app, '组织者', [{ role: 'contest_organiser', scopeType: 'edition', scopeId: editionId }])
  ).browser;
  const created = await organiser
    .post(`/api/v1/editions/${editionId}/sessions`)
    .send({
      stageCode: 'FINAL',
      name: '决赛第一场',
      room: '大剧院',
      ...(heat ? { stageCode: 'HEAT', regionCode: heat.regionCode, timeZone: heat.timeZone } : {}),
    })
    .expect(201);
  const id = (created.body as { id: string }).id;
  const path = `/api/v1/sessions/${id}`;
  const from = heat ? { region: heat.regionCode } : {};
  const other = { ...from, title: '乙 项目', organisationName: '滹沱河科技（石家庄）有限公司' };
  const projects = {
    a: await acceptedProject(app, editionId, { ...from, title }),
    b: await acceptedProject(app, editionId, other),
    c: await acceptedProject(app, editionId, { ...from, title: '丙 项目' }),
  };
  const projectIds = [projects.a.id, projects.b.id, projects.c.id];
  await organiser.post(`${path}/entries`).send({ projectIds }).expect(204);
  const judges = await seatJudges(app, organiser, id, 1, seats);
  const chairPerson = await makePerson(app, '组长', [{ role: 'chair', scopeType: 'session', scopeId: id }], false);
  const chair = await signIn(app, chairPerson);
  const overview = (await organiser.get(path).expect(200)).body as { entries: { id: string; number: string }[] };
  const entryOf = (project: Project) => overview.entries.find(({ number }) => number === project.number)!.id;
  const entries = { a: entryOf(projects.a), b: entryOf(projects.b), c: entryOf(projects.c) };
  return { editionId, id, path, organiser, chair, judges, projects, ...entries };
}

/** Draws the order and starts. */
export async function begin(stage: Stage): Promise<void> {
  await stage.organiser.post(`${stage.path}/draw`).expect(204);
  await stage.chair.post(`${stage.path}/start`).expect(204);
}

/** Calls an entry and opens its scoring. */
export async function openScoring({ chair, path }: Stage, entryId: string): Promise<void> {
  await chair.post(`${path}/call`).send({ entryId }).expect(204);
  for (const phase of ['pitch', 'questions', 'scoring'])
    await chair.post(`${path}/phase`).send({ entryId, phase }).expect(204);
}

export function submit(
  stage: Stage,
  judge: Judge,
  entryId: string,
  points: Points,
  more: { sheetKey?: string; revision?: number } = {},
) {
  return judge.browser
    .put(`${stage.path}/entries/${entryId}/sheet`)
    .send({ sheetKey: more.sheetKey ?? newId(), revision: more.revision ?? 0, scores: inHundredths(points) });
}

/** A listener that keeps every packet the server sends it, as it came over the wire. */
export interface Listener {
  socket: Socket;
  packets: string[];
  subscribe(channel: string, key: string, token?: string): Promise<SubscribeAnswer>;
  close(): void;
}

export async function listen(app: TestApp, browser?: Browser): Promise<Listener> {
  const cookie = browser && (await cookiesOf(app, browser));
  const socket = io(app.url, {
    transports: ['websocket'],
    forceNew: true,
    ...(cookie ? { extraHeaders: { cookie } } : {}),
  });
  const packets: string[] = [];
  socket.io.on('open', () => {
    socket.io.engine.on('packet', (packet) => {
      if (packet.type === 'message') packets.push(String(packet.data));
    });
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', () => resolve());
    socket.on('connect_error', reject);
  });
  return {
    socket,
    packets,
    subscribe: (channel, key, token) =>
      socket.timeout(5000).emitWithAck(SOCKET_EVENTS.subscribe, {
        channel,
        key,
        ...(token ? { token } : {}),
      }) as Promise<SubscribeAnswer>,
    close: () => void socket.disconnect(),
  };
}

/** What `browser` holds, as the header that a socket sends. */
export async function cookiesOf(app: TestApp, browser: Browser): Promise<string> {
  const { hostname } = new URL(app.url);
  return browser.jar.getCookies({ domain: hostname, path: '/', secure: false, script: false }).toValueString();
}

export async function revokeJudge(app: TestApp, stage: Stage, judge: Judge): Promise<void> {
  await app
    .get(UnitOfWork)
    .run(systemActor('test'), (work) =>
      app.get(Grants).revoke(work, judge.person.id, { role: 'judge', scopeType: 'session', scopeId: stage.id }),
    );
}

/**
 * The sealed figures found in what was received: as hundredths, as points with or without idle zeros, in a number or
 * inside a text, also in base64.
 */
export function leaks(packets: readonly string[], sealed: readonly number[]): string[] {
  const forms = sealed.flatMap((value) => {
    const points = (value / 100).toFixed(2);
    return [...new Set([String(value), points, points.replace(/0$/, ''), points.replace(/\.?0+$/, '')])];
  });
  const found: string[] = [];
  const look = (leaf: unknown, packet: string): void => {
    if (typeof leaf === 'object' && leaf !== null) {
      for (const [key, value] of Object.entries(leaf))
        if (typeof value === 'object' || !NOT_SCORES.has(key)) look(value, packet);
      return;
    }
    const texts = [String(leaf)];
    const bytes = Buffer.from(String(leaf), 'base64');
    // The random id of a connection is no text, and would hold some two digits now and then.
    if (typeof leaf === 'string' && isUtf8(bytes)) texts.push(bytes.toString());
    for (const text of texts)
      for (const form of forms)
        if (new RegExp(`(?<![\\w.-])${form.replace('.', '\\.')}(?![\\w-])(?!\\.\\d)`).test(text))
          found.push(`${form} in ${packet}`);
  };
  for (const packet of packets) {
    const json = packet.slice(packet.search(/[[{]/));
    if (json.startsWith('[') || json.startsWith('{')) look(JSON.parse(json) as unknown, packet);
  }
  return found;
}

/** Fields whose numbers are counts, places or moments by their definition. */
const NOT_SCORES = new Set([
  'seq',
  'serverTime',
  'startedAt',
  'pausedAt',
  'seconds',
  'position',
  'seatNo',
  'entries',
  'scored',
  'expected',
  'shown',
  'place',
  'before',
]);
