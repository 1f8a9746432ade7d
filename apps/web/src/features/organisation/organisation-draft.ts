import type { Schema } from '@/api/types';
import type { OrganisationView } from './organisation-api';

/** What a form holds; empty texts are what was not chosen. */
export interface OrganisationDraft {
  name: string;
  kind: string;
  branch: boolean;
  industry: string;
  countyCode: string;
  /** One a line. */
  aliases: string;
}

export function emptyDraft(): OrganisationDraft {
  return { name: '', kind: '', branch: false, industry: '', countyCode: '', aliases: '' };
}

export function draftOf(organisation: OrganisationView): OrganisationDraft {
  const { name, kind, branch, industry, countyCode, aliases } = organisation;
  return { name, kind, branch, industry: industry ?? '', countyCode: countyCode ?? '', aliases: aliases.join('\n') };
}

/** As the server takes it. */
export function bodyOf(draft: OrganisationDraft): Schema<'OrganisationDetails'> {
  const aliases = draft.aliases
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    name: draft.name,
    ...(draft.kind ? { kind: draft.kind } : {}),
    branch: draft.branch,
    industry: draft.industry || null,
    countyCode: draft.countyCode || null,
    aliases,
  } as Schema<'OrganisationDetails'>;
}
