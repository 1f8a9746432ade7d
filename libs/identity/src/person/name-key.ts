import { normaliseWidth, withoutUnseen } from '@haishi/kernel';

/** A name as it is searched and compared: half-width, lower case, without spaces and signs that nobody sees. `·` and rare characters stay. */
export function nameKey(name: string): string {
  return normaliseWidth(withoutUnseen(name)).toLowerCase().replace(/\s+/g, '');
}
