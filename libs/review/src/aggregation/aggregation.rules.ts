import { divideHalfUp, type FieldFailure, sumFixed } from '@haishi/kernel';
import type { Scores } from '../sheet/sheet.rules.js';

/** How the scores of an entry become one. Configuration, never code. */
export interface Aggregation {
  /** How many of the highest and of the lowest totals are struck 去掉最高分、最低分; both 0 is the plain mean. */
  dropHighest: number;
  dropLowest: number;
  /** Valid sheets needed, counted before any is struck; with fewer the entry is flagged and not ranked. */
  minValid: number;
  /** Decimals of the result, 0 to 4. */
  decimals: number;
  /** Compared in order where results are equal. */
  ties: TieBreaker[];
}

/** What separates equal results on their own sheets: the mean of one criterion over the counted ones, or the mean before striking. */
export type SheetTie = { by: 'criterion'; code: string } | { by: 'untrimmed' };
/** A {@link SheetTie}, or what each came to on an earlier panel, which the sheets of this one do not tell; `code` names it to the room. */
export type TieBreaker = SheetTie | { by: 'earlier'; code: string };

/** The members of a chain that sheets tell, in its order. */
export const sheetTies = (ties: readonly TieBreaker[]): SheetTie[] =>
  ties.filter((tie): tie is SheetTie => tie.by !== 'earlier');

/** Where nothing else is configured: strike one of each, of at least five. */
export const DEFAULT_AGGREGATION: Aggregation = {
  dropHighest: 1,
  dropLowest: 1,
  minValid: 5,
  decimals: 2,
  ties: [],
};

export const MAX_DECIMALS = 4;
const MAX_DROP = 10;
const MAX_VALID = 50;

/** One judge's valid sheet, as the aggregation sees it. */
export interface CountedSheet {
  seatNo: number;
  /** In hundredths. */
  total: number;
  scores: Scores;
}

/** The result of one entry. Means are in units of the last decimal: `8650` at two decimals is 86.50. */
export interface AggregateResult {
  /** Absent where fewer than `minValid` sheets are valid. */
  score: number | null;
  /** The mean of every valid sheet; absent where there is none. */
  untrimmed: number | null;
  /** Valid sheets, before striking. */
  valid: number;
  /** Seats whose sheet was struck, in ascending order. */
  droppedHighest: number[];
  droppedLowest: number[];
  /** The values of {@link sheetTies}, in their order; empty where there is no score. */
  tieValues: number[];
}

/** Every fault of an aggregation, by field; `criteria` are the codes of its rubric. */
export function checkAggregation(aggregation: Aggregation, criteria: readonly string[]): FieldFailure[] {
  const faults: FieldFailure[] = [];
  const whole = (field: 'dropHighest' | 'dropLowest' | 'minValid' | 'decimals', min: number, max: number) => {
    const value = aggregation[field];
    if (!Number.isSafeInteger(value) || value < min || value > max)
      faults.push({ field, code: 'common.number_out_of_range', params: { min, max } });
  };
  whole('dropHighest', 0, MAX_DROP);
  whole('dropLowest', 0, MAX_DROP);
  whole('minValid', 1, MAX_VALID);
  whole('decimals', 0, MAX_DECIMALS);
  if (faults.length === 0 && aggregation.minValid <= aggregation.dropHighest + aggregation.dropLowest)
    faults.push({
      field: 'minValid',
      code: 'review.min_valid_too_small',
      params: { dropped: aggregation.dropHighest + aggregation.dropLowest },
    });
  aggregation.ties.forEach((tie, index) => {
    if (tie.by === 'criterion' && !criteria.includes(tie.code))
      faults.push({ field: `ties.${index}.code`, code: 'review.criterion_unknown', params: { code: tie.code } });
  });
  return faults;
}

/**
 * Brings the valid sheets of one entry together. The order in which they come makes no difference: among equal totals
 * the lower seat counts as the lower score. All arithmetic is exact; results are rounded half up once, at the end.
 */
export function aggregate(aggregation: Aggregation, sheets: readonly CountedSheet[]): AggregateResult {
  const ordered = [...sheets].sort((one, other) => one.total - other.total || one.seatNo - other.seatNo);
  const untrimmed = ordered.length === 0 ? null : meanOf(totalsOf(ordered), aggregation.decimals);
  if (ordered.length < aggregation.minValid)
    return { score: null, untrimmed, valid: ordered.length, droppedHighest: [], droppedLowest: [], tieValues: [] };
  const drops = aggregation.dropLowest + aggregation.dropHighest > 0;
  const kept = drops ? ordered.slice(aggregation.dropLowest, ordered.length - aggregation.dropHighest) : ordered;
  return {
    score: drops ? meanOf(totalsOf(kept), aggregation.decimals) : untrimmed,
    untrimmed,
    valid: ordered.length,
    droppedHighest: seatsOf(ordered.slice(ordered.length - aggregation.dropHighest)),
    droppedLowest: seatsOf(ordered.slice(0, aggregation.dropLowest)),
    tieValues: sheetTies(aggregation.ties).map((tie) =>
      tie.by === 'untrimmed'
        ? untrimmed!
        : meanOf(
            kept.map((sheet) => sheet.scores[tie.code] ?? 0),
            aggregation.decimals,
          ),
    ),
  };
}

const totalsOf = (sheets: readonly CountedSheet[]) => sheets.map((sheet) => sheet.total);
const seatsOf = (sheets: readonly CountedSheet[]) =>
  sheets.map((sheet) => sheet.seatNo).sort((one, other) => one - other);

/** The mean of hundredths, at `decimals`, rounded half up. */
function meanOf(hundredths: readonly number[], decimals: number): number {
  return divideHalfUp(sumFixed(hundredths) * 10 ** decimals, hundredths.length * 100);
}
