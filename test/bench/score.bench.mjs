import { insertAll } from './support/identity.mjs';
import { measureLoad } from './support/measure.mjs';
import { makeStage } from './support/stage.mjs';

const SESSIONS = 20;
const CONNECTIONS = 32;
/** More than either side stores in a second, so that entries never run out. */
const SHEETS_A_SECOND = 4_000;

/** A judge's score stored, aggregated, ready: panel, sheet, history, result, event, and a message to each live channel. */
export const score = {
  name: 'score',
  better: 'higher',
  async run({ engine, mysqlUrl, blocks, seconds }) {
    const judges = SESSIONS * 7;
    const entries = Math.ceil(((blocks + 1) * seconds * SHEETS_A_SECOND) / judges) + 2;
    const stage = makeStage({ sessions: SESSIONS, entries });
    const closed = new Set(stage.sessions.map(({ entryIds }) => entryIds.at(-1)));
    for (const row of stage.rows.panel_entries) if (closed.has(row.id)) row.state = 'closed';
    const result = await measureLoad({
      engine,
      mysqlUrl,
      blocks,
      seconds,
      connections: CONNECTIONS,
      seed: (place) => insertAll(place, stage.rows),
      floor: 'score.mjs',
      floorConfig: () => ({
        editionId: stage.editionId,
        judges: stage.sessions.flatMap((session) =>
          session.judges.map(({ id, name, tokenHash }) => [tokenHash, { id, name }]),
        ),
      }),
      workload: 'score',
      clientConfig: {
        sessions: stage.sessions.map(({ judges: seated, entryIds }) => ({
          judges: seated.map(({ token, sessionId }) => ({ token, sessionId })),
          entryIds: entryIds.slice(0, -1),
          closedEntryId: entryIds.at(-1),
        })),
      },
    });
    return [{ ...result, connections: CONNECTIONS, sessions: SESSIONS, judges }];
  },
};
