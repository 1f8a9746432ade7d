import { AnswerService } from './answer.service.js';
import { TeamController } from './team.controller.js';
import { TeamInvitations } from './team-invitations.js';
import { TeamLines } from './team-lines.js';
import { TeamNotices } from './team.notices.js';
import { TeamReader } from './team.reader.js';
import { TeamService } from './team.service.js';
import { TeamTasks } from './team.tasks.js';
import { Teammates } from './teammates.js';

/** The invitations of members of projects, a part of the contest's module. */
export const TEAM_CONTROLLERS = [TeamController];
export const TEAM_PROVIDERS = [
  AnswerService,
  TeamInvitations,
  TeamLines,
  TeamNotices,
  TeamReader,
  TeamService,
  TeamTasks,
  Teammates,
];
