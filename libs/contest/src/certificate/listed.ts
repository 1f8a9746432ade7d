import type { NoticeItem, NoticeObjection, PublicNotice } from '../public-notice/public-notice.entity.js';

/** What a notice lists, without what was struck off. */
export function listedFor({ items }: PublicNotice, objections: readonly NoticeObjection[]): NoticeItem[] {
  return items.filter(({ projectId }) => !objections.some((one) => one.struck && one.projectId === projectId));
}
