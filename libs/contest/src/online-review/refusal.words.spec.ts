import type { NormalisationComponent } from '@haishi/review/rules';
import { expect, it } from 'vitest';
import { refusalWords } from './refusal.words.js';

const DIVISION = { zh: '生物医药', en: 'Biomedicine' };
const list = (count: number, sign: string) => Array.from({ length: count }, (_, at) => `${sign}${at + 1}`);
const part = (judges: number, entries: number, sign: string): NormalisationComponent => ({
  judges: list(judges, sign),
  entries: list(entries, 'e'),
  sheets: judges * entries,
});
const words = (...components: NormalisationComponent[]) =>
  refusalWords(DIVISION, { kind: 'disconnected', components }, (id) => `评委${id}`);

it('names who judges in each part that nothing joins', () => {
  expect(words(part(2, 4, 'a'), part(1, 3, 'b'))).toEqual({
    zh: '生物医药：评委与项目分成互不相连的 2 部分，分数无法相互比较：第 1 部分有评委a1、评委a2，4 个项目；第 2 部分有评委b1，3 个项目',
    en: 'Biomedicine: judges and entries fall into 2 unconnected parts, whose scores cannot be compared: part 1 has 评委a1, 评委a2, entries: 4; part 2 has 评委b1, entries: 3',
  });
});

it('counts those whom nobody would read on to', () => {
  const { zh, en } = words(part(9, 20, 'a'), ...list(8, 'p').map((sign) => part(1, 1, sign)));
  expect(zh).toContain('第 1 部分有评委a1、评委a2、评委a3、评委a4、评委a5、评委a6 等 9 位评委，20 个项目；');
  expect(zh).toMatch(/第 6 部分有评委p51，1 个项目；另有 3 部分$/);
  expect(en).toContain('part 1 has 评委a1, 评委a2, 评委a3, 评委a4, 评委a5, 评委a6, 3 more, entries: 20; ');
  expect(en).toMatch(/; 3 more parts$/);
});
