import { failure } from '@haishi/contracts';
import { type FieldFailure, wallTimeIn } from '@haishi/kernel';
import type { Fair } from '../fair/fair.entity.js';
import { parseOfficePhone, parseValidUntil } from './cells.rules.js';
import { PAY_LEAST, PAY_MOST } from './pay.rules.js';
import type { PositionInput } from './position.dto.js';
import type { PositionContent } from './position.rules.js';

/** How many years ahead a position may be valid. */
const VALID_YEARS = 2;

/** Today in the fair's zone, and the last day until which a position may be valid. */
export function validDays(fair: Fair, now: Date): { today: string; latest: string } {
  const today = wallTimeIn(fair.timeZone, now).day;
  return { today, latest: yearsOn(today, VALID_YEARS) };
}

function yearsOn(day: string, years: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}

/** What was typed into the form as a position's content. Fails with `common.invalid`, naming every faulty field. */
export function readInput(input: PositionInput, fair: Fair, now: Date): PositionContent {
  const fields: FieldFailure[] = [];
  const { payMin = null, payMax = null } = input;
  if (payMin === null && payMax !== null) fields.push({ field: 'payMin', code: 'common.required' });
  if (payMin !== null && payMax !== null && payMin > payMax)
    fields.push({ field: 'payMax', code: 'common.number_out_of_range', params: { min: payMin, max: PAY_MOST } });
  if (payMin !== null && payMin < PAY_LEAST)
    fields.push({ field: 'payMin', code: 'common.number_out_of_range', params: { min: PAY_LEAST, max: PAY_MOST } });
  if (!fair.zones.some(({ code }) => code === input.zone))
    fields.push({
      field: 'zone',
      code: 'fair.unknown_zone',
      params: { choices: fair.zones },
    });
  const { today, latest } = validDays(fair, now);
  const validUntil = parseValidUntil(input.validUntil, today, latest);
  if (validUntil.fault !== undefined)
    fields.push({ field: 'validUntil', code: validUntil.fault, params: validUntil.params });
  const phone = parseOfficePhone(input.contactPhone);
  if (phone.fault !== undefined) fields.push({ field: 'contactPhone', code: phone.fault, params: phone.params });
  if (fields.length > 0 || validUntil.fault !== undefined || phone.fault !== undefined)
    throw failure('common.invalid', { fields });
  return {
    title: input.title,
    category: input.category,
    headcount: input.headcount,
    degree: input.degree,
    degreeType: input.degreeType,
    majors: input.majors,
    university: input.university,
    titleRank: input.titleRank,
    experience: input.experience,
    payMin,
    payMax,
    benefits: input.benefits ?? '',
    workplace: input.workplace,
    duties: input.duties,
    contactName: input.contactName,
    contactPhone: phone.value,
    contactMail: input.contactMail,
    validUntil: validUntil.value,
    zone: input.zone,
    countyCode: input.countyCode,
  };
}
