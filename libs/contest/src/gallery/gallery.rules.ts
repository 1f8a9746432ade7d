/** What a stage tells of projects once it is published. */
export interface PublishedStage {
  code: string;
  /** In the order of the edition. */
  position: number;
  /** Who advances by the published decision, as it stands. */
  advancing: readonly string[];
  /** Winners whose award stands, with its name. */
  awarded: readonly { projectId: string; award: string }[];
}

/** A project that may be shown, with the furthest that is published of it. */
export interface Shown {
  projectId: string;
  stageCode: string;
  /** The code of its award; null where none is published. */
  award: string | null;
}

/**
 * The projects of which something is published: winners first, in the order of the awards, then those who came furthest.
 * `awards` are those of the edition, best first; an award that it no longer has comes after all others. Who was `struck` off a
 * notice, of whatever stage, is not among them.
 */
export function shownProjects(
  stages: readonly PublishedStage[],
  awards: readonly { code: string; name: { zh: string } }[],
  struck: ReadonlySet<string>,
): Shown[] {
  const found = new Map<string, Shown & { position: number }>();
  const tell = (projectId: string, { code, position }: PublishedStage, award: string | null) => {
    if (struck.has(projectId)) return;
    const held = found.get(projectId);
    if (held && held.position > position && award === null) return;
    found.set(projectId, { projectId, stageCode: code, position, award: award ?? held?.award ?? null });
  };
  for (const stage of [...stages].sort((one, other) => one.position - other.position)) {
    for (const projectId of stage.advancing) tell(projectId, stage, null);
    for (const { projectId, award } of stage.awarded)
      tell(projectId, stage, awards.find(({ name }) => name.zh === award)?.code ?? award);
  }
  const rank = ({ award }: Shown) => {
    const index = awards.findIndex(({ code }) => code === award);
    return award === null ? awards.length + 1 : index < 0 ? awards.length : index;
  };
  return [...found.values()]
    .sort(
      (one, other) =>
        rank(one) - rank(other) || other.position - one.position || (one.projectId < other.projectId ? -1 : 1),
    )
    .map(({ projectId, stageCode, award }) => ({ projectId, stageCode, award }));
}

/** By what a gallery is narrowed, one value of each at a time. */
export const FACETS = ['division', 'field', 'region', 'award'] as const;
export type Facet = (typeof FACETS)[number];

export type GalleryFilter = { [name in Facet]?: string | undefined } & {
  /** Words in their normal form, as {@link GalleryLine.words}; each is asked for. */
  words?: readonly string[] | undefined;
};

export interface GalleryLine extends Shown {
  division: string;
  field: string;
  region: string;
  /** Title and organisation in normal form, for search. */
  words: string;
}

/** Those that match, in their order. */
export function matching<Line extends GalleryLine>(lines: readonly Line[], filter: GalleryFilter): Line[] {
  return lines.filter((line) => missed(line, filter) === 0);
}

/**
 * How many there would be of each value of each facet, were it chosen and everything else that is asked left as it is.
 * A value that no line has is absent. Of fields, those of the division asked for alone; without one, none are told.
 */
export function facetCounts(
  lines: readonly GalleryLine[],
  filter: GalleryFilter,
): Readonly<Record<Facet, ReadonlyMap<string, number>>> {
  const counts = { division: new Map(), field: new Map(), region: new Map(), award: new Map() } satisfies Record<
    Facet,
    Map<string, number>
  >;
  // A field belongs to its division: another division is asked for without it.
  const beyondField = { ...filter, field: undefined };
  for (const line of lines) {
    const miss = missed(line, filter);
    for (const facet of FACETS) {
      if (facet === 'field' && !filter.division) continue;
      const others = facet === 'division' ? missed(line, beyondField) : miss;
      const value = line[facet];
      if (value && (others & ~bitOf(facet)) === 0) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  }
  return counts;
}

const bitOf = (facet: Facet): number => 1 << FACETS.indexOf(facet);
const WORDS = 1 << FACETS.length;

/** What of the filter the line does not meet, a bit for each. */
function missed(line: GalleryLine, filter: GalleryFilter): number {
  let miss = filter.words?.every((word) => line.words.includes(word)) === false ? WORDS : 0;
  for (const facet of FACETS) if (filter[facet] && line[facet] !== filter[facet]) miss |= bitOf(facet);
  return miss;
}
