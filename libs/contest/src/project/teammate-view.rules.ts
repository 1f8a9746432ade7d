import type { EditionDefinition } from '../edition/edition.definition.js';
import { withoutPersonal } from '../entry-form/answers.rules.js';
import type { ProjectSnapshot } from './project.snapshot.js';

/** What a project says as its members read it: all but what its leader answered about themselves. */
export function forTeammate(definition: EditionDefinition, content: ProjectSnapshot): ProjectSnapshot {
  return { ...content, answers: withoutPersonal(definition, content.answers ?? {}) };
}
