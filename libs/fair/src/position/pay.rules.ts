import type { PayBand } from '@haishi/contracts';
import { normaliseWidth } from '@haishi/kernel';
import { faulty, good, type Parsed } from './parsed.rules.js';

/** Yearly pay 年薪 in whole yuan. Both null: negotiable 面议; `max` null: no upper bound named. */
export interface Pay {
  min: number | null;
  max: number | null;
}

/** Beyond these, in yuan a year, a wrong unit is likelier than such a pay. */
export const PAY_LEAST = 12_000;
export const PAY_MOST = 20_000_000;

const NEGOTIABLE = /^(薪资|薪酬|待遇|工资)?(面议|面谈|negotiable)$/i;
const PER_DAY = /(日|天|小时|时|day|hour)/i;
const PER_MONTH = /(月|month|\/m$)/i;
const PER_YEAR = /(年|year|annual|p\.?a\.?$)/i;
const MONTHS_PAID = /[×x*·,，]?(1[2-9]|2[0-4])(薪|个月)/i;
const NO_LEAST = /(以下|以内|不超过|至多|最高|up\s?to|封顶)/i;
const FROM = /(以上|起|\+|不低于|至少|from)/i;
const AMOUNT = /(\d{1,9}(?:\.\d{1,4})?)(万|w|千|k)?/gi;

const SCALE: Record<string, number> = { 万: 10_000, w: 10_000, 千: 1_000, k: 1_000 };

/**
 * Reads a pay as offices write it: `12-18万/年`, `8000-12000元/月`, `1.5万/月×14薪`, `15万以上`, `面议`.
 * Monthly pay becomes yearly: times 12, or the number of months named. Without a period, 万 means a year;
 * a bare number is refused, since its unit would be a guess.
 */
export function parsePay(text: string): Parsed<Pay> {
  const shown = text.trim();
  const bare = normaliseWidth(text)
    .replace(/\s+/g, '')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
  if (NEGOTIABLE.test(bare)) return good({ min: null, max: null });
  const months = MONTHS_PAID.exec(bare);
  const rest = months ? bare.replace(months[0], '') : bare;
  if (PER_DAY.test(rest)) return faulty('fair.row_pay_per_day', { value: shown });
  const amounts = [...rest.matchAll(AMOUNT)];
  const [first, second] = amounts;
  if (!first || amounts.length > 2 || !onlyKnownWords(rest)) return faulty('fair.row_bad_pay', { value: shown });
  if (NO_LEAST.test(rest)) return faulty('fair.row_pay_without_least', { value: shown });

  const lastScale = (second ?? first)[2]?.toLowerCase();
  const monthly = PER_MONTH.test(rest) || months !== null;
  const yearly = PER_YEAR.test(rest);
  if (!monthly && !yearly && (lastScale === undefined || SCALE[lastScale] !== 10_000))
    return faulty('fair.row_pay_without_unit', { value: shown });
  const times = yearly ? 1 : monthly ? Number(months?.[1] ?? 12) : 1;
  const yuan = (match: RegExpMatchArray, scale: string | undefined) =>
    Math.round(Number(match[1]) * (scale ? SCALE[scale]! : 1)) * times;
  const min = yuan(first, first[2]?.toLowerCase() ?? (second ? lastScale : undefined));
  const max = second ? yuan(second, lastScale) : FROM.test(rest) ? null : min;
  if (max !== null && min > max) return faulty('fair.row_pay_reversed', { value: shown });
  const odd = [min, max].find((amount) => amount !== null && (amount < PAY_LEAST || amount > PAY_MOST));
  if (odd !== undefined && odd !== null)
    return faulty('fair.row_pay_implausible', { value: shown, yuan: odd, min: PAY_LEAST, max: PAY_MOST });
  return good({ min, max });
}

/** Whether nothing but amounts, units and the words of a range stands there. */
function onlyKnownWords(text: string): boolean {
  const rest = text
    .replace(AMOUNT, '')
    .replace(
      /(税前|税后|年薪|月薪|薪资|薪酬|工资|待遇|以上|以下|以内|不低于|不超过|至少|至多|最高|封顶|人民币|rmb|cny|元|起|左右|[每/／]?(年|月)|per|\/?(year|month|annual)|\/m|up\s?to|from|p\.?a\.?)/gi,
      '',
    )
    .replace(/[-–—~～至到+¥￥/:()约]/g, '');
  return rest === '';
}

/** The band a pay is searched by: that of the least amount offered. */
export function payBand({ min }: Pick<Pay, 'min'>): PayBand {
  if (min === null) return 'negotiable';
  if (min < 100_000) return 'below_100k';
  if (min < 150_000) return 'from_100k';
  if (min < 200_000) return 'from_150k';
  if (min < 300_000) return 'from_200k';
  return min < 500_000 ? 'from_300k' : 'from_500k';
}
