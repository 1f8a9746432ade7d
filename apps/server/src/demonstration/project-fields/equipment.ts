import type { FieldTexts } from './field-texts.js';

/** The division 先进装备制造. */
export const EQUIPMENT: FieldTexts = {
  轨道交通装备: {
    zh: ['永磁直驱转向架', '列车智能运维系统', '碳纤维车体', '制动能量回收装置', '轨道巡检机器人'],
    en: [
      'permanent-magnet bogie',
      'train health management system',
      'carbon-fibre car body',
      'braking energy recovery unit',
      'track inspection robot',
    ],
    useZh: ['城际动车组', '地铁', '重载货运', '磁浮线路'],
    useEn: ['intercity trains', 'metro lines', 'heavy freight', 'maglev lines'],
  },
  机器人与智能制造: {
    zh: ['协作机器人', '人形机器人灵巧手', '柔性装配线', '激光增材制造装备', '智能仓储机器人', '谐波减速器'],
    en: [
      'collaborative robot',
      'dexterous humanoid hand',
      'flexible assembly line',
      'laser additive manufacturing system',
      'warehouse robot',
      'harmonic reducer',
    ],
    useZh: ['制药无菌车间', '汽车零部件', '食品分拣', '焊接打磨', '危险作业'],
    useEn: ['sterile pharma plants', 'automotive parts', 'food sorting', 'welding and grinding', 'hazardous work'],
  },
  新能源与储能装备: {
    zh: ['钠离子电池', '液流储能系统', '固态电解质', '氢燃料电池电堆', '光储充一体站', '压缩空气储能装置'],
    en: [
      'sodium-ion battery',
      'flow battery system',
      'solid electrolyte',
      'hydrogen fuel-cell stack',
      'solar storage charging station',
      'compressed-air storage',
    ],
    useZh: ['分布式微网', '重卡换电', '电网调峰', '农村屋顶光伏'],
    useEn: ['microgrids', 'heavy-truck swapping', 'grid peak shaving', 'rural rooftops'],
  },
  航空与低空装备: {
    zh: ['电动垂直起降飞行器', '重载无人机', '航空复合材料构件', '低空感知雷达', '飞行控制计算机'],
    en: [
      'eVTOL aircraft',
      'heavy-lift drone',
      'aerospace composite part',
      'low-altitude radar',
      'flight control computer',
    ],
    useZh: ['物流运输', '植保作业', '应急救援', '低空监管'],
    useEn: ['logistics', 'crop protection', 'emergency rescue', 'airspace supervision'],
  },
  新材料: {
    zh: ['气凝胶隔热材料', '高熵合金涂层', '石墨烯导热膜', '特种陶瓷', '可降解高分子', '稀土催化剂'],
    en: [
      'aerogel insulation',
      'high-entropy alloy coating',
      'graphene thermal film',
      'special ceramics',
      'degradable polymer',
      'rare-earth catalyst',
    ],
    useZh: ['动力电池防护', '燃气轮机', '消费电子散热', '食品包装', '尾气净化'],
    useEn: ['battery protection', 'gas turbines', 'electronics cooling', 'food packaging', 'exhaust treatment'],
  },
};
