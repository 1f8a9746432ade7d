import { ClaimService } from './claim.service.js';
import { CollectedAccess } from './collected.access.js';
import { ClaimController, CollectedController } from './collected.controller.js';
import { CollectedExport } from './collected.export.js';
import { CollectedFiles } from './collected.files.js';
import { CollectedImporter } from './collected.import.js';
import { CollectedLists } from './collected.list.js';
import { CollectedNotices } from './collected.notices.js';
import { CollectedPersonalData } from './collected.personal-data.js';
import { CollectedQueries } from './collected.queries.js';
import { CollectedReader } from './collected.reader.js';
import { CollectedService } from './collected.service.js';
import { CollectedTasks } from './collected.tasks.js';

/** Collecting projects and claiming them, a part of the contest's module. */
export const COLLECTED_CONTROLLERS = [CollectedController, ClaimController];
export const COLLECTED_PROVIDERS = [
  ClaimService,
  CollectedAccess,
  CollectedExport,
  CollectedFiles,
  CollectedImporter,
  CollectedLists,
  CollectedNotices,
  CollectedPersonalData,
  CollectedQueries,
  CollectedReader,
  CollectedService,
  CollectedTasks,
];
