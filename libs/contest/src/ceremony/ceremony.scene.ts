import type {
  AudienceResult,
  BoardRow,
  CeremonyLine,
  CeremonyPending,
  CeremonyScene,
  CeremonySettled,
  CeremonyStep,
  RoadshowEntryCard,
  ShownResult,
} from '@haishi/contracts';
import { rank, type TieBreaker, type TieRuling } from '@haishi/review/rules';
import type { Ceremony, CeremonyPlan, SealedResult } from './ceremony.entity.js';
import type { RevealStep } from './reveal.rules.js';

/** What the scenes of a ceremony are made of. */
export interface SceneParts {
  ceremony: Pick<Ceremony, 'plan' | 'steps' | 'sealed' | 'at' | 'frozenAt'>;
  /** Every entry with what the public knew of it when the board was frozen. */
  entries: readonly { card: RoadshowEntryCard; shown: ShownResult | null; shownTies: readonly number[] | null }[];
  ties: readonly TieBreaker[];
  rulings: readonly DatedRuling[];
}

type DatedRuling = TieRuling & { at: Date };

/** What screens see once `ceremony.at` steps were triggered: made of those steps alone. */
export function sceneOf(parts: SceneParts): CeremonyScene {
  const { steps, at, plan } = parts.ceremony;
  const triggered = steps.slice(0, at);
  return {
    at,
    step: at === 0 ? null : stepAt(parts, at - 1),
    settled: triggered.flatMap((step): CeremonySettled[] =>
      step.kind === 'stay' ? [{ entryId: step.entryId, place: step.place, awards: namesOf(plan, step.awards) }] : [],
    ),
    lines: linesOf(triggered),
    pending: pendingOf(parts),
  };
}

/** What the public knows of each entry's result: of those that wait for their place nothing, whatever was shown before. */
export function resultsOf(ceremony: SceneParts['ceremony'] | null, entries: SceneParts['entries']): AudienceResult[] {
  const triggered = ceremony?.steps.slice(0, ceremony.at) ?? [];
  const told = toldBy(triggered, ceremony?.sealed ?? []);
  const withheld = ceremony ? withheldBy(ceremony, triggered) : new Set<string>();
  return entries.flatMap(({ card, shown }) => {
    const result = told.get(card.id)?.shown ?? shown;
    return result && !withheld.has(card.id) ? [{ entryId: card.id, result }] : [];
  });
}

/**
 * Who have neither place nor score yet. Their order follows from what was told and from the order of appearance, so that
 * nothing of their places is in it.
 */
function pendingOf({ ceremony, entries }: SceneParts): CeremonyPending[] {
  const triggered = ceremony.steps.slice(0, ceremony.at);
  const withheld = withheldBy(ceremony, triggered);
  const lines = new Map(linesOf(triggered).map(({ entryId, advances }) => [entryId, advances]));
  const group = (id: string) => [true, undefined, false].indexOf(lines.get(id));
  return entries
    .map(({ card }) => card)
    .filter(({ id }) => withheld.has(id))
    .toSorted((one, other) => group(one.id) - group(other.id) || one.position - other.position)
    .map(({ id, number, title, team }) => ({ entryId: id, number, title, team }));
}

const linesOf = (triggered: readonly RevealStep[]): CeremonyLine[] =>
  triggered.flatMap((step) => (step.kind === 'line' ? [{ entryId: step.entryId, advances: step.advances }] : []));

/** Where the line comes first: who were neither told nor stay, and so stand nowhere. */
function withheldBy({ plan, steps }: SceneParts['ceremony'], triggered: readonly RevealStep[]): Set<string> {
  if (!plan.lineFirst) return new Set();
  const placed = new Set(
    triggered.flatMap((step) => (step.kind === 'tell' || step.kind === 'stay' ? [step.entryId] : [])),
  );
  return new Set(steps.flatMap((step) => (step.kind === 'stay' && !placed.has(step.entryId) ? [step.entryId] : [])));
}

/** Where the line comes first, an entry that is told is below all that wait, so that its place is its last. */
function lastPlaces({ plan, steps }: SceneParts['ceremony']): Map<string, number | null> {
  return new Map(
    plan.lineFirst ? steps.flatMap((step) => (step.kind === 'stay' ? [[step.entryId, step.place]] : [])) : [],
  );
}

/** One step in full, for the screens once it is triggered and for the presenter before. */
export function stepAt({ ceremony, entries }: SceneParts, index: number): CeremonyStep {
  const step = ceremony.steps[index]!;
  if (step.kind === 'end') return step;
  if (step.kind === 'slide') {
    const { title, text } = ceremony.plan.slides[step.slide]!;
    return { kind: 'slide', title, text };
  }
  const held = entries.find(({ card }) => card.id === step.entryId)!;
  const entry = held.card;
  const result = ceremony.sealed.find(({ entryId }) => entryId === step.entryId)?.shown ?? held.shown;
  switch (step.kind) {
    case 'withdrawn':
    case 'call':
      return { kind: step.kind, entry };
    case 'tell':
      return { kind: 'tell', entry, result: result!, above: step.above };
    case 'line':
      return { kind: 'line', entry, advances: step.advances };
    case 'stay':
      return { kind: 'stay', entry, place: step.place, result, awards: namesOf(ceremony.plan, step.awards) };
  }
}

/** The board once `ceremony.at` steps were triggered: what stood on it when it was frozen, and what was told since. */
export function boardOf(parts: SceneParts): BoardRow[] {
  const before = rowsAt(parts, Math.max(0, parts.ceremony.at - 1));
  return rowsAt(parts, parts.ceremony.at).map((row) => ({
    ...row,
    before: before.find(({ entryId }) => entryId === row.entryId)?.place ?? null,
  }));
}

function rowsAt({ ceremony, entries, ties, rulings }: SceneParts, at: number): BoardRow[] {
  const triggered = ceremony.steps.slice(0, at);
  const told = toldBy(triggered, ceremony.sealed);
  const withheld = withheldBy(ceremony, triggered);
  const last = lastPlaces(ceremony);
  const known = entries.flatMap(({ card, shown, shownTies }) => {
    if (withheld.has(card.id)) return [];
    const now = told.get(card.id);
    if (now) return [{ card, shown: now.shown, tieValues: now.tieValues }];
    return shown && shownTies ? [{ card, shown, tieValues: [...shownTies] }] : [];
  });
  const places = rank(
    known.map(({ card, shown, tieValues }) => ({ entryId: card.id, result: { score: shown.score, tieValues } })),
    ties,
    rulings.filter((ruling) => isOut(ruling, ceremony.frozenAt, triggered)),
  );
  const rows = places.map(({ entryId, place, explanation }) => {
    const { card, shown } = known.find((one) => one.card.id === entryId)!;
    const { number, title, team } = card;
    return {
      entryId,
      number,
      title,
      team,
      score: shown.score!,
      decimals: shown.decimals,
      place: last.get(entryId) ?? place,
      before: null,
      explanation,
    };
  });
  // Until all of those ruled on are told, ranking still holds them for equal, and does not know their order.
  const sharing = (row: BoardRow) => rows.filter(({ place }) => place === row.place).length - 1;
  return rows
    .map((row) => ({ ...row, explanation: { ...row.explanation, sharing: sharing(row) } }))
    .sort((one, other) => one.place - other.place);
}

/**
 * Whether the board may follow a ruling 裁定. One made since the board was frozen is a secret until one of those ruled on
 * is told, or stays where the ruling put it.
 */
function isOut({ at, entryIds }: DatedRuling, frozenAt: Date | null, triggered: readonly RevealStep[]): boolean {
  if (frozenAt === null || at <= frozenAt) return true;
  return triggered.some((step) => (step.kind === 'tell' || step.kind === 'stay') && entryIds.includes(step.entryId));
}

/** The results that these steps have told. */
export function toldBy(steps: readonly RevealStep[], sealed: readonly SealedResult[]): Map<string, SealedResult> {
  const told = new Set(steps.flatMap((step) => (step.kind === 'tell' ? [step.entryId] : [])));
  return new Map(sealed.filter(({ entryId }) => told.has(entryId)).map((one) => [one.entryId, one]));
}

const namesOf = ({ awards }: CeremonyPlan, numbers: readonly number[]) => numbers.map((award) => awards[award]!.name);
