import type { LocalText } from '../locale.js';

/** The nature of an employer 单位性质, in the words of forms and templates. */
export const ORGANISATION_KIND_WORDS = {
  state: { zh: '国有企业', en: 'State-owned company' },
  private: { zh: '民营企业', en: 'Private company' },
  foreign: { zh: '外资企业', en: 'Foreign-invested company' },
  public: { zh: '事业单位', en: 'Public institution' },
  university: { zh: '高等院校', en: 'University' },
  research: { zh: '科研院所', en: 'Research institute' },
  hospital: { zh: '医疗机构', en: 'Hospital' },
  agency: { zh: '人力资源服务机构', en: 'Recruitment agency' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, LocalText>;
