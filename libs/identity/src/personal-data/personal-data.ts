import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';

/** What one domain holds of a person (PIPL 个人信息保护法 art. 45–47: access, copy, deletion). */
export interface PersonalDataHolder {
  /** The name of its part in the export, such as `projects`. */
  readonly name: string;
  /** Everything it holds of the person, as plain JSON. */
  export(personId: string): Promise<unknown>;
  /**
   * Deletes it, or makes it anonymous where the law asks for the record to be kept. Runs in the unit of work that
   * erases the person; may fail to refuse the whole.
   */
  erase(work: Work, personId: string): Promise<void>;
}

/** Where each domain registers what it holds, in `onModuleInit`. */
@Injectable()
export class PersonalData {
  private readonly holders: PersonalDataHolder[] = [];

  register(holder: PersonalDataHolder): void {
    this.holders.push(holder);
  }

  /** Everything held of a person, by domain. */
  async export(personId: string): Promise<Record<string, unknown>> {
    const parts = await Promise.all(
      this.holders.map(async (holder) => [holder.name, await holder.export(personId)] as const),
    );
    return Object.fromEntries(parts);
  }

  /** Lets every domain erase its part, last registered first: upper rooms before those they rest on. */
  async erase(work: Work, personId: string): Promise<void> {
    for (const holder of this.holders.toReversed()) await holder.erase(work, personId);
  }
}
