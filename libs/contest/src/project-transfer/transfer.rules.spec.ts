import { describe, expect, it } from 'vitest';
import { PROJECT_STATES } from '../project/project.rules.js';
import { isOpenOffer, isTransferable, offerExpiry, TRANSFER_STATES } from './transfer.rules.js';

const now = new Date('2026-03-01T00:00:00Z');

describe('an offer of a project', () => {
  it('is made while it takes part, or still may', () => {
    expect(PROJECT_STATES.filter(isTransferable)).toEqual(['draft', 'submitted', 'returned', 'accepted']);
  });

  it('stands for fourteen days, until it is answered or taken back', () => {
    const expiresAt = offerExpiry(now);
    expect(expiresAt.toISOString()).toBe('2026-03-15T00:00:00.000Z');
    expect(TRANSFER_STATES.filter((state) => isOpenOffer({ state, expiresAt }, now))).toEqual(['offered']);
    expect(isOpenOffer({ state: 'offered', expiresAt }, new Date(expiresAt.getTime() - 1))).toBe(true);
    expect(isOpenOffer({ state: 'offered', expiresAt }, expiresAt)).toBe(false);
  });
});
