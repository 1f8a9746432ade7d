import type { Locale } from '@haishi/contracts';

/** Yearly pay in words: "18–30 万/年", "15 万以上/年", "面议". */
export function payText(min: number | null, max: number | null, locale: Locale): string {
  if (min === null) return locale === 'zh' ? '面议' : 'Negotiable';
  if (locale === 'zh') {
    const wan = (yuan: number) => String(Math.round(yuan / 1_000) / 10);
    if (max === null) return `${wan(min)} 万以上/年`;
    return min === max ? `${wan(min)} 万/年` : `${wan(min)}–${wan(max)} 万/年`;
  }
  const thousand = (yuan: number) => `${(Math.round(yuan / 100) / 10).toLocaleString('en')}k`;
  if (max === null) return `from ¥${thousand(min)} a year`;
  return min === max ? `¥${thousand(min)} a year` : `¥${thousand(min)}–${thousand(max)} a year`;
}
