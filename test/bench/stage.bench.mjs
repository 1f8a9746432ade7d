import { ROADSHOW_DESK, ROADSHOW_SCREEN } from '@haishi/contracts';
import { median, quantile, startClient } from './support/blocks.mjs';
import { makePlace } from './support/database.mjs';
import { insertAll, newToken, screenLink, signedIn } from './support/identity.mjs';
import { insertPositions, makeFair } from './support/positions.mjs';
import { startServer } from './support/process.mjs';
import { productFlags } from './support/sides.mjs';
import { makeStage } from './support/stage.mjs';
import { makeTrail } from './support/trail.mjs';

const SESSIONS = 20;
const SCREENS = 2_000;
/** Within which all 140 judges hand in their sheets for an entry. The next entry follows at once. */
const WINDOW_MS = 1_000;
const POSITIONS = 100_000;
const EVENTS = 20_000;
/** So many that none of them asks for more lists than one person is made. */
const AUDITORS = 12;
const EXPORT = '/api/v1/audit/export?format=xlsx';

const PARTS = {
  idle: { watched: false, busy: false },
  watched: { watched: true, busy: false, size: `${SCREENS} screens` },
  busy: { watched: true, busy: true, size: `${SCREENS} screens, export, search` },
};

/**
 * A judge's sheet acknowledged while all judges of all sessions score at once before their screens, beside the same
 * sheets one after another with nobody looking.
 */
export const stage = {
  name: 'stage',
  better: 'lower',
  async run({ engine, mysqlUrl, blocks, seconds }) {
    const entries = Math.max(1, Math.round((seconds * 1000) / WINDOW_MS));
    const content = makeContent((blocks + 1) * Object.keys(PARTS).length * entries);
    const place = await makePlace(engine, mysqlUrl);
    const clients = [];
    let server;
    try {
      await insertAll(place, content.rows);
      await insertAll(place, makeTrail(EVENTS, place.settings.HAISHI_KEY));
      await insertPositions(place, content.fair, POSITIONS);
      server = await startServer(place.settings, undefined, productFlags());
      const { port } = server;
      const open = async (workload, config) => {
        const client = await startClient(workload, config);
        clients.push(client);
        return client;
      };
      const judges = await open('judges', { port, sessions: content.sessions });
      const watchers = await open('watchers', {});
      const office = await open('office', {
        port,
        exportPath: EXPORT,
        exporters: content.exporters,
        fairId: content.fair.id,
        rows: POSITIONS,
        tokens: [''],
      });
      // The first search builds the index, the first export starts the worker.
      await office.ask({ begin: true });
      await office.ask({ end: true });

      let next = 0;
      const take = () => Array.from({ length: entries }, () => next++);
      const score = async ({ watched, busy }) => {
        if (!watched) return summary((await judges.ask({ entries: take() })).latencies);
        const before = (await watchers.ask({ await: 0 })).received;
        if (busy) await office.ask({ begin: true });
        const cpu = server.cpu();
        const { latencies } = await judges.ask({ entries: take(), windowMs: WINDOW_MS });
        const used = (server.cpu() - cpu) / (entries * WINDOW_MS);
        const done = busy ? await office.ask({ end: true }) : {};
        await watchers.ask({ await: before + latencies.length * content.listenersOfSession });
        return { ...summary(latencies), used, ...done };
      };
      const measured = { idle: [], watched: [], busy: [] };
      for (let block = 0; block <= blocks; block += 1) {
        const order = Object.keys(PARTS);
        for (const part of block % 2 === 0 ? order : order.reverse()) {
          if (PARTS[part].watched) await watchers.ask({ open: { port, listeners: content.listeners } });
          const result = await score(PARTS[part]);
          if (PARTS[part].watched) await watchers.ask({ close: true });
          if (block > 0) measured[part].push(result);
        }
      }
      const rss = server.rss();
      return ['watched', 'busy'].map((part) => resultOf(part, measured, rss));
    } finally {
      for (const client of clients) client.stop();
      await server?.stop();
      await place.remove();
    }
  },
};

function resultOf(part, measured, rss) {
  const of = (side, name) => median(measured[side].map((block) => block[name]));
  return {
    size: PARTS[part].size,
    mark: 2,
    ours: of(part, 'p99'),
    floor: of('idle', 'p99'),
    ratio: median(measured[part].map(({ p99 }, index) => p99 / measured.idle[index].p99)),
    unit: 'ms, p99',
    p50: of(part, 'p50'),
    p99: of(part, 'p99'),
    rss,
    floorP50: of('idle', 'p50'),
    sheets: of(part, 'count'),
    windowMs: WINDOW_MS,
    used: of(part, 'used'),
    ...(PARTS[part].busy ? { exports: of(part, 'exports'), searches: of(part, 'searches') } : {}),
    blocks: { ours: measured[part].map(({ p99 }) => p99), floor: measured.idle.map(({ p99 }) => p99) },
  };
}

function summary(latencies) {
  latencies.sort((one, other) => one - other);
  return { count: latencies.length, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}

/** The sessions with their screens and judges' desks, auditors, and a fair. */
function makeContent(entries) {
  const made = makeStage({ sessions: SESSIONS, entries });
  const links = made.sessions.map(({ id }) => ({ id, ...newToken() }));
  const auditors = signedIn(AUDITORS, 'auditor', 'system', '', true);
  const fair = makeFair();
  const rows = { ...made.rows, ...fair.rows, links: links.map((link) => screenLink(link, ROADSHOW_SCREEN, link.id)) };
  for (const [table, some] of Object.entries(auditors.rows)) rows[table] = [...rows[table], ...some];
  const screensOfSession = SCREENS / SESSIONS;
  const screens = Array.from({ length: SCREENS }, (_, index) => links[index % SESSIONS]);
  return {
    rows,
    fair,
    sessions: made.sessions,
    exporters: auditors.people.map(({ token }) => token),
    listenersOfSession: screensOfSession + made.sessions[0].judges.length,
    listeners: [
      ...screens.map(({ id, token }) => ({ subscription: { channel: ROADSHOW_SCREEN, key: id, token } })),
      ...made.sessions.flatMap(({ id, judges }) =>
        judges.map(({ token }) => ({
          subscription: { channel: ROADSHOW_DESK, key: id },
          cookie: `haishi_session=${token}`,
        })),
      ),
    ],
  };
}
