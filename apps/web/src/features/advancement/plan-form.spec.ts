import { describe, expect, it } from 'vitest';
import type { StagePlan } from './advancement-api';
import { sumOf, toBody, toForm } from './plan-form';

const PARTS = {
  regions: [
    { code: 'SJZ', name: { zh: '石家庄', en: 'Shijiazhuang' } },
    { code: 'EU', name: { zh: '欧美', en: 'Europe and America' } },
  ],
  divisions: [{ code: 'IT', name: { zh: '信息', en: 'IT' } }],
};
const PLAN: StagePlan = {
  mode: 'total',
  size: 20,
  permille: null,
  regions: null,
  divisions: null,
  caps: [],
  wildcards: 1,
  waiting: 3,
  cutTies: 'all',
  excluded: [{ entryId: 'e1', reason: '重复申报' }],
};
const COMMON = { cutTies: 'all', excluded: PLAN.excluded, wildcards: 1, waiting: 3 };

describe('the plan of who advances, as it is typed', () => {
  it('sends for each way to cut what that way needs, and nothing that was typed for another', () => {
    const form = { ...toForm(PLAN, PARTS), percent: '12.5', byHand: true };
    form.caps = [{ region: 'SJZ', division: 'IT', cap: '4' }];
    form.regions = { SJZ: '7', EU: '' };
    form.divisions = { IT: '7' };
    expect(toBody(form)).toEqual({ mode: 'total', size: 20, ...COMMON });
    expect(toBody({ ...form, mode: 'share' })).toEqual({ mode: 'share', permille: 125, ...COMMON });
    expect(toBody({ ...form, mode: 'region' })).toEqual({ mode: 'region', size: 20, ...COMMON });
    const caps = [{ region: 'SJZ', division: 'IT', cap: 4 }];
    expect(toBody({ ...form, mode: 'biproportional' })).toEqual({
      mode: 'biproportional',
      regions: [
        { code: 'SJZ', seats: 7 },
        { code: 'EU', seats: 0 },
      ],
      divisions: [{ code: 'IT', seats: 7 }],
      caps,
      ...COMMON,
    });
    const evenly = { mode: 'biproportional', size: 20, caps, ...COMMON };
    expect(toBody({ ...form, mode: 'biproportional', byHand: false })).toEqual(evenly);
  });

  it('shows a stored plan as it was typed', () => {
    const margins = { regions: [{ code: 'EU', seats: 2 }], divisions: [{ code: 'IT', seats: 2 }] };
    const plan: StagePlan = { ...PLAN, mode: 'biproportional', size: null, ...margins };
    const form = toForm(plan, PARTS);
    expect(form).toMatchObject({ byHand: true, size: '', regions: { SJZ: '0', EU: '2' }, divisions: { IT: '2' } });
    expect(toForm({ ...PLAN, mode: 'share', size: null, permille: 105 }, PARTS).percent).toBe('10.5');
  });

  it('says of an earlier stage which and how much, and nothing where none counts', () => {
    const form = toForm({ ...PLAN, carry: { stage: 'ONLINE', permille: 305 } }, PARTS);
    expect(form).toMatchObject({ carry: 'ONLINE', carryPercent: '30.5' });
    expect(toBody(form)).toMatchObject({ carry: { stage: 'ONLINE', permille: 305 } });
    expect(toBody({ ...form, carry: '' })).not.toHaveProperty('carry');
    expect(toBody({ ...form, carryPercent: '' })).toMatchObject({ carry: { stage: 'ONLINE', permille: null } });
  });

  it('leaves to the server what is missing or no number', () => {
    const form = toForm(PLAN, PARTS);
    expect(toBody({ ...form, size: '' })).toMatchObject({ size: null });
    expect(toBody({ ...form, size: '2 0' })).toMatchObject({ size: '2 0' });
    expect(toBody({ ...form, mode: 'share', percent: '12.55' })).toMatchObject({ permille: '12.55' });
  });

  it('adds up the seats of margins', () => {
    expect(sumOf({ SJZ: '7', EU: ' 3 ', IT: 'x', EQ: '' })).toBe(10);
  });
});
