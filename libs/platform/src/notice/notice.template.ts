import type { Locale, LocalText } from '@haishi/contracts';

/** How a notice reaches a person: by mail, by short message, or on the page of their own notices. */
export const NOTICE_CHANNELS = ['mail', 'sms', 'inbox'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

export interface NoticeWording {
  subject: string;
  text: string;
  /** What a short message says instead of `text`. */
  short?: string;
}

/**
 * A kind of notice, declared by the domain that sends it. `{name}` is replaced by the parameter of that name.
 * One that carries a code, a token or a link with a right never goes to the `inbox`, where it would stay readable.
 */
export interface NoticeTemplate {
  /** Unique, such as `project.returned`. */
  name: string;
  channels: readonly NoticeChannel[];
  zh: NoticeWording;
  en: NoticeWording;
  /** The page it leads to, such as `/projects/{projectId}`: a link in a mail, a way on in the inbox. */
  path?: string;
}

/** A local text is worded in the reader's language. */
export type NoticeParams = Record<string, string | number | LocalText>;

export interface RenderedNotice {
  subject: string;
  text: string;
  short: string;
  path: string | null;
}

const PLACEHOLDER = /\{(\w+)\}/g;

/** The parameters that the wording of `template` asks for. */
export function parametersOf(template: NoticeTemplate): string[] {
  const texts = [template.zh, template.en].flatMap(({ subject, text, short }) => [subject, text, short ?? '']);
  return [
    ...new Set(
      [...texts, template.path ?? ''].flatMap((text) => [...text.matchAll(PLACEHOLDER)].map((match) => match[1]!)),
    ),
  ];
}

/** Words a notice. @throws Error where a parameter is missing */
export function renderNotice(template: NoticeTemplate, locale: Locale, params: NoticeParams): RenderedNotice {
  const value = (name: string) => {
    const given = params[name];
    if (given === undefined) throw new Error(`The notice ${template.name} lacks its parameter ${name}.`);
    return typeof given === 'object' ? given[locale] : String(given);
  };
  const fill = (text: string) => text.replace(PLACEHOLDER, (_, name: string) => value(name));
  const { subject, text, short } = template[locale];
  return {
    subject: fill(subject).replace(/\s+/g, ' '),
    text: fill(text),
    short: fill(short ?? text),
    path: template.path?.replace(PLACEHOLDER, (_, name: string) => encodeURIComponent(value(name))) ?? null,
  };
}
