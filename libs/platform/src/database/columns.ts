import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Column, PrimaryColumn, VersionColumn, type ValueTransformer } from 'typeorm';
import { Table, TableColumn, TableIndex } from 'typeorm';

interface Nullable {
  nullable?: boolean;
}

const asNumber: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};
const asJson: ValueTransformer = {
  to: (value: unknown) => (value === undefined || value === null ? value : JSON.stringify(value)),
  from: (value: string | null) => (value === null ? null : (JSON.parse(value) as unknown)),
};
const asPacked: ValueTransformer = {
  to: (value: object | null) => value && deflateRawSync(JSON.stringify(value), { level: 3 }).toString('base64'),
  // What begins as JSON does was kept before it was packed.
  from: (value: string | null) =>
    value === null
      ? null
      : (JSON.parse(/^[[{]/.test(value) ? value : inflateRawSync(Buffer.from(value, 'base64')).toString()) as unknown),
};

/** The primary key: a UUIDv7 made by the program, never by the database. */
export const IdColumn = () => PrimaryColumn({ type: 'varchar', length: 36 });
/** A text that is (part of) the primary key. */
export const KeyColumn = (length: number) => PrimaryColumn({ type: 'varchar', length });
/** A safe integer that is (part of) the primary key. */
export const IntKeyColumn = () => PrimaryColumn({ type: 'bigint', transformer: asNumber });
/** Another row's id. */
export const RefColumn = (options: Nullable = {}) => Column({ type: 'varchar', length: 36, ...options });
/** A text of at most `length` characters; compared by code point on both engines. */
export const TextColumn = (length: number, options: Nullable = {}) => Column({ type: 'varchar', length, ...options });
/** A text without a useful bound; its length is checked where it comes in. */
export const LongTextColumn = (options: Nullable = {}) => Column({ type: 'longtext', ...options });
/** A value kept as JSON text, its keys in the order written. */
export const JsonColumn = (options: Nullable = {}) => Column({ type: 'longtext', transformer: asJson, ...options });
/**
 * A list or an object of tens of thousands of parts that are much alike, kept as packed JSON: MariaDB takes no statement of more than
 * 16 MB as it comes. Its column is that of {@link JsonColumn}.
 */
export const PackedJsonColumn = (options: Nullable = {}) =>
  Column({ type: 'longtext', transformer: asPacked, ...options });
/** A safe integer: a count, a score in hundredths, an amount in cents. */
export const IntColumn = (options: Nullable = {}) => Column({ type: 'bigint', transformer: asNumber, ...options });
export const BoolColumn = () => Column({ type: 'boolean' });
/** A moment in UTC, to the millisecond, set by the program. */
export const InstantColumn = (options: Nullable = {}) => Column({ type: 'datetime', precision: 3, ...options });
/** Raised by one at each save through the repository; answered to clients as an ETag. */
export const RowVersionColumn = () => VersionColumn({ type: 'integer' });

type ColumnSpec = Omit<ConstructorParameters<typeof TableColumn>[0] & object, 'name'>;
const nullable = (spec: ColumnSpec, options: Nullable): ColumnSpec => ({
  ...spec,
  isNullable: options.nullable ?? false,
});

/** Columns of a migration; each is the twin of the decorator of the same name. */
export const column = {
  id: (): ColumnSpec => ({ type: 'varchar', length: '36', isPrimary: true }),
  ref: (options: Nullable = {}) => nullable({ type: 'varchar', length: '36' }, options),
  text: (length: number, options: Nullable = {}) => nullable({ type: 'varchar', length: String(length) }, options),
  /** A text that is (part of) the primary key. */
  key: (length: number): ColumnSpec => ({ type: 'varchar', length: String(length), isPrimary: true }),
  /** A safe integer that is (part of) the primary key. */
  intKey: (): ColumnSpec => ({ type: 'bigint', isPrimary: true }),
  longText: (options: Nullable = {}) => nullable({ type: 'longtext' }, options),
  json: (options: Nullable = {}) => nullable({ type: 'longtext' }, options),
  int: (options: Nullable = {}) => nullable({ type: 'bigint' }, options),
  bool: (): ColumnSpec => ({ type: 'boolean' }),
  instant: (options: Nullable = {}) => nullable({ type: 'datetime', precision: 3 }, options),
  version: (): ColumnSpec => ({ type: 'integer' }),
};

/**
 * A table for `QueryRunner.createTable`, the same on every engine.
 * Indexes carry explicit names, as the entity's `@Index('name', [...])` does; a unique key is a unique index.
 */
export function defineTable(
  name: string,
  columns: Record<string, ColumnSpec>,
  indexes: Record<string, { columns: string[]; unique?: boolean }> = {},
): Table {
  return new Table({
    name,
    columns: Object.entries(columns).map(([columnName, spec]) => ({ ...spec, name: columnName }) as never),
    indices: Object.entries(indexes).map(
      ([indexName, index]) =>
        new TableIndex({ name: indexName, columnNames: index.columns, isUnique: index.unique ?? false }),
    ),
  });
}
