import { describe, expect, it } from 'vitest';
import { errorTextIn } from './catalogue.js';

const CATALOGUE = {
  stopped: { kind: 'conflict' as const, zh: '“{stage}”还有：{numbers}。', en: '“{stage}” still has: {numbers}.' },
};
const PARAMS = { stage: { zh: '网评', en: 'Online' }, numbers: ['HS-1', { zh: '其他', en: 'others' }, 3] };

describe('the wording of a failure', () => {
  it('names and lists its words as each language does', () => {
    expect(errorTextIn(CATALOGUE, 'stopped', 'zh', PARAMS)).toBe('“网评”还有：HS-1、其他、3。');
    expect(errorTextIn(CATALOGUE, 'stopped', 'en', PARAMS)).toBe('“Online” still has: HS-1, others, 3.');
  });

  it('leaves a name that is not given as it stands, and tells the code of what it lacks', () => {
    expect(errorTextIn(CATALOGUE, 'stopped', 'en', { numbers: [] })).toBe('“{stage}” still has: .');
    expect(errorTextIn(CATALOGUE, 'other', 'en')).toBe('other');
  });
});
