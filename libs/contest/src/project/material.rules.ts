import type { EditionDefinition } from '../edition/edition.definition.js';
import type { MaterialContent } from './project.snapshot.js';

type Kinds = Pick<EditionDefinition, 'materials'>;
type File = Pick<MaterialContent, 'kind' | 'personal'>;

/**
 * Whether a file was given as personal, or its kind was made personal since. Once it is so it stays so: an edition makes no
 * kind open again, and takes none away, of which a file was handed in, and what working copies hold of a kind that is made
 * personal is marked, so that not even a kind that went and came back opens it.
 */
export function isMarkedPersonal({ materials }: Kinds, { kind, personal }: File): boolean {
  return personal === true || materials.some((one) => one.code === kind && one.personal === true);
}

/**
 * Whether a file is opened to who gave it and to staff who work on the project, and named to those alone who are told of
 * persons 个人材料: where it is marked so, and where the edition has its kind no longer, since it may have been.
 */
export function isPersonal(definition: Kinds, file: File): boolean {
  return isMarkedPersonal(definition, file) || !definition.materials.some(({ code }) => code === file.kind);
}
