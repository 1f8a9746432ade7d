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

/** A project as it is told, with which of its files are personal. */
export interface ToldContent extends ProjectSnapshot {
  materials: (MaterialContent & { personal: boolean })[];
}

/**
 * What a project says as who meets it in this role reads it: of its people at least names, parts and shares, of its personal
 * files that they are there. Whoever is told of persons reads the names of those personal files alone that they may open.
 */
export function toldTo(
  { role, opens }: { role: ProjectRole; opens: ReadonlySet<string> },
  definition: EditionDefinition,
  content: ProjectSnapshot,
): ToldContent {
  const told = isToldOfPersons(role);
  const materials = content.materials.map((file) => {
    const personal = isPersonal(definition, file);
    return { ...file, personal, name: personal && !(told && opens.has(file.fileId)) ? '' : file.name };
  });
  if (told) return { ...content, materials };
  return {
    ...content,
    materials,
    answers: withoutPersonal(definition, content.answers ?? {}),
    members: content.members.map((member) => ({ ...member, mail: '' })),
  };
}
