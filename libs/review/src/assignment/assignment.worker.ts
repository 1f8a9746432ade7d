import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import type { AssignmentTask } from './assignment.model.js';
import { searchAssignment, type SearchOptions } from './assignment.search.js';

const NICE = 10;

const { task, options } = workerData as { task: AssignmentTask; options: SearchOptions };
// On Linux it is a thread's own: whoever acts meanwhile comes first where processors are few.
if (process.platform === 'linux') setPriority(NICE);

// Its types describe the CommonJS build, where the loader is a property; what is loaded here is the module, where it is not.
const highs = await (loadHighs as unknown as typeof loadHighs.default)();
const answer = searchAssignment(highs, task, options, (progress) => parentPort!.postMessage({ progress }));
parentPort!.postMessage({ answer });
