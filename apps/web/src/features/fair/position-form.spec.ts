import { describe, expect, it } from 'vitest';
import type { PositionContent } from './fair-api';
import { bodyOf, emptyForm, formOf } from './position-form';

const position: PositionContent = {
  title: '芯片设计工程师',
  category: 'engineering',
  headcount: 2,
  degree: 'master',
  degreeType: 'any',
  majors: '微电子',
  university: 'any',
  titleRank: 'any',
  experience: 'any',
  payMin: 180_000,
  payMax: null,
  benefits: '',
  workplace: '高新区',
  duties: '设计',
  contactName: '李工',
  contactPhone: '0311-88886666',
  contactMail: 'hr@example.com',
  validUntil: '2026-12-31',
  zone: 'EIT',
  countyCode: '130171',
};

describe('the form of a position', () => {
  it('gives back what it was filled with', () => expect(bodyOf(formOf(position))).toEqual(position));

  it('sends no pay where it is negotiable, whatever was typed', () => {
    expect(bodyOf({ ...formOf(position), negotiable: true })).toMatchObject({ payMin: null, payMax: null });
  });

  it('sends what is no number as it was typed, and a missing least pay as empty', () => {
    expect(bodyOf({ ...emptyForm('BIO'), headcount: '若干', payMin: '', payMax: ' 12万 ' })).toMatchObject({
      zone: 'BIO',
      headcount: '若干',
      payMin: '',
      payMax: '12万',
    });
  });
});
