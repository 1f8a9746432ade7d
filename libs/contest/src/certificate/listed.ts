import type { List } from '../public-notice/notice.ties.js';
import type { NoticeItem, PublicNotice } from '../public-notice/public-notice.entity.js';

/** What a notice of awards lists, without the projects struck off a notice of the edition. */
export function listedFor({ items }: PublicNotice, struck: ReadonlySet<string>): NoticeItem[] {
  return items.filter(({ projectId }) => !struck.has(projectId));
}

/** All that a notice of awards lists: nobody moves up on it. */
export const awardsOf = ({ editionId, items }: PublicNotice): List => ({ editionId, listed: items });
