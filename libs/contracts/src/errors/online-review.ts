import type { ErrorCatalogue } from './catalogue.js';

/** Failures of online reviews and of the pool of experts. */
export const ONLINE_REVIEW_ERRORS = {
  'online_review.action_not_allowed': {
    kind: 'conflict',
    zh: '网评目前为“{state}”，不能进行此操作。',
    en: 'The online review is {state}, which does not allow this.',
  },
  'online_review.results_published': {
    kind: 'conflict',
    zh: '晋级结果已按这些成绩公布，不能撤销确认。',
    en: 'Who advances by these results was published, so their confirmation stands.',
  },
  'online_review.empty': {
    kind: 'conflict',
    zh: '还没有编入项目或评委。请先“更新项目与评委”。',
    en: 'There are no entries or no judges yet. Please take them in first.',
  },
  'online_review.entries_short': {
    kind: 'conflict',
    zh: '有 {count} 个项目的评委不足，分配完成后才能开始网评。',
    en: '{count} entries have too few judges. The review can be opened once all have enough.',
  },
  'online_review.entries_unfit': {
    kind: 'conflict',
    zh: '有 {count} 个项目的评委不符合设定（评委类型、单位、赛区或语言），如 {numbers}。请重新分配，或修改设定后再开始网评。',
    en: 'The judges of {count} entries are not such as the plan asks for (kind, institution, region or language), as with {numbers}. Please assign again or change the plan before the review is opened.',
  },
  'online_review.still_open': {
    kind: 'conflict',
    zh: '网评尚未结束，评分在此之前不公开。',
    en: 'The review is still open; scores are sealed until it is closed.',
  },
  'online_review.not_adjustable': {
    kind: 'conflict',
    zh: '以下领域的分数无法按设定校正：{divisions}。请查看原因；可以在成绩页更换校正方式，或重新开放网评补充评审。',
    en: 'Scores cannot be adjusted as planned in: {divisions}. See the reasons; another way to adjust can be chosen with the results, or reviews be added once the review is reopened.',
  },
  'online_review.scaled_so': {
    kind: 'conflict',
    zh: '成绩现在就是这样校正的，请选择另一种方式。',
    en: 'Scores are adjusted in this way already. Please choose another.',
  },
  'online_review.sheets_missing': {
    kind: 'conflict',
    zh: '有 {count} 个项目的有效评分不足，不能排名。如仍要确认，请说明理由。',
    en: '{count} entries have too few valid sheets and cannot be ranked. Give a reason to confirm nevertheless.',
  },
  'online_review.divergent_left': {
    kind: 'conflict',
    zh: '有 {count} 个项目的评分分歧超过界限而没有复评：{numbers}。请先复评；如不再复评，请说明理由。',
    en: 'Sheets of {count} entries diverge and were not looked at again: {numbers}. Open another look, or give a reason not to.',
  },
  'online_review.ties_found': {
    kind: 'conflict',
    zh: '尚未确认：结束之后新发现有评委与项目 {numbers} 有利害关系，已自动回避，其 {count} 份评分不再计入。请查看更新后的成绩，需要时补充评审，再行确认。',
    en: 'Not confirmed yet: since the review was closed, judges were found to have a tie to {numbers}. They are recused, and {count} of their sheets count no more. Look at the results as they are now, add reviews where needed, and confirm again.',
  },
  'online_review.late_ties_left': {
    kind: 'conflict',
    zh: '还有 {count} 处评委提交评分后声明的利害关系没有处理（项目 {numbers}）。请在“项目”中逐一设为回避，或保留评分并写明理由，再确认成绩。',
    en: 'Judges declared ties after scoring that nobody has decided on yet: {count}, to {numbers}. Under “Entries”, recuse each judge or keep the scores with a reason, and then confirm.',
  },
  'online_review.others_decide': {
    kind: 'forbidden',
    zh: '您与该网评的项目 {numbers} 有利害关系。全部成绩相互关联，由其他组织者查看和决定。',
    en: 'You have a tie to {numbers} in this review. All results tell of each other, so other organisers read and decide on them.',
  },
  'online_review.run_outdated': {
    kind: 'conflict',
    zh: '开始分配之后，项目、评委、回避或设定有变化，请重新分配。',
    en: 'Entries, judges, recusals or rules have changed since this assignment began. Please run it again.',
  },
  'online_review.home_region': {
    kind: 'conflict',
    zh: '评委不评所在赛区的项目。',
    en: 'Judges do not judge entries of their own region.',
  },
  'online_review.language': {
    kind: 'conflict',
    zh: '评委没有申报该项目所用的语言。',
    en: 'The judge did not declare the language of this entry.',
  },
  'online_review.judge_gone': {
    kind: 'conflict',
    zh: '该评委已不在专家库中，或已没有评委身份，不能再分配项目。',
    en: 'This judge has left the pool or lost the role, and is given nothing more.',
  },
  'online_review.left_pool': {
    kind: 'forbidden',
    zh: '您已不在本届评审专家库中，评审台不再向您开放。如有疑问，请联系组织者。',
    en: 'You are no longer in this edition’s pool of experts, so that its reviews are closed to you. Please contact the organisers.',
  },
  'online_review.nothing_taken': {
    kind: 'conflict',
    zh: '没有因回避而取消的分配可以归还，或已经归还。',
    en: 'No recusal that was lifted took this entry from the judge, or it was given back already.',
  },
  'online_review.same_institution': {
    kind: 'conflict',
    zh: '已有同一单位的评委评审该项目。',
    en: 'Another judge of the same institution has this entry.',
  },
  'online_review.enough_judges': {
    kind: 'conflict',
    zh: '该项目的评委已经足够。',
    en: 'This entry has enough judges.',
  },
  'online_review.judge_full': {
    kind: 'conflict',
    zh: '该评委的项目数已达上限。',
    en: 'This judge has as many entries as they take on.',
  },
  'online_review.judges_exceeded': {
    kind: 'conflict',
    zh: '该项目应有 {wants} 位评委，已有 {has} 位。如仍要增加，请说明理由。',
    en: 'This entry is to have {wants} judges and has {has}. Give a reason to add one nevertheless.',
  },
  'online_review.load_exceeded': {
    kind: 'conflict',
    zh: '该评委最多评 {most} 项，已分 {assigned} 项。如仍要分配，请说明理由。',
    en: 'This judge takes on {most} entries at most and has {assigned}. Give a reason to give one more nevertheless.',
  },
  'online_review.judges_and_load_exceeded': {
    kind: 'conflict',
    zh: '该项目应有 {wants} 位评委，已有 {has} 位；该评委最多评 {most} 项，已分 {assigned} 项。如仍要分配，请说明理由。',
    en: 'This entry is to have {wants} judges and has {has}, and this judge takes on {most} entries at most and has {assigned}. Give a reason to do it nevertheless.',
  },
  'online_review.tied': {
    kind: 'forbidden',
    zh: '您与该项目有利害关系，其评委由其他组织者决定。',
    en: 'You have a tie to this project; other organisers decide on its judges.',
  },
  'online_review.other_terms': {
    kind: 'conflict',
    zh: '评审须知刚刚作了修订，请重新打开页面，阅读新的文字后再接受。',
    en: 'The terms of judging have just been changed. Please reload the page and read the new wording before you accept.',
  },
  'online_review.accept_first': {
    kind: 'conflict',
    zh: '请先阅读并接受评审须知。',
    en: 'Please read and accept the terms of judging first.',
  },
  'online_review.entry_withdrawn': {
    kind: 'conflict',
    zh: '该项目已退出，不再评审。',
    en: 'This entry was withdrawn and is no longer judged.',
  },
  'online_review.bounds_crossed': {
    kind: 'invalid',
    zh: '下限不能大于上限。',
    en: 'The least must not be above the most.',
  },
  'online_review.judges_below_valid': {
    kind: 'invalid',
    zh: '本阶段至少 {min} 份有效评分才能计分，每个项目的评委不能更少。',
    en: 'In this stage {min} valid sheets make a score; an entry cannot have fewer judges.',
  },
  'online_review.composition_too_large': {
    kind: 'invalid',
    zh: '各类评委合计 {asked} 位，超过每个项目的 {judges} 位。',
    en: 'The types add up to {asked} judges, more than the {judges} of an entry.',
  },
  'expert.is_withdrawn': {
    kind: 'conflict',
    zh: '该邮箱的专家已从专家库移出。如要恢复，请选“恢复此专家”。',
    en: 'The expert with this mail address was withdrawn from the pool. Choose to restore them if that is meant.',
  },
  'expert.own_row': {
    kind: 'forbidden',
    zh: '专家库中您自己的资料须由其他组织者修改。',
    en: 'What the pool says of yourself is changed by another organiser.',
  },
  'expert.row_twice': {
    kind: 'invalid',
    zh: '与第 {row} 行的邮箱相同。',
    en: 'The same mail address stands in row {row}.',
  },
  'expert.row_unknown_field': {
    kind: 'invalid',
    zh: '本届没有领域“{value}”。',
    en: 'This edition has no field “{value}”.',
  },
  'expert.import_empty': {
    kind: 'invalid',
    zh: '文件里没有专家。',
    en: 'The file holds no experts.',
  },
  'expert.import_too_many': {
    kind: 'invalid',
    zh: '一次最多导入 {max} 位专家，文件里有 {count} 位。',
    en: 'A file may hold {max} experts; this one holds {count}.',
  },
  'expert.import_has_faults': {
    kind: 'conflict',
    zh: '有 {count} 行有误，改正后再导入。',
    en: '{count} rows are faulty. Please correct them and import again.',
  },
} as const satisfies ErrorCatalogue;
