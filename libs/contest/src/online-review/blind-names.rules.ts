import { normaliseWidth, withoutUnseen } from '@haishi/kernel';
import { COUNTIES, otherNamesOf, PROVINCES } from '@haishi/reference';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import { pinyinForms } from './pinyin-names.rules.js';
import type { Hidden } from './redaction.rules.js';
import { CITIES, COMPOUND, EVERYDAY, LATIN_ENDINGS, LATIN_TRADES, LEGAL_ENDINGS, TRADES } from './blind-names.data.js';

/**
 * Every name by which a judge of a blind stage 盲评 could tell who made an entry: of the organisation in full, short and under its
 * other names, its code, the members in either order of their names, their mail addresses. `aliases` are what else is on record of
 * the organisation. A short form of one everyday word is left, since striking it would make the text unreadable.
 */
export function blindNames(
  { organisation, members }: Pick<ProjectSnapshot, 'organisation' | 'members'>,
  aliases: readonly string[] = [],
): Hidden[] {
  return [
    organisation.code,
    ...[organisation.name, ...aliases].flatMap(organisationNames),
    ...members.flatMap(({ name, mail }) => [mail, ...personNames(name)]),
  ];
}

/** A person's name as it is, and in the other order: 欧阳小明 and 小明·欧阳, Wei Zhang, Zhang Wei, ZHANG, Wei, W. Zhang; Chinese ones in pinyin too. */
export function personNames(name: string): Hidden[] {
  const plain = normaliseWidth(withoutUnseen(name)).normalize();
  // 张伟 (Wei Zhang) is two names.
  const parts =
    plain.match(/[\p{Script=Han}·・\s]*\p{Script=Han}|[\p{Script=Latin}][\p{Script=Latin}\s.,'’\-·]*/gu) ?? [];
  return [...new Set([plain, ...parts.flatMap((part) => [part.trim(), ...swapped(part.trim()), ...inPinyin(part)])])];
}

function swapped(name: string): Hidden[] {
  const words = name.split(/[\s,·・]+/).filter((word) => word !== '');
  if (words.length === 1 && /^\p{Script=Han}{2,4}$/u.test(name)) {
    return splits(name).flatMap(([family, given]) => [
      spaced(given, '\\s·・', family),
      spaced(family, '\\s·・,，', given),
    ]);
  }
  if (words.length < 2) return [];
  const turned = words.map((_, at) => [...words.slice(at), ...words.slice(0, at)]);
  return turned.flatMap((order) => {
    const all = order.join(' ');
    if (!/^\p{Script=Latin}/u.test(all)) return [all];
    const [first, last] = [order[0]!, order.at(-1)!];
    const initials = (list: string[]) => list.map((word) => `${word[0]}.`).join(' ');
    return [all, `${initials(order.slice(0, -1))} ${last}`, `${first} ${initials(order.slice(1))}`];
  });
}

/** A Chinese name as family and given name: 单于飞 may be 单于·飞 and 单·于飞. */
function splits(name: string): [family: string, given: string][] {
  const compound = COMPOUND.find((one) => name.startsWith(one) && name.length > one.length);
  return [...(compound === undefined ? [] : [compound]), name.slice(0, 1)].map((one) => [one, name.slice(one.length)]);
}

function inPinyin(name: string): Hidden[] {
  const words = name.replace(/\s+/g, '').split(/[·・]+/);
  const [first = '', ...more] = words.filter((word) => word !== '');
  if (more.length > 0) return pinyinForms(first, more.join(''));
  return /^\p{Script=Han}{2,4}$/u.test(first) ? splits(first).flatMap((split) => pinyinForms(...split)) : [];
}

/** Two parts of a Chinese name with something between them; a part of one character may be any word's, so that nothing else may adjoin. */
function spaced(one: string, between: string, other: string): RegExp {
  const body = `${one}[${between}]+${other}`;
  return one.length > 1 && other.length > 1
    ? new RegExp(body, 'gu')
    : new RegExp(`(?<!\\p{Script=Han})${body}(?!\\p{Script=Han})`, 'gu');
}

/** An organisation's name with its short forms: without the ending that law asks for, the place, and what the company does. */
export function organisationNames(name: string): string[] {
  const plain = normaliseWidth(withoutUnseen(name)).normalize();
  const whole = plain.replace(/^(\p{Script=Han}{2,}?大学).*$/su, '$1');
  const names = [plain, ...new Set([plain, whole].flatMap((one) => [one, ...otherNamesOf(one)]))];
  const forms = /\p{Script=Han}/u.test(plain) ? hanForms(plain) : latinForms(plain);
  return [...new Set([...names, ...forms])].filter((one) => one !== '');
}

function hanForms(name: string): string[] {
  const ending = LEGAL_ENDINGS.find((one) => name.endsWith(one));
  if (ending === undefined) return [];
  const bare = name.slice(0, -ending.length);
  const local = withoutPlaces(bare.replace(/\([^)]*\)/g, ''));
  return [local + ending, ...shorter(bare, withoutTrade), ...shorter(local, withoutTrade)].filter(
    (form) => ![...EVERYDAY, ...PLACES].includes(form) && !TRADES_ALONE.test(form),
  );
}

function latinForms(name: string): string[] {
  const bare = shorter(name, (one) => one.replace(LATIN_ENDINGS, '')).at(-1)!;
  const local = bare.replace(LATIN_PLACE, '');
  const cut = (one: string) => one.replace(LATIN_TRADES, '');
  return [...shorter(bare, cut), ...shorter(local, cut)].filter(
    (one) => one.length > 2 && !LATIN_PLACE.test(`${one} `),
  );
}

/** A name, and what is left of it each time that something is taken off its end. */
function shorter(name: string, cut: (name: string) => string): string[] {
  const next = cut(name).trim();
  return next === name || next === '' ? [name] : [name, ...shorter(next, cut)];
}

function withoutPlaces(name: string): string {
  const place = PLACES.find((one) => name.startsWith(one) && name.length > one.length + 1);
  return place === undefined ? name : withoutPlaces(name.slice(place.length));
}

function withoutTrade(name: string): string {
  const trade = TRADES.find((one) => name.endsWith(one) && name.length > one.length + 1);
  return trade === undefined ? name : name.slice(0, -trade.length);
}

/** The longest first. */
const PLACES = [
  ...PROVINCES.flatMap(({ zh, short }) => [zh, short]),
  ...COUNTIES.flatMap(({ zh }) => [zh]),
  ...CITIES.flatMap((city) => [`${city}市`, city]),
].sort((one, other) => other.length - one.length);
const LATIN_PLACE = new RegExp(
  `^(?:${[...PROVINCES.map(({ en }) => en), 'Shijiazhuang', 'China'].join('|')})\\s+`,
  'i',
);
/** Names nobody. */
const TRADES_ALONE = new RegExp(`^(?:${TRADES.join('|')})*$`);
