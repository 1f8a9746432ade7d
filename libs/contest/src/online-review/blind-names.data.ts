/** How companies end, in law. The longest comes first. */
export const LEGAL_ENDINGS = [
  '集团股份有限公司',
  '集团有限责任公司',
  '集团有限公司',
  '股份有限公司',
  '有限责任公司',
  '有限公司',
  '集团公司',
  '分公司',
  '集团',
  '公司',
];

/** Cities that stand before the name of a company as a province does, without “市”. */
export const CITIES = [
  ...['石家庄', '唐山', '秦皇岛', '邯郸', '邢台', '保定', '张家口', '承德', '沧州', '廊坊', '衡水', '雄安', '正定'],
  ...['深圳', '广州', '杭州', '南京', '苏州', '无锡', '武汉', '成都', '西安', '长沙', '郑州', '合肥', '济南', '青岛'],
  ...['厦门', '福州', '沈阳', '大连', '哈尔滨', '长春', '太原', '南昌', '南宁', '昆明', '贵阳', '兰州', '宁波', '珠海'],
  ...['东莞', '佛山', '常州', '南通', '温州', '嘉兴', '烟台', '潍坊', '洛阳', '中山', '惠州', '泉州', '徐州', '扬州'],
];

/** What a company does: common words, which name nobody. */
export const TRADES = [
  ...['科技', '技术', '智能', '智造', '电子', '信息', '网络', '软件', '生物', '医药', '医疗', '医学', '制药', '药业'],
  ...[
    '新能源',
    '能源',
    '新材料',
    '材料',
    '环保',
    '环境',
    '节能',
    '农业',
    '食品',
    '机械',
    '装备',
    '设备',
    '器械',
    '制造',
  ],
  ...[
    '自动化',
    '机器人',
    '芯片',
    '半导体',
    '集成电路',
    '光电',
    '通信',
    '数据',
    '大数据',
    '人工智能',
    '物联网',
    '互联网',
  ],
  ...['文化', '传媒', '教育', '咨询', '服务', '贸易', '商贸', '实业', '投资', '控股', '发展', '产业', '工程', '建设'],
  ...['化工', '航空', '航天', '汽车', '创新', '工业', '检测', '健康', '系统', '国际', '电气', '电力', '仪器', '仪表'],
  ...['基因', '诊断', '精密', '激光', '传感', '储能', '氢能', '锂电', '电池', '云计算', '数字', '安全', '空间', '卫星'],
];

/** Words of two characters that companies are called by and texts are full of: struck only together with what follows in the name. */
export const EVERYDAY = [
  ...['中国', '国际', '绿色', '未来', '智慧', '创新', '时代', '东方', '世界', '海洋', '生命', '自然', '阳光', '高新'],
  ...['新兴', '先进', '先导', '前沿', '中科', '国科', '联合', '共享', '精准', '高端', '量子', '光子', '纳米', '微纳'],
];

/** How companies end, in law and in what they do, in English. */
export const LATIN_ENDINGS =
  /[\s,]+(?:co\.?,?\s*ltd|company limited|limited|ltd|inc|incorporated|corp|corporation|llc|gmbh|plc|company|co)\.?$/i;
export const LATIN_TRADES =
  /\s+(?:technolog(?:y|ies)|tech|sciences?|systems?|solutions?|software|electronics?|energy|biotech(?:nology)?|pharma(?:ceuticals?)?|medical|international|group|holdings?|labs?|chips?|semiconductors?|materials?|intelligence|robotics?|and|&)$/i;
