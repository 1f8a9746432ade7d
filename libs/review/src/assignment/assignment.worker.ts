import { on, once } from 'node:events';
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import type { AssignmentTask } from './assignment.model.js';
import { toPieces, type Piece, PieceJoiner } from './assignment.pieces.js';
import { searchAssignment, type SearchOptions } from './assignment.search.js';

const NICE = 10;

const port = parentPort!;
const task = await given();
// On Linux it is a thread's own: whoever acts meanwhile comes first where processors are few.
if (process.platform === 'linux') setPriority(NICE);

// Its types describe the CommonJS build, where the loader is a property; what is loaded here is the module, where it is not.
const highs = await (loadHighs as unknown as typeof loadHighs.default)();
const answer = searchAssignment(highs, task, workerData as SearchOptions, (progress) => port.postMessage({ progress }));
for (const piece of toPieces(answer)) {
  port.postMessage({ piece });
  // Asked for one by one: whoever reads them has others to answer between.
  await once(port, 'message');
}

async function given(): Promise<AssignmentTask> {
  const joiner = new PieceJoiner<AssignmentTask>();
  for await (const [piece] of on(port, 'message') as AsyncIterable<[Piece<AssignmentTask>]>) {
    const whole = joiner.add(piece);
    if (whole) return whole;
  }
  throw new Error('The task of an assignment did not come.');
}
