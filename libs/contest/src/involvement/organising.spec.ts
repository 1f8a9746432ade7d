import { type Actor, type Role, ROLES, type ScopeType } from '@haishi/contracts';
import { describe, expect, it } from 'vitest';
import { organises } from './organising.js';

const EDITION = '01999999-0000-7000-8000-000000000001';
const OTHER = '01999999-0000-7000-8000-000000000002';
const ID: Partial<Record<ScopeType, string>> = { system: '', edition: EDITION, region: `${EDITION}/BJ` };

const actor = (role: Role, scopeType: ScopeType, scopeId: string): Actor => ({
  kind: 'person',
  id: 'someone',
  name: '',
  secondFactor: true,
  locale: 'zh',
  ip: '',
  requestId: '',
  grants: [{ role, scopeType, scopeId }],
});
const table = Object.entries(ROLES).flatMap(([role, { scopes }]) =>
  scopes.map((scopeType) => [role as Role, scopeType] as const),
);

describe('who organises an edition', () => {
  it.each(table)('of %s in %s is who may act on its projects and read them', (role, scopeType) => {
    const expected = role === 'contest_organiser' && (scopeType === 'system' || scopeType === 'edition');
    expect(organises(actor(role, scopeType, ID[scopeType] ?? EDITION), EDITION)).toBe(expected);
  });

  it('is nobody of another edition, nor who has one half here and the other elsewhere', () => {
    expect(organises(actor('contest_organiser', 'edition', OTHER), EDITION)).toBe(false);
    const halves = {
      ...actor('administrator', 'system', ''),
      grants: [
        { role: 'administrator', scopeType: 'system', scopeId: '' },
        { role: 'checker', scopeType: 'edition', scopeId: OTHER },
      ],
    } as Actor;
    expect(organises(halves, EDITION)).toBe(false);
  });
});
