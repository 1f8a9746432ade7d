import type { Edition } from '@haishi/contest';
import { type Person, RoleGrant } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { EditionPart } from './edition.part.js';
import type { Load } from './load.js';
import { PastAwardsPart } from './past-awards.part.js';
import { type FinalCrew, PastFinalPart } from './past-final.part.js';
import { chineseName, foreignName } from './people.js';
import { newPerson, storePersons } from './persons.js';
import { planContent, type ProjectPlan, regionOf } from './project-plan.js';
import { type AcceptedProject, ProjectsPart } from './projects.part.js';

/** Of each division. Few, with as few judges as a valid score takes: a newcomer waits for each. */
const FINALISTS = 4;
const JUDGES = 5;
/** Since when those of the edition before have had an account, in days. */
const REGISTERED = 620;
/** When projects were handed in, in days before the load: while registration was open. */
const HANDED_IN = [515, 565] as const;

/** The edition before: over, its winners published, its gallery open to anybody. */
@Injectable()
export class PastEditionPart {
  constructor(
    private readonly editions: EditionPart,
    private readonly projects: ProjectsPart,
    private readonly final: PastFinalPart,
    private readonly awards: PastAwardsPart,
  ) {}

  async load(load: Load, location: URL, organiser: Person): Promise<void> {
    load.begin('上一届 the edition before');
    const edition = await this.editions.loadPast(load, location);
    const crew = await this.crew(load, edition, organiser);
    const finalists = await this.enter(load, edition, crew);
    await this.final.load(load, edition, crew, finalists);
    await this.awards.load(load, edition, organiser);
  }

  private async crew(load: Load, edition: Edition, organiser: Person): Promise<FinalCrew & { checker: Person }> {
    const person = (login: string) => newPerson(load, chineseName(load.random), `past-${login}`, REGISTERED);
    const [checker, chair] = [person('checker'), person('chair')];
    const judges = Array.from({ length: JUDGES }, (_, index) => person(`judge${index + 1}`));
    await storePersons(load, [checker, chair, ...judges]);
    await load.insert(
      RoleGrant,
      judges.map(({ id: personId, createdAt: grantedAt }) => ({
        id: load.id(grantedAt),
        personId,
        role: 'judge' as const,
        scopeType: 'edition' as const,
        scopeId: edition.id,
        grantedBy: organiser.id,
        grantedAt,
      })),
    );
    return { organiser, checker, chair, judges };
  }

  /** The projects that came to the final, accepted as they were first handed in. */
  private async enter(load: Load, edition: Edition, { checker }: { checker: Person }): Promise<AcceptedProject[]> {
    const { divisions } = edition.definition;
    const used = { titles: new Set<string>(), names: new Set<string>() };
    const owners: Person[] = [];
    const plans: ProjectPlan[] = [];
    const full = (code: string) => plans.filter(({ content }) => content.division === code).length >= FINALISTS;
    while (!divisions.every(({ code }) => full(code))) {
      const abroad = load.random.chance(30);
      const name = abroad ? foreignName(load.random) : chineseName(load.random);
      const login = `past-entrant${owners.length + 1}`;
      const owner = newPerson(load, name, login, REGISTERED, abroad ? 'en' : 'zh');
      const content = planContent(load, owner, edition.definition, regionOf(load.random, abroad), used);
      if (full(content.division!)) continue;
      const days = load.random.int(...HANDED_IN);
      const accept = { action: 'accept' as const, reasonCode: null, text: '', dueAt: null, at: load.ago(days - 2) };
      owners.push(owner);
      plans.push({
        owner,
        state: 'accepted',
        content,
        createdAt: load.ago(days + 1),
        rounds: [{ at: load.ago(days), decision: accept }],
        withdrawnAt: null,
      });
    }
    await storePersons(load, owners);
    return this.projects.store(load, edition, plans, [checker]);
  }
}
