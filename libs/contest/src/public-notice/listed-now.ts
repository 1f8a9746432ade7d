import type { LocalText } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { AdvancementQueries } from '../advancement/advancement.queries.js';
import { EditionQueries } from '../edition/edition.queries.js';
import type { NoticeItem, PublicNotice } from './public-notice.entity.js';
import { PublicNoticeList } from './public-notice.list.js';
import { PublicNoticeQueries } from './public-notice.queries.js';
import { MOVED_UP } from './public-notice.rules.js';

/** What a notice lists by now: as it was published, with who moved up since in their own line, or last where they had none. */
export interface ListNow {
  editionId: string;
  listed: (NoticeItem & { movedUp?: true })[];
  /** Projects that left since it was published. */
  left: ReadonlySet<string>;
}

/** Since when a notice lists a project, and as what. */
export interface Listing {
  at: Date;
  result: LocalText;
}

interface Changes {
  /** Projects. */
  left: ReadonlySet<string>;
  movedUp: { entryId: string; projectId: string; at: Date }[];
}

/**
 * What public notices list by now. The list itself stays as it was published; who moved up 递补 for somebody that it lists is
 * listed as they are, for whatever is asked of it: objections to them are taken, and a tie to them is a tie to the list.
 */
@Injectable()
export class ListedNow {
  constructor(
    private readonly editions: EditionQueries,
    private readonly advancements: AdvancementQueries,
    private readonly queries: PublicNoticeQueries,
    private readonly list: PublicNoticeList,
  ) {}

  async of(notice: PublicNotice): Promise<ListNow> {
    const { editionId, stageCode, items } = notice;
    const { left, movedUp } = await this.changes(notice);
    if (movedUp.length === 0) return { editionId, listed: items, left };
    const described = await this.list.describe(
      await this.editions.get(editionId),
      (await this.advancements.latest(editionId, stageCode))!,
      new Map(movedUp.map(({ entryId, projectId }) => [entryId, projectId])),
      movedUp.map(({ entryId }) => ({ entryId, result: MOVED_UP })),
    );
    const moved = new Map(described.map((item) => [item.projectId, { ...item, movedUp: true as const }]));
    const published = new Set(items.map(({ projectId }) => projectId));
    return {
      editionId,
      listed: [
        ...items.map((item) => moved.get(item.projectId) ?? item),
        ...[...moved.values()].filter(({ projectId }) => !published.has(projectId)),
      ],
      left,
    };
  }

  /** How a notice lists a project, oldest first; empty where it does not. */
  async listings(notice: PublicNotice, projectId: string): Promise<{ listings: Listing[]; left: boolean }> {
    const item = notice.items.find((one) => one.projectId === projectId);
    const { left, movedUp } = await this.changes(notice);
    return {
      listings: [
        ...(item ? [{ at: notice.publishedAt, result: item.result }] : []),
        ...movedUp.flatMap((one) => (one.projectId === projectId ? [{ at: one.at, result: MOVED_UP }] : [])),
      ],
      left: left.has(projectId),
    };
  }

  /** The projects that notices of who advances from a stage list, but for those that were revoked. */
  async advancing(editionId: string, stageCode: string): Promise<Set<string>> {
    const all = await this.queries.ofEdition(editionId);
    const standing = all.filter(
      ({ kind, state, stageCode: of }) => kind === 'advancement' && state !== 'revoked' && of === stageCode,
    );
    const lists = await Promise.all(standing.map((notice) => this.of(notice)));
    return new Set(lists.flatMap(({ listed }) => listed.map(({ projectId }) => projectId)));
  }

  /** The number of the latest notice of an edition that lists the project and was not revoked; null where there is none. */
  async standsOn(editionId: string, projectId: string): Promise<number | null> {
    for (const notice of await this.queries.ofEdition(editionId))
      if (notice.state !== 'revoked' && (await this.listings(notice, projectId)).listings.length > 0)
        return notice.number;
    return null;
  }

  /** Of a list of who advances, for as long as the notice was open. */
  private async changes({ kind, advancementId, publishedAt, endedAt }: PublicNotice): Promise<Changes> {
    const all = kind === 'advancement' ? await this.advancements.replacements(advancementId) : [];
    const since = all.filter(({ at }) => at > publishedAt && (endedAt === null || at <= endedAt));
    const projectOf = await this.advancements.projectsOf(
      since.flatMap(({ withdrawnId, movedUpId }) => (movedUpId ? [withdrawnId, movedUpId] : withdrawnId)),
    );
    return {
      left: new Set(since.map(({ withdrawnId }) => projectOf.get(withdrawnId)!)),
      movedUp: since.flatMap(({ movedUpId: entryId, at }) =>
        entryId ? [{ entryId, projectId: projectOf.get(entryId)!, at }] : [],
      ),
    };
  }
}
