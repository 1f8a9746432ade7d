import { describe, expect, it } from 'vitest';
import { closedBy } from './closed.rules.js';

describe('closedBy', () => {
  const recusal = (kind: 'automatic' | 'declared' | 'staff', reason: string) => ({ kind, reason });

  it.each([
    [false, [], undefined],
    [true, [], 'belongs'],
    [false, [recusal('automatic', 'owner')], 'belongs'],
    [false, [recusal('automatic', 'member')], 'belongs'],
    [false, [recusal('automatic', 'organisation')], 'organisation'],
    [false, [recusal('automatic', 'elsewhere')], 'elsewhere'],
    [false, [recusal('declared', 'organisation')], 'declared'],
    [false, [recusal('staff', '导师')], 'staff'],
    [false, [recusal('automatic', 'elsewhere'), recusal('staff', '导师')], 'staff'],
    [true, [recusal('declared', '导师')], 'belongs'],
  ] as const)('belongs: %s, recusals: %j: %s', (belongs, recusals, why) => {
    expect(closedBy(belongs, recusals)).toBe(why);
  });
});
