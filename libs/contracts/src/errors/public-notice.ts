import type { ErrorCatalogue } from './catalogue.js';

export const PUBLIC_NOTICE_ERRORS = {
  'public_notice.exists': {
    kind: 'conflict',
    zh: '该阶段已有一份这样的公示。要更正，请先撤销它。',
    en: 'This stage has such a notice already. To correct it, revoke it first.',
  },
  'public_notice.awards_stand': {
    kind: 'conflict',
    zh: '一届只能有一份有效的获奖名单，现在是第 {number} 号公示（{stage}）。公示期内可以撤销它，再从本阶段发布。',
    en: 'An edition has one notice of awards that stands: now number {number} ({stage}). While it is open it can be revoked, and published from this stage instead.',
  },
  'public_notice.empty': {
    kind: 'conflict',
    zh: '名单是空的，没有可以公示的项目。',
    en: 'The list is empty: there is nothing to publish.',
  },
  'public_notice.listed_withdrew': {
    kind: 'conflict',
    zh: '名单中的项目 {numbers} 已退赛。请先在晋级页将其移出，再发布公示。',
    en: 'These projects of the list have withdrawn: {numbers}. Take them out on the page of who advances first.',
  },
  'public_notice.listed_struck': {
    kind: 'conflict',
    zh: '名单中的项目 {numbers} 已因异议成立被取消资格。请先在晋级页将其移出，再发布公示。',
    en: 'These projects of the list were struck off after an objection: {numbers}. Take them out on the page of who advances first.',
  },
  'public_notice.ended': {
    kind: 'conflict',
    zh: '这份公示已经结束或撤销。',
    en: 'This notice was concluded or revoked.',
  },
  'public_notice.still_open': {
    kind: 'conflict',
    zh: '公示期到 {day} 结束，期满后才能办结。',
    en: 'The notice runs until the end of {day}; it can be concluded after.',
  },
  'public_notice.unanswered': {
    kind: 'conflict',
    zh: '还有 {count} 件异议没有答复，全部答复后才能办结。',
    en: 'Objections without an answer: {count}. The notice can be concluded once all are answered.',
  },
  'public_notice.closed': {
    kind: 'conflict',
    zh: '公示期已过，不再受理异议。',
    en: 'The notice is over; objections are no longer taken.',
  },
  'public_notice.not_listed': {
    kind: 'invalid',
    zh: '公示名单里没有这个项目。',
    en: 'The notice does not list this project.',
  },
  'public_notice.too_many_objections': {
    kind: 'conflict',
    zh: '对同一份公示，每人最多提出 {most} 件异议。',
    en: 'One person may file at most {most} objections to one notice.',
  },
  'public_notice.conflict': {
    kind: 'forbidden',
    zh: '您与该项目或其单位有关，或已对其回避，或异议由您本人提出，不能由您答复。',
    en: 'You belong to this project or its organisation, are recused from it, or filed the objection yourself, so you cannot answer it.',
  },
  'public_notice.others_act': {
    kind: 'forbidden',
    zh: '您与名单中的项目 {numbers} 有利害关系，公示的发布、办结和撤销、证书的颁发以及对整份名单的异议，由其他组织者处理。',
    en: 'You have a tie to {numbers} on this list. Other organisers publish, conclude and revoke the notice, issue its certificates, and answer what is objected to the whole list.',
  },
  'public_notice.own_listed': {
    kind: 'forbidden',
    zh: '名单中的项目 {numbers} 由您提交，或您是（曾是）其成员。公示的发布、办结和撤销、证书的颁发以及对整份名单的异议，由不属于名单中任何项目的其他组织者处理。',
    en: 'You handed in {numbers} on this list, or belong or belonged to its team. Organisers who belong to no project of it publish, conclude and revoke the notice, issue its certificates, and answer what is objected to the whole list.',
  },
  'public_notice.nobody_answers': {
    kind: 'forbidden',
    zh: '您属于该项目的参赛方，或异议由您本人提出，不能由您答复。现有组织者都不能答复；系统管理员的待办中已有提示，指定另一位组织者后由其答复。',
    en: 'You belong to this project or filed the objection yourself, so you cannot answer it, and no other organiser can. It stands among the tasks of the administrators: once they appoint another organiser, that person answers it.',
  },
  'public_notice.answered': {
    kind: 'conflict',
    zh: '这件异议已经答复。',
    en: 'This objection was answered already.',
  },
  'public_notice.nothing_to_strike': {
    kind: 'invalid',
    zh: '只有针对某个项目且成立的异议，才能将该项目移出名单。',
    en: 'Only an objection that is about one project and upheld can strike it off.',
  },
} as const satisfies ErrorCatalogue;
