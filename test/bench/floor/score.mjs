import { createCipheriv, createSecretKey, hash, randomBytes } from 'node:crypto';
import { instant, iso, newId, openDatabase } from './database.mjs';
import { config, serve } from './server.mjs';

const PATH = /^\/api\/v1\/sessions\/([^/]+)\/entries\/([^/]+)\/sheet$/;
const COOKIE = /(?:^|; )haishi_session=([^;]+)/;
const KEPT = 1000;
const PRUNE_EVERY = 100;

const database = openDatabase(config);
const isMysql = database.engine === 'mysql';
const judges = new Map(
  config.judges.map(([tokenHash, judge]) => [tokenHash, { ...judge, key: createSecretKey(randomBytes(32)) }]),
);

const SQL = {
  lock: 'UPDATE panels SET revision = revision + 1 WHERE id = ?',
  find: `SELECT p.rubric, p.aggregation, e.state AS entryState, s.seatNo, r.id AS recusalId,
    (SELECT COUNT(*) FROM panel_seats q WHERE q.panelId = p.id
      AND NOT EXISTS (SELECT 1 FROM recusals x WHERE x.entryId = e.id AND x.personId = q.personId)) AS expected,
    h.id AS sheetId, h.state AS sheetState, h.revision, v.id AS done
    FROM panels p JOIN panel_entries e ON e.panelId = p.id
    LEFT JOIN panel_seats s ON s.panelId = p.id AND s.personId = ?
    LEFT JOIN recusals r ON r.entryId = e.id AND r.personId = ?
    LEFT JOIN score_sheets h ON h.entryId = e.id AND h.personId = ?
    LEFT JOIN score_revisions v ON v.sheetKey = ?
    WHERE p.id = ? AND e.id = ?`,
  held: 'SELECT sheetKey, scores, comment, total, submittedAt FROM score_sheets WHERE id = ?',
  insertSheet: `INSERT INTO score_sheets (id, panelId, entryId, personId, seatNo, scores, comment, total, revision,
    sheetKey, state, submittedAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'stored', ?)`,
  updateSheet: `UPDATE score_sheets SET scores = ?, comment = ?, total = ?, revision = ?, sheetKey = ?,
    state = 'stored', submittedAt = ? WHERE id = ?`,
  insertRevision: `INSERT INTO score_revisions (id, sheetId, panelId, entryId, personId, revision, sheetKey, scores,
    comment, total, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  sheets: `SELECT h.seatNo, h.total, h.scores, h.state FROM score_sheets h WHERE h.entryId = ?
    AND NOT EXISTS (SELECT 1 FROM recusals x WHERE x.entryId = h.entryId AND x.personId = h.personId)
    ORDER BY h.seatNo`,
  result: `UPDATE entry_results SET score = ?, untrimmed = ?, valid = ?, droppedHighest = ?, droppedLowest = ?,
    tieValues = ?, updatedAt = ? WHERE entryId = ?`,
  event: `INSERT INTO events (id, type, at, actorKind, actorId, actorName, subjectType, subjectId, scopes, payload,
    personId, sealed, ip, requestId)
    VALUES (?, 'score.submitted', ?, 'person', ?, '', 'session', ?, ?, ?, NULL, ?, ?, ?)`,
  head: isMysql
    ? `INSERT INTO channel_heads (channel, channelKey, seq) VALUES (?, ?, LAST_INSERT_ID(1))
      ON DUPLICATE KEY UPDATE seq = LAST_INSERT_ID(seq + 1)`
    : `INSERT INTO channel_heads (channel, channelKey, seq) VALUES (?, ?, 1)
      ON CONFLICT (channel, channelKey) DO UPDATE SET seq = seq + 1 RETURNING seq`,
  message: 'INSERT INTO channel_messages (channel, channelKey, seq, at, payload) VALUES (?, ?, ?, ?, ?)',
  prune: 'DELETE FROM channel_messages WHERE channel = ? AND channelKey = ? AND seq <= ?',
};

const REFUSALS = {
  'review.sheet_changed': [409, '服务器上已有您的另一份评分（第 {revision} 次提交），请核对后再提交。'],
  'review.scoring_closed': [409, '此项目现在不接受评分。'],
  'review.sheet_invalid': [422, '评分单有误，未保存，请按提示修改。'],
};

class Refusal extends Error {
  constructor(code, more = {}, revision = 0) {
    super(code);
    const [status, text] = REFUSALS[code];
    const title = text.replace('{revision}', revision);
    this.status = status;
    this.body = { type: `urn:haishi:problem:${code}`, title, status, code, detail: title, ...more };
  }
}

serve((request, body) => {
  const judge = judges.get(hash('sha256', COOKIE.exec(request.headers.cookie ?? '')?.[1] ?? '', 'base64url'));
  const [, sessionId, entryId] = PATH.exec(request.url) ?? [];
  if (!judge || !sessionId) return { status: 401, body: { code: 'common.unauthenticated' } };
  const submission = {
    ...body,
    judge,
    sessionId,
    entryId,
    now: new Date(),
    requestId: newId(),
    ip: request.socket.remoteAddress,
  };
  const refuse = (error) => {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.status, problem: true, body: { ...error.body, requestId: submission.requestId } };
  };
  if (isMysql) return database.transaction(submit(submission)).then((receipt) => ({ body: receipt }), refuse);
  try {
    return { body: database.transaction(submit(submission)) };
  } catch (error) {
    return refuse(error);
  }
}, config.headers);

function* submit(submission) {
  const { judge, sessionId, entryId, sheetKey, revision, scores, comment, now } = submission;
  yield [SQL.lock, [sessionId]];
  const [found] = yield [SQL.find, [judge.id, judge.id, judge.id, sheetKey, sessionId, entryId]];
  if (found.entryState !== 'open' && found.sheetState !== 'reopened') throw new Refusal('review.scoring_closed');
  const rubric = JSON.parse(found.rubric);
  check(rubric, scores);
  const at = instant(now);
  const held = found.revision ?? 0;
  if (held !== revision) {
    const [sheet] = yield [SQL.held, [found.sheetId]];
    throw new Refusal('review.sheet_changed', { data: { sheet: sheetOf(entryId, sheet, held) } }, held);
  }
  const total = rubric.criteria.reduce((sum, { code, max, weight }) => sum + (scores[code] * weight) / max, 0);
  const text = JSON.stringify(scores);
  const sheetId = found.sheetId ?? newId();
  const next = revision + 1;
  yield found.sheetId === null
    ? [SQL.insertSheet, [sheetId, sessionId, entryId, judge.id, found.seatNo, text, comment, total, next, sheetKey, at]]
    : [SQL.updateSheet, [text, comment, total, next, sheetKey, at, sheetId]];
  yield [
    SQL.insertRevision,
    [newId(), sheetId, sessionId, entryId, judge.id, next, sheetKey, text, comment, total, at],
  ];
  const sheets = (yield [SQL.sheets, [entryId]]).map((sheet) => ({ ...sheet, scores: JSON.parse(sheet.scores) }));
  const result = aggregate(JSON.parse(found.aggregation), sheets);
  yield [
    SQL.result,
    [
      result.score,
      result.untrimmed,
      result.valid,
      JSON.stringify(result.droppedHighest),
      JSON.stringify(result.droppedLowest),
      JSON.stringify(result.tieValues),
      at,
      entryId,
    ],
  ];
  yield eventOf(submission, found.seatNo, next, at);
  const seatsIn = (state) => sheets.filter((sheet) => sheet.state === state).map(({ seatNo }) => seatNo);
  const scored = seatsIn('stored');
  yield* push('roadshow.screen', sessionId, at, {
    scored: { entryId, scored: scored.length, expected: Number(found.expected) },
  });
  yield* push('roadshow.desk', sessionId, at, { progress: [{ entryId, scored, reopened: seatsIn('reopened') }] });
  const sheet = { entryId, seatNo: found.seatNo, scores, comment, total, revision: next, state: 'stored' };
  yield* push('roadshow.chair', sessionId, at, { sheet, result: { entryId, ...result } });
  return { entryId, sheetKey, revision: next, scores, comment, total, submittedAt: now };
}

function check({ criteria }, scores) {
  const fields = criteria.flatMap(({ code, max, step }) => {
    const score = scores[code];
    if (Number.isInteger(score) && score >= 0 && score <= max && score % step === 0) return [];
    const message = `分数应在 0 与 ${max / 100} 之间。`;
    return [{ field: `scores.${code}`, code: 'review.score_out_of_range', message }];
  });
  if (fields.length > 0) throw new Refusal('review.sheet_invalid', { fields });
}

function sheetOf(entryId, { sheetKey, scores, comment, total, submittedAt }, revision) {
  return { entryId, sheetKey, revision, scores: JSON.parse(scores), comment, total, submittedAt: iso(submittedAt) };
}

/** The mean without the highest and the lowest, rounded half up; exact, since all values are whole and positive. */
function aggregate({ dropHighest, dropLowest, minValid, decimals, ties }, sheets) {
  const ordered = [...sheets].sort((one, other) => one.total - other.total || one.seatNo - other.seatNo);
  const scale = 10 ** decimals;
  const mean = (values) => {
    const divisor = values.length * 100;
    return Math.floor((2 * scale * values.reduce((sum, value) => sum + value, 0) + divisor) / (2 * divisor));
  };
  const totals = (some) => some.map(({ total }) => total);
  const seats = (some) => some.map(({ seatNo }) => seatNo).sort((one, other) => one - other);
  const untrimmed = mean(totals(ordered));
  const valid = ordered.length;
  if (valid < minValid) return { score: null, untrimmed, valid, droppedHighest: [], droppedLowest: [], tieValues: [] };
  const kept = ordered.slice(dropLowest, valid - dropHighest);
  return {
    score: mean(totals(kept)),
    untrimmed,
    valid,
    droppedHighest: seats(ordered.slice(valid - dropHighest)),
    droppedLowest: seats(ordered.slice(0, dropLowest)),
    tieValues: ties.map(({ by, code }) =>
      by === 'untrimmed' ? untrimmed : mean(kept.map(({ scores }) => scores[code])),
    ),
  };
}

/** The trail's row: who did what, the name under the person's key. */
function eventOf({ judge, sessionId, entryId, ip, requestId }, seatNo, revision, at) {
  const id = newId();
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', judge.key, nonce).setAAD(Buffer.from(`${id}:actor`));
  const sealed = [nonce, cipher.update(JSON.stringify({ name: judge.name })), cipher.final(), cipher.getAuthTag()];
  const box = `aes-256-gcm:${Buffer.concat(sealed).toString('base64')}`;
  const scopes = JSON.stringify({ session: sessionId, edition: config.editionId });
  const payload = JSON.stringify({ entryId, seatNo, revision });
  const parts = JSON.stringify([{ part: 'actor', personId: judge.id, box }]);
  return [SQL.event, [id, at, judge.id, sessionId, scopes, payload, parts, ip, requestId]];
}

/** A message of a live channel under its next number, the oldest taken away now and then. */
function* push(channel, key, at, data) {
  const head = yield [SQL.head, [channel, key], 'insertId'];
  const seq = isMysql ? head : head[0].seq;
  yield [SQL.message, [channel, key, seq, at, JSON.stringify(data)]];
  if (seq % PRUNE_EVERY === 0 && seq > KEPT) yield [SQL.prune, [channel, key, seq - KEPT]];
}
