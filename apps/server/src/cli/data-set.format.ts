import { toInstant } from '@haishi/platform';
import type { DataSource, EntityMetadata } from 'typeorm';

/** Lines of a data set: a header, then for each table its head and its rows, then the end. Gzipped NDJSON. */
export const FORMAT = 'haishi-data-set';
export const FORMAT_VERSION = 1;

export interface Header {
  format: typeof FORMAT;
  version: number;
  createdAt: string;
  /** The steps that made the schema; a data set goes only into the same. */
  migrations: string[];
  /** Tells whether the master key is the same, without which sealed values could not be read. */
  keyCheck: string;
}

export interface TableHead {
  table: string;
  columns: string[];
}

export interface End {
  /** How many rows there were, so that a cut file is noticed. */
  end: number;
}

export type Value = string | number | boolean | null;
export type Line = Header | TableHead | End | Value[];

/** A column and how its values travel. */
export interface ColumnPlan {
  name: string;
  kind: 'instant' | 'boolean' | 'number' | 'text';
  primary: boolean;
}

export interface TablePlan {
  name: string;
  columns: ColumnPlan[];
}

/** By the types of the column helpers, and by what MySQL makes of them. */
const KINDS: Record<string, ColumnPlan['kind']> = {
  datetime: 'instant',
  boolean: 'boolean',
  tinyint: 'boolean',
  bigint: 'number',
  integer: 'number',
  int: 'number',
  varchar: 'text',
  longtext: 'text',
};

function planOf({ tableName, columns }: EntityMetadata): TablePlan {
  const plans = columns.map(({ databaseName, type, isPrimary }): ColumnPlan => {
    const kind = KINDS[String(type)];
    if (kind === undefined)
      throw new Error(`The type ${String(type)} of ${tableName}.${databaseName} cannot be exported.`);
    return { name: databaseName, kind, primary: isPrimary };
  });
  return { name: tableName, columns: plans };
}

/** Every table of the program, by name. */
export function tablePlans(dataSource: DataSource): TablePlan[] {
  return dataSource.entityMetadatas.map(planOf).sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The names of the steps that made this program's schema. */
export function migrationNames(dataSource: DataSource): string[] {
  return dataSource.migrations.map((migration) => migration.name ?? '').sort();
}

/** A value as the driver answered it, in the form that travels; the same for both engines. */
export function toValue(raw: unknown, { kind }: ColumnPlan): Value {
  if (raw === null || raw === undefined) return null;
  if (kind === 'instant') return toInstant(raw as string | Date).toISOString();
  if (kind === 'boolean') return Boolean(raw);
  if (kind === 'number') return Number(raw);
  return String(raw);
}

/** A travelled value as a parameter of a statement. */
export function toParameter(value: Value, { kind }: ColumnPlan): Value | Date {
  return kind === 'instant' && value !== null ? new Date(String(value)) : value;
}
