import { describe, expect, it } from 'vitest';
import { keptInStage, toBody, toForm } from './plan-form';
import type { RoundPlan } from './review-api';

const PLAN: RoundPlan = {
  judgesPerEntry: 3,
  load: { min: 4, max: 9 },
  composition: [{ type: 'investor', atLeast: 1 }],
  onePerInstitution: true,
  awayFromHome: false,
  readLanguages: true,
  connected: true,
  sharedByPanels: 2,
  mismatch: [0, 2, 10],
  level: 1,
  keep: 5,
  normalisation: 'robust',
  minSheets: 5,
  divergence: 1250,
  lateSheets: 'refused',
  reopensDivergent: true,
};
const USUAL = { min: 2, max: 4 };

describe('the rules of a round, typed', () => {
  it('come back as they were', () => {
    const { mismatch, ...rest } = PLAN;
    const costs = { field: mismatch[0], division: mismatch[1], neither: mismatch[2] };
    expect(toBody(toForm(PLAN, USUAL))).toEqual({ ...rest, costs });
    expect(toBody(toForm({ ...PLAN, load: null }, USUAL))).toMatchObject({ load: null });
  });

  it('open no other look by themselves where they were planned before that was asked', () => {
    const { reopensDivergent: _, ...before } = PLAN;
    expect(toForm(before, USUAL).reopensDivergent).toBe(false);
  });

  it('offer the usual bounds to who sets their own, and points in place of hundredths', () => {
    const form = toForm({ ...PLAN, load: null }, USUAL);
    expect(form.load).toEqual({ min: '2', max: '4' });
    expect(form.divergence).toBe('12.5');
    expect(toForm({ ...PLAN, divergence: 2000 }, USUAL).divergence).toBe('20');
    expect(toForm({ ...PLAN, divergence: 0 }, USUAL).divergence).toBe('0');
  });

  it('leave what is no number to the server, which names it', () => {
    const form = { ...toForm(PLAN, USUAL), judgesPerEntry: '三', divergence: '1.234' };
    expect(toBody(form)).toMatchObject({ judgesPerEntry: '三', divergence: '1.234' });
  });

  it('are kept by a stage as its file names them', () => {
    const { judgesPerEntry, mismatch: _, ...rest } = PLAN;
    expect(keptInStage(PLAN)).toEqual({
      judgesPerProject: judgesPerEntry,
      plan: { ...rest, costs: { field: 0, division: 2, neither: 10 } },
    });
    expect(keptInStage({ ...PLAN, load: null })).not.toHaveProperty('plan.load');
  });

  it('are kept by a stage without another look where they were planned before that was asked', () => {
    const { reopensDivergent: _, ...before } = PLAN;
    expect(keptInStage(before)).toMatchObject({ plan: { reopensDivergent: false } });
  });
});
