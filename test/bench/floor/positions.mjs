import { hash } from 'node:crypto';
import { openDatabase } from './database.mjs';
import { config, serve } from './server.mjs';

const PAGE = 20;
const PATH = `/api/v1/fairs/${config.fair.id}/positions`;
const COOKIE = /(?:^|; )haishi_session=([^;]+)/;
const BAD_CURSOR = '翻页位置已失效，请从头查看。';

const database = openDatabase(config);
const { fair, words } = config;
const sessions = new Set(config.tokenHashes);

const BAND = `CASE WHEN p.payMin IS NULL THEN 'negotiable' WHEN p.payMin < 100000 THEN 'below_100k'
  WHEN p.payMin < 150000 THEN 'from_100k' WHEN p.payMin < 200000 THEN 'from_150k'
  WHEN p.payMin < 300000 THEN 'from_200k' WHEN p.payMin < 500000 THEN 'from_300k' ELSE 'from_500k' END`;
const COLUMNS = {
  zone: 'p.zone',
  degree: 'p.degree',
  county: 'p.countyCode',
  category: 'p.category',
  pay: BAND,
  university: 'p.university',
};
const FACETS = Object.keys(COLUMNS);
const LINE = `p.id, p.number, p.title, o.organisationName AS employer, p.zone, p.category, p.degree, p.university,
  p.countyCode, p.headcount, p.payMin, p.payMax, p.workplace, p.validUntil, p.listedSeq`;

serve((request) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const token = COOKIE.exec(request.headers.cookie ?? '')?.[1] ?? '';
  if (pathname !== PATH || !sessions.has(hash('sha256', token, 'base64url')))
    return { status: 404, body: { code: 'common.not_found' } };
  const sort = searchParams.get('sort') ?? 'newest';
  const cursor = searchParams.get('cursor');
  const after = cursor === null ? undefined : readCursor(cursor, sort === 'pay' ? 2 : 1);
  if (after === null) return badCursor();
  const chosen = FACETS.map((facet) => searchParams.get(facet)?.split(',') ?? []);
  const answer = database.read(search(termsOf(searchParams.get('q') ?? ''), chosen, sort, after));
  return answer instanceof Promise ? answer.then((body) => ({ body })) : { body: answer };
}, config.headers);

function* search(terms, chosen, sort, after) {
  const [counted] = yield [`SELECT COUNT(*) AS total FROM positions p ${where(terms, chosen)}`, given(terms, chosen)];
  const facets = {};
  for (const [index, facet] of FACETS.entries()) {
    const others = chosen.map((values, at) => (at === index ? [] : values));
    const sql = `SELECT ${COLUMNS[facet]} AS value, COUNT(*) AS found FROM positions p ${where(terms, others)} GROUP BY 1`;
    const counts = new Map((yield [sql, given(terms, others)]).map(({ value, found }) => [value, found]));
    facets[facet] = words[facet].flatMap(({ value, zh, en }) =>
      counts.has(value) ? [{ value, zh, en, count: counts.get(value) }] : [],
    );
  }
  const byPay = sort === 'pay';
  const from = byPay
    ? '(COALESCE(p.payMin, -1) < ? OR (COALESCE(p.payMin, -1) = ? AND p.listedSeq < ?))'
    : 'p.listedSeq < ?';
  const sql = `SELECT ${LINE} FROM positions p JOIN participations o ON o.id = p.participationId
    ${where(terms, chosen)} ${after ? `AND ${from}` : ''}
    ORDER BY ${byPay ? 'COALESCE(p.payMin, -1) DESC, ' : ''}p.listedSeq DESC LIMIT ${PAGE + 1}`;
  const seen = after ? (byPay ? [after[0], after[0], after[1]] : after) : [];
  const rows = yield [sql, [...given(terms, chosen), ...seen]];
  const kept = rows.slice(0, PAGE);
  const last = kept.at(-1);
  const next = last && (byPay ? [last.payMin ?? -1, last.listedSeq] : [last.listedSeq]);
  return {
    items: kept.map(({ listedSeq: _listedSeq, ...line }) => line),
    total: counted.total,
    ...(rows.length > PAGE ? { next: Buffer.from(JSON.stringify(next)).toString('base64url') } : {}),
    facets,
  };
}

function where(terms, chosen) {
  const words = terms.map(
    ({ prefix }) =>
      `AND p.number IN (SELECT t.positionNumber FROM position_terms t WHERE t.fairNumber = ? AND ${prefix ? 't.term >= ? AND t.term < ?' : 't.term = ?'})`,
  );
  const narrowed = chosen.map((values, index) =>
    values.length === 0 ? '' : `AND ${COLUMNS[FACETS[index]]} IN (${values.map(() => '?').join(', ')})`,
  );
  return `WHERE p.fairId = ? AND p.state = 'approved' AND p.validUntil >= ? ${words.join(' ')} ${narrowed.join(' ')}`;
}

function given(terms, chosen) {
  const asked = terms.flatMap(({ term, prefix }) => [fair.number, term, ...(prefix ? [`${term}\u{10ffff}`] : [])]);
  return [fair.id, config.today, ...asked, ...chosen.flat()];
}

/** Chinese words as their overlapping pairs; a single character and a Latin word by prefix. */
function termsOf(text) {
  const terms = [];
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}+|[a-z\d]+/gu))
    if (run.length === 1 || /^[a-z\d]/.test(run)) terms.push({ term: run, prefix: true });
    else for (let at = 0; at + 1 < run.length; at += 1) terms.push({ term: run.slice(at, at + 2), prefix: false });
  return terms;
}

function readCursor(cursor, length) {
  try {
    const position = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(position) && position.length === length ? position : null;
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
