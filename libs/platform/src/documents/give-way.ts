import { setPriority } from 'node:os';

const NICE = 10;

/** On Linux it is a thread's own: whoever acts meanwhile comes first where processors are few. */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(NICE);
}
