/**
 * The order of project numbers 项目编号: by their parts between hyphens, figures by value, so that `…-9999` stands before
 * `…-10000`. Below zero where the first stands before the other.
 */
export function compareNumbers(one: string, other: string): number {
  const [ours, theirs] = [one.split('-'), other.split('-')];
  for (const [at, part] of ours.entries()) {
    const against = theirs[at];
    if (against === undefined) return 1;
    if (part === against) continue;
    const figures = FIGURES.test(part) && FIGURES.test(against) ? Number(part) - Number(against) : 0;
    return figures || (part < against ? -1 : 1);
  }
  return ours.length - theirs.length;
}

const FIGURES = /^\d+$/;
