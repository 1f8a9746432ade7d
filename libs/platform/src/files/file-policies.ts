import { Injectable } from '@nestjs/common';
import type { Actor } from '@haishi/contracts';
import type { FileType } from './content/file-types.js';
import type { StoredFile } from './file.entity.js';

/** What files of one purpose may be, declared by the domain that uses them. */
export interface FilePolicy {
  /** Such as `project.plan`. */
  purpose: string;
  maxBytes: number;
  types: readonly FileType[];
  /** Whether each look at it by another than its owner is recorded, as the law asks for personal data. */
  personal?: boolean;
}

/** Whether `actor`, who is not the file's owner, may read a file that is in use. */
export type FileVoter = (actor: Actor, file: StoredFile) => boolean | Promise<boolean>;

/** Where domains declare, in `onModuleInit`, what may be uploaded for which purpose. */
@Injectable()
export class FilePolicies {
  private readonly policies = new Map<string, FilePolicy>();

  /** @throws Error where another policy has that purpose */
  register(...policies: readonly FilePolicy[]): void {
    for (const policy of policies) {
      if (this.policies.has(policy.purpose))
        throw new Error(`There are two policies for files of purpose ${policy.purpose}.`);
      this.policies.set(policy.purpose, policy);
    }
  }

  find(purpose: string): FilePolicy | undefined {
    return this.policies.get(purpose);
  }
}

/** Where domains declare, in `onModuleInit`, who else may read files of a purpose. Without a voice it is the owner alone. */
@Injectable()
export class FileAccess {
  private readonly voters = new Map<string, FileVoter>();

  /** @throws Error where another voter has that purpose */
  register(purpose: string, voter: FileVoter): void {
    if (this.voters.has(purpose)) throw new Error(`There are two voters for files of purpose ${purpose}.`);
    this.voters.set(purpose, voter);
  }

  /** Whether `actor` may read `file`: its owner always, others once it is in use and the purpose's voter says so. */
  async mayRead(actor: Actor, file: StoredFile): Promise<boolean> {
    if (actor.kind === 'system' || (actor.kind === 'person' && file.ownerId === actor.id)) return true;
    if (file.subjectId === null) return false;
    return (await this.voters.get(file.purpose)?.(actor, file)) ?? false;
  }
}
