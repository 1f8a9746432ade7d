import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Actor, failure } from '@haishi/contracts';
import { formatFixed } from '@haishi/kernel';
import { inTurns, Kept, pageOf } from '@haishi/platform';
import { grouped, type Place, ReviewQueries, type TieRulingRecord } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { nameOf } from '../edition/named.js';
import type { ClosedBy } from '../involvement/closed.rules.js';
import { equalsTold, equalView, type SharedPlace, sharedPlaces } from './equals.rules.js';
import { refusalWords } from './refusal.words.js';
import { ReviewNames } from './review.names.js';
import { RoundAccess } from './round.access.js';
import { type ResultsQuery, type ResultView, type RoundResultsPage, type RoundResultsView } from './results.dto.js';
import type { EntryBrief, ReviewRound } from './round.entity.js';
import { RoundQueries } from './round.queries.js';
import { RoundResults } from './round.results.js';
import { divergentSheets, type RoundOutcome, type RoundResult, type RoundSheet } from './counting.rules.js';
import { isLate } from './round.rules.js';

/** Results told at once. */
const PAGE = 200;
/** Rounds of which it is kept what they came to: tens of megabytes of one with tens of thousands of entries. */
const MOST_KEPT = 2;

/** What a round came to, as it is looked up. */
interface Standing {
  /** Of the round, those of withdrawn projects too. */
  all: readonly EntryBrief[];
  /** Those with a result, best first. */
  entries: readonly EntryBrief[];
  outcome: RoundOutcome;
  results: ReadonlyMap<string, RoundResult>;
  places: ReadonlyMap<string, Place>;
  sheets: ReadonlyMap<string, readonly RoundSheet[]>;
  /** Each as `entryId personId`. */
  divergent: ReadonlySet<string>;
  /** Entries that share a place and may be ruled on, by the place, best first. */
  equals: readonly SharedPlace<EntryBrief>[];
}

/** How the entries of a round are told to one reader. */
interface Telling {
  standing: Standing;
  /** What ties the reader to which project. */
  closed: ReadonlyMap<string, ClosedBy>;
  /** `late` as {@link ResultsReader.late} answers. */
  view: (entry: EntryBrief, late: ReadonlySet<string>) => ResultView;
  head: Omit<RoundResultsView, 'entries'>;
}

/** What a closed online review came to, for its organisers. */
@Injectable()
export class ResultsReader {
  private readonly kept = new Kept<Standing>(MOST_KEPT);

  constructor(
    private readonly access: RoundAccess,
    private readonly rounds: RoundQueries,
    private readonly editions: EditionQueries,
    private readonly review: ReviewQueries,
    private readonly results: RoundResults,
    private readonly names: ReviewNames,
  ) {}

  /**
   * Raw and adjusted scores side by side, best first. Fails with `online_review.still_open` while sheets are taken: what they
   * say is sealed from everybody, and with `online_review.others_decide`.
   */
  async whole(actor: Actor, roundId: string): Promise<RoundResultsView> {
    const { round, standing, view, head } = await this.telling(actor, roundId);
    const late = await this.late(round);
    return { ...head, entries: await inTurns(standing.entries, (entry) => view(entry, late)) };
  }

  /** {@link whole}, a part of it, with the shared places among what is looked for. */
  async page(actor: Actor, roundId: string, query: ResultsQuery): Promise<RoundResultsPage> {
    const { round, standing, closed, view, head } = await this.telling(actor, roundId);
    const { q = '', only } = query;
    const wanted = q.trim().toLowerCase();
    const matches = ({ number, title, team }: EntryBrief) =>
      wanted === '' || [number, title, team].some((one) => one.toLowerCase().includes(wanted));
    const divergent = new Set([...standing.divergent].map((key) => key.slice(0, key.indexOf(' '))));
    const found = standing.entries.filter(
      (entry) => (only !== 'divergent' || divergent.has(entry.id)) && matches(entry),
    );
    const { items, ...rest } = pageOf(found, query, PAGE);
    const late = await this.late(round, items);
    return {
      ...head,
      ...equalsTold(standing.equals, matches),
      closed: closed.size === 0 ? 0 : standing.entries.filter(({ projectId }) => closed.has(projectId)).length,
      divergent: [...divergent].filter((id) => standing.results.has(id)),
      entries: items.map((entry) => view(entry, late)),
      ...rest,
    };
  }

  private async telling(actor: Actor, roundId: string): Promise<Telling & { round: ReviewRound }> {
    const round = await this.access.managed(actor, roundId);
    if (round.state !== 'closed' && round.state !== 'confirmed') throw failure('online_review.still_open');
    const { definition } = await this.editions.get(round.editionId);
    const standing = await this.standing(round);
    const { outcome, results, places, sheets, divergent } = standing;
    const { aggregation, rubric } = (await this.review.panel(round.id))!;
    const names = await this.names.of(round);
    const { closed } = await this.names.tiedDeciding(actor, round, standing.all);
    const written = (score: number | null) => (score === null ? null : formatFixed(score, aggregation.decimals));
    return {
      round,
      standing,
      closed,
      view: (entry, late) => {
        const { id, number, title, team, projectId, leftDivergent } = entry;
        const { raw, adjusted, score } = results.get(id)!;
        return {
          entryId: id,
          number,
          title,
          team,
          closed: closed.get(projectId) ?? null,
          division: nameOf(definition.divisions, entry.division),
          region: nameOf(definition.regions, entry.region),
          raw: written(raw.score),
          adjusted: written(adjusted),
          score: written(score),
          place: places.get(id)?.place ?? null,
          explanation: places.get(id)?.explanation ?? null,
          leftDivergent,
          sheets: (sheets.get(id) ?? []).map(({ entryId, personId, total }) => ({
            personId,
            name: names.get(personId)?.name ?? '',
            total: formatFixed(total, 2),
            divergent: divergent.has(keyOf({ entryId, personId })),
            late: late.has(keyOf({ entryId, personId })),
          })),
        };
      },
      head: {
        normalisation: round.plan.normalisation,
        rescalings: round.rescalings ?? [],
        decimals: aggregation.decimals,
        refusals: outcome.refusals.flatMap(({ division, refused }) =>
          refused.map((one) =>
            refusalWords(nameOf(definition.divisions, division), one, (id) => names.get(id)?.name ?? id),
          ),
        ),
        judges: outcome.judges.map(({ personId, division, sheets: count, effect, interval }) => ({
          name: names.get(personId)?.name ?? '',
          division: nameOf(definition.divisions, division),
          sheets: count,
          effect: formatFixed(effect, 2),
          interval: interval && { from: formatFixed(interval.from, 2), to: formatFixed(interval.to, 2) },
        })),
        criteria: rubric.criteria.map(({ code, name }) => ({ code, name })),
        rulings: rulingsOf(standing, await this.review.rulings(round.id)),
      },
    };
  }

  /** Worked out once for each page that is turned, until a command on the round, or whoever leaves, changes it. */
  private async standing(round: ReviewRound): Promise<Standing> {
    const { id, state, plan } = round;
    const { revision } = (await this.review.panel(id))!;
    const left = [...(await this.rounds.withdrawn(id))].sort();
    return this.kept.get(JSON.stringify([id, state, revision, plan, left]), async () => {
      const { outcome, sheets } = await this.results.committed(round);
      const results = new Map(outcome.results.map((one) => [one.entryId, one]));
      const places = new Map(outcome.places.map((one) => [one.entryId, one]));
      const all = await this.rounds.committedEntries(id);
      await nextTurn();
      const entries = bestFirst(
        all.filter((entry) => results.has(entry.id)),
        places,
      );
      await nextTurn();
      const divergent = divergentSheets(plan, sheets);
      await nextTurn();
      return {
        all,
        entries,
        outcome,
        results,
        places,
        sheets: grouped(sheets, ({ entryId }) => entryId),
        divergent: new Set(divergent.map(({ entry, judge }) => keyOf({ entryId: entry, personId: judge }))),
        equals: sharedPlaces(entries, places),
      };
    });
  }

  /** Sheets that came in late, each as `entryId personId`; of `among` alone where it is given. */
  private async late(round: ReviewRound, among?: readonly EntryBrief[]): Promise<Set<string>> {
    const due = await this.rounds.due(round);
    if (due.closesAt === null) return new Set();
    const after = among
      ? await this.review.sheetMomentsAmong(among.map(({ id }) => id))
      : await this.review.sheetMoments(round.id, due.closesAt);
    return new Set(after.filter(({ submittedAt }) => isLate(due, submittedAt)).map(keyOf));
  }
}

/** By place and then by number, as which they come; those without a place last. */
function bestFirst(entries: readonly EntryBrief[], places: ReadonlyMap<string, Place>): EntryBrief[] {
  const byPlace = grouped(entries, ({ id }) => places.get(id)?.place ?? Infinity);
  return [...byPlace.keys()].sort((one, other) => one - other).flatMap((place) => byPlace.get(place)!);
}

/** The rulings that hold. */
function rulingsOf({ entries, places }: Standing, rulings: readonly TieRulingRecord[]): RoundResultsView['rulings'] {
  const ruled = new Set(rulings.flatMap(({ entryIds }) => entryIds));
  const named = new Map(entries.filter(({ id }) => ruled.has(id)).map((entry) => [entry.id, equalView(entry)]));
  const holds = (id: string) => named.has(id) && places.get(id)?.explanation.ruled !== undefined;
  return rulings
    .filter(({ entryIds }) => entryIds.every(holds))
    .map(({ entryIds, reason, at }) => ({
      entries: entryIds.map((id) => named.get(id)!),
      reason,
      at: at.toISOString(),
    }));
}

const keyOf = ({ entryId, personId }: { entryId: string; personId: string }): string => `${entryId} ${personId}`;
