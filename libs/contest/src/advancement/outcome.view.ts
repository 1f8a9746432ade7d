import { formatFixed } from '@haishi/kernel';
import type { Advancement, AdvancementAnswer } from '@haishi/review';
import { nameOf } from '../edition/named.js';
import type { ClosedBy } from '../involvement/closed.rules.js';
import type { AdvancementEntryView, OutcomeView, QuotaCellView } from './advancement.dto.js';
import type { Candidate } from './advancement.rules.js';
import { explanationOf, LEFT_WORDS, placeNames } from './advancement.words.js';
import type { JudgedStage } from './judged-stages.js';

/** What a plan came to, as it was worked out. */
export interface WorkedOut {
  candidates: readonly Candidate[];
  answer: AdvancementAnswer;
  digest: string;
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

/**
 * An outcome as one organiser may read it; `now` is where everybody stands, who left not among them. Who has a tie to an entry and
 * does not decide reads it only once it is published: where each stands, since that is public then, and never what the entry scored.
 * Who leads it and the credit code are for the files of who decides on it, so that they are not told to who does not.
 */
export function outcomeView(
  place: JudgedStage,
  telling: Telling,
  outcome: WorkedOut,
  now: readonly Advancement[],
  reader: OutcomeReader,
): OutcomeView {
  const { tellOf, outcomeOf } = toldTo(place, telling, outcome, now, reader);
  return outcomeOf(outcome.answer.entries.map(tellOf));
}

/** {@link outcomeView} in its steps, for who has others to answer between thousands of entries. */
export function toldTo(
  { edition: { definition }, entries: listed, before }: JudgedStage,
  { decimals, particulars }: Telling,
  { candidates, answer, digest }: WorkedOut,
  now: readonly Advancement[],
  { closed, scoreless }: OutcomeReader,
): {
  tellOf: (entry: Advancement) => AdvancementEntryView;
  outcomeOf: (told: readonly AdvancementEntryView[]) => OutcomeView;
} {
  const names = placeNames(definition, before);
  const ranked = candidates.filter((one) => one.place !== null).length;
  const met = new Map(candidates.map((one) => [one.entryId, one]));
  const listedBy = new Map(listed.map((one) => [one.id, one]));
  const standing = new Map(now.map((one) => [one.entryId, one]));
  const tellOf = ({ entryId }: Advancement): AdvancementEntryView => {
    const candidate = met.get(entryId)!;
    const { number, title, team, projectId } = listedBy.get(entryId)!;
    const { field, group, lead, creditCode } = particulars.get(projectId)!;
    const why = closed.get(entryId) ?? null;
    const kept = why !== null && scoreless;
    const { parts: _parts, tie: _tie, ...bare } = candidate;
    const current = standing.get(entryId);
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
      status: current?.status ?? 'left',
      waiting: current?.waiting ?? null,
      explanation: current ? explanationOf(current, kept ? bare : candidate, ranked, names) : LEFT_WORDS,
    };
  };
  const outcomeOf = (told: readonly AdvancementEntryView[]): OutcomeView => ({
    digest,
    entries: [...told],
    quotas: quotasOf(definition, answer),
    unfilled: answer.unfilled,
  });
  return { tellOf, outcomeOf };
}

function quotasOf(
  { regions, divisions }: JudgedStage['edition']['definition'],
  { entries, quotas }: AdvancementAnswer,
): QuotaCellView[] {
  const lineOf = (row: string, column: string) =>
    entries.find(
      ({ explanation }) => explanation.cell?.row === row && explanation.cell.column === column && explanation.cut,
    )?.explanation.cut?.line ?? null;
  return (quotas?.rows ?? []).flatMap((row, at) =>
    quotas!.columns.map((column, across): QuotaCellView => ({
      region: row ? nameOf(regions, row) : null,
      division: column ? nameOf(divisions, column) : null,
      eligible: quotas!.eligible[at]![across]!,
      quota: quotas!.quotas[at]![across]!,
      line: lineOf(row, column),
    })),
  );
}
