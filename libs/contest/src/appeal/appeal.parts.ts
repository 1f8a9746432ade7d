import { AppealController } from './appeal.controller.js';
import { AppealList } from './appeal.list.js';
import { AppealNotices } from './appeal.notices.js';
import { AppealPersonalData } from './appeal.personal-data.js';
import { AppealQueries } from './appeal.queries.js';
import { AppealReader } from './appeal.reader.js';
import { AppealService } from './appeal.service.js';
import { AppealTasks } from './appeal.tasks.js';
import { AppealTerms } from './appeal.terms.js';
import { Deciders } from './deciders.js';
import { OrganisersView } from './organisers-view.js';

/** Appeals, a part of the contest's module. */
export const APPEAL_CONTROLLERS = [AppealController];
export const APPEAL_PROVIDERS = [
  AppealQueries,
  AppealTerms,
  Deciders,
  OrganisersView,
  AppealReader,
  AppealList,
  AppealNotices,
  AppealService,
  AppealPersonalData,
  AppealTasks,
];
