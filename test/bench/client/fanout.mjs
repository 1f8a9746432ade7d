import { Screen } from './screen.mjs';

const AT_ONCE = 50;

/** The screens of both sides. Moments are those of the machine's one monotonic clock, in milliseconds. */
export function createWorkload({ screens }) {
  const sides = { ours: newSide(), floor: newSide() };

  async function open(side, port, { subscription, count }) {
    const onDelta = (text) => {
      side.received += 1;
      side.text = text;
      if (side.received === side.awaited) side.arrived(Number(process.hrtime.bigint()) / 1e6);
    };
    for (let opened = 0; opened < count; opened += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, count - opened) }, () => new Screen(port, onDelta));
      await Promise.all(some.map((screen) => screen.listen(subscription)));
    }
    return {};
  }

  return {
    async run(task) {
      const side = sides[task.side];
      if (task.open) return open(side, task.port, task.open);
      if (task.ready) {
        side.awaited = side.received + screens;
        side.last = new Promise((resolve) => (side.arrived = resolve));
        return {};
      }
      return { last: await side.last, text: side.text };
    },
  };
}

/** `awaited` is the count of deltas at which all screens have the next. */
function newSide() {
  return { received: 0, awaited: 0, arrived: undefined, last: undefined, text: '' };
}
