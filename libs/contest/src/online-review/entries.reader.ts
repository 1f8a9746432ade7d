import { type Actor, failure } from '@haishi/contracts';
import { formatFixed } from '@haishi/kernel';
import { type GivenPair, grouped, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { nameOf } from '../edition/named.js';
import { ReviewNames } from './review.names.js';
import { refusalWords } from './refusal.words.js';
import { RoundAccess } from './round.access.js';
import type {
  PairState,
  ResultView,
  RoundEntryPage,
  RoundEntryQuery,
  RoundEntryView,
  RoundResultsView,
} from './round.dto.js';
import type { EntryBrief, ReviewRound } from './round.entity.js';
import { RoundParties } from './round.parties.js';
import { RoundQueries } from './round.queries.js';
import { divergentSheets, isLate } from './round.rules.js';
import { judgesOf } from './round.intake.js';
import { RoundResults } from './round.results.js';

const PAGE = 50;

/** The entries of an online review, for its organisers: who judges them, and once it is closed what they came to. */
@Injectable()
export class EntriesReader {
  constructor(
    private readonly access: RoundAccess,
    private readonly rounds: RoundQueries,
    private readonly editions: EditionQueries,
    private readonly judging: RoundParties,
    private readonly review: ReviewQueries,
    private readonly results: RoundResults,
    private readonly parties: ReviewNames,
  ) {}

  async page(actor: Actor, roundId: string, query: RoundEntryQuery): Promise<RoundEntryPage> {
    const round = await this.access.managed(actor, roundId);
    const wanted = await this.matching(actor, round, query);
    const pages = Math.max(1, Math.ceil(wanted.length / PAGE));
    const page = Math.min(query.page ?? 1, pages);
    const part = wanted.slice((page - 1) * PAGE, page * PAGE);
    return { items: await this.views(actor, round, part), total: wanted.length, page, pages };
  }

  /**
   * Raw and adjusted scores side by side, best first. Fails with `online_review.still_open` while sheets are taken: what they
   * say is sealed from everybody.
   */
  async resultsOf(actor: Actor, roundId: string): Promise<RoundResultsView> {
    const round = await this.access.managed(actor, roundId);
    if (round.state !== 'closed' && round.state !== 'confirmed') throw failure('online_review.still_open');
    const { definition } = await this.editions.get(round.editionId);
    const { outcome, sheets } = await this.results.of(round);
    const byId = new Map(outcome.results.map((one) => [one.entryId, one]));
    const entries = (await this.rounds.entries(round.id)).filter(({ id }) => byId.has(id));
    const { aggregation, rubric } = (await this.review.panel(round.id))!;
    const names = await this.parties.of(round);
    const closed = await this.parties.closedTo(actor, entries);
    const divergent = new Set(divergentSheets(round.plan, sheets).map(({ entry, judge }) => `${entry} ${judge}`));
    const due = await this.rounds.due(round);
    const late = new Set(
      (await this.review.sheetMoments(round.id)).filter(({ submittedAt }) => isLate(due, submittedAt)).map(keyOf),
    );
    const sheetsOf = grouped(sheets, ({ entryId }) => entryId);
    const places = new Map(outcome.places.map((one) => [one.entryId, one]));
    const written = (score: number | null) => (score === null ? null : formatFixed(score, aggregation.decimals));
    const views = entries.map((entry): ResultView => {
      const { raw, adjusted, score } = byId.get(entry.id)!;
      const ranked = places.get(entry.id);
      const hidden = closed.has(entry.projectId);
      return {
        entryId: entry.id,
        number: entry.number,
        title: hidden ? null : entry.title,
        team: hidden ? null : entry.team,
        closed: closed.get(entry.projectId) ?? null,
        division: nameOf(definition.divisions, entry.division),
        region: nameOf(definition.regions, entry.region),
        raw: hidden ? null : written(raw.score),
        adjusted: hidden ? null : written(adjusted),
        score: hidden ? null : written(score),
        place: hidden ? null : (ranked?.place ?? null),
        explanation: hidden ? null : (ranked?.explanation ?? null),
        leftDivergent: hidden ? null : entry.leftDivergent,
        sheets: hidden
          ? []
          : (sheetsOf.get(entry.id) ?? []).map(({ personId, total }) => ({
              personId,
              name: names.get(personId)?.name ?? '',
              total: formatFixed(total, 2),
              divergent: divergent.has(`${entry.id} ${personId}`),
              late: late.has(keyOf({ entryId: entry.id, personId })),
            })),
      };
    });
    const ruled = outcome.places.filter(({ explanation }) => explanation.ruled).map(({ entryId }) => entryId);
    const told = views.filter((one) => one.closed === null).map(({ entryId }) => entryId);
    const rulings = (await this.review.rulings(round.id)).filter(({ entryIds }) =>
      entryIds.every((id) => ruled.includes(id) && told.includes(id)),
    );
    return {
      rulings: rulings.map(({ entryIds, reason, at }) => ({ entryIds, reason, at: at.toISOString() })),
      normalisation: round.plan.normalisation,
      decimals: aggregation.decimals,
      refusals: outcome.refusals.flatMap(({ division, refused }) =>
        refused.map((one) =>
          refusalWords(nameOf(definition.divisions, division), one, (id) => names.get(id)?.name ?? id),
        ),
      ),
      judges: outcome.judges.map(({ personId, division, sheets: count, effect }) => ({
        name: names.get(personId)?.name ?? '',
        division: nameOf(definition.divisions, division),
        sheets: count,
        effect: formatFixed(effect, 2),
      })),
      criteria: rubric.criteria.map(({ code, name }) => ({ code, name })),
      entries: views.sort(
        (one, other) => (one.place ?? Infinity) - (other.place ?? Infinity) || (one.number < other.number ? -1 : 1),
      ),
    };
  }

  /** An entry that is closed to the actor is found by what is told of it alone: not by its title, judges or sheets. */
  private async matching(actor: Actor, round: ReviewRound, query: RoundEntryQuery): Promise<EntryBrief[]> {
    const { text, division, only, judge } = query;
    const pairs = await this.judging.given(round);
    const given = new Map<string, Set<string>>();
    for (const { entryId, personId } of pairs) given.set(entryId, (given.get(entryId) ?? new Set()).add(personId));
    const able = grouped(
      pairs.filter(({ lost }) => !lost),
      ({ entryId }) => entryId,
    );
    const sheets = new Map<string, number>();
    if (only === 'open')
      for (const { entryId, personId } of await this.review.scored(round.id))
        if (given.get(entryId)?.has(personId)) sheets.set(entryId, (sheets.get(entryId) ?? 0) + 1);
    const far =
      only === 'divergent'
        ? new Set(divergentSheets(round.plan, (await this.results.of(round)).sheets).map(({ entry }) => entry))
        : undefined;
    if (far && round.state === 'open') throw failure('online_review.still_open');
    const gone = only === undefined ? new Set<string>() : await this.rounds.withdrawn(round.id);
    const wanted = text?.toLowerCase();
    const found = (await this.rounds.entries(round.id)).filter((entry) => {
      const { id, number, title, division: own } = entry;
      const judges = able.get(id)?.length ?? 0;
      if (wanted && !number.toLowerCase().includes(wanted) && !title.toLowerCase().includes(wanted)) return false;
      if (division && own !== division) return false;
      if (judge && !given.get(id)?.has(judge)) return false;
      if (gone.has(id)) return false;
      if (only === 'short') return judges < judgesOf(round, entry);
      if (only === 'open') return (sheets.get(id) ?? 0) < judges;
      return far === undefined || far.has(id);
    });
    if (!wanted && !only && !judge) return found;
    const closed = await this.parties.closedTo(actor, found);
    const byNumber = ({ number }: EntryBrief) => !only && !judge && number.toLowerCase().includes(wanted!);
    return found.filter((entry) => !closed.has(entry.projectId) || byNumber(entry));
  }

  private async views(actor: Actor, round: ReviewRound, entries: readonly EntryBrief[]): Promise<RoundEntryView[]> {
    const { definition } = await this.editions.get(round.editionId);
    const names = await this.parties.of(round);
    const closed = await this.parties.closedTo(actor, entries);
    const gone = await this.rounds.withdrawn(round.id);
    const pairs = await this.judging.given(round);
    const recusals = await this.review.recusals(round.id);
    const taken = await this.review.takenByDismissed(round.id);
    const scored = new Set((await this.review.scored(round.id)).map(keyOf));
    return entries.map((entry) => {
      const hidden = closed.has(entry.projectId);
      const view = (personId: string, state: PairState, locked: boolean, reason: string | null) => ({
        personId,
        name: names.get(personId)?.name ?? '',
        kind: names.get(personId)!.kind,
        state,
        locked,
        reason,
      });
      return {
        entryId: entry.id,
        number: entry.number,
        title: hidden ? null : entry.title,
        team: hidden ? null : entry.team,
        closed: closed.get(entry.projectId) ?? null,
        division: nameOf(definition.divisions, entry.division),
        region: nameOf(definition.regions, entry.region),
        withdrawn: gone.has(entry.id),
        judges: hidden
          ? []
          : [
              ...pairs
                .filter(({ entryId }) => entryId === entry.id)
                .map((pair) => view(pair.personId, stateOf(pair, scored), pair.locked, null)),
              ...recusals
                .filter(({ entryId }) => entryId === entry.id)
                .map(({ personId, reason }) => view(personId, 'recused', false, reason)),
              ...taken
                .filter(({ entryId }) => entryId === entry.id)
                .map(({ personId, reason }) => view(personId, 'lifted', false, reason)),
            ],
      };
    });
  }
}

const keyOf = ({ entryId, personId }: { entryId: string; personId: string }): string => `${entryId} ${personId}`;

function stateOf(pair: GivenPair & { lost: boolean }, scored: ReadonlySet<string>): PairState {
  if (pair.lost) return 'gone';
  if (scored.has(keyOf(pair))) return 'scored';
  return pair.declared ? 'declared' : 'given';
}
