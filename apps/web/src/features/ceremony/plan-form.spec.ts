import { describe, expect, it } from 'vitest';
import { type CeremonyPlan, toBody, toForm } from './plan-form';

const PLAN: CeremonyPlan = {
  awards: [
    { name: { zh: '一等奖', en: 'First prize' }, from: 1, to: 1 },
    { name: { zh: '优秀奖', en: '优秀奖' }, from: 2, to: 3 },
  ],
  slides: [
    { title: { zh: '揭晓时刻', en: '揭晓时刻' }, text: { zh: '', en: '' }, beforePlace: null },
    { title: { zh: '悬念', en: 'Suspense' }, text: { zh: '谁？', en: 'Who?' }, beforePlace: 1 },
  ],
  advancing: 3,
  lineFirst: true,
};

describe('the form of a ceremony’s plan', () => {
  it('sends back what it was given', () => {
    expect(toBody(toForm(PLAN))).toEqual({
      awards: [
        { nameZh: '一等奖', nameEn: 'First prize', from: 1, to: 1 },
        { nameZh: '优秀奖', nameEn: '', from: 2, to: 3 },
      ],
      slides: [
        { titleZh: '揭晓时刻', titleEn: '', textZh: '', textEn: '' },
        { titleZh: '悬念', titleEn: 'Suspense', textZh: '谁？', textEn: 'Who?', beforePlace: 1 },
      ],
      advancing: 3,
      lineFirst: true,
    });
  });

  it('leaves out what is empty, and sends what is no number as it was typed', () => {
    const form = toForm({ awards: PLAN.awards, slides: [], advancing: null });
    form.awards = [{ nameZh: '奖', nameEn: '', from: ' 2 ', to: '两' }];
    expect(toBody(form)).toEqual({
      awards: [{ nameZh: '奖', nameEn: '', from: 2, to: '两' }],
      slides: [],
      lineFirst: false,
    });
  });
});
