import { AddressHolders } from '@haishi/identity';
import { Experts } from '@haishi/review';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';

/** Makes an expert known by a mail address alone the person who gets an account under it, or accepts an invitation sent to it. */
@Injectable()
export class ExpertLinks implements OnModuleInit {
  constructor(
    private readonly holders: AddressHolders,
    private readonly experts: Experts,
  ) {}

  onModuleInit(): void {
    this.holders.register(async (work, { mail, personId }) => {
      for (const editionId of await this.experts.link(work, mail, personId))
        await work.event({
          type: 'expert.linked',
          subjectType: 'edition',
          subjectId: editionId,
          scopes: editionScopes(editionId),
          payload: { personId },
        });
    });
  }
}
