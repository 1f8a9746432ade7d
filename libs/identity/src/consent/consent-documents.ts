import type { LocalText } from '@haishi/contracts';

/** What a person is asked to agree to, each on its own (PIPL 个人信息保护法 art. 14, 23, 29). */
export const CONSENT_PURPOSES = ['privacy', 'employers', 'counties'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export interface ConsentDocument {
  purpose: ConsentPurpose;
  /** The day it came into force. A changed text is a new version and must be agreed to again. */
  version: string;
  title: LocalText;
  text: LocalText;
}

/** The documents in force. */
export const CONSENT_DOCUMENTS: readonly ConsentDocument[] = [
  {
    purpose: 'privacy',
    version: '2026-01-01',
    title: { zh: '个人信息处理告知', en: 'Privacy notice' },
    text: {
      zh: [
        '本系统由石家庄市人才工作主管部门使用，用于举办海石杯高层次人才创新创业大赛和高层次人才交流洽谈会。',
        '我们处理您的姓名、邮箱或手机号，用于登录、联系和通知；处理您在报名、参会时填写的项目、学历和履历，用于资格审查、评审和入场；需要核验身份时处理证件号码，加密保存，只供核验。',
        '您的操作会记入审计日志，至少保存 184 天。项目与评审档案按档案规定保存，其余信息在活动结束后应您的要求删除。',
        '数据保存在中国境内。向用人单位或县市区提供您的信息，须另行征得您的单独同意。',
        '您可以随时查看、复制、更正、删除您的信息，撤回同意，或要求人工复核自动筛选的结果；在“我的账号”中办理，或联系活动组织者。',
      ].join('\n'),
      en: [
        'This system is run for the talent authority of the city of Shijiazhuang, to hold the Haishi Cup innovation and entrepreneurship contest and the high-level talent fair.',
        'We process your name and your mail address or phone number to sign you in, reach you and notify you; the project, degree and career you enter, to check eligibility, to review and to admit you; and, where identity must be verified, your identity number, which is stored encrypted and used for that alone.',
        'What you do is recorded in an audit log kept for at least 184 days. Records of projects and reviews are kept as the rules on archives demand; everything else is deleted after the event if you ask for it.',
        'Data is stored in China. Handing your data to employers or counties needs your separate consent.',
        'You may at any time see, copy, correct or delete your data, withdraw a consent, or ask that a person re-examine an automatic screening: under “My account”, or through the organisers.',
      ].join('\n'),
    },
  },
  {
    purpose: 'employers',
    version: '2026-01-01',
    title: { zh: '向用人单位提供个人信息的同意书', en: 'Consent to sharing with employers' },
    text: {
      zh: '我同意将我的姓名、联系方式、学历和简历提供给我投递或预约的参会用人单位，用于招聘联系。不同意不影响我入场参会。我可以随时撤回；撤回不影响此前已提供的信息。',
      en: 'I agree that my name, contact details, degree and résumé are given to the employers at the fair to whom I apply or with whom I book an interview, for recruitment. Refusing does not affect my admission. I may withdraw at any time; what was given before is not affected.',
    },
  },
  {
    purpose: 'counties',
    version: '2026-01-01',
    title: { zh: '向县市区提供项目与个人信息的同意书', en: 'Consent to sharing with counties' },
    text: {
      zh: '我同意将我的项目简介、姓名和联系方式提供给石家庄市各县（市、区）及开发区的对接人员，用于项目对接与落地。不同意不影响参赛和评审。我可以随时撤回；撤回不影响此前已提供的信息。',
      en: 'I agree that a summary of my project, my name and my contact details are given to the officers of the counties, districts and zones of Shijiazhuang, for matching and landing. Refusing does not affect taking part or the review. I may withdraw at any time; what was given before is not affected.',
    },
  },
];

/** The document of `purpose` that is in force. */
export function documentInForce(purpose: string): ConsentDocument | undefined {
  return CONSENT_DOCUMENTS.find((document) => document.purpose === purpose);
}
