import type { Random } from './random.js';

interface ZoneTexts {
  titles: readonly string[];
  majors: readonly string[];
  topics: readonly string[];
}

const ZONES: Record<string, ZoneTexts> = {
  EIT: {
    titles: [
      '射频芯片设计工程师',
      '嵌入式软件工程师',
      '算法工程师',
      '北斗定位算法研究员',
      '光电器件工艺工程师',
      '数据平台架构师',
      '网络安全工程师',
      '硬件测试工程师',
      '大模型应用工程师',
      '通信协议栈工程师',
    ],
    majors: ['电子科学与技术', '通信工程', '计算机科学与技术', '微电子学', '人工智能', '光学工程', '软件工程'],
    topics: ['射频前端', '边缘计算', '卫星导航', '工业互联网', '显示驱动', '信息安全'],
  },
  BIO: {
    titles: [
      '药物合成研究员',
      '抗体发现科学家',
      '制剂工艺工程师',
      '临床监查员',
      '药理毒理研究员',
      '质量管理经理',
      '中药分析工程师',
      '医疗器械结构工程师',
      '生物信息工程师',
      '注册事务专员',
    ],
    majors: ['药学', '生物工程', '化学', '中药学', '临床医学', '生物医学工程', '微生物学'],
    topics: ['小分子创新药', '抗体药物', '注射剂', '中药质量标准', '体外诊断', '细胞治疗'],
  },
  EQP: {
    titles: [
      '机械设计工程师',
      '电机控制工程师',
      '机器人运动规划工程师',
      '复合材料工程师',
      '轨道车辆总体设计师',
      '储能系统工程师',
      '焊接工艺工程师',
      '智能制造工程师',
      '飞行控制工程师',
      '热管理工程师',
    ],
    majors: ['机械工程', '电气工程', '车辆工程', '材料科学与工程', '控制科学与工程', '能源动力', '航空宇航科学与技术'],
    topics: ['永磁电机', '转向架', '协作机器人', '液流电池', '增材制造', '无人机平台'],
  },
  FOOD: {
    titles: [
      '食品研发工程师',
      '乳品工艺工程师',
      '食品安全检测员',
      '发酵工程师',
      '营养配方师',
      '感官评价研究员',
      '预制菜产品经理',
      '冷链品控经理',
      '农产品加工研究员',
      '包装工程师',
    ],
    majors: ['食品科学与工程', '食品质量与安全', '发酵工程', '营养与食品卫生学', '农产品加工', '生物技术'],
    topics: ['益生菌', '乳蛋白', '预制菜保鲜', '功能因子', '风味物质', '快速检测'],
  },
  TRADE: {
    titles: [
      '供应链管理经理',
      '冷链物流规划师',
      '跨境电商运营经理',
      '数据分析师',
      '国际贸易专员',
      '仓储自动化工程师',
      '法务经理',
      '财务分析师',
      '人力资源主管',
      '采购工程师',
    ],
    majors: ['物流工程', '国际经济与贸易', '工商管理', '统计学', '会计学', '法学', '工业工程'],
    topics: ['冷链网络', '中欧班列', '仓储自动化', '电商平台', '供应链金融', '公路港'],
  },
};

const LEVELS = ['', '', '', '高级', '资深', '首席', '助理'];
const BENEFITS = [
  '五险一金',
  '人才公寓',
  '年终奖金',
  '带薪年假',
  '科研启动经费',
  '子女入学协助',
  '补充医疗',
  '安家补贴',
  '交通补贴',
  '股权激励',
];

export interface PositionText {
  title: string;
  duties: string;
  majors: string[];
  benefits: string;
}

/** What an invited graduate has studied. */
export function graduateMajor(random: Random): string {
  return random.pick(random.pick(Object.values(ZONES)).majors);
}

/** Title, duties, majors and benefits of a position in `zone`. */
export function positionText(random: Random, zone: string): PositionText {
  const texts = ZONES[zone] ?? ZONES['TRADE']!;
  const topic = random.pick(texts.topics);
  const base = random.pick(texts.titles);
  const title = `${random.pick(LEVELS)}${base}${random.chance(45) ? `（${topic}方向）` : ''}`;
  const duties = [
    `1. 负责${topic}相关的${random.pick(['方案设计', '技术攻关', '产品开发', '工艺优化', '项目管理'])}；`,
    `2. ${random.pick(['编写技术文档与测试报告', '组织试验并分析数据', '与生产、质量部门协同解决现场问题', '跟踪国内外同类技术与标准'])}；`,
    `3. ${random.pick(['培养团队新人', '参与客户现场支持', '申报科技项目与专利', '配合完成年度目标'])}。`,
  ].join('\n');
  return {
    title,
    duties,
    majors: random.sample(texts.majors, random.int(1, 3)),
    benefits: random.sample(BENEFITS, random.int(3, 5)).join('、'),
  };
}
