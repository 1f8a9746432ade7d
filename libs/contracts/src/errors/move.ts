import type { ErrorCatalogue } from './catalogue.js';

export const MOVE_ERRORS = {
  'move.stands_there': {
    kind: 'invalid',
    zh: '项目已在所选的领域、赛区和组别。',
    en: 'The project stands in this division, region and group already.',
  },
  'move.in_session': {
    kind: 'conflict',
    zh: '项目已编入路演场次（{names}），不能再调整。',
    en: 'The project is in a roadshow session ({names}) and cannot be moved any more.',
  },
  'move.on_panel': {
    kind: 'conflict',
    zh: '项目已进入评审，不能再调整。',
    en: 'The project is on a panel already and cannot be moved any more.',
  },
  'move.published': {
    kind: 'conflict',
    zh: '项目已列入第 {number} 号公示，不能再调整。',
    en: 'The project is on public notice no. {number} and cannot be moved any more.',
  },
  'move.conflict': {
    kind: 'forbidden',
    zh: '您是该项目的成员或申报人，或与其单位有关联，应当回避，请由其他组织者处理。',
    en: 'You belong to this project, or work for its organisation, and must leave this to another organiser.',
  },
} as const satisfies ErrorCatalogue;
