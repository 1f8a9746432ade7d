import type { EventCatalogue } from './catalogue.js';

/** Events of editions, projects and the eligibility check. */
export const CONTEST_EVENTS = {
  'edition.imported': { zh: '导入赛事', en: 'Edition imported' },
  'edition.opened': { zh: '开放报名', en: 'Registration opened' },
  'edition.closed': { zh: '关闭赛事', en: 'Edition closed' },
  'edition.archived': { zh: '归档赛事', en: 'Edition archived' },
  'edition.stage_moved': { zh: '调整阶段时间', en: 'Stage dates changed' },
  'edition.stage_opened': { zh: '开启阶段', en: 'Stage opened' },
  'edition.stage_closed': { zh: '结束阶段', en: 'Stage closed' },
  'advancement.decided': { zh: '确定晋级', en: 'Who advances decided' },
  'advancement.published': { zh: '公布晋级结果', en: 'Who advances published' },
  'advancement.replaced': { zh: '退出与候补递补', en: 'Entry left, waiting list moved up' },
  'project.created': { zh: '新建参赛项目', en: 'Project begun' },
  'project.viewed': { zh: '查看参赛项目', en: 'Project looked at' },
  'project.saved': { zh: '保存参赛项目', en: 'Project saved' },
  'project.material_added': { zh: '上传参赛材料', en: 'Material added' },
  'project.material_removed': { zh: '删除参赛材料', en: 'Material removed' },
  'project.submitted': { zh: '提交参赛项目', en: 'Project handed in' },
  'project.withdrawn': { zh: '撤回参赛项目', en: 'Project withdrawn' },
  'project.accepted': { zh: '资格审查通过', en: 'Project accepted' },
  'project.returned': { zh: '退回补正', en: 'Project returned for correction' },
  'project.rejected': { zh: '资格审查不通过', en: 'Project rejected' },
} as const satisfies EventCatalogue;
