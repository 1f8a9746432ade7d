import { hash } from 'node:crypto';
import { iso, openDatabase } from './database.mjs';
import { config, serve } from './server.mjs';

const PAGE = 50;
const PATH = `/api/v1/editions/${config.editionId}/projects`;
const COOKIE = /(?:^|; )haishi_session=([^;]+)/;
const BAD_CURSOR = '翻页位置已失效，请从头查看。';
/** What is worth compressing says so. */
const MORE = { vary: 'accept-encoding' };
const LINE = `id, number, state, title, language, division, field, region, groupCode, organisationName, submittedAt,
  submissions, correctionDueAt`;

const database = openDatabase(config);
const sessions = new Set(config.tokenHashes);
/** Answers by their address, where the floor is to be the transport alone. */
const held = new Map();

serve((request) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const token = COOKIE.exec(request.headers.cookie ?? '')?.[1] ?? '';
  if (pathname !== PATH || !sessions.has(hash('sha256', token, 'base64url')))
    return { status: 404, body: { code: 'common.not_found' } };
  const known = held.get(request.url);
  if (known) return { body: known, more: MORE };
  const sort = searchParams.get('sort') ?? '-submittedAt';
  const cursor = searchParams.get('cursor');
  const after = cursor === null ? undefined : readCursor(cursor);
  if (after === null) return badCursor();
  const keep = (body) => {
    if (config.held) held.set(request.url, body);
    return { body, more: MORE };
  };
  const answer = database.read(list(searchParams, sort, after));
  return answer instanceof Promise ? answer.then(keep) : keep(answer);
}, config.headers);

function* list(asked, sort, after) {
  const key = sort.endsWith('submittedAt') ? 'submittedAt' : 'number';
  const [order, compare] = sort.startsWith('-') ? ['DESC', '<'] : ['ASC', '>'];
  const limit = Number(asked.get('limit') ?? PAGE);
  const narrowed = [];
  const given = [config.editionId];
  for (const [name, column] of [
    ['state', 'state'],
    ['division', 'division'],
    ['region', 'region'],
    ['group', 'groupCode'],
  ])
    if (asked.get(name)) {
      narrowed.push(`AND ${column} = ?`);
      given.push(asked.get(name));
    }
  const words = asked.get('q');
  if (words) {
    narrowed.push('AND (titleKey LIKE ? OR number LIKE ?)');
    given.push(`%${words.toLowerCase()}%`, `%${words.toUpperCase()}%`);
  }
  const where = `editionId = ? AND ${key} IS NOT NULL ${narrowed.join(' ')}`;
  const byNumber = key === 'number';
  const seen = after ? (byNumber ? [after[0]] : [after[0], after[0], after[1]]) : [];
  const tied = byNumber ? '' : ` OR (${key} = ? AND id ${compare} ?)`;
  const from = after ? `AND (${key} ${compare} ?${tied})` : '';
  const rows = yield [
    `SELECT ${LINE} FROM projects WHERE ${where} ${from} ORDER BY ${key} ${order}${byNumber ? '' : `, id ${order}`} LIMIT ${limit + 1}`,
    [...given, ...seen],
  ];
  const kept = rows.slice(0, limit);
  const late = yield [
    `SELECT projectId FROM project_submissions WHERE late IS NOT NULL AND projectId IN (${kept.map(() => '?').join(', ')})`,
    kept.map(({ id }) => id),
  ];
  const lateOnes = new Set(late.map(({ projectId }) => projectId));
  const [{ total }] = yield [
    `SELECT COUNT(*) AS total FROM projects WHERE ${where.replace('number IS', 'submittedAt IS')}`,
    given,
  ];
  const last = kept.at(-1);
  const position = last && [byNumber ? last.number : iso(last.submittedAt), last.id];
  return {
    items: kept.map(({ groupCode, organisationName, submittedAt, submissions, correctionDueAt, ...line }) => ({
      ...line,
      group: groupCode,
      organisationName,
      submittedAt: iso(submittedAt),
      submissions,
      correctionDueAt,
      late: lateOnes.has(line.id),
    })),
    ...(rows.length > limit ? { next: Buffer.from(JSON.stringify(position)).toString('base64url') } : {}),
    total,
    recused: 0,
  };
}

function readCursor(cursor) {
  try {
    const position = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(position) && position.length === 2 ? position : null;
  } catch {
    return null;
  }
}

function badCursor() {
  const code = 'common.bad_cursor';
  const type = `urn:haishi:problem:${code}`;
  const requestId = crypto.randomUUID();
  return {
    status: 422,
    problem: true,
    body: { type, title: BAD_CURSOR, status: 422, code, detail: BAD_CURSOR, field: 'cursor', requestId },
  };
}
