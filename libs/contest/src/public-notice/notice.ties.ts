import { type Actor, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import { FreeOthers } from '../involvement/free-others.js';
import { Involvement } from '../involvement/involvement.js';
import type { NoticeItem } from './public-notice.entity.js';

/** What an organiser has a tie to on the list of a notice. */
export interface ListTies {
  /** The listed projects that are closed to them. */
  closed: ReadonlySet<string>;
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

/**
 * Organisers with a tie to a project on a public notice 利害关系. On that project they decide nothing. What is done with the whole
 * list is left to an organiser without a tie to any of it, while there is one. Where there is none the contest must go on, and
 * the audit keeps to what who acted was tied.
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

  /** In the order of the lists. */
  async of(actor: Actor, lists: readonly List[]): Promise<ListTies[]> {
    const ids = lists.flatMap(({ listed }) => listed.map(({ projectId }) => projectId));
    const conflicts = await this.involvement.conflicts(actor, [...new Set(ids)]);
    return Promise.all(lists.map((list) => this.ofOne(actor, list, conflicts)));
  }

  /**
   * The numbers of the listed projects that the actor has a tie to, where they act on the whole list nevertheless. Fails with
   * `public_notice.others_act` where an organiser without a tie could.
   */
  async assertActs(actor: Actor, list: List): Promise<string[]> {
    const [ties] = await this.of(actor, [list]);
    const { numbers, othersAct } = ties!;
    if (othersAct) throw failure('public_notice.others_act', { params: { numbers } });
    return numbers;
  }

  private async ofOne(actor: Actor, { editionId, listed }: List, conflicts: ReadonlySet<string>): Promise<ListTies> {
    const tied = listed.filter(({ projectId }) => conflicts.has(projectId));
    return {
      closed: new Set(tied.map(({ projectId }) => projectId)),
      numbers: tied.map(({ number }) => number).sort(),
      othersAct:
        tied.length > 0 &&
        (await this.others.organise(
          actor,
          editionScopes(editionId),
          listed.map(({ projectId }) => projectId),
        )),
    };
  }
}

/** What the audit keeps of ties of who acted nevertheless. */
export const tiedTo = (tied: readonly string[]) => (tied.length > 0 ? { tied } : {});
