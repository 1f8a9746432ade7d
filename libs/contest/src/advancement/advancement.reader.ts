import { type Actor, failure } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { assertAllowed, inTurns } from '@haishi/platform';
import { type Advancement, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { type Edition, editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { namedStage } from '../edition/named.js';
import type { AdvancementView, OutcomeView, PlanInput, PreviewView, VerificationView } from './advancement.dto.js';
import type { StageAdvancement } from './advancement.entity.js';
import { checkPlan, readPlan } from './advancement.plan.js';
import { AdvancementQueries } from './advancement.queries.js';
import type { JudgedStage } from './judged-stages.js';
import { defaultPlan, type Outcome, standing as standingAfter, type StagePlan, workOut } from './advancement.rules.js';
import { AdvancementTies, type StageTies } from './advancement.ties.js';
import { problemWords, STRUCK_WORDS, struckWords } from './advancement.words.js';
import { type OutcomeReader, type Telling, toldTo, type WorkedOut } from './outcome.view.js';
import { Vacancies } from './vacancies.js';

/** Who advances, for those who organise the whole edition: who have a tie to an entry hear of it once it is published, unless they are to decide. */
@Injectable()
export class AdvancementReader {
  constructor(
    private readonly editions: EditionQueries,
    private readonly queries: AdvancementQueries,
    private readonly persons: Persons,
    private readonly review: ReviewQueries,
    private readonly ties: AdvancementTies,
    private readonly vacancies: Vacancies,
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
    const [head, ...earlier] = await this.queries.decisions(edition.id, stageCode);
    const usual = defaultPlan(stage.settings.advance);
    const latest = head && (await this.queries.whole(head));
    const ties = await this.ties.of(actor, place, await this.queries.counted(place, latest?.plan ?? usual));
    const { closed, numbers, othersDecide } = ties;
    const told = othersDecide && latest?.publishedAt === null ? undefined : latest;
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
      carries: place.before.map(namedStage),
      revision: head?.revision ?? 0,
      tied: numbers.length > 0 ? { numbers, othersDecide } : null,
      plan: openTo(told?.plan ?? usual, closed),
      usual,
      decision: told ? await this.decision(actor, place, told, ties) : null,
      earlier: await Promise.all(
        (told ? earlier : []).map(async ({ number, digest, decidedAt, decidedBy, reason }) => ({
          number,
          digest,
          decidedAt: decidedAt.toISOString(),
          decidedBy: await this.nameOf(decidedBy),
          reason,
        })),
      ),
    };
  }

  /** What a plan would come to; nothing is stored. Fails as {@link AdvancementTies.assertDecides} says, and as {@link outcome} does. */
  async preview(actor: Actor, name: string, stageCode: string, input: PlanInput): Promise<PreviewView> {
    const place = await this.queries.stage(await this.edition(actor, name), stageCode);
    await this.ties.assertDecides(actor, place, await this.queries.counted(place, input));
    const { outcome, closed } = await this.outcome(actor, place, input);
    if ('problems' in outcome)
      return { outcome: null, problems: outcome.problems.map((one) => problemWords(one, place.edition.definition)) };
    const now = outcome.answer.entries;
    const view = await this.told(place, outcome, now, { closed, scoreless: false });
    return { outcome: view, problems: [] };
  }

  /**
   * Works a plan out on the confirmed results. What the latest decision excludes that is closed to the actor stays excluded,
   * and they exclude nothing of the kind. Fails with `common.invalid` that names every faulty field, and with
   * `advancement.tied`, `advancement.no_sessions`, `advancement.sessions_open`, `advancement.not_comparable`.
   */
  async outcome(
    actor: Actor,
    place: JudgedStage,
    input: PlanInput,
  ): Promise<{ plan: StagePlan; outcome: Outcome; closed: StageTies['closed'] }> {
    const plan = readPlan(input);
    const faults = checkPlan(
      plan,
      place.before,
      place.edition.definition,
      place.entries.map(({ id }) => id),
    );
    if (faults.length > 0) throw failure('common.invalid', { fields: faults });
    const closed = await this.ties.closedTo(actor, place);
    const at = plan.excluded.findIndex(({ entryId }) => closed.has(entryId));
    if (at !== -1) {
      const { number } = place.entries.find(({ id }) => id === plan.excluded[at]!.entryId)!;
      throw failure('advancement.tied', { field: `plan.excluded.${at}.entryId`, params: { number } });
    }
    const latest = await this.queries.latest(place.edition.id, place.stage.code);
    plan.excluded.push(...(latest?.plan.excluded ?? []).filter(({ entryId }) => closed.has(entryId)));
    return { plan, outcome: workOut(await this.queries.facts(place, plan), plan), closed };
  }

  /**
   * Works the latest decision out again from the score sheets. Fails with `advancement.not_decided`, and until it is published as
   * {@link AdvancementTies.assertDecides} says.
   */
  async verify(actor: Actor, name: string, stageCode: string): Promise<VerificationView> {
    const edition = await this.edition(actor, name);
    const latest = await this.queries.latest(edition.id, stageCode);
    if (!latest) throw failure('advancement.not_decided');
    const place = await this.queries.stage(edition, stageCode);
    if (latest.publishedAt === null)
      await this.ties.assertDecides(actor, place, await this.queries.counted(place, latest.plan));
    const facts = await this.queries.facts(place, latest.plan, true);
    const met = new Map(latest.candidates.map((one) => [one.entryId, one]));
    // Who withdrew or moved since the decision did so after it; the scores are what is worked out again.
    const entries = facts.entries.map((one) => {
      const then = met.get(one.entryId);
      if (!then) return one;
      const { region, division, ineligible } = then;
      const because = ineligible?.because;
      return { ...one, region, division, withdrawn: because === 'withdrawn', leftEarlier: because === 'left_earlier' };
    });
    const again = workOut({ ...facts, entries }, latest.plan);
    return { same: 'digest' in again && again.digest === latest.digest, digest: latest.digest };
  }

  private async decision(
    actor: Actor,
    place: JudgedStage,
    latest: StageAdvancement,
    { closed, othersDecide }: StageTies,
  ): Promise<AdvancementView['decision']> {
    const replacements = await this.queries.replacements(latest.id);
    const entries = standingAfter(latest.answer, replacements);
    const numbers = new Map(place.entries.map(({ id, number }) => [id, number]));
    const numberOf = (entryId: string | null) => (entryId === null ? null : (numbers.get(entryId) ?? null));
    const outcome = await this.told(place, latest, entries, { closed, scoreless: othersDecide });
    const vacant = await this.vacancies.of(place, latest);
    const acts = vacant.map(({ moves }) => moves);
    const moving = await this.ties.moving(actor, place.edition.id, acts);
    const struck = new Set(replacements.filter(({ struckBy }) => struckBy).map(({ withdrawnId }) => withdrawnId));
    return {
      ...outcome,
      entries: outcome.entries.map((one) => (struck.has(one.entryId) ? { ...one, ...STRUCK } : one)),
      number: latest.number,
      reason: latest.reason,
      decidedAt: latest.decidedAt.toISOString(),
      decidedBy: await this.nameOf(latest.decidedBy),
      publishedAt: latest.publishedAt?.toISOString() ?? null,
      gone: vacant.map(({ entryId, reason }, index) => {
        const leftToOthers = moving[index]!.othersAct;
        return { entryId, reason: leftToOthers && closed.has(entryId) ? null : reason, leftToOthers };
      }),
      replacements: await Promise.all(
        replacements.map(async ({ withdrawnId, movedUpId, reason, struckBy, at, madeBy }) => ({
          left: numberOf(withdrawnId)!,
          movedUp: numberOf(movedUpId),
          reason: struckBy ? struckWords(struckBy) : { zh: reason, en: reason },
          at: at.toISOString(),
          by: await this.nameOf(madeBy),
        })),
      ),
    };
  }

  /** {@link outcomeView}, others answered meanwhile. */
  private async told(
    place: JudgedStage,
    outcome: WorkedOut,
    now: readonly Advancement[],
    reader: OutcomeReader,
  ): Promise<OutcomeView> {
    const { tellOf, outcomeOf } = toldTo(place, await this.telling(place), outcome, now, reader);
    return outcomeOf(await inTurns(outcome.answer.entries, tellOf));
  }

  private async telling(place: JudgedStage): Promise<Telling> {
    const { decimals } = (await this.review.panel(place.parts[0]!.id))!.aggregation;
    return { decimals, particulars: await this.queries.particulars(place) };
  }

  private async nameOf(personId: string): Promise<string> {
    return (await this.persons.byId(personId))?.name ?? personId;
  }
}

const STRUCK = { status: 'struck', explanation: STRUCK_WORDS } as const;

/** The plan without the reasons for which entries that are closed to the reader were excluded. */
function openTo(plan: StagePlan, closed: StageTies['closed']): StagePlan {
  return { ...plan, excluded: plan.excluded.filter(({ entryId }) => !closed.has(entryId)) };
}
