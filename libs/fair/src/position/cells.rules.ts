import {
  type LocalText,
  POSITION_DEGREES,
  type PositionDegree,
  type PositionDegreeType,
  type PositionExperience,
  type PositionTitleRank,
  type PositionUniversity,
} from '@haishi/contracts';
import { normaliseWidth, parseMail, parsePhone } from '@haishi/kernel';
import { faulty, good, type Parsed } from './parsed.rules.js';
import { HEADCOUNT_MOST } from './position.rules.js';

/** How a cell is compared with a choice: half width, lower case, no spaces, dashes or quotes. */
const plain = (text: string) =>
  normaliseWidth(text)
    .toLowerCase()
    .replace(/[\s“”"'’·.\-–—]/g, '');

/** The choice a cell names, by its code, its wording in either language, or one of `aliases`. */
export function parseChoice<Code extends string>(
  text: string,
  choices: Readonly<Record<Code, LocalText>>,
  aliases: Readonly<Record<string, Code>> = {},
): Parsed<Code> {
  const asked = plain(text);
  const entries = Object.entries(choices) as [Code, LocalText][];
  const found =
    entries.find(([code, { zh, en }]) => [code, zh, en].some((name) => plain(name) === asked))?.[0] ??
    Object.entries(aliases).find(([alias]) => plain(alias) === asked)?.[1];
  if (found) return good(found);
  return faulty('fair.row_not_a_choice', { value: text, choices: Object.values<LocalText>(choices) });
}

const DEGREE_WORDS: Record<string, PositionDegree> = {
  无要求: 'any',
  无: 'any',
  专科: 'college',
  高职: 'college',
  大学: 'bachelor',
  大学本科: 'bachelor',
  学士: 'bachelor',
  全日制本科: 'bachelor',
  硕士: 'master',
  研究生: 'master',
  全日制硕士: 'master',
  全日制硕士研究生: 'master',
  博士: 'doctor',
  博士后: 'doctor',
  全日制博士: 'doctor',
  全日制博士研究生: 'doctor',
  bachelor: 'bachelor',
  master: 'master',
  doctor: 'doctor',
  phd: 'doctor',
};
const DEGREE_TYPE_WORDS: Record<string, PositionDegreeType> = {
  无要求: 'any',
  无: 'any',
  学士学位: 'bachelor',
  硕士学位: 'master',
  博士学位: 'doctor',
  phd: 'doctor',
};
const UNIVERSITY_WORDS: Record<string, PositionUniversity> = {
  无要求: 'any',
  无: 'any',
  双一流: 'double_first_class',
  双一流大学: 'double_first_class',
  双一流建设高校: 'double_first_class',
  '985': 'project_985',
  '985高校': 'project_985',
  原985: 'project_985',
  '211': 'project_211',
  '211高校': 'project_211',
  原211: 'project_211',
  海外高校: 'overseas',
  海外: 'overseas',
  海外高水平大学: 'overseas',
};
const TITLE_WORDS: Record<string, PositionTitleRank> = {
  无要求: 'any',
  无: 'any',
  初级职称: 'junior',
  中级职称: 'intermediate',
  副高: 'deputy_senior',
  副高级职称: 'deputy_senior',
  副高职称: 'deputy_senior',
  正高: 'senior',
  高级: 'deputy_senior',
  高级职称: 'deputy_senior',
  正高级职称: 'senior',
  正高职称: 'senior',
};
const EXPERIENCE_STEPS: readonly (readonly [number, PositionExperience])[] = [
  [10, 'years_10'],
  [5, 'years_5'],
  [3, 'years_3'],
  [1, 'years_1'],
];

/** 学历要求: "硕士及以上学历" asks for the same least as "硕士研究生". */
export function parseDegree(text: string): Parsed<PositionDegree> {
  const bare = plain(text).replace(/(及以上|或以上|以上)?(学历)?(及以上|或以上|以上)?$/, '');
  return named(parseChoice(bare, POSITION_DEGREES, DEGREE_WORDS), text);
}

export function parseDegreeType(
  text: string,
  choices: Readonly<Record<PositionDegreeType, LocalText>>,
): Parsed<PositionDegreeType> {
  return named(parseChoice(plain(text).replace(/(及以上|或以上|以上)$/, ''), choices, DEGREE_TYPE_WORDS), text);
}

export function parseUniversity(
  text: string,
  choices: Readonly<Record<PositionUniversity, LocalText>>,
): Parsed<PositionUniversity> {
  return parseChoice(text, choices, UNIVERSITY_WORDS);
}

export function parseTitleRank(
  text: string,
  choices: Readonly<Record<PositionTitleRank, LocalText>>,
): Parsed<PositionTitleRank> {
  return named(parseChoice(plain(text).replace(/(及以上|或以上|以上)$/, ''), choices, TITLE_WORDS), text);
}

/** 工作经验: the words of the list, or a number of years, taken down to the step below: "4年以上" asks at least three. */
export function parseExperience(
  text: string,
  choices: Readonly<Record<PositionExperience, LocalText>>,
): Parsed<PositionExperience> {
  const years = /^(\d{1,2})([-–~至到]\d{1,2})?年(及?以上)?(工作)?(经验|经历)?$/.exec(
    normaliseWidth(text).replace(/\s/g, ''),
  );
  if (years) {
    const step = EXPERIENCE_STEPS.find(([least]) => Number(years[1]) >= least);
    return good(step ? step[1] : 'any');
  }
  return parseChoice(text, choices, { 应届: 'fresh', 应届生: 'fresh', 无要求: 'any', 无: 'any', 经验不限: 'any' });
}

/** A refusal that shows the cell as it was written. */
const named = <Value>(parsed: Parsed<Value>, text: string): Parsed<Value> =>
  parsed.fault === undefined ? parsed : faulty(parsed.fault, { ...parsed.params, value: text });

/** 招聘人数: "3", "3人", "３名". */
export function parseHeadcount(text: string): Parsed<number> {
  const bare = normaliseWidth(text).replace(/\s/g, '');
  if (/^(若干|不限|多)(人|名)?$/.test(bare)) return faulty('fair.row_vague_headcount', { value: text });
  const digits = /^(\d{1,6})(?:\.0+)?(人|名|位|个)?$/.exec(bare)?.[1];
  const count = Number(digits ?? 0);
  return count >= 1 && count <= HEADCOUNT_MOST
    ? good(count)
    : faulty('fair.row_bad_headcount', { value: text, max: HEADCOUNT_MOST });
}

const DAY_FORMS = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/,
  /^(\d{4})[/.年](\d{1,2})[/.月](\d{1,2})日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/** A day as `2026-06-30`, read from that form, `2026/6/30`, `2026.6.30`, `2026年6月30日`, `20260630` or a number of Excel. */
export function parseDay(text: string): Parsed<string> {
  const bare = normaliseWidth(text);
  const serial = /^([2-6]\d{4})(?:\.0+)?$/.exec(bare)?.[1];
  if (serial) return good(new Date(EXCEL_EPOCH + Number(serial) * 86_400_000).toISOString().slice(0, 10));
  for (const form of DAY_FORMS) {
    const match = form.exec(bare.replace(/(?<=\d)\s+(?=[年月日])|(?<=[年月])\s+/g, ''));
    if (!match) continue;
    const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
    const date = new Date(Date.UTC(year, month - 1, day));
    if (date.getUTCMonth() === month - 1 && date.getUTCDate() === day) return good(date.toISOString().slice(0, 10));
  }
  return faulty('fair.row_bad_date', { value: text });
}

/** A day that lies from `today` to `latest`, all as `2026-06-30`. */
export function parseValidUntil(text: string, today: string, latest: string): Parsed<string> {
  const day = parseDay(text);
  if (day.fault !== undefined) return day;
  if (day.value < today) return faulty('fair.row_date_passed', { value: day.value });
  return day.value > latest ? faulty('fair.row_date_too_far', { value: day.value, max: latest }) : day;
}

/** An office's phone: mobile, landline with its area code and perhaps an extension, or international. */
export function parseOfficePhone(text: string): Parsed<string> {
  const mobile = parsePhone(text);
  if (mobile) return good(mobile);
  const bare = normaliseWidth(text).replace(/[\s()]/g, '');
  const landline = /^(0\d{2,3})-?([2-9]\d{6,7})(?:(?:-|转|ext\.?)(\d{1,6}))?$/i.exec(bare);
  if (!landline) return faulty('fair.row_bad_phone', { value: text });
  return good(`${landline[1]}-${landline[2]}${landline[3] ? `-${landline[3]}` : ''}`);
}

export function parseOfficeMail(text: string): Parsed<string> {
  const mail = parseMail(text);
  return mail ? good(mail) : faulty('fair.row_bad_mail', { value: text });
}
