import { Ceremony } from '@haishi/contest/ceremony/ceremony.entity';
import { RoadshowSession } from '@haishi/contest/roadshow/session.entity';
import type { Grant } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Database } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Equal } from 'typeorm';
import type { Browser, TestApp } from '../support/app.js';
import { type Action, Callers, type Machine, onAny, type Sent } from '../support/machine.js';
import { makePerson, signedIn } from '../support/people.js';
import { acceptedProject, cookiesOf, inHundredths, type Points, setStage, submit } from './roadshow-session.js';

/** As what somebody comes to a session, in the order of the columns. */
export const SESSION_CAST = [
  /** Not signed in. */
  'nobody',
  /** Signed in without a role; a project of theirs appears in the session. */
  'entrant',
  /** Has each role of a stage, all of them elsewhere. */
  'elsewhere',
  'organiser',
  'chair',
  'manager',
  'judge',
  'recorder',
  'supervisor',
  'administrator',
] as const;
export type SessionRole = (typeof SESSION_CAST)[number];

const HOLD_NOTHING: readonly SessionRole[] = ['nobody', 'entrant', 'administrator'];

/** Whom the columns of {@link SESSION_TABLE} call by a letter. */
const LETTERS: Readonly<Record<string, SessionRole>> = {
  O: 'organiser',
  C: 'chair',
  M: 'manager',
  J: 'judge',
  R: 'recorder',
  W: 'supervisor',
};

export const SESSION_ROUTES = {
  'add an entry': 'POST /sessions/{id}/entries',
  'take an entry off': 'DELETE /sessions/{id}/entries/{entryId}',
  'seat a judge': 'POST /sessions/{id}/seats',
  'free a seat': 'DELETE /sessions/{id}/seats/{seatNo}',
  'say where to meet': 'PUT /sessions/{id}/meeting',
  'order ties': 'PUT /sessions/{id}/ties',
  'plan the start': 'POST /sessions/{id}/plan',
  'open the sign-in': 'POST /sessions/{id}/sign-in/open',
  'suspend the sign-in': 'POST /sessions/{id}/sign-in/suspend',
  'sign in': 'POST /sessions/{id}/sign-in',
  'sign out': 'POST /sessions/{id}/sign-in/out',
  'sign oneself in': 'POST /sessions/{id}/sign-in/own',
  draw: 'POST /sessions/{id}/draw',
  'take the draw back': 'POST /sessions/{id}/undraw',
  recuse: 'POST /sessions/{id}/recusals',
  'lift a recusal': 'POST /sessions/{id}/recusals/lift',
  'recuse oneself': 'POST /sessions/{id}/recusals/own',
  start: 'POST /sessions/{id}/start',
  call: 'POST /sessions/{id}/call',
  skip: 'POST /sessions/{id}/skip',
  'begin the pitch': 'POST /sessions/{id}/phase',
  'begin questions': 'POST /sessions/{id}/phase',
  'open scoring': 'POST /sessions/{id}/phase',
  'pause the timer': 'POST /sessions/{id}/timer',
  'let the timer go on': 'POST /sessions/{id}/timer',
  'add a minute': 'POST /sessions/{id}/timer',
  nudge: 'POST /sessions/{id}/nudge',
  score: 'PUT /sessions/{id}/entries/{entryId}/sheet',
  'go over to paper': 'POST /sessions/{id}/paper',
  key: 'PUT /sessions/{id}/keyed/{entryId}/{seatNo}',
  'void a keying': 'POST /sessions/{id}/keyed/void',
  lock: 'POST /sessions/{id}/lock',
  show: 'POST /sessions/{id}/show',
  reopen: 'POST /sessions/{id}/reopen',
  strike: 'POST /sessions/{id}/strike',
  'lift a strike': 'POST /sessions/{id}/strike/lift',
  'rule a tie': 'POST /sessions/{id}/tie-ruling',
  'revoke a ruling': 'POST /sessions/{id}/tie-ruling/revoke',
  withdraw: 'POST /sessions/{id}/withdraw',
  reinstate: 'POST /sessions/{id}/reinstate',
  rest: 'POST /sessions/{id}/intermission',
  'end the rest': 'POST /sessions/{id}/intermission/end',
  blank: 'POST /sessions/{id}/blank',
  unblank: 'POST /sessions/{id}/unblank',
  stop: 'POST /sessions/{id}/stop',
  'change a stop': 'POST /sessions/{id}/stop',
  resume: 'POST /sessions/{id}/resume',
  close: 'POST /sessions/{id}/close',
  'link a screen': 'POST /sessions/{id}/screens',
  'revoke a link': 'DELETE /sessions/{id}/screens/{linkId}',
  'let the audience in': 'POST /sessions/{id}/audience/open',
  'shut the audience out': 'POST /sessions/{id}/audience/close',
  freeze: 'PUT /sessions/{id}/ceremony/freeze',
  unfreeze: 'DELETE /sessions/{id}/ceremony/freeze',
  'plan the ceremony': 'PUT /sessions/{id}/ceremony',
  'begin the ceremony': 'POST /sessions/{id}/ceremony/begin',
  present: 'PUT /sessions/{id}/ceremony/presenter',
  step: 'POST /sessions/{id}/ceremony/step',
  'go by itself': 'PUT /sessions/{id}/ceremony/automatic',
  'go by hand': 'DELETE /sessions/{id}/ceremony/automatic',
  'witness the draw': 'POST /sessions/{id}/record/witness',
  'witness the totals': 'POST /sessions/{id}/record/witness',
  'witness the end': 'POST /sessions/{id}/record/witness',
  'note a signature': 'POST /sessions/{id}/record/signatures',
  'take a signature back': 'POST /sessions/{id}/record/signatures/back',
  confirm: 'POST /sessions/{id}/record/confirm',
} as const;

const SESSION_TABLE = `
  action                                  | who | draft     signin   ready      running    called     pitch        questions  scoring    stopped    locked     shown      sealed     closed       revealing     told         confirmed
  add an entry, seat a judge              | O   | ok        no       no         no         no         no           no         no         no         no         no         no         no           no            no           no
  free a seat, order ties                 | O   | ok        no       no         no         no         no           no         no         no         no         no         no         no           no            no           no
  take an entry off                       | O   | ok        ok       ok         ok         ok         ok           ok         ok         no         ok         ok         ok         no           no            no           no
  say where to meet, link a screen        | O   | ok        ok       ok         ok         ok         ok           ok         ok         ok         ok         ok         ok         ok           ok            ok           ok
  revoke a link, let the audience in      | O   | ok        ok       ok         ok         ok         ok           ok         ok         ok         ok         ok         ok         ok           ok            ok           ok
  shut the audience out                   | O   | ok        ok       ok         ok         ok         ok           ok         ok         ok         ok         ok         ok         ok           ok            ok           ok
  plan the start                          | O   | ok        ok       ok         no         no         no           no         no         no         no         no         no         no           no            no           no
  open the sign-in                        | O   | ok>signin no       no         no         no         no           no         no         no         no         no         no         no           no            no           no
  suspend the sign-in                     | O   | no        ok>draft no         no         no         no           no         no         no         no         no         no         no           no            no           no
  sign in, sign out                       | OCR | no        ok       ok         ok         ok         ok           ok         ok         ok         ok         ok         ok         no           no            no           no
  sign oneself in                         | J   | no        ok       ok         ok         ok         ok           ok         ok         ok         ok         ok         ok         no           no            no           no
  draw                                    | O   | first     ok>ready no         no         no         no           no         no         no         no         no         no         no           no            no           no
  take the draw back                      | O   | no        no       ok>draft   no         no         no           no         no         no         no         no         no         no           no            no           no
  recuse                                  | OC  | ok        ok       ok         ok         ok         ok           ok         ok         ok         ok         ok         ok         no           no            no           no
  lift a recusal                          | O   | ok        ok       ok         ok         ok         ok           ok         ok         ok         ok         ok         ok         no           no            no           no
  recuse oneself                          | J   | ok        ok       ok         ok         ok         ok           ok         ok         ok         ok         ok         ok         no           no            no           no
  start                                   | OC  | no        no       ok>running no         no         no           no         no         no         no         no         no         no           no            no           no
  call                                    | OCM | no        no       no         ok>called  ok         phase        phase      phase      no         ok>called  ok>called  ok>called  no           no            no           no
  skip                                    | OCM | no        no       no         other      ok>running phase        phase      phase      no         phase      phase      phase      no           no            no           no
  begin the pitch                         | OCM | no        no       no         phase      ok>pitch   phase        phase      phase      no         phase      phase      phase      no           no            no           no
  begin questions                         | OCM | no        no       no         phase      phase      ok>questions phase      phase      no         phase      phase      phase      no           no            no           no
  open scoring                            | OCM | no        no       no         phase      phase      ok>scoring   ok>scoring phase      no         phase      phase      phase      no           no            no           no
  pause the timer, let the timer go on    | OCM | no        no       no         other      untimed    ok           ok         untimed    no         untimed    untimed    untimed    no           no            no           no
  add a minute                            | OCM | no        no       no         other      untimed    ok           ok         untimed    no         untimed    untimed    untimed    no           no            no           no
  nudge                                   | OCM | no        no       no         other      none       none         none       ok         no         none       none       none       no           no            no           no
  score                                   | J   | shut      shut     shut       shut       shut       shut         shut       ok         ok         shut       shut       shut       shut         shut          shut         shut
  go over to paper                        | OC  | no        no       no         phase      ok>scoring ok>scoring   ok>scoring ok         no         phase      phase      phase      no           no            no           no
  key                                     | OR  | no        no       no         shut       shut       shut         shut       ok         ok         shut       shut       shut       no           no            no           no
  void a keying                           | OC  | no        no       no         gone       gone       gone         gone       ok         ok         ok         ok         ok         no           no            no           no
  lock                                    | OC  | no        no       no         phase      phase      phase        phase      ok>locked  no         phase      phase      phase      no           no            no           no
  show                                    | OC  | no        no       no         open       open       open         open       open       no         ok>shown   again      frozen     no           no            no           no
  reopen, strike                          | OC  | no        no       no         open       open       open         open       open       no         ok         ok         ok         no           no            no           no
  lift a strike                           | OC  | no        no       no         open       open       open         open       open       no         ok         ok         ok         no           no            no           no
  rule a tie                              | OC  | no        no       no         open       open       open         open       open       no         open       open       ok         no           no            no           no
  revoke a ruling                         | OC  | no        no       no         gone       gone       gone         gone       gone       no         gone       gone       ok         no           no            no           no
  withdraw, reinstate                     | OC  | no        no       no         ok         ok         ok           ok         ok         ok         ok         ok         ok         no           no            no           no
  rest                                    | OCM | ok        ok       ok         ok         busy       busy         busy       busy       no         ok         ok         ok         ok           ok            ok           ok
  end the rest                            | OCM | ok        ok       ok         ok         norest     norest       norest     norest     no         ok         ok         ok         ok           ok            ok           ok
  blank, unblank                          | OCM | ok        ok       ok         ok         ok         ok           ok         ok         ok         ok         ok         ok         ok           ok            ok           ok
  stop                                    | OC  | no        no       no         ok>stopped ok>stopped ok>stopped   ok>stopped ok>stopped no         ok>stopped ok>stopped ok>stopped no           no            no           no
  change a stop                           | OC  | no        no       no         no         no         no           no         no         ok         no         no         no         no           no            no           no
  resume                                  | OC  | no        no       no         no         no         no           no         no         ok>scoring no         no         no         no           no            no           no
  close                                   | OC  | no        no       no         ok>closed  onstage    onstage      onstage    onstage    no         ok>closed  ok>closed  ok>closed  no           no            no           no
  freeze                                  | OC  | no        no       no         ok         ok         ok           ok         ok         no         ok>sealed  ok         frozen     no           no            no           no
  unfreeze                                | OC  | no        no       no         thawed     thawed     thawed       thawed     thawed     no         thawed     thawed     ok>locked  no           no            no           no
  plan the ceremony                       | OC  | ok        ok       ok         ok         ok         ok           ok         ok         ok         ok         ok         ok         ok           begun         begun        begun
  begin the ceremony                      | OC  | early     early    early      early      early      early        early      early      early      early      early      early      ok>revealing begun         begun        begun
  present                                 | OC  | idle      idle     idle       idle       idle       idle         idle       idle       idle       idle       idle       idle       idle         O:ok,C:mine   idle         idle
  step, go by itself                      | OC  | idle      idle     idle       idle       idle       idle         idle       idle       idle       idle       idle       idle       idle         O:theirs,C:ok idle         idle
  go by hand                              | OC  | idle      idle     idle       idle       idle       idle         idle       idle       idle       idle       idle       idle       idle         ok            idle         idle
  witness the draw                        | W   | no        no       ok         ok         ok         ok           ok         ok         ok         ok         ok         ok         ok           ok            ok           ok
  witness the totals                      | W   | no        no       no         no         no         no           no         no         no         no         no         no         ok           ok            ok           no
  witness the end                         | W   | no        no       no         no         no         no           no         no         no         no         no         no         no           no            no           ok
  note a signature, take a signature back | OCR | no        no       no         no         no         no           no         no         no         no         no         no         ok           ok            ok           no
  confirm                                 | OC  | no        no       no         no         no         no           no         no         no         no         no         no         ok>confirmed ok>confirmed  ok>confirmed no`;

/** What the short words in {@link SESSION_TABLE} stand for. */
const CODES: Readonly<Record<string, string>> = {
  no: '409=roadshow.action_not_allowed',
  phase: '409=roadshow.phase_not_allowed',
  other: '409=roadshow.not_current',
  untimed: '409=roadshow.no_timer',
  none: '409=roadshow.nothing_to_nudge',
  busy: '409=roadshow.stage_busy',
  norest: '409=roadshow.no_intermission',
  shut: '409=review.scoring_closed',
  open: '409=roadshow.entry_not_locked',
  again: '409=roadshow.already_shown',
  frozen: '409=roadshow.frozen',
  thawed: '409=roadshow.not_frozen',
  onstage: '409=roadshow.entry_on_stage',
  first: '409=roadshow.sign_in_first',
  begun: '409=ceremony.begun_already',
  early: '409=ceremony.session_not_closed',
  idle: '409=ceremony.not_running',
  mine: '409=ceremony.presented_already',
  theirs: '409=ceremony.not_presenter',
  gone: '404=common.not_found',
};

const EQUAL: Points = [24, 20, 16, 8, 12];
const REASON = { reason: '说明' };
const PLAN = { awards: [{ nameZh: '一等奖', from: 1, to: 1 }], slides: [] };

/** A session before its start, and everybody of its cast. */
export async function openSession(app: TestApp): Promise<{ callers: Callers<SessionRole>; machine: Machine }> {
  const stage = await setStage(app, true);
  const { id, path, organiser, chair, judges, a, b, c, editionId } = stage;
  const here = { scopeType: 'session', scopeId: id } as const;
  const staff = async (role: Grant['role'], name: string) => (await signedIn(app, name, [{ role, ...here }])).browser;
  const other = await acceptedProject(app, editionId, { title: '丁 项目' });
  const spare = await makePerson(app, '替补评委', [{ role: 'judge', ...here }], false);
  const elsewhere = { scopeType: 'session', scopeId: newId() } as const;
  const others = (['chair', 'stage_manager', 'judge', 'recorder', 'supervisor'] as const).map((role) => ({
    role,
    ...elsewhere,
  }));
  const organises = { role: 'contest_organiser', scopeType: 'region', scopeId: `${editionId}/HZ` } as const;
  const browsers: Record<Exclude<SessionRole, 'nobody'>, Browser> = {
    entrant: (await signedIn(app, '参赛人')).browser,
    elsewhere: (await signedIn(app, '外人', [organises, ...others])).browser,
    organiser,
    chair,
    manager: await staff('stage_manager', '舞台监督'),
    judge: judges[0]!.browser,
    recorder: await staff('recorder', '场记员'),
    supervisor: await staff('supervisor', '监督员'),
    administrator: (await signedIn(app, '管理员', [{ role: 'administrator', scopeType: 'system', scopeId: '' }]))
      .browser,
  };
  const keyer = await staff('recorder', '场记员乙');
  const cookies: Record<string, string> = { nobody: '' };
  for (const role of SESSION_CAST) if (role !== 'nobody') cookies[role] = await cookiesOf(app, browsers[role]);

  const { body: screen } = await organiser.post(`${path}/screens`).send({ label: '侧屏' }).expect(201);
  const linkId = (screen as { id: string }).id;
  const does = (browser: Browser, route: string, body: object = {}) =>
    browser.post(`${path}/${route}`).send(body).expect(204);
  const { manager } = app.get(Database);
  const record = async () => (await browsers.supervisor.get(`${path}/record`).expect(200)).body as Witnessed;
  const keying = async () => (await app.get(ReviewQueries).keyings(id))[0]?.id ?? newId();

  /** The state that the machine was led to last, and whom it is about then. */
  let state = '';
  const current = () => (['sealed', 'closed', 'revealing', 'told', 'confirmed'].includes(state) ? b : a);
  const enter = (name: string, act: () => Promise<unknown>) => async () => {
    await act();
    state = name;
  };
  const phases = async (entryId: string, names: readonly string[]) => {
    for (const phase of names) await does(chair, 'phase', { entryId, phase });
  };
  const states = {
    draft: () => Promise.resolve(),
    signin: () => does(organiser, 'sign-in/open'),
    ready: async () => {
      for (const { seatNo } of judges.slice(1)) await does(organiser, 'sign-in', { seatNo });
      for (const entryId of [a, b]) await does(organiser, 'sign-in', { entryId, speakers: ['主讲'] });
      await does(organiser, 'draw', REASON);
    },
    running: () => does(chair, 'start', REASON),
    called: () => does(chair, 'call', { entryId: a }),
    pitch: () => phases(a, ['pitch']),
    questions: () => phases(a, ['questions']),
    scoring: async () => {
      await phases(a, ['scoring']);
      for (const judge of judges.slice(1)) await submit(stage, judge, a, EQUAL).expect(200);
      const keyed = { keyId: newId(), revision: 0, scores: inHundredths(EQUAL), comment: '' };
      await keyer.put(`${path}/keyed/${a}/1`).send(keyed).expect(200);
    },
    stopped: () => does(chair, 'stop', REASON),
    locked: async () => {
      await does(chair, 'resume');
      await does(chair, 'lock', { entryId: a, ...REASON });
    },
    shown: () => does(chair, 'show', { entryId: a }),
    sealed: async () => {
      await chair.put(`${path}/ceremony`).set('if-match', '*').send(PLAN).expect(204);
      await chair.put(`${path}/ceremony/freeze`).expect(204);
      await does(chair, 'call', { entryId: b });
      await phases(b, ['pitch', 'questions', 'scoring']);
      for (const judge of judges.slice(1, 6)) await submit(stage, judge, b, EQUAL).expect(200);
      await does(chair, 'lock', { entryId: b, ...REASON });
    },
    closed: async () => {
      await does(chair, 'withdraw', { entryId: c, ...REASON });
      await does(chair, 'close', REASON);
    },
    revealing: () => does(chair, 'ceremony/begin'),
    told: async () => {
      const { body } = await chair.get(`${path}/ceremony`).expect(200);
      for (let at = 1; at <= (body as { steps: object[] }).steps.length; at += 1)
        await does(chair, 'ceremony/step', { at });
    },
    confirmed: async () => does(chair, 'record/confirm', { digest: (await record()).totals!.digest, ...REASON }),
  };

  const sent =
    (body: object = {}, at: Record<string, string> = {}) =>
    (): Sent => ({ at: { id, ...at }, body });
  const onCurrent =
    (more: object = {}) =>
    (): Sent => ({ at: { id }, body: { entryId: current(), ...more } });
  const witnessing = (subject: 'draw' | 'totals' | 'confirmation') => async (): Promise<Sent> => {
    const told = await record();
    const { digest } = (subject === 'draw' ? told.draw : told.totals) ?? { digest: '0'.repeat(64) };
    return { at: { id }, body: { subject, verdict: 'witnessed', digest } };
  };
  const totals = async () => (await record()).totals?.digest ?? '0'.repeat(64);
  /** Done by hand first, where the state lets it. */
  const after = (
    send: Action['send'],
    browser: Browser,
    route: string,
    body: () => object | Promise<object>,
  ): Action => ({
    send,
    before: async () => browser.post(`${path}/${route}`).send(await body()),
  });
  const tied = { entryIds: [a, b], ...REASON };
  const actions: Record<keyof typeof SESSION_ROUTES, Action | Action['send']> = {
    'add an entry': sent({ projectIds: [other.id] }),
    'take an entry off': sent({}, { entryId: c }),
    'seat a judge': sent({ seatNo: 8, personId: spare.id, kind: 'technical', organisationName: '单位 8' }),
    'free a seat': sent({}, { seatNo: '1' }),
    'say where to meet': onAny(sent({ meetingUrl: 'https://meet.example/1' })),
    'order ties': onAny(sent({ ties: ['untrimmed'] })),
    'plan the start': onAny(sent({ startsAt: '2031-01-07T09:30' })),
    'open the sign-in': sent(),
    'suspend the sign-in': sent(REASON),
    'sign in': sent({ entryId: c, speakers: ['主讲'] }),
    'sign out': after(sent({ seatNo: 2, ...REASON }), organiser, 'sign-in', () => ({ seatNo: 2 })),
    'sign oneself in': sent(),
    draw: sent(REASON),
    'take the draw back': sent(REASON),
    recuse: sent({ entryId: c, seatNo: 3, ...REASON }),
    'lift a recusal': sent({ entryId: b, seatNo: 7, ...REASON }),
    'recuse oneself': sent({ entryId: c, ...REASON }),
    start: sent(REASON),
    call: () => ({ at: { id }, body: { entryId: c, ...(state === 'called' ? { absent: a } : {}) } }),
    skip: onCurrent(),
    'begin the pitch': onCurrent({ phase: 'pitch' }),
    'begin questions': onCurrent({ phase: 'questions' }),
    'open scoring': onCurrent({ phase: 'scoring' }),
    'pause the timer': onCurrent({ action: 'pause' }),
    'let the timer go on': after(onCurrent({ action: 'resume' }), chair, 'timer', () => ({
      entryId: current(),
      action: 'pause',
    })),
    'add a minute': onCurrent({ action: 'add', seconds: 60 }),
    nudge: onCurrent({ seatNo: 1 }),
    score: () => ({
      at: { id, entryId: current() },
      body: { sheetKey: newId(), revision: 0, scores: inHundredths(EQUAL) },
    }),
    'go over to paper': onCurrent(REASON),
    key: () => ({
      at: { id, entryId: a, seatNo: '1' },
      body: { keyId: newId(), revision: 0, scores: inHundredths(EQUAL), comment: '' },
    }),
    'void a keying': async () => ({ at: { id }, body: { keyingId: await keying(), ...REASON } }),
    lock: onCurrent(REASON),
    show: onCurrent(),
    reopen: sent({ entryId: a, seatNo: 2, ...REASON }),
    strike: sent({ entryId: a, seatNo: 3, ...REASON }),
    'lift a strike': after(sent({ entryId: a, seatNo: 3, ...REASON }), chair, 'strike', () => ({
      entryId: a,
      seatNo: 3,
      ...REASON,
    })),
    'rule a tie': sent(tied),
    'revoke a ruling': after(sent(tied), chair, 'tie-ruling', () => tied),
    withdraw: sent({ entryId: c, ...REASON }),
    reinstate: after(sent({ entryId: c, ...REASON }), chair, 'withdraw', () => ({ entryId: c, ...REASON })),
    rest: sent({ text: '茶歇' }),
    'end the rest': after(sent(), chair, 'intermission', () => ({ text: '茶歇' })),
    blank: sent(),
    unblank: after(sent(), chair, 'blank', () => ({})),
    stop: sent({ ...REASON, resumesAt: '2031-01-08T09:30' }),
    'change a stop': sent({ ...REASON, resumesAt: '2031-01-08T09:30', changes: true }),
    resume: sent(),
    close: sent(REASON),
    'link a screen': sent({ label: '主屏' }),
    'revoke a link': sent({}, { linkId }),
    'let the audience in': sent(),
    'shut the audience out': after(sent(), organiser, 'audience/open', () => ({})),
    freeze: sent(),
    unfreeze: sent(),
    'plan the ceremony': onAny(sent({ ...PLAN, advancing: 1 })),
    'begin the ceremony': sent(),
    present: sent(),
    step: sent({ at: 1 }),
    'go by itself': sent({ seconds: 60 }),
    'go by hand': {
      send: sent(),
      before: () => chair.put(`${path}/ceremony/automatic`).send({ seconds: 60 }),
    },
    'witness the draw': witnessing('draw'),
    'witness the totals': witnessing('totals'),
    'witness the end': witnessing('confirmation'),
    'note a signature': async () => ({ at: { id }, body: { digest: await totals(), seatNo: 2 } }),
    'take a signature back': after(sent({ seatNo: 2, ...REASON }), organiser, 'record/signatures', async () => ({
      digest: await totals(),
      seatNo: 2,
    })),
    confirm: async () => ({ at: { id }, body: { digest: await totals(), ...REASON } }),
  };
  const machine: Machine = {
    table: tableOf(Object.keys(states)),
    routes: SESSION_ROUTES,
    actions,
    states: Object.fromEntries(Object.entries(states).map(([name, act]) => [name, enter(name, act)])),
    state: async () => {
      const session = await manager.findOneByOrFail(RoadshowSession, { id: Equal(id) });
      const ceremony = await manager.findOneBy(Ceremony, { sessionId: Equal(id) });
      const told = ceremony?.state ?? 'planned';
      if (session.state === 'closed') return { planned: 'closed', running: 'revealing', ended: 'told' }[told];
      if (session.state !== 'running') return session.state;
      if (session.phase === 'idle') return 'running';
      return session.phase === 'locked' && ceremony?.frozenAt ? 'sealed' : session.phase;
    },
  };
  return { callers: new Callers(app, cookies as Record<SessionRole, string>, HOLD_NOTHING), machine };
}

interface Witnessed {
  draw: { digest: string } | null;
  totals: { digest: string } | null;
}

/**
 * The lines of a {@link Machine} that {@link SESSION_TABLE} says in short: a column for each state, in which stands what
 * becomes of the action where its role allows it at all. Everybody else is refused as anywhere: who is not signed in, who has no
 * role that allows it, and to whom there is no such session.
 */
function tableOf(states: readonly string[]): string {
  const [head, ...texts] = SESSION_TABLE.split('\n').filter((one) => one.trim() !== '');
  const words = (cell: string) => cell.trim().split(/\s+/);
  if (words(head!.split('|')[2]!).join() !== states.join())
    throw new Error(`the columns are headed: ${states.join(' ')}`);
  const lines = texts.flatMap((text) => {
    const [actions, who, row] = text.split('|').map((one) => one.trim());
    const cells = words(row!);
    if (cells.length !== states.length) throw new Error(`${states.length} states, and not ${cells.length}: ${text}`);
    return states.map((state, index) => lineOf(state, actions!, who!, cells[index]!));
  });
  const headings = SESSION_CAST.map((role) => role.slice(0, 3)).join(' ');
  return [`state | action | ${headings}`, ...lines].join('\n');
}

/** @param cell one outcome for all whom `who` names, or for some of them before another for the rest: `C:ok,presenter` */
function lineOf(state: string, actions: string, who: string, cell: string): string {
  const allowed = [...who].map((letter) => LETTERS[letter]!);
  const told = cell.split(',').map((one) => {
    const [, letters, word] = /^(?:([A-Z]+):)?(.+)$/.exec(one)!;
    return { roles: letters ? [...letters].map((letter) => LETTERS[letter]!) : allowed, ...outcomeOf(word!, state) };
  });
  const outcomes = SESSION_CAST.map((role) => {
    if (role === 'nobody') return '401';
    if (role === 'elsewhere') return '404';
    return allowed.includes(role) ? told.find(({ roles }) => roles.includes(role))!.outcome : '403';
  });
  return `${state} | ${actions} | ${outcomes.join(' ')} | ${told
    .map(({ more }) => more)
    .toSorted()
    .join(' ')}`;
}

function outcomeOf(word: string, state: string): { outcome: string; more: string } {
  const [done, leadsTo] = word.split('>');
  if (done === 'ok') return { outcome: 'ok', more: `> ${leadsTo ?? state}` };
  const code = CODES[word];
  if (code === undefined) throw new Error(`no code is called ${word}`);
  return { outcome: code.split('=')[0]!, more: code };
}
