import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FACETS,
  facetCounts,
  type GalleryLine,
  matching,
  type PublishedStage,
  shownProjects,
} from './gallery.rules.js';

const AWARDS = [
  { code: 'FIRST', name: { zh: '一等奖' } },
  { code: 'SECOND', name: { zh: '二等奖' } },
];
const NOBODY: ReadonlySet<string> = new Set();
const stage = (change: Partial<PublishedStage> = {}): PublishedStage => ({
  code: 'HEAT',
  position: 3,
  advancing: [],
  awarded: [],
  ...change,
});

describe('the projects of a gallery', () => {
  it('are winners first, then those who came furthest, each once', () => {
    const heat = stage({ advancing: ['a', 'b', 'c', 'd'] });
    const final = stage({
      code: 'FINAL',
      position: 4,
      advancing: ['b', 'd'],
      awarded: [
        { projectId: 'd', award: '二等奖' },
        { projectId: 'b', award: '一等奖' },
      ],
    });
    for (const stages of [
      [heat, final],
      [final, heat],
    ])
      expect(shownProjects(stages, AWARDS, NOBODY)).toEqual([
        { projectId: 'b', stageCode: 'FINAL', award: 'FIRST' },
        { projectId: 'd', stageCode: 'FINAL', award: 'SECOND' },
        { projectId: 'a', stageCode: 'HEAT', award: null },
        { projectId: 'c', stageCode: 'HEAT', award: null },
      ]);
  });

  it('are none that was struck off, on whatever stage', () => {
    const heat = stage({ advancing: ['a', 'b'] });
    const final = stage({ code: 'FINAL', position: 4, awarded: [{ projectId: 'a', award: '一等奖' }] });
    expect(shownProjects([heat, final], AWARDS, new Set(['a']))).toEqual([
      { projectId: 'b', stageCode: 'HEAT', award: null },
    ]);
  });

  it('keep an award that the edition no longer has, after all others', () => {
    const final = stage({
      awarded: [
        { projectId: 'a', award: '特别奖' },
        { projectId: 'b', award: '二等奖' },
      ],
    });
    expect(shownProjects([final], AWARDS, NOBODY).map(({ award }) => award)).toEqual(['SECOND', '特别奖']);
  });

  it('are never one of which nothing is published', () => {
    const id = fc.constantFrom<string>('a', 'b', 'c', 'd', 'e');
    const any = fc.record({
      code: fc.constantFrom('HEAT', 'FINAL'),
      position: fc.nat(5),
      advancing: fc.uniqueArray(id),
      awarded: fc.array(fc.record({ projectId: id, award: fc.constantFrom('一等奖', '特别奖') })),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), fc.uniqueArray(id), (stages, struck) => {
        const shown = shownProjects(stages, AWARDS, new Set(struck)).map(({ projectId }) => projectId);
        expect(new Set(shown).size).toBe(shown.length);
        for (const one of ['a', 'b', 'c', 'd', 'e'])
          expect(shown.includes(one)).toBe(
            !struck.includes(one) &&
              stages.some(
                ({ advancing, awarded }) =>
                  advancing.includes(one) || awarded.some(({ projectId }) => projectId === one),
              ),
          );
      }),
    );
  });
});

const line = (change: Partial<GalleryLine>): GalleryLine => ({
  projectId: 'a',
  stageCode: 'HEAT',
  award: 'FIRST',
  division: 'EIT',
  field: 'IC',
  region: 'BJ',
  words: '授时芯片海石公司',
  ...change,
});

it('is narrowed by every filter at once', () => {
  const lines = [line({}), line({ division: 'BIO' }), line({ award: null }), line({ region: 'XA', words: '谷物' })];
  expect(matching(lines, {})).toHaveLength(4);
  expect(matching(lines, { division: 'EIT', award: 'FIRST', words: ['芯片'], region: 'BJ' })).toEqual([lines[0]]);
  expect(matching(lines, { words: ['谷物'] })).toEqual([lines[3]]);
  expect(matching(lines, { words: ['海石', '授时'], region: 'BJ' })).toEqual(lines.slice(0, 3));
  expect(matching(lines, { words: ['谷物', '授时'] })).toEqual([]);
  expect(matching(lines, { region: 'HZ' })).toEqual([]);
});

it('counts of each value what choosing it would show, and of fields those of the division asked for', () => {
  const values = { division: ['EIT', 'BIO'], field: ['IC', 'AI'], region: ['BJ', 'XA'], award: ['FIRST', 'SECOND'] };
  const lineOf = fc.record({
    division: fc.constantFrom('', ...values.division),
    field: fc.constantFrom('', ...values.field),
    region: fc.constantFrom('', ...values.region),
    award: fc.constantFrom(null, ...values.award),
    words: fc.constantFrom('芯片', '谷物'),
  });
  const chosen = (list: string[]) => fc.constantFrom(undefined, ...list);
  const filterOf = fc.record({
    division: chosen(values.division),
    field: chosen(values.field),
    region: chosen(values.region),
    award: chosen(values.award),
    words: fc.constantFrom(undefined, ['芯'], ['谷物'], ['片', '芯'], ['谷物', '芯']),
  });
  fc.assert(
    fc.property(fc.array(lineOf.map(line), { maxLength: 30 }), filterOf, (lines, filter) => {
      const counts = facetCounts(lines, filter);
      for (const facet of FACETS)
        for (const value of values[facet]) {
          const asked = { ...filter, ...(facet === 'division' ? { field: undefined } : {}), [facet]: value };
          const told = facet === 'field' && !filter.division ? 0 : matching(lines, asked).length;
          expect(counts[facet].get(value) ?? 0).toBe(told);
        }
    }),
  );
});
