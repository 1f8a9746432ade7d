/** How many entries each judge has yet to score, of those that are still under review; who is done is not in it. */
export function unfinished(
  pairs: readonly { entryId: string; personId: string }[],
  sheets: readonly { entryId: string; personId: string }[],
  withdrawn: ReadonlySet<string>,
): Map<string, number> {
  const scored = new Set(sheets.map(({ entryId, personId }) => `${entryId} ${personId}`));
  const left = new Map<string, number>();
  for (const { entryId, personId } of pairs)
    if (!withdrawn.has(entryId) && !scored.has(`${entryId} ${personId}`))
      left.set(personId, (left.get(personId) ?? 0) + 1);
  return left;
}

/** The day in an edition's zone, such as `2026-11-29`: a judge is reminded once in it. */
export function dayIn(timeZone: string, at: Date): string {
  return at.toLocaleDateString('sv-SE', { timeZone });
}

/** The key of a judge's reminder of a day. */
export function reminderKey(roundId: string, personId: string, day: string): string {
  return `online_review.reminder:${roundId}:${personId}:${day}`;
}
