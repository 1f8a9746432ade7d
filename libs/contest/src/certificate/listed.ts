import type { NoticeItem, PublicNotice } from '../public-notice/public-notice.entity.js';

/** What a notice lists, without the projects struck off. */
export function listedFor({ items }: PublicNotice, struck: ReadonlySet<string>): NoticeItem[] {
  return items.filter(({ projectId }) => !struck.has(projectId));
}
