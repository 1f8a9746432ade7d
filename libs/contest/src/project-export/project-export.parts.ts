import { ProjectExportController } from './project-export.controller.js';
import { ProjectExport } from './project-export.service.js';

/** Exports of projects, a part of the contest's module. */
export const PROJECT_EXPORT_CONTROLLERS = [ProjectExportController];
export const PROJECT_EXPORT_PROVIDERS = [ProjectExport];
