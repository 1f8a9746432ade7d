import { Screen } from './screen.mjs';

const AT_ONCE = 50;

/** Listeners that count what they are told. */
export function createWorkload() {
  let listeners = [];
  let received = 0;
  let awaited = Number.POSITIVE_INFINITY;
  let arrived;
  const onDelta = () => {
    received += 1;
    if (received >= awaited) arrived();
  };

  return {
    async run({ open, await: count, close }) {
      if (open) {
        for (let at = 0; at < open.listeners.length; at += AT_ONCE)
          await Promise.all(
            open.listeners.slice(at, at + AT_ONCE).map(({ subscription, cookie }) => {
              const listener = new Screen(open.port, onDelta, cookie);
              listeners.push(listener);
              return listener.listen(subscription);
            }),
          );
        received = 0;
      } else if (close) {
        for (const listener of listeners) listener.close();
        listeners = [];
      } else if (received < count) {
        awaited = count;
        await new Promise((resolve) => (arrived = resolve));
        awaited = Number.POSITIVE_INFINITY;
      }
      return { received };
    },
  };
}
