import { LateCodeController } from './late-code.controller.js';
import { LateCodeQueries } from './late-code.queries.js';
import { LateCodeReader } from './late-code.reader.js';
import { LateCodeService } from './late-code.service.js';
import { LateEntryService } from './late-entry.service.js';

/** Codes for handing in late, a part of the contest's module. */
export const LATE_CODE_CONTROLLERS = [LateCodeController];
export const LATE_CODE_PROVIDERS = [LateCodeQueries, LateCodeReader, LateCodeService, LateEntryService];
