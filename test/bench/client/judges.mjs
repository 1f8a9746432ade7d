import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from './connection.mjs';
import { scoresOf, sheetRequest } from './sheet.mjs';

const COMMENT = '技术路线清晰，样机已在两家工厂验证，市场测算偏乐观。';
/** Between one sheet's answer and the next sheet, where they come one after another. */
const PAUSE_MS = 10;

/** All judges of all sessions, each on a connection of their own, scoring one entry after the other. */
export function createWorkload({ port, sessions }) {
  const judges = sessions[0].judges.flatMap((_, seat) =>
    sessions.map(({ judges: seated, entryIds }) => ({ judge: seated[seat], entryIds })),
  );
  let pool;
  let number = 0;

  const connect = async () => {
    pool = judges.map(() => new Connection(port));
    await Promise.all(pool.map((connection) => connection.ready()));
  };
  const submit = async (index, entry) => {
    const { judge, entryIds } = judges[index];
    const text = sheetRequest({
      judge,
      entryId: entryIds[entry],
      revision: 0,
      scores: scoresOf(number++),
      comment: COMMENT,
    });
    const sent = performance.now();
    const { status, body } = await pool[index].send(text);
    if (status !== 200) throw new Error(`A sheet was answered ${status} ${body}`);
    return performance.now() - sent;
  };

  return {
    /** `windowMs`: within which all score an entry, each at a moment of their own; without it they take turns. */
    async run({ entries, windowMs }) {
      if (!pool) await connect();
      const latencies = [];
      for (const entry of entries) {
        if (windowMs === undefined)
          for (const index of judges.keys()) {
            latencies.push(await submit(index, entry));
            await pause(PAUSE_MS);
          }
        else
          await Promise.all([
            pause(windowMs),
            ...judges.map(async (_, index) => {
              await pause(Math.random() * windowMs);
              latencies.push(await submit(index, entry));
            }),
          ]);
      }
      return { latencies };
    },
  };
}
