import { type Actor, failure } from '@haishi/contracts';
import { insertRows, isDuplicateKey, type Work } from '@haishi/platform';
import { type Expert, Panels } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Onward } from '../advancement/onward.js';
import { Edition } from '../edition/edition.entity.js';
import { ReviewEntry, type ReviewRound } from './round.entity.js';
import { ReviewNames } from './review.names.js';
import { RoundParties } from './round.parties.js';
import { RoundRecusing } from './round.recusing.js';
import { RoundQueries } from './round.queries.js';
import { RoundTask } from './round.task.js';

/** An entry with fewer judges than the plan asks for. */
export interface ShortEntry {
  entryId: string;
  has: number;
}

/** Entries that a failure names. */
const NAMED = 5;

/** Who and what is on a round's panel. The caller holds the panel's lock. */
@Injectable()
export class RoundIntake {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly parties: RoundParties,
    private readonly panels: Panels,
    private readonly onward: Onward,
    private readonly recusing: RoundRecusing,
    private readonly names: ReviewNames,
    private readonly task: RoundTask,
  ) {}

  /** Takes in what waits: accepted projects, and experts with an account and the role. Repeated, it adds only what is new. */
  async take(
    work: Work,
    round: ReviewRound,
  ): Promise<{ entries: number; judges: number; recusals: number; left: string[] }> {
    const entries = await this.takeProjects(work, round);
    const judges = await this.parties.seat(work, round);
    const { added, left } = await this.recusing.recuse(work, round);
    return { entries, judges, recusals: added.length, left: left.map(({ entryId }) => entryId) };
  }

  /** Fails with `online_review.tied` where one of the entries is closed to the actor by a tie of their own. */
  async assertFree(actor: Actor, { id }: ReviewRound, entryIds: readonly string[]): Promise<void> {
    const entries = await this.rounds.entriesByIds(id, entryIds);
    if ((await this.names.closedTo(actor, entries)).size > 0)
      throw failure('online_review.tied', { field: 'entryIds' });
  }

  /**
   * Of whatever decides on results: what its event keeps, which is the numbers of the entries that the actor has a tie to and decides
   * on nevertheless. Fails with `online_review.others_decide`.
   */
  async assertDecides(actor: Actor, round: ReviewRound): Promise<{ tied?: string[] }> {
    const { numbers } = await this.names.tiedDeciding(actor, round, await this.rounds.entries(round.id));
    return numbers.length > 0 ? { tied: numbers } : {};
  }

  /** The entries that are closed to the actor: whatever counts them would tell who judges them. */
  async closedTo(actor: Actor, round: ReviewRound): Promise<string[]> {
    return this.rounds.idsOfProjects(round.id, await this.names.closedIn(actor, round));
  }

  /** The entries whose project was withdrawn since. */
  withdrawn({ id }: ReviewRound): Promise<Set<string>> {
    return this.rounds.withdrawn(id);
  }

  /** The experts who can be asked, by person. */
  ready(round: ReviewRound): Promise<Map<string, Expert>> {
    return this.parties.ready(round);
  }

  /** How many accepted projects that may enter were not taken in. */
  async waiting({ editionId, stageCode }: ReviewRound): Promise<number> {
    const onward = await this.onward.into(editionId, stageCode);
    const ids = await this.rounds.waitingIds(editionId, stageCode);
    return ids.filter((id) => onward === null || onward.has(id)).length;
  }

  /** The judges who were given any entry and can still score it. */
  asked(round: ReviewRound): Promise<string[]> {
    return this.parties.asked(round);
  }

  /** How many entries are to be judged, and those with too few judges who can still do it. */
  async coverage(round: ReviewRound, from: 'work' | 'committed'): Promise<{ entries: number; short: ShortEntry[] }> {
    const withdrawn = await this.rounds.withdrawn(round.id);
    const entries = await this.rounds.countEntries(round.id);
    const short = await this.rounds.short(round, await this.parties.gone(round), from);
    return { entries: entries - withdrawn.size, short: short.filter(({ entryId }) => !withdrawn.has(entryId)) };
  }

  /** Fails with `online_review.entries_unfit` that names entries whose judges are not such as the plan asks for. */
  async assertFit(round: ReviewRound): Promise<void> {
    const unfit = await this.task.unfit(round);
    if (unfit.length === 0) return;
    const named = await this.rounds.entriesByIds(round.id, unfit.slice(0, NAMED));
    const numbers = named.map(({ number }) => number).toSorted();
    throw failure('online_review.entries_unfit', { params: { count: unfit.length, numbers } });
  }

  private async takeProjects(work: Work, round: ReviewRound): Promise<number> {
    // An organiser who moves a project holds it too: an entry never says where its project stood before.
    await work.lockRow(Edition, round.editionId);
    const onward = await this.onward.into(round.editionId, round.stageCode);
    const accepted = await this.rounds.waiting(round.editionId, round.stageCode);
    const waiting = onward === null ? accepted : accepted.filter(({ id }) => onward.has(id));
    if (waiting.length === 0) return 0;
    const ids = await this.panels.addEntries(
      work,
      round.id,
      waiting.map(({ id }) => id),
    );
    const rows = waiting.map((project, index): ReviewEntry => ({
      id: ids[index]!,
      roundId: round.id,
      editionId: round.editionId,
      stageCode: round.stageCode,
      projectId: project.id,
      number: project.number,
      title: project.title,
      team: project.organisationName,
      division: project.division ?? '',
      field: project.field,
      region: project.region ?? '',
      extra: null,
      submission: project.submissions,
      score: null,
      raw: null,
      adjusted: null,
      tieValues: [],
      place: null,
      tiedWith: null,
      compared: null,
      sharing: null,
      leftDivergent: null,
    }));
    try {
      await insertRows(work, ReviewEntry, rows);
    } catch (error) {
      throw isDuplicateKey(error) ? failure('common.stale') : error;
    }
    // What is taken in while judges score is scored as well, once it was given to somebody.
    if (round.state === 'open') for (const id of ids) await this.panels.setState(work, id, 'open');
    return rows.length;
  }
}
