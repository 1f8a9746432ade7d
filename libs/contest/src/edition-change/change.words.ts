import type { LocalText } from '@haishi/contracts';
import { deadlineText } from '../project/deadline-text.js';
import type { Difference, Json } from './difference.rules.js';
import type { EffectCode } from './assessment.rules.js';

/** What parts of an edition's file are called; whatever is not here is called by its own name. */
const NAMES: Record<string, LocalText> = {
  code: { zh: '代码', en: 'Code' },
  name: { zh: '名称', en: 'Name' },
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
  timeZone: { zh: '时区', en: 'Time zone' },
  timeZones: { zh: '时区', en: 'Time zones' },
  divisions: { zh: '参赛领域', en: 'Divisions' },
  fields: { zh: '方向', en: 'Fields' },
  regions: { zh: '赛区', en: 'Regions' },
  groups: { zh: '组别', en: 'Groups' },
  organisation: { zh: '单位要求', en: 'Organisation' },
  minCoreMembers: { zh: '核心成员下限', en: 'Fewest core members' },
  note: { zh: '说明', en: 'Note' },
  materials: { zh: '申报材料', en: 'Materials' },
  help: { zh: '提示', en: 'Help' },
  types: { zh: '文件类型', en: 'Types of file' },
  maxSize: { zh: '大小上限', en: 'Largest size' },
  minCount: { zh: '最少份数', en: 'At least' },
  maxCount: { zh: '最多份数', en: 'At most' },
  forJudges: { zh: '评委可阅', en: 'For the jury' },
  undertaking: { zh: '承诺书', en: 'Undertaking' },
  rubric: { zh: '评分表', en: 'Rubric' },
  outOf: { zh: '满分', en: 'Out of' },
  commentRequired: { zh: '须写评语', en: 'Comment required' },
  criteria: { zh: '评分项', en: 'Criteria' },
  max: { zh: '最高分', en: 'Most points' },
  step: { zh: '最小分值', en: 'Step' },
  weight: { zh: '计入总分', en: 'Weight' },
  guidance: { zh: '评分说明', en: 'Guidance' },
  stages: { zh: '阶段', en: 'Stages' },
  kind: { zh: '类型', en: 'Kind' },
  opensAt: { zh: '开始时间', en: 'Opens' },
  closesAt: { zh: '结束时间', en: 'Closes' },
  settings: { zh: '设置', en: 'Settings' },
  correctionDays: { zh: '补正天数', en: 'Days for a correction' },
  appealDays: { zh: '申诉天数', en: 'Days to appeal' },
  judgesPerProject: { zh: '每个项目的评委数', en: 'Judges per project' },
  blind: { zh: '匿名评审', en: 'Blind' },
  judges: { zh: '评委人数', en: 'Judges' },
  pitchMinutes: { zh: '路演分钟数', en: 'Minutes of pitch' },
  questionMinutes: { zh: '问答分钟数', en: 'Minutes of questions' },
  dropHighest: { zh: '去掉最高分个数', en: 'Highest dropped' },
  dropLowest: { zh: '去掉最低分个数', en: 'Lowest dropped' },
  minValid: { zh: '最少有效评分数', en: 'Fewest valid scores' },
  decimals: { zh: '小数位数', en: 'Decimals' },
  reveal: { zh: '亮分方式', en: 'Reveal' },
  signIn: { zh: '抽签前签到', en: 'Sign-in before the draw' },
  workingDays: { zh: '公示工作日', en: 'Working days' },
  graceMinutes: { zh: '宽限分钟数', en: 'Minutes of grace' },
  advance: { zh: '晋级', en: 'Advancement' },
  total: { zh: '名额', en: 'Places' },
  by: { zh: '分配方式', en: 'Shared out by' },
  awards: { zh: '奖项', en: 'Awards' },
  gallery: { zh: '项目展示', en: 'Gallery' },
  perDivision: { zh: '每个领域名额', en: 'Per division' },
  questions: { zh: '附加问题', en: 'Questions' },
  rules: { zh: '资格规则', en: 'Eligibility rules' },
};

/** Values that are words of ours. */
const VALUES: Record<string, LocalText> = {
  required: { zh: '已登记注册的企业', en: 'a registered company' },
  affiliation: { zh: '可填所在单位', en: 'at most an affiliation' },
  live: { zh: '当场亮分', en: 'shown at once' },
  ceremony: { zh: '典礼公布', en: 'at the ceremony' },
  region: { zh: '赛区', en: 'region' },
  division: { zh: '领域', en: 'division' },
  submission: { zh: '报名', en: 'submission' },
  eligibility: { zh: '资格审查', en: 'eligibility' },
  review: { zh: '网评', en: 'review' },
  roadshow: { zh: '路演', en: 'roadshow' },
  notice: { zh: '公示', en: 'notice' },
  matching: { zh: '对接', en: 'matching' },
};
const VALUE_FIELDS = ['organisation', 'reveal', 'kind', 'by'];
const POINT_FIELDS = ['max', 'step', 'weight', 'outOf'];
const DATE_FIELDS = ['opensAt', 'closesAt'];

const EFFECT_WORDS: Record<EffectCode, (count: number) => LocalText> = {
  drafts_choose_again: (n) => ({
    zh: `${n} 份草稿选了它，须重新选择`,
    en: `Drafts that chose it and must choose again: ${n}`,
  }),
  drafts_checked_anew: (n) => ({
    zh: `${n} 份草稿提交时按新要求检查`,
    en: `Drafts held against the new demand when handed in: ${n}`,
  }),
  submitted_stay: (n) => ({
    zh: `${n} 个已提交的项目保持不变，不重新检查`,
    en: `Projects handed in that stay as they are, unchecked: ${n}`,
  }),
  files_stay: (n) => ({
    zh: `${n} 个项目已上传这类文件，文件保留`,
    en: `Projects that hold such files, which are kept: ${n}`,
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
  zone_moves: (n) => ({
    zh: `${n} 个阶段的时间按新时区显示，时刻不变`,
    en: `Stages told in the new zone, at the same instants: ${n}`,
  }),
  decision_keeps: () => ({
    zh: '尚未公布的晋级决定保持原来的方案',
    en: 'The decision not yet published keeps the plan it was made with',
  }),
};

export function effectWords(code: EffectCode, count: number): LocalText {
  return EFFECT_WORDS[code](count);
}

/** Where a difference stands, in words: “参赛领域 › 生物医药 › 名称 › 中文”. Names are those of the newer file. */
export function placeWords(path: string, before: Json, after: Json): LocalText {
  const zh: string[] = [];
  const en: string[] = [];
  let [old, now] = [before, after];
  for (const name of path.split('.')) {
    const listed = Array.isArray(old) || Array.isArray(now);
    [old, now] = [within(old, name), within(now, name)];
    const words = listed ? (localOf(now) ?? localOf(old) ?? { zh: name, en: name }) : wordOf(NAMES, name);
    zh.push(words.zh);
    en.push(words.en);
  }
  return { zh: zh.join(' › '), en: en.join(' › ') };
}

/** What a value says, in words; null where there is none. */
export function valueWords({ path }: Pick<Difference, 'path'>, value: Json, timeZone: string): LocalText | null {
  if (value === null) return null;
  const name = path.split('.').at(-1)!;
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (Array.isArray(value)) {
    const words = value.map((one) => valueWords({ path }, one, timeZone) ?? { zh: '', en: '' });
    return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
  }
  if (typeof value === 'object') return objectWords(value, timeZone);
  if (typeof value === 'number') return both(numberText(name, path, value));
  if (DATE_FIELDS.includes(name)) return both(deadlineText(new Date(value), timeZone));
  return VALUE_FIELDS.includes(name) ? wordOf(VALUES, value) : both(value);
}

function objectWords(value: { [name: string]: Json }, timeZone: string): LocalText {
  const local = localOf(value);
  if (local) return { zh: `${local.zh}（${codeOf(value)}）`, en: `${local.en} (${codeOf(value)})` };
  if (typeof value['zh'] === 'string' && typeof value['en'] === 'string') return { zh: value['zh'], en: value['en'] };
  const parts = Object.entries(value).map(([name, inner]) => ({
    name: wordOf(NAMES, name),
    words: valueWords({ path: name }, inner, timeZone) ?? { zh: '', en: '' },
  }));
  return {
    zh: parts.map(({ name, words }) => `${name.zh}：${words.zh}`).join('；'),
    en: parts.map(({ name, words }) => `${name.en}: ${words.en}`).join('; '),
  };
}

function numberText(name: string, path: string, value: number): string {
  if (name === 'maxSize') return `${Math.round((value / (1024 * 1024)) * 100) / 100} MB`;
  return path.startsWith('rubric.') && POINT_FIELDS.includes(name) ? String(value / 100) : String(value);
}

function within(value: Json, name: string): Json {
  if (Array.isArray(value)) return value.find((one) => codeOf(one) === name) ?? null;
  return typeof value === 'object' && value !== null ? (value[name] ?? null) : null;
}

function codeOf(value: Json): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value['code'] ?? null) : null;
}

/** The name of a member of a list. */
function localOf(value: Json): LocalText | undefined {
  if (codeOf(value) === null) return undefined;
  const name = (value as { name?: Json }).name ?? null;
  if (typeof name !== 'object' || name === null || Array.isArray(name)) return undefined;
  return { zh: String(name['zh']), en: String(name['en']) };
}

function wordOf(words: Record<string, LocalText>, name: string): LocalText {
  return Object.hasOwn(words, name) ? words[name]! : both(name);
}

function both(text: string): LocalText {
  return { zh: text, en: text };
}
