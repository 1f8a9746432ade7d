import { setTimeout as pause } from 'node:timers/promises';
import { backOff } from '../../../apps/web/src/shared/live/back-off.ts';
import { Screen } from './screen.mjs';

const AT_ONCE = 50;

/** The screens of both sides, which are cut all at once and come back each by itself. */
export function createWorkload({ screens, subscriptions }) {
  const sides = { ours: [], floor: [] };
  const texts = new Set();

  const openOne = async (port, number) => {
    const screen = new Screen(port, () => {});
    texts.add(plain(await screen.listen(subscriptions[number % subscriptions.length])));
    return screen;
  };
  /** As long as Socket.IO's client waits before its first attempt. */
  const firstDelay = (spreadMs) => {
    const { reconnectionDelay, randomizationFactor } = backOff(spreadMs);
    return reconnectionDelay * (1 + randomizationFactor * (2 * Math.random() - 1));
  };

  async function openSlowly(port) {
    const opened = [];
    while (opened.length < screens) {
      const numbers = Array.from({ length: Math.min(AT_ONCE, screens - opened.length) }, (_, at) => opened.length + at);
      opened.push(...(await Promise.all(numbers.map((number) => openOne(port, number)))));
    }
    return opened;
  }

  return {
    /** Answers how long it took in milliseconds, and what the screens were sent, each text once. */
    async run({ side, port, back }) {
      texts.clear();
      const begun = performance.now();
      const cut = sides[side].splice(0);
      for (const screen of cut) screen.close();
      if (back === 'slowly') sides[side] = await openSlowly(port);
      else if (back)
        sides[side] = await Promise.all(
          Array.from({ length: screens }, async (_, number) => {
            if (back === 'backOff') await pause(firstDelay(cut[number]?.spreadMs));
            return openOne(port, number);
          }),
        );
      return { took: performance.now() - begun, texts: [...texts] };
    },
  };
}

/** An answer to a subscription, without its moment. */
function plain(text) {
  return text.replace(/"serverTime":\d+/, '"serverTime":0');
}
