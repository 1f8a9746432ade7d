import type { Actor } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { Involvement } from '../involvement/involvement.js';
import { ProjectRecusals } from './project-recusals.js';
import { RecusalAccess } from './recusal.access.js';
import type { ProjectRecusalsView } from './recusal.dto.js';

/** To whom of the staff a project is closed, for its organisers. */
@Injectable()
export class RecusalReader {
  constructor(
    private readonly access: RecusalAccess,
    private readonly involvement: Involvement,
    private readonly recusals: ProjectRecusals,
    private readonly persons: Persons,
    private readonly editions: EditionQueries,
  ) {}

  /** Fails as {@link RecusalAccess.managed} does. */
  async ofProject(actor: Actor, projectId: string): Promise<ProjectRecusalsView> {
    const project = await this.access.managed(actor, projectId);
    const staff = new Map((await this.access.staff(project)).map(({ id, name }) => [id, name]));
    const decided = new Map((await this.recusals.ofProject(projectId)).map((one) => [one.personId, one]));
    const ids = [...new Set([...staff.keys(), ...decided.keys()])];
    const names = await this.persons.byIds([
      ...ids,
      ...[...decided.values()].map(({ dismissedBy }) => dismissedBy ?? ''),
    ]);
    const { state } = await this.editions.get(project.editionId);
    const nameOf = (id: string) => names.get(id)?.name ?? '';
    const closed = await this.involvement.among(ids, projectId);
    return {
      recused: [...closed].map(([personId, { why, dismissible }]) => {
        const own = decided.get(personId);
        const stands = own?.dismissedAt === null;
        return {
          personId,
          name: nameOf(personId),
          why,
          reason: stands ? own.reason : null,
          at: stands ? own.at : null,
          dismissible: dismissible && state !== 'archived',
        };
      }),
      dismissed: [...decided.values()].flatMap(({ personId, dismissedAt, dismissedBy, dismissal }) =>
        dismissedAt === null
          ? []
          : [{ personId, name: nameOf(personId), reason: dismissal!, by: nameOf(dismissedBy!), at: dismissedAt }],
      ),
      staff: [...staff].flatMap(([personId, name]) =>
        closed.has(personId) || personId === actor.id ? [] : [{ personId, name }],
      ),
    };
  }
}
