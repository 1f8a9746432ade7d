/** In which words a rule tells what it compared with what. */
import { type Answer, answerWords, type LocalText, type Question } from '@haishi/contracts';
import type { Sharing } from '../edition/rule.definition.js';
import type { EarlierWin } from './earlier-win.js';

export function unanswered(name: LocalText): LocalText {
  return { zh: `未填写“${name.zh}”。`, en: `Not answered: ${name.en}.` };
}

export const noOrganisation: LocalText = {
  zh: '未填写单位代码。',
  en: 'No register number of an organisation is given.',
};

export function age(one: {
  born: string;
  day: string;
  age: number;
  min: number | undefined;
  max: number | undefined;
}): LocalText {
  const { born, day, min, max } = one;
  if (one.age < 0)
    return { zh: `出生日期 ${born} 晚于 ${day}。`, en: `The day of birth ${born} is later than ${day}.` };
  const [zh, en] = [
    between(min, max, { least: '不小于', most: '不超过', and: '且' }),
    between(min, max, { least: 'at least ', most: 'at most ', and: ' and ' }),
  ];
  return {
    zh: `负责人 ${born} 出生，${day} 时年满 ${one.age} 周岁；应${zh}周岁。`,
    en: `The leader was born on ${born} and is ${one.age} on ${day}; to be ${en}.`,
  };
}

function between(
  min: number | undefined,
  max: number | undefined,
  { least, most, and }: { least: string; most: string; and: string },
): string {
  const ends = [min === undefined ? [] : [`${least}${min}`], max === undefined ? [] : [`${most}${max}`]];
  return ends.flat().join(and);
}

export function registered({
  founded,
  from,
  until,
}: {
  founded: string;
  from: string | undefined;
  until: string | undefined;
}): LocalText {
  const zh = [from ? [`不早于 ${from}`] : [], until ? [`不晚于 ${until}`] : []].flat().join('、');
  const en = [from ? [`on or after ${from}`] : [], until ? [`on or before ${until}`] : []].flat().join(' and ');
  return { zh: `登记于 ${founded}；应${zh}。`, en: `Registered on ${founded}; to be ${en}.` };
}

export function degree(question: Question, held: string, accepted: readonly string[]): LocalText {
  const [has, any] = [answerWords(question, held), answerWords(question, [...accepted])];
  return { zh: `${has.zh}；应为：${any.zh}。`, en: `${has.en}; to be one of: ${any.en}.` };
}

export function equity(one: {
  of: 'leader' | 'core';
  /** Basis points; absent where no share is stated. */
  held: number | undefined;
  least: number;
  /** Whether everybody who counts states a share. */
  whole: boolean;
}): LocalText {
  const who =
    one.of === 'leader'
      ? { zh: '负责人', en: 'The leader', state: 'states', hold: 'holds' }
      : { zh: '核心成员合计', en: 'The core members together', state: 'state', hold: 'hold' };
  const least = percent(one.least);
  const demand = { zh: `应不少于 ${least}`, en: `at least ${least} is asked for` };
  if (one.held === undefined)
    return { zh: `${who.zh}未填写份额；${demand.zh}。`, en: `${who.en} ${who.state} no share; ${demand.en}.` };
  const gap = one.whole ? { zh: '', en: '' } : { zh: '（有人未填写）', en: ' (some state none)' };
  return {
    zh: `${who.zh}份额 ${percent(one.held)}${gap.zh}；${demand.zh}。`,
    en: `${who.en} ${who.hold} ${percent(one.held)}${gap.en}; ${demand.en}.`,
  };
}

const percent = (basisPoints: number): string => `${basisPoints / 100}%`;

export function others(by: 'owner' | 'organisation', numbers: readonly string[], told: boolean): LocalText {
  const who =
    by === 'owner' ? { zh: '同一申报人', en: 'the same entrant' } : { zh: '同一单位', en: 'the same organisation' };
  if (numbers.length === 0)
    return { zh: `${who.zh}没有其他已提交的项目。`, en: `No other project was handed in by ${who.en}.` };
  return {
    zh: `${who.zh}另有 ${numbers.length} 个已提交的项目${told ? `：${numbers.join('、')}` : ''}。`,
    en: `Other projects handed in by ${who.en}: ${numbers.length}${told ? ` (${numbers.join(', ')})` : ''}.`,
  };
}

/** After what is certain: what may be the same person under another account. */
export function maybeSameEntrant({ zh, en }: LocalText, numbers: readonly string[]): LocalText {
  return {
    zh: `${zh}另有 ${numbers.length} 个其他账号提交的项目，其负责人或申报人与本项目的邮箱相同，请核实是否为同一人：${numbers.join('、')}。`,
    en: `${en} Handed in by other accounts, with the same mail address of the leader or the entrant, to be checked for one person: ${numbers.length} (${numbers.join(', ')}).`,
  };
}

export function forbidden(question: Question, answer: Answer, not: boolean | readonly string[]): LocalText {
  const [given, ruledOut] = [
    answerWords(question, answer),
    answerWords(question, typeof not === 'boolean' ? not : [...not]),
  ];
  return {
    zh: `“${question.name.zh}”：${given.zh}；不应为：${ruledOut.zh}。`,
    en: `${question.name.en}: ${given.en}; not to be: ${ruledOut.en}.`,
  };
}

export function country(
  code: string,
  { oneOf, not }: { oneOf: readonly string[] | undefined; not: readonly string[] | undefined },
): LocalText {
  const list = (oneOf ?? not ?? []).join('、');
  return {
    zh: `单位注册地 ${code}；${oneOf ? '应为' : '不应为'}：${list}。`,
    en: `The organisation is registered in ${code}; ${oneOf ? 'to be one of' : 'not to be'}: ${list.replaceAll('、', ', ')}.`,
  };
}

const SHARED: Readonly<Record<Sharing, LocalText>> = {
  account: { zh: '申报人', en: 'the entrant' },
  register: { zh: '单位', en: 'the organisation' },
  member: { zh: '团队成员', en: 'a member of the team' },
};

/**
 * Who won what, and by what that is known. A member is found by an address that anybody could write: entrants are told
 * how many won, and neither who nor with which project.
 */
export function wonBefore(wins: readonly EarlierWin[], sharing: readonly Sharing[], forStaff: boolean): LocalText {
  const of = ({ shares }: EarlierWin) => sharing.filter((one) => shares.includes(one));
  const told = wins.filter((win) => forStaff || of(win).some((one) => one !== 'member'));
  const line = (win: EarlierWin, locale: 'zh' | 'en') => {
    const shared = of(win).filter((one) => forStaff || one !== 'member');
    const who = shared.map((one) =>
      one === 'member' && win.members.length > 0
        ? `${SHARED.member[locale]} ${win.members.join(locale === 'zh' ? '、' : ', ')}`
        : SHARED[one][locale],
    );
    return locale === 'zh'
      ? `${who.join('、')}：${win.editionName.zh}${win.award.zh}（${win.number}）`
      : `${who.join(', ')}: ${win.award.en} of ${win.editionName.en} (${win.number})`;
  };
  const rest = wins.length - told.length;
  const zh = [...told.map((win) => line(win, 'zh')), ...(rest > 0 ? [`团队成员与往届 ${rest} 个获奖项目相同`] : [])];
  const en = [
    ...told.map((win) => line(win, 'en')),
    ...(rest > 0 ? [`projects of earlier winners with a member of the team: ${rest}`] : []),
  ];
  return { zh: `往届获奖：${zh.join('；')}。`, en: `Won before: ${en.join('; ')}.` };
}

export function wonNothing(sharing: readonly Sharing[]): LocalText {
  const [zh, en] = [sharing.map((one) => SHARED[one].zh), sharing.map((one) => SHARED[one].en)];
  return {
    zh: `往届获奖名单中没有相同的${zh.join('、')}。`,
    en: `No earlier winner shares ${en.join(', ')} with it.`,
  };
}

export function noAwardsOf(editions: readonly string[]): LocalText {
  return {
    zh: `本系统没有这些届次已结束公示的获奖名单：${editions.join('、')}。`,
    en: `No concluded awards are known of these editions: ${editions.join(', ')}.`,
  };
}
