import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { AssignmentAnswer, AssignmentProgress, AssignmentTask } from './assignment.model.js';
import { toPieces, type Piece, PieceJoiner } from './assignment.pieces.js';

export interface AssignmentOptions {
  /** The same seed gives the same answer, as long as time does not run out. */
  seed?: number;
  /** After so many seconds the best assignment that was found is answered; 90 by default. */
  seconds?: number;
  /** A gap that is not worth a further search; 0.0005 by default. */
  enough?: number;
  progress?(step: AssignmentProgress): void;
  signal?: AbortSignal;
}

/** A part is asked for time between rounds of the solver alone; a thread that does not come back is ended after this. */
const GRACE_SECONDS = 30;

/** Sources that run as they are name their neighbours as they will be built. */
const AS_SOURCES = `import { registerHooks } from 'node:module';
registerHooks({ resolve: (name, context, next) =>
  next(name.startsWith('.') && context.parentURL?.endsWith('.ts') ? name.replace(/\\.js$/, '.ts') : name, context) });`;

/**
 * Solves an assignment in a thread of its own, so that live work never waits for it. The answer has been checked against the
 * task by `verifyAssignment`, and its cost against the bound.
 *
 * @throws the reason of `signal` where it aborts; Error where the solver fails
 */
export function solveAssignment(task: AssignmentTask, options: AssignmentOptions = {}): Promise<AssignmentAnswer> {
  const { seed = 1, seconds = 90, enough = 0.0005, progress, signal } = options;
  signal?.throwIfAborted();
  const sources = import.meta.url.endsWith('.ts');
  const worker = new Worker(new URL(`./assignment.worker.${sources ? 'ts' : 'js'}`, import.meta.url), {
    workerData: { seed, seconds, enough },
    execArgv: sources ? ['--import', `data:text/javascript,${encodeURIComponent(AS_SOURCES)}`] : [],
  });
  return new Promise<AssignmentAnswer>((resolve, reject) => {
    const late = setTimeout(() => resolve({ kind: 'undecided', failing: [] }), (seconds + GRACE_SECONDS) * 1000);
    const abort = () => reject(signal!.reason as Error);
    signal?.addEventListener('abort', abort, { once: true });
    const joiner = new PieceJoiner<AssignmentAnswer>();
    worker.on('message', (message: { progress: AssignmentProgress } | { piece: Piece<AssignmentAnswer> }) => {
      if ('progress' in message) return progress?.(message.progress);
      const answer = joiner.add(message.piece);
      if (answer) resolve(answer);
      else worker.postMessage('more');
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      clearTimeout(late);
      signal?.removeEventListener('abort', abort);
      reject(new Error('The thread of an assignment ended without an answer.'));
    });
    hand(worker, task).catch(reject);
  }).finally(() => worker.terminate());
}

async function hand(worker: Worker, task: AssignmentTask): Promise<void> {
  for (const piece of toPieces(task)) {
    worker.postMessage(piece);
    await nextTurn();
  }
}
