import { createWorkload as createSearches } from './positions.mjs';
import { Connection } from './connection.mjs';

/** What goes on beside the stage: one export after another, each by the next of `exporters`, and one search after another, until told to end. */
export function createWorkload({ port, exportPath, exporters, fairId, rows, tokens }) {
  const searches = createSearches({ fairId, rows, tokens });
  let ending;
  let running;
  let made = 0;

  const exportOn = async (end) => {
    let exports = 0;
    do {
      const answer = await fetch(`http://127.0.0.1:${port}${exportPath}`, {
        headers: { cookie: `haishi_session=${exporters[made++ % exporters.length]}` },
      });
      const { byteLength } = await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`The export was answered ${answer.status}`);
      exports += 1;
      if (byteLength < rows) throw new Error(`The export has ${byteLength} bytes alone.`);
    } while (!end.aborted);
    return exports;
  };
  const searchOn = async (end) => {
    const connection = new Connection(port);
    await connection.ready();
    let found = 0;
    do {
      const { text, status, holds } = searches.next('ours');
      const answer = await connection.send(text);
      if (answer.status !== status || !answer.body.includes(holds))
        throw new Error(`A search was answered ${answer.status} ${answer.body}`);
      found += 1;
    } while (!end.aborted);
    connection.close();
    return found;
  };

  return {
    async run({ begin }) {
      if (begin) {
        ending = new AbortController();
        running = Promise.all([exportOn(ending.signal), searchOn(ending.signal)]);
        running.catch(() => {});
        return {};
      }
      ending.abort();
      const [exports, found] = await running;
      return { exports, searches: found };
    },
  };
}
