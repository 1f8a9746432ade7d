import type { FieldFailure } from '@haishi/kernel';
import type { Aggregation, Rubric, TieBreaker } from '@haishi/review/rules';
import { lacks } from './codes.rules.js';
import type { StageKind, StageSettings } from './edition.definition.js';

/** The mean before any sheet is struck, as a chain names it among codes of criteria. */
export const UNTRIMMED = 'untrimmed';
/** What an earlier stage's score 此前阶段成绩 is named by in a chain, before the code of that stage. */
const STAGE = 'stage:';
/** A chain has no more members, and none is longer. */
export const MOST_TIES = 10;
export const TIE_LENGTH = STAGE.length + 12;

/** Whether projects are judged in a stage. */
export const isJudged = ({ kind }: { kind: StageKind }): boolean => kind === 'review' || kind === 'roadshow';

/** The stages before one whose scores a chain may name: those in which projects are judged, in order. */
export function judgedBefore<Stage extends { code: string; kind: StageKind }>(
  stages: readonly Stage[],
  code: string,
): Stage[] {
  const at = stages.findIndex((one) => one.code === code);
  return stages.slice(0, Math.max(0, at)).filter(isJudged);
}

/** The codes of the stages whose scores a chain names. */
export const stagesNamed = (ties: readonly string[]): string[] =>
  ties.flatMap((tie) => (tie.startsWith(STAGE) ? tie.slice(STAGE.length) : []));

/** What a stage separates equal results by, in order: its own chain 同分次序, else the first criterion and the mean before striking. */
export function tiesOf({ ties }: Pick<StageSettings, 'ties'>, rubric: Rubric): readonly string[] {
  return ties ?? [...rubric.criteria.slice(0, 1).map(({ code }) => code), UNTRIMMED];
}

/**
 * Members of a chain that the rubric does not have, or no stage before this one, or that stood there before; an empty one is
 * somebody else's fault.
 *
 * @param earlier the codes of {@link judgedBefore}; null where they could not be read
 */
export function tieFaults(
  ties: readonly string[],
  rubric: Rubric,
  earlier: readonly string[] | null,
  field: string,
): FieldFailure[] {
  const known = rubric.criteria.map(({ code }) => code);
  return ties.flatMap((code, at): FieldFailure[] => {
    const fault = (name: string) => [{ field: `${field}.${at}`, code: name, params: { code } }];
    if (code === '') return [];
    const [stage] = stagesNamed([code]);
    if (stage !== undefined) {
      if (earlier && !earlier.includes(stage)) return fault('edition.tie_stage');
    } else if (code !== UNTRIMMED && lacks(known, code)) return fault('edition.tie_unknown');
    return ties.indexOf(code) < at ? fault('edition.tie_repeated') : [];
  });
}

/** A chain as the ranking takes it. */
export function breakersOf(ties: readonly string[]): TieBreaker[] {
  return ties.map((code): TieBreaker => {
    const [stage] = stagesNamed([code]);
    if (stage !== undefined) return { by: 'earlier', code: stage };
    return code === UNTRIMMED ? { by: 'untrimmed' } : { by: 'criterion', code };
  });
}

/** The chain that a panel was given. */
export function chainOf({ ties }: Pick<Aggregation, 'ties'>): string[] {
  return ties.map((tie) => {
    if (tie.by === 'untrimmed') return UNTRIMMED;
    return tie.by === 'earlier' ? `${STAGE}${tie.code}` : tie.code;
  });
}

/** Whether a panel has the chain of its stage, and none of its own. */
export function followsStage(
  aggregation: Pick<Aggregation, 'ties'>,
  settings: Pick<StageSettings, 'ties'>,
  rubric: Rubric,
): boolean {
  return chainOf(aggregation).join() === tiesOf(settings, rubric).join();
}
