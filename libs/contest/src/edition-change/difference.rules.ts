export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export const DIFFERENCE_KINDS = ['added', 'removed', 'changed', 'moved'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** One thing in which two files differ. */
export interface Difference {
  /** Names joined by dots; what stands in a list is named by its code: `divisions.EIT.fields.IC.name.zh`. */
  path: string;
  /** `moved`: the same members in another order; `old` and `new` then are their codes. */
  kind: DifferenceKind;
  old: Json;
  new: Json;
}

type Coded = { code: string; [name: string]: Json };

/**
 * What differs between two files, in the order of the newer one, down to single values. Members of a list that all have a
 * code are matched by it, wherever they stand; any other list is one value. What is missing and what is null are the same.
 */
export function differencesOf(before: Json, after: Json): Difference[] {
  const found: Difference[] = [];
  compare(before, after, '', found);
  return found;
}

function compare(before: Json, after: Json, path: string, found: Difference[]): void {
  if (isCodedList(before) && isCodedList(after) && before.length + after.length > 0)
    return compareCoded(before, after, path, found);
  if (isObject(before) && isObject(after)) {
    for (const name of new Set([...Object.keys(after), ...Object.keys(before)]))
      compare(valueAt(before, name), valueAt(after, name), join(path, name), found);
    return;
  }
  if (!same(before, after)) found.push({ path, kind: kindOf(before, after), old: before, new: after });
}

function compareCoded(before: readonly Coded[], after: readonly Coded[], path: string, found: Difference[]): void {
  const old = new Map(before.map((one) => [one.code, one]));
  const now = new Map(after.map((one) => [one.code, one]));
  for (const one of after) {
    const earlier = old.get(one.code);
    if (earlier) compare(earlier, one, join(path, one.code), found);
    else found.push({ path: join(path, one.code), kind: 'added', old: null, new: one });
  }
  for (const one of before)
    if (!now.has(one.code)) found.push({ path: join(path, one.code), kind: 'removed', old: one, new: null });
  const kept = before.map(({ code }) => code).filter((code) => now.has(code));
  const order = after.map(({ code }) => code).filter((code) => old.has(code));
  if (!same(kept, order)) found.push({ path, kind: 'moved', old: kept, new: order });
}

function kindOf(before: Json, after: Json): DifferenceKind {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

function isObject(value: Json): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An empty list is one too, so that the first member of a list is named by its code. */
function isCodedList(value: Json): value is Coded[] {
  if (!Array.isArray(value) || !value.every((one) => isObject(one) && typeof one['code'] === 'string')) return false;
  return new Set((value as Coded[]).map(({ code }) => code)).size === value.length;
}

function valueAt(object: { [name: string]: Json }, name: string): Json {
  return Object.hasOwn(object, name) ? (object[name] ?? null) : null;
}

/** Whether two values say the same, whatever the order of their names. */
function same(one: Json, other: Json): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => same(value, other[index]!));
  if (isObject(one) && isObject(other))
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) =>
      same(valueAt(one, name), valueAt(other, name)),
    );
  return one === other;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
