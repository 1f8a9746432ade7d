export const zh = {
  title: '参赛条件核对',
  failed: '系统按已填内容核对，有 {count} 项不符合。',
  noneFailed: '系统按已填内容核对，没有发现不符合的条件。',
  forStaff: '是否通过由您判断。',
  outcomes: { met: '符合', notMet: '不符合', unknown: '无法判断' },
  refuses: '不符合此条件不能提交。',
};

export const en: typeof zh = {
  title: 'Conditions of entry',
  failed: 'Held against what was filled in: {count} not met.',
  noneFailed: 'Held against what was filled in, none is found unmet.',
  forStaff: 'The decision is yours.',
  outcomes: { met: 'Met', notMet: 'Not met', unknown: 'Cannot tell' },
  refuses: 'A project that does not meet this cannot be handed in.',
};
