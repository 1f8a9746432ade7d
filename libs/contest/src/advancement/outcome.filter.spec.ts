import { advance, type AdvancementPlan } from '@haishi/review';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearLines } from './outcome.filter.js';

const stage = fc.array(fc.record({ row: fc.constantFrom('BJ', 'XA'), eligible: fc.boolean() }), {
  minLength: 40,
  maxLength: 80,
});
const plan = fc.record({ size: fc.nat(40), wildcards: fc.nat(15), waiting: fc.nat(20), byRegion: fc.boolean() });

/** Where everybody stands, best first. */
function standing(
  entries: readonly { row: string; eligible: boolean }[],
  by: typeof plan extends fc.Arbitrary<infer One> ? One : never,
) {
  const { byRegion, size, wildcards, waiting } = by;
  const room = entries.filter(({ eligible }) => eligible).length;
  const common = { wildcards, waiting, cutTies: 'order' as const };
  const asked: AdvancementPlan = byRegion
    ? { mode: 'biproportional', size: Math.min(size, room), ...common }
    : { mode: 'total', size, ...common };
  const answer = advance(
    entries.map((one, at) => ({ ...one, entryId: `e${at}`, column: '', place: at + 1, order: at })),
    asked,
  );
  if ('problems' in answer) throw new Error('There is room.');
  return answer.entries;
}

describe('entries beside a cut line', () => {
  it('are the last ten of each cell that got a seat and the first ten that did not, and likewise of wildcards', () => {
    fc.assert(
      fc.property(stage, plan, (entries, by) => {
        const able = standing(entries, by).filter(({ explanation }) => explanation.eligible);
        const cellOf = (id: string) => (by.byRegion ? entries[Number(id.slice(1))]!.row : '');
        const beside = (group: typeof able, id: string, seat: string) => {
          const at = group.findIndex(({ entryId }) => entryId === id);
          const [sits, line] = [group[at]!.status === seat, group.some(({ status }) => status === seat)];
          const between = (sits ? group.slice(at + 1) : group.slice(0, at)).filter(
            ({ status }) => (status === seat) === sits,
          );
          return line && between.length < 10;
        };
        const left = able.filter(({ status }) => status !== 'advances');
        const expected = able.filter(
          ({ entryId, status }) =>
            beside(
              able.filter((one) => cellOf(one.entryId) === cellOf(entryId)),
              entryId,
              'advances',
            ) ||
            (status !== 'advances' && beside(left, entryId, 'wildcard')),
        );
        const near = nearLines(standing(entries, by));
        expect([...near].sort()).toEqual(expected.map(({ entryId }) => entryId).sort());
      }),
    );
  });
});
