import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexTerms, latinTerms, queryTerms } from './terms.rules.js';

const matches = (text: string, query: string) => {
  const terms = indexTerms([text]);
  return queryTerms(query).every(({ term, prefix }) =>
    prefix ? terms.some((one) => one.startsWith(term)) : terms.includes(term),
  );
};

describe('indexTerms', () => {
  it('gives pairs of Chinese and the last character of each run', () => {
    expect(indexTerms(['芯片设计'])).toEqual(['芯片', '片设', '设计', '计']);
  });

  it('gives Latin words in lower case, with their signs', () => {
    expect(indexTerms(['Java/C++ 与 C# 工程师，5G.'])).toEqual(['java', 'c++', '与', 'c#', '工程', '程师', '师', '5g']);
  });

  it('normalises full width and keeps accents', () => {
    expect(indexTerms(['ＦＰＧＡ Zürich'])).toEqual(['fpga', 'zürich']);
  });

  it('gives each term once over several texts, and nothing for none', () => {
    expect(indexTerms(['博士', '博士', null, undefined, '，。'])).toEqual(['博士', '士']);
  });

  it('cuts a term to what its column holds', () => {
    expect(indexTerms(['a'.repeat(50)])).toEqual(['a'.repeat(40)]);
  });
});

describe('latinTerms', () => {
  it('leaves Chinese out', () => expect(latinTerms('负责PLC与SCADA系统')).toEqual(['plc', 'scada']));
});

describe('queryTerms', () => {
  it('asks pairs exactly, and single characters and Latin by prefix', () => {
    expect(queryTerms('芯片设计 Eng 药')).toEqual([
      { term: '芯片', prefix: false },
      { term: '片设', prefix: false },
      { term: '设计', prefix: false },
      { term: 'eng', prefix: true },
      { term: '药', prefix: true },
    ]);
  });

  it('bounds what one search may ask', () => expect(queryTerms('一二三四五六七八九十甲乙丙丁戊己').length).toBe(12));

  it.each([
    ['高级软件工程师', '工程师', true],
    ['高级软件工程师', '师', true],
    ['高级软件工程师', '软', true],
    ['高级软件工程师', '工程 软件', true],
    ['高级软件工程师', '硬件', false],
    ['FPGA Engineer', 'engine', true],
    ['FPGA Engineer', 'gine', false],
  ])('“%s” against “%s”: %s', (text, query, expected) => expect(matches(text, query)).toBe(expected));

  it('finds every text by any part of a Chinese run in it', () => {
    const han = fc.string({ unit: fc.constantFrom(...'电子信息生物医药装备制造'), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(han, han, han, (before, part, after) => {
        expect(matches(before + part + after, part)).toBe(true);
      }),
    );
  });
});
