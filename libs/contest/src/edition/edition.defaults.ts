/** What holds where an edition's file, or an edition older than a setting, says nothing of it. */
import type { LocalText } from '@haishi/contracts';
import type { FieldFailure } from '@haishi/kernel';
import { lacks } from './codes.rules.js';
import type { EditionDefinition, JudgeKind, Reason } from './edition.definition.js';
import { nameOf } from './named.js';

/** Why a project goes back for correction 退回补正. */
export const RETURN_REASONS = {
  material_missing: { zh: '材料缺失或不完整', en: 'Material missing or incomplete' },
  material_unreadable: { zh: '材料无法打开或看不清', en: 'Material cannot be opened or read' },
  wrong_division: { zh: '参赛领域或细分方向不符', en: 'Wrong division or sub-field' },
  wrong_group: { zh: '组别不符', en: 'Wrong group' },
  organisation_unclear: { zh: '单位信息有误或需证明', en: 'Organisation details wrong or to be proven' },
  team_unclear: { zh: '团队成员信息有误', en: 'Team details wrong' },
  rights_unclear: { zh: '知识产权归属需补充说明', en: 'Ownership of intellectual property to be shown' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, LocalText>;

/** Why a project is refused. */
export const REJECT_REASONS = {
  not_eligible: { zh: '不符合参赛条件', en: 'Does not meet the conditions of entry' },
  duplicate: { zh: '重复申报', en: 'Entered more than once' },
  false_statement: { zh: '材料不实', en: 'Untrue statements' },
  rights_dispute: { zh: '存在知识产权争议', en: 'Intellectual property in dispute' },
  classified: { zh: '含涉密内容', en: 'Contains classified matter' },
  not_corrected: { zh: '补正后仍不符合要求', en: 'Still not in order after correction' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, LocalText>;

export type ReturnReason = keyof typeof RETURN_REASONS;
export type RejectReason = keyof typeof REJECT_REASONS;

export const JUDGE_KINDS = {
  technical: { zh: '技术', en: 'Technical' },
  investor: { zh: '投资', en: 'Investor' },
  industry: { zh: '产业', en: 'Industry' },
  government: { zh: '政府', en: 'Government' },
} as const satisfies Record<string, LocalText>;

/**
 * The terms of judging 评审须知. Also what judges accepted before an edition could word its own, so that these words never
 * change: whoever accepted them then has accepted them still.
 */
export const JUDGE_TERMS: LocalText = {
  zh: [
    '独立评审，只依据项目材料与评分表打分，不受任何人请托。',
    '对项目材料、评审意见和分数保密，不复制、不转发、不用于其他用途。',
    '与项目单位或成员有亲属、雇佣、投资、师生、合作等关系的，主动回避。',
    '每一次提交和更正都留有记录，供监督与复核。',
  ].join('\n'),
  en: [
    'Judge on your own, by the materials and the rubric alone, whoever may ask otherwise.',
    'Keep materials, opinions and scores to yourself: do not copy, pass on or use them for anything else.',
    'Recuse yourself where you are tied to the organisation or its members by kinship, employment, investment, supervision or cooperation.',
    'Every submission and correction is recorded for supervision and review.',
  ].join('\n'),
};

const listed = (words: Readonly<Record<string, LocalText>>) =>
  Object.entries(words).map(([code, { zh, en }]) => ({ code, name: { zh, en } }));

/** The reasons that a checker of the edition chooses from. */
export function reasonsOf(
  { returnReasons, rejectReasons }: Pick<EditionDefinition, 'returnReasons' | 'rejectReasons'>,
  action: 'return' | 'reject',
): Reason[] {
  return action === 'return' ? (returnReasons ?? listed(RETURN_REASONS)) : (rejectReasons ?? listed(REJECT_REASONS));
}

export function judgeKindsOf({ judgeKinds }: Pick<EditionDefinition, 'judgeKinds'>): JudgeKind[] {
  return judgeKinds ?? listed(JUDGE_KINDS);
}

/** What judges of a kind are called; a kind that only an older edition knew keeps its name, and any other its code. */
export function judgeKindName(definition: Pick<EditionDefinition, 'judgeKinds'>, code: string): LocalText {
  return nameOf([...judgeKindsOf(definition), ...judgeKindsOf({})], code);
}

/** The fault of a kind that the edition has not, at `field`; none where it has. */
export function faultsOfKind(
  definition: Pick<EditionDefinition, 'judgeKinds'>,
  code: string,
  field: string,
): FieldFailure[] {
  const kinds = judgeKindsOf(definition).map((one) => one.code);
  return lacks(kinds, code) ? [{ field, code: 'common.not_a_choice', params: { choices: kinds.join(', ') } }] : [];
}

export function judgeTermsOf({ judgeTerms }: Pick<EditionDefinition, 'judgeTerms'>): LocalText {
  return judgeTerms ?? JUDGE_TERMS;
}
