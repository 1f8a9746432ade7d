import { formatFixed, parseFixed } from '@haishi/kernel';
import { type AnswerDrafts, bodyAnswers, draftAnswers } from './answer-draft';
import type { Member, ProjectContent } from './contest-api';

/** A member as the form holds it: the share is what was typed, in percent. */
export interface MemberDraft extends Omit<Member, 'share'> {
  share: string;
}

/** A project as its form holds it; empty texts are what was not chosen. */
export interface ProjectDraft extends Omit<
  ProjectContent,
  'members' | 'answers' | 'division' | 'field' | 'region' | 'group'
> {
  division: string;
  field: string;
  region: string;
  group: string;
  members: MemberDraft[];
  answers: AnswerDrafts;
}

/** ISO 3166 keeps it for what is not known; the form shows it as empty. */
export const UNKNOWN_COUNTRY = 'ZZ';
const COUNTRY = /^[A-Z]{2}$/;

/** Basis points of a share in percent: null where nothing was typed, undefined where it is no share. */
export function parseShare(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const share = parseFixed(text, 2);
  return share !== undefined && share >= 0 && share <= 10_000 ? share : undefined;
}

export function emptyMember(): MemberDraft {
  return { name: '', role: '', share: '', mail: '', isCore: false };
}

export function draftOf(content: ProjectContent): ProjectDraft {
  const { title, summary, language, division, field, region, group, organisation, landing, undertaking } = content;
  const { undertakingDigest } = content;
  const percent = (share: number | null) => (share === null ? '' : formatFixed(share, 2).replace(/\.?0+$/, ''));
  return {
    title,
    summary,
    language,
    division: division ?? '',
    field: field ?? '',
    region: region ?? '',
    group: group ?? '',
    organisation: { ...organisation, country: organisation.country === UNKNOWN_COUNTRY ? '' : organisation.country },
    landing: [...landing],
    undertaking,
    undertakingDigest,
    members: content.members.map((member) => ({ ...member, share: percent(member.share) })),
    answers: draftAnswers(content.answers),
  };
}

/** As the server takes it; a share that is none is left out, and its field says so. */
export function bodyOf(draft: ProjectDraft): ProjectContent {
  return {
    ...draft,
    division: draft.division || null,
    field: draft.field || null,
    region: draft.region || null,
    group: draft.group || null,
    organisation: {
      ...draft.organisation,
      country: COUNTRY.test(draft.organisation.country) ? draft.organisation.country : UNKNOWN_COUNTRY,
    },
    members: draft.members.map((member) => ({ ...member, share: parseShare(member.share) ?? null })),
    answers: bodyAnswers(draft.answers),
  };
}
