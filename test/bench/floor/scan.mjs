import { createPublicKey, hash, verify } from 'node:crypto';
import { instant, iso, openDatabase } from './database.mjs';
import { config, serve } from './server.mjs';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const VALUES = new Map([...ALPHABET].map((sign, value) => [sign, value]));
const PREFIX = Buffer.from('HS1:');
const CLAIM = 14;
const COUNTS_EVERY_MS = 250;

const { event, gates } = config;
const database = openDatabase(config);
const publicKey = createPublicKey({ key: Buffer.from(config.publicKey, 'base64'), format: 'der', type: 'spki' });
const devices = new Map(config.devices.map((device) => [device.tokenHash, device]));
const opensAt = Date.parse(iso(config.opensAt));
const closesAt = Date.parse(iso(config.closesAt));

const TICKET = 't.id, t.serial, t.holderName, t.kind, t.state, t.inside, t.admissions, t.entryScanId';
const SQL = {
  look: `SELECT ${TICKET}, s.id AS scanId FROM tickets t LEFT JOIN scans s ON s.id = ? WHERE t.eventId = ? AND t.serial = ?`,
  known: 'SELECT id FROM scans WHERE id = ?',
  admit: `UPDATE tickets SET inside = 1, admissions = admissions + 1, firstAdmittedAt = COALESCE(firstAdmittedAt, ?),
    entryScanId = ?, lastScanAt = ?
    WHERE id = ? AND state = 'valid' AND inside = 0 AND admissions = ? AND contested = 0 AND lastScanAt < ?`,
  touch: 'UPDATE tickets SET lastScanAt = CASE WHEN lastScanAt < ? THEN ? ELSE lastScanAt END WHERE id = ?',
  again: `SELECT ${TICKET}, t.contested,
    (SELECT COUNT(*) FROM scans s WHERE s.ticketId = t.id AND s.correctedAt >= ?) AS later FROM tickets t WHERE t.id = ?`,
  insert: `INSERT INTO scans (id, eventId, gateId, deviceId, ticketId, direction, deviceAt, receivedAt, correctedAt,
    minute, answer, answerReason, ruling, rulingReason, firstScanId) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  countIn: `UPDATE attendance_counters SET admissions = admissions + 1, persons = persons + ?
    WHERE eventId = ? AND (gateId = ? OR (gateId = '' AND admissions - exits < ?))`,
  countRefusal: `UPDATE attendance_counters SET refusals = refusals + 1 WHERE eventId = ? AND gateId IN ('', ?)`,
  answer: `SELECT s.deviceId, s.direction, s.answer, s.answerReason, s.correctedAt, t.serial, t.holderName, t.kind,
    f.correctedAt AS firstAt, g.name AS firstGate
    FROM scans s LEFT JOIN tickets t ON t.id = s.ticketId
    LEFT JOIN scans f ON f.id = s.firstScanId LEFT JOIN admission_gates g ON g.id = f.gateId WHERE s.id = ?`,
  counters: 'SELECT gateId, admissions, exits, persons, refusals FROM attendance_counters WHERE eventId = ?',
  curve: `SELECT minute, direction, COUNT(*) AS passages FROM scans
    WHERE eventId = ? AND minute >= ? AND answer = 'accepted' GROUP BY minute, direction ORDER BY minute`,
  lockEvent: 'SELECT id FROM admission_events WHERE id = ? FOR UPDATE',
  head:
    database.engine === 'sqlite'
      ? 'INSERT INTO channel_heads (channel, channelKey, seq) VALUES (?, ?, 1) ON CONFLICT (channel, channelKey) DO UPDATE SET seq = seq + 1 RETURNING seq'
      : 'INSERT INTO channel_heads (channel, channelKey, seq) VALUES (?, ?, 1) ON DUPLICATE KEY UPDATE seq = seq + 1',
  seq: 'SELECT seq FROM channel_heads WHERE channel = ? AND channelKey = ?',
  message: 'INSERT INTO channel_messages (channel, channelKey, seq, at, payload) VALUES (?, ?, ?, ?, ?)',
};

serve((request, body) => {
  const device = devices.get(hash('sha256', request.headers['x-gate-device'] ?? '', 'base64url'));
  if (!device) return { status: 401, body: { code: 'attendance.device_unknown' } };
  const receivedAt = new Date();
  const skew = receivedAt.getTime() - Date.parse(body.sentAt);
  const at = Math.max(
    Date.parse(iso(device.registeredAt)),
    Math.min(Date.parse(body.deviceAt) + skew, receivedAt.getTime()),
  );
  const scan = { ...body, device, receivedAt: instant(receivedAt), at, correctedAt: instant(new Date(at)) };
  const answer = database.engine === 'sqlite' ? answerNow(scan) : answerLater(scan);
  pushSoon();
  return answer;
}, config.headers);

function answerNow(scan) {
  const { serial, fault } = readCode(scan.code, scan.at);
  const ticket = database.read(look(scan, serial));
  const first = database.transaction(decide(scan, fault, ticket));
  return database.read(respond(scan, ticket, fault, first));
}

async function answerLater(scan) {
  const { serial, fault } = readCode(scan.code, scan.at);
  const ticket = await database.read(look(scan, serial));
  const first = await database.transaction(decide(scan, fault, ticket));
  return first === null ? plainAnswer(scan, ticket, fault) : database.read(respond(scan, ticket, fault, first));
}

/** The ticket's number, once its signature, event and age are found good. */
function readCode(code, at) {
  const bytes = readBase45(code.slice(PREFIX.length));
  const signed = Buffer.concat([PREFIX, bytes.subarray(0, CLAIM)]);
  if (!verify(null, signed, publicKey, bytes.subarray(CLAIM))) return { fault: 'bad_signature' };
  if (bytes.readUInt32BE(2) !== event.number) return { fault: 'wrong_event' };
  return bytes.readUInt32BE(10) * 1000 < at ? { fault: 'expired' } : { serial: bytes.readUInt32BE(6) };
}

function readBase45(text) {
  const bytes = Buffer.alloc((text.length / 3) * 2);
  for (let at = 0, filled = 0; at < text.length; at += 3, filled += 2)
    bytes.writeUInt16BE(VALUES.get(text[at]) + VALUES.get(text[at + 1]) * 45 + VALUES.get(text[at + 2]) * 2025, filled);
  return bytes;
}

function* look(scan, serial) {
  if (serial !== undefined) {
    const [row] = yield [SQL.look, [scan.id, event.id, serial]];
    if (row) return row;
  }
  yield [SQL.known, [scan.id]];
  return undefined;
}

/** Judges and records; answers the scan that admitted the ticket before, where it is inside already. */
function* decide(scan, fault, ticket) {
  const { correctedAt, gateId } = scan;
  if (!ticket) {
    yield insert(scan, null, fault ?? 'unknown_ticket', null);
    yield [SQL.countRefusal, [event.id, gateId]];
    return null;
  }
  const open = scan.at >= opensAt && scan.at < closesAt;
  if (open && ticket.state === 'valid' && !ticket.inside) {
    const parameters = [correctedAt, scan.id, correctedAt, ticket.id, ticket.admissions, correctedAt];
    if ((yield [SQL.admit, parameters]) === 1) {
      yield insert(scan, ticket.id, null, null);
      yield [SQL.countIn, [ticket.admissions === 0 ? 1 : 0, event.id, gateId, event.capacity]];
      return null;
    }
  }
  yield [SQL.touch, [correctedAt, correctedAt, ticket.id]];
  const [now] = yield [SQL.again, [correctedAt, ticket.id]];
  yield insert(scan, ticket.id, 'already_inside', now.entryScanId);
  yield [SQL.countRefusal, [event.id, gateId]];
  return now.entryScanId;
}

function insert(scan, ticketId, reason, firstScanId) {
  const { id, gateId, device, direction, deviceAt, receivedAt, correctedAt, at } = scan;
  const answer = reason === null ? 'accepted' : 'refused';
  const when = [instant(new Date(deviceAt)), receivedAt, correctedAt, Math.floor(at / 60_000)];
  return [
    SQL.insert,
    [id, event.id, gateId, device.id, ticketId, direction, ...when, answer, reason, answer, reason, firstScanId],
  ];
}

function* respond(scan, ticket, fault, first) {
  if (first === null) return plainAnswer(scan, ticket, fault);
  const [row] = yield [SQL.answer, [scan.id]];
  return {
    body: {
      id: scan.id,
      direction: row.direction,
      answer: row.answer,
      reason: row.answerReason,
      at: iso(row.correctedAt),
      ticket: ticketOf(row),
      first: row.firstAt === null ? null : { at: iso(row.firstAt), gate: row.firstGate },
    },
  };
}

function plainAnswer({ id, direction, at }, ticket, fault) {
  const reason = ticket ? null : (fault ?? 'unknown_ticket');
  return {
    body: {
      id,
      direction,
      answer: reason === null ? 'accepted' : 'refused',
      reason,
      at: new Date(at),
      ticket: ticket ? ticketOf(ticket) : null,
      first: null,
    },
  };
}

function ticketOf({ serial, holderName, kind }) {
  const digits = String(serial).padStart(10, '0');
  return { number: `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`, holderName, kind };
}

let pushing = false;

/** Keeps the headcount's message for its channel, at most four times a second. */
function pushSoon() {
  if (pushing) return;
  pushing = true;
  setTimeout(async () => {
    pushing = false;
    await database.transaction(push());
  }, COUNTS_EVERY_MS);
}

function* push() {
  const key = ['attendance.screen', event.id];
  if (database.engine === 'mysql') yield [SQL.lockEvent, [event.id]];
  const counters = yield [SQL.counters, [event.id]];
  const curve = yield [SQL.curve, [event.id, Math.floor(Date.now() / 60_000) - 1]];
  const head = yield [SQL.head, key];
  const [{ seq }] = database.engine === 'sqlite' ? head : yield [SQL.seq, key];
  const payload = JSON.stringify({ event, gates, counters, curve });
  yield [SQL.message, [...key, seq, instant(new Date()), payload]];
}
