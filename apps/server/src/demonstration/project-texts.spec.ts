import { readFileSync } from 'node:fs';
import { toCompared, twinReasons } from '@haishi/contest/duplicates/duplicates.rules';
import { expect, it } from 'vitest';
import { projectText } from './project-texts.js';
import { Random } from './random.js';

const PROJECTS = 400;

it('projects whose texts are all written from one pattern are seldom told for one by title and summary together', () => {
  const place = new URL('../../assets/edition-haishi-cup.json', import.meta.url);
  const { divisions } = JSON.parse(readFileSync(place, 'utf8')) as {
    divisions: { fields: { name: { zh: string } }[] }[];
  };
  const fields = divisions.flatMap((division) => division.fields.map(({ name }) => name.zh));
  const random = new Random(7);
  const used = new Set<string>();
  const all = Array.from({ length: PROJECTS }, (_, index) => {
    const text = projectText(random, fields[index % fields.length]!, index % 6 === 0 ? 'en' : 'zh', used);
    const organisation = { name: `单位 ${index}`, country: 'CN', code: '' };
    return toCompared({ ...text, organisation, members: [] }, { id: String(index), name: '', mail: null });
  });
  const found = all.flatMap((one, index) => all.slice(index + 1).flatMap((other) => twinReasons(one, other)));
  const count = (kind: string) => found.filter((reason) => reason.kind === kind).length;
  expect(count('title')).toBeGreaterThan(0);
  expect(count('wording')).toBeLessThan(count('title') / 2);
  expect(count('wording')).toBeLessThan(PROJECTS / 50);
});
