import type { Locale } from '@haishi/contracts';
import type { FairDay } from './fair-api';

/** The days of a fair with their hours, as they stand in its zone: "2026年3月28日 09:00–16:00". */
export function dayTexts(days: readonly FairDay[], locale: Locale): string[] {
  const format = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return days.map(({ date, opens, closes }) => `${format.format(new Date(`${date}T00:00:00Z`))} ${opens}–${closes}`);
}
