import { describe, expect, it } from 'vitest';
import {
  contentOf,
  flaggedTexts,
  POSITION_MACHINE,
  POSITION_STATES,
  type PositionAction,
  type PositionContent,
  positionKey,
  type PositionState,
  positionTerms,
  sameContent,
} from './position.rules.js';

const CONTENT: PositionContent = {
  title: '射频芯片设计工程师',
  category: 'research',
  headcount: 3,
  degree: 'master',
  degreeType: 'master',
  majors: '电子科学与技术',
  university: 'any',
  titleRank: 'any',
  experience: 'any',
  payMin: 200_000,
  payMax: 350_000,
  benefits: '五险一金',
  workplace: '石家庄鹿泉区',
  duties: '负责射频前端设计；熟悉 Verilog。',
  contactName: '李经办',
  contactPhone: '13800138000',
  contactMail: 'hr@example.org',
  validUntil: '2026-06-30',
  zone: 'EIT',
  countyCode: '130110',
};

describe('the review of a position', () => {
  const allowed: Record<PositionAction, Partial<Record<PositionState, PositionState>>> = {
    edit: { draft: 'draft', submitted: 'draft', returned: 'draft', approved: 'draft' },
    submit: { draft: 'submitted', returned: 'submitted' },
    take_back: { submitted: 'draft', approved: 'draft' },
    approve: { submitted: 'approved' },
    return: { submitted: 'returned', approved: 'returned' },
    remove: { draft: 'removed', returned: 'removed' },
  };
  const pairs = (Object.keys(allowed) as PositionAction[]).flatMap((action) =>
    POSITION_STATES.map((state) => [action, state, allowed[action][state]] as const),
  );

  it.each(pairs)('%s from %s leads to %s', (action, state, next) =>
    expect(POSITION_MACHINE.next(state, action)).toBe(next),
  );
});

describe('a position', () => {
  it('is told apart by title and place, however they are typed', () => {
    const key = positionKey(CONTENT);
    expect(positionKey({ title: ' 射频芯片 设计工程师', workplace: '石家庄 鹿泉区 ' })).toBe(key);
    expect(positionKey({ title: 'ＲＦ Engineer', workplace: 'A区' })).toBe('rfengineer|a区');
    expect(positionKey({ ...CONTENT, title: '算法工程师' })).not.toBe(key);
    expect(positionKey({ ...CONTENT, workplace: '石家庄正定县' })).not.toBe(key);
  });

  it('is the same where every field is', () => {
    expect(sameContent(CONTENT, { ...CONTENT })).toBe(true);
    for (const field of Object.keys(CONTENT)) expect(sameContent(CONTENT, { ...CONTENT, [field]: 'x' })).toBe(false);
  });

  it('is taken out of a row that holds more', () => {
    expect(contentOf({ ...CONTENT, ...{ id: '1', state: 'draft' } })).toEqual(CONTENT);
  });

  it('is read for unfair wording in its texts', () => {
    expect(flaggedTexts(CONTENT)).toEqual({
      title: CONTENT.title,
      majors: CONTENT.majors,
      benefits: CONTENT.benefits,
      workplace: CONTENT.workplace,
      duties: CONTENT.duties,
    });
  });

  it('is found by its employer, county, zone and kind, and by Latin words of its duties alone', () => {
    const names = { employer: '海石芯片有限公司', zone: ['新一代电子信息', 'Electronics'], county: '鹿泉区' };
    const terms = positionTerms(CONTENT, names);
    expect(new Set(terms).size).toBe(terms.length);
    expect(terms).toEqual(expect.arrayContaining(['芯片', '电子', '鹿泉', '海石', '科研', 'research', 'verilog']));
    expect(terms).toContain('electronics');
    expect(terms).not.toContain('前端');
    expect(positionTerms({ ...CONTENT, title: '算法' }, names)).not.toContain('射频');
  });
});
