import { Injectable } from '@nestjs/common';
import type { Actor } from '@haishi/contracts';
import type { NewEvent, StoredEvent } from './event.entity.js';
import { currentWork } from './open-work.js';
import { PersonalVault } from './personal/personal-vault.js';
import { Database, UnitOfWork } from './unit-of-work.js';

/** An event with what was sealed in it. */
export interface RevealedEvent extends StoredEvent {
  /** The values of the person `personId`; null where there are none or that person's key was erased. */
  personal: Record<string, unknown> | null;
}

/** The audit trail outside of commands: refusals and looks at personal data go in, the audit page reads. */
@Injectable()
export class EventLog {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly vault: PersonalVault,
  ) {}

  /**
   * Records what is no command (a refusal, a look at personal data) in a transaction of its own. Inside a unit of work
   * it is recorded once that has ended, whichever way, and the promise resolves at once.
   */
  async record(actor: Actor, event: NewEvent): Promise<void> {
    const append = async () => void (await this.uow.run(actor, (work) => work.event(event)));
    const open = currentWork();
    if (open) open.ended.push(append);
    else await append();
  }

  /**
   * Reads the keys to what is sealed in `events`. What is answered opens the sealed parts of one of them: the name of the
   * person who acted, and personal values. An erased name reads as empty.
   */
  async revealer(events: readonly StoredEvent[]): Promise<(event: StoredEvent) => RevealedEvent> {
    const persons = events.flatMap(({ sealed }) => (sealed ?? []).map(({ personId }) => personId));
    const open = await this.vault.opener(this.database, persons);
    return (event) => {
      const found = new Map(
        (event.sealed ?? []).map((part) => [part.part, open({ ...part, context: `${event.id}:${part.part}` })]),
      );
      return {
        ...event,
        actorName: String(found.get('actor')?.['name'] ?? event.actorName),
        personal: found.get('values') ?? null,
      };
    };
  }
}
