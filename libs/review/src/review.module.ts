import { Global, Module } from '@nestjs/common';
import { Panels } from './panel/panels.js';
import { Recusals } from './recusal/recusals.js';
import { Results } from './result/results.js';
import { ReviewQueries } from './review.queries.js';
import { Sheets } from './sheet/sheets.js';

const PUBLIC = [Panels, Recusals, Results, Sheets, ReviewQueries];

/** The scoring engine of any contest or programme. It has no routes: rooms above serve their own. */
@Global()
@Module({ providers: PUBLIC, exports: PUBLIC })
export class ReviewModule {}
