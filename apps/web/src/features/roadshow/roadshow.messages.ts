export const zh = {
  phase: {
    idle: '候场',
    called: '请上台',
    pitch: '路演陈述',
    questions: '评委提问',
    scoring: '评委评分',
    locked: '评分已锁定',
    shown: '亮分',
  },
  entryState: { waiting: '候场', onstage: '在台上', locked: '已锁定', shown: '已亮分', withdrawn: '已退赛' },
  seat: '{n} 号席',
  paused: '已暂停',
  overtime: '已超时',
  stoppedBecause: '路演中止：{reason}',
  meeting: '进入线上会场',
  signIn: {
    title: '请签到',
    text: '主持人凭签到确认到场评委，达到人数后才能开场。',
    act: '我已到场，签到',
  },
  materials: {
    title: '材料',
    none: '没有供评委查阅的材料',
    open: '打开',
    save: '下载',
  },
};

export const en: typeof zh = {
  phase: {
    idle: 'Waiting',
    called: 'Please come up',
    pitch: 'Pitch',
    questions: 'Questions',
    scoring: 'Scoring',
    locked: 'Scores locked',
    shown: 'Scores',
  },
  entryState: { waiting: 'Waiting', onstage: 'On stage', locked: 'Locked', shown: 'Shown', withdrawn: 'Withdrawn' },
  seat: 'Seat {n}',
  paused: 'Paused',
  overtime: 'Over time',
  stoppedBecause: 'The session was stopped: {reason}',
  meeting: 'Join the meeting',
  signIn: {
    title: 'Please sign in',
    text: 'The chair needs a quorum of judges who have signed in before the session starts.',
    act: 'I am here: sign in',
  },
  materials: {
    title: 'Materials',
    none: 'Nothing was handed in that judges read',
    open: 'Open',
    save: 'Save',
  },
};
