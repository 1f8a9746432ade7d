import { normaliseWidth } from '@haishi/kernel';

/** A name as it is searched and compared: half-width, lower case, without spaces. `·` and rare characters stay. */
export function nameKey(name: string): string {
  return normaliseWidth(name).toLowerCase().replace(/\s+/g, '');
}
