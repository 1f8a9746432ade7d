import { describe, expect, it } from 'vitest';
import { countAttempt, type LockState } from './lockout.rules.js';

const NOW = new Date('2026-05-01T08:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe('attempts on an account', () => {
  it('lock for 300 seconds at the fifth failure', () => {
    let state: LockState = { failures: 0, lockedUntil: null };
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const counted = countAttempt(state, NOW);
      if (!counted.allowed) throw new Error('locked too early');
      expect(counted.last).toBe(attempt === 5);
      state = counted.state;
    }
    expect(state).toEqual({ failures: 5, lockedUntil: later(300) });
    expect(countAttempt(state, NOW)).toEqual({ allowed: false, seconds: 300 });
    expect(countAttempt(state, new Date(later(299).getTime() + 1))).toEqual({ allowed: false, seconds: 1 });
  });

  it('count from one again once the lock is over', () => {
    const counted = countAttempt({ failures: 5, lockedUntil: later(300) }, later(300));
    expect(counted).toEqual({ allowed: true, last: false, state: { failures: 1, lockedUntil: null } });
  });
});
