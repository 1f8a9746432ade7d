import { type Actor, failure, type LocalText } from '@haishi/contracts';
import { contentVersion } from '@haishi/platform';
import { grouped, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { judgeKindName } from '../edition/edition.defaults.js';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { namedStage, nameOf } from '../edition/named.js';
import { chainOf, followsStage, judgedBefore } from '../edition/ties.rules.js';
import { RoundAccess } from './round.access.js';
import type { RoundJudgeView, RoundView, RunView } from './round.dto.js';
import type { ReviewRound } from './round.entity.js';
import { RoundIntake } from './round.intake.js';
import { RoundJudges } from './round.judges.js';
import { RoundQueries } from './round.queries.js';
import { isLate } from './round.rules.js';
import { entriesNamedIn, RunOutcomes } from './run.outcomes.js';
import { runView } from './run.view.js';
import type { RunNames } from './run.words.js';
import { judgesOf, usualLoad } from './task.rules.js';

/** As many entries are named by one statement. */
const FEW = 500;

/** An online review as its organisers find it. */
@Injectable()
export class RoundReader {
  constructor(
    private readonly access: RoundAccess,
    private readonly rounds: RoundQueries,
    private readonly editions: EditionQueries,
    private readonly review: ReviewQueries,
    private readonly intake: RoundIntake,
    private readonly outcomes: RunOutcomes,
    private readonly judges: RoundJudges,
  ) {}

  /** Of a stage; `common.not_found` where it is not set up. */
  async ofStage(actor: Actor, editionName: string, stageCode: string): Promise<RoundView> {
    const edition = await this.editions.getByName(editionName);
    const round = await this.rounds.ofStage(edition.id, stageCode);
    if (!round) throw failure('common.not_found');
    return this.view(actor, round.id);
  }

  async view(actor: Actor, roundId: string): Promise<RoundView> {
    const round = await this.access.managed(actor, roundId);
    const edition = await this.editions.get(round.editionId);
    const stages = await this.editions.stages(edition.id);
    const stage = stages.find(({ code }) => code === round.stageCode)!;
    const { entries, short } = await this.intake.coverage(round, 'committed');
    const closed = await this.intake.closedTo(actor, round);
    const gone = await this.rounds.withdrawn(roundId);
    const seats = await this.review.seats(roundId);
    const usual = usualLoad(entries, seats.length, round.plan.judgesPerEntry);
    const due = await this.rounds.due(round);
    const after = due.closesAt === null ? [] : await this.review.sheetMoments(roundId, due.closesAt);
    const late = tally(
      after.filter(({ entryId, submittedAt }) => isLate(due, submittedAt) && !closed.includes(entryId)),
    );
    const { rubric, aggregation } = (await this.review.panel(roundId))!;
    const { judges, notReady } = await this.judges.of(round, edition, {
      most: (round.plan.load ?? usual).max,
      late,
      but: closed,
    });
    return {
      id: roundId,
      stage: namedStage(stage),
      state: round.state,
      blind: stage.settings.blind ?? false,
      opensAt: stage.opensAt?.toISOString() ?? null,
      closesAt: stage.closesAt?.toISOString() ?? null,
      timeZone: edition.timeZone,
      late: [...late.values()].reduce((sum, count) => sum + count, 0),
      plan: round.plan,
      versions: { plan: contentVersion(round.plan), ties: contentVersion(chainOf(aggregation)) },
      usualLoad: usual,
      ties: chainOf(aggregation),
      earlierStages: judgedBefore(stages, stage.code).map(namedStage),
      ownTies: !followsStage(aggregation, stage.settings, rubric),
      criteria: rubric.criteria.map(({ code, name }) => ({ code, name })),
      counts: {
        entries,
        withdrawn: gone.size,
        waiting: await this.intake.waiting(round),
        judges: judges.length,
        notReady,
        short: short.filter(({ entryId }) => !closed.includes(entryId)).length,
        again: await this.again(round, closed),
      },
      progress: await this.rounds.progress(roundId),
      lost: await this.lost(round, judges, new Set([...closed, ...gone])),
      judges,
      run: await this.latestRun(round, edition, judges),
    };
  }

  /** How many entries, but these, are looked at again and still wait for a sheet of it. */
  private async again(round: ReviewRound, but: readonly string[]): Promise<number> {
    const { id } = round;
    const looked = (await this.rounds.lookedAtAgain(id)).filter((entry) => !but.includes(entry.id));
    if (looked.length === 0) return 0;
    const ids = looked.map((entry) => entry.id);
    const gone = await this.rounds.withdrawn(id, ids);
    const sheets = grouped(await this.review.scoredAmong(ids), ({ entryId }) => entryId);
    const waits = looked.filter((entry) => (sheets.get(entry.id)?.length ?? 0) < judgesOf(round, entry));
    return waits.filter((entry) => !gone.has(entry.id)).length;
  }

  private async lost(
    { id }: ReviewRound,
    judges: readonly RoundJudgeView[],
    but: ReadonlySet<string>,
  ): Promise<RoundView['lost']> {
    const found = (await this.review.lostToTies(id)).filter(({ entryId }) => !but.has(entryId));
    if (found.length === 0) return [];
    const entries = await this.rounds.entriesByIds(id, [...new Set(found.map(({ entryId }) => entryId))]);
    const numbers = new Map(entries.map((entry) => [entry.id, entry.number]));
    const names = new Map(judges.map(({ personId, name }) => [personId, name]));
    return found.map((one) => ({
      ...one,
      number: numbers.get(one.entryId) ?? '',
      name: names.get(one.personId) ?? '',
    }));
  }

  private async latestRun(
    round: ReviewRound,
    edition: Edition,
    judges: readonly RoundJudgeView[],
  ): Promise<RunView | null> {
    const latest = await this.outcomes.latest(round.id);
    if (!latest) return null;
    const outcome = await this.outcomes.of(latest);
    return runView(latest, outcome, await this.names(round, edition, judges, entriesNamedIn(latest, outcome)));
  }

  private async names(
    round: ReviewRound,
    { definition }: Edition,
    judges: readonly RoundJudgeView[],
    entryIds: readonly string[],
  ): Promise<RunNames> {
    const few = entryIds.length <= FEW;
    const entries = few ? await this.rounds.entriesByIds(round.id, entryIds) : await this.rounds.entries(round.id);
    const numbers = new Map(entries.map(({ id, number }) => [id, number]));
    const names = new Map(judges.map(({ personId, name }) => [personId, name]));
    return {
      entry: (id) => numbers.get(id) ?? id,
      judge: (id) => names.get(id) ?? id,
      group: (code): LocalText => nameOf(definition.divisions, code),
      kind: (code) => judgeKindName(definition, code),
    };
  }
}

function tally(rows: readonly { personId: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { personId } of rows) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  return counts;
}
