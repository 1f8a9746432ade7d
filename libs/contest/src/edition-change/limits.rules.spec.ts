import { expect, it } from 'vitest';
import type { Json } from './difference.rules.js';
import { limitsOf } from './limits.rules.js';

it('reads of which groups conditions, questions and materials are asked, in both files', () => {
  const before: Json = { rules: [{ code: 'AGE', groups: ['ENT'] }], questions: [{ code: 'Q' }], materials: [] };
  const after: Json = {
    rules: [{ code: 'AGE', groups: null }, { code: 'CN' }],
    materials: [{ code: 'DECK', groups: ['TEAM'] }],
  };
  expect(limitsOf(before, after)).toEqual([
    { path: 'rules.AGE', old: ['ENT'], new: null },
    { path: 'rules.CN', old: undefined, new: null },
    { path: 'questions.Q', old: null, new: undefined },
    { path: 'materials.DECK', old: undefined, new: ['TEAM'] },
  ]);
  expect(limitsOf(null, null)).toEqual([]);
});
