import { failure } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { AdvancementQueries } from '../advancement/advancement.queries.js';
import { standing } from '../advancement/advancement.rules.js';
import type { StageAdvancement } from '../advancement/advancement.entity.js';
import type { JudgedEntry } from '../advancement/judged-stages.js';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { nameOf } from '../edition/named.js';
import { ProjectQueries } from '../project/project.queries.js';
import { maskName } from './masking.rules.js';
import type { NoticeItem, PublicNotice } from './public-notice.entity.js';
import { advancing, awarded, type Listed, MOVED_UP, type NoticeKind } from './public-notice.rules.js';

/** Projects of a notice that left since it was published, and those that moved up for them. */
export interface ListChanges {
  left: ReadonlySet<string>;
  movedUp: NoticeItem[];
}

const UNCHANGED: ListChanges = { left: new Set(), movedUp: [] };

/** Makes the list of a notice from what was decided on a stage. */
@Injectable()
export class PublicNoticeList {
  constructor(
    private readonly advancements: AdvancementQueries,
    private readonly editions: EditionQueries,
    private readonly projects: ProjectQueries,
    private readonly persons: Persons,
  ) {}

  /** The stage's published decision, or null. Fails with `common.not_found` where it is no roadshow stage of the edition. */
  async decision(edition: Edition, stageCode: string): Promise<StageAdvancement | null> {
    await this.advancements.stage(edition, stageCode);
    const latest = await this.advancements.latest(edition.id, stageCode);
    return latest?.publishedAt ? latest : null;
  }

  /** Fails with `public_notice.empty`, and `public_notice.listed_withdrew` where it would list who withdrew since. */
  async items(edition: Edition, decision: StageAdvancement, kind: NoticeKind, waiting: boolean): Promise<NoticeItem[]> {
    const { entries } = await this.advancements.stage(edition, decision.stageCode);
    const left = (await this.advancements.replacements(decision.id)).map(({ withdrawnId }) => withdrawnId);
    const listed =
      kind === 'awards'
        ? awarded(decision.candidates, left, edition.definition.awards)
        : advancing(standing(decision.answer, left).entries, waiting);
    if (listed.length === 0) throw failure('public_notice.empty');

    await this.assertStanding(entries, listed);
    return this.describe(edition, decision, entries, listed);
  }

  /** What became of a list of who advances since it was published, for as long as the notice was open. */
  async since(notice: PublicNotice): Promise<ListChanges> {
    const { kind, advancementId, publishedAt, endedAt } = notice;
    if (kind !== 'advancement') return UNCHANGED;
    const all = await this.advancements.replacements(advancementId);
    const since = all.filter(({ at }) => at > publishedAt && (endedAt === null || at <= endedAt));
    if (since.length === 0) return UNCHANGED;
    const edition = await this.editions.get(notice.editionId);
    const decision = (await this.advancements.latest(edition.id, notice.stageCode))!;
    const { entries } = await this.advancements.stage(edition, notice.stageCode);
    const projectOf = new Map(entries.map(({ id, projectId }) => [id, projectId]));
    const movedUp = since.flatMap(({ movedUpId }) => (movedUpId ? [{ entryId: movedUpId, result: MOVED_UP }] : []));
    return {
      left: new Set(since.map(({ withdrawnId }) => projectOf.get(withdrawnId)!)),
      movedUp: await this.describe(edition, decision, entries, movedUp),
    };
  }

  private async assertStanding(entries: readonly JudgedEntry[], listed: readonly Listed[]): Promise<void> {
    const ids = new Set(listed.map(({ entryId }) => entryId));
    const those = entries.filter(({ id }) => ids.has(id));
    const projects = await this.advancements.projects(those);
    const gone = those.filter(({ projectId }) => projects.get(projectId)?.state === 'withdrawn');
    if (gone.length > 0)
      throw failure('public_notice.listed_withdrew', {
        params: { numbers: gone.map(({ number }) => number).join('、') },
      });
  }

  private async describe(
    { definition }: Edition,
    decision: StageAdvancement,
    entries: readonly JudgedEntry[],
    listed: readonly Listed[],
  ): Promise<NoticeItem[]> {
    const projectOf = new Map(entries.map(({ id, projectId }) => [id, projectId]));
    const ids = listed.map(({ entryId }) => projectOf.get(entryId)!);
    const projects = new Map((await this.projects.briefs(ids, definition)).map((one) => [one.id, one]));
    const owners = await this.persons.byIds([...projects.values()].map(({ ownerId }) => ownerId));
    const candidates = new Map(decision.candidates.map((one) => [one.entryId, one]));
    return listed.map(({ entryId, result }) => {
      const candidate = candidates.get(entryId)!;
      const { id, number, title, organisationName, members, ownerId } = projects.get(projectOf.get(entryId)!)!;
      // The first core member; who handed it in, where the team names none.
      const leader = members.find(({ isCore }) => isCore)?.name ?? owners.get(ownerId)?.name ?? '';
      return {
        projectId: id,
        number: number!,
        title,
        organisation: organisationName,
        leader: maskName(leader),
        region: nameOf(definition.regions, candidate.region),
        division: nameOf(definition.divisions, candidate.division),
        result,
      };
    });
  }
}
