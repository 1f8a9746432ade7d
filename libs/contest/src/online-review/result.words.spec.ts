import { expect, it } from 'vitest';
import { placeWords } from './result.words.js';

const around = {
  decimals: 2,
  criteria: [
    { code: 'TECH', name: { zh: '技术', en: 'technology' } },
    { code: 'TEAM', name: { zh: '团队', en: 'team' } },
  ],
};
const tech = { tie: { by: 'criterion', code: 'TECH' }, value: 2700 } as const;
const words = (explanation: object | null, place: number | null = 41) =>
  placeWords({ place, score: '86.50', explanation: explanation as never }, around);

it('says nothing where the score alone says it', () => {
  expect(words({ tiedWith: 0, compared: [], sharing: 0 })).toBeNull();
  expect(words(null, null)).toBeNull();
});

it('says what broke a tie, in the order in which it was looked at', () => {
  expect(words({ tiedWith: 2, compared: [tech], sharing: 0 })).toEqual({
    zh: '第 41 名：与 2 个项目同为 86.50 分，按技术 27.00 分出',
    en: 'rank 41: tie on 86.50 with 2, broken by technology 27.00',
  });
  const untrimmed = { tie: { by: 'untrimmed' }, value: 8640 } as const;
  expect(words({ tiedWith: 2, compared: [tech, untrimmed], sharing: 0 })?.en).toBe(
    'rank 41: tie on 86.50 with 2, broken by technology 27.00, then untrimmed mean 86.40',
  );
});

it('says that nothing broke it, and what the chair ruled', () => {
  expect(words({ tiedWith: 1, compared: [tech], sharing: 1 })).toEqual({
    zh: '第 41 名：与 1 个项目同为 86.50 分，比较技术 27.00 后仍相同，与 1 个项目并列',
    en: 'rank 41: tie on 86.50 with 1, still level by technology 27.00, place shared with 1',
  });
  expect(words({ tiedWith: 1, compared: [], sharing: 0, ruled: { among: 2, reason: '答辩更完整' } })?.zh).toBe(
    '第 41 名：与 1 个项目同为 86.50 分，经组委会裁定：答辩更完整',
  );
  const gone = { tie: { by: 'criterion', code: 'GONE' }, value: 100 } as const;
  expect(words({ tiedWith: 1, compared: [gone], sharing: 0 })?.zh).toContain('按GONE 1.00 分出');
});
