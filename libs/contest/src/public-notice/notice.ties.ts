import { type Actor, failure } from '@haishi/contracts';
import type { Person } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import type { ClosedBy } from '../involvement/closed.rules.js';
import { type ActTies, FreeOthers } from '../involvement/free-others.js';
import { Involvement } from '../involvement/involvement.js';
import { ORGANISING } from '../involvement/organising.js';
import type { NoticeItem, NoticeObjection } from './public-notice.entity.js';

/** Projects that are closed to somebody, each with why. */
export type Closed = ReadonlyMap<string, ClosedBy>;

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
 * Organisers with a tie to a project on a public notice 利害关系. What is done with the whole list, and what is objected to all of
 * it, they leave to others as {@link FreeOthers.acting} says; what is objected to one project to who has no tie to it, while there is
 * one. Where there is none the contest must go on, and the audit keeps to what who acted was tied. But who handed a project in or
 * is one of its people never answers for it, nor does who objected: where nobody else is there, it waits until another organiser is
 * appointed.
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

  /** How the actor stands to what is done with a whole list, in the order of the lists. */
  of(actor: Actor, lists: readonly List[]): Promise<ActTies[]> {
    const acts = lists.map(({ editionId, listed }) => ({ within: editionScopes(editionId), about: listed }));
    return this.others.acting(actor, ORGANISING, acts);
  }

  /**
   * The numbers of the listed projects that the actor has a tie to, where they act on the whole list nevertheless. Fails with
   * `public_notice.others_act` where it is left to others, and with `public_notice.own_listed` where the actor belongs to some of it.
   */
  async assertActs(actor: Actor, list: List): Promise<string[]> {
    const [ties] = await this.of(actor, [list]);
    if (ties!.othersAct) throw othersAct(list, ties!.closed);
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
    const all = closed ?? (await this.closedTo(actor, [list]));
    const organisers = all.size > 0 ? await this.organisers(list.editionId) : [];
    const asked = new Map<string, Promise<boolean>>();
    const leaves = ({ projectId, personId }: Concern, ties: Closed, about: readonly string[]): Promise<boolean> => {
      const others = organisers.filter(({ id }) => id !== personId);
      // Who objected seldom organises, so that one answer does for most objections to a project.
      const key = `${projectId} ${others.length < organisers.length ? personId : ''}`;
      if (!asked.has(key)) asked.set(key, this.others.leaves(ties, others, about));
      return asked.get(key)!;
    };
    return Promise.all(
      objections.map(async (one): Promise<AnswerTies> => {
        const about = list.listed.filter(({ projectId }) => projectId === (one.projectId ?? projectId));
        const tied = about.filter(({ projectId }) => all.has(projectId));
        const ties: Closed = new Map(tied.map(({ projectId }) => [projectId, all.get(projectId)!]));
        const numbers = tied.map(({ number }) => number).sort();
        if (numbers.length === 0 || one.personId === actor.id) return { withheld: false, numbers };
        if (one.projectId !== null && ties.get(one.projectId) === 'belongs') return { withheld: true, numbers };
        return { withheld: await leaves(one, ties, idsOf({ listed: about })), numbers };
      }),
    );
  }

  /**
   * The numbers of what an objection is about that the actor has a tie to, where they answer it nevertheless. Fails with
   * `public_notice.conflict` for who filed it and where it is about one project, as {@link assertActs} does where it is about the whole
   * list, and with `public_notice.nobody_answers` where it waits for another organiser.
   */
  async assertAnswers(actor: Actor, list: List, objection: Concern): Promise<string[]> {
    const closed = await this.closedTo(actor, [list]);
    const [ties] = await this.answering(actor, list, [objection], closed);
    const { withheld, numbers } = ties!;
    if (objection.personId !== actor.id && !withheld) return numbers;
    if ((await this.waiting(list.editionId, [objection])).length > 0) throw failure('public_notice.nobody_answers');
    if (objection.personId === actor.id || objection.projectId !== null) throw failure('public_notice.conflict');
    throw othersAct(list, closed);
  }

  /** Those of the objections that none of an edition's organisers may answer, so that they wait until another is appointed. */
  async waiting<Objection extends Concern>(
    editionId: string,
    objections: readonly Objection[],
  ): Promise<readonly Objection[]> {
    if (objections.length === 0) return objections;
    let waiting = objections;
    for (const { id } of await this.organisers(editionId)) {
      const about = [...new Set(waiting.flatMap(({ projectId }) => projectId ?? []))];
      const closed = await this.involvement.closedTo({ kind: 'person', id }, about);
      waiting = waiting.filter(
        ({ projectId, personId }) => personId === id || closed.get(projectId ?? '') === 'belongs',
      );
      if (waiting.length === 0) break;
    }
    return waiting;
  }

  private organisers(editionId: string): Promise<Person[]> {
    return this.others.able(ORGANISING, editionScopes(editionId));
  }
}

const idsOf = ({ listed }: Pick<List, 'listed'>): string[] => listed.map(({ projectId }) => projectId);

function othersAct({ listed }: List, closed: Closed) {
  const numbersOf = (those: (why: ClosedBy | undefined) => boolean) =>
    listed.flatMap(({ projectId, number }) => (those(closed.get(projectId)) ? [number] : [])).sort();
  const own = numbersOf((why) => why === 'belongs');
  return own.length > 0
    ? failure('public_notice.own_listed', { params: { numbers: own } })
    : failure('public_notice.others_act', { params: { numbers: numbersOf((why) => why !== undefined) } });
}

/** What the audit keeps of ties of who acted nevertheless. */
export const tiedTo = (tied: readonly string[]) => (tied.length > 0 ? { tied } : {});
