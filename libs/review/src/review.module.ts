import { AssignedPairs } from './assigned/assigned-pairs.js';
import { AssignedQueries } from './assigned/assigned.queries.js';
import { Experts } from './expert/experts.js';
import { AssignmentRuns } from './run/assignment-runs.js';
import { SheetDrafts } from './sheet/sheet-drafts.js';
import { Global, Module } from '@nestjs/common';
import { Panels } from './panel/panels.js';
import { Recusals } from './recusal/recusals.js';
import { Results } from './result/results.js';
import { ReviewQueries } from './review.queries.js';
import { Keyings } from './sheet/keyings.js';
import { SheetStore } from './sheet/sheet-store.js';
import { Sheets } from './sheet/sheets.js';
import { Strikes } from './sheet/strikes.js';
import { TieRulings } from './ranking/rulings.js';

const PUBLIC = [
  Panels,
  Recusals,
  Results,
  Sheets,
  Keyings,
  Strikes,
  TieRulings,
  ReviewQueries,
  AssignedPairs,
  AssignedQueries,
  AssignmentRuns,
  Experts,
  SheetDrafts,
];

/** The scoring engine of any contest or programme. It has no routes: rooms above serve their own. */
@Global()
@Module({ providers: [...PUBLIC, SheetStore], exports: PUBLIC })
export class ReviewModule {}
