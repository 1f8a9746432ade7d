import { describe, expect, it } from 'vitest';
import { closedBy, decisionOn, isDismissible } from './closed.rules.js';

const recusal = (kind: 'automatic' | 'declared' | 'staff', reason: string) => ({ kind, reason });

describe('closedBy', () => {
  it.each([
    [undefined, [], undefined],
    ['owner', [], 'belongs'],
    ['member', [], 'belongs'],
    ['named', [], 'belongs'],
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

describe('decisionOn', () => {
  const [before, at, after] = [1, 2, 3].map((second) => new Date(second * 1000)) as [Date, Date, Date];
  const [alike, copied] = [{ reason: 'organisation' }, { reason: 'elsewhere' }];
  it.each([
    ['a recusal of the panel stays', alike, 'recused', at, 'recused'],
    ['nothing was decided', alike, undefined, undefined, undefined],
    ['names alike were dismissed at the project', alike, undefined, at, at],
    ['so was what another panel took over', copied, undefined, at, at],
    ['the later dismissal counts', alike, before, at, at],
    ['wherever it was', alike, after, at, after],
    ['not of what another panel decided', { ...copied, decided: true }, undefined, at, undefined],
    ['not of who belongs to it', { reason: 'member' }, before, at, before],
  ] as const)('%s', (_, tie, onPanel, dismissedAt, expected) =>
    expect(decisionOn(tie, onPanel, dismissedAt)).toBe(expected),
  );
});

describe('isDismissible', () => {
  const alike = recusal('automatic', 'organisation');
  const copied = recusal('automatic', 'elsewhere');
  const decided = recusal('staff', '导师');
  it.each([
    ['what was decided at the project', undefined, [decided], [], true],
    ['that, with what panels took over', undefined, [decided], [copied], true],
    ['that, but not of who belongs to it', 'member', [decided], [], false],
    ['names alike on record', 'organisation', [], [], true],
    ['that its entrant names them as a member', 'named', [], [], true],
    ['that, as a panel found it', 'named', [], [recusal('automatic', 'named')], true],
    ['not that, where a panel decided', undefined, [], [recusal('automatic', 'named'), decided], false],
    ['names alike that a panel found', undefined, [], [alike], true],
    ['what panels took over of something that is no more', undefined, [], [copied], true],
    ['not what a panel decided', undefined, [], [decided], false],
    ['nor what others took over of that', undefined, [], [decided, copied], false],
    ['nor that a panel found somebody to belong to it', undefined, [], [recusal('automatic', 'owner')], false],
    ['nor nothing', undefined, [], [], false],
  ] as const)('%s', (_, interest, own, onPanels, expected) =>
    expect(isDismissible(interest, own, onPanels)).toBe(expected),
  );
});
