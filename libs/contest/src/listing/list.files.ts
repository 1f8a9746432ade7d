import type { Actor } from '@haishi/contracts';
import {
  EventLog,
  type ListFile,
  type ListFormat,
  type ListPart,
  PRIVATE_LIST,
  UnitOfWork,
  writeList,
} from '@haishi/platform';
import { AttemptLimits } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import { type Edition, editionScopes } from '../edition/edition.entity.js';

/** What is exported, of which edition, and how the record of it reads. */
export interface Listing {
  edition: Edition;
  /** Of the file, without its ending. */
  name: string;
  title: string;
  notes?: readonly string[];
  parts: readonly ListPart[];
  /** The edition's where not given. */
  timeZone?: string;
  /** The format is added to its payload. */
  event: { type: string; subjectType?: string; subjectId?: string; payload?: Record<string, unknown> };
}

/** How long a list waits for those who act, between its rows. */
const COURTESY_MS = 10;

/** Makes lists of an edition into files. Each may name persons, so each is recorded before it is made. */
@Injectable()
export class ListFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: EventLog,
    private readonly limits: AttemptLimits,
  ) {}

  /** In the actor's language. It checks nobody: who asks has done so. Fails with `common.too_many_files`. */
  async make(actor: Actor, format: ListFormat, listing: Listing): Promise<ListFile> {
    const { edition, name, title, notes = [], parts, timeZone = edition.timeZone, event } = listing;
    const { locale } = actor;
    await this.limits.take('list', actor.id);
    await this.log.record(actor, {
      type: event.type,
      subjectType: event.subjectType ?? 'edition',
      subjectId: event.subjectId ?? edition.id,
      scopes: editionScopes(edition.id),
      payload: { format, ...event.payload },
    });
    const list = {
      title,
      subject: locale === 'zh' ? edition.nameZh : edition.nameEn,
      locale,
      timeZone,
      madeAt: new Date(),
      madeBy: actor.name,
      notes: [...notes, PRIVATE_LIST[locale]],
      parts,
    };
    const bytes = await writeList(list, format, () => this.unitOfWork.idle(COURTESY_MS));
    return { name: `${name}.${format}`, format, bytes };
  }
}
