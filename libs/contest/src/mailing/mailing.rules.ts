import type { LocalText, Locale } from '@haishi/contracts';
import type { FieldFailure } from '@haishi/kernel';
import type { Advancement } from '@haishi/review';

/** Who is written to: who handed projects in, the core members of their teams, or the judges of the edition. */
export const AUDIENCES = ['entrants', 'core', 'judges'] as const;
export type AudienceKind = (typeof AUDIENCES)[number];

/** Where a project stands in a stage whose standing is published: it goes on, waits, or does neither. */
export const STANDINGS = ['advances', 'waiting', 'out'] as const;
export type Standing = (typeof STANDINGS)[number];

export const standingOf = (status: Advancement['status']): Standing => (status === 'wildcard' ? 'advances' : status);

/** What a text may be filled with; of a judge there is no project. */
export const PLACEHOLDERS = ['name', 'title', 'number', 'edition'] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];

const PLACEHOLDER = /\{(\w+)\}/g;
/** What somebody meant as a placeholder: in their own words, with spaces, or in full-width braces. */
const MEANT = /[{｛]+([^{}｛｝\n]*)[}｝]+/g;
const WORDS: Readonly<Record<Exclude<Placeholder, 'edition'>, LocalText>> = {
  name: { zh: '〔姓名〕', en: '[name]' },
  title: { zh: '〔项目名称〕', en: '[project title]' },
  number: { zh: '〔项目编号〕', en: '[project number]' },
};
const OF_A_PROJECT: readonly string[] = ['title', 'number'];

/** What stands in the place of a project that is not named. */
export const OF_NO_PROJECT = { title: '', number: '' } as const;

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
    const unknown = [...value.matchAll(MEANT)].find(([whole, name]) => whole !== `{${name}}` || !isFilled(name!, kind));
    return unknown === undefined
      ? []
      : [
          {
            field,
            code: 'mailing.unknown_placeholder' as const,
            params: {
              name: unknown[0],
              known: PLACEHOLDERS.filter((one) => isFilled(one, kind))
                .map((one) => `{${one}}`)
                .join(' '),
            },
          },
        ];
  });
}

/** By which projects people are chosen; judges by the session alone. */
export interface AudienceChoice {
  kind: AudienceKind;
  states?: readonly string[] | null;
  division?: string | null;
  region?: string | null;
  group?: string | null;
  /** The code of a stage whose standing is published. */
  stage?: string | null;
  /** In that stage; any where there is none. */
  standings?: readonly string[] | null;
  /** The id of a session of the edition. */
  session?: string | null;
}

/** Choices that the edition does not have, and choices of projects where judges are written to, each by its field. */
export function checkAudience(
  audience: AudienceChoice,
  edition: Record<'divisions' | 'regions' | 'groups', readonly { code: string; name: LocalText }[]>,
): FieldFailure[] {
  const { kind, states, division, region, group, stage, standings } = audience;
  if (kind === 'judges') {
    const chosen = { states: states?.length, division, region, group, stage, standings: standings?.length };
    return Object.entries(chosen).flatMap(([name, value]) =>
      value ? [{ field: `audience.${name}`, code: 'mailing.not_for_judges' as const }] : [],
    );
  }
  if (standings?.length && !stage) return [{ field: 'audience.stage', code: 'mailing.standing_of_none' }];
  const lists = [
    ['division', division, edition.divisions],
    ['region', region, edition.regions],
    ['group', group, edition.groups],
  ] as const;
  return lists.flatMap(([name, value, list]) =>
    value && !list.some(({ code }) => code === value)
      ? [
          {
            field: `audience.${name}`,
            code: 'common.not_a_choice' as const,
            params: { choices: list.map(({ code }) => code).join(', ') },
          },
        ]
      : [],
  );
}

/** A message as it is told of in lists: with the edition's name, and what differs from one to the next named by a word. */
export function worded(message: MailingText, edition: LocalText): MailingText {
  return told(message, { name: '', ...OF_NO_PROJECT }, edition);
}

/** A message as one person gets it, told to somebody else: with a word for what is not named. */
export function told(
  message: MailingText,
  { name, title, number }: Pick<Addressee, 'name' | 'title' | 'number'>,
  edition: LocalText,
): MailingText {
  const word = (locale: Locale) => ({
    name: name || WORDS.name[locale],
    title: title || WORDS.title[locale],
    number: number || WORDS.number[locale],
  });
  const zh = filled(message, word('zh'), edition);
  const en = filled(message, word('en'), edition);
  return {
    subject: { zh: zh.subject.zh, en: en.subject.en },
    text: { zh: zh.text.zh, en: en.text.en },
  };
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
