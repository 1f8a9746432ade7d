import { Kept } from '@haishi/platform';
import {
  AssignedQueries,
  type AssignmentPair,
  type AssignmentRelaxation,
  type AssignmentViolation,
  type RunBrief,
} from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { RunView } from './round.dto.js';

/** What an ended search came to, without the pairs themselves. */
export interface RunOutcome extends Pick<RunView, 'answer' | 'cost' | 'bound' | 'gap' | 'change'> {
  failing: readonly AssignmentViolation[];
  relaxations: readonly AssignmentRelaxation[];
}

/** Searches of which it is kept what they came to. */
const MOST_KEPT = 50;

const NOTHING: RunOutcome = {
  answer: null,
  cost: null,
  bound: null,
  gap: null,
  change: null,
  failing: [],
  relaxations: [],
};

/** What searches for an assignment came to. Task and answer name every pair, so that those of an ended search are read once. */
@Injectable()
export class RunOutcomes {
  private readonly kept = new Kept<RunOutcome>(MOST_KEPT);

  constructor(private readonly assigned: AssignedQueries) {}

  /** The latest search of a round. */
  async latest(roundId: string): Promise<RunBrief | undefined> {
    return (await this.assigned.runs(roundId))[0];
  }

  async of({ id, panelId, endedAt }: Pick<RunBrief, 'id' | 'panelId' | 'endedAt'>): Promise<RunOutcome> {
    return endedAt === null ? NOTHING : this.kept.get(id, () => this.read(panelId, id));
  }

  private async read(panelId: string, id: string): Promise<RunOutcome> {
    const { answer, task } = (await this.assigned.run(panelId, id))!;
    const found = answer?.kind === 'assigned' ? answer : null;
    const none = answer?.kind === 'impossible' || answer?.kind === 'undecided' ? answer : null;
    return {
      answer: answer === null || answer.kind === 'faulty' ? null : answer.kind,
      cost: found?.cost.total ?? null,
      bound: found?.bound ?? null,
      gap: found && Math.round(found.gap * 10_000),
      change: found && changeOf(task.existing, found.pairs),
      failing: none?.failing ?? [],
      relaxations: none?.relaxations ?? [],
    };
  }
}

/** The entries that words about a search name. */
export function entriesNamedIn({ leftTies }: Pick<RunBrief, 'leftTies'>, outcome: RunOutcome): string[] {
  const { failing, relaxations } = outcome;
  return [
    ...(leftTies ?? []),
    ...failing.flatMap((one) => ('entry' in one ? [one.entry] : [])),
    ...relaxations.flatMap((one) => {
      if (one.kind === 'coverage') return one.entries;
      return 'waived' in one ? one.waived.map(({ entry }) => entry) : [];
    }),
  ];
}

function changeOf(before: readonly AssignmentPair[], after: readonly AssignmentPair[]): RunView['change'] {
  const keys = (list: readonly AssignmentPair[]) => new Set(list.map(({ entry, judge }) => `${entry} ${judge}`));
  const [held, wanted] = [keys(before), keys(after)];
  const kept = [...wanted].filter((key) => held.has(key)).length;
  return { added: wanted.size - kept, removed: held.size - kept };
}
