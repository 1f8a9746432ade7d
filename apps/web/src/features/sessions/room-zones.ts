interface Zones {
  timeZone: string;
  regions: readonly { code: string; timeZones: readonly string[] }[];
}

/** In which zones a room may lie: those of its region and then the edition's own, or of every region where it is of none. */
export function roomZones({ timeZone, regions }: Zones, regionCode: string): string[] {
  const region = regions.find(({ code }) => code === regionCode);
  const zones = region ? [...region.timeZones, timeZone] : [timeZone, ...regions.flatMap(({ timeZones }) => timeZones)];
  return [...new Set(zones)];
}
