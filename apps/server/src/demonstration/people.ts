import { creditCodeCheckDigit, residentCheckDigit } from '@haishi/kernel';
import type { Random } from './random.js';

const FAMILY =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'.split(
    '',
  );
const DOUBLE_FAMILY = ['欧阳', '上官', '司马', '诸葛', '夏侯', '尉迟'];
const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂文云华玉建国志海晨曦子涵宇轩浩然欣怡梓诗雨嘉怀瑾若溪思远致知行健景行书瑶亦凡沐辰昊天楚乔一诺可馨奕泽皓月清扬望舒映雪锦程鸿博睿哲凌云启航向阳知夏'.split(
    '',
  );
const WESTERN_GIVEN = [
  'Anna',
  'Lukas',
  'Sophie',
  'James',
  'Elena',
  'Daniel',
  'Mei',
  'Priya',
  'Thomas',
  'Hiroshi',
  'Yuki',
  'Min-jun',
  'Olivia',
  'Noah',
  'Ingrid',
  'Marco',
  'Camille',
  'Rahul',
  'Wei',
  'Sergei',
  'Fatima',
  'Julia',
  'Ethan',
  'Aisha',
  'Kenji',
  'Siti',
  'Arjun',
  'Clara',
];
const WESTERN_FAMILY = [
  'Schneider',
  'Nguyen',
  'Rossi',
  'Tanaka',
  'Kim',
  'Lindqvist',
  'O’Connor',
  'García',
  'Ivanov',
  'Patel',
  'Zhang',
  'Li',
  'Müller',
  'Dubois',
  'Novák',
  'Santos',
  'Rahman',
  'Chen',
  'Andersson',
  'Tan',
  'Sato',
  'Fischer',
  'Brown',
  'Van den Berg',
];

/** A Chinese name of two to four characters; a few hold the dot of transliterated names. */
export function chineseName(random: Random): string {
  if (random.chance(1)) return random.pick(['阿依古丽·买买提', '扎西·顿珠', '古丽娜尔·艾尔肯', '娜仁·图雅']);
  const family = random.chance(2) ? random.pick(DOUBLE_FAMILY) : random.pick(FAMILY);
  return family + random.pick(GIVEN) + (random.chance(78) ? random.pick(GIVEN) : '');
}

/** A name as written in Europe, America and much of Asia. */
export function foreignName(random: Random): string {
  return `${random.pick(WESTERN_GIVEN)} ${random.pick(WESTERN_FAMILY)}`;
}

/** A mail address under a domain that RFC 2606 keeps free, so that nothing ever reaches anybody. */
export function demoMail(login: string): string {
  return `${login}@demo.example.org`;
}

/** The mainland mobile number of the `number`th person of the demonstration, each another. */
export function demoPhone(number: number): string {
  return `199${String((number * 7_919 + 10_000_019) % 100_000_000).padStart(8, '0')}`;
}

/** A resident identity number whose check digit is right; its region code 999999 belongs to no place. */
export function demoResidentNumber(random: Random, bornFrom: number, bornTo: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const first = `999999${random.int(bornFrom, bornTo)}${two(random.int(1, 12))}${two(random.int(1, 28))}${String(random.int(1, 999)).padStart(3, '0')}`;
  return first + residentCheckDigit(first);
}

/** A unified social credit code whose check digit is right; its registry code `Y9` is given to nobody real. */
export function demoCreditCode(number: number): string {
  const first = `Y9130199${String(number).padStart(9, '0')}`;
  return first + creditCodeCheckDigit(first);
}
