import { JudgesReader } from './judges.reader.js';
import { ReviewersReader } from './reviewers.reader.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsExport } from './statistics.export.js';
import { StatisticsQueries } from './statistics.queries.js';
import { StatisticsReader } from './statistics.reader.js';

/** An edition in numbers, a part of the contest's module. */
export const STATISTICS_CONTROLLERS = [StatisticsController];
export const STATISTICS_PROVIDERS = [
  JudgesReader,
  ReviewersReader,
  StatisticsExport,
  StatisticsQueries,
  StatisticsReader,
];
