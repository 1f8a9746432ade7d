import { failure } from '@haishi/contracts';
import { Database, type Work } from '@haishi/platform';
import { dayAt } from '@haishi/reference';
import { Injectable } from '@nestjs/common';
import { Equal, In, Not } from 'typeorm';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { DuplicateQueries } from '../duplicates/duplicates.queries.js';
import { Project, ProjectSubmission } from '../project/project.entity.js';
import type { ProjectState } from '../project/project.rules.js';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import { EarlierAwards } from './earlier-awards.js';
import {
  countsOf,
  explain,
  type Explanation,
  refusing,
  type RuleCounts,
  rulesOf,
  type RuleSurroundings,
} from './evaluate.rules.js';

/** What of a project rules are held against, in whichever version. */
export type RuledContent = Pick<ProjectSnapshot, 'group' | 'organisation' | 'members' | 'answers'>;

/** Another project of the edition. */
interface Other {
  id: string;
  number: string;
  state: ProjectState;
}

/** In these a project takes part, or still may. */
const TAKING_PART: readonly ProjectState[] = ['submitted', 'returned', 'accepted'];

const WAITING: readonly ProjectState[] = ['submitted'];

const MOST_NUMBERS = 20;

/** Holds projects against the conditions of entry of their edition. */
@Injectable()
export class RuleCheck {
  constructor(
    private readonly database: Database,
    private readonly editions: EditionQueries,
    private readonly duplicates: DuplicateQueries,
    private readonly awards: EarlierAwards,
  ) {}

  /**
   * What each rule makes of `content`, a version of `project`; for staff with the numbers of others' projects. Of other
   * projects that take part, those that `counts` tells stand against it.
   */
  async explain(
    edition: Edition,
    project: Pick<Project, 'id' | 'editionId' | 'ownerId'>,
    content: RuledContent,
    { forStaff, counts = takesPart }: Pick<RuleSurroundings, 'forStaff'> & { counts?: (other: Other) => boolean },
  ): Promise<Explanation[]> {
    const read = await this.read(edition, project, content, counts);
    return forStaff ? read.staff : read.entrant;
  }

  /** What each rule makes of `content`, as its entrant and as staff read it. */
  private async read(
    edition: Edition,
    project: Pick<Project, 'id' | 'editionId' | 'ownerId'>,
    content: RuledContent,
    counts: (other: Other) => boolean = takesPart,
  ): Promise<Record<'entrant' | 'staff', Explanation[]>> {
    const rules = rulesOf(edition.definition, content.group);
    if (rules.length === 0) return { entrant: [], staff: [] };
    const asks = (by: 'owner' | 'organisation') => rules.some((one) => one.kind === 'onePerEntrant' && one.by === by);
    const others = {
      owner: numbersOf(asks('owner') ? await this.ofOwner(project) : [], counts),
      organisation: numbersOf(
        asks('organisation')
          ? await this.duplicates.ofSameOrganisation(project, content.organisation, TAKING_PART)
          : [],
        counts,
      ),
    };
    // Nobody proved the address of a leader that another account wrote: it refuses no one, and tells no entrant who else enters.
    const alike = asks('owner') ? await this.duplicates.ofSameEntrant(project, content) : [];
    const suspected = numbersOf(alike, takesPart);
    const { closesAt } = await this.editions.submissionStage(edition.id);
    const closing = closesAt ?? new Date();
    const closingDay = dayAt(closing, edition.timeZone);
    const excludes = rules.some(({ kind }) => kind === 'earlierAward');
    const won = excludes ? await this.awards.of(project, content, closing) : {};
    const { group, organisation, members, answers = {} } = content;
    const told = (to: Pick<RuleSurroundings, 'forStaff' | 'suspected'>) =>
      explain(edition.definition, { group, organisation, members, answers }, { closingDay, others, ...won, ...to });
    return {
      entrant: told({ forStaff: false, suspected: [] }),
      staff: told({ forStaff: true, suspected }),
    };
  }

  /**
   * Fails with `project.not_eligible`, naming every rule that refuses the project; otherwise keeps how many it fails and
   * of how many that cannot be told, for its checkers' list. Who calls it holds the edition's row, so that no other project of the entrant slips in.
   */
  async assertTaken(work: Work, edition: Edition, project: Project, content: RuledContent): Promise<void> {
    const { entrant, staff } = await this.read(edition, project, content);
    await this.settle(work, project, staff, refusing(entrant));
  }

  /**
   * As {@link RuleCheck.assertTaken}, for a project that was taken and passes to the owner that `project` names: of the
   * rules that refuse, only those about who hands it in.
   */
  async assertMayPass(work: Work, edition: Edition, project: Project, content: RuledContent): Promise<void> {
    const { entrant, staff } = await this.read(edition, project, content);
    const against = refusing(entrant).filter(({ kind }) => kind === 'onePerEntrant');
    await this.settle(work, project, staff, against);
  }

  /** What rules make of a project as it was handed in last. */
  async counts(edition: Edition, project: Project): Promise<RuleCounts> {
    const content = await this.handedIn(project);
    if (!content) return { unmetRules: null, unknownRules: null };
    return countsOf(await this.explain(edition, project, content, { forStaff: true }));
  }

  /**
   * The ids of other projects that wait for their check, whose condition of a single entry counts `project` as it was handed
   * in last, or cannot tell whether it is of the same person.
   */
  async waitingBeside(edition: Edition, project: Project): Promise<string[]> {
    const asked = new Set((edition.definition.rules ?? []).map((one) => one.kind === 'onePerEntrant' && one.by));
    const owned = asked.has('owner') ? await this.ofOwner(project) : [];
    const content = await this.handedIn(project);
    const alike =
      content && asked.has('organisation')
        ? await this.duplicates.ofSameOrganisation(project, content.organisation, WAITING)
        : [];
    const suspected = content && asked.has('owner') ? await this.duplicates.ofSameEntrant(project, content) : [];
    return [...owned, ...alike, ...suspected].filter(({ state }) => WAITING.includes(state)).map(({ id }) => id);
  }

  /** The rules for which a project cannot be accepted beside those of its entrant that were, or are among `accepted`. */
  async againstAccepting(edition: Edition, project: Project, accepted: ReadonlySet<string>): Promise<Explanation[]> {
    const content = await this.handedIn(project);
    if (!content) return [];
    const explanations = await this.explain(edition, project, content, {
      forStaff: true,
      counts: (other) => other.state === 'accepted' || accepted.has(other.id),
    });
    return refusing(explanations).filter(({ kind }) => kind === 'onePerEntrant');
  }

  private async handedIn({ id, submissions: number }: Project): Promise<RuledContent | undefined> {
    const submission = await this.database.manager.findOneBy(ProjectSubmission, { projectId: Equal(id), number });
    return submission?.snapshot;
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
    await work.manager.update(Project, project.id, countsOf(explanations));
  }

  /** The owner's other projects that take part. */
  private async ofOwner({ id, editionId, ownerId }: Pick<Project, 'id' | 'editionId' | 'ownerId'>): Promise<Other[]> {
    const found = await this.database.manager.find(Project, {
      select: { id: true, number: true, state: true },
      where: {
        editionId: Equal(editionId),
        ownerId: Equal(ownerId),
        id: Not(Equal(id)),
        state: In([...TAKING_PART]),
      },
    });
    return found.map((one) => ({ ...one, number: one.number! }));
  }
}

const takesPart = ({ state }: Other): boolean => TAKING_PART.includes(state);

const numbersOf = (others: readonly Other[], counts: (other: Other) => boolean): string[] =>
  others
    .filter(counts)
    .map(({ number }) => number)
    .sort()
    .slice(0, MOST_NUMBERS);
