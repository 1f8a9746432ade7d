import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JUDGE_TERMS, judgeKindName, judgeKindsOf, judgeTermsOf, reasonsOf } from './edition.defaults.js';
import { readEditionFile, rewriteEditionFile, writeEditionFile } from './edition.file.js';

const text = readFileSync(new URL('../../../../apps/server/assets/edition-haishi-cup.json', import.meta.url), 'utf8');
const now = new Date('2026-03-01T17:00:00Z');
const withSettings = (settings: object) => ({ ...(JSON.parse(text) as object), ...settings });
const read = (settings: object) => readEditionFile(withSettings(settings), { now });
const faultsOf = (settings: object) => read(settings).failures.map(({ field, code }) => `${field}: ${code}`);
const local = (zh: string, en = zh) => ({ zh, en });

const word = fc.stringMatching(/^[A-Za-z0-9_]{1,20}$/);
const line = fc.stringMatching(/^[a-z一-龥]{1,20}$/);
const name = fc.record({ zh: line, en: line });
const reasons = fc.uniqueArray(fc.record({ code: word, name, help: name }, { requiredKeys: ['code', 'name'] }), {
  minLength: 1,
  maxLength: 5,
  selector: ({ code }) => code,
});
const kinds = fc
  .uniqueArray(word, { minLength: 1, maxLength: 5 })
  .map((codes) => codes.map((code, at) => ({ code, name: local(`类${at}`, `Kind ${at}`) })));

describe('reasons, kinds of judges and terms in the file', () => {
  it('are read back from its export as they were', () => {
    fc.assert(
      fc.property(reasons, reasons, kinds, name, (returnReasons, rejectReasons, judgeKinds, judgeTerms) => {
        const settings = { returnReasons, rejectReasons, judgeKinds, judgeTerms };
        const { file, failures } = read(settings);
        expect(failures).toEqual([]);
        expect(file.definition).toMatchObject(settings);
        const again = readEditionFile(JSON.parse(JSON.stringify(writeEditionFile(file))), { now });
        expect(again).toEqual({ file, failures: [] });
      }),
      { numRuns: 40 },
    );
  });

  it('are those that always were where a file, or an edition from before, says nothing', () => {
    for (const definition of [read({}).file.definition, {}]) {
      expect(reasonsOf(definition, 'return').map(({ code }) => code)).toContain('material_missing');
      expect(reasonsOf(definition, 'reject').map(({ code }) => code)).toContain('classified');
      expect(judgeKindsOf(definition).map(({ code }) => code)).toEqual([
        'technical',
        'investor',
        'industry',
        'government',
      ]);
      expect(judgeTermsOf(definition)).toEqual(JUDGE_TERMS);
    }
  });

  it('are told in an older file as they were then, and a file no longer sound is left alone', () => {
    const { file } = read({});
    const {
      returnReasons: _,
      judgeKinds: __,
      judgeTerms: ___,
      ...older
    } = JSON.parse(JSON.stringify(writeEditionFile(file))) as Record<string, unknown>;
    expect(rewriteEditionFile(older)).toEqual(JSON.parse(JSON.stringify(writeEditionFile(file))));
    expect(rewriteEditionFile({ format: 'haishi-edition/1' })).toEqual({ format: 'haishi-edition/1' });
  });

  it('call a kind that the edition dropped as it was called, or by its code', () => {
    const own = { judgeKinds: [{ code: 'legal', name: local('法务', 'Legal') }] };
    expect(judgeKindName(own, 'legal').zh).toBe('法务');
    expect(judgeKindName(own, 'investor').en).toBe('Investor');
    expect(judgeKindName(own, 'gone')).toEqual(local('gone'));
  });

  it.each<[string, object, string[]]>([
    ['no reason at all', { returnReasons: [] }, ['returnReasons: common.list_too_short']],
    [
      'a reason in one language',
      { rejectReasons: [{ code: 'late', name: { zh: '逾期' } }] },
      ['rejectReasons.0.name.en: common.required'],
    ],
    [
      'a code that is no word',
      { returnReasons: [{ code: 'no stamp', name: local('未盖章') }] },
      ['returnReasons.0.code: common.bad_format'],
    ],
    [
      'a reason named twice',
      {
        returnReasons: [
          { code: 'a', name: local('甲') },
          { code: 'a', name: local('乙') },
        ],
      },
      ['returnReasons.1.code: edition.code_repeated'],
    ],
    [
      'help in one language',
      { returnReasons: [{ code: 'a', name: local('甲'), help: { en: 'When' } }] },
      ['returnReasons.0.help.zh: common.required'],
    ],
    [
      'two kinds of the same name, which a list of experts could not tell apart',
      {
        judgeKinds: [
          { code: 'a', name: local('投资', 'A') },
          { code: 'b', name: local('投资', 'B') },
        ],
      },
      ['judgeKinds.1.name.zh: edition.name_repeated'],
    ],
    [
      'a kind whose code is longer than a seat keeps',
      { judgeKinds: [{ code: 'x'.repeat(21), name: local('投资') }] },
      ['judgeKinds.0.code: common.text_too_long'],
    ],
    ['terms in one language', { judgeTerms: { zh: '独立评审' } }, ['judgeTerms.en: common.required']],
    [
      'terms too long',
      { judgeTerms: local('x'.repeat(4001)) },
      ['judgeTerms.zh: common.text_too_long', 'judgeTerms.en: common.text_too_long'],
    ],
  ])('are refused: %s', (_, settings, faults) => {
    expect(faultsOf(settings)).toEqual(faults);
  });
});
