import { setTimeout as pause } from 'node:timers/promises';
import { Screen } from './client/screen.mjs';
import { alternate, median, quantile, startClient } from './support/blocks.mjs';
import { insertAll, newToken, screenLink } from './support/identity.mjs';
import { seatJudges } from './support/judging.mjs';
import { startSides } from './support/sides.mjs';
import { makeStage } from './support/stage.mjs';

const SCREENS = 3_000;
const SESSIONS = 20;
const CHANNEL = 'roadshow.screen';
/** Until the server has done with what was before. */
const SETTLE_MS = 300;
/** Until the server has seen how many watch, and told them. */
const TOLD_MS = 3_000;

/**
 * All screens cut at once: until the last of them has its snapshot again where each comes back at once, and what a
 * judge's sheet takes while they come back as pages do.
 */
export const reconnect = {
  name: 'reconnect',
  better: 'lower',
  async run({ engine, mysqlUrl, blocks, seconds }) {
    const stage = makeStage({ sessions: SESSIONS, entries: 20 });
    const links = stage.sessions.map(({ id }) => ({ id, ...newToken() }));
    const subscriptions = links.map(({ id, token }) => ({ channel: CHANNEL, key: id, token }));
    const sides = await startSides({
      engine,
      mysqlUrl,
      seed: (place) =>
        insertAll(place, { ...stage.rows, links: links.map((link) => screenLink(link, CHANNEL, link.id)) }),
      floor: 'reconnect.mjs',
      floorConfig: async ({ port }) => ({ answers: await answersOf(port, subscriptions) }),
    });
    let client;
    let judges;
    try {
      client = await startClient('reconnect', { screens: SCREENS, subscriptions });
      const come = (side, back) => client.ask({ side, port: sides[side].port, back });
      const results = [await cutAll({ come, sides, blocks })];
      await come('floor');
      judges = await seatJudges(sides.ours.port, stage.sessions);
      results.push(await scoreMeanwhile({ come, sides, judges, blocks, seconds }));
      return results;
    } finally {
      judges?.leave();
      client?.stop();
      await sides.close();
    }
  },
};

/** What the product answers to each subscription, for the floor to answer too. */
async function answersOf(port, subscriptions) {
  const answers = {};
  for (const subscription of subscriptions) {
    const screen = new Screen(port, () => {});
    // The screen reads a byte as a character.
    const text = Buffer.from(await screen.listen(subscription), 'latin1').toString();
    const [{ seq, snapshot }] = JSON.parse(text);
    answers[subscription.key] = { seq, snapshot };
    screen.close();
  }
  return answers;
}

async function cutAll({ come, sides, blocks }) {
  for (const side of ['ours', 'floor']) await come(side, 'slowly');
  const sent = {};
  let rss = 0;
  const block = async (side) => {
    const { took, texts } = await come(side, 'atOnce');
    sent[side] = texts.sort().join('\n');
    if (sent.floor && sent.ours && sent.floor !== sent.ours)
      throw new Error(`The sides differ.\nours:\n${sent.ours}\nfloor:\n${sent.floor}`);
    if (side === 'ours') rss = Math.max(rss, sides.ours.rss());
    return took;
  };
  const { ours, floor } = await alternate(blocks, { ours: () => block('ours'), floor: () => block('floor') });
  return {
    size: `${SCREENS} screens, all back`,
    mark: 1.5,
    ours: median(ours),
    floor: median(floor),
    ratio: median(ours.map((took, index) => took / floor[index])),
    unit: 'ms',
    rss,
    blocks: { ours, floor },
  };
}

async function scoreMeanwhile({ come, sides, judges, blocks, seconds }) {
  const settle = async () => {
    const settled = performance.now() + SETTLE_MS;
    await judges.score(() => performance.now() < settled);
  };
  const parts = {
    /** Nobody looks. */
    floor: async () => {
      await come('ours');
      await settle();
      const end = performance.now() + seconds * 1000;
      return summary(await judges.score(() => performance.now() < end));
    },
    /** One cut after another, each as long as it takes until all are back. */
    ours: async () => {
      await come('ours', 'slowly');
      await pause(TOLD_MS);
      await settle();
      const latencies = [];
      const took = [];
      for (const end = performance.now() + seconds * 1000; performance.now() < end;) {
        let away = true;
        const back = come('ours', 'backOff').finally(() => (away = false));
        latencies.push(...(await judges.score(() => away)));
        took.push((await back).took);
      }
      return { ...summary(latencies), took: median(took) };
    },
  };
  const measured = await alternate(blocks, parts);
  const of = (side, name) => median(measured[side].map((block) => block[name]));
  return {
    size: `${SCREENS} screens, scoring meanwhile`,
    mark: 2,
    ours: of('ours', 'p99'),
    floor: of('floor', 'p99'),
    ratio: median(measured.ours.map(({ p99 }, index) => p99 / measured.floor[index].p99)),
    unit: 'ms, p99',
    p50: of('ours', 'p50'),
    p99: of('ours', 'p99'),
    rss: sides.ours.rss(),
    floorP50: of('floor', 'p50'),
    allBackMs: of('ours', 'took'),
    sheets: of('ours', 'count'),
    blocks: { ours: measured.ours.map(({ p99 }) => p99), floor: measured.floor.map(({ p99 }) => p99) },
  };
}

function summary(latencies) {
  latencies.sort((one, other) => one - other);
  return { count: latencies.length, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}
