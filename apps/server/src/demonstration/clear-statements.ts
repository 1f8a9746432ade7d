import { DEMO_EDITION_CODE, PAST_EDITION_CODE } from './edition.part.js';

const PERSONS = 'SELECT id FROM persons WHERE demo = 1';
const ORGANISATIONS = 'SELECT id FROM organisations WHERE demo = 1';
const FAIRS = 'SELECT id FROM fairs WHERE demo = 1';
const FAIR_NUMBERS = 'SELECT number FROM fairs WHERE demo = 1';
const EDITIONS = `SELECT id FROM editions WHERE code IN ('${DEMO_EDITION_CODE}', '${PAST_EDITION_CODE}')`;
const PARTICIPATIONS = `SELECT id FROM participations WHERE fairId IN (${FAIRS})`;
const EVENTS = `SELECT id FROM admission_events WHERE externalId IN (${FAIRS})`;
const PROJECTS = `SELECT id FROM projects WHERE editionId IN (${EDITIONS})`;
const SESSIONS = `SELECT id FROM roadshow_sessions WHERE editionId IN (${EDITIONS})`;
const ROUNDS = `SELECT id FROM review_rounds WHERE editionId IN (${EDITIONS})`;
const PANELS = `${SESSIONS} UNION ${ROUNDS}`;
const OBJECTIONS = `SELECT id FROM notice_objections WHERE noticeId IN (SELECT id FROM public_notices WHERE editionId IN (${EDITIONS}))`;
const PLACES = `${EDITIONS} UNION ${FAIRS} UNION ${ORGANISATIONS} UNION ${PANELS} UNION ${EVENTS}`;

/** The files of the demonstration: those of its persons, and those put to use for what goes with it. */
export const FILES = `ownerId IN (${PERSONS}) OR subjectId IN (${PROJECTS} UNION ${ORGANISATIONS} UNION ${PARTICIPATIONS} UNION ${OBJECTIONS})`;

/**
 * What goes with the demonstration: its persons and organisations, its editions and its fair with everything in them,
 * whoever made it. In an order in which each condition still finds what it asks for.
 */
export const CLEARING: readonly (readonly [table: string, condition: string])[] = [
  ['files', FILES],
  ['position_terms', `fairNumber IN (${FAIR_NUMBERS})`],
  ['position_counters', `fairId IN (${FAIRS})`],
  ['position_imports', `participationId IN (${PARTICIPATIONS})`],
  ['positions', `fairId IN (${FAIRS})`],
  ['participations', `fairId IN (${FAIRS})`],
  ['fair_invitation_imports', `fairId IN (${FAIRS})`],
  ['fair_invitation_quotas', `fairId IN (${FAIRS})`],
  ['fair_invitations', `fairId IN (${FAIRS})`],
  ['scans', `eventId IN (${EVENTS})`],
  ['links', `subjectId IN (SELECT id FROM tickets WHERE eventId IN (${EVENTS}))`],
  ['tickets', `eventId IN (${EVENTS})`],
  ['gate_devices', `eventId IN (${EVENTS})`],
  ['attendance_counters', `eventId IN (${EVENTS})`],
  ['admission_gates', `eventId IN (${EVENTS})`],
  ['notice_objections', `noticeId IN (SELECT id FROM public_notices WHERE editionId IN (${EDITIONS}))`],
  ['certificates', `editionId IN (${EDITIONS})`],
  ['public_notices', `editionId IN (${EDITIONS})`],
  ['advancement_replacements', `advancementId IN (SELECT id FROM advancements WHERE editionId IN (${EDITIONS}))`],
  ['advancements', `editionId IN (${EDITIONS})`],
  ['late_admissions', `panelId IN (${PANELS})`],
  ['sheet_strikes', `panelId IN (${PANELS})`],
  ['sheet_keyings', `panelId IN (${PANELS})`],
  ['tie_rulings', `panelId IN (${PANELS})`],
  ['score_revisions', `panelId IN (${PANELS})`],
  ['score_sheets', `panelId IN (${PANELS})`],
  ['recusals', `panelId IN (${PANELS})`],
  ['recusal_dismissals', `panelId IN (${PANELS})`],
  ['late_ties', `panelId IN (${PANELS})`],
  ['entry_results', `panelId IN (${PANELS})`],
  ['panel_entries', `panelId IN (${PANELS})`],
  ['panel_seats', `panelId IN (${PANELS})`],
  ['assigned_pairs', `panelId IN (${PANELS})`],
  ['assignment_runs', `panelId IN (${PANELS})`],
  ['sheet_drafts', `panelId IN (${PANELS})`],
  ['expert_acceptances', `expertId IN (SELECT id FROM experts WHERE poolId IN (${EDITIONS}))`],
  ['experts', `poolId IN (${EDITIONS})`],
  ['panels', `id IN (${PANELS})`],
  ['review_entries', `editionId IN (${EDITIONS})`],
  ['ceremonies', `sessionId IN (${SESSIONS})`],
  ['roadshow_witnesses', `sessionId IN (${SESSIONS})`],
  ['roadshow_signatures', `sessionId IN (${SESSIONS})`],
  ['roadshow_sign_ins', `sessionId IN (${SESSIONS})`],
  ['roadshow_entries', `sessionId IN (${SESSIONS})`],
  ['eligibility_decisions', `editionId IN (${EDITIONS})`],
  ['project_appeals', `editionId IN (${EDITIONS})`],
  ['eligibility_claims', `projectId IN (${PROJECTS})`],
  ['project_marks', `projectId IN (${PROJECTS})`],
  ['project_parties', `projectId IN (${PROJECTS})`],
  ['project_submissions', `projectId IN (${PROJECTS})`],
  ['project_materials', `projectId IN (${PROJECTS})`],
  ['project_moves', `projectId IN (${PROJECTS})`],
  ['project_former_owners', `projectId IN (${PROJECTS})`],
  ['project_former_members', `projectId IN (${PROJECTS})`],
  ['project_recusals', `projectId IN (${PROJECTS}) OR personId IN (${PERSONS})`],
  ['project_member_invitations', `projectId IN (${PROJECTS})`],
  ['project_transfers', `projectId IN (${PROJECTS})`],
  ['late_code_uses', `projectId IN (${PROJECTS})`],
  ['late_codes', `editionId IN (${EDITIONS})`],
  ['project_members', `projectId IN (${PROJECTS})`],
  ['links', `subjectId IN (${PLACES}) OR createdBy IN (${PERSONS})`],
  ['channel_messages', `channelKey IN (${PLACES})`],
  ['channel_heads', `channelKey IN (${PLACES})`],
  ['role_invitations', `scopeId IN (${PLACES}) OR createdBy IN (${PERSONS})`],
  ['role_grants', `personId IN (${PERSONS}) OR scopeId IN (${PLACES})`],
  [
    'role_grants',
    `scopeType IN ('region', 'division') AND scopeId LIKE '%/%' AND SUBSTR(scopeId, 1, 36) IN (${EDITIONS})`,
  ],
  ['gallery_refusals', `projectId IN (${PROJECTS})`],
  ['projects', `editionId IN (${EDITIONS})`],
  ['roadshow_sessions', `editionId IN (${EDITIONS})`],
  ['mailing_recipients', `mailingId IN (SELECT id FROM mailings WHERE editionId IN (${EDITIONS}))`],
  ['mailings', `editionId IN (${EDITIONS})`],
  ['collected_projects', `editionId IN (${EDITIONS})`],
  ['review_rounds', `editionId IN (${EDITIONS})`],
  ['edition_stages', `editionId IN (${EDITIONS})`],
  ['edition_versions', `editionId IN (${EDITIONS})`],
  ['edition_serials', `editionId IN (${EDITIONS})`],
  ['editions', `id IN (${EDITIONS})`],
  ['admission_events', `id IN (${EVENTS})`],
  ['fairs', 'demo = 1'],
  ['organisations', 'demo = 1'],
  ['jobs', `ownerId IN (${PERSONS})`],
  ['caught_messages', `id IN (SELECT id FROM notices WHERE personId IN (${PERSONS}))`],
  ['notices', `personId IN (${PERSONS})`],
  ['consents', `personId IN (${PERSONS})`],
  ['sessions', `personId IN (${PERSONS})`],
  ['passwords', `personId IN (${PERSONS})`],
  ['lockouts', `SUBSTR(lockKey, -36) IN (${PERSONS})`],
  ['second_factors', `personId IN (${PERSONS})`],
  ['recovery_codes', `personId IN (${PERSONS})`],
  ['person_identifiers', `personId IN (${PERSONS})`],
  ['idempotency_keys', `actorId IN (${PERSONS})`],
  ['subject_keys', `personId IN (${PERSONS})`],
  ['persons', 'demo = 1'],
];
