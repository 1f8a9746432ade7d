/** A moment from a raw row: SQLite answers its text, MySQL a `Date`. */
export function toInstant(raw: string | Date): Date {
  return raw instanceof Date ? raw : new Date(`${raw.replace(' ', 'T')}Z`);
}
