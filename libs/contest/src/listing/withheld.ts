import type { LocalText } from '@haishi/contracts';

/** Said in the place of what a reader may not see. */
export const WITHHELD: LocalText = {
  zh: '您与该项目有利害关系，不显示',
  en: 'You have a tie to this project; not shown',
};

/** Said of a list that leaves them out. */
export const LEFT_OUT: LocalText = {
  zh: '您有利害关系或已回避的项目不在此列。',
  en: 'Projects that you have a tie to or are recused from are left out.',
};

/** On a list that its reader narrowed by filters. */
export const NARROWED: LocalText = {
  zh: '按筛选条件导出，不是全部项目。',
  en: 'Narrowed by filters: not every project.',
};
