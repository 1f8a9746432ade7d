import { createHash } from 'node:crypto';

/** An entry as the totals have it. Scores as the review engine stores them. */
export interface TotalsEntry {
  number: string;
  withdrawn: boolean;
  score: number | null;
  untrimmed: number | null;
  place: number | null;
  sheets: readonly { seatNo: number; state: string; revision: number; total: number; scores: Record<string, number> }[];
}

const sha256 = (value: unknown) => createHash('sha256').update(JSON.stringify(value), 'utf8').digest('hex');

/** What a witness of the draw looked at: the seed and the order of the entries' numbers. */
export function drawDigest(seed: string, numbers: readonly string[]): string {
  return sha256([seed, numbers]);
}

/** What is signed and confirmed: every entry with its place, score and sheets. It does not depend on any order of rows or keys. */
export function totalsDigest(entries: readonly TotalsEntry[]): string {
  const byKey = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : 1);
  return sha256(
    [...entries]
      .sort((one, other) => (one.number < other.number ? -1 : 1))
      .map(({ number, withdrawn, score, untrimmed, place, sheets }) => [
        number,
        withdrawn,
        score,
        untrimmed,
        place,
        [...sheets]
          .sort((one, other) => one.seatNo - other.seatNo)
          .map((sheet) => [
            sheet.seatNo,
            sheet.state,
            sheet.revision,
            sheet.total,
            Object.entries(sheet.scores).sort(byKey),
          ]),
      ]),
  );
}

/** The digest's first twelve signs as papers print them, so that a paper can be told from one of other totals: `3F2A-90BC-11D7`. */
export function recordCode(digest: string): string {
  return digest.slice(0, 12).toUpperCase().match(/.{4}/g)!.join('-');
}

/** What is missing before the totals can be confirmed without a reason. */
export interface OpenMatters {
  /** Seats whose judge has not signed these totals. */
  judges: number[];
  /** Entries of which nobody has. */
  entries: string[];
  chair: boolean;
  /** Whether a supervisor was appointed and has not witnessed these totals, or objected to them. */
  supervisor: boolean;
}

interface Signed {
  party: 'judge' | 'entry' | 'chair';
  subjectId: string;
  digest: string;
}

/** Whose word on the present totals is missing; a signature on other totals counts for nothing. */
export function openMatters(
  digest: string,
  parties: {
    seats: readonly { seatNo: number; personId: string }[];
    entries: readonly { id: string; state: string }[];
  },
  signatures: readonly Signed[],
  supervision: { appointed: boolean; stands: boolean },
): OpenMatters {
  const has = (party: Signed['party'], subjectId?: string) =>
    signatures.some(
      (one) => one.party === party && one.digest === digest && (subjectId === undefined || one.subjectId === subjectId),
    );
  return {
    judges: parties.seats.filter(({ personId }) => !has('judge', personId)).map(({ seatNo }) => seatNo),
    entries: parties.entries.filter(({ id, state }) => state !== 'withdrawn' && !has('entry', id)).map(({ id }) => id),
    chair: !has('chair'),
    supervisor: supervision.appointed && !supervision.stands,
  };
}

export const nothingOpen = ({ judges, entries, chair, supervisor }: OpenMatters): boolean =>
  judges.length === 0 && entries.length === 0 && !chair && !supervisor;

/** Whether the latest word on a subject, if any, witnesses what there is now. */
export function stands(
  words: readonly { subject: string; verdict: string; digest: string }[],
  subject: string,
  digest: string,
): boolean {
  const latest = words.filter((one) => one.subject === subject).at(-1);
  return latest?.verdict === 'witnessed' && latest.digest === digest;
}
