import { SubmissionController } from './submission.controller.js';
import { SubmissionReader } from './submission.reader.js';

/** What a project was handed in as, a part of the contest's module. */
export const SUBMISSION_CONTROLLERS = [SubmissionController];
export const SUBMISSION_PROVIDERS = [SubmissionReader];
