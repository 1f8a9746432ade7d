import { describe, expect, it } from 'vitest';
import { roomZones } from './room-zones';

const EDITION = {
  timeZone: 'Asia/Shanghai',
  regions: [
    { code: 'WEST', timeZones: ['Europe/Berlin', 'America/New_York'] },
    { code: 'BJ', timeZones: ['Asia/Shanghai'] },
    { code: 'NONE', timeZones: [] },
  ],
};

describe('the zones of a room', () => {
  it.each([
    ['WEST', ['Europe/Berlin', 'America/New_York', 'Asia/Shanghai']],
    ['BJ', ['Asia/Shanghai']],
    ['NONE', ['Asia/Shanghai']],
    ['', ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York']],
  ])('of region "%s" begin with its own', (regionCode, zones) => {
    expect(roomZones(EDITION, regionCode)).toEqual(zones);
  });
});
