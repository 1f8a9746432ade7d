import { INSTITUTION_ROWS } from './institutions.data.js';
import { wholesOfHan, wholesOfLatin } from './institution-parts.js';
import { comparableName } from './lookup.js';
import { UNIVERSITIES } from './universities.js';

/** A university, academy or institute 高校院所 with the names that people use of it. */
export interface Institution {
  zh: string;
  en: string | null;
  /** Short forms and earlier names. */
  aliases: readonly string[];
}

/** The universities of the Double First-Class list, those of Hebei, and academies and institutes. */
export const INSTITUTIONS: readonly Institution[] = [
  ...UNIVERSITIES.map(({ zh, en, aliases }): Institution => ({ zh, en, aliases })),
  ...INSTITUTION_ROWS.map(([zh, en, ...aliases]): Institution => ({ zh, en, aliases })),
];

/** An ending is read only after a place or the like: 科大 alone is any of many. */
const endingIn = (ending: string): RegExp => new RegExp(`^\\p{Script=Han}{2,}${ending}$`, 'u');

/** How names of universities are shortened, the ending alone: 兰州理工大学 is called 兰州理工. The longest comes first. */
const SHORT_ENDINGS = (
  [
    ['中医大', '中医药大学'],
    ['科大', '科技大学'],
    ['师大', '师范大学'],
    ['农大', '农业大学'],
    ['林大', '林业大学'],
    ['工大', '工业大学'],
    ['医大', '医科大学'],
    ['交大', '交通大学'],
    ['财大', '财经大学'],
    ['体大', '体育大学'],
    ['铁大', '铁道大学'],
    ['石大', '石油大学'],
    ['民大', '民族大学'],
    ['药大', '药科大学'],
    ['理工', '理工大学'],
    ['经贸', '经贸大学'],
  ] as const
).map(([short, long]) => ({ short, long, shortened: endingIn(short), whole: endingIn(long) }));
/** Institutes of an academy are institutions of their own, schools of a university are not. */
const UNIVERSITY = /(?:大学|(?<!科)学院)(?:（.+）)?$/u;
const ACADEMY = '中国科学院';

const bare = (text: string): string =>
  comparableName(text)
    .replace(/^the(?=university)/, '')
    .replace(/[·.,。']/g, '');

const index = new Map<string, Institution | undefined>();
for (const institution of INSTITUTIONS)
  for (const name of new Set([institution.zh, institution.en ?? institution.zh, ...institution.aliases].map(bare)))
    index.set(name, index.has(name) ? undefined : institution);

/**
 * The form in which names of organisations are compared for a tie: whatever an institution is called, its Chinese name in full,
 * such as 河北科技大学 for 河北科大; a school, department or campus of a university is of the university, not so its hospitals and
 * companies; of anything else the name as {@link comparableName} has it, without points and commas. A name
 * that several institutions carry stays itself. Empty for an empty name.
 */
export function institutionKey(text: string): string {
  const name = bare(text);
  const known = knownBy(name);
  if (known) return bare(known.zh);
  if (index.has(name)) return name;
  const full = inFull(name);
  for (const whole of [...wholesOfHan(full), ...wholesOfLatin(text)]) {
    const one = knownBy(bare(whole.name));
    if (one && UNIVERSITY.test(one.zh)) return bare(one.zh);
    if (whole.university) return institutionKey(whole.name);
  }
  return full;
}

const knownBy = (name: string): Institution | undefined => index.get(name) ?? index.get(inFull(name));

/** Every name by which the institution that `text` names is known, `text` excepted; none for what is no institution. */
export function otherNamesOf(text: string): string[] {
  const name = bare(text);
  const known = knownBy(name);
  const full = known?.zh ?? inFull(name);
  const names = known ? [known.zh, ...(known.en ? [known.en] : []), ...known.aliases] : [full];
  for (const { short, long, whole } of SHORT_ENDINGS)
    if (whole.test(full)) names.push(full.slice(0, -long.length) + short);
  if (full.startsWith(ACADEMY) && full.length > ACADEMY.length) {
    const short = `中科院${full.slice(ACADEMY.length)}`;
    names.push(short, short.replace(/研究所$/, '所'));
  }
  return [...new Set(names)].filter((one) => bare(one) !== name);
}

/** A shortened name as the endings above have it in full. */
function inFull(name: string): string {
  const academy = name.replace(/^中科院/, ACADEMY);
  if (academy.startsWith(ACADEMY)) return academy.replace(/(?<!研究)所$/, '研究所');
  for (const { short, long, shortened } of SHORT_ENDINGS)
    if (shortened.test(name)) return name.slice(0, -short.length) + long;
  return name;
}
