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
  paused: '已暂停',
  overtime: '已超时',
  stoppedBecause: '路演中止：{reason}',
  resumesAt: '恢复时间',
  resumesUnsaid: '恢复时间另行通知',
  yourTime: '您的时间',
  meeting: '进入线上会场',
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
  paused: 'Paused',
  overtime: 'Over time',
  stoppedBecause: 'The session was stopped: {reason}',
  resumesAt: 'Goes on at',
  resumesUnsaid: 'When it goes on will be told',
  yourTime: 'Your time',
  meeting: 'Join the meeting',
};
