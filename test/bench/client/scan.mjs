import { randomUUID } from 'node:crypto';
import { requestText } from './connection.mjs';

/**
 * Scans of ever new tickets, one after another through all devices. Of each twenty, one is a second scan of a ticket
 * that was just admitted and one a code whose signature is forged: 10 % are refused.
 */
export function createWorkload({ devices, codes }) {
  const state = { ours: { scans: 0, tickets: 0 }, floor: { scans: 0, tickets: 0 } };

  const choose = (at) => {
    const place = at.scans % 20;
    if (at.tickets >= codes.length) throw new Error('The tickets ran out.');
    if (place === 9) return { code: forged(codes[at.tickets]), holds: '"bad_signature"', refusal: true };
    if (place === 19) return { code: at.admitted, holds: '"reason":"already_inside"', refusal: true };
    const code = codes[at.tickets];
    at.tickets += 1;
    return { code, holds: '"answer":"accepted"', done: () => (at.admitted = code) };
  };

  return {
    next(side) {
      const at = state[side];
      const { code, ...expected } = choose(at);
      const { token, gateId } = devices[at.scans % devices.length];
      at.scans += 1;
      const now = new Date().toISOString();
      const body = JSON.stringify({ id: randomUUID(), gateId, direction: 'in', deviceAt: now, sentAt: now, code });
      const headers = { 'content-type': 'application/json', 'x-gate-device': token };
      return { text: requestText('POST', '/api/v1/attendance/scans', headers, body), status: 200, ...expected };
    },
  };
}

/** The code with another last sign: readable, and not what was signed. */
function forged(code) {
  const last = code.at(-1) === '0' ? '1' : '0';
  return code.slice(0, -1) + last;
}
