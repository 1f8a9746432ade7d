import type { Random } from './random.js';

const PLACES = ['石家庄', '河北', '冀中', '燕赵', '滹沱', '太行', '正定', '华北', '京津冀'];
const BRANDS =
  '启明 华创 中润 博远 天工 云开 智联 鼎新 瑞泽 康宁 海石 卓越 金石 微元 星河 汇通 众森 凯晟 宏图 新元 睿达 力合 安泰 普惠 长城 蓝海 格物 致远 万象 青禾 谷雨 冀航 明德 联盛 佳禾 同创 巨力 长风 苍岩 赵州 白鹿 滹源 禾牧 泰岳'.split(
    ' ',
  );
const KINDS: Record<string, readonly string[]> = {
  EIT: ['电子科技', '微电子', '通信技术', '软件', '智能科技', '卫星导航', '半导体材料', '信息技术', '光电'],
  BIO: ['药业', '生物科技', '医疗器械', '制药', '生物工程', '健康科技', '基因技术', '中药'],
  EQP: ['装备制造', '重工', '机器人', '轨道交通装备', '新能源', '智能装备', '新材料', '航空科技', '储能技术'],
  FOOD: ['食品', '乳业', '食品科技', '农业科技', '预制菜', '生物食品', '食品机械', '粮油'],
  TRADE: ['商贸', '物流', '供应链', '冷链物流', '电子商务', '国际贸易', '仓储服务', '数字贸易'],
};
const PUBLIC_BODIES = [
  '医院',
  '大学',
  '研究院',
  '职业技术学院',
  '检验检测中心',
  '产业技术研究院',
  '附属中学',
  '疾病预防控制中心',
];
const COMPANY_FORMS = ['有限公司', '股份有限公司', '集团有限公司', '科技有限公司', '有限责任公司'];

export interface OrganisationText {
  name: string;
  kind: 'state' | 'private' | 'foreign' | 'public';
}

/** The name of an employer of `zone`; `used` keeps names apart. */
export function organisationText(random: Random, zone: string, used: Set<string>): OrganisationText {
  for (let attempt = 0; ; attempt += 1) {
    const isPublic = random.chance(12);
    const suffix = attempt > 8 ? `（${random.pick(PLACES)}${random.int(2, 99)}）` : '';
    const name = isPublic
      ? `${random.pick(PLACES)}${random.pick(BRANDS)}${random.pick(PUBLIC_BODIES)}${suffix}`
      : `${random.pick(PLACES)}${random.pick(BRANDS)}${random.pick(KINDS[zone] ?? KINDS['TRADE']!)}${suffix}${random.pick(COMPANY_FORMS).replace(/^科技/, zone === 'EIT' ? '' : '科技')}`;
    if (used.has(name)) continue;
    used.add(name);
    return {
      name,
      kind: isPublic
        ? 'public'
        : random.weighted([
            ['private', 70],
            ['state', 20],
            ['foreign', 10],
          ]),
    };
  }
}
