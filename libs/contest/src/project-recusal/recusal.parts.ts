import { PanelCopies } from './panel-copies.js';
import { ProjectRecusals } from './project-recusals.js';
import { RecusalAccess } from './recusal.access.js';
import { ProjectRecusalController } from './recusal.controller.js';
import { RecusalPersonalData } from './recusal.personal-data.js';
import { RecusalReader } from './recusal.reader.js';
import { ProjectRecusalService } from './recusal.service.js';

/** Recusals of staff from projects, a part of the contest's module. */
export const PROJECT_RECUSAL_CONTROLLERS = [ProjectRecusalController];
export const PROJECT_RECUSAL_PROVIDERS = [
  PanelCopies,
  ProjectRecusalService,
  ProjectRecusals,
  RecusalAccess,
  RecusalPersonalData,
  RecusalReader,
];
