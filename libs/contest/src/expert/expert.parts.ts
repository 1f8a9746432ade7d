import { ExpertController } from './expert.controller.js';
import { ExpertFiles } from './expert.files.js';
import { ExpertLinks } from './expert.links.js';
import { ExpertList } from './expert.list.js';
import { ExpertPersonalData } from './expert.personal-data.js';
import { ExpertReader } from './expert.reader.js';
import { JudgeTerms } from './judge-terms.js';
import { ExpertService } from './expert.service.js';

/** The pool of experts, a part of the contest's module. */
export const EXPERT_CONTROLLERS = [ExpertController];
export const EXPERT_PROVIDERS = [
  ExpertFiles,
  ExpertLinks,
  ExpertList,
  ExpertPersonalData,
  ExpertReader,
  ExpertService,
  JudgeTerms,
];
