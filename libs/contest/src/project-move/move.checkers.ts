import { Grants, type Person, Persons } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { Involvement } from '../involvement/involvement.js';
import type { Project } from '../project/project.entity.js';
import { checkersMoved, type Placement } from './move.rules.js';

/** Whose projects a move changes: organisers and checkers of one region, checkers of one division. */
@Injectable()
export class MoveCheckers {
  constructor(
    private readonly grants: Grants,
    private readonly persons: Persons,
    private readonly involvement: Involvement,
  ) {}

  /** Of what was accepted, organisers alone, since nobody checks it any more; never who belongs to it or is recused from it. */
  async changed(project: Project, from: Placement, to: Placement): Promise<{ lose: Person[]; gain: Person[] }> {
    const here = { scopeType: 'edition', scopeId: project.editionId } as const;
    const everywhere = await this.grants.personsWithAny([
      { role: 'checker', ...here },
      { role: 'contest_organiser', ...here },
      { role: 'contest_organiser', scopeType: 'system', scopeId: '' },
    ]);
    const checked = project.state !== 'accepted';
    const before = await this.reaching(project.editionId, from, checked);
    const after = await this.reaching(project.editionId, to, checked);
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

  private async reaching(editionId: string, { region, division }: Placement, checked: boolean): Promise<string[]> {
    const inRegion = `${editionId}/${region}`;
    const organisers = await this.grants.personsWith('contest_organiser', 'region', inRegion);
    if (!checked) return organisers;
    return [
      ...organisers,
      ...(await this.grants.personsWith('checker', 'region', inRegion)),
      ...(await this.grants.personsWith('checker', 'division', `${editionId}/${division}`)),
    ];
  }
}
