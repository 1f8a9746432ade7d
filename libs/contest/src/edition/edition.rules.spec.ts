import { describe, expect, it } from 'vitest';
import type { StageKind } from './edition.definition.js';
import {
  checkSchedule,
  EDITION_MACHINE,
  EDITION_STATES,
  openingBlockers,
  STAGE_MACHINE,
  STAGE_STATES,
  stageBlockers,
  type StageDates,
  withinDeadline,
} from './edition.rules.js';

const day = (date: string) => new Date(`${date}T00:00:00Z`);
const stage = (kind: StageKind, opens: string | null, closes: string | null): StageDates => ({
  code: kind.toUpperCase(),
  kind,
  name: { zh: kind, en: kind },
  opensAt: opens ? day(opens) : null,
  closesAt: closes ? day(closes) : null,
});
const codesOf = (faults: { field: string; code: string }[]) => faults.map(({ field, code }) => `${field}: ${code}`);
const now = day('2026-06-01');

describe('states', () => {
  it('of an edition', () => {
    const table = EDITION_STATES.map((state) => [state, EDITION_MACHINE.actions(state)]);
    expect(table).toEqual([
      ['draft', ['open', 'archive']],
      ['open', ['close']],
      ['closed', ['open', 'archive']],
      ['archived', []],
    ]);
  });

  it('of a stage', () => {
    expect(STAGE_STATES.map((state) => STAGE_MACHINE.actions(state))).toEqual([['open'], ['close'], ['open']]);
  });
});

describe('the schedule', () => {
  it('may overlap and may have gaps in it', () => {
    const stages = [
      stage('submission', '2026-06-01', '2026-07-01'),
      stage('review', null, null),
      stage('eligibility', '2026-06-01', '2026-07-05'),
    ];
    expect(checkSchedule(stages)).toEqual([]);
  });

  it('never runs backwards, not even past a stage without dates', () => {
    const stages = [
      stage('submission', '2026-06-02', '2026-07-01'),
      stage('review', null, null),
      stage('notice', '2026-06-01', '2026-06-20'),
    ];
    expect(codesOf(checkSchedule(stages))).toEqual([
      'stages.2.opensAt: edition.stage_before_previous',
      'stages.2.closesAt: edition.stage_before_previous',
    ]);
  });

  it('ends after it begins', () => {
    expect(codesOf(checkSchedule([stage('submission', '2026-06-01', '2026-06-01')]))).toEqual([
      'stages.0.closesAt: edition.closes_before_opens',
    ]);
  });
});

describe('opening registration', () => {
  it('asks for dates that have not passed, of registration and eligibility', () => {
    const stages = [
      stage('submission', null, '2026-06-01'),
      stage('eligibility', '2026-05-01', null),
      stage('review', null, null),
    ];
    expect(codesOf(openingBlockers('draft', stages, now))).toEqual([
      'stages.0.opensAt: edition.date_missing',
      'stages.0.closesAt: edition.date_past',
      'stages.1.closesAt: edition.date_missing',
    ]);
  });

  it('may happen after registration was meant to begin', () => {
    expect(openingBlockers('draft', [stage('submission', '2026-05-01', '2026-06-02')], now)).toEqual([]);
  });

  it('asks nothing of an edition that was closed and goes on as it was', () => {
    expect(openingBlockers('closed', [stage('submission', '2026-05-01', '2026-05-31')], now)).toEqual([]);
  });
});

describe('opening a stage', () => {
  it('asks for its dates', () => {
    expect(codesOf(stageBlockers(stage('roadshow', null, null), now))).toEqual([
      'opensAt: edition.date_missing',
      'closesAt: edition.date_missing',
    ]);
    expect(codesOf(stageBlockers(stage('roadshow', '2026-05-01', '2026-06-01'), now))).toEqual([
      'closesAt: edition.date_past',
    ]);
  });
});

describe('a deadline', () => {
  it('includes the second it names', () => {
    const deadline = new Date('2026-06-01T09:30:00.250Z');
    expect(withinDeadline(deadline, new Date('2026-06-01T09:30:00.999Z'))).toBe(true);
    expect(withinDeadline(deadline, new Date('2026-06-01T09:30:01.000Z'))).toBe(false);
  });
});
