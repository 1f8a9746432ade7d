export { FAIR_ENTITIES, FAIR_MIGRATIONS } from './entities.js';
export { Fair } from './fair/fair.entity.js';
export { type FairSettingsFromFile, readFairFile, readSuppliedFair } from './fair/fair.file.js';
export { FairQueries } from './fair/fair.queries.js';
export { FairReader } from './fair/fair.reader.js';
export { FairService } from './fair/fair.service.js';
export { FairModule } from './fair.module.js';
export { FairInvitation, InvitationQuota } from './invitation/invitation.entity.js';
export { GUEST_COLUMNS } from './invitation/guest-row.rules.js';
export { activeKey, Participation } from './participation/participation.entity.js';
export { Position, PositionCounter, PositionTerm } from './position/position.entity.js';
export {
  flaggedTexts,
  type PositionContent,
  positionKey,
  type PositionState,
  positionTerms,
} from './position/position.rules.js';
export { POSITION_COLUMNS } from './position/row.rules.js';
export { findDiscrimination } from './position/wording.rules.js';
