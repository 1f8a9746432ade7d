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

/** What a project says as who meets it in this role reads it; of its people at least names, parts and shares. */
export function toldTo(role: ProjectRole, definition: EditionDefinition, content: ProjectSnapshot): ProjectSnapshot {
  if (isToldOfPersons(role)) return content;
  return {
    ...content,
    answers: withoutPersonal(definition, content.answers ?? {}),
    members: content.members.map((member) => ({ ...member, mail: '' })),
  };
}
