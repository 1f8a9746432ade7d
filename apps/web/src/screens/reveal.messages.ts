export const zh = {
  soon: '揭晓仪式即将开始',
  end: '揭晓仪式结束',
  frozen: '已封榜',
  advances: '晋级',
  notAdvancing: '未晋级',
  line: '晋级结果',
  withdrawn: '已退赛',
  step: { withdrawn: '未参加', call: '即将揭晓', tell: '最后得分', line: '是否晋级', stay: '名次' },
};

export const en: typeof zh = {
  soon: 'The ceremony begins soon',
  end: 'The ceremony has ended',
  frozen: 'Board frozen',
  advances: 'Advances',
  notAdvancing: 'Does not advance',
  line: 'Who advances',
  withdrawn: 'Withdrawn',
  step: { withdrawn: 'Did not take part', call: 'Up next', tell: 'Final score', line: 'Advancing?', stay: 'Rank' },
};
