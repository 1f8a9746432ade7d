import { describe, expect, it } from 'vitest';
import { closedBy } from './closed.rules.js';

describe('closedBy', () => {
  const recusal = (kind: 'automatic' | 'declared' | 'staff', reason: string) => ({ kind, reason });

  it.each([
    [undefined, [], undefined],
    ['owner', [], 'belongs'],
    ['member', [], 'belongs'],
    ['organisation', [], 'organisation'],
    [undefined, [recusal('automatic', 'owner')], 'belongs'],
    [undefined, [recusal('automatic', 'member')], 'belongs'],
    [undefined, [recusal('automatic', 'organisation')], 'organisation'],
    [undefined, [recusal('automatic', 'elsewhere')], 'elsewhere'],
    [undefined, [recusal('declared', 'organisation')], 'declared'],
    [undefined, [recusal('staff', '导师')], 'staff'],
    [undefined, [recusal('automatic', 'elsewhere'), recusal('staff', '导师')], 'staff'],
    ['owner', [recusal('declared', '导师')], 'belongs'],
    ['organisation', [recusal('staff', '导师')], 'organisation'],
  ] as const)('interest: %s, recusals: %j: %s', (interest, recusals, why) => {
    expect(closedBy(interest, recusals)).toBe(why);
  });
});
