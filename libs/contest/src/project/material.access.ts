import type { Actor } from '@haishi/contracts';
import { FileAccess, type StoredFile } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MATERIAL_PURPOSE } from './material.service.js';
import type { EditionDefinition } from '../edition/edition.definition.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { Teammates } from '../project-team/teammates.js';
import { isPersonal } from './material.rules.js';
import type { Project } from './project.entity.js';
import { ProjectLoader } from './project.loader.js';
import { ProjectQueries } from './project.queries.js';
import type { MaterialContent, ProjectSnapshot } from './project.snapshot.js';

/** Whether `actor` may read a file of what was handed in last, by what another part of the contest knows of them. */
export type MaterialReader = (
  actor: Actor,
  project: Project,
  snapshot: ProjectSnapshot,
  fileId: string,
) => Promise<boolean>;

/**
 * Who reads a material besides who gave it or took it over: members who accepted, whatever the project holds; whoever else sees
 * the project, what was ever handed in; whom a reader lets in, what was handed in last alone. What is personal, only staff of
 * these who work on the project, while it is handed in last: not even its owner, where another had it then.
 */
@Injectable()
export class MaterialAccess implements OnModuleInit {
  private readonly readers: MaterialReader[] = [];

  constructor(
    private readonly access: FileAccess,
    private readonly queries: ProjectQueries,
    private readonly loader: ProjectLoader,
    private readonly editions: EditionQueries,
    private readonly teammates: Teammates,
  ) {}

  onModuleInit(): void {
    this.access.register(MATERIAL_PURPOSE, (actor, file) => this.mayRead(actor, file));
  }

  /** To be called in `onModuleInit`. */
  register(reader: MaterialReader): void {
    this.readers.push(reader);
  }

  private async mayRead(actor: Actor, file: StoredFile): Promise<boolean> {
    const project = file.subjectId === null ? null : await this.queries.find(file.subjectId);
    if (!project) return false;
    const { definition } = await this.editions.get(project.editionId);
    const among = (materials: readonly MaterialContent[]) => materials.find(({ fileId }) => fileId === file.id);
    if (actor.kind === 'person' && (await this.teammates.find(project.id, actor.id))) {
      const held = among(await this.queries.materials(project.id));
      if (held && !isPersonal(definition, held)) return true;
    }
    const submission = await this.queries.submission(project.id, project.submissions);
    const handedIn = submission && among(submission.snapshot.materials);
    const role = await this.loader.roleOf(actor, project);
    if (!handedIn) return role !== 'stranger' && (await this.wasHandedIn(project, definition, file.id));
    if (isPersonal(definition, handedIn)) return role === 'checker' || role === 'reader';
    if (role !== 'stranger') return true;
    for (const mayRead of this.readers) if (await mayRead(actor, project, submission.snapshot, file.id)) return true;
    return false;
  }

  /** Whether it was handed in before what was handed in last. What was personal is not kept open when it was replaced. */
  private async wasHandedIn(project: Project, definition: EditionDefinition, fileId: string): Promise<boolean> {
    const materials = await this.queries.materialsHandedIn(project.id);
    const given = materials.filter((one) => one.fileId === fileId);
    return given.length > 0 && !given.some((one) => isPersonal(definition, one));
  }
}
