import { type Actor, failure } from '@haishi/contracts';
import { nameKey } from '@haishi/identity';
import { readCursor, toPage } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { Edition, EditionStage } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import type { EditionState } from '../edition/edition.rules.js';
import { nameOf } from '../edition/named.js';
import { ProjectLoader } from '../project/project.loader.js';
import type {
  GalleryBrief,
  GalleryChoiceView,
  GalleryItem,
  GalleryPage,
  GalleryProject,
  GalleryQuery,
} from './gallery.dto.js';
import { GalleryQueries, type ListedLine } from './gallery.queries.js';
import { type Facet, facetCounts, type GalleryFilter, matching } from './gallery.rules.js';

const PAGE = 24;
/** Editions that anybody may know of. */
const SHOWN: readonly EditionState[] = ['open', 'closed', 'archived'];
/** Signs of a summary in a list. */
const EXCERPT = 160;

/** Searches that are kept of a list that stands. */
const MOST_KEPT = 30;

/** What was sought in a list. */
interface Sought {
  lines: ListedLine[];
  counts: ReturnType<typeof facetCounts>;
  won: ReadonlySet<string | null>;
}

/** The gallery of an edition, for anybody. */
@Injectable()
export class GalleryReader {
  private readonly kept = new WeakMap<readonly ListedLine[], Map<string, Sought>>();

  constructor(
    private readonly editions: EditionQueries,
    private readonly queries: GalleryQueries,
    private readonly loader: ProjectLoader,
  ) {}

  /** Those in which there is something to see, of the newest edition first. */
  async galleries(): Promise<GalleryBrief[]> {
    const briefs: GalleryBrief[] = [];
    for (const { edition } of await this.editions.inStates(SHOWN)) {
      if (edition.definition.gallery !== true) continue;
      const projects = (await this.queries.lines(edition)).length;
      if (projects > 0) briefs.push({ edition: namedEdition(edition), projects });
    }
    return briefs;
  }

  /** Fails with `common.not_found` where the edition opens none. */
  async list(editionName: string, query: GalleryQuery): Promise<GalleryPage> {
    const edition = await this.opened(editionName);
    const stages = await this.editions.stages(edition.id);
    const all = await this.queries.lines(edition);
    const filter = { ...query, words: query.q?.split(/\s+/).map(nameKey) };
    const { lines, counts, won } = this.sought(all, filter);
    const limit = query.limit ?? PAGE;
    const from = query.cursor ? after(lines, readCursor(query.cursor, 1)[0]) : 0;
    const rows = lines.slice(from, from + limit + 1);
    const summaries = await this.queries.summaries(rows.map(({ projectId }) => projectId));
    const { definition } = edition;
    const counted = (facet: Facet, list: readonly { code: string; name: GalleryItem['division'] }[]) =>
      list.map(({ code, name }) => ({ code, name, count: counts[facet].get(code) ?? 0 }));
    return {
      edition: namedEdition(edition),
      divisions: counted('division', definition.divisions),
      fields: counted('field', definition.divisions.find(({ code }) => code === query.division)?.fields ?? []),
      regions: counted('region', definition.regions),
      awards: counted(
        'award',
        definition.awards.filter(({ code }) => won.has(code)),
      ),
      ...toPage(
        rows,
        limit,
        ({ projectId }) => [projectId],
        (line) => itemOf(edition, stages, line, excerptOf(summaries.get(line.projectId) ?? '')),
      ),
      total: lines.length,
    };
  }

  /** What is sought most in a list that stands, such as all of it, is worked out once. */
  private sought(all: readonly ListedLine[], filter: GalleryFilter): Sought {
    const { division, field, region, award, words } = filter;
    const key = JSON.stringify([division, field, region, award, words]);
    const held = this.kept.get(all) ?? new Map<string, Sought>();
    this.kept.set(all, held);
    const found = held.get(key) ?? {
      lines: matching(all, filter),
      counts: facetCounts(all, filter),
      won: new Set(all.map((line) => line.award)),
    };
    held.delete(key);
    held.set(key, found);
    if (held.size > MOST_KEPT) held.delete(held.keys().next().value!);
    return found;
  }

  /** Fails with `common.not_found` where it is not shown. */
  async one(editionName: string, projectId: string): Promise<GalleryProject> {
    const edition = await this.opened(editionName);
    const line = (await this.queries.lines(edition)).find((one) => one.projectId === projectId);
    if (!line) throw failure('common.not_found');
    const summary = (await this.queries.summaries([projectId])).get(projectId) ?? '';
    return {
      ...itemOf(edition, await this.editions.stages(edition.id), line, summary),
      edition: namedEdition(edition),
    };
  }

  /** What an entrant decided of their own project. */
  async choice(actor: Actor, projectId: string): Promise<GalleryChoiceView> {
    const { project } = await this.loader.owned(actor, projectId);
    const edition = await this.editions.get(project.editionId);
    const open = edition.definition.gallery === true;
    const listed = !(await this.queries.isRefused(projectId));
    const shown = open && listed && (await this.queries.lines(edition)).some((one) => one.projectId === projectId);
    return { open, listed, shown, mayChange: listed || edition.state !== 'archived' };
  }

  private async opened(name: string): Promise<Edition> {
    const edition = await this.editions.getByName(name);
    if (!SHOWN.includes(edition.state) || edition.definition.gallery !== true) throw failure('common.not_found');
    return edition;
  }
}

const namedEdition = ({ code, nameZh: zh, nameEn: en }: Edition): GalleryPage['edition'] => ({
  code,
  name: { zh, en },
});

/** Fails with `common.bad_cursor` where what the last page ended with is no longer shown. */
function after(lines: readonly ListedLine[], last: string | number | undefined): number {
  const index = lines.findIndex(({ projectId }) => projectId === last);
  if (index < 0) throw failure('common.bad_cursor', { field: 'cursor' });
  return index + 1;
}

function itemOf(
  { definition }: Edition,
  stages: readonly EditionStage[],
  { projectId, title, organisation, stageCode, award, division, region }: ListedLine,
  summary: string,
): GalleryItem {
  const stage = stages.find(({ code }) => code === stageCode);
  return {
    id: projectId,
    title,
    summary,
    organisation,
    division: nameOf(definition.divisions, division),
    region: nameOf(definition.regions, region),
    stage: { zh: stage?.nameZh ?? stageCode, en: stage?.nameEn ?? stageCode },
    award: award === null ? null : nameOf(definition.awards, award),
  };
}

function excerptOf(summary: string): string {
  const signs = [...summary];
  return signs.length > EXCERPT ? `${signs.slice(0, EXCERPT).join('').trimEnd()}…` : summary;
}
