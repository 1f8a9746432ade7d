import { describe, expect, it } from 'vitest';
import { PROJECT_STATES } from '../project/project.rules.js';
import { type Course, nextStep } from './next-step.rules.js';

const at = new Date('2026-03-01T09:30:00Z');
const open = { open: true, deadline: at, late: null } as const;
const shut = { open: false, code: 'project.deadline_passed', at } as const;
const course: Course = {
  state: 'accepted',
  window: shut,
  takesCode: false,
  appearance: null,
  standing: null,
  leftOut: false,
  onNotice: false,
  certified: false,
  appeal: null,
};
const next = (change: Partial<Course>) => nextStep({ ...course, ...change });

describe('what comes next', () => {
  it('is told for every state', () => {
    expect(PROJECT_STATES.map((state) => next({ state, window: open }).code)).toEqual([
      'hand_in',
      'wait_check',
      'correct',
      'wait_stage',
      'rejected',
      'withdrawn',
    ]);
  });

  it('for what is to be handed in is until when, or how it still can be', () => {
    expect(next({ state: 'draft', window: open })).toEqual({ code: 'hand_in', at });
    expect(next({ state: 'returned', window: open })).toEqual({ code: 'correct', at });
    const early = { open: false, code: 'project.registration_not_yet_open', at } as const;
    expect(next({ state: 'draft', window: early })).toEqual({ code: 'wait_registration', at });
    const late = { open: false, code: 'project.correction_deadline_passed', at } as const;
    for (const takesCode of [true, false])
      expect(next({ state: 'returned', window: late, takesCode })).toEqual({ code: 'overdue', at });
    for (const state of ['draft', 'returned'] as const) {
      expect(next({ state, takesCode: true })).toEqual({ code: 'late_code', at: null });
      expect(next({ state })).toEqual({ code: 'closed', at: null });
    }
  });

  it('for what was rejected is the appeal and until when, its decision, or nothing more', () => {
    const after = (appeal: Course['appeal']) => next({ state: 'rejected', appeal });
    expect(after({ until: at })).toEqual({ code: 'may_appeal', at });
    expect(after('waits')).toEqual({ code: 'wait_appeal', at: null });
    expect(after(null)).toEqual({ code: 'rejected', at: null });
  });

  it('for what was accepted is the session, the notice, or what the last decision says', () => {
    expect(next({ appearance: { startsAt: at }, standing: 'advances' })).toEqual({ code: 'appear', at });
    expect(next({ appearance: { startsAt: null } })).toEqual({ code: 'appear', at: null });
    expect(next({ onNotice: true, standing: 'advances' }).code).toBe('on_notice');
    expect(next({ certified: true, onNotice: true }).code).toBe('certificate');
    expect(next({ leftOut: true }).code).toBe('left_out');
    expect(next({ leftOut: true, appearance: { startsAt: at } }).code).toBe('appear');
    const codes = (['advances', 'wildcard', 'waiting', 'out', 'left', 'struck'] as const).map(
      (standing) => next({ standing }).code,
    );
    expect(codes).toEqual(['wait_next', 'wait_next', 'wait_list', 'ended', 'ended', 'ended']);
  });
});
