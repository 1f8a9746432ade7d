export const zh = {
  rule: '以服务器收到提交的时刻为准，精确到秒；届时仍在上传的文件不算在内。',
  grace: '截止后 {n} 分钟内提交仍然有效，但会记为迟交；其间不能新建项目。',
  inGrace: '报名已截止，现在处于宽限期：仍可提交，但会记为迟交。',
  byCode: '您已使用补交码，可提交至下列时间，提交会记为迟交。',
  title: '补交码',
  text: '报名或补正已截止。如组委会给了您补交码，请在此输入，即可在补交码的有效期内提交。',
  code: '补交码',
  codeHelp: '16 位字母和数字，不分大小写。',
  use: '使用补交码',
  used: '已可补交，请在期限前提交',
  ask: '有补交码的，请到项目页面使用',
  have: '我有补交码',
  closedEdition: '该届赛事报名已截止，只能凭组委会给的补交码新建项目。',
  closedOption: '{name}（报名已截止，凭补交码）',
  late: '迟交',
  why: { grace: '迟交：宽限期内提交', code: '迟交：凭补交码提交' },
};

export const en: typeof zh = {
  rule: 'What counts is the second in which the server receives it; a file that is still uploading then is not part of it.',
  grace:
    'For {n} minutes after the deadline it can still be handed in and is marked late; nothing new can be begun then.',
  inGrace: 'The deadline has passed. It can still be handed in for a short while, and will be marked late.',
  byCode: 'You have used a late code: it can be handed in until the time below, and will be marked late.',
  title: 'Late code',
  text: 'The deadline has passed. If the organisers gave you a late code, enter it here to hand in until the code expires.',
  code: 'Late code',
  codeHelp: '16 letters and digits, in capitals or not.',
  use: 'Use the code',
  used: 'You can hand in late now; mind the new deadline',
  ask: 'If you have a late code, use it on the project’s page',
  have: 'I have a late code',
  closedEdition:
    'Registration for this edition has closed; a project is begun only with a late code from the organisers.',
  closedOption: '{name} (closed; late code needed)',
  late: 'Late',
  why: { grace: 'Late: within the grace', code: 'Late: with a late code' },
};
