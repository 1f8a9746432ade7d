import { requestText } from './connection.mjs';

const asCursor = (position) => Buffer.from(JSON.stringify(position)).toString('base64url');

/** What people look for, in turn: by facets, by words, by both, further pages; each tenth is refused. */
export function createWorkload({ fairId, tokens, rows }) {
  const queries = [
    {},
    { zone: 'EIT' },
    { q: '工程师' },
    { zone: 'EIT,BIO', degree: 'master' },
    { q: '芯片', county: '130102,130108', pay: 'from_150k,from_200k' },
    { sort: 'pay', degree: 'doctor' },
    { q: '机器人', degree: 'master,doctor', category: 'engineering' },
    { cursor: asCursor([Math.floor(rows / 2)]) },
    { county: '130123', university: 'double_first_class', sort: 'pay', cursor: asCursor([200_000, rows]) },
    { cursor: 'nowhere' },
  ];
  const state = { ours: 0, floor: 0 };
  return {
    next(side) {
      const number = state[side];
      state[side] += 1;
      const query = queries[number % queries.length];
      const refusal = query.cursor === 'nowhere';
      const text = requestText('GET', `/api/v1/fairs/${fairId}/positions?${new URLSearchParams(query)}`, {
        cookie: `haishi_session=${tokens[number % tokens.length]}`,
      });
      return refusal
        ? { text, status: 422, holds: 'common.bad_cursor', refusal }
        : { text, status: 200, holds: '"facets":{' };
    },
  };
}
