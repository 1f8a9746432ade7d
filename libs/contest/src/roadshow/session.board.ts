import type { Work } from '@haishi/platform';
import { rank, type TieBreaker, type TieRuling } from '@haishi/review';
import { RoadshowEntry } from './session.entity.js';

/** Ranks what was shown, as it was shown: a result that is not yet shown again moves nobody. */
export async function moveBoard(
  work: Work,
  all: readonly RoadshowEntry[],
  ties: readonly TieBreaker[],
  rulings: readonly TieRuling[],
): Promise<void> {
  const entries = all.filter(({ shown }) => shown !== null);
  const places = rank(
    entries.map((entry) => ({ entryId: entry.id, result: { score: entry.shown!.score, tieValues: entry.shownTies! } })),
    ties,
    rulings,
  );
  for (const entry of entries) {
    const place = places.find(({ entryId }) => entryId === entry.id);
    await work.manager.update(RoadshowEntry, entry.id, {
      place: place?.place ?? null,
      placeBefore: entry.place,
      explanation: (place?.explanation ?? null) as never,
    });
  }
}
