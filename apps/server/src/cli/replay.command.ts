import { readFile } from 'node:fs/promises';
import { differences, readLog, replay, ReplayError, type SessionLog } from '@haishi/contest';
import { StartupError } from '@haishi/platform';
import { formatFixed } from '@haishi/kernel';
import { type Command, onlyFile } from './command.js';

/** Differences told at once; one already says that the log and its outcome do not belong together. */
const TOLD = 20;

/** Works a session's result out again from its event log alone; needs neither the database nor the server. */
export const replayCommand: Command = {
  usage: 'FILE',
  summary: '按事件记录复算一场路演 · work a roadshow session out again from its event log',
  async run(_environment, args, terminal) {
    const log = await read(onlyFile(args));
    const { entries, unknown } = replayed(log);
    const found = [...unknown.map((type) => `? ${type}`), ...differences(entries, log.outcome.entries)];
    if (found.length > 0) {
      const told = found.slice(0, TOLD).join('; ');
      throw new StartupError(`复算结果与记录不一致：${told}`, `the replay differs from the log: ${told}`);
    }
    for (const entry of entries.toSorted((one, other) => placeOf(one) - placeOf(other) || 0)) {
      const { number, result } = entry;
      const place = placeOf(entry);
      const score = result.score === null ? '–' : formatFixed(result.score, log.definition.aggregation.decimals);
      terminal.say(`${(Number.isFinite(place) ? String(place) : '–').padStart(4)}  ${number}  ${score}`);
    }
    terminal.say(
      `复算一致：${log.events.length} 条事件，${entries.length} 个项目。 (The same by replay: ${log.events.length} events, ${entries.length} entries.)`,
    );
  },
};

/** In the end; until the session is closed, on the board. */
const placeOf = ({ result, place }: SessionLog['outcome']['entries'][number]) => result.place ?? place ?? Infinity;

async function read(path: string): Promise<SessionLog> {
  try {
    return readLog(await readFile(path, 'utf8'));
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof SyntaxError)
      throw new StartupError(
        `${path} 不是一场路演的事件记录：${message}`,
        `not the event log of a session: ${message}`,
      );
    throw new StartupError(`不能读取 ${path}：${message}`, `cannot read ${path}: ${message}`);
  }
}

function replayed({ definition, events }: SessionLog) {
  try {
    return replay(definition, events);
  } catch (error) {
    if (!(error instanceof ReplayError)) throw error;
    throw new StartupError(
      `记录有缺失或被改动：${error.message}`,
      `something is missing in the log or was changed: ${error.message}`,
    );
  }
}
