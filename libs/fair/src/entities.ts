import { Fair } from './fair/fair.entity.js';
import { CreateFairs1763950000000 } from './fair/fair.migrations.js';
import { Participation } from './participation/participation.entity.js';
import { PositionImport } from './position/position-import.entity.js';
import { Position, PositionCounter, PositionTerm } from './position/position.entity.js';
import { CreatePositions1763950001000 } from './position/position.migrations.js';

/** This room's tables. */
export const FAIR_ENTITIES = [Fair, Participation, Position, PositionCounter, PositionTerm, PositionImport];

/** The steps that made them. */
export const FAIR_MIGRATIONS = [CreateFairs1763950000000, CreatePositions1763950001000];
