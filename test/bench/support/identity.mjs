import { hash, randomBytes, randomUUID } from 'node:crypto';
import { instant } from './database.mjs';

const HOUR = 3_600_000;

/** A token as cookies, links and devices carry it, and what is stored of it. */
export function newToken() {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hash('sha256', token, 'base64url') };
}

/** The row of a link by which screens watch `subjectId` on `channel`. */
export function screenLink({ tokenHash }, channel, subjectId) {
  return {
    id: randomUUID(),
    tokenHash,
    purpose: channel,
    subjectType: 'session',
    subjectId,
    label: '大屏',
    createdBy: 'bench',
    createdAt: instant(),
    expiresAt: null,
    revokedAt: null,
  };
}

/** Persons who hold `role` in one scope and are signed in: rows for both sides, and the tokens of their sessions. */
export function signedIn(count, role, scopeType, scopeId, secondFactor = false) {
  const now = instant();
  const people = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    name: `评委 ${index + 1}`,
    ...newToken(),
  }));
  return {
    people,
    rows: {
      persons: people.map(({ id, name }, index) => ({
        id,
        name,
        nameKey: name.replace(' ', ''),
        mail: `${role}${index + 1}@bench.example`,
        phone: null,
        locale: 'zh',
        state: 'active',
        demo: 0,
        createdAt: now,
        version: 1,
      })),
      sessions: people.map(({ id, tokenHash }) => ({
        id: randomUUID(),
        personId: id,
        tokenHash,
        method: 'password',
        createdAt: now,
        lastSeenAt: now,
        expiresAt: instant(Date.now() + 24 * HOUR),
        secondFactorAt: secondFactor ? now : null,
        revokedAt: null,
        ip: '127.0.0.1',
        userAgent: 'bench',
      })),
      role_grants: people.map(({ id }) => ({
        id: randomUUID(),
        personId: id,
        role,
        scopeType,
        scopeId,
        grantedBy: 'bench',
        grantedAt: now,
      })),
    },
  };
}

/** Puts rows of several tables into a place. */
export async function insertAll(place, tables) {
  for (const [table, rows] of Object.entries(tables)) if (rows.length > 0) await place.insert(table, rows);
}
