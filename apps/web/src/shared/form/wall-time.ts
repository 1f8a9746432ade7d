import type { WallTime } from '@haishi/kernel';

/** As a `datetime-local` control holds it. */
export function toControl({ day, time }: WallTime): string {
  return `${day}T${time}`;
}

/** What a `datetime-local` control holds, seconds filled in; undefined where it is empty. */
export function fromControl(text: string): WallTime | undefined {
  const [day, time] = text.split('T');
  if (!day || !time) return undefined;
  return { day, time: time.length === 5 ? `${time}:00` : time.slice(0, 8) };
}
