import { failure } from '@haishi/contracts';
import { Database, type Work } from '@haishi/platform';
import { dayAt } from '@haishi/reference';
import { Injectable } from '@nestjs/common';
import { Equal, In, Not } from 'typeorm';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { DuplicateQueries } from '../duplicates/duplicates.queries.js';
import { Project } from '../project/project.entity.js';
import type { ProjectState } from '../project/project.rules.js';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import { explain, type Explanation, refusing, rulesOf, type RuleSurroundings, unmetCount } from './evaluate.rules.js';

/** What of a project rules are held against, in whichever version. */
export type RuledContent = Pick<ProjectSnapshot, 'group' | 'organisation' | 'members' | 'answers'>;

/** In these a project takes part, or still may. */
const TAKING_PART: readonly ProjectState[] = ['submitted', 'returned', 'accepted'];

/** Holds projects against the conditions of entry of their edition. */
@Injectable()
export class RuleCheck {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionQueries,
    private readonly duplicates: DuplicateQueries,
  ) {}

  /** What each rule makes of `content`, a version of `project`; for staff with the numbers of others' projects. */
  async explain(
    edition: Edition,
    project: Pick<Project, 'id' | 'editionId' | 'ownerId'>,
    content: RuledContent,
    { forStaff }: Pick<RuleSurroundings, 'forStaff'>,
  ): Promise<Explanation[]> {
    const rules = rulesOf(edition.definition, content.group);
    if (rules.length === 0) return [];
    const asks = (by: 'owner' | 'organisation') => rules.some((one) => one.kind === 'onePerEntrant' && one.by === by);
    const { country, code } = content.organisation;
    const others = {
      owner: asks('owner') ? await this.numbers(edition.id, project.id, { ownerId: Equal(project.ownerId) }) : [],
      organisation:
        asks('organisation') && code !== ''
          ? await this.numbers(edition.id, project.id, {
              organisationCountry: Equal(country),
              organisationCode: Equal(code),
            })
          : [],
    };
    // Nobody proved the address of a leader that another account wrote: it refuses no one, and tells no entrant who else enters.
    const alike = forStaff && asks('owner') ? await this.duplicates.ofSameEntrant(project, content) : [];
    const suspected = alike
      .filter(({ state }) => TAKING_PART.includes(state))
      .map(({ number }) => number)
      .sort();
    const { closesAt } = await this.editions.submissionStage(edition.id);
    const closingDay = dayAt(closesAt ?? new Date(), edition.timeZone);
    const { group, organisation, members, answers = {} } = content;
    return explain(
      edition.definition,
      { group, organisation, members, answers },
      { closingDay, others, suspected, forStaff },
    );
  }

  /**
   * Fails with `project.not_eligible`, naming every rule that refuses the project; otherwise keeps how many it fails,
   * for its checkers' list. Who calls it holds the edition's row, so that no other project of the entrant slips in.
   */
  async assertTaken(work: Work, edition: Edition, project: Project, content: RuledContent): Promise<void> {
    const explanations = await this.explain(edition, project, content, { forStaff: false });
    await this.settle(work, project, explanations, refusing(explanations));
  }

  /**
   * As {@link RuleCheck.assertTaken}, for a project that was taken and passes to the owner that `project` names: of the
   * rules that refuse, only those about who hands it in.
   */
  async assertMayPass(work: Work, edition: Edition, project: Project, content: RuledContent): Promise<void> {
    const explanations = await this.explain(edition, project, content, { forStaff: false });
    const against = refusing(explanations).filter(({ kind }) => kind === 'onePerEntrant');
    await this.settle(work, project, explanations, against);
  }

  private async settle(
    work: Work,
    project: Project,
    explanations: readonly Explanation[],
    against: readonly Explanation[],
  ): Promise<void> {
    if (against.length > 0)
      throw failure('project.not_eligible', {
        params: { count: against.length },
        fields: against.map(({ code, text, compared }) => ({
          field: `rules.${code}`,
          code: 'project.rule_not_met',
          params: { text, compared },
        })),
      });
    await work.manager.update(Project, project.id, { unmetRules: unmetCount(explanations) });
  }

  private async numbers(editionId: string, projectId: string, where: object): Promise<string[]> {
    const found = await this.database.manager.find(Project, {
      select: { id: true, number: true },
      where: { ...where, editionId: Equal(editionId), id: Not(Equal(projectId)), state: In([...TAKING_PART]) },
      order: { number: 'ASC' },
      take: 20,
    });
    return found.map(({ number }) => number!);
  }
}
