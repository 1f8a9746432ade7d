import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Work } from '@haishi/platform';
import { type FoundRecusal, Recusals, recuses, ReviewQueries, type TieDecision } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { decisionOn } from '../involvement/closed.rules.js';
import { ProjectRecusals } from '../project-recusal/project-recusals.js';
import { ELSEWHERE } from '../involvement/interest.rules.js';
import { TyingFacts } from '../involvement/tying-facts.js';
import { interestsAmong } from '../involvement/interests.rules.js';
import type { EntryBrief, ReviewRound } from './round.entity.js';
import { RoundParties } from './round.parties.js';
import { RoundQueries } from './round.queries.js';

/** Entries looked at before others are answered. */
const CHUNK = 250;

/** A tie of who looked to an entry that they have scored. */
export type OwnTie = Pick<FoundRecusal, 'entryId' | 'reason'>;

/** What came of looking for ties. */
export interface Sweep {
  /** The recusals that are new. */
  added: FoundRecusal[];
  /**
   * Entries with a tie of who looked, which they have scored: nobody takes a sheet of their own back, so that somebody else has to
   * decide on them. All others are recused nevertheless.
   */
  left: OwnTie[];
}

/** What of an entry is looked at. */
type TiedEntry = Pick<EntryBrief, 'id' | 'projectId'>;

/** A tie that was found. */
export interface FoundTie {
  entryId: string;
  projectId: string;
  personId: string;
  reason: string;
  declaredAt: Date | null;
  /** Set where it was decided on another panel. */
  decided?: boolean;
}

/** Recusals that follow from the record. */
@Injectable()
export class RoundRecusing {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly facts: TyingFacts,
    private readonly parties: RoundParties,
    private readonly review: ReviewQueries,
    private readonly recusals: Recusals,
    private readonly fromProjects: ProjectRecusals,
  ) {}

  /**
   * Recuses every judge from what the record ties them to, and from what they are recused from elsewhere, as judges or as staff; of these entries alone
   * where they are named. Recusals that are there stay, and dismissed ones, here or at the project, come back as `recuses` says.
   */
  async recuse(work: Work, round: ReviewRound, only?: readonly EntryBrief[]): Promise<Sweep> {
    return this.recuseFound(work, round, await this.onRecord(round, only ?? (await this.rounds.entries(round.id))));
  }

  /**
   * What the record ties the judges of a round to now: of thousands of entries it takes a second, in which nobody who writes is
   * kept waiting where it is looked up before the unit of work that recuses them. None of an unknown round.
   */
  async look(roundId: string): Promise<FoundTie[]> {
    const round = await this.rounds.find(roundId);
    return round ? this.onRecord(round, await this.rounds.committedEntries(roundId)) : [];
  }

  /** {@link recuse} of what was found by {@link look}. */
  async recuseFound(work: Work, round: ReviewRound, found: readonly FoundTie[]): Promise<Sweep> {
    const decided = await this.recusals.decidedTies(round.id);
    const own = await this.review.sheetsOf(round.id, work.actor.id);
    const scored = new Set(own.map(({ entryId }) => entryId));
    // What its judge declared after the sheet is for staff to decide, whatever the record says beside it.
    const waiting = new Set((await this.review.lateTiesOf(round.id)).map(keyOf));
    const left: OwnTie[] = [];
    const fresh: FoundRecusal[] = [];
    const elsewhere = (await this.recusals.recusedElsewhere(round.id)).map(
      ({ externalId: projectId, ...one }): FoundTie => ({ ...one, projectId, reason: ELSEWHERE }),
    );
    const ties = [...found, ...elsewhere];
    const dismissed = await this.fromProjects.dismissals(ties.map(({ personId }) => personId));
    for (const tie of ties) {
      const { entryId, personId, reason } = tie;
      const decision = decisionOn(tie, decided.get(keyOf(tie)), dismissed.get(`${tie.projectId} ${personId}`));
      if (!recuses(decision, tie.declaredAt) || waiting.has(keyOf(tie))) continue;
      decided.set(keyOf(tie), 'recused' satisfies TieDecision);
      if (personId === work.actor.id && scored.has(entryId)) left.push({ entryId, reason });
      else fresh.push({ entryId, personId, reason });
    }
    if (fresh.length > 0) await this.recusals.addFound(work, round.id, fresh);
    return { added: fresh, left };
  }

  /**
   * Those of these entries that are closed to the judge by now, though nobody has looked for ties since: what {@link recuse} would
   * take from them takes effect for them at once.
   */
  async closedTo(personId: string, round: ReviewRound, entries: readonly TiedEntry[]): Promise<Set<string>> {
    if (entries.length === 0) return new Set();
    const decided = await this.recusals.decidedTiesOf(round.id, personId);
    const elsewhere = await this.review.recusalsOf(personId);
    const found = [
      ...(await this.onRecord(round, entries, personId)),
      ...entries.flatMap(({ id: entryId, projectId }) =>
        elsewhere
          .filter(({ externalId, panelId, late }) => externalId === projectId && (late || panelId !== round.id))
          .map(({ kind, at }): FoundTie => {
            const declaredAt = kind === 'declared' ? at : null;
            return { entryId, projectId, personId, reason: ELSEWHERE, declaredAt, decided: kind !== 'automatic' };
          }),
      ),
    ];
    const dismissed = await this.fromProjects.dismissals([personId]);
    const closed = found.filter((tie) => {
      const decision = decisionOn(tie, decided.get(keyOf(tie)), dismissed.get(`${tie.projectId} ${personId}`));
      return decision === 'recused' || recuses(decision, tie.declaredAt);
    });
    return new Set(closed.map(({ entryId }) => entryId));
  }

  private async onRecord(round: ReviewRound, entries: readonly TiedEntry[], only?: string): Promise<FoundTie[]> {
    const judges = await this.parties.involved(round, only);
    const seated = new Set(judges.map(({ personId }) => personId));
    const interestsIn = interestsAmong(judges);
    const found: FoundTie[] = [];
    for (let start = 0; start < entries.length; start += CHUNK) {
      if (start > 0) await nextTurn();
      const part = entries.slice(start, start + CHUNK);
      const byProject = new Map(part.map((entry) => [entry.projectId, entry.id]));
      const projectIds = [...byProject.keys()];
      const tying = [...(await this.facts.of(projectIds))].map(([id, one]) => ({ id, ...one }));
      for (const { projectId, personId, interest, declaredAt } of interestsIn(tying))
        found.push({ entryId: byProject.get(projectId)!, projectId, personId, reason: interest, declaredAt });
      // What staff decided of the project itself is a new fact beside a recusal that was dismissed on the panel before.
      for (const { projectId, personId, at } of await this.fromProjects.standing(projectIds))
        if (seated.has(personId))
          found.push({ entryId: byProject.get(projectId)!, projectId, personId, reason: ELSEWHERE, declaredAt: at });
    }
    return found;
  }
}

const keyOf = ({ entryId, personId }: Pick<FoundTie, 'entryId' | 'personId'>): string => `${entryId} ${personId}`;
