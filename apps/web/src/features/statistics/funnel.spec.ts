import { describe, expect, it } from 'vitest';
import { countsOf, type Funnel, rowsOf } from './funnel';

const name = { zh: '名', en: 'Name' };
const FUNNEL: Funnel = {
  steps: [
    { kind: 'begun', stage: null },
    { kind: 'handedIn', stage: null },
  ],
  cells: [
    { region: 'BJ', division: 'EIT', counts: [5, 3] },
    { region: 'BJ', division: 'BIO', counts: [2, 1] },
    { region: 'XA', division: 'EIT', counts: [4, 4] },
  ],
  regions: [
    { code: 'BJ', name, counts: [7, 4] },
    { code: 'XA', name, counts: [4, 4] },
  ],
  divisions: [
    { code: 'EIT', name, counts: [9, 7] },
    { code: 'BIO', name, counts: [2, 1] },
  ],
  total: [11, 8],
};

describe('the funnel on the page', () => {
  it('is of all, of a region, of a division, or of both', () => {
    expect(countsOf(FUNNEL, '', '')).toEqual([11, 8]);
    expect(countsOf(FUNNEL, 'XA', '')).toEqual([4, 4]);
    expect(countsOf(FUNNEL, '', 'BIO')).toEqual([2, 1]);
    expect(countsOf(FUNNEL, 'BJ', 'BIO')).toEqual([2, 1]);
    expect(countsOf(FUNNEL, 'XA', 'BIO')).toEqual([0, 0]);
    expect(countsOf(FUNNEL, 'NO', '')).toEqual([0, 0]);
  });

  it('lists one side within a part of the other', () => {
    const counts = (side: 'region' | 'division', other: string) =>
      rowsOf(FUNNEL, side, other).map((row) => [row.code, ...row.counts]);
    expect(counts('region', '')).toEqual([
      ['BJ', 7, 4],
      ['XA', 4, 4],
    ]);
    expect(counts('region', 'BIO')).toEqual([
      ['BJ', 2, 1],
      ['XA', 0, 0],
    ]);
    expect(counts('division', 'XA')).toEqual([
      ['EIT', 4, 4],
      ['BIO', 0, 0],
    ]);
  });
});
