import { MailingAccess } from './mailing.access.js';
import { MailingAudience } from './mailing.audience.js';
import { MailingChoice } from './mailing.choice.js';
import { MailingController } from './mailing.controller.js';
import { MailingJudges } from './mailing.judges.js';
import { MailingPersonalData } from './mailing.personal-data.js';
import { MailingPlaces } from './mailing.places.js';
import { MailingQueries } from './mailing.queries.js';
import { MailingReader } from './mailing.reader.js';
import { MailingSender } from './mailing.sender.js';
import { MailingSight } from './mailing.sight.js';
import { MailingService } from './mailing.service.js';
import { MailingTrial } from './mailing.trial.js';

/** Writing to many, a part of the contest's module. */
export const MAILING_CONTROLLERS = [MailingController];
export const MAILING_PROVIDERS = [
  MailingAccess,
  MailingAudience,
  MailingChoice,
  MailingJudges,
  MailingPersonalData,
  MailingPlaces,
  MailingQueries,
  MailingReader,
  MailingSender,
  MailingService,
  MailingSight,
  MailingTrial,
];
