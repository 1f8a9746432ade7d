import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REDACTED, redact } from './redaction.rules.js';

describe('redact', () => {
  it.each([
    ['由石家庄海石芯片有限公司研制', ['石家庄海石芯片有限公司'], `由${REDACTED}研制`],
    ['由 石家庄 海石芯片有限公司 研制', ['石家庄海石芯片有限公司'], `由 ${REDACTED} 研制`],
    ['ＡＢＣ（石家庄）公司', ['ABC(石家庄)公司'], REDACTED],
    ['Dr. Anna Li and anna li', ['Anna Li'], `Dr. ${REDACTED} and ${REDACTED}`],
    ['由Anna Li研制，ABC公司', ['Anna Li', 'ABC'], `由${REDACTED}研制，${REDACTED}公司`],
    ['to li@haishi.example', ['haishi', 'li@haishi.example', /li/gu], `to ${REDACTED}`],
    ['Hannah lives on Liberty Street', ['Anna', 'Li'], 'Hannah lives on Liberty Street'],
    ['write to li.anna@example.com', ['li.anna@example.com'], `write to ${REDACTED}`],
    ['海石芯片有限公司与海石', ['海石', '海石芯片有限公司'], `${REDACTED}与${REDACTED}`],
    ['甲方案优于乙方案', ['甲'], '甲方案优于乙方案'],
    ['成本 (含税) 5 元', ['(含税)'], `成本 ${REDACTED} 5 元`],
    ['', ['某某'], ''],
    ['由尉\u200b迟致娜、尉\u00ad迟\u2060致娜研\u00ad制', ['尉迟致娜'], `由${REDACTED}、${REDACTED}研\u00ad制`],
    ['青\u200b禾生物', ['青禾\ufeff生物'], REDACTED],
    ['by Anna\u200b Li\u3164, 😀an\u034fna li', ['Anna Li'], `by ${REDACTED}\u3164, 😀${REDACTED}`],
    ['by Séan O’Brien and SÉAN OʼBRIEN', ["Séan O'Brien"], `by ${REDACTED} and ${REDACTED}`],
    ["by Séan O'Brien", ['Séan O’Brien'], `by ${REDACTED}`],
    ['by Mu\u0308ller', ['Müller'], `by ${REDACTED}`],
    ['by Müller', ['Mu\u0308ller'], `by ${REDACTED}`],
    ['by Jean–Luc and Jean‑Luc Roy', ['Jean-Luc Roy', 'Jean-Luc'], `by ${REDACTED} and ${REDACTED}`],
  ])('%s without %j: %s', (text, names, expected) => expect(redact(text, names)).toBe(expected));

  it('leaves no name of Chinese characters, wherever it stands', () => {
    const word = fc.string({ unit: fc.constantFrom(...'张王李赵石家庄芯片'), minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.array(word, { maxLength: 8 }), (names, words) => {
        const left = redact([...words, ...names].join('，'), names);
        for (const name of names) expect(left).not.toContain(name);
      }),
    );
  });

  it('finds a name of Latin letters whatever its width and case and whatever is typed between', () => {
    const word = fc.string({ unit: fc.constantFrom(...'AbcÉüß'), minLength: 2, maxLength: 5 });
    const way = fc.record({
      wide: fc.boolean(),
      upper: fc.boolean(),
      gap: fc.constantFrom(' ', '-', '·', '．', ', ', '_', ''),
      before: fc.constantFrom('', '由', '见 '),
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), way, (words, { wide, upper, gap, before }) => {
        const typed = words.map((one) => written(one, { wide, upper })).join(gap);
        expect(redact(`${before}${typed}，`, [words.join(' ')])).toBe(`${before}${REDACTED}，`);
      }),
    );
  });
});

/** As somebody may type it; a sign whose capital is two is left. */
function written(word: string, { wide, upper }: { wide: boolean; upper: boolean }): string {
  return [...word]
    .map((sign) => (upper && sign.toUpperCase().length === 1 ? sign.toUpperCase() : sign))
    .map((sign) => (wide && sign < '\x7f' ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign))
    .join('');
}
