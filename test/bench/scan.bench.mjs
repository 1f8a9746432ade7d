import { generateKeyPairSync, randomInt, randomUUID, sign } from 'node:crypto';
import { insertAll, newToken } from './support/identity.mjs';
import { instant } from './support/database.mjs';
import { measureLoad } from './support/measure.mjs';

const HOUR = 3_600_000;
const GATES = 8;
const DEVICES = 32;
const CONNECTIONS = 32;
/** More than either side admits in a second, so that tickets never run out. */
const TICKETS_A_SECOND = 7_000;
const KEY_NUMBER = 1;
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** The whole admission path: device, signature, ticket, ledger, counters. */
export const scan = {
  name: 'scan',
  better: 'higher',
  async run({ engine, mysqlUrl, blocks, seconds }) {
    const content = makeContent((blocks + 1) * seconds * TICKETS_A_SECOND);
    const { event, gates, devices, publicKey, codes } = content;
    const result = await measureLoad({
      engine,
      mysqlUrl,
      blocks,
      seconds,
      connections: CONNECTIONS,
      seed: (place) => insertAll(place, content.rows),
      floor: 'scan.mjs',
      floorConfig: () => ({
        event: { id: event.id, number: event.number, capacity: event.approvedCapacity },
        closesAt: event.closesAt,
        opensAt: event.opensAt,
        gates,
        devices: devices.map(({ id, tokenHash, registeredAt }) => ({ id, tokenHash, registeredAt })),
        publicKey,
      }),
      workload: 'scan',
      clientConfig: { devices: devices.map(({ token, gateId }) => ({ token, gateId })), codes },
    });
    return [{ ...result, connections: CONNECTIONS, tickets: codes.length }];
  },
};

function makeContent(count) {
  const now = Date.now();
  const event = {
    id: randomUUID(),
    externalType: 'fair',
    externalId: randomUUID(),
    number: randomInt(2 ** 32),
    nameZh: '高层次人才交流洽谈会',
    nameEn: 'Talent fair',
    placeZh: '国际会展中心',
    placeEn: 'Convention centre',
    approvedCapacity: 1_000_000,
    reentry: 'never',
    timeZone: 'Asia/Shanghai',
    opensAt: instant(now - HOUR),
    closesAt: instant(now + 4 * HOUR),
    state: 'active',
    version: 1,
  };
  const gates = Array.from({ length: GATES }, (_, index) => ({ id: randomUUID(), name: `${index + 1} 号门` }));
  const devices = Array.from({ length: DEVICES }, (_, index) => ({
    id: randomUUID(),
    gateId: gates[index % GATES].id,
    registeredAt: instant(now - HOUR),
    ...newToken(),
  }));
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const serials = new Set();
  while (serials.size < count) serials.add(randomInt(2 ** 32));
  const expiresAt = Math.floor(now / 1000) + 86_400;
  return {
    event,
    gates,
    devices,
    publicKey: spki,
    codes: Array.from(serials, (serial) => ticketCode({ eventNumber: event.number, serial, expiresAt }, privateKey)),
    rows: {
      admission_events: [event],
      admission_gates: gates.map(({ id, name }, index) => ({
        id,
        eventId: event.id,
        name,
        position: index + 1,
        state: 'open',
        version: 1,
      })),
      attendance_counters: ['', ...gates.map(({ id }) => id)].map((gateId) => ({
        eventId: event.id,
        gateId,
        admissions: 0,
        exits: 0,
        persons: 0,
        refusals: 0,
      })),
      gate_devices: devices.map(({ id, gateId, tokenHash, registeredAt }, index) => ({
        id,
        eventId: event.id,
        gateId,
        name: `手持机 ${index + 1}`,
        tokenHash,
        registeredBy: 'bench',
        registeredAt,
        revokedAt: null,
      })),
      ticket_keys: [
        {
          number: KEY_NUMBER,
          publicKey: spki,
          privateKey: '',
          state: 'active',
          createdAt: instant(now),
          endedAt: null,
        },
      ],
      tickets: Array.from(serials, (serial, index) => ({
        id: randomUUID(),
        eventId: event.id,
        serial,
        holderType: 'invitation',
        holderId: randomUUID(),
        holderName: `来宾 ${index + 1}`,
        kind: 'graduate',
        state: 'valid',
        issuedAt: instant(now),
        revokedAt: null,
        revokedReason: null,
        inside: 0,
        admissions: 0,
        firstAdmittedAt: null,
        entryScanId: null,
        lastScanAt: instant(0),
        contested: 0,
      })),
    },
  };
}

/** A ticket's code as the product writes it: the claim and its Ed25519 signature in Base45. */
function ticketCode({ eventNumber, serial, expiresAt }, privateKey) {
  const claim = Buffer.alloc(14);
  claim.writeUInt16BE(KEY_NUMBER, 0);
  claim.writeUInt32BE(eventNumber, 2);
  claim.writeUInt32BE(serial, 6);
  claim.writeUInt32BE(expiresAt, 10);
  const bytes = Buffer.concat([claim, sign(null, Buffer.concat([Buffer.from('HS1:'), claim]), privateKey)]);
  let text = 'HS1:';
  for (let at = 0; at < bytes.length; at += 2) {
    const value = bytes.readUInt16BE(at);
    text += ALPHABET[value % 45] + ALPHABET[Math.floor(value / 45) % 45] + ALPHABET[Math.floor(value / 2025)];
  }
  return text;
}
