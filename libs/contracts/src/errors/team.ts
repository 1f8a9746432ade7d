import type { ErrorCatalogue } from './catalogue.js';

export const TEAM_ERRORS = {
  'team.not_in_team': {
    kind: 'invalid',
    zh: '已保存的团队成员中没有这个邮箱。',
    en: 'No member of the team, as it is saved, has this mail address.',
  },
  'team.invites_oneself': {
    kind: 'invalid',
    zh: '这是您自己的邮箱：您是项目负责人，无需邀请。',
    en: 'This is your own mail address: you lead the project and need no invitation.',
  },
  'team.accepted_already': {
    kind: 'conflict',
    zh: '该成员已经接受邀请。',
    en: 'This member has accepted the invitation already.',
  },
  'team.sent_lately': {
    kind: 'conflict',
    zh: '邀请刚刚发出，{minutes} 分钟后才能重发。',
    en: 'The invitation was sent a moment ago. It can be sent again in {minutes} minutes.',
  },
  'team.sent_often': {
    kind: 'conflict',
    zh: '给该邮箱的邀请已发出 {max} 次，不能再发。',
    en: 'This address was sent {max} invitations already; no more can be sent.',
  },
  'team.not_invited': {
    kind: 'conflict',
    zh: '该成员没有待答复的邀请，也未加入项目。',
    en: 'This member has no invitation to take back and has not joined the project.',
  },
  'team.link_not_valid': {
    kind: 'not_found',
    zh: '邀请链接无效。如果邀请重新发送过，请使用最新一封邮件中的链接。',
    en: 'This invitation link is not valid. If the invitation was sent again, use the link in the latest mail.',
  },
  'team.expired': {
    kind: 'conflict',
    zh: '邀请已过期，请联系项目负责人重新发送。',
    en: 'This invitation has expired. Ask who leads the project to send it again.',
  },
  'team.answered': {
    kind: 'conflict',
    zh: '这份邀请已经答复过，链接只能使用一次。',
    en: 'This invitation was answered already; its link works once.',
  },
  'team.withdrawn': {
    kind: 'conflict',
    zh: '项目负责人已撤回这份邀请。',
    en: 'Who leads the project has taken this invitation back.',
  },
  'team.lapsed': {
    kind: 'conflict',
    zh: '这份邀请已失效：成员名单有变动，或项目已更换负责人、已撤回。',
    en: 'This invitation has lapsed: the team has changed, or the project has changed hands or was withdrawn.',
  },
  'team.other_member': {
    kind: 'conflict',
    zh: '您登录的账号属于本项目的另一名成员，不能用它接受这份邀请。',
    en: 'The account you are signed in with is that of another member of this project and cannot accept this invitation.',
  },
  'team.judged_it': {
    kind: 'conflict',
    zh: '您审查过该项目，或是其评审组的评委，不能成为其成员。',
    en: 'You have checked this project or sit on a panel that judges it, and so cannot be a member of it.',
  },
  'team.not_confirmed': {
    kind: 'invalid',
    zh: '核心成员{name}尚未确认参加，本组别要求核心成员全部确认后才能提交。',
    en: 'The core member {name} has not confirmed yet; in this group every core member has to before it is handed in.',
  },
} as const satisfies ErrorCatalogue;
