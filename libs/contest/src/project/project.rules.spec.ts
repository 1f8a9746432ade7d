import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEditionFile } from '../edition/edition.file.js';
import {
  actionsFor,
  belongsTo,
  checkChoices,
  correctionDue,
  nextState,
  PROJECT_ACTIONS,
  PROJECT_STATES,
  type ProjectAction,
  projectNumber,
  type ProjectRole,
  type ProjectState,
  registeringUntil,
  registrationVerdict,
  submissionVerdict,
} from './project.rules.js';
import type { ProjectSnapshot } from './project.snapshot.js';

const supplied: unknown = JSON.parse(
  readFileSync(new URL('../../../../apps/server/assets/edition-haishi-cup.json', import.meta.url), 'utf8'),
);
const { definition } = readEditionFile(supplied, { now: new Date('2026-01-10T00:00:00Z') }).file;
const counties = new Set(['130102', '130104']);

const complete: ProjectSnapshot = {
  title: '高精度授时芯片',
  summary: '一句话。',
  language: 'zh',
  division: 'EIT',
  field: 'IC',
  region: 'BJ',
  group: 'ENT',
  organisation: { name: '石家庄海石芯片有限公司', country: 'CN', code: '91130100MA00000012' },
  landing: ['130102'],
  undertaking: true,
  members: [{ name: '张三', role: '负责人', share: 6000, mail: 'zhang@example.com', isCore: true }],
  materials: [{ kind: 'PLAN', fileId: 'f1', name: 'plan.pdf', size: 10 }],
};
const codesOf = (faults: { field: string; code: string }[]) => faults.map(({ field, code }) => `${field}: ${code}`);

describe('states', () => {
  const leadsTo: Record<ProjectAction, Partial<Record<ProjectState, ProjectState>>> = {
    edit: { draft: 'draft', returned: 'returned' },
    submit: { draft: 'submitted', returned: 'submitted' },
    withdraw: { draft: 'withdrawn', submitted: 'withdrawn', returned: 'withdrawn', accepted: 'withdrawn' },
    accept: { submitted: 'accepted' },
    return: { submitted: 'returned' },
    reject: { submitted: 'rejected', returned: 'rejected' },
    prolong: { returned: 'returned' },
    reopen: { accepted: 'submitted', rejected: 'submitted' },
    uphold: { rejected: 'submitted' },
  };
  const allowedTo: Record<ProjectRole, ProjectAction[]> = {
    owner: ['edit', 'submit', 'withdraw'],
    checker: ['accept', 'return', 'reject', 'prolong', 'reopen'],
    teammate: [],
    former: [],
    reader: [],
    stranger: [],
  };

  for (const state of PROJECT_STATES)
    for (const action of PROJECT_ACTIONS)
      for (const role of Object.keys(allowedTo) as ProjectRole[]) {
        const to = leadsTo[action][state];
        const allowed = to !== undefined && allowedTo[role].includes(action);
        it(`${role} may ${allowed ? '' : 'not '}${action} what is ${state}`, () => {
          expect(nextState(state, action)).toBe(to);
          expect(actionsFor(state, role).includes(action)).toBe(allowed);
        });
      }
});

describe('the deadline', () => {
  const window = {
    editionState: 'open' as const,
    stageState: 'open' as const,
    opensAt: new Date('2026-01-01T00:00:00Z'),
    closesAt: new Date('2026-03-01T09:30:00Z'),
    graceMinutes: 0,
  };
  const draft = { state: 'draft' as const, correctionDueAt: null, lateUntil: null };
  const returned = { state: 'returned' as const, correctionDueAt: new Date('2026-03-06T09:30:00Z'), lateUntil: null };

  it('counts the whole second it names, and not one millisecond more', () => {
    expect(submissionVerdict(draft, window, new Date('2026-03-01T09:30:00.999Z'))).toEqual({
      open: true,
      deadline: window.closesAt,
      late: null,
    });
    expect(submissionVerdict(draft, window, new Date('2026-03-01T09:30:01.000Z'))).toEqual({
      open: false,
      code: 'project.deadline_passed',
      at: window.closesAt,
    });
  });

  it('does not let anyone in before registration begins', () => {
    expect(registrationVerdict(window, new Date('2025-12-31T23:59:59.999Z'))).toMatchObject({
      code: 'project.registration_not_yet_open',
    });
    expect(registrationVerdict(window, window.opensAt).open).toBe(true);
  });

  it.each([
    [{ editionState: 'draft' as const }],
    [{ editionState: 'closed' as const }],
    [{ editionState: 'archived' as const }],
    [{ stageState: 'planned' as const }],
    [{ stageState: 'closed' as const }],
    [{ opensAt: null }],
    [{ closesAt: null }],
  ])('is shut where %o', (change) => {
    expect(registrationVerdict({ ...window, ...change }, new Date('2026-02-01T00:00:00Z'))).toEqual({
      open: false,
      code: 'project.registration_not_open',
    });
  });

  it('gives a returned project its own, even when registration or the whole edition has closed', () => {
    const late = new Date('2026-03-06T09:30:00.500Z');
    expect(submissionVerdict(returned, { ...window, stageState: 'closed' }, late).open).toBe(true);
    expect(submissionVerdict(returned, window, new Date('2026-03-06T09:30:01Z'))).toMatchObject({
      code: 'project.correction_deadline_passed',
    });
    expect(submissionVerdict(returned, { ...window, editionState: 'closed' }, late).open).toBe(true);
    expect(submissionVerdict(returned, { ...window, editionState: 'archived' }, late)).toMatchObject({
      code: 'project.registration_not_open',
    });
  });

  it('is followed by the grace of the edition, in which what comes is late and nothing new begins', () => {
    const kind = { ...window, graceMinutes: 10 };
    const deadline = new Date('2026-03-01T09:40:00Z');
    expect(submissionVerdict(draft, kind, new Date('2026-03-01T09:30:00.999Z'))).toMatchObject({ late: null });
    for (const at of ['2026-03-01T09:30:01.000Z', '2026-03-01T09:40:00.999Z'])
      expect(submissionVerdict(draft, kind, new Date(at))).toEqual({ open: true, deadline, late: 'grace' });
    expect(submissionVerdict(draft, kind, new Date('2026-03-01T09:40:01Z'))).toEqual({
      open: false,
      code: 'project.deadline_passed',
      at: window.closesAt,
    });
    expect(registrationVerdict(kind, new Date('2026-03-01T09:35:00Z')).open).toBe(false);
    expect(submissionVerdict(draft, { ...kind, stageState: 'closed' }, new Date('2026-03-01T09:35:00Z')).open).toBe(
      false,
    );
    expect(submissionVerdict(returned, kind, new Date('2026-03-06T09:35:00Z'))).toMatchObject({
      code: 'project.correction_deadline_passed',
    });
  });

  it('lets a returned project in for as long as registration takes others, whichever ends later', () => {
    const kind = { ...window, graceMinutes: 10 };
    const early = { ...returned, correctionDueAt: new Date('2026-02-01T09:30:00Z') };
    const verdict = (at: string, change = {}) => submissionVerdict(early, { ...kind, ...change }, new Date(at));
    const registration = { open: true, deadline: window.closesAt, late: null };
    expect(verdict('2026-01-20T00:00:00Z')).toEqual(registration);
    expect(verdict('2026-02-10T00:00:00Z')).toEqual(registration);
    expect(verdict('2026-03-01T09:35:00Z')).toMatchObject({ open: true, late: 'grace' });
    const over = { open: false, code: 'project.correction_deadline_passed', at: early.correctionDueAt };
    expect(verdict('2026-03-01T09:41:00Z')).toEqual(over);
    expect(verdict('2026-02-10T00:00:00Z', { stageState: 'closed' })).toEqual(over);
    expect(verdict('2026-02-10T00:00:00Z', { editionState: 'closed' })).toEqual(over);
    const inGrace = { ...returned, correctionDueAt: new Date('2026-03-01T09:36:00Z') };
    expect(submissionVerdict(inGrace, kind, new Date('2026-03-01T09:35:00Z'))).toMatchObject({
      deadline: inGrace.correctionDueAt,
      late: null,
    });
  });

  it('tells until when a returned project is to be corrected as it lets it in', () => {
    const minutes = fc.integer({ min: -120, max: 120 });
    const from = (minute: number) => new Date(window.closesAt!.getTime() + minute * 60_000);
    fc.assert(
      fc.property(
        minutes,
        minutes,
        fc.option(minutes),
        fc.nat(30),
        fc.constantFrom('open' as const, 'closed' as const),
        fc.constantFrom('open' as const, 'closed' as const),
        (at, due, late, graceMinutes, stageState, editionState) => {
          const around = { ...window, graceMinutes, stageState, editionState };
          const now = from(at);
          const project = { ...returned, correctionDueAt: from(due), lateUntil: late === null ? null : from(late) };
          const until = correctionDue(project, editionState === 'open', registeringUntil(around, now))!;
          expect(now < new Date(until.getTime() + 1000)).toBe(submissionVerdict(project, around, now).open);
        },
      ),
    );
  });

  it('is put off by a late code until its expiry, for drafts and corrections', () => {
    const lateUntil = new Date('2026-03-09T10:00:00Z');
    for (const project of [draft, returned]) {
      const late = { ...project, lateUntil };
      for (const stageState of ['open', 'closed'] as const)
        expect(submissionVerdict(late, { ...window, stageState }, new Date('2026-03-09T10:00:00.999Z'))).toEqual({
          open: true,
          deadline: lateUntil,
          late: 'code',
        });
      expect(submissionVerdict(late, window, new Date('2026-03-09T10:00:01Z'))).toEqual({
        open: false,
        code: 'project.late_deadline_passed',
        at: lateUntil,
      });
      expect(submissionVerdict(late, { ...window, editionState: 'closed' }, lateUntil).open).toBe(false);
      expect(submissionVerdict(late, window, new Date('2026-02-01T00:00:00Z'))).toMatchObject({ late: null });
    }
  });

  it('is never earlier for who has a late code', () => {
    const minute = fc.integer({ min: -100, max: 20_000 });
    const at = (minutes: number) => new Date(window.opensAt.getTime() + minutes * 6 * 60_000);
    fc.assert(
      fc.property(minute, minute, fc.nat(60), fc.constantFrom(draft, returned), (now, until, graceMinutes, project) => {
        const kind = { ...window, graceMinutes };
        const without = submissionVerdict(project, kind, at(now));
        const given = submissionVerdict({ ...project, lateUntil: at(until) }, kind, at(now));
        if (without.open) expect(given.open).toBe(true);
        if (without.open && given.open) expect(given.deadline >= without.deadline).toBe(true);
      }),
    );
  });
});

describe('choices', () => {
  it('refuses those the edition does not have', () => {
    const wrong = {
      ...complete,
      division: 'CAR',
      field: 'IC',
      region: 'MARS',
      group: 'SOLO',
      landing: ['130102', '999999'],
    };
    expect(codesOf(checkChoices(definition, wrong, counties))).toEqual([
      'division: project.not_in_edition',
      'region: project.not_in_edition',
      'group: project.not_in_edition',
      'field: project.field_of_other_division',
      'landing.1: project.unknown_county',
    ]);
  });

  it('refuses a sub-field of another division, and one without a division', () => {
    expect(codesOf(checkChoices(definition, { ...complete, division: 'BIO' }, counties))).toEqual([
      'field: project.field_of_other_division',
    ]);
    expect(codesOf(checkChoices(definition, { ...complete, division: null }, counties))).toEqual([
      'field: project.field_of_other_division',
    ]);
  });

  it('lets a draft leave everything open', () => {
    const open = { ...complete, division: null, field: null, region: null, group: null, landing: [] };
    expect(checkChoices(definition, open, counties)).toEqual([]);
  });
});

describe('numbers', () => {
  it('have at least four digits', () => {
    expect(projectNumber('HSB-2026', 'EIT', 1)).toBe('HSB-2026-EIT-0001');
    expect(projectNumber('HSB-2026', 'FOOD', 31730)).toBe('HSB-2026-FOOD-31730');
  });

  it('differ wherever serials do', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        (one, other) => (one === other) === (projectNumber('E', 'D', one) === projectNumber('E', 'D', other)),
      ),
    );
  });
});

describe('belonging', () => {
  const project = {
    ownerId: 'p1',
    teammateIds: ['p3'],
    members: [{ mail: 'Team@Example.com ' }, { mail: 'no address' }],
  };
  it('is by ownership, by mail address, however it was typed, or by having accepted under another', () => {
    expect(belongsTo({ id: 'p3', mails: ['other@example.com'] }, project)).toBe(true);
    expect(belongsTo({ id: 'p3', mails: [] }, project)).toBe(true);
    expect(belongsTo({ id: 'p1', mails: [] }, project)).toBe(true);
    expect(belongsTo({ id: 'p2', mails: ['team@example.com'] }, project)).toBe(true);
    expect(belongsTo({ id: 'p2', mails: ['other@example.com', 'team@example.com'] }, project)).toBe(true);
    expect(belongsTo({ id: 'p2', mails: ['other@example.com'] }, project)).toBe(false);
    expect(belongsTo({ id: 'p2', mails: [] }, project)).toBe(false);
  });
});
