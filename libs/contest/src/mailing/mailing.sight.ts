import type { Actor } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { ClosedBy } from '../involvement/closed.rules.js';
import { Involvement } from '../involvement/involvement.js';
import { Project } from '../project/project.entity.js';
import { type Addressee, OF_NO_PROJECT } from './mailing.rules.js';

type Told = Pick<Addressee, 'projectId' | 'name' | 'mail' | 'title' | 'number'>;

/** Why nothing is told of a recipient; null where they are named. */
export interface Seen {
  closed: ClosedBy | null;
}

const AT_ONCE = 100;

/** What who writes to many learns of the projects that they write to 回避, which a message reaches all the same. */
@Injectable()
export class MailingSight {
  constructor(
    private readonly database: Database,
    private readonly involvement: Involvement,
  ) {}

  /** Without a name where the project is closed to the actor, without a title where it was never handed in. */
  async of<Row extends Told>(actor: Actor, rows: readonly Row[]): Promise<(Row & Seen)[]> {
    const ids = [...new Set(rows.flatMap(({ projectId }) => projectId ?? []))];
    const closed = await this.involvement.closedTo(actor, ids);
    const drafts = await this.drafts(ids);
    return rows.map((row) => {
      const why = closed.get(row.projectId ?? '') ?? null;
      if (why) return { ...row, ...OF_NO_PROJECT, name: '', mail: '', closed: why };
      return { ...row, ...(drafts.has(row.projectId ?? '') ? OF_NO_PROJECT : {}), closed: null };
    });
  }

  /** The first few whom the actor may know, and how many before them are closed to the actor. */
  async first<Row extends Told>(
    actor: Actor,
    rows: readonly Row[],
    most: number,
  ): Promise<{ shown: Row[]; passedOver: number }> {
    const shown: Row[] = [];
    let passedOver = 0;
    for (let start = 0; start < rows.length && shown.length < most; start += AT_ONCE)
      for (const one of await this.of(actor, rows.slice(start, start + AT_ONCE))) {
        if (shown.length === most) break;
        if (one.closed) passedOver += 1;
        else shown.push(one);
      }
    return { shown, passedOver };
  }

  /** Drafts belong to their owners alone. */
  private async drafts(ids: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const found = await this.database.manager.find(Project, {
      select: { id: true },
      where: { id: In([...ids]), submittedAt: IsNull() },
    });
    return new Set(found.map(({ id }) => id));
  }
}
