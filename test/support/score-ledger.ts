/** A sheet by criterion, in hundredths. */
export type Sheet = Readonly<Record<string, number>>;

interface Held {
  sheet: Sheet;
  counts: boolean;
}

export const totalOf = (sheet: Sheet) => Object.values(sheet).reduce((sum, value) => sum + value, 0);
const meanOf = (values: readonly number[]) => Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);

/** The criterion whose mean separates equal scores. */
const TIE = 'TECH';
/** As the session is configured: the highest and the lowest of at least so many totals are struck. */
const VALID = 5;

/**
 * What the judges of a session gave and what was told of it, kept beside the product and worked out by its own arithmetic:
 * whatever came up and was not told yet is sealed.
 */
export class ScoreLedger {
  private readonly held = new Map<string, Map<number, Held>>();
  private readonly cameUp = new Set<number>();
  /** Means of totals, also of the first sheets that came in, with those totals: known to whoever knows all of them. */
  private readonly means = new Map<number, readonly number[]>();
  private readonly told = new Set<number>();
  /** What each judge wrote themselves. */
  private readonly own = new Map<number, Set<number>>();

  submitted(entry: string, seatNo: number, sheet: Sheet): void {
    const sheets = this.held.get(entry) ?? new Map<number, Held>();
    this.held.set(entry, sheets.set(seatNo, { sheet, counts: true }));
    const figures = [...Object.values(sheet), totalOf(sheet)];
    this.own.set(seatNo, new Set([...(this.own.get(seatNo) ?? []), ...figures]));
    for (const value of figures) this.cameUp.add(value);
    this.workOut(entry);
  }

  /** The sheet no longer counts, or counts again. */
  counts(entry: string, seatNo: number, counts: boolean): void {
    this.held.get(entry)!.get(seatNo)!.counts = counts;
    this.workOut(entry);
  }

  /** The entry's result was told as it stands: score, mean, and every counted total. */
  tell(entry: string): void {
    const { totals, score, untrimmed } = this.result(entry);
    for (const value of [...totals, untrimmed, ...(score === null ? [] : [score])]) this.told.add(value);
  }

  /** Both were told, and the board says by what equal scores were compared. */
  tellTie(entry: string): void {
    this.told.add(this.result(entry).tie!);
  }

  /** Sealed now: from everybody, or from the judge at this seat, who knows their own sheets. */
  sealed(seatNo?: number): Set<number> {
    const own = seatNo === undefined ? undefined : this.own.get(seatNo);
    const known = (value: number) => this.told.has(value) || own?.has(value) === true;
    const sealedMeans = [...this.means].filter(([, totals]) => !totals.every(known)).map(([mean]) => mean);
    return new Set([...this.cameUp, ...sealedMeans].filter((value) => !known(value)));
  }

  private workOut(entry: string): void {
    const { totals, score, untrimmed, tie } = this.result(entry);
    if (tie !== null) this.cameUp.add(tie);
    for (const mean of [score, untrimmed]) if (mean !== null) this.means.set(mean, totals);
  }

  private result(entry: string) {
    const sheets = [...this.held.get(entry)!.values()].filter(({ counts }) => counts).map(({ sheet }) => sheet);
    const ordered = sheets.toSorted((one, other) => totalOf(one) - totalOf(other));
    const totals = ordered.map(totalOf);
    const enough = ordered.length >= VALID;
    return {
      totals,
      untrimmed: meanOf(totals),
      score: enough ? meanOf(totals.slice(1, -1)) : null,
      tie: enough ? meanOf(ordered.slice(1, -1).map((sheet) => sheet[TIE]!)) : null,
    };
  }
}
