import { FormerReadingService } from './former-reading.service.js';
import { Handover } from './handover.js';
import { Successors } from './successors.js';
import { TransferController } from './transfer.controller.js';
import { TransferNotices } from './transfer.notices.js';
import { TransferPersonalData } from './transfer.personal-data.js';
import { TransferQueries } from './transfer.queries.js';
import { TransferReader } from './transfer.reader.js';
import { TransferService } from './transfer.service.js';
import { TransferTasks } from './transfer.tasks.js';

/** Handing projects to other persons, a part of the contest's module. */
export const TRANSFER_CONTROLLERS = [TransferController];
export const TRANSFER_PROVIDERS = [
  FormerReadingService,
  Handover,
  Successors,
  TransferNotices,
  TransferPersonalData,
  TransferQueries,
  TransferReader,
  TransferService,
  TransferTasks,
];
