import { MoveCheckers } from './move.checkers.js';
import { MoveController } from './move.controller.js';
import { MoveNotices } from './move.notices.js';
import { MovePlanner } from './move.plan.js';
import { MoveQueries } from './move.queries.js';
import { MoveService } from './move.service.js';
import { Moved } from './moved.js';

/** Moving projects between divisions, regions and groups, a part of the contest's module. */
export const MOVE_CONTROLLERS = [MoveController];
export const MOVE_PROVIDERS = [MoveCheckers, MoveNotices, MovePlanner, MoveQueries, MoveService, Moved];
