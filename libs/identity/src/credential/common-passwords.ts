/** Passwords that pass the rule on classes and yet are tried first by everybody who guesses; lower case, letters and digits only. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `abc12345 abc123456 abcd1234 abcd12345 abcde12345 abc123abc a12345678 a123456789 aa123456 aa12345678 aa123123
  asd12345 asd123456 asdf1234 asdfgh123 qwe12345 qwe123456 qwer1234 qwerty12 qwerty123 qwerty1234 qwertyui1
  1q2w3e4r 1qaz2wsx 1qaz2wsx3edc qazwsx123 qazwsxedc123 zaq12wsx zxc12345 zxcvbn123 zxcv1234
  p0ssw0rd pass1234 pass12345 passw0rd passw0rd1 passw0rd123 passwd123 password1 password12 password123 password1234
  admin123 admin1234 admin12345 admin888 admin2024 admin2025 admin2026 administrator1 root1234 root12345 test1234 test12345
  user1234 guest1234 demo1234 login123 master123 letmein1 letmein123 monkey123 dragon123 sunshine1 iloveyou1 iloveyou123
  welcome1 welcome12 welcome123 welcome2024 welcome2025 welcome2026 changeme1 changeme123 hello1234 hello12345 secret123
  football1 baseball1 princess1 superman1 batman123 charlie123 michael123 computer1 internet1 google123 samsung1
  wang1234 wang12345 zhang1234 zhang12345 li123456 liu12345 chen1234 woaini123 woaini520 woaini1314 wo123456
  5201314abc abc5201314 5201314a a5201314 520520abc nihao123 nihao1234 beijing123 beijing2008 beijing2022 shanghai123
  china123 china1234 zhongguo1 zhongguo123 shijiazhuang1 shijiazhuang123 sjz12345 sjz123456 hebei123 hebei1234 haishi123 haishi2023
  haishi2024 haishi2025 haishi2026 haishibei1 summer2024 summer2025 summer2026 spring2025 spring2026 autumn2025 winter2025
  qq123456 qq12345678 wechat123 weixin123 alibaba123 taobao123 huawei123 xiaomi123 iphone123 a1b2c3d4 a1b2c3d4e5 q1w2e3r4 q1w2e3r4t5
  123456aa 123456ab 123456abc 12345678a 123456789a 1234abcd 12345abc 123qweasd 123abc456 123qwe123 123qwe456 111111aa 888888aa 666666aa`
    .split(/\s+/)
    .filter(Boolean),
);
