import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Database, isDuplicateKey, Jobs, type RunningJob, systemActor, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal, IsNull } from 'typeorm';
import { assignmentProblems } from '../assignment/assignment.input.rules.js';
import type { AssignmentProgress, AssignmentTask } from '../assignment/assignment.model.js';
import { solveAssignment } from '../assignment/assignment.solver.js';
import { AssignmentRun, type RunState } from './run.entity.js';

const JOB = 'review.assign';
const BEAT_MS = 1000;
const ACTOR = systemActor('jobs');
const CANCELLED = new Error('The run was cancelled.');

export interface RunOptions {
  seed: number;
  seconds: number;
  /** As {@link AssignmentRun} keeps them. */
  leftTies?: readonly string[];
}

/** Told of each step of a run, and of its end, in the transaction that stores it. */
export type RunListener = (work: Work, run: AssignmentRun) => Promise<void>;

/** Searches for assignments, one of a panel at a time, on behalf of rooms that have checked the actor and hold the panel's lock. */
@Injectable()
export class AssignmentRuns implements OnModuleInit {
  private readonly listeners = new Map<string, RunListener>();

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register<{ runId: string }>({ kind: JOB, run: (job) => this.solve(job) });
  }

  /** To be called in `onModuleInit`, by the room of panels with this context. */
  listen(contextType: string, listener: RunListener): void {
    this.listeners.set(contextType, listener);
  }

  /** Starts a search after the commit. Fails with `review.assignment_running`, or `review.assignment_faulty` with every problem of the task. */
  async start(
    work: Work,
    panelId: string,
    task: AssignmentTask,
    { seed, seconds, leftTies = [] }: RunOptions,
  ): Promise<AssignmentRun> {
    const problems = assignmentProblems(task);
    if (problems.length > 0) throw failure('review.assignment_faulty', { data: { problems } });
    const [latest] = await work.manager.find(AssignmentRun, {
      select: { id: true, number: true, state: true },
      where: { panelId: Equal(panelId) },
      order: { number: 'DESC' },
      take: 1,
    });
    if (latest?.state === 'running') throw failure('review.assignment_running');
    const run = work.manager.create(AssignmentRun, {
      id: newId(),
      panelId,
      number: (latest?.number ?? 0) + 1,
      state: 'running',
      task,
      seed,
      seconds,
      progress: null,
      answer: null,
      leftTies: leftTies.length > 0 ? [...leftTies] : null,
      startedAt: work.now,
      startedBy: work.actor.id,
      endedAt: null,
      appliedAt: null,
      appliedBy: null,
    });
    try {
      await work.manager.insert(AssignmentRun, run);
    } catch (error) {
      throw isDuplicateKey(error) ? failure('review.assignment_running') : error;
    }
    await this.jobs.enqueue(work, JOB, { runId: run.id });
    return run;
  }

  /** Ends a search that is under way. Fails with `review.assignment_not_running`. */
  async cancel(work: Work, runId: string): Promise<void> {
    const { affected } = await work.manager.update(
      AssignmentRun,
      { id: Equal(runId), state: Equal('running') },
      { state: 'cancelled', endedAt: work.now },
    );
    if (affected !== 1) throw failure('review.assignment_not_running');
  }

  /** The pairs of a run are the panel's from now on. Fails with `review.assignment_not_found` where it has none, or was applied. */
  async applied(work: Work, runId: string): Promise<void> {
    const { affected } = await work.manager.update(
      AssignmentRun,
      { id: Equal(runId), state: Equal('done'), appliedAt: IsNull() },
      { appliedAt: work.now, appliedBy: work.actor.id },
    );
    if (affected !== 1) throw failure('review.assignment_not_found');
  }

  private async solve({ input: { runId }, signal, progress }: RunningJob<{ runId: string }>): Promise<void> {
    const run = await this.database.manager.findOneBy(AssignmentRun, { id: Equal(runId) });
    if (run?.state !== 'running') return;
    const ended = new AbortController();
    let step: AssignmentProgress | null = null;
    const beat = setInterval(() => {
      const told = step;
      this.tell(run, told, ended).catch((error: unknown) => ended.abort(error));
      if (told) void progress(told.part, told.parts, told.stage).catch((error: unknown) => ended.abort(error));
    }, BEAT_MS);
    try {
      const answer = await solveAssignment(run.task, {
        seed: run.seed,
        seconds: run.seconds,
        progress: (next) => (step = next),
        signal: AbortSignal.any([signal, ended.signal]),
      });
      await this.end(run, { state: 'done', answer });
    } catch (error) {
      // Cancelled by hand it has ended already; where it could not be told how far it is, it is taken up once more.
      if (signal.aborted || (ended.signal.aborted && ended.signal.reason !== CANCELLED)) throw error;
      if (!ended.signal.aborted) await this.end(run, { state: 'failed', answer: null });
    } finally {
      clearInterval(beat);
    }
  }

  /** Stores and tells how far a run is; ends it where somebody cancelled it meanwhile. */
  private async tell(run: AssignmentRun, step: AssignmentProgress | null, ended: AbortController): Promise<void> {
    await this.unitOfWork.run(ACTOR, async (work) => {
      const held = await work.manager.update(
        AssignmentRun,
        { id: Equal(run.id), state: Equal('running') },
        { progress: step },
      );
      if (held.affected !== 1) ended.abort(CANCELLED);
      else if (step && JSON.stringify(step) !== JSON.stringify(run.progress)) {
        run.progress = step;
        await this.announce(work, run);
      }
    });
  }

  private async end(run: AssignmentRun, { state, answer }: Pick<AssignmentRun, 'answer'> & { state: RunState }) {
    await this.unitOfWork.run(ACTOR, async (work) => {
      const end = { state, answer, endedAt: work.now };
      const { affected } = await work.manager.update(
        AssignmentRun,
        { id: Equal(run.id), state: Equal('running') },
        end as never,
      );
      if (affected === 1) await this.announce(work, { ...run, ...end });
    });
  }

  private async announce(work: Work, run: AssignmentRun): Promise<void> {
    const [panel] = await work.query<{ contextType: string }>('SELECT contextType FROM panels WHERE id = ?', [
      run.panelId,
    ]);
    await this.listeners.get(panel?.contextType ?? '')?.(work, run);
  }
}
