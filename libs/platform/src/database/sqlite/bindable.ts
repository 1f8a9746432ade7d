const two = (value: number) => (value < 10 ? `0${value}` : String(value));

/** A moment as TypeORM writes it into SQLite: UTC, to the millisecond, sorting as text. */
export function instantText(date: Date): string {
  const day = `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  return `${day} ${time}.${String(date.getUTCMilliseconds()).padStart(3, '0')}`;
}

/** Parameters as SQLite can hold them. */
export function bindable(parameters: readonly unknown[]): unknown[] {
  return parameters.map((value) => {
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (value instanceof Date) return instantText(value);
    return value === undefined ? null : value;
  });
}
