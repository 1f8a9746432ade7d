import { AudienceChannel } from './audience.channel.js';
import { AudienceController } from './audience.controller.js';
import { AudienceQueries } from './audience.queries.js';
import { AudienceReader } from './audience.reader.js';
import { AudienceService } from './audience.service.js';

/** The audience's part of the contest's module. */
export const AUDIENCE_CONTROLLERS = [AudienceController];
export const AUDIENCE_PROVIDERS = [AudienceQueries, AudienceService, AudienceReader, AudienceChannel];
