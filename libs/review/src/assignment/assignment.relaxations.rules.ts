import type { AssignmentAnswer, AssignmentRelaxation } from './assignment.model.js';

type Impossible = Extract<AssignmentAnswer, { kind: 'impossible' }>;

/** What fails in all parts together. A kind of relaxation is enough alone where it is in every part that fails. */
export function allImpossible(parts: readonly Impossible[]): Impossible {
  const kinds = parts[0]!.relaxations.map(({ kind }) => kind);
  const relaxations = kinds.flatMap((kind) => {
    const same = parts.flatMap((part) => part.relaxations.filter((one) => one.kind === kind));
    return same.length === parts.length ? [same.reduce(joined)] : [];
  });
  return { kind: 'impossible', failing: parts.flatMap(({ failing }) => failing), relaxations };
}

function joined(one: AssignmentRelaxation, other: AssignmentRelaxation): AssignmentRelaxation {
  if (one.kind === 'coverage' && other.kind === 'coverage')
    return { ...one, fewer: one.fewer + other.fewer, entries: [...one.entries, ...other.entries] };
  if (one.kind === 'composition' && other.kind === 'composition')
    return { ...one, waived: [...one.waived, ...other.waived] };
  if (one.kind === 'institution' && other.kind === 'institution')
    return { ...one, waived: [...one.waived, ...other.waived] };
  if ((one.kind === 'ceiling' && other.kind === 'ceiling') || (one.kind === 'floor' && other.kind === 'floor'))
    return { ...one, judges: [...one.judges, ...other.judges] };
  throw new TypeError(`${one.kind} and ${other.kind} are different relaxations.`);
}
