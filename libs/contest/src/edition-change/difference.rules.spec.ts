import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf, type Json } from './difference.rules.js';

const name = fc.constantFrom('a', 'b', 'c', 'zh');
const code = fc.constantFrom('A', 'B', 'C', 'D');
const file = fc.letrec<{ value: Json; coded: Json; leaf: Json }>((tie) => ({
  leaf: fc.oneof(fc.constant(null), fc.boolean(), fc.integer({ min: 0, max: 9 }), fc.constantFrom('x', 'y')),
  coded: fc
    .uniqueArray(code)
    .chain((codes) =>
      fc.tuple(...codes.map((one) => fc.record({ v: tie('value') }).map((rest) => ({ code: one, ...rest })))),
    ),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('leaf'), { maxLength: 3 }),
    tie('coded'),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }),
  ),
})).value;

describe('what differs between two files', () => {
  it('is nothing between a file and itself, whatever the order of its names', () => {
    fc.assert(
      fc.property(file, (one) => {
        expect(differencesOf(one, JSON.parse(JSON.stringify(one)) as Json)).toEqual([]);
      }),
    );
    expect(differencesOf({ a: 1, b: { c: null } }, { b: {}, a: 1 })).toEqual([]);
  });

  it('is the same the other way round, with old and new exchanged', () => {
    const turned = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved' } as const;
    const sorted = (list: object[]) => list.map((one) => JSON.stringify(one)).sort();
    fc.assert(
      fc.property(file, file, (one, other) => {
        const back = differencesOf(other, one).map(({ path, kind, old, new: now }) => ({
          path,
          kind: turned[kind],
          old: now,
          new: old,
        }));
        expect(sorted(differencesOf(one, other))).toEqual(sorted(back));
      }),
    );
  });

  it('names what stands in a list by its code, wherever it stands', () => {
    const before = { divisions: [part('EIT', '电子'), part('BIO', '生物')] };
    expect(differencesOf(before, { divisions: [part('EIT', '电子'), part('BIO', '生物医药')] })).toEqual([
      { path: 'divisions.BIO.name.zh', kind: 'changed', old: '生物', new: '生物医药' },
    ]);
    expect(differencesOf(before, { divisions: [part('BIO', '生物'), part('EIT', '电子')] })).toEqual([
      { path: 'divisions', kind: 'moved', old: ['EIT', 'BIO'], new: ['BIO', 'EIT'] },
    ]);
    expect(differencesOf(before, { divisions: [part('FOOD', '食品'), part('BIO', '生物')] })).toEqual([
      { path: 'divisions.FOOD', kind: 'added', old: null, new: part('FOOD', '食品') },
      { path: 'divisions.EIT', kind: 'removed', old: part('EIT', '电子'), new: null },
    ]);
  });

  it('names the first member of a list by its code as well', () => {
    expect(differencesOf({ awards: [] }, { awards: [part('A', '奖')] })).toEqual([
      { path: 'awards.A', kind: 'added', old: null, new: part('A', '奖') },
    ]);
    expect(differencesOf({}, { awards: [part('A', '奖')] })[0]).toMatchObject({ path: 'awards', kind: 'added' });
  });

  it('takes a list without codes, or with one twice, as one value', () => {
    expect(differencesOf({ zones: ['a', 'b'] }, { zones: ['b', 'a'] })).toEqual([
      { path: 'zones', kind: 'changed', old: ['a', 'b'], new: ['b', 'a'] },
    ]);
    const twice = [part('A', 'x'), part('A', 'y')];
    expect(differencesOf({ list: twice }, { list: [part('A', 'x')] })[0]).toMatchObject({
      path: 'list',
      kind: 'changed',
    });
  });

  it('tells a value that came or went from one that changed', () => {
    expect(differencesOf({ note: null }, { note: 'x' })[0]).toMatchObject({ kind: 'added' });
    expect(differencesOf({ note: 'x' }, {})[0]).toMatchObject({ kind: 'removed', new: null });
    expect(differencesOf({ note: 0 }, { note: false })[0]).toMatchObject({ kind: 'changed' });
  });
});

function part(code: string, zh: string) {
  return { code, name: { zh, en: code } };
}
