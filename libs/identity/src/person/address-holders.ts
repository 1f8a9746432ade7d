import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';

/** A mail address that was proved to be somebody's: by a new account under it, or by the link that was sent to it. */
export interface HeldAddress {
  /** In normal form. */
  mail: string;
  personId: string;
}

/** Told in the transaction by which the address becomes the person's. */
export type HolderListener = (work: Work, held: HeldAddress) => Promise<void>;

/** Where domains that know people by a mail address alone register, in `onModuleInit`, to learn whose it is. */
@Injectable()
export class AddressHolders {
  private readonly listeners: HolderListener[] = [];

  register(listener: HolderListener): void {
    this.listeners.push(listener);
  }

  async tell(work: Work, held: HeldAddress): Promise<void> {
    for (const listener of this.listeners) await listener(work, held);
  }
}
