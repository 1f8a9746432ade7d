import { readFile } from 'node:fs/promises';
import { failure } from '@haishi/contracts';
import { type FieldFailure, isDay } from '@haishi/kernel';
import { FAIR_FORMAT, type FairFile } from './fair.dto.js';
import type { Fair } from './fair.entity.js';
import { type FairDay, findFaults } from './fair.rules.js';

/** Where the fair file lies that comes with the product; named by the composition root. */
export const SUPPLIED_FAIR = Symbol('SuppliedFair');

/** Reads that file. */
export async function readSuppliedFair(location: URL): Promise<FairFile> {
  return JSON.parse(await readFile(location, 'utf8')) as FairFile;
}

export type FairSettingsFromFile = Pick<
  Fair,
  | 'code'
  | 'name'
  | 'venue'
  | 'timeZone'
  | 'days'
  | 'zones'
  | 'gates'
  | 'permitNumber'
  | 'approvedCapacity'
  | 'employerSignInBy'
  | 'applyBy'
>;

/**
 * The settings of a file. `firstDay` moves its days, the first to that day and the others with it.
 * Fails with `fair.file_unreadable`, or `common.invalid` naming every faulty field of `file`.
 */
export function readFairFile(
  file: FairFile,
  options: { code?: string | undefined; firstDay?: string | undefined },
): FairSettingsFromFile {
  if (file.format !== FAIR_FORMAT)
    throw failure('fair.file_unreadable', { params: { format: FAIR_FORMAT }, field: 'file.format' });
  const { firstDay } = options;
  const fields: FieldFailure[] = [];
  if (firstDay !== undefined && !isDay(firstDay))
    fields.push({ field: 'firstDay', code: 'fair.not_a_day', params: { value: firstDay } });
  else if (firstDay === undefined && file.days.some((day) => !day.date))
    fields.push({ field: 'firstDay', code: 'common.required' });
  const settings: FairSettingsFromFile = {
    code: options.code ?? file.code,
    name: { zh: file.name.zh, en: file.name.en },
    venue: { zh: file.venue.zh, en: file.venue.en },
    timeZone: file.timeZone,
    days: fields.length > 0 ? [] : moveDays(file.days, firstDay),
    zones: file.zones.map(({ code, zh, en }) => ({ code, zh, en })),
    gates: [...file.gates],
    permitNumber: file.permit.number || null,
    approvedCapacity: file.permit.approvedCapacity,
    employerSignInBy: file.employerSignInBy,
    applyBy: file.applyBy ? new Date(file.applyBy) : null,
  };
  fields.push(...findFaults(settings).map((fault) => ({ ...fault, field: `file.${fault.field}` })));
  if (fields.length > 0) throw failure('common.invalid', { fields });
  return settings;
}

const DAY = 86_400_000;
const at = (date: string) => Date.parse(`${date}T00:00:00Z`);

function moveDays(days: FairFile['days'], firstDay: string | undefined): FairDay[] {
  const first = days[0]?.date;
  return days.map(({ date, opens, closes }, index) => {
    if (firstDay === undefined) return { date: date ?? '', opens, closes };
    const distance = date && first && isDay(date) && isDay(first) ? Math.max(0, at(date) - at(first)) : index * DAY;
    return { date: new Date(at(firstDay) + distance).toISOString().slice(0, 10), opens, closes };
  });
}

/** The fair as a file that {@link readFairFile} takes. */
export function writeFairFile(fair: Fair): FairFile {
  return {
    format: FAIR_FORMAT,
    code: fair.code,
    name: fair.name,
    venue: fair.venue,
    timeZone: fair.timeZone,
    days: fair.days,
    ...(fair.applyBy ? { applyBy: fair.applyBy.toISOString() } : {}),
    employerSignInBy: fair.employerSignInBy,
    permit: { ...(fair.permitNumber ? { number: fair.permitNumber } : {}), approvedCapacity: fair.approvedCapacity },
    zones: fair.zones,
    gates: fair.gates,
  };
}
