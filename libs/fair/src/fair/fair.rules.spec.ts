import { describe, expect, it } from 'vitest';
import {
  dayNow,
  dayWords,
  FAIR_MACHINE,
  fairPeriod,
  type FairSettings,
  findFaults,
  openingFault,
} from './fair.rules.js';

const settings: FairSettings = {
  timeZone: 'Asia/Shanghai',
  days: [{ date: '2026-03-28', opens: '09:00', closes: '16:00' }],
  zones: [
    { code: 'EIT', zh: '新一代电子信息', en: 'Electronics' },
    { code: 'BIO', zh: '生物医药', en: 'Biomedicine' },
  ],
  gates: ['东门', '南门'],
  employerSignInBy: '09:30',
};

describe('findFaults', () => {
  it('finds none in good settings', () => expect(findFaults(settings)).toEqual([]));

  it.each<[Partial<FairSettings>, string, string]>([
    [{ timeZone: 'Asia/Shijiazhuang' }, 'timeZone', 'fair.unknown_time_zone'],
    [{ days: [{ date: '2026-02-30', opens: '09:00', closes: '16:00' }] }, 'days.0.date', 'fair.not_a_day'],
    [{ days: [...settings.days, ...settings.days] }, 'days.1.date', 'fair.duplicate_day'],
    [{ days: [{ date: '2026-03-28', opens: '24:00', closes: '16:00' }] }, 'days.0.opens', 'fair.not_a_time'],
    [{ days: [{ date: '2026-03-28', opens: '16:00', closes: '16:00' }] }, 'days.0.closes', 'fair.closes_before_opens'],
    [{ employerSignInBy: '9:30' }, 'employerSignInBy', 'fair.not_a_time'],
    [{ employerSignInBy: '16:00' }, 'employerSignInBy', 'fair.sign_in_after_close'],
    [{ zones: [settings.zones[0]!, settings.zones[0]!] }, 'zones.1.code', 'fair.duplicate_code'],
    [{ gates: ['东门', '东门'] }, 'gates.1', 'fair.duplicate_code'],
  ])('names the field of %j', (changes, field, code) => {
    expect(findFaults({ ...settings, ...changes })).toEqual([expect.objectContaining({ field, code })]);
  });
});

describe('openingFault', () => {
  const fair = { ...settings, approvedCapacity: 6_000, permitNumber: '冀公治许〔2026〕12号' };
  const now = new Date('2026-03-28T15:59:00Z');

  it('lets a permitted fair open until the end of its last day in its zone', () => {
    expect(openingFault(fair, now)).toBeUndefined();
    expect(openingFault(fair, new Date('2026-03-28T16:00:00Z'))).toEqual({
      code: 'fair.over',
      params: { day: '2026-03-28' },
    });
  });

  it('demands a permit from a thousand persons on', () => {
    expect(openingFault({ ...fair, permitNumber: null }, now)).toEqual({
      code: 'fair.permit_missing',
      params: { capacity: 6_000 },
    });
    expect(openingFault({ ...fair, permitNumber: null, approvedCapacity: 1_000 }, now)?.code).toBe(
      'fair.permit_missing',
    );
    expect(openingFault({ ...fair, permitNumber: null, approvedCapacity: 999 }, now)).toBeUndefined();
  });
});

describe('moments of a fair', () => {
  it('are read in its zone', () => {
    expect(
      fairPeriod({ ...settings, days: [...settings.days, { date: '2026-03-29', opens: '08:30', closes: '15:00' }] }),
    ).toEqual({
      opensAt: new Date('2026-03-28T01:00:00Z'),
      closesAt: new Date('2026-03-29T07:00:00Z'),
    });
  });
});

describe('FAIR_MACHINE', () => {
  it('opens, closes, and opens again', () => {
    expect(FAIR_MACHINE.next('draft', 'open')).toBe('open');
    expect(FAIR_MACHINE.next('open', 'close')).toBe('closed');
    expect(FAIR_MACHINE.next('closed', 'open')).toBe('open');
    expect(FAIR_MACHINE.next('draft', 'close')).toBeUndefined();
    expect(FAIR_MACHINE.actions('open')).toEqual(['close']);
  });
});

describe('the day of a fair', () => {
  const day = (date: string) => ({ date, opens: '09:00', closes: '16:00' });
  const fair = { days: [day('2026-03-29'), day('2026-03-28')], timeZone: 'Asia/Shanghai' };
  const at = (instant: string) => {
    const found = dayNow(fair, new Date(instant));
    return found && [found.day.date, found.today, found.open];
  };

  it('is the one under way in the fair’s zone, or the next', () => {
    expect(at('2026-03-27T15:59:59Z')).toEqual(['2026-03-28', false, false]);
    expect(at('2026-03-27T16:00:00Z')).toEqual(['2026-03-28', true, false]);
    expect(at('2026-03-28T01:00:00Z')).toEqual(['2026-03-28', true, true]);
    expect(at('2026-03-28T07:59:59Z')).toEqual(['2026-03-28', true, true]);
    expect(at('2026-03-28T08:00:00Z')).toEqual(['2026-03-29', false, false]);
    expect(at('2026-03-29T08:00:00Z')).toBeUndefined();
  });

  it('is told with its date only where it is not today', () => {
    const one = day('2026-03-28');
    expect(dayWords({ day: one, today: true })).toEqual({ zh: '09:00–16:00', en: '09:00–16:00' });
    expect(dayWords({ day: one, today: false })).toEqual({ zh: '3月28日 09:00–16:00', en: '28 March, 09:00–16:00' });
  });
});
