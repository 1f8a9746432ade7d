import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Actor } from '@haishi/contracts';
import type { Person } from '@haishi/identity';
import { Database } from '@haishi/platform';
import { type RecusalOf, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { ProjectRecusal } from '../project-recusal/project-recusal.entity.js';
import { ProjectRecusals } from '../project-recusal/project-recusals.js';
import { ClosedCandidates, listOf, marksOf, ownOf } from './closed-candidates.js';
import { closedBy, type ClosedBy, isDismissible, isFound } from './closed.rules.js';
import { type Interest, interestIn, type Involved, type Tying } from './interest.rules.js';
import { InvolvedPersons } from './involved-persons.js';
import { BATCH, TyingFacts } from './tying-facts.js';

type Someone = Pick<Actor, 'kind' | 'id'>;

/** That a project is closed to somebody, and whether an organiser may dismiss that at the project. */
export interface ClosedOut {
  why: ClosedBy;
  dismissible: boolean;
}

type Taken = Pick<RecusalOf, 'externalId' | 'kind' | 'reason'>;

/** What is on record of one person: what can tie them to projects, and what was decided of that. */
interface StaffRecord {
  involved: Involved;
  /** But for what panels took over, or found by names alike, before it was dismissed at the project. */
  onPanels: readonly Taken[];
  own: readonly ProjectRecusal[];
}

/**
 * Which projects somebody is too close to, so that nothing of them is theirs to read or decide as staff: the one place that says so.
 * They are tied by what the record holds of them, as {@link InvolvedPersons} finds it, or were recused 回避: from the
 * project, or from it on any panel.
 */
@Injectable()
export class Involvement {
  constructor(
    private readonly database: Database,
    private readonly persons: InvolvedPersons,
    private readonly candidates: ClosedCandidates,
    private readonly recusals: ProjectRecusals,
    private readonly facts: TyingFacts,
    private readonly review: ReviewQueries,
  ) {}

  /** Those of `projectIds` that they have an interest in or are recused from. */
  async conflicts(someone: Someone, projectIds: readonly string[]): Promise<Set<string>> {
    return new Set((await this.closedTo(someone, projectIds)).keys());
  }

  /** As {@link conflicts}, each with why. */
  async closedTo(someone: Someone, projectIds: readonly string[]): Promise<Map<string, ClosedBy>> {
    if (projectIds.length === 0) return new Map();
    const record = await this.recordOf(someone);
    return record ? this.closed(record, projectIds) : new Map();
  }

  /** Those of the entries of a stage whose project is closed to them, by entry, each with why. */
  async closedAmong(
    someone: Someone,
    entries: readonly { id: string; projectId: string }[],
  ): Promise<Map<string, ClosedBy>> {
    const closed = await this.closedTo(
      someone,
      entries.map(({ projectId }) => projectId),
    );
    return new Map(
      entries.flatMap(({ id, projectId }) => {
        const why = closed.get(projectId);
        return why ? [[id, why] as const] : [];
      }),
    );
  }

  /** The projects of an edition that are closed to them; some of other editions may be among them. */
  async closedIn(someone: Someone, editionId: string): Promise<string[]> {
    const record = await this.recordOf(someone);
    if (!record) return [];
    const near = await this.candidates.of(record.involved, editionId);
    const onPanels = record.onPanels.map(({ externalId }) => externalId);
    return [...(await this.closed(record, [...new Set([...near, ...onPanels])])).keys()];
  }

  /** Whether one of these persons has no interest in any of `projectIds`, and is recused from none of them. */
  async someFree(persons: readonly Person[], projectIds: readonly string[]): Promise<boolean> {
    return (await this.someFreeOfEach(persons, [projectIds]))[0]!;
  }

  /** Of each list of projects, whether one of these persons has no interest in any of it, and is recused from none of it. */
  async someFreeOfEach(persons: readonly Person[], lists: readonly (readonly string[])[]): Promise<boolean[]> {
    const free = lists.map(() => false);
    if (persons.length === 0) return free;
    const projectIds = [...new Set(lists.flat())];
    const involved = await this.persons.of(persons.map(({ id }) => id));
    // Of few projects all are read, once for everybody.
    const few = projectIds.length <= BATCH ? await this.facts.of(projectIds) : null;
    for (const one of involved.values()) {
      const record = await this.decidedOf(one);
      const closed = new Set([
        ...record.onPanels.map(({ externalId }) => externalId),
        ...record.own.flatMap((recusal) => (stands(recusal) ? [recusal.projectId] : [])),
      ]);
      const open = lists.flatMap((ids, at) => (free[at] || ids.some((id) => closed.has(id)) ? [] : [at]));
      if (open.length === 0) continue;
      const projects = few ?? (await this.facts.of(await this.near(one, projectIds)));
      const tied = await this.tiesOf(record, projects);
      for (const at of open) free[at] = !lists[at]!.some((id) => tied.has(id));
      if (!free.includes(false)) break;
    }
    return free;
  }

  /** Whether one of these persons belongs to none of `projectIds`, whatever else ties them to some. */
  async someOutside(persons: readonly Person[], projectIds: readonly string[]): Promise<boolean> {
    for (const one of (await this.persons.of(persons.map(({ id }) => id))).values()) {
      const closed = await this.closed(await this.decidedOf(one), projectIds);
      if (![...closed.values()].includes('belongs')) return true;
    }
    return false;
  }

  /** Who of these persons is closed out of a project. */
  async among(personIds: readonly string[], projectId: string): Promise<Map<string, ClosedOut>> {
    const found = new Map<string, ClosedOut>();
    for (const id of personIds) {
      const record = await this.recordOf({ kind: 'person', id });
      if (!record) continue;
      const interest = (await this.tiesAmong(record, [projectId])).get(projectId);
      const onPanels = record.onPanels.filter(({ externalId }) => externalId === projectId);
      const own = record.own.filter((one) => one.projectId === projectId && stands(one));
      const why = closedBy(interest, [...onPanels, ...own]);
      if (why) found.set(id, { why, dismissible: isDismissible(interest, own, onPanels) });
    }
    return found;
  }

  /** Null where nothing can close a project to them: no person acts. */
  private async recordOf({ kind, id }: Someone): Promise<StaffRecord | null> {
    const involved = kind === 'person' ? (await this.persons.of([id])).get(id) : undefined;
    return involved ? this.decidedOf(involved) : null;
  }

  private async decidedOf(involved: Involved): Promise<StaffRecord> {
    const { personId } = involved;
    const own = await this.recusals.of(personId);
    const dismissed = new Map(own.map(({ projectId, dismissedAt }) => [projectId, dismissedAt]));
    const onPanels = (await this.review.recusalsOf(personId)).filter((recusal) => {
      const at = dismissed.get(recusal.externalId);
      return !at || !isFound(recusal) || recusal.at > at;
    });
    return { involved, onPanels, own };
  }

  private async closed(record: StaffRecord, projectIds: readonly string[]): Promise<Map<string, ClosedBy>> {
    if (projectIds.length === 0) return new Map();
    const interests = await this.tiesAmong(record, projectIds);
    const recusals = Map.groupBy(
      [...record.onPanels, ...record.own.filter(stands).map(fromProject)],
      ({ externalId }) => externalId,
    );
    return new Map(
      projectIds.flatMap((id) => {
        const why = closedBy(interests.get(id), recusals.get(id) ?? []);
        return why ? [[id, why]] : [];
      }),
    );
  }

  private async tiesAmong(record: StaffRecord, projectIds: readonly string[]): Promise<Map<string, Interest>> {
    return this.tiesOf(record, await this.facts.of(await this.near(record.involved, projectIds)));
  }

  private async tiesOf(
    { involved, own }: StaffRecord,
    projects: ReadonlyMap<string, Tying>,
  ): Promise<Map<string, Interest>> {
    const found = new Map<string, Interest>();
    for (const [id, project] of projects) {
      const interest = interestIn(project, involved);
      if (interest) found.set(id, interest);
    }
    const byName = [...found].filter(([, interest]) => interest === 'organisation').map(([id]) => id);
    // Names alike that staff found to be two organisations, when they dismissed a recusal of this person, are so for all work.
    for (const id of await this.review.dismissedFrom(involved.personId, byName)) found.delete(id);
    for (const one of own)
      if (!stands(one) && (byName.includes(one.projectId) || dismissesNaming(one, found.get(one.projectId))))
        found.delete(one.projectId);
    return found;
  }

  /** Those of `projectIds` that anything on record may tie them to: of thousands only these few are looked at. */
  private async near(involved: Involved, projectIds: readonly string[]): Promise<readonly string[]> {
    if (projectIds.length <= BATCH) return projectIds;
    const own = await this.database.query<{ id: string }>(...ownOf(involved));
    const found = new Set(own.map(({ id }) => id));
    const { keys, codes } = marksOf(involved);
    const named = `(organisationKey IN ${listOf(keys)} OR organisationCode IN ${listOf(codes)})`;
    for (let start = 0; keys.length + codes.length > 0 && start < projectIds.length; start += BATCH) {
      await nextTurn();
      const ids = projectIds.slice(start, start + BATCH);
      for (const { id } of await this.database.query<{ id: string }>(
        ['id FROM projects WHERE id', 'projectId FROM project_parties WHERE projectId']
          .map((of) => `SELECT ${of} IN ${listOf(ids)} AND ${named}`)
          .join(' UNION '),
        [...ids, ...keys, ...codes, ...ids, ...keys, ...codes],
      ))
        found.add(id);
    }
    return projectIds.filter((id) => found.has(id));
  }
}

const fromProject = ({ projectId, kind, reason }: ProjectRecusal): Taken => ({ externalId: projectId, kind, reason });

/** Names alike that were dismissed say nothing of an entrant who names the person later. */
const dismissesNaming = ({ kind, reason }: ProjectRecusal, interest: Interest | undefined): boolean =>
  interest === 'named' && kind === 'automatic' && reason === 'belongs';

const stands = ({ dismissedAt }: ProjectRecusal): boolean => dismissedAt === null;
