/**
 * Who may do what. A permission is named `subject.act`; a role is a set of permissions;
 * a grant gives a person a role within a scope. Deny unless a grant allows.
 */
export const PERMISSIONS = [
  'account.self',
  'person.manage',
  'role.grant',
  'audit.read',
  'organisation.own',
  'organisation.vet',
  'edition.manage',
  'project.own',
  'project.read',
  'project.check',
  'review.manage',
  'review.score',
  'roadshow.manage',
  'roadshow.chair',
  'roadshow.stage',
  'roadshow.score',
  'roadshow.record',
  'roadshow.witness',
  'screen.manage',
  'fair.manage',
  'participation.vet',
  'position.review',
  'invitation.manage',
  'gate.manage',
  'gate.scan',
  'attendance.read',
  'demand.own',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** What a grant is limited to. `system` is everything. A region or division is named `edition/code`. */
export const SCOPE_TYPES = [
  'system',
  'edition',
  'region',
  'division',
  'session',
  'fair',
  'organisation',
  'county',
] as const;
export type ScopeType = (typeof SCOPE_TYPES)[number];

export interface RoleDefinition {
  permissions: readonly Permission[];
  /** Scopes in which the role may be granted. */
  scopes: readonly ScopeType[];
  /** Whether a second factor is demanded before the role takes effect (MLPS 2.0 level 3). */
  secondFactor: boolean;
  zh: string;
  en: string;
}

export const ROLES = {
  administrator: {
    permissions: ['person.manage', 'role.grant', 'organisation.vet', 'edition.manage', 'fair.manage'],
    scopes: ['system'],
    secondFactor: true,
    zh: '系统管理员',
    en: 'Administrator',
  },
  auditor: { permissions: ['audit.read'], scopes: ['system'], secondFactor: true, zh: '审计员', en: 'Auditor' },
  contest_organiser: {
    permissions: [
      'edition.manage',
      'project.read',
      'project.check',
      'review.manage',
      'roadshow.manage',
      'roadshow.chair',
      'roadshow.stage',
      'roadshow.record',
      'screen.manage',
      'organisation.vet',
      'role.grant',
    ],
    scopes: ['system', 'edition', 'region'],
    secondFactor: true,
    zh: '大赛组织者',
    en: 'Contest organiser',
  },
  checker: {
    permissions: ['project.read', 'project.check'],
    scopes: ['edition', 'region', 'division'],
    secondFactor: true,
    zh: '资格审查员',
    en: 'Eligibility checker',
  },
  chair: {
    permissions: ['roadshow.chair', 'roadshow.stage'],
    scopes: ['edition', 'session'],
    secondFactor: false,
    zh: '评审组长',
    en: 'Jury chair',
  },
  stage_manager: {
    permissions: ['roadshow.stage'],
    scopes: ['edition', 'region', 'session'],
    secondFactor: false,
    zh: '舞台监督',
    en: 'Stage manager',
  },
  judge: {
    permissions: ['roadshow.score', 'review.score'],
    scopes: ['edition', 'session'],
    secondFactor: false,
    zh: '评委',
    en: 'Judge',
  },
  recorder: {
    permissions: ['roadshow.record'],
    scopes: ['edition', 'region', 'session'],
    secondFactor: false,
    zh: '场记员',
    en: 'Recorder',
  },
  supervisor: {
    permissions: ['roadshow.witness'],
    scopes: ['edition', 'region', 'session'],
    secondFactor: false,
    zh: '监督员',
    en: 'Supervisor',
  },
  fair_organiser: {
    permissions: [
      'fair.manage',
      'organisation.vet',
      'participation.vet',
      'position.review',
      'invitation.manage',
      'gate.manage',
      'gate.scan',
      'attendance.read',
      'screen.manage',
      'role.grant',
    ],
    scopes: ['system', 'fair'],
    secondFactor: true,
    zh: '人才洽谈会组织者',
    en: 'Fair organiser',
  },
  position_reviewer: {
    permissions: ['participation.vet', 'position.review', 'organisation.vet'],
    scopes: ['fair'],
    secondFactor: true,
    zh: '岗位审核员',
    en: 'Position reviewer',
  },
  gate_staff: {
    permissions: ['gate.scan', 'attendance.read'],
    scopes: ['fair'],
    secondFactor: false,
    zh: '检票人员',
    en: 'Gate staff',
  },
  county_officer: {
    permissions: ['demand.own'],
    scopes: ['county'],
    secondFactor: false,
    zh: '县市区联络员',
    en: 'County officer',
  },
  employer_agent: {
    permissions: ['organisation.own'],
    scopes: ['organisation'],
    secondFactor: false,
    zh: '用人单位经办人',
    en: 'Employer agent',
  },
} as const satisfies Record<string, RoleDefinition>;
export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/**
 * Roles that a holder of `role.grant` may hand on. System, security and audit administration stay apart
 * (MLPS 2.0): organisers hand on the roles of their own event only. Who runs a contest staffs its stages, but for the
 * supervisor 监督员, who witnesses what its organiser does and is therefore appointed and released by others.
 */
export const HANDS_ON: Partial<Record<Role, readonly Role[]>> = {
  administrator: ROLE_NAMES,
  contest_organiser: ['contest_organiser', 'checker', 'chair', 'stage_manager', 'recorder', 'judge', 'county_officer'],
  fair_organiser: ['fair_organiser', 'position_reviewer', 'gate_staff'],
};

/** What every signed-in person may do, on what is their own. */
export const MEMBER_PERMISSIONS: readonly Permission[] = ['account.self', 'project.own', 'organisation.own'];

export interface Grant {
  role: Role;
  scopeType: ScopeType;
  /** Empty for `system`. */
  scopeId: string;
}

/** The places an object lies in; a grant in any of them reaches it. */
export type Scopes = Partial<Record<Exclude<ScopeType, 'system'>, string>>;
