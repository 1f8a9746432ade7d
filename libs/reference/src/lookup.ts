import { normaliseWidth, withoutUnseen } from '@haishi/kernel';

/** The form in which names are compared: half width, no white space, nothing unseen, one kind of bracket and apostrophe, lower case. */
export function comparableName(text: string): string {
  return normaliseWidth(withoutUnseen(text))
    .replace(/\s+/g, '')
    .replace(/[（［【〔]/g, '(')
    .replace(/[）］】〕]/g, ')')
    .replace(/[’‘`]/g, "'")
    .toLowerCase();
}

/** Finds an item by any of its names; a name that several items carry finds none. */
export function nameIndex<Item>(
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
): (text: string) => Item | undefined {
  const index = new Map<string, Item | undefined>();
  for (const item of items)
    for (const name of new Set(namesOf(item).map(comparableName))) index.set(name, index.has(name) ? undefined : item);
  return (text) => index.get(comparableName(text));
}
