import {
  type ChairSheet,
  type Permission,
  ROADSHOW_PHASES,
  ROADSHOW_STATES,
  type RoadshowEntryState,
  type RoadshowPhase,
  type RoadshowState,
  type RoadshowTimer,
  type ScreenSnapshot,
  type ShownResult,
} from '@haishi/contracts';
import { StateMachine } from '@haishi/kernel';
import type { AggregateResult, CountedSheet } from '@haishi/review/rules';

export type SessionAction =
  | 'edit'
  | 'signIn'
  | 'gather'
  | 'setUp'
  | 'draw'
  | 'withdraw'
  | 'undraw'
  | 'start'
  | 'run'
  | 'stop'
  | 'standby'
  | 'resume'
  | 'close'
  | 'reveal'
  | 'confirm'
  | 'announce';

/** A session's life. `edit` is setting it up, `withdraw` taking an entry off after the draw, `run` whatever happens on stage, `standby` what does not wait for a stopped one to go on, `reveal` the ceremony. `gather` is what happens while judges and entrants sign in, `setUp` going back to setting up, `announce` the ceremony of confirmed results. */
export const SESSION_MACHINE = new StateMachine<RoadshowState, SessionAction>(ROADSHOW_STATES, {
  edit: { from: ['draft'], to: 'draft' },
  signIn: { from: ['draft'], to: 'signin' },
  gather: { from: ['signin'], to: 'signin' },
  setUp: { from: ['signin'], to: 'draft' },
  draw: { from: ['draft', 'signin'], to: 'ready' },
  withdraw: { from: ['ready'], to: 'ready' },
  undraw: { from: ['ready'], to: 'draft' },
  start: { from: ['ready'], to: 'running' },
  run: { from: ['running'], to: 'running' },
  stop: { from: ['running'], to: 'stopped' },
  standby: { from: ['stopped'], to: 'stopped' },
  resume: { from: ['stopped'], to: 'running' },
  close: { from: ['running'], to: 'closed' },
  reveal: { from: ['closed'], to: 'closed' },
  confirm: { from: ['closed'], to: 'confirmed' },
  announce: { from: ['confirmed'], to: 'confirmed' },
});

/** What can be done in any state: screens go blank whatever happens. */
export const ANY_STATE: readonly SessionAction[] = [
  'edit',
  'gather',
  'withdraw',
  'run',
  'standby',
  'reveal',
  'announce',
];

export const PHASE_ACTIONS = ['pitch', 'questions', 'scoring'] as const;
export type PhaseAction = 'call' | 'skip' | (typeof PHASE_ACTIONS)[number] | 'paper' | 'lock' | 'show';

/**
 * What may follow what on stage. An entry that was called and is absent gives way to another; `paper` is an entry that
 * was judged on paper while the network was gone, also where it went in the middle of the scoring; a locked entry may wait for its scores to be shown later, and a shown
 * one may be shown again after a correction.
 */
export const PHASE_MACHINE = new StateMachine<RoadshowPhase, PhaseAction>(ROADSHOW_PHASES, {
  call: { from: ['idle', 'called', 'locked', 'shown'], to: 'called' },
  skip: { from: ['called'], to: 'idle' },
  pitch: { from: ['called'], to: 'pitch' },
  questions: { from: ['pitch'], to: 'questions' },
  scoring: { from: ['pitch', 'questions'], to: 'scoring' },
  paper: { from: ['called', 'pitch', 'questions', 'scoring'], to: 'scoring' },
  lock: { from: ['scoring'], to: 'locked' },
  show: { from: ['idle', 'locked', 'shown'], to: 'shown' },
});

/**
 * Who may do it: whoever manages the stage 舞台监督, who is told no score, or the chair alone, where it decides what
 * scores there are or who is told them. A chair may do all that a stage manager may.
 */
export const PHASE_PERMISSIONS = {
  call: 'roadshow.stage',
  skip: 'roadshow.stage',
  pitch: 'roadshow.stage',
  questions: 'roadshow.stage',
  scoring: 'roadshow.stage',
  paper: 'roadshow.chair',
  lock: 'roadshow.chair',
  show: 'roadshow.chair',
} as const satisfies Record<PhaseAction, Permission>;

/** The stored timer of a phase. */
export interface StoredTimer {
  phaseStartedAt: Date | null;
  phaseSeconds: number;
  pausedAt: Date | null;
}

/** The timer as clients count it. */
export function timerOf({ phaseStartedAt, phaseSeconds, pausedAt }: StoredTimer): RoadshowTimer | null {
  return (
    phaseStartedAt && {
      startedAt: phaseStartedAt.getTime(),
      seconds: phaseSeconds,
      pausedAt: pausedAt?.getTime() ?? null,
    }
  );
}

/** A paused timer going on: its start moves by the length of the pause. */
export function resumed(timer: StoredTimer, now: Date): StoredTimer {
  const paused = now.getTime() - timer.pausedAt!.getTime();
  return { ...timer, phaseStartedAt: new Date(timer.phaseStartedAt!.getTime() + paused), pausedAt: null };
}

/** A stored sheet as the chair sees it. */
export function chairSheet({
  entryId,
  seatNo,
  scores,
  comment,
  total,
  revision,
  state,
  keyedBy,
}: ChairSheet & { keyedBy: readonly unknown[] | null }): ChairSheet {
  return { entryId, seatNo, scores, comment, total, revision, state, ...(keyedBy ? { paper: true as const } : {}) };
}

/** What the public is told of a result: each counted judge's total, the struck ones marked. */
export function shownResult(
  result: AggregateResult,
  sheets: readonly Pick<CountedSheet, 'seatNo' | 'total'>[],
  recused: readonly number[],
  decimals: number,
  invalid: readonly number[] = [],
): ShownResult {
  const struck = (seatNo: number) => {
    if (result.droppedHighest.includes(seatNo)) return 'highest';
    return result.droppedLowest.includes(seatNo) ? 'lowest' : null;
  };
  return {
    score: result.score,
    untrimmed: result.untrimmed,
    decimals,
    judges: sheets
      .map(({ seatNo, total }) => ({ seatNo, total, struck: struck(seatNo) }) as const)
      .sort((one, other) => one.seatNo - other.seatNo),
    recused: [...recused].sort((one, other) => one - other),
    ...(invalid.length > 0 ? { invalid: [...invalid].sort((one, other) => one - other) } : {}),
  };
}

/** In which an entry has the stage. */
export const BUSY: readonly RoadshowPhase[] = ['called', 'pitch', 'questions', 'scoring'];

/**
 * What becomes of an entry with sheets whose withdrawal is taken back: nothing is locked by that, or a reason for missing
 * sheets would be got round. Null is from before that was kept.
 */
export function entryStateAfter(withdrawnFrom: RoadshowEntryState | null): 'locked' | 'onstage' {
  return withdrawnFrom === 'locked' || withdrawnFrom === 'shown' ? 'locked' : 'onstage';
}

/** Ends a break 中场休息. */
export const NO_INTERMISSION = { intermissionText: null, intermissionUntil: null };

/** What screens get of what desks get: not why the session was stopped; nothing but whose session it is while they are blank. */
export function onScreens(room: ScreenSnapshot): ScreenSnapshot {
  const { header, current, board, ceremony } = room;
  if (header.blank) return blanked(room);
  const stopped = header.stopped && { until: header.stopped.until };
  return { header: { ...header, stopped }, current, board, ceremony };
}

function blanked({ header }: ScreenSnapshot): ScreenSnapshot {
  return {
    header: { ...header, entries: 0, shown: 0, stopped: null, intermission: null },
    current: null,
    board: [],
    ceremony: null,
  };
}

/** Whether showing again would tell the public anything new. */
export function sameShown(one: ShownResult | null, other: ShownResult): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
