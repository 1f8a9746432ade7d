import type { Locale, LocalText } from '@haishi/contracts';
import type { ListCell, ListColumn } from '@haishi/platform';

/** A column of a list in both languages, with what it holds of a row. */
export interface Column<Row> extends Omit<ListColumn, 'header'> {
  header: LocalText;
  value: (row: Row, locale: Locale) => ListCell;
}

/** The part of a list that `columns` make of `rows`. */
export function partOf<Row>(
  name: LocalText,
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  locale: Locale,
): { name: string; columns: ListColumn[]; rows: Iterable<ListCell[]> } {
  return {
    name: name[locale],
    columns: headed(columns, locale),
    rows: cells(columns, rows, locale),
  };
}

/** The columns in one language. */
export const headed = <Row>(columns: readonly Column<Row>[], locale: Locale): ListColumn[] =>
  columns.map(({ header, value: _value, ...column }) => ({ ...column, header: header[locale] }));

function* cells<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>, locale: Locale): Generator<ListCell[]> {
  for (const row of rows) yield columns.map(({ value }) => value(row, locale));
}

/** Said in the place of what a reader may not see. */
export const WITHHELD: LocalText = {
  zh: '您与该项目有利害关系，不显示',
  en: 'You have a tie to this project; not shown',
};
