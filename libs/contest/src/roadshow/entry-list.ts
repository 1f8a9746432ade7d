import { failure } from '@haishi/contracts';
import { isDuplicateKey, type Work } from '@haishi/platform';
import { Panels } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Edition } from '../edition/edition.entity.js';
import { ProjectRecusals } from '../project-recusal/project-recusals.js';
import { RoadshowEntry, type RoadshowSession } from './session.entity.js';
import { SessionQueries } from './session.queries.js';
import { type AutomaticRecusal, SessionRecusing } from './session.recusing.js';
import { StageProjects } from './stage-projects.js';

/** What the event says of an entry that was added: enough to draw the order again. */
export interface AddedEntry {
  id: string;
  number: string;
  group: string;
}

/** The entries of a session, here and on its panel, and who may not judge them. */
@Injectable()
export class EntryList {
  constructor(
    private readonly sessions: SessionQueries,
    private readonly projects: StageProjects,
    private readonly panels: Panels,
    private readonly recusing: SessionRecusing,
    private readonly fromProjects: ProjectRecusals,
  ) {}

  /**
   * Answers what was added, and who is recused by themselves.
   * Fails as {@link StageProjects.fitting} does or with `roadshow.project_in_session`, and adds none then.
   */
  async add(
    work: Work,
    session: RoadshowSession,
    projectIds: readonly string[],
  ): Promise<{ entries: AddedEntry[]; recusals: AutomaticRecusal[] }> {
    // An organiser who moves a project holds it too: an entry never says where its project stood before.
    await work.lockRow(Edition, session.editionId);
    const fitting = await this.projects.fitting(work.actor, session, projectIds);
    const before = (await this.sessions.entries(session.id)).length;
    const taken = await this.sessions.taken(session.editionId, session.stageCode, projectIds);
    if (taken.size > 0) throw inSession([...taken]);
    const ids = await this.panels.addEntries(work, session.id, projectIds);
    const entries = fitting.map((brief, index) => ({
      id: ids[index]!,
      sessionId: session.id,
      editionId: session.editionId,
      stageCode: session.stageCode,
      projectId: brief.id,
      number: brief.number!,
      title: brief.title,
      team: brief.organisationName,
      groupCode: brief.group,
      groupName: brief.groupName,
      divisionName: brief.divisionName,
      position: before + index + 1,
      state: 'waiting' as const,
      lockReason: null,
      shown: null,
      shownTies: null,
      shownAt: null,
      place: null,
      placeBefore: null,
      explanation: null,
    }));
    try {
      await work.manager.insert(RoadshowEntry, entries);
    } catch (error) {
      throw isDuplicateKey(error) ? inSession([]) : error;
    }
    return {
      entries: entries.map(({ id, number, groupCode }) => ({ id, number, group: groupCode })),
      recusals: await this.recuseByThemselves(work, session),
    };
  }

  /** What was decided of its recusals is kept with the project. */
  async remove(work: Work, sessionId: string, entryId: string): Promise<void> {
    await this.fromProjects.takeOver(work, await this.panels.removeEntry(work, sessionId, entryId));
    await work.manager.delete(RoadshowEntry, { id: Equal(entryId) });
    const rest = await this.sessions.entries(sessionId);
    await this.place(
      work,
      rest.map(({ id }) => id),
    );
  }

  /** Frees a seat; what was decided of its judge's recusals is kept with the projects. Answers who sat there, and of which projects. */
  async unseat(work: Work, sessionId: string, seatNo: number): Promise<{ personId: string; keptFrom: string[] }> {
    const { personId, decided } = await this.panels.unseat(work, sessionId, seatNo);
    await this.fromProjects.takeOver(work, decided);
    return { personId, keptFrom: decided.map(({ externalId }) => externalId) };
  }

  /** Puts the entries into this order. */
  async arrange(work: Work, entryIds: readonly string[]): Promise<void> {
    await this.panels.arrange(work, entryIds);
    await this.place(work, entryIds);
  }

  /** As {@link SessionRecusing.recuse}, of every entry. */
  recuseByThemselves(work: Work, session: RoadshowSession): Promise<AutomaticRecusal[]> {
    return this.recusing.recuse(work, session);
  }

  private async place(work: Work, entryIds: readonly string[]): Promise<void> {
    for (const [index, id] of entryIds.entries())
      await work.execute('UPDATE roadshow_entries SET position = ? WHERE id = ?', [index + 1, id]);
  }
}

const inSession = (projectIds: string[]) =>
  failure('roadshow.project_in_session', { field: 'projectIds', data: { projectIds } });
