import { Failure, type FailureDetails, type FailureParams } from '@haishi/kernel';
import type { Locale } from '../locale.js';
import { ADVANCEMENT_ERRORS } from './advancement.js';
import { APPEAL_ERRORS } from './appeal.js';
import { ATTENDANCE_ERRORS } from './attendance.js';
import { errorTextIn } from './catalogue.js';
import { CERTIFICATE_ERRORS } from './certificate.js';
import { COLLECTED_ERRORS } from './collected.js';
import { COMMON_ERRORS } from './common.js';
import { EDITION_CHANGE_ERRORS } from './edition-change.js';
import { EDITION_ERRORS } from './edition.js';
import { ELIGIBILITY_ERRORS } from './eligibility.js';
import { FAIR_ERRORS } from './fair.js';
import { FILES_ERRORS } from './files.js';
import { IDENTITY_ERRORS } from './identity.js';
import { INVITATION_ERRORS } from './invitation.js';
import { MAILING_ERRORS } from './mailing.js';
import { ONLINE_REVIEW_ERRORS } from './online-review.js';
import { LATE_CODE_ERRORS } from './late-code.js';
import { MOVE_ERRORS } from './move.js';
import { PROJECT_ERRORS } from './project.js';
import { PUBLIC_NOTICE_ERRORS } from './public-notice.js';
import { REVIEW_ERRORS } from './review.js';
import { ROADSHOW_ERRORS } from './roadshow.js';
import { TEAM_ERRORS } from './team.js';
import { TRANSFER_ERRORS } from './transfer.js';

/** Every failure the product can answer with: its kind, and its wording in both languages. */
export const ERRORS = {
  ...COMMON_ERRORS,
  ...IDENTITY_ERRORS,
  ...FILES_ERRORS,
  ...EDITION_ERRORS,
  ...EDITION_CHANGE_ERRORS,
  ...PROJECT_ERRORS,
  ...ELIGIBILITY_ERRORS,
  ...APPEAL_ERRORS,
  ...REVIEW_ERRORS,
  ...ROADSHOW_ERRORS,
  ...COLLECTED_ERRORS,
  ...MAILING_ERRORS,
  ...ONLINE_REVIEW_ERRORS,
  ...ADVANCEMENT_ERRORS,
  ...PUBLIC_NOTICE_ERRORS,
  ...CERTIFICATE_ERRORS,
  ...LATE_CODE_ERRORS,
  ...TRANSFER_ERRORS,
  ...TEAM_ERRORS,
  ...MOVE_ERRORS,
  ...FAIR_ERRORS,
  ...INVITATION_ERRORS,
  ...ATTENDANCE_ERRORS,
};
export type ErrorCode = keyof typeof ERRORS;

/** The expected failure `code`, to be thrown. */
export function failure(code: ErrorCode, details: FailureDetails = {}): Failure {
  return new Failure(ERRORS[code].kind, code, details);
}

/** The wording of any `code` of the product; see {@link errorTextIn}. */
export function errorText(code: string, locale: Locale, params: FailureParams = {}): string {
  return errorTextIn(ERRORS, code, locale, params);
}
