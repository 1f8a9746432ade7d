import { type Actor, failure, type LocalText } from '@haishi/contracts';
import { assertAllowed } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { AdvancementQueries } from '../advancement/advancement.queries.js';
import { standing } from '../advancement/advancement.rules.js';
import { Awards } from '../certificate/awards.js';
import { type Edition, editionScopes, type EditionStage } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { namedStage } from '../edition/named.js';
import { Involvement } from '../involvement/involvement.js';
import { registrationDays } from './days.rules.js';
import { JudgesReader } from './judges.reader.js';
import { ReviewersReader } from './reviewers.reader.js';
import type { FunnelView, JudgedStageView, SubmissionDayView, StatisticsView } from './statistics.dto.js';
import { type PlaceCount, StatisticsQueries } from './statistics.queries.js';
import {
  type Counted,
  ENTRY_CHANNEL_WORDS,
  ENTRY_CHANNELS,
  funnel,
  type Narrowing,
  type Step,
  stepsOf,
  talliesOf,
  type Tally,
} from './statistics.rules.js';

/** What an edition comes to in numbers, for who organises all of it. */
@Injectable()
export class StatisticsReader {
  constructor(
    private readonly editions: EditionQueries,
    private readonly queries: StatisticsQueries,
    private readonly advancement: AdvancementQueries,
    private readonly awards: Awards,
    private readonly judges: JudgesReader,
    private readonly reviewers: ReviewersReader,
    private readonly involvement: Involvement,
  ) {}

  /** Fails with `common.not_found`, of field `group` where the edition has no such group. */
  async view(actor: Actor, name: string, narrowing: Narrowing): Promise<StatisticsView> {
    const edition = await this.editions.getByName(name);
    assertAllowed(actor, 'edition.manage', editionScopes(edition.id));
    const { groups } = edition.definition;
    const { group } = narrowing;
    if (group !== undefined && !groups.some(({ code }) => code === group))
      throw failure('common.not_found', { field: 'group' });
    const stages = (await this.editions.stages(edition.id)).filter(
      ({ kind }) => kind === 'review' || kind === 'roadshow',
    );
    const but = await this.queries.among(edition.id, await this.involvement.closedIn(actor, edition.id));
    const [counted, days, judging] = await Promise.all([
      this.funnel(edition, stages, { ...narrowing, but }),
      this.days(edition, { ...narrowing, but }),
      this.judging(edition, stages, but),
    ]);
    return {
      edition: { code: edition.code, name: { zh: edition.nameZh, en: edition.nameEn } },
      timeZone: edition.timeZone,
      recused: but.length,
      groups: groups.map(({ code, name: called }) => ({ code, name: called })),
      channels: ENTRY_CHANNELS.map((code) => ({ code, name: ENTRY_CHANNEL_WORDS[code] })),
      funnel: counted,
      days,
      judging,
    };
  }

  private async judging(
    edition: Edition,
    stages: readonly EditionStage[],
    but: readonly string[],
  ): Promise<JudgedStageView[]> {
    const shown = await this.judges.ofStages(
      edition,
      stages.filter(({ kind }) => kind === 'roadshow'),
      but,
    );
    return Promise.all(
      stages.map(
        (stage) => shown.find(({ code }) => code === stage.code) ?? this.reviewers.ofStage(edition, stage, but),
      ),
    );
  }

  private async days({ id, timeZone }: Edition, narrowing: Counted): Promise<SubmissionDayView[]> {
    const days = registrationDays(await this.editions.submissionStage(id), new Date(), timeZone);
    const counts = await this.queries.perDay(id, narrowing, days);
    return days.map(({ day }, index) => ({ day, count: counts[index]! }));
  }

  private async funnel(edition: Edition, stages: EditionStage[], narrowing: Counted): Promise<FunnelView> {
    const { regions, divisions } = edition.definition;
    const steps = stepsOf(stages.map(({ code }) => code));
    const tallies = [
      ...(await this.queries.byState(edition.id, narrowing)).flatMap(talliesOf),
      ...(await this.queries.onStages(edition.id, narrowing)).map((one): Tally => ({ ...one, kind: 'onStage' })),
      ...(await this.advanced(edition, stages, narrowing)),
      ...at({ kind: 'awarded', stage: null }, await this.awarded(edition, narrowing)),
    ];
    const codes = { regions: regions.map(({ code }) => code), divisions: divisions.map(({ code }) => code) };
    const counted = funnel(steps, tallies, codes);
    return {
      steps: steps.map(({ kind, stage }) => ({
        kind,
        stage: stage === null ? null : namedStage(stages.find(({ code }) => code === stage)!),
      })),
      cells: counted.cells,
      regions: counted.regions.map((one) => ({ ...one, name: called(regions, one.code) })),
      divisions: counted.divisions.map((one) => ({ ...one, name: called(divisions, one.code) })),
      total: counted.total,
    };
  }

  /** By the latest decision of each stage, where it is published: what is not is the organisers' draft. */
  private async advanced(edition: Edition, stages: EditionStage[], narrowing: Counted): Promise<Tally[]> {
    const tallies: Tally[] = [];
    for (const { code } of stages) {
      const decision = await this.advancement.latest(edition.id, code);
      if (!decision?.publishedAt) continue;
      const entryIds = standing(decision.answer, await this.advancement.replacements(decision.id))
        .filter(({ status }) => status === 'advances' || status === 'wildcard')
        .map(({ entryId }) => entryId);
      const counts = await this.queries.ofEntries(narrowing, entryIds);
      tallies.push(...at({ kind: 'advanced', stage: code }, counts));
    }
    return tallies;
  }

  /** A project counts once. */
  private async awarded(edition: Edition, narrowing: Counted): Promise<PlaceCount[]> {
    const projectIds = new Set((await this.awards.ofEdition(edition.id)).map(({ projectId }) => projectId));
    return this.queries.ofProjects(narrowing, [...projectIds]);
  }
}

const at = (step: Step, counts: readonly PlaceCount[]): Tally[] => counts.map((one) => ({ ...one, ...step }));

const called = (all: readonly { code: string; name: LocalText }[], code: string): LocalText =>
  all.find((one) => one.code === code)?.name ?? (code ? { zh: code, en: code } : NOT_CHOSEN);

const NOT_CHOSEN: LocalText = { zh: '未填写', en: 'Not chosen' };
