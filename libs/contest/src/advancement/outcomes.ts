import { type Actor, failure } from '@haishi/contracts';
import { assertAllowed, Kept } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { type Edition, editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import type { PlanInput, PreviewedInput, PreviewView, VerificationView } from './advancement.dto.js';
import { checkPlan, readPlan } from './advancement.plan.js';
import { AdvancementQueries } from './advancement.queries.js';
import { type Outcome, type StagePlan, workOut } from './advancement.rules.js';
import { AdvancementTies, type StageTies } from './advancement.ties.js';
import { problemWords } from './advancement.words.js';
import type { JudgedStage } from './judged-stages.js';
import { standingNow, summaryOf } from './outcome.view.js';

/** Previews whose entries are kept to be turned over: each names all of its stage. */
const MOST_KEPT = 2;

/** What a plan came to, where it can be met. */
export interface Previewed {
  plan: StagePlan;
  outcome: Extract<Outcome, { digest: string }>;
}

/** What plans come to, worked out for those who organise the whole edition. */
@Injectable()
export class Outcomes {
  private readonly kept = new Kept<Previewed>(MOST_KEPT);

  constructor(
    private readonly editions: EditionQueries,
    private readonly queries: AdvancementQueries,
    private readonly ties: AdvancementTies,
  ) {}

  /** The edition, to whom organises all of it. */
  async edition(actor: Actor, name: string): Promise<Edition> {
    const edition = await this.editions.getByName(name);
    assertAllowed(actor, 'roadshow.manage', editionScopes(edition.id));
    return edition;
  }

  /** What a plan would come to; nothing is stored. Fails as {@link AdvancementTies.assertDecides} says, and as {@link of} does. */
  async preview(actor: Actor, name: string, stageCode: string, input: PlanInput): Promise<PreviewView> {
    const place = await this.queries.stage(await this.edition(actor, name), stageCode);
    await this.ties.assertDecides(actor, place, await this.queries.counted(place, input));
    const { plan, outcome } = await this.of(actor, place, input);
    const { definition } = place.edition;
    if ('problems' in outcome)
      return { outcome: null, problems: outcome.problems.map((one) => problemWords(one, definition)) };
    await this.kept.get(keyOf(place, outcome.digest), async () => ({ plan, outcome }));
    return { outcome: summaryOf(definition, outcome, standingNow(outcome.answer, [])), problems: [] };
  }

  /** What was previewed, worked out again where it is not kept. Fails as {@link preview} does, and with `advancement.stale` where it comes out otherwise by now. */
  async previewed(
    actor: Actor,
    place: JudgedStage,
    { plan: input, digest }: PreviewedInput,
  ): Promise<Previewed & StageTies> {
    assertReadable(place, readPlan(input));
    const previewed = await this.kept.get(keyOf(place, digest), async () => {
      const { plan, outcome } = await this.of(actor, place, input);
      if ('problems' in outcome || outcome.digest !== digest) throw failure('advancement.stale', { field: 'digest' });
      return { plan, outcome };
    });
    const ties = await this.ties.assertDecides(actor, place, await this.queries.counted(place, previewed.plan));
    return { ...previewed, ...ties };
  }

  /**
   * Works a plan out on the confirmed results. What the latest decision excludes that is closed to the actor stays excluded,
   * and they exclude nothing of the kind. Fails with `common.invalid` that names every faulty field, and with
   * `advancement.tied`, and as {@link AdvancementQueries.facts} does.
   */
  async of(actor: Actor, place: JudgedStage, input: PlanInput): Promise<{ plan: StagePlan; outcome: Outcome }> {
    const plan = readPlan(input);
    assertReadable(place, plan);
    const closed = await this.ties.closedTo(actor, place);
    const at = plan.excluded.findIndex(({ entryId }) => closed.has(entryId));
    if (at !== -1) {
      const { number } = place.entries.find(({ id }) => id === plan.excluded[at]!.entryId)!;
      throw failure('advancement.tied', { field: `plan.excluded.${at}.entryId`, params: { number } });
    }
    const latest = await this.queries.latest(place.edition.id, place.stage.code);
    plan.excluded.push(...(latest?.plan.excluded ?? []).filter(({ entryId }) => closed.has(entryId)));
    return { plan, outcome: workOut(await this.queries.facts(place, plan), plan) };
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
}

/** Fails with `common.invalid` that names every faulty field. */
function assertReadable({ before, edition, entries }: JudgedStage, plan: StagePlan): void {
  const ids = entries.map(({ id }) => id);
  const faults = checkPlan(plan, before, edition.definition, ids);
  if (faults.length > 0) throw failure('common.invalid', { fields: faults });
}

const keyOf = ({ edition, stage }: JudgedStage, digest: string) => `${edition.id} ${stage.code} ${digest}`;
