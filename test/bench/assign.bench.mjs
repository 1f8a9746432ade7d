import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { findNode } from '../../apps/server/bin/node.mjs';

const ONE = fileURLToPath(new URL('support/assign-one.mjs', import.meta.url));
const SEED = 1;
/** Marks: the gap to a proven bound, seconds, resident memory in MB. */
const CASES = [
  { entries: 3_173, judges: 200, composed: false, marks: { gap: 0, seconds: 10, rss: 600 } },
  { entries: 600, judges: 90, composed: true, marks: { gap: 0.001 } },
  { entries: 3_173, judges: 200, composed: true, marks: { gap: 0.005, seconds: 120 } },
  { entries: 31_730, judges: 210, composed: true, marks: { gap: 0.005, seconds: 120 } },
];
const LONGEST_BLOCK_MS = 50;

/** Assignments of entries to judges, each in a process of its own, so that its memory is told apart. */
export const assign = {
  name: 'assign',
  /** It needs no database and has no floor: the gap to what is proven to be the best possible takes its place. */
  async alone(say) {
    const parts = [];
    for (const { marks, ...own } of CASES) {
      const child = fork(ONE, [], { execPath: findNode() });
      child.send({ ...own, judgesPerEntry: 3, seed: SEED });
      const [measured] = await once(child, 'message');
      const all = { ...marks, blocked: LONGEST_BLOCK_MS };
      const met = measured.kind === 'assigned' && Object.keys(all).every((name) => measured[name] <= all[name]);
      const part = {
        size: `${own.entries}×${own.judges}×3${own.composed ? ', all rules' : ''}`,
        ...measured,
        marks: all,
        met,
      };
      say(JSON.stringify(part));
      parts.push(part);
    }
    const worst = (name) => Math.max(...parts.map((part) => part[name] ?? 1));
    return {
      gap: worst('gap'),
      seconds: worst('seconds'),
      rss: worst('rss'),
      blocked: worst('blocked'),
      delay: worst('delay'),
      parts,
    };
  },
};
