export const zh = {
  reasonsText: '审查人退回或不通过时从中选择，参赛者会看到所选的文字。已作出的决定仍按当时的文字显示。',
  returnReasons: '退回补正的原因',
  rejectReasons: '不通过的原因',
  reason: '原因',
  reasonHelp: '给审查人的说明',
  kinds: '评委类型',
  kindsText: '专家名单、网评分配要求和场次席位都用这些类型。已有专家或评委属于的类型不能删除。',
  kind: '类型',
  terms: '评审须知',
  termsText: '网评评委打开材料之前要接受的文字，每行一条。改动后，评委须重新阅读并接受；谁在何时接受了哪一版都有记录。',
};

export const en: typeof zh = {
  reasonsText:
    'Checkers choose one when they return or reject a project, and the entrant reads it. Decisions already made keep the words of their day.',
  returnReasons: 'Reasons to return a project',
  rejectReasons: 'Reasons to reject a project',
  reason: 'Reason',
  reasonHelp: 'note for checkers',
  kinds: 'Kinds of judges',
  kindsText:
    'Lists of experts, what an online review asks for and the seats of sessions go by these. A kind that somebody is of stays.',
  kind: 'Kind',
  terms: 'Terms of judging',
  termsText:
    'What judges of an online review accept before materials open, a point in each line. After a change they read and accept it anew; who accepted which wording and when is kept.',
};
