import { TimelineController } from './timeline.controller.js';
import { LeftOut } from './left-out.js';
import { TimelineOutcomes } from './timeline.outcomes.js';
import { TimelineReader } from './timeline.reader.js';

/** The way of a project for its entrant, a part of the contest's module. */
export const TIMELINE_CONTROLLERS = [TimelineController];
export const TIMELINE_PROVIDERS = [LeftOut, TimelineOutcomes, TimelineReader];
