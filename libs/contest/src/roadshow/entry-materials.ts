import { type Actor, answerWords, failure, type LocalText } from '@haishi/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { answered } from '../entry-form/answers.rules.js';
import { Involvement } from '../involvement/involvement.js';
import { MaterialAccess } from '../project/material.access.js';
import type { Project } from '../project/project.entity.js';
import { ProjectQueries } from '../project/project.queries.js';
import { materialsForJudges } from '../project/project.rules.js';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import { materialsObstacle, type MaterialsObstacle } from './entry-materials.rules.js';
import { SessionAccess } from './session.access.js';
import type { RoadshowEntry, RoadshowSession } from './session.entity.js';
import { SessionQueries } from './session.queries.js';

/**
 * The materials 参赛材料 of an entry's project, as it was handed in last, for the jury and who leads the session: the
 * kinds that the edition opens to judges, and no other. The files themselves are read at their own address.
 */
@Injectable()
export class EntryMaterials implements OnModuleInit {
  constructor(
    private readonly access: SessionAccess,
    private readonly sessions: SessionQueries,
    private readonly involvement: Involvement,
    private readonly editions: EditionQueries,
    private readonly projects: ProjectQueries,
    private readonly materials: MaterialAccess,
  ) {}

  onModuleInit(): void {
    this.materials.register((actor, project, snapshot, fileId) => this.mayRead(actor, project, snapshot, fileId));
  }

  /** By kind, in the edition's order. Fails as {@link materialsObstacle} says. */
  async list(actor: Actor, sessionId: string, entryId: string) {
    const { project, snapshot } = await this.readable(actor, sessionId, entryId);
    const kinds = snapshot ? await this.openKinds(project, snapshot) : [];
    return kinds.map(({ kind: { code, name }, files }) => ({
      kind: code,
      kindName: name,
      files: files.map(({ fileId, name: fileName, size }) => ({ fileId, name: fileName, size })),
    }));
  }

  /** What was answered to the questions that the edition opens to judges, in its order. Fails as the list does. */
  async answers(
    actor: Actor,
    sessionId: string,
    entryId: string,
  ): Promise<{ code: string; name: LocalText; answer: LocalText }[]> {
    const { project, snapshot } = await this.readable(actor, sessionId, entryId);
    if (!snapshot) return [];
    const { definition } = await this.editions.get(project.editionId);
    return answered(definition, snapshot, 'jury').map(({ question, answer }) => ({
      code: question.code,
      name: question.name,
      answer: answerWords(question, answer),
    }));
  }

  private async readable(
    actor: Actor,
    sessionId: string,
    entryId: string,
  ): Promise<{ project: Project; snapshot: ProjectSnapshot | undefined }> {
    const session = await this.access.assertInRoom(actor, sessionId);
    // Whoever has another task in the room, and judges elsewhere, reads nothing here.
    if (!(await this.access.isInRoom(actor, session))) throw failure('common.not_found');
    const entry = await this.sessions.entry(sessionId, entryId);
    const project = (await this.projects.find(entry.projectId))!;
    const obstacle = await this.obstacle(actor, session, entry, project);
    if (obstacle) throw failure(obstacle);
    const submission = await this.projects.submission(project.id, project.submissions);
    return { project, snapshot: submission?.snapshot };
  }

  private async mayRead(actor: Actor, project: Project, snapshot: ProjectSnapshot, fileId: string): Promise<boolean> {
    const kinds = await this.openKinds(project, snapshot);
    if (!kinds.some(({ files }) => files.some((file) => file.fileId === fileId))) return false;
    for (const entry of await this.sessions.entriesOf(project)) {
      const session = await this.sessions.get(entry.sessionId);
      if (!(await this.access.isInRoom(actor, session))) continue;
      if ((await this.obstacle(actor, session, entry, project)) === null) return true;
    }
    return false;
  }

  private async obstacle(
    actor: Actor,
    session: RoadshowSession,
    entry: RoadshowEntry,
    project: Project,
  ): Promise<MaterialsObstacle | null> {
    const recused = (await this.involvement.conflicts(actor, [project.id])).size > 0;
    return materialsObstacle({ session: session.state, entry: entry.state, project: project.state, recused });
  }

  private async openKinds({ editionId }: Project, snapshot: ProjectSnapshot) {
    return materialsForJudges((await this.editions.get(editionId)).definition, snapshot);
  }
}
