import { Fair } from './fair/fair.entity.js';
import { CreateFairs1763950000000 } from './fair/fair.migrations.js';
import { FairInvitation, InvitationQuota } from './invitation/invitation.entity.js';
import { InvitationImport } from './invitation/invitation-import.entity.js';
import { CreateFairInvitations1763950002000 } from './invitation/invitation.migrations.js';
import { Participation } from './participation/participation.entity.js';
import { PositionImport } from './position/position-import.entity.js';
import { Position, PositionCounter, PositionTerm } from './position/position.entity.js';
import { CreatePositions1763950001000 } from './position/position.migrations.js';

/** This room's tables. */
export const FAIR_ENTITIES = [
  Fair,
  Participation,
  Position,
  PositionCounter,
  PositionTerm,
  PositionImport,
  FairInvitation,
  InvitationQuota,
  InvitationImport,
];

/** The steps that made them. */
export const FAIR_MIGRATIONS = [
  CreateFairs1763950000000,
  CreatePositions1763950001000,
  CreateFairInvitations1763950002000,
];
