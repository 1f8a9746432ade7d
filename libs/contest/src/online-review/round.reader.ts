import { type Actor, failure, type LocalText } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { AssignedQueries, type AssignmentRun, grouped, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { judgeKindName } from '../edition/edition.defaults.js';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { nameOf } from '../edition/named.js';
import { chainOf, followsStage } from '../edition/ties.rules.js';
import { termsKept } from '../expert/terms.rules.js';
import { RoundAccess } from './round.access.js';
import type { RoundJudgeView, RoundView, RunView } from './round.dto.js';
import type { ReviewRound } from './round.entity.js';
import { judgesOf, RoundIntake } from './round.intake.js';
import { RoundQueries } from './round.queries.js';
import { isLate } from './round.rules.js';
import { failingWords, relaxationWords, type RunNames } from './run.words.js';
import { roomOf, usualLoad } from './task.rules.js';

/** An online review as its organisers find it. */
@Injectable()
export class RoundReader {
  constructor(
    private readonly access: RoundAccess,
    private readonly rounds: RoundQueries,
    private readonly editions: EditionQueries,
    private readonly assigned: AssignedQueries,
    private readonly review: ReviewQueries,
    private readonly intake: RoundIntake,
    private readonly persons: Persons,
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
    const stage = (await this.editions.stages(edition.id)).find(({ code }) => code === round.stageCode)!;
    const { entries, short } = await this.intake.coverage(round);
    const gone = await this.rounds.withdrawn(roundId);
    const experts = await this.assigned.experts(edition.id);
    const seats = await this.review.seats(roundId);
    const usual = usualLoad(entries, seats.length, round.plan.judgesPerEntry);
    const due = await this.rounds.due(round);
    const late = tally((await this.review.sheetMoments(roundId)).filter(({ submittedAt }) => isLate(due, submittedAt)));
    const { rubric, aggregation } = (await this.review.panel(roundId))!;
    const judges = await this.judges(round, edition, (round.plan.load ?? usual).max, late);
    return {
      id: roundId,
      stage: { code: stage.code, name: { zh: stage.nameZh, en: stage.nameEn } },
      state: round.state,
      blind: stage.settings.blind ?? false,
      opensAt: stage.opensAt?.toISOString() ?? null,
      closesAt: stage.closesAt?.toISOString() ?? null,
      late: [...late.values()].reduce((sum, count) => sum + count, 0),
      plan: round.plan,
      usualLoad: usual,
      ties: chainOf(aggregation),
      ownTies: !followsStage(aggregation, stage.settings, rubric),
      criteria: rubric.criteria.map(({ code, name }) => ({ code, name })),
      counts: {
        entries,
        withdrawn: gone.size,
        waiting: await this.intake.waiting(round),
        judges: judges.length,
        notReady: experts.length - judges.filter(({ active }) => active).length,
        short: short.length,
        again: await this.again(round),
      },
      progress: await this.rounds.progress(roundId),
      judges,
      run: await this.latestRun(round, edition, judges),
    };
  }

  /** How many entries are looked at again and still wait for a sheet of it. */
  private async again(round: ReviewRound): Promise<number> {
    const { id } = round;
    const looked = (await this.rounds.entries(id)).filter(({ extra }) => extra !== null);
    if (looked.length === 0) return 0;
    const gone = await this.rounds.withdrawn(id);
    const sheets = grouped(await this.review.scored(id), ({ entryId }) => entryId);
    const waits = looked.filter((entry) => (sheets.get(entry.id)?.length ?? 0) < judgesOf(round, entry));
    return waits.filter((entry) => !gone.has(entry.id)).length;
  }

  /** `most` entries are the plan's bound for each; `late` are late sheets by person. */
  private async judges(
    round: ReviewRound,
    { definition }: Edition,
    most: number,
    late: ReadonlyMap<string, number>,
  ): Promise<RoundJudgeView[]> {
    const kept = termsKept(definition);
    const experts = await this.intake.ready(round);
    const seats = await this.review.seats(round.id);
    const persons = await this.persons.byIds(seats.map(({ personId }) => personId));
    const held = await this.assigned.pairs(round.id);
    const pairs = tally(held);
    const declared = tally(held.filter((one) => one.declared));
    const scored = tally(await this.review.scored(round.id));
    const recused = tally(await this.review.recusals(round.id));
    return seats.map(({ personId, kind, organisationName }) => {
      const expert = experts.get(personId);
      const capacity = expert?.capacity ?? null;
      const assigned = pairs.get(personId) ?? 0;
      return {
        personId,
        name: expert?.name ?? persons.get(personId)?.name ?? '',
        kind,
        organisationName,
        region: expert?.region ?? null,
        fields: expert?.fields ?? [],
        capacity,
        accepted: kept(expert),
        active: expert !== undefined,
        assigned,
        room: expert ? roomOf({ capacity, assigned }, most) : 0,
        declared: declared.get(personId) ?? 0,
        scored: scored.get(personId) ?? 0,
        late: late.get(personId) ?? 0,
        recused: recused.get(personId) ?? 0,
      };
    });
  }

  private async latestRun(
    round: ReviewRound,
    edition: Edition,
    judges: readonly RoundJudgeView[],
  ): Promise<RunView | null> {
    const [latest] = await this.assigned.runs(round.id);
    const run = latest && (await this.assigned.run(round.id, latest.id));
    return run ? this.runView(run, await this.names(round, edition, judges)) : null;
  }

  private runView(run: AssignmentRun, names: RunNames): RunView {
    const { id, number, state, seed, seconds, startedAt, endedAt, appliedAt, answer } = run;
    const found = answer?.kind === 'assigned' ? answer : null;
    const none = answer?.kind === 'impossible' || answer?.kind === 'undecided' ? answer : null;
    return {
      id,
      number,
      state,
      seed,
      seconds,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      appliedAt: appliedAt?.toISOString() ?? null,
      answer: answer === null || answer.kind === 'faulty' ? null : answer.kind,
      cost: found?.cost.total ?? null,
      bound: found?.bound ?? null,
      gap: found && Math.round(found.gap * 10_000),
      change: found && changeOf(run.task.existing, found.pairs),
      failing: (none?.failing ?? []).map((one) => failingWords(one, names)),
      relaxations: (none?.relaxations ?? []).map((one) => relaxationWords(one, names)),
      leftTies: (run.leftTies ?? []).map(names.entry),
    };
  }

  private async names(
    round: ReviewRound,
    { definition }: Edition,
    judges: readonly RoundJudgeView[],
  ): Promise<RunNames> {
    const numbers = new Map((await this.rounds.entries(round.id)).map(({ id, number }) => [id, number]));
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

function changeOf(
  before: readonly { entry: string; judge: string }[],
  after: readonly { entry: string; judge: string }[],
): { added: number; removed: number } {
  const keys = (list: typeof before) => new Set(list.map(({ entry, judge }) => `${entry} ${judge}`));
  const [held, wanted] = [keys(before), keys(after)];
  const kept = [...wanted].filter((key) => held.has(key)).length;
  return { added: wanted.size - kept, removed: held.size - kept };
}
