/** What a stage tells of projects once it is published. */
export interface PublishedStage {
  code: string;
  /** In the order of the edition. */
  position: number;
  /** Who advances by the published decision, as it stands. */
  advancing: readonly string[];
  /** Winners on a notice that is not revoked, with the name of their award. */
  awarded: readonly { projectId: string; award: string }[];
  /** Struck off a notice of the stage because an objection was upheld. */
  struck: readonly string[];
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
 * `awards` are those of the edition, best first; an award that it no longer has comes after all others.
 */
export function shownProjects(
  stages: readonly PublishedStage[],
  awards: readonly { code: string; name: { zh: string } }[],
): Shown[] {
  const found = new Map<string, Shown & { position: number }>();
  const tell = (projectId: string, { code, position }: PublishedStage, award: string | null) => {
    const held = found.get(projectId);
    if (held && held.position > position && award === null) return;
    found.set(projectId, { projectId, stageCode: code, position, award: award ?? held?.award ?? null });
  };
  for (const stage of [...stages].sort((one, other) => one.position - other.position)) {
    const struck = new Set(stage.struck);
    for (const projectId of stage.advancing) if (!struck.has(projectId)) tell(projectId, stage, null);
    for (const { projectId, award } of stage.awarded)
      if (!struck.has(projectId)) tell(projectId, stage, awards.find(({ name }) => name.zh === award)?.code ?? award);
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

export interface GalleryFilter {
  division?: string | undefined;
  region?: string | undefined;
  award?: string | undefined;
  /** Words in their normal form, as {@link GalleryLine.words}. */
  words?: string | undefined;
}

export interface GalleryLine extends Shown {
  division: string;
  region: string;
  /** Title and organisation in normal form, for search. */
  words: string;
}

/** Those that match, in their order. */
export function matching<Line extends GalleryLine>(
  lines: readonly Line[],
  { division, region, award, words }: GalleryFilter,
): Line[] {
  return lines.filter(
    (line) =>
      (!division || line.division === division) &&
      (!region || line.region === region) &&
      (!award || line.award === award) &&
      (!words || line.words.includes(words)),
  );
}
