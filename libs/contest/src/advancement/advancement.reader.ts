import { type Actor, failure } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { formatFixed } from '@haishi/kernel';
import { assertAllowed } from '@haishi/platform';
import { type Advancement, type AdvancementAnswer, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { type Edition, editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { nameOf } from '../edition/named.js';
import type {
  AdvancementEntryView,
  AdvancementView,
  OutcomeView,
  PlanInput,
  PreviewView,
  VerificationView,
} from './advancement.dto.js';
import type { StageAdvancement } from './advancement.entity.js';
import { checkPlan, readPlan } from './advancement.plan.js';
import { AdvancementQueries } from './advancement.queries.js';
import type { JudgedStage } from './judged-stages.js';
import {
  type Candidate,
  defaultPlan,
  type Outcome,
  standing as standingAfter,
  type StagePlan,
  workOut,
} from './advancement.rules.js';
import { explanationOf, LEFT_WORDS, problemWords } from './advancement.words.js';

/** Who advances, for those who organise the whole edition. */
@Injectable()
export class AdvancementReader {
  constructor(
    private readonly editions: EditionQueries,
    private readonly queries: AdvancementQueries,
    private readonly persons: Persons,
    private readonly review: ReviewQueries,
  ) {}

  /** The edition, to whom organises all of it. */
  async edition(actor: Actor, name: string): Promise<Edition> {
    const edition = await this.editions.getByName(name);
    assertAllowed(actor, 'roadshow.manage', editionScopes(edition.id));
    return edition;
  }

  /** Which sessions are confirmed, and the decision with all it was made of. */
  async view(actor: Actor, name: string, stageCode: string): Promise<AdvancementView> {
    const edition = await this.edition(actor, name);
    const place = await this.queries.stage(edition, stageCode);
    const { stage, parts } = place;
    const [latest, ...earlier] = await this.queries.decisions(edition.id, stageCode);
    return {
      stage: {
        code: stage.code,
        name: { zh: stage.nameZh, en: stage.nameEn },
        kind: stage.kind === 'review' ? 'review' : 'roadshow',
      },
      sessions: parts.map(({ id, name: called, state }) => ({
        id,
        name: called,
        state,
        confirmed: state === 'confirmed',
      })),
      regions: edition.definition.regions.map(({ code, name: called }) => ({ code, name: called })),
      divisions: edition.definition.divisions.map(({ code, name: called }) => ({ code, name: called })),
      carries: (await this.queries.earlierStages(place)).map(({ code, nameZh, nameEn }) => ({
        code,
        name: { zh: nameZh, en: nameEn },
      })),
      revision: latest?.revision ?? 0,
      plan: latest?.plan ?? defaultPlan(stage.settings.advance),
      usual: defaultPlan(stage.settings.advance),
      decision: latest ? await this.decision(place, latest) : null,
      earlier: await Promise.all(
        earlier.map(async ({ number, digest, decidedAt, decidedBy, reason }) => ({
          number,
          digest,
          decidedAt: decidedAt.toISOString(),
          decidedBy: await this.nameOf(decidedBy),
          reason,
        })),
      ),
    };
  }

  /** What a plan would come to; nothing is stored. Fails as {@link outcome} does. */
  async preview(actor: Actor, name: string, stageCode: string, input: PlanInput): Promise<PreviewView> {
    const place = await this.queries.stage(await this.edition(actor, name), stageCode);
    const { outcome } = await this.outcome(place, input);
    if ('problems' in outcome)
      return { outcome: null, problems: outcome.problems.map((one) => problemWords(one, place.edition.definition)) };
    return { outcome: await this.outcomeView(place, outcome, outcome.answer.entries), problems: [] };
  }

  /**
   * Works a plan out on the confirmed results. Fails with `common.invalid` that names every faulty field, and with
   * `advancement.no_sessions`, `advancement.sessions_open`, `advancement.not_comparable`.
   */
  async outcome(place: JudgedStage, input: PlanInput): Promise<{ plan: StagePlan; outcome: Outcome }> {
    const plan = readPlan(input);
    const faults = checkPlan(
      plan,
      await this.queries.earlierStages(place),
      place.edition.definition,
      place.entries.map(({ id }) => id),
    );
    if (faults.length > 0) throw failure('common.invalid', { fields: faults });
    return { plan, outcome: workOut(await this.queries.facts(place, plan), plan) };
  }

  /** Works the latest decision out again from the score sheets. Fails with `advancement.not_decided`. */
  async verify(actor: Actor, name: string, stageCode: string): Promise<VerificationView> {
    const edition = await this.edition(actor, name);
    const latest = await this.queries.latest(edition.id, stageCode);
    if (!latest) throw failure('advancement.not_decided');
    const facts = await this.queries.facts(await this.queries.stage(edition, stageCode), latest.plan, true);
    const met = new Map(latest.candidates.map((one) => [one.entryId, one]));
    // Who withdrew or moved since the decision did so after it; the scores are what is worked out again.
    const entries = facts.entries.map((one) => {
      const then = met.get(one.entryId);
      if (!then) return one;
      const { region, division, ineligible } = then;
      return { ...one, region, division, withdrawn: ineligible?.because === 'withdrawn' };
    });
    const again = workOut({ ...facts, entries }, latest.plan);
    return { same: 'digest' in again && again.digest === latest.digest, digest: latest.digest };
  }

  private async decision(place: JudgedStage, latest: StageAdvancement): Promise<AdvancementView['decision']> {
    const replacements = await this.queries.replacements(latest.id);
    const { entries } = standingAfter(
      latest.answer,
      replacements.map(({ withdrawnId }) => withdrawnId),
    );
    const numbers = new Map(place.entries.map(({ id, number }) => [id, number]));
    const numberOf = (entryId: string | null) => (entryId === null ? null : (numbers.get(entryId) ?? null));
    return {
      ...(await this.outcomeView(place, latest, entries)),
      number: latest.number,
      reason: latest.reason,
      decidedAt: latest.decidedAt.toISOString(),
      decidedBy: await this.nameOf(latest.decidedBy),
      publishedAt: latest.publishedAt?.toISOString() ?? null,
      replacements: await Promise.all(
        replacements.map(async ({ withdrawnId, movedUpId, reason, at, madeBy }) => ({
          left: numberOf(withdrawnId)!,
          movedUp: numberOf(movedUpId),
          reason,
          at: at.toISOString(),
          by: await this.nameOf(madeBy),
        })),
      ),
    };
  }

  private async outcomeView(
    place: JudgedStage,
    { candidates, answer, digest }: { candidates: readonly Candidate[]; answer: AdvancementAnswer; digest: string },
    now: readonly Advancement[],
  ): Promise<OutcomeView> {
    const { definition } = place.edition;
    const { decimals } = (await this.review.panel(place.parts[0]!.id))!.aggregation;
    const ranked = candidates.filter((one) => one.place !== null).length;
    const met = new Map(candidates.map((one) => [one.entryId, one]));
    const listed = new Map(place.entries.map((one) => [one.id, one]));
    const standing = new Map(now.map((one) => [one.entryId, one]));
    const entries = answer.entries.map(({ entryId }): AdvancementEntryView => {
      const candidate = met.get(entryId)!;
      const { number, title, team } = listed.get(entryId)!;
      const current = standing.get(entryId);
      return {
        entryId,
        number,
        title,
        team,
        region: nameOf(definition.regions, candidate.region),
        division: nameOf(definition.divisions, candidate.division),
        score: candidate.score === null ? null : formatFixed(candidate.score, decimals),
        place: candidate.place,
        eligible: candidate.ineligible === null,
        status: current?.status ?? 'left',
        waiting: current?.waiting ?? null,
        explanation: current ? explanationOf(current, candidate, ranked, definition) : LEFT_WORDS,
      };
    });
    const { quotas, unfilled } = answer;
    const cutOf = (row: string, column: string) =>
      answer.entries.find(
        ({ explanation }) => explanation.cell?.row === row && explanation.cell.column === column && explanation.cut,
      )?.explanation.cut?.line ?? null;
    const cells = (quotas?.rows ?? []).flatMap((row, at) =>
      quotas!.columns.map((column, across) => ({
        region: row ? nameOf(definition.regions, row) : null,
        division: column ? nameOf(definition.divisions, column) : null,
        eligible: quotas!.eligible[at]![across]!,
        quota: quotas!.quotas[at]![across]!,
        line: cutOf(row, column),
      })),
    );
    return { digest, entries, quotas: cells, unfilled };
  }

  private async nameOf(personId: string): Promise<string> {
    return (await this.persons.byId(personId))?.name ?? personId;
  }
}
