import type { FieldFailure } from '@haishi/kernel';
import type { Aggregation, Rubric, TieBreaker } from '@haishi/review/rules';
import { lacks } from './codes.rules.js';
import type { StageSettings } from './edition.definition.js';

/** The mean before any sheet is struck, as a chain names it among codes of criteria. */
export const UNTRIMMED = 'untrimmed';
/** A chain has no more members. */
export const MOST_TIES = 10;

/** What a stage separates equal results by, in order: its own chain 同分次序, else the first criterion and the mean before striking. */
export function tiesOf({ ties }: Pick<StageSettings, 'ties'>, rubric: Rubric): readonly string[] {
  return ties ?? [...rubric.criteria.slice(0, 1).map(({ code }) => code), UNTRIMMED];
}

/** Members of a chain that the rubric does not have, or that stood there before; an empty one is somebody else's fault. */
export function tieFaults(ties: readonly string[], rubric: Rubric, field: string): FieldFailure[] {
  const known = rubric.criteria.map(({ code }) => code);
  return ties.flatMap((code, at): FieldFailure[] => {
    const fault = (name: string) => [{ field: `${field}.${at}`, code: name, params: { code } }];
    if (code === '') return [];
    if (code !== UNTRIMMED && lacks(known, code)) return fault('edition.tie_unknown');
    return ties.indexOf(code) < at ? fault('edition.tie_repeated') : [];
  });
}

/** A chain as the ranking takes it. */
export function breakersOf(ties: readonly string[]): TieBreaker[] {
  return ties.map((code) => (code === UNTRIMMED ? { by: 'untrimmed' } : { by: 'criterion', code }));
}

/** The chain that a panel was given. */
export function chainOf({ ties }: Pick<Aggregation, 'ties'>): string[] {
  return ties.map((tie) => (tie.by === 'untrimmed' ? UNTRIMMED : tie.code));
}

/** Whether a panel has the chain of its stage, and none of its own. */
export function followsStage(
  aggregation: Pick<Aggregation, 'ties'>,
  settings: Pick<StageSettings, 'ties'>,
  rubric: Rubric,
): boolean {
  return chainOf(aggregation).join() === tiesOf(settings, rubric).join();
}
