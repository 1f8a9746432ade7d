import { AppearanceNotices } from './appearance.notices.js';
import { EntrantController } from './entrant.controller.js';
import { EntrantReader } from './entrant.reader.js';

/** The entrants' part of the contest's module. */
export const ENTRANT_CONTROLLERS = [EntrantController];
export const ENTRANT_PROVIDERS = [AppearanceNotices, EntrantReader];
