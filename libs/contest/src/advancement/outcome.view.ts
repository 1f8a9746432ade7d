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
import { explanationOf, LEFT_WORDS, placeNames, STRUCK_WORDS } from './advancement.words.js';
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
  /** Whether the scores of these are kept from them. */
  scoreless: boolean;
}

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
  const counts = Object.fromEntries(ENTRY_STATUSES.map((one) => [one, 0])) as OutcomeView['counts'];
  for (const { entryId } of answer.entries) counts[statusOf(now, entryId)] += 1;
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
  return { digest, counts, quotas, unfilled: answer.unfilled };
}

/**
 * The entries of an outcome as one organiser may read them, by now. Who has a tie to an entry and does not decide reads it only
 * once it is published: where each stands, since that is public then, and never what the entry scored. Who leads it and the credit
 * code are for the files of who decides on it, so that they are not told to who does not.
 */
export function toldTo(
  { edition: { definition }, entries: listed, before }: JudgedStage,
  { decimals, particulars }: Telling,
  { candidates }: Pick<WorkedOut, 'candidates'>,
  now: Now,
  { closed, scoreless }: OutcomeReader,
): (entry: Advancement) => AdvancementEntryView {
  const names = placeNames(definition, before);
  const ranked = candidates.filter((one) => one.place !== null).length;
  const met = new Map(candidates.map((one) => [one.entryId, one]));
  const listedBy = new Map(listed.map((one) => [one.id, one]));
  return ({ entryId }) => {
    const candidate = met.get(entryId)!;
    const { number, title, team, projectId } = listedBy.get(entryId)!;
    const { field, group, lead, creditCode } = particulars.get(projectId)!;
    const why = closed.get(entryId) ?? null;
    const kept = why !== null && scoreless;
    const { parts: _parts, tie: _tie, ...bare } = candidate;
    const current = now.standing.get(entryId);
    const score = kept ? null : candidate.score;
    return {
      entryId,
      number,
      title,
      team,
      region: nameOf(definition.regions, candidate.region),
      division: nameOf(definition.divisions, candidate.division),
      field: nameOf(definition.divisions.find(({ code }) => code === candidate.division)?.fields ?? [], field),
      group: nameOf(definition.groups, group),
      lead: kept ? null : lead,
      creditCode: kept ? null : creditCode,
      closed: why,
      score: score === null ? null : formatFixed(score, decimals),
      place: candidate.place,
      eligible: candidate.ineligible === null,
      status: statusOf(now, entryId),
      waiting: current?.waiting ?? null,
      explanation: current
        ? explanationOf(current, kept ? bare : candidate, ranked, names)
        : now.struck.has(entryId)
          ? STRUCK_WORDS
          : LEFT_WORDS,
    };
  };
}
