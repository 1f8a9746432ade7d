import type { DiscriminationGround } from '@haishi/contracts';
import { normaliseWidth } from '@haishi/kernel';

/** Wording 用语 in one field of a position that may shut people out. */
export interface Flag<Field extends string = string> {
  field: Field;
  /** As written there. */
  word: string;
  ground: DiscriminationGround;
  /** Why a reviewer found it harmless; absent while it is open. */
  dismissed?: string;
}

const PREFERENCE = '(?:优先|为佳|为宜|尤佳|勿扰|除外|不要)';

/** Longest first, so that what is named is the whole of the wording. `g` and `i` are set when they are used. */
const PATTERNS: readonly (readonly [DiscriminationGround, string])[] = [
  ['sex', `(?:仅限|只限|只招|只要|限|招|要求)(?:男|女)(?:性|生|士)?`],
  ['sex', `(?:男|女)(?:性|生|士)?(?:\\d+[名人])?${PREFERENCE}`],
  ['sex', `不(?:招|要|收)(?:男|女)(?:性|生|士)?`],
  ['sex', `性别(?:要求)?[:：为]?\\s*(?:男|女)(?:性)?`],
  ['sex', `(?:适合|仅招)(?:男|女)(?:性|生|士)`],
  ['sex', `\\b(?:fe)?males?\\s+(?:only|preferred|candidates?)\\b`],
  ['sex', `\\b(?:wo)?men\\s+(?:only|preferred)\\b`],
  [
    'age',
    `(?:年龄|年纪)(?:要求|限制)?(?:在|应|须|需|不超过|不大于|低于|小于|限|[:：])*\\s*\\d{2}(?:\\s*[-–~至到]\\s*\\d{2})?(?:周?岁)?(?:以下|以内|之间|之内|左右)?`,
  ],
  ['age', `\\d{2}\\s*[-–~至到]\\s*\\d{2}\\s*周?岁(?:之间)?`],
  ['age', `(?:不超过|不大于|低于|小于)\\s*\\d{2}\\s*周?岁`],
  ['age', `\\d{2}\\s*周?岁(?:以下|以内|之内|及以下)`],
  ['age', `[6-9][05]后|0[05]后`],
  [
    'age',
    `\\b(?:under|below|younger\\s+than|not\\s+over|aged?)\\s+(?:the\\s+age\\s+of\\s+)?\\d{2}(?:\\s*[-–]\\s*\\d{2})?\\b`,
  ],
  ['age', `\\byears?\\s+old\\b`],
  ['ethnicity', `(?:仅限|只限|只招|限|要求)[\\p{Script=Han}]{1,4}族`],
  ['ethnicity', `(?:汉族|少数民族|回族|满族|蒙古族|藏族|维吾尔族|壮族|朝鲜族)${PREFERENCE}`],
  ['ethnicity', `不(?:招|要|收)(?:少数民族|[\\p{Script=Han}]{1,4}族)`],
  ['ethnicity', `民族(?:要求)?[:：]\\s*[\\p{Script=Han}]{1,4}族?`],
  ['ethnicity', `\\bhan\\s+(?:chinese\\s+)?(?:only|preferred)\\b`],
  ['religion', `(?:无|有|没有)?宗教信仰(?:者)?${PREFERENCE}?`],
  ['religion', `不信教|信教(?:者)?${PREFERENCE}?`],
  ['religion', `(?:佛教徒|基督徒|天主教徒|穆斯林|伊斯兰教徒)${PREFERENCE}?`],
  ['religion', `\\b(?:no|without)\\s+religio(?:n|us\\s+belief)s?\\b`],
  [
    'marital',
    `(?:已|未)婚(?:已|未)育(?:者)?${PREFERENCE}?|已婚(?:者)?${PREFERENCE}?|未婚(?:者)?${PREFERENCE}?|离异(?:者)?${PREFERENCE}?|(?:已|未)育(?:者)?${PREFERENCE}?`,
  ],
  ['marital', `单身(?!公寓|宿舍|住房)(?:者)?${PREFERENCE}?`],
  ['marital', `婚(?:姻|育)(?:状况|情况)[:：]\\s*[\\p{Script=Han}]{1,4}`],
  ['marital', `(?:无|暂无|近期无)(?:生育|结婚|怀孕)(?:计划|打算)`],
  ['marital', `\\b(?:un)?married\\s+(?:only|preferred|candidates?)\\b|\\bsingle\\s+(?:only|preferred|candidates?)\\b`],
];

const FINDERS = PATTERNS.map(([ground, source]) => ({ ground, pattern: new RegExp(source, 'giu') }));

/** Wording that looks like a demand and grants the opposite, or that the law itself asks for. */
const HARMLESS =
  /男女不限|不限男女|男女均可|性别不限|不限性别|年龄不限|不限年龄|民族不限|不限民族|婚(?:否|育)?不限|不限婚(?:否|育)|(?:年满|满)?1[68]\s*周?岁以上/g;

/**
 * Finds wording on sex, age, ethnicity, religion or marital state (就业促进法 §§26–28; 人力资源市场暂行条例 §24).
 * It flags and never decides: a reviewer may find a word harmless, as in "少数民族医药".
 */
export function findDiscrimination<Field extends string>(texts: Partial<Record<Field, string | null>>): Flag<Field>[] {
  const flags: Flag<Field>[] = [];
  for (const [field, raw] of Object.entries(texts) as [Field, string | null][]) {
    if (!raw) continue;
    const text = normaliseWidth(raw).replace(HARMLESS, '；');
    const found: { ground: DiscriminationGround; start: number; end: number }[] = [];
    for (const { ground, pattern } of FINDERS)
      for (const match of text.matchAll(pattern))
        found.push({ ground, start: match.index, end: match.index + match[0].length });
    const words = new Set<string>();
    for (const one of found) {
      const inside = found.some((other) => other !== one && covers(other, one));
      const word = text.slice(one.start, one.end).trim();
      if (inside || words.has(word)) continue;
      words.add(word);
      flags.push({ field, word, ground: one.ground });
    }
  }
  return flags;
}

/** Whether `other` is the wider of two overlapping findings on one ground. */
function covers(
  other: { ground: string; start: number; end: number },
  one: { ground: string; start: number; end: number },
): boolean {
  const wider = other.end - other.start > one.end - one.start;
  return wider && other.ground === one.ground && other.start <= one.start && other.end >= one.end;
}

/**
 * The flags of a changed position: found anew, except that a word once found harmless stays so
 * while the text of its field is untouched.
 */
export function renewFlags<Field extends string>(
  texts: Partial<Record<Field, string | null>>,
  before: { texts: Partial<Record<Field, string | null>>; flags: readonly Flag<Field>[] },
): Flag<Field>[] {
  return findDiscrimination(texts).map((flag) => {
    const known = before.flags.find(
      (one) => one.field === flag.field && one.word === flag.word && one.dismissed !== undefined,
    );
    return known && before.texts[flag.field] === texts[flag.field] ? known : flag;
  });
}

/** The flags that still stop an approval. */
export function openFlags<Field extends string>(flags: readonly Flag<Field>[]): Flag<Field>[] {
  return flags.filter((flag) => flag.dismissed === undefined);
}
