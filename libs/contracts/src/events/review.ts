import type { EventCatalogue } from './catalogue.js';

/** Events of roadshow sessions and of scoring. None carries a score that is not yet shown. */
export const REVIEW_EVENTS = {
  'roadshow.created': { zh: '创建路演场次', en: 'Roadshow session created' },
  'roadshow.entries_added': { zh: '编入路演项目', en: 'Entries added' },
  'roadshow.entry_removed': { zh: '移除路演项目', en: 'Entry removed' },
  'roadshow.judge_seated': { zh: '安排评委席位', en: 'Judge seated' },
  'roadshow.judge_unseated': { zh: '撤销评委席位', en: 'Judge unseated' },
  'roadshow.drawn': { zh: '抽签确定出场顺序', en: 'Order drawn' },
  'roadshow.draw_taken_back': { zh: '作废抽签结果', en: 'Draw taken back' },
  'roadshow.started': { zh: '路演开始', en: 'Roadshow started' },
  'roadshow.called': { zh: '叫号登台', en: 'Entry called' },
  'roadshow.phase_begun': { zh: '进入环节', en: 'Phase begun' },
  'roadshow.timer_changed': { zh: '调整计时', en: 'Timer changed' },
  'roadshow.locked': { zh: '锁定评分', en: 'Scores locked' },
  'roadshow.shown': { zh: '当场亮分', en: 'Scores shown' },
  'roadshow.shown_again': { zh: '更正后重新亮分', en: 'Corrected scores shown' },
  'roadshow.closed': { zh: '路演结束', en: 'Roadshow closed' },
  'score.submitted': { zh: '提交评分', en: 'Score submitted' },
  'score.reopened': { zh: '重开评分单', en: 'Score sheet reopened' },
  'recusal.added': { zh: '回避', en: 'Recusal recorded' },
  'recusal.lifted': { zh: '解除回避', en: 'Recusal lifted' },
} as const satisfies EventCatalogue;
