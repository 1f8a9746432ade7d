import { WithdrawalController } from './withdrawal.controller.js';
import { WithdrawalNotices } from './withdrawal.notices.js';
import { WithdrawalPersonalData } from './withdrawal.personal-data.js';
import { WithdrawalReader } from './withdrawal.reader.js';
import { WithdrawalService } from './withdrawal.service.js';
import { Withdrawing } from './withdrawing.js';

/** Withdrawing a project, a part of the contest's module. */
export const WITHDRAWAL_CONTROLLERS = [WithdrawalController];
export const WITHDRAWAL_PROVIDERS = [
  WithdrawalNotices,
  WithdrawalPersonalData,
  WithdrawalReader,
  WithdrawalService,
  Withdrawing,
];
