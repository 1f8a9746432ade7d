/** In which words the parts of an edition's file are told. */
import type { LocalText } from '@haishi/contracts';
import { QUESTION_KIND_WORDS } from '../edition/question.words.js';

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
  membersConfirm: { zh: '核心成员须确认', en: 'Core members confirm' },
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
  questions: { zh: '补充问题', en: 'Further questions' },
  rules: { zh: '参赛条件', en: 'Conditions of entry' },
  required: { zh: '必答', en: 'Required' },
  personal: { zh: '个人信息', en: 'About the leader as a person' },
  maxLength: { zh: '最多字数', en: 'Longest answer' },
  unit: { zh: '单位', en: 'Unit' },
  options: { zh: '选项', en: 'Options' },
  text: { zh: '公布的文字', en: 'As published' },
  severity: { zh: '不符合时', en: 'If it is not met' },
  question: { zh: '依据的问题', en: 'Question that it reads' },
  at: { zh: '计算年龄的日期', en: 'Age on' },
  atLeast: { zh: '不低于', en: 'At least' },
  oneOf: { zh: '限于', en: 'One of' },
  not: { zh: '不应为', en: 'Not to be' },
  of: { zh: '谁的份额', en: 'Whose shares' },
  percent: { zh: '不少于（%）', en: 'At least (%)' },
  from: { zh: '不早于', en: 'On or after' },
  until: { zh: '不晚于', en: 'On or before' },
};

/** Names that mean something else within one part of the file. */
const NAMES_WITHIN: Record<string, Record<string, LocalText>> = {
  questions: { min: { zh: '下限', en: 'Lower limit' }, max: { zh: '上限', en: 'Upper limit' } },
  rules: {
    min: { zh: '年龄不小于', en: 'At least (years)' },
    max: { zh: '年龄不超过', en: 'At most (years)' },
    by: { zh: '谁限报一个', en: 'One project from' },
  },
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
  ...QUESTION_KIND_WORDS,
  onePerEntrant: { zh: '限报一个项目', en: 'one project each' },
  age: { zh: '负责人年龄', en: 'age of the leader' },
  degree: { zh: '学位', en: 'degree' },
  registered: { zh: '登记注册日期', en: 'day of registration' },
  equity: { zh: '持股或份额', en: 'shares held' },
  country: { zh: '单位注册地', en: 'country of the organisation' },
  answer: { zh: '不应有的答案', en: 'an answer ruled out' },
  refuse: { zh: '不能提交', en: 'it cannot be handed in' },
  flag: { zh: '提醒审核人', en: 'the checker is told' },
  leader: { zh: '负责人', en: 'the leader' },
  core: { zh: '核心成员合计', en: 'all core members together' },
  owner: { zh: '每名申报人', en: 'each entrant' },
  organisation: { zh: '每个单位', en: 'each organisation' },
};
const VALUE_FIELDS = ['organisation', 'reveal', 'kind', 'by', 'severity', 'of'];

/** What is called `name` within a part of the file; its own name where we have no words for it. */
export function nameOfPart(part: string, name: string): LocalText {
  return own(NAMES_WITHIN[part] ?? {}, name) ?? own(NAMES, name) ?? { zh: name, en: name };
}

/** A value that is one of our words. */
export function wordOfValue(name: string, value: string): LocalText | undefined {
  return VALUE_FIELDS.includes(name) ? own(VALUES, value) : undefined;
}

/** The names come from a file, and may be any. */
function own<Value>(words: Record<string, Value>, name: string): Value | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}
