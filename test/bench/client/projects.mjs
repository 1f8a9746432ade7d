import { requestText } from './connection.mjs';

const asCursor = (position) => Buffer.from(JSON.stringify(position)).toString('base64url');
const NOBODY = '00000000-0000-7000-8000-000000000000';

/** What organisers look for, in turn: by state, division, region and group, by words, further pages; each tenth is refused. */
export function createWorkload({ editionId, tokens, rows }) {
  const middle = `BENCH-BIO-${String(Math.floor(rows / 2)).padStart(5, '0')}`;
  const queries = [
    {},
    { state: 'submitted' },
    { division: 'EIT', state: 'accepted' },
    { region: 'BJ', group: 'TEAM' },
    { q: '授时芯片' },
    { sort: 'number', division: 'FOOD' },
    { sort: 'submittedAt', region: 'EUA', state: 'returned' },
    { sort: 'number', cursor: asCursor([middle, NOBODY]) },
    { q: '机器人', division: 'EQP', region: 'HZ', limit: '20' },
    { cursor: 'nowhere' },
  ];
  const state = { ours: 0, floor: 0 };
  return {
    next(side) {
      const number = state[side];
      state[side] += 1;
      const query = queries[number % queries.length];
      const refusal = query.cursor === 'nowhere';
      const text = requestText('GET', `/api/v1/editions/${editionId}/projects?${new URLSearchParams(query)}`, {
        cookie: `haishi_session=${tokens[number % tokens.length]}`,
      });
      return refusal
        ? { text, status: 422, holds: 'common.bad_cursor', refusal }
        : { text, status: 200, holds: '"total":' };
    },
  };
}
