import type { LocalText } from '@haishi/contracts';
import { CHANNEL_WORDS, REFERRAL_CHANNELS } from '../collected/collected-row.rules.js';
import type { ProjectState } from '../project/project.rules.js';

/** By which channel a project came 来源: as it was referred, or entered by its entrant without that. */
export const ENTRY_CHANNELS = [...REFERRAL_CHANNELS, 'own'] as const;
export type EntryChannel = (typeof ENTRY_CHANNELS)[number];
export const ENTRY_CHANNEL_WORDS: Readonly<Record<EntryChannel, LocalText>> = {
  ...CHANNEL_WORDS,
  own: { zh: '自行报名', en: 'Own entry' },
};

/** What projects are counted alone; all where nothing is said. */
export interface Narrowing {
  /** Code of the edition. */
  group?: string;
  channel?: EntryChannel;
}

/** Which projects somebody is told the numbers of. */
export interface Counted extends Narrowing {
  /** The projects that are closed to them: a cell of one would tell what became of it. */
  but: readonly string[];
}

/** What is counted of projects, in the order in which a project may come to it. */
export const STEP_KINDS = [
  'begun',
  'handedIn',
  'accepted',
  'returned',
  'rejected',
  'withdrawn',
  'onStage',
  'advanced',
  'awarded',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** A step of the funnel; `stage` is the code of the stage of judging that `onStage` and `advanced` are about, else null. */
export interface Step {
  kind: StepKind;
  stage: string | null;
}

/** How many projects of a region and a division came to a step. A draft may have chosen neither: its code is empty. */
export interface Tally extends Step {
  region: string;
  division: string;
  count: number;
}

/** Projects of a region, division and state, and how many of them were ever handed in. */
export interface StateCount {
  region: string;
  division: string;
  state: ProjectState;
  count: number;
  handedIn: number;
}

/** Numbers of projects in the order of the steps. */
export interface FunnelPart {
  code: string;
  counts: number[];
}

export interface Funnel {
  /** Of each region and division that have any, in the order of the edition. */
  cells: { region: string; division: string; counts: number[] }[];
  /** Of all regions of the edition, and of whatever else projects name. */
  regions: FunnelPart[];
  divisions: FunnelPart[];
  total: number[];
}

const COUNTED_STATES = ['accepted', 'returned', 'rejected', 'withdrawn'] as const satisfies readonly ProjectState[];

/** The steps of an edition; `stages` are the codes of its stages of judging, in order. */
export function stepsOf(stages: readonly string[]): Step[] {
  const plain = (kind: StepKind): Step => ({ kind, stage: null });
  return [
    plain('begun'),
    plain('handedIn'),
    ...COUNTED_STATES.map(plain),
    ...stages.flatMap((stage): Step[] => [
      { kind: 'onStage', stage },
      { kind: 'advanced', stage },
    ]),
    plain('awarded'),
  ];
}

/** What a count of projects by state adds to which steps: each was begun, and stands in one state. */
export function talliesOf({ region, division, state, count, handedIn }: StateCount): Tally[] {
  const tally = (kind: StepKind, number: number): Tally => ({ region, division, kind, stage: null, count: number });
  const counted = COUNTED_STATES.find((one) => one === state);
  return [tally('begun', count), tally('handedIn', handedIn), ...(counted ? [tally(counted, count)] : [])];
}

/** Sums tallies up by region and division, in whatever order they come; those of no step of `steps` are left out. */
export function funnel(
  steps: readonly Step[],
  tallies: readonly Tally[],
  edition: { regions: readonly string[]; divisions: readonly string[] },
): Funnel {
  const counts = (some: readonly Tally[]): number[] =>
    steps.map(({ kind, stage }) =>
      some.reduce((sum, one) => sum + (one.kind === kind && one.stage === stage ? one.count : 0), 0),
    );
  const parts = (codes: readonly string[], side: 'region' | 'division'): FunnelPart[] => {
    const found = Map.groupBy(tallies, (one) => one[side]);
    return codesOf(codes, found.keys()).map((code) => ({ code, counts: counts(found.get(code) ?? []) }));
  };
  const regions = parts(edition.regions, 'region');
  const divisions = parts(edition.divisions, 'division');
  const found = Map.groupBy(tallies, ({ region, division }) => JSON.stringify([region, division]));
  const cells = regions.flatMap(({ code: region }) =>
    divisions.flatMap(({ code: division }) => {
      const own = counts(found.get(JSON.stringify([region, division])) ?? []);
      return own.some((count) => count > 0) ? [{ region, division, counts: own }] : [];
    }),
  );
  return { cells, regions, divisions, total: counts(tallies) };
}

/** The codes of the edition, then others in their own order; the empty one, of what was not chosen yet, last. */
function codesOf(known: readonly string[], found: Iterable<string>): string[] {
  const others = [...found].filter((code) => !known.includes(code));
  return [...known, ...others.filter(Boolean).sort(), ...(others.includes('') ? [''] : [])];
}
