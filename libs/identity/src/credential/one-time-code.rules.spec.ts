import { describe, expect, it } from 'vitest';
import { secondsToWait } from './one-time-code.rules.js';

const NOW = new Date('2026-05-01T08:00:00Z');
const ago = (...seconds: number[]) => seconds.map((one) => new Date(NOW.getTime() - one * 1000));

describe('the wait for the next code', () => {
  it('is nothing for the first', () => expect(secondsToWait([], NOW)).toBe(0));
  it('is a minute between two', () => {
    expect(secondsToWait(ago(0), NOW)).toBe(60);
    expect(secondsToWait(ago(59), NOW)).toBe(1);
    expect(secondsToWait(ago(60), NOW)).toBe(0);
  });
  it('lasts until the sixth of an hour is an hour old', () => {
    expect(secondsToWait(ago(100, 200, 300, 400, 500), NOW)).toBe(0);
    expect(secondsToWait(ago(100, 200, 300, 400, 500, 600), NOW)).toBe(3000);
    expect(secondsToWait(ago(100, 200, 300, 400, 500, 600, 3599), NOW)).toBe(3000);
    expect(secondsToWait(ago(100, 200, 300, 400, 500, 3600), NOW)).toBe(0);
  });
});
