import { describe, expect, it } from 'vitest';
import type { RoundResultsView } from './results.dto.js';
import { resultParts } from './results.tables.js';

const at = '2026-11-30T12:00:00.000Z';
const VIEW: RoundResultsView = {
  ...{
    normalisation: 'none',
    decimals: 2,
    refusals: [],
    judges: [],
    criteria: [],
    rulings: [],
    equals: [],
    entries: [],
  },
  rescalings: [
    {
      from: { normalisation: 'additive', minSheets: 5 },
      to: { normalisation: 'none', minSheets: 5 },
      reason: '评委未能交叉评审',
      at,
    },
  ],
};

describe('the results as tables', () => {
  it('say how the adjustment was changed once the review was closed, and why', () => {
    const part = resultParts(VIEW, 'zh').at(-1)!;
    expect(part.name).toBe('校正方式的变更');
    expect(part.rows).toEqual([[new Date(at), '加性模型，每位评委至少 5 份', '不校正', '评委未能交叉评审']]);
    const english = resultParts(VIEW, 'en').at(-1)!.rows as unknown[][];
    expect(english[0]!.slice(1, 3)).toEqual(['additive model, from 5 sheets a judge', 'not adjusted']);
    expect(resultParts({ ...VIEW, rescalings: [] }, 'zh')).toHaveLength(1);
  });
});
