import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceOf, type AdvancePart, formOf } from './advance-part';

const named = (code: string) => ({ code, name: { zh: code, en: code } });
const PARTS = { regions: ['BJ', 'XA'].map(named), divisions: ['EIT', 'BIO'].map(named) };
const seats = (codes: readonly string[]) => codes.map((code, at) => ({ code, seats: at + 1 }));
const again = (part: AdvancePart) => advanceOf(formOf(part, PARTS), part);

describe('who advances, as a form of the settings has it', () => {
  it('says what the file said, and no more', () => {
    const count = fc.integer({ min: 1, max: 99 });
    const rest = {
      wildcards: count,
      waiting: count,
      cutTies: fc.constant('all'),
      carry: fc.record({ stage: fc.constant('ONLINE'), permille: fc.integer({ min: 1, max: 999 }) }),
    };
    const both = { by: fc.constantFrom(['region', 'division'], ['division', 'region']) };
    const caps = fc.constant([{ region: 'BJ', division: 'BIO', cap: 2 }]);
    const margins = { regions: fc.constant(seats(['BJ', 'XA'])), divisions: fc.constant(seats(['EIT', 'BIO'])) };
    const part = fc.oneof(
      fc.record(
        { total: count, by: fc.constantFrom([], ['region'], ['division']), ...rest },
        { requiredKeys: ['total', 'by'] },
      ),
      fc.record({ by: fc.constant([]), permille: fc.integer({ min: 1, max: 1000 }), ...rest }),
      fc.record({ total: count, ...both, caps, ...rest }, { requiredKeys: ['total', 'by'] }),
      fc.record({ ...both, ...margins, caps, ...rest }, { requiredKeys: ['by', 'regions', 'divisions'] }),
    );
    fc.assert(
      fc.property(part, (one) => {
        expect(again(one as unknown as AdvancePart)).toEqual(one);
      }),
    );
  });

  it('leaves out what another way to cut had, and what holds anyway', () => {
    const form = formOf({ total: 9, by: ['region'] }, PARTS);
    expect(advanceOf({ ...form, mode: 'share', percent: '12.5' }, { total: 9, by: ['region'] })).toEqual({
      by: [],
      permille: 125,
    });
    expect(advanceOf({ ...form, wildcards: '0', waiting: '' }, { by: [] })).toEqual({ total: 9, by: ['region'] });
  });

  it('names every region and division where their seats are set', () => {
    const part = { by: ['region', 'division'], regions: seats(['XA']), divisions: seats(['EIT']) };
    expect(again(part)).toMatchObject({
      regions: [
        { code: 'BJ', seats: 0 },
        { code: 'XA', seats: 1 },
      ],
      divisions: [
        { code: 'EIT', seats: 1 },
        { code: 'BIO', seats: 0 },
      ],
    });
  });

  it('keeps what is no number as it was typed, also where it is taken up again', () => {
    const typed = { total: '九', by: [], wildcards: '-', carry: { stage: 'ONLINE', permille: '三' } };
    expect(again(typed)).toEqual(typed);
    expect(formOf({ by: [], permille: '一成' }, PARTS).percent).toBe('一成');
    expect(again({ by: [] })).toEqual({ by: [] });
  });
});
