import type { LocalText, Scopes, ScopeType } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';

/** A place that a role can be limited to. */
export interface ScopePlace {
  label: LocalText;
  /** Every place it lies in, itself included: a session's edition and region, a region's edition. */
  within: Scopes;
}

/** Answers the place of that id, or `undefined` where there is none. */
export type ScopeFinder = (scopeId: string) => Promise<ScopePlace | undefined>;

/** Where each domain registers how its kind of scope is found, in `onModuleInit`. */
@Injectable()
export class ScopePlaces {
  private readonly finders = new Map<ScopeType, ScopeFinder>();

  register(scopeType: Exclude<ScopeType, 'system'>, finder: ScopeFinder): void {
    this.finders.set(scopeType, finder);
  }

  /** The place, or `undefined` where it does not exist or nobody knows its kind. */
  async find(scopeType: ScopeType, scopeId: string): Promise<ScopePlace | undefined> {
    if (scopeType === 'system')
      return scopeId === '' ? { label: { zh: '全系统', en: 'Whole system' }, within: {} } : undefined;
    return this.finders.get(scopeType)?.(scopeId);
  }
}
