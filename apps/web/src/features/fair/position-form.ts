import type { PositionContent } from './fair-api';

/** A position as it is typed: every field a text, so that nothing typed is lost. */
export type PositionForm = { [Field in Exclude<keyof PositionContent, 'headcount' | 'payMin' | 'payMax'>]: string } & {
  headcount: string;
  payMin: string;
  payMax: string;
  negotiable: boolean;
};

export function emptyForm(zone: string): PositionForm {
  return {
    title: '',
    category: '',
    headcount: '1',
    degree: '',
    degreeType: 'any',
    majors: '',
    university: 'any',
    titleRank: 'any',
    experience: 'any',
    payMin: '',
    payMax: '',
    negotiable: false,
    benefits: '',
    workplace: '',
    duties: '',
    contactName: '',
    contactPhone: '',
    contactMail: '',
    validUntil: '',
    zone,
    countyCode: '',
  };
}

export function formOf(position: PositionContent): PositionForm {
  const text = (value: number | null) => (value === null ? '' : String(value));
  const form = emptyForm(position.zone);
  for (const key of Object.keys(form) as (keyof PositionContent)[])
    if (typeof position[key] === 'string') Object.assign(form, { [key]: position[key] });
  return {
    ...form,
    headcount: String(position.headcount),
    payMin: text(position.payMin),
    payMax: text(position.payMax),
    negotiable: position.payMin === null,
  };
}

/** What is sent. A number that was not typed as one goes as it is, so that the server names its field. */
export function bodyOf({ negotiable, ...form }: PositionForm): Record<string, unknown> {
  const number = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : text.trim());
  const amount = (text: string) => (text.trim() === '' ? null : number(text));
  return {
    ...form,
    headcount: number(form.headcount),
    payMin: negotiable ? null : (amount(form.payMin) ?? ''),
    payMax: negotiable ? null : amount(form.payMax),
  };
}
