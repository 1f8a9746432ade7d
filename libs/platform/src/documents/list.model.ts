import type { Locale } from '@haishi/contracts';
import { nameOfZone } from './list.words.js';

/** A number stays a number; what is neither a number nor a moment is text and never a formula. */
export type ListCell = string | number | Date | null | undefined;

export interface ListColumn {
  header: string;
  /** In characters; a Chinese one takes two. On paper all columns share the page by it. */
  width: number;
  /**
   * `instant` holds a `Date`, told by the clocks of the list; `day` a text such as `2026-03-01`, and what else is said in its
   * place; `code` an identifier, which paper does not break either.
   */
  kind?: 'text' | 'number' | 'instant' | 'day' | 'code';
  /** Of numbers; none where not given. */
  decimals?: number;
  /** Left out on paper, which has no room for it and says so. */
  screenOnly?: boolean;
}

/** One table of a list. */
export interface ListPart {
  /** Of the sheet in a workbook: at most 31 characters, none of `[]:*?/\`. */
  name: string;
  columns: readonly ListColumn[];
  rows: Iterable<readonly ListCell[]> | AsyncIterable<readonly ListCell[]>;
}

/** A list as a department files it, in one language. */
export interface ListDocument {
  title: string;
  /** Whose list it is, such as the edition. */
  subject: string;
  locale: Locale;
  /** IANA name: moments are told in it, and the list says so. */
  timeZone: string;
  madeAt: Date;
  madeBy: string;
  notes: readonly string[];
  parts: readonly ListPart[];
}

/** The header of a column: with the clocks where it holds moments. */
export function headerOf({ header, kind }: ListColumn, { timeZone, locale }: ListDocument): string {
  if (kind !== 'instant') return header;
  const zone = nameOfZone(timeZone, locale);
  return locale === 'zh' ? `${header}（${zone}）` : `${header} (${zone})`;
}

/** Tells a moment by the clocks of `timeZone`, such as `2026-03-01 09:30:00`. */
export function clockOf(timeZone: string): (moment: Date) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (moment) => format.format(moment);
}
