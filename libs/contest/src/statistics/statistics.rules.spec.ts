import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROJECT_STATES } from '../project/project.rules.js';
import { funnel, stepsOf, type Tally, talliesOf } from './statistics.rules.js';

const REGIONS = ['BJ', 'XA', 'EUA'];
const DIVISIONS = ['EIT', 'BIO'];
const STEPS = stepsOf(['HEAT', 'FINAL']);
const EDITION = { regions: REGIONS, divisions: DIVISIONS };

const tally = fc.record({
  region: fc.constantFrom(...REGIONS, 'GONE', ''),
  division: fc.constantFrom(...DIVISIONS, ''),
  step: fc.constantFrom(...STEPS),
  count: fc.nat(40_000),
});
const tallies = fc
  .array(tally, { maxLength: 60 })
  .map((all) => all.map(({ step, ...rest }): Tally => ({ ...rest, ...step })));
const sum = (parts: readonly { counts: number[] }[]) =>
  STEPS.map((_, index) => parts.reduce((so, { counts }) => so + counts[index]!, 0));

describe('the funnel', () => {
  it('has equal sums by cells, by regions, by divisions and of all, and loses nothing', () => {
    fc.assert(
      fc.property(tallies, (all) => {
        const { cells, regions, divisions, total } = funnel(STEPS, all, EDITION);
        expect(sum(cells)).toEqual(total);
        expect(sum(regions)).toEqual(total);
        expect(sum(divisions)).toEqual(total);
        for (const { code, counts } of regions)
          expect(sum(cells.filter(({ region }) => region === code))).toEqual(counts);
        for (const { code, counts } of divisions)
          expect(sum(cells.filter(({ division }) => division === code))).toEqual(counts);
        expect(total.reduce((so, one) => so + one, 0)).toBe(all.reduce((so, { count }) => so + count, 0));
      }),
    );
  });

  it('does not depend on the order of what it sums up', () => {
    const shuffled = tallies.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(funnel(STEPS, other, EDITION)).toEqual(funnel(STEPS, all, EDITION));
      }),
    );
  });

  it('names all of the edition in its order, then what else projects name, and last what was not chosen', () => {
    const one = (region: string): Tally => ({ region, division: '', kind: 'begun', stage: null, count: 1 });
    const { regions, divisions } = funnel(STEPS, ['', 'GONE', 'XA'].map(one), EDITION);
    expect(regions.map(({ code }) => code)).toEqual(['BJ', 'XA', 'EUA', 'GONE', '']);
    expect(divisions.map(({ code }) => code)).toEqual(['EIT', 'BIO', '']);
  });
});

describe('projects by state', () => {
  it('were all begun, and stand in at most one further state', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROJECT_STATES), fc.nat(100), fc.nat(100), (state, count, handedIn) => {
        const steps = talliesOf({ region: 'BJ', division: 'EIT', state, count, handedIn });
        const of = (kind: string) => steps.filter((one) => one.kind === kind).map((one) => one.count);
        expect(of('begun')).toEqual([count]);
        expect(of('handedIn')).toEqual([handedIn]);
        const further = ['draft', 'submitted'].includes(state) ? [] : [count];
        expect(of(state)).toEqual(further);
        expect(steps).toHaveLength(2 + further.length);
      }),
    );
  });
});
