import type { LocalText } from '@haishi/contracts';

/** Said in the place of what a reader may not see. */
export const WITHHELD: LocalText = {
  zh: '您与该项目有利害关系，不显示',
  en: 'You have a tie to this project; not shown',
};
