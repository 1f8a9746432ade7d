import { Manager } from 'socket.io-client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOff } from './back-off';

/** What Socket.IO's client makes of it. */
function firstDelay(spreadMs?: number): number {
  const { backoff } = new Manager('http://localhost', { ...backOff(spreadMs), autoConnect: false }) as unknown as {
    backoff: { duration(): number };
  };
  return backoff.duration();
}

describe('when a page comes back', () => {
  it('is within three quarters of a second where nothing else was said', () => {
    for (let page = 0; page < 200; page += 1) {
      const delay = firstDelay();
      expect(delay).toBeGreaterThanOrEqual(249);
      expect(delay).toBeLessThanOrEqual(751);
    }
  });

  it('lies anywhere in the time that the server gave, and not beyond', () => {
    fc.assert(
      fc.property(fc.constantFrom(512, 1024, 4096, 8192), (spreadMs) => {
        const delay = firstDelay(spreadMs);
        return delay >= 249 && delay <= 251 + spreadMs;
      }),
    );
    const late = Array.from({ length: 100 }, () => firstDelay(8192)).filter((delay) => delay > 4346).length;
    expect(late).toBeGreaterThan(20);
    expect(late).toBeLessThan(80);
  });
});
