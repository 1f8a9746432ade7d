import { Grants, type Person, Persons } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { Involvement } from '../involvement/involvement.js';
import type { Project } from '../project/project.entity.js';
import { checkersMoved, type Placement } from './move.rules.js';

/** Roles that check the projects of a region; of a division only checkers do. */
const REGION_ROLES = ['checker', 'contest_organiser'] as const;

/** Whose tasks a move changes: checkers of one region or division. */
@Injectable()
export class MoveCheckers {
  constructor(
    private readonly grants: Grants,
    private readonly persons: Persons,
    private readonly involvement: Involvement,
  ) {}

  /** Nobody where the project does not wait for its check; who belongs to it or is recused from it never does. */
  async changed(project: Project, from: Placement, to: Placement): Promise<{ lose: Person[]; gain: Person[] }> {
    if (project.state !== 'submitted') return { lose: [], gain: [] };
    const here = { scopeType: 'edition', scopeId: project.editionId } as const;
    const everywhere = await this.grants.personsWithAny([
      { role: 'checker', ...here },
      { role: 'contest_organiser', ...here },
      { role: 'contest_organiser', scopeType: 'system', scopeId: '' },
    ]);
    const before = await this.reaching(project.editionId, from);
    const after = await this.reaching(project.editionId, to);
    const { lose, gain } = checkersMoved(before, after, everywhere);
    const found = await this.persons.byIds([...lose, ...gain]);
    const concerned = async (ids: readonly string[]) => {
      const people: Person[] = [];
      for (const id of ids) {
        const person = found.get(id);
        if (person?.state !== 'active') continue;
        if ((await this.involvement.conflicts({ kind: 'person', id }, [project.id])).size === 0) people.push(person);
      }
      return people;
    };
    return { lose: await concerned(lose), gain: await concerned(gain) };
  }

  private async reaching(editionId: string, { region, division }: Placement): Promise<string[]> {
    const found = [await this.grants.personsWith('checker', 'division', `${editionId}/${division}`)];
    for (const role of REGION_ROLES)
      found.push(await this.grants.personsWith(role, 'region', `${editionId}/${region}`));
    return found.flat();
  }
}
