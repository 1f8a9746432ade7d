import { expect, it } from 'vitest';
import { setMoment, shortZoneName, zoneName } from './time';

const WINTER = new Date('2026-12-15T22:59:59Z');
const SUMMER = new Date('2026-07-15T10:00:00Z');
const now = SUMMER.getTime();

it('names a zone in the reader’s language, alike in summer and in winter, and the office’s as people call it', () => {
  for (const instant of [WINTER, SUMMER]) {
    expect(zoneName(instant, 'en', 'Europe/Berlin')).toBe('Central European Time');
    expect(zoneName(instant, 'zh', 'Europe/Berlin')).toBe('中欧时间');
    expect(zoneName(instant, 'en', 'Asia/Shanghai')).toBe('Beijing time');
    expect(zoneName(instant, 'zh', 'Asia/Shanghai')).toBe('北京时间');
  }
  expect(shortZoneName(WINTER, 'en', 'Europe/Berlin')).toBe('GMT+1');
  expect(shortZoneName(SUMMER, 'zh', 'Europe/Berlin')).toBe('GMT+2');
  expect(shortZoneName(SUMMER, 'zh', 'Asia/Shanghai')).toBe('北京时间');
});

it('tells a moment by the clocks of the zone that sets it, to the second where it is not on the minute', () => {
  const plain = (text: string) => text.replaceAll(/\s/g, ' ');
  const set = (instant: Date, zone: string) => plain(setMoment(instant, 'en', now, zone).set);
  expect(set(WINTER, 'Europe/Berlin')).toBe('15 Dec, 23:59:59 Central European Time');
  expect(set(WINTER, 'Asia/Shanghai')).toBe('16 Dec, 06:59:59 Beijing time');
  expect(set(SUMMER, 'Europe/Berlin')).toBe('15 Jul, 12:00 Central European Time');
});

it('tells it by the reader’s own clock as well, where that shows another time', () => {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(setMoment(WINTER, 'zh', now, here).own).toBeUndefined();
  const elsewhere = here === 'Asia/Tokyo' ? 'Europe/Berlin' : 'Asia/Tokyo';
  expect(setMoment(WINTER, 'zh', now, elsewhere).own).toBe(setMoment(WINTER, 'zh', now, here).set);
});
