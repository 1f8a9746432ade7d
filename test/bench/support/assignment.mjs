const REGIONS = ['R1', 'R2', 'R3', 'R4', 'R5'];
const DIVISIONS = 4;
const FIELDS_EACH = 6;
const TYPES = ['technologist', 'technologist', 'investor', 'investor', 'other'];

/** Numbers below 1 that are the same for the same seed (mulberry32). */
export function randomBy(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A task as an edition has it: divisions and regions of unequal size, judges who know one to three fields and are fewer where
 * entries are many, so that not everybody can have an expert; loads as level as they can be at all.
 */
export function assignmentTask({ entries, judges, judgesPerEntry, composed, seed }) {
  const random = randomBy(seed);
  const among = (list) => list[Math.floor(random() * list.length)];
  const lot = (count) => Math.floor(random() ** 1.5 * count);
  const fieldsOf = (division, count) =>
    Array.from({ length: count }, () => `D${division}.${Math.floor(random() * FIELDS_EACH)}`);
  const mean = (entries * judgesPerEntry) / judges;
  const everybody = Array.from({ length: judges }, (_, at) => {
    const division = at % DIVISIONS;
    const second = random() < 0.2 ? [`D${lot(DIVISIONS)}`] : [];
    return {
      id: `j${at}`,
      types: [among(TYPES), ...(random() < 0.1 ? ['investor'] : [])],
      fields: [...fieldsOf(division, 1 + Math.floor(random() * 3)), `D${division}`, ...second],
      institution: random() < 0.9 ? `I${Math.floor(random() * judges * 0.4)}` : null,
      region: random() < 0.8 ? among(REGIONS) : null,
    };
  });
  const all = Array.from({ length: entries }, (_, at) => {
    const division = lot(DIVISIONS);
    return {
      id: `e${at}`,
      group: `D${division}`,
      fields: [`D${division}.${lot(FIELDS_EACH)}`, `D${division}`],
      region: REGIONS[lot(REGIONS.length)],
    };
  });
  const barred = Array.from({ length: Math.floor(entries / 2) }, () => ({
    entry: among(all).id,
    judge: among(everybody).id,
  }));
  return {
    judges: everybody,
    entries: all,
    rules: {
      judgesPerEntry,
      load: { min: Math.floor(mean), max: Math.ceil(mean) },
      mismatch: [0, 3, 10],
      level: 1,
      keep: 2,
      composition: composed
        ? [
            { type: 'investor', atLeast: 1 },
            { type: 'technologist', atLeast: 1 },
          ]
        : [],
      onePerInstitution: composed,
      awayFromHome: composed,
      overlap: { connected: composed, sharedByPanels: 0 },
    },
    barred,
    locked: [],
    existing: [],
  };
}
