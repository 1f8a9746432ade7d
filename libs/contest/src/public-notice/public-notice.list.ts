import { setImmediate as nextTurn } from 'node:timers/promises';
import { failure } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { Database, inTurns } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { AdvancementQueries } from '../advancement/advancement.queries.js';
import { standing } from '../advancement/advancement.rules.js';
import type { StageAdvancement } from '../advancement/advancement.entity.js';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { nameOf } from '../edition/named.js';
import { maskName } from './masking.rules.js';
import type { List } from './notice.ties.js';
import type { NoticeItem } from './public-notice.entity.js';
import { PublicNoticeQueries } from './public-notice.queries.js';
import { advancing, awarded, type DayKind, type Listed, type NoticeKind } from './public-notice.rules.js';

const USUAL_WORKING_DAYS = 5;

/** What a notice says of a project. */
interface ListedProject {
  id: string;
  number: string;
  title: string;
  organisationName: string;
  /** The first core member; who handed it in, where the team names none. */
  leader: string;
}

/** Projects of entries, by entry. */
export type ProjectOf = ReadonlyMap<string, string>;

/** A notice that may be published. */
export interface Draft {
  kind: NoticeKind;
  /** Whether it tells the waiting list too. */
  waiting: boolean;
}

/** Projects read by one statement. */
const AT_ONCE = 500;

/** Makes the list of a notice from what was decided on a stage. */
@Injectable()
export class PublicNoticeList {
  constructor(
    private readonly editions: EditionQueries,
    private readonly advancements: AdvancementQueries,
    private readonly queries: PublicNoticeQueries,
    private readonly database: Database,
    private readonly persons: Persons,
  ) {}

  /** How long notices of a stage usually last, as the next notice stage of the edition says, or else its first. */
  async usualDays({ id }: Edition, stageCode: string): Promise<{ days: number; dayKind: DayKind }> {
    const stages = await this.editions.stages(id);
    const after = stages.slice(stages.findIndex(({ code }) => code === stageCode) + 1);
    const settings = [...after, ...stages].find(({ kind }) => kind === 'notice')?.settings;
    return settings?.calendarDays === undefined
      ? { days: settings?.workingDays ?? USUAL_WORKING_DAYS, dayKind: 'working' }
      : { days: settings.calendarDays, dayKind: 'calendar' };
  }

  /** The stage's published decision, or null. Fails with `common.not_found` where it is no roadshow stage of the edition. */
  async decision(edition: Edition, stageCode: string): Promise<StageAdvancement | null> {
    await this.advancements.assertJudged(edition, stageCode);
    const latest = await this.advancements.latest(edition.id, stageCode);
    return latest?.publishedAt ? latest : null;
  }

  /** The projects of a stage's entries, by entry, as lists are made of them; fails with `common.not_found`. */
  projectsAt(edition: Edition, stageCode: string): Promise<ProjectOf> {
    return this.advancements.projectsAt(edition, stageCode);
  }

  /**
   * Fails with `public_notice.empty`, and where it would list who is gone since with `public_notice.listed_withdrew` or
   * `public_notice.listed_struck`.
   */
  async items(
    edition: Edition,
    decision: StageAdvancement,
    projectOf: ProjectOf,
    { kind, waiting }: Draft,
  ): Promise<NoticeItem[]> {
    const struck = await this.queries.struck(edition.id);
    const listed = await this.entries(edition, decision, projectOf, struck, { kind, waiting });
    if (listed.length === 0) throw failure('public_notice.empty');
    await this.assertStanding(decision, projectOf, struck, listed);
    return this.describe(edition, decision, projectOf, listed);
  }

  /** The projects that each of these notices would list, were it published now. */
  async wouldList(edition: Edition, decision: StageAdvancement, drafts: readonly Draft[]): Promise<List[]> {
    if (drafts.length === 0) return [];
    const projectOf = await this.projectsAt(edition, decision.stageCode);
    const struck = await this.queries.struck(edition.id);
    const numbers = new Map(decision.candidates.map(({ entryId, number }) => [entryId, number]));
    const lists: List[] = [];
    for (const draft of drafts) {
      const listed = await this.entries(edition, decision, projectOf, struck, draft);
      lists.push({
        editionId: edition.id,
        listed: await inTurns(listed, ({ entryId }) => ({
          projectId: projectOf.get(entryId)!,
          number: numbers.get(entryId)!,
        })),
      });
      await nextTurn();
    }
    return lists;
  }

  private async entries(
    { definition }: Edition,
    decision: StageAdvancement,
    projectOf: ProjectOf,
    struck: ReadonlySet<string>,
    { kind, waiting }: Draft,
  ): Promise<Listed[]> {
    const replaced = await this.advancements.replacements(decision.id);
    if (kind === 'advancement') return advancing(standing(decision.answer, replaced), waiting);
    const left = new Set(replaced.map(({ withdrawnId }) => withdrawnId));
    // Who was struck off the notice of another stage holds a place in this decision until it is taken out; it wins nothing.
    if (struck.size > 0) for (const [id, projectId] of projectOf) if (struck.has(projectId)) left.add(id);
    return awarded(decision.candidates, left, definition.awards);
  }

  private async assertStanding(
    { candidates }: StageAdvancement,
    projectOf: ProjectOf,
    struck: ReadonlySet<string>,
    listed: readonly Listed[],
  ): Promise<void> {
    const ids = listed.map(({ entryId }) => projectOf.get(entryId)!);
    const numbersOf = (gone: ReadonlySet<string>) =>
      candidates.flatMap(({ entryId, number }) => (gone.has(projectOf.get(entryId)!) ? [number] : []));
    const off = new Set(ids.filter((id) => struck.has(id)));
    if (off.size > 0) throw failure('public_notice.listed_struck', { params: { numbers: numbersOf(off) } });
    const gone = await this.advancements.withdrawnAmong(ids);
    if (gone.size > 0) throw failure('public_notice.listed_withdrew', { params: { numbers: numbersOf(gone) } });
  }

  /** What a notice says of entries of a decision; `projectOf` tells the project of each. */
  async describe(
    { definition }: Edition,
    decision: StageAdvancement,
    projectOf: ProjectOf,
    listed: readonly Listed[],
  ): Promise<NoticeItem[]> {
    const projects = await this.listed(listed.map(({ entryId }) => projectOf.get(entryId)!));
    const candidates = new Map(decision.candidates.map((one) => [one.entryId, one]));
    return inTurns(listed, ({ entryId, result }) => {
      const candidate = candidates.get(entryId)!;
      const { id, number, title, organisationName, leader } = projects.get(projectOf.get(entryId)!)!;
      return {
        projectId: id,
        number,
        title,
        organisation: organisationName,
        leader: maskName(leader),
        region: nameOf(definition.regions, candidate.region),
        division: nameOf(definition.divisions, candidate.division),
        result,
      };
    });
  }

  /** By id, some at a time: a list may hold every project of a stage. */
  private async listed(ids: readonly string[]): Promise<Map<string, ListedProject>> {
    const found = new Map<string, ListedProject>();
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      await nextTurn();
      const part = ids.slice(start, start + AT_ONCE);
      const among = `IN (${part.map(() => '?').join(', ')})`;
      const core = await this.database.query<{ projectId: string; name: string }>(
        `SELECT projectId, name FROM project_members WHERE isCore = 1 AND projectId ${among} ORDER BY projectId, position DESC`,
        part,
      );
      const leaders = new Map(core.map(({ projectId, name }) => [projectId, name]));
      const projects = await this.database.query<Omit<ListedProject, 'leader'> & { ownerId: string }>(
        `SELECT id, number, title, organisationName, ownerId FROM projects WHERE id ${among}`,
        part,
      );
      const owners = await this.persons.byIds(projects.flatMap(({ id, ownerId }) => (leaders.has(id) ? [] : ownerId)));
      for (const { ownerId, ...one } of projects)
        found.set(one.id, { ...one, leader: leaders.get(one.id) ?? owners.get(ownerId)?.name ?? '' });
    }
    return found;
  }
}
