import { type Actor, failure } from '@haishi/contracts';
import type { Person } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import type { ClosedBy } from '../involvement/closed.rules.js';
import { FreeOthers } from '../involvement/free-others.js';
import { Involvement } from '../involvement/involvement.js';
import type { NoticeItem, NoticeObjection } from './public-notice.entity.js';

/** Projects that are closed to somebody, each with why. */
export type Closed = ReadonlyMap<string, ClosedBy>;

/** What an organiser has a tie to on the list of a notice. */
export interface ListTies {
  /** The listed projects that are closed to them, each with why. */
  closed: Closed;
  /** Their numbers. */
  numbers: string[];
  /** Whether what is done with the whole list is left to an organiser without a tie to any of it. */
  othersAct: boolean;
}

/** What is about to be published, or is listed by now. */
export interface List {
  editionId: string;
  listed: readonly Pick<NoticeItem, 'projectId' | 'number'>[];
}

/** How an organiser stands to an objection. */
export interface AnswerTies {
  /** Whether it is kept from them, and answered by others. */
  withheld: boolean;
  /** The numbers of the projects that it is about and they have a tie to. */
  numbers: string[];
}

type Concern = Pick<NoticeObjection, 'projectId' | 'personId'>;

/**
 * Organisers with a tie to a project on a public notice 利害关系. What is objected to that project is left to an organiser without
 * a tie to it, and what is done with the whole list to one without a tie to any of it, while there is one. Where there is none
 * the contest must go on, and the audit keeps to what who acted was tied. Who handed the project in or is one of its people
 * never answers for it, nor does who objected; of the whole list neither answers while an organiser is there who belongs to none of it.
 */
@Injectable()
export class NoticeTies {
  constructor(
    private readonly involvement: Involvement,
    private readonly others: FreeOthers,
  ) {}

  /** Whether the actor has a tie to one project. */
  async to(actor: Actor, projectId: string): Promise<boolean> {
    return (await this.involvement.conflicts(actor, [projectId])).has(projectId);
  }

  /** What of all that is listed is closed to the actor. */
  closedTo(actor: Actor, lists: readonly List[]): Promise<Closed> {
    return this.involvement.closedTo(actor, [...new Set(lists.flatMap(idsOf))]);
  }

  /** In the order of the lists. */
  async of(actor: Actor, lists: readonly List[]): Promise<ListTies[]> {
    const closed = await this.closedTo(actor, lists);
    return Promise.all(lists.map((list) => this.ofOne(actor, list, closed)));
  }

  /**
   * The numbers of the listed projects that the actor has a tie to, where they act on the whole list nevertheless. Fails with
   * `public_notice.others_act` where an organiser without a tie could.
   */
  async assertActs(actor: Actor, list: List): Promise<string[]> {
    const [ties] = await this.of(actor, [list]);
    if (ties!.othersAct) throw othersAct(ties!.numbers);
    return ties!.numbers;
  }

  /**
   * How the actor stands to objections to a list, in their order. What they filed themselves is not kept from them.
   *
   * @param closed as {@link closedTo} answered, where it was asked before
   */
  async answering(
    actor: Actor,
    list: List,
    objections: readonly Concern[],
    closed: Closed | null = null,
  ): Promise<AnswerTies[]> {
    const why = closed ?? (await this.closedTo(actor, [list]));
    const organisers = why.size > 0 ? await this.othersThan(actor, list) : [];
    const asked = new Map<string, Promise<boolean>>();
    const othersAnswer = (
      { projectId, personId }: Concern,
      about: readonly string[],
      belongs: boolean,
    ): Promise<boolean> => {
      const others = organisers.filter(({ id }) => id !== personId);
      // Who objected seldom organises, so that one answer does for most objections to a project.
      const key = `${projectId} ${others.length < organisers.length ? personId : ''}`;
      if (!asked.has(key))
        asked.set(
          key,
          belongs ? this.involvement.someOutside(others, about) : this.involvement.someFree(others, about),
        );
      return asked.get(key)!;
    };
    return Promise.all(
      objections.map(async (one): Promise<AnswerTies> => {
        const { projectId, personId } = one;
        const about = list.listed.filter((item) => projectId === null || item.projectId === projectId);
        const numbers = about.flatMap((item) => (why.has(item.projectId) ? [item.number] : [])).sort();
        if (numbers.length === 0 || personId === actor.id) return { withheld: false, numbers };
        const belongs = about.some((item) => why.get(item.projectId) === 'belongs');
        if (projectId !== null && belongs) return { withheld: true, numbers };
        return { withheld: await othersAnswer(one, idsOf({ listed: about }), belongs), numbers };
      }),
    );
  }

  /**
   * The numbers of what an objection is about that the actor has a tie to, where they answer it nevertheless. Fails with
   * `public_notice.conflict` for who filed it and where it is about one project, and with `public_notice.others_act` where it is
   * about the whole list.
   */
  async assertAnswers(actor: Actor, list: List, objection: Concern): Promise<string[]> {
    if (objection.personId === actor.id) throw failure('public_notice.conflict');
    const [ties] = await this.answering(actor, list, [objection]);
    const { withheld, numbers } = ties!;
    if (withheld && objection.projectId !== null) throw failure('public_notice.conflict');
    if (withheld) throw othersAct(numbers);
    return numbers;
  }

  private async ofOne(actor: Actor, list: List, closed: Closed): Promise<ListTies> {
    const tied = list.listed.filter(({ projectId }) => closed.has(projectId));
    return {
      closed: new Map(tied.map(({ projectId }) => [projectId, closed.get(projectId)!])),
      numbers: tied.map(({ number }) => number).sort(),
      othersAct: tied.length > 0 && (await this.involvement.someFree(await this.othersThan(actor, list), idsOf(list))),
    };
  }

  private async othersThan(actor: Actor, { editionId }: List): Promise<Person[]> {
    return (await this.others.organisers(editionScopes(editionId))).filter(({ id }) => id !== actor.id);
  }
}

const idsOf = ({ listed }: Pick<List, 'listed'>): string[] => listed.map(({ projectId }) => projectId);

const othersAct = (numbers: readonly string[]) => failure('public_notice.others_act', { params: { numbers } });

/** What the audit keeps of ties of who acted nevertheless. */
export const tiedTo = (tied: readonly string[]) => (tied.length > 0 ? { tied } : {});
