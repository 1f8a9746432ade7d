import type { Actor } from '@haishi/contracts';
import { EventLog, FilesService } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { EditionDefinition } from '../edition/edition.definition.js';
import { projectScopes } from '../edition/edition.entity.js';
import type { LoadedProject } from './project.loader.js';
import { ProjectQueries } from './project.queries.js';
import type { ProjectSnapshot } from './project.snapshot.js';
import { type ToldContent, toldTo } from './told.rules.js';

/** What a project says: its working copy, or what it was handed in as under a number. */
export interface Said {
  content: ProjectSnapshot;
  /** Null for the working copy. */
  submission: number | null;
}

/** Tells people what a project says, and keeps on record who looked. */
@Injectable()
export class Telling {
  constructor(
    private readonly log: EventLog,
    private readonly queries: ProjectQueries,
    private readonly files: FilesService,
  ) {}

  /** Records the look of anybody but the owner. */
  async looked(actor: Actor, { project, role }: LoadedProject, payload?: Record<string, unknown>): Promise<void> {
    if (role === 'owner') return;
    await this.log.record(actor, {
      type: 'project.viewed',
      subjectType: 'project',
      subjectId: project.id,
      scopes: projectScopes(project),
      ...(payload ? { payload } : {}),
    });
  }

  /** Contents of a project, whatever of it they are, as the actor reads them. */
  async tell(
    actor: Actor,
    loaded: LoadedProject,
    definition: EditionDefinition,
    said: readonly Said[],
  ): Promise<ToldContent[]> {
    const opens = await this.openedBy(actor, loaded);
    const { role } = loaded;
    const told: ToldContent[] = [];
    for (const { content, submission } of said) {
      const gave = role === 'owner' && (await this.gave(actor, loaded, submission));
      told.push(toldTo({ role, opens, gave }, definition, content));
    }
    return told;
  }

  /** Whether its owner wrote it: of a working copy nothing is left that somebody before them gave as personal. */
  private async gave(actor: Actor, { project }: LoadedProject, submission: number | null): Promise<boolean> {
    return submission === null || (await this.queries.giverOf(project.id, submission)) === actor.id;
  }

  /** The files of a project that its materials' access opens to the actor even if they are personal, see `MaterialAccess`. */
  private async openedBy(actor: Actor, { project, role }: LoadedProject): Promise<Set<string>> {
    if (role === 'owner') {
      const used = await this.files.usedFor('project', project.id);
      return new Set(used.filter(({ ownerId }) => ownerId === actor.id).map(({ id }) => id));
    }
    const last = await this.queries.submission(project.id, project.submissions);
    return new Set(last?.snapshot.materials.map(({ fileId }) => fileId));
  }
}
