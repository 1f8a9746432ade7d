/** What the fields of a project are called where they are told of away from their place. */
import type { useI18n } from 'vue-i18n';
import type { useLocale } from '@/app/i18n';
import type { ProblemField } from '@/api/problem';
import type { EditionView } from './contest-api';
import type { ProjectDraft } from './project-draft';
import { sectionOf } from './project-sections';

type Words = Pick<ReturnType<typeof useI18n>, 't'> & Pick<ReturnType<typeof useLocale>, 'pick'>;
interface Form {
  edition: EditionView;
  draft: Pick<ProjectDraft, 'organisation'>;
}

const BASICS = ['title', 'summary', 'division', 'field', 'region', 'group', 'landing'] as const;
const MEMBER = { name: 'memberName', role: 'memberRole', mail: 'memberMail', share: 'memberShare' } as const;

/** The label of a field as the form shows it; of a member, which one it is as well. Undefined where the section has one field alone. */
function labelOf(field: string, { edition, draft }: Form, { t, pick }: Words): string | undefined {
  const [head, key, part] = field.split('.') as [string, string?, string?];
  const basic = BASICS.find((one) => one === head);
  if (basic) return t(`project.${basic}`);
  if (head === 'organisation') return t(`project.${organisationLabel(key, draft)}`);
  if (head === 'answers') return named(edition.questions, key, pick);
  if (head === 'materials') return named(edition.materials, key, pick);
  if (head !== 'members' || key === undefined) return undefined;
  const whose = t('project.member', { number: Number(key) + 1 });
  return part !== undefined && part in MEMBER
    ? `${whose} · ${t(`project.${MEMBER[part as keyof typeof MEMBER]}`)}`
    : whose;
}

function organisationLabel(key: string | undefined, { organisation }: Form['draft']): string {
  if (key === 'country') return 'countryCode';
  if (key !== 'code') return 'organisation';
  return organisation.country === 'CN' ? 'creditCode' : 'registerNumber';
}

function named(list: EditionView['materials' | 'questions'], code: string | undefined, pick: Words['pick']) {
  return pick(list.find((one) => one.code === code)?.name);
}

/** A fault with where it stands before it: the section, and the field where the words do not say it themselves. */
export function placedFault(
  { field, message }: ProblemField,
  form: Form,
  words: Words,
): { place: string; message: string } {
  const label = labelOf(field, form, words);
  const section = words.t(`project.sections.${sectionOf(field)}`);
  return { place: label && !message.includes(label) ? `${section} · ${label}` : section, message };
}
