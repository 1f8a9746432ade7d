import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '../client/connection.mjs';
import { scoresOf, sheetRequest } from '../client/sheet.mjs';

/** Between two sheets, whoever hands them in. */
const SHEET_MS = 40;
const COMMENT = 'Convincing.';

/**
 * The judges of all sessions, each at a desk of their own, handing in the sheet of their first entry again and again: one
 * every {@link SHEET_MS}, whether or not those before are answered, so that a server that stands still is seen to.
 */
export async function seatJudges(port, sessions) {
  const desks = sessions[0].judges.flatMap((_, seat) =>
    sessions.map(({ judges, entryIds: [entryId] }) => ({
      judge: judges[seat],
      entryId,
      connection: new Connection(port),
      revision: 0,
      last: undefined,
    })),
  );
  await Promise.all(desks.map(({ connection }) => connection.ready()));
  let number = 0;

  const submit = async (desk) => {
    const due = performance.now();
    await desk.last;
    const { judge, entryId, connection, revision } = desk;
    desk.revision += 1;
    const sheet = { judge, entryId, revision, scores: scoresOf(number++), comment: COMMENT };
    const { status, body } = await connection.send(sheetRequest(sheet));
    if (status !== 200) throw new Error(`A sheet was answered ${status} ${body}`);
    return performance.now() - due;
  };

  return {
    /** Scores until `goesOn()` says no; answers how long each sheet took from the moment it was due, in milliseconds. */
    async score(goesOn) {
      const begun = performance.now();
      const sent = [];
      while (goesOn()) {
        const desk = desks[sent.length % desks.length];
        desk.last = submit(desk);
        desk.last.catch(() => {});
        sent.push(desk.last);
        await pause(Math.max(0, begun + sent.length * SHEET_MS - performance.now()));
      }
      return Promise.all(sent);
    },
    leave() {
      for (const { connection } of desks) connection.close();
    },
  };
}
