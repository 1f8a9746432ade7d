import { KeyedController } from './keyed.controller.js';
import { KeyedReader } from './keyed.reader.js';
import { KeyedService } from './keyed.service.js';
import { KeyingTies } from './keying.ties.js';

/** Keying paper sheets, a part of the contest's module. */
export const KEYED_CONTROLLERS = [KeyedController];
export const KEYED_PROVIDERS = [KeyedService, KeyedReader, KeyingTies];
