import { toRaw } from 'vue';

/** What is only of a part's kind. */
export type OfKind = Record<string, unknown>;

/** By the part, what was filled in for kinds that it had before. */
const aside = new WeakMap<object, Map<string, OfKind>>();

/**
 * Gives a part of the file another kind: what the last kind alone knows goes, for the server refuses it, and what is usual
 * for the new one comes. Kinds are walked through with the arrow keys, so what was filled in comes back with its kind.
 */
export function switchKind(
  part: { kind: string },
  kind: string,
  { common, usual }: { common: readonly string[]; usual: (kind: string, before: OfKind) => OfKind },
): void {
  const values = part as OfKind & { kind: string };
  const left = aside.get(toRaw(part)) ?? new Map<string, OfKind>();
  aside.set(toRaw(part), left);
  const own = Object.fromEntries(Object.entries(values).filter(([name]) => !common.includes(name)));
  left.set(values.kind, own);
  for (const name of Object.keys(own)) delete values[name];
  Object.assign(values, { kind }, left.get(kind) ?? usual(kind, own));
}
