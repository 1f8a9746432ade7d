import { Persons } from '@haishi/identity';
import { AssignedQueries, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { Edition, EditionStage } from '../edition/edition.entity.js';
import type { ReviewRound } from '../online-review/round.entity.js';
import { RoundQueries } from '../online-review/round.queries.js';
import { isLate } from '../online-review/round.rules.js';
import { usualLoad } from '../online-review/task.rules.js';
import { type JudgeFigures, judgeFigures } from './judges.rules.js';
import type { JudgedStageView, JudgeView } from './statistics.dto.js';
import { StatisticsQueries } from './statistics.queries.js';

/** How the judges of online reviews scored, and what each was given. It checks nobody: who asks has done so. */
@Injectable()
export class ReviewersReader {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly queries: StatisticsQueries,
    private readonly assigned: AssignedQueries,
    private readonly review: ReviewQueries,
    private readonly persons: Persons,
  ) {}

  /**
   * Of a stage of review: its round once that is confirmed, since scores are sealed before.
   *
   * @param but projects that are left out
   */
  async ofStage(
    { id }: Edition,
    { code, nameZh, nameEn }: EditionStage,
    but: readonly string[],
  ): Promise<JudgedStageView> {
    const round = await this.rounds.ofStage(id, code);
    const told = round?.state === 'confirmed';
    const opened = round !== null && round.state !== 'preparing';
    return {
      code,
      name: { zh: nameZh, en: nameEn },
      kind: 'review',
      sessions: told ? 1 : 0,
      sealed: opened && !told ? 1 : 0,
      ...(told
        ? await this.figures(round, await this.rounds.idsOfProjects(round.id, but))
        : { load: null, judges: [] }),
    };
  }

  private async figures(round: ReviewRound, but: readonly string[]): Promise<Pick<JudgedStageView, 'load' | 'judges'>> {
    const sheets = (await this.queries.reviewSheets(round.id)).filter(({ entryId }) => !but.includes(entryId));
    const due = await this.rounds.due(round);
    const after = due.closesAt === null ? [] : await this.review.sheetMoments(round.id, due.closesAt);
    const given = await this.assigned.counts(round.id, but);
    const late = Map.groupBy(
      after.filter(({ entryId, submittedAt }) => isLate(due, submittedAt) && !but.includes(entryId)),
      ({ personId }) => personId,
    );
    const figures = judgeFigures(sheets);
    const silent = [...given.keys()].filter((id) => !figures.some(({ personId }) => personId === id)).sort();
    const persons = await this.persons.byIds([...figures.map(({ personId }) => personId), ...silent]);
    const load = (personId: string) => ({
      name: persons.get(personId)?.name ?? '',
      assigned: given.get(personId)?.given ?? 0,
      late: late.get(personId)?.length ?? 0,
    });
    const entries = (await this.rounds.countEntries(round.id)) - (await this.rounds.withdrawn(round.id)).size;
    return {
      load: round.plan.load ?? usualLoad(entries, given.size, round.plan.judgesPerEntry),
      judges: [
        ...figures.map(({ personId, ...rest }: JudgeFigures): JudgeView => ({ ...load(personId), ...rest })),
        ...silent.map((id): JudgeView => ({
          ...load(id),
          sheets: 0,
          mean: null,
          difference: null,
          interval: null,
          agreement: null,
        })),
      ],
    };
  }
}
