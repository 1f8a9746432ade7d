import { CeremonyClock } from './ceremony.clock.js';
import { CeremonyController } from './ceremony.controller.js';
import { CeremonyQueries } from './ceremony.queries.js';
import { CeremonyReader } from './ceremony.reader.js';
import { CeremonyService } from './ceremony.service.js';

/** The ceremony's part of the contest's module. */
export const CEREMONY_CONTROLLERS = [CeremonyController];
export const CEREMONY_PROVIDERS = [CeremonyQueries, CeremonyReader, CeremonyService, CeremonyClock];
