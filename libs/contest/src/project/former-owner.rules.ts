/**
 * Whether who passed a project on goes on reading it. What they wrote and handed in does not become a secret to them: they
 * read what was handed in, then and since, with its files, its way and what changed from one submission to the next. The
 * working copy is the new owner's alone, so that a draft that was never handed in is not read; nothing is edited, handed
 * in or withdrawn, and what is told to an owner alone (certificates, results, times to appear, late codes) is not theirs.
 * It lasts until they or the owner end it, for good, or until they have the project again. It never makes a judge or
 * checker of them: for that they belong to the project, also after their reading ended.
 */
export function goesOnReading(former: { endedAt: Date | null } | null, project: { submittedAt: Date | null }): boolean {
  return former?.endedAt === null && project.submittedAt !== null;
}
