import type { Work } from '@haishi/platform';
import { Recusals, recuses, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { decisionOn } from '../involvement/closed.rules.js';
import { ELSEWHERE } from '../involvement/interest.rules.js';
import { interestsAmong } from '../involvement/interests.rules.js';
import { InvolvedPersons } from '../involvement/involved-persons.js';
import { ProjectRecusals } from '../project-recusal/project-recusals.js';
import type { RoadshowSession } from './session.entity.js';
import { SessionQueries } from './session.queries.js';
import { StageProjects } from './stage-projects.js';

/** A recusal that followed from the record. */
export interface AutomaticRecusal {
  entryId: string;
  seatNo: number;
  reason: string;
}

/** A tie that recuses a judge who is not recused yet. */
export interface FreshTie extends AutomaticRecusal {
  personId: string;
}

/** Recusals in a session that follow from the record. */
@Injectable()
export class SessionRecusing {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly projects: StageProjects,
    private readonly review: ReviewQueries,
    private readonly recusals: Recusals,
    private readonly record: InvolvedPersons,
    private readonly fromProjects: ProjectRecusals,
  ) {}

  /** Recuses the judges that {@link look} finds, from one entry or one judge alone where that is said; answers the new recusals. */
  async recuse(
    work: Work,
    session: RoadshowSession,
    only: { entryId?: string; personId?: string } = {},
  ): Promise<AutomaticRecusal[]> {
    const { personId: whose } = only;
    const found = (await this.look(session, only.entryId)).filter(
      (one) => whose === undefined || one.personId === whose,
    );
    for (const { entryId, personId, reason } of found)
      await this.recusals.add(work, { panelId: session.id, entryId, personId, kind: 'automatic', reason });
    return found.map(({ entryId, seatNo, reason }) => ({ entryId, seatNo, reason }));
  }

  /**
   * The judges whom the record ties to entries by now, as {@link InvolvedPersons} has it and by the organisation of
   * their seat, or who are recused from them elsewhere, as judges or as staff. Without those who are recused already; dismissed
   * recusals, here or at the project, come back as `recuses` says.
   */
  async look(session: RoadshowSession, only?: string): Promise<FreshTie[]> {
    const entries = (await this.sessions.entries(session.id)).filter(({ id }) => only === undefined || id === only);
    const seats = await this.review.seats(session.id);
    if (entries.length === 0 || seats.length === 0) return [];
    const fresh: FreshTie[] = [];
    const decided = await this.recusals.decidedTies(session.id);
    const found = await this.recusals.recusedElsewhere(session.id);
    const elsewhere = new Map(found.map((one) => [keyOf(one), one]));
    const personIds = seats.map(({ personId }) => personId);
    const known = await this.record.of(
      personIds,
      new Map(seats.map(({ personId, creditCode, organisationName: name }) => [personId, { creditCode, name }])),
    );
    const dismissed = await this.fromProjects.dismissals(personIds);
    const projectIds = entries.map(({ projectId }) => projectId);
    const tying = [...(await this.projects.tying(projectIds))].map(([id, one]) => ({ id, ...one }));
    const interests = new Map(
      interestsAmong([...known.values()])(tying).map((one) => [`${one.projectId} ${one.personId}`, one]),
    );
    const asStaff = new Map(
      (await this.fromProjects.standing(projectIds)).map(({ projectId, personId, at }) => [
        `${projectId} ${personId}`,
        at,
      ]),
    );
    for (const entry of entries) {
      for (const seat of seats) {
        const { personId } = seat;
        const key = keyOf({ entryId: entry.id, personId });
        const own = interests.get(`${entry.projectId} ${personId}`);
        const onPanel = elsewhere.get(key);
        const decidedAsStaff = asStaff.get(`${entry.projectId} ${personId}`);
        const ties: { reason: string; declaredAt: Date | null; decided?: boolean }[] = [
          ...(own ? [{ reason: own.interest, declaredAt: own.declaredAt }] : []),
          ...(onPanel ? [{ ...onPanel, reason: ELSEWHERE }] : []),
          ...(decidedAsStaff ? [{ reason: ELSEWHERE, declaredAt: decidedAsStaff }] : []),
        ];
        const dismissedAt = dismissed.get(`${entry.projectId} ${personId}`);
        const tie = ties.find((one) => recuses(decisionOn(one, decided.get(key), dismissedAt), one.declaredAt));
        if (!tie) continue;
        fresh.push({ entryId: entry.id, personId, seatNo: seat.seatNo, reason: tie.reason });
      }
    }
    return fresh;
  }
}

const keyOf = ({ entryId, personId }: { entryId: string; personId: string }) => `${entryId} ${personId}`;
