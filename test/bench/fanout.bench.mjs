import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from './client/connection.mjs';
import { scoresOf, sheetRequest } from './client/sheet.mjs';
import { alternate, median, quantile, startClient } from './support/blocks.mjs';
import { insertAll, newToken, screenLink } from './support/identity.mjs';
import { COLLECTED } from './support/process.mjs';
import { startSides } from './support/sides.mjs';
import { makeStage } from './support/stage.mjs';

const SIZES = [1_000, 3_000];
/** Screens there are when memory is looked at first: until then a server grows for other reasons too. */
const SETTLED = 1_000;
const ENTRIES = 20;
const CHANNEL = 'roadshow.screen';
/** Between the end of one fan-out and the next score. */
const PAUSE_MS = 20;

const now = () => Number(process.hrtime.bigint()) / 1e6;

/** A judge's score acknowledged, until the last of the screens has its message. */
export const fanout = {
  name: 'fanout',
  better: 'lower',
  async run(settings) {
    const results = [];
    for (const screens of SIZES) results.push(...(await measure({ ...settings, screens, redisUrl: undefined })));
    // Two servers share a database that is a server itself.
    if (settings.redisUrl && settings.engine === 'mysql')
      results.push(...(await measure({ ...settings, screens: SIZES.at(-1) })));
    return results;
  },
};

async function measure({ engine, mysqlUrl, redisUrl, blocks, seconds, screens }) {
  const stage = makeStage({ sessions: 1, entries: ENTRIES });
  const [session] = stage.sessions;
  const [entryId] = session.entryIds;
  const { judges } = session;
  const link = newToken();
  const data = { scored: { entryId, scored: judges.length, expected: judges.length } };
  const sides = await startSides({
    engine,
    mysqlUrl,
    redisUrl,
    nodeFlags: COLLECTED,
    seed: (place) => insertAll(place, { ...stage.rows, links: [screenLink(link, CHANNEL, session.id)] }),
    floor: 'fanout.mjs',
    floorConfig: () => ({ channel: CHANNEL, key: session.id, seq: judges.length, data }),
  });
  let client;
  try {
    client = await startClient('fanout', { screens });
    const revisions = { ours: 0, floor: 0 };
    const openDesk = async (side) => {
      const desk = new Connection(sides[side].port);
      await desk.ready();
      return desk;
    };
    const submit = async (desk, side) => {
      const number = revisions[side];
      revisions[side] += 1;
      const judge = judges[number % judges.length];
      const revision = Math.floor(number / judges.length);
      const sheet = { judge, entryId, revision, scores: scoresOf(number), comment: 'Convincing.' };
      const { status, body } = await desk.send(sheetRequest(sheet));
      if (status !== 200) throw new Error(`${side} answered ${status} ${body}`);
    };
    const first = await openDesk('ours');
    for (const _judge of judges) await submit(first, 'ours');
    first.close();
    revisions.floor = revisions.ours;

    const kbPerScreen = {};
    const subscriptions = { ours: { channel: CHANNEL, key: session.id, token: link.token } };
    for (const side of ['ours', 'floor']) {
      const watched = sides[side].other ?? sides[side];
      const open = (count) =>
        client.ask({ side, port: watched.port, open: { subscription: subscriptions[side], count } });
      await open(SETTLED);
      const before = await watched.held();
      await open(screens - SETTLED);
      kbPerScreen[side] = ((await watched.held()) - before) / 1024 / (screens - SETTLED);
    }

    const texts = {};
    let rss = 0;
    const block = async (side) => {
      const sinceAck = [];
      const sinceSubmit = [];
      const desk = await openDesk(side);
      for (const deadline = now() + seconds * 1000; now() < deadline;) {
        await client.ask({ side, ready: true });
        const submitted = now();
        await submit(desk, side);
        const acknowledged = now();
        const { last, text } = await client.ask({ side });
        sinceAck.push(last - acknowledged);
        sinceSubmit.push(last - submitted);
        texts[side] = text.replace(/"seq":\d+/, '"seq":0');
        await pause(PAUSE_MS);
      }
      desk.close();
      if (texts.floor !== undefined && texts.ours !== undefined && texts.ours !== texts.floor)
        throw new Error(`The sides differ.\nours:  ${texts.ours}\nfloor: ${texts.floor}`);
      if (side === 'ours') rss = Math.max(rss, sides.ours.rss());
      for (const values of [sinceAck, sinceSubmit]) values.sort((one, other) => one - other);
      return {
        count: sinceAck.length,
        p50: quantile(sinceAck, 0.5),
        p99: quantile(sinceAck, 0.99),
        submitP50: quantile(sinceSubmit, 0.5),
        submitP99: quantile(sinceSubmit, 0.99),
      };
    };
    const measured = await alternate(blocks, { ours: () => block('ours'), floor: () => block('floor') });
    const of = (side, name) => median(measured[side].map((result) => result[name]));
    const ratioOf = (name) => median(measured.ours.map((result, index) => result[name] / measured.floor[index][name]));
    const size = `${screens} screens${redisUrl ? ' of the second server' : ''}`;
    const latency = {
      size,
      mark: 1.3,
      ours: of('ours', 'p99'),
      floor: of('floor', 'p99'),
      ratio: ratioOf('p99'),
      unit: 'ms, p99',
      p50: of('ours', 'p50'),
      p99: of('ours', 'p99'),
      rss,
      floorP50: of('floor', 'p50'),
      ratioP50: ratioOf('p50'),
      sinceSubmit: {
        p50: of('ours', 'submitP50'),
        p99: of('ours', 'submitP99'),
        floorP50: of('floor', 'submitP50'),
        floorP99: of('floor', 'submitP99'),
        ratio: ratioOf('submitP99'),
      },
      screens,
      events: of('ours', 'count'),
      blocks: { ours: measured.ours.map(({ p99 }) => p99), floor: measured.floor.map(({ p99 }) => p99) },
    };
    if (screens === SETTLED || redisUrl) return [latency];
    const { ours, floor } = kbPerScreen;
    return [latency, { size: `${size}, memory of each`, mark: 1.5, ours, floor, ratio: ours / floor, unit: 'kB', rss }];
  } finally {
    client?.stop();
    await sides.close();
  }
}
