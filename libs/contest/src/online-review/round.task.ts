import { type Actor, failure } from '@haishi/contracts';
import { AssignedQueries, type AssignmentTask, ReviewQueries, verifyAssignment } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { ReviewNames } from './review.names.js';
import type { ReviewEntry, ReviewRound } from './round.entity.js';
import { RoundParties } from './round.parties.js';
import { RoundQueries } from './round.queries.js';
import { taskOf } from './task.rules.js';

/** Demands on who judges an entry. */
const UNFIT: ReadonlySet<string> = new Set(['composition', 'institution', 'home_region', 'language']);

/** What a search for an assignment is made of. */
@Injectable()
export class RoundTask {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly assigned: AssignedQueries,
    private readonly review: ReviewQueries,
    private readonly names: ReviewNames,
    private readonly parties: RoundParties,
  ) {}

  /**
   * As everything stands now. Judges whom the pool no longer has, or who lost the role, are given nothing new, and what they have is
   * kept for them only where their sheet is in, also where it was given by hand.
   */
  async of(round: ReviewRound): Promise<AssignmentTask> {
    const gone = await this.rounds.withdrawn(round.id);
    const languages = await this.rounds.languages(round.id);
    const entries = (await this.rounds.entries(round.id))
      .filter(({ id }) => !gone.has(id))
      .map((entry) => ({ ...entry, language: languages.get(entry.id) }));
    const experts = await this.parties.ready(round);
    const sheets = new Set(
      (await this.review.scored(round.id)).map(({ entryId, personId }) => `${entryId} ${personId}`),
    );
    const pairs = (await this.assigned.pairs(round.id)).map(({ entryId, personId, locked }) => ({
      entryId,
      personId,
      fixed: (locked && experts.has(personId)) || sheets.has(`${entryId} ${personId}`),
    }));
    const held = new Map<string, number>();
    for (const { personId, fixed } of pairs) if (fixed) held.set(personId, (held.get(personId) ?? 0) + 1);
    const judges = (await this.parties.seated(round)).flatMap((judge) => {
      const expert = experts.get(judge.personId);
      if (!expert && !held.has(judge.personId)) return [];
      return {
        ...judge,
        fields: expert?.fields ?? [],
        region: expert?.region ?? null,
        languages: expert?.languages ?? null,
        capacity: expert ? expert.capacity : 0,
      };
    });
    return taskOf(round.plan, judges, entries, { pairs, barred: await this.review.recused(round.id) });
  }

  /**
   * The entries whose judges, as the pool has them by now, are not such as a search would give them: of too few of a kind, of one
   * institution, from the entry's region, or not reading its language. How many they are, and how many a judge has, is left aside.
   */
  async unfit(round: ReviewRound): Promise<string[]> {
    const task = await this.of(round);
    const rules = { ...task.rules, overlap: { connected: false, sharedByPanels: 0 } };
    const broken = verifyAssignment({ ...task, rules }, task.existing);
    return [...new Set(broken.flatMap((one) => (UNFIT.has(one.kind) && 'entry' in one ? [one.entry] : [])))];
  }

  /**
   * The entry, to whoever may decide on its judges. Fails with `common.not_found` where the round has no such entry, and with
   * `online_review.tied` where the actor belongs to the project or is recused from it.
   */
  async entry(actor: Actor, roundId: string, entryId: string): Promise<ReviewEntry> {
    const entry = await this.rounds.entry(roundId, entryId);
    if ((await this.names.closedTo(actor, [entry])).size > 0) throw failure('online_review.tied', { field: 'entryId' });
    return entry;
  }

  /**
   * Fails with `online_review.judge_gone` where the judge is not asked any more, with `online_review.home_region` where the plan
   * keeps judges from their own region and this is the judge's, with `online_review.language` where it keeps them from what they
   * do not read, and with `online_review.same_institution` where it has one judge of an institution on an entry and has another of theirs.
   */
  async assertFit(round: ReviewRound, { id, region }: ReviewEntry, personId: string): Promise<void> {
    const expert = (await this.parties.ready(round)).get(personId);
    if (!expert) throw failure('online_review.judge_gone', { field: 'personId' });
    if (round.plan.awayFromHome && expert.region === region)
      throw failure('online_review.home_region', { field: 'personId' });
    const language = (await this.rounds.languages(round.id)).get(id);
    if (round.plan.readLanguages && language && !expert.languages.includes(language))
      throw failure('online_review.language', { field: 'personId' });
    if (!round.plan.onePerInstitution) return;
    const able = (await this.parties.givenAmong(round, [id])).filter((one) => !one.lost && one.personId !== personId);
    if (
      await this.parties.shareInstitution(
        round,
        personId,
        able.map((one) => one.personId),
      )
    )
      throw failure('online_review.same_institution', { field: 'personId' });
  }
}
