import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEditionFile } from '../edition/edition.file.js';
import { PROJECT_STATES } from '../project/project.rules.js';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import { checkersMoved, checkPlacement, isMovable, movedSnapshot } from './move.rules.js';

const supplied: unknown = JSON.parse(
  readFileSync(new URL('../../../../apps/server/assets/edition-haishi-cup.json', import.meta.url), 'utf8'),
);
const { definition } = readEditionFile(supplied, { now: new Date('2026-01-10T00:00:00Z') }).file;
const from: ProjectSnapshot = {
  title: '授时芯片',
  summary: '一句话。',
  language: 'zh',
  division: 'EIT',
  field: 'IC',
  region: 'BJ',
  group: 'ENT',
  organisation: { name: '海石芯片', country: 'CN', code: '91130100MA00000012' },
  landing: ['130102'],
  undertaking: true,
  members: [{ name: '张三', role: '负责人', share: 6000, mail: 'zhang@example.com', isCore: true }],
  materials: [
    { kind: 'PLAN', fileId: 'f1', name: 'plan.pdf', size: 10 },
    { kind: 'EQUITY', fileId: 'f2', name: 'equity.pdf', size: 10 },
  ],
};
const there = { division: 'EIT', field: 'IC', region: 'BJ', group: 'ENT' };
const codesOf = (to: typeof there) =>
  checkPlacement(definition, from, to).map(({ field, code }) => `${field}: ${code}`);

describe('a project that an organiser moves', () => {
  it('takes part, or still may', () => {
    expect(PROJECT_STATES.filter(isMovable)).toEqual(['submitted', 'returned', 'accepted']);
  });

  it('goes to a place that the edition has and where it does not stand', () => {
    expect(codesOf({ ...there, region: 'XA' })).toEqual([]);
    expect(codesOf(there)).toEqual(['division: move.stands_there']);
    expect(codesOf({ ...there, region: 'MARS' })).toEqual(['region: project.not_in_edition']);
    expect(codesOf({ ...there, group: 'NONE' })).toEqual(['group: project.not_in_edition']);
    expect(codesOf({ ...there, division: 'BIO' })).toEqual(['field: project.field_of_other_division']);
  });

  it('says what it said, but for what its new group is not asked', () => {
    const only = {
      ...definition,
      materials: definition.materials.map((kind) => (kind.code === 'EQUITY' ? { ...kind, groups: ['ENT'] } : kind)),
    };
    const team = { ...there, group: 'TEAM', region: 'XA' };
    const { snapshot, leftOut } = movedSnapshot(only, from, team);
    expect(leftOut.map(({ name }) => name)).toEqual(['equity.pdf']);
    expect(snapshot).toMatchObject({ ...team, title: from.title, members: from.members });
    expect(snapshot.organisation.code).toBe('');
    expect(from.materials).toHaveLength(2);
    expect(movedSnapshot(only, from, { ...there, region: 'XA' }).leftOut).toEqual([]);
  });

  it('leaves and reaches checkers, but those who check it anyway', () => {
    expect(checkersMoved(['a', 'b', 'c'], ['b', 'd'], ['c'])).toEqual({ lose: ['a'], gain: ['d'] });
    const people = fc.array(fc.constantFrom('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(people, people, people, (before, after, always) => {
        const { lose, gain } = checkersMoved(before, after, always);
        const reach = (list: string[]) => new Set([...list, ...always]);
        const lost = new Set([...reach(before)].filter((id) => !lose.includes(id)));
        expect(new Set([...lost, ...gain])).toEqual(reach(after));
        const back = checkersMoved(after, before, always);
        expect([back.lose.toSorted(), back.gain.toSorted()]).toEqual([gain.toSorted(), lose.toSorted()]);
      }),
    );
  });
});
