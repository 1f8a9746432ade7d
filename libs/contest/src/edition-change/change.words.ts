import { listed, type LocalText } from '@haishi/contracts';
import { deadlineText } from '../project/deadline-text.js';
import type { Difference, Json } from './difference.rules.js';
import type { Effect, EffectCode } from './assessment.rules.js';
import { stagesNamed } from '../edition/ties.rules.js';
import { nameOfPart, wordOfValue } from './part.words.js';

const POINT_FIELDS = ['max', 'step', 'weight', 'outOf'];
const DATE_FIELDS = ['opensAt', 'closesAt'];
/** Parts of which a new or a removed member is told with everything it says. */
const TOLD_WHOLE = ['questions', 'rules', 'returnReasons', 'rejectReasons'];
const IN_THE_HEAD = ['code', 'name', 'text'];
const REFERENCES: Record<string, string> = {
  groups: 'groups',
  question: 'questions',
  ties: 'rubric.criteria',
  stage: 'stages',
  region: 'regions',
  division: 'divisions',
  type: 'judgeKinds',
};

const EFFECT_WORDS: Record<EffectCode, (count: number) => LocalText> = {
  drafts_choose_again: (n) => ({
    zh: `${n} 份草稿选了它，须重新选择`,
    en: `Drafts that chose it and must choose again: ${n}`,
  }),
  offers_choose_again: (n) => ({
    zh: `${n} 个已征集、待认领的项目属于它，认领后须重新选择`,
    en: `Collected projects, not yet claimed, that name it; who claims them must choose again: ${n}`,
  }),
  experts_lose: (n) => ({
    zh: `${n} 位专家登记了它，评审分配不再据此匹配，须改为别的`,
    en: `Experts who are kept under it, are no longer matched by it and need another: ${n}`,
  }),
  drafts_checked_anew: (n) => ({
    zh: `${n} 份草稿提交时按新要求检查`,
    en: `Drafts held against the new demand when handed in: ${n}`,
  }),
  corrections_checked_anew: (n) => ({
    zh: `${n} 个退回补正中的项目重新提交时按新要求检查`,
    en: `Projects out for a correction, held against the new demand when handed in again: ${n}`,
  }),
  submitted_stay: (n) => ({
    zh: `${n} 个已提交的项目保持不变，不重新检查`,
    en: `Projects handed in that stay as they are, unchecked: ${n}`,
  }),
  conditions_shown: (n) => ({
    zh: `${n} 个已提交的项目此后按新的参赛条件显示，待审查的重新标记；已作出的结论不变`,
    en: `Projects handed in that are shown by the new conditions from now on, and marked anew while they wait; what was decided stands: ${n}`,
  }),
  files_stay: (n) => ({
    zh: `${n} 个项目已上传这类文件，文件保留`,
    en: `Projects that hold such files, which are kept: ${n}`,
  }),
  jury_reads: (n) => ({
    zh: `评委此后可查阅 ${n} 个已提交项目的这部分内容`,
    en: `Projects handed in of which the jury reads it from now on: ${n}`,
  }),
  jury_reads_no_more: (n) => ({
    zh: `评委此后不能再查阅 ${n} 个已提交项目的这部分内容`,
    en: `Projects handed in of which the jury no longer reads it: ${n}`,
  }),
  files_personal: (n) => ({
    zh: `${n} 个项目已上传这类文件，此后只有申报人和审核、组织人员可以打开，不能再放开`,
    en: `Projects that hold such files, which their entrants, checkers and organisers alone open from now on, for good: ${n}`,
  }),
  answers_go: (n) => ({
    zh: `${n} 份草稿已作答，作答不再保留`,
    en: `Drafts that answered it and lose the answer: ${n}`,
  }),
  renamed: (n) => ({ zh: `${n} 个项目改显新名称`, en: `Projects shown with the new name: ${n}` }),
  undertaking_stands: (n) => ({
    zh: `${n} 个已提交的项目确认的是原来的文字`,
    en: `Projects handed in under the earlier wording: ${n}`,
  }),
  sessions_follow: (n) => ({
    zh: `${n} 个筹备中的场次改用新的规则`,
    en: `Sessions still being set up that take it over: ${n}`,
  }),
  sessions_keep: (n) => ({
    zh: `${n} 个已安排的场次保持原来的设置`,
    en: `Sessions already planned that keep theirs: ${n}`,
  }),
  sessions_differ: (n) => ({
    zh: `${n} 个已开始的场次仍显示原来的文字`,
    en: `Sessions already begun that keep the earlier words: ${n}`,
  }),
  deadline_moves: (n) => ({ zh: `${n} 份草稿的截止时间随之改变`, en: `Drafts whose deadline moves: ${n}` }),
  grace_moves: (n) => ({
    zh: `${n} 份草稿在截止后的宽限时间随之改变`,
    en: `Drafts whose time of grace after the deadline changes: ${n}`,
  }),
  schedule_moves: (n) => ({
    zh: `${n} 个项目的参赛者看到的日程随之改变，系统不会逐一通知`,
    en: `Projects whose entrants find another schedule, and are not told one by one: ${n}`,
  }),
  corrections_keep: (n) => ({
    zh: `${n} 个退回补正中的项目保持已告知的补正期限`,
    en: `Projects out for a correction that keep the deadline they were told: ${n}`,
  }),
  appeals_keep: (n) => ({
    zh: `${n} 个未通过的项目保持已告知的申诉期限`,
    en: `Rejected projects that keep the time to appeal they were told: ${n}`,
  }),
  zone_moves: (n) => ({
    zh: `${n} 个阶段的时间按新时区显示，时刻不变`,
    en: `Stages told in the new zone, at the same instants: ${n}`,
  }),
  notices_keep: (n) => ({
    zh: `${n} 份已发布的公示仍按发布时的天数`,
    en: `Notices already published that keep their days: ${n}`,
  }),
  notices_headed: (n) => ({
    zh: `${n} 份已发布的公示保持发布时的名称和时区`,
    en: `Notices already published that keep the names and the zone they were published with: ${n}`,
  }),
  decision_keeps: () => ({
    zh: '尚未公布的晋级决定保持原来的方案',
    en: 'The decision not yet published keeps the plan it was made with',
  }),
  plan_follows: () => ({
    zh: '本阶段尚未决定晋级，决定时从新的规则开始',
    en: 'Nobody was decided on yet; the decision starts from the new rules',
  }),
  decisions_worded: (n) => ({
    zh: `${n} 个已作出的决定仍按当时告知的文字显示`,
    en: `Decisions already made that keep the words their entrants were told: ${n}`,
  }),
  judges_renamed: (n) => ({
    zh: `${n} 位专家或评委改显新名称`,
    en: `Experts and seats shown with the new name: ${n}`,
  }),
  judges_accept_again: (n) => ({
    zh: `${n} 位评委已接受原来的文字，须重新接受；此前的记录保留`,
    en: `Judges who accepted the earlier wording and are asked again; what they accepted is kept: ${n}`,
  }),
};

/** So many of those that an effect concerns are named. */
const NAMED = 5;

export function effectWords({ code, count, names = [] }: Omit<Effect, 'path'>): LocalText {
  const { zh, en } = EFFECT_WORDS[code](count);
  if (names.length === 0) return { zh, en };
  const [named, more] = [names.slice(0, NAMED), names.length > NAMED];
  return {
    zh: `${zh}：${named.map((one) => one.zh).join('、')}${more ? '等' : ''}`,
    en: `${en} (${named.map((one) => one.en).join(', ')}${more ? ', …' : ''})`,
  };
}

/** Where a difference stands, in words: “参赛领域 › 生物医药 › 名称 › 中文”. Names are those of the newer file. */
export function placeWords(path: string, before: Json, after: Json): LocalText {
  const zh: string[] = [];
  const en: string[] = [];
  let [old, now] = [before, after];
  const names = path.split('.');
  for (const [index, name] of names.entries()) {
    const listed = Array.isArray(old) || Array.isArray(now);
    [old, now] = [within(old, name), within(now, name)];
    const words = listed
      ? (localOf(now) ?? localOf(old) ?? memberOf(names[index - 1]!, name, after) ?? { zh: name, en: name })
      : nameOfPart(names[index - 1] === 'costs' ? 'costs' : names[0]!, name);
    zh.push(words.zh);
    en.push(words.en);
  }
  return { zh: zh.join(' › '), en: en.join(' › ') };
}

/** What a value says, in words; null where there is none. `file` is the one that it stands in, for names of what it refers to. */
export function valueWords(
  { path }: Pick<Difference, 'path'>,
  value: Json,
  timeZone: string,
  file: Json = null,
): LocalText | null {
  if (value === null) return null;
  const names = path.split('.');
  const name = names.at(-1)!;
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (Array.isArray(value)) {
    return listed(value.map((one) => valueWords({ path }, one, timeZone, file) ?? { zh: '', en: '' }));
  }
  if (typeof value === 'object') return partWords(names, value, timeZone, file);
  if (typeof value === 'number') return both(numberText(name, path, value));
  if (DATE_FIELDS.includes(name)) return both(deadlineText(new Date(value), timeZone));
  return referredTo(name, value, file) ?? wordOfValue(name, value) ?? both(value);
}

function partWords(names: readonly string[], value: { [name: string]: Json }, timeZone: string, file: Json): LocalText {
  const [part, name] = [names[0]!, names.at(-1)!];
  if (TOLD_WHOLE.includes(part) && names.length === 2) return wholeWords(part, value, timeZone, file);
  if (name === 'composition') {
    const type = valueWords({ path: 'type' }, value['type'] ?? null, timeZone, file) ?? both('');
    return {
      zh: `${type.zh}至少 ${String(value['atLeast'])} 位`,
      en: `${type.en} at least ${String(value['atLeast'])}`,
    };
  }
  if (name === 'plan') return lineWords(part, value, timeZone, file);
  const list = codeOf(value) === name ? names.at(-2)! : name;
  return objectWords(value, timeZone, name === 'costs' ? name : part, file, list);
}

/** A question or a condition with all that it asks, a line for each. */
function wholeWords(part: string, value: { [name: string]: Json }, timeZone: string, file: Json): LocalText {
  const head = objectWords(value, timeZone, '', file);
  const rest = Object.fromEntries(Object.entries(value).filter(([name]) => !IN_THE_HEAD.includes(name)));
  const lines = lineWords(part, rest, timeZone, file);
  return lines.zh === '' ? head : { zh: `${head.zh}\n${lines.zh}`, en: `${head.en}\n${lines.en}` };
}

/** A line for each value. */
function lineWords(part: string, value: { [name: string]: Json }, timeZone: string, file: Json): LocalText {
  const lines = Object.entries(value).flatMap(([name, inner]) => {
    const words = valueWords({ path: `${part}..${name}` }, inner, timeZone, file);
    return words === null ? [] : [{ name: nameOfPart(part, name), words }];
  });
  return {
    zh: lines.map(({ name, words }) => `${name.zh}：${words.zh}`).join('\n'),
    en: lines.map(({ name, words }) => `${name.en}: ${words.en}`).join('\n'),
  };
}

/** The name of a group, or of a question, that is referred to by its code. */
function referredTo(name: string, code: string, file: Json): LocalText | undefined {
  const [stage] = name === 'ties' ? stagesNamed([code]) : [];
  if (stage !== undefined) {
    const { zh, en } = memberOf('stages', stage, file) ?? both(stage);
    return { zh: `${zh}成绩`, en: `score of ${en}` };
  }
  const list = REFERENCES[name];
  return list === undefined ? undefined : memberOf(list, code, file);
}

/** What a member of one of the file's own lists is called. */
function memberOf(list: string, code: string, file: Json): LocalText | undefined {
  return localOf(within(list.split('.').reduce(within, file), code));
}

/** `list` is what the list is called that the object stands in, where it stands in one. */
function objectWords(
  value: { [name: string]: Json },
  timeZone: string,
  part: string,
  file: Json,
  list = '',
): LocalText {
  const local = localOf(value);
  if (local) return { zh: `${local.zh}（${codeOf(value)}）`, en: `${local.en} (${codeOf(value)})` };
  if (typeof value['zh'] === 'string' && typeof value['en'] === 'string') return { zh: value['zh'], en: value['en'] };
  const parts = Object.entries(value).map(([name, inner]) => {
    const member = name === 'code' ? memberOf(list, String(inner), file) : undefined;
    if (member) return { name: nameOfPart('', list), words: member };
    const words = valueWords({ path: `${part}..${name}` }, inner, timeZone, file) ?? { zh: '', en: '' };
    return { name: nameOfPart(part, name), words };
  });
  return {
    zh: parts.map(({ name, words }) => `${name.zh}：${words.zh}`).join('；'),
    en: parts.map(({ name, words }) => `${name.en}: ${words.en}`).join('; '),
  };
}

function numberText(name: string, path: string, value: number): string {
  if (name === 'permille') return `${value / 10}%`;
  if (name === 'maxSize') return `${Math.round((value / (1024 * 1024)) * 100) / 100} MB`;
  if (name === 'divergence') return String(value / 100);
  return path.startsWith('rubric.') && POINT_FIELDS.includes(name) ? String(value / 100) : String(value);
}

function within(value: Json, name: string): Json {
  if (Array.isArray(value)) return value.find((one) => codeOf(one) === name) ?? null;
  return typeof value === 'object' && value !== null ? (value[name] ?? null) : null;
}

function codeOf(value: Json): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value['code'] ?? null) : null;
}

/** The name of a member of a list; the text of a rule, which has none. */
function localOf(value: Json): LocalText | undefined {
  if (codeOf(value) === null) return undefined;
  const { name = null, text = null } = value as { name?: Json; text?: Json };
  const words = name ?? text;
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return undefined;
  return { zh: String(words['zh']), en: String(words['en']) };
}

function both(text: string): LocalText {
  return { zh: text, en: text };
}
