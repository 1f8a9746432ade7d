import type { Grant } from '@haishi/contracts';
import { describe, expect, it } from 'vitest';
import { fitsScope, incompatibleWith, mayHandOn } from './grant.rules.js';

const administrator: Grant = { role: 'administrator', scopeType: 'system', scopeId: '' };
const cityOrganiser: Grant = { role: 'contest_organiser', scopeType: 'system', scopeId: '' };
const organiser: Grant = { role: 'contest_organiser', scopeType: 'edition', scopeId: 'e1' };
const regional: Grant = { role: 'contest_organiser', scopeType: 'region', scopeId: 'e1/asia' };
const fairOrganiser: Grant = { role: 'fair_organiser', scopeType: 'fair', scopeId: 'f1' };

describe('handing on a role', () => {
  it('is within the giver’s own scope', () => {
    expect(mayHandOn([organiser], 'judge', { edition: 'e1', session: 's1' })).toBe(true);
    expect(mayHandOn([organiser], 'judge', { edition: 'e2', session: 's2' })).toBe(false);
    expect(mayHandOn([regional], 'checker', { edition: 'e1', region: 'e1/asia' })).toBe(true);
    expect(mayHandOn([regional], 'checker', { edition: 'e1', region: 'e1/europe' })).toBe(false);
    expect(mayHandOn([regional], 'contest_organiser', { edition: 'e1' })).toBe(false);
    expect(mayHandOn([fairOrganiser], 'gate_staff', { fair: 'f1' })).toBe(true);
    expect(mayHandOn([fairOrganiser], 'gate_staff', { fair: 'f2' })).toBe(false);
  });

  it('stays within the giver’s own event', () => {
    expect(mayHandOn([cityOrganiser], 'gate_staff', { fair: 'f1' })).toBe(false);
    expect(mayHandOn([cityOrganiser], 'administrator', {})).toBe(false);
    expect(mayHandOn([cityOrganiser], 'auditor', {})).toBe(false);
    expect(mayHandOn([cityOrganiser], 'county_officer', { county: '130102' })).toBe(true);
    expect(mayHandOn([organiser], 'county_officer', { county: '130102' })).toBe(false);
    expect(mayHandOn([fairOrganiser], 'judge', { fair: 'f1' })).toBe(false);
  });

  it('staffs a stage, but for who supervises it', () => {
    const within = { edition: 'e1', region: 'e1/asia', session: 's1' };
    for (const role of ['chair', 'stage_manager', 'recorder', 'judge'] as const) {
      expect(mayHandOn([organiser], role, within)).toBe(true);
      expect(mayHandOn([regional], role, within)).toBe(true);
      expect(mayHandOn([regional], role, { edition: 'e1', session: 's2' })).toBe(false);
    }
    for (const one of [cityOrganiser, organiser, regional]) expect(mayHandOn([one], 'supervisor', within)).toBe(false);
    expect(mayHandOn([administrator], 'supervisor', within)).toBe(true);
  });

  it('is open to administrators, and to nobody without the right', () => {
    expect(mayHandOn([administrator], 'auditor', {})).toBe(true);
    expect(mayHandOn([administrator], 'judge', { edition: 'e1' })).toBe(true);
    expect(mayHandOn([{ role: 'judge', scopeType: 'edition', scopeId: 'e1' }], 'judge', { edition: 'e1' })).toBe(false);
    expect(mayHandOn([], 'judge', {})).toBe(false);
  });
});

describe('a role', () => {
  it('fits certain kinds of scope', () => {
    expect(fitsScope('judge', 'session')).toBe(true);
    expect(fitsScope('judge', 'system')).toBe(false);
    expect(fitsScope('administrator', 'edition')).toBe(false);
  });

  it('does not stand beside what it must be kept apart from', () => {
    expect(incompatibleWith([administrator], 'auditor')).toBe('administrator');
    expect(incompatibleWith([{ role: 'auditor' }], 'administrator')).toBe('auditor');
    expect(incompatibleWith([{ role: 'auditor' }], 'fair_organiser')).toBe('auditor');
    expect(incompatibleWith([organiser], 'auditor')).toBe('contest_organiser');
    expect(incompatibleWith([{ role: 'auditor' }], 'auditor')).toBeUndefined();
    expect(incompatibleWith([{ role: 'auditor' }], 'judge')).toBeUndefined();
  });
});
