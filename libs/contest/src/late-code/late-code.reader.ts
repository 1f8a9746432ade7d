import type { Actor } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { assertAllowed, isAllowed } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { editionScopes, projectScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { Involvement } from '../involvement/involvement.js';
import type { LateCodesView, LateCodeUseView } from './late-code.dto.js';
import type { LateCodeUse } from './late-code.entity.js';
import { LateCodeQueries } from './late-code.queries.js';
import { lateCodeState } from './late-code.rules.js';

/** The late codes of an edition, as its organisers find them. */
@Injectable()
export class LateCodeReader {
  constructor(
    private readonly queries: LateCodeQueries,
    private readonly editions: EditionQueries,
    private readonly persons: Persons,
    private readonly involvement: Involvement,
  ) {}

  async ofEdition(actor: Actor, editionName: string): Promise<LateCodesView> {
    const edition = await this.editions.getByName(editionName);
    assertAllowed(actor, 'edition.manage', editionScopes(edition.id));
    const codes = await this.queries.ofEdition(edition.id);
    const uses = await this.queries.uses(codes.map(({ id }) => id));
    const found = await this.queries.projects(uses.map(({ projectId }) => projectId));
    const projects = new Map(found.map((project) => [project.id, project]));
    const names = await this.persons.byIds([...codes.map(({ madeBy }) => madeBy), ...uses.map(({ byId }) => byId)]);
    const closed = new Set(await this.involvement.closedIn(actor, edition.id));
    const nameOf = (id: string) => names.get(id)?.name ?? '';
    const useView = ({ projectId, byId, at }: LateCodeUse): LateCodeUseView => {
      if (closed.has(projectId)) return { at, by: '', number: null, projectId: null };
      const project = projects.get(projectId);
      const number = project?.number ?? null;
      const opens = project && number !== null && isAllowed(actor, 'project.read', projectScopes(project));
      return { at, by: nameOf(byId), number, projectId: opens ? projectId : null };
    };
    const usesOf = Map.groupBy(uses, ({ codeId }) => codeId);
    const now = new Date();
    return {
      timeZone: edition.timeZone,
      open: edition.state === 'open',
      codes: codes.map(({ codeHash: _hash, editionId: _edition, revokedBy: _by, ...code }) => ({
        ...code,
        state: lateCodeState(code, now),
        madeBy: nameOf(code.madeBy),
        projects: (usesOf.get(code.id) ?? []).map(useView),
      })),
    };
  }
}
