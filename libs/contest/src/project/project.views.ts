import type { Edition } from '../edition/edition.entity.js';
import type { ProjectEditionView, ProjectRow } from './project.dto.js';
import type { Project, ProjectMaterial, ProjectMember } from './project.entity.js';
import type { ChosenPlace, MaterialContent, ProjectContent } from './project.snapshot.js';

/** Where its working copy puts a project. */
export function placeOf({ chosenPlace, division, field, region, groupCode: group }: Project): ChosenPlace {
  return chosenPlace ?? { division, field, region, group };
}

/** The working copy as its entrant wrote it. */
export function toContent(project: Project, members: readonly ProjectMember[]): ProjectContent {
  return {
    title: project.title,
    summary: project.summary,
    language: project.language,
    ...placeOf(project),
    organisation: {
      name: project.organisationName,
      country: project.organisationCountry,
      code: project.organisationCode,
    },
    landing: project.landing,
    undertaking: project.undertaking,
    undertakingDigest: project.undertakingDigest,
    members: members.map(({ name, role, share, mail, isCore }) => ({ name, role, share, mail, isCore })),
    answers: project.answers ?? {},
  };
}

export function toMaterials(materials: readonly ProjectMaterial[]): MaterialContent[] {
  return materials.map(({ kind, fileId, name, size, personal }) => ({ kind, fileId, name, size, personal }));
}

export function toRow(project: Project): ProjectRow {
  const {
    id,
    number,
    state,
    title,
    language,
    division,
    field,
    region,
    organisationName,
    submittedAt,
    submissions,
    correctionDueAt,
  } = project;
  return {
    id,
    number,
    state,
    title,
    language,
    division,
    field,
    region,
    group: project.groupCode,
    organisationName,
    submittedAt,
    submissions,
    correctionDueAt,
  };
}

/** Where the working copy may say something else than what was handed in last. */
export const mayDiffer = ({ state }: Pick<Project, 'state'>): boolean => state === 'returned' || state === 'withdrawn';

/** A row as it was handed in last. */
export function toHandedIn(
  project: Project,
  { title, language, division, field, region, group, organisation }: Omit<ProjectContent, 'answers'>,
): ProjectRow {
  return { ...toRow(project), title, language, division, field, region, group, organisationName: organisation.name };
}

export function toEdition({ id, code, nameZh, nameEn, timeZone }: Edition): ProjectEditionView {
  return { id, code, name: { zh: nameZh, en: nameEn }, timeZone };
}
