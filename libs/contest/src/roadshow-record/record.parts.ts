import { RecordController } from './record.controller.js';
import { RecordQueries } from './record.queries.js';
import { RecordReader } from './record.reader.js';
import { RecordService } from './record.service.js';

/** The record of a session, a part of the contest's module. */
export const RECORD_CONTROLLERS = [RecordController];
export const RECORD_PROVIDERS = [RecordQueries, RecordService, RecordReader];
