import { type Actor, failure } from '@haishi/contracts';
import { formatFixed } from '@haishi/kernel';
import { inTurns, Kept, pageOf } from '@haishi/platform';
import { grouped, type Place, ReviewQueries, type TieRulingRecord } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { nameOf } from '../edition/named.js';
import { refusalWords } from './refusal.words.js';
import { ReviewNames } from './review.names.js';
import { RoundAccess } from './round.access.js';
import {
  MOST_RULED_AT_ONCE,
  type ResultsQuery,
  type ResultView,
  type RoundResultsPage,
  type RoundResultsView,
} from './results.dto.js';
import type { EntryBrief, ReviewRound } from './round.entity.js';
import { RoundQueries } from './round.queries.js';
import { RoundResults } from './round.results.js';
import { divergentSheets, isLate, type RoundOutcome, type RoundResult, type RoundSheet } from './round.rules.js';

/** Results told at once. */
const PAGE = 200;
/** Rounds of which it is kept what they came to: tens of megabytes of one with tens of thousands of entries. */
const MOST_KEPT = 2;

/** What a round came to, as it is looked up. */
interface Standing {
  outcome: RoundOutcome;
  results: ReadonlyMap<string, RoundResult>;
  places: ReadonlyMap<string, Place>;
  sheets: ReadonlyMap<string, readonly RoundSheet[]>;
  /** Each as `entryId personId`. */
  divergent: ReadonlySet<string>;
}

/** How the entries of a round are told to one reader. */
interface Telling {
  /** Best first. */
  entries: EntryBrief[];
  /** How many of them the reader has a tie to. */
  closed: number;
  isDivergent: (entry: EntryBrief) => boolean;
  view: (entry: EntryBrief) => ResultView;
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
    const { entries, view, head } = await this.telling(actor, roundId);
    return { ...head, entries: await inTurns(entries, view) };
  }

  /** {@link whole}, a part of it. */
  async page(actor: Actor, roundId: string, query: ResultsQuery): Promise<RoundResultsPage> {
    const { entries, closed, isDivergent, view, head } = await this.telling(actor, roundId);
    const { q = '', only } = query;
    const wanted = q.trim().toLowerCase();
    const divergent = entries.filter(isDivergent);
    const found = (only === 'divergent' ? divergent : entries).filter(
      ({ number, title, team }) =>
        wanted === '' || [number, title, team].some((one) => one.toLowerCase().includes(wanted)),
    );
    const { items, ...rest } = pageOf(found, query, PAGE);
    return {
      ...head,
      closed,
      divergent: divergent.map(({ id }) => id),
      entries: items.map(view),
      ...rest,
    };
  }

  private async telling(actor: Actor, roundId: string): Promise<Telling> {
    const round = await this.access.managed(actor, roundId);
    if (round.state !== 'closed' && round.state !== 'confirmed') throw failure('online_review.still_open');
    const { definition } = await this.editions.get(round.editionId);
    const { outcome, results, places, sheets, divergent } = await this.standing(round);
    const all = await this.rounds.entries(round.id);
    const entries = all.filter(({ id }) => results.has(id));
    const { aggregation, rubric } = (await this.review.panel(round.id))!;
    const names = await this.names.of(round);
    const { closed } = await this.names.tiedDeciding(actor, round, all);
    const late = await this.late(round);
    const placeOf = ({ id }: EntryBrief) => places.get(id)?.place ?? Infinity;
    const written = (score: number | null) => (score === null ? null : formatFixed(score, aggregation.decimals));
    const sheetView = ({ entryId, personId, total }: RoundSheet) => ({
      personId,
      name: names.get(personId)?.name ?? '',
      total: formatFixed(total, 2),
      divergent: divergent.has(keyOf({ entryId, personId })),
      late: late.has(keyOf({ entryId, personId })),
    });
    return {
      entries: entries.sort((one, other) => placeOf(one) - placeOf(other) || (one.number < other.number ? -1 : 1)),
      closed: entries.filter(({ projectId }) => closed.has(projectId)).length,
      isDivergent: ({ id }) => (sheets.get(id) ?? []).some((sheet) => divergent.has(keyOf(sheet))),
      view: (entry) => {
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
          sheets: (sheets.get(id) ?? []).map(sheetView),
        };
      },
      head: {
        normalisation: round.plan.normalisation,
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
        ...equalsOf(entries, places, await this.review.rulings(round.id)),
      },
    };
  }

  /** Worked out once for each page that is turned, until a command on the round, or whoever leaves, changes it. */
  private async standing(round: ReviewRound): Promise<Standing> {
    const { id, state, plan } = round;
    const { revision } = (await this.review.panel(id))!;
    const left = [...(await this.rounds.withdrawn(id))].sort();
    return this.kept.get(JSON.stringify([id, state, revision, plan, left]), async () => {
      const { outcome, sheets } = await this.results.of(round);
      return {
        outcome,
        results: new Map(outcome.results.map((one) => [one.entryId, one])),
        places: new Map(outcome.places.map((one) => [one.entryId, one])),
        sheets: grouped(sheets, ({ entryId }) => entryId),
        divergent: new Set(
          divergentSheets(plan, sheets).map(({ entry, judge }) => keyOf({ entryId: entry, personId: judge })),
        ),
      };
    });
  }

  /** Sheets that came in late, each as `entryId personId`. */
  private async late(round: ReviewRound): Promise<Set<string>> {
    const due = await this.rounds.due(round);
    const after = due.closesAt === null ? [] : await this.review.sheetMoments(round.id, due.closesAt);
    return new Set(after.filter(({ submittedAt }) => isLate(due, submittedAt)).map(keyOf));
  }
}

/** Who share a place, and the rulings that hold. */
function equalsOf(
  told: readonly EntryBrief[],
  places: ReadonlyMap<string, Place>,
  rulings: readonly TieRulingRecord[],
): Pick<RoundResultsView, 'equals' | 'rulings'> {
  const named = new Map(told.map(({ id, number, title }) => [id, { entryId: id, number, title }]));
  const sharing = told.filter(({ id }) => (places.get(id)?.explanation.sharing ?? 0) > 0);
  const equals = [...grouped(sharing, ({ id }) => places.get(id)!.place)].filter(
    ([, group]) =>
      group.length === places.get(group[0]!.id)!.explanation.sharing + 1 && group.length <= MOST_RULED_AT_ONCE,
  );
  const holds = (id: string) => named.has(id) && places.get(id)?.explanation.ruled !== undefined;
  return {
    equals: equals.map(([place, group]) => ({ place, entries: group.map(({ id }) => named.get(id)!) })),
    rulings: rulings
      .filter(({ entryIds }) => entryIds.every(holds))
      .map(({ entryIds, reason, at }) => ({
        entries: entryIds.map((id) => named.get(id)!),
        reason,
        at: at.toISOString(),
      })),
  };
}

const keyOf = ({ entryId, personId }: { entryId: string; personId: string }): string => `${entryId} ${personId}`;
