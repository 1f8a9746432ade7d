import { expect, it } from 'vitest';
import { lostOf, placeOf } from './claim.rules.js';

const definition = {
  divisions: [{ code: 'EIT', fields: [{ code: 'IC' }] }],
  regions: [{ code: 'BJ' }],
  groups: [{ code: 'ENT' }],
};
const collected = { division: 'EIT', field: 'IC', region: 'BJ', groupCode: 'ENT' };

it('keeps of where a project was collected what its edition still has, and says what it no longer has', () => {
  const lost = (change: Partial<typeof collected> | { field: null; groupCode: null }) =>
    lostOf({ ...collected, ...change }, definition);
  expect(placeOf(collected, definition)).toEqual({ division: 'EIT', field: 'IC', region: 'BJ', group: 'ENT' });
  expect(lost({})).toEqual([]);
  expect(lost({ field: null, groupCode: null })).toEqual([]);
  expect(lost({ region: 'HZ', groupCode: 'TEAM' })).toEqual(['region', 'group']);
  expect(lost({ field: 'AI' })).toEqual(['field']);
  // The sub-field is chosen with the division.
  expect(lost({ division: 'FOOD', field: 'DISH' })).toEqual(['division']);
  expect(placeOf({ ...collected, division: 'FOOD' }, definition)).toMatchObject({ division: null, field: null });
});
