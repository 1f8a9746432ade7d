export const zh = {
  title: '路演现场',
  text: '用手机看出场顺序、台上项目和已公布的成绩',
  follow: '观看',
  resumesAt: '恢复时间',
  state: { soon: '即将开始', running: '进行中', stopped: '已中止', ended: '已结束' },
};

export const en: typeof zh = {
  title: 'Roadshow live',
  text: 'Follow the order, who is on and published scores on your phone',
  follow: 'Follow',
  resumesAt: 'goes on at',
  state: { soon: 'soon', running: 'on now', stopped: 'stopped', ended: 'closed' },
};
