import { ROADSHOW_PHASES, ROADSHOW_STATES } from '@haishi/contracts';
import { describe, expect, it } from 'vitest';
import { PHASE_MACHINE, resumed, sameShown, SESSION_MACHINE, shownResult, timerOf } from './session.rules.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 9, 0, seconds));

describe('the state machines', () => {
  it('allow exactly this of a session', () => {
    expect(Object.fromEntries(ROADSHOW_STATES.map((state) => [state, SESSION_MACHINE.actions(state)]))).toEqual({
      draft: ['edit', 'signIn', 'draw'],
      signin: ['gather', 'setUp', 'draw'],
      ready: ['withdraw', 'undraw', 'start'],
      running: ['run', 'stop', 'close'],
      stopped: ['standby', 'resume'],
      closed: ['reveal', 'confirm'],
      confirmed: ['announce'],
    });
  });

  it('allow exactly this on stage', () => {
    expect(Object.fromEntries(ROADSHOW_PHASES.map((phase) => [phase, PHASE_MACHINE.actions(phase)]))).toEqual({
      idle: ['call', 'show'],
      called: ['call', 'skip', 'pitch', 'paper'],
      pitch: ['questions', 'scoring', 'paper'],
      questions: ['scoring', 'paper'],
      scoring: ['paper', 'lock'],
      locked: ['call', 'show'],
      shown: ['call', 'show'],
    });
  });
});

describe('the timer', () => {
  it('is told in milliseconds', () => {
    expect(timerOf({ phaseStartedAt: null, phaseSeconds: 0, pausedAt: null })).toBeNull();
    expect(timerOf({ phaseStartedAt: at(1), phaseSeconds: 480, pausedAt: at(2) })).toEqual({
      startedAt: at(1).getTime(),
      seconds: 480,
      pausedAt: at(2).getTime(),
    });
  });

  it('goes on after a pause with what was left', () => {
    expect(resumed({ phaseStartedAt: at(0), phaseSeconds: 60, pausedAt: at(20) }, at(50))).toEqual({
      phaseStartedAt: at(30),
      phaseSeconds: 60,
      pausedAt: null,
    });
  });
});

describe('what is shown', () => {
  const result = { score: 8720, untrimmed: 8664, valid: 3, droppedHighest: [3], droppedLowest: [1], tieValues: [2700] };
  const shown = shownResult(
    result,
    [
      { seatNo: 3, total: 9100 },
      { seatNo: 1, total: 8000 },
      { seatNo: 2, total: 8720 },
    ],
    [7, 4],
    2,
  );

  it('marks the struck, by seat, and says nothing else', () => {
    expect(shown).toEqual({
      score: 8720,
      untrimmed: 8664,
      decimals: 2,
      judges: [
        { seatNo: 1, total: 8000, struck: 'lowest' },
        { seatNo: 2, total: 8720, struck: null },
        { seatNo: 3, total: 9100, struck: 'highest' },
      ],
      recused: [4, 7],
    });
  });

  it('is new when a total changes, though the score stays', () => {
    expect(sameShown(null, shown)).toBe(false);
    expect(sameShown(structuredClone(shown), shown)).toBe(true);
    expect(
      sameShown(
        { ...shown, judges: shown.judges.map((one) => ({ ...one, total: one.total + (one.seatNo === 3 ? 50 : 0) })) },
        shown,
      ),
    ).toBe(false);
  });
});
