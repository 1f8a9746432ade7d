import { AttemptLimits } from '@haishi/identity';
import type { TestApp } from './app.js';

/** Has a person do what is limited as often as they may of late. */
export async function exhaust(app: TestApp, limited: 'list' | 'paper', personId: string): Promise<void> {
  const limits = app.get(AttemptLimits);
  while (await limits.isBelow(limited, personId)) await limits.count(limited, personId);
}
