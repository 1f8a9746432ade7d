import { type Actor, failure } from '@haishi/contracts';
import { inTurns, pageOf, type Page } from '@haishi/platform';
import { type Advancement, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { AdvancementEntryView, EntriesQuery, PreviewedInput } from './advancement.dto.js';
import type { StageAdvancement } from './advancement.entity.js';
import { AdvancementQueries } from './advancement.queries.js';
import { AdvancementReader, type ToldStage } from './advancement.reader.js';
import type { JudgedStage } from './judged-stages.js';
import { entriesWith, orderedFor } from './outcome.filter.js';
import {
  isNamedTo,
  isOpenTo,
  type Now,
  type OutcomeReader,
  standingNow,
  toldTo,
  type WorkedOut,
} from './outcome.view.js';
import { Outcomes } from './outcomes.js';
import { ParticularsReader } from './particulars.reader.js';
import { Vacancies } from './vacancies.js';

/** Entries told at once. */
const PAGE = 100;

/** An outcome of a stage, who reads it, and where everybody stands by now. */
interface Reading {
  place: JudgedStage;
  outcome: WorkedOut;
  now: Now;
  reader: OutcomeReader;
}

/** The entries of a decision or of a preview, best first, as one organiser may read them: tens of thousands, so a part at a time. */
@Injectable()
export class AdvancementEntries {
  constructor(
    private readonly reader: AdvancementReader,
    private readonly outcomes: Outcomes,
    private readonly queries: AdvancementQueries,
    private readonly review: ReviewQueries,
    private readonly vacancies: Vacancies,
    private readonly particulars: ParticularsReader,
  ) {}

  /**
   * Of the latest decision; first those whose projects are gone. Fails as {@link decision} does, with `advancement.others_decide`
   * where who leaves deciding to others asks who stands beside a line, and with `common.bad_cursor`.
   */
  async page(actor: Actor, name: string, stageCode: string, query: EntriesQuery): Promise<Page<AdvancementEntryView>> {
    const { told, decision } = await this.decision(actor, name, stageCode);
    const { ties, reader } = told;
    if (query.only && ties.othersDecide) throw othersDecide(ties);
    const held = (await this.vacancies.held(told.place, decision)).map(({ entryId }) => entryId);
    const gone = new Set(held.filter((entryId) => isOpenTo(reader, entryId)));
    return this.part(await this.reading(told, decision), query, gone);
  }

  /** Of what was previewed. Fails as {@link Outcomes.previewed} does, and with `common.bad_cursor`. */
  async previewed(
    actor: Actor,
    name: string,
    stageCode: string,
    input: PreviewedInput,
    query: EntriesQuery,
  ): Promise<Page<AdvancementEntryView>> {
    const place = await this.queries.stage(await this.outcomes.edition(actor, name), stageCode);
    const { outcome, closed } = await this.outcomes.previewed(actor, place, input);
    const now = standingNow(outcome.answer, []);
    const reader = { closed, othersDecide: false, listed: new Set<string>() };
    return this.part({ place, outcome, now, reader }, query, new Set());
  }

  /** All of the latest decision; others are answered meanwhile. Fails as {@link decision} does. */
  async whole(
    actor: Actor,
    name: string,
    stageCode: string,
  ): Promise<{
    place: JudgedStage;
    decision: StageAdvancement;
    /** Whether the reader leaves deciding to others. */
    othersDecide: boolean;
    entries: AdvancementEntryView[];
  }> {
    const { told, decision } = await this.decision(actor, name, stageCode);
    const { place, reader } = told;
    const entries = orderedFor(reader, decision.answer, placedIn(decision));
    const ids = entries.map(({ entryId }) => entryId);
    const tell = await this.tell(await this.reading(told, decision), ids);
    return { place, decision, othersDecide: reader.othersDecide, entries: await inTurns(entries, tell) };
  }

  /** Fails with `advancement.not_decided`, and with `advancement.others_decide` where the decision is kept from the actor. */
  private async decision(
    actor: Actor,
    name: string,
    stageCode: string,
  ): Promise<{ told: ToldStage; decision: StageAdvancement }> {
    const told = await this.reader.told(actor, name, stageCode);
    const { decision, ties } = told;
    if (decision) return { told, decision };
    if (ties.othersDecide) throw othersDecide(ties);
    throw failure('advancement.not_decided');
  }

  private async reading({ place, reader }: ToldStage, decision: StageAdvancement): Promise<Reading> {
    const now = standingNow(decision.answer, await this.queries.replacements(decision.id));
    return { place, outcome: decision, now, reader };
  }

  private async part(
    reading: Reading,
    query: EntriesQuery,
    first: ReadonlySet<string>,
  ): Promise<Page<AdvancementEntryView>> {
    const { outcome, now, reader } = reading;
    const placedOf = placedIn(outcome);
    const all = orderedFor(reader, outcome.answer, placedOf);
    const found = entriesWith(all, now, query, reader, placedOf, first);
    const { items, ...rest } = pageOf(await this.named(reading, found, query.q), query, PAGE);
    const ids = items.map(({ entryId }) => entryId);
    return { items: items.map(await this.tell(reading, ids)), ...rest };
  }

  /** Those of `found` that the words stand for; nothing finds an entry for somebody who is not told it. */
  private async named({ place, reader }: Reading, found: Advancement[], words = ''): Promise<Advancement[]> {
    const wanted = words.trim().toLowerCase();
    if (wanted === '') return found;
    const has = (texts: readonly string[]) => texts.some((one) => one.toLowerCase().includes(wanted));
    const listed = new Map(place.entries.map((one) => [one.id, one]));
    const filed = await this.particulars.named(place, wanted);
    return found.filter(({ entryId }) => {
      const { number, title, team, projectId } = listed.get(entryId)!;
      return (
        has(isNamedTo(reader, entryId) ? [number, title, team] : [number]) ||
        (filed.has(projectId) && isOpenTo(reader, entryId))
      );
    });
  }

  private async tell(
    { place, outcome, now, reader }: Reading,
    entryIds: readonly string[],
  ): Promise<(entry: Advancement) => AdvancementEntryView> {
    const wanted = new Set(entryIds);
    const some = place.entries.filter(({ id }) => wanted.has(id));
    const { decimals } = (await this.review.panel(place.parts[0]!.id))!.aggregation;
    const particulars = await this.particulars.of({ edition: place.edition, entries: some });
    return toldTo(place, { decimals, particulars }, outcome, now, reader);
  }
}

/** What each entry of an outcome is found by. */
function placedIn({ candidates }: Pick<WorkedOut, 'candidates'>): (entryId: string) => WorkedOut['candidates'][number] {
  const placed = new Map(candidates.map((one) => [one.entryId, one]));
  return (entryId) => placed.get(entryId)!;
}

const othersDecide = ({ numbers }: ToldStage['ties']) => failure('advancement.others_decide', { params: { numbers } });
