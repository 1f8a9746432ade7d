export const zh = {
  title: '项目展示',
  text: '晋级或获奖公布后，项目名称、简介、领域、赛区、单位和奖项会公开展示，不含任何个人信息。您可以不展示。',
  look: '查看公开页面',
  leave: '不展示我的项目',
  join: '同意展示',
  left: '已不再展示',
  joined: '已同意展示',
  open: '项目展示',
};

export const en: typeof zh = {
  title: 'Gallery',
  text: 'Once it is published that it advances or wins, its title, summary, division, region, organisation and award are shown to everybody; nothing of any person. You may keep it out.',
  look: 'See the public page',
  leave: 'Keep it out',
  join: 'Let it be shown',
  left: 'It is no longer shown',
  joined: 'It may be shown',
  open: 'Projects on show',
};
