import type { Actor } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { namedStage } from '../edition/named.js';
import { ListedNow } from '../public-notice/listed-now.js';
import type { AdvancementView } from './advancement.dto.js';
import type { StageAdvancement } from './advancement.entity.js';
import { AdvancementQueries, type DecisionHead } from './advancement.queries.js';
import { defaultPlan, type StagePlan } from './advancement.rules.js';
import { AdvancementTies, type StageTies } from './advancement.ties.js';
import { struckWords } from './advancement.words.js';
import type { JudgedStage } from './judged-stages.js';
import { isOpenTo, type OutcomeReader, standingNow, summaryToldTo } from './outcome.view.js';
import { Outcomes } from './outcomes.js';
import { Vacancies } from './vacancies.js';

/** A stage with its decisions, as one organiser may hear of them. */
export interface ToldStage {
  place: JudgedStage;
  /** What the edition's settings say. */
  usual: StagePlan;
  /** What every command names in `If-Match`; 0 before the first decision. */
  revision: number;
  ties: StageTies;
  reader: OutcomeReader;
  /** The latest; null before the first, and where it is kept from them. */
  decision: StageAdvancement | null;
  /** Earlier ones, the latest first; none where the latest is kept from them. */
  earlier: DecisionHead[];
}

/** Who advances, for those who organise the whole edition: who have a tie to an entry hear of it once it is published, unless they are to decide. */
@Injectable()
export class AdvancementReader {
  constructor(
    private readonly outcomes: Outcomes,
    private readonly queries: AdvancementQueries,
    private readonly persons: Persons,
    private readonly ties: AdvancementTies,
    private readonly vacancies: Vacancies,
    private readonly listed: ListedNow,
  ) {}

  async told(actor: Actor, name: string, stageCode: string): Promise<ToldStage> {
    const edition = await this.outcomes.edition(actor, name);
    const place = await this.queries.stage(edition, stageCode);
    const [head, ...earlier] = await this.queries.decisions(edition.id, stageCode);
    const usual = defaultPlan(place.stage.settings.advance);
    const latest = head ? await this.queries.whole(head) : null;
    const ties = await this.ties.of(actor, place, await this.queries.counted(place, latest?.plan ?? usual));
    const kept = ties.othersDecide && latest?.publishedAt === null;
    return {
      place,
      usual,
      revision: head?.revision ?? 0,
      ties,
      reader: await this.readerOf(place, ties),
      decision: kept ? null : latest,
      earlier: kept ? [] : earlier,
    };
  }

  private async readerOf({ edition, stage, entries }: JudgedStage, ties: StageTies): Promise<OutcomeReader> {
    const { closed, othersDecide } = ties;
    if (!othersDecide || closed.size === 0) return { closed, othersDecide, listed: new Set() };
    const projects = await this.listed.advancing(edition.id, stage.code);
    const listed = entries.filter(({ id, projectId }) => closed.has(id) && projects.has(projectId));
    return { closed, othersDecide, listed: new Set(listed.map(({ id }) => id)) };
  }

  /** Which sessions are confirmed, and the decision with all it was made of but its entries. */
  async view(actor: Actor, name: string, stageCode: string): Promise<AdvancementView> {
    const stage = await this.told(actor, name, stageCode);
    const { place, usual, revision, decision, earlier } = stage;
    const { closed, numbers, othersDecide } = stage.ties;
    const { regions, divisions } = place.edition.definition;
    return {
      stage: { ...namedStage(place.stage), kind: place.stage.kind === 'review' ? 'review' : 'roadshow' },
      sessions: place.parts.map(({ id, name: called, state }) => ({
        id,
        name: called,
        state,
        confirmed: state === 'confirmed',
      })),
      regions: regions.map(({ code, name: called }) => ({ code, name: called })),
      divisions: divisions.map(({ code, name: called }) => ({ code, name: called })),
      carries: place.before.map(namedStage),
      revision,
      tied: numbers.length > 0 ? { numbers, othersDecide } : null,
      plan: openTo(decision?.plan ?? usual, closed, numbersOf(place)),
      usual,
      decision: decision && (await this.decision(actor, stage, decision)),
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

  private async decision(
    actor: Actor,
    { place, reader }: ToldStage,
    latest: StageAdvancement,
  ): Promise<AdvancementView['decision']> {
    const { closed } = reader;
    const replacements = await this.queries.replacements(latest.id);
    const told = (entryId: string | null) => entryId === null || isOpenTo(reader, entryId);
    const numbers = numbersOf(place);
    const vacant = (await this.vacancies.of(place, latest)).filter(({ entryId }) => told(entryId));
    const acts = vacant.map(({ moves }) => moves);
    const moving = await this.ties.moving(actor, place.edition.id, acts);
    return {
      ...summaryToldTo(place.edition.definition, latest, standingNow(latest.answer, replacements), reader),
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
        replacements
          .filter(({ withdrawnId, movedUpId }) => told(withdrawnId) && told(movedUpId))
          .map(async ({ withdrawnId, movedUpId, reason, struckBy, at, madeBy }) => ({
            left: numbers.get(withdrawnId)!,
            movedUp: movedUpId === null ? null : (numbers.get(movedUpId) ?? null),
            reason: struckBy ? struckWords(struckBy) : { zh: reason, en: reason },
            at: at.toISOString(),
            by: await this.nameOf(madeBy),
          })),
      ),
    };
  }

  private async nameOf(personId: string): Promise<string> {
    return (await this.persons.byId(personId))?.name ?? personId;
  }
}

/** By entry. */
const numbersOf = ({ entries }: JudgedStage) => new Map(entries.map(({ id, number }) => [id, number]));

/** The plan without the reasons for which entries that are closed to the reader were excluded. */
function openTo(
  plan: StagePlan,
  closed: StageTies['closed'],
  numbers: ReadonlyMap<string, string>,
): AdvancementView['plan'] {
  const open = plan.excluded.filter(({ entryId }) => !closed.has(entryId));
  return { ...plan, excluded: open.map((one) => ({ ...one, number: numbers.get(one.entryId) ?? '' })) };
}
