import type { Locale, LocalText } from '@haishi/contracts';
import type { ListCell, ListColumn, ListPart } from './list.model.js';

/** A column of a list in both languages, with what it holds of a row. */
export interface ColumnOf<Row> extends Omit<ListColumn, 'header'> {
  header: LocalText;
  value: (row: Row, locale: Locale) => ListCell;
}

/** The part of a list that `columns` make of `rows`, which are taken as they come. */
export function partOf<Row>(
  name: LocalText,
  columns: readonly ColumnOf<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  locale: Locale,
): ListPart {
  return {
    name: name[locale],
    columns: columns.map(({ header, value: _value, ...column }) => ({ ...column, header: header[locale] })),
    rows: cells(columns, rows, locale),
  };
}

async function* cells<Row>(
  columns: readonly ColumnOf<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  locale: Locale,
): AsyncGenerator<ListCell[]> {
  for await (const row of rows) yield columns.map(({ value }) => value(row, locale));
}
