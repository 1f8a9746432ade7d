import { AssignedPair } from './assigned/assigned.entity.js';
import { Expert, ExpertAcceptance } from './expert/expert.entity.js';
import { Panel, PanelEntry, PanelSeat } from './panel/panel.entity.js';
import { TieRulingRecord } from './ranking/ruling.entity.js';
import { RecusalDismissal } from './recusal/dismissal.entity.js';
import { LateTie } from './recusal/late-tie.entity.js';
import { Recusal } from './recusal/recusal.entity.js';
import { EntryResult } from './result/result.entity.js';
import { AssignmentRun } from './run/run.entity.js';
import { LateAdmission } from './sheet/admission.entity.js';
import { SheetKeying } from './sheet/keying.entity.js';
import { SheetDraft } from './sheet/draft.entity.js';
import { ScoreRevision, ScoreSheet } from './sheet/sheet.entity.js';
import { SheetStrike } from './sheet/strike.entity.js';

export const REVIEW_ENTITIES = [
  Panel,
  PanelSeat,
  PanelEntry,
  Recusal,
  RecusalDismissal,
  LateTie,
  ScoreSheet,
  ScoreRevision,
  SheetStrike,
  SheetKeying,
  LateAdmission,
  EntryResult,
  TieRulingRecord,
  AssignedPair,
  Expert,
  ExpertAcceptance,
  AssignmentRun,
  SheetDraft,
];
