import { describe, expect, it } from 'vitest';
import { unreadableAnswer } from './answer-draft';
import { bodyOf, draftOf, parseShare } from './project-draft';

describe('a share', () => {
  it.each([
    ['', null],
    [' 25.5 ', 2550],
    ['0', 0],
    ['100', 10_000],
    ['100.01', undefined],
    ['33.333', undefined],
    ['-1', undefined],
    ['half', undefined],
  ])('typed as “%s”', (text, share) => {
    expect(parseShare(text)).toBe(share);
  });
});

describe('a draft', () => {
  const content = {
    title: 'T',
    summary: '',
    language: 'zh' as const,
    division: 'EIT',
    field: null,
    region: null,
    group: null,
    organisation: { name: '', country: 'CN', code: '' },
    landing: ['130102'],
    undertaking: false,
    undertakingDigest: null,
    members: [
      { name: 'A', role: 'r', share: 2550, mail: '', isCore: true },
      { name: 'B', role: 'r', share: 6000, mail: '', isCore: true },
      { name: 'C', role: 'r', share: null, mail: '', isCore: false },
    ],
    answers: { BORN: '1985-02-03', PATENTS: 12.5, NEEDS: ['SITE'], WONBEFORE: false },
  };

  it('comes back as it was', () => {
    expect(draftOf(content).members.map(({ share }) => share)).toEqual(['25.5', '60', '']);
    expect(draftOf(content).answers['PATENTS']).toEqual({ typed: '12.5' });
    expect(bodyOf(draftOf(content))).toEqual(content);
  });

  it('is saved without answers that are empty, or typed as a number that is none', () => {
    const draft = draftOf(content);
    draft.answers = {
      BORN: '',
      PATENTS: { typed: '１２ 万' },
      NEEDS: [],
      WONBEFORE: false,
      REVENUE: { typed: ' １２．５ ' },
    };
    expect(bodyOf(draft).answers).toEqual({ WONBEFORE: false, REVENUE: 12.5 });
    expect(unreadableAnswer(draft.answers)).toBe('PATENTS');
  });

  it('is saved without a share that is none, and with an unknown country while its code is typed', () => {
    const draft = draftOf(content);
    draft.members[0]!.share = 'half';
    draft.organisation.country = 'D';
    expect(bodyOf(draft).members[0]!.share).toBeNull();
    expect(bodyOf(draft).organisation.country).toBe('ZZ');
  });
});
