import type { ErrorCatalogue } from './catalogue.js';

export const ADVANCEMENT_ERRORS = {
  'advancement.no_sessions': {
    kind: 'conflict',
    zh: '“{stage}”还没有编入项目，暂不能确定晋级。',
    en: 'The stage “{stage}” has no entries yet, so nobody can advance.',
  },
  'advancement.carries_nothing': {
    kind: 'conflict',
    zh: '要计入成绩的“{stage}”没有编入项目，没有成绩可以计入。',
    en: 'The stage “{stage}”, whose scores are to count, has no entries, so there is no score of it.',
  },
  'advancement.unknown_stage': {
    kind: 'invalid',
    zh: '本届没有这个在前的评审阶段。',
    en: 'This edition has no such earlier stage in which projects are judged.',
  },
  'advancement.sessions_open': {
    kind: 'conflict',
    zh: '{what}的成绩尚未确认：{sessions}。确认后才能确定晋级。',
    en: 'The results of {what} are not confirmed yet: {sessions}. Who advances can be worked out once they are.',
  },
  'advancement.not_comparable': {
    kind: 'conflict',
    zh: '场次“{one}”与“{other}”的评分规则不同，成绩不能放在一起排名。',
    en: 'The sessions “{one}” and “{other}” score by different rules, so their results cannot be ranked together.',
  },
  'advancement.impossible': {
    kind: 'invalid',
    zh: '这些名额无法分配。{why}',
    en: 'These quotas cannot be met. {why}',
  },
  'advancement.stale': {
    kind: 'conflict',
    zh: '预览之后成绩或参赛状态有变化，请重新预览并确定。',
    en: 'Results or entries have changed since the preview. Please preview and decide again.',
  },
  'advancement.not_told': {
    kind: 'conflict',
    zh: '以下场次的成绩尚未揭晓：{sessions}。揭晓仪式结束后才能公布晋级结果。',
    en: 'The results of these sessions have not been told yet: {sessions}. Who advances can be published once their ceremony has ended.',
  },
  'advancement.not_decided': {
    kind: 'conflict',
    zh: '该阶段尚未确定晋级。',
    en: 'Who advances from this stage has not been decided yet.',
  },
  'advancement.published': {
    kind: 'conflict',
    zh: '晋级结果已公布，不能更改，只能由候补递补。',
    en: 'Who advances has been published and cannot be changed; only the waiting list can move up.',
  },
  'advancement.not_published': {
    kind: 'conflict',
    zh: '晋级结果尚未公布，请重新预览并确定，无需递补。',
    en: 'Who advances has not been published; preview and decide again instead of moving the waiting list up.',
  },
  'advancement.holds_no_seat': {
    kind: 'conflict',
    zh: '该项目既未晋级也不在候补名单中，或已退出。',
    en: 'This entry neither advances nor stands on the waiting list, or has already left.',
  },
  'advancement.next_withdrew': {
    kind: 'conflict',
    zh: '应当递补的项目 {number} 已退赛，请先将其移出候补名单。',
    en: 'Entry {number}, which would move up, has withdrawn. Take it off the waiting list first.',
  },
  'advancement.tied': {
    kind: 'forbidden',
    zh: '您与项目 {number} 有利害关系，影响其晋级、排除或递补的操作由其他组织者进行。',
    en: 'You have a tie to entry {number}; what excludes it, takes it out or moves it up is left to other organisers.',
  },
  'advancement.others_decide': {
    kind: 'forbidden',
    zh: '您与该阶段的项目 {numbers} 有利害关系，晋级由其他组织者确定和公布。',
    en: 'You have a tie to {numbers} in this stage; other organisers decide and publish who advances.',
  },
  'advancement.unknown_code': {
    kind: 'invalid',
    zh: '本届赛事没有这个赛区或领域。',
    en: 'This edition has no such region or division.',
  },
  'advancement.unknown_entry': {
    kind: 'invalid',
    zh: '该阶段没有这个项目。',
    en: 'This stage has no such entry.',
  },
  'advancement.named_twice': { kind: 'invalid', zh: '重复填写。', en: 'This is named twice.' },
} as const satisfies ErrorCatalogue;
