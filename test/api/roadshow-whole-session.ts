import type { CeremonyStep } from '@haishi/contracts';
import { EditionQueries, type Project } from '@haishi/contest';
import { RoadshowSession } from '@haishi/contest/roadshow/session.entity';
import { newId } from '@haishi/kernel';
import { systemActor, UnitOfWork } from '@haishi/platform';
import { Panel } from '@haishi/review';
import { expect } from 'vitest';
import type { Browser, TestApp } from '../support/app.js';
import { Outsider } from '../support/outsiders.js';
import { makePerson, signedIn, signIn } from '../support/people.js';
import { ScoreLedger } from '../support/score-ledger.js';
import {
  ENTRIES,
  type EntryName,
  fineRubric,
  LINE_PLAN,
  type Outcome,
  PLAN,
  SEATS,
  SEED,
  sheetOf,
} from './roadshow-outcomes.js';
import { acceptedProject, cookiesOf, importEdition } from './roadshow-session.js';

/** What is asked for at a moment: what was pushed, the session's own routes besides, or every route that can be read. */
export type Depth = 'pushed' | 'session' | 'everything';

/** A session with everybody who looks on from outside. */
export interface Play {
  app: TestApp;
  outcome: Outcome;
  /** Whether judges and entrants sign in, recorders key and a supervisor witnesses. */
  whole: boolean;
  sessionId: string;
  editionId: string;
  /** In the order in which they were entered. */
  projects: string[];
  /** Filled by the draw. */
  entries: Partial<Record<EntryName, string>>;
  organiser: Browser;
  chair: Browser;
  judges: { personId: string; browser: Browser }[];
  /** Who key from paper, and so know what they key. */
  recorders: Browser[];
  outsiders: Outsider[];
  /** The outsider who sits at seat 1. */
  judge: Outsider;
  /** Who runs the timers, and is told no score; only in a whole session. */
  stageManager?: { browser: Browser; outsider: Outsider };
  /** An outsider until the session is closed; only in a whole session. */
  supervisor?: { browser: Browser; outsider: Outsider };
  ledger: ScoreLedger;
  /** What ids are called when two runs are compared. */
  names: Map<string, string>;
  /** Called at every moment; failing ends the session. */
  at: (play: Play, moment: string, depth: Depth) => Promise<void>;
}

/** Sets a session of seven entries and six judges up; everybody outside is connected. */
/** @param whole with sign-in, supervisor and recorders; without them, what is there is enough to tell a leak by */
export async function setUp(app: TestApp, outcome: Outcome, at: Play['at'], whole: boolean): Promise<Play> {
  const editionId = await importEdition(app, whole);
  const { browser: organiser } = await signedIn(app, '组织者', [
    { role: 'contest_organiser', scopeType: 'edition', scopeId: editionId },
  ]);
  const newSession = async (name: string) => {
    const input = { stageCode: 'FINAL', name, room: '大剧院', pitchMinutes: 8, questionMinutes: 7 };
    const { body } = await organiser.post(`/api/v1/editions/${editionId}/sessions`).send(input).expect(201);
    return (body as { id: string }).id;
  };
  const sessionId = await newSession('决赛第一场');
  const elsewhere = await newSession('决赛第二场');
  await app.get(UnitOfWork).run(systemActor('test'), async (work) => {
    await work.manager.update(RoadshowSession, sessionId, { drawSeed: SEED });
    await work.manager.update(Panel, sessionId, { rubric: fineRubric() as never });
  });
  const { person: owner, browser: entrant } = await signedIn(app, '参赛人');
  const projects: Project[] = [];
  for (const [index, sign] of [...'甲乙丙丁戊己庚'].entries())
    projects.push(
      await acceptedProject(app, editionId, {
        ownerId: owner.id,
        number: `T-EIT-00000${index}`,
        title: `项目 ${sign}`,
        organisationName: `公司 ${sign}`,
      }),
    );
  const projectIds = projects.map(({ id }) => id);
  await organiser.post(`/api/v1/sessions/${sessionId}/entries`).send({ projectIds }).expect(204);
  const seat = async (id: string, seatNo: number) => {
    const role = { role: 'judge', scopeType: 'session', scopeId: id } as const;
    const person = await makePerson(app, `评委${seatNo}`, [role], false);
    const input = { seatNo, personId: person.id, kind: 'technical', organisationName: `单位 ${seatNo}` };
    await organiser.post(`/api/v1/sessions/${id}/seats`).send(input).expect(204);
    return { personId: person.id, browser: await signIn(app, person) };
  };
  const judges: Play['judges'] = [];
  for (const seatNo of SEATS) judges.push(await seat(sessionId, seatNo));
  const stranger = await seat(elsewhere, 1);
  const { browser: chair } = await signedIn(app, '组长', [{ role: 'chair', scopeType: 'session', scopeId: sessionId }]);
  const staff = async (role: 'recorder' | 'supervisor' | 'stage_manager', name: string) =>
    (await signedIn(app, name, [{ role, scopeType: 'session', scopeId: sessionId }])).browser;
  const recorders = [await staff('recorder', '记分员甲'), await staff('recorder', '记分员乙')];
  const { body: link } = await organiser
    .post(`/api/v1/sessions/${sessionId}/screens`)
    .send({ label: '主屏' })
    .expect(201);

  const outsider = async (name: string, browser: Browser) =>
    new Outsider(name, app, sessionId, { cookie: await cookiesOf(app, browser) });
  const judge = await outsider('another judge', judges[0]!.browser);
  const witness = whole ? await staff('supervisor', '监督员') : undefined;
  const manager = whole ? await staff('stage_manager', '舞台监督') : undefined;
  const stageManager = manager && { browser: manager, outsider: await outsider('stage manager', manager) };
  const supervisor = witness && { browser: witness, outsider: await outsider('supervisor', witness) };
  const outsiders = [
    new Outsider('screen', app, sessionId, { token: (link as { token: string }).token }),
    judge,
    await outsider('entrant', entrant),
    await outsider('judge of another session', stranger.browser),
    ...(stageManager ? [stageManager.outsider] : []),
    ...(supervisor ? [await outsider('recorder', await staff('recorder', '记分员丙')), supervisor.outsider] : []),
    new Outsider('anonymous', app, sessionId),
  ];
  for (const one of outsiders) await one.connect();
  const { code } = await app.get(EditionQueries).get(editionId);
  const names = new Map([
    [code, 'code of the edition'],
    [sessionId, 'session'],
    [`${sessionId.slice(-4).toUpperCase()}/`, 'paper'],
    [elsewhere, 'other session'],
    [editionId, 'edition'],
  ]);
  const set = { app, outcome, whole, sessionId, editionId, projects: projectIds, entries: {}, names, at };
  return {
    ...set,
    organiser,
    chair,
    judges,
    recorders,
    outsiders,
    judge,
    ...(stageManager ? { stageManager } : {}),
    ...(supervisor ? { supervisor } : {}),
    ledger: new ScoreLedger(),
  };
}

const REASON = { reason: '说明' };

/** Leads a session through its acts, each followed by its moment. */
export class Lead {
  private readonly path: string;

  constructor(readonly play: Play) {
    this.path = `/api/v1/sessions/${play.sessionId}`;
  }

  now(moment: string, depth: Depth = 'pushed'): Promise<void> {
    return this.play.at(this.play, moment, depth);
  }

  /** Whoever looks on and acts hears what they are answered, also where they are refused. */
  private heard(browser: Browser, what: string, answer: { status: number; headers: object; text: string }): void {
    const { judge, judges, stageManager, supervisor } = this.play;
    if (browser === judges[0]!.browser) judge.heard(what, answer);
    if (browser === stageManager?.browser) stageManager.outsider.heard(what, answer);
    if (supervisor && browser === supervisor.browser && !supervisor.outsider.gone)
      supervisor.outsider.heard(what, answer);
  }

  async does(
    browser: Browser,
    route: string,
    body: object = {},
    depth: Depth = 'pushed',
    method: 'post' | 'put' = 'post',
  ) {
    const answer = await browser[method](`${this.path}/${route}`).set('if-match', '*').send(body);
    expect(answer.status, `${route}: ${JSON.stringify(answer.body)}`).toBe(204);
    this.heard(browser, `${method} ${route}`, answer);
    await this.now(route, depth);
  }

  /** A command of the chair. */
  chair(route: string, body: object = {}, depth: Depth = 'pushed'): Promise<void> {
    return this.does(this.play.chair, route, body, depth);
  }

  /** A command of who runs the timers, on an entry where one is named. */
  manages(route: string, entry?: EntryName, more: object = {}): Promise<void> {
    const body = entry ? { entryId: this.id(entry), ...more } : more;
    return this.does(this.play.stageManager!.browser, route, body);
  }

  /** Goes to a step of the ceremony. */
  async steps(at: number, moment: string, depth: Depth = 'pushed'): Promise<void> {
    await this.play.chair.post(`${this.path}/ceremony/step`).send({ at }).expect(204);
    await this.now(moment, depth);
  }

  /** A command of the chair on an entry. */
  entry(route: string, entry: EntryName, more: object = {}, depth: Depth = 'pushed'): Promise<void> {
    return this.chair(route, { entryId: this.id(entry), ...more }, depth);
  }

  /** From the draw, by which entries are known, to the start. */
  async begins(): Promise<void> {
    const { organiser, entries, names, projects, whole } = this.play;
    await this.now('set up');
    await this.does(organiser, 'audience/open');
    if (whole) await this.gathers();
    await this.does(organiser, 'draw');
    const { body } = await organiser.get(this.path).expect(200);
    for (const [index, { id, number: own }] of (
      body as { entries: { id: string; number: string }[] }
    ).entries.entries()) {
      const name = ENTRIES[index]!;
      entries[name] = id;
      names.set(id, name);
      names.set(projects[Number(own.slice(-1))]!, `project of ${name}`);
    }
    if (whole) await this.isWitnessed('draw');
    await this.chair('start', {}, 'session');
  }

  /** Judges sign in at their desks, entrants at a recorder's. */
  private async gathers(): Promise<void> {
    const { organiser, judges, recorders } = this.play;
    await this.does(organiser, 'sign-in/open', {}, 'session');
    for (const { browser } of judges) await this.does(browser, 'sign-in/own');
    const { body } = await organiser.get(this.path).expect(200);
    for (const { id } of (body as { entries: { id: string }[] }).entries)
      await this.does(recorders[0]!, 'sign-in', { entryId: id, speakers: ['参赛人'] });
  }

  /** The supervisor's word on what they were shown. */
  async isWitnessed(subject: 'draw' | 'totals'): Promise<void> {
    const { browser } = this.play.supervisor!;
    const { body } = await browser.get(`${this.path}/record`).expect(200);
    const { digest } = (body as Record<typeof subject, { digest: string }>)[subject];
    await this.does(browser, 'record/witness', { subject, verdict: 'witnessed', digest }, 'session');
  }

  /** A sheet that two recorders key from paper, of whom the first mistakes a figure at first. */
  async isKeyed(entry: EntryName, seatNo: number): Promise<void> {
    const { recorders, ledger, outcome } = this.play;
    const scores = sheetOf(outcome, entry, seatNo);
    const wrong = { ...scores, TECH: scores['TECH']! - 1_234_567 };
    const key = async (recorder: number, figures: object, replaces?: string) => {
      const keyId = newId();
      const body = { keyId, revision: 0, scores: figures, comment: '', ...(replaces ? { replaces } : {}) };
      await recorders[recorder]!.put(`${this.path}/keyed/${this.id(entry)}/${seatNo}`)
        .send(body)
        .expect(200);
      await this.now(`seat ${seatNo} of ${entry} keyed`, 'session');
      return keyId;
    };
    ledger.submitted(entry, seatNo, wrong);
    ledger.submitted(entry, seatNo, scores);
    const mistaken = await key(0, wrong);
    await key(1, scores);
    await key(0, scores, mistaken);
  }

  async gives(entry: EntryName, seatNo: number, revision = 0, correction = ''): Promise<void> {
    const { judges, ledger, outcome } = this.play;
    const scores = sheetOf(outcome, entry, seatNo, correction);
    const url = `${this.path}/entries/${this.id(entry)}/sheet`;
    const body = { sheetKey: newId(), revision, scores, comment: '' };
    const { browser } = judges[seatNo - 1]!;
    const taken = await browser.put(url).send(body).expect(200);
    ledger.submitted(entry, seatNo, scores);
    this.heard(browser, 'put sheet', taken);
    // From another tab, which does not know of the first.
    const stale = await browser.put(url).send({ ...body, sheetKey: newId() });
    expect(stale.status).toBe(409);
    this.heard(browser, 'put sheet once more', stale);
    await this.now(`seat ${seatNo} scores ${entry}`);
  }

  async opens(entry: EntryName): Promise<void> {
    await this.entry('call', entry);
    for (const phase of ['pitch', 'questions', 'scoring']) await this.entry('phase', entry, { phase });
  }

  async isJudged(entry: EntryName, seats: readonly number[] = SEATS): Promise<void> {
    await this.opens(entry);
    for (const seatNo of seats) await this.gives(entry, seatNo);
    await this.entry('lock', entry, {}, 'session');
  }

  async shows(entry: EntryName): Promise<void> {
    this.play.ledger.tell(entry);
    await this.entry('show', entry, {}, 'session');
  }

  async strikes(entry: EntryName, seatNo: number): Promise<void> {
    await this.entry('strike', entry, { seatNo, ...REASON });
    this.play.ledger.counts(entry, seatNo, false);
    await this.now('struck', 'session');
  }

  id(entry: EntryName): string {
    return this.play.entries[entry]!;
  }
}

/** Two entries are judged and nothing is told. */
export async function playShort(play: Play): Promise<void> {
  const lead = new Lead(play);
  await lead.begins();
  await lead.isJudged('E5');
  await lead.isJudged('E6');
}

/**
 * Three are judged, of whom one was shown, and all advance, in another order by outcome; one has too few sheets. The
 * ceremony tells the line first.
 */
export async function playLine(play: Play): Promise<void> {
  const lead = new Lead(play);
  await lead.begins();
  await lead.isJudged('E1');
  await lead.shows('E1');
  await lead.does(play.chair, 'ceremony/freeze', {}, 'pushed', 'put');
  for (const entry of ['E3', 'E5'] as const) await lead.isJudged(entry);
  await lead.opens('E2');
  for (const seatNo of [1, 2]) await lead.gives('E2', seatNo);
  await lead.entry('lock', 'E2', REASON);
  await lead.does(play.chair, 'ceremony', LINE_PLAN, 'pushed', 'put');
  await lead.chair('close', REASON);
  await lead.chair('ceremony/begin');
  await reveals(lead);
}

/** The whole session from the draw to the papers, with all that can go otherwise than planned. */
export async function playWhole(play: Play): Promise<void> {
  const lead = new Lead(play);
  await lead.begins();
  await scoresShownAtOnce(lead);
  await scoresSealed(lead);
  await ceremony(lead);
  for (const paper of ['score-sheets', 'summary', 'draw-record', 'workbook', 'event-log'])
    await play.chair.get(`/api/v1/sessions/${play.sessionId}/papers/${paper}`).expect(200);
  await lead.now('papers', 'everything');
}

async function scoresShownAtOnce(lead: Lead): Promise<void> {
  const { judges, ledger } = lead.play;
  await lead.does(judges[5]!.browser, 'recusals/own', { entryId: lead.id('E2'), ...REASON });
  await lead.manages('call', 'E1');
  await lead.manages('phase', 'E1', { phase: 'pitch' });
  for (const action of ['pause', 'resume']) await lead.manages('timer', 'E1', { action });
  await lead.manages('timer', 'E1', { action: 'add', seconds: 60 });
  for (const phase of ['questions', 'scoring']) await lead.manages('phase', 'E1', { phase });
  await lead.manages('nudge', 'E1', { seatNo: 2 });
  for (const seatNo of SEATS) await lead.gives('E1', seatNo);
  await lead.entry('lock', 'E1', {}, 'session');
  await lead.shows('E1');

  await lead.chair('intermission', { text: '茶歇', resumesAt: '2031-01-07T09:00' }, 'session');
  await lead.chair('intermission/end');
  await lead.isJudged('E2', [1, 2, 3, 4, 5]);
  await lead.entry('call', 'E3');
  await lead.manages('skip', 'E3');
  await lead.opens('E4');
  for (const seatNo of SEATS.slice(0, 5)) await lead.gives('E4', seatNo);
  await lead.entry('lock', 'E4', REASON, 'session');
  await lead.entry('reopen', 'E4', { seatNo: 6, ...REASON });
  await lead.gives('E4', 6);
  await lead.strikes('E4', 5);
  await lead.entry('strike/lift', 'E4', { seatNo: 5, ...REASON });
  ledger.counts('E4', 5, true);
  await lead.entry('withdraw', 'E4', REASON);
  await lead.entry('reinstate', 'E4', REASON);
  await lead.shows('E2');

  await lead.strikes('E1', 4);
  await lead.shows('E1');
  await lead.entry('reopen', 'E1', { seatNo: 3, ...REASON });
  await lead.gives('E1', 3, 1, 'told');
  await lead.shows('E1');
  await lead.entry('withdraw', 'E7', REASON);
}

async function scoresSealed(lead: Lead): Promise<void> {
  await lead.does(lead.play.chair, 'ceremony/freeze', {}, 'session', 'put');
  await lead.opens('E5');
  for (const seatNo of SEATS.slice(0, 3)) await lead.gives('E5', seatNo);
  await lead.chair('stop', { ...REASON, resumesAt: '2031-01-07T09:00' });
  await lead.gives('E5', 4);
  await lead.chair('resume');
  for (const seatNo of SEATS.slice(4)) await lead.gives('E5', seatNo);
  await lead.entry('lock', 'E5');
  await lead.strikes('E5', 2);
  await lead.manages('blank');
  await lead.opens('E6');
  for (const seatNo of SEATS.slice(0, 5)) await lead.gives('E6', seatNo);
  await lead.isKeyed('E6', 6);
  await lead.entry('lock', 'E6', {}, 'session');
  await lead.chair('unblank');
  await lead.chair('tie-ruling', { entryIds: [lead.id('E6'), lead.id('E4')], ...REASON });
  await lead.entry('reopen', 'E1', { seatNo: 2, ...REASON });
  await lead.gives('E1', 2, 1, 'sealed');
  await lead.isJudged('E3');
  await lead.entry('withdraw', 'E3', REASON, 'everything');
}

/** Every step, and each call once back and forth. */
async function ceremony(lead: Lead): Promise<void> {
  const { chair } = lead.play;
  await lead.does(chair, 'ceremony', PLAN, 'pushed', 'put');
  lead.play.supervisor!.outsider.close();
  await lead.chair('close', {}, 'session');
  await lead.isWitnessed('totals');
  await lead.chair('ceremony/begin', {}, 'session');
  await reveals(lead);
}

async function reveals(lead: Lead): Promise<void> {
  const { chair, ledger, names, sessionId } = lead.play;
  const { body } = await chair.get(`/api/v1/sessions/${sessionId}/ceremony`).expect(200);
  const { steps } = body as { steps: CeremonyStep[] };
  const told: string[] = [];
  for (const [index, step] of steps.entries()) {
    const entry = 'entry' in step ? names.get(step.entry.id)! : '';
    if (step.kind === 'tell') {
      ledger.tell(entry);
      told.push(entry);
      if (told.includes('E4') && told.includes('E6')) for (const one of ['E4', 'E6']) ledger.tellTie(one);
    }
    await lead.steps(index + 1, `${step.kind} ${entry}`, step.kind === 'tell' ? 'session' : 'pushed');
    if (step.kind === 'call' || step.kind === 'line')
      for (const at of [index, index + 1]) await lead.steps(at, `step ${at}`);
  }
}
