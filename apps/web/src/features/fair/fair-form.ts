import type { FairDay, FairOverview } from './fair-api';

/** A fair's settings as they are typed. */
export interface FairForm {
  nameZh: string;
  nameEn: string;
  venueZh: string;
  venueEn: string;
  days: FairDay[];
  applyBy: string;
  employerSignInBy: string;
  permitNumber: string;
  approvedCapacity: string;
}

/** `2026-03-20T18:00` in the reader's own zone, as a field of that kind holds it. */
function localTime(instant: string): string {
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function formOf(fair: FairOverview): FairForm {
  return {
    nameZh: fair.name.zh,
    nameEn: fair.name.en,
    venueZh: fair.venue.zh,
    venueEn: fair.venue.en,
    days: fair.days.map((day) => ({ ...day })),
    applyBy: fair.applyBy ? localTime(fair.applyBy) : '',
    employerSignInBy: fair.employerSignInBy,
    permitNumber: fair.permitNumber ?? '',
    approvedCapacity: String(fair.approvedCapacity),
  };
}

export function bodyOf(form: FairForm): Record<string, unknown> {
  const capacity = form.approvedCapacity.trim();
  return {
    name: { zh: form.nameZh, en: form.nameEn },
    venue: { zh: form.venueZh, en: form.venueEn },
    days: form.days,
    applyBy: form.applyBy ? new Date(form.applyBy).toISOString() : null,
    employerSignInBy: form.employerSignInBy,
    permitNumber: form.permitNumber.trim() || null,
    approvedCapacity: /^\d+$/.test(capacity) ? Number(capacity) : capacity,
  };
}
