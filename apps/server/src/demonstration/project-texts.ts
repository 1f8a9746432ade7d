import type { Random } from './random.js';

interface FieldTexts {
  /** What is made. */
  zh: readonly string[];
  en: readonly string[];
  /** What it is made for. */
  useZh: readonly string[];
  useEn: readonly string[];
}

const FIELDS: Record<string, FieldTexts> = {
  集成电路: {
    zh: [
      '射频前端芯片',
      '碳化硅功率器件',
      '车规级 MCU',
      '毫米波收发芯片',
      '存算一体芯片',
      '高精度模数转换器',
      '硅光互连芯片',
      '氮化镓功放',
    ],
    en: [
      'RF front-end chip',
      'SiC power device',
      'automotive-grade MCU',
      'mmWave transceiver',
      'compute-in-memory chip',
      'high-precision ADC',
      'silicon photonic interconnect',
      'GaN power amplifier',
    ],
    useZh: ['5G 小基站', '新能源汽车电驱', '数据中心互连', '工业传感', '卫星终端', '智能电网'],
    useEn: [
      '5G small cells',
      'electric drivetrains',
      'data-centre links',
      'industrial sensing',
      'satellite terminals',
      'smart grids',
    ],
  },
  卫星导航与应用: {
    zh: ['北斗高精度定位模组', '星基增强接收机', '组合导航单元', '抗干扰天线阵', '时空信息服务平台', '低轨增强信号机'],
    en: [
      'BeiDou high-precision module',
      'satellite augmentation receiver',
      'integrated navigation unit',
      'anti-jamming antenna array',
      'spatio-temporal information platform',
      'LEO augmentation transmitter',
    ],
    useZh: ['农机自动驾驶', '地质灾害监测', '智慧港口', '无人配送', '铁路巡检'],
    useEn: [
      'autonomous farm machinery',
      'landslide monitoring',
      'smart ports',
      'unmanned delivery',
      'railway inspection',
    ],
  },
  现代通信: {
    zh: ['太赫兹通信系统', '量子密钥分发终端', '工业 5G 专网设备', '卫星物联网终端', '全光接入设备', '智能超表面'],
    en: [
      'terahertz link',
      'quantum key distribution terminal',
      'industrial 5G private network',
      'satellite IoT terminal',
      'all-optical access node',
      'reconfigurable intelligent surface',
    ],
    useZh: ['矿山无人化', '电力调度', '应急通信', '园区组网', '远洋渔业'],
    useEn: ['unmanned mines', 'power dispatching', 'emergency communication', 'campus networks', 'deep-sea fishery'],
  },
  软件与人工智能: {
    zh: [
      '工业视觉大模型',
      '边缘推理引擎',
      '数字孪生平台',
      '可信数据空间',
      '智能体开发平台',
      '隐私计算一体机',
      '多模态质检系统',
    ],
    en: [
      'industrial vision foundation model',
      'edge inference engine',
      'digital twin platform',
      'trusted data space',
      'agent development platform',
      'privacy computing appliance',
      'multimodal quality inspection system',
    ],
    useZh: ['药品生产追溯', '钢铁表面缺陷检测', '城市管网运维', '政务热线', '乳品质量预测'],
    useEn: [
      'pharmaceutical traceability',
      'steel surface inspection',
      'urban pipe networks',
      'public service hotlines',
      'dairy quality prediction',
    ],
  },
  新型显示与半导体照明: {
    zh: ['Micro-LED 微显示芯片', '量子点发光材料', '柔性 OLED 封装膜', '深紫外 LED 模组', '激光显示光源', '透明显示屏'],
    en: [
      'Micro-LED microdisplay',
      'quantum-dot emitter',
      'flexible OLED encapsulation film',
      'deep-UV LED module',
      'laser display light source',
      'transparent display',
    ],
    useZh: ['增强现实眼镜', '车载抬头显示', '水处理消杀', '商用展陈', '植物工厂'],
    useEn: ['AR glasses', 'head-up displays', 'water disinfection', 'commercial exhibition', 'plant factories'],
  },
  创新药: {
    zh: [
      '双特异性抗体',
      '小分子靶向抑制剂',
      'mRNA 疫苗',
      '抗体偶联药物',
      '核酸干扰药物',
      'CAR-NK 细胞疗法',
      '多肽降糖药',
    ],
    en: [
      'bispecific antibody',
      'targeted small-molecule inhibitor',
      'mRNA vaccine',
      'antibody–drug conjugate',
      'siRNA medicine',
      'CAR-NK cell therapy',
      'peptide for type 2 diabetes',
    ],
    useZh: ['晚期实体瘤', '自身免疫病', '阿尔茨海默病', '代谢综合征', '耐药感染'],
    useEn: [
      'advanced solid tumours',
      'autoimmune disease',
      'Alzheimer’s disease',
      'metabolic syndrome',
      'resistant infections',
    ],
  },
  现代中药: {
    zh: [
      '络病理论复方制剂',
      '中药配方颗粒',
      '道地药材溯源体系',
      '中药经皮给药贴剂',
      '经典名方制剂',
      '中药质量指纹图谱仪',
    ],
    en: [
      'compound preparation',
      'dispensing granules',
      'herb traceability system',
      'transdermal patch',
      'classical formula preparation',
      'fingerprint quality analyser',
    ],
    useZh: ['心脑血管病', '慢性呼吸病', '术后康复', '基层医疗', '亚健康调理'],
    useEn: [
      'cardiovascular disease',
      'chronic respiratory disease',
      'post-operative recovery',
      'primary care',
      'wellness',
    ],
  },
  高端医疗器械: {
    zh: [
      '手术机器人',
      '便携超声',
      '血管介入支架',
      '质子治疗关键部件',
      '可穿戴心电监护仪',
      '内窥镜成像系统',
      '人工关节',
    ],
    en: [
      'surgical robot',
      'portable ultrasound',
      'vascular stent',
      'proton therapy component',
      'wearable ECG monitor',
      'endoscopic imaging system',
      'artificial joint',
    ],
    useZh: ['县级医院', '骨科微创', '急救转运', '早癌筛查', '居家慢病管理'],
    useEn: [
      'county hospitals',
      'minimally invasive orthopaedics',
      'emergency transport',
      'early cancer screening',
      'home care',
    ],
  },
  生物制造: {
    zh: ['合成生物法维生素', '酶法手性中间体', '生物基尼龙', '微藻 DHA', '重组胶原蛋白', '发酵法甜味蛋白'],
    en: [
      'bio-based vitamin',
      'enzymatic chiral intermediate',
      'bio-based nylon',
      'microalgal DHA',
      'recombinant collagen',
      'fermented sweet protein',
    ],
    useZh: ['原料药绿色替代', '纺织材料', '婴幼儿配方', '医美敷料', '饮料减糖'],
    useEn: ['greener APIs', 'textiles', 'infant formula', 'medical dressings', 'sugar reduction'],
  },
  医疗服务与数字健康: {
    zh: ['影像辅助诊断系统', '远程康复平台', '临床试验数据平台', '慢病数字疗法', '院前急救调度系统'],
    en: [
      'imaging diagnosis assistant',
      'tele-rehabilitation platform',
      'clinical trial data platform',
      'digital therapeutic',
      'pre-hospital dispatch system',
    ],
    useZh: ['肺结节筛查', '脑卒中康复', '罕见病研究', '糖尿病管理', '农村医疗'],
    useEn: ['lung nodule screening', 'stroke rehabilitation', 'rare disease research', 'diabetes care', 'rural care'],
  },
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
  预制菜: {
    zh: ['超高压保鲜预制菜', '冷链锁鲜方便餐', '冀菜工业化产品', '智能中央厨房', '植物基预制菜'],
    en: [
      'high-pressure ready meal',
      'chilled ready meal',
      'industrialised Hebei cuisine',
      'smart central kitchen',
      'plant-based ready meal',
    ],
    useZh: ['团餐供应', '家庭厨房', '便利店', '高铁餐饮'],
    useEn: ['group catering', 'home kitchens', 'convenience stores', 'railway catering'],
  },
  乳制品: {
    zh: ['A2 型液态奶', '益生菌发酵乳', '乳清蛋白粉', '原制奶酪', '乳铁蛋白提取工艺'],
    en: ['A2 milk', 'probiotic fermented milk', 'whey protein powder', 'natural cheese', 'lactoferrin extraction'],
    useZh: ['老年营养', '婴幼儿', '运动恢复', '烘焙餐饮'],
    useEn: ['elderly nutrition', 'infants', 'sports recovery', 'bakery'],
  },
  功能与营养食品: {
    zh: ['肠道微生态制剂', '特殊医学用途配方食品', '低升糖主食', '植物甾醇食品', '红枣多糖饮品'],
    en: [
      'gut microbiome product',
      'food for special medical purposes',
      'low-GI staple',
      'phytosterol food',
      'jujube polysaccharide drink',
    ],
    useZh: ['糖尿病人群', '术后病人', '儿童成长', '体重管理'],
    useEn: ['people with diabetes', 'post-operative patients', 'children', 'weight management'],
  },
  食品生物技术: {
    zh: ['细胞培养肉', '精密发酵乳蛋白', '酶解小肽', '天然防腐剂', '低盐发酵酱油'],
    en: [
      'cultivated meat',
      'precision-fermented milk protein',
      'enzymatic peptide',
      'natural preservative',
      'low-salt soy sauce',
    ],
    useZh: ['替代蛋白', '调味品升级', '清洁标签', '老字号焕新'],
    useEn: ['alternative protein', 'better seasoning', 'clean labels', 'heritage brands'],
  },
  食品装备与检测: {
    zh: ['高速无菌灌装线', '近红外在线检测仪', '农残快检芯片', '低温真空干燥机', '包装缺陷视觉检测系统'],
    en: [
      'aseptic filling line',
      'near-infrared analyser',
      'pesticide test chip',
      'low-temperature vacuum dryer',
      'packaging inspection system',
    ],
    useZh: ['乳品生产', '果蔬加工', '监管抽检', '药食同源产品'],
    useEn: ['dairies', 'fruit processing', 'market supervision', 'medicinal foods'],
  },
};

const APPROACH_ZH = [
  '基于国产化平台的',
  '面向规模量产的',
  '低功耗',
  '高可靠',
  '新一代',
  '自主可控的',
  '轻量化',
  '低成本',
  '智能化',
  '模块化',
  '全流程可追溯的',
  '高通量',
];
const APPROACH_EN = [
  'low-power',
  'scalable',
  'next-generation',
  'fully traceable',
  'lightweight',
  'low-cost',
  'intelligent',
  'modular',
  'high-throughput',
  'high-reliability',
];
const SUFFIX_ZH = ['研发与产业化', '关键技术及应用', '项目', '产业化示范', '中试与推广', '平台建设'];

export interface ProjectText {
  title: string;
  summary: string;
}

/** A title and an abstract for a project of `field`, in Chinese or English; `used` keeps titles apart. */
export function projectText(random: Random, field: string, language: 'zh' | 'en', used: Set<string>): ProjectText {
  const texts = FIELDS[field] ?? FIELDS['新材料']!;
  for (let attempt = 0; ; attempt += 1) {
    const index = random.int(0, texts.zh.length - 1);
    const use = random.int(0, texts.useZh.length - 1);
    const title =
      language === 'zh'
        ? `${random.chance(70) ? `面向${texts.useZh[use]}的` : ''}${random.pick(APPROACH_ZH)}${texts.zh[index]}${attempt > 4 ? `（${random.pick(['二代', '三代', '增强型', '紧凑型', '车载型', '工业级'])}${random.int(2, 99)} 型）` : ''}${random.pick(SUFFIX_ZH)}`
        : `${capital(random.pick(APPROACH_EN))} ${texts.en[index]} for ${texts.useEn[use]}${attempt > 4 ? ` (mark ${random.int(2, 99)})` : ''}`;
    if (used.has(title)) continue;
    used.add(title);
    return {
      title,
      summary: language === 'zh' ? summaryZh(random, texts, index, use) : summaryEn(random, texts, index, use),
    };
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function summaryZh(random: Random, texts: FieldTexts, index: number, use: number): string {
  return [
    `项目围绕${texts.useZh[use]}场景，研制${texts.zh[index]}，${random.pick(['解决进口依赖和交付周期长的问题', '把单位成本降低约三成', '在同等性能下能耗明显下降', '补上本地产业链的关键一环'])}。`,
    `团队已${random.pick(['完成样机验证', '完成小试并进入中试', '取得首批订单', '完成第三方检测', '进入临床或现场试用'])}，拥有${random.pick(['发明专利', '软件著作权', '核心工艺秘密'])}等 ${random.int(2, 28)} 项知识产权。`,
    `计划在石家庄${random.pick(['建设中试线', '设立研发总部', '建设年产线', '开展示范应用'])}，三年内预计新增就业 ${random.int(12, 260)} 人、年产值 ${random.int(8, 480) * 100} 万元。`,
  ].join('');
}

function summaryEn(random: Random, texts: FieldTexts, index: number, use: number): string {
  return [
    `We develop a ${texts.en[index]} for ${texts.useEn[use]} that ${random.pick(['removes a dependency on imported parts', 'cuts unit cost by about a third', 'uses markedly less energy at equal performance', 'closes a gap in the local supply chain'])}.`,
    `The team has ${random.pick(['validated a prototype', 'finished laboratory tests and entered pilot scale', 'won first orders', 'passed third-party testing', 'begun field trials'])} and holds ${random.int(2, 28)} items of intellectual property.`,
    `We intend to ${random.pick(['build a pilot line', 'set up our research base', 'start production', 'run a demonstration site'])} in Shijiazhuang and expect ${random.int(12, 260)} jobs within three years.`,
  ].join(' ');
}
