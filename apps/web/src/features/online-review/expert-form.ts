import type { Expert } from './review-api';

/** An expert as they are typed. */
export interface ExpertForm {
  name: string;
  mail: string;
  kind: string;
  organisationName: string;
  creditCode: string;
  /** One a line. */
  aliases: string;
  fields: string[];
  region: string;
  languages: string[];
  capacity: string;
}

/** A new expert is of the first kind `usual` to the edition until another is chosen. */
export function toForm(expert: Expert | null, usual = ''): ExpertForm {
  return {
    name: expert?.name ?? '',
    mail: expert?.mail ?? '',
    kind: expert?.kind ?? usual,
    organisationName: expert?.organisationName ?? '',
    creditCode: expert?.creditCode ?? '',
    aliases: expert?.aliases.join('\n') ?? '',
    fields: [...(expert?.fields ?? [])],
    region: expert?.region ?? '',
    languages: [...(expert?.languages ?? ['zh'])],
    capacity: expert?.capacity ? String(expert.capacity) : '',
  };
}

/** What is no number goes as it was typed, so that the server names the fault. */
export function toBody(form: ExpertForm, restore = false): object {
  const { creditCode, aliases, region, capacity, ...rest } = form;
  const count = capacity.trim();
  return {
    ...rest,
    ...(restore ? { restore } : {}),
    creditCode: creditCode.trim() || null,
    aliases: aliases
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    region: region || null,
    capacity: count === '' ? null : /^\d+$/.test(count) ? Number(count) : count,
  };
}

/** Experts whose words hold the text, of a standing; of any where none is said. */
export function matching(experts: readonly Expert[], text: string, standing: string): Expert[] {
  const wanted = text.trim().toLowerCase();
  return experts.filter(
    (one) =>
      (standing === '' || one.standing === standing) &&
      [one.name, one.mail, one.organisationName, ...one.aliases].some((word) => word.toLowerCase().includes(wanted)),
  );
}
