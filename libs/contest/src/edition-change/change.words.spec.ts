import { expect, it } from 'vitest';
import { placeWords, valueWords } from './change.words.js';
import { effectWords } from './effect.words.js';

const local = (zh: string) => ({ zh, en: zh });

it('tells the limits of a question and of a rule by other words than the points of a criterion', () => {
  const file = {
    questions: [{ code: 'PATENTS', name: local('专利'), max: 10 }],
    rules: [{ code: 'AGE', text: local('不超过 35 周岁'), max: 35 }],
    rubric: { criteria: [{ code: 'IDEA', name: local('创新'), max: 2000 }] },
  };
  const zh = (path: string) => placeWords(path, file, file).zh;
  expect(zh('questions.PATENTS.max')).toBe('补充问题 › 专利 › 上限');
  expect(zh('rules.AGE.max')).toBe('参赛条件 › 不超过 35 周岁 › 年龄不超过');
  expect(zh('rubric.criteria.IDEA.max')).toBe('评分表 › 评分项 › 创新 › 最高分');
});

it('tells what a rule does, and a rule that is new by its text', () => {
  const words = (path: string, value: Parameters<typeof valueWords>[1]) => valueWords({ path }, value, 'UTC')?.zh;
  expect(words('rules.AGE.severity', 'refuse')).toBe('不能提交');
  expect(words('rules.AGE.kind', 'age')).toBe('负责人年龄');
  expect(words('rules.AGE', { code: 'AGE', text: local('不超过 35 周岁') })).toBe('不超过 35 周岁（AGE）');
  expect(words('questions.Q.options', [{ code: 'A', name: local('甲') }])).toBe('甲（A）');
});

it('tells of a new question and a new condition all that they ask, groups and questions by their names', () => {
  const questions = [
    {
      code: 'PATENTS',
      name: local('授权专利'),
      kind: 'number',
      required: true,
      min: 0,
      max: 10,
      decimals: 0,
      groups: ['ENT'],
    },
    { code: 'BORN', name: local('出生日期'), kind: 'date', required: false, personal: true },
    {
      code: 'WANT',
      name: local('需求'),
      kind: 'choice',
      required: true,
      options: [{ code: 'A', name: local('场地') }],
    },
  ];
  const rules = [
    { code: 'AGE', text: local('不超过 45 周岁'), severity: 'refuse', kind: 'age', question: 'BORN', max: 45 },
    { code: 'ONE', text: local('限报一个'), severity: 'flag', kind: 'onePerEntrant', by: 'owner', groups: ['ENT'] },
  ];
  const file = { groups: [{ code: 'ENT', name: local('企业组') }], questions, rules };
  const words = (path: string, value: object) => valueWords({ path }, value as never, 'UTC', file as never)?.zh;
  expect(words('questions.PATENTS', questions[0]!)).toBe(
    '授权专利（PATENTS）\n类型：数字\n必答：是\n下限：0\n上限：10\n小数位数：0\n组别：企业组',
  );
  expect(words('questions.BORN', questions[1]!)).toBe('出生日期（BORN）\n类型：日期\n必答：否\n个人信息：是');
  expect(words('questions.WANT', questions[2]!)).toBe('需求（WANT）\n类型：单选\n必答：是\n选项：场地（A）');
  expect(words('rules.AGE', rules[0]!)).toBe(
    '不超过 45 周岁（AGE）\n不符合时：不能提交\n类型：负责人年龄\n依据的问题：出生日期\n年龄不超过：45',
  );
  expect(words('rules.ONE', rules[1]!)).toBe(
    '限报一个（ONE）\n不符合时：提醒审核人\n类型：限报一个项目\n谁限报一个：每名申报人\n组别：企业组',
  );
  expect(valueWords({ path: 'questions.PATENTS.groups' }, ['ENT'], 'UTC', file as never)?.zh).toBe('企业组');
});

it('tells the chain of tie-breaks by the names of criteria, and a plan by its words', () => {
  const file = {
    rubric: { criteria: [{ code: 'TECH', name: { zh: '技术创新', en: 'Technology' } }] },
    judgeKinds: [{ code: 'investor', name: local('投资') }],
    stages: [{ code: 'ONLINE', name: { zh: '网评', en: 'Online review' } }],
  };
  const words = (path: string, value: unknown) => valueWords({ path }, value as never, 'UTC', file);
  expect(words('stages.FINAL.settings.ties', ['stage:ONLINE', 'TECH', 'untrimmed'])).toEqual({
    zh: '网评成绩、技术创新、去分前均值',
    en: 'score of Online review, Technology, mean before striking',
  });
  const at = (name: string) => `stages.ONLINE.settings.plan${name}`;
  expect(words(at('.divergence'), 1250)?.zh).toBe('12.5');
  expect(words(at('.normalisation'), 'z_score')?.en).toBe('z-scores');
  expect(words(at('.load'), { min: 4, max: 30 })?.zh).toBe('至少：4；至多：30');
  expect(words(at(''), { composition: [{ type: 'investor', atLeast: 1 }], lateSheets: 'refused' })?.zh).toBe(
    '评委类型：投资至少 1 位\n阶段截止之后的评分：不接受',
  );
  expect(words(at('.costs'), { field: 0, division: 1, neither: 4 })?.zh).toBe(
    '熟悉细分方向：0；只熟悉大领域：1；都不熟悉：4',
  );
  expect(placeWords(at('.costs.division'), { stages: [] }, { stages: [] }).zh).toContain('只熟悉大领域');
  expect(placeWords(at('.divergence'), { stages: [] }, { stages: [] }).zh).toContain('网评默认方案 › 分歧界限（分）');
});

it('names the sessions that an effect concerns, the first of many', () => {
  const names = Array.from({ length: 6 }, (_, at) => ({ zh: `第${at + 1}场`, en: `No. ${at + 1}` }));
  expect(effectWords({ code: 'sessions_keep', count: 1, names: names.slice(0, 1) })).toEqual({
    zh: '1 个已安排的场次保持原来的设置：第1场',
    en: 'Sessions already planned that keep theirs: 1 (No. 1)',
  });
  const many = effectWords({ code: 'sessions_follow', count: 6, names });
  expect(many.zh).toContain('：第1场、第2场、第3场、第4场、第5场等');
  expect(many.en).toContain('No. 5, …');
  expect(effectWords({ code: 'renamed', count: 2 }).zh).toBe('2 个项目改显新名称');
});

it('tells the plan of who advances by the names of its regions, divisions and stages', () => {
  const advance = { regions: [{ code: 'BJ', seats: 3 }] };
  const file = {
    regions: [{ code: 'BJ', name: local('北京') }],
    divisions: [{ code: 'EIT', name: local('电子信息') }],
    stages: [
      { code: 'ONLINE', name: local('网评'), settings: {} },
      { code: 'HEAT', name: local('赛区赛'), settings: { advance } },
    ],
  };
  const place = 'stages.HEAT.settings.advance';
  const words = (path: string, value: unknown) => valueWords({ path }, value as never, 'UTC', file as never)?.zh;
  expect(placeWords(`${place}.regions.BJ.seats`, file as never, file as never).zh).toBe(
    '阶段 › 赛区赛 › 设置 › 晋级 › 赛区 › 北京 › 名额',
  );
  expect(words(`${place}.regions`, advance.regions)).toBe('赛区：北京；名额：3');
  expect(words(`${place}.caps`, [{ region: 'BJ', division: 'EIT', cap: 2 }])).toBe(
    '赛区：北京；领域：电子信息；至多：2',
  );
  expect(words(`${place}.carry`, { stage: 'ONLINE', permille: 305 })).toBe('阶段：网评；比例：30.5%');
  expect(words(`${place}.cutTies`, 'all')).toBe('并列的全部晋级');
});

it('tells of a new reason when it is meant', () => {
  const reason = { code: 'no_stamp', name: local('未盖章'), help: local('缺单位公章') };
  expect(valueWords({ path: 'returnReasons.no_stamp' }, reason, 'UTC')?.zh).toBe(
    '未盖章（no_stamp）\n提示：缺单位公章',
  );
});

it('tells of a place that is new to a quota by the name of whose it is', () => {
  const file = { regions: [{ code: 'NORTH', name: local('北方赛区') }] };
  const value = { code: 'NORTH', seats: 3 };
  const at = 'stages.FINAL.settings.advance.regions';
  const once = valueWords({ path: `${at}.NORTH` }, value, 'UTC', file)?.zh;
  expect(once).toBe('赛区：北方赛区；名额：3');
  expect(valueWords({ path: at }, [value], 'UTC', file)?.zh).toBe(once);
});
