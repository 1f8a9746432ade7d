import type { LocalText, Locale } from '@haishi/contracts';
import type { FieldFailure } from '@haishi/kernel';

/** Who is written to: who handed projects in, the core members of their teams, or the judges of the edition. */
export const AUDIENCES = ['entrants', 'core', 'judges'] as const;
export type AudienceKind = (typeof AUDIENCES)[number];

/** What a text may be filled with; of a judge there is no project. */
export const PLACEHOLDERS = ['name', 'title', 'number', 'edition'] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];

const PLACEHOLDER = /\{(\w+)\}/g;
const OF_A_PROJECT: readonly string[] = ['title', 'number'];

/** What a message says. */
export interface MailingText {
  subject: LocalText;
  text: LocalText;
}

/** Somebody who is written to. */
export interface Addressee {
  personId: string | null;
  name: string;
  /** In normal form. */
  mail: string;
  locale: Locale;
  projectId: string | null;
  title: string;
  number: string;
}

/** Placeholders that the text has and nobody fills, each by its field. */
export function checkPlaceholders({ subject, text }: MailingText, kind: AudienceKind): FieldFailure[] {
  const fields = { 'subject.zh': subject.zh, 'subject.en': subject.en, 'text.zh': text.zh, 'text.en': text.en };
  return Object.entries(fields).flatMap(([field, value]) => {
    const unknown = [...value.matchAll(PLACEHOLDER)].map((match) => match[1]!).find((name) => !isFilled(name, kind));
    return unknown === undefined
      ? []
      : [{ field, code: 'mailing.unknown_placeholder' as const, params: { name: `{${unknown}}` } }];
  });
}

/** A message as one person gets it. */
export function filled(
  { subject, text }: MailingText,
  { name, title, number }: Pick<Addressee, 'name' | 'title' | 'number'>,
  edition: LocalText,
): MailingText {
  const fill = (template: LocalText): LocalText => ({ zh: fillIn(template.zh, 'zh'), en: fillIn(template.en, 'en') });
  const fillIn = (template: string, locale: Locale) =>
    template.replace(PLACEHOLDER, (whole, key: string) => {
      const values: Record<Placeholder, string> = { name, title, number, edition: edition[locale] };
      return Object.hasOwn(values, key) ? values[key as Placeholder] : whole;
    });
  return { subject: fill(subject), text: fill(text) };
}

/** Everybody once for each project, by address; the first of two is kept. */
export function distinct(all: readonly Addressee[]): Addressee[] {
  const seen = new Set<string>();
  return all.filter(({ mail, projectId }) => {
    const key = `${mail} ${projectId ?? ''}`;
    return seen.size !== seen.add(key).size;
  });
}

function isFilled(name: string, kind: AudienceKind): boolean {
  if (!(PLACEHOLDERS as readonly string[]).includes(name)) return false;
  return kind !== 'judges' || !OF_A_PROJECT.includes(name);
}
