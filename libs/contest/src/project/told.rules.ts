import type { EditionDefinition } from '../edition/edition.definition.js';
import { withoutPersonal } from '../entry-form/answers.rules.js';
import type { ProjectRole } from './project.rules.js';
import type { ProjectSnapshot } from './project.snapshot.js';

/**
 * Whether who meets a project in this role is told what its leader answered about themselves, and where its people are written
 * to: its owner, and staff who work on it. Who takes part or took part in it is not.
 */
export function isToldOfPersons(role: ProjectRole): boolean {
  return role === 'owner' || role === 'checker' || role === 'reader';
}

/**
 * Whether files of a kind are opened and named to those alone who are told of persons 个人材料: where the edition says so, and
 * where it has the kind no longer, since such a file may have been given as personal.
 */
export function isPersonal({ materials }: Pick<EditionDefinition, 'materials'>, kind: string): boolean {
  const known = materials.find(({ code }) => code === kind);
  return !known || known.personal === true;
}

/**
 * What a project says as who meets it in this role reads it: of its people at least names, parts and shares, of its personal
 * files that they are there.
 */
export function toldTo(role: ProjectRole, definition: EditionDefinition, content: ProjectSnapshot): ProjectSnapshot {
  if (isToldOfPersons(role)) return content;
  return {
    ...content,
    materials: content.materials.map((file) => (isPersonal(definition, file.kind) ? { ...file, name: '' } : file)),
    answers: withoutPersonal(definition, content.answers ?? {}),
    members: content.members.map((member) => ({ ...member, mail: '' })),
  };
}
