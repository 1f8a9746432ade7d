export const zh = {
  start: '开始后按抽签顺序叫号。',
  close: '全部成绩汇总排名，之后不能再更改。',
  paper: '计时结束，立即开放评分；评委填写纸质评分单，由两人各录一遍。已在平板上提交的评分照常计入。',
  show: '各评委的分数、去掉的最高分与最低分、最后得分和名次将立即显示在大屏上。',
  admit: '该评委可在锁定后提交一次；提交并重新亮分前，大屏不变。',
  reopen: '原分数保留在记录中；更正并重新亮分前，大屏不变。',
  withdraw: '立即离台、离榜，不计名次与成绩；已有评分单仍存档。',
  reinstate: '已锁定的回到锁定状态，须重新亮分；评分中退赛的回到台上继续评分；未评分的排到最后。',
  strike: '评分单存档并标记，不再计入；重新亮分前，大屏不变。',
  lift: '评分单按原样重新计入；重新亮分前，大屏不变。',
  rule: '仅用于全部规则都无法区分的项目；其中任一成绩变化，裁定即失效。',
  revoke: '这些项目恢复并列。',
  intermission: '大屏、观众手机和评委席显示以下内容；叫下一个项目时自动结束。',
  stop: '计时停住，台上已开放的评分照常接收；可改日恢复。',
  lockMissing: '{seats} 号席尚未提交；锁定后须经您准予才能补交。',
  lockTooFew:
    '{seats} 号席尚未提交；只有 {scored} 份有效评分，少于 {least} 份，该项目将不计分。锁定后须经您准予才能补交。',
};

export const en: typeof zh = {
  start: 'Entries are then called in the order drawn.',
  close: 'All results are ranked, and nothing can be changed afterwards.',
  paper:
    'The timer ends and scoring opens at once. Judges fill in paper sheets, which two people key. What was submitted on tablets counts as it is.',
  show: 'Every judge’s total, what is struck, the result and the rank appear on the screens at once.',
  admit: 'The judge can submit once although scores are locked. Screens do not change until the result is shown again.',
  reopen: 'The old scores stay on record. Screens do not change until the result is shown again.',
  withdraw: 'It leaves stage and board at once, with neither place nor result. Its sheets stay on record.',
  reinstate:
    'If it was locked it is locked again and must be shown again; if it was being scored, scoring goes on; otherwise it waits at the end.',
  strike: 'It stays on record, marked, and counts no longer. Screens do not change until the result is shown again.',
  lift: 'It counts as it stands. Screens do not change until the result is shown again.',
  rule: 'Only where nothing else separates entries. A changed score of any of them ends the ruling.',
  revoke: 'These entries share their place again.',
  intermission: 'Screens, phones and the judges’ desks say this; the next call ends it.',
  stop: 'Timers stand still; scoring that is open goes on. It can go on another day.',
  lockMissing: 'Seats {seats} have not submitted; once locked, only with your leave.',
  lockTooFew:
    'Seats {seats} have not submitted. With {scored} valid scores, fewer than {least}, the entry gets no result. Once locked they submit only with your leave.',
};
