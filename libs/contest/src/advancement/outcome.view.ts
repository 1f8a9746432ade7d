import { formatFixed } from '@haishi/kernel';
import type { Advancement, AdvancementAnswer } from '@haishi/review';
import { nameOf } from '../edition/named.js';
import type { ClosedBy } from '../involvement/closed.rules.js';
import type { AdvancementEntryView, OutcomeView, QuotaCellView } from './advancement.dto.js';
import type { Candidate } from './advancement.rules.js';
import { explanationOf, LEFT_WORDS, WITHHELD_WORDS } from './advancement.words.js';
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
  /** Whether what it came to was made public. */
  published: boolean;
}

/**
 * An outcome as one organiser may read it; `now` is where everybody stands, who left not among them. Until it is published,
 * nothing of an entry that is closed to the reader is told but that it is there: neither score, place, standing nor reason; it
 * stands last, since the list goes by place, and no number of a cell in which it competes could be its own line. Once it is
 * published its standing is told as it was to its entrant, and its score to the reader never.
 *
 * Its title, organisation, division, region and group are told all along: the list has to be whole, and who is tied to an entry
 * knows which it is, so that what can be misused is how it did, not that it is there. Who leads it and the credit code are for
 * the files of who decides on it, so that they are told to nobody whom it is closed to.
 *
 * Accepted: whoever reads the places of all others finds which ones are free, and with them about where a closed entry stands;
 * to hide that, the places of its neighbours would have to be kept from their own organiser. So would the digest, which is
 * made of its score too, and without which nothing can be decided.
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
  { edition: { definition }, entries: listed }: JudgedStage,
  { decimals, particulars }: Telling,
  { candidates, answer, digest }: WorkedOut,
  now: readonly Advancement[],
  { closed, published }: OutcomeReader,
): {
  tellOf: (entry: Advancement) => AdvancementEntryView;
  outcomeOf: (told: readonly AdvancementEntryView[]) => OutcomeView;
} {
  const ranked = candidates.filter((one) => one.place !== null).length;
  const met = new Map(candidates.map((one) => [one.entryId, one]));
  const listedBy = new Map(listed.map((one) => [one.id, one]));
  const standing = new Map(now.map((one) => [one.entryId, one]));
  const tellOf = ({ entryId }: Advancement): AdvancementEntryView => {
    const candidate = met.get(entryId)!;
    const { number, title, team, projectId } = listedBy.get(entryId)!;
    const { field, group, lead, creditCode } = particulars.get(projectId)!;
    const isClosed = closed.has(entryId);
    const named = {
      entryId,
      number,
      title,
      team,
      region: nameOf(definition.regions, candidate.region),
      division: nameOf(definition.divisions, candidate.division),
      field: nameOf(definition.divisions.find(({ code }) => code === candidate.division)?.fields ?? [], field),
      group: nameOf(definition.groups, group),
      lead: isClosed ? null : lead,
      creditCode: isClosed ? null : creditCode,
      closed: closed.get(entryId) ?? null,
    };
    if (named.closed && !published) return { ...named, ...WITHHELD };
    const { parts: _parts, ...scoreless } = candidate;
    const current = standing.get(entryId);
    const score = named.closed ? null : candidate.score;
    const explained = named.closed ? scoreless : candidate;
    return {
      ...named,
      score: score === null ? null : formatFixed(score, decimals),
      place: candidate.place,
      eligible: candidate.ineligible === null,
      status: current?.status ?? 'left',
      waiting: current?.waiting ?? null,
      explanation: current ? explanationOf(current, explained, ranked, definition) : LEFT_WORDS,
    };
  };
  const kept = ({ status }: AdvancementEntryView) => status === 'withheld';
  const outcomeOf = (told: readonly AdvancementEntryView[]): OutcomeView => {
    const withheld = told.filter(kept).sort((one, other) => (one.number < other.number ? -1 : 1));
    const cells = withheld.map(({ entryId }) => met.get(entryId)!);
    return {
      digest,
      entries: [...told.filter((one) => !kept(one)), ...withheld],
      quotas: quotasOf(definition, answer, cells),
      unfilled: answer.unfilled,
    };
  };
  return { tellOf, outcomeOf };
}

const WITHHELD = {
  score: null,
  place: null,
  eligible: false,
  status: 'withheld',
  waiting: null,
  explanation: WITHHELD_WORDS,
} as const satisfies Partial<AdvancementEntryView>;

function quotasOf(
  { regions, divisions }: JudgedStage['edition']['definition'],
  { entries, quotas }: AdvancementAnswer,
  withheld: readonly Candidate[],
): QuotaCellView[] {
  const lineOf = (row: string, column: string) =>
    entries.find(
      ({ explanation }) => explanation.cell?.row === row && explanation.cell.column === column && explanation.cut,
    )?.explanation.cut?.line ?? null;
  return (quotas?.rows ?? []).flatMap((row, at) =>
    quotas!.columns.map((column, across): QuotaCellView => {
      const kept = withheld.some(
        (one) => (row === '' || one.region === row) && (column === '' || one.division === column),
      );
      return {
        region: row ? nameOf(regions, row) : null,
        division: column ? nameOf(divisions, column) : null,
        eligible: kept ? null : quotas!.eligible[at]![across]!,
        quota: quotas!.quotas[at]![across]!,
        line: kept ? null : lineOf(row, column),
      };
    }),
  );
}
