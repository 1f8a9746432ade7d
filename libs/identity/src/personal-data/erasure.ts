import { type Actor, failure } from '@haishi/contracts';
import { UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Accounts } from '../account/accounts.js';
import { Grants } from '../grant/grants.js';
import { PersonalData } from './personal-data.js';

/** Deletion of a person at their own request. */
@Injectable()
export class Erasure {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly grants: Grants,
    private readonly data: PersonalData,
  ) {}

  /**
   * Erases the actor in every domain at once, or not at all. Fails with `identity.roles_held` while they hold a role,
   * or as `Accounts.assertOwner` does.
   */
  async eraseSelf(actor: Actor, password: string | undefined): Promise<void> {
    await this.accounts.assertOwner(actor, password);
    await this.uow.run(actor, async (work) => {
      if ((await this.grants.of(actor.id)).length > 0) throw failure('identity.roles_held');
      await this.data.erase(work, actor.id);
    });
  }
}
