import { type Actor, failure } from '@haishi/contracts';
import { type GivenPair, grouped, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { nameOf } from '../edition/named.js';
import { ReviewNames } from './review.names.js';
import { RoundAccess } from './round.access.js';
import type { PairState, RoundEntryPage, RoundEntryQuery, RoundEntryView } from './round.dto.js';
import type { EntryBrief, ReviewRound } from './round.entity.js';
import { RoundParties } from './round.parties.js';
import { RoundQueries } from './round.queries.js';
import { divergentSheets } from './counting.rules.js';
import { RoundResults } from './round.results.js';

const PAGE = 50;
/** Read at once where all are wanted. */
const AT_ONCE = 500;

/** The entries of an online review and who judges them, for its organisers. */
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
    const { text, division, only, judge } = query;
    const wanted = text || only || judge ? await this.matching(actor, round, query) : null;
    const total = wanted?.length ?? (await this.rounds.countEntries(roundId, division));
    const pages = Math.max(1, Math.ceil(total / PAGE));
    const page = Math.min(query.page ?? 1, pages);
    const offset = (page - 1) * PAGE;
    const part = wanted
      ? wanted.slice(offset, offset + PAGE)
      : await this.rounds.entriesPage(roundId, division, { offset, limit: PAGE });
    return { items: await this.views(actor, round, part), total, page, pages };
  }

  /** All of them by number, some hundreds at a time. */
  async *all(actor: Actor, roundId: string): AsyncGenerator<RoundEntryView> {
    const round = await this.access.managed(actor, roundId);
    const limit = AT_ONCE;
    for (let offset = 0; ; offset += limit) {
      const part = await this.rounds.entriesPage(roundId, undefined, { offset, limit });
      yield* await this.views(actor, round, part);
      if (part.length < limit) return;
    }
  }

  /** An entry that is closed to the actor is found by what is told of it alone: not by its title, judges or sheets. */
  private async matching(actor: Actor, round: ReviewRound, query: RoundEntryQuery): Promise<EntryBrief[]> {
    const { text, division, judge } = query;
    const among = await this.narrowed(round, query);
    const wanted = text?.toLowerCase();
    const found = (await this.rounds.committedEntries(round.id)).filter(({ id, number, title, division: own }) => {
      if (wanted && !number.toLowerCase().includes(wanted) && !title.toLowerCase().includes(wanted)) return false;
      if (division && own !== division) return false;
      return among.every((some) => some.has(id));
    });
    const closed = await this.parties.closedTo(actor, found);
    const byNumber = ({ number }: EntryBrief) => !query.only && !judge && number.toLowerCase().includes(wanted!);
    return found.filter((entry) => !closed.has(entry.projectId) || byNumber(entry));
  }

  /** What an entry has to be among for what it is narrowed to besides its words and division. */
  private async narrowed(round: ReviewRound, { only, judge }: RoundEntryQuery): Promise<ReadonlySet<string>[]> {
    const among: ReadonlySet<string>[] = [];
    if (judge) among.push(new Set((await this.judging.givenTo(round, judge)).map(({ entryId }) => entryId)));
    if (!only) return among;
    const gone = await this.rounds.withdrawn(round.id);
    return [...among, new Set([...(await this.only(round, only))].filter((id) => !gone.has(id)))];
  }

  private async only(round: ReviewRound, only: NonNullable<RoundEntryQuery['only']>): Promise<Iterable<string>> {
    if (only === 'open') return this.rounds.unfinished(round.id, await this.judging.gone(round));
    if (only === 'short')
      return (await this.rounds.short(round, await this.judging.gone(round), 'committed')).map(
        ({ entryId }) => entryId,
      );
    if (round.state === 'open') throw failure('online_review.still_open');
    return divergentSheets(round.plan, (await this.results.committedSheets(round)).sheets).map(({ entry }) => entry);
  }

  private async views(actor: Actor, round: ReviewRound, entries: readonly EntryBrief[]): Promise<RoundEntryView[]> {
    const { definition } = await this.editions.get(round.editionId);
    const names = await this.parties.of(round);
    const closed = await this.parties.closedTo(actor, entries);
    const ids = entries.map(({ id }) => id);
    const gone = await this.rounds.withdrawn(round.id, ids);
    const ofEntry = ({ entryId }: { entryId: string }) => entryId;
    const pairs = grouped(await this.judging.givenAmong(round, ids), ofEntry);
    const recusals = grouped(await this.review.recusalsAmong(ids), ofEntry);
    const taken = grouped(await this.review.takenByDismissed(round.id), ofEntry);
    const scored = new Set((await this.review.scoredAmong(ids)).map(keyOf));
    const late = new Map((await this.review.lateTiesAmong(ids)).map((one) => [keyOf(one), one.reason]));
    return entries.map((entry) => {
      const hidden = closed.has(entry.projectId);
      const view = (personId: string, state: PairState, locked: boolean, reason: string | null) => ({
        personId,
        name: names.get(personId)?.name ?? '',
        kind: names.get(personId)!.kind,
        state,
        locked,
        reason,
        lateTie: state === 'scored' ? (late.get(`${entry.id} ${personId}`) ?? null) : null,
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
              ...(pairs.get(entry.id) ?? []).map((pair) =>
                view(pair.personId, stateOf(pair, scored), pair.locked, null),
              ),
              ...(recusals.get(entry.id) ?? []).map(({ personId, reason }) => view(personId, 'recused', false, reason)),
              ...(taken.get(entry.id) ?? []).map(({ personId, reason }) => view(personId, 'lifted', false, reason)),
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
