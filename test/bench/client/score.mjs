import { scoresOf, sheetRequest } from './sheet.mjs';

const COMMENT = '技术路线清晰，样机已在两家工厂验证，市场测算偏乐观。';

/**
 * Sheets of all judges of all sessions in turn, each for an entry that the judge has not scored. Of each thirty, three
 * correct a sheet that is stored, and three are refused: one that was changed meanwhile, one with a score out of range,
 * one for an entry that is closed.
 */
export function createWorkload({ sessions }) {
  const judges = sessions[0].judges.flatMap((_, seat) => sessions.map((session) => ({ session, seat })));
  const state = { ours: { requests: 0, sheets: 0 }, floor: { requests: 0, sheets: 0 } };

  const choose = (at) => {
    const place = at.requests % 30;
    const number = at.requests;
    const { judge, entryId } = at.stored ?? {};
    if (place === 9 && judge)
      return { judge, entryId, revision: 0, status: 409, holds: 'review.sheet_changed', refusal: true };
    if (place % 10 === 4 && judge) {
      const { revision } = at.stored;
      at.stored = undefined;
      return { judge, entryId, revision, status: 200, holds: `"revision":${revision + 1}` };
    }
    const { session, seat } = judges[at.sheets % judges.length];
    const next = { judge: session.judges[seat], revision: 0 };
    if (place === 29)
      return { ...next, entryId: session.closedEntryId, status: 409, holds: 'review.scoring_closed', refusal: true };
    const open = session.entryIds[Math.floor(at.sheets / judges.length)];
    if (open === undefined) throw new Error('The entries ran out.');
    if (place === 19)
      return {
        ...next,
        entryId: open,
        scores: { ...scoresOf(number), TECH: 3050 },
        status: 422,
        holds: 'review.score_out_of_range',
        refusal: true,
      };
    at.sheets += 1;
    const done = () => (at.stored = { judge: next.judge, entryId: open, revision: 1 });
    return { ...next, entryId: open, status: 200, holds: '"revision":1', done };
  };

  return {
    next(side) {
      const at = state[side];
      const { judge, entryId, revision, scores = scoresOf(at.requests), ...expected } = choose(at);
      at.requests += 1;
      return { text: sheetRequest({ judge, entryId, revision, scores, comment: COMMENT }), ...expected };
    },
  };
}
