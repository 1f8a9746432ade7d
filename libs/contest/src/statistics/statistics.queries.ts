import { Database, LongReads } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { CollectedProject } from '../collected/collected.entity.js';
import { Project, ProjectSubmission } from '../project/project.entity.js';
import type { ProjectState } from '../project/project.rules.js';
import { ReviewEntry } from '../online-review/round.entity.js';
import { RoadshowEntry } from '../roadshow/session.entity.js';
import type { RegistrationDay } from './days.rules.js';
import type { JudgedSheet } from './judges.rules.js';
import type { Counted, StateCount } from './statistics.rules.js';

/** Projects of one region and division; codes are empty where a draft has not chosen yet. */
export interface PlaceCount {
  region: string;
  division: string;
  count: number;
}

interface Row {
  region: string | null;
  division: string | null;
  count: string | number;
}

const AT_ONCE = 500;

/** Where projects stand that are judged. */
const ENTRIES = [RoadshowEntry, ReviewEntry];

const REVIEW_SHEETS = `SELECT s.entryId, s.personId, s.total FROM score_sheets s
JOIN panel_entries e ON e.id = s.entryId
LEFT JOIN recusals r ON r.entryId = s.entryId AND r.personId = s.personId
WHERE s.panelId = ? AND s.state <> 'struck' AND e.state <> 'withdrawn' AND r.id IS NULL`;

/**
 * Named counts of an edition's projects, made by the database beside its live work, of those alone that are asked for.
 */
@Injectable()
export class StatisticsQueries {
  constructor(
    private readonly database: Database,
    private readonly reads: LongReads,
  ) {}

  /** Which of these projects are of the edition. */
  async among(editionId: string, projectIds: readonly string[]): Promise<string[]> {
    if (projectIds.length === 0) return [];
    const found = await this.database.manager.find(Project, {
      select: { id: true, editionId: true },
      where: { id: In([...projectIds]) },
    });
    return found.flatMap((project) => (project.editionId === editionId ? [project.id] : []));
  }

  async byState(editionId: string, narrowing: Counted): Promise<StateCount[]> {
    const rows = await this.rows<Row & { state: ProjectState; handedIn: string | number }>(
      this.byPlace(editionId, narrowing)
        .addSelect('project.state', 'state')
        .addSelect('COUNT(project.submittedAt)', 'handedIn')
        .addGroupBy('project.state'),
    );
    return rows.map((row) => ({ ...toCount(row), state: row.state, handedIn: Number(row.handedIn) }));
  }

  /** Projects that stand in a session or in the online review of a stage, by stage. */
  async onStages(editionId: string, narrowing: Counted): Promise<(PlaceCount & { stage: string })[]> {
    const counts: (PlaceCount & { stage: string })[] = [];
    for (const entries of ENTRIES) {
      const rows = await this.rows<Row & { stage: string }>(
        this.byPlace(editionId, narrowing)
          .innerJoin(entries, 'entry', 'entry.editionId = project.editionId AND entry.projectId = project.id')
          .addSelect('entry.stageCode', 'stage')
          .addGroupBy('entry.stageCode'),
      );
      counts.push(...rows.map((row) => ({ ...toCount(row), stage: row.stage })));
    }
    return counts;
  }

  /** Of these entries of stages that judge, which are an edition's. */
  async ofEntries(narrowing: Counted, entryIds: readonly string[]): Promise<PlaceCount[]> {
    const counts: PlaceCount[] = [];
    for (const entries of ENTRIES)
      counts.push(
        ...(await this.inParts(entryIds, (ids) =>
          this.places(narrowing)
            .innerJoin(entries, 'entry', 'entry.projectId = project.id')
            .andWhere('entry.id IN (:...ids)', { ids }),
        )),
      );
    return counts;
  }

  /** The sheets of a confirmed online review that count. */
  async reviewSheets(roundId: string): Promise<JudgedSheet[]> {
    const rows = await this.reads.rows<Omit<JudgedSheet, 'total'> & { total: number | string }>(REVIEW_SHEETS, [
      roundId,
    ]);
    return rows.map(({ total, ...sheet }) => ({ ...sheet, total: Number(total) }));
  }

  /** Of these projects, which are an edition's. */
  ofProjects(narrowing: Counted, projectIds: readonly string[]): Promise<PlaceCount[]> {
    return this.inParts(projectIds, (ids) => this.places(narrowing).andWhere('project.id IN (:...ids)', { ids }));
  }

  /** How many projects were handed in for the first time on each of these days, which follow one another. */
  async perDay(editionId: string, narrowing: Counted, days: readonly RegistrationDay[]): Promise<number[]> {
    const counts = days.map(() => 0);
    if (days.length === 0) return counts;
    const select = this.database.manager
      .createQueryBuilder(ProjectSubmission, 'submission')
      .innerJoin(Project, 'project', 'project.id = submission.projectId')
      .select(slotOf(0, days.length - 1), 'slot')
      .addSelect('COUNT(*)', 'count')
      .where('project.editionId = :editionId', { editionId })
      .andWhere('submission.number = 1')
      .andWhere('submission.at >= :from AND submission.at < :until', { from: days[0]!.from, until: days.at(-1)!.until })
      .setParameters(Object.fromEntries(days.slice(0, -1).map(({ until }, index) => [`until${index}`, until])))
      .groupBy('slot');
    narrow(select, narrowing);
    for (const { slot, count } of await this.rows<{ slot: string | number; count: string | number }>(select))
      counts[Number(slot)] = Number(count);
    return counts;
  }

  private byPlace(editionId: string, narrowing: Counted): SelectQueryBuilder<Project> {
    return this.places(narrowing).andWhere('project.editionId = :editionId', { editionId });
  }

  /** Of whatever is asked for: where ids are, the edition is not named, by which SQLite would go through all of it for every part. */
  private places(narrowing: Counted): SelectQueryBuilder<Project> {
    const select = this.database.manager
      .createQueryBuilder(Project, 'project')
      .select('project.region', 'region')
      .addSelect('project.division', 'division')
      .addSelect('COUNT(*)', 'count')
      .groupBy('project.region')
      .addGroupBy('project.division');
    return narrow(select, narrowing);
  }

  private rows<Found>(select: SelectQueryBuilder<Project> | SelectQueryBuilder<ProjectSubmission>): Promise<Found[]> {
    return this.reads.rows<Found>(...select.getQueryAndParameters());
  }

  /** An engine takes only so many values in one statement. */
  private async inParts(
    ids: readonly string[],
    select: (some: readonly string[]) => SelectQueryBuilder<Project>,
  ): Promise<PlaceCount[]> {
    const counts: PlaceCount[] = [];
    for (let start = 0; start < ids.length; start += AT_ONCE)
      counts.push(...(await this.rows<Row>(select(ids.slice(start, start + AT_ONCE)))).map(toCount));
    return counts;
  }
}

/** A collected project has the id of the project that was made of it. */
function narrow<Of extends Project | ProjectSubmission>(
  select: SelectQueryBuilder<Of>,
  { group, channel, but }: Counted,
): SelectQueryBuilder<Of> {
  if (but.length > 0) select.andWhere('project.id NOT IN (:...but)', { but });
  if (group !== undefined) select.andWhere('project.groupCode = :group', { group });
  if (channel === 'own')
    select.leftJoin(CollectedProject, 'collected', 'collected.id = project.id').andWhere('collected.id IS NULL');
  else if (channel !== undefined)
    select.innerJoin(CollectedProject, 'collected', 'collected.id = project.id AND collected.channel = :channel', {
      channel,
    });
  return select;
}

const toCount = ({ region, division, count }: Row): PlaceCount => ({
  region: region ?? '',
  division: division ?? '',
  count: Number(count),
});

/**
 * The index of the day on which a submission came, from `first` to `last`. Not every engine knows the clocks of every
 * zone, so a day is told by where it ends; halving them asks seven questions of a submission where there are a hundred days.
 */
function slotOf(first: number, last: number): string {
  if (first === last) return String(first);
  const middle = Math.floor((first + last) / 2);
  return `CASE WHEN submission.at < :until${middle} THEN ${slotOf(first, middle)} ELSE ${slotOf(middle + 1, last)} END`;
}
