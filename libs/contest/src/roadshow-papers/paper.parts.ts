import { PaperController } from './paper.controller.js';
import { PaperSources } from './paper.facts.js';
import { PaperService } from './paper.service.js';
import { SessionList } from './session.list.js';

/** The papers' part of the contest's module. */
export const PAPER_CONTROLLERS = [PaperController];
export const PAPER_PROVIDERS = [PaperSources, PaperService, SessionList];
