import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { solveAssignment, verifyAssignment } from '@haishi/review';
import { assignmentTask } from './assignment.mjs';

const [own] = await once(process, 'message');
const task = assignmentTask(own);
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const begun = performance.now();
let [last, blocked] = [process.threadCpuUsage(), 0];
const tick = () => {
  const { user, system } = process.threadCpuUsage(last);
  blocked = Math.max(blocked, (user + system) / 1000);
  last = process.threadCpuUsage();
};
const ticking = setInterval(tick, 5);
const answer = await solveAssignment(task);
const seconds = (performance.now() - begun) / 1000;
delay.disable();
tick();
clearInterval(ticking);
if (answer.kind === 'assigned' && verifyAssignment(task, answer.pairs).length > 0)
  throw new Error('A demand is broken.');
process.send({
  kind: answer.kind,
  gap: answer.gap,
  cost: answer.cost?.total,
  bound: answer.bound,
  seconds: Math.round(seconds * 100) / 100,
  rss: Math.round(process.resourceUsage().maxRSS / 1024),
  /** The longest that the loop came late, which other programs of the machine may cause. */
  delay: Math.round(delay.max / 1e6),
  /** The longest that the loop's own thread worked between two ticks: what did not wait for other programs. */
  blocked: Math.round(blocked),
});
process.disconnect();
