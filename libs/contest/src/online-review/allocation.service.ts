import { type Actor, failure } from '@haishi/contracts';
import { AssignedPairs, AssignedQueries, AssignmentRuns, type RunBrief } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { givingExcess } from './giving.rules.js';
import { RoundCommands } from './round.commands.js';
import type { GiveInput, PairReasonInput, RunInput } from './round.dto.js';
import { RoundPublisher } from './round.publisher.js';
import { RoundTask } from './round.task.js';
import { RoundTies } from './round.ties.js';
import { stillAnswers } from './task.rules.js';

const USUAL_SECONDS = 90;

/** Who judges what, as organisers decide it: by a search, or by hand. */
@Injectable()
export class AllocationService {
  constructor(
    private readonly commands: RoundCommands,
    private readonly task: RoundTask,
    private readonly assigned: AssignedQueries,
    private readonly pairs: AssignedPairs,
    private readonly runs: AssignmentRuns,
    private readonly ties: RoundTies,
    private readonly publisher: RoundPublisher,
  ) {}

  /**
   * Starts a search on what is there now. Where a tie of the actor's own to an entry that they scored is found, it goes on, and the
   * run names the entry for somebody else to decide on. Fails with `online_review.empty`, and as `AssignmentRuns.start` does.
   */
  async run(actor: Actor, roundId: string, input: RunInput): Promise<void> {
    const found = await this.ties.look(roundId);
    await this.commands.manage(actor, roundId, 'assign', async (work, round) => {
      const leftTies = (await this.ties.sweepFound(work, round, found)).left.map(({ entryId }) => entryId);
      const task = await this.task.of(round);
      if (task.entries.length === 0 || task.judges.length === 0) throw failure('online_review.empty');
      const options = { seed: input.seed ?? 1, seconds: input.seconds ?? USUAL_SECONDS, leftTies };
      const run = await this.runs.start(work, roundId, task, options);
      await this.publisher.run(work, roundId, run);
      const { id, number, seed } = run;
      return {
        type: 'assignment.started',
        payload: { run: id, number, seed, judges: task.judges.length, entries: task.entries.length, leftTies },
      };
    });
  }

  cancel(actor: Actor, roundId: string, runId: string): Promise<void> {
    return this.commands.manage(actor, roundId, 'assign', async (work) => {
      const run = await this.find(roundId, runId);
      await this.runs.cancel(work, runId);
      await this.publisher.run(work, roundId, { ...run, state: 'cancelled' });
      return { type: 'assignment.cancelled', payload: { run: runId } };
    });
  }

  /**
   * The pairs of a search become the round's. Fails with `review.assignment_not_found`, and with `online_review.run_outdated`
   * where projects, judges, recusals or pairs are not what they were when it began; sheets may have come in.
   */
  async apply(actor: Actor, roundId: string, runId: string): Promise<void> {
    // Task and answer name every pair and never change: nobody who writes waits while they are read.
    const run = await this.assigned.run(roundId, runId);
    const found = await this.ties.look(roundId);
    await this.commands.manage(actor, roundId, 'assign', async (work, round) => {
      if (!run) throw failure('common.not_found');
      if (run.answer?.kind !== 'assigned') throw failure('review.assignment_not_found');
      await this.ties.sweepFound(work, round, found);
      if (!stillAnswers(run.task, await this.task.of(round), run.answer.pairs))
        throw failure('online_review.run_outdated');
      const wanted = run.answer.pairs.map(({ entry, judge }) => ({ entryId: entry, personId: judge }));
      const { added, removed } = await this.pairs.replace(work, roundId, wanted);
      await this.runs.applied(work, runId);
      const payload = { run: runId, added: added.length, removed: removed.length };
      return { type: 'assignment.applied', payload, given: added.map(({ personId }) => personId) };
    });
  }

  /**
   * Gives an entry to a judge by hand; searches keep the pair. Beyond the judges of the entry or the most that the judge takes on only
   * with a reason, which stays on record. Fails as {@link RoundTask.assertFit} and the engine do, with `online_review.tied`, and without
   * the reason as `givingExcess` says.
   */
  give(actor: Actor, roundId: string, { entryId, personId, reason = null }: GiveInput): Promise<void> {
    return this.commands.manage(actor, roundId, 'assign', async (work, round) => {
      const entry = await this.task.entry(actor, roundId, entryId);
      await this.task.assertFit(round, entry, personId);
      await this.ties.sweep(work, round, [entry]);
      const room = await this.task.roomFor(round, entry, personId);
      // A reason is asked for last: none makes up for what the engine refuses.
      await this.pairs.add(work, roundId, { entryId, personId });
      const excess = givingExcess(room);
      if (excess && !reason) throw failure(excess, { field: 'reason', params: { ...room } });
      const payload = { entryId, personId, ...(excess ? { exceeds: room, reason } : {}) };
      return { type: 'assignment.given', payload, given: [personId] };
    });
  }

  /** Takes an entry from a judge who has not scored it. Fails with `online_review.tied`. */
  take(actor: Actor, roundId: string, { entryId, personId, reason }: PairReasonInput): Promise<void> {
    return this.commands.manage(actor, roundId, 'assign', async (work) => {
      await this.task.entry(actor, roundId, entryId);
      const pair = await this.assigned.pair(entryId, personId);
      if (pair?.panelId !== roundId) throw failure('common.not_found');
      await this.pairs.remove(work, { entryId, personId });
      return { type: 'assignment.taken', payload: { entryId, personId, reason } };
    });
  }

  /**
   * Recuses a judge by hand, also after a sheet, which then no longer counts; once the round is closed, where the judge declared a tie
   * after it. Fails with `online_review.tied`.
   */
  recuse(actor: Actor, roundId: string, input: PairReasonInput): Promise<void> {
    return this.commands.manage(actor, roundId, 'settle', async (work, round) => {
      await this.task.entry(actor, roundId, input.entryId);
      await this.ties.assertSettles(round, input);
      await this.ties.add(work, roundId, 'staff', input);
      return { type: 'recusal.added', payload: { ...input, kind: 'staff' } };
    });
  }

  private async find(roundId: string, runId: string): Promise<RunBrief> {
    const run = (await this.assigned.runs(roundId)).find(({ id }) => id === runId);
    if (!run) throw failure('common.not_found');
    return run;
  }
}
