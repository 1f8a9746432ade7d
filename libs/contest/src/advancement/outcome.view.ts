import { formatFixed } from '@haishi/kernel';
import { type Advancement, type AdvancementAnswer, grouped } from '@haishi/review';
import { nameOf } from '../edition/named.js';
import type { ClosedBy } from '../involvement/closed.rules.js';
import {
  type AdvancementEntryView,
  ENTRY_STATUSES,
  type EntryStatus,
  type OutcomeView,
  type QuotaCellView,
} from './advancement.dto.js';
import type { StruckBy } from './advancement.entity.js';
import { type Candidate, type Replaced, standing as standingAfter } from './advancement.rules.js';
import { explanationOf, LEFT_WORDS, placeNames, STRUCK_WORDS, statusWords } from './advancement.words.js';
import type { JudgedStage } from './judged-stages.js';

/** What a plan came to, as it was worked out. */
export interface WorkedOut {
  candidates: readonly Candidate[];
  answer: AdvancementAnswer;
  digest: string;
}

/** Where everybody stands by now: who left is not among them, and of these some were struck off. */
export interface Now {
  standing: ReadonlyMap<string, Advancement>;
  struck: ReadonlySet<string>;
}

/** What a department files of an entry's project beside what it came to. */
export interface Particulars {
  /** Codes of the edition; empty where there is none. */
  field: string;
  group: string;
  lead: string;
  creditCode: string;
}

/** What an outcome is told with. */
export interface Telling {
  /** Of scores. */
  decimals: number;
  /** By project. */
  particulars: ReadonlyMap<string, Particulars>;
}

/** Who reads it. */
export interface OutcomeReader {
  /** The entries that are closed to them, each with why. */
  closed: ReadonlyMap<string, ClosedBy>;
  /** Whether they leave deciding on the stage to others, so that nothing is told them by which one entry tells of another. */
  othersDecide: boolean;
  /** The closed entries that are on a public notice, so that anybody reads whether they hold a seat. */
  listed: ReadonlySet<string>;
}

/** Where an entry stands that a published decision tells anybody: who waits, and who does not even that, is told to entrants alone. */
const PUBLIC: readonly EntryStatus[] = ['advances', 'wildcard', 'left', 'struck'];

/** After those who left were taken out one after another. */
export function standingNow(
  answer: AdvancementAnswer,
  left: readonly (Replaced & { struckBy?: StruckBy | null })[],
): Now {
  return {
    standing: new Map(standingAfter(answer, left).map((one) => [one.entryId, one])),
    struck: new Set(left.flatMap(({ withdrawnId, struckBy }) => (struckBy ? [withdrawnId] : []))),
  };
}

/** Where an entry stands by now. */
export const statusOf = ({ standing, struck }: Now, entryId: string): EntryStatus =>
  standing.get(entryId)?.status ?? (struck.has(entryId) ? 'struck' : 'left');

/** How many stand where by now, and in each cell the seats, who holds them, who waits, and where it was cut. */
export function summaryOf(
  { regions, divisions }: JudgedStage['edition']['definition'],
  { answer, digest }: Pick<WorkedOut, 'answer' | 'digest'>,
  now: Now,
): OutcomeView {
  const total = answer.entries.length;
  const counts = countsOf(answer, (entryId) => statusOf(now, entryId));
  const { quotas: table } = answer;
  const keyOf = (row = '', column = '') => `${row} ${column}`;
  const cells = grouped(
    answer.entries.filter(({ explanation }) => explanation.eligible),
    ({ explanation: { cell: one } }) => keyOf(one?.row, one?.column),
  );
  const cell = (row: string, column: string, seats?: { quota: number; eligible: number }): QuotaCellView => {
    const members = cells.get(keyOf(row, column)) ?? [];
    const cut = members.find(({ explanation }) => explanation.cut)?.explanation.cut ?? null;
    const standing = members.map(({ entryId }) => statusOf(now, entryId));
    return {
      region: row ? nameOf(regions, row) : null,
      division: column ? nameOf(divisions, column) : null,
      eligible: (seats ?? cut)?.eligible ?? 0,
      quota: (seats ?? cut)?.quota ?? 0,
      line: cut?.line ?? null,
      seated: standing.filter((one) => one === 'advances' || one === 'wildcard').length,
      waiting: standing.filter((one) => one === 'waiting').length,
    };
  };
  const quotas = table
    ? table.rows.flatMap((row, at) =>
        table.columns.map((column, across) =>
          cell(row, column, {
            quota: table.quotas[at]![across]!,
            eligible: table.eligible[at]![across]!,
          }),
        ),
      )
    : [cell('', '')];
  return { digest, total, counts, quotas, unfilled: answer.unfilled };
}

/** What of {@link summaryOf} is told to the reader: to who leaves deciding to others no sum that tells what they are not told of one entry. */
export function summaryToldTo(
  definition: JudgedStage['edition']['definition'],
  outcome: Pick<WorkedOut, 'answer' | 'digest'>,
  now: Now,
  reader: OutcomeReader,
): OutcomeView | (Omit<OutcomeView, 'quotas' | 'unfilled'> & Record<'quotas' | 'unfilled', null>) {
  const whole = summaryOf(definition, outcome, now);
  if (!reader.othersDecide) return whole;
  const counts = countsOf(outcome.answer, (entryId) => statusToldTo(now, entryId, reader));
  return { ...whole, counts, quotas: null, unfilled: null };
}

function countsOf({ entries }: AdvancementAnswer, statusFor: (entryId: string) => EntryStatus | null) {
  const counts = Object.fromEntries(ENTRY_STATUSES.map((one) => [one, 0])) as OutcomeView['counts'];
  for (const { entryId } of entries) {
    const status = statusFor(entryId);
    if (status) counts[status] += 1;
  }
  return counts;
}

/** Where an entry stands by now, as far as it is told to the reader. */
export function statusToldTo(now: Now, entryId: string, reader: OutcomeReader): EntryStatus | null {
  const status = statusOf(now, entryId);
  return !reader.othersDecide || (isNamedTo(reader, entryId) && PUBLIC.includes(status)) ? status : null;
}

/** Whether the reader is told what an entry is called and where it competes: of one that is closed to them, what anybody reads on a public notice. */
export const isNamedTo = (reader: OutcomeReader, entryId: string): boolean =>
  isOpenTo(reader, entryId) || reader.listed.has(entryId);

/** Whether the reader is told of an entry as an organiser. */
export const isOpenTo = ({ closed, othersDecide }: OutcomeReader, entryId: string): boolean =>
  !othersDecide || !closed.has(entryId);

/**
 * The entries of an outcome as one organiser may read them, by now. All compete, so that the places, scores and reasons of others
 * tell of an entry's own: who has a tie to one and does not decide reads none of them. Who leads an entry and the credit code are for
 * the files of who decides on it, so that they are not told to who does not.
 */
export function toldTo(
  { edition: { definition }, entries: listed, before }: JudgedStage,
  { decimals, particulars }: Telling,
  { candidates }: Pick<WorkedOut, 'candidates'>,
  now: Now,
  reader: OutcomeReader,
): (entry: Advancement) => AdvancementEntryView {
  const names = placeNames(definition, before);
  const ranked = candidates.filter((one) => one.place !== null).length;
  const met = new Map(candidates.map((one) => [one.entryId, one]));
  const listedBy = new Map(listed.map((one) => [one.id, one]));
  return ({ entryId }) => {
    const candidate = met.get(entryId)!;
    const { number, title, team, projectId } = listedBy.get(entryId)!;
    const { field, group, lead, creditCode } = particulars.get(projectId)!;
    const { score } = candidate;
    const current = now.standing.get(entryId);
    const gone = now.struck.has(entryId) ? STRUCK_WORDS : LEFT_WORDS;
    const whole = {
      entryId,
      number,
      title,
      team,
      region: nameOf(definition.regions, candidate.region),
      division: nameOf(definition.divisions, candidate.division),
      field: nameOf(definition.divisions.find(({ code }) => code === candidate.division)?.fields ?? [], field),
      group: nameOf(definition.groups, group),
      lead,
      creditCode,
      closed: reader.closed.get(entryId) ?? null,
      score: score === null ? null : formatFixed(score, decimals),
      place: candidate.place,
      eligible: candidate.ineligible === null,
      status: statusToldTo(now, entryId, reader),
      waiting: current?.waiting ?? null,
      explanation: current ? explanationOf(current, candidate, ranked, names) : gone,
    };
    if (!reader.othersDecide) return whole;
    const alone = { score: null, place: null, eligible: null, waiting: null };
    const told = whole.status && { explanation: current ? statusWords(current) : gone };
    const kept = isOpenTo(reader, entryId) ? null : { field: null, group: null, lead: null, creditCode: null };
    const unnamed = isNamedTo(reader, entryId) ? null : { title: null, team: null, region: null, division: null };
    return { ...whole, ...alone, explanation: null, ...told, ...kept, ...unnamed };
  };
}
