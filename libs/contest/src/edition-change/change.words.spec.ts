import { expect, it } from 'vitest';
import { placeWords, valueWords } from './change.words.js';

const local = (zh: string) => ({ zh, en: zh });

it('tells the limits of a question and of a rule by other words than the points of a criterion', () => {
  const file = {
    questions: [{ code: 'PATENTS', name: local('专利'), max: 10 }],
    rules: [{ code: 'AGE', text: local('不超过 35 周岁'), max: 35 }],
    rubric: { criteria: [{ code: 'IDEA', name: local('创新'), max: 2000 }] },
  };
  const zh = (path: string) => placeWords(path, file, file).zh;
  expect(zh('questions.PATENTS.max')).toBe('附加问题 › 专利 › 上限');
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
