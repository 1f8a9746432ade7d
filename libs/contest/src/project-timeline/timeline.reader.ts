import { type Actor, ROADSHOW_ENDED } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { StandingReader } from '../advancement/standing.reader.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { ProjectHistory } from '../project/project.history.js';
import { ProjectLoader } from '../project/project.loader.js';
import { submissionVerdict, takesLate } from '../project/project.rules.js';
import { windowOf } from '../project/submission-window.js';
import { EntrantReader } from '../roadshow-entrant/entrant.reader.js';
import { LeftOut } from './left-out.js';
import { nextStep } from './next-step.rules.js';
import type { TimelineStep, TimelineView } from './timeline.dto.js';
import { TimelineOutcomes } from './timeline.outcomes.js';

/** The whole way of a project for its entrant: every step with its reason, and what comes next. */
@Injectable()
export class TimelineReader {
  constructor(
    private readonly loader: ProjectLoader,
    private readonly editions: EditionQueries,
    private readonly history: ProjectHistory,
    private readonly outcomes: TimelineOutcomes,
    private readonly standings: StandingReader,
    private readonly entrant: EntrantReader,
    private readonly leftOut: LeftOut,
  ) {}

  /** Of a project whose team the actor belongs to. Fails with `common.not_found`. */
  async of(actor: Actor, projectId: string): Promise<TimelineView> {
    const project = await this.loader.ofTeam(actor, projectId);
    const edition = await this.editions.get(project.editionId);
    const window = windowOf(edition, await this.editions.submissionStage(edition.id));
    const now = new Date();
    const standings = await this.standings.standings(actor, projectId);
    const { steps: told, onNotice, certified, appeal } = await this.outcomes.of(project, now);
    const decided = standings
      .map(({ stage, status, explanation, publishedAt }) => ({ stage, status, explanation, at: new Date(publishedAt) }))
      .sort((one, other) => one.at.getTime() - other.at.getTime());
    const steps: TimelineStep[] = [
      ...(await this.history.of(project, true)),
      ...decided.map(({ stage, explanation, at }) => ({ kind: 'standing' as const, at, stage, reason: explanation })),
      ...told,
    ];
    return {
      steps: steps.sort((one, other) => one.at.getTime() - other.at.getTime()),
      next: nextStep({
        state: project.state,
        window: submissionVerdict(project, window, now),
        takesCode: takesLate(window, now),
        appearance: await this.comingAppearance(actor, projectId),
        standing: decided.at(-1)?.status ?? null,
        leftOut: project.state === 'accepted' && (await this.leftOut.of(project)),
        onNotice,
        certified,
        appeal,
      }),
    };
  }

  private async comingAppearance(actor: Actor, projectId: string): Promise<{ startsAt: Date | null } | null> {
    const coming = (await this.entrant.appearances(actor, projectId)).filter(
      ({ state, entryState }) =>
        !ROADSHOW_ENDED.includes(state) && entryState !== 'withdrawn' && entryState !== 'shown',
    );
    const [next] = coming.sort((one, other) => (one.startsAt ?? '9999').localeCompare(other.startsAt ?? '9999'));
    return next ? { startsAt: next.startsAt === null ? null : new Date(next.startsAt) } : null;
  }
}
