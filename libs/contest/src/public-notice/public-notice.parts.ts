import { NoticeListExport } from './notice.list.js';
import { Disqualification } from './disqualification.js';
import { ListedNow } from './listed-now.js';
import { NoticeTies } from './notice.ties.js';
import { ObjectionEvidence } from './objection.evidence.js';
import { ObjectionList } from './objection.list.js';
import { ObjectionNotices } from './objection.notices.js';
import { ObjectionPersonalData } from './objection.personal-data.js';
import { ObjectionService } from './objection.service.js';
import { NoticeDeskController, PublicNoticeController } from './public-notice.controller.js';
import { PublicNoticeList } from './public-notice.list.js';
import { PublicNoticeQueries } from './public-notice.queries.js';
import { PublicNoticeReader } from './public-notice.reader.js';
import { PublicNoticeService } from './public-notice.service.js';
import { PublicNoticeTasks } from './public-notice.tasks.js';

/** Public notices of results and objections to them, a part of the contest's module. */
export const NOTICE_CONTROLLERS = [PublicNoticeController, NoticeDeskController];
export const NOTICE_PROVIDERS = [
  Disqualification,
  ListedNow,
  NoticeListExport,
  NoticeTies,
  ObjectionEvidence,
  ObjectionList,
  ObjectionNotices,
  ObjectionPersonalData,
  ObjectionService,
  PublicNoticeList,
  PublicNoticeQueries,
  PublicNoticeReader,
  PublicNoticeService,
  PublicNoticeTasks,
];
