export const zh = {
  title: '请阅读并同意最新的告知书',
  text: '告知书有新版本，或您尚未同意过。同意后继续办理；您填写过的内容不受影响。',
  agree: '我已阅读并同意《{title}》',
  submit: '同意并继续',
  decline: '不同意，退出登录',
};

export const en: typeof zh = {
  title: 'Please read and agree to the current notice',
  text: 'There is a new version, or you have not agreed to it yet. Once you agree you can go on; nothing you entered is affected.',
  agree: 'I have read and agree to “{title}”',
  submit: 'Agree and go on',
  decline: 'Decline and sign out',
};
