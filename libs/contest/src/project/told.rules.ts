import type { EditionDefinition } from '../edition/edition.definition.js';
import { withoutPersonal } from '../entry-form/answers.rules.js';
import type { ProjectRole } from './project.rules.js';
import { isPersonal } from './material.rules.js';
import type { MaterialContent, ProjectSnapshot } from './project.snapshot.js';

/**
 * Whether who meets a project in this role is told what its leader answered about themselves, and where its people are written
 * to: its owner, and staff who work on it. Who takes part or took part in it is not.
 */
export function isToldOfPersons(role: ProjectRole): boolean {
  return role === 'owner' || role === 'checker' || role === 'reader';
}

/** Who reads a content, and in which role. */
export interface Reader {
  role: ProjectRole;
  /** The personal files that they may open. */
  opens: ReadonlySet<string>;
  /** Whether it is what they wrote themselves, and not who had the project before. */
  gave: boolean;
}

/** A project as it is told, with which of its files are personal. */
export interface ToldContent extends ProjectSnapshot {
  materials: (MaterialContent & { personal: boolean })[];
}

/**
 * What a project says as who meets it in this role reads it: of its people at least names, parts and shares, of its personal
 * files that they are there. Whoever is told of persons reads the names of those personal files alone that they may open, and
 * as its owner those personal answers alone that they gave: what a leader before them gave stays theirs, as their files do.
 */
export function toldTo(
  { role, opens, gave }: Reader,
  definition: EditionDefinition,
  content: ProjectSnapshot,
): ToldContent {
  const told = isToldOfPersons(role);
  const materials = content.materials.map((file) => {
    const personal = isPersonal(definition, file);
    return { ...file, personal, name: personal && !(told && opens.has(file.fileId)) ? '' : file.name };
  });
  const answers = content.answers ?? {};
  const openAnswers = told && (role !== 'owner' || gave) ? answers : withoutPersonal(definition, answers);
  if (told) return { ...content, materials, answers: openAnswers };
  return {
    ...content,
    materials,
    answers: openAnswers,
    members: content.members.map((member) => ({ ...member, mail: '' })),
  };
}
