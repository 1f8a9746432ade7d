import { nameIndex } from './lookup.js';

/** A province, autonomous region, municipality or special administrative region, by which travel subsidies are set. */
export interface Province {
  /** After GB/T 2260. */
  code: string;
  zh: string;
  /** As in “河北”. */
  short: string;
  en: string;
}

const row = (code: string, zh: string, short: string, en: string): Province => ({ code, zh, short, en });

export const PROVINCES: readonly Province[] = [
  row('110000', '北京市', '北京', 'Beijing'),
  row('120000', '天津市', '天津', 'Tianjin'),
  row('130000', '河北省', '河北', 'Hebei'),
  row('140000', '山西省', '山西', 'Shanxi'),
  row('150000', '内蒙古自治区', '内蒙古', 'Inner Mongolia'),
  row('210000', '辽宁省', '辽宁', 'Liaoning'),
  row('220000', '吉林省', '吉林', 'Jilin'),
  row('230000', '黑龙江省', '黑龙江', 'Heilongjiang'),
  row('310000', '上海市', '上海', 'Shanghai'),
  row('320000', '江苏省', '江苏', 'Jiangsu'),
  row('330000', '浙江省', '浙江', 'Zhejiang'),
  row('340000', '安徽省', '安徽', 'Anhui'),
  row('350000', '福建省', '福建', 'Fujian'),
  row('360000', '江西省', '江西', 'Jiangxi'),
  row('370000', '山东省', '山东', 'Shandong'),
  row('410000', '河南省', '河南', 'Henan'),
  row('420000', '湖北省', '湖北', 'Hubei'),
  row('430000', '湖南省', '湖南', 'Hunan'),
  row('440000', '广东省', '广东', 'Guangdong'),
  row('450000', '广西壮族自治区', '广西', 'Guangxi'),
  row('460000', '海南省', '海南', 'Hainan'),
  row('500000', '重庆市', '重庆', 'Chongqing'),
  row('510000', '四川省', '四川', 'Sichuan'),
  row('520000', '贵州省', '贵州', 'Guizhou'),
  row('530000', '云南省', '云南', 'Yunnan'),
  row('540000', '西藏自治区', '西藏', 'Tibet'),
  row('610000', '陕西省', '陕西', 'Shaanxi'),
  row('620000', '甘肃省', '甘肃', 'Gansu'),
  row('630000', '青海省', '青海', 'Qinghai'),
  row('640000', '宁夏回族自治区', '宁夏', 'Ningxia'),
  row('650000', '新疆维吾尔自治区', '新疆', 'Xinjiang'),
  row('710000', '台湾省', '台湾', 'Taiwan'),
  row('810000', '香港特别行政区', '香港', 'Hong Kong'),
  row('820000', '澳门特别行政区', '澳门', 'Macao'),
];

/** The province a person means by its code, its full or short name, or its English name. */
export const findProvince = nameIndex(PROVINCES, ({ code, zh, short, en }) => [code, zh, short, en]);
