import type { ErrorCatalogue } from './catalogue.js';

/** Why an edition may not be changed, named by the place in its file. */
export const EDITION_CHANGE_ERRORS = {
  'edition.change_invalid': {
    kind: 'invalid',
    zh: '赛事文件有误，未作任何改动，请按提示修改。',
    en: 'The edition file is not valid and nothing was changed. Please correct the fields named.',
  },
  'edition.change_nothing': {
    kind: 'conflict',
    zh: '与现在的设置没有任何不同，不需要保存。',
    en: 'This is what the edition says already; there is nothing to save.',
  },
  'edition.change_refused': {
    kind: 'conflict',
    zh: '未作任何改动：下列改动会影响已经使用或公布的内容。',
    en: 'Nothing was changed: what is named below is in use or published already.',
  },
  'edition.change_code': {
    kind: 'conflict',
    zh: '赛事代码是项目编号的开头，不能改。',
    en: 'Project numbers begin with the code of the edition; it cannot be changed.',
  },
  'edition.change_in_use': {
    kind: 'conflict',
    zh: '“{name}”已有 {count} 个已提交的项目使用，不能删除。',
    en: '“{name}” cannot be removed: projects handed in with it: {count}.',
  },
  'edition.change_region_in_use': {
    kind: 'conflict',
    zh: '“{name}”已有 {count} 个路演场次，不能删除。',
    en: '“{name}” cannot be removed: sessions of this region: {count}.',
  },
  'edition.change_scored': {
    kind: 'conflict',
    zh: '“{session}”已开始签到、抽签或评分（共 {count} 场），评分表和计分方式不能改。',
    en: '“{session}” has begun its sign-in, draw or scoring ({count} in all); how scores are counted cannot be changed.',
  },
  'edition.change_blind': {
    kind: 'conflict',
    zh: '网评已经开始，匿名与否不能再改。',
    en: 'The online review has begun; whether it is blind can no longer be changed.',
  },
  'edition.change_breaks_ties': {
    kind: 'conflict',
    zh: '“{session}”用这个评分项区分并列，不能删除。',
    en: '“{session}” breaks ties by this criterion; it cannot be removed.',
  },
  'edition.change_stage_breaks_ties': {
    kind: 'conflict',
    zh: '“{session}”用该阶段的成绩区分并列，它须仍是排在前面的评审阶段。',
    en: '“{session}” breaks ties by the score of this stage, which has to remain an earlier one that judges.',
  },
  'edition.change_groups_drawn': {
    kind: 'conflict',
    zh: '“{session}”已开始签到或抽签，抽签结果按组别次序得出，不能再调整次序。',
    en: '“{session}” has begun its sign-in or was drawn; its draw rests on the order of the groups.',
  },
  'edition.change_awards_published': {
    kind: 'conflict',
    zh: '获奖名单已经公示，奖项不能改。要更正，请先撤销公示。',
    en: 'The awards are on public notice and cannot be changed. To correct them, revoke the notice first.',
  },
  'edition.change_decided': {
    kind: 'conflict',
    zh: '该阶段的晋级结果已经公布，晋级设置不能改。',
    en: 'Who advances from this stage is published; its advancement can no longer be changed.',
  },
  'edition.change_order_decided': {
    kind: 'conflict',
    zh: '“{stage}”的晋级结果已经公布，计入了排在它前面的评审阶段；这些阶段不能增加，也不能调到它的另一侧。',
    en: 'Who advances from “{stage}” is published and rests on the judged stages before it; none can be added there or moved to its other side.',
  },
  'edition.change_stage_started': {
    kind: 'conflict',
    zh: '阶段“{name}”已经开始或已有内容，不能删除，也不能改类型。',
    en: 'The stage “{name}” has begun or holds something already; it can neither be removed nor change its kind.',
  },
} as const satisfies ErrorCatalogue;
