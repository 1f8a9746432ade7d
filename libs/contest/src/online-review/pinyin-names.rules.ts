import { COUNTIES, PROVINCES } from '@haishi/reference';
import { pinyin, polyphonic } from 'pinyin-pro';
import { CITIES, ENGLISH_LIKE_NAMES, ENGLISH_SYLLABLES } from './blind-names.data.js';
import { APOSTROPHE, GAP, type Spellings } from './redaction.rules.js';

/**
 * How the name of a person is written in Latin letters 拼音: 曾小明 as Zeng Xiaoming, Xiao-Ming ZENG, zengxiaoming, Zēng Xiǎomíng,
 * Zeng X. M. Each character is read in every way that it allows, as a family name (曾 Zeng) and elsewhere (Ceng), since who or
 * what wrote a text may have chosen either; no forms where one has no reading. A part alone is left. Where a form is also English
 * words or a place, it has to be spelled as a name: of 何灿 “He Can” and not “he can”, of 吴涵 “Wu Han”, “wu han” and “WuHan” and
 * not “Wuhan”.
 */
export function pinyinForms(family: string, given: string): Spellings[] {
  const [first, second] = [[...family].map(readingsOf), [...given].map(readingsOf)];
  if ([...first, ...second].some((readings) => readings.length === 0)) return [];
  const [one, other] = [first, second].map(written) as [string, string];
  return [{ part: new RegExp(one, 'u'), forms: () => formsOf(first, second, one, other) }];
}

type Readings = readonly (readonly string[])[];

function formsOf(first: Readings, second: Readings, one: string, other: string): RegExp[] {
  const english = [first, second].every((part) => spellings(part).some((word) => ENGLISH.has(word)));
  const begins = english ? CAPITAL : '';
  const whole = [
    { parts: [one, other], syllables: [...first, ...second] },
    { parts: [other, one], syllables: [...second, ...first] },
  ].map(({ parts, syllables }) => {
    const ordinary = spellings(syllables).some((word) => ORDINARY.has(word));
    const together = ordinary ? `(?<![A-ZＡ-Ｚ])${CAPITAL}` : `${APOSTROPHE}?`;
    return parts.join(`(?:${GAP}+|${together})${begins}`);
  });
  const initials = second.map((readings) => readings.map(([letter]) => letter!.toUpperCase()).join(''));
  const [point, ...points] = initials.map((letters) => `[${letters}${letters.toLowerCase()}]\\.`);
  const pointed = begins + [point!, ...points.map((next) => `(?:${GAP}*${next})?`)].join('');
  const bare = initials.length > 1 ? [initials.map((letters) => `[${letters}]`).join('')] : [];
  return [
    ...whole.map((form) => begins + form),
    `${begins}${one}${GAP}*${pointed}`,
    `${pointed}${GAP}*${begins}${one}`,
    ...bare.flatMap((letters) => [`${CAPITAL}${one}[\\s,，]+${letters}`, `${letters}[\\s,，]+${CAPITAL}${one}`]),
  ].map((form) => new RegExp(`(?<!${LETTER})(?:${form})(?:(?<=\\.)|(?!${LETTER}))`, 'gu'));
}

// Spelled out, since classes by property and without case take milliseconds for each name.
const LETTER = '[A-Za-zＡ-Ｚａ-ｚ\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u0300-\\u036f\\u1e00-\\u1eff]';
const CAPITAL = '(?=[A-ZＡ-ＺĀÁǍÀĒÉĚÈŌÓǑÒ])';

/** Syllables after another, each with its tone as a mark or a number, or with none. */
function written(syllables: Readings): string {
  return syllables
    .map((readings) => `(?:${readings.map((one) => [...one].map(lettersOf).join('')).join('|')})[1-5]?`)
    .join(`(?:${APOSTROPHE}|${GAP}*)`);
}

/** What else is typed for a letter of pinyin, with its tone or without. */
const TYPED: Readonly<Record<string, string>> = {
  a: 'āáǎàɑ',
  e: 'ēéěèê',
  g: 'ɡ',
  i: 'īíǐì',
  o: 'ōóǒò',
  u: 'ūúǔùüv',
  ü: 'ǖǘǚǜuūúǔùv',
};

function lettersOf(letter: string): string {
  const typed = letter + (TYPED[letter] ?? '');
  const wide = /[a-z]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : '';
  const all = `[${typed}${wide}${(typed + wide).toUpperCase()}]`;
  return `${letter === 'ü' ? `(?:[yY][uU]|${all})` : all}[\\u0300-\\u036f]*`;
}

function readingsOf(character: string): string[] {
  const [readings = []] = polyphonic(character, { type: 'array', toneType: 'none' });
  return [...new Set(readings)].filter(isSyllable);
}

const isSyllable = (reading: string): boolean => /^(?=.*[aeiouü])[a-zü]+$/.test(reading);

/** How syllables are spelled without tones; none of more than any ordinary word has. */
function spellings(syllables: Readings): string[] {
  if (syllables.length > MOST_SYLLABLES) return [];
  return syllables.reduce<string[]>(
    (before, readings) => before.flatMap((start) => readings.map((next) => start + next.replace('ü', 'u'))),
    [''],
  );
}

const ENGLISH = new Set(ENGLISH_SYLLABLES.split(' '));
/** What reads like a name run together, and is a word of everyday or a place. */
const ORDINARY = new Set([
  ...ENGLISH_LIKE_NAMES.split(' '),
  ...[...PROVINCES, ...COUNTIES].map(({ en }) => en.replace(/ .*/, '').replace("'", '').toLowerCase()),
  ...CITIES.map((city) => pinyin(city, { toneType: 'none', separator: '' })),
]);
/** As 石家庄 has, with one to spare. */
const MOST_SYLLABLES = 4;
